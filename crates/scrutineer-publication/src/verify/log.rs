//! The tree and what its entries say, in one pass.

use std::collections::BTreeMap;

use scrutineer_logstore::{LogReader, Objects, check as check_log};
use scrutineer_tlog::compromise::CompromiseNotice;
use scrutineer_tlog::tile::bundle_of;
use scrutineer_tlog::{Checkpoint, Hash, SignedNote};

use super::VerifyOptions;
use super::report::{Record, Step};
use crate::entries::{Outline, Reply};
use crate::entry::{Entry, EntryError};

/// A release as its entry names it.
#[derive(Clone, Copy, Debug)]
pub(super) struct NamedRelease {
    pub(super) leaf: u64,
    pub(super) size: u64,
    pub(super) root: Hash,
    pub(super) manifest: Hash,
}

/// Keys that can declare the log's key lost.
#[derive(Clone, Debug)]
pub(super) struct RecoveryKeys {
    pub(super) leaf: u64,
    pub(super) keys: Vec<String>,
    pub(super) threshold: u16,
}

/// A notice of a lost key inside the log: the entries before it are those of the predecessor.
#[derive(Clone, Debug)]
pub(super) struct Succession {
    pub(super) leaf: u64,
    /// The signed notice.
    pub(super) note: SignedNote,
    /// What it says; who signed it is not checked yet.
    pub(super) notice: CompromiseNotice,
}

/// What the first pass over the entries learned.
#[derive(Debug)]
pub(super) struct Entries {
    /// The outline of the records of the latest release; `None` once taken, where records follow that
    /// release, or without one.
    pub(super) outline: Option<Outline>,
    /// In order of the leaf.
    pub(super) releases: Vec<NamedRelease>,
    /// Policies with recovery keys, in order of the leaf.
    pub(super) recoveries: Vec<RecoveryKeys>,
    /// Every commitment to a blob, with its leaf.
    pub(super) commitments: BTreeMap<Hash, u64>,
    /// Every commitment that a notice says can no longer be opened, with the leaf of the notice.
    pub(super) withheld: BTreeMap<Hash, u64>,
    /// Where the log went on under another key, in order of the leaf.
    pub(super) successions: Vec<Succession>,
    /// Digests of audit reports, with the size that they cover.
    pub(super) reports: BTreeMap<u64, Hash>,
}

/// Checks every tile and every entry.
pub(super) fn check<O: Objects>(
    reader: &LogReader<O>,
    checkpoint: &Checkpoint,
    options: &VerifyOptions<'_>,
    record: &mut Record,
) -> Entries {
    let size = checkpoint.size();
    let mut pass = Pass {
        entries: Entries {
            outline: None,
            releases: Vec::new(),
            recoveries: Vec::new(),
            commitments: BTreeMap::new(),
            withheld: BTreeMap::new(),
            successions: Vec::new(),
            reports: BTreeMap::new(),
        },
        outline: Outline::new(),
        unreleased: Vec::new(),
        again: Vec::new(),
        size,
        record,
    };
    let report = check_log(reader, checkpoint, options.threads.max(1), |leaf, bytes| {
        pass.take(leaf, bytes);
    });
    let Pass {
        mut entries,
        outline,
        unreleased,
        record,
        ..
    } = pass;
    for problem in &report.problems {
        record.fail(Step::Log, problem.path.as_str(), &problem.reason);
    }
    if report.unlisted > 0 {
        let why = format!("{} more problems that are not listed", report.unlisted);
        record.fail(Step::Log, "tile", why);
    }
    if !entries.releases.is_empty() {
        record.found().entries.after_release = unreleased.len() as u64;
        if unreleased.is_empty() {
            entries.outline = Some(outline);
        } else {
            record.warn("after-release");
        }
    }
    entries
}

struct Pass<'r> {
    entries: Entries,
    outline: Outline,
    /// Leaves of records that no release so far covers.
    unreleased: Vec<u64>,
    again: Vec<u8>,
    size: u64,
    record: &'r mut Record,
}

