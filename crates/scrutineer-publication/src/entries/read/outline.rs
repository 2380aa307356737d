//! The first pass: which leaves no longer hold, and what the data set is built around.

use std::collections::BTreeMap;

use scrutineer_tlog::Hash;

use crate::entries::LogProblem;
use crate::entries::key::RecordKey;
use crate::entries::read::build::EntriesReader;
use crate::entries::read::contests::Frame;
use crate::entries::read::{Problems, contests};
use crate::entry::{Correction, Entry, Register};

/// A leaf that was superseded.
#[derive(Debug)]
pub(super) struct Dead {
    /// Its leaf hash, as the correction names it.
    pub(super) hash: Hash,
    /// The key of what replaces it; `None` for withdrawn.
    pub(super) replaced_by: Option<RecordKey>,
    /// The leaf of the correction.
    pub(super) by: u64,
}

/// The first pass over a log. Holds the superseded leaves and the election and sources; nothing that
/// grows with the number of sheets.
#[derive(Debug, Default)]
pub struct Outline {
    dead: BTreeMap<u64, Dead>,
    /// Labels of stations that do not follow from their ids: a sheet may name the station first.
    labels: BTreeMap<String, String>,
    /// Bytes of records of the election and of sources, by leaf; a correction's record in full.
    heads: BTreeMap<u64, Vec<u8>>,
    problems: Problems,
}

impl Outline {
    /// Before the first entry.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next entry; `bytes` are those that it was read from. Leaves must come in order.
    pub fn add(&mut self, leaf: u64, entry: &Entry<'_>, bytes: &[u8]) {
        match entry {
            Entry::Election(_) | Entry::Source(_) => {
                self.heads.insert(leaf, bytes.to_vec());
            }
            Entry::Register(station) => self.label(station),
            Entry::Correction(correction) => self.correct(leaf, correction),
            _ => {}
        }
    }

    /// Entries come in order, and of a station's records the last is the one that holds.
    fn label(&mut self, station: &Register<'_>) {
        match &station.label {
            Some(label) => {
                let id = station.station.to_string();
                self.labels.insert(id, label.to_string());
            }
            None => {
                self.labels.remove(station.station.as_str());
            }
        }
    }

    fn correct(&mut self, leaf: u64, correction: &Correction<'_>) {
        let superseded = correction.supersedes();
        let target = superseded.leaf.get();
        if target >= leaf {
            let expected = format!("a leaf before {leaf}");
            self.problems
                .push(leaf, "$.supersedes.leaf", expected, target.to_string());
            return;
        }
        if let Some(before) = self.dead.get(&target) {
            let found = format!("entry {} supersedes it already", before.by);
            self.problems
                .push(leaf, "$.supersedes.leaf", "a leaf that holds", found);
            return;
        }
        self.dead.insert(
            target,
            Dead {
                hash: superseded.hash.0,
                replaced_by: correction.record().and_then(RecordKey::of),
                by: leaf,
            },
        );
        if let Some(Entry::Register(station)) = correction.record() {
            self.label(station);
        }
        if let Some(record @ (Entry::Election(_) | Entry::Source(_))) = correction.record()
            && let Ok(bytes) = record.to_bytes()
        {
            self.heads.insert(leaf, bytes);
        }
    }

    /// The second pass, ready for the first entry; or everything that is wrong with what the data
    /// set is built around.
    pub fn finish(mut self) -> Result<EntriesReader, Vec<LogProblem>> {
        self.heads.retain(|leaf, _| !self.dead.contains_key(leaf));
        let mut parts = Vec::new();
        let mut sources = Vec::new();
        for (&leaf, bytes) in &self.heads {
            match Entry::parse(bytes) {
                Ok(Entry::Election(part)) => parts.push((leaf, part)),
                Ok(Entry::Source(source)) => sources.push((leaf, source)),
                _ => {}
            }
        }
        let Some(election) = contests::read(parts, &mut self.problems) else {
            return Err(self.problems.into_result(()).err().unwrap_or_default());
        };
        let frame = Frame {
            labels: self.labels,
            dead: self.dead,
            ..election
        };
        let reader = EntriesReader::new(frame, sources, &mut self.problems);
        self.problems.into_result(reader)
    }
}
