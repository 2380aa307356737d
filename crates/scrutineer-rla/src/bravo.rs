//! BRAVO: ballot polling of a winner and a loser, drawn with replacement.
//!
//! `p = 1 / ((2s)^a (2 (1 - s))^b)` for a ballots for the winner and b for the loser in the sample, where
//! `s = w / (w + l)` is the reported share; other ballots do nothing (Lindeman, Stark and Yates, BRAVO, 2012).
//! It is [`crate::martingale::FixedEta`] about ballots of the two, which needs only their counts. Close
//! contests need very large samples: compare sheets with boxes instead ([`crate::batch`]).

use scrutineer_stats::{Binomial, normal_cdf, normal_upper_quantile};

use crate::size::count;

/// Larger samples are not searched for; no electorate has so many ballots.
const LARGEST: u64 = 10_000_000_000;

/// A winner and a loser with reported votes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bravo {
    share: f64,
}

/// What share of the ballots in the boxes is for the two, by the report.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Diluted {
    /// Winner's votes over all ballots.
    pub winner: f64,
    /// Loser's votes over all ballots.
    pub loser: f64,
}

impl Bravo {
    /// From the reported votes of the pair; `None` unless the winner leads.
    pub fn new(winner: u64, loser: u64) -> Option<Self> {
        (winner > loser).then(|| Self {
            share: winner as f64 / (winner as f64 + loser as f64),
        })
    }

    /// The reported share of the winner among the two (s), above 1/2.
    pub fn share(self) -> f64 {
        self.share
    }

    /// The logarithms of what a ballot for the winner and one for the loser multiply the fortune by. The
    /// second is negative infinity where the loser has no reported vote.
    fn steps(self) -> (f64, f64) {
        (
            libm::log(2.0 * self.share),
            libm::log(2.0 - 2.0 * self.share),
        )
    }

    /// The logarithm of 1/M for so many ballots of the two.
    pub fn ln_p(self, winner: u64, loser: u64) -> f64 {
        let (up, down) = self.steps();
        let fall = if loser == 0 { 0.0 } else { loser as f64 * down };
        -(winner as f64 * up + fall)
    }

    /// The p-value for so many ballots of the two, at most 1. One ballot for a loser without reported votes
    /// makes it 1.
    pub fn p(self, winner: u64, loser: u64) -> f64 {
        libm::exp(self.ln_p(winner, loser).min(0.0))
    }

    /// The average number of ballots that are drawn if the report is right, with the chance that so many are
    /// enough. `None` where no number is: a risk limit outside 0 to 1, or no ballots of the pair.
    pub fn average_size(self, risk_limit: f64, ballots: Diluted) -> Option<(u64, f64)> {
        let (up, down) = self.steps();
        let goal = goal(risk_limit)?;
        let drift = ballots.winner * up + product(ballots.loser, down);
        let size = count(libm::ceil((goal + up / 2.0) / drift))?;
        let relevant = size as f64 * (ballots.winner + ballots.loser);
        let mean = relevant * self.growth() - goal;
        let spread = libm::sqrt(relevant * self.share * (1.0 - self.share)) * (up - down);
        Some((size, normal_cdf(mean / spread).unwrap_or(1.0)))
    }

    /// The mean logarithm of the factor of one ballot of the two, if the report is right.
    fn growth(self) -> f64 {
        let (up, down) = self.steps();
        self.share * up + product(1.0 - self.share, down)
    }

    /// Ballots that are enough with the given chance if the report is right. The search starts where the
    /// normal approximation says, since the condition is not monotone in the number. `None` where no number is,
    /// or only one above ten thousand million.
    pub fn size(self, risk_limit: f64, chance: f64, ballots: Diluted) -> Option<u64> {
        let (up, down) = self.steps();
        let goal = goal(risk_limit)?;
        let relevant = ballots.winner + ballots.loser;
        if !(relevant > 0.0 && relevant <= 1.0 && 0.0 < chance && chance < 1.0) {
            return None;
        }
        if down == f64::NEG_INFINITY {
            return count(libm::ceil(libm::ceil(goal / up) / relevant));
        }
        let growth = self.growth();
        let below = -normal_upper_quantile(1.0 - chance)?;
        let b = below * libm::sqrt(self.share * (1.0 - self.share)) * (up - down);
        let root = (-b + libm::sqrt(b * b + 4.0 * growth * goal)) / (2.0 * growth);
        let mut size = count(libm::floor(root * root)).filter(|size| *size <= LARGEST)?;
        loop {
            let winner = Binomial::new(size, self.share)?.quantile(1.0 - chance)?;
            let loser = size.saturating_sub(winner);
            if winner as f64 * up + loser as f64 * down >= goal {
                return count(libm::ceil(size as f64 / relevant));
            }
            size = size.checked_add(1)?;
        }
    }
}

/// 0 times infinity is 0 here: what never happens has no weight.
fn product(weight: f64, value: f64) -> f64 {
    if weight > 0.0 { weight * value } else { 0.0 }
}

fn goal(risk_limit: f64) -> Option<f64> {
    (0.0 < risk_limit && risk_limit < 1.0).then(|| -libm::log(risk_limit))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::martingale::{FixedEta, Martingale, Null, WithReplacement};

    #[test]
    fn it_is_a_bet_of_the_engine() {
        let bravo = Bravo::new(600, 400).unwrap();
        let draws = [1.0, 1.0, 0.0, 1.0, 1.0, 0.0, 1.0];
        let engine = Martingale::new(
            Null::half(1.0).unwrap(),
            WithReplacement,
            FixedEta::new(0.6),
        );
        let history = engine.history(draws).unwrap();
        assert!((bravo.p(5, 2) - history[6]).abs() < 1e-15);
    }

    #[test]
    fn a_tie_has_no_winner_and_a_loser_without_votes_is_found_by_one_ballot() {
        assert!(Bravo::new(5, 5).is_none() && Bravo::new(4, 5).is_none());
        let alone = Bravo::new(10, 0).unwrap();
        assert!((alone.p(3, 0) - 0.125).abs() < 1e-15);
        assert!(alone.p(300, 1) >= 1.0);
        let ballots = Diluted {
            winner: 0.5,
            loser: 0.0,
        };
        assert_eq!(alone.size(0.05, 0.9, ballots), Some(10));
        assert!(alone.average_size(0.05, ballots).is_some());
        assert_eq!(alone.size(0.0, 0.9, ballots), None);
        let none = Diluted {
            winner: 0.0,
            loser: 0.0,
        };
        assert_eq!(alone.average_size(0.05, none), None);
    }
}
