//! `scrutineer/quick-count/1`: what other programs get. Shares and margins are fractions of one.

use schemars::JsonSchema;
use scrutineer_model::Real;
use serde::Serialize;

use super::digest::sha256_hex;

/// The document. What does not exist is `null`.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Document {
    /// Always `scrutineer/quick-count/1`.
    pub schema: String,
    /// The election.
    pub election: String,
    /// The contest.
    pub contest: String,
    /// The quick count.
    pub id: String,
    /// Whether the gate is passed and two keys signed this estimate. Until then it is internal.
    pub released: bool,
    /// SHA-256 of `design.json`.
    pub design: String,
    /// SHA-256 of `draw.json`.
    pub draw: String,
    /// SHA-256 of `reports.csv`.
    pub reports: String,
    /// The digest of this estimate, which is signed: SHA-256 of this document as compact JSON with
    /// `released` false, and `estimate`, `release.signed_by` and `comparison` empty.
    pub estimate: String,
    /// Degrees of freedom of the margins.
    pub degrees: u64,
    /// The options in ballot order.
    pub options: Vec<OptionEstimate>,
    /// Turnout, where enough stations state ballots and registered voters.
    pub turnout: Option<Turnout>,
    /// What the contest's rule asks, and whether it can be answered.
    pub calls: Vec<Call>,
    /// The strata in the order of the design.
    pub response: Vec<Response>,
    /// Every drawn station that is not received.
    pub missing: Vec<MissingStation>,
    /// The lead over the first option with which the missing stations would undo the lead of the first
    /// over the second; above 1 it is impossible. `null` where nothing is missing.
    pub missing_lead: Option<Real>,
    /// Strata that were joined.
    pub collapsed: Vec<Collapsed>,
    /// What joining them did to the shares; empty where none was.
    pub collapse_effect: Vec<CollapseEffect>,
    /// Early and late stations, where parts of the night are given.
    pub timing: Option<Timing>,
    /// Whether the last part still changed the estimate.
    pub stability: Stability,
    /// Quality flags.
    pub flags: Flags,
    /// What a release needs.
    pub gate: GateState,
    /// Who signed.
    pub release: ReleaseState,
    /// Declared results beside the estimate; empty where not asked for.
    pub comparison: Vec<ComparisonRow>,
}

/// One option.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct OptionEstimate {
    /// Its id.
    pub id: String,
    /// Its share of the valid votes; `null` without a valid vote.
    pub share: Option<Real>,
    /// Half the width of the 95 % interval.
    pub margin_95: Option<Real>,
    /// Half the width of the 99 % interval.
    pub margin_99: Option<Real>,
    /// Variance over that of as many voters drawn one by one; `null` for a share of 0 or 1.
    pub design_effect: Option<Real>,
    /// Without a single vote at the received stations, which give no margin: with 95 % confidence, a smaller share
    /// of all stations than this has one. `null` for other options, and where every station was received.
    pub stations_below: Option<Real>,
}

/// Ballots of registered voters.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Turnout {
    /// The share.
    pub share: Real,
    /// Half the width of the 95 % interval.
    pub margin_95: Option<Real>,
    /// Half the width of the 99 % interval.
    pub margin_99: Option<Real>,
    /// Variance over that of as many registered voters drawn one by one.
    pub design_effect: Option<Real>,
}

/// A question of the contest's rule.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Call {
    /// Which question.
    pub kind: CallKind,
    /// The option it is about.
    pub option: String,
    /// The option it is compared with; `null` where that is a share.
    pub other: Option<String>,
    /// Between the two, or from the share that is asked for.
    pub distance: Option<Real>,
    /// The margin that the distance is compared with: the largest of those of what is compared and of
    /// the distance itself. `null` where one does not exist.
    pub margin_95: Option<Real>,
    /// The answer.
    pub answer: Answer,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum CallKind {
    /// Whether the last option that would win leads the first that would not.
    Lead,
    /// Whether an option that would go to the next round leads the first that would not.
    Runoff,
    /// Whether an option reaches a share.
    Share,
}

/// What can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// It leads by more than two margins.
    Ahead,
    /// It is above the share by more than two margins.
    Above,
    /// It is below the share by more than two margins.
    Below,
    /// Within two margins.
    CannotBeCalled,
}

/// One stratum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Response {
    /// Its code.
    pub stratum: String,
    /// Its stations.
    pub stations: u64,
    /// Stations that the design wants in the estimate.
    pub planned: u64,
    /// Stations drawn.
    pub drawn: u64,
    /// Stations whose figures count.
    pub received: u64,
}

