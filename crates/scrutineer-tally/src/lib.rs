//! Adds tally sheets up and says what the sums prove, bound or leave open.
//!
//! # In scope
//! - [`totals`], [`by_division`], [`by_place`], [`by_station`]: exact sums with their coverage;
//!   readings that rival each other make intervals, unread cells add nothing and are counted.
//! - [`coverage`]: how much of the election the sheets are.
//! - [`missing_capacity`], [`outcome`], [`answer`]: what is missing, whether it can change who
//!   won, and whether a claimed result holds in every completion, in some or in none.
//! - [`strict`], [`readings`], [`min_inside`]: whether declared figures can be sums over sheets
//!   that include those observed, under every reading of the coverage.
//! - [`joint()`]: the least number of declared votes that contradict the sheets, with a certificate
//!   that anyone can add up again.
//! - [`rounding_of`]: whether declared counts stand where rounded percentages would put them.
//! - [`increment()`]: the change from one declaration to the next.
//! - [`sheets_false_needed`]: how many sheets must be false for the lead to vanish, and the random
//!   sample that excludes it; [`most_change_of`]: what one of them adds to it at most.
//! - [`imputation()`], [`logit_shift`], [`changing_shift`]: what the missing would have voted if
//!   they were like those around them, and how unlike they must be to change the winner.
//! - [`compare_sources`]: two sources station by station, with the direction of their differences.
//!
//! # Out of scope
//! - Choosing between readings: `scrutineer-model` holds only what a source itself ordered.
//! - Judging a sheet: `scrutineer-checks`. Answers and their conditions: `scrutineer-audit`.
//! - Risk limits and calibrated tests: `scrutineer-rla`, `scrutineer-forensics`.
//!
//! # Limits
//! A column holds fewer than 2^32 counts, each below 2^32, so its sum fits 64 bits. Fractions are
//! checked 128-bit integers and end in [`scrutineer_model::Overflow`], never in a wrong number.
//! Floating point is used in imputation, sample sizes, the sign test, products of probabilities and
//! the search for a certificate; sums there have a fixed order.

mod basis;
mod claim;
mod compare;
mod counts;
mod coverage;
mod false_sheets;
mod feasibility;
mod groups;
mod imputation;
mod increment;
mod interval;
mod joint;
mod missing;
mod observed;
mod outcome;
mod race;
mod rounding;
mod sums;
mod totals;

pub use basis::{CompleteRecord, CompleteRecords, LeftMissing, basis_text, basis_texts};
pub use claim::{Claim, ClaimAnswer, answer};
pub use compare::{
    ColumnComparison, Comparison, StationClass, StationDifference, compare_sources, sign_test,
};
pub use counts::Counts;
pub use coverage::{Coverage, coverage};
pub use false_sheets::{
    FalseNeeded, FalseSheets, MissingAssumption, most_change_of, sample_excluding,
    sheets_false_needed,
};
pub use feasibility::{
    Alternative, Basis, Bound, PartStrict, Reading, ReadingKind, Removal, Strict, Target,
    TargetKind, Targets, min_inside, readings, strict, strict_parts,
};
pub use groups::{Groups, by_division, by_place, by_station};
pub use imputation::{Imputation, ImputedOption, Shifted, changing_shift, imputation, logit_shift};
pub use increment::{Increment, IncrementOption, increment};
pub use interval::Interval;
pub use joint::{Certificate, CertificateRow, Count, Multiplier, certificate_rows, joint};
pub use missing::{MissingCapacity, MissingVotes, missing_capacity};
pub use observed::{Observed, OpenVotes};
pub use outcome::{Needed, Outcome, outcome};
pub use race::{Race, ShareRange};
pub use rounding::{PairTest, RoundingPair, RoundingResult, RoundingTest, pair_test, rounding_of};
pub use totals::{Leader, Totals, totals};
