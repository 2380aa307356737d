//! Findings: what a rule found, where, what it bears on. Facts, not conclusions.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::date::Date;
use crate::exact::Exact;
use crate::real::Real;

/// A link of the chain of evidence, 1 to 7.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "u8", try_from = "u8")]
pub enum Link {
    /// 1: does the sheet say what the ballots in the box say?
    BallotsToSheet,
    /// 2: is this copy genuine?
    SheetToCopy,
    /// 3: was the copy read correctly?
    CopyToRecord,
    /// 4: is every record in the log?
    RecordToLog,
    /// 5: do the totals follow from the records?
    LogToTotals,
    /// 6: can what is missing change who won?
    TotalsToOutcome,
    /// 7: does the declared result agree with the sheets?
    OutcomeToDeclaration,
}

impl Link {
    /// All links in order.
    pub const ALL: [Self; 7] = [
        Self::BallotsToSheet,
        Self::SheetToCopy,
        Self::CopyToRecord,
        Self::RecordToLog,
        Self::LogToTotals,
        Self::TotalsToOutcome,
        Self::OutcomeToDeclaration,
    ];

    /// 1 to 7.
    pub fn number(self) -> u8 {
        self as u8 + 1
    }
}

impl From<Link> for u8 {
    fn from(link: Link) -> Self {
        link.number()
    }
}

impl TryFrom<u8> for Link {
    type Error = String;

    fn try_from(number: u8) -> Result<Self, Self::Error> {
        Self::ALL
            .into_iter()
            .find(|link| link.number() == number)
            .ok_or_else(|| format!("expected a link from 1 to 7, found {number}"))
    }
}

/// How strong a finding is. Tiers are never added into one score.
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
pub enum Tier {
    /// Arithmetic; no probability.
    Contradiction,
    /// A test with its null, its p and the number of looks.
    Test,
    /// Shown, never a claim.
    Picture,
}

/// How a reader should take a finding.
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
pub enum Severity {
    /// Something on paper cannot be right.
    Error,
    /// Remarkable, possibly fine.
    Warning,
    /// Worth knowing.
    Info,
}

/// Which answer a finding bears on.
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
pub enum BearsOn {
    /// Who won.
    Winner,
    /// The declared figures.
    Figures,
    /// Neither.
    Nothing,
}

/// Whether a stranger can recompute a finding.
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
pub enum Recomputable {
    /// From what is published.
    FromLog,
    /// Only from columns that are never published.
    FromPrivate,
}

/// A stable name for one finding: its code and its subject. Dispositions refer to it.
#[derive(
    Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(transparent)]
pub struct FindingKey(String);

impl FindingKey {
    /// `code`, then the parts of the subject that are not empty, joined by `|`.
    pub fn new<'a>(code: &str, parts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut key = code.to_owned();
        for part in parts.into_iter().filter(|part| !part.is_empty()) {
            key.push('|');
            key.push_str(part);
        }
        Self(key)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a finding is about, by public ids.
#[derive(
    Clone,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
pub struct Subject {
    /// Canonical station id.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub station: Option<String>,
    /// Codes of a division's path joined by `/`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub division: Option<String>,
    /// Code of a polling place.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub place: Option<String>,
    /// Source id.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub source: Option<String>,
    /// Declaration id.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub declaration: Option<String>,
    /// Option id, or the id of a declared group.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub option: Option<String>,
}

/// A value inside a message.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
pub enum Value {
    /// A count or a difference.
    Integer(i64),
    /// A statistic; 10 significant digits.
    Real(Real),
    /// An exact share.
    Share(#[serde(deserialize_with = "share_in_message")] Exact),
    /// A name or an id, as data.
    Text(String),
    /// Several ids.
    List(Vec<String>),
}

/// Reads `[numerator, denominator]`. An untagged enum is read from a buffer that holds no 128-bit
/// integers; the shares of sentences fit 64.
fn share_in_message<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Exact, D::Error> {
    let [numerator, denominator] = <[i64; 2]>::deserialize(deserializer)?;
    Exact::new(i128::from(numerator), i128::from(denominator))
        .ok_or_else(|| serde::de::Error::custom("a fraction needs a denominator other than 0"))
}

/// A sentence by id, with what goes into it; its words are in the message files.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Message {
    /// Id in the message files.
    pub id: String,
    /// What goes into it, by name.
    pub args: BTreeMap<String, Value>,
}

impl Message {
    /// A sentence without arguments.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            args: BTreeMap::new(),
        }
    }

    /// With one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}
impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}
impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}
impl From<u32> for Value {
    fn from(value: u32) -> Self {
        Self::Integer(i64::from(value))
    }
}
impl From<u64> for Value {
    fn from(value: u64) -> Self {
        Self::Integer(i64::try_from(value).unwrap_or(i64::MAX))
    }
}
impl From<i128> for Value {
    fn from(value: i128) -> Self {
        Self::Integer(i64::try_from(value).unwrap_or(if value < 0 { i64::MIN } else { i64::MAX }))
    }
}
impl From<Exact> for Value {
    fn from(value: Exact) -> Self {
        Self::Share(value)
    }
}
impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Self::Real(Real::new(value))
    }
}
impl From<Vec<String>> for Value {
    fn from(value: Vec<String>) -> Self {
        Self::List(value)
    }
}

/// What became of a finding that somebody looked into.
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
pub enum Decision {
    /// It stands.
    Confirmed,
    /// There is an innocent reason, given.
    Explained,
    /// The reading was wrong and the record has been corrected.
    Corrected,
    /// Nothing could be found out.
    Unresolved,
}

/// A decision on a finding. It never deletes the finding and never changes arithmetic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Disposition {
    /// The finding.
    pub key: FindingKey,
    /// What was decided.
    pub decision: Decision,
    /// Why, as data.
    pub reason: String,
    /// By which role, never by whom.
    pub role: String,
    /// When.
    pub date: Date,
}

/// What a rule found. NIST has no word for it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Finding {
    /// Stable name.
    pub key: FindingKey,
    /// The rule, such as `E.201`.
    pub code: String,
    /// How strong.
    pub tier: Tier,
    /// How to take it.
    pub severity: Severity,
    /// The link it is about.
    pub link: Link,
    /// The answer it bears on.
    pub bears_on: BearsOn,
    /// Most votes by which some option's total can be wrong because of it; `None` where unknown.
    pub votes_at_stake: Option<u64>,
    /// What it is about.
    pub subject: Subject,
    /// Numbers of the rule by name.
    pub figures: BTreeMap<String, Value>,
    /// The sentence.
    pub message: Message,
    /// Whether a stranger can recompute it.
    pub recomputable: Recomputable,
    /// What became of it.
    pub disposition: Option<Disposition>,
}
