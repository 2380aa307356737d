//! Audits in strata (`spec/rla.md`, *Strata*): stations of several parts drawn apart, one risk for all.
//!
//! The state machine, the files and the records are those of every audit of stations; here stands what differs: which
//! stratum a station belongs to, in which one the next draw is, and the risk. It is a union of intersections
//! ([`crate::stratified`]) about what the draws kept of the bounds: with T the sum of the bounds, `T_h` that of a
//! stratum and U = T over the margin, an outcome is wrong only if `sum (T_h / T) m_h <= 1 - 1/U`, where `m_h` is the
//! mean of 1 less the taint over draws of the stratum. In one stratum that is the measure `capped`.
//!
//! The strata are drawn in one order that follows from the plan, so that there is one stream of draws. Were each
//! stopped where its own dice are best, the product would promise what no stream promises.

mod certificate;
mod measure;
mod order;
mod size;
mod table;

pub use certificate::{CountedLine, StrataCertificate, StrataLine, strata_certificate};
pub use measure::StratumSoFar;
pub use size::StratumOutlook;
pub use table::strata_of;

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::Message;
use serde::{Deserialize, Serialize};

use super::manifest::Manifest;
use super::refused::{Problem, Refused};
use crate::batch::{BatchComparison, Bet, Weights, null_of_taints};
use crate::martingale::Null;

/// The most strata: each step weighs every one of them against the others.
const MOST_STRATA: usize = 1_000;
/// The largest rate of a stratum.
const MOST_TIMES: u32 = 1_000;
/// The most characters that say what the strata are.
const MAX_BY: usize = 200;
/// How the strata are combined, and in which order they are drawn, as the plan names it.
const RULES: [&str; 2] = ["union-of-intersections", "smallest-drawn-share-first"];

/// How much a stratum is drawn from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Rate {
    /// So many times as often as in proportion to its bounds, from 1 to 1,000.
    Times(u32),
    /// Nothing is drawn: every station is looked at.
    Whole(Whole),
}

/// The word for every station of a stratum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Whole {
    /// Every station.
    #[serde(rename = "all")]
    All,
}

impl Rate {
    /// In proportion.
    pub const ONE: Self = Self::Times(1);
    /// Every station.
    pub const WHOLE: Self = Self::Whole(Whole::All);

    /// Reads `all` or a number from 1 to 1,000; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "all" {
            return Some(Self::WHOLE);
        }
        let is_number = (1..=4).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        let times = text.parse().ok().filter(|_| is_number)?;
        (1..=MOST_TIMES)
            .contains(&times)
            .then_some(Self::Times(times))
    }

    /// How often, for one that is drawn.
    pub fn times(self) -> Option<u32> {
        match self {
            Self::Times(times) => Some(times),
            Self::Whole(_) => None,
        }
    }
}

/// How a person puts stations into strata.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StrataOptions {
    /// What the strata are, such as a level of divisions or a column: 1 to 200 characters.
    pub by: String,
    /// By canonical id of a station its stratum: letters, digits and `. _ - : %`.
    pub of: BTreeMap<String, String>,
    /// By stratum its rate; in proportion for one that is not named.
    pub rates: BTreeMap<String, Rate>,
}

/// What a plan says of its strata.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StrataPlan {
    /// What they are.
    pub by: String,
    /// How their measures are combined.
    pub combining: String,
    /// In which one the next draw is.
    pub order: String,
    /// The strata, in order of their ids.
    pub strata: Vec<StratumPlan>,
}

/// What a plan says of a stratum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StratumPlan {
    /// Its id.
    pub stratum: String,
    /// Stations of the list that belong to it.
    pub stations: u64,
    /// The sum of their bounds.
    pub bound: u64,
    /// How much it is drawn from; a single station is looked at.
    pub rate: Rate,
}

impl StrataPlan {
    /// The strata of a list under its bounds, with the rates that somebody decided.
    ///
    /// # Errors
    /// Where a rate is of a stratum that the list has not, or out of range, or nothing is left to be drawn.
    pub(super) fn new(
        by: &str,
        rates: &BTreeMap<String, Rate>,
        manifest: &Manifest,
        weights: &Weights,
    ) -> Result<Self, Refused> {
        let mut found: BTreeMap<&str, StratumPlan> = BTreeMap::new();
        for (stratum, &bound) in manifest.strata().iter().zip(weights.as_slice()) {
            let held = found.entry(stratum).or_insert_with(|| StratumPlan {
                stratum: stratum.clone(),
                stations: 0,
                bound: 0,
                rate: rates.get(stratum).copied().unwrap_or(Rate::ONE),
            });
            held.stations += 1;
            held.bound = held.bound.saturating_add(bound);
        }
        if found.len() > MOST_STRATA {
            let message = Message::new("rla-strata-error-many")
                .with("count", found.len() as u64)
                .with("most", MOST_STRATA as u64);
            return Err(Refused::because(message));
        }
        let mut problems = Vec::new();
        let known = || found.keys().copied().collect::<Vec<_>>().join(", ");
        for (stratum, rate) in rates {
            let is_rate = rate
                .times()
                .is_none_or(|times| (1..=MOST_TIMES).contains(&times));
            if !found.contains_key(stratum.as_str()) || !is_rate {
                let message = Message::new("rla-strata-error-rate")
                    .with("stratum", stratum.as_str())
                    .with("known", known());
                problems.push(Problem::new(message));
            }
        }
        Refused::unless_empty(problems)?;
        let mut strata: Vec<StratumPlan> = found.into_values().collect();
        for held in &mut strata {
            if held.stations == 1 {
                held.rate = Rate::WHOLE;
            }
        }
        let is_drawn = |held: &StratumPlan| held.rate.times().is_some() && held.bound > 0;
        if !strata.iter().any(is_drawn) {
            return Err(Refused::because(Message::new("rla-strata-error-all")));
        }
        let [combining, order] = RULES.map(str::to_owned);
        Ok(Self {
            by: by.to_owned(),
            combining,
            order,
            strata,
        })
    }

