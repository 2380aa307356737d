//! Copying a log and what lies beside it: everything is checked before anything is published.
//!
//! What comes from the other side waits in the private state folder until the whole tree of the new
//! checkpoint is there and leads to its root, and every file that the log names has its digest. Then it is
//! put into the public folder, the checkpoint and `latest.json` last. A copy that was interrupted goes on
//! where it was. Entries, tiles and manifests are never deleted; disclosed files only when an entry says
//! that they were withheld; files of superseded releases, which can be made again, when a newer release
//! stands.

mod beside;
mod overlay;
mod transfer;

use std::path::Path;

use scrutineer_tlog::tile::{entry_bundle_delta, hash_tile_delta};
use scrutineer_tlog::{Checkpoint, Policy, SignedNote, TilePath};

use crate::check::{CheckReport, Problem, check};
use crate::disk::{DiskObjects, is_nested};
use crate::error::{Action, StoreCause, StoreError};
use crate::follow::{Accepted, FollowError, Followed, TrustedState, below, follow};
use crate::path::ObjectPath;
use crate::public::PublicObjects;
use crate::read::{LogReader, ReadError};
use crate::store::Objects;
use crate::writer::{CHECKPOINT, CHECKPOINT_LIMIT};

use beside::Beside;
use overlay::Overlay;
use transfer::Transfer;

/// Missing and wrong objects after which a copy is given up; all until then are reported.
const MAX_PROBLEMS: usize = 100;

/// Bytes that are read and written as one group when the copy is published.
const GROUP: usize = 64 << 20;

/// A folder or a bucket that holds a copy of a log, and the private folder that belongs to it.
#[derive(Debug)]
pub struct Mirror {
    public: PublicObjects,
    state: TrustedState,
}

/// How much a copy may cost.
#[derive(Debug, Clone, Copy)]
pub struct MirrorLimits {
    /// The most bytes that are fetched at a time. A log can name more than a disk holds.
    pub bytes: u64,
    /// Threads that hash at the same time, at least 1. The outcome is the same for any number.
    pub threads: usize,
}

impl Default for MirrorLimits {
    /// 64 GiB, one thread.
    fn default() -> Self {
        Self {
            bytes: 64 << 30,
            threads: 1,
        }
    }
}

/// What came of a copy.
#[derive(Debug)]
pub struct Mirrored {
    /// How the log stands to what was seen of it. Where that is not accepted, nothing was copied.
    pub followed: Followed,
    /// What was published; `None` if nothing was.
    pub published: Option<Published>,
    /// What the other side lacks or has wrong, and what of it is named by a file here. While there is any,
    /// nothing is published.
    pub problems: Vec<Problem>,
}

/// A copy that is complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Entries of the log.
    pub size: u64,
    /// Objects that were written.
    pub objects: u64,
    /// Their bytes.
    pub bytes: u64,
    /// Disclosed files that were removed because an entry says that they are withheld.
    pub withheld: Vec<ObjectPath>,
    /// Files of superseded releases that were removed.
    pub superseded: u64,
}

/// Why a log could not be copied. What was fetched waits for the next try.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MirrorError {
    /// The log cannot be followed.
    #[error(transparent)]
    Follow(#[from] FollowError),
    /// The other side cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// This side cannot be read or written.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The folder holds the copy of another log.
    #[error("expected a copy of {expected} or an empty folder, found a copy of {found}")]
    OtherLog {
        /// The log to copy.
        expected: String,
        /// The log that is in the folder.
        found: String,
    },
    /// The folder holds something that is no checkpoint of a log of the policy.
    #[error("checkpoint: expected one that a log of the policy signed, found another file")]
    Unknown,
    /// The folder holds more entries than the log shows.
    #[error("expected a folder with at most {size} entries, found {found}")]
    Newer {
        /// What the log shows.
        size: u64,
        /// What is in the folder.
        found: u64,
    },
    /// More bytes than allowed.
    #[error("the copy needs more than {limit} bytes; with a higher limit it goes on where it was")]
    TooMuch {
        /// The limit.
        limit: u64,
    },
}

