//! Applying a delta: everything is made and compared in memory before the first byte is written.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_logstore::{LogReader, NewObject, ObjectPath, Objects};
use scrutineer_tlog::hash::sha256;
use scrutineer_tlog::tile::{bundle_of, entry_bundle_delta};
use scrutineer_tlog::{
    Checkpoint, Hash, Policy, SignedNote, TileBuilder, TilePath, bundle, leaf_hash,
};

use super::form::Delta;
use super::layered::Layered;
use super::{DeltaError, checkpoint, derived, released, same_origin, same_root, write_site};
use crate::beside::Beside;
use crate::derive::Extras;
use crate::publish::{drop_superseded, point};
use crate::release::{Manifest, NOTICES};
use crate::site::{SITE, drop_others};

const CHECKPOINT: &str = "checkpoint";

/// What a delta did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Applied {
    /// Entries before.
    pub from: u64,
    /// Entries now.
    pub to: u64,
    /// Files that were made again from the entries.
    pub made: usize,
    /// Files and notices that were carried; manifests are not counted.
    pub carried: usize,
}

/// Brings an older copy of a bundle up to date. The checkpoint must be one that the policy accepts, the
/// entries must lead to its root, and every file of the latest release must follow from them or be
/// carried; only then the first byte is written, and checkpoint and pointer last.
///
/// # Errors
/// As the type lists; the bundle is then as it was, unless the store failed while writing: the same
/// delta may then be applied again.
pub fn apply<O: Objects>(
    reader: &LogReader<O>,
    bytes: &[u8],
    policy: &Policy,
) -> Result<Applied, DeltaError> {
    let delta = Delta::parse(bytes)?;
    let note = SignedNote::parse(&delta.checkpoint).map_err(|error| DeltaError::Checkpoint {
        of: "the delta's checkpoint",
        why: error.to_string(),
    })?;
    let new = policy.accept(&note)?.checkpoint;
    let before = reader.checkpoint_bytes()?;
    let old = checkpoint(&before, "the bundle's checkpoint")?;
    same_origin(old.origin(), new.origin())?;
    if !(delta.from..=delta.to).contains(&old.size()) || new.size() != delta.to {
        return Err(DeltaError::Size {
            from: delta.from,
            to: new.size().min(delta.to),
            found: old.size(),
        });
    }
    // A bundle between the two has some of the entries.
    let known = usize::try_from(old.size() - delta.from).unwrap_or(usize::MAX);
    let fresh = delta.entries.get(known..).unwrap_or_default();
    let tiles = grown(reader, &old, &new, fresh)?;
    let above: BTreeMap<ObjectPath, Vec<u8>> = tiles.iter().cloned().collect();
    let layered = LogReader::new(Layered {
        below: reader.objects(),
        above,
    })
    .with_size(new.size());
    let mut carried = Carried::sorted(delta.objects)?;
    let (manifests, latest) = carried.manifests(&layered, old.size(), fresh)?;
    let mut files = Vec::new();
    let mut made = 0;
    if let Some((manifest, _)) = &latest {
        (files, made) = carried.files(reader.objects(), &layered, manifest)?;
    }
    carried.end()?;
    let from_outside = files.len() - made + carried.notices.len();
    let objects = reader.objects();
    for group in [&tiles, &manifests, &files, &carried.notices] {
        objects.put_all_same_or_new(group)?;
    }
    if before != delta.checkpoint {
        let path = ObjectPath::parse(CHECKPOINT)?;
        objects.replace(&path, Some(&before), &delta.checkpoint)?;
    }
    if let Some((manifest, bytes)) = &latest {
        point(objects, manifest, bytes).map_err(Box::new)?;
        drop_superseded(objects, manifest).map_err(Box::new)?;
        site(reader, manifest, new.size())?;
    }
    Ok(Applied {
        from: old.size(),
        to: new.size(),
        made,
        carried: from_outside,
    })
}

/// A copy that has the site gets that of the new release; one without stays without.
fn site<O: Objects>(
    reader: &LogReader<O>,
    manifest: &Manifest,
    size: u64,
) -> Result<(), DeltaError> {
    let objects = reader.objects();
    if objects.list(&ObjectPath::parse(SITE)?)?.is_empty() {
        return Ok(());
    }
    let reader = LogReader::new(objects).with_size(size);
    let listing = if Extras::of(manifest).site {
        write_site(&reader, manifest)?
    } else {
        scrutineer_site::Listing::default()
    };
    Ok(drop_others(objects, &listing)?)
}

/// The tiles and bundles that the entries add, where they lead from the old root to the new one.
fn grown<O: Objects>(
    reader: &LogReader<O>,
    old: &Checkpoint,
    new: &Checkpoint,
    entries: &[Vec<u8>],
) -> Result<Vec<NewObject>, DeltaError> {
    let size = old.size();
    let mut tree = TileBuilder::open(size, |path| reader.tile(path).map(|tile| tile.to_vec()))
        .map_err(scrutineer_logstore::ReadError::from)?;
    same_root(size, *old.root(), tree.root())?;
    let mut rest = entries.iter();
    let mut open = edge(reader, size)?;
    let mut at = size;
    let mut objects: Vec<NewObject> = Vec::new();
    for path in entry_bundle_delta(size, new.size()) {
        while at < end(path) {
            let Some(entry) = rest.next() else { break };
            bundle::push_entry(&mut open, entry).map_err(|_| full())?;
            tree.append(leaf_hash(entry)).map_err(|_| full())?;
            at += 1;
        }
        let bytes = if path.is_partial() {
            open.clone()
        } else {
            std::mem::take(&mut open)
        };
        objects.push((path.into(), bytes));
    }
    let tiles = tree.take_tiles().into_iter();
    objects.extend(tiles.map(|tile| (tile.path.into(), tile.bytes)));
    same_root(new.size(), *new.root(), tree.root())?;
    Ok(objects)
}

