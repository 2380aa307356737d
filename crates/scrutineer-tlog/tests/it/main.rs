//! The crate against vectors, against a second implementation, and against other people's crates.

// The attribute makes helper functions test code to the lints, as the tests themselves are.
#[cfg(test)]
mod compromise;
#[cfg(test)]
mod corpora;
#[cfg(test)]
mod differential;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod oracle;
#[cfg(test)]
mod properties;
#[cfg(test)]
mod recursive;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tiles;
#[cfg(test)]
mod vectors;
