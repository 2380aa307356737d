//! Audits of single ballots (`spec/rla.md`, *Single ballots*): what is drawn is a position in a box.
//!
//! The state machine, the files and the draws are those of every audit; here stands what differs: the numbers of
//! ballots, what is asked of each claim, what was seen of a ballot, and the risk. Drawn with replacement, each
//! position of the list is equally likely. Votes without a complete record are not drawn: they raise the mean
//! that is doubted, as they lower the margin of an audit of stations.

mod book;
mod cast;
mod certificate;
mod claim;
mod measure;
mod read;
mod size;

pub use book::{BallotRecord, BallotStatus};
pub use cast::{CastReader, CastRecords};
pub use certificate::{BallotLine, BallotStep, ballot_certificate};
pub use claim::{BallotClaim, Bets};
pub use size::BallotOutlook;

pub(super) use book::BallotBook;
pub(super) use cast::FILE as CAST_FILE;
pub(super) use measure::measure;
pub(super) use read::{Drawn, enter, read};
pub(super) use size::work;

use scrutineer_model::Message;
use serde::{Deserialize, Serialize};

use self::cast::ByBallot;
use self::claim::Recorded;
use super::manifest::Manifest;
use super::method::Method;
use super::refused::Refused;
use crate::batch::{BatchComparison, Size};

/// What a plan says of an audit of single ballots.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BallotPlan {
    /// Positions that can be drawn: at each station as many as its box can hold.
    pub ballots: u64,
    /// How much is staked on each draw.
    pub bets: Bets,
    /// SHA-256 of `ballot-records.csv`, where ballots are compared with their records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub records: Option<String>,
}

impl BallotPlan {
    /// What a method says of the ballots of a list; `None` for a method that draws stations.
    pub(super) fn of(
        method: Method,
        manifest: &Manifest,
        cast: Option<&CastRecords>,
    ) -> Option<Self> {
        let bets = Bets::of(method)?;
        Some(Self {
            ballots: total(manifest),
            bets,
            records: cast.map(CastRecords::digest),
        })
    }
}

/// All positions of a list; more than can be drawn from where there are too many to count.
fn total(manifest: &Manifest) -> u64 {
    let ballots = manifest.ballots().iter();
    ballots.fold(0u64, |sum, &ballots| sum.saturating_add(ballots))
}

/// Everything that follows from a plan of single ballots.
#[derive(Clone, Debug)]
pub struct Ballots {
    total: u64,
    claims: Vec<BallotClaim>,
    /// By station and position, where ballots are compared with their records.
    recorded: Option<ByBallot>,
    compared: Option<Compared>,
}

/// The records of single ballots beside the sheets of their stations.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Compared {
    /// Positions with a record.
    pub recorded: u64,
    /// Ballots of the sheets, station by station, without a record: they are supposed missing. A position beyond is
    /// supposed to have no ballot.
    pub unrecorded: u64,
    /// Stations whose records do not have the votes of their sheet.
    pub stations: u64,
    /// Votes of the smallest margin by which these differ, whatever the direction.
    pub votes: u64,
}

impl Compared {
    fn of(manifest: &Manifest, comparison: &BatchComparison, held: &[(u64, Vec<u64>)]) -> Self {
        let closest = comparison.assertions().iter().zip(comparison.margins());
        let closest = closest.min_by_key(|(_, margin)| margin.margin);
        let mut found = Self::default();
        let rows = manifest.rows().iter().zip(manifest.said());
        for ((row, said), (count, votes)) in rows.zip(held) {
            let sum = row.votes.iter().fold(0u64, |a, b| a.saturating_add(*b));
            let said = said.unwrap_or(0).max(sum);
            found.recorded = found.recorded.saturating_add(*count);
            found.unrecorded = found.unrecorded.saturating_add(said.saturating_sub(*count));
            if row.votes == *votes {
                continue;
            }
            found.stations += 1;
            let lost = closest.map_or(0, |(assertion, _)| {
                let lost = assertion.score(&row.votes) - assertion.score(votes);
                u64::try_from(lost.unsigned_abs()).unwrap_or(u64::MAX)
            });
            found.votes = found.votes.saturating_add(lost);
        }
        found
    }
}

impl Ballots {
    /// The claims over the ballots of a list. `missing`: votes of stations without a complete record.
    ///
    /// # Errors
    /// Where the records of ballots do not have the outcome, or a number is beyond its range.
    pub(super) fn new(
        bets: Bets,
        manifest: &Manifest,
        comparison: &BatchComparison,
        missing: u64,
        cast: Option<&CastRecords>,
    ) -> Result<Self, Refused> {
        let total = total(manifest);
        if total > crate::sampling::MAX_TOTAL {
            return Err(Refused::because(Message::new("rla-error-range")));
        }
        let assertions = comparison.assertions().iter();
        let all = (total, missing);
        let Some(cast) = cast else {
            let votes = manifest.totals();
            let range = || Refused::because(Message::new("rla-error-range"));
            let claims = assertions
                .map(|held| BallotClaim::new(held, bets, &votes, all).ok_or_else(range))
                .collect::<Result<_, _>>()?;
            return Ok(Self {
                total,
                claims,
                recorded: None,
                compared: None,
            });
        };
        let (recorded, stations) = cast.recorded(manifest);
        let held = Compared::of(manifest, comparison, &stations);
        let mut votes = vec![0u64; manifest.options().len()];
        for (_, of_station) in &stations {
            for (total, votes) in votes.iter_mut().zip(of_station) {
                *total = total.saturating_add(*votes);
            }
        }
        let contradict = || Refused::because(Message::new("rla-cast-error-outcome"));
        let claims = assertions
            .map(|claim| {
                let absent = held.unrecorded;
                BallotClaim::compared(claim, bets, &votes, absent, all).ok_or_else(contradict)
            })
            .collect::<Result<_, _>>()?;
        Ok(Self {
            total,
            claims,
            recorded: Some(recorded),
            compared: Some(held),
        })
    }

    /// What is recorded of a ballot, where ballots are compared.
    fn recorded(&self, ballot: (usize, u64)) -> Recorded {
        let held = self.recorded.as_ref();
        held.map_or(Recorded::Nothing, |held| held.get(ballot))
    }

    /// The records beside the sheets; `None` where ballots are not compared.
    pub fn compared(&self) -> Option<Compared> {
        self.compared
    }

    /// Positions that can be drawn.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// The claims, in the order of the assertions.
    pub fn claims(&self) -> &[BallotClaim] {
        &self.claims
    }

    /// Draws that are enough in nine of ten audits if the records are right.
    pub fn first_size(&self, risk_limit: f64) -> Size {
        self.size(risk_limit, &vec![0.0; self.claims.len()])
    }
}

#[cfg(test)]
mod tests;
