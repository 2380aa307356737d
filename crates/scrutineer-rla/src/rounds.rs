//! Audits round by round: Minerva, Providence, and BRAVO at the end of a round.
//!
//! Ballots of a winner and a loser are drawn with replacement in rounds and only whole rounds are looked at,
//! which needs fewer ballots than watching every draw. The risk limit holds only if nobody could know the
//! ballots of a round when its size was chosen. Two ways make that so, and a [`RoundAudit`] has one of them as
//! its type: the sizes of all rounds are fixed before the seed ([`FixedInAdvance`]), or every round has a new
//! public seed that did not exist when its size was chosen ([`FreshSeeds`]).
//!
//! With `tail0` and `tail1` the chances of at least so many ballots for the winner under a tie and under the
//! report, both only over the histories that did not stop before: Minerva's `p = tail0 / tail1` (Zagorski and
//! others 2021). Providence: `p = [pmf0 / pmf1 of the count so far] tail0 / tail1 of this round's draws`
//! (Broadrick and others 2022).

mod distribution;
mod first;

pub use first::{FirstRound, first_round, stops};

use distribution::Distribution;

/// The most ballots of an audit: distributions of the count are kept whole.
pub const LARGEST: u64 = 1_000_000;

/// Which p-value rounds have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// Minerva.
    Minerva,
    /// Providence.
    Providence,
    /// BRAVO, looked at only at the end of a round.
    EndOfRoundBravo,
}

/// What makes a round's size independent of its ballots.
pub trait SeedRule {
    /// What a round brings to show it.
    type Shown: ?Sized;

    /// Whether a round of so many ballots is admitted. `round` is from 0.
    ///
    /// # Errors
    ///
    /// Why not.
    fn admit(&mut self, round: usize, size: u64, shown: &Self::Shown) -> Result<(), RoundError>;
}

/// The sizes of all rounds, fixed before the first seed was drawn. One seed may serve all rounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FixedInAdvance {
    sizes: Vec<u64>,
}

impl FixedInAdvance {
    /// Ballots of the two options that each round draws on top of those before.
    pub fn new(sizes: Vec<u64>) -> Self {
        Self { sizes }
    }
}

impl SeedRule for FixedInAdvance {
    type Shown = ();

    fn admit(&mut self, round: usize, size: u64, (): &()) -> Result<(), RoundError> {
        match self.sizes.get(round) {
            Some(&fixed) if fixed == size => Ok(()),
            fixed => Err(RoundError::Size {
                round: round + 1,
                fixed: fixed.copied(),
                found: size,
            }),
        }
    }
}

/// A new public seed for every round, drawn after its size was announced.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FreshSeeds {
    seeds: Vec<String>,
}

impl FreshSeeds {
    /// Before the first round.
    pub fn new() -> Self {
        Self::default()
    }
}

impl SeedRule for FreshSeeds {
    type Shown = str;

    fn admit(&mut self, round: usize, _: u64, shown: &str) -> Result<(), RoundError> {
        if shown.is_empty() || self.seeds.iter().any(|seed| seed == shown) {
            return Err(RoundError::Seed { round: round + 1 });
        }
        self.seeds.push(shown.to_owned());
        Ok(())
    }
}

/// Why a round was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RoundError {
    /// Another size than was fixed, or a round that was not.
    #[error("round {round}: expected {} ballots, found {found}", fixed.map_or_else(|| "no".to_owned(), |size| size.to_string()))]
    Size {
        /// The round, from 1.
        round: usize,
        /// The size that was fixed.
        fixed: Option<u64>,
        /// The size found.
        found: u64,
    },
    /// No seed, or that of an earlier round: its draws could be known when the size was chosen.
    #[error("round {round}: expected a new seed, found none or that of an earlier round")]
    Seed {
        /// The round, from 1.
        round: usize,
    },
    /// More ballots than [`LARGEST`] in all rounds.
    #[error("round {round}: expected at most {LARGEST} ballots in all rounds")]
    Large {
        /// The round, from 1.
        round: usize,
    },
    /// More ballots for the winner than were drawn, or none drawn.
    #[error(
        "round {round}: expected from 0 to {size} ballots for the winner of at least 1, found {winner}"
    )]
    Count {
        /// The round, from 1.
        round: usize,
        /// Ballots drawn.
        size: u64,
        /// Of these for the winner.
        winner: u64,
    },
}

/// An audit round by round of a winner and a loser.
#[derive(Clone, Debug)]
pub struct RoundAudit<R> {
    method: Method,
    rule: R,
    risk_limit: f64,
    share: f64,
    rounds: usize,
    drawn: u64,
    winner: u64,
    /// Counts of the histories that did not stop, under a tie and under the report.
    tie: Distribution,
    report: Distribution,
    least: Option<u64>,
    p: f64,
}

impl<R: SeedRule> RoundAudit<R> {
    /// From the reported votes of the pair; `None` unless the winner leads and the limit is between 0 and 1.
    pub fn new(method: Method, winner: u64, loser: u64, risk_limit: f64, rule: R) -> Option<Self> {
        if winner <= loser || !(0.0 < risk_limit && risk_limit < 1.0) {
            return None;
        }
        let share = winner as f64 / (winner as f64 + loser as f64);
        Some(Self {
            method,
            rule,
            risk_limit,
            share,
            rounds: 0,
            drawn: 0,
            winner: 0,
            tie: Distribution::start(),
            report: Distribution::start(),
            least: None,
            p: 1.0,
        })
    }

