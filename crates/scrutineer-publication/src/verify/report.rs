//! What a verification found. The JSON form is described in `spec/interfaces.md`.

use std::collections::BTreeMap;

use scrutineer_audit::AuditReport;
use serde::Serialize;

use crate::entries::Reply;
use crate::entry::Kind;

/// The schema of the document.
const SCHEMA: &str = "scrutineer/verification/1";

/// The step that found a failure, in the order of `spec/bundle.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// Signatures and quorum.
    Checkpoint,
    /// Entries, tiles, root, consistency with what was seen.
    Log,
    /// What entries say, and references among them.
    Entries,
    /// Manifests and files.
    Release,
    /// Disclosed material.
    Blobs,
    /// Totals against the published ones.
    Totals,
    /// The audit against the published report.
    Report,
    /// Tables against the entries.
    Tables,
    /// Notices of a lost key.
    Notices,
    /// Files that nothing names.
    Strays,
}

/// Something that is not as it must be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Failure {
    /// The step.
    pub step: Step,
    /// The file, relative to the bundle.
    pub file: String,
    /// What was expected and found.
    pub why: String,
}

/// What a signer is to the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignerRole {
    /// The log itself.
    Log,
    /// A witness of the policy, or an unknown key.
    Witness,
}

/// Who signed the checkpoint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Signer {
    /// Name of the key.
    pub name: String,
    /// What it is to the log.
    pub role: SignerRole,
    /// Whether the policy names it, and its signature holds.
    pub trusted: bool,
    /// Whether the log's operator runs it; such a witness is not independent.
    pub operator: bool,
    /// POSIX seconds of a cosignature; `None` of the log.
    pub time: Option<u64>,
}

/// The checkpoint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CheckpointInfo {
    /// Origin line.
    pub origin: String,
    /// Number of entries.
    pub size: u64,
    /// Root, base64.
    pub root: String,
    /// In the order of the note.
    pub signatures: Vec<Signer>,
}

/// How many entries, of which kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct EntryCounts {
    /// Entries read.
    pub read: u64,
    /// By word of kind.
    pub by_kind: BTreeMap<&'static str, u64>,
    /// Entries after the latest release, which the answers do not rest on.
    pub after_release: u64,
}

/// Whether the log holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LogState {
    /// Every entry and tile leads to the root.
    Consistent,
    /// What is broken.
    Broken(Vec<Failure>),
}

/// What was published against what was derived again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Matching {
    /// Equal.
    Match,
    /// Not equal.
    Differ,
    /// There is no release, or the log is broken.
    NotPublished,
}

/// The published report against the audit made again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportState {
    /// Equal, byte for byte in the canonical part.
    Match,
    /// Not equal.
    Differ,
    /// Made under a rule set that this program does not have.
    OtherRules,
    /// There is no release, or the log is broken.
    NotPublished,
    /// Left out on request.
    Skipped,
}

/// Findings of the published report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FindingCounts {
    /// Computed again here.
    pub recomputed: u64,
    /// Resting on material that is not public; quoted, not computed.
    pub from_private: u64,
}

/// Material beside the log.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct WithheldCounts {
    /// Disclosed, present and matching its commitment.
    pub matching: u64,
    /// Removed, and an entry says so.
    pub with_notice: u64,
    /// Absent without a word: a failure.
    pub missing: u64,
    /// Present and not what was committed to: a failure.
    pub mismatch: u64,
}

/// The end of a verification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// Nothing failed.
    Verified,
    /// Something failed.
    Failed,
}

/// What a verification found.
#[derive(Clone, Debug, Serialize)]
pub struct Verification {
    /// Schema of the document.
    pub schema: &'static str,
    /// The checkpoint; `None` where no trusted key signed one.
    pub checkpoint: Option<CheckpointInfo>,
    /// Witnesses of the policy that cosigned and that the operator does not run.
    pub independent_witnesses: u32,
    /// Entries.
    pub entries: EntryCounts,
    /// The log.
    pub log: LogState,
    /// Totals.
    pub totals: Matching,
    /// The report.
    pub report: ReportState,
    /// The rule set of the published report; `None` where there is none, or the log is broken.
    pub rules: Option<String>,
    /// Tables, pages and texts.
    pub tables: Matching,
    /// Findings.
    pub findings: FindingCounts,
    /// Material beside the log.
    pub withheld: WithheldCounts,
    /// Replies to findings, unedited, in the order of the log.
    pub replies: Vec<Reply>,
    /// Size at which a notice of a lost key freezes the log.
    pub frozen_at: Option<u64>,
    /// Every failure, in order of step and file.
    pub failures: Vec<Failure>,
    /// Words of warnings, each at most once: `no-witness`, `single-signer`, `other-rules`,
    /// `not-published`, `skipped`, `from-private`, `after-release`, `frozen`, `unknown-signature`,
    /// `predecessor-not-compared`, `unread-copy`, `unread-page`, `other-files`, `no-site`, `conditions-beside`, `geometry-beside`, `audits-beside`,
    /// `not-attempted`.
    pub warnings: Vec<&'static str>,
    /// The end.
    pub result: Verdict,
    /// The audit made again here, with what was found of the log as evidence for link 4; `None`
    /// where it was skipped or could not be made.
    #[serde(skip)]
    pub audit: Option<Box<AuditReport>>,
}

/// A verification while it runs.
#[derive(Debug)]
pub(super) struct Record(Verification);

impl Default for Record {
    fn default() -> Self {
        Self(Verification {
            schema: SCHEMA,
            checkpoint: None,
            independent_witnesses: 0,
            entries: EntryCounts::default(),
            log: LogState::Consistent,
            totals: Matching::NotPublished,
            report: ReportState::NotPublished,
            rules: None,
            tables: Matching::NotPublished,
            findings: FindingCounts::default(),
            withheld: WithheldCounts::default(),
            replies: Vec::new(),
            frozen_at: None,
            failures: Vec::new(),
            warnings: Vec::new(),
            result: Verdict::Verified,
            audit: None,
        })
    }
}

impl Record {
    #[expect(
        clippy::needless_pass_by_value,
        reason = "errors and texts are given alike"
    )]
    pub(super) fn fail(&mut self, step: Step, file: impl Into<String>, why: impl ToString) {
        self.0.failures.push(Failure {
            step,
            file: file.into(),
            why: why.to_string(),
        });
    }

    pub(super) fn warn(&mut self, word: &'static str) {
        if !self.0.warnings.contains(&word) {
            self.0.warnings.push(word);
        }
    }

    pub(super) fn found(&mut self) -> &mut Verification {
        &mut self.0
    }

    pub(super) fn count(&mut self, kind: Kind) {
        self.0.entries.read += 1;
        *self.0.entries.by_kind.entry(kind.word()).or_default() += 1;
    }

    /// Whether the data set may be derived: signatures, tree and entries hold.
    pub(super) fn is_log_sound(&self) -> bool {
        self.0
            .failures
            .iter()
            .all(|failure| failure.step > Step::Entries)
    }

    pub(super) fn independent_witnesses(&self) -> u32 {
        self.0.independent_witnesses
    }

    pub(super) fn finish(mut self) -> Verification {
        self.0.failures.sort();
        self.0.failures.dedup();
        let broken: Vec<Failure> = self
            .0
            .failures
            .iter()
            .filter(|failure| failure.step == Step::Log)
            .cloned()
            .collect();
        if !broken.is_empty() {
            self.0.log = LogState::Broken(broken);
        }
        if !self.0.failures.is_empty() || self.0.checkpoint.is_none() {
            self.0.result = Verdict::Failed;
        }
        self.0
    }
}