impl Mirrored {
    /// Whether the folder now is what the log shows.
    pub fn is_complete(&self) -> bool {
        self.published.is_some()
    }
}

impl Mirror {
    /// Opens the folder of a copy and the private one, creating what is absent.
    ///
    /// # Errors
    ///
    /// [`StoreCause::Nested`] if one lies inside the other, [`StoreCause::Locked`] if another process works
    /// on it, and those of the file system.
    pub fn open(folder: &Path, state: &Path) -> Result<Self, StoreError> {
        const NAME: &str = "the folder of what was seen";
        let fail = |error| StoreError::io(Action::Open, NAME, error);
        if is_nested(folder, state).map_err(fail)? {
            return Err(StoreError::new(Action::Open, NAME, StoreCause::Nested));
        }
        Self::into_place(DiskObjects::open(folder)?.into(), state)
    }

    /// As [`Mirror::open`], for a copy in any place that does not hold the private folder. A bucket, unlike a
    /// folder, has no lock: that of the private folder keeps two runs apart on one machine only.
    ///
    /// # Errors
    ///
    /// As [`Mirror::open`].
    pub fn into_place(public: PublicObjects, state: &Path) -> Result<Self, StoreError> {
        Ok(Self {
            state: TrustedState::open(state)?,
            public,
        })
    }

    /// What is remembered of the logs that were followed.
    pub fn state(&self) -> &TrustedState {
        &self.state
    }

    /// Follows a log and copies it.
    ///
    /// # Errors
    ///
    /// [`MirrorError`]; the public folder then shows what it showed before.
    pub fn update<O: Objects>(
        &self,
        from: &O,
        policy: &Policy,
        limits: MirrorLimits,
    ) -> Result<Mirrored, MirrorError> {
        let followed = follow(&LogReader::new(from), policy, &self.state)?;
        let shown = match &followed.shown {
            Some(shown) if followed.is_accepted() => shown.clone(),
            _ => {
                return Ok(Mirrored {
                    followed,
                    published: None,
                    problems: Vec::new(),
                });
            }
        };
        let before = self.before(policy, &shown.checkpoint)?;
        let staged = below(shown.checkpoint.origin(), "staging");
        let overlay = Overlay::new(self.state.folder(), &self.public, staged);
        let mut transfer = Transfer::new(from, &overlay, limits.bytes);
        let (report, beside) = copy(&mut transfer, &shown.checkpoint, before, limits)?;
        let is_sound = report.is_sound();
        let problems = if is_sound {
            beside.fetch(&mut transfer, policy)?
        } else {
            report.problems
        };
        let published = if is_sound && problems.is_empty() {
            Some(self.publish(&overlay, &shown, &beside)?)
        } else {
            None
        };
        Ok(Mirrored {
            followed,
            published,
            problems,
        })
    }

    /// How many entries the folder already has.
    fn before(&self, policy: &Policy, shown: &Checkpoint) -> Result<u64, MirrorError> {
        let Some(bytes) = self
            .public
            .get(&ObjectPath::known(CHECKPOINT), CHECKPOINT_LIMIT)?
        else {
            return Ok(0);
        };
        let note = SignedNote::parse(&bytes).map_err(|_| MirrorError::Unknown)?;
        let held = policy
            .evaluate(&note)
            .map_err(|_| MirrorError::Unknown)?
            .checkpoint;
        if held.origin() != shown.origin() {
            return Err(MirrorError::OtherLog {
                expected: shown.origin().to_owned(),
                found: held.origin().to_owned(),
            });
        }
        if held.size() > shown.size() {
            return Err(MirrorError::Newer {
                size: shown.size(),
                found: held.size(),
            });
        }
        Ok(held.size())
    }

