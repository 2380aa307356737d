//! Quick counts: an estimate of the result from stations drawn at random (spec/quick-count.md).
//!
//! ```text
//! Design -> Draw -> Reports -> Estimate -> release (two keys) -> Comparison
//! ```
//!
//! # In scope
//! - [`design()`]: strata, allocation, sizes, from the official list of stations ([`Frame`]).
//! - [`draw()`]: the stations of a seed, for anyone to draw again.
//! - [`read_reports`]: what observers reported, with every error in it.
//! - [`estimate()`]: shares with margins, response, calls, stability and the gate of a release.
//! - [`compare()`]: the estimate beside declared results.
//!
//! # Out of scope
//! - Signing and files: `scrutineer`. Bounds from sheets that nobody drew: `scrutineer-tally`.
//! - Links and answers of the audit: a quick count moves none.
//!
//! # Limits
//! Single-stage samples of whole stations. Missing stations are taken to be like the received ones of
//! their stratum; the response stands beside every estimate because nothing proves it.

mod allocation;
mod calls;
mod collapse;
mod comparison;
mod count;
mod declared;
mod design;
mod digest;
mod document;
mod draw;
mod estimate;
mod frame;
mod gate;
mod plan;
mod previous;
mod problem;
mod ratio;
mod release;
mod reports;
mod response;
mod station;
mod student;
mod table;
mod timing;
mod unseen;

pub use allocation::{allocate, variance_of_allocation};
pub use comparison::compare;
pub use declared::{DeclaredShare, declared_shares};
pub use design::{Allocation, Design, FrameDigest, Gate, PreviousSummary, Rule, StratumDesign};
pub use digest::sha256_hex;
pub use document::{
    Answer, Call, CallKind, CollapseEffect, Collapsed, ComparisonRow, Condition, Document, Flags,
    GateState, MissingStation, OpenFlag, OptionEstimate, ReleaseState, Response, Stability,
    StabilityState, Timing, TimingOption, Turnout, schema,
};
pub use draw::{Draw, Drawn, draw, tag};
pub use estimate::{Estimate, estimate};
pub use frame::{Frame, FrameStation};
pub use plan::{DesignRequest, Size, design};
pub use previous::{PreviousStation, Spread, spread};
pub use problem::Problem;
pub use ratio::{Group, Ratio, Sample};
pub use release::release_text;
pub use reports::{Report, ReportKind, Reports, Role, StationStatus, read_reports, report_header};
pub use station::{Flag, StationState};
pub use table::{Table, TableRow};
