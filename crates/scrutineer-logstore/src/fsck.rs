//! Checking a log together with its private state.

use scrutineer_tlog::checkpoint::CheckpointError;
use scrutineer_tlog::proof::read_root;
use scrutineer_tlog::tile::TileHashes;
use scrutineer_tlog::{Checkpoint, VerifierKey};

use crate::check::{CheckReport, Problem, check};
use crate::error::StoreError;
use crate::path::ObjectPath;
use crate::read::{LogReader, ReadError};
use crate::staging::StagedName;
use crate::store::{Head, Objects};
use crate::writer::{CHECKPOINT, CHECKPOINT_LIMIT};

/// What the head, the public checkpoint and all objects of a log say about each other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FsckReport {
    /// Entries that the head says there are.
    pub size: u64,
    /// Entries that the public checkpoint says there are; `None` without one that holds.
    pub public: Option<u64>,
    /// Staged batches that wait in the private state; opening the log finishes or drops them.
    pub staged: usize,
    /// What is wrong with head and checkpoint.
    pub state: Vec<Problem>,
    /// The check of all objects against the head.
    pub log: CheckReport,
}

/// Why a log could not be checked at all.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FsckError {
    /// The private state cannot be read.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The private state has no head.
    #[error("the private state has no head")]
    NoHead,
    /// The head is not a checkpoint signed by the given key.
    #[error("the head is no checkpoint signed by this key: {0}")]
    Head(#[source] CheckpointError),
}

impl FsckReport {
    /// Whether nothing is wrong and nothing is unfinished.
    pub fn is_sound(&self) -> bool {
        self.state.is_empty() && self.log.is_sound()
    }
}

/// Checks everything and changes nothing: the head, the public checkpoint against it, and every object.
///
/// # Errors
///
/// Only if there is no head to check against; everything else is in the report.
pub fn fsck<O: Objects, H: Head>(
    objects: &O,
    head: &H,
    key: &VerifierKey,
    threads: usize,
) -> Result<FsckReport, FsckError> {
    let bytes = head.load()?.ok_or(FsckError::NoHead)?;
    let keys = std::slice::from_ref(key);
    let (committed, _) = Checkpoint::open(&bytes, keys).map_err(FsckError::Head)?;
    let reader = LogReader::new(objects);
    let staged = head.staging().list(&StagedName::folder())?.len();
    let mut state = Vec::new();
    let mut report = |reason: String| {
        state.push(Problem {
            path: ObjectPath::known(CHECKPOINT),
            reason,
        });
    };

    let public = match objects.get(&ObjectPath::known(CHECKPOINT), CHECKPOINT_LIMIT) {
        Ok(Some(bytes)) => match Checkpoint::open(&bytes, keys) {
            Ok((public, _)) => Some(public),
            Err(error) => {
                report(format!("is no checkpoint signed by this key: {error}"));
                None
            }
        },
        Ok(None) => {
            report("is missing; opening the log publishes it again".to_owned());
            None
        }
        Err(error) => {
            report(error.cause().to_string());
            None
        }
    };
    if let Some(public) = &public {
        let (found, expected) = (public.size(), committed.size());
        if found > expected {
            report(format!(
                "has {found} entries, the head only {expected}: the head was set back or is another one"
            ));
        } else if found < expected {
            report(format!(
                "has {found} entries, the head {expected}: a batch is unfinished, opening the log finishes it"
            ));
        }
        // A root that cannot be read is reported with the object that is missing.
        let root = read_root(&TileHashes::new(&reader, expected), found).map_err(ReadError::from);
        if found <= expected && root.is_ok_and(|root| root != *public.root()) {
            report(format!(
                "has another root at {found} entries than the log: the log was forked"
            ));
        }
    }
    Ok(FsckReport {
        size: committed.size(),
        public: public.map(|public| public.size()),
        staged,
        state,
        log: check(&reader, &committed, threads, |_, _| {}),
    })
}
