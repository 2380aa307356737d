//! How many ballots: expected from the margins, and simulated.

use super::Ballots;
use crate::audit::manifest::Manifest;
use crate::audit::measure::Workload;
use crate::audit::plan::Kind;
use crate::batch::{Size, Weights};
use crate::plan::{Quantiles, Random};
use crate::size::count;

/// The normal quantile of nine in ten (scipy 1.14, `norm.ppf(0.9)`).
const NINE_IN_TEN: f64 = 1.281_551_565_544_600_4;
/// Simulated audits, and the seed of their draws: the same plan gives the same sizes.
const RUNS: u32 = 200;
const SEED: u64 = 1;
/// Sizes are not simulated beyond: nobody draws so many ballots one by one.
const MOST_SIMULATED: u64 = 500_000;
/// Claims that need fewer than a quarter of the draws of the one that needs most decide no audit.
const DECIDING: u64 = 4;
/// Minutes of a team of two to open a box, count its ballots into one pile and close it.
const MINUTES_A_BOX: f64 = 15.0;
/// Minutes of a team of two to find a ballot by its position and read it.
const MINUTES_A_BALLOT: f64 = 2.0;

/// What to expect of the draws of a plan, if the records are right. It says what work to prepare for, and
/// nothing about the risk.
#[derive(Clone, Debug, PartialEq)]
pub struct BallotOutlook {
    /// Draws after which the logarithm of the fortune of every claim is expected to reach the limit.
    pub expected: Size,
    /// Draws that were enough in half to nine tenths of simulated audits; `None` where so many are needed that
    /// none was simulated.
    pub simulated: Option<Quantiles>,
    /// Ballots without a record, which are supposed missing; `None` where ballots are not compared.
    pub unrecorded: Option<u64>,
}

impl Ballots {
    /// Draws that are enough in nine of ten audits if the records are right, from the logarithm of the
    /// fortune of each claim: with mean g and standard deviation s of one draw's logarithm, the n with
    /// `n g - 1.28 s sqrt(n) = -ln(limit) - ln M`, as BRAVO's completion size. A claim with an infinite fortune is
    /// met.
    pub(super) fn size(&self, risk_limit: f64, fortunes: &[f64]) -> Size {
        self.at(risk_limit, fortunes, NINE_IN_TEN)
    }

    fn at(&self, risk_limit: f64, fortunes: &[f64], quantile: f64) -> Size {
        let sizes = self.claims.iter().zip(fortunes).map(|(claim, fortune)| {
            let needed = -libm::log(risk_limit) - fortune;
            if needed <= 0.0 {
                return Some(0);
            }
            let (growth, spread) = claim.growth();
            if growth <= 0.0 {
                return None;
            }
            let b = quantile * spread;
            let root = (b + libm::sqrt(b * b + 4.0 * growth * needed)) / (2.0 * growth);
            count(libm::ceil(root * root))
        });
        let size = sizes.collect::<Option<Vec<u64>>>();
        let size = size.and_then(|sizes| sizes.into_iter().max());
        size.filter(|&size| size < self.total)
            .map_or(Size::FullCount, Size::Draws)
    }

    /// What to expect at a risk limit.
    pub fn outlook(&self, risk_limit: f64) -> BallotOutlook {
        let fresh = vec![0.0; self.claims.len()];
        let simulated = match self.size(risk_limit, &fresh) {
            Size::Draws(size) if size <= MOST_SIMULATED => Some(self.simulate(risk_limit)),
            _ => None,
        };
        BallotOutlook {
            expected: self.at(risk_limit, &fresh, 0.0),
            simulated,
            unrecorded: self.unrecorded(),
        }
    }

    /// Draws from the ballots that the records have.
    fn simulate(&self, risk_limit: f64) -> Quantiles {
        let mut random = Random::new(SEED);
        let fresh = [0.0];
        let needs: Vec<u64> = self
            .claims
            .iter()
            .map(|claim| {
                let alone = Self {
                    total: self.total,
                    claims: vec![claim.clone()],
                    recorded: None,
                };
                match alone.size(risk_limit, &fresh) {
                    Size::Draws(draws) => draws,
                    Size::FullCount => self.total,
                }
            })
            .collect();
        let most = needs.iter().copied().max().unwrap_or(0);
        let deciding = self.claims.iter().zip(&needs);
        let deciding: Vec<_> = deciding
            .filter(|(_, need)| need.saturating_mul(DECIDING) >= most)
            .map(|(claim, _)| claim)
            .collect();
        // The shares are those of the same ballots for every claim.
        let sums: Vec<f64> = deciding.first().map_or_else(Vec::new, |claim| {
            let shares = claim.values().iter().map(|(_, share)| *share);
            shares
                .scan(0.0, |sum, share| {
                    *sum += share;
                    Some(*sum)
                })
                .collect()
        });
        let sizes = (0..RUNS).map(|_| {
            let mut open: Vec<_> = deciding
                .iter()
                .map(|claim| (*claim, claim.begin()))
                .collect();
            let mut size = 0;
            while size < self.total && !open.is_empty() {
                size += 1;
                let point = random.unit();
                let kind = sums.partition_point(|sum| *sum <= point);
                open.retain_mut(|(claim, risk)| {
                    let values = claim.values();
                    let value = values.get(kind).or(values.last());
                    let _ = risk.draw(value.map_or(0.0, |(value, _)| *value));
                    risk.p() > risk_limit
                });
            }
            size
        });
        Quantiles::of(sizes.collect(), self.total)
    }
}

/// The expected work of a size; of all boxes, counted whole, for a full count.
pub(in crate::audit) fn work(manifest: &Manifest, weights: &Weights, size: Size) -> Workload {
    let total = manifest
        .ballots()
        .iter()
        .map(|&held| held as f64)
        .sum::<f64>();
    let mut found = Workload {
        stations: 0.0,
        ballots: 0.0,
        hours: 0.0,
    };
    let Size::Draws(draws) = size else {
        return Workload::of(Kind::Boxes, manifest, weights, size);
    };
    for &ballots in manifest.ballots() {
        // 1 - (1 - b/T)^n
        found.stations += -libm::expm1(draws as f64 * libm::log1p(-(ballots as f64) / total));
    }
    found.ballots = total * -libm::expm1(draws as f64 * libm::log1p(-1.0 / total));
    found.hours = (MINUTES_A_BOX * found.stations + MINUTES_A_BALLOT * found.ballots) / 60.0;
    found
}
