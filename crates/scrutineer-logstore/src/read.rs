//! Reading a log: its checkpoint, tiles, bundles, entries, and the proofs that follow from them.
//!
//! What is read is what the store holds. Only the checkpoint is verified here, by its signatures; entries
//! and proofs are as good as what they are compared with. [`check`](crate::check()) compares all of them.

mod bundle;
mod error;

use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use scrutineer_tlog::bundle::MAX_BUNDLE;
use scrutineer_tlog::path::FULL_WIDTH;
use scrutineer_tlog::proof::read_root;
use scrutineer_tlog::tile::{TileHashes, TileReader, bundle_of, hashes_of};
use scrutineer_tlog::{
    Checkpoint, Hash, SignedNote, TileKind, TilePath, VerifierKey, prove_consistency,
    prove_inclusion,
};

use crate::path::ObjectPath;
use crate::store::Objects;
use crate::writer::{CHECKPOINT, CHECKPOINT_LIMIT};

pub use bundle::{Bundle, Bundles};
pub use error::ReadError;

/// Bytes of a full tile of hashes.
const MAX_TILE: u64 = FULL_WIDTH as u64 * Hash::LEN as u64;

/// Tiles kept in memory, 8 KiB each: a proof reads the same few again and again, and the proofs of
/// neighbours share them.
const TILES_KEPT: usize = 32;

/// Reads a log through its objects.
#[derive(Debug)]
pub struct LogReader<O> {
    objects: O,
    /// The size of a tree from whose wider tiles those of a smaller one are cut; 0 for none.
    size: u64,
    /// The tiles read last, the most recent at the end.
    kept: Mutex<Vec<(TilePath, Arc<[u8]>)>>,
}

impl<O: Objects> LogReader<O> {
    /// A reader of the log in these objects.
    pub fn new(objects: O) -> Self {
        Self {
            objects,
            size: 0,
            kept: Mutex::new(Vec::new()),
        }
    }

    /// The same reader, which knows that there is a tree of `size` entries: where a partial tile or bundle
    /// of a smaller tree is gone, it is cut from the wider one. A copy made by its checkpoint has no other.
    #[must_use]
    pub fn with_size(mut self, size: u64) -> Self {
        self.size = size;
        self
    }

    /// A reader of the same objects, which knows of a tree of `size` entries where this one knows of no larger.
    #[must_use]
    pub fn at_least(&self, size: u64) -> LogReader<&O> {
        LogReader::new(&self.objects).with_size(self.size.max(size))
    }

    /// The objects.
    pub fn objects(&self) -> &O {
        &self.objects
    }

    /// The public checkpoint, byte for byte and unverified.
    ///
    /// # Errors
    ///
    /// [`ReadError::Missing`] if there is none.
    pub fn checkpoint_bytes(&self) -> Result<Vec<u8>, ReadError> {
        let path = ObjectPath::known(CHECKPOINT);
        let bytes = self.objects.get(&path, CHECKPOINT_LIMIT)?;
        bytes.ok_or(ReadError::Missing(path))
    }

    /// The public checkpoint, verified with the keys of its log; see [`Checkpoint::open`].
    ///
    /// # Errors
    ///
    /// [`ReadError::Checkpoint`] if the signatures do not hold.
    pub fn checkpoint(&self, keys: &[VerifierKey]) -> Result<(Checkpoint, SignedNote), ReadError> {
        Ok(Checkpoint::open(&self.checkpoint_bytes()?, keys)?)
    }

    /// The bytes of a tile of hashes, 32 for each hash of its width. Where a partial tile is gone, they
    /// are cut from the full one.
    ///
    /// # Errors
    ///
    /// [`ReadError::Missing`] if both are gone, [`ReadError::Length`] if the tile has another length.
    pub fn tile(&self, path: TilePath) -> Result<Arc<[u8]>, ReadError> {
        if let Some(bytes) = self.recall(path) {
            return Ok(bytes);
        }
        let (found, mut bytes) = self.read(path, MAX_TILE)?;
        check_length(found, &bytes)?;
        bytes.truncate(length_of(path));
        let bytes: Arc<[u8]> = bytes.into();
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= TILES_KEPT {
            kept.remove(0);
        }
        kept.push((path, Arc::clone(&bytes)));
        Ok(bytes)
    }

