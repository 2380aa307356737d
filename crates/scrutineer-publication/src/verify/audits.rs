//! Files with which audits are replayed: that they are those whose digests the log has.

use std::collections::BTreeMap;

use scrutineer_logstore::{LogReader, Objects};
use scrutineer_tlog::Hash;
use scrutineer_tlog::hash::sha256;

use crate::derive::{AUDITS, each_entry};
use crate::entry::{AuditStepKind, Entry};
use crate::release::{COMMITMENT, STATIONS, audit_at};

/// Each file that is not what the log says, with what it says.
pub(super) fn wrong<O: Objects>(
    reader: &LogReader<O>,
    size: u64,
    audits: &BTreeMap<String, Vec<u8>>,
) -> Vec<(String, String)> {
    if audits.is_empty() {
        return Vec::new();
    }
    let mut announced: BTreeMap<String, Hash> = BTreeMap::new();
    let read = each_entry(reader, size, &mut |_, entry, _| {
        if let Entry::AuditStep(step) = entry
            && step.step == AuditStepKind::Commitment
        {
            announced
                .entry(step.audit.to_string())
                .or_insert(step.digest.0);
        }
    });
    if let Err(error) = read {
        return vec![(AUDITS.to_owned(), error.to_string())];
    }
    let mut wrong = Vec::new();
    for (path, bytes) in audits {
        let Some((audit, name)) = audit_at(path) else {
            continue;
        };
        let Some(digest) = announced.get(audit) else {
            wrong.push((path.clone(), format!("the log announces no audit {audit}")));
            continue;
        };
        let beside = |name: &str| audits.get(&format!("{AUDITS}/{audit}/{name}"));
        let (Some(commitment), Some(_)) = (beside(COMMITMENT), beside(STATIONS)) else {
            let why = format!(
                "expected {COMMITMENT} and {STATIONS} beside it, without which nothing is replayed"
            );
            wrong.push((path.clone(), why));
            continue;
        };
        let expected = match (name, stations(commitment)) {
            (COMMITMENT, _) => Some(digest.to_string()),
            (STATIONS, Some(list)) => Some(list),
            (STATIONS, None) => {
                wrong.push((path.clone(), format!("{COMMITMENT} has no digest of it")));
                continue;
            }
            _ => None,
        };
        let found = sha256(bytes).to_string();
        if let Some(expected) = expected.filter(|expected| *expected != found) {
            let why = format!("expected the SHA-256 {expected} that was announced, found {found}");
            wrong.push((path.clone(), why));
        }
    }
    wrong
}

/// The digest of the list of stations in what was announced.
fn stations(commitment: &[u8]) -> Option<String> {
    let read: serde_json::Value = serde_json::from_slice(commitment).ok()?;
    read.get("manifest")?.as_str().map(str::to_owned)
}
