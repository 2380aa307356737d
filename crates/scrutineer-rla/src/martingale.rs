//! The one engine: a betting martingale against the claim that the mean of a population is too small.
//!
//! An assertion holds when the mean of its assorter over all ballots is above 1/2. The null says that the
//! mean is at most `t`. Before draw j the auditor bets a share of a fortune M against it; after the draw,
//! `M_j = M_{j-1} (1 + lambda_j (x_j - m_j))`, where `m_j` is the mean of what is left if the null is true.
//! While the null is true, M has no upward drift whatever bets are made in advance, so it ever exceeds
//! 1/alpha with probability at most alpha (Ville's inequality). ALPHA's estimate eta of the mean is the bet
//! `lambda = (eta - m) / (m (u - m))` (Stark, ALPHA, Annals of Applied Statistics 17, 2023, section 2.2).

mod bets;
mod draws;
mod mixture;

pub use bets::{
    Agrapa, Alternative, FixedAlternative, FixedBet, FixedEta, Padded, Paper, Proportional,
    Strategy, Subtracting, TruncatedShrinkage, Truncation,
};
pub use draws::{Draws, Sum, WithReplacement, WithoutReplacement};
pub use mixture::Mixture;

use crate::scaled::Scaled;

/// Means of what is left that are nearer to 0 than this share of the null mean, or as near to the upper bound,
/// admit no bet: the bound 1/m on bets has no meaning there, and one draw decides anyway.
const NEAR: f64 = 1e-8;

/// What the engine is asked against: the mean is at most `mean`, and no value is above `upper`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Null {
    mean: f64,
    upper: f64,
}

/// Why a null or a draw was refused.
#[derive(Clone, Copy, Debug, PartialEq, thiserror::Error)]
pub enum MartingaleError {
    /// The null mean is not strictly between 0 and the upper bound.
    #[error("expected a null mean between 0 and the upper bound {upper}, found {mean}")]
    Null {
        /// The mean.
        mean: f64,
        /// The upper bound.
        upper: f64,
    },
    /// A value outside the bounds of the assorter.
    #[error("draw {draw}: expected a value from 0 to {upper}, found {value}")]
    Value {
        /// Which draw, from 1.
        draw: u64,
        /// The value.
        value: f64,
        /// The upper bound.
        upper: f64,
    },
    /// Everything was drawn already.
    #[error("draw {draw}: the population has only {population} items")]
    Exhausted {
        /// Which draw, from 1.
        draw: u64,
        /// How many items there are.
        population: u64,
    },
}

impl Null {
    /// The null "the mean is at most `mean`" about values from 0 to `upper`.
    ///
    /// # Errors
    ///
    /// When `mean` is not strictly between 0 and `upper`, or either is not finite.
    pub fn new(mean: f64, upper: f64) -> Result<Self, MartingaleError> {
        if upper.is_finite() && 0.0 < mean && mean < upper {
            Ok(Self { mean, upper })
        } else {
            Err(MartingaleError::Null { mean, upper })
        }
    }

    /// A null about values that have no upper bound, as in the inequalities of Kaplan.
    ///
    /// # Errors
    ///
    /// When `mean` is not above 0 and finite.
    pub fn unbounded(mean: f64) -> Result<Self, MartingaleError> {
        Self::new(mean, f64::MAX)
    }

    /// The null of every assertion: the mean of the assorter is at most 1/2.
    ///
    /// # Errors
    ///
    /// When `upper` is not above 1/2: then nothing can show the assertion.
    pub fn half(upper: f64) -> Result<Self, MartingaleError> {
        Self::new(0.5, upper)
    }

    /// The largest mean under the null.
    pub fn mean(self) -> f64 {
        self.mean
    }

    /// The largest value.
    pub fn upper(self) -> f64 {
        self.upper
    }
}

