//! Opening a log: finishing what its last writer left, and trusting nothing but the head.

use scrutineer_tlog::proof::read_root;
use scrutineer_tlog::tile::{TileHashes, bundle_of, hashes_of, tile_of};
use scrutineer_tlog::{Checkpoint, SignedNote, TileBuilder, VerifierKey, leaf_hash};

use super::error::{EdgeProblem, OpenError};
use super::{CHECKPOINT, CHECKPOINT_LIMIT, Edge};
use crate::path::ObjectPath;
use crate::read::{LogReader, ReadError};
use crate::staging::{Batch, MAX_STAGED, StagedName};
use crate::store::{Head, Objects};

/// What opening a log found and did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovery {
    /// The size of the log.
    pub size: u64,
    /// What had to be finished.
    pub finished: Finished,
    /// The size of the public checkpoint that was found; `None` if there was none.
    pub found_public: Option<u64>,
    /// Staged batches that never were and cannot become part of the log, and were dropped.
    pub dropped: usize,
}

/// What the last writer left unfinished, and opening finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finished {
    /// Nothing: the last batch was complete.
    Nothing,
    /// The tiles of the last batch were written from what was staged, and its checkpoint published where
    /// it was not.
    Batch,
    /// All tiles were there; the checkpoint was published.
    Checkpoint,
}

/// A log that can be continued.
pub(super) struct Recovered {
    pub(super) edge: Edge,
    pub(super) committed: SignedNote,
    pub(super) published: Vec<u8>,
    pub(super) recovery: Recovery,
}

pub(super) fn recover<O: Objects, H: Head>(
    objects: &O,
    head: &H,
    key: &VerifierKey,
) -> Result<Recovered, OpenError> {
    let path = ObjectPath::known(CHECKPOINT);
    let public_bytes = objects.get(&path, CHECKPOINT_LIMIT)?;
    let Some(head_bytes) = head.load()? else {
        return Err(match public_bytes {
            Some(_) => OpenError::NoHead,
            None => OpenError::NoLog,
        });
    };
    let keys = std::slice::from_ref(key);
    let (committed, note) = Checkpoint::open(&head_bytes, keys).map_err(OpenError::Head)?;
    let public = match &public_bytes {
        None => None,
        Some(bytes) => Some(Checkpoint::open(bytes, keys).map_err(OpenError::Public)?.0),
    };
    if let Some(public) = &public {
        refuse_another_past(public, &committed)?;
    }

    let (is_replayed, stale) = replay(objects, head.staging(), &committed)?;
    let reader = LogReader::new(objects);
    let edge = read_edge(&reader, &committed)?;
    if let Some(public) = &public {
        let root = read_root(&TileHashes::new(&reader, committed.size()), public.size())
            .map_err(|error| incomplete(&committed, ReadError::from(error).into()))?;
        if root != *public.root() {
            return Err(OpenError::Forked {
                size: public.size(),
            });
        }
    }

    let is_behind = public
        .as_ref()
        .is_none_or(|public| public.size() < committed.size());
    let published = if is_behind {
        objects.replace(&path, public_bytes.as_deref(), &head_bytes)?;
        head_bytes
    } else {
        public_bytes.unwrap_or(head_bytes)
    };
    for name in &stale {
        // As harmless there as dropped; the next opening tries again.
        let _ = head.staging().delete(&name.path());
    }
    let recovery = Recovery {
        size: committed.size(),
        finished: match (is_replayed, is_behind) {
            (true, _) => Finished::Batch,
            (false, true) => Finished::Checkpoint,
            (false, false) => Finished::Nothing,
        },
        found_public: public.map(|public| public.size()),
        dropped: stale.len() - usize::from(is_replayed),
    };
    Ok(Recovered {
        edge,
        committed: note,
        published,
        recovery,
    })
}

/// Two checkpoints of which the public one cannot be a beginning of the head.
fn refuse_another_past(public: &Checkpoint, head: &Checkpoint) -> Result<(), OpenError> {
    if public.size() > head.size() {
        return Err(OpenError::HeadBehind {
            head: head.size(),
            public: public.size(),
        });
    }
    if public.size() == head.size() && public.root() != head.root() {
        return Err(OpenError::Forked { size: head.size() });
    }
    Ok(())
}

/// Writes the objects of the staged batch that leads to the head, if there is one. Returns whether there
/// was, and the names that can go: that one, and those that no swap can commit any more because the head
/// has left the size on which they rest. A batch on the current size is left alone: on a store without
/// locks another writer may be about to commit it.
fn replay<O: Objects, S: Objects>(
    objects: &O,
    staging: &S,
    head: &Checkpoint,
) -> Result<(bool, Vec<StagedName>), OpenError> {
    let mut is_replayed = false;
    let mut stale = Vec::new();
    for path in staging.list(&StagedName::folder())? {
        let Some(name) = StagedName::parse(&path) else {
            continue;
        };
        if name.leads_to(head.size(), *head.root()) {
            // A batch that cannot be read whole is no reason to refuse yet: the edge shows whether its
            // objects were written.
            let batch = staging
                .get(&path, MAX_STAGED)?
                .as_deref()
                .and_then(Batch::decode);
            if let Some(batch) = batch
                && batch.size == head.size()
                && batch.root == *head.root()
            {
                objects.put_all_same_or_new(&batch.objects)?;
                is_replayed = true;
                stale.push(name);
            }
        } else if name.base < head.size() {
            stale.push(name);
        }
    }
    Ok((is_replayed, stale))
}

/// Reads the right edge and the last bundle, and compares both with the head.
fn read_edge<O: Objects>(reader: &LogReader<O>, head: &Checkpoint) -> Result<Edge, OpenError> {
    let incomplete = |problem: EdgeProblem| incomplete(head, problem);
    let tiles = TileBuilder::open(head.size(), |path| {
        reader.tile(path).map(|bytes| bytes.to_vec())
    })
    .map_err(|error| incomplete(ReadError::from(error).into()))?;
    if tiles.root() != *head.root() {
        return Err(incomplete(EdgeProblem::Root {
            expected: *head.root(),
            found: tiles.root(),
        }));
    }
    let last = head.size().checked_sub(1);
    let last = last.and_then(|last| {
        Some((
            tile_of(0, last, head.size())?,
            bundle_of(last, head.size())?.0,
        ))
    });
    let Some((tile, path)) = last else {
        let bundle = Vec::new();
        return Ok(Edge { tiles, bundle });
    };
    let read = || -> Result<_, ReadError> {
        let hashes = hashes_of(tile, &reader.tile(tile)?)?;
        Ok((hashes, reader.bundle(path)?))
    };
    let (hashes, bundle) = read().map_err(|error| incomplete(error.into()))?;
    for ((index, entry), &expected) in bundle.entries().zip(&hashes) {
        let found = leaf_hash(entry);
        if found != expected {
            return Err(incomplete(EdgeProblem::Entry {
                bundle: path,
                tile,
                index,
                expected,
                found,
            }));
        }
    }
    let bundle = if path.is_partial() {
        bundle.bytes().to_vec()
    } else {
        Vec::new()
    };
    Ok(Edge { tiles, bundle })
}

/// A store that fails may work at the next try; a log that lacks something will not.
fn incomplete(head: &Checkpoint, problem: EdgeProblem) -> OpenError {
    match problem {
        EdgeProblem::Read(ReadError::Store(error)) => OpenError::Store(error),
        problem => OpenError::Incomplete {
            size: head.size(),
            problem,
        },
    }
}
