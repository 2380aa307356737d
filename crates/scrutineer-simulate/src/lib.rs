//! Synthetic elections with known truth: honest ones, and ones that follow a [`Scenario`].
//!
//! ```text
//! Plan -> ballots -> sheets -> records -> Dataset or election folder
//!           |          |                    |
//!         truth      edits             declarations
//! ```
//!
//! # In scope
//! - A geography with polling places of 1 to 12 tables; turnout and preferences of regions,
//!   districts and places; tables of one place as alike as `kappa` says.
//! - Scenarios that change sheets, copies, records or the declaration by a stated amount.
//! - Honest elections with the geography of a real one, for the false alarms and the power of tests.
//! - The result as a [`scrutineer_model::Dataset`] or as the files of an election folder, with the
//!   truth apart.
//!
//! # Out of scope
//! - Writing files: the caller.
//! - Answers and findings: `scrutineer-audit`, `scrutineer-checks`. What they must be for every
//!   scenario stands in `spec/scenarios.md`.
//! - Names of anything real: names are invented syllables, options are letters.
//!
//! # Limits
//! Up to [`Plan::MAX_STATIONS`] stations and [`Plan::MAX_OPTIONS`] options. The same plan gives the
//! same bytes on every platform: integers from a seeded stream, floats with `libm` only. One
//! contest, one ticket per option, one source. Preferences are independent of table size and
//! turnout except through the place, so that only [`Geography`], which takes the places of a real election,
//! calibrates a test.

mod dataset;
mod declare;
mod description;
mod distribution;
mod edit;
mod example;
mod folder;
mod geography;
mod layout;
mod name;
mod plan;
mod problem;
mod random;
mod record;
mod scenario;
mod shapes;
mod share;
mod simulate;
mod table;
mod text;
mod vote;

pub use edit::Edits;
pub use example::{EXAMPLE_FOLDER, shipped_example};
pub use folder::gather;
pub use geography::{Geography, SheetChange};
pub use layout::Layout;
pub use plan::Plan;
pub use problem::{InvalidPlan, NotBuilt, PlanProblem};
pub use record::{Observed, RepeatedRow, Slip};
pub use scenario::{ExpectedAnswers, Scenario};
pub use share::{InvalidShare, Share};
pub use simulate::{Simulated, simulate};
pub use table::{Totals, VoteTable};
