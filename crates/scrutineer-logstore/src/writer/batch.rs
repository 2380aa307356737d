//! Building a batch: from the right edge and new entries to the objects that will be written.

use std::collections::BTreeSet;

use scrutineer_tlog::bundle::{self, MAX_ENTRY};
use scrutineer_tlog::tile::entry_bundle_delta;
use scrutineer_tlog::{MAX_SIZE, TilePath, leaf_hash};

use super::Edge;
use super::error::{EntryProblem, Refused};
use crate::error::StoreError;
use crate::path::ObjectPath;
use crate::staging::{Batch, StagedName};
use crate::store::{NewObject, Objects};

/// The most bytes of entries in one batch, 256 MiB: a batch is held in memory about three times.
pub const MAX_BATCH_BYTES: usize = 256 << 20;

/// What a writer accepts as one batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The longest entry in bytes, at most 65,535, which is also the default.
    pub entry: usize,
    /// The most bytes of all entries together, at most [`MAX_BATCH_BYTES`], which is also the default.
    pub batch: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            entry: MAX_ENTRY,
            batch: MAX_BATCH_BYTES,
        }
    }
}

impl Limits {
    /// Finds everything that is wrong with a batch.
    pub(super) fn check<E: AsRef<[u8]>>(&self, entries: &[E]) -> Result<(), Refused> {
        if entries.is_empty() {
            return Err(Refused::Empty);
        }
        let limit = self.entry.min(MAX_ENTRY);
        let problems: Vec<_> = (0..)
            .zip(entries.iter().map(|entry| entry.as_ref().len()))
            .filter(|&(_, length)| length > limit)
            .map(|(position, found)| EntryProblem {
                position,
                found,
                limit,
            })
            .collect();
        if !problems.is_empty() {
            return Err(Refused::Entries(problems));
        }
        let limit = self.batch.min(MAX_BATCH_BYTES);
        let found = entries.iter().map(|entry| entry.as_ref().len()).sum();
        if found > limit {
            return Err(Refused::BatchTooLarge { found, limit });
        }
        Ok(())
    }
}

/// A batch ready to be staged.
pub(super) struct Build {
    /// The right edge with the batch.
    pub(super) edge: Edge,
    /// The name under which it is staged.
    pub(super) name: StagedName,
    /// What is staged and then written.
    pub(super) staged: Batch,
}

pub(super) fn build<E: AsRef<[u8]>>(edge: &Edge, entries: &[E]) -> Result<Build, Refused> {
    let base = edge.tiles.size();
    let grown = u64::try_from(entries.len())
        .ok()
        .and_then(|count| base.checked_add(count))
        .filter(|&size| size <= MAX_SIZE)
        .ok_or(Refused::LogFull)?;
    let mut edge = edge.clone();
    let mut objects = Vec::new();
    let mut rest = entries.iter();
    let mut size = base;
    for path in entry_bundle_delta(base, grown) {
        let end =
            path.index() * u64::from(scrutineer_tlog::path::FULL_WIDTH) + u64::from(path.width());
        while size < end {
            let Some(entry) = rest.next() else { break };
            bundle::push_entry(&mut edge.bundle, entry.as_ref()).map_err(Refused::Entry)?;
            edge.tiles
                .append(leaf_hash(entry.as_ref()))
                .map_err(|_| Refused::LogFull)?;
            size += 1;
        }
        let bytes = if path.is_partial() {
            edge.bundle.clone()
        } else {
            std::mem::take(&mut edge.bundle)
        };
        objects.push(object(path, bytes));
    }
    objects.extend(
        edge.tiles
            .take_tiles()
            .into_iter()
            .map(|tile| object(tile.path, tile.bytes)),
    );
    let root = edge.tiles.root();
    Ok(Build {
        edge,
        name: StagedName::new(base, size, root),
        staged: Batch {
            size,
            root,
            objects,
        },
    })
}

fn object(path: TilePath, bytes: Vec<u8>) -> NewObject {
    (path.into(), bytes)
}

/// The partial tiles and bundles of a log whose full ones are there, sorted by path.
pub(super) fn superseded_partials<O: Objects>(
    objects: &O,
    size: u64,
) -> Result<Vec<ObjectPath>, StoreError> {
    let found: BTreeSet<ObjectPath> = objects
        .list(&ObjectPath::known("tile"))?
        .into_iter()
        .collect();
    let is_superseded = |path: &&ObjectPath| {
        let Ok(tile) = path.as_str().parse::<TilePath>() else {
            return false;
        };
        let level = u32::from(tile.level().unwrap_or(0));
        // A full tile counts only if the committed tree has it.
        let full = size.checked_shr(8 * level + 8).unwrap_or(0);
        tile.is_partial() && tile.index() < full && found.contains(&ObjectPath::from(tile.full()))
    };
    Ok(found.iter().filter(is_superseded).cloned().collect())
}
