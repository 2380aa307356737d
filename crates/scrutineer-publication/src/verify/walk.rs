//! Every file of the folder must be named by something.

use std::fs;
use std::path::Path;

use scrutineer_logstore::ObjectPath;

use super::blobs::Blobs;
use super::releases::Known;
use super::report::{Record, Step};
use super::signatures::CHECKPOINT;
use crate::disclosure::BLOBS;
use crate::release::{FILES, LATEST, NOTICES, RELEASES};
use crate::site::SITE;

/// The folder of tiles and entries.
const TILES: &str = "tile";

/// What file managers put into folders that are looked at.
const LEFT_BY_SYSTEMS: &[&str] = &[".DS_Store", "Thumbs.db", "desktop.ini", ".directory"];

/// Names every file and link that nothing names, and every hidden folder. An empty folder holds
/// nothing that could be taken for a part of the bundle. What lies below `tile/` and `notices/` is
/// judged with the tree and with the notices, but for names that no store lists. Where entries or
/// manifests cannot be relied on, what only they can name is not judged.
pub(super) fn strays(folder: &Path, known: &Known, blobs: &Blobs, record: &mut Record) {
    let is_log_sound = record.is_log_sound();
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
            } else if !is_file || !is_named(&path, known, blobs, is_log_sound) {
                let why = if LEFT_BY_SYSTEMS.contains(&name.as_str()) {
                    "nothing in the log names it: a file manager leaves such files; delete it"
                } else {
                    "nothing in the log names it"
                };
                record.fail(Step::Strays, path, why);
            }
        }
    }
}

fn is_named(path: &str, known: &Known, blobs: &Blobs, is_log_sound: bool) -> bool {
    // What is no object path is listed by no store, so that no other step sees it.
    if ObjectPath::parse(path).is_err() {
        return false;
    }
    let is_in = |folder: &str| {
        path.strip_prefix(folder)
            .is_some_and(|rest| rest.starts_with('/'))
    };
    let is_named = path == CHECKPOINT
        || is_in(TILES)
        || is_in(NOTICES)
        || known.manifests.contains(path)
        || known.files.contains(path)
        || blobs.paths.contains(path)
        || (path == LATEST && known.latest.is_some());
    let is_open = (is_in(RELEASES) && !is_log_sound)
        || ((is_in(FILES) || is_in(BLOBS) || is_in(SITE) || path == LATEST)
            && !(is_log_sound && known.is_complete));
    is_named || is_open
}
