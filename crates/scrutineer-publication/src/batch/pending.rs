//! How many stations wait, source by source, and what goes out together.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_tlog::{Hash, leaf_hash};
use serde::{Deserialize, Serialize};

use crate::batch::order::OrderKey;
use crate::batch::publication::Publication;

/// Whole minutes of some clock that the caller keeps, such as POSIX time divided by 60.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Minute(pub u64);

/// The stations whose sheets wait, by id of the source that brought them. Every entry names its source,
/// so that a sheet hides only among those of its own source: other records, and sheets of other
/// sources, do not count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pending {
    sources: BTreeMap<String, BTreeSet<String>>,
}

impl Pending {
    /// Nothing waits.
    pub fn new() -> Self {
        Self::default()
    }

    /// A sheet of a station, from a source whose sheets wait. Several readings of a station count once.
    pub fn sheet(&mut self, source: &str, station: &str) {
        let held = self.sources.entry(source.to_owned()).or_default();
        held.insert(station.to_owned());
    }

    /// A record other than a sheet, from a source whose records wait.
    pub fn record(&mut self, source: &str) {
        self.sources.entry(source.to_owned()).or_default();
    }

    /// Number of stations whose sheets wait, by source; 0 where only other records of it do.
    pub fn stations(&self) -> BTreeMap<String, usize> {
        let counted = self.sources.iter();
        counted.map(|(id, held)| (id.clone(), held.len())).collect()
    }

    /// The stations whose sheets wait.
    pub fn named(&self) -> impl Iterator<Item = &str> {
        self.sources.values().flatten().map(String::as_str)
    }

    /// Whether no source waits.
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty()
    }

    /// Takes out the sources whose batch closes: those with enough stations of their own, when enough
    /// time has passed since the batch at `last`. A clock that went back delays a batch and never
    /// hastens one.
    #[must_use]
    pub fn close(&mut self, publication: &Publication, now: Minute, last: Option<Minute>) -> Self {
        let due = last.is_none_or(|Minute(last)| {
            let due = last.saturating_add(u64::from(publication.minutes()));
            now >= Minute(due)
        });
        if !due {
            return Self::new();
        }
        let enough = publication.stations() as usize;
        let all = std::mem::take(&mut self.sources);
        let (closed, waiting) = all.into_iter().partition(|(_, held)| held.len() >= enough);
        self.sources = waiting;
        Self { sources: closed }
    }

    /// Takes out every source, however little of it waits, when the collection ends.
    #[must_use]
    pub fn finish(&mut self) -> Self {
        std::mem::take(self)
    }

    /// Whether records of the source are here.
    pub fn contains(&self, source: &str) -> bool {
        self.sources.contains_key(source)
    }
}

/// Entries that are published together, in an order that says nothing about their arrival.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Batch {
    entries: Vec<Vec<u8>>,
}

impl Batch {
    /// A batch of these entries, as bytes, in any order.
    pub fn new(entries: impl IntoIterator<Item = Vec<u8>>, key: &OrderKey) -> Self {
        let mut placed: Vec<([u8; 32], Vec<u8>)> = entries
            .into_iter()
            .map(|bytes| {
                let leaf: Hash = leaf_hash(&bytes);
                (key.place(&leaf), bytes)
            })
            .collect();
        placed.sort_unstable();
        Self {
            entries: placed.into_iter().map(|(_, bytes)| bytes).collect(),
        }
    }

    /// The bytes of the entries, in the order in which they are appended.
    pub fn entries(&self) -> &[Vec<u8>] {
        &self.entries
    }

    /// The same, given away.
    pub fn into_entries(self) -> Vec<Vec<u8>> {
        self.entries
    }
}
