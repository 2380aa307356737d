//! The crate against vectors, against a second implementation, and against other people's crates.

mod compromise;
mod corpora;
mod differential;
mod hostile;
mod oracle;
mod properties;
mod recursive;
mod support;
mod tiles;
mod vectors;