    /// The same of the list as it was read; the plan must say what follows.
    pub(super) fn again(&self, manifest: &Manifest, weights: &Weights) -> Result<Self, Refused> {
        let rates = self.strata.iter();
        let rates = rates
            .map(|held| (held.stratum.clone(), held.rate))
            .collect();
        Self::new(&self.by, &rates, manifest, weights)
    }
}

/// The list with the stratum of each station.
///
/// # Errors
/// Where a station has none, or the words are none that a draw can use.
pub(super) fn in_strata(manifest: &Manifest, given: &StrataOptions) -> Result<Manifest, Refused> {
    let is_text = given.by.trim() == given.by
        && (1..=MAX_BY).contains(&given.by.chars().count())
        && !given.by.chars().any(char::is_control);
    if !is_text {
        return Err(Refused::because(Message::new("rla-strata-error-by")));
    }
    let rows = manifest.rows().iter();
    let (mut strata, mut without) = (Vec::new(), Vec::new());
    for row in rows {
        match given.of.get(&row.station) {
            Some(stratum) => strata.push(stratum.clone()),
            None => without.push(row.station.as_str()),
        }
    }
    if let Some(first) = without.first() {
        let message = Message::new("rla-strata-error-without")
            .with("count", without.len() as u64)
            .with("station", *first);
        return Err(Refused::because(message));
    }
    let odd: BTreeSet<&str> = strata.iter().map(String::as_str).collect();
    let odd = odd.into_iter().filter(|stratum| !is_id(stratum));
    let problems =
        odd.map(|stratum| Problem::new(Message::new("rla-strata-error-id").with("found", stratum)));
    Refused::unless_empty(problems.collect())?;
    Ok(manifest.clone().in_strata(strata))
}

/// Whether a text can stand in a list and a tag: as canonical ids of stations.
pub(super) fn is_id(stratum: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"._-:%".contains(&byte);
    !stratum.is_empty() && stratum.bytes().all(is_plain)
}

/// A stratum of the list.
#[derive(Clone, Debug)]
struct Layer {
    plan: StratumPlan,
    /// Positions of its stations on the list.
    rows: Vec<usize>,
}

/// Everything that follows from the strata of a plan.
#[derive(Clone, Debug)]
pub struct Strata {
    layers: Vec<Layer>,
    /// By station of the list: its stratum, its bound, and the sum of the bounds of its stratum up to it.
    of: Vec<Row>,
    total: u64,
    /// The mean of 1 less the taint below which an outcome can be wrong; `None` where no error can make it so.
    null: Option<f64>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Row {
    layer: usize,
    bound: u64,
    cumulative: u64,
}

/// What is staked, as a share of the largest bet: what survives a missing box.
fn share() -> f64 {
    Bet::SURVIVING.share()
}

impl Strata {
    /// The strata of a list; `plan` is of this list and these bounds.
    pub(super) fn new(
        plan: &StrataPlan,
        manifest: &Manifest,
        comparison: &BatchComparison,
    ) -> Self {
        let weights = comparison.weights();
        let mut layers: Vec<Layer> = plan
            .strata
            .iter()
            .map(|held| Layer {
                plan: held.clone(),
                rows: Vec::new(),
            })
            .collect();
        let mut sums = vec![0u64; layers.len()];
        let mut of = Vec::with_capacity(manifest.rows().len());
        let rows = manifest.strata().iter().zip(weights.as_slice());
        for (at, (stratum, &bound)) in rows.enumerate() {
            let by_id = |held: &Layer| held.plan.stratum.as_str().cmp(stratum);
            let layer = layers.binary_search_by(by_id).unwrap_or(0);
            let mut cumulative = 0;
            if let (Some(held), Some(sum)) = (layers.get_mut(layer), sums.get_mut(layer)) {
                held.rows.push(at);
                *sum = sum.saturating_add(bound);
                cumulative = *sum;
            }
            of.push(Row {
                layer,
                bound,
                cumulative,
            });
        }
        Self {
            layers,
            of,
            total: weights.total(),
            null: null_of_taints(weights).map(Null::mean),
        }
    }

    fn layer(&self, row: usize) -> Option<&Layer> {
        self.layers.get(self.of.get(row)?.layer)
    }

    /// The stratum of a station of the list; empty for one that is not on it.
    pub fn stratum(&self, row: usize) -> &str {
        self.layer(row).map_or("", |held| &held.plan.stratum)
    }

    /// The strata as the plan has them, in order of their ids.
    pub fn plans(&self) -> impl Iterator<Item = &StratumPlan> {
        self.layers.iter().map(|held| &held.plan)
    }

    /// Stations that are looked at without a draw, in order of the list.
    pub fn whole(&self) -> impl Iterator<Item = usize> {
        let is_whole = |row: &usize| {
            let held = self.layer(*row);
            held.is_some_and(|held| held.plan.rate.times().is_none())
        };
        (0..self.of.len()).filter(is_whole)
    }
}
