//! Which records are new, and which of them go out now.

use std::collections::BTreeMap;

use scrutineer_logstore::{Head, Objects, Writer};

use super::{Now, PublishError, Publishing};
use crate::batch::{Batch, Minute, OrderKey, Pending, Timing, Timings};
use crate::entries::{Ballot, Commitments, EntryIndex, changes, close, entries, policy};
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
    let commitments = commitments(known, state, input)?;
    let now = entries(dataset, input.findings, &commitments).map_err(PublishError::Records)?;
    let mut ballot = Ballot::new();
    let fresh = changes(
        known,
        now.inspect(|entry| {
            if let Entry::Election(part) = entry {
                ballot.take(part);
            }
        }),
    )?;
    let is_ballot_changing = known.is_ballot_changing(&ballot);
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
    let (mut batched, mut forced) = (Vec::new(), Vec::new());
    for entry in fresh {
        // Votes stand in the order of the ballot, so that what the log has must change with it before
        // anything is released. Only what nothing refers to can go on waiting.
        let can_wait = !is_ballot_changing || matches!(entry, Entry::Sheet(_) | Entry::Register(_));
        match timings.of(&entry) {
            Timing::AtOnce => plan.push(&entry, entry.to_bytes()?),
            Timing::Batched if can_wait => batched.push(entry),
            Timing::Batched => forced.push(entry),
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
    let mut pending = Pending::new();
    pending.add(forced, input.now.day)?;
    go_out(&mut plan, pending.finish(&OrderKey::new(*state.order())))?;
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
    go_out(plan, closed)?;
    plan.waiting = Waiting {
        records: pending.len(),
        stations: pending.stations(),
        needed: input.publication.stations() as usize,
    };
    Ok(())
}

fn go_out(plan: &mut Plan, batch: Option<Batch>) -> Result<(), PublishError> {
    let Some(batch) = batch else { return Ok(()) };
    *plan.batch.get_or_insert(0) += batch.stations();
    for bytes in batch.into_entries() {
        let kind = Entry::parse(&bytes)?.kind();
        *plan.by_kind.entry(kind.word()).or_default() += 1;
        plan.entries.push(bytes);
    }
    Ok(())
}

/// Commitments to the files that no authority published. Every file gets one; entries take those that
/// they need.
///
/// A file whose salt was destroyed keeps the commitment that the log has: which one is told by its source
/// and its numbers of rows, since nothing is kept by which a copy of the file could be known.
fn commitments(
    known: &EntryIndex,
    state: &mut PrivateState,
    input: &Publishing<'_>,
) -> Result<Commitments, StateError> {
    let mut commitments = Commitments::new();
    let mut closed = known.withheld();
    for file in input.dataset.inputs() {
        let Ok(sha256) = file.sha256.parse() else {
            continue;
        };
        if state.held(sha256).is_none()
            && let Some(at) = closed.iter().position(|held| held.is_of(file))
        {
            commitments.insert(file.sha256.clone(), closed.swap_remove(at).commitment);
            continue;
        }
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
