//! What one source shows, with its coverage.

use scrutineer_model::{Date, Exact, Link, Message, Origin, Real, SourceLabel};
use serde::{Deserialize, Serialize};

use super::{ById, ChainOfEvidence};

/// What one source shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct SourceReport {
    /// Short id.
    pub id: String,
    /// The coarse kind of who supplied it.
    pub label: SourceLabel,
    /// Options whose campaign supplied it.
    pub aligned_with: Vec<String>,
    /// Sources with one origin count once.
    pub origin: Origin,
    /// Where it comes from.
    pub evidence: ProvenanceReport,
    /// How much there is.
    pub coverage: CoverageReport,
    /// The sums, where no readings rival each other.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub totals: Option<TotalsReport>,
    /// The sums as intervals, where readings of a station differ and nothing orders them.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub totals_interval: Option<TotalsInterval>,
    /// Who is first and whether the missing can change it, one per register total of electors.
    pub outcome: Vec<OutcomeReport>,
    /// The register total, among those that apply or may, that the answers rest on.
    pub least_favourable: Option<String>,
    /// A count that overturned the outcome of the records; it stands in the place of the sheets in every
    /// answer about who won. Absent where none did.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub overturned_by: Option<CountReport>,
    /// What the sheets alone show, whether or not anything was declared.
    pub standing: Standing,
    /// How many sheets must be false for the lead to vanish.
    pub sheets_false_needed: Vec<SheetsFalseReport>,
    /// What the missing would add at the rates of their surroundings: an estimate, never an answer.
    pub imputation: Option<ImputationReport>,
    /// Totals by division, where a reader asked for them; not part of the canonical document.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub divisions: Vec<DivisionReport>,
    /// The chain up to the outcome, as far as this source carries it.
    pub chain: ChainOfEvidence,
}

/// What a count found that overturned the outcome of the records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct CountReport {
    /// The link that it breaks.
    pub link: Link,
    /// `boxes`, `copies` (of independent origin) or `readings`.
    pub looked_at: String,
    /// Stations looked at.
    pub stations: u64,
    /// Votes found per option; empty where nobody states them.
    pub votes: ById<u64>,
    /// The most votes that were not counted; `None` where nobody states it.
    pub uncounted: Option<u64>,
    /// Who wins whatever was not counted; empty where that is open.
    pub winners: Vec<String>,
}

/// Where a source comes from; `None` is printed as unknown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ProvenanceReport {
    /// Publication or place.
    pub obtained_from: Option<String>,
    /// Day.
    pub obtained_on: Option<Date>,
    /// Role of who obtained it.
    pub obtained_by_role: Option<String>,
    /// How.
    pub method: Option<String>,
    /// On what.
    pub medium: Option<String>,
    /// Licence.
    pub licence: Option<String>,
    /// Source it was made from.
    pub derived_from: Option<String>,
    /// What was done to it.
    pub transformations: Option<String>,
    /// Rows read from its files.
    pub rows: u64,
    /// Rows that could not be used.
    pub rejected: u64,
}

/// How much of the election a source covers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct CoverageReport {
    /// Stations there are; `None` where nobody says.
    pub stations_expected: Option<u64>,
    /// Stations with a sheet.
    pub stations_reported: u64,
    /// Stations whose votes were read completely.
    pub stations_complete: u64,
    /// Places there are.
    pub places_expected: Option<u64>,
    /// Places with a sheet.
    pub places_reported: Option<u64>,
    /// Electors there are, by the main register total.
    pub registered_expected: Option<u64>,
    /// Electors of the stations with a sheet; `None` where the form does not say.
    pub registered_reported: Option<u64>,
    /// Missing stations by reason.
    pub missing_by_reason: ById<u64>,
    /// Stations with a sheet by kind.
    pub stations_by_kind: ById<u64>,
    /// Divisions with a sheet per hierarchy and level.
    pub divisions_reported: ById<ById<u64>>,
}

/// Sums over the sheets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct TotalsReport {
    /// Votes per option.
    pub options: ById<u64>,
    /// Votes per ticket, where an option has several.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub tickets: Option<ById<u64>>,
    /// Valid votes; the sum of the options where the form has none.
    pub valid: Option<u64>,
    /// Invalid votes; `None` where the form has none.
    pub invalid: Option<u64>,
    /// Blank votes; `None` where the form has none.
    pub blank: Option<u64>,
    /// Ballots; valid, invalid and blank together where the form has none.
    pub ballots: Option<u64>,
    /// Registered voters on the sheets.
    pub registered: Option<u64>,
}

/// An interval of votes.
pub type Possible = [u64; 2];

/// Sums as intervals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct TotalsInterval {
    /// Votes per option.
    pub options: ById<Possible>,
    /// Valid votes.
    pub valid: Option<Possible>,
    /// Invalid votes.
    pub invalid: Option<Possible>,
    /// Blank votes.
    pub blank: Option<Possible>,
    /// Ballots.
    pub ballots: Option<Possible>,
    /// Registered voters on the sheets.
    pub registered: Option<Possible>,
}

