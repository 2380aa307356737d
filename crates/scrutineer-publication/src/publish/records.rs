//! Which records are new, and which of them go out now.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_logstore::{Head, Objects, Writer};
use scrutineer_model::Dataset;

use super::texts::{self, FreeText};
use super::{Now, PublishError, Publishing};
use crate::batch::{Batch, Minute, OrderKey, Timing, Timings};
use crate::entries::{Commitments, EntryIndex, changes, close, entries, policy};
use crate::entry::{Entry, Number};
use crate::state::{PrivateState, StateError};

/// Bytes of entries that are appended in one batch of the log.
const CHUNK_BYTES: usize = 32 << 20;

/// What a run would append, and what would wait.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// Entries that go out now, in their order, as bytes.
    entries: Vec<Vec<u8>>,
    /// How many of them, by word of kind.
    pub by_kind: BTreeMap<&'static str, u64>,
    /// Stations with sheets in the batch that goes out now, by source; empty without one.
    pub batch: BTreeMap<String, usize>,
    /// What waits.
    pub waiting: Waiting,
}

impl Plan {
    /// The entries that go out now, in their order, as bytes: all that leaves the machine beside what
    /// is derived from them.
    pub fn entries(&self) -> &[Vec<u8>] {
        &self.entries
    }

    /// Their bytes together.
    pub fn bytes(&self) -> u64 {
        self.entries.iter().map(|entry| entry.len() as u64).sum()
    }

    /// Every text that is free to say anything and leaves the machine with these entries, once each.
    /// Codes, numbers and words of closed lists are not there.
    pub fn texts(&self) -> BTreeSet<FreeText> {
        let mut found = BTreeSet::new();
        for entry in &self.entries {
            texts::collect(entry, &mut found);
        }
        found
    }

    fn push(&mut self, entry: &Entry<'_>, bytes: Vec<u8>) {
        *self.by_kind.entry(entry.kind().word()).or_default() += 1;
        self.entries.push(bytes);
    }
}

/// Records that wait for their batch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// How many records.
    pub records: usize,
    /// Stations with sheets that wait, by source.
    pub sources: BTreeMap<String, usize>,
    /// How many stations a source needs for its batch.
    pub needed: usize,
}

/// A record that came after the collection was closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Late {
    /// The station.
    pub station: String,
    /// The source of its sheet; `None` where the station itself is new.
    pub source: Option<String>,
    /// Files and lines of every reading of the sheet that the source has; empty where unknown.
    pub rows: Vec<(String, u32)>,
}

fn late(dataset: &Dataset, entry: &Entry<'_>) -> Option<Late> {
    let (station, source) = match entry {
        Entry::Register(held) => (held.station.to_string(), None),
        Entry::Sheet(held) => (held.station.to_string(), Some(held.source.to_string())),
        _ => return None,
    };
    let mut rows = Vec::new();
    for set in dataset.sheets() {
        let id = dataset.source(set.source()).id.to_string();
        if source.as_ref() != Some(&id) {
            continue;
        }
        let all = dataset.stations();
        let named = all.indices().find(|&at| all.get(at).id == station);
        for row in named.map_or(0..0, |at| set.readings(at)) {
            let (file, line) = set.locator(row);
            rows.push((file.to_owned(), line));
        }
    }
    Some(Late {
        station,
        source,
        rows,
    })
}

/// What a run would do, without signing anything. Salts of commitments that are new stand in `state`
/// and are not written yet.
///
/// # Errors
/// Where records cannot be entries, or the collection was closed and there is something new.
pub fn plan(
    known: &EntryIndex,
    state: &mut PrivateState,
    input: &Publishing<'_>,
) -> Result<Plan, PublishError> {
    // What an earlier run appended rests on salts, and the next batch on the time of the last.
    if known.publication().is_some() && state.is_new() {
        return Err(StateError::Missing.into());
    }
    let dataset = input.dataset;
    let commitments = commitments(state, input)?;
    let now = entries(dataset, input.findings, &commitments).map_err(PublishError::Records)?;
    let fresh = changes(known, now)?;
    if known.is_closed() {
        let late: Vec<Late> = fresh
            .iter()
            .filter_map(|entry| late(dataset, entry))
            .collect();
        if !late.is_empty() {
            return Err(PublishError::Closed(late));
        }
    }
    let mut plan = Plan::default();
    if known.publication() != Some(input.publication) {
        // The recovery keys are said once: whoever took the key could name others.
        let recovery = input.recovery.clone();
        let recovery = recovery.filter(|_| known.publication().is_none());
        let said = policy(input.publication, recovery);
        plan.push(&said, said.to_bytes()?);
    }
    let timings = Timings::new(dataset, input.publication, known, &fresh, |pending| {
        if input.close {
            return pending.finish();
        }
        let now = Minute(input.now.minutes);
        let last = state.last_batch().map(Minute);
        pending.close(input.publication, now, last)
    });
    // Nothing is kept of what waits: the folder still says it in the next run, and what is not written
    // down cannot tell when it came.
    let mut batched = Vec::new();
    for entry in &fresh {
        match timings.of(entry) {
            Timing::AtOnce => plan.push(entry, entry.to_bytes()?),
            Timing::Batched => {
                *plan.by_kind.entry(entry.kind().word()).or_default() += 1;
                batched.push(entry.to_bytes()?);
            }
            Timing::Waits => plan.waiting.records += 1,
        }
    }
    let key = OrderKey::new(*state.order());
    plan.entries
        .extend(Batch::new(batched, &key).into_entries());
    plan.batch = timings.closing().stations();
    plan.waiting.sources = timings.waiting().stations();
    plan.waiting.needed = input.publication.stations() as usize;
    if input.close && !known.is_closed() {
        for part in close(dataset, input.now.day) {
            plan.push(&part, part.to_bytes()?);
        }
    }
    Ok(plan)
}

/// Commitments to the files that no authority published. Every file gets one; entries take those that
/// they need.
fn commitments(
    state: &mut PrivateState,
    input: &Publishing<'_>,
) -> Result<Commitments, StateError> {
    let mut commitments = Commitments::new();
    for file in input.dataset.inputs() {
        let Ok(sha256) = file.sha256.parse() else {
            continue;
        };
        let length = input.lengths.get(&file.sha256).copied().unwrap_or_default();
        let bytes = Number::new(length).unwrap_or_default();
        commitments.insert(file.sha256.clone(), state.commitment(sha256, bytes)?);
    }
    Ok(commitments)
}

/// Appends what the plan says, and remembers that a batch was closed.
pub(super) fn append<O: Objects, H: Head>(
    writer: &mut Writer<O, H>,
    state: &mut PrivateState,
    plan: Plan,
    now: Now,
) -> Result<(BTreeMap<&'static str, u64>, Waiting), PublishError> {
    let mut chunk: Vec<Vec<u8>> = Vec::new();
    let mut size = 0;
    for entry in plan.entries {
        size += entry.len();
        chunk.push(entry);
        if size >= CHUNK_BYTES {
            writer.append(&chunk)?;
            chunk.clear();
            size = 0;
        }
    }
    if !chunk.is_empty() {
        writer.append(&chunk)?;
    }
    if !plan.batch.is_empty() {
        state.close_batch(now.minutes);
        state.save()?;
    }
    Ok((plan.by_kind, plan.waiting))
}
