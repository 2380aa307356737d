//! From a data set to entries, and back.
//!
//! ```text
//! Dataset -> entries -> changes since the log -> log
//! log -> Outline (what was superseded) -> EntriesReader -> Dataset, attested findings
//! ```
//!
//! Reading back takes two passes over the log, one entry at a time, so that memory stays within that
//! of the data set: the first learns which leaves no longer hold, the second builds.

mod ballot;
mod index;
mod key;
mod read;
mod write;

pub use ballot::Ballot;
pub use index::{Committed, EntryIndex, changes};
pub use key::RecordKey;
pub use read::{EntriesReader, Outline, Rebuilt, Reply, dataset};
pub use write::{Commitments, close, entries, is_public, policy};

use crate::canonical::Problem;

/// What is wrong with one entry of a log.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("entry {leaf}: {problem}")]
pub struct LogProblem {
    /// Index of the entry, from 0.
    pub leaf: u64,
    /// What is wrong with it.
    pub problem: Problem,
}
