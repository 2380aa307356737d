//! Bets: what is staked before a draw, from nothing but the draws before it.

use std::marker::PhantomData;

use super::{Draws, Past};

/// A rule for bets. The engine keeps every bet between 0 and 1/m, so no rule can break the risk limit.
pub trait Strategy {
    /// Whether the rule uses mean and variance of the past.
    const NEEDS_VARIANCE: bool = false;

    /// The bet lambda on the next draw: the fortune is multiplied by `1 + lambda (x - m)`.
    fn bet<D: Draws>(&self, past: &Past<D>) -> f64;
}

/// A rule that says what it takes the mean of the next draw to be (eta of ALPHA).
pub trait Alternative {
    /// Whether the rule uses mean and variance of the past.
    const NEEDS_VARIANCE: bool = false;

    /// The supposed mean of the next draw.
    fn eta<D: Draws>(&self, past: &Past<D>) -> f64;
}

impl<A: Alternative> Strategy for A {
    const NEEDS_VARIANCE: bool = <A as Alternative>::NEEDS_VARIANCE;

    fn bet<D: Draws>(&self, past: &Past<D>) -> f64 {
        let (null, upper) = (past.null, past.upper);
        (self.eta(past) - null) / (null * (upper - null))
    }
}

/// A supposed mean of all items, corrected for what was drawn: `(N eta - S) / (N - j + 1)`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FixedAlternative {
    eta: f64,
}

impl FixedAlternative {
    /// Supposes the mean of all items to be `eta`.
    pub fn new(eta: f64) -> Self {
        Self { eta }
    }
}

impl Alternative for FixedAlternative {
    fn eta<D: Draws>(&self, past: &Past<D>) -> f64 {
        past.draws.null_mean(self.eta, past.drawn, &past.sum)
    }
}

/// The same supposed mean at every draw, whatever was drawn: Wald's test, and the comparison-optimal bet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FixedEta {
    eta: f64,
}

impl FixedEta {
    /// Supposes the mean of every draw to be `eta`.
    pub fn new(eta: f64) -> Self {
        Self { eta }
    }

    /// What is best for a ballot-level comparison where the only errors are overstatements by two votes, at
    /// the rate `two_votes`: `(1 - u (1 - p2)) / (2 - 2u) + u (1 - p2) - 1/2` (SHANGRLA,
    /// `optimal_comparison`). `upper` is the bound of the overstatement assorter, above 1.
    pub fn optimal_comparison(upper: f64, two_votes: f64) -> Self {
        let kept = upper * (1.0 - two_votes);
        Self {
            eta: (1.0 - kept) / (2.0 - 2.0 * upper) + kept - 0.5,
        }
    }
}

impl Alternative for FixedEta {
    fn eta<D: Draws>(&self, _: &Past<D>) -> f64 {
        self.eta
    }
}

/// Where the estimate of [`TruncatedShrinkage`] ends above.
pub trait Truncation {
    /// The largest estimate; `step` is `c / sqrt(d + j - 1)`.
    fn ceiling(upper: f64, step: f64) -> f64;
}

/// At `u (1 - eps)`, as published (ALPHA, section 2.5.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper;

impl Truncation for Paper {
    fn ceiling(upper: f64, _: f64) -> f64 {
        upper * (1.0 - f64::EPSILON)
    }
}

/// At `u (1 - eps) - c / sqrt(d + j - 1)`, as SHANGRLA computes since 2023.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Subtracting;

impl Truncation for Subtracting {
    fn ceiling(upper: f64, step: f64) -> f64 {
        upper * (1.0 - f64::EPSILON) - step
    }
}

/// ALPHA's estimate: the reported mean and the mean of the sample, weighted `d` to `j - 1`, kept by
/// `c / sqrt(d + j - 1)` above the null mean. The two published ways of bounding it above are types, since
/// they give different p-values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TruncatedShrinkage<T> {
    eta: f64,
    c: f64,
    d: f64,
    truncation: PhantomData<T>,
}

