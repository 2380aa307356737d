//! What lies under `tile/` without being a tile or bundle of the checkpoint.

use scrutineer_tlog::{TileKind, TilePath};

use super::leaf::without_path;
use super::report::Problems;
use crate::path::ObjectPath;
use crate::read::{ReadError, read_bundle, read_hashes, widest};
use crate::store::Objects;

/// Reports every object under `tile/` that no checkpoint of this log up to `size` has, and every partial one
/// that is not the beginning of what followed it.
pub(super) fn check<O: Objects>(objects: &O, size: u64, problems: &mut Problems) {
    let folder = ObjectPath::known("tile");
    let found = match objects.list(&folder) {
        Ok(found) => found,
        Err(error) => {
            problems.add(&folder, error.cause().to_string());
            return;
        }
    };
    for path in found {
        let Ok(tile) = path.as_str().parse::<TilePath>() else {
            problems.add(&path, "expected the path of a tile or bundle");
            continue;
        };
        match widest(tile, size) {
            None => {
                let reason = format!("is not part of a log of {size} entries");
                problems.add(&path, reason);
            }
            Some(current) if current == tile => {}
            Some(current) => match is_beginning(objects, tile, current) {
                Ok(true) => {}
                // Compared with an object that is itself wrong, nothing follows about the older one.
                Ok(false) if problems.name(&current.into()) => {}
                Ok(false) => {
                    let reason = format!("expected the beginning of {current}, found other bytes");
                    problems.add(&path, reason);
                }
                Err(error) => problems.add(&path, without_path(&error)),
            },
        }
    }
}

/// Whether an older partial object is the beginning of the current one. An unreadable current one is no
/// matter of the older one, and is reported under its own name.
fn is_beginning<O: Objects>(
    objects: &O,
    older: TilePath,
    current: TilePath,
) -> Result<bool, ReadError> {
    Ok(match older.kind() {
        TileKind::Hashes { .. } => {
            let own = read_hashes(objects, older)?;
            read_hashes(objects, current).map_or(true, |current| current.starts_with(&own))
        }
        TileKind::Entries => {
            let own = read_bundle(objects, older)?;
            read_bundle(objects, current)
                .map_or(true, |current| current.bytes().starts_with(own.bytes()))
        }
    })
}
