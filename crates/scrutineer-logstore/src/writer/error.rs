//! What goes wrong when a log is opened or appended to, and what that means for the caller.

use std::fmt;

use scrutineer_tlog::bundle::EntryTooLong;
use scrutineer_tlog::checkpoint::CheckpointError;
use scrutineer_tlog::note::NoteError;
use scrutineer_tlog::{Hash, TilePath};

use crate::error::{StoreCause, StoreError};
use crate::read::ReadError;

/// Why a batch was not acknowledged. The three kinds ask for three different reactions.
#[derive(Debug, thiserror::Error)]
pub enum AppendError {
    /// The batch itself is at fault; nothing was done, and the same call fails again.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// Nothing was done; the same call may succeed later.
    #[error(transparent)]
    Retryable(#[from] Retryable),
    /// The writer has stopped; open the log anew.
    #[error(transparent)]
    Fatal(#[from] Fatal),
}

/// A batch that cannot be in the log. Nothing was written or signed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Refused {
    /// A batch without entries: two checkpoints of one size would say nothing.
    #[error("expected a batch with entries, found none")]
    Empty,
    /// Entries that are too long, all of them.
    #[error("{}", list(.0))]
    Entries(Vec<EntryProblem>),
    /// An entry that no bundle can hold.
    #[error(transparent)]
    Entry(EntryTooLong),
    /// The entries together are too long.
    #[error("expected a batch of at most {limit} bytes, found {found}")]
    BatchTooLarge {
        /// The bytes of all entries.
        found: usize,
        /// The most that is accepted.
        limit: usize,
    },
    /// The log has as many entries as its format can count.
    #[error("the log is full")]
    LogFull,
    /// The note that was given is not about the current checkpoint.
    #[error("expected signatures of the current checkpoint, found a note with another text")]
    OtherText,
    /// The checkpoint could not be written as a note.
    #[error(transparent)]
    Checkpoint(CheckpointError),
    /// The signatures do not fit into a note.
    #[error(transparent)]
    Note(NoteError),
}

/// An entry of a batch that is too long.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("entry {position} of the batch: expected at most {limit} bytes, found {found}")]
pub struct EntryProblem {
    /// Its position in the batch, from 0.
    pub position: usize,
    /// Its length in bytes.
    pub found: usize,
    /// The most that is accepted.
    pub limit: usize,
}

fn list(problems: &[EntryProblem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("; ")
}

/// The batch could not be staged. The log is as it was, and the writer goes on.
#[derive(Debug, thiserror::Error)]
#[error("the batch was not committed and may be appended again: {0}")]
pub struct Retryable(#[source] pub StoreError);

/// The steps at and after which a failure is fatal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Swapping the head, the commit point.
    Head,
    /// Writing tiles and bundles.
    Tiles,
    /// Publishing the checkpoint.
    Checkpoint,
}

/// The writer signs no more. Opening the log anew finishes or forgets the batch, and tells which.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Fatal {
    /// The head is not what this writer last saw. The batch is not in the log.
    #[error(
        "another writer has advanced the log; this one has stopped, and its batch is not in the log: {0}"
    )]
    OtherWriter(#[source] StoreError),
    /// Whether the head was swapped is unknown.
    #[error("it is unknown whether the batch was committed; open the log anew to know: {0}")]
    Unknown(#[source] StoreError),
    /// The batch is in the log, but not all of it is public.
    #[error("the batch is committed, but {step} failed; open the log anew to finish it: {error}")]
    Unfinished {
        /// What failed.
        step: Step,
        /// Why.
        #[source]
        error: StoreError,
    },
    /// An earlier call failed fatally.
    #[error("the writer has stopped after a fatal error; open the log anew")]
    Stopped,
}

impl Fatal {
    pub(super) fn at(step: Step, error: StoreError) -> Self {
        match (step, error.cause()) {
            (Step::Head, StoreCause::Changed) => Self::OtherWriter(error),
            (Step::Head, _) => Self::Unknown(error),
            _ => Self::Unfinished { step, error },
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Head => "swapping the head",
            Self::Tiles => "writing its tiles",
            Self::Checkpoint => "publishing its checkpoint",
        })
    }
}

/// Why a log was not opened. Nothing was signed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum OpenError {
    /// A store failed; the log may open later.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// There is neither a head nor a public checkpoint.
    #[error("there is no log here yet")]
    NoLog,
    /// A log was to be begun where there is one.
    #[error("expected neither a head nor a public checkpoint, found one; a log is begun only once")]
    Exists,
    /// The public checkpoint is there, and the private head is not.
    #[error(
        "the bundle has a checkpoint, but the private state has no head; writing on without it could fork the log"
    )]
    NoHead,
    /// The head is not a checkpoint signed by the given key.
    #[error("the head is no checkpoint signed by this key: {0}")]
    Head(#[source] CheckpointError),
    /// The public checkpoint is not a checkpoint signed by the given key.
    #[error("checkpoint is not signed by this key: {0}")]
    Public(#[source] CheckpointError),
    /// A new checkpoint could not be written.
    #[error(transparent)]
    Checkpoint(#[from] CheckpointError),
    /// The public checkpoint knows more entries than the head: the head was set back, or another writer
    /// has another head.
    #[error(
        "the public checkpoint has {public} entries, the head only {head}; the head was set back or is another one, and writing on would fork the log"
    )]
    HeadBehind {
        /// Entries of the head.
        head: u64,
        /// Entries of the public checkpoint.
        public: u64,
    },
    /// The public checkpoint is not a beginning of the log.
    #[error(
        "the public checkpoint of {size} entries has another root than the log at that size: the log was forked"
    )]
    Forked {
        /// Entries of the public checkpoint.
        size: u64,
    },
    /// The log does not hold what its head says, and nothing is staged to finish it from.
    #[error("the log of {size} entries cannot be continued: {problem}")]
    Incomplete {
        /// Entries of the head.
        size: u64,
        /// Which object is missing or wrong.
        #[source]
        problem: EdgeProblem,
    },
}

/// What is wrong at the right edge of a log.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EdgeProblem {
    /// An object is missing or malformed.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// The tiles are those of another tree.
    #[error("the tiles at the right edge give the root {found}, the head has {expected}")]
    Root {
        /// The root of the head.
        expected: Hash,
        /// The root that the tiles give.
        found: Hash,
    },
    /// An entry of the last bundle is not the one that was hashed.
    #[error("{bundle}: entry {index} hashes to {found}, {tile} has {expected}")]
    Entry {
        /// The bundle.
        bundle: TilePath,
        /// The tile that has its leaf hash.
        tile: TilePath,
        /// The index of the entry in the log.
        index: u64,
        /// The leaf hash in the tile.
        expected: Hash,
        /// The leaf hash of the entry.
        found: Hash,
    },
}
