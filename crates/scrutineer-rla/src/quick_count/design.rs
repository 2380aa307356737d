//! The design: everything that is fixed before the seed exists.

use scrutineer_model::{Exact, Message, OutcomeRule, Real};
use serde::{Deserialize, Deserializer, Serialize};

use super::allocation::{Growing, MINIMUM, allocate, variance_of_allocation};
use super::digest::sha256_hex;
use super::frame::Frame;
use super::previous::Spread;
use super::problem::Problem;

/// The schema of `design.json`.
const SCHEMA: &str = "scrutineer/quick-count-design/1";

/// The standard normal quantile of 97.5 %, as plans of sizes use it.
const NORMAL_95: f64 = 1.959_963_984_540_054;

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

/// What a release needs; percentages from 0 to 100.
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

/// What somebody who plans a quick count asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct DesignRequest {
    /// The election.
    pub election: String,
    /// The contest.
    pub contest: String,
    /// Short id of the quick count.
    pub id: String,
    /// Ids of the options in ballot order.
    pub options: Vec<String>,
    /// Who wins.
    pub rule: Rule,
    /// What the strata are.
    pub strata_by: String,
    /// How to allocate.
    pub allocation: Allocation,
    /// How many stations.
    pub size: Size,
    /// The response to plan for, in percent.
    pub response_percent: u32,
    /// The rule of collapsing.
    pub collapse_below: u64,
    /// What a release needs.
    pub gate: Gate,
    /// Public keys of those who release.
    pub release_keys: Vec<String>,
    /// The previous election: what to say of it, and its spread. `deviations` and `margin_95` of the
    /// summary are set by [`design()`].
    pub previous: Option<(PreviousSummary, Spread)>,
}

/// How many stations are wanted in the estimate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Size {
    /// This many.
    Stations(u64),
    /// As many as this 95 % margin needs, a fraction of one, going by the previous election.
    Margin(f64),
}

/// Makes a design.
///
/// # Errors
/// Everything that cannot be: sizes, percentages, fewer than two different keys, an allocation or a
/// margin that needs a previous election where none was given.
pub fn design(frame: &Frame, request: DesignRequest) -> Result<Design, Vec<Problem>> {
    let counted = frame.sizes();
    let sizes: Vec<u64> = counted.iter().map(|&(stations, _)| stations).collect();
    let mut problems = request_problems(&request);
    let spread = request.previous.as_ref().map(|(_, spread)| spread);
    let needed = match weights(&counted, request.allocation, spread) {
        Ok(weights) => given(&sizes, &weights, request.size, spread),
        Err(problem) => Err(problem),
    };
    let needed = needed.unwrap_or_else(|problem| {
        problems.push(problem);
        Vec::new()
    });
    if !problems.is_empty() {
        return Err(problems);
    }
    let percent = u64::from(request.response_percent);
    let strata = frame
        .strata()
        .iter()
        .zip(&counted)
        .zip(&needed)
        .map(|((id, &(stations, electors)), &needed)| StratumDesign {
            id: id.clone(),
            stations,
            electors,
            needed,
            drawn: (100 * needed).div_ceil(percent).min(stations),
        })
        .collect();
    let previous = request.previous.map(|(mut summary, spread)| {
        let variance = variance_of_allocation(&sizes, &spread.deviations, &needed);
        summary.margin_95 = Real::new(NORMAL_95 * libm::sqrt(variance) / spread.valid as f64);
        summary.share = Real::new(spread.share);
        summary.valid = spread.valid;
        summary.deviations = spread
            .deviations
            .iter()
            .map(|&held| Real::new(held))
            .collect();
        summary
    });
    Ok(Design {
        schema: SCHEMA.to_owned(),
        election: request.election,
        contest: request.contest,
        id: request.id,
        options: request.options,
        rule: request.rule,
        frame: FrameDigest {
            sha256: sha256_hex(frame.to_csv().as_bytes()),
            stations: sizes.iter().sum(),
            electors: counted.iter().map(|&(_, electors)| electors).sum(),
        },
        strata_by: request.strata_by,
        allocation: request.allocation,
        previous,
        response_percent: request.response_percent,
        strata,
        collapse_below: request.collapse_below,
        gate: request.gate,
        release_keys: request.release_keys,
    })
}

fn request_problems(request: &DesignRequest) -> Vec<Problem> {
    numbers(
        request.response_percent,
        request.collapse_below,
        &request.gate,
        &request.release_keys,
        &request.options,
    )
}

/// What holds of the numbers and keys of every design.
fn numbers(
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

/// The weights of the strata.
fn weights(
    counted: &[(u64, u64)],
    allocation: Allocation,
    spread: Option<&Spread>,
) -> Result<Vec<f64>, Problem> {
    match (allocation, spread) {
        (Allocation::Registration, _) => {
            let is_stated = counted.iter().any(|&(_, electors)| electors > 0);
            // A list without registered voters leaves the number of stations to go by.
            let weight = |&(stations, electors): &(u64, u64)| {
                if is_stated {
                    electors as f64
                } else {
                    stations as f64
                }
            };
            Ok(counted.iter().map(weight).collect())
        }
        (Allocation::Neyman, Some(spread)) => Ok(counted
            .iter()
            .zip(&spread.deviations)
            .map(|(&(stations, _), deviation)| stations as f64 * deviation)
            .collect()),
        (Allocation::Neyman, None) => {
            Err(Problem::whole(Message::new("quick-count-needs-previous")))
        }
    }
}

fn given(
    sizes: &[u64],
    weights: &[f64],
    size: Size,
    spread: Option<&Spread>,
) -> Result<Vec<u64>, Problem> {
    match (size, spread) {
        (Size::Stations(total), _) => allocate(sizes, weights, total),
        (Size::Margin(_), None) => Err(Problem::whole(Message::new("quick-count-needs-previous"))),
        (Size::Margin(margin), Some(spread)) => {
            if !(margin > 0.0 && margin < 1.0) {
                return Err(Problem::whole(Message::new("quick-count-margin")));
            }
            let wanted = margin * spread.valid as f64 / NORMAL_95;
            let mut growing = Growing::new(sizes, weights);
            while variance_of_allocation(sizes, &spread.deviations, &growing.given)
                > wanted * wanted
            {
                if !growing.grow() {
                    break;
                }
            }
            Ok(growing.given)
        }
    }
}

impl Design {
    /// The bytes of `design.json`: the same design gives the same bytes.
    ///
    /// # Errors
    /// Never with a design that [`design()`] made or [`Design::read`] read.
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
