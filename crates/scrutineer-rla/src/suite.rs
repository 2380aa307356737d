//! SUITE: one stratum compared ballot by ballot, one polled, combined by Fisher's method.
//!
//! The overall margin V can vanish in many ways: the comparison stratum overstated by `lambda V` votes, the
//! polled one by the rest. For each lambda both strata give a p-value, and the largest of their combinations
//! is the p-value of the audit (Ottoboni, Stark, Lindeman and McBurnett, SUITE, 2018). Kept as a library function
//! to replay audits; [`crate::stratified`] needs fewer ballots and any number of strata.

use crate::super_simple::{Errors, SuperSimple};

/// A stratum whose cards are compared with their records.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ComparisonStratum {
    /// Cards in the stratum.
    pub cards: u64,
    /// Cards drawn.
    pub drawn: u64,
    /// Errors among them.
    pub errors: Errors,
    /// The inflation of errors, above 1.
    pub gamma: f64,
}

impl ComparisonStratum {
    /// The p-value of "overstated by at least `lambda` times the margin of `votes`"; 1 where that is no
    /// overstatement.
    pub fn p(&self, votes: u64, lambda: f64) -> f64 {
        libm::exp(self.ln_p(votes, lambda))
    }

    fn ln_p(&self, votes: u64, lambda: f64) -> f64 {
        let Some(errors) = SuperSimple::new(1.0, self.gamma) else {
            return 0.0;
        };
        let margin = lambda * votes as f64 / self.cards as f64;
        if !margin.is_finite() || self.drawn == 0 {
            return 0.0;
        }
        if margin >= 2.0 * self.gamma {
            // More than all cards can be wrong by.
            return f64::NEG_INFINITY;
        }
        let clean = libm::log1p(-margin / (2.0 * self.gamma));
        let weight = errors.ln_weight(self.errors);
        (self.drawn as f64 * clean + weight).min(0.0)
    }
}

/// A stratum whose ballots are drawn without replacement and counted for winner, loser and others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PollingStratum {
    /// Ballots in the stratum.
    pub ballots: u64,
    /// Reported votes of the winner.
    pub winner: u64,
    /// Reported votes of the loser.
    pub loser: u64,
    /// Ballots for the winner in the sample.
    pub sample_winner: u64,
    /// Ballots for the loser in the sample.
    pub sample_loser: u64,
    /// Other ballots in the sample.
    pub sample_other: u64,
}

/// Larger samples of a polling stratum are not tested: the test visits every ballot many times.
pub const LARGEST_SAMPLE: u64 = 1_000_000;

/// The sequential test of a polling stratum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sprt {
    /// The logarithm of the likelihood ratio of the report to the worst null.
    pub ln_ratio: f64,
    /// The winner's votes, as a real number, under which the sample is most likely.
    pub nuisance: f64,
}

impl Sprt {
    /// The p-value: the inverse of the ratio, at most 1.
    pub fn p(self) -> f64 {
        libm::exp((-self.ln_ratio).min(0.0))
    }
}

impl PollingStratum {
    /// The test of "the winner leads by at most `margin` votes in this stratum", maximised over the winner's
    /// votes, which may be any real number. `None` where the report itself cannot give this sample, the
    /// numbers contradict each other or the sample is larger than [`LARGEST_SAMPLE`]; an infinite ratio where no
    /// null can give it.
    pub fn test(&self, margin: f64) -> Option<Sprt> {
        let other = self
            .ballots
            .checked_sub(self.winner.checked_add(self.loser)?)?;
        let (w, l, o) = (self.sample_winner, self.sample_loser, self.sample_other);
        let is_large = w.max(l).max(o) > LARGEST_SAMPLE;
        if is_large || w > self.winner || l > self.loser || o > other || !margin.is_finite() {
            return None;
        }
        let reported = falling(self.winner as f64, w)
            + falling(self.loser as f64, l)
            + falling(other as f64, o);
        let all = self.ballots as f64;
        // All three numbers of ballots of the null must hold the sample.
        let least = (w as f64).max(l as f64 + margin);
        let most = (all + margin - o as f64) / 2.0;
        if least > most {
            return Some(Sprt {
                ln_ratio: f64::INFINITY,
                nuisance: least,
            });
        }
        let slope = |votes: f64| {
            inverses(votes, w) + inverses(votes - margin, l)
                - 2.0 * inverses(all - 2.0 * votes + margin, o)
        };
        // The logarithm of the null's likelihood is concave in the winner's votes.
        let (mut low, mut high) = (least, most);
        for _ in 0..200 {
            let middle = low + (high - low) / 2.0;
            if slope(middle) > 0.0 {
                low = middle;
            } else {
                high = middle;
            }
        }
        let votes = low + (high - low) / 2.0;
        let null =
            falling(votes, w) + falling(votes - margin, l) + falling(all - 2.0 * votes + margin, o);
        Some(Sprt {
            ln_ratio: reported - null,
            nuisance: votes,
        })
    }

    /// The p-value of "the winner's lead in this stratum is overstated by at least `lambda` times the margin of
    /// `votes`"; 1 where the test has no meaning.
    pub fn p(&self, votes: u64, lambda: f64) -> f64 {
        libm::exp(self.ln_p(votes, lambda))
    }

    fn ln_p(&self, votes: u64, lambda: f64) -> f64 {
        let test = self.test(self.lead() - lambda * votes as f64);
        test.map_or(0.0, |test| (-test.ln_ratio).min(0.0))
    }

    fn lead(&self) -> f64 {
        self.winner as f64 - self.loser as f64
    }

