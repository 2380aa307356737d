//! The log on every store: what it promises, what breaks it, and who is turned away.

mod disk;
mod fault;
mod kill;
mod oracle;
#[cfg(feature = "s3")]
mod s3;
mod suite;
mod support;
mod tamper;