/// A drawn station without figures that count.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct MissingStation {
    /// Its id.
    pub station: String,
    /// Its stratum.
    pub stratum: String,
    /// A status of `reports.csv`, or `one-report`, `no-report`, `flagged`.
    pub reason: String,
}

/// Strata that stand together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Collapsed {
    /// The first of them.
    pub into: String,
    /// All of them.
    pub strata: Vec<String>,
}

/// What collapsing did to an option.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct CollapseEffect {
    /// The option.
    pub option: String,
    /// Its share with every stratum on its own and empty ones left out.
    pub share_without: Real,
    /// The estimate less that share.
    pub difference: Real,
}

/// Stations by when they reported.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Timing {
    /// The last part that counts as early.
    pub early_until: u32,
    /// Early stations.
    pub early: u64,
    /// Late stations.
    pub late: u64,
    /// The options in ballot order.
    pub options: Vec<TimingOption>,
}

/// Late less early.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct TimingOption {
    /// The option.
    pub id: String,
    /// Share in late stations less that in early ones.
    pub difference: Real,
    /// In standard errors.
    pub t: Option<Real>,
    /// Two-sided.
    pub p: Option<Real>,
    /// Adjusted for the number of options (Holm).
    pub p_adjusted: Option<Real>,
}

/// Whether the estimate has settled.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Stability {
    /// The answer.
    pub state: StabilityState,
    /// The largest change of a share when the last part is left out.
    pub change: Option<Real>,
}

/// Whether the last part of the night still moved a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StabilityState {
    /// Less than the design allows.
    Stable,
    /// More.
    Moving,
    /// Nothing says when stations reported, and not all did.
    Unknown,
}

/// Quality flags.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Flags {
    /// Those that nobody looked into; their stations do not count.
    pub open: Vec<OpenFlag>,
    /// How many a second look closed.
    pub resolved: u64,
}

/// A flag that nobody looked into.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct OpenFlag {
    /// The station.
    pub station: String,
    /// `reports-differ`, `above-register`, `sum-differs` or `incomplete`.
    pub flag: String,
    /// The row of `reports.csv`.
    pub row: u64,
}

/// What a release needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct GateState {
    /// Whether all conditions are met.
    pub passed: bool,
    /// The conditions in one order.
    pub conditions: Vec<Condition>,
}

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Condition {
    /// `response`, `stratum-response`, `stability`, `margin` or `flags`.
    pub condition: String,
    /// Whether it is met.
    pub met: bool,
}

/// Signatures under this estimate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct ReleaseState {
    /// Names of the keys of the design that signed it.
    pub signed_by: Vec<String>,
    /// How many are needed.
    pub needed: u64,
}

/// A declared share beside an estimated one.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct ComparisonRow {
    /// The declaration.
    pub declaration: String,
    /// The stratum; `null` for the total.
    pub stratum: Option<String>,
    /// The option.
    pub option: String,
    /// The declared share of the valid votes: from and to.
    pub declared: [Real; 2],
    /// The estimated share.
    pub estimate: Option<Real>,
    /// Estimate less the nearest declared share, in standard errors.
    pub z: Option<Real>,
    /// Two-sided, with Student's t.
    pub p: Option<Real>,
    /// Adjusted for the number of comparisons (Holm): of totals, or of strata.
    pub p_adjusted: Option<Real>,
    /// Whether the declaration claims to count every station; else nothing is tested.
    pub comparable: bool,
}

impl Document {
    /// The digest of the estimate.
    ///
    /// # Errors
    /// Never with a document of this crate.
    pub fn digest(&self) -> Result<String, serde_json::Error> {
        let mut core = self.clone();
        core.released = false;
        core.estimate = String::new();
        core.release.signed_by = Vec::new();
        core.comparison = Vec::new();
        Ok(sha256_hex(&serde_json::to_vec(&core)?))
    }

    /// Says who signed this estimate. It is released when enough did and the gate is passed.
    pub fn sign(&mut self, names: Vec<String>) {
        self.released = self.gate.passed && names.len() as u64 >= self.release.needed;
        self.release.signed_by = names;
    }
}

/// The JSON Schema of [`Document`].
pub fn schema() -> serde_json::Value {
    schemars::generate::SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<Document>()
        .to_value()
}