fn end(path: TilePath) -> u64 {
    path.index() * u64::from(scrutineer_tlog::path::FULL_WIDTH) + u64::from(path.width())
}

fn full() -> DeltaError {
    DeltaError::Form {
        expected: "entries that fit a log",
    }
}

/// The bytes of the last bundle, where it is not full.
fn edge<O: Objects>(reader: &LogReader<O>, size: u64) -> Result<Vec<u8>, DeltaError> {
    let last = size.checked_sub(1).and_then(|last| bundle_of(last, size));
    Ok(match last {
        Some((path, _)) if path.is_partial() => reader.bundle(path)?.bytes().to_vec(),
        _ => Vec::new(),
    })
}

/// What lies beside the entries in a delta, until something names it.
struct Carried {
    objects: BTreeMap<ObjectPath, Vec<u8>>,
    notices: Vec<NewObject>,
}

impl Carried {
    fn sorted(objects: Vec<(ObjectPath, Vec<u8>)>) -> Result<Self, DeltaError> {
        let mut carried = Self {
            objects: BTreeMap::new(),
            notices: Vec::new(),
        };
        for (path, bytes) in objects {
            if path.as_str() == format!("{NOTICES}/{}.note", sha256(&bytes)) {
                carried.notices.push((path, bytes));
            } else if carried.objects.insert(path.clone(), bytes).is_some() {
                return Err(unnamed(&path));
            }
        }
        Ok(carried)
    }

    fn take(&mut self, path: &ObjectPath, digest: Hash) -> Option<Vec<u8>> {
        let bytes = self.objects.remove(path)?;
        (sha256(&bytes) == digest).then_some(bytes)
    }

    /// The manifest of every new release; the last one read.
    #[expect(clippy::type_complexity, reason = "a list and its last member")]
    fn manifests<O: Objects>(
        &mut self,
        reader: &LogReader<O>,
        first: u64,
        entries: &[Vec<u8>],
    ) -> Result<(Vec<NewObject>, Option<(Manifest, Vec<u8>)>), DeltaError> {
        let mut manifests = Vec::new();
        let mut latest = None;
        let mut known = BTreeSet::new();
        for (leaf, entry) in (first..).zip(entries) {
            let Some((path, digest)) = released(leaf, entry)? else {
                continue;
            };
            if !known.insert(path.clone()) {
                continue;
            }
            let bytes = self
                .take(&path, digest)
                .ok_or_else(|| DeltaError::Missing {
                    path: path.as_str().to_owned(),
                })?;
            let manifest = Manifest::parse(&bytes)?;
            let size = manifest.size.get();
            if size > leaf {
                return Err(unnamed(&path));
            }
            same_root(size, manifest.root.0, reader.root(size)?)?;
            latest = Some((manifest, bytes.clone()));
            manifests.push((path, bytes));
        }
        // Those of releases that the bundle has already may be carried too.
        self.objects
            .retain(|path, _| !matches!(reader.objects().get(path, super::MAX_BYTES), Ok(Some(_))));
        Ok((manifests, latest))
    }

    /// Every file of a release that the bundle does not have, and how many of them were made again.
    fn files<O: Objects, L: Objects>(
        &mut self,
        objects: &O,
        layered: &LogReader<L>,
        manifest: &Manifest,
    ) -> Result<(Vec<NewObject>, usize), DeltaError> {
        let beside = self.beside(objects, manifest)?;
        let mut made: BTreeMap<Hash, Vec<u8>> = derived(layered, manifest, &beside)?
            .into_iter()
            .map(|file| (sha256(&file.bytes), file.bytes))
            .collect();
        let mut files = Vec::new();
        let mut brought = Vec::new();
        let mut seen = BTreeSet::new();
        for file in &manifest.files {
            let path = file.object()?;
            if !seen.insert(path.clone()) {
                continue;
            }
            if let Some(bytes) = made.remove(&file.sha256.0) {
                self.objects.remove(&path);
                files.push((path, bytes));
            } else if let Some(bytes) = self.take(&path, file.sha256.0) {
                brought.push((path, bytes));
            } else {
                let held = objects.get(&path, super::MAX_FILE)?;
                if held.is_none_or(|bytes| sha256(&bytes) != file.sha256.0) {
                    return Err(DeltaError::Missing {
                        path: file.path.clone(),
                    });
                }
            }
        }
        let count = files.len();
        files.append(&mut brought);
        Ok((files, count))
    }

    /// What of a release follows from no entry, from what was carried or from the bundle itself.
    fn beside<O: Objects>(&self, objects: &O, manifest: &Manifest) -> Result<Beside, DeltaError> {
        let mut held = Beside::held(objects, manifest)?;
        let carried = Beside::read(manifest, |file, _| -> Result<_, DeltaError> {
            let bytes = self.objects.get(&file.object()?);
            Ok(bytes
                .filter(|bytes| sha256(bytes) == file.sha256.0)
                .cloned())
        })?;
        held.audits.extend(carried.audits);
        Ok(Beside {
            conditions: carried.conditions.or(held.conditions),
            geometry: carried.geometry.or(held.geometry),
            audits: held.audits,
        })
    }

    /// Nothing may be left that nothing named.
    fn end(&self) -> Result<(), DeltaError> {
        match self.objects.keys().next() {
            Some(path) => Err(unnamed(path)),
            None => Ok(()),
        }
    }
}

fn unnamed(path: &ObjectPath) -> DeltaError {
    DeltaError::Object {
        path: path.as_str().to_owned(),
    }
}
