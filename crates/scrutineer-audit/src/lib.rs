//! The audit: from a data set to the two answers and the chain of evidence.
//!
//! One entry point, [`audit`]. The rules stand in `spec/verdict.md` and `spec/chain.md`.
//!
//! ```text
//! Dataset -> tally of each source -> what the sheets show  -> chain of each source
//!         -> declaration x source -> the two answers       -> chain of each result
//!         -> checks               -> findings (votes at stake weigh on links 2 and 3)
//! ```
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
//! A declaration for one division is compared with the sheets of that division only; what is missing
//! there is bounded by what is missing everywhere.

mod canonical;
mod describe;
mod divisions;
mod report;
mod rules;
mod run;
mod standing;

pub use canonical::{canonical_json, report_id};
pub use divisions::{UnknownLevel, attach_divisions};
pub use report::*;
pub use run::{AuditError, audit, audit_core};
pub use standing::{AuditConclusion, StandingAudits, standing_audits};
