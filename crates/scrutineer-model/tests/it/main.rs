//! The data set as its readers see it.

#![expect(clippy::unwrap_used, reason = "a builder that fails is a failed test")]

mod building;
