//! Which records are new, and which of them go out now.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_logstore::{Head, Objects, Writer};
use scrutineer_model::Dataset;
use scrutineer_tlog::leaf_hash;

use super::texts::{self, FreeText};
use super::{Now, PublishError, Publishing};
use crate::batch::{Batch, Minute, OrderKey, Pending, Timing, Timings};
use crate::entries::{Ballot, Commitments, EntryIndex, changes, close, entries, policy};
use crate::entry::{AuditStep, Entry, Number};
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
    let (mut batched, mut untouched) = (Vec::new(), Pending::new());
    for entry in &fresh {
        // Votes stand in the order of the ballot, so that what the log has must change with it before
        // anything is released. Only what nothing refers to can go on waiting.
        let can_wait = !is_ballot_changing || matches!(entry, Entry::Sheet(_) | Entry::Register(_));
        match timings.of(entry) {
            Timing::AtOnce => plan.push(entry, entry.to_bytes()?),
            Timing::Waits if can_wait => {
                plan.waiting.records += 1;
                if let Entry::Sheet(sheet) = entry {
                    untouched.sheet(sheet.source.as_str(), sheet.station.as_str());
                }
            }
            Timing::Batched | Timing::Waits => {
                *plan.by_kind.entry(entry.kind().word()).or_default() += 1;
                batched.push(entry.to_bytes()?);
            }
        }
    }
    // A commitment has to be public before the dice, so that no step waits.
    for step in new_steps(known, input.audits)? {
        let entry = Entry::AuditStep(step.clone());
        plan.push(&entry, entry.to_bytes()?);
    }
    let key = OrderKey::new(*state.order());
    plan.entries
        .extend(Batch::new(batched, &key).into_entries());
    plan.batch = timings.closing().stations();
    plan.waiting.sources = if is_ballot_changing {
        untouched.stations()
    } else {
        timings.waiting().stations()
    };
    plan.waiting.needed = input.publication.stations() as usize;
    if input.close && !known.is_closed() {
        for part in close(dataset, input.now.day) {
            plan.push(&part, part.to_bytes()?);
        }
    }
    Ok(plan)
}

/// The steps that the log does not have. What it has of an audit is there as it was: whoever could put another
/// draw in the place of one would draw until it pleases.
fn new_steps<'a>(
    known: &EntryIndex,
    audits: &'a [AuditStep<'a>],
) -> Result<Vec<&'a AuditStep<'a>>, PublishError> {
    let mut fresh = Vec::new();
    let mut gone = known.steps();
    // An audit of which this folder has nothing is somebody else's; the log goes on saying what it said.
    gone.retain(|&audit, _| audits.iter().any(|step| step.audit.as_str() == audit));
    for step in audits {
        let (audit, number) = (step.audit.as_str(), step.number.get());
        let of_audit = gone.get_mut(audit);
        match known.step(audit, number) {
            None => fresh.push(step),
            Some(held) if held == leaf_hash(&Entry::AuditStep(step.clone()).to_bytes()?) => {
                if let Some(left) = of_audit {
                    *left -= 1;
                }
            }
            Some(_) => return Err(PublishError::rewritten(audit, number)),
        }
    }
    let lost = gone.into_iter().find(|&(_, left)| left > 0);
    match lost {
        None => Ok(fresh),
        Some((audit, left)) => {
            let has = known.steps().get(audit).copied().unwrap_or(left);
            Err(PublishError::rewritten(audit, has - left + 1))
        }
    }
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
    if !plan.batch.is_empty() {
        state.close_batch(now.minutes);
        state.save()?;
    }
    Ok((plan.by_kind, plan.waiting))
}
