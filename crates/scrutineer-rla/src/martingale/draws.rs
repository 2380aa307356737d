//! How items are drawn: with or without replacement.

use std::num::NonZeroU64;

use super::Null;

/// A sum whose rounding error does not grow with the number of its terms (Neumaier).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sum {
    high: f64,
    low: f64,
}

impl Sum {
    /// Adds a term.
    pub fn add(&mut self, term: f64) {
        let sum = self.high + term;
        self.low += if self.high.abs() >= term.abs() {
            (self.high - sum) + term
        } else {
            (term - sum) + self.high
        };
        self.high = sum;
    }

    /// The sum.
    pub fn value(&self) -> f64 {
        self.high + self.low
    }

    /// `from` less the sum.
    fn remove_from(&self, from: f64) -> f64 {
        (from - self.high) - self.low
    }
}

/// How items are drawn.
pub trait Draws: Copy {
    /// How many items can still be drawn; `None` without end.
    fn left(&self, drawn: u64) -> Option<u64>;

    /// The mean of what is left if the mean of all is `mean` (m_j).
    fn null_mean(&self, mean: f64, drawn: u64, sum: &Sum) -> f64;

    /// By how much the sum exceeds the total under the null, less what rounding may have added; at most 0
    /// where it does not.
    fn excess(&self, null: Null, sum: &Sum) -> f64;
}

/// Each draw is from all items, whatever was drawn before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WithReplacement;

impl Draws for WithReplacement {
    fn left(&self, _: u64) -> Option<u64> {
        None
    }

    fn null_mean(&self, mean: f64, _: u64, _: &Sum) -> f64 {
        mean
    }

    fn excess(&self, _: Null, _: &Sum) -> f64 {
        0.0
    }
}

/// Each item is drawn at most once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WithoutReplacement {
    /// How many items there are.
    population: NonZeroU64,
}

impl WithoutReplacement {
    /// Draws from so many items; `None` for none.
    pub fn new(population: u64) -> Option<Self> {
        NonZeroU64::new(population).map(|population| Self { population })
    }

    /// How many items there are.
    pub fn population(self) -> u64 {
        self.population.get()
    }
}

impl Draws for WithoutReplacement {
    fn left(&self, drawn: u64) -> Option<u64> {
        Some(self.population.get().saturating_sub(drawn))
    }

    fn null_mean(&self, mean: f64, drawn: u64, sum: &Sum) -> f64 {
        let left = self.population.get().saturating_sub(drawn).max(1);
        sum.remove_from(self.population.get() as f64 * mean) / left as f64
    }

    fn excess(&self, null: Null, sum: &Sum) -> f64 {
        let population = self.population.get() as f64;
        let allowed = population * null.mean();
        -sum.remove_from(allowed) - 4.0 * f64::EPSILON * allowed
    }
}
