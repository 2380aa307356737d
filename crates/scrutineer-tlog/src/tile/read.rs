//! Reading the hashes of a tree through its tiles.

use super::{TileLength, hashes_of, subtree_root, tile_of};
use crate::hash::Hash;
use crate::path::TilePath;
use crate::proof::HashReader;

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
