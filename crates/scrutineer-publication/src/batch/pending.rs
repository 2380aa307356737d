//! What waits for its batch.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::Date;
use scrutineer_tlog::{Hash, leaf_hash};
use serde::{Deserialize, Serialize};

use crate::batch::order::OrderKey;
use crate::batch::publication::Publication;
use crate::entry::{Correction, Entry, EntryError};

/// Whole minutes of some clock that the caller keeps, such as POSIX time divided by 60.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Minute(pub u64);

/// One entry that waits. Its time is a day; nothing says what came before it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waiting {
    /// The entry's bytes, which are UTF-8.
    entry: String,
    /// The station that it is about, where it is about one.
    station: Option<String>,
    /// The day since which it waits.
    day: Date,
}

/// The entries that wait for a batch, in the order of their leaf hashes. Part of the private state.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Pending {
    waiting: BTreeMap<String, Waiting>,
}

/// Entries that are published together, in an order that says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    entries: Vec<Vec<u8>>,
    stations: usize,
}

impl Batch {
    /// The bytes of the entries, in the order in which they are appended.
    pub fn entries(&self) -> &[Vec<u8>] {
        &self.entries
    }

    /// The same, given away.
    pub fn into_entries(self) -> Vec<Vec<u8>> {
        self.entries
    }

    /// How many stations the entries are about.
    pub fn stations(&self) -> usize {
        self.stations
    }
}

impl Pending {
    /// Nothing waits.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds entries that arrived on `day`. One that waits already keeps its day. Fails with every
    /// entry that is too long; then nothing is added.
    pub fn add<'a>(
        &mut self,
        entries: impl IntoIterator<Item = Entry<'a>>,
        day: Date,
    ) -> Result<(), EntryError> {
        let mut problems = Vec::new();
        let mut new = Vec::new();
        for entry in entries {
            match entry.to_bytes() {
                Ok(bytes) => new.push((leaf_hash(&bytes), bytes, station_of(&entry))),
                Err(error) => problems.extend(error.problems),
            }
        }
        if !problems.is_empty() {
            return Err(EntryError { problems });
        }
        for (hash, bytes, station) in new {
            // Bytes of entries are JSON.
            let entry = String::from_utf8(bytes).unwrap_or_default();
            self.waiting
                .entry(hash.to_string())
                .or_insert_with(|| Waiting {
                    entry,
                    station,
                    day,
                });
        }
        Ok(())
    }

    /// Drops what the folder no longer says: only entries of `now` go on waiting.
    pub fn keep_only<'a>(
        &mut self,
        now: impl IntoIterator<Item = &'a Entry<'a>>,
    ) -> Result<(), EntryError> {
        let mut held = BTreeSet::new();
        for entry in now {
            held.insert(leaf_hash(&entry.to_bytes()?).to_string());
        }
        self.waiting.retain(|hash, _| held.contains(hash));
        Ok(())
    }

    /// Number of entries that wait.
    pub fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// Number of stations that waiting entries are about.
    pub fn stations(&self) -> usize {
        let named = self
            .waiting
            .values()
            .filter_map(|held| held.station.as_ref());
        named.collect::<BTreeSet<_>>().len()
    }

    /// The day since which the oldest entry waits.
    pub fn since(&self) -> Option<Date> {
        self.waiting.values().map(|held| held.day).min()
    }

    /// Everything that waits as one batch, when that holds enough stations and enough time has passed
    /// since the batch at `last`. A clock that went back delays a batch and never hastens one.
    pub fn close(
        &mut self,
        publication: &Publication,
        key: &OrderKey,
        now: Minute,
        last: Option<Minute>,
    ) -> Option<Batch> {
        let enough = self.stations() >= publication.stations() as usize;
        let due = last.is_none_or(|Minute(last)| {
            let due = last.saturating_add(u64::from(publication.minutes()));
            now >= Minute(due)
        });
        (enough && due).then(|| self.take(key)).flatten()
    }

    /// The rest, however small, when the collection ends; `None` where nothing waits.
    pub fn finish(&mut self, key: &OrderKey) -> Option<Batch> {
        self.take(key)
    }

    fn take(&mut self, key: &OrderKey) -> Option<Batch> {
        if self.waiting.is_empty() {
            return None;
        }
        let stations = self.stations();
        let waiting = std::mem::take(&mut self.waiting);
        let mut entries: Vec<([u8; 32], Vec<u8>)> = waiting
            .into_values()
            .map(|held| {
                let bytes = held.entry.into_bytes();
                let leaf: Hash = leaf_hash(&bytes);
                (key.place(&leaf), bytes)
            })
            .collect();
        entries.sort_unstable();
        Some(Batch {
            entries: entries.into_iter().map(|(_, bytes)| bytes).collect(),
            stations,
        })
    }
}

/// The station that an entry is about.
fn station_of(entry: &Entry<'_>) -> Option<String> {
    match entry {
        Entry::Register(held) => Some(held.station.to_string()),
        Entry::Sheet(held) => Some(held.station.to_string()),
        Entry::Correction(held) => Correction::record(held).and_then(station_of),
        _ => None,
    }
}