/// What is known before a draw; bets may depend on it and on nothing else.
#[derive(Clone, Copy, Debug)]
pub struct Past<D> {
    /// How items are drawn.
    pub draws: D,
    /// Number of draws made.
    pub drawn: u64,
    /// Sum of the values drawn.
    pub sum: Sum,
    /// Their mean; 0 before the first. Only for strategies that ask for the variance.
    pub average: f64,
    /// Their sum of squared deviations from the mean. Only for strategies that ask for the variance.
    pub squares: f64,
    /// The mean of what was left before the previous draw, under the null; that of the null before the
    /// second draw.
    pub previous: f64,
    /// The mean of what is left, under the null (m_j).
    pub null: f64,
    /// The largest value.
    pub upper: f64,
}

impl<D> Past<D> {
    /// The population variance of the values drawn; 0 before the second.
    pub fn variance(&self) -> f64 {
        if self.drawn == 0 {
            0.0
        } else {
            self.squares / self.drawn as f64
        }
    }
}

/// Where the evidence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    /// The bets go on.
    Open,
    /// What was drawn alone exceeds the total that the null allows.
    Certain,
    /// Even if all that is left had the largest value, the null would be true.
    Dead,
}

/// Measures the evidence against a [`Null`], draw by draw, in the order of the draws.
///
/// Whether items are drawn with or without replacement is part of the type, because the formulas of one on
/// draws of the other are the commonest error in this field. It allocates nothing.
///
/// ```
/// use scrutineer_rla::martingale::{FixedEta, Martingale, Null, WithReplacement};
///
/// // BRAVO: 60 % reported for the winner, three ballots for the winner.
/// let mut risk = Martingale::new(Null::half(1.0)?, WithReplacement, FixedEta::new(0.6));
/// for ballot in [1.0, 1.0, 1.0] {
///     risk.draw(ballot)?;
/// }
/// assert!((risk.p() - 1.0 / 1.2_f64.powi(3)).abs() < 1e-15);
/// # Ok::<(), scrutineer_rla::martingale::MartingaleError>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Martingale<D, S> {
    null: Null,
    strategy: S,
    past: Past<D>,
    state: State,
    fortune: Scaled,
    /// What the last draw reports; 1 where no bet was possible.
    shown: Scaled,
    best: Scaled,
}

impl<D: Draws, S: Strategy> Martingale<D, S> {
    /// Before the first draw.
    pub fn new(null: Null, draws: D, strategy: S) -> Self {
        Self {
            null,
            strategy,
            past: Past {
                draws,
                drawn: 0,
                sum: Sum::default(),
                average: 0.0,
                squares: 0.0,
                previous: null.mean,
                null: null.mean,
                upper: null.upper,
            },
            state: State::Open,
            fortune: Scaled::ONE,
            shown: Scaled::ONE,
            best: Scaled::ONE,
        }
    }

    /// Takes the next draw into account.
    ///
    /// # Errors
    ///
    /// When the value is not from 0 to the upper bound, or everything was drawn already; nothing changes
    /// then.
    pub fn draw(&mut self, value: f64) -> Result<(), MartingaleError> {
        let upper = self.null.upper;
        let draw = self.past.drawn + 1;
        if !(0.0..=upper).contains(&value) {
            return Err(MartingaleError::Value { draw, value, upper });
        }
        let left = self.past.draws.left(self.past.drawn);
        if left == Some(0) {
            let population = self.past.drawn;
            return Err(MartingaleError::Exhausted { draw, population });
        }
        if self.state == State::Open {
            self.bet(value);
        }
        self.learn(value);
        if self.state == State::Open && left == Some(1) && self.excess() > 0.0 {
            self.state = State::Certain;
        }
        Ok(())
    }

    /// By how much what was drawn exceeds the total under the null, less what rounding may have added.
    fn excess(&self) -> f64 {
        self.past.draws.excess(self.null, &self.past.sum)
    }

