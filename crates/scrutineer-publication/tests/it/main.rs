//! The public bundle: entries, batches, bundles.

// The attribute makes helper functions test code to the lints, as the tests themselves are.
#[cfg(test)]
mod audits;
#[cfg(test)]
mod ballot;
#[cfg(test)]
mod batch;
#[cfg(test)]
mod bundle;
#[cfg(test)]
mod compare;
#[cfg(test)]
mod corpora;
#[cfg(test)]
mod data;
#[cfg(test)]
mod delta;
#[cfg(test)]
mod entries;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod interop;
#[cfg(test)]
mod said;
#[cfg(test)]
mod site;
#[cfg(test)]
mod tamper;
#[cfg(test)]
mod venezuela;