/// A ceiling that may be unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Extent {
    /// At most this many votes.
    Known(u64),
    /// The law sets no ceiling.
    Unbounded,
    /// Nobody says.
    NotStated,
}

/// Who is first on the sheets and whether the missing can change it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct OutcomeReport {
    /// The register total used; `None` for the official list or a capacity rule without one.
    pub register: Option<String>,
    /// Options that win (or pass, or go to the next round) on the sheets alone.
    pub winners: Vec<String>,
    /// The first option that does not.
    pub runner_up: Option<String>,
    /// Votes between the last winner and the runner-up on the sheets alone.
    pub lead: Option<u64>,
    /// Most valid votes that are missing.
    pub missing_capacity: Extent,
    /// The rule behind the ceiling, as in the folder.
    pub capacity_rule: String,
    /// Whether no completion changes the winners.
    pub decided: bool,
    /// Share bounds of every option.
    pub shares: ById<ShareBounds>,
    /// What the runner-up would need.
    pub needed_from_missing: Option<NeededFromMissing>,
}

/// The share of valid votes of an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ShareBounds {
    /// On the sheets.
    pub observed: Option<Exact>,
    /// If all the missing vote for others.
    pub min: Option<Exact>,
    /// If all the missing vote for it.
    pub max: Option<Exact>,
}

/// What the runner-up would need from the missing; above 1 is impossible.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct NeededFromMissing {
    /// Turnout of the missing at which the lead vanishes if all of them vote for the runner-up.
    pub turnout: Option<Real>,
    /// Two-party share of the missing at the turnout of the sheets.
    pub share: Option<Real>,
}

/// Whether the sheets alone decide who wins.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum StandingVerdict {
    /// No completion changes the winners.
    Decided,
    /// Some completion does.
    Undecided,
    /// The ceiling of the missing is not known.
    NotBounded,
    /// Nothing was read.
    NoSheets,
}

/// What the sheets alone show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Standing {
    /// Whether they decide.
    pub verdict: StandingVerdict,
    /// The sentence with its condition.
    pub statement: Message,
}

/// How many sheets must be false for the lead to vanish.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct SheetsFalseReport {
    /// The register total used.
    pub register: String,
    /// `all-to-runner-up`, `split-even` or `as-observed`, then `-any` or `-moved`.
    pub assumption: String,
    /// Fewest sheets; `None` where even all of them do not suffice.
    pub sheets: Option<u64>,
    /// As a share of the sheets.
    pub share: Option<Real>,
    /// Independent random sheets, all confirmed, that exclude it at 5 %.
    pub sample_95: Option<u64>,
}

/// What the missing would add at the rates of their surroundings.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ImputationReport {
    /// The register total used.
    pub register: String,
    /// Share of every option in the completed result.
    pub options: ById<ImputedShare>,
    /// What other assumptions about the missing give.
    pub sensitivity: Vec<SensitivityReport>,
    /// Two-party logit shift of the missing at which the winner changes; `None` where none does.
    pub changes_at: Option<Real>,
}

/// An imputed share with the interval of sampling alone.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ImputedShare {
    /// Point.
    pub share: Real,
    /// 95 % interval, lower end.
    pub low: Real,
    /// Upper end.
    pub high: Real,
}

/// The result if the missing lean against the leader by a two-party logit shift.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct SensitivityReport {
    /// The shift.
    pub shift: Real,
    /// Share of the first option.
    pub leader_share: Real,
    /// Share of the second.
    pub runner_up_share: Real,
}

/// One step of a division's path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct PathPart {
    /// Code, unique inside its parent.
    pub code: String,
    /// Name, as data.
    pub name: String,
}

/// Totals of one division.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct DivisionReport {
    /// From the widest level down.
    pub path: Vec<PathPart>,
    /// Stations with a sheet.
    pub stations_reported: u64,
    /// Votes per option.
    pub options: ById<Possible>,
    /// Valid votes.
    pub valid: Option<Possible>,
    /// Registered voters on the sheets.
    pub registered: Option<Possible>,
    /// First option; `None` for a tie or without votes.
    pub leader: Option<String>,
    /// Votes between first and second.
    pub lead: u64,
}

/// Two sources compared station by station.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct SourceComparisonReport {
    /// First source.
    pub a: String,
    /// Second source.
    pub b: String,
    /// Whether they have one origin; agreement then says nothing about link 2.
    pub same_origin: bool,
    /// Stations in both.
    pub common: u64,
    /// Stations only in the first.
    pub only_a: u64,
    /// Stations only in the second.
    pub only_b: u64,
    /// Common stations where a number read in both differs.
    pub differing: u64,
    /// Cells that differ.
    pub cells: u64,
    /// Cells that one of them has not read.
    pub unread: u64,
    /// Per option: votes of the second minus the first over stations read in both.
    pub net: ById<i64>,
    /// Per option: two-sided sign test on the direction.
    pub sign_test: ById<Real>,
}
