//! The design: everything that is fixed before the seed exists.

use scrutineer_model::{Exact, Message, OutcomeRule, Real};
use serde::{Deserialize, Deserializer, Serialize};

use super::allocation::MINIMUM;
use super::digest::sha256_hex;
use super::frame::Frame;
use super::problem::Problem;

/// The schema of `design.json`.
pub(crate) const SCHEMA: &str = "scrutineer/quick-count-design/1";

/// A committed design. Its bytes are what is announced; [`Design::to_bytes`] gives them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Design {
    /// Always `scrutineer/quick-count-design/1`.
    pub schema: String,
    /// The election.
    pub election: String,
    /// The contest.
    pub contest: String,
    /// Short id of this quick count.
    pub id: String,
    /// Ids of the options in ballot order.
    pub options: Vec<String>,
    /// Who wins.
    pub rule: Rule,
    /// The stations that can be drawn.
    pub frame: FrameDigest,
    /// `HIERARCHY/LEVEL`, or `column NAME`.
    pub strata_by: String,
    /// How stations were given to strata.
    pub allocation: Allocation,
    /// The previous election that sizes rest on; `None` where none was given.
    pub previous: Option<PreviousSummary>,
    /// The response that was planned for, in percent, 1 to 100.
    pub response_percent: u32,
    /// The strata in the order of their codes.
    pub strata: Vec<StratumDesign>,
    /// Strata with fewer received stations are collapsed; at least 2.
    pub collapse_below: u64,
    /// What a release needs.
    pub gate: Gate,
    /// Public keys as verifier keys (C2SP signed-note); two of them release.
    pub release_keys: Vec<String>,
}

/// Which frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameDigest {
    /// SHA-256 of `frame.csv`.
    pub sha256: String,
    /// Stations.
    pub stations: u64,
    /// Registered voters, where the list states them.
    pub electors: u64,
}

/// One stratum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StratumDesign {
    /// Its code.
    pub id: String,
    /// Stations, N_h.
    pub stations: u64,
    /// Registered voters.
    pub electors: u64,
    /// Stations wanted in the estimate, n_h.
    pub needed: u64,
    /// Stations drawn, so that with the planned response about `needed` report.
    pub drawn: u64,
}

/// How stations are given to strata.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Allocation {
    /// Proportional to registered voters.
    Registration,
    /// Proportional to N_h S_h of a previous election.
    Neyman,
}

/// What a release needs; percentages from 0 to 100, the response from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Gate {
    /// Received of drawn stations, over all.
    pub response_percent: u32,
    /// The same in each stratum.
    pub stratum_percent: u32,
    /// The largest change by the last part of the night, in percent of the 95 % margin.
    pub stability_percent: u32,
}

impl Default for Gate {
    fn default() -> Self {
        Self {
            response_percent: 80,
            stratum_percent: 50,
            stability_percent: 50,
        }
    }
}

/// A previous election, as far as sizes rest on it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreviousSummary {
    /// The election.
    pub election: String,
    /// Its source of sheets.
    pub source: String,
    /// The option that came first there.
    pub option: String,
    /// Its share of the valid votes.
    pub share: Real,
    /// Valid votes.
    pub valid: u64,
    /// Stations that could be placed in a stratum.
    pub stations: u64,
    /// Stations that could not.
    pub unplaced: u64,
    /// Standard deviations of y - R x in the order of the strata.
    pub deviations: Vec<Real>,
    /// The 95 % margin of that option's share which this design would have had there, as a fraction.
    pub margin_95: Real,
}

/// Who wins, as far as calls need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Rule {
    /// The first options.
    Plurality {
        /// How many.
        winners: u16,
    },
    /// An option above a share, else a runoff.
    Majority {
        /// To be exceeded.
        #[serde(deserialize_with = "share_in_rule")]
        share: Exact,
        /// Options in the next round; 0 for none.
        runoff: u16,
    },
    /// Every option at or above a share.
    Threshold {
        /// To be reached.
        #[serde(deserialize_with = "share_in_rule")]
        share: Exact,
    },
    /// Another rule: shares are estimated and nothing is called.
    Other,
}

