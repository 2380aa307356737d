//! Every file of the folder must be named by something.

use std::fs;
use std::path::Path;

use scrutineer_tlog::Checkpoint;

use super::blobs::Blobs;
use super::releases::Known;
use super::report::{Record, Step};
use super::signatures::CHECKPOINT;
use crate::release::{LATEST, NOTICES};

/// Names every file, folder without a file, and link that nothing names. What lies below `tile/` is
/// judged with the tree, but for names that no store lists.
pub(super) fn strays(
    folder: &Path,
    checkpoint: &Checkpoint,
    known: &Known,
    blobs: &Blobs,
    record: &mut Record,
) {
    let _ = checkpoint;
    let mut pending = vec![String::new()];
    while let Some(inside) = pending.pop() {
        let listed =
            fs::read_dir(folder.join(&inside)).and_then(Iterator::collect::<Result<Vec<_>, _>>);
        let entries = match listed {
            Ok(entries) => entries,
            Err(error) => {
                record.fail(Step::Strays, inside, error);
                continue;
            }
        };
        for entry in entries {
            let name = entry.file_name().to_string_lossy().into_owned();
            let path = if inside.is_empty() {
                name.clone()
            } else {
                format!("{inside}/{name}")
            };
            let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
            let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
            if is_folder && !name.starts_with('.') {
                pending.push(path);
            } else if !is_file || !is_named(&path, &name, known, blobs) {
                record.fail(Step::Strays, path, "nothing in the log names it");
            }
        }
    }
}

fn is_named(path: &str, name: &str, known: &Known, blobs: &Blobs) -> bool {
    if path == CHECKPOINT {
        return true;
    }
    if path == LATEST {
        return known.latest.is_some();
    }
    if path.starts_with("tile/") {
        return !name.starts_with('.');
    }
    known.manifests.contains(path)
        || known.files.contains(path)
        || blobs.paths.contains(path)
        || path
            .strip_prefix(NOTICES)
            .is_some_and(|rest| rest.starts_with('/'))
}
