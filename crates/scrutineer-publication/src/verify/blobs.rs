//! Disclosed material: present and matching, withheld with notice, missing, mismatch.

use std::collections::BTreeSet;

use scrutineer_logstore::{LogReader, ObjectPath, Objects};
use scrutineer_tlog::hash::sha256;

use super::log::{Entries, NamedRelease};
use super::releases::MAX_FILE;
use super::report::{Record, Step};
use crate::commitment::{BlobSalt, commit_blob};
use crate::disclosure::{Disclosed, Opening};
use crate::release::Manifest;

/// The longest opening in bytes.
const MAX_OPENING: u64 = 4_096;

/// Disclosed material as it was found.
#[derive(Debug, Default)]
pub(super) struct Blobs {
    /// Paths that releases name.
    pub(super) paths: BTreeSet<String>,
}

/// Checks what the latest release discloses.
pub(super) fn check<O: Objects>(
    reader: &LogReader<O>,
    read: &Entries,
    latest: Option<&(NamedRelease, Manifest)>,
    record: &mut Record,
) -> Blobs {
    let mut blobs = Blobs::default();
    let Some((_, manifest)) = latest else {
        return blobs;
    };
    for held in &manifest.disclosed {
        let (Ok(blob), Ok(opening)) = (held.blob(), held.opening()) else {
            continue;
        };
        let paths = [&blob, &opening].map(|path| path.as_str().to_owned());
        blobs.paths.extend(paths);
        let commitment = held.commitment.0;
        if !read.commitments.contains_key(&commitment) {
            let why = format!("no entry has the commitment {commitment}");
            record.found().withheld.mismatch += 1;
            record.fail(Step::Blobs, blob.as_str(), why);
            continue;
        }
        match open(reader, held, &blob, &opening) {
            Found::Matching => record.found().withheld.matching += 1,
            Found::Absent if read.withheld.contains_key(&commitment) => {
                record.found().withheld.with_notice += 1;
            }
            Found::Absent => {
                record.found().withheld.missing += 1;
                record.fail(
                    Step::Blobs,
                    blob.as_str(),
                    "is missing, and no entry says why",
                );
            }
            Found::Wrong(path, why) => {
                record.found().withheld.mismatch += 1;
                record.fail(Step::Blobs, path.as_str(), why);
            }
        }
    }
    blobs
}

enum Found {
    Matching,
    Absent,
    Wrong(ObjectPath, String),
}

fn open<O: Objects>(
    reader: &LogReader<O>,
    held: &Disclosed,
    blob: &ObjectPath,
    opening: &ObjectPath,
) -> Found {
    let get = |path: &ObjectPath, limit| match reader.objects().get(path, limit) {
        Ok(bytes) => Ok(bytes),
        Err(error) => Err(Found::Wrong(path.clone(), error.to_string())),
    };
    let bytes = match get(blob, MAX_FILE) {
        Ok(bytes) => bytes,
        Err(found) => return found,
    };
    let said = match get(opening, MAX_OPENING) {
        Ok(bytes) => bytes,
        Err(found) => return found,
    };
    let (bytes, said) = match (bytes, said) {
        (Some(bytes), Some(said)) => (bytes, said),
        (None, None) => return Found::Absent,
        (None, Some(_)) => {
            let why = "is missing, but what opens its commitment is still there";
            return Found::Wrong(blob.clone(), why.to_owned());
        }
        (Some(_), None) => {
            let why = "is missing, but the file whose commitment it opens is still there";
            return Found::Wrong(opening.clone(), why.to_owned());
        }
    };
    let said = match Opening::parse(&said) {
        Ok(said) => said,
        Err(error) => return Found::Wrong(opening.clone(), error.to_string()),
    };
    let digest = sha256(&bytes);
    if digest != said.sha256.0 || bytes.len() as u64 != said.bytes.get() {
        let why = format!(
            "expected {} bytes with the SHA-256 {}, found {} bytes with {digest}",
            said.bytes.get(),
            said.sha256.0,
            bytes.len()
        );
        return Found::Wrong(blob.clone(), why);
    }
    let made = commit_blob(
        &BlobSalt::new(*said.salt.0.as_bytes()),
        digest,
        said.bytes.get(),
    );
    if made != held.commitment.0 {
        let why = format!(
            "expected an opening of the commitment {}, found one of {made}",
            held.commitment.0
        );
        return Found::Wrong(opening.clone(), why);
    }
    Found::Matching
}
