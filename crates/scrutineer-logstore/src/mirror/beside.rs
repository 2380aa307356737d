//! What lies beside a log and is named by its entries: manifests, the files of the latest release, disclosed
//! files with their openings, notices of a lost key (`spec/bundle.md`).
//!
//! Of an entry nothing is read but whether it is a release or a notice of removal, and the digests that it
//! names. What records mean is not known here.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_tlog::commitment::{self, BLOB_SALT};
use scrutineer_tlog::compromise::CompromiseNotice;
use scrutineer_tlog::hash::sha256;
use scrutineer_tlog::{Hash, Policy, SignedNote};
use serde_json::{Map, Value, json};

use super::transfer::Transfer;
use super::{MAX_PROBLEMS, MirrorError};
use crate::check::Problem;
use crate::path::ObjectPath;
use crate::store::Objects;

/// The folder of files by content.
pub(super) const FILES: &str = "files";

/// The longest manifest in bytes.
const MAX_MANIFEST: u64 = 16 << 20;
/// The longest opening of a disclosed file in bytes.
const MAX_OPENING: u64 = 4_096;
/// The longest file in bytes.
const MAX_FILE: u64 = 4 << 30;
/// Notices of a lost key that are copied. A log has one key to lose.
const MAX_NOTICES: usize = 32;

/// What the entries of a log name.
#[derive(Debug, Default)]
pub(super) struct Beside {
    releases: Vec<Release>,
    /// Commitments whose files were removed with notice.
    withheld: BTreeSet<Hash>,
    read: std::cell::RefCell<Read>,
}

/// What the manifests name, once they are fetched.
#[derive(Debug, Default)]
struct Read {
    files: BTreeSet<ObjectPath>,
    latest: Option<(ObjectPath, Vec<u8>)>,
    /// Of all releases: the commitment of each disclosed file and its place.
    disclosed: BTreeMap<ObjectPath, Hash>,
}

#[derive(Debug)]
struct Release {
    path: ObjectPath,
    manifest: Hash,
}

