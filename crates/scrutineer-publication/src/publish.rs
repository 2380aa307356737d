//! Publishing: new records into the log, then a release of everything that follows from them.
//!
//! ```text
//! Dataset -> entries -> changes since the log -> at once, or in batches -> log: size N
//! log -> Dataset -> audit -> files, manifest -> audit-report and release entries -> latest.json
//! ```
//!
//! In scope: the order of `spec/bundle.md`, so that a run which stops anywhere is finished by the
//! next. Out of scope: reading the folder, asking the person, the clock: the caller's. Limits: the
//! entries that are new are held in memory once.

mod records;
mod release;
mod said;
mod texts;

use std::collections::BTreeMap;

use scrutineer_logstore::{AppendError, Head, LogReader, Objects, StoreError, Writer};
use scrutineer_model::{Dataset, Date, Finding};

pub use records::{Late, Plan, Waiting, plan};
pub use release::Released;
pub(crate) use release::{drop_superseded, point};
pub use said::{Removal, Said, SaidError, respond, withhold};
pub use texts::FreeText;

use crate::batch::Publication;
use crate::beside::Beside;
use crate::canonical::Problem;
use crate::derive::{DeriveError, Extras, RebuildError, each_entry};
use crate::entries::EntryIndex;
use crate::entry::{AuditStep, Entry, EntryError, Recovery};
use crate::release::{Manifest, ManifestError, audit_at};
use crate::state::{PrivateState, StateError};

/// When a run takes place, as the caller's clock says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// Minutes since 1970-01-01T00:00Z.
    pub minutes: u64,
    /// The day, UTC.
    pub day: Date,
}

/// What is to be published.
#[derive(Clone, Debug)]
pub struct Publishing<'a> {
    /// The election, as its folder says.
    pub dataset: &'a Dataset,
    /// The findings of its audit; those that nobody else can compute become entries.
    pub findings: &'a [Finding],
    /// Lengths in bytes of the files that were read, by SHA-256; commitments bind them.
    pub lengths: &'a std::collections::BTreeMap<String, u64>,
    /// Steps of audits by sampling, in their order; those that the log has are not said again.
    pub audits: &'a [AuditStep<'a>],
    /// What waits for a batch and what does not.
    pub publication: &'a Publication,
    /// Recovery keys, for the first entry of a new log.
    pub recovery: Option<Recovery<'a>>,
    /// Files to disclose, with their names: those that entries commit to.
    pub disclose: &'a [(String, Vec<u8>)],
    /// Close the collection: the rest of every batch, and the stations without a sheet.
    pub close: bool,
    /// What is derived beside report and tables.
    pub extras: Extras,
    /// When.
    pub now: Now,
}

