//! What to expect of the draws of a plan, before anything is drawn.

use scrutineer_model::Exact;

use super::plan::PlanOptions;
use crate::batch::{Size, Weights, size_with};
use crate::plan::{Conclusion, Deviation, Quantiles, Random, SIZES, batch_sizes, concluded};

/// So many of the draws are supposed to differ.
const DIFFERING: [u32; 4] = [1, 2, 5, 10];
/// By this part of what an error there could do at most.
const TAINT: (i128, i128) = (1, 10);
/// One draw in a hundred differs in the simulated audits.
const RATE: f64 = 0.01;
/// Simulated audits, and the seed of their draws: the same plan gives the same sizes.
const RUNS: u32 = 200;
const SEED: u64 = 1;

/// What to expect with the register total that the plan rests on. It says what work to prepare for, and
/// nothing about the risk.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// What 50 to 3,000 drawn stations show if none differs; only numbers below that of the stations.
    pub concluded: Vec<Conclusion>,
    /// First sizes if exactly so many of the draws differ by a tenth of their bound.
    pub differing: Vec<(u32, Size)>,
    /// Draws that were enough in half to nine tenths of simulated audits in which one draw in a hundred
    /// differs by a tenth of its bound.
    pub simulated: Quantiles,
}

impl Outlook {
    pub(super) fn new(weights: &Weights, options: &PlanOptions) -> Self {
        let (bet, limit) = (options.method.bet(), options.risk_limit.get());
        let taint = Exact::new(TAINT.0, TAINT.1).unwrap_or(Exact::ZERO);
        let size = |count: u32| {
            let taints = vec![taint; usize::try_from(count).unwrap_or_default()];
            (count, size_with(bet, weights, limit, 0.0, &taints))
        };
        // As many draws as stations are more work than looking at every one.
        let below = SIZES.partition_point(|&draws| draws < weights.sheets() as u64);
        let sizes = SIZES.get(..below).unwrap_or_default();
        Self {
            concluded: concluded(weights, bet, limit, sizes).unwrap_or_default(),
            differing: DIFFERING.into_iter().map(size).collect(),
            simulated: batch_sizes(
                weights,
                bet,
                limit,
                Deviation { rate: RATE, taint },
                RUNS,
                &mut Random::new(SEED),
            ),
        }
    }
}
