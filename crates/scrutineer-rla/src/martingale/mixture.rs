//! An average of martingales, for when nobody knows which bet is good.

use super::{Draws, FixedBet, Martingale, MartingaleError, Null};

/// The mean of several martingales with fixed bets, which is a martingale. It needs little more draws than
/// the best of them, whichever that turns out to be.
#[derive(Clone, Debug)]
pub struct Mixture<D> {
    parts: Vec<Martingale<D, FixedBet>>,
    best: f64,
}

impl<D: Draws> Mixture<D> {
    /// One part for each of the bets.
    pub fn new(null: Null, draws: D, bets: &[f64]) -> Self {
        let part = |&lambda| Martingale::new(null, draws, FixedBet::new(lambda));
        Self {
            parts: bets.iter().map(part).collect(),
            best: 0.0,
        }
    }

    /// Bets at `parts` equal steps up to the largest bet under the null.
    pub fn grid(null: Null, draws: D, parts: u32) -> Self {
        let step = |at| f64::from(at) / f64::from(parts.max(1)) / null.mean();
        Self::new(null, draws, &(1..=parts).map(step).collect::<Vec<_>>())
    }

    /// Takes the next draw into account.
    ///
    /// # Errors
    ///
    /// As [`Martingale::draw`].
    pub fn draw(&mut self, value: f64) -> Result<(), MartingaleError> {
        for part in &mut self.parts {
            part.draw(value)?;
        }
        self.best = self.best.max(self.ln_fortune());
        Ok(())
    }

    /// The logarithm of the mean fortune; 0 without any part.
    pub fn ln_fortune(&self) -> f64 {
        let logs = || self.parts.iter().map(Martingale::ln_fortune);
        let largest = logs().fold(f64::NEG_INFINITY, f64::max);
        if self.parts.is_empty() {
            return 0.0;
        }
        if !largest.is_finite() {
            return largest;
        }
        let sum: f64 = logs().map(|log| libm::exp(log - largest)).sum();
        largest + libm::log(sum / self.parts.len() as f64)
    }

    /// The p-value of the last draw.
    pub fn p(&self) -> f64 {
        libm::exp(-self.ln_fortune()).min(1.0)
    }

    /// The smallest p-value so far.
    pub fn sequential_p(&self) -> f64 {
        libm::exp(-self.best).min(1.0)
    }
}