    fn bet(&mut self, value: f64) {
        let past = &mut self.past;
        past.null = past.draws.null_mean(self.null.mean, past.drawn, &past.sum);
        let (null, upper) = (past.null, past.upper);
        if null < NEAR * self.null.mean {
            // Between 0 and a real excess the null is neither refuted nor worth a bet.
            self.shown = Scaled::ONE;
            if self.excess() > 0.0 {
                self.state = State::Certain;
            }
            return;
        }
        if null > upper * (1.0 - NEAR) {
            self.shown = Scaled::ONE;
            if null > upper * (1.0 + NEAR) {
                self.state = State::Dead;
            }
            return;
        }
        // Below 0 a bet would be on the null; above 1/m the fortune could become negative.
        let lambda = self.strategy.bet(past).clamp(0.0, 1.0 / null);
        let factor = 1.0 + lambda * (value - null);
        self.fortune.multiply(factor.max(0.0));
        self.shown = self.fortune;
        if self.best < self.shown {
            self.best = self.shown;
        }
    }

    fn learn(&mut self, value: f64) {
        let past = &mut self.past;
        past.previous = past.null;
        past.drawn += 1;
        past.sum.add(value);
        if S::NEEDS_VARIANCE {
            let deviation = value - past.average;
            past.average += deviation / past.drawn as f64;
            past.squares += deviation * (value - past.average);
        }
    }

    /// The p-value of the last draw, `min(1, 1/M_j)`; 0 only where the draws alone refute the null.
    pub fn p(&self) -> f64 {
        match self.state {
            State::Certain => 0.0,
            State::Dead => 1.0,
            State::Open => self.shown.inverse_at_most_one(),
        }
    }

    /// The smallest [`p`](Self::p) so far, which is a p-value too: the audit may be watched after every
    /// draw, in the order of the draws.
    pub fn sequential_p(&self) -> f64 {
        match self.state {
            State::Certain => 0.0,
            State::Dead | State::Open => self.best.inverse_at_most_one(),
        }
    }

    /// The natural logarithm of [`sequential_p`](Self::sequential_p), also where that is too small to
    /// print; at most 0, negative infinity where the draws alone refute the null.
    pub fn ln_sequential_p(&self) -> f64 {
        match self.state {
            State::Certain => f64::NEG_INFINITY,
            State::Dead | State::Open => (-self.best.logarithm()).min(0.0),
        }
    }

    /// M: what the fortune is now. Without bound where the draws refute the null.
    pub fn fortune(&self) -> f64 {
        match self.state {
            State::Certain => f64::INFINITY,
            State::Dead => 0.0,
            State::Open => self.shown.value(),
        }
    }

    /// The natural logarithm of the fortune, which a next size starts from. It may be below that of the
    /// smallest p-value.
    pub fn ln_fortune(&self) -> f64 {
        match self.state {
            State::Certain => f64::INFINITY,
            State::Dead => f64::NEG_INFINITY,
            State::Open => self.fortune.logarithm(),
        }
    }

    /// The number of draws.
    pub fn drawn(&self) -> u64 {
        self.past.drawn
    }

    /// The p-value after each of the values.
    ///
    /// # Errors
    ///
    /// As [`draw`](Self::draw), for the first that is refused.
    pub fn history(
        mut self,
        values: impl IntoIterator<Item = f64>,
    ) -> Result<Vec<f64>, MartingaleError> {
        let mut history = Vec::new();
        for value in values {
            self.draw(value)?;
            history.push(self.p());
        }
        Ok(history)
    }

    /// How many of the values it takes until the p-value is at most `risk_limit`; `None` if all do not
    /// suffice.
    ///
    /// # Errors
    ///
    /// As [`draw`](Self::draw), for the first that is refused.
    pub fn stops_after(
        mut self,
        values: impl IntoIterator<Item = f64>,
        risk_limit: f64,
    ) -> Result<Option<u64>, MartingaleError> {
        for value in values {
            self.draw(value)?;
            if self.p() <= risk_limit {
                return Ok(Some(self.past.drawn));
            }
        }
        Ok(None)
    }
}