    fn publish(
        &self,
        overlay: &Overlay<'_>,
        shown: &Accepted,
        beside: &Beside,
    ) -> Result<Published, MirrorError> {
        let mut published = Published {
            size: shown.checkpoint.size(),
            objects: 0,
            bytes: 0,
            withheld: Vec::new(),
            superseded: 0,
        };
        let staged = overlay.staged()?;
        let mut rest = staged.as_slice();
        while !rest.is_empty() {
            let (group, taken) = overlay.read_group(rest, GROUP)?;
            for (path, bytes) in &group {
                published.objects += 1;
                published.bytes += bytes.len() as u64;
                self.clear_the_way(path, bytes)?;
            }
            self.public.put_all_same_or_new(&group)?;
            rest = rest.get(taken..).unwrap_or_default();
        }
        let note = shown.note.to_string().into_bytes();
        self.put(&ObjectPath::known(CHECKPOINT), &note)?;
        if let Some((path, bytes)) = beside.latest() {
            self.put(&path, &bytes)?;
        }
        for path in self.public.list(&ObjectPath::known(beside::FILES))? {
            if !beside.has_file(&path) {
                self.public.delete(&path)?;
                published.superseded += 1;
            }
        }
        for path in beside.withheld_objects() {
            if self.public.get(&path, u64::MAX)?.is_some() {
                self.public.delete(&path)?;
                published.withheld.push(path);
            }
        }
        for path in &staged {
            overlay.drop_staged(path)?;
        }
        Ok(published)
    }

    /// Removes what was found wrong and is replaced.
    fn clear_the_way(&self, path: &ObjectPath, bytes: &[u8]) -> Result<(), StoreError> {
        let held = self.public.get(path, u64::MAX)?;
        if held.is_some_and(|held| held != bytes) {
            self.public.delete(path)?;
        }
        Ok(())
    }

    fn put(&self, path: &ObjectPath, bytes: &[u8]) -> Result<(), StoreError> {
        let held = self.public.get(path, u64::MAX)?;
        if held.as_deref() == Some(bytes) {
            return Ok(());
        }
        self.public.replace(path, held.as_deref(), bytes)
    }
}

/// Fetches the tiles and entries that are new and checks the whole tree. An object that is wrong, here
/// or as it came, is fetched once more.
fn copy<O: Objects>(
    transfer: &mut Transfer<'_, O>,
    checkpoint: &Checkpoint,
    before: u64,
    limits: MirrorLimits,
) -> Result<(CheckReport, Beside), MirrorError> {
    let size = checkpoint.size();
    let wanted = || hash_tile_delta(before, size).chain(entry_bundle_delta(before, size));
    transfer.overlay().drop_staged_tiles_except(wanted())?;
    let missing = transfer.tiles(wanted(), false)?;
    if !missing.is_empty() {
        let report = CheckReport {
            size,
            entries: 0,
            problems: missing,
            unlisted: 0,
        };
        return Ok((report, Beside::default()));
    }
    let (report, beside) = inspect(transfer.overlay(), checkpoint, limits.threads);
    if report.is_sound() {
        return Ok((report, beside));
    }
    let again: Vec<TilePath> = report
        .problems
        .iter()
        .take(MAX_PROBLEMS)
        .filter_map(|problem| problem.path.as_str().parse().ok())
        .collect();
    transfer.tiles(again.into_iter(), true)?;
    let (report, beside) = inspect(transfer.overlay(), checkpoint, limits.threads);
    if !report.is_sound() {
        // What does not lead to the signed root is of no use, not even for the next try.
        transfer
            .overlay()
            .drop_staged_tiles_except(std::iter::empty())?;
    }
    Ok((report, beside))
}

/// Checks the tree as it will be, and learns what its entries name.
fn inspect(
    overlay: &Overlay<'_>,
    checkpoint: &Checkpoint,
    threads: usize,
) -> (CheckReport, Beside) {
    let mut beside = Beside::default();
    let reader = LogReader::new(overlay);
    let report = check(&reader, checkpoint, threads, |_, entry| beside.learn(entry));
    (report, beside)
}
