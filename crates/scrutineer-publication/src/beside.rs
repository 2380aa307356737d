//! Files of a release that follow from no entry: their digests are in the manifest, and what shows them is made
//! from their bytes.

use std::collections::BTreeMap;

use scrutineer_formats::geometry;
use scrutineer_logstore::{Objects, StoreError};
use scrutineer_model::{Dataset, Geometry};
use scrutineer_report::conditions::Conditions;
use scrutineer_tlog::hash::sha256;

use crate::derive::{CONDITIONS, DeriveError, GEOMETRY};
use crate::release::{Manifest, ReleasedFile, Role};

/// The longest document of conditions, in bytes.
const MAX_CONDITIONS: u64 = 256 << 20;
/// The most bytes of the files of all audits together: they are held at once.
const MAX_AUDITS: u64 = 256 << 20;
/// The longest document of shapes, in bytes.
const MAX_GEOMETRY: u64 = geometry::MAX_BYTES as u64;

/// The files, where a release has them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// The document of the conditions of the vote.
    pub conditions: Option<Vec<u8>>,
    /// The shapes of divisions.
    pub geometry: Option<Vec<u8>>,
    /// Files with which audits by sampling are replayed, by path: `audits/ID/NAME`.
    pub audits: BTreeMap<String, Vec<u8>>,
}

impl Beside {
    /// Those of a release; none of a file that is missing or another one, which `verify` names.
    ///
    /// # Errors
    /// Where the store fails.
    pub fn held<O: Objects>(objects: &O, manifest: &Manifest) -> Result<Self, StoreError> {
        Self::read(manifest, |file, most| {
            let Ok(path) = file.object() else {
                return Ok(None);
            };
            let bytes = objects.get(&path, most)?;
            Ok(bytes.filter(|bytes| sha256(bytes) == file.sha256.0))
        })
    }

    /// Those of a release, as `get` gives the bytes of a file of at most so many.
    pub(crate) fn read<E>(
        manifest: &Manifest,
        mut get: impl FnMut(&ReleasedFile, u64) -> Result<Option<Vec<u8>>, E>,
    ) -> Result<Self, E> {
        let mut held = Self::default();
        let mut left = MAX_AUDITS;
        for file in &manifest.files {
            match file.role {
                Role::Conditions => held.conditions = get(file, MAX_CONDITIONS)?,
                Role::Geometry => held.geometry = get(file, MAX_GEOMETRY)?,
                Role::Audit => {
                    // What is not read is told as not following from anything.
                    let Some(rest) = left.checked_sub(file.bytes) else {
                        continue;
                    };
                    left = rest;
                    let bytes = get(file, file.bytes)?;
                    let bytes = bytes.map(|bytes| (file.path.clone(), bytes));
                    held.audits.extend(bytes);
                }
                _ => {}
            }
        }
        Ok(held)
    }

    /// The files of audits of a release alone.
    ///
    /// # Errors
    /// Where the store fails.
    pub(crate) fn audits_of<O: Objects>(
        objects: &O,
        manifest: &Manifest,
    ) -> Result<BTreeMap<String, Vec<u8>>, StoreError> {
        let mut only = manifest.clone();
        only.files.retain(|file| file.role == Role::Audit);
        Ok(Self::held(objects, &only)?.audits)
    }

    /// The files with their paths and roles.
    pub fn files(&self) -> impl Iterator<Item = (&str, Role, &[u8])> {
        let audits = self.audits.iter();
        let audits = audits.map(|(path, bytes)| (path.as_str(), Role::Audit, bytes.as_slice()));
        let conditions = self.conditions.as_deref();
        let geometry = self.geometry.as_deref();
        [
            (CONDITIONS, Role::Conditions, conditions),
            (GEOMETRY, Role::Geometry, geometry),
        ]
        .into_iter()
        .filter_map(|(path, role, bytes)| Some((path, role, bytes?)))
        .chain(audits)
    }

    /// Without shapes of divisions that the data set has not: their stations may be waiting for their batch.
    ///
    /// # Errors
    /// Where the document of the shapes is none.
    pub fn within(mut self, dataset: &Dataset) -> Result<Self, DeriveError> {
        if let Some(bytes) = &self.geometry {
            let shapes = geometry::parse(bytes).map_err(DeriveError::geometry)?;
            let shapes = match dataset.hierarchies().first() {
                Some(hierarchy) => shapes.within(&hierarchy.divisions),
                None => Geometry::default(),
            };
            self.geometry = (!shapes.is_empty()).then(|| geometry::document(&shapes));
        }
        Ok(self)
    }
}

/// The document of the conditions, where it is one and about this election.
///
/// # Errors
/// Where it is none, or about another election.
pub fn about(bytes: &[u8], dataset: &Dataset) -> Result<Conditions, DeriveError> {
    let read = Conditions::parse(bytes)?;
    let own = dataset.election();
    let is_own = read.election.id == own.id.as_str()
        && read.election.name == own.name
        && read.election.date == own.date;
    if is_own {
        return Ok(read);
    }
    Err(DeriveError::OtherElection {
        expected: format!("{} {}", own.id, own.date),
        found: format!("{} {}", read.election.id, read.election.date),
    })
}

/// The shapes, where each is that of a division of this election.
///
/// # Errors
/// Where the document is none, or has another division.
pub fn shapes(bytes: &[u8], dataset: &Dataset) -> Result<Geometry, DeriveError> {
    let read = geometry::parse(bytes).map_err(DeriveError::geometry)?;
    let own = match dataset.hierarchies().first() {
        Some(hierarchy) => read.clone().within(&hierarchy.divisions),
        None => Geometry::default(),
    };
    if read == own {
        return Ok(read);
    }
    let is_other = |codes: &[String]| own.iter().all(|(known, _)| known != codes);
    let other = read
        .iter()
        .map(|(codes, _)| codes)
        .find(|codes| is_other(codes));
    Err(DeriveError::OtherDivision {
        found: other.unwrap_or_default().join(" / "),
    })
}
