//! Everything that follows from the entries of a log: the data set, its audit, the derived files.
//!
//! Publishing and verifying both go through here, so that they cannot differ.

mod pages;

use scrutineer_audit::{AuditError, AuditReport, LogPosition, audit, audit_core, standing_audits};
use scrutineer_formats::geometry::GeometryError;
use scrutineer_formats::nist;
use scrutineer_logstore::{LogReader, Objects, ReadError, StoreError};
use scrutineer_model::{Evidence, LogEvidence};
use scrutineer_report::conditions::InvalidConditions;
use scrutineer_report::{JsonError, TextError, json};

pub(crate) use pages::pages;

use crate::beside::Beside;
use crate::data::{self, DataError, DataFile, Stamp};
use crate::entries::{EntriesReader, LogProblem, Outline, Rebuilt};
use crate::entry::Entry;
use crate::release::{Manifest, Role};

/// The audit report as JSON, in a release.
pub const REPORT: &str = "report.json";
/// The document of the conditions of the vote, in a release.
pub const CONDITIONS: &str = "conditions.json";
/// The shapes of divisions, in a release.
pub const GEOMETRY: &str = "geometry.geojson";
/// The folder of the files with which audits by sampling are replayed.
pub const AUDITS: &str = "audits";
/// The folder of the tables, in a release.
pub const DATA: &str = "data";
/// The folder of exports in NIST SP 1500-100, in a release.
pub const NIST: &str = "nist";

/// The entries of a log cannot be read back.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RebuildError {
    /// The log cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Entries that are none, or that contradict each other; all of them.
    #[error("{} entries cannot be read back; first: {}", .0.len(), first(.0))]
    Entries(Vec<LogProblem>),
}

fn first(problems: &[LogProblem]) -> String {
    problems
        .first()
        .map_or_else(String::new, ToString::to_string)
}

