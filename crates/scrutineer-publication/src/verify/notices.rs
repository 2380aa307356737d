//! Notices of a lost key, and the log that continues another.

use std::path::Path;

use scrutineer_logstore::{DiskObjects, LogReader, ObjectPath, Objects};
use scrutineer_tlog::compromise::{self, CompromiseNotice, Standing};
use scrutineer_tlog::hash::sha256;
use scrutineer_tlog::{Checkpoint, Policy, SignedNote, VerifierKey};

use super::VerifyOptions;
use super::log::{Entries, RecoveryKeys, Succession};
use super::report::{Record, Step};
use super::signatures::CHECKPOINT;
use crate::release::NOTICES;

/// The longest notice in bytes.
const MAX_NOTICE: u64 = 1 << 20;

/// Checks the notices in the bundle, and the successions inside the log.
pub(super) fn check<O: Objects>(
    reader: &LogReader<O>,
    checkpoint: &Checkpoint,
    read: &Entries,
    policy: &Policy,
    options: &VerifyOptions<'_>,
    record: &mut Record,
) {
    in_bundle(reader, checkpoint, read, record);
    let mut from = 0;
    for (at, held) in read.successions.iter().enumerate() {
        let next = read
            .successions
            .get(at + 1)
            .map_or(checkpoint.origin(), |next| {
                next.notice.key().name().as_str()
            });
        if let Err(why) = succession(reader, read, held, from, next) {
            let why = format!("entry {}: {why}", held.leaf);
            record.fail(Step::Notices, "tile/entries", why);
        }
        from = held.leaf + 1;
    }
    let last = read.successions.last();
    if let (Some(held), Some(key)) = (last, last.and_then(|held| held.notice.successor()))
        && !policy.logs().iter().any(|log| log.key == *key)
    {
        let why = format!(
            "entry {}: expected a successor whose key the policy names, found {key}",
            held.leaf
        );
        record.fail(Step::Notices, "tile/entries", why);
    }
    let compared = options.predecessor.map(|folder| predecessor(read, folder));
    match compared {
        Some(Err(why)) => record.fail(Step::Notices, "tile/entries", why),
        None if last.is_some() => record.warn("predecessor-not-compared"),
        _ => {}
    }
}

/// A succession stands on the signatures of recovery keys that the predecessor had named, and on its
/// root: the tree before the notice is that of the predecessor.
fn succession<O: Objects>(
    reader: &LogReader<O>,
    read: &Entries,
    held: &Succession,
    from: u64,
    next: &str,
) -> Result<(), String> {
    opened(&held.note, read.recovery(from, held.leaf))?;
    match held.notice.successor() {
        Some(key) if key.name().as_str() == next => {}
        Some(key) => {
            return Err(format!(
                "expected a notice whose successor is {next}, found {}",
                key.name()
            ));
        }
        None => return Err("the notice names no successor".to_owned()),
    }
    let root = reader
        .root(held.notice.size())
        .map_err(|error| error.to_string())?;
    if root == *held.notice.root() {
        Ok(())
    } else {
        Err(format!(
            "expected the root {} of the predecessor at {} entries, found {root}",
            held.notice.root(),
            held.notice.size()
        ))
    }
}

/// The predecessor's own bundle has the root at which it was frozen.
fn predecessor(read: &Entries, folder: &Path) -> Result<(), String> {
    let held = read
        .successions
        .last()
        .ok_or("the log continues no other: it has no notice of a lost key")?;
    let words = |error: &dyn std::fmt::Display| format!("the predecessor: {error}");
    let old = LogReader::new(DiskObjects::open_existing(folder).map_err(|error| words(&error))?);
    let bytes = old.checkpoint_bytes().map_err(|error| words(&error))?;
    let note = SignedNote::parse(&bytes).map_err(|error| words(&error))?;
    let theirs: Checkpoint = note.text().parse().map_err(|error| words(&error))?;
    if theirs.origin() != held.notice.key().name().as_str() {
        return Err(format!(
            "expected the predecessor {}, found {}",
            held.notice.key().name(),
            theirs.origin()
        ));
    }
    let old = old.with_size(theirs.size());
    let root = old
        .root(held.notice.size())
        .map_err(|error| words(&error))?;
    if root == *held.notice.root() {
        Ok(())
    } else {
        Err(format!(
            "expected the predecessor's root {} at {} entries, found {root}",
            held.notice.root(),
            held.notice.size()
        ))
    }
}

