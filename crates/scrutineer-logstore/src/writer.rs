//! The one writer of a log, in the order of Sunlight (sunlight.dev, `internal/ctlog`).
//!
//! A batch is built at the right edge, **staged** as one object, its checkpoint **signed**, and the head
//! **swapped**: from here on the batch is part of the log. Then its tiles and bundles are written, the
//! checkpoint is published, and what was staged is dropped. At whatever step the process dies, the next one
//! finds either no trace in the head, or the head and the staged batch to finish from.
//!
//! Two writers meet at the head, and only one of them swaps it. No step looks at a clock.

mod batch;
mod error;
mod recovery;

use scrutineer_tlog::{Checkpoint, EMPTY_ROOT, Hash, SignedNote, SigningKey, TileBuilder};

use crate::path::ObjectPath;
use crate::store::{Head, Objects};

pub use batch::{Limits, MAX_BATCH_BYTES};
pub use error::{
    AppendError, EdgeProblem, EntryProblem, Fatal, OpenError, Refused, Retryable, Step,
};
pub use recovery::{Finished, Recovery};

use batch::Build;

/// Where the public checkpoint is, relative to the bundle.
pub(crate) const CHECKPOINT: &str = "checkpoint";

/// The longest checkpoint in bytes that is read: that of a note.
pub(crate) const CHECKPOINT_LIMIT: u64 = scrutineer_tlog::note::MAX_BYTES as u64;

/// Writes a log: the only way in which entries come into it.
///
/// Its origin is the name of its key. Holding a `Writer` is holding the private state, and for a log on disk
/// its lock.
#[derive(Debug)]
pub struct Writer<O, H> {
    objects: O,
    head: H,
    key: SigningKey,
    limits: Limits,
    edge: Edge,
    /// The head as it was last swapped, byte for byte.
    committed: SignedNote,
    /// The public checkpoint as it was last written, byte for byte: it may carry more signatures.
    published: Vec<u8>,
    /// Set by a fatal error: nothing is signed any more.
    has_stopped: bool,
}

/// What is needed to go on appending: the right edge of the tree and the last bundle if it is partial.
#[derive(Debug, Clone)]
pub(crate) struct Edge {
    pub(crate) tiles: TileBuilder,
    pub(crate) bundle: Vec<u8>,
}

/// What a batch became: durable, signed and public.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// The index of the first entry of the batch; the others follow it.
    pub first_index: u64,
    /// The size of the log with the batch.
    pub size: u64,
    /// The root of the log with the batch.
    pub root: Hash,
}

impl<O: Objects, H: Head> Writer<O, H> {
    /// Begins a log: signs and publishes the checkpoint of the empty tree.
    ///
    /// # Errors
    ///
    /// [`OpenError::Exists`] if there is a head or a public checkpoint. With lost private state a log is
    /// never begun anew under the same key: it would be a fork.
    pub fn create(objects: O, head: H, key: SigningKey) -> Result<Self, OpenError> {
        let path = ObjectPath::known(CHECKPOINT);
        if head.load()?.is_some() || objects.get(&path, CHECKPOINT_LIMIT)?.is_some() {
            return Err(OpenError::Exists);
        }
        let committed = sign(&key, 0, EMPTY_ROOT)?;
        let note = committed.to_string().into_bytes();
        head.swap(None, &note)?;
        objects.replace(&path, None, &note)?;
        Ok(Self {
            objects,
            head,
            key,
            limits: Limits::default(),
            edge: Edge {
                tiles: TileBuilder::new(),
                bundle: Vec::new(),
            },
            committed,
            published: note,
            has_stopped: false,
        })
    }

    /// Opens a log, finishing what its last writer left unfinished.
    ///
    /// The right edge and the last bundle are verified against the head before anything is appended; the
    /// rest of the log is not read. See [`fsck`](crate::fsck) for that.
    ///
    /// # Errors
    ///
    /// [`OpenError::NoLog`] if there is neither head nor public checkpoint: the caller then decides
    /// whether to [`create`](Self::create) one. The others say why the log must not be written to.
    pub fn open(objects: O, head: H, key: SigningKey) -> Result<(Self, Recovery), OpenError> {
        let found = recovery::recover(&objects, &head, key.verifier())?;
        let writer = Self {
            objects,
            head,
            key,
            limits: Limits::default(),
            edge: found.edge,
            committed: found.committed,
            published: found.published,
            has_stopped: false,
        };
        Ok((writer, found.recovery))
    }

