//! What the audit takes in besides the data set: risk that others measured, tests, the log.

use serde::{Deserialize, Serialize};

use crate::code::Code;
use crate::finding::{BearsOn, Finding, Link, Message, Tier};

/// Everything besides the data. Empty for a bare folder.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// Measured risks, one per link and source at the most.
    pub risk_bounds: Vec<RiskBound>,
    /// Audits by sampling that were drawn and have not ended, in order of link and source. What such an
    /// audit would say is not known, and another one of the same link says nothing until it ends.
    pub unfinished: Vec<UnfinishedAudit>,
    /// Stations drawn for an audit at which nothing could be looked at, in order of source, station and audit;
    /// those of audits that say nothing any more included.
    pub absent: Vec<AbsentStation>,
    /// Results of statistical tests.
    pub tests: Vec<TestResult>,
    /// The log that the records came from; `None` in a bare folder.
    pub log: Option<LogEvidence>,
    /// Findings of an earlier audit that only private columns give. They stand beside those that
    /// are computed, unless the same one is; findings that can be recomputed are not taken.
    pub attested: Vec<Finding>,
}

/// An audit by sampling that was drawn and has not ended.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct UnfinishedAudit {
    /// Link 1, 2 or 3.
    pub link: Link,
    /// The source whose sheets are audited.
    pub source: Code,
}

/// A station that was drawn for an audit and at which nothing could be looked at: the worst case of the
/// audit, and a finding of its own.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AbsentStation {
    /// The source whose records are audited.
    pub source: Code,
    /// Canonical id of the station.
    pub station: String,
    /// Id of the audit.
    pub audit: Code,
    /// What was drawn.
    pub what: Drawn,
    /// Why nothing was looked at.
    pub absence: Absence,
}

/// What of a station an audit looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Drawn {
    /// The ballots or slips of its box.
    Box,
    /// A copy of its sheet.
    Copy,
}

/// Why nothing could be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Absence {
    /// There is no box or copy, or nobody can read it.
    Missing,
    /// Access was refused.
    Refused,
}

impl Absence {
    /// The word in messages: `missing` or `refused`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Refused => "refused",
        }
    }
}

/// A risk that an audit measured for one link.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RiskBound {
    /// Link 1, 2 or 3.
    pub link: Link,
    /// The source whose sheets were audited.
    pub source: Code,
    /// Chance of at most this size that the audit would have stopped although the outcome is wrong;
    /// 0 to 1.
    pub risk: f64,
    /// Stations looked at; ballots, where single ballots were drawn.
    pub sample: u64,
    /// How, in a word: `transcription-audit`, `box-audit`, `ballot-polling`, `ballot-comparison`, `full-count`,
    /// `re-check`.
    pub method: String,
    /// The register total that bounds what has no sheet, by id; `None` where none is needed or known.
    pub register: Option<Code>,
    /// Where the copies came from that were read again, where it is not the origin of the records; `None`
    /// for others.
    pub copies: Option<String>,
    /// A full count or a measured discrepancy that changes the outcome.
    pub overturned: bool,
    /// What a full count found; `None` where a risk was measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<CountedVotes>,
    /// What is missing rests on registered voters that the audited records say themselves, without an
    /// official list by station, and not all of them were read again at the stations looked at.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub rests_on_registered: bool,
}

/// The votes of a full count, which replace those of the records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountedVotes {
    /// Votes by option, in ballot order.
    pub votes: Vec<u64>,
    /// The most votes that were not counted: at stations without a record, and at those where nothing
    /// could be looked at.
    pub uncounted: u64,
}

/// The result of one statistical test or picture.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TestResult {
    /// Short id of the test (`spec/tests.md`).
    pub id: String,
    /// What it looked at: an option id, or `turnout`, `options`, `register`.
    pub quantity: String,
    /// Test or picture; never a contradiction. A picture with a p is a consistency check: its null is
    /// known to be too simple, or was calibrated on the audited data.
    pub tier: Tier,
    /// The source it ran on.
    pub source: Code,
    /// The link.
    pub link: Link,
    /// The answer it bears on; a test never decides one.
    pub bears_on: BearsOn,
    /// Size of the effect in votes; `None` where nothing was measured.
    pub effect: Option<f64>,
    /// p-value; `None` for a picture, and for a test whose assumptions fail on the data.
    pub p: Option<f64>,
    /// Number of looks.
    pub looks: u32,
    /// p adjusted for the looks (Holm); `None` unless it is a test with a p.
    pub adjusted_p: Option<f64>,
    /// The sentence.
    pub message: Message,
}

/// What is known of the log that the records of the data set came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "standing")]
pub enum LogEvidence {
    /// In a log that nobody checked yet: what a published report says of its own records, since it
    /// cannot vouch for the log that it stands in.
    NotVerified,
    /// Every record is included under the checkpoint and nothing before it changed.
    Consistent {
        /// Witnesses beside the operator that signed the checkpoint.
        independent_witnesses: u32,
    },
    /// The log contradicts itself.
    Inconsistent,
}
