//! What follows for one declaration.

use scrutineer_model::{CountStatus, Exact, Figure, Message, Moment, PrintedPercent, Real};
use serde::{Deserialize, Serialize};

use super::{ById, ChainOfEvidence, FiguresAnswer, WinnerAnswer};

/// One declaration and what follows for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct DeclarationReport {
    /// Short id.
    pub id: String,
    /// Who declared.
    pub authority: String,
    /// Who printed it.
    pub outlet: Option<String>,
    /// When.
    pub time: Moment,
    /// How final it calls itself.
    pub status: CountStatus,
    /// Coverage as printed.
    pub coverage_printed: Option<PrintedPercent>,
    /// Turnout as printed.
    pub turnout_printed: Option<PrintedPercent>,
    /// Whether every sheet is claimed to be inside.
    pub claims_all: bool,
    /// Declared votes and percentages per option or group.
    pub declared: ById<DeclaredValue>,
    /// Options declared to win.
    pub winners: Vec<String>,
    /// One per source.
    pub results: Vec<DeclarationResult>,
    /// Figures that outlets print differently.
    pub variants: Vec<Variant>,
}

/// What was announced for an option or group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct DeclaredValue {
    /// Votes; `None` where only a percentage was announced.
    pub votes: Option<u64>,
    /// Share as printed.
    pub percent: Option<PrintedPercent>,
    /// Options of a group; empty for an option.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub options: Vec<String>,
}

/// A figure that outlets print differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Variant {
    /// Which figure: an option or group id, `valid`, `voters`, ...
    pub figure: String,
    /// All readings, the chosen one first, and why.
    pub readings: Figure,
}

/// What follows from one source for one declaration.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct DeclarationResult {
    /// The source.
    pub source: String,
    /// Does the evidence make the declared winner win?
    pub winner: WinnerAnswer,
    /// Do the declared figures agree with the evidence?
    pub figures: FiguresAnswer,
    /// Declared against observed, as if every sheet were inside.
    pub strict: ById<StrictReport>,
    /// Least and most possible votes per target under the reading that decides, for the main table;
    /// `None` where no bound is known.
    pub possible: ById<Option<[Option<u64>; 2]>>,
    /// Every reading of the announced coverage.
    pub readings: Vec<ReadingReport>,
    /// All options at once.
    pub joint: Vec<JointReport>,
    /// Largest coverage at which nothing contradicts, per reading.
    pub consistent_up_to: ById<Option<Exact>>,
    /// Counts that equal rounded percentages.
    pub rounding: Option<RoundingReport>,
    /// Growth since the declaration that this one follows.
    pub increment: Option<IncrementReport>,
    /// Seven links.
    pub chain: ChainOfEvidence,
}

/// Declared against observed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct StrictReport {
    /// Declared votes.
    pub declared: Option<u64>,
    /// Votes on the sheets.
    pub observed: u64,
    /// Votes by which the declared figure is below the observed one; 0 where it is not.
    pub shortfall: u64,
}

/// What "80 % transmitted" may be a share of.
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
pub enum ReadingKind {
    /// Of the register.
    Electors,
    /// Of the stations. The interface calls this reading `tables`.
    Tables,
    /// Of the valid votes.
    ValidVotes,
    /// Of the polling places.
    Places,
    /// Counted electors follow from the declaration's own votes and turnout.
    OwnTurnout,
}

impl ReadingKind {
    /// The word of the interface.
    pub fn word(self) -> &'static str {
        match self {
            Self::Electors => "electors",
            Self::Tables => "tables",
            Self::ValidVotes => "valid-votes",
            Self::Places => "places",
            Self::OwnTurnout => "own-turnout",
        }
    }
}

/// One reading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ReadingReport {
    /// Which.
    pub reading: ReadingKind,
    /// Whether the declaration's rounded turnout allows it.
    pub admissible: bool,
    /// What fixes it, where something does.
    pub fixed_by: Option<Message>,
    /// With the coverage as printed.
    pub as_printed: Option<CoverageUse>,
    /// At the end of the rounding interval that favours the declaration.
    pub favourable: Option<CoverageUse>,
    /// With other totals of the register.
    pub alternatives: Vec<ReadingAlternative>,
    /// Least shortfall in total votes over the alternatives, at the favourable end: 0 where the
    /// reading is feasible; `None` where it cannot be computed.
    pub least_shortfall: Option<u64>,
}

/// A reading with another total of the register.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ReadingAlternative {
    /// Register id.
    pub register: String,
    /// The total.
    pub total: u64,
    /// Its source.
    pub source: String,
    /// With the coverage as printed.
    pub as_printed: Option<CoverageUse>,
    /// At the favourable end.
    pub favourable: Option<CoverageUse>,
}

/// The bounds under one coverage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct CoverageUse {
    /// Share counted.
    pub coverage: Exact,
    /// Least votes inside, per target.
    pub minimum: ById<Exact>,
    /// The same as an integer, rounded up.
    pub minimum_votes: ById<u64>,
    /// Votes by which the declared figure is below the minimum.
    pub shortfall: ById<u64>,
}

/// All options at once: the least number of declared votes that contradict the sheets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct JointReport {
    /// Which reading.
    pub reading: ReadingKind,
    /// Ceiling on the turnout of the missing electors.
    pub turnout_cap: Exact,
    /// Lower bound on the contradicting votes.
    pub contradicting_votes: Exact,
    /// The same as an integer, rounded up.
    pub votes: u64,
    /// Whether the coverage is at the favourable end of its rounding interval.
    pub favourable: bool,
    /// The dual certificate that anyone can re-sum.
    pub certificate: CertificateReport,
}

/// A dual certificate: the four terms add up to the bound, and each can be re-summed from the
/// published sheets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct CertificateReport {
    /// Weight of every declared figure, -1 to 1.
    pub multipliers: ById<Exact>,
    /// Score per elector of the last sheet that is counted.
    pub threshold: Option<Exact>,
    /// Electors counted.
    pub counted: Exact,
    /// Electors without a sheet.
    pub missing: u64,
    /// Minus the sum of weights times declared figures.
    pub constant: Exact,
    /// Threshold times electors counted.
    pub threshold_term: Exact,
    /// Sum over the sheets of the smaller of 0 and score minus threshold times electors.
    pub sheets_term: Exact,
    /// The same for the electors without a sheet, whose score is at best the smallest weight below
    /// 0 times the turnout.
    pub missing_term: Exact,
    /// Sheets below 0 in `sheets_term`.
    pub sheets_counted: u64,
}

/// Counts that equal rounded percentages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct RoundingReport {
    /// Every pair.
    pub tests: Vec<RoundingTestReport>,
    /// Chance that all free counts coincide, under counts free to end in any digits.
    pub joint_p: Option<Real>,
    /// Number of looks.
    pub looks: u32,
    /// Adjusted for the looks; given before any other number.
    pub adjusted_p: Option<Real>,
}

/// One published pair of count and total.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct RoundingTestReport {
    /// Which pair.
    pub pair: String,
    /// Decimals of the percentage.
    pub decimals: u32,
    /// Distance of the count to the total times the rounded percentage.
    pub distance: u64,
    /// Chance of being at least that near.
    pub p: Real,
}

/// Growth between two declarations.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct IncrementReport {
    /// The earlier declaration.
    pub from: String,
    /// Growth per target that both announce.
    pub options: ById<i64>,
    /// Growth of all of them.
    pub total: i64,
    /// Newly covered electors; `None` where not known.
    pub capacity: Option<u64>,
    /// Nothing decreases and the growth fits the newly covered electors.
    pub feasible: bool,
}
