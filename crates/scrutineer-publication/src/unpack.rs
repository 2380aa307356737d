//! The files of the latest release under their names for people.

use scrutineer_logstore::{LogReader, ObjectPath, Objects, ParsePathError, StoreError};
use scrutineer_tlog::hash::sha256;

use crate::release::{LATEST, Latest, MAX_BYTES, Manifest, ManifestError, ReleasedFile, strict};

/// The longest file that is unpacked, in bytes.
const MAX_FILE: u64 = 4 << 30;

/// A release cannot be unpacked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum UnpackError {
    /// The bundle has no release.
    #[error("the bundle has no release: latest.json is missing")]
    NoRelease,
    /// A file that the release names is missing.
    #[error("{0} is missing")]
    Missing(String),
    /// A file has another content.
    #[error("{path}: expected the SHA-256 {expected}, found {found}")]
    Digest {
        /// The file.
        path: String,
        /// That of the manifest.
        expected: String,
        /// That of the bytes.
        found: String,
    },
    /// Manifest or pointer.
    #[error("{path}: {source}")]
    Manifest {
        /// The file.
        path: String,
        /// What is wrong.
        source: ManifestError,
    },
    /// A path of the pointer.
    #[error(transparent)]
    Path(#[from] ParsePathError),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The caller could not take a file.
    #[error("{path}: {source}")]
    Sink {
        /// The file.
        path: String,
        /// Why.
        source: std::io::Error,
    },
}

/// The manifest that the pointer names. Nothing is verified but digests; see [`crate::verify`].
///
/// # Errors
/// As the type lists.
pub fn latest<O: Objects>(reader: &LogReader<O>) -> Result<Manifest, UnpackError> {
    let pointer = reader
        .objects()
        .get(&ObjectPath::parse(LATEST)?, MAX_BYTES)?
        .ok_or(UnpackError::NoRelease)?;
    let named = |path: &str| {
        let path = path.to_owned();
        move |source| UnpackError::Manifest { path, source }
    };
    let pointer: Latest = strict(&pointer).map_err(named(LATEST))?;
    let path = ObjectPath::parse(&pointer.manifest)?;
    let bytes = reader
        .objects()
        .get(&path, MAX_BYTES)?
        .ok_or_else(|| UnpackError::Missing(path.as_str().to_owned()))?;
    let found = sha256(&bytes);
    if found != pointer.sha256.0 {
        return Err(UnpackError::Digest {
            path: pointer.manifest,
            expected: pointer.sha256.0.to_string(),
            found: found.to_string(),
        });
    }
    Manifest::parse(&bytes).map_err(named(path.as_str()))
}

/// Gives every file of a release with its name, in order, one at a time.
///
/// # Errors
/// As the type lists, at the first file that is wrong.
pub fn unpack<O: Objects>(
    reader: &LogReader<O>,
    manifest: &Manifest,
    take: &mut dyn FnMut(&ReleasedFile, &[u8]) -> std::io::Result<()>,
) -> Result<(), UnpackError> {
    for file in &manifest.files {
        let bytes = reader
            .objects()
            .get(&file.object()?, MAX_FILE)?
            .ok_or_else(|| UnpackError::Missing(file.path.clone()))?;
        let found = sha256(&bytes);
        if found != file.sha256.0 {
            return Err(UnpackError::Digest {
                path: file.path.clone(),
                expected: file.sha256.0.to_string(),
                found: found.to_string(),
            });
        }
        take(file, &bytes).map_err(|source| UnpackError::Sink {
            path: file.path.clone(),
            source,
        })?;
    }
    Ok(())
}
