//! Manifests, the files of the latest release, and the pointer to it.

use std::collections::BTreeSet;

use scrutineer_logstore::{LogReader, ObjectPath, Objects, StoreError};
use scrutineer_tlog::hash::sha256;
use scrutineer_tlog::{Checkpoint, Hash};
use sha2::{Digest, Sha256};

use super::log::{Entries, NamedRelease};
use super::report::{Record, Step};
use super::site;
use crate::release::{LATEST, Latest, MAX_BYTES, Manifest, manifest_object};

/// The longest file of a release that is read, in bytes.
pub(super) const MAX_FILE: u64 = 4 << 30;

/// What releases name.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// The latest release whose manifest holds.
    pub(super) latest: Option<(NamedRelease, Manifest)>,
    /// Paths of manifests.
    pub(super) manifests: BTreeSet<String>,
    /// Paths of files that some release names.
    pub(super) files: BTreeSet<String>,
    /// Whether every manifest that the log names could be read.
    pub(super) is_complete: bool,
}

/// Checks every manifest, and the files of the latest.
pub(super) fn check<O: Objects>(
    reader: &LogReader<O>,
    checkpoint: &Checkpoint,
    read: &Entries,
    record: &mut Record,
) -> Known {
    let mut known = Known {
        is_complete: true,
        ..Known::default()
    };
    let last = read.releases.last().map(|release| release.leaf);
    for release in &read.releases {
        let Ok(path) = manifest_object(release.size, &release.root) else {
            continue;
        };
        known.manifests.insert(path.as_str().to_owned());
        let origin = read.origin_at(release.leaf, checkpoint.origin());
        let Some(manifest) = manifest(reader, release, &path, origin, record) else {
            known.is_complete = false;
            continue;
        };
        let paths = manifest.files.iter().filter_map(|file| file.object().ok());
        known
            .files
            .extend(paths.map(|path| path.as_str().to_owned()));
        if Some(release.leaf) == last {
            files(reader, &manifest, record);
            pointer(reader, &manifest, record);
            known.files.extend(site::check(reader, &manifest, record));
            known.latest = Some((*release, manifest));
        }
    }
    superseded(reader, &known, record);
    if read.releases.is_empty() {
        record.warn("not-published");
    }
    known
}

/// The manifest of a release, where it is the one that the log names.
fn manifest<O: Objects>(
    reader: &LogReader<O>,
    release: &NamedRelease,
    path: &ObjectPath,
    origin: &str,
    record: &mut Record,
) -> Option<Manifest> {
    let mut fail = |why: String| record.fail(Step::Release, path.as_str(), why);
    let bytes = match reader.objects().get(path, MAX_BYTES) {
        Ok(Some(bytes)) => bytes,
        Ok(None) => {
            fail(format!("is missing; entry {} names it", release.leaf));
            return None;
        }
        Err(error) => {
            fail(error.to_string());
            return None;
        }
    };
    let digest = sha256(&bytes);
    if digest != release.manifest {
        fail(format!(
            "expected the SHA-256 {} of entry {}, found {digest}",
            release.manifest, release.leaf
        ));
        return None;
    }
    match reader.root(release.size) {
        Ok(root) if root == release.root => {}
        Ok(root) => fail(format!(
            "entry {} gives the root {} for {} entries, which have the root {root}",
            release.leaf, release.root, release.size
        )),
        Err(error) => fail(error.to_string()),
    }
    let manifest = match Manifest::parse(&bytes) {
        Ok(manifest) => manifest,
        Err(error) => {
            fail(error.to_string());
            return None;
        }
    };
    let says = (
        manifest.origin.as_str(),
        manifest.size.get(),
        manifest.root.0,
    );
    if says != (origin, release.size, release.root) {
        fail(format!(
            "expected origin {}, size {} and root {}, found {}, {} and {}",
            origin, release.size, release.root, says.0, says.1, says.2
        ));
        return None;
    }
    Some(manifest)
}

/// SHA-256 and length in bytes of a file of a release, which is not held in memory; `None` where there
/// is none.
pub(super) fn digest<O: Objects>(
    reader: &LogReader<O>,
    path: &ObjectPath,
) -> Result<Option<(Hash, u64)>, StoreError> {
    let mut digest = Sha256::new();
    let length = reader
        .objects()
        .each_block(path, MAX_FILE, &mut |block| digest.update(block))?;
    Ok(length.map(|length| (Hash::from_bytes(digest.finalize().into()), length)))
}

/// Every file of the latest release is there, with its digest.
fn files<O: Objects>(reader: &LogReader<O>, manifest: &Manifest, record: &mut Record) {
    for file in &manifest.files {
        let Ok(path) = file.object() else { continue };
        let why = match digest(reader, &path) {
            Ok(Some((digest, length))) => {
                if digest == file.sha256.0 && length == file.bytes {
                    continue;
                }
                format!(
                    "{}: expected {} bytes with the SHA-256 {}, found {length} bytes with {digest}",
                    file.path, file.bytes, file.sha256.0,
                )
            }
            Ok(None) => format!("{}: is missing", file.path),
            Err(error) => format!("{}: {error}", file.path),
        };
        record.fail(Step::Release, path.as_str(), why);
    }
}

/// Files that only older releases name may be gone; one that is there has the digest of its name.
fn superseded<O: Objects>(reader: &LogReader<O>, known: &Known, record: &mut Record) {
    let mut older = known.files.clone();
    // Pages are named by the list of the latest release alone, and were checked with it.
    older.retain(|path| !path.starts_with("site/"));
    for file in known
        .latest
        .iter()
        .flat_map(|(_, manifest)| &manifest.files)
    {
        if let Ok(path) = file.object() {
            older.remove(path.as_str());
        }
    }
    for name in older {
        let Ok(path) = ObjectPath::parse(&name) else {
            continue;
        };
        let why = match digest(reader, &path) {
            Ok(None) => continue,
            Ok(Some((found, _))) => {
                if name.ends_with(&format!("/{found}")) {
                    continue;
                }
                format!("expected the SHA-256 that is its name, found {found}")
            }
            Err(error) => error.to_string(),
        };
        record.fail(Step::Release, name, why);
    }
}

/// The pointer is derived: it must be what the manifest gives.
fn pointer<O: Objects>(reader: &LogReader<O>, manifest: &Manifest, record: &mut Record) {
    let expected = manifest
        .to_bytes()
        .ok()
        .and_then(|bytes| Latest::to(manifest, &bytes).ok()?.to_bytes().ok());
    let found = ObjectPath::parse(LATEST)
        .ok()
        .and_then(|path| reader.objects().get(&path, MAX_BYTES).transpose());
    let why = match (expected, found) {
        (Some(expected), Some(Ok(found))) if expected == found => return,
        (_, Some(Ok(_))) => "expected the pointer to the latest release, found other bytes".into(),
        (_, Some(Err(error))) => error.to_string(),
        (_, None) => "is missing".to_owned(),
    };
    record.fail(Step::Release, LATEST, why);
}
