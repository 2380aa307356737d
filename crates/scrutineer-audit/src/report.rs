//! The audit report: the document that everything after the audit renders, compares or publishes.
//!
//! Field names are a public interface (`spec/interfaces.md`): added to, never renamed. Maps keep
//! the order of the ballot. What is not known is `null`.

mod answer;
mod chain;
mod declaration;
mod source;
mod test;

use std::collections::BTreeMap;

use indexmap::IndexMap;
use scrutineer_model::{
    Applies, Date, Exact, Figure, Finding, FindingKey, Input, Locator, RegisterKind,
};
use serde::{Deserialize, Serialize};

pub use answer::{Answer, FiguresAnswer, FiguresVerdict, WinnerAnswer, WinnerVerdict};
pub use chain::{ChainLink, ChainOfEvidence, LinkStatus};
pub use declaration::{
    CertificateReport, CoverageUse, DeclarationReport, DeclarationResult, DeclaredValue,
    IncrementReport, JointReport, ReadingAlternative, ReadingKind, ReadingReport, RoundingReport,
    RoundingTestReport, StrictReport, Variant,
};
pub use source::{
    CountReport, CoverageReport, DivisionReport, Extent, ImputationReport, ImputedShare,
    NeededFromMissing, OutcomeReport, PathPart, Possible, ProvenanceReport, SensitivityReport,
    ShareBounds, SheetsFalseReport, SourceComparisonReport, SourceReport, Standing,
    StandingVerdict, TotalsInterval, TotalsReport,
};
pub use test::TestReport;

/// A map from public ids (options, groups) in ballot order.
pub type ById<T> = IndexMap<String, T>;

/// The schema of [`AuditReport`].
pub const SCHEMA: &str = "scrutineer/audit-report/1";

/// Version of the rules in `spec/checks.md`, `spec/verdict.md` and `spec/chain.md` together.
pub const RULES: &str = "2";

/// Everything that follows from a data set and the evidence beside it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct AuditReport {
    /// [`SCHEMA`].
    pub schema: String,
    /// Which program wrote it.
    pub tool: Tool,
    /// SHA-256 of the canonical part: the document without `tool.version`, `inputs`,
    /// `log`, `provenance`, `texts`, `tests`, `report_id` and the `divisions` that a reader asked for.
    pub report_id: String,
    /// Latest date among the inputs.
    pub as_of: Date,
    /// Which election.
    pub election: ElectionInfo,
    /// The files that were read.
    pub inputs: Vec<Input>,
    /// The entries of a public log that the report follows from; `null` for a folder.
    pub log: Option<LogPosition>,
    /// One per contest, in the order of the folder.
    pub contests: Vec<ContestReport>,
    /// What the rules found, in order of code and subject.
    pub findings: Vec<Finding>,
    /// Statistical tests, in the order of `spec/tests.md`; they change no answer and no link, and stand
    /// outside the canonical part. Empty where none was run.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub tests: Vec<TestReport>,
    /// File and row behind each finding. Never published for sources other than an authority's.
    pub provenance: BTreeMap<FindingKey, Vec<Locator>>,
}

/// The entries of a public log that a report follows from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct LogPosition {
    /// Origin line of the log's checkpoints.
    pub origin: String,
    /// How many entries, from the first.
    pub size: u64,
    /// Root of the tree over them, lower-case hexadecimal.
    pub root: String,
}

/// Which program wrote a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Tool {
    /// `scrutineer`.
    pub name: String,
    /// Version of the program.
    pub version: String,
    /// [`RULES`].
    pub rules: String,
}

/// Which election.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ElectionInfo {
    /// Short id.
    pub id: String,
    /// Name, as data.
    pub name: String,
    /// Day of the vote.
    pub date: Date,
    /// ISO 3166 code.
    pub country: String,
}

/// What follows for one contest.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ContestReport {
    /// Short id.
    pub id: String,
    /// Name, as data.
    pub name: String,
    /// 1 for a first or only round.
    pub round: u8,
    /// Who wins.
    pub rule: RuleInfo,
    /// What can win, in ballot order.
    pub options: Vec<OptionInfo>,
    /// Totals of the register, with alternatives.
    pub registers: Vec<RegisterInfo>,
    /// What each source shows.
    pub sources: Vec<SourceReport>,
    /// Pairs of sources compared station by station.
    pub comparisons: Vec<SourceComparisonReport>,
    /// What follows for each declaration.
    pub declarations: Vec<DeclarationReport>,
    /// Per link the weakest over the results of the declarations, or over the sources where
    /// nothing was declared.
    pub chain: ChainOfEvidence,
}

/// An outcome rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct RuleInfo {
    /// `plurality`, `majority` or `threshold`.
    pub kind: String,
    /// Number of winners of a plurality.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub winners: Option<u16>,
    /// Share to be exceeded (majority) or reached (threshold).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub share: Option<Exact>,
    /// Options in the next round of a majority rule.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub runoff: Option<u16>,
}

/// An option.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct OptionInfo {
    /// Short id.
    pub id: String,
    /// Name, as data.
    pub name: String,
    /// Ids of its tickets.
    pub tickets: Vec<String>,
}

/// A total of the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct RegisterInfo {
    /// What it counts.
    pub figure: RegisterKind,
    /// Short id.
    pub id: String,
    /// The number.
    pub total: u64,
    /// Every reading of it with its source.
    pub figures: Figure,
    /// Whether it is about this contest.
    pub applies: Applies,
    /// Why, as data.
    pub why: Option<String>,
}
