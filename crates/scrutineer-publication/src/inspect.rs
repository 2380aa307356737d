//! Looking into a log: what it says of one station, and what changed between two sizes.

use std::collections::BTreeMap;

use scrutineer_logstore::{LogReader, Objects, ReadError};
use scrutineer_tlog::{ProofFile, SignedNote};

use crate::batch::source_of;
use crate::derive::{RebuildError, each_entry};
use crate::entry::Entry;

/// An entry with its place in the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    /// Index from 0.
    pub leaf: u64,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Word of its kind; of a correction, that of the record inside.
    pub kind: &'static str,
    /// Id of the source, where it is of one.
    pub source: Option<String>,
    /// Whether it corrects an earlier record.
    pub is_correction: bool,
    /// The leaf that corrects it in turn; `None` while it holds.
    pub superseded_by: Option<u64>,
}

/// Every entry about one station, corrections included, in order.
///
/// # Errors
/// Where the log cannot be read.
pub fn of_station<O: Objects>(
    reader: &LogReader<O>,
    size: u64,
    station: &str,
) -> Result<Vec<Placed>, RebuildError> {
    let mut found: Vec<Placed> = Vec::new();
    each_entry(reader, size, &mut |leaf, entry, bytes| {
        if let Entry::Correction(held) = entry {
            let before = held.supersedes().leaf.get();
            if let Some(placed) = found.iter_mut().find(|placed| placed.leaf == before) {
                placed.superseded_by = Some(leaf);
            }
        }
        if station_of(entry) == Some(station) {
            let record = match entry {
                Entry::Correction(held) => held.record().unwrap_or(entry),
                other => other,
            };
            found.push(Placed {
                leaf,
                bytes: bytes.to_vec(),
                kind: record.kind().word(),
                source: source_of(record).map(ToString::to_string),
                is_correction: matches!(entry, Entry::Correction(_)),
                superseded_by: None,
            });
        }
    })?;
    Ok(found)
}

fn station_of<'a>(entry: &'a Entry<'_>) -> Option<&'a str> {
    match entry {
        Entry::Register(held) => Some(held.station.as_str()),
        Entry::Sheet(held) => Some(held.station.as_str()),
        Entry::Correction(held) => held.record().and_then(station_of),
        _ => None,
    }
}

/// The proof that an entry is in the log of a signed checkpoint: the same bytes for everyone.
///
/// # Errors
/// Where tiles cannot be read.
pub fn proof<O: Objects>(
    reader: &LogReader<O>,
    leaf: u64,
    size: u64,
    note: &SignedNote,
) -> Result<ProofFile, ReadError> {
    let hashes = reader.prove_inclusion(leaf, size)?;
    Ok(ProofFile::new(leaf, hashes, note.clone()))
}

/// What changed in a log between two sizes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// New records, by word of kind.
    pub new: BTreeMap<&'static str, u64>,
    /// Records that replace earlier ones.
    pub corrected: Vec<Change>,
    /// Records that count no longer.
    pub withdrawn: Vec<Change>,
}

/// One record that was superseded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The correction.
    pub leaf: u64,
    /// What it supersedes.
    pub supersedes: u64,
    /// The record as it was, as its canonical JSON.
    pub before: String,
    /// The record as it is now; `None` where it was withdrawn.
    pub after: Option<String>,
}

/// Compares the tree of the first `from` entries with that of the first `to`.
///
/// # Errors
/// Where the log cannot be read.
pub fn changes<O: Objects>(
    reader: &LogReader<O>,
    from: u64,
    to: u64,
) -> Result<Changes, RebuildError> {
    let mut found = Changes::default();
    for entry in reader.entries(from..to, to) {
        let (leaf, bytes) = entry?;
        let entry = Entry::parse(&bytes).map_err(|error| {
            RebuildError::Entries(
                error
                    .problems
                    .into_iter()
                    .map(|problem| crate::entries::LogProblem { leaf, problem })
                    .collect(),
            )
        })?;
        let Entry::Correction(correction) = &entry else {
            *found.new.entry(entry.kind().word()).or_default() += 1;
            continue;
        };
        let supersedes = correction.supersedes().leaf.get();
        let before = reader.entry(supersedes, to)?;
        let change = Change {
            leaf,
            supersedes,
            before: record_text(&before),
            after: correction
                .record()
                .and_then(|record| record.to_bytes().ok())
                .map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        };
        if change.after.is_some() {
            found.corrected.push(change);
        } else {
            found.withdrawn.push(change);
        }
    }
    Ok(found)
}

/// The record of an entry: of a correction, the record inside.
fn record_text(bytes: &[u8]) -> String {
    if let Ok(Entry::Correction(correction)) = Entry::parse(bytes)
        && let Some(record) = correction.record()
        && let Ok(inside) = record.to_bytes()
    {
        return String::from_utf8_lossy(&inside).into_owned();
    }
    String::from_utf8_lossy(bytes).into_owned()
}
