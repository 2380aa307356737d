//! What of a log the pages need beside the data set: places of the sheets, earlier releases and what they
//! said, corrections.

use std::collections::BTreeMap;
use std::thread;

use scrutineer_audit::AuditError;
use scrutineer_logstore::{LogReader, Objects, ReadError};
use scrutineer_model::{Dataset, Publisher, SourceIdx, StationIdx};
use scrutineer_site::{AuditStep, Correction, History, Leaves, State};

use crate::data::Stamp;
use crate::derive::{RebuildError, answers, each_entry, rebuild};
use crate::entries::Rebuilt;
use crate::entry::{self, AuditOutcome, AuditStepKind, Entry, Kind};
use crate::release::{MAX_BYTES, Manifest, manifest_object};

/// The most releases before the latest one that are compared.
const MOST: usize = 8;
/// The most entries that are read again for them, unless the latest of them alone has more.
const ENTRIES: u64 = 400_000;

/// What the pages need cannot be made.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PositionsError {
    /// The log cannot be read.
    #[error(transparent)]
    Rebuild(#[from] RebuildError),
    /// The audit of an earlier release.
    #[error(transparent)]
    Audit(#[from] AuditError),
}

/// What of a log the pages need beside the data set.
#[derive(Clone, Debug, Default)]
pub struct Positions {
    pub(super) leaves: Leaves,
    pub(super) releases: Vec<scrutineer_site::Release>,
    pub(super) history: History,
    pub(super) audits: Vec<AuditStep>,
    pub(super) publisher: Option<Publisher>,
}

impl Positions {
    /// Reads the first `size` entries for the places of the sheets and the corrections, the manifests of
    /// earlier releases for their dates, and the entries of some of these for what they said.
    ///
    /// # Errors
    /// Where the log cannot be read, an entry is none, or an earlier state cannot be audited.
    pub fn read<O: Objects>(
        reader: &LogReader<O>,
        size: u64,
        rebuilt: &Rebuilt,
    ) -> Result<Self, PositionsError> {
        let mut found = Found::new(&rebuilt.dataset);
        each_entry(reader, size, &mut |leaf, entry, _| found.add(leaf, entry))?;
        let releases = dated(reader, &found.releases)?;
        let history = History {
            states: states(reader, size, rebuilt, &compared(&releases), &found.kinds)?,
            corrections: found.corrections,
        };
        Ok(Self {
            leaves: Leaves::new(found.leaves),
            releases,
            history,
            audits: found.audits,
            publisher: found.publisher,
        })
    }
}

/// What one pass over the entries finds.
struct Found<'d> {
    dataset: &'d Dataset,
    /// In order of the log.
    leaves: Vec<(StationIdx, SourceIdx, u64)>,
    releases: Vec<(u64, scrutineer_tlog::Hash)>,
    corrections: Vec<Correction>,
    audits: Vec<AuditStep>,
    /// What the latest policy says.
    publisher: Option<Publisher>,
    /// Of every entry; of a correction, that of the record that it is about.
    kinds: Vec<Kind>,
}

impl<'d> Found<'d> {
    fn new(dataset: &'d Dataset) -> Self {
        Self {
            dataset,
            leaves: Vec::new(),
            releases: Vec::new(),
            corrections: Vec::new(),
            audits: Vec::new(),
            publisher: None,
            kinds: Vec::new(),
        }
    }

    fn add(&mut self, leaf: u64, entry: &Entry<'_>) {
        let record = match entry {
            Entry::Correction(held) => held.record(),
            other => Some(other),
        };
        let mut kind = record.map_or(Kind::Correction, Entry::kind);
        let mut about = (None, None);
        match record {
            Some(Entry::Sheet(sheet)) => {
                let placed = placed(self.dataset, sheet, leaf);
                self.leaves.extend(placed);
                about = placed.map_or(about, |(station, source, _)| (Some(station), Some(source)));
            }
            Some(Entry::Register(held)) => {
                about.0 = station(self.dataset, held.station.as_str());
            }
            Some(Entry::AuditStep(held)) => self.audits.push(step(leaf, held)),
            Some(Entry::Policy(held)) => self.publisher = held.published_by(),
            Some(Entry::Release(held)) => self.releases.push((held.size.get(), held.root.0)),
            _ => {}
        }
        if let Entry::Correction(held) = entry {
            let supersedes = held.supersedes().leaf.get();
            if record.is_none() {
                let before = usize::try_from(supersedes).ok();
                let before = before.and_then(|at| self.kinds.get(at));
                kind = before.copied().unwrap_or(kind);
                let at = self.leaves.binary_search_by_key(&supersedes, |held| held.2);
                if let Some(held) = at.ok().and_then(|at| self.leaves.get(at)) {
                    about = (Some(held.0), Some(held.1));
                }
            }
            self.corrections.push(Correction {
                leaf,
                supersedes,
                kind: kind.word(),
                station: about.0,
                source: about.1,
                is_withdrawal: record.is_none(),
            });
        }
        self.kinds.push(kind);
    }
}

