//! What the log has already, and what is new.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Input, InputRole};
use scrutineer_tlog::{Hash, leaf_hash};

use crate::batch::{Publication, source_of};
use crate::entries::ballot::{Ballot, Ballots};
use crate::entries::key::RecordKey;
use crate::entry::{Correction, Entry, EntryError, SourceFile, Superseded};

/// A record that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Held {
    leaf: u64,
    /// Of the entry: of the whole correction, where the record stands in one.
    entry: Hash,
    /// Of the record alone, as if it were an entry.
    record: Hash,
    /// Position in the list of sources; `None` where the record names none.
    source: Option<u32>,
}

/// A file that the log commits to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    /// The commitment.
    pub commitment: Hash,
    leaf: u64,
    source: Option<String>,
    role: InputRole,
    rows: u64,
    rejected: u64,
}

impl Committed {
    fn new(leaf: u64, file: &SourceFile<'_>) -> Option<Self> {
        Some(Self {
            commitment: file.commitment?.0,
            leaf,
            source: file.source.as_ref().map(ToString::to_string),
            role: file.role,
            rows: file.rows.get(),
            rejected: file.rejected.get(),
        })
    }

    /// Whether what the log says of the file is true of `input`.
    pub fn is_of(&self, input: &Input) -> bool {
        let source = input.source.as_ref().map(scrutineer_model::Code::as_str);
        self.source.as_deref() == source
            && self.role == input.role
            && (self.rows, self.rejected) == (input.rows, input.rejected)
    }
}

/// The records of a log that hold, by key. Rebuilt from the log alone, one entry at a time; about
/// 130 bytes a record.
#[derive(Clone, Debug, Default)]
pub struct EntryIndex {
    held: BTreeMap<RecordKey, Vec<Held>>,
    superseded: BTreeSet<u64>,
    /// Steps of audits: the hash of the entry by audit and number.
    steps: BTreeMap<(String, u64), Hash>,
    sources: Vec<String>,
    closed: bool,
    /// How the log last said it is published, if it continues another, since then.
    publication: Option<Publication>,
    ballots: Ballots,
    files: Vec<Committed>,
    /// Commitments that can no longer be opened, with the leaf that says so.
    withheld: BTreeMap<Hash, u64>,
    size: u64,
}

impl EntryIndex {
    /// The index of an empty log.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the next entry of the log; `bytes` are those that it was read from.
    pub fn add(&mut self, leaf: u64, entry: &Entry<'_>, bytes: &[u8]) -> Result<(), EntryError> {
        self.size = leaf + 1;
        let hash = leaf_hash(bytes);
        let (record, content) = match entry {
            Entry::Correction(correction) => {
                let superseded = correction.supersedes().leaf.get();
                self.superseded.insert(superseded);
                self.ballots.supersede(superseded);
                let Some(record) = correction.record() else {
                    return Ok(());
                };
                (record, leaf_hash(&record.to_bytes()?))
            }
            Entry::Close(_) => {
                self.closed = true;
                return Ok(());
            }
            Entry::AuditStep(step) => {
                let key = (step.audit.to_string(), step.number.get());
                self.steps.entry(key).or_insert(hash);
                return Ok(());
            }
            Entry::Policy(held) => {
                let at_once = held.at_once.iter().copied();
                let said =
                    Publication::new(at_once, held.stations, held.minutes).by(held.published_by());
                self.publication = Some(said);
                return Ok(());
            }
            Entry::Release(_) => {
                self.ballots.release();
                return Ok(());
            }
            Entry::KeyCompromise(_) => {
                self.inherit();
                return Ok(());
            }
            Entry::Withheld(notice) => {
                self.withheld.entry(notice.commitment.0).or_insert(leaf);
                return Ok(());
            }
            other => (other, hash),
        };
        self.ballots.add(leaf, record);
        if let Entry::SourceFile(file) = record {
            self.files.extend(Committed::new(leaf, file));
        }
        let source = source_of(record).map(|id| self.source(id.as_str()));
        if let Some(key) = RecordKey::of(record) {
            self.held.entry(key).or_default().push(Held {
                leaf,
                entry: hash,
                record: content,
                source,
            });
        }
        Ok(())
    }

    /// Whether records of the log may still be about another ballot than `now`: it changes, or it changed
    /// and no release has followed since.
    pub fn is_ballot_changing(&self, now: &Ballot) -> bool {
        self.ballots.is_changing(now)
    }

    /// The leaf whose record has a commitment.
    pub fn leaf_of(&self, commitment: &Hash) -> Option<u64> {
        let mut files = self.files.iter();
        Some(files.find(|held| held.commitment == *commitment)?.leaf)
    }

    /// The leaf that says that what a commitment hides is withheld.
    pub fn notice_of(&self, commitment: &Hash) -> Option<u64> {
        self.withheld.get(commitment).copied()
    }

    /// The withheld files whose records hold, in order of their leaves.
    pub fn withheld(&self) -> Vec<Committed> {
        self.files
            .iter()
            .filter(|held| self.withheld.contains_key(&held.commitment))
            .filter(|held| !self.superseded.contains(&held.leaf))
            .cloned()
            .collect()
    }