/// A publication ended early. What was appended until then stays, and the next run goes on.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PublishError {
    /// Records that cannot be entries; all of them, before anything is signed.
    #[error("{} records cannot be published; first: {}", .0.len(), .0.first().map_or_else(String::new, ToString::to_string))]
    Records(Vec<Problem>),
    /// An entry that cannot be one, before anything is signed.
    #[error(transparent)]
    Entry(#[from] EntryError),
    /// The collection was closed: it takes corrections, but no new sheet.
    #[error("the collection was closed; {} new records cannot be published", .0.len())]
    Closed(Vec<Late>),
    /// An audit by sampling has not the step that the log has of it.
    #[error("audit {audit}: expected the step {number} that the log has, found another or none")]
    AuditRewritten {
        /// The audit.
        audit: String,
        /// The first such step, from 1.
        number: u64,
    },
    /// The log cannot be read back.
    #[error(transparent)]
    Rebuild(#[from] RebuildError),
    /// The log does not take the entries.
    #[error(transparent)]
    Append(#[from] AppendError),
    /// The private state.
    #[error(transparent)]
    State(#[from] StateError),
    /// A store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A derived file.
    #[error(transparent)]
    Derive(#[from] DeriveError),
    /// The audit of what was read back.
    #[error(transparent)]
    Audit(#[from] scrutineer_audit::AuditError),
    /// The manifest.
    #[error(transparent)]
    Manifest(#[from] ManifestError),
    /// What was said does not fit what was published.
    #[error(transparent)]
    Said(#[from] SaidError),
    /// A path of the bundle, which no input reaches.
    #[error(transparent)]
    Path(#[from] scrutineer_logstore::ParsePathError),
}

impl From<crate::site::PositionsError> for PublishError {
    fn from(error: crate::site::PositionsError) -> Self {
        match error {
            crate::site::PositionsError::Rebuild(error) => Self::Rebuild(error),
            crate::site::PositionsError::Audit(error) => Self::Audit(error),
        }
    }
}

impl PublishError {
    fn rewritten(audit: &str, number: u64) -> Self {
        Self::AuditRewritten {
            audit: audit.to_owned(),
            number,
        }
    }
}

/// What a run did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Records appended, by word of kind.
    pub appended: std::collections::BTreeMap<&'static str, u64>,
    /// Free texts of these records.
    pub texts: std::collections::BTreeSet<FreeText>,
    /// What waits for its batch.
    pub waiting: Waiting,
    /// The release; `None` where nothing was new.
    pub released: Option<Released>,
    /// Entries in the log now.
    pub size: u64,
}

/// The records that a log has.
///
/// # Errors
/// Where the log cannot be read, or holds what is no entry.
pub fn index<O: Objects>(objects: O, size: u64) -> Result<EntryIndex, RebuildError> {
    let reader = LogReader::new(objects);
    let mut index = EntryIndex::new();
    let mut failed = None;
    crate::derive::each_entry(&reader, size, &mut |leaf, entry, bytes| {
        if let Err(error) = index.add(leaf, entry, bytes) {
            failed.get_or_insert((leaf, error));
        }
    })?;
    match failed {
        None => Ok(index),
        Some((leaf, error)) => Err(RebuildError::Entries(
            error
                .problems
                .into_iter()
                .map(|problem| crate::entries::LogProblem { leaf, problem })
                .collect(),
        )),
    }
}

/// Appends what is new and releases what follows from it.
///
/// # Errors
/// As the type lists.
pub fn publish<O: Objects, H: Head>(
    writer: &mut Writer<O, H>,
    state: &mut PrivateState,
    input: &Publishing<'_>,
) -> Result<Published, PublishError> {
    let known = index(writer.objects(), writer.size())?;
    let plan = plan(&known, state, input)?;
    // Salts first: a commitment whose salt is lost could never be opened.
    state.save()?;
    let texts = plan.texts();
    let (appended, waiting) = records::append(writer, state, plan, input.now)?;
    let latest = release::latest(writer.objects(), writer.size())?;
    let audits = audits(
        writer.objects(),
        writer.size(),
        latest.as_ref(),
        input,
        &waiting,
    )?;
    let mut disclosed = latest
        .map(|manifest| manifest.disclosed)
        .unwrap_or_default();
    let fresh = said::disclose(writer.objects(), writer.size(), state, input.disclose)?;
    disclosed.extend(fresh);
    disclosed.sort_unstable();
    disclosed.dedup();
    let mut extras = input.extras.clone();
    extras.beside.audits = audits;
    let released = release::release(writer, &extras, disclosed)?;
    Ok(Published {
        appended,
        texts,
        waiting,
        released,
        size: writer.size(),
    })
}

/// The files of audits that a release has: those of the latest one, and in the place of these what the folder has of the
/// same audit. They name stations, so that nothing of the folder is taken while records wait for their batch, and nothing
/// stays of a source that is marked sensitive. An audit of which the folder has nothing is somebody else's, and stays while its source is here by the name of the log.
fn audits<O: Objects>(
    objects: &O,
    size: u64,
    latest: Option<&Manifest>,
    input: &Publishing<'_>,
    waiting: &Waiting,
) -> Result<BTreeMap<String, Vec<u8>>, PublishError> {
    let mut held = match latest {
        Some(manifest) => Beside::audits_of(objects, manifest)?,
        None => BTreeMap::new(),
    };
    // The steps of the folder are in the log by now.
    let mut named: BTreeMap<String, bool> = BTreeMap::new();
    each_entry(&LogReader::new(objects), size, &mut |_, entry, _| {
        if let Entry::AuditStep(step) = entry {
            let is_named = is_named(input.dataset, step.source.as_str());
            named.insert(step.audit.to_string(), is_named);
        }
    })?;
    let is_named = |path: &str| audit_at(path).is_some_and(|(id, _)| named.get(id) == Some(&true));
    held.retain(|path, _| is_named(path));
    if waiting.records == 0 {
        let fresh = &input.extras.beside.audits;
        let is_own = |path: &str| {
            let mut steps = input.audits.iter();
            audit_at(path).is_some_and(|(id, _)| steps.any(|step| step.audit.as_str() == id))
        };
        held.retain(|path, _| !is_own(path));
        let fresh = fresh
            .iter()
            .filter(|(path, _)| is_named(path) && is_own(path));
        held.extend(fresh.map(|(path, bytes)| (path.clone(), bytes.clone())));
    }
    Ok(held)
}

/// Whether there is such a source, and it is not marked sensitive.
fn is_named(dataset: &Dataset, id: &str) -> bool {
    let mut sources = dataset.sources().iter();
    let source = sources.find(|source| source.id.as_str() == id);
    source.is_some_and(|source| !source.is_withheld())
}