    /// The same writer with other limits on a batch.
    #[must_use]
    pub fn with_limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Appends the entries in their order. When it returns, they are durable, signed and public.
    ///
    /// One call is one batch and one checkpoint. Its price is a few syncs whatever the number of entries,
    /// so batches of hundreds or thousands are the fast way. Nothing is deduplicated.
    ///
    /// # Errors
    ///
    /// [`Refused`]: the batch cannot be in a log; all its problems are given and nothing was done.
    /// [`Retryable`]: nothing was done, and the same call may succeed later. [`Fatal`]: the batch may be in
    /// the log or not; this writer signs no more, and opening the log anew tells.
    pub fn append<E: AsRef<[u8]>>(&mut self, entries: &[E]) -> Result<Appended, AppendError> {
        if self.has_stopped {
            return Err(Fatal::Stopped.into());
        }
        self.limits.check(entries)?;
        let base = self.size();
        let Build { edge, name, staged } = batch::build(&self.edge, entries)?;
        let committed = sign(&self.key, staged.size, staged.root).map_err(Refused::Checkpoint)?;

        self.head
            .staging()
            .put_same_or_new(&name.path(), &staged.encode())
            .map_err(Retryable)?;
        self.commit(&committed)?;
        self.edge = edge;
        self.objects
            .put_all_same_or_new(&staged.objects)
            .map_err(|error| self.stop(Step::Tiles, error))?;
        let note = committed.to_string().into_bytes();
        self.objects
            .replace(&ObjectPath::known(CHECKPOINT), Some(&self.published), &note)
            .map_err(|error| self.stop(Step::Checkpoint, error))?;
        self.published = note;
        // The batch is safe without it, and what stays here is dropped when the log is next opened.
        let _ = self.head.staging().delete(&name.path());
        Ok(Appended {
            first_index: base,
            size: staged.size,
            root: staged.root,
        })
    }

    /// Publishes the current checkpoint with the signatures of `note`, those of witnesses, added.
    ///
    /// # Errors
    ///
    /// [`Refused::OtherText`] if the note is not about the current checkpoint; else as
    /// [`append`](Self::append).
    pub fn publish_signatures(&mut self, note: &SignedNote) -> Result<(), AppendError> {
        if self.has_stopped {
            return Err(Fatal::Stopped.into());
        }
        if note.text() != self.committed.text() {
            return Err(Refused::OtherText.into());
        }
        let mut full = SignedNote::parse(&self.published).map_err(Refused::Note)?;
        let own = self.key.verifier();
        for signature in note.signatures().iter().filter(|line| !line.is_of(own)) {
            full.put(signature.clone()).map_err(Refused::Note)?;
        }
        let bytes = full.to_string().into_bytes();
        self.objects
            .replace(
                &ObjectPath::known(CHECKPOINT),
                Some(&self.published),
                &bytes,
            )
            .map_err(|error| self.stop(Step::Checkpoint, error))?;
        self.published = bytes;
        Ok(())
    }

    /// Deletes partial tiles and bundles of which the full one is there, and returns their paths.
    ///
    /// Until this is called, every partial tile that a published checkpoint used stays: readers of an old
    /// checkpoint still ask for it. Afterwards they fall back to the full one.
    ///
    /// # Errors
    ///
    /// Those of the store; what was deleted until then stays deleted, and the log is whole either way.
    pub fn collect_partials(&mut self) -> Result<Vec<ObjectPath>, crate::StoreError> {
        batch::superseded_partials(&self.objects, self.size())?
            .into_iter()
            .map(|path| self.objects.delete(&path).map(|()| path))
            .collect()
    }

    /// The number of entries that are committed.
    pub fn size(&self) -> u64 {
        self.edge.tiles.size()
    }

    /// The root of the committed tree.
    pub fn root(&self) -> Hash {
        self.edge.tiles.root()
    }

    /// The committed checkpoint with the signature of the log alone.
    pub fn checkpoint(&self) -> &SignedNote {
        &self.committed
    }

    /// The public objects, to read the log through.
    pub fn objects(&self) -> &O {
        &self.objects
    }

    /// Gives the stores back; a log on disk is unlocked when its head is dropped.
    pub fn into_stores(self) -> (O, H) {
        (self.objects, self.head)
    }

    fn commit(&mut self, committed: &SignedNote) -> Result<(), Fatal> {
        let (old, new) = (self.committed.to_string(), committed.to_string());
        self.head
            .swap(Some(old.as_bytes()), new.as_bytes())
            .map_err(|error| self.stop(Step::Head, error))?;
        self.committed = committed.clone();
        Ok(())
    }

    fn stop(&mut self, step: Step, error: crate::StoreError) -> Fatal {
        self.has_stopped = true;
        Fatal::at(step, error)
    }
}

fn sign(
    key: &SigningKey,
    size: u64,
    root: Hash,
) -> Result<SignedNote, scrutineer_tlog::checkpoint::CheckpointError> {
    Checkpoint::new(key.verifier().name(), size, root)?.sign(key)
}
