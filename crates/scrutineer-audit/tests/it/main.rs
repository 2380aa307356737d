//! The two answers, the chain and the document, on real elections against numbers that somebody else
//! computed, and on small and simulated ones against what the rules say.

// The attribute makes helper functions test code to the lints, as the tests themselves are.
#[cfg(test)]
mod build;
#[cfg(test)]
mod bytes;
#[cfg(test)]
mod chain;
#[cfg(test)]
mod division;
#[cfg(test)]
mod georgia;
#[cfg(test)]
mod indonesia;
#[cfg(test)]
mod reasons;
#[cfg(test)]
mod rules;
#[cfg(test)]
mod simulated;
#[cfg(test)]
mod venezuela;
