//! Sizes by drawing many orders.

use scrutineer_model::Exact;

use super::random::Random;
use crate::batch::{Bet, Weights, kept, null_of_taints};
use crate::martingale::{
    Martingale, MartingaleError, Null, Proportional, Strategy, WithReplacement, WithoutReplacement,
};

/// Draws that are enough in so many of a hundred runs; `None` where a full count is as good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quantiles {
    /// In half of the runs.
    pub q50: Option<u64>,
    /// In 70 %.
    pub q70: Option<u64>,
    /// In 80 %.
    pub q80: Option<u64>,
    /// In 90 %.
    pub q90: Option<u64>,
}

impl Quantiles {
    /// Of sizes in any order; those that did not stop are the largest.
    pub(crate) fn of(mut sizes: Vec<u64>, never: u64) -> Self {
        sizes.sort_unstable();
        let at = |percent: usize| {
            let index = (sizes.len() * percent).div_ceil(100).saturating_sub(1);
            sizes.get(index).copied().filter(|size| *size < never)
        };
        Self {
            q50: at(50),
            q70: at(70),
            q80: at(80),
            q90: at(90),
        }
    }
}

/// Sizes of an audit that draws values without replacement, from runs over shuffled copies of the population.
/// The values are left in another order.
///
/// # Errors
///
/// When a value is outside the bounds of the null.
pub fn simulate<S: Strategy + Copy>(
    population: &mut [f64],
    null: Null,
    strategy: S,
    risk_limit: f64,
    runs: u32,
    random: &mut Random,
) -> Result<Quantiles, MartingaleError> {
    let all = population.len();
    let never = Quantiles::of(Vec::new(), 0);
    let Some(draws) = WithoutReplacement::new(all as u64) else {
        return Ok(never);
    };
    let mut sizes = Vec::new();
    for _ in 0..runs {
        let mut martingale = Martingale::new(null, draws, strategy);
        let mut size = all as u64;
        for at in 0..all {
            // A shuffle that goes only as far as the run; it starts from any order.
            population.swap(at, at + random.below(all - at));
            martingale.draw(population.get(at).copied().unwrap_or_default())?;
            if martingale.p() <= risk_limit {
                size = at as u64 + 1;
                break;
            }
        }
        sizes.push(size);
    }
    Ok(Quantiles::of(sizes, all as u64))
}

/// What an honest election is expected to show: a share of the draws differs from its sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Deviation {
    /// The share of draws with an error against the outcome, from 0 to 1.
    pub rate: f64,
    /// The taint of each.
    pub taint: Exact,
}

/// Sizes of a batch comparison whose draws deviate independently of each other.
pub fn batch_sizes(
    weights: &Weights,
    bet: Bet,
    risk_limit: f64,
    deviation: Deviation,
    runs: u32,
    random: &mut Random,
) -> Quantiles {
    let never = weights.sheets() as u64;
    let Some(null) = null_of_taints(weights) else {
        return Quantiles::of(vec![0], 1);
    };
    let tainted = kept(deviation.taint);
    let mut sizes = Vec::new();
    for _ in 0..runs {
        let mut martingale = Martingale::new(null, WithReplacement, Proportional::new(bet.share()));
        let mut size = 0;
        while size < never {
            size += 1;
            let is_tainted = random.unit() < deviation.rate;
            // Values kept of taints are within the bounds.
            let _ = martingale.draw(if is_tainted { tainted } else { 1.0 });
            if martingale.p() <= risk_limit {
                break;
            }
        }
        sizes.push(if martingale.p() <= risk_limit {
            size
        } else {
            never
        });
    }
    Quantiles::of(sizes, never)
}