/// Notices about this log freeze it.
fn in_bundle<O: Objects>(
    reader: &LogReader<O>,
    checkpoint: &Checkpoint,
    read: &Entries,
    record: &mut Record,
) {
    let listed = ObjectPath::parse(NOTICES)
        .ok()
        .map(|folder| reader.objects().list(&folder));
    let paths = match listed {
        Some(Ok(paths)) => paths,
        Some(Err(error)) => return record.fail(Step::Notices, NOTICES, error),
        None => return,
    };
    for path in paths {
        let bytes = match reader.objects().get(&path, MAX_NOTICE) {
            Ok(bytes) => bytes.unwrap_or_default(),
            Err(error) => {
                record.fail(Step::Notices, path.as_str(), error);
                continue;
            }
        };
        let name = format!("{NOTICES}/{}.note", sha256(&bytes));
        if path.as_str() != name {
            let why = format!("expected the name {name}, that of its content");
            record.fail(Step::Notices, path.as_str(), why);
            continue;
        }
        let from = read.successions.last().map_or(0, |held| held.leaf + 1);
        let notice = SignedNote::parse(&bytes)
            .map_err(|error| error.to_string())
            .and_then(|note| opened(&note, read.recovery(from, u64::MAX)));
        match notice {
            Ok(notice) => frozen(
                reader,
                checkpoint,
                &notice,
                path.as_str(),
                (read, from),
                record,
            ),
            Err(why) => record.fail(Step::Notices, path.as_str(), why),
        }
    }
}

fn opened(note: &SignedNote, recovery: Option<&RecoveryKeys>) -> Result<CompromiseNotice, String> {
    let recovery = recovery.ok_or("the log names no recovery keys")?;
    let keys = compromise::RecoveryKeys::new(usize::from(recovery.threshold), keys(recovery)?)
        .map_err(|error| error.to_string())?;
    CompromiseNotice::verify(note, &keys).map_err(|error| error.to_string())
}

fn keys(recovery: &RecoveryKeys) -> Result<Vec<VerifierKey>, String> {
    recovery
        .keys
        .iter()
        .map(|key| {
            let parsed: Result<VerifierKey, _> = key.parse();
            parsed.map_err(|error| format!("{key}: {error}"))
        })
        .collect()
}

fn frozen<O: Objects>(
    reader: &LogReader<O>,
    checkpoint: &Checkpoint,
    notice: &CompromiseNotice,
    file: &str,
    (read, from): (&Entries, u64),
    record: &mut Record,
) {
    let size = notice.size();
    // Recovery keys that the log names only beyond the frozen size may be those of an attacker.
    if read.recovery(from, size).is_none() {
        let why = "the recovery keys were named at or beyond the size that the notice freezes";
        return record.fail(Step::Notices, file, why);
    }
    match notice.standing(checkpoint) {
        Standing::NotConcerned => {
            let why = format!(
                "expected a notice about {}, found one about {}",
                checkpoint.origin(),
                notice.key().name()
            );
            return record.fail(Step::Notices, file, why);
        }
        Standing::AfterFreeze => {
            let why = format!(
                "a notice of a lost key freezes the log at {size} entries; what was signed later, \
                 up to {}, does not count",
                checkpoint.size()
            );
            record.fail(Step::Notices, CHECKPOINT, why);
        }
        Standing::Fork => {
            let why = format!("the {size} entries do not have the root that the notice names");
            record.fail(Step::Notices, CHECKPOINT, why);
        }
        Standing::BeforeFreeze => {}
    }
    record.found().frozen_at = Some(size);
    record.warn("frozen");
    let is_longer = checkpoint.size() > size;
    if is_longer && reader.root(size).is_ok_and(|root| root != *notice.root()) {
        let why = format!("the first {size} entries do not have the root that the notice names");
        record.fail(Step::Notices, file, why);
    }
}
