//! The files of a draw and of the step to a full count.

use scrutineer_model::{Code, Message};
use serde::{Deserialize, Serialize};

use super::plan::{parsed, pretty};
use super::refused::{Problem, Refused, differs};
use super::setup::Setup;
use crate::sampling::{Bounds, Picked, PpsSample, Seed, Tag};

const SCHEMA: &str = "scrutineer/rla-draw/1";
const FULL_COUNT: &str = "scrutineer/rla-full-count/1";
/// The most draws of a round: more than any election has stations.
const MOST: u64 = 10_000_000;

/// One draw of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrawnStation {
    /// Its number in the audit, from 1: rounds count on.
    pub n: u64,
    /// Messages that were refused before.
    pub attempt: u32,
    /// The integer below the sum of the bounds.
    pub value: u64,
    /// The stratum, where stations are drawn in these; the value is below the sum of its bounds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stratum: Option<String>,
    /// The station.
    pub station: String,
    /// The position in its box, from 1, where ballots are drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub position: Option<u64>,
}

impl DrawnStation {
    /// The station, with its position or stratum where there is one.
    fn place(&self) -> String {
        match (self.position, &self.stratum) {
            (Some(position), _) => format!("{} {position}", self.station),
            (None, Some(stratum)) => format!("{stratum} {}", self.station),
            (None, None) => self.station.clone(),
        }
    }
}

/// One round, as `draw-ROUND.json` keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DrawFile {
    schema: String,
    /// Id of the audit.
    pub audit: Code,
    /// From 1.
    pub round: u32,
    /// SHA-256 of the file before it.
    pub previous: String,
    /// The tag of `spec/sampling.md`.
    pub tag: String,
    /// What the dice said: the same in every round.
    pub seed: String,
    /// Where and when the commitment was announced before the dice, as data, in the first round; `None` where
    /// nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub announced: Option<String>,
    /// The draws in their order.
    pub draws: Vec<DrawnStation>,
}

/// The step to a full count, as `full-count.json` keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FullCountFile {
    schema: String,
    /// Id of the audit.
    pub audit: Code,
    /// SHA-256 of the file before it.
    pub previous: String,
}

/// Where a round stands in its audit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place<'p> {
    /// From 1.
    pub(super) round: u32,
    /// SHA-256 of the file before it.
    pub(super) previous: &'p str,
    /// Draws of the rounds before it.
    pub(super) before: u64,
}

impl DrawFile {
    /// A round goes on where the one before it stopped. All rounds are one stream of draws, so that the
    /// risk holds wherever it is stopped, also by someone who knows what the dice will give.
    pub(super) fn new(setup: &Setup, at: Place<'_>, seed: &Seed, count: u64) -> Self {
        let tag = setup.plan().tag();
        let draws = drawn(setup, &tag, seed, at.before, count.min(MOST));
        Self {
            schema: SCHEMA.to_owned(),
            audit: setup.plan().audit.clone(),
            round: at.round,
            previous: at.previous.to_owned(),
            tag: tag.to_string(),
            seed: seed.to_string(),
            announced: None,
            draws,
        }
    }

    /// With where and when the commitment was announced; nothing where the text is blank.
    #[must_use]
    pub(super) fn announced(mut self, announced: Option<&str>) -> Self {
        let said = announced.map(str::trim).filter(|said| !said.is_empty());
        self.announced = said.map(str::to_owned);
        self
    }

    /// The bytes of the file.
    pub fn to_json(&self) -> String {
        pretty(self)
    }

    pub(super) fn parse(file: &str, bytes: &[u8]) -> Result<Self, Refused> {
        parsed(file, bytes)
    }

