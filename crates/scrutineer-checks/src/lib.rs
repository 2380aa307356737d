//! The catalogue of checks with stable codes, and the checks.
//!
//! # In scope
//! - [`CATALOGUE`]: every check with its code, rule, fields, threshold, what it bears on and what it
//!   does not prove; `spec/checks.md` is [`render_catalogue`] of it.
//! - [`run`]: every check over a [`Dataset`]; all findings, never only the first.
//! - [`core()`]: the contradictions only, for a run that has to be fast.
//!
//! # Out of scope
//! - Words of a finding: `scrutineer-report`, by the ids `check-e-201`, `check-e-201-title`,
//!   `check-e-201-action`.
//! - Totals, bounds and feasibility: `scrutineer-tally`. Answers: `scrutineer-audit`.
//! - Statistics other than the sign test between two sources: `scrutineer-forensics`.
//!
//! # Limits
//! - 10,000 findings per code and source are listed; the rest is one finding `W.190` with their
//!   exact number and the sum of their votes at stake.
//! - No finding carries a file, a row, a picture, a cell that is no count, or a text that looks like
//!   personal data; rows are apart, in [`Findings::provenance`].
//! - A disposition is attached to its finding; it deletes nothing and changes no number.

pub mod catalogue;
mod checks;
mod render;
mod sheet_view;
mod sink;

pub use catalogue::{CATALOGUE, CheckInfo};
pub use render::render_catalogue;
pub use sink::{Findings, LISTED};

use scrutineer_model::{Dataset, Evidence};

use crate::sink::{Scope, Sink};

/// Every check over the data set. Findings are in order of the catalogue, then of their key.
pub fn run(dataset: &Dataset) -> Findings {
    collect(dataset, Scope::All, &Evidence::default())
}

/// As [`run`], with what stands beside the data set: stations that an audit drew and could not look at, and
/// findings that an earlier run had from columns that this data set has not. These are
/// taken as they are, without their dispositions, where they are of a kind that only private columns
/// give and are not found again here; a decision of the data set on one finds it.
pub fn run_with(dataset: &Dataset, evidence: &Evidence) -> Findings {
    collect(dataset, Scope::All, evidence)
}

/// The checks of series E alone: what cannot be right on paper. Series W and P change no total and
/// no answer; without them the dispositions are not checked either.
pub fn core(dataset: &Dataset) -> Findings {
    collect(dataset, Scope::Contradictions, &Evidence::default())
}

fn collect(dataset: &Dataset, scope: Scope, evidence: &Evidence) -> Findings {
    let mut sink = Sink::new(scope);
    checks::run(dataset, evidence, &mut sink);
    sink.finish(dataset, &evidence.attested)
}
