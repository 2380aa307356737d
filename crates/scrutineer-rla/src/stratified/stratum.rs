//! The draws of one stratum, and its martingale for every null mean.

use super::HALVINGS;

/// A share of the largest bet is kept below 1, so that no value of 0 ruins the product.
const LARGEST_SHARE: f64 = 0.999;

/// The draws of a stratum.
#[derive(Clone, Debug)]
pub struct Stratum {
    upper: f64,
    /// Items in the stratum, where they are drawn without replacement.
    population: Option<u64>,
    share: f64,
    values: Vec<f64>,
    sum: f64,
}

/// Why a draw was refused.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum StratumError {
    /// A value outside the bounds.
    #[error("expected a value from 0 to {upper}, found {value}")]
    Value {
        /// The value.
        value: f64,
        /// The upper bound.
        upper: f64,
    },
    /// Everything was drawn already.
    #[error("the stratum has only {0} items")]
    Exhausted(u64),
}

impl Stratum {
    /// A stratum with values from 0 to `upper`, of which the auditor bets the `share` (from 0 to 1) of the
    /// largest bet. `population`: how many items it has, if drawn without replacement; `None` with.
    pub fn new(upper: f64, population: Option<u64>, share: f64) -> Self {
        Self {
            upper: if upper > 0.0 { upper } else { 0.0 },
            population,
            share: if share > 0.0 {
                share.min(LARGEST_SHARE)
            } else {
                0.0
            },
            values: Vec::new(),
            sum: 0.0,
        }
    }

    /// Takes the next draw into account.
    ///
    /// # Errors
    ///
    /// When the value is outside the bounds or everything was drawn; nothing changes then.
    pub fn draw(&mut self, value: f64) -> Result<(), StratumError> {
        let upper = self.upper;
        if !(0.0..=upper).contains(&value) {
            return Err(StratumError::Value { value, upper });
        }
        let drawn = self.values.len() as u64;
        if let Some(population) = self.population.filter(|all| drawn >= *all) {
            return Err(StratumError::Exhausted(population));
        }
        self.values.push(value);
        self.sum += value;
        Ok(())
    }

    /// The smallest mean that the draws leave possible.
    pub(super) fn least(&self) -> f64 {
        self.population.map_or(0.0, |all| self.sum / all as f64)
    }

    /// The largest mean that the draws leave possible.
    fn most(&self) -> f64 {
        self.population.map_or(self.upper, |all| {
            let left = all as f64 - self.values.len() as f64;
            (self.sum + left * self.upper) / all as f64
        })
    }

    /// Calls `visit` with each value, what is left on average before it, and how that grows with the mean.
    fn each(&self, mean: f64, mut visit: impl FnMut(f64, f64, f64)) {
        let Some(all) = self.population else {
            for &value in &self.values {
                visit(value, mean, 1.0);
            }
            return;
        };
        let all = all as f64;
        let (mut left, mut before) = (all, 0.0);
        for &value in &self.values {
            visit(value, (all * mean - before) / left, all / left);
            before += value;
            left -= 1.0;
        }
    }

    /// The logarithm of the martingale under this mean; infinite where the draws refute it.
    pub(super) fn ln_fortune(&self, mean: f64) -> f64 {
        let kept = 1.0 - self.share;
        let mut sum = 0.0;
        self.each(mean, |value, left, _| {
            sum += if left > 0.0 {
                libm::log(kept + self.share * value / left)
            } else if value > 0.0 {
                f64::INFINITY
            } else {
                0.0
            };
        });
        sum
    }

    /// Its derivative; negative infinity at a mean of 0 of what is left.
    fn slope(&self, mean: f64) -> f64 {
        let kept = 1.0 - self.share;
        let mut sum = 0.0;
        self.each(mean, |value, left, growth| {
            if left > 0.0 {
                let padded = kept * left + self.share * value;
                sum += (kept / padded - 1.0 / left) * growth;
            } else if value > 0.0 {
                sum = f64::NEG_INFINITY;
            }
        });
        sum
    }

    /// The possible mean with the smallest `ln_fortune(mean) + price mean`, which is convex.
    pub(super) fn best_mean(&self, price: f64) -> f64 {
        let (mut low, mut high) = (self.least(), self.most());
        if self.slope(high) + price <= 0.0 {
            return high;
        }
        for _ in 0..HALVINGS {
            let middle = low + (high - low) / 2.0;
            if self.slope(middle) + price <= 0.0 {
                low = middle;
            } else {
                high = middle;
            }
        }
        high
    }
}