/// Reads `[numerator, denominator]`. A tagged enum is read from a buffer that holds no 128-bit integers.
fn share_in_rule<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Exact, D::Error> {
    let [numerator, denominator] = <[i64; 2]>::deserialize(deserializer)?;
    Exact::new(i128::from(numerator), i128::from(denominator))
        .ok_or_else(|| serde::de::Error::custom("a fraction needs a denominator other than 0"))
}

impl From<&OutcomeRule> for Rule {
    fn from(rule: &OutcomeRule) -> Self {
        match rule {
            OutcomeRule::Plurality { winners } => Self::Plurality { winners: *winners },
            OutcomeRule::Majority { share, runoff } => Self::Majority {
                share: *share,
                runoff: *runoff,
            },
            OutcomeRule::Threshold { share } => Self::Threshold { share: *share },
            _ => Self::Other,
        }
    }
}

/// What holds of the numbers and keys of every design.
pub(crate) fn numbers(
    response: u32,
    collapse_below: u64,
    gate: &Gate,
    keys: &[String],
    options: &[String],
) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut percent = |found: u32, least: u32| {
        if !(least..=100).contains(&found) {
            let message = Message::new("quick-count-percent")
                .with("least", least)
                .with("found", found);
            problems.push(Problem::whole(message));
        }
    };
    percent(response, 1);
    percent(gate.response_percent, 0);
    percent(gate.stratum_percent, 0);
    percent(gate.stability_percent, 0);
    let mut say = |message| problems.push(Problem::whole(message));
    if gate.response_percent == 0 {
        say(Message::new("quick-count-gate-none"));
    }
    if collapse_below < MINIMUM {
        say(Message::new("quick-count-collapse").with("found", collapse_below));
    }
    let mut distinct: Vec<&String> = keys.iter().collect();
    distinct.sort();
    distinct.dedup();
    if distinct.len() < 2 || distinct.len() != keys.len() {
        say(Message::new("quick-count-two-keys").with("found", distinct.len() as u64));
    }
    if options.is_empty() {
        say(Message::new("quick-count-no-options"));
    }
    problems
}

impl Design {
    /// The bytes of `design.json`: the same design gives the same bytes.
    ///
    /// # Errors
    /// Never with a design that [`super::design()`] made or [`Design::read`] read.
    pub fn to_bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// Reads `design.json`.
    ///
    /// # Errors
    /// Where the text is no design; the row is that of the text.
    pub fn read(bytes: &[u8]) -> Result<Self, Vec<Problem>> {
        let design: Self = serde_json::from_slice(bytes).map_err(|error| {
            vec![Problem {
                row: Some(error.line() as u64),
                column: Some(error.column().to_string()),
                message: Message::new("quick-count-not-written-here"),
            }]
        })?;
        let mut problems = numbers(
            design.response_percent,
            design.collapse_below,
            &design.gate,
            &design.release_keys,
            &design.options,
        );
        if design.schema != SCHEMA {
            let message = Message::new("quick-count-schema").with("found", design.schema.as_str());
            problems.push(Problem::whole(message));
        }
        if problems.is_empty() {
            Ok(design)
        } else {
            Err(problems)
        }
    }

    /// What does not fit between the design and a frame: the digest, and the sizes of the strata.
    pub fn frame_problems(&self, frame: &Frame) -> Vec<Problem> {
        let mut problems = Vec::new();
        let found = sha256_hex(frame.to_csv().as_bytes());
        if found != self.frame.sha256 {
            let message = Message::new("quick-count-other-frame")
                .with("wanted", self.frame.sha256.as_str())
                .with("found", found.as_str());
            problems.push(Problem::whole(message));
        }
        let sizes = frame.sizes();
        let is_same = self.strata.len() == sizes.len()
            && self.strata.iter().zip(frame.strata()).zip(&sizes).all(
                |((held, id), &(stations, electors))| {
                    held.id == *id
                        && held.stations == stations
                        && held.electors == electors
                        && (1..=stations).contains(&held.needed)
                        && (held.needed..=stations).contains(&held.drawn)
                },
            );
        if !is_same {
            problems.push(Problem::whole(Message::new("quick-count-other-strata")));
        }
        problems
    }

    /// Stations that are drawn.
    pub fn drawn(&self) -> u64 {
        self.strata.iter().map(|stratum| stratum.drawn).sum()
    }

    /// Stations that the estimate is planned with.
    pub fn needed(&self) -> u64 {
        self.strata.iter().map(|stratum| stratum.needed).sum()
    }
}
