//! The log on every store: what it promises, what breaks it, and who is turned away.

// The attribute makes helper functions test code to the lints, as the tests themselves are.
#[cfg(test)]
mod disk;
#[cfg(test)]
mod fault;
#[cfg(test)]
mod follow;
#[cfg(test)]
#[cfg(feature = "network")]
mod interop;
#[cfg(test)]
mod kill;
#[cfg(test)]
mod mirror;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod places;
#[cfg(test)]
#[cfg(feature = "s3")]
mod s3;
#[cfg(test)]
#[cfg(feature = "network")]
mod serve;
#[cfg(test)]
mod suite;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tamper;
#[cfg(test)]
#[cfg(feature = "network")]
mod web;
#[cfg(test)]
mod witness;
