//! Which records are new, and which of them go out now.

use std::collections::BTreeMap;

use scrutineer_logstore::{Head, Objects, Writer};

use super::{Now, PublishError, Publishing};
use crate::batch::{Minute, OrderKey, Pending, Timing, Timings};
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
    /// Stations in the batch that goes out now; `None` without one.
    pub batch: Option<usize>,
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

    fn push(&mut self, entry: &Entry<'_>, bytes: Vec<u8>) {
        *self.by_kind.entry(entry.kind().word()).or_default() += 1;
        self.entries.push(bytes);
    }
}

/// Records that wait for their batch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Waiting {
    /// How many records.
    pub records: usize,
    /// Of how many stations.
    pub stations: usize,
    /// How many stations a batch needs.
    pub needed: usize,
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
    let dataset = input.dataset;
    let commitments = commitments(state, input)?;
    let now = entries(dataset, input.findings, &commitments).map_err(PublishError::Records)?;
    let fresh = changes(known, now)?;
    if known.is_closed() {
        let is_new = |entry: &&Entry<'_>| matches!(entry, Entry::Sheet(_) | Entry::Register(_));
        let records = fresh.iter().filter(is_new).count();
        if records > 0 {
            return Err(PublishError::Closed { records });
        }
    }
    let mut plan = Plan::default();
    if !known.has_policy() {
        let first = policy(input.publication, input.recovery.clone());
        plan.push(&first, first.to_bytes()?);
    }
    let timings = Timings::new(dataset, input.publication);
    let mut batched = Vec::new();
    for entry in fresh {
        match timings.of(&entry) {
            Timing::AtOnce => plan.push(&entry, entry.to_bytes()?),
            Timing::Batched => batched.push(entry),
        }
    }
    // A commitment has to be public before the dice, so that no step waits.
    for step in input.audits {
        let entry = Entry::AuditStep(step.clone());
        let bytes = entry.to_bytes()?;
        if !known.has_step(&bytes) {
            plan.push(&entry, bytes);
        }
    }
    batch(&mut plan, state, input, batched)?;
    if input.close && !known.is_closed() {
        for part in close(dataset, input.now.day) {
            plan.push(&part, part.to_bytes()?);
        }
    }
    Ok(plan)
}

/// Nothing is kept of what waits: the folder still says it in the next run, and what is not written
/// down cannot tell when it came.
fn batch(
    plan: &mut Plan,
    state: &PrivateState,
    input: &Publishing<'_>,
    batched: Vec<Entry<'_>>,
) -> Result<(), PublishError> {
    let mut pending = Pending::new();
    pending.add(batched, input.now.day)?;
    let key = OrderKey::new(*state.order());
    let closed = if input.close {
        pending.finish(&key)
    } else {
        let last = state.last_batch().map(Minute);
        pending.close(input.publication, &key, Minute(input.now.minutes), last)
    };
    if let Some(closed) = closed {
        plan.batch = Some(closed.stations());
        for bytes in closed.into_entries() {
            let kind = Entry::parse(&bytes)?.kind();
            *plan.by_kind.entry(kind.word()).or_default() += 1;
            plan.entries.push(bytes);
        }
    }
    plan.waiting = Waiting {
        records: pending.len(),
        stations: pending.stations(),
        needed: input.publication.stations() as usize,
    };
    Ok(())
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
    if plan.batch.is_some() {
        state.close_batch(now.minutes);
        state.save()?;
    }
    Ok((plan.by_kind, plan.waiting))
}
