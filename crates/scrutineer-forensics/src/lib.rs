//! Calibrated tests of tally sheets, and the data of pictures.
//!
//! ```text
//! Dataset -> Tables of each source -> measure -> Holm over all looks -> Forensics
//!                                                                    -> TestResult (into Evidence)
//! ```
//!
//! # In scope
//! - The tests of `spec/tests.md`, each with its null, assumptions checked on the data, effect in votes,
//!   and p-value; for every option and every source.
//! - The data behind pictures, which never claim anything.
//!
//! # Out of scope
//! - Answers and links: a test never moves either (`scrutineer-audit`).
//! - Simulated elections that measure false alarms and power: `scrutineer-simulate` makes them, the command
//!   line and the calibration run them through [`measure`].
//!
//! # Limits
//! All tests of places need places with several tables. A change applied alike to every table of a place
//! leaves no trace in any of them. The size of a p-value says nothing about who gains or why.

mod battery;
mod digits;
mod exchange;
mod flat;
mod measure;
mod outcome;
mod percent;
mod picture;
mod places;
mod power;
mod register;
mod select;
mod slope;
#[cfg(test)]
mod spec;
mod tables;

pub use battery::{
    Forensics, NamedExchange, NamedPlace, RULES, SourceForensics, forensics, test_results,
};
pub use digits::{last_digit_p, last_digits};
pub use exchange::{Exchange, exchanges};
pub use flat::{FlatShare, flat_share};
pub use measure::{Null, measure};
pub use outcome::{Assumption, Measured, Outcome, Quantity, Role, TestId};
pub use percent::{PercentCount, Step, percentages};
pub use picture::{
    DivisionOutlier, FingerprintCell, Pictures, TurnoutBin, division_outliers, fingerprint,
    pictures, turnout_bins,
};
pub use places::{PlaceDispersion, Spread, spread};
pub use power::{Alarms, Power, share_interval};
pub use register::{RollDifference, roll_differences};
pub use select::Selection;
pub use slope::{Slope, slope};
pub use tables::{InvalidTables, Tables};
