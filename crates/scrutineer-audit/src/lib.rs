//! The audit: from a data set to the two answers and the chain of evidence.
//!
//! One entry point, [`audit`]. The rules stand in `spec/verdict.md` and `spec/chain.md`.
//!
//! # In scope
//! - [`AuditReport`], the document that everything after the audit renders, compares or publishes.
//! - The two answers per declaration and source, each with its condition.
//! - The chain of evidence.
//!
//! # Out of scope
//! - Adding up and bounding: `scrutineer-tally`. Judging sheets: `scrutineer-checks`.
//! - Measuring risk and running tests: they arrive through [`scrutineer_model::Evidence`].
//! - Words: `scrutineer-report` has them; this crate names messages by id.
//!
//! # Limits
//! A declaration for one division is compared with the sheets of that division only.

mod report;

pub use report::*;
