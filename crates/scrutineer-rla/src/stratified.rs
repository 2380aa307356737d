//! Stratified audits as a union of intersections: strata drawn and measured apart, one risk.
//!
//! The outcome is wrong if the strata have means eta with `sum w_k eta_k <= t`, whatever each of them is. For
//! every such allocation the product of the strata's martingales measures the evidence; the p-value is the
//! inverse of the smallest product over all allocations (Spertus and Stark, Sweeter than SUITE, 2022; Spertus,
//! Sridhar and Stark 2024). There is no penalty for the number of strata. Use it where access differs by region.
//!
//! The user method is [`StratifiedAudit`]: bets are a share c of the largest bet, `lambda = c / m`. Then the
//! logarithm of each stratum's martingale, `sum ln((1 - c) m_j + c x_j) - ln m_j`, is convex in its null mean, and
//! the smallest product is found, for any number of strata, by one multiplier that makes the slopes equal. The
//! value that is reported is the dual bound at that multiplier, which is never above the minimum. The grid of
//! [`least_over_grid`] is for replaying other programs; the minimum over a grid can be too large.

mod path;
mod stratum;

pub use path::{FixedBets, least_over_grid, proportional_round_robin};
pub use stratum::{Stratum, StratumError};

/// How often an interval is halved: to the precision of `f64`.
const HALVINGS: u32 = 60;

/// Sums of means are this near to each other by rounding alone.
const NEAR: f64 = 1e-12;

/// Beyond, the strata are at their smallest means.
const LARGEST_PRICE: f64 = 1e18;

/// A stratified audit of one assertion.
#[derive(Clone, Debug)]
pub struct StratifiedAudit {
    mean: f64,
    strata: Vec<(f64, Stratum)>,
}

/// The allocation of the null that the draws speak least against.
#[derive(Clone, Debug, PartialEq)]
pub struct Worst {
    /// The logarithm of the product of the strata's martingales there; infinite where the draws refute every
    /// allocation.
    pub ln_least: f64,
    /// What a unit of the weighted mean costs there: the slope of the logarithm of the martingale of every stratum
    /// between its ends, over its weight, with the sign changed. 0 where the null leaves every stratum its largest
    /// mean; infinite where it leaves one allocation.
    pub price: f64,
    /// The means of the strata, in their order; their weighted mean is at most that of the null.
    pub means: Vec<f64>,
}

/// Why a stratified audit cannot be set up.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum StratifiedError {
    /// No stratum, or weights that are not above 0 or do not sum to 1.
    #[error("expected weights above 0 with sum 1, found sum {0}")]
    Weights(f64),
    /// The null mean is not above 0.
    #[error("expected a null mean above 0, found {0}")]
    Mean(f64),
}

impl StratifiedAudit {
    /// The null "the weighted mean of the strata's means is at most `mean`", 1/2 for an assorter. A stratum's
    /// weight is its share of all cards.
    ///
    /// # Errors
    ///
    /// When weights are not above 0 or do not sum to 1, or `mean` is not above 0.
    pub fn new(mean: f64, strata: Vec<(f64, Stratum)>) -> Result<Self, StratifiedError> {
        let sum: f64 = strata.iter().map(|(weight, _)| weight).sum();
        let is_valid = strata.iter().all(|(weight, _)| *weight > 0.0);
        if !is_valid || !((1.0 - 1e-9)..=(1.0 + 1e-9)).contains(&sum) {
            return Err(StratifiedError::Weights(sum));
        }
        if !(mean > 0.0 && mean.is_finite()) {
            return Err(StratifiedError::Mean(mean));
        }
        Ok(Self { mean, strata })
    }

    /// The strata with their weights.
    pub fn strata(&self) -> impl Iterator<Item = (f64, &Stratum)> {
        self.strata
            .iter()
            .map(|(weight, stratum)| (*weight, stratum))
    }

    /// The strata, to draw from.
    pub fn strata_mut(&mut self) -> impl Iterator<Item = &mut Stratum> {
        self.strata.iter_mut().map(|(_, stratum)| stratum)
    }

    /// The logarithm of the smallest product over all allocations of the null; infinite where the draws refute
    /// every allocation.
    pub fn ln_least(&self) -> f64 {
        self.worst().ln_least
    }

