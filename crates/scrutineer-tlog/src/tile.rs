//! Tiles of hashes (C2SP tlog-tiles, "Merkle Tree"): which a tree has, how they grow ([`TileBuilder`]),
//! and reading a tree through them ([`TileHashes`]).

mod build;
mod read;

use crate::hash::{Hash, node_hash};
use crate::path::{FULL_WIDTH, MAX_LEVEL, TileKind, TilePath};
use crate::tree::fold_right;

pub use build::{OpenError, Tile, TileBuilder};
pub use read::{TileHashError, TileHashes, TileReader};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MAX_SIZE;

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