impl Beside {
    /// Takes note of what an entry names. Entries of other kinds, and those that are no JSON, name nothing.
    pub(super) fn learn(&mut self, entry: &[u8]) {
        let has = |kind: &[u8]| entry.windows(kind.len()).any(|part| part == kind);
        let (is_release, is_withheld) = (has(br#""kind":"release""#), has(br#""kind":"withheld""#));
        if !is_release && !is_withheld {
            return;
        }
        let Ok(Value::Object(entry)) = serde_json::from_slice(entry) else {
            return;
        };
        match text(&entry, "kind") {
            Some("release") => self.releases.extend(release(&entry)),
            Some("withheld") if text(&entry, "what") == Some("blob") => {
                self.withheld.extend(digest(&entry, "commitment"));
            }
            _ => {}
        }
    }

    /// Fetches everything and checks it by digest, and gives what is missing or wrong.
    pub(super) fn fetch<O: Objects>(
        &self,
        transfer: &mut Transfer<'_, O>,
        policy: &Policy,
    ) -> Result<Vec<Problem>, MirrorError> {
        let mut problems = Vec::new();
        let mut latest = None;
        for release in &self.releases {
            let found = transfer.named(&release.path, &release.manifest, MAX_MANIFEST)?;
            let is_there = found.is_none();
            problems.extend(found);
            if is_there {
                latest = self.read_manifest(transfer, release, &mut problems)?;
            }
        }
        if let Some(manifest) = latest {
            self.fetch_files(transfer, &manifest, &mut problems)?;
            self.fetch_disclosed(transfer, &manifest, &mut problems)?;
        }
        fetch_notices(transfer, policy)?;
        problems.truncate(MAX_PROBLEMS);
        Ok(problems)
    }

    fn read_manifest<O: Objects>(
        &self,
        transfer: &Transfer<'_, O>,
        release: &Release,
        problems: &mut Vec<Problem>,
    ) -> Result<Option<Map<String, Value>>, MirrorError> {
        let bytes = transfer
            .overlay()
            .get(&release.path, MAX_MANIFEST)?
            .unwrap_or_default();
        let Ok(Value::Object(manifest)) = serde_json::from_slice(&bytes) else {
            problems.push(wrong(
                &release.path,
                "expected a JSON object, found something else",
            ));
            return Ok(None);
        };
        let mut read = self.read.borrow_mut();
        for held in list(&manifest, "disclosed") {
            if let (Some(commitment), Some(id)) = (digest(held, "commitment"), digest(held, "id")) {
                read.disclosed.insert(blob(&id), commitment);
            }
        }
        read.latest = latest_json(&manifest, release);
        Ok(Some(manifest))
    }

    fn fetch_files<O: Objects>(
        &self,
        transfer: &mut Transfer<'_, O>,
        manifest: &Map<String, Value>,
        problems: &mut Vec<Problem>,
    ) -> Result<(), MirrorError> {
        for file in list(manifest, "files") {
            let bytes = file.get("bytes").and_then(Value::as_u64);
            let (Some(digest), Some(bytes)) = (digest(file, "sha256"), bytes) else {
                continue;
            };
            let path = ObjectPath::known(format!("{FILES}/{digest}"));
            problems.extend(transfer.named(&path, &digest, bytes.min(MAX_FILE))?);
            self.read.borrow_mut().files.insert(path);
            if problems.len() >= MAX_PROBLEMS {
                break;
            }
        }
        Ok(())
    }

    fn fetch_disclosed<O: Objects>(
        &self,
        transfer: &mut Transfer<'_, O>,
        manifest: &Map<String, Value>,
        problems: &mut Vec<Problem>,
    ) -> Result<(), MirrorError> {
        for held in list(manifest, "disclosed") {
            let (Some(commitment), Some(id)) = (digest(held, "commitment"), digest(held, "id"))
            else {
                continue;
            };
            if self.withheld.contains(&commitment) || problems.len() >= MAX_PROBLEMS {
                continue;
            }
            let (path, beside) = (blob(&id), opening(&id));
            let own = Opened::read(&commitment, &path, &beside, |path, limit| {
                Ok(Ok(transfer.overlay().get(path, limit)?))
            })?;
            if matches!(own, Opened::Matching { .. }) {
                continue;
            }
            let other = Opened::read(&commitment, &path, &beside, |path, limit| {
                transfer.get(path, limit)
            })?;
            match other {
                Opened::Matching { blob, opening } => {
                    transfer.stage(&path, &blob)?;
                    transfer.stage(&beside, &opening)?;
                }
                Opened::Other(why) => problems.push(wrong(&path, &why)),
            }
        }
        Ok(())
    }

    /// `latest.json` for the latest release; `None` without one.
    pub(super) fn latest(&self) -> Option<(ObjectPath, Vec<u8>)> {
        self.read.borrow().latest.clone()
    }

    /// Whether the latest release names this file.
    pub(super) fn has_file(&self, path: &ObjectPath) -> bool {
        self.read.borrow().files.contains(path)
    }

    /// Disclosed files that were withheld, and their openings.
    pub(super) fn withheld_objects(&self) -> Vec<ObjectPath> {
        let read = self.read.borrow();
        let is_withheld = |held: &(&ObjectPath, &Hash)| self.withheld.contains(held.1);
        let both = |(path, _): (&ObjectPath, &Hash)| {
            [path.clone(), ObjectPath::known(format!("{path}.meta"))]
        };
        read.disclosed
            .iter()
            .filter(is_withheld)
            .flat_map(both)
            .collect()
    }
}

/// A disclosed file and what opens its commitment.
enum Opened {
    Matching { blob: Vec<u8>, opening: Vec<u8> },
    Other(String),
}

impl Opened {
    fn read(
        commitment: &Hash,
        path: &ObjectPath,
        beside: &ObjectPath,
        get: impl Fn(&ObjectPath, u64) -> Result<Result<Option<Vec<u8>>, String>, MirrorError>,
    ) -> Result<Self, MirrorError> {
        let missing = || {
            let why = "expected the file or an entry that says why it was removed, found neither";
            Ok(Self::Other(why.to_owned()))
        };
        let opening = match get(beside, MAX_OPENING)? {
            Ok(Some(opening)) => opening,
            Ok(None) => return missing(),
            Err(why) => return Ok(Self::Other(why)),
        };
        let Some((salt, length)) = salt_and_length(&opening) else {
            return Ok(Self::Other(
                "expected an opening beside it, found another file".to_owned(),
            ));
        };
        let blob = match get(path, length.min(MAX_FILE))? {
            Ok(Some(blob)) => blob,
            Ok(None) => return missing(),
            Err(why) => return Ok(Self::Other(why)),
        };
        let made = commitment::blob(&salt, &sha256(&blob), blob.len() as u64);
        Ok(if made == *commitment {
            Self::Matching { blob, opening }
        } else {
            Self::Other(format!(
                "expected a file of the commitment {commitment}, found one of {made}"
            ))
        })
    }
}

fn salt_and_length(opening: &[u8]) -> Option<([u8; BLOB_SALT], u64)> {
    let Ok(Value::Object(opening)) = serde_json::from_slice(opening) else {
        return None;
    };
    let salt = digest(&opening, "salt")?;
    Some((*salt.as_bytes(), opening.get("bytes")?.as_u64()?))
}

/// Copies the notices that say that the key of a log of the policy was taken. Who signed them is for
/// whoever verifies; only a folder tells their names.
fn fetch_notices<O: Objects>(
    transfer: &mut Transfer<'_, O>,
    policy: &Policy,
) -> Result<(), MirrorError> {
    let Ok(found) = transfer.from().list(&ObjectPath::known("notices")) else {
        return Ok(());
    };
    for path in found.into_iter().take(MAX_NOTICES) {
        let Ok(Ok(Some(bytes))) = transfer.get(&path, scrutineer_tlog::note::MAX_BYTES as u64)
        else {
            continue;
        };
        let is_named_so = path.as_str() == format!("notices/{}.note", sha256(&bytes));
        let notice = SignedNote::parse(&bytes).ok();
        let notice = notice.and_then(|note| note.text().parse::<CompromiseNotice>().ok());
        let is_of_a_log = notice.is_some_and(|notice| {
            policy
                .logs()
                .iter()
                .any(|log| log.key.public() == notice.key().public())
        });
        if is_named_so && is_of_a_log && transfer.overlay().get(&path, MAX_MANIFEST)?.is_none() {
            transfer.stage(&path, &bytes)?;
        }
    }
    Ok(())
}

fn release(entry: &Map<String, Value>) -> Option<Release> {
    let (manifest, root) = (digest(entry, "manifest")?, digest(entry, "root")?);
    let size = entry.get("size")?.as_u64()?;
    let root = root.to_string();
    Some(Release {
        path: ObjectPath::known(format!("releases/{size}-{}.json", root.get(..8)?)),
        manifest,
    })
}

/// The document that points to a release; derived, so that it is made here and not fetched.
fn latest_json(manifest: &Map<String, Value>, release: &Release) -> Option<(ObjectPath, Vec<u8>)> {
    let field = |name: &str| manifest.get(name).cloned();
    let document = json!({
        "schema": "scrutineer/latest/1",
        "origin": field("origin")?,
        "size": field("size")?,
        "root": field("root")?,
        "manifest": release.path.as_str(),
        "sha256": release.manifest.to_string(),
    });
    let mut bytes = serde_json::to_vec_pretty(&document).ok()?;
    bytes.push(b'\n');
    Some((ObjectPath::known("latest.json"), bytes))
}

fn blob(id: &Hash) -> ObjectPath {
    let id = id.to_string();
    ObjectPath::known(format!("blob/{}/{id}", id.get(..2).unwrap_or("00")))
}

fn opening(id: &Hash) -> ObjectPath {
    ObjectPath::known(format!("{}.meta", blob(id)))
}

fn wrong(path: &ObjectPath, reason: &str) -> Problem {
    Problem {
        path: path.clone(),
        reason: reason.to_owned(),
    }
}

fn text<'a>(object: &'a Map<String, Value>, key: &str) -> Option<&'a str> {
    object.get(key)?.as_str()
}

fn digest(object: &Map<String, Value>, key: &str) -> Option<Hash> {
    text(object, key)?.parse().ok()
}

fn list<'a>(
    object: &'a Map<String, Value>,
    key: &str,
) -> impl Iterator<Item = &'a Map<String, Value>> {
    let items = object.get(key).and_then(Value::as_array);
    items.into_iter().flatten().filter_map(Value::as_object)
}