    /// The smallest product, and the allocation of the null that has it.
    pub fn worst(&self) -> Worst {
        let weighted = |means: &[f64]| -> f64 {
            let terms = self.strata.iter().zip(means);
            terms.map(|((weight, _), mean)| weight * mean).sum()
        };
        let at_ends = |ends: fn(&Stratum) -> f64| -> Vec<f64> {
            let strata = self.strata.iter();
            strata.map(|(_, stratum)| ends(stratum)).collect()
        };
        let means = |price: f64| -> Vec<f64> {
            let strata = self.strata.iter();
            strata
                .map(|(weight, stratum)| stratum.best_mean(price * weight))
                .collect()
        };
        let smallest = at_ends(Stratum::least);
        let least = weighted(&smallest);
        if least > self.mean * (1.0 + NEAR) {
            return Worst {
                ln_least: f64::INFINITY,
                price: f64::INFINITY,
                means: smallest,
            };
        }
        // All that is left must be 0, which leaves one allocation; the null may still be true.
        if least >= self.mean * (1.0 - NEAR) {
            return self.only(smallest);
        }
        if let Some(one) = self.with_one_open(&smallest) {
            return self.only(one);
        }
        // A higher price of the mean lowers the means.
        let (mut low, mut high) = (0.0, 1.0);
        let free = means(low);
        if weighted(&free) <= self.mean {
            return Worst {
                ln_least: self.dual(low),
                price: low,
                means: free,
            };
        }
        while weighted(&means(high)) > self.mean {
            low = high;
            high *= 2.0;
            if high > LARGEST_PRICE {
                return self.only(smallest);
            }
        }
        for _ in 0..HALVINGS {
            let middle = low + (high - low) / 2.0;
            if weighted(&means(middle)) > self.mean {
                low = middle;
            } else {
                high = middle;
            }
        }
        let (above, below) = (means(low), means(high));
        let (most, fewest) = (weighted(&above), weighted(&below));
        // Between the two the product is the same: some stratum has no draw that could tell.
        let part = if most > fewest {
            ((self.mean - fewest) / (most - fewest)).clamp(0.0, 1.0)
        } else {
            0.0
        };
        let between = above.iter().zip(&below);
        Worst {
            ln_least: self.dual(low).max(self.dual(high)),
            price: high,
            means: between
                .map(|(above, below)| below + part * (above - below))
                .collect(),
        }
    }

    fn only(&self, means: Vec<f64>) -> Worst {
        let terms = self.strata.iter().zip(&means);
        Worst {
            ln_least: terms
                .map(|((_, stratum), mean)| stratum.ln_fortune(*mean))
                .sum(),
            price: f64::INFINITY,
            means,
        }
    }

    /// The largest mean that the null leaves to the only stratum whose mean is not known; `None` where there are
    /// several or none. Its martingale is smallest there.
    fn with_one_open(&self, smallest: &[f64]) -> Option<Vec<f64>> {
        let is_open = |stratum: &Stratum| stratum.least() < stratum.most();
        let all = self.strata.iter().enumerate();
        let mut open = all.filter(|(_, (_, held))| is_open(held));
        let (at, (weight, stratum)) = open.next()?;
        if open.next().is_some() {
            return None;
        }
        let known = self.strata.iter().zip(smallest).enumerate();
        let known = known.filter(|(other, _)| *other != at);
        let known: f64 = known.map(|(_, ((weight, _), mean))| weight * mean).sum();
        let left = ((self.mean - known) / weight).min(stratum.most());
        let mut means = smallest.to_vec();
        *means.get_mut(at)? = left;
        Some(means)
    }

    /// The dual bound: below the logarithm of the product for every allocation of the null.
    fn dual(&self, multiplier: f64) -> f64 {
        let terms = self.strata.iter().map(|(weight, stratum)| {
            let mean = stratum.best_mean(multiplier * weight);
            stratum.ln_fortune(mean) + multiplier * weight * mean
        });
        terms.sum::<f64>() - multiplier * self.mean
    }

    /// The p-value now. It may be looked at as often as one likes; the smallest seen is a p-value too.
    pub fn p(&self) -> f64 {
        libm::exp((-self.ln_least()).min(0.0))
    }
}

#[cfg(test)]
mod tests;