    /// Number of entries taken: one more than the last leaf.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Whether the collection has been closed.
    pub fn is_closed(&self) -> bool {
        self.closed
    }

    /// The hash of the entry of a step of an audit.
    pub fn step(&self, audit: &str, number: u64) -> Option<Hash> {
        self.steps.get(&(audit.to_owned(), number)).copied()
    }

    /// How many steps the log has of every audit.
    pub fn steps(&self) -> BTreeMap<&str, u64> {
        let mut steps = BTreeMap::new();
        for (audit, _) in self.steps.keys() {
            *steps.entry(audit.as_str()).or_default() += 1;
        }
        steps
    }

    /// How the log last said it is published; `None` where it has not. What it took over from another
    /// log does not count.
    pub fn publication(&self) -> Option<&Publication> {
        self.publication.as_ref()
    }

    /// Whether the log has a station that is not withdrawn.
    pub fn has_station(&self, id: &str) -> bool {
        let held = self.held.get(&RecordKey::station(id));
        held.is_some_and(|all| all.iter().any(|held| self.holds(held)))
    }

    /// The sources that the records at these leaves name, by leaf; those that name none are left out.
    pub fn sources_of(&self, leaves: &BTreeSet<u64>) -> BTreeMap<u64, String> {
        if leaves.is_empty() {
            return BTreeMap::new();
        }
        let all = self.held.values().flatten();
        all.filter(|held| leaves.contains(&held.leaf))
            .filter_map(|held| {
                let at = usize::try_from(held.source?).ok()?;
                Some((held.leaf, self.sources.get(at)?.clone()))
            })
            .collect()
    }

    /// From here on another log goes on, which says anew how it is published.
    pub fn inherit(&mut self) {
        self.publication = None;
    }

    /// The position of a source among the few that there are.
    fn source(&mut self, id: &str) -> u32 {
        let at = self.sources.iter().position(|held| held == id);
        let at = at.unwrap_or_else(|| {
            self.sources.push(id.to_owned());
            self.sources.len() - 1
        });
        u32::try_from(at).unwrap_or(u32::MAX)
    }

    fn holds(&self, held: &Held) -> bool {
        !self.superseded.contains(&held.leaf)
    }
}

/// What must be appended so that the records `now`, all there are, hold: new records as they are,
/// changed ones inside corrections, and corrections that withdraw those that are gone. What the log
/// has already is left out; what is no record is appended as it is.
///
/// In the order of `now`, then withdrawals in the order of the log. Fails with every record that is
/// too long.
pub fn changes<'a>(
    previous: &EntryIndex,
    now: impl IntoIterator<Item = Entry<'a>>,
) -> Result<Vec<Entry<'a>>, EntryError> {
    let mut problems = Vec::new();
    let mut kept: BTreeSet<u64> = BTreeSet::new();
    let mut fresh: Vec<(Option<RecordKey>, Entry<'a>)> = Vec::new();
    let mut bytes = Vec::new();
    for entry in now {
        if let Err(error) = entry.write_to(&mut bytes) {
            problems.extend(error.problems);
            continue;
        }
        let Some(key) = RecordKey::of(&entry) else {
            fresh.push((None, entry));
            continue;
        };
        let hash = leaf_hash(&bytes);
        let same = previous.held.get(&key).and_then(|all| {
            let open = |held: &&Held| previous.holds(held) && !kept.contains(&held.leaf);
            all.iter().filter(open).find(|held| held.record == hash)
        });
        match same {
            Some(held) => {
                kept.insert(held.leaf);
            }
            None => fresh.push((Some(key), entry)),
        }
    }
    let mut appended = Vec::with_capacity(fresh.len());
    for (key, entry) in fresh {
        let replaced = key.and_then(|key| previous.held.get(&key)).and_then(|all| {
            let open = |held: &&Held| previous.holds(held) && !kept.contains(&held.leaf);
            all.iter().find(open)
        });
        let entry = match replaced.and_then(|held| Superseded::new(held.leaf, held.entry)) {
            Some(superseded) => {
                kept.insert(superseded.leaf.get());
                match Correction::replacing(superseded, entry.clone()) {
                    Some(correction) => Entry::Correction(correction),
                    None => entry,
                }
            }
            None => entry,
        };
        if let Err(error) = entry.write_to(&mut bytes) {
            problems.extend(error.problems);
        }
        appended.push(entry);
    }
    let mut gone: Vec<&Held> = previous
        .held
        .values()
        .flatten()
        .filter(|held| previous.holds(held) && !kept.contains(&held.leaf))
        .collect();
    gone.sort_by_key(|held| held.leaf);
    appended.extend(
        gone.into_iter()
            .filter_map(|held| Superseded::new(held.leaf, held.entry))
            .map(|superseded| Entry::Correction(Correction::withdrawing(superseded))),
    );
    if problems.is_empty() {
        return Ok(appended);
    }
    Err(EntryError { problems })
}