    fn recall(&self, path: TilePath) -> Option<Arc<[u8]>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let place = kept.iter().position(|(held, _)| *held == path)?;
        let tile = kept.remove(place);
        let bytes = Arc::clone(&tile.1);
        kept.push(tile);
        Some(bytes)
    }

    /// The bundle at a path. Where a partial one is gone, it is cut from the full one.
    ///
    /// # Errors
    ///
    /// [`ReadError::Missing`] if both are gone, [`ReadError::Bundle`] if it does not hold as many entries
    /// as its path says.
    pub fn bundle(&self, path: TilePath) -> Result<Bundle, ReadError> {
        let (found, bytes) = self.read(path, MAX_BUNDLE as u64)?;
        Bundle::parse(path, found, bytes)
    }

    /// The object of a path, or of the full or the widest known tile or bundle of the same place, with the
    /// path of the one.
    fn read(&self, path: TilePath, limit: u64) -> Result<(TilePath, Vec<u8>), ReadError> {
        let widest = widest(path, self.size).unwrap_or(path);
        for path in [path, path.full(), widest] {
            if let Some(bytes) = self.objects.get(&path.into(), limit)? {
                return Ok((path, bytes));
            }
        }
        Err(ReadError::Missing(path.into()))
    }

    /// Entry `index` of the tree of the first `size` entries.
    ///
    /// # Errors
    ///
    /// [`ReadError::Beyond`] if it has no such entry; else as [`bundle`](Self::bundle).
    pub fn entry(&self, index: u64, size: u64) -> Result<Vec<u8>, ReadError> {
        let beyond = ReadError::Beyond { index, size };
        let Some((path, _)) = bundle_of(index, size) else {
            return Err(beyond);
        };
        let bundle = self.bundle(path)?;
        let found = bundle.entries().find(|(found, _)| *found == index);
        found.map(|(_, entry)| entry.to_vec()).ok_or(beyond)
    }

    /// The bundles of the tree of the first `size` entries that hold the entries of a range, which is cut
    /// to the size. One bundle is in memory at a time.
    pub fn bundles(&self, range: Range<u64>, size: u64) -> Bundles<'_, O> {
        Bundles::new(self, range, size)
    }

    /// The entries of a range with their indexes, read bundle by bundle; the range is cut to the size. The
    /// first error is the last item.
    pub fn entries(
        &self,
        range: Range<u64>,
        size: u64,
    ) -> impl Iterator<Item = Result<(u64, Vec<u8>), ReadError>> {
        let wanted = range.clone();
        self.bundles(range, size).flat_map(move |bundle| {
            let (entries, error) = match bundle {
                Ok(bundle) => {
                    let entries = bundle.entries().filter(|(index, _)| wanted.contains(index));
                    let entries = entries.map(|(index, entry)| Ok((index, entry.to_vec())));
                    (entries.collect::<Vec<_>>(), None)
                }
                Err(error) => (Vec::new(), Some(Err(error))),
            };
            entries.into_iter().chain(error)
        })
    }

    /// The root of the tree of the first `size` entries as its tiles have it.
    ///
    /// # Errors
    ///
    /// Those of reading tiles.
    pub fn root(&self, size: u64) -> Result<Hash, ReadError> {
        Ok(read_root(&TileHashes::new(self, size), size)?)
    }

    /// The proof that entry `index` is in the tree of the first `size` entries.
    ///
    /// # Errors
    ///
    /// [`ReadError::Proof`] if it is not; else those of reading tiles.
    pub fn prove_inclusion(&self, index: u64, size: u64) -> Result<Vec<Hash>, ReadError> {
        Ok(prove_inclusion(&TileHashes::new(self, size), index, size)?)
    }

    /// The proof that the tree of the first `old` entries is the beginning of that of the first `new`.
    ///
    /// # Errors
    ///
    /// As [`prove_inclusion`](Self::prove_inclusion).
    pub fn prove_consistency(&self, old: u64, new: u64) -> Result<Vec<Hash>, ReadError> {
        Ok(prove_consistency(&TileHashes::new(self, new), old, new)?)
    }
}

/// The tile of the same place in a tree of `size` entries; `None` if that is not as wide.
pub(crate) fn widest(tile: TilePath, size: u64) -> Option<TilePath> {
    let level = u32::from(tile.level().unwrap_or(0));
    let hashes = size.checked_shr(8 * level).unwrap_or(0);
    let first = tile.index().checked_mul(u64::from(FULL_WIDTH))?;
    let width = hashes.checked_sub(first)?.min(u64::from(FULL_WIDTH));
    let width = u16::try_from(width)
        .ok()
        .filter(|&width| width >= tile.width())?;
    match tile.kind() {
        TileKind::Hashes { level } => TilePath::hashes(level, tile.index(), width).ok(),
        TileKind::Entries => TilePath::entries(tile.index(), width).ok(),
    }
}

/// The hashes of exactly the tile of this path.
pub(crate) fn read_hashes<O: Objects>(objects: &O, path: TilePath) -> Result<Vec<Hash>, ReadError> {
    let bytes = read_exactly(objects, path, MAX_TILE)?;
    check_length(path, &bytes)?;
    Ok(hashes_of(path, &bytes)?)
}

/// Exactly the bundle of this path.
pub(crate) fn read_bundle<O: Objects>(objects: &O, path: TilePath) -> Result<Bundle, ReadError> {
    Bundle::parse(path, path, read_exactly(objects, path, MAX_BUNDLE as u64)?)
}

fn read_exactly<O: Objects>(objects: &O, path: TilePath, limit: u64) -> Result<Vec<u8>, ReadError> {
    let path = ObjectPath::from(path);
    objects.get(&path, limit)?.ok_or(ReadError::Missing(path))
}

/// Bytes of a tile of hashes.
fn length_of(path: TilePath) -> usize {
    usize::from(path.width()) * Hash::LEN
}

fn check_length(path: TilePath, bytes: &[u8]) -> Result<(), ReadError> {
    let (expected, found) = (length_of(path), bytes.len());
    if found == expected {
        return Ok(());
    }
    Err(ReadError::Length {
        path: path.into(),
        expected,
        found,
    })
}

impl<O: Objects> TileReader for LogReader<O> {
    type Error = ReadError;
    type Bytes = Arc<[u8]>;

    fn tile(&self, path: TilePath) -> Result<Arc<[u8]>, ReadError> {
        Self::tile(self, path)
    }
}