    /// Draws again and compares.
    pub(super) fn check(
        &self,
        file: &str,
        setup: &Setup,
        at: Place<'_>,
        first: Option<&Self>,
    ) -> Result<(), Refused> {
        let seed = Seed::parse(&self.seed).map_err(|error| {
            let message = Message::new("rla-error-seed").with("found", error.found);
            Refused::from(Problem::of_file(file, message))
        })?;
        let count = self.draws.len() as u64;
        let again = Self::new(setup, at, &seed, count);
        let mut problems = Vec::new();
        if let Some(first) = first.filter(|first| first.seed != self.seed) {
            problems.push(differs(file, "seed", &first.seed, &self.seed));
        }
        for (what, expected, found) in [
            ("schema", again.schema.as_str(), self.schema.as_str()),
            ("audit", again.audit.as_str(), self.audit.as_str()),
            ("tag", &again.tag, &self.tag),
        ] {
            if expected != found {
                problems.push(differs(file, what, expected, found));
            }
        }
        if self.round != at.round {
            let (expected, found) = (at.round.to_string(), self.round.to_string());
            problems.push(differs(file, "round", &expected, &found));
        }
        for (expected, found) in again.draws.iter().zip(&self.draws) {
            if expected != found {
                let what = format!("draw {}", expected.n);
                let (expected, found) = (expected.place(), found.place());
                problems.push(differs(file, &what, &expected, &found));
            }
        }
        if again.draws.len() != self.draws.len() {
            let (expected, found) = (again.draws.len().to_string(), count.to_string());
            problems.push(differs(file, "draws", &expected, &found));
        }
        if let Some(said) = self.announced.as_deref().filter(|_| at.round > 1) {
            problems.push(differs(file, "announced", "", said));
        }
        if count == 0 {
            problems.push(differs(file, "draws", "1", "0"));
        }
        Refused::unless_empty(problems)
    }
}

fn drawn(setup: &Setup, tag: &Tag, seed: &Seed, before: u64, count: u64) -> Vec<DrawnStation> {
    let rows = setup.manifest().rows();
    let station = |at: usize| {
        rows.get(at)
            .map_or_else(String::new, |row| row.station.clone())
    };
    if let Some(strata) = setup.strata() {
        let picks = strata.draw_after(before, tag, seed, count).into_iter();
        let drawn = picks.map(|picked| DrawnStation {
            n: picked.n,
            attempt: picked.attempt,
            value: picked.value,
            stratum: Some(strata.stratum(picked.row).to_owned()),
            station: station(picked.row),
            position: None,
        });
        return drawn.collect();
    }
    // Their sum was found to be in its range when the audit was set up.
    let Ok(bounds) = Bounds::new(setup.bounds().iter().copied()) else {
        return Vec::new();
    };
    let sample = PpsSample::draw_after(before, tag, seed, &bounds, count);
    let is_of_ballots = setup.ballots().is_some();
    let position = |picked: &Picked| {
        let before = picked.station.checked_sub(1);
        let above = before.map_or(Some(&0), |at| bounds.cumulative().get(at))?;
        picked.value.checked_sub(*above)?.checked_add(1)
    };
    sample
        .picks()
        .iter()
        .map(|picked| DrawnStation {
            n: picked.n,
            attempt: picked.attempt,
            value: picked.value,
            stratum: None,
            station: station(picked.station),
            position: position(picked).filter(|_| is_of_ballots),
        })
        .collect()
}

impl FullCountFile {
    pub(super) fn new(setup: &Setup, previous: &str) -> Self {
        Self {
            schema: FULL_COUNT.to_owned(),
            audit: setup.plan().audit.clone(),
            previous: previous.to_owned(),
        }
    }

    /// The bytes of the file.
    pub fn to_json(&self) -> String {
        pretty(self)
    }

    pub(super) fn parse(file: &str, bytes: &[u8]) -> Result<Self, Refused> {
        parsed(file, bytes)
    }

    pub(super) fn check(&self, file: &str, setup: &Setup) -> Result<(), Refused> {
        let again = Self::new(setup, &self.previous);
        if *self == again {
            return Ok(());
        }
        let problem = differs(file, "audit", again.audit.as_str(), self.audit.as_str());
        Err(problem.into())
    }
}