    /// The smallest and the largest lead under which the sample is possible.
    fn leads(&self) -> (f64, f64) {
        let [all, w, l, o] = [
            self.ballots,
            self.sample_winner,
            self.sample_loser,
            self.sample_other,
        ]
        .map(|count| count as f64);
        (2.0 * w + o - all, all - o - 2.0 * l)
    }
}

/// `ln (x (x - 1) ... (x - k + 1))`; negative infinity where a factor is not above 0.
fn falling(x: f64, k: u64) -> f64 {
    let mut sum = 0.0;
    for at in 0..k {
        sum += libm::log((x - at as f64).max(0.0));
    }
    sum
}

/// The derivative of [`falling`].
fn inverses(x: f64, k: u64) -> f64 {
    let mut sum = 0.0;
    for at in 0..k {
        sum += 1.0 / (x - at as f64).max(f64::MIN_POSITIVE);
    }
    sum
}

/// The combined p-value and the split of the margin where it is largest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Combined {
    /// The p-value.
    pub p: f64,
    /// The share of the margin that the comparison stratum is overstated by.
    pub lambda: f64,
}

/// The combination by Fisher's method if the comparison stratum is overstated by `lambda` times the margin of
/// `votes` and the polled one by the rest.
pub fn combined_at(
    comparison: &ComparisonStratum,
    polling: &PollingStratum,
    votes: u64,
    lambda: f64,
) -> f64 {
    fisher(comparison.ln_p(votes, lambda) + polling.ln_p(votes, 1.0 - lambda))
}

/// How often the interval of splits is reduced to two thirds: beyond the precision of `f64`.
const THIRDS: u32 = 100;

/// The largest combination by Fisher's method over all ways of losing the overall margin of `votes`; `None`
/// without votes, cards or draws.
///
/// The logarithms of both p-values are concave in the split: the one is linear in the logarithm of a linear function,
/// the other a maximum over the winner's votes of sums of such, each cut at 0. So there is one peak, often the kink
/// where the comparison p-value reaches 1, which a grid would step over.
pub fn combined(
    comparison: &ComparisonStratum,
    polling: &PollingStratum,
    votes: u64,
) -> Option<Combined> {
    if votes == 0 || comparison.cards == 0 || comparison.drawn == 0 {
        return None;
    }
    if polling.test(polling.lead()).is_none() {
        // A sample that contradicts its own report is no evidence.
        return Some(Combined {
            p: 1.0,
            lambda: 0.0,
        });
    }
    let at = |lambda: f64| comparison.ln_p(votes, lambda) + polling.ln_p(votes, 1.0 - lambda);
    let margin = votes as f64;
    // The splits that both strata admit.
    let (least, most) = polling.leads();
    let split = |lead: f64| 1.0 - (polling.lead() - lead) / margin;
    let largest = 2.0 * comparison.gamma * comparison.cards as f64 / margin;
    let (mut low, mut high) = (split(least), split(most).min(largest));
    if low > high {
        // The draws admit no way of losing the margin.
        return Some(Combined {
            p: 0.0,
            lambda: low,
        });
    }
    for _ in 0..THIRDS {
        let third = (high - low) / 3.0;
        let (left, right) = (low + third, high - third);
        if at(left) < at(right) {
            low = left;
        } else {
            high = right;
        }
    }
    let lambda = low + (high - low) / 2.0;
    Some(Combined {
        p: fisher(at(lambda)),
        lambda,
    })
}

/// The upper tail of chi-square with 4 degrees of freedom at `-2 ln(product)`: `product (1 - ln product)`.
fn fisher(ln_product: f64) -> f64 {
    if ln_product > f64::NEG_INFINITY {
        (libm::exp(ln_product) * (1.0 - ln_product)).min(1.0)
    } else {
        0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_drawn_and_no_cards_prove_nothing() {
        let mut comparison = ComparisonStratum {
            cards: 0,
            drawn: 10,
            errors: Errors::default(),
            gamma: 1.1,
        };
        let polling = PollingStratum {
            ballots: 0,
            winner: 0,
            loser: 0,
            sample_winner: 0,
            sample_loser: 0,
            sample_other: 0,
        };
        assert!(comparison.p(10, 0.5) >= 1.0 && comparison.p(0, 0.0) >= 1.0);
        assert_eq!(combined(&comparison, &polling, 10), None);
        comparison.cards = 10;
        assert_eq!(combined(&comparison, &polling, 0), None);
        comparison.gamma = 1.0;
        assert!(comparison.p(10, 0.5) >= 1.0);
    }

    #[test]
    fn a_sample_that_the_report_cannot_give_is_no_evidence() {
        let polling = PollingStratum {
            ballots: 100,
            winner: 60,
            loser: 40,
            sample_winner: 3,
            sample_loser: 41,
            sample_other: 0,
        };
        assert_eq!(polling.test(0.0), None);
        assert!(polling.p(20, 1.0) >= 1.0);
        let contradicting = PollingStratum {
            winner: 90,
            ..polling
        };
        assert_eq!(contradicting.test(0.0), None);
        assert_eq!(polling.test(f64::NAN), None);
        let comparison = ComparisonStratum {
            cards: 100,
            drawn: 90,
            errors: Errors::default(),
            gamma: 1.1,
        };
        assert!(combined(&comparison, &polling, 20).unwrap().p >= 1.0);
        let beyond = PollingStratum {
            sample_winner: 200,
            ..polling
        };
        assert!(combined(&comparison, &beyond, 20).unwrap().p >= 1.0);
    }
}
