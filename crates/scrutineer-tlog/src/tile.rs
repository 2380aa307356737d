//! Tiles of hashes: which a tree has, how they grow, and reading a tree through them (C2SP tlog-tiles).

use crate::MAX_SIZE;
use crate::hash::{Hash, node_hash};
use crate::path::{FULL_WIDTH, MAX_LEVEL, TileKind, TilePath};
use crate::proof::HashReader;
use crate::tree::{Frontier, TreeError, fold_right};

/// Leaves under one hash of a level, as a binary logarithm.
fn leaf_bits(level: u8) -> u32 {
    u32::from(level).saturating_mul(8)
}

/// How many hashes of a level a tree of `size` entries has: those of full tiles of the level below.
fn hashes_at(level: u8, size: u64) -> u64 {
    size.checked_shr(leaf_bits(level)).unwrap_or(0)
}

/// Cuts a count of hashes into full tiles and the width of the partial one, 0 for none.
fn cut(hashes: u64) -> (u64, u16) {
    let width = u16::try_from(hashes & 0xff).unwrap_or(0);
    (hashes >> 8, width)
}

/// Every tile of hashes of a tree of `size` entries, level by level from the left.
pub fn hash_tiles(size: u64) -> impl Iterator<Item = TilePath> {
    hash_tile_delta(0, size)
}

/// Every bundle of entries of a tree of `size` entries, from the left.
pub fn entry_bundles(size: u64) -> impl Iterator<Item = TilePath> {
    entry_bundle_delta(0, size)
}

/// The tiles of hashes that a tree of `new` entries has and its beginning of `old` entries has not, or
/// not in this width: what a growth writes. None where `new` is not larger.
pub fn hash_tile_delta(old: u64, new: u64) -> impl Iterator<Item = TilePath> {
    (0..=MAX_LEVEL).flat_map(move |level| {
        let kind = TileKind::Hashes { level };
        grown(kind, hashes_at(level, old), hashes_at(level, new))
    })
}

/// The bundles of entries that a growth from `old` to `new` entries writes, as [`hash_tile_delta`].
pub fn entry_bundle_delta(old: u64, new: u64) -> impl Iterator<Item = TilePath> {
    grown(TileKind::Entries, old, new)
}

fn grown(kind: TileKind, old: u64, new: u64) -> impl Iterator<Item = TilePath> {
    let (first, _) = cut(old);
    let (full, rest) = cut(new);
    let is_grown = new > old;
    let full_tiles = (first..full).map(move |index| TilePath::bounded(kind, index, FULL_WIDTH));
    let partial = (rest > 0).then(|| TilePath::bounded(kind, full, rest));
    full_tiles.chain(partial).filter(move |_| is_grown)
}

/// The tile of hashes in which a tree of `size` entries has hash `index` of a tile level, in the width
/// that this tree gives it; `None` where the tree does not have the hash.
pub fn tile_of(level: u8, index: u64, size: u64) -> Option<TilePath> {
    let hashes = hashes_at(level, size);
    if level > MAX_LEVEL || index >= hashes {
        return None;
    }
    let (full, rest) = cut(hashes);
    let tile = index >> 8;
    let width = if tile < full { FULL_WIDTH } else { rest };
    Some(TilePath::bounded(TileKind::Hashes { level }, tile, width))
}

/// The bundle in which a tree of `size` entries has entry `index`, and its place there; `None` where
/// the tree does not have the entry.
pub fn bundle_of(index: u64, size: u64) -> Option<(TilePath, u8)> {
    let tile = tile_of(0, index, size)?;
    let place = u8::try_from(index & 0xff).ok()?;
    Some((
        TilePath::bounded(TileKind::Entries, tile.index(), tile.width()),
        place,
    ))
}

/// A tile whose bytes are not those of its path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{path}: expected {expected} bytes, found {found}")]
pub struct TileLength {
    /// The tile.
    pub path: TilePath,
    /// 32 bytes for each hash of its width.
    pub expected: usize,
    /// What was read.
    pub found: usize,
}

/// The hashes of a tile. The bytes may be those of the full tile of the same place, which then is cut
/// to the width.
pub fn hashes_of(path: TilePath, bytes: &[u8]) -> Result<Vec<Hash>, TileLength> {
    let width = usize::from(path.width());
    let (hashes, rest) = bytes.as_chunks::<{ Hash::LEN }>();
    let is_full = hashes.len() == usize::from(FULL_WIDTH);
    match hashes.get(..width) {
        Some(own) if rest.is_empty() && (own.len() == hashes.len() || is_full) => {
            Ok(own.iter().map(|&hash| Hash::from_bytes(hash)).collect())
        }
        _ => Err(TileLength {
            path,
            expected: width.saturating_mul(Hash::LEN),
            found: bytes.len(),
        }),
    }
}

/// The root of a power of two of hashes of one level.
fn subtree_root(hashes: &[Hash]) -> Option<Hash> {
    let mut level = hashes.to_vec();
    while level.len() > 1 {
        let (pairs, _) = level.as_chunks::<2>();
        level = pairs
            .iter()
            .map(|[left, right]| node_hash(left, right))
            .collect();
    }
    level.first().copied()
}

