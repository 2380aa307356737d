//! The tiles above the leaves, grown again from below and compared with what is stored.

use scrutineer_tlog::path::{FULL_WIDTH, MAX_LEVEL};
use scrutineer_tlog::tile::{tile_of, tile_root};
use scrutineer_tlog::{Hash, TileBuilder, TileKind, TilePath};

use super::leaf::{Rivals, Winner, without_path};
use super::report::Problems;
use crate::read::{LogReader, ReadError, read_hashes};
use crate::store::Objects;

/// The partial tile of each level as it grows. A hash is `None` where the objects below are missing or
/// contradict each other.
#[derive(Debug)]
pub(super) struct Upper {
    size: u64,
    edges: Vec<Vec<Option<Hash>>>,
    /// Full tiles so far, by level.
    full: Vec<u64>,
}

impl Upper {
    pub(super) fn new(size: u64) -> Self {
        let levels = usize::from(MAX_LEVEL) + 1;
        Self {
            size,
            edges: vec![Vec::new(); levels],
            full: vec![0; levels],
        }
    }

    /// Which of two accounts of the leaves of `tile` the stored hashes above them, or for the last tile the
    /// signed root, agree with.
    pub(super) fn decide<O: Objects>(
        &self,
        reader: &LogReader<O>,
        tile: TilePath,
        rivals: Rivals<'_>,
        root: &Hash,
    ) -> Winner {
        let (expected, computed, stored) = if tile.is_partial() {
            let with = |leaves: &[Hash]| {
                let mut edges = self.edges.clone();
                if let Some(edge) = edges.first_mut() {
                    *edge = leaves.iter().copied().map(Some).collect();
                }
                root_of(self.size, &edges)
            };
            (Some(*root), with(rivals.computed), with(rivals.stored))
        } else {
            let above = parent_hash(reader, tile, self.size);
            (above, tile_root(rivals.computed), tile_root(rivals.stored))
        };
        match expected {
            Some(_) if computed == expected => Winner::Bundle,
            Some(_) if stored == expected => Winner::Tile,
            _ => Winner::Unknown,
        }
    }

    /// Adds the leaves of the next place of level 0; `None` where they are not known.
    pub(super) fn push_leaves<O: Objects>(
        &mut self,
        reader: &LogReader<O>,
        tile: TilePath,
        leaves: Option<Vec<Hash>>,
        problems: &mut Problems,
    ) {
        if tile.is_partial() {
            if let Some(edge) = self.edges.first_mut() {
                *edge = match leaves {
                    Some(leaves) => leaves.into_iter().map(Some).collect(),
                    None => vec![None; usize::from(tile.width())],
                };
            }
            return;
        }
        let mut rising = leaves.and_then(|leaves| tile_root(&leaves));
        for level in 1..=MAX_LEVEL {
            let Some(edge) = self.edges.get_mut(usize::from(level)) else {
                return;
            };
            edge.push(rising);
            if edge.len() < usize::from(FULL_WIDTH) {
                return;
            }
            let grown = std::mem::take(edge);
            let Some(full) = self.full.get_mut(usize::from(level)) else {
                return;
            };
            let index = *full;
            *full += 1;
            let settled = compare(reader, level, index, grown, problems);
            rising = all_known(&settled).and_then(|hashes| tile_root(&hashes));
        }
    }

    /// Compares the partial tiles at the right edge, and returns the root; `None` where it is not known.
    pub(super) fn finish<O: Objects>(
        mut self,
        reader: &LogReader<O>,
        problems: &mut Problems,
    ) -> Option<Hash> {
        let above_leaves = (1..=MAX_LEVEL).zip(self.edges.iter_mut().zip(&self.full).skip(1));
        for (level, (edge, &index)) in above_leaves {
            if !edge.is_empty() {
                *edge = compare(reader, level, index, std::mem::take(edge), problems);
            }
        }
        root_of(self.size, &self.edges)
    }
}

/// The hash that stands for a full tile in the stored tile above it.
fn parent_hash<O: Objects>(reader: &LogReader<O>, tile: TilePath, size: u64) -> Option<Hash> {
    let level = tile.level()?.checked_add(1)?;
    let parent = tile_of(level, tile.index(), size)?;
    let hashes = read_hashes(reader.objects(), parent).ok()?;
    let place = usize::try_from(tile.index() % u64::from(FULL_WIDTH)).ok()?;
    hashes.get(place).copied()
}

/// Compares a grown tile with the stored one. Where a grown hash is not known, the stored one stands in, so
/// that one lost object is reported once and not at every level.
fn compare<O: Objects>(
    reader: &LogReader<O>,
    level: u8,
    index: u64,
    grown: Vec<Option<Hash>>,
    problems: &mut Problems,
) -> Vec<Option<Hash>> {
    let width = u16::try_from(grown.len()).unwrap_or(FULL_WIDTH);
    let Ok(path) = TilePath::hashes(level, index, width) else {
        return grown;
    };
    let stored: Result<Vec<Hash>, ReadError> = read_hashes(reader.objects(), path);
    let stored = match stored {
        Ok(stored) => stored,
        Err(error) => {
            problems.add(&path.into(), without_path(&error));
            return grown;
        }
    };
    let settle = |((grown, stored), place): ((Option<Hash>, Hash), u64)| {
        if let Some(grown) = grown
            && grown != stored
        {
            let below = index * u64::from(FULL_WIDTH) + place;
            let below = TilePath::hashes(level - 1, below, FULL_WIDTH)
                .map_or_else(|_| String::new(), |path| path.to_string());
            let reason = format!("hash {place} is {stored}, expected {grown}, the root of {below}");
            problems.add(&path.into(), reason);
        }
        Some(grown.unwrap_or(stored))
    };
    grown.into_iter().zip(stored).zip(0..).map(settle).collect()
}

fn all_known(hashes: &[Option<Hash>]) -> Option<Vec<Hash>> {
    hashes.iter().copied().collect()
}

fn root_of(size: u64, edges: &[Vec<Option<Hash>>]) -> Option<Hash> {
    let read = |path: TilePath| {
        let TileKind::Hashes { level } = path.kind() else {
            return Err(());
        };
        let edge = edges.get(usize::from(level)).ok_or(())?;
        let hashes = all_known(edge).ok_or(())?;
        Ok(hashes.iter().flat_map(|hash| *hash.as_bytes()).collect())
    };
    TileBuilder::open(size, read).ok().map(|tiles| tiles.root())
}
