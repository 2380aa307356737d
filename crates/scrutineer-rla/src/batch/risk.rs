//! From taints to a risk, and from a risk to a size.

use scrutineer_model::Exact;

use super::Weights;
use crate::martingale::{Martingale, Null, Proportional, WithReplacement};
use crate::size::count;

/// How much is staked on each draw. It is chosen before the seed, since choosing it afterwards would be a
/// second attempt.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Bet {
    /// Everything: `p = prod (1 - 1/U) / (1 - T)`. The fewest draws if nothing is wrong; a single taint of 1,
    /// such as a missing box, makes p = 1 for ever.
    KaplanMarkov,
    /// A share of that, between 0 and 1: `p = 1 / prod (1 + lambda (1/U - T))`, `lambda = share U / (U - 1)`.
    Capped(f64),
}

impl Bet {
    /// The share that survives a missing box at the cost of about a tenth more draws.
    pub const SURVIVING: Self = Self::Capped(0.9);

    /// A share of the largest bet; `None` unless it is above 0 and below 1.
    pub fn capped(share: f64) -> Option<Self> {
        (0.0 < share && share < 1.0).then_some(Self::Capped(share))
    }

    /// The share that is staked.
    pub fn share(self) -> f64 {
        match self {
            Self::KaplanMarkov => 1.0,
            Self::Capped(share) if share.is_finite() => share.clamp(0.0, 1.0),
            Self::Capped(_) => 0.0,
        }
    }

    /// The risk after the taints of all draws, in the order of the draws. Shares outside 0 to 1 count as the
    /// nearer end.
    pub fn measure(self, weights: &Weights, taints: &[Exact]) -> Risk {
        let Some(null) = null_of_taints(weights) else {
            return Risk {
                p: 0.0,
                ln_p: f64::NEG_INFINITY,
                sequential_p: 0.0,
            };
        };
        let strategy = Proportional::new(self.share());
        let mut martingale = Martingale::new(null, WithReplacement, strategy);
        for taint in taints {
            // Values are within the bounds by construction, so no draw is refused.
            let _ = martingale.draw(kept(*taint));
        }
        Risk {
            p: martingale.p(),
            ln_p: -martingale.ln_fortune(),
            sequential_p: martingale.sequential_p(),
        }
    }

    /// The risk after so many draws without any error.
    pub fn clean_risk(self, weights: &Weights, draws: u64) -> f64 {
        if draws == 0 {
            return 1.0;
        }
        libm::exp(draws as f64 * self.step(weights, Exact::ZERO)).min(1.0)
    }

    /// By how much a draw with this taint moves ln p; below 0 for a taint below 1/U, without bound for a taint
    /// that ruins the bet.
    pub(crate) fn step(self, weights: &Weights, taint: Exact) -> f64 {
        let Some(null) = null_of_taints(weights) else {
            return f64::NEG_INFINITY;
        };
        let lambda = self.share() / null.mean();
        -libm::log1p(lambda * (kept(taint) - null.mean()))
    }
}

/// `1 - T`, rounded once.
pub(crate) fn kept(taint: Exact) -> f64 {
    let taint = taint.clamp(Exact::ZERO, Exact::ONE);
    let all = taint.denominator();
    (all - taint.numerator()) as f64 / all as f64
}

/// The mean of `1 - T` is at most `1 - 1/U` if an outcome is wrong; `None` where no error can make it so.
pub(crate) fn null_of_taints(weights: &Weights) -> Option<Null> {
    let (total, one) = (weights.total(), weights.denominator());
    Null::new((total.checked_sub(one)?) as f64 / total as f64, 1.0).ok()
}

/// A measured risk.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Risk {
    /// After the last draw. At most the risk limit means confirmed.
    pub p: f64,
    /// The logarithm of 1/M, of which p is at most 1: also where p is too small to print, above 0 where the
    /// draws speak against the outcome, infinite where they ruined the bet. A next size starts here.
    pub ln_p: f64,
    /// The smallest after any draw, in the order of the draws: valid too, since the method may be watched
    /// draw by draw.
    pub sequential_p: f64,
}

/// How many draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Size {
    /// So many draws, counting a station as often as it is drawn.
    Draws(u64),
    /// At least as many as there are stations, or no number would do: count every box.
    FullCount,
}

/// Draws to start with if no errors come: `ceil(ln alpha / ln(1 - 1/U)) + 1` for Kaplan and Markov's bet.
/// The one more is Arlo's reserve for a small error (MACRO).
pub fn initial_size(bet: Bet, weights: &Weights, risk_limit: f64) -> Size {
    next_size(bet, weights, risk_limit, 0.0)
}

/// More draws if no more errors come, from the logarithm of the measured risk; none where the limit is met.
pub fn next_size(bet: Bet, weights: &Weights, risk_limit: f64, ln_p: f64) -> Size {
    size_with(bet, weights, risk_limit, ln_p, &[])
}

/// More draws if exactly these errors come among them: "what if k stations differ so much".
pub fn size_with(
    bet: Bet,
    weights: &Weights,
    risk_limit: f64,
    ln_p: f64,
    taints: &[Exact],
) -> Size {
    let clean = bet.step(weights, Exact::ZERO);
    if !(0.0 < risk_limit && risk_limit < 1.0) || ln_p.is_nan() {
        return Size::FullCount;
    }
    let goal = libm::log(risk_limit);
    let mut from = ln_p;
    for taint in taints {
        from += bet.step(weights, *taint);
    }
    let needed = goal - from;
    let with_errors = taints.len() as f64;
    let draws = if clean == f64::NEG_INFINITY {
        0.0
    } else if needed >= 0.0 {
        with_errors
    } else {
        libm::ceil(needed / clean) + 1.0 + with_errors
    };
    // Also where no number of draws would do, and the quotient is infinite or no number.
    if draws < weights.sheets() as f64 {
        count(draws).map_or(Size::FullCount, Size::Draws)
    } else {
        Size::FullCount
    }
}