/// A tile of hashes as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tile {
    /// Where.
    pub path: TilePath,
    /// The hashes one after the other, 32 bytes each.
    pub bytes: Vec<u8>,
}

/// Grows the tiles of a log: takes leaf hashes, gives the tiles to write. Holds only the right edge, at
/// most 255 hashes a level.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TileBuilder {
    frontier: Frontier,
    /// The hashes of the partial tile of each level.
    edges: Vec<Vec<Hash>>,
    /// Tiles that became full since they were last taken.
    full: Vec<Tile>,
    /// The size when tiles were last taken.
    taken: u64,
}

/// Why the right edge of a log could not be opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OpenError<E> {
    /// A size beyond the limit.
    #[error(transparent)]
    Tree(TreeError),
    /// A tile could not be read.
    #[error("{path}: {error}")]
    Read {
        /// The tile.
        path: TilePath,
        /// Why.
        error: E,
    },
    /// A tile has another length.
    #[error(transparent)]
    Length(TileLength),
}

impl TileBuilder {
    /// A builder for a log without entries.
    pub fn new() -> Self {
        Self::default()
    }

    /// Opens a log of `size` entries from the tiles at its right edge: at most one a level. Whether they
    /// are the tiles of the log, [`TileBuilder::root`] tells: compare it with the signed root.
    pub fn open<E>(
        size: u64,
        mut read: impl FnMut(TilePath) -> Result<Vec<u8>, E>,
    ) -> Result<Self, OpenError<E>> {
        if size > MAX_SIZE {
            return Err(OpenError::Tree(TreeError::TooLarge(size)));
        }
        let mut edges = Vec::new();
        for level in 0..=MAX_LEVEL {
            let (index, width) = cut(hashes_at(level, size));
            let mut edge = Vec::new();
            if width > 0 {
                let path = TilePath::bounded(TileKind::Hashes { level }, index, width);
                let bytes = read(path).map_err(|error| OpenError::Read { path, error })?;
                edge = hashes_of(path, &bytes).map_err(OpenError::Length)?;
            }
            edges.push(edge);
        }
        let roots = edges.iter().rev().flat_map(|edge| subtree_roots(edge));
        let frontier = Frontier::from_parts(size, roots.collect()).map_err(OpenError::Tree)?;
        Ok(Self {
            frontier,
            edges,
            full: Vec::new(),
            taken: size,
        })
    }

    /// Adds an entry by its leaf hash.
    pub fn append(&mut self, leaf: Hash) -> Result<(), TreeError> {
        self.frontier.append(leaf)?;
        let mut hash = leaf;
        for level in 0..=MAX_LEVEL {
            let place = usize::from(level);
            if self.edges.len() <= place {
                self.edges.push(Vec::new());
            }
            let Some(edge) = self.edges.get_mut(place) else {
                break;
            };
            edge.push(hash);
            if edge.len() < usize::from(FULL_WIDTH) {
                break;
            }
            let (tiles, _) = cut(hashes_at(level, self.frontier.size()));
            let kind = TileKind::Hashes { level };
            let path = TilePath::bounded(kind, tiles.saturating_sub(1), FULL_WIDTH);
            self.full.push(tile(path, edge));
            let Some(root) = subtree_root(edge) else {
                break;
            };
            edge.clear();
            hash = root;
        }
        Ok(())
    }

    /// The tiles to write for the growth since the last call, or since the builder was opened: the
    /// paths of [`hash_tile_delta`], in its order.
    pub fn take_tiles(&mut self) -> Vec<Tile> {
        let size = self.frontier.size();
        let mut tiles = std::mem::take(&mut self.full);
        for (level, edge) in (0..=MAX_LEVEL).zip(&self.edges) {
            let (index, width) = cut(hashes_at(level, size));
            if width > 0 && hashes_at(level, self.taken) < hashes_at(level, size) {
                let path = TilePath::bounded(TileKind::Hashes { level }, index, width);
                tiles.push(tile(path, edge));
            }
        }
        tiles.sort_by_key(|tile| tile.path);
        self.taken = size;
        tiles
    }

    /// How many entries the log has.
    pub const fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// The root of the tree.
    pub fn root(&self) -> Hash {
        self.frontier.root()
    }

    /// The right edge as complete subtrees.
    pub const fn frontier(&self) -> &Frontier {
        &self.frontier
    }
}

fn tile(path: TilePath, hashes: &[Hash]) -> Tile {
    let bytes = hashes.iter().flat_map(|hash| *hash.as_bytes()).collect();
    Tile { path, bytes }
}

/// The roots of the complete subtrees that a partial tile consists of, largest first.
fn subtree_roots(hashes: &[Hash]) -> Vec<Hash> {
    let mut roots = Vec::new();
    let mut rest = hashes;
    while let Some(bits) = rest.len().checked_ilog2() {
        let largest = 1_usize.checked_shl(bits).unwrap_or(0);
        let Some((subtree, after)) = rest.split_at_checked(largest) else {
            break;
        };
        roots.extend(subtree_root(subtree));
        rest = after;
    }
    roots
}

