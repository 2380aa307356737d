//! What a follower, a mirror or a witness remembers.

use std::fs::{self, File, TryLockError};
use std::path::Path;

use scrutineer_tlog::hash::sha256;
use scrutineer_tlog::{Checkpoint, SignedNote};

use super::evidence::Evidence;
use crate::disk::DiskObjects;
use crate::error::{Action, StoreCause, StoreError};
use crate::path::ObjectPath;
use crate::store::Objects;
use crate::writer::CHECKPOINT_LIMIT;

/// How a message calls the folder; its path on the machine is nobody else's business.
const NAME: &str = "the folder of what was seen";

/// Pairs of notes that are kept for one origin. More add nothing to what they show, and would let a log
/// fill the disk.
const MAX_EVIDENCE: usize = 1_000;

/// A folder that remembers, for each log, the last checkpoint that was accepted.
///
/// It is trusted: whoever sets it back can show an older or another tree. Below it each origin has a
/// folder of its own, named by the SHA-256 of the origin, with
///
/// - `checkpoint`: the signed note accepted last;
/// - `seen/<size>.note`: every note that was accepted;
/// - `evidence/`: signed notes that contradict each other, see [`Evidence`].
///
/// The folder is locked while it is open, so that two processes never decide at the same time.
#[derive(Debug)]
pub struct TrustedState {
    folder: DiskObjects,
    // Closing it gives up the lock.
    _lock: File,
}

/// A note that was accepted before, and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// What it says.
    pub checkpoint: Checkpoint,
    /// The note, with the cosignatures known to this day.
    pub note: SignedNote,
}

impl TrustedState {
    /// Opens the folder, creating it where it is absent, and locks it.
    ///
    /// # Errors
    ///
    /// [`StoreCause::Locked`] if another process has it open, and those of the file system.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        let fail = |error| StoreError::io(Action::Open, NAME, error);
        fs::create_dir_all(folder).map_err(fail)?;
        let lock = File::create(folder.join("lock")).map_err(fail)?;
        match crate::disk::lock(&lock) {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(StoreError::new(Action::Open, NAME, StoreCause::Locked));
            }
            Err(TryLockError::Error(error)) => return Err(fail(error)),
        }
        Ok(Self {
            folder: DiskObjects::open_existing(folder)?,
            _lock: lock,
        })
    }

    /// What was accepted last for an origin; `None` before the first time.
    ///
    /// # Errors
    ///
    /// Those of reading; and [`StoreCause::Differs`] if what is there is no checkpoint of the origin:
    /// nothing is accepted on top of a memory that is damaged.
    pub fn accepted(&self, origin: &str) -> Result<Option<Accepted>, StoreError> {
        self.read(origin, &below(origin, "checkpoint"))
    }

    /// The note of this size that was accepted at some time.
    ///
    /// # Errors
    ///
    /// As [`accepted`](Self::accepted).
    pub fn seen(&self, origin: &str, size: u64) -> Result<Option<Accepted>, StoreError> {
        self.read(origin, &seen_path(origin, size))
    }

    fn read(&self, origin: &str, path: &ObjectPath) -> Result<Option<Accepted>, StoreError> {
        let Some(bytes) = self.folder.get(path, CHECKPOINT_LIMIT)? else {
            return Ok(None);
        };
        let damaged = || StoreError::on(Action::Read, path, StoreCause::Differs);
        let note = SignedNote::parse(&bytes).map_err(|_| damaged())?;
        let checkpoint: Checkpoint = note.text().parse().map_err(|_| damaged())?;
        if checkpoint.origin() != origin {
            return Err(damaged());
        }
        Ok(Some(Accepted { checkpoint, note }))
    }

    /// Remembers a note durably in place of `before`. When this returns, it may be reported or answered.
    ///
    /// # Errors
    ///
    /// Those of writing; what was remembered before is then still there, or the new note is.
    pub(crate) fn accept(
        &self,
        before: Option<&Accepted>,
        now: &Accepted,
    ) -> Result<(), StoreError> {
        let origin = now.checkpoint.origin();
        let bytes = now.note.to_string().into_bytes();
        let seen = seen_path(origin, now.checkpoint.size());
        if self.folder.get(&seen, CHECKPOINT_LIMIT)?.is_none() {
            self.folder.put_new(&seen, &bytes)?;
        }
        let expected = before.map(|before| before.note.to_string().into_bytes());
        if expected.as_ref() == Some(&bytes) {
            return Ok(());
        }
        let path = below(origin, "checkpoint");
        self.folder.replace(&path, expected.as_deref(), &bytes)
    }

    /// Keeps notes that contradict each other, and gives the paths of the files inside the folder. Of one
    /// pair of texts only the first is kept.
    ///
    /// # Errors
    ///
    /// Those of writing.
    pub(crate) fn keep(&self, evidence: &Evidence) -> Result<Vec<ObjectPath>, StoreError> {
        let origin = evidence.origin();
        let folder = below(origin, "evidence");
        let files = evidence.files(&folder);
        let paths: Vec<ObjectPath> = files.iter().map(|(path, _)| path.clone()).collect();
        let held = self.folder.list(&folder)?;
        let is_new = |path: &ObjectPath| !held.contains(path);
        let is_full = held.len() >= MAX_EVIDENCE * 2 && !evidence.is_two_roots();
        if is_full {
            return Ok(Vec::new());
        }
        let new: Vec<_> = files.into_iter().filter(|(path, _)| is_new(path)).collect();
        self.folder.put_all_same_or_new(&new)?;
        Ok(paths)
    }

    /// The evidence that is kept about an origin: paths inside the folder, sorted.
    ///
    /// # Errors
    ///
    /// Those of listing.
    pub fn evidence(&self, origin: &str) -> Result<Vec<ObjectPath>, StoreError> {
        self.folder.list(&below(origin, "evidence"))
    }

    /// Whether the private state of a log lies in the same folder: who holds the one holds the other.
    ///
    /// # Errors
    ///
    /// Those of reading.
    pub fn is_of_a_log(&self) -> Result<bool, StoreError> {
        let head = self
            .folder
            .get(&ObjectPath::known("head"), CHECKPOINT_LIMIT)?;
        Ok(head.is_some())
    }

    /// The objects of the folder, for what a mirror has not yet published.
    pub(crate) fn folder(&self) -> &DiskObjects {
        &self.folder
    }
}

/// A path in the folder of an origin.
pub(crate) fn below(origin: &str, name: &str) -> ObjectPath {
    ObjectPath::known(format!("{}/{name}", sha256(origin.as_bytes())))
}

fn seen_path(origin: &str, size: u64) -> ObjectPath {
    below(origin, &format!("seen/{size}.note"))
}
