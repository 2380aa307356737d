//! Network measurements turned into cautious findings about blocked sites and services.
//!
//! ```text
//! bytes -> Lines -> observe -> Observation -> Collection -> Series -> Analysis -> Summary
//! ```
//!
//! # In scope
//! - Reading OONI measurements, and judging each by the rule table of `spec/censorship.md`.
//! - Series of a network in a country, a site or service and days: intervals, onset, contrasts, monitoring, with the
//!   samples they need and the other explanations they must be read against.
//! - Measurements with known truth, to test the rest ([`synthetic`]).
//!
//! # Out of scope
//! - Opening files, threads and names of networks on the network: the caller gives bytes.
//! - Who ordered a block, and whether it was lawful: no measurement says so.
//! - The audit, which never uses this crate.
//!
//! # Limits
//! - A verdict is about one network at one moment, as one volunteer's device saw it. Devices are few, and
//!   may be wrong on purpose; reports count them only from above.
//! - There is no table of networks of addresses: two addresses are in one network only where the
//!   measurement itself says so.
//! - About 80 bytes are held for a measurement that was read. A line of more than 250,000 parts, or with a list
//!   of more than 10,000 elements, is refused before its parts are held.

mod address;
mod analysis;
mod collect;
mod contrast;
mod day;
mod document;
mod finding;
mod fingerprint;
mod lenient;
mod lines;
#[cfg(test)]
mod made;
mod monitor;
mod observation;
mod onset;
mod rules;
mod series;
mod settings;
pub mod synthetic;
mod table;
mod timeline;
mod verdict;
mod window;
mod withdrawn;
mod word;

pub use analysis::{Analysis, Notice, OutletDay, Reading, Summary, Unseen, analyse};
pub use collect::{Collection, FileReading, Observations, Rejected};
pub use contrast::{Contrast, NetworkContrast, Pair, TargetContrast};
pub use day::Day;
pub use finding::{Checks, Concordance, Finding, Lack, Side};
pub use fingerprint::Fingerprints;
pub use lines::{Digested, FileDigest, LONGEST_LINE, Lines, Piece};
pub use monitor::{Change, Monitor, USUAL, Watch};
pub use observation::{Access, Family, Observation, Outcome, Rejection, hour_of_name, observe};
pub use onset::{Count, Split, permutation_p, profile, split};
pub use series::{Cell, CellState, Mechanism, Series};
pub use settings::{
    Listed, NetworkDays, NetworkName, Outages, Settings, Statement, parse_networks, parse_outages,
    parse_statements, parse_targets,
};
pub use table::Problem;
pub use timeline::TimelineRow;
pub use verdict::{Confidence, Layer, RULE_SET, RULES, Rule, RuleId, State, Verdict};
pub use window::LONGEST_WINDOW;
pub use withdrawn::Withdrawn;