/// The root of the whole tile: for a full tile the hash that stands for it in the level above.
pub fn tile_root(hashes: &[Hash]) -> Option<Hash> {
    fold_right(&subtree_roots(hashes))
}

/// Reads tiles of hashes from wherever they are stored.
pub trait TileReader {
    /// Why a tile could not be read.
    type Error;
    /// Bytes of a tile; shared ones where the reader keeps tiles.
    type Bytes: AsRef<[u8]>;

    /// The bytes of a tile in this width, or of the full tile of the same place.
    fn tile(&self, path: TilePath) -> Result<Self::Bytes, Self::Error>;
}

/// The hashes of a tree of a given size, read through its tiles.
///
/// The tiles are believed: a proof that is made from wrong tiles does not verify.
#[derive(Debug, Clone, Copy)]
pub struct TileHashes<'a, R> {
    tiles: &'a R,
    size: u64,
}

/// Why a hash could not be read from tiles.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TileHashError<E> {
    /// The tree has no such complete subtree.
    #[error("a tree of {size} entries has no complete subtree {index} of 2^{level} leaves")]
    Beyond {
        /// The binary logarithm of the number of its leaves.
        level: u8,
        /// Its number.
        index: u64,
        /// The size of the tree.
        size: u64,
    },
    /// The tile could not be read.
    #[error("{path}: {error}")]
    Read {
        /// The tile.
        path: TilePath,
        /// Why.
        error: E,
    },
    /// The tile has another length.
    #[error(transparent)]
    Length(TileLength),
}

impl<'a, R: TileReader> TileHashes<'a, R> {
    /// The tree of the first `size` entries.
    pub const fn new(tiles: &'a R, size: u64) -> Self {
        Self { tiles, size }
    }
}

impl<R: TileReader> HashReader for TileHashes<'_, R> {
    type Error = TileHashError<R::Error>;

    fn hash(&self, level: u8, index: u64) -> Result<Hash, Self::Error> {
        let beyond = || TileHashError::Beyond {
            level,
            index,
            size: self.size,
        };
        // A subtree of 2^(8 L + r) leaves is the root of 2^r neighbours of tile level L.
        let (tile_level, bits) = (level >> 3, level & 7);
        let first = index.checked_mul(1 << bits).ok_or_else(beyond)?;
        let last = first | !(u64::MAX << bits);
        let path = tile_of(tile_level, last, self.size).ok_or_else(beyond)?;
        let bytes = self
            .tiles
            .tile(path)
            .map_err(|error| TileHashError::Read { path, error })?;
        let hashes = hashes_of(path, bytes.as_ref()).map_err(TileHashError::Length)?;
        let place = |index: u64| usize::try_from(index & 0xff).unwrap_or(usize::MAX);
        hashes
            .get(place(first)..=place(last))
            .and_then(subtree_root)
            .ok_or_else(beyond)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(tiles: impl Iterator<Item = TilePath>) -> Vec<String> {
        tiles.map(|tile| tile.to_string()).collect()
    }

    #[test]
    fn a_growth_writes_the_tiles_that_changed() {
        assert_eq!(
            texts(hash_tile_delta(255, 257)),
            ["tile/0/000", "tile/0/001.p/1", "tile/1/000.p/1"]
        );
        assert_eq!(texts(hash_tile_delta(256, 257)), ["tile/0/001.p/1"]);
        assert_eq!(texts(entry_bundle_delta(256, 256)), Vec::<String>::new());
        assert_eq!(texts(entry_bundle_delta(9, 3)), Vec::<String>::new());
    }

    #[test]
    fn the_largest_log_has_tiles_up_to_the_highest_level() {
        let last = TilePath::hashes(7, 0, 127).unwrap();
        assert_eq!(tile_of(7, 126, MAX_SIZE), Some(last));
        assert_eq!(tile_of(7, 127, MAX_SIZE), None);
        assert_eq!(tile_of(8, 0, MAX_SIZE), None);
    }

    #[test]
    fn a_full_tile_stands_for_a_partial_one_and_nothing_else_does() {
        let partial = TilePath::hashes(0, 0, 3).unwrap();
        let bytes: Vec<u8> = (0..=255_u8).flat_map(|byte| [byte; 32]).collect();
        assert_eq!(hashes_of(partial, &bytes[..96]).unwrap().len(), 3);
        assert_eq!(hashes_of(partial, &bytes), hashes_of(partial, &bytes[..96]));
        for length in [0, 64, 95, 97, 128, 8191] {
            assert!(hashes_of(partial, &bytes[..length]).is_err(), "{length}");
        }
    }

    #[test]
    fn a_bundle_has_the_width_of_the_tile_of_its_leaves() {
        let (path, place) = bundle_of(256, 300).unwrap();
        assert_eq!(
            (path.to_string().as_str(), place),
            ("tile/entries/001.p/44", 0)
        );
        assert_eq!(bundle_of(300, 300), None);
    }
}
