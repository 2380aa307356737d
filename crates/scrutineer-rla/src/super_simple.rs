//! Super-simple ballot comparison: every error counts as one or two votes of the smallest margin.
//!
//! `p = (1 - 1/U)^n (1 - 1/(2 gamma))^-o1 (1 - 1/gamma)^-o2 (1 + 1/(2 gamma))^-u1 (1 + 1/gamma)^-u2`,
//! `U = 2 gamma / mu`, where mu is the margin over all cards and gamma above 1 the inflation of errors
//! (Stark 2010; Lindeman and Stark, A gentle introduction, 2012). Held to Arlo, CORLA18 and rlacalc; new audits
//! are better served by [`crate::comparison`] with a bet of the engine.

use crate::size::count;

/// The usual inflation.
pub const GAMMA: f64 = 1.03905;

/// Errors by how many votes of the margin they take (over) or give (under): counts, or rates in a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Errors {
    /// Overstatements by one vote.
    pub one_over: f64,
    /// Overstatements by two votes; a card that was not found is one.
    pub two_over: f64,
    /// Understatements by one vote.
    pub one_under: f64,
    /// Understatements by two votes.
    pub two_under: f64,
}

impl Errors {
    /// What they add to ln p.
    fn weight(self, gamma: f64) -> f64 {
        let over =
            self.one_over * libm::log1p(-0.5 / gamma) + self.two_over * libm::log1p(-1.0 / gamma);
        let under =
            self.one_under * libm::log1p(0.5 / gamma) + self.two_under * libm::log1p(1.0 / gamma);
        -(over + under)
    }

    fn sum(self) -> f64 {
        self.one_over + self.two_over + self.one_under + self.two_under
    }

    fn times(self, factor: f64) -> Self {
        Self {
            one_over: self.one_over * factor,
            two_over: self.two_over * factor,
            one_under: self.one_under * factor,
            two_under: self.two_under * factor,
        }
    }
}

/// An audit of a diluted margin.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SuperSimple {
    gamma: f64,
    margin: f64,
}

impl SuperSimple {
    /// `margin`: the smallest margin in votes over all cards, above 0 and at most 1; `gamma` above 1. `None`
    /// otherwise.
    pub fn new(margin: f64, gamma: f64) -> Option<Self> {
        let is_valid = gamma > 1.0 && gamma.is_finite() && 0.0 < margin && margin <= 1.0;
        is_valid.then_some(Self { gamma, margin })
    }

    /// The p-value of so many draws with these errors, each as often as it was drawn.
    pub fn p(self, draws: u64, errors: Errors) -> f64 {
        let clean = libm::log1p(-self.margin / (2.0 * self.gamma));
        libm::exp((draws as f64 * clean + errors.weight(self.gamma)).min(0.0))
    }

    /// What errors add to ln p, whatever the margin.
    pub(crate) fn ln_weight(self, errors: Errors) -> f64 {
        errors.weight(self.gamma)
    }

    /// Cards that are enough if exactly these errors are among them, by the linear rule
    /// `-2 gamma (ln alpha - weight of the errors) / mu`, which is 1 or 2 above the exact logarithm; not fewer
    /// than the errors. `None` for a risk limit outside 0 to 1.
    pub fn size_with(self, risk_limit: f64, errors: Errors) -> Option<u64> {
        let goal = goal(risk_limit)?;
        let size = -2.0 * self.gamma * (goal - errors.weight(self.gamma)) / self.margin;
        count(libm::ceil(size).max(errors.sum()))
    }

    /// Cards to draw first if errors come at these rates: their expected numbers in a sample without
    /// variation, one-vote errors rounded up and two-vote errors to the nearest, then
    /// [`size_with`](Self::size_with). All cards where the errors outweigh the clean draws.
    pub fn size(self, risk_limit: f64, rates: Errors, cards: u64) -> Option<u64> {
        let goal = goal(risk_limit)?;
        let clean = libm::log1p(-self.margin / (2.0 * self.gamma));
        let step = clean + rates.weight(self.gamma);
        if step >= 0.0 {
            return Some(cards);
        }
        let expected = rates.times(libm::ceil(goal / step));
        let errors = Errors {
            one_over: libm::ceil(expected.one_over),
            two_over: libm::floor(expected.two_over + 0.5),
            one_under: libm::ceil(expected.one_under),
            two_under: libm::floor(expected.two_under + 0.5),
        };
        self.size_with(risk_limit, errors)
            .map(|size| size.min(cards))
    }

    /// Cards to draw on top of `drawn` if errors go on at the rate observed.
    pub fn more(self, risk_limit: f64, drawn: u64, observed: Errors, cards: u64) -> Option<u64> {
        let rates = observed.times(1.0 / (drawn.max(1) as f64));
        let size = self.size(risk_limit, rates, cards)?;
        Some(size.saturating_sub(drawn))
    }
}

fn goal(risk_limit: f64) -> Option<f64> {
    (0.0 < risk_limit && risk_limit < 1.0).then(|| libm::log(risk_limit))
}
