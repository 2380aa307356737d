//! The data set as its readers see it.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a builder that fails is a failed test")]

mod building;