/// Releases whose manifests are there, with their dates, in order of the log. One that is missing or wrong
/// is a failure of the release, which `verify` names.
fn dated<O: Objects>(
    reader: &LogReader<O>,
    releases: &[(u64, scrutineer_tlog::Hash)],
) -> Result<Vec<scrutineer_site::Release>, PositionsError> {
    let mut dated = Vec::new();
    for (size, root) in releases {
        let Ok(path) = manifest_object(*size, root) else {
            continue;
        };
        let bytes = reader.objects().get(&path, MAX_BYTES);
        let bytes = bytes.map_err(|error| RebuildError::Read(ReadError::from(error)))?;
        if let Some(Ok(manifest)) = bytes.map(|bytes| Manifest::parse(&bytes)) {
            let stamp = Stamp {
                origin: String::new(),
                size: *size,
                root: *root.as_bytes(),
            };
            dated.push(scrutineer_site::Release {
                size: *size,
                root: stamp.root_hex(),
                as_of: manifest.as_of,
            });
        }
    }
    Ok(dated)
}

/// Sizes of the releases that are compared, ascending: the last one of each day before others, the latest
/// first.
fn compared(releases: &[scrutineer_site::Release]) -> Vec<u64> {
    let day = |at: usize| releases.get(at).map(|held| held.as_of);
    let mut order: Vec<usize> = (0..releases.len()).rev().collect();
    order.sort_by_key(|&at| day(at + 1) == day(at));
    let mut sizes: Vec<u64> = Vec::new();
    let mut read = 0u64;
    let chosen = order.into_iter().filter_map(|at| releases.get(at));
    for held in chosen.take(MOST) {
        read = read.saturating_add(held.size);
        if !sizes.is_empty() && read > ENTRIES {
            break;
        }
        sizes.push(held.size);
    }
    sizes.sort_unstable();
    sizes.dedup();
    sizes
}

/// What the compared releases said and what the latest one says, in order of the log; none where none is compared.
fn states<O: Objects>(
    reader: &LogReader<O>,
    size: u64,
    rebuilt: &Rebuilt,
    compared: &[u64],
    kinds: &[Kind],
) -> Result<Vec<State>, PositionsError> {
    if compared.is_empty() {
        return Ok(Vec::new());
    }
    // A log that went on from another, or a copy by its checkpoint, has no partial tiles of earlier sizes.
    let whole = reader.at_least(size);
    thread::scope(|scope| {
        let latest = scope.spawn(|| state(size, rebuilt, kinds));
        let earlier = compared
            .iter()
            .map(|&before| state(before, &rebuild(&whole, before)?, kinds));
        let mut states = earlier.collect::<Result<Vec<State>, PositionsError>>()?;
        let latest = latest
            .join()
            .unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        states.push(latest?);
        Ok(states)
    })
}

fn state(size: u64, rebuilt: &Rebuilt, kinds: &[Kind]) -> Result<State, PositionsError> {
    let mut entries = BTreeMap::new();
    let count = usize::try_from(size).unwrap_or(usize::MAX);
    for kind in kinds.iter().take(count) {
        *entries.entry(kind.word()).or_insert(0) += 1;
    }
    Ok(State {
        size,
        report: answers(rebuilt)?,
        entries,
    })
}

fn step(leaf: u64, held: &entry::AuditStep<'_>) -> AuditStep {
    AuditStep {
        leaf,
        audit: held.audit.to_string(),
        number: held.number.get(),
        step: match held.step {
            AuditStepKind::Commitment => "commitment",
            AuditStepKind::Draw => "draw",
            AuditStepKind::Records => "records",
            AuditStepKind::FullCount => "full-count",
        },
        source: held.source.to_string(),
        links: held.links.iter().map(|link| link.get()).collect(),
        sample: held.sample.get(),
        digest: held.digest.0.to_string(),
        outcome: held.outcome.map(|outcome| match outcome {
            AuditOutcome::Confirmed => "confirmed",
            AuditOutcome::Overturned => "overturned",
        }),
    }
}

fn placed(
    dataset: &Dataset,
    sheet: &entry::Sheet<'_>,
    leaf: u64,
) -> Option<(StationIdx, SourceIdx, u64)> {
    let source = dataset
        .sources()
        .iter()
        .position(|source| source.id.as_str() == sheet.source.as_str())?;
    let station = station(dataset, sheet.station.as_str())?;
    Some((station, SourceIdx::new(source), leaf))
}

fn station(dataset: &Dataset, id: &str) -> Option<StationIdx> {
    let stations = dataset.stations();
    let (mut low, mut high) = (0, stations.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        if stations.id(StationIdx::new(middle)) < id {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    let at = (low < stations.len()).then(|| StationIdx::new(low))?;
    (stations.id(at) == id).then_some(at)
}

#[cfg(test)]
mod tests {
    use scrutineer_model::Date;

    use super::*;

    fn release(size: u64, day: &str) -> scrutineer_site::Release {
        scrutineer_site::Release {
            size,
            root: String::new(),
            as_of: Date::parse(day).unwrap(),
        }
    }

    #[test]
    fn the_last_release_of_each_day_is_compared_before_others() {
        let day = |at| {
            if at <= 3 { "2024-07-28" } else { "2024-07-29" }
        };
        let many: Vec<_> = (1..=20).map(|at| release(at, day(at))).collect();
        assert_eq!(compared(&many), [3, 14, 15, 16, 17, 18, 19, 20]);
    }

    #[test]
    fn the_release_before_is_compared_however_large_it_is() {
        let large = [
            release(3_000_000, "2024-07-28"),
            release(3_000_100, "2024-07-28"),
        ];
        assert_eq!(compared(&large), [3_000_100]);
        assert_eq!(compared(&[]), Vec::<u64>::new());
    }
}