impl Pass<'_> {
    fn take(&mut self, leaf: u64, bytes: &[u8]) {
        match Entry::parse_with(bytes, &mut self.again) {
            Ok(entry) => self.learn(leaf, &entry, bytes),
            Err(error) => self.refuse(leaf, &error),
        }
    }

    fn refuse(&mut self, leaf: u64, error: &EntryError) {
        for problem in &error.problems {
            self.fail(leaf, problem);
        }
    }

    fn fail(&mut self, leaf: u64, why: impl std::fmt::Display) {
        let file = bundle_of(leaf, self.size)
            .map_or_else(|| "tile/entries".to_owned(), |(path, _)| path.to_string());
        self.record
            .fail(Step::Entries, file, format!("entry {leaf}: {why}"));
    }

    fn learn(&mut self, leaf: u64, entry: &Entry<'_>, bytes: &[u8]) {
        self.record.count(entry.kind());
        self.outline.add(leaf, entry, bytes);
        if !matches!(entry, Entry::AuditReport(_) | Entry::Release(_)) {
            self.unreleased.push(leaf);
        }
        match entry {
            Entry::Release(release) => {
                let size = release.size.get();
                if size > leaf {
                    let why = format!("$.size: expected at most {leaf}, found {size}");
                    return self.fail(leaf, why);
                }
                self.unreleased.retain(|&record| record >= size);
                self.entries.releases.push(NamedRelease {
                    leaf,
                    size,
                    root: release.root.0,
                    manifest: release.manifest.0,
                });
            }
            Entry::Policy(policy) => {
                if let Some(recovery) = &policy.recovery {
                    self.entries.recoveries.push(RecoveryKeys {
                        leaf,
                        keys: recovery.keys.iter().map(ToString::to_string).collect(),
                        threshold: recovery.threshold,
                    });
                }
            }
            Entry::SourceFile(file) => {
                if let Some(commitment) = file.commitment {
                    self.entries.commitments.insert(commitment.0, leaf);
                }
            }
            Entry::Withheld(withheld) => {
                let target = withheld.leaf.get();
                if target >= leaf {
                    let why = format!("$.leaf: expected a leaf before {leaf}, found {target}");
                    self.fail(leaf, why);
                }
                self.entries.withheld.insert(withheld.commitment.0, leaf);
            }
            Entry::Response(reply) => self.record.found().replies.push(Reply::of(reply)),
            Entry::KeyCompromise(held) => self.succeed(leaf, held.notice.as_str()),
            Entry::AuditReport(report) => {
                self.entries
                    .reports
                    .insert(report.size.get(), report.report.0);
            }
            _ => {}
        }
    }

    fn succeed(&mut self, leaf: u64, text: &str) {
        let read = SignedNote::parse(text.as_bytes())
            .map_err(|error| error.to_string())
            .and_then(|note| match note.text().parse::<CompromiseNotice>() {
                Ok(notice) => Ok((note, notice)),
                Err(error) => Err(error.to_string()),
            });
        match read {
            Ok((note, notice)) if notice.size() == leaf => {
                self.entries
                    .successions
                    .push(Succession { leaf, note, notice });
            }
            Ok((_, notice)) => {
                let why = format!(
                    "$.notice: expected right after the {} entries that it freezes",
                    notice.size()
                );
                self.fail(leaf, why);
            }
            Err(why) => self.fail(leaf, format!("$.notice: {why}")),
        }
    }
}

impl Entries {
    /// The recovery keys of the log whose entries begin at `from`, as it first named them before
    /// `size`: a later policy cannot replace them, since it may be that of an attacker.
    pub(super) fn recovery(&self, from: u64, size: u64) -> Option<&RecoveryKeys> {
        self.recoveries
            .iter()
            .find(|held| held.leaf >= from && held.leaf < size)
    }

    /// The origin under which a leaf was first appended.
    pub(super) fn origin_at<'a>(&'a self, leaf: u64, now: &'a str) -> &'a str {
        self.successions
            .iter()
            .find(|held| held.leaf > leaf)
            .map_or(now, |held| held.notice.key().name().as_str())
    }
}
