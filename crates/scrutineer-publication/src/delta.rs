//! The smallest file to carry: what an older copy of a bundle needs to become the newer one.
//!
//! ```text
//! newer bundle - checkpoint of the older -> entries since, manifests, what cannot be made again
//! older bundle + that -> tiles, data set, derived files, each compared -> newer bundle
//! ```
//!
//! In scope: making a delta, and applying it so that a wrong one leaves the bundle as it was. Out of
//! scope: the rest of the bundle, which [`crate::verify`] judges. Limits: a delta and the files that
//! follow from it are held in memory; disclosed files are not carried.

mod apply;
mod form;
mod layered;

use scrutineer_logstore::{LogReader, Objects, ReadError, StoreError};
use scrutineer_tlog::hash::sha256;
use scrutineer_tlog::policy::AcceptError;
use scrutineer_tlog::{Checkpoint, Hash, SignedNote};

pub use apply::{Applied, apply};

use crate::beside::Beside;
use crate::data::{DataFile, Stamp};
use crate::derive::{DeriveError, Extras, RebuildError, derived_files, rebuild, release_report};
use crate::entry::Entry;
use crate::publish::PublishError;
use crate::release::{MAX_BYTES, Manifest, ManifestError, NOTICES, Role, manifest_object};
use crate::site::{Basis, INSIDE, Positions, SITE_FILES, pages, write};
use form::Delta;

/// The longest file that is carried in full, in bytes.
const MAX_FILE: u64 = 4 << 30;