    /// A round of `size` ballots of the two options, `winner` of them for the winner; its p-value.
    ///
    /// # Errors
    ///
    /// When the round is not admitted, or the counts contradict each other.
    pub fn round(&mut self, size: u64, winner: u64, shown: &R::Shown) -> Result<f64, RoundError> {
        if size == 0 || winner > size {
            return Err(RoundError::Count {
                round: self.rounds + 1,
                size,
                winner,
            });
        }
        if size > LARGEST.saturating_sub(self.drawn) {
            return Err(RoundError::Large {
                round: self.rounds + 1,
            });
        }
        self.rule.admit(self.rounds, size, shown)?;
        let before = (self.drawn, self.winner);
        self.rounds += 1;
        self.drawn = self.drawn.saturating_add(size);
        self.winner = self.winner.saturating_add(winner);
        self.p = match self.method {
            Method::Minerva => {
                self.tie.draw(size, 0.5);
                self.report.draw(size, self.share);
                let p = ratio(self.tie.tail(self.winner), self.report.tail(self.winner));
                let least = least(&self.tie, &self.report, self.risk_limit);
                self.tie.stop_at(least);
                self.report.stop_at(least);
                self.least = least;
                p
            }
            Method::Providence => {
                let (mut tie, mut report) = (Distribution::start(), Distribution::start());
                tie.draw(size, 0.5);
                report.draw(size, self.share);
                self.weight(before) * ratio(tie.tail(winner), report.tail(winner))
            }
            Method::EndOfRoundBravo => self.weight((self.drawn, self.winner)),
        }
        .min(1.0);
        Ok(self.p)
    }

    /// The ratio of the chances of a count under a tie and under the report.
    fn weight(&self, (drawn, winner): (u64, u64)) -> f64 {
        let loser = drawn.saturating_sub(winner);
        let fall = if loser == 0 {
            0.0
        } else {
            loser as f64 * libm::log(2.0 - 2.0 * self.share)
        };
        libm::exp(-(winner as f64 * libm::log(2.0 * self.share) + fall))
    }

    /// The p-value of the last round; 1 before the first.
    pub fn p(&self) -> f64 {
        self.p
    }

    /// Whether the last round meets the risk limit.
    pub fn is_met(&self) -> bool {
        self.rounds > 0 && self.p <= self.risk_limit
    }

    /// Minerva: the least total of ballots for the winner that would have met the limit in the last round.
    pub fn least_winner(&self) -> Option<u64> {
        self.least
    }
}

/// `0 / 0` proves nothing.
fn ratio(tie: f64, report: f64) -> f64 {
    if report > 0.0 { tie / report } else { 1.0 }
}

/// The least count with a p-value within the limit.
fn least(tie: &Distribution, report: &Distribution, risk_limit: f64) -> Option<u64> {
    let (mut tail0, mut tail1) = (0.0, 0.0);
    let mut least = None;
    for count in (0..=tie.most()).rev() {
        tail0 += tie.chance(count);
        tail1 += report.chance(count);
        if tail1 > 0.0 && tail0 <= risk_limit * tail1 {
            least = Some(count);
        } else if tail1 > 0.0 {
            break;
        }
    }
    least
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_of_another_size_than_was_fixed_is_refused() {
        let rule = FixedInAdvance::new(vec![50, 60]);
        let mut audit = RoundAudit::new(Method::Minerva, 600, 400, 0.1, rule).unwrap();
        audit.round(50, 28, &()).unwrap();
        let refused = audit.round(70, 50, &()).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "round 2: expected 60 ballots, found 70"
        );
        audit.round(60, 30, &()).unwrap();
        assert!(audit.round(60, 30, &()).is_err());
    }

    #[test]
    fn a_round_without_a_new_seed_is_refused() {
        let audit = || RoundAudit::new(Method::Providence, 600, 400, 0.1, FreshSeeds::new());
        let mut audit = audit().unwrap();
        assert_eq!(audit.round(50, 28, ""), Err(RoundError::Seed { round: 1 }));
        audit.round(50, 28, "20 dice").unwrap();
        assert_eq!(
            audit.round(50, 28, "20 dice"),
            Err(RoundError::Seed { round: 2 })
        );
        audit.round(50, 28, "20 other dice").unwrap();
    }

    #[test]
    fn impossible_counts_and_pairs_are_refused() {
        let audit = |winner, loser, limit| {
            RoundAudit::new(
                Method::EndOfRoundBravo,
                winner,
                loser,
                limit,
                FreshSeeds::new(),
            )
        };
        assert!(audit(5, 5, 0.1).is_none() && audit(6, 5, 0.0).is_none());
        let mut audit = audit(6, 0, 0.1).unwrap();
        assert!(audit.round(0, 0, "a").is_err() && audit.round(3, 4, "a").is_err());
        assert!(audit.round(u64::MAX, 4, "a").is_err());
        // One ballot for a loser who has no reported vote.
        assert!(audit.round(10, 9, "a").unwrap() >= 1.0);
        assert!(!audit.is_met());
    }
}