impl<T: Truncation> TruncatedShrinkage<T> {
    /// `eta`: the reported mean; `d`: how many draws it weighs; `c`: how far the estimate stays above the
    /// null. Any values are valid; they change how many draws are needed, not the risk.
    pub fn new(eta: f64, d: f64, c: f64) -> Self {
        Self {
            eta,
            c,
            d,
            truncation: PhantomData,
        }
    }

    /// The usual setting: `d = 100`, `c = (eta - t) / 2`, less where `[t + c, u - c]` would be empty.
    pub fn usual(eta: f64, null: super::Null) -> Self {
        let (mean, upper) = (null.mean(), null.upper());
        let c = ((eta - mean) / 2.0).clamp(0.0, (upper - mean) / 2.0);
        Self::new(eta, 100.0, c)
    }
}

impl<T: Truncation> Alternative for TruncatedShrinkage<T> {
    fn eta<D: Draws>(&self, past: &Past<D>) -> f64 {
        let weight = self.d + past.drawn as f64;
        let step = self.c / libm::sqrt(weight);
        let shrunk = (self.d * self.eta + past.sum.value()) / weight;
        let floor = past.null * (1.0 + f64::EPSILON) + step;
        T::ceiling(past.upper, step).min(shrunk.max(floor))
    }
}

/// The same bet at every draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FixedBet {
    lambda: f64,
}

impl FixedBet {
    /// Bets `lambda`, which has the unit of 1/value.
    pub fn new(lambda: f64) -> Self {
        Self { lambda }
    }
}

impl Strategy for FixedBet {
    fn bet<D: Draws>(&self, _: &Past<D>) -> f64 {
        self.lambda
    }
}

/// A share of the largest bet: `lambda = share / m`. All of it is Kaplan and Markov's inequality, which one
/// value of 0 ruins for ever; a share below 1 survives it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Proportional {
    share: f64,
}

impl Proportional {
    /// Bets the share, from 0 to 1, of the largest bet.
    pub fn new(share: f64) -> Self {
        Self { share }
    }

    /// The share.
    pub fn share(self) -> f64 {
        self.share
    }
}

impl Strategy for Proportional {
    fn bet<D: Draws>(&self, past: &Past<D>) -> f64 {
        self.share / past.null
    }
}

/// `lambda = 1 / (m + padding)`: Kaplan and Markov's inequality with every value padded, so that a value of 0
/// does not ruin it; without replacement, Kaplan and Kolmogorov's.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Padded {
    padding: f64,
}

impl Padded {
    /// Pads values by `padding`, at least 0 and in their unit.
    pub fn new(padding: f64) -> Self {
        Self {
            padding: padding.max(0.0),
        }
    }
}

impl Strategy for Padded {
    fn bet<D: Draws>(&self, past: &Past<D>) -> f64 {
        1.0 / (past.null + self.padding)
    }
}

/// aGRAPA: the bet that would have grown the fortune most on the draws so far, approximately, and never
/// more than a growing share of the largest bet (Waudby-Smith and Ramdas 2023, section 4.3; caps as in
/// SHANGRLA). The bet uses the null mean of the draw before, the cap that of the coming draw.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agrapa {
    /// The first bet.
    pub first: f64,
    /// The first cap, a share of the largest bet.
    pub cap: f64,
    /// The last cap.
    pub cap_limit: f64,
    /// How fast the cap grows from the first to the last.
    pub growth: f64,
}

impl Strategy for Agrapa {
    const NEEDS_VARIANCE: bool = true;

    fn bet<D: Draws>(&self, past: &Past<D>) -> f64 {
        if past.drawn == 0 {
            return self.first;
        }
        let grown = 1.0 - 1.0 / (1.0 + self.growth * libm::sqrt(past.drawn as f64));
        let cap = (self.cap + (self.cap_limit - self.cap) * grown) / past.null;
        let gain = past.average - past.previous;
        let spread = past.variance() + gain * gain;
        if spread > 0.0 {
            (gain / spread).clamp(0.0, cap.max(0.0))
        } else {
            0.0
        }
    }
}
