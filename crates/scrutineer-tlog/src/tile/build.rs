//! Growing the tiles of a log from its right edge.

use super::{TileLength, cut, hashes_at, hashes_of, subtree_root, subtree_roots};
use crate::MAX_SIZE;
use crate::hash::Hash;
use crate::path::{FULL_WIDTH, MAX_LEVEL, TileKind, TilePath};
use crate::tree::{Frontier, TreeError};

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
    /// paths of [`super::hash_tile_delta`], in its order.
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
