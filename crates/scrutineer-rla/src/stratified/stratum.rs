//! The draws of one stratum, and its martingale for every null mean.

use std::collections::BTreeMap;

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
    /// In their order, where it matters: drawn without replacement.
    values: Vec<f64>,
    /// By the bits of a value, how often it was drawn with replacement; for values from 0 these have its order.
    counts: BTreeMap<u64, u64>,
    drawn: u64,
    sum: f64,
    /// The mean, where every item was looked at.
    known: Option<f64>,
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
            counts: BTreeMap::new(),
            drawn: 0,
            sum: 0.0,
            known: None,
        }
    }

    /// A stratum in which every item was looked at instead of drawing, with the mean that was found, from 0 to
    /// `upper`. It takes no bets: the null is asked with this mean in it.
    pub fn counted(upper: f64, mean: f64) -> Self {
        let stratum = Self::new(upper, None, 0.0);
        Self {
            known: Some(mean.clamp(0.0, stratum.upper)),
            ..stratum
        }
    }

    /// Takes the next draw into account.
    ///
    /// # Errors
    ///
    /// When the value is outside the bounds or everything was drawn; nothing changes then.
    pub fn draw(&mut self, value: f64) -> Result<(), StratumError> {
        self.draw_times(value, 1)
    }

    /// Takes so many draws of one value into account.
    ///
    /// # Errors
    ///
    /// As [`draw`](Self::draw), where that would refuse one of them, and for a stratum that was counted.
    pub fn draw_times(&mut self, value: f64, times: u64) -> Result<(), StratumError> {
        let upper = self.upper;
        if !(0.0..=upper).contains(&value) {
            return Err(StratumError::Value { value, upper });
        }
        let left = match (self.known, self.population) {
            (Some(_), _) => 0,
            (None, Some(all)) => all - self.drawn,
            (None, None) => u64::MAX - self.drawn,
        };
        if times > left {
            return Err(StratumError::Exhausted(self.drawn + left));
        }
        self.drawn += times;
        if self.population.is_some() {
            self.values.extend((0..times).map(|_| value));
            self.sum += value * times as f64;
        } else if times > 0 {
            // -0 is 0.
            *self.counts.entry((value + 0.0).to_bits()).or_default() += times;
        }
        Ok(())
    }

    /// Whether every item was looked at, so that the mean is known.
    pub fn is_known(&self) -> bool {
        self.known.is_some()
    }

    /// How many draws there were.
    pub fn drawn(&self) -> u64 {
        self.drawn
    }

    /// The smallest mean that the draws leave possible.
    pub(super) fn least(&self) -> f64 {
        let drawn = || self.population.map_or(0.0, |all| self.sum / all as f64);
        self.known.unwrap_or_else(drawn)
    }

    /// The largest mean that the draws leave possible.
    pub(super) fn most(&self) -> f64 {
        let open = || {
            self.population.map_or(self.upper, |all| {
                let left = all as f64 - self.drawn as f64;
                (self.sum + left * self.upper) / all as f64
            })
        };
        self.known.unwrap_or_else(open)
    }

    /// Calls `visit` with each value, what is left on average before it, how that grows with the mean, and how
    /// often it was drawn so.
    fn each(&self, mean: f64, mut visit: impl FnMut(f64, f64, f64, f64)) {
        let Some(all) = self.population else {
            for (&value, &times) in &self.counts {
                visit(f64::from_bits(value), mean, 1.0, times as f64);
            }
            return;
        };
        let all = all as f64;
        let (mut left, mut before) = (all, 0.0);
        for &value in &self.values {
            visit(value, (all * mean - before) / left, all / left, 1.0);
            before += value;
            left -= 1.0;
        }
    }

    /// The logarithm of the martingale under this mean; infinite where the draws refute it.
    pub fn ln_fortune(&self, mean: f64) -> f64 {
        let kept = 1.0 - self.share;
        let mut sum = 0.0;
        self.each(mean, |value, left, _, times| {
            sum += if left > 0.0 {
                times * libm::log(kept + self.share * value / left)
            } else if value > 0.0 {
                f64::INFINITY
            } else {
                0.0
            };
        });
        sum
    }

    /// Its derivative; negative infinity at a mean of 0 of what is left.
    pub(super) fn slope(&self, mean: f64) -> f64 {
        let kept = 1.0 - self.share;
        let mut sum = 0.0;
        self.each(mean, |value, left, growth, times| {
            if left > 0.0 {
                let padded = kept * left + self.share * value;
                sum += times * (kept / padded - 1.0 / left) * growth;
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