/// A delta cannot be made or applied.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DeltaError {
    /// Not gzip, or not all of it.
    #[error("the delta: expected a whole file in gzip, found: {0}")]
    Gzip(std::io::Error),
    /// More bytes than are read.
    #[error("the delta: expected at most {limit} bytes inside, found more")]
    TooLarge {
        /// The limit.
        limit: u64,
    },
    /// Not of the documented form.
    #[error("the delta: expected {expected}, found something else")]
    Form {
        /// What should stand there.
        expected: &'static str,
    },
    /// A checkpoint that cannot be read.
    #[error("{of}: {why}")]
    Checkpoint {
        /// Whose checkpoint.
        of: &'static str,
        /// Why.
        why: String,
    },
    /// A checkpoint that the policy does not accept.
    #[error("the delta: its checkpoint: {0}")]
    Untrusted(#[from] AcceptError),
    /// Another log.
    #[error("expected the log {expected}, found {found}")]
    Origin {
        /// That of the bundle.
        expected: String,
        /// The other.
        found: String,
    },
    /// The bundle is older than the delta begins, or newer than it ends.
    #[error("expected a bundle of {from} to {to} entries, found {found}")]
    Size {
        /// Fewest entries.
        from: u64,
        /// Most entries.
        to: u64,
        /// Entries of the bundle.
        found: u64,
    },
    /// The tree is another.
    #[error("expected the root {expected} at {size} entries, found {found}")]
    Root {
        /// How many entries.
        size: u64,
        /// That of the checkpoint.
        expected: Hash,
        /// What was found.
        found: Hash,
    },
    /// An object that nothing names, or whose bytes are others.
    #[error("{path}: expected only what the entries name, with its digest")]
    Object {
        /// In the bundle.
        path: String,
    },
    /// Something that the entries name and that neither follows from them nor was carried.
    #[error("{path}: does not follow from the entries and was not carried")]
    Missing {
        /// The file, by its name for people, or the manifest.
        path: String,
    },
    /// An entry that is none.
    #[error("entry {leaf}: {why}")]
    Entry {
        /// Its leaf.
        leaf: u64,
        /// Why.
        why: String,
    },
    /// The entries cannot be read back.
    #[error(transparent)]
    Rebuild(#[from] RebuildError),
    /// The bundle cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A derived file.
    #[error(transparent)]
    Derive(#[from] DeriveError),
    /// The audit.
    #[error(transparent)]
    Audit(#[from] scrutineer_audit::AuditError),
    /// A manifest.
    #[error(transparent)]
    Manifest(#[from] ManifestError),
    /// A store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Replacing the pointer to the latest release, or dropping superseded files.
    #[error(transparent)]
    Publish(#[from] Box<PublishError>),
    /// A path of the bundle.
    #[error(transparent)]
    Path(#[from] scrutineer_logstore::ParsePathError),
}

impl From<crate::site::PositionsError> for DeltaError {
    fn from(error: crate::site::PositionsError) -> Self {
        match error {
            crate::site::PositionsError::Rebuild(error) => Self::Rebuild(error),
            crate::site::PositionsError::Audit(error) => Self::Audit(error),
        }
    }
}

/// A delta that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// Entries of the older copy.
    pub from: u64,
    /// Entries of this bundle.
    pub to: u64,
    /// The file.
    pub bytes: Vec<u8>,
}

/// What has come since a checkpoint, as one file. The older checkpoint is not trusted for anything but
/// where to begin: it must be of this log.
///
/// # Errors
/// As the type lists.
pub fn since<O: Objects>(reader: &LogReader<O>, older: &[u8]) -> Result<Made, DeltaError> {
    let bytes = reader.checkpoint_bytes()?;
    let now = checkpoint(&bytes, "the bundle's checkpoint")?;
    let old = checkpoint(older, "the older checkpoint")?;
    same_origin(now.origin(), old.origin())?;
    let (from, to) = (old.size(), now.size());
    if from > to {
        return Err(DeltaError::Size {
            from: 0,
            to,
            found: from,
        });
    }
    same_root(from, *old.root(), reader.root(from)?)?;
    let mut delta = Delta::new(from, to, bytes);
    let mut latest = None;
    for entry in reader.entries(from..to, to) {
        let (leaf, bytes) = entry?;
        if let Some((path, digest)) = released(leaf, &bytes)? {
            let manifest = reader.objects().get(&path, MAX_BYTES)?;
            let manifest = manifest
                .filter(|held| sha256(held) == digest)
                .ok_or_else(|| DeltaError::Missing {
                    path: path.as_str().to_owned(),
                })?;
            latest = Some(Manifest::parse(&manifest)?);
            delta.objects.push((path, manifest));
        }
        delta.entries.push(bytes);
    }
    for path in reader
        .objects()
        .list(&scrutineer_logstore::ObjectPath::parse(NOTICES)?)?
    {
        if let Some(bytes) = reader.objects().get(&path, MAX_BYTES)? {
            delta.objects.push((path, bytes));
        }
    }
    if let Some(manifest) = latest {
        let beside = Beside::held(reader.objects(), &manifest)?;
        let made = derived(reader, &manifest, &beside)?;
        for file in &manifest.files {
            let path = file.object()?;
            let is_made = made.iter().any(|made| sha256(&made.bytes) == file.sha256.0);
            if is_made || delta.objects.iter().any(|(held, _)| *held == path) {
                continue;
            }
            let bytes = reader.objects().get(&path, MAX_FILE)?;
            let bytes = bytes.ok_or_else(|| DeltaError::Missing {
                path: file.path.clone(),
            })?;
            delta.objects.push((path, bytes));
        }
    }
    Ok(Made {
        from,
        to,
        bytes: delta.to_bytes()?,
    })
}

/// Makes the site of a release again where it stands.
fn write_site<O: Objects>(
    reader: &LogReader<O>,
    manifest: &Manifest,
) -> Result<scrutineer_site::Listing, DeltaError> {
    let size = manifest.size.get();
    let rebuilt = rebuild(reader, size)?;
    let stamp = stamp(manifest);
    let report = release_report(&rebuilt, &stamp)?;
    let listing = write(
        reader.objects(),
        &Basis {
            rebuilt: &rebuilt,
            report: &report,
            stamp: &stamp,
            positions: &Positions::read(reader, size, &rebuilt)?,
            files: &manifest.files,
            bundle: Some(INSIDE),
            beside: &Beside::held(reader.objects(), manifest)?,
        },
    )?;
    Ok(listing)
}

fn stamp(manifest: &Manifest) -> Stamp {
    Stamp {
        origin: manifest.origin.clone(),
        size: manifest.size.get(),
        root: *manifest.root.0.as_bytes(),
    }
}

/// Every file that follows from the entries of a release, and from what stands beside them.
fn derived<O: Objects>(
    reader: &LogReader<O>,
    manifest: &Manifest,
    beside: &Beside,
) -> Result<Vec<DataFile>, DeltaError> {
    let rebuilt = rebuild(reader, manifest.size.get())?;
    let stamp = stamp(manifest);
    let report = release_report(&rebuilt, &stamp)?;
    let extras = Extras::of(manifest);
    let mut files = Vec::new();
    derived_files(&rebuilt, &report, &stamp, &extras, &mut |_: Role, file| {
        files.push(file);
        Ok(())
    })?;
    if extras.site {
        let listing = pages(
            &Basis {
                rebuilt: &rebuilt,
                report: &report,
                stamp: &stamp,
                positions: &Positions::read(reader, manifest.size.get(), &rebuilt)?,
                files: &manifest.files,
                bundle: Some(INSIDE),
                beside,
            },
            &mut |_, _| Ok(()),
        )?;
        files.push(DataFile {
            path: SITE_FILES.to_owned(),
            bytes: listing.to_text().into_bytes(),
        });
    }
    Ok(files)
}

/// Where the manifest of a release lies, and its digest; `None` of an entry of another kind.
fn released(
    leaf: u64,
    bytes: &[u8],
) -> Result<Option<(scrutineer_logstore::ObjectPath, Hash)>, DeltaError> {
    let entry = Entry::parse(bytes).map_err(|error| DeltaError::Entry {
        leaf,
        why: error.to_string(),
    })?;
    Ok(match entry {
        Entry::Release(release) => {
            let path = manifest_object(release.size.get(), &release.root.0)?;
            Some((path, release.manifest.0))
        }
        _ => None,
    })
}

fn checkpoint(bytes: &[u8], of: &'static str) -> Result<Checkpoint, DeltaError> {
    let note = SignedNote::parse(bytes).map_err(|error| DeltaError::Checkpoint {
        of,
        why: error.to_string(),
    })?;
    note.text()
        .parse()
        .map_err(
            |error: scrutineer_tlog::checkpoint::CheckpointError| DeltaError::Checkpoint {
                of,
                why: error.to_string(),
            },
        )
}

fn same_origin(expected: &str, found: &str) -> Result<(), DeltaError> {
    if expected == found {
        return Ok(());
    }
    Err(DeltaError::Origin {
        expected: expected.to_owned(),
        found: found.to_owned(),
    })
}

fn same_root(size: u64, expected: Hash, found: Hash) -> Result<(), DeltaError> {
    if expected == found {
        return Ok(());
    }
    Err(DeltaError::Root {
        size,
        expected,
        found,
    })
}
