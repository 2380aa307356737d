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
pub use cast::CastRecords;
pub use certificate::{BallotLine, BallotStep, ballot_certificate};
pub use claim::{BallotClaim, Bets};
pub use size::BallotOutlook;

pub(super) use book::BallotBook;
pub(super) use cast::FILE as CAST_FILE;
pub(super) use measure::measure;
pub(super) use read::{Drawn, enter, read};
pub(super) use size::work;

use std::collections::BTreeMap;

use scrutineer_model::Message;
use serde::{Deserialize, Serialize};

use self::claim::Recorded;
use super::manifest::Manifest;
use super::method::Method;
use super::refused::{Problem, Refused};
use crate::batch::{BatchComparison, Size};

/// What a plan says of an audit of single ballots.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BallotPlan {
    /// Ballots that can be drawn: at each station those of its sheet, else its capacity.
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
    recorded: Option<BTreeMap<(usize, u64), Recorded>>,
}

impl Ballots {
    /// The claims over the ballots of a list. `missing`: votes of stations without a complete record.
    ///
    /// # Errors
    /// Where a station has fewer ballots than votes, the records of ballots do not have the outcome, or a number is
    /// beyond its range.
    pub(super) fn new(
        bets: Bets,
        manifest: &Manifest,
        comparison: &BatchComparison,
        missing: u64,
        cast: Option<&CastRecords>,
    ) -> Result<Self, Refused> {
        let rows = manifest.rows().iter().zip(manifest.ballots());
        let short = rows.zip(2..).find(|((row, ballots), _)| {
            let votes = row
                .votes
                .iter()
                .map(|&votes| u128::from(votes))
                .sum::<u128>();
            u128::from(**ballots) < votes
        });
        if let Some((_, line)) = short {
            let message = Message::new("rla-error-bounds");
            return Err(Problem::of_file("manifest.csv", message)
                .at(line, "bound")
                .into());
        }
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
            });
        };
        let (recorded, votes) = cast.recorded(manifest);
        let unrecorded = total.saturating_sub(recorded.len() as u64);
        let contradict = || Refused::because(Message::new("rla-cast-error-outcome"));
        let claims = assertions
            .map(|held| {
                BallotClaim::compared(held, bets, &votes, unrecorded, all).ok_or_else(contradict)
            })
            .collect::<Result<_, _>>()?;
        Ok(Self {
            total,
            claims,
            recorded: Some(recorded),
        })
    }

    /// What is recorded of a ballot, where ballots are compared.
    fn recorded(&self, ballot: (usize, u64)) -> Recorded {
        let held = self.recorded.as_ref().and_then(|held| held.get(&ballot));
        held.copied().unwrap_or(Recorded::Nothing)
    }

    /// Ballots without a record; `None` where ballots are not compared.
    pub fn unrecorded(&self) -> Option<u64> {
        let held = self.recorded.as_ref()?;
        Some(self.total.saturating_sub(held.len() as u64))
    }

    /// Ballots that can be drawn.
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
