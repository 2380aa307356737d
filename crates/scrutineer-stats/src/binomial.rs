//! The binomial distribution.

use crate::beta::beta_tails;
use crate::deviance::deviance;
use crate::double::{cross_difference, sum};
use crate::real;
use crate::stirling::factorial_remainder;

/// How many of `trials` independent trials succeed, each with the same probability.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Binomial {
    trials: u64,
    probability: f64,
}

impl Binomial {
    /// `None` unless 0 <= probability <= 1 and `trials` is at most [`crate::LARGEST_COUNT`].
    pub fn new(trials: u64, probability: f64) -> Option<Self> {
        real(trials)?;
        (0.0..=1.0).contains(&probability).then_some(Self {
            trials,
            probability,
        })
    }

    /// The chance of exactly `k` successes.
    ///
    /// Loader (2000), "Fast and accurate computation of binomial probabilities", equation 6.
    pub fn pmf(&self, k: u64) -> f64 {
        let Some(rest) = self.trials.checked_sub(k) else {
            return 0.0;
        };
        let (trials, hits, misses) = (self.trials as f64, k as f64, rest as f64);
        let x = (self.probability, 0.0);
        let y = sum(1.0, -self.probability);
        if x.0 <= 0.0 {
            return if k == 0 { 1.0 } else { 0.0 };
        }
        if y.0 <= 0.0 {
            return if rest == 0 { 1.0 } else { 0.0 };
        }
        let difference = cross_difference(hits, y, misses, x);
        let leading = deviance(trials * x.0, difference) + deviance(trials * y.0, -difference);
        let remainders =
            factorial_remainder(trials) - factorial_remainder(hits) - factorial_remainder(misses);
        libm::exp(remainders - leading)
    }

    /// The chance of at most `k` successes.
    pub fn cdf(&self, k: u64) -> f64 {
        self.tails(k).0
    }

    /// The chance of more than `k` successes.
    pub fn sf(&self, k: u64) -> f64 {
        self.tails(k).1
    }

    /// The chance of at least `k` successes.
    pub fn at_least(&self, k: u64) -> f64 {
        k.checked_sub(1).map_or(1.0, |below| self.sf(below))
    }

    /// The least `k` with a chance of at least `p` of at most `k` successes; `None` unless 0 <= p <= 1.
    pub fn quantile(&self, p: f64) -> Option<u64> {
        if !(0.0..=1.0).contains(&p) {
            return None;
        }
        let (mut low, mut high) = (0, self.trials);
        while low < high {
            let middle = low + (high - low) / 2;
            let (lower, upper) = self.tails(middle);
            // Near one the lower tail has no digits left; the upper one has.
            let reached = if p > 0.5 {
                upper <= 1.0 - p
            } else {
                lower >= p
            };
            if reached {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Some(low)
    }

    /// Abramowitz and Stegun 26.5.24.
    fn tails(&self, k: u64) -> (f64, f64) {
        if k >= self.trials {
            return (1.0, 0.0);
        }
        let x = (self.probability, 0.0);
        let y = sum(1.0, -self.probability);
        let above = beta_tails((k + 1) as f64, (self.trials - k) as f64, x, y);
        // Both shapes are positive and finite here, so that there always is an answer.
        let (sf, cdf) = above.unwrap_or((0.0, 1.0));
        (cdf, sf)
    }
}
