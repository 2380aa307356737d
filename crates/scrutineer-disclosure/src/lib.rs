//! What an authority must publish of an election, what it has published, and since when it has not.
//!
//! ```text
//! disclosure.toml -> Disclosure (claims) -> status -> DisclosureReport
//! ```
//!
//! # In scope
//! - The record as claims with author, source and date ([`Disclosure`]), with every error at its line.
//! - The status of each obligation, by the rules of `spec/disclosure.md` ([`status`]): computed, never
//!   typed; `as_of` is a date of the record, so that the same record always gives the same words.
//!
//! # Out of scope
//! - Whether a duty exists in law: a basis is a claim with its source.
//! - Looking at addresses; rendering; the answers about an election, on which nothing here bears.
//!
//! # Limits
//! "Not met" needs somebody who looked after the due date and says so. Without that the answer is
//! "cannot tell", however much time went by.
#![cfg_attr(not(test), deny(clippy::indexing_slicing))]

mod read;
mod record;
mod status;

pub use record::{
    Completeness, Disclosure, Granularity, Obligation, Outcome, Publication, Request, Response,
    Search,
};
pub use status::{DisclosureReport, ObligationStatus, Reason, State, status};