/// Reads the first `size` entries, calling `take` with each.
///
/// # Errors
/// [`RebuildError::Entries`] with every entry that cannot be parsed, [`RebuildError::Read`] where the
/// store fails.
pub fn each_entry<O: Objects>(
    reader: &LogReader<O>,
    size: u64,
    take: &mut dyn FnMut(u64, &Entry<'_>, &[u8]),
) -> Result<(), RebuildError> {
    let mut problems = Vec::new();
    let mut again = Vec::new();
    for bundle in reader.bundles(0..size, size) {
        let bundle = bundle?;
        for (leaf, bytes) in bundle.entries() {
            match Entry::parse_with(bytes, &mut again) {
                Ok(entry) => take(leaf, &entry, bytes),
                Err(error) => problems.extend(
                    error
                        .problems
                        .into_iter()
                        .map(|problem| LogProblem { leaf, problem }),
                ),
            }
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(RebuildError::Entries(problems))
    }
}

/// The data set of the first `size` entries, in two passes over the log.
///
/// # Errors
/// As [`each_entry`], and every contradiction among the records.
pub fn rebuild<O: Objects>(reader: &LogReader<O>, size: u64) -> Result<Rebuilt, RebuildError> {
    let mut outline = Outline::new();
    each_entry(reader, size, &mut |leaf, entry, bytes| {
        outline.add(leaf, entry, bytes);
    })?;
    finish(reader, size, outline)
}

/// The second pass of [`rebuild`], for callers that made the first themselves.
pub(crate) fn finish<O: Objects>(
    reader: &LogReader<O>,
    size: u64,
    outline: Outline,
) -> Result<Rebuilt, RebuildError> {
    let mut second: EntriesReader = outline.finish().map_err(RebuildError::Entries)?;
    each_entry(reader, size, &mut |leaf, entry, bytes| {
        second.add(leaf, entry, bytes);
    })?;
    second.finish().map_err(RebuildError::Entries)
}

/// The report of a release. It stands in the log itself and cannot vouch for it.
///
/// # Errors
/// A sum beyond what integers of 128 bits hold.
pub fn release_report(rebuilt: &Rebuilt, stamp: &Stamp) -> Result<AuditReport, AuditError> {
    let mut report = audited(rebuilt, LogEvidence::NotVerified)?;
    report.log = Some(LogPosition {
        origin: stamp.origin.clone(),
        size: stamp.size,
        root: stamp.root_hex(),
    });
    Ok(report)
}

/// The audit of what a log says, with what is known of the log.
///
/// # Errors
/// As [`release_report`].
pub fn audited(rebuilt: &Rebuilt, log: LogEvidence) -> Result<AuditReport, AuditError> {
    audit(&rebuilt.dataset, &evidence(rebuilt, log))
}

/// The part of the audit that the answers need: what releases are compared by.
pub(crate) fn answers(rebuilt: &Rebuilt) -> Result<AuditReport, AuditError> {
    let evidence = evidence(rebuilt, LogEvidence::NotVerified);
    audit_core(&rebuilt.dataset, &evidence)
}

fn evidence(rebuilt: &Rebuilt, log: LogEvidence) -> Evidence {
    let standing = standing_audits(&rebuilt.dataset, &rebuilt.audits);
    Evidence {
        risk_bounds: standing.bounds,
        unfinished: standing.unfinished,
        absent: standing.absent,
        attested: rebuilt.attested.clone(),
        log: Some(log),
        ..Evidence::default()
    }
}

/// What is derived beside report and tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Extras {
    /// Reports of NIST SP 1500-100, under `nist/`.
    pub nist: Option<nist::NistOptions>,
    /// The public site, under `site/`.
    pub site: bool,
    /// What follows from no entry.
    pub beside: Beside,
}

impl Extras {
    /// What a release has beside report and tables, with what follows from no entry.
    ///
    /// # Errors
    /// Where the store fails.
    pub fn held<O: Objects>(objects: &O, manifest: &Manifest) -> Result<Self, StoreError> {
        Ok(Self {
            beside: Beside::held(objects, manifest)?,
            ..Self::of(manifest)
        })
    }

    /// What a release has beside report and tables, without what follows from no entry.
    pub fn of(manifest: &Manifest) -> Self {
        Self {
            nist: manifest.issuer.as_ref().map(|issuer| nist::NistOptions {
                issuer: issuer.clone(),
                abbreviation: issuer.clone(),
                is_test: manifest.is_demonstration(),
            }),
            site: manifest
                .files
                .iter()
                .any(|file| file.path == crate::site::SITE_FILES),
            beside: Beside::default(),
        }
    }
}

/// A derived file cannot be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DeriveError {
    /// A table.
    #[error(transparent)]
    Data(#[from] DataError),
    /// The report as JSON.
    #[error("the report as JSON: {0}")]
    Json(#[from] JsonError),
    /// A page.
    #[error("a page of the report: {0}")]
    Text(#[from] TextError),
    /// The document of the conditions.
    #[error("conditions.json: {0}")]
    Conditions(#[from] InvalidConditions),
    /// The conditions of another election.
    #[error("conditions.json: expected the election {expected}, found {found}")]
    OtherElection {
        /// The election of the log, with its day.
        expected: String,
        /// That of the document.
        found: String,
    },
    /// The document of the shapes; the first error.
    #[error("{0}")]
    Geometry(Box<GeometryError>),
    /// A shape of what is no division of the election.
    #[error("geometry.geojson: expected divisions of this election, found {found}")]
    OtherDivision {
        /// Its codes.
        found: String,
    },
    /// The caller could not take a file.
    #[error("{path}: {source}")]
    Sink {
        /// The file.
        path: String,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
}

impl DeriveError {
    pub(crate) fn geometry(errors: Vec<GeometryError>) -> Self {
        // A document that cannot be read has an error.
        let first = errors.into_iter().next().unwrap_or(GeometryError {
            file: GEOMETRY.to_owned(),
            feature: None,
            key: String::new(),
            expected: "shapes".to_owned(),
            found: "nothing".to_owned(),
        });
        Self::Geometry(Box::new(first))
    }
}

/// Takes a derived file.
pub type Take<'t> =
    dyn FnMut(Role, DataFile) -> Result<(), Box<dyn std::error::Error + Send + Sync>> + 't;

/// Every derived file of a release, one after another, so that only one is in memory.
///
/// # Errors
/// Where a file cannot be made or taken.
pub fn derived_files(
    rebuilt: &Rebuilt,
    report: &AuditReport,
    stamp: &Stamp,
    extras: &Extras,
    take: &mut Take<'_>,
) -> Result<(), DeriveError> {
    let mut give = |role, path: &str, bytes| {
        let path = path.to_owned();
        let named = path.clone();
        take(role, DataFile { path, bytes }).map_err(|source| DeriveError::Sink {
            path: named,
            source,
        })
    };
    give(Role::Report, REPORT, json(report)?.into_bytes())?;
    for page in pages(rebuilt, report, stamp)? {
        give(Role::Page, &page.path, page.bytes)?;
    }
    if let Some(options) = &extras.nist {
        for (path, bytes) in nist::reports(&rebuilt.dataset, options) {
            give(Role::Copy, &path, bytes)?;
        }
    }
    let mut sink = |file: DataFile| {
        let path = format!("{DATA}/{}", file.path);
        let role = Role::at(&path).unwrap_or(Role::Copy);
        give(role, &path, file.bytes).map_err(Into::into)
    };
    data::data_files(
        &rebuilt.dataset,
        report,
        stamp,
        &data::Options::default(),
        &mut sink,
    )?;
    Ok(())
}
