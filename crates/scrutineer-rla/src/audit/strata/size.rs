//! How many draws it takes, in which strata, and how much work that is.

use scrutineer_model::Exact;

use super::super::manifest::Manifest;
use super::super::measure::Workload;
use super::super::plan::Kind;
use super::measure::State;
use super::{Rate, Strata};
use crate::batch::Size;

/// What to expect of a stratum in a number of draws.
#[derive(Clone, Debug, PartialEq)]
pub struct StratumOutlook {
    /// Its id.
    pub stratum: String,
    /// Its stations.
    pub stations: u64,
    /// Its part of the sum of all bounds, from 0 to 1.
    pub weight: f64,
    /// How much it is drawn from.
    pub rate: Rate,
    /// Draws in it; 0 where every station is looked at.
    pub draws: u64,
    /// Different stations to expect.
    pub expected: f64,
}

impl Strata {
    /// Draws to begin with, if no record is wrong.
    pub(in crate::audit) fn first_size(&self, risk_limit: f64) -> Size {
        let whole: Vec<(usize, Exact)> = self.whole().map(|row| (row, Exact::ZERO)).collect();
        let state = self.state(&[], &whole);
        match self.more(state, 0, risk_limit) {
            Size::Draws(draws) => Size::Draws(draws.max(1)),
            Size::FullCount => Size::FullCount,
        }
    }

    /// Further draws after so many, in the order of the plan, if they show no error.
    pub(in crate::audit) fn next_size(
        &self,
        drawn: &[(usize, Exact)],
        whole: &[(usize, Exact)],
        risk_limit: f64,
    ) -> Size {
        let state = self.state(drawn, whole);
        self.more(state, drawn.len(), risk_limit)
    }

    /// One more than is needed, as in a draw from the whole list: a reserve for a small error.
    fn more(&self, state: State, drawn: usize, risk_limit: f64) -> Size {
        if !(0.0 < risk_limit && risk_limit < 1.0) {
            return Size::FullCount;
        }
        let (audit, used) = match state {
            State::NoRisk => return Size::Draws(0),
            State::Refused => return Size::FullCount,
            State::Open(audit, used) => (audit, used),
        };
        let most = self.to_draw_from().saturating_sub(1);
        let coming: Vec<usize> = self.turns().skip(drawn).take(most).collect();
        let is_enough = |draws: usize| {
            let mut counts = vec![0u64; self.layers.len()];
            for &layer in coming.iter().take(draws) {
                if let Some(count) = counts.get_mut(layer) {
                    *count += 1;
                }
            }
            let mut then = audit.clone();
            for (stratum, at) in then.strata_mut().zip(&used) {
                let times = counts.get(*at).copied().unwrap_or(0);
                // 1 is the largest value, and a stratum that was counted is not drawn from.
                let _ = stratum.draw_times(1.0, times);
            }
            then.p() <= risk_limit
        };
        if is_enough(0) {
            return Size::Draws(0);
        }
        if !is_enough(coming.len()) {
            return Size::FullCount;
        }
        // More draws without an error never raise the risk.
        let (mut few, mut many) = (0, 1);
        while many < coming.len() && !is_enough(many) {
            few = many;
            many *= 2;
        }
        many = many.min(coming.len());
        while many - few > 1 {
            let middle = few + (many - few) / 2;
            if is_enough(middle) {
                many = middle;
            } else {
                few = middle;
            }
        }
        if many < most {
            Size::Draws(many as u64 + 1)
        } else {
            Size::FullCount
        }
    }

    /// Stations of the strata that are drawn from.
    fn to_draw_from(&self) -> usize {
        let drawn = self.layers.iter();
        let drawn = drawn.filter(|held| held.plan.rate.times().is_some());
        drawn.map(|held| held.rows.len()).sum()
    }

    /// Draws by stratum among the first so many.
    fn counts(&self, draws: u64) -> Vec<u64> {
        let mut counts = vec![0u64; self.layers.len()];
        let draws = usize::try_from(draws).unwrap_or(usize::MAX);
        for layer in self.turns().take(draws) {
            if let Some(count) = counts.get_mut(layer) {
                *count += 1;
            }
        }
        counts
    }

    /// The chance that a station is looked at within so many draws of its stratum: `1 - (1 - w/T_h)^n`.
    fn chance(&self, row: usize, counts: &[u64], size: Size) -> f64 {
        let Some(row) = self.of.get(row) else {
            return 0.0;
        };
        let layer = self.layers.get(row.layer);
        let is_drawn = layer.is_some_and(|held| held.plan.rate.times().is_some());
        if size == Size::FullCount || !is_drawn {
            return 1.0;
        }
        let bound = layer.map_or(0, |held| held.plan.bound).max(1) as f64;
        let draws = counts.get(row.layer).copied().unwrap_or(0) as f64;
        -libm::expm1(draws * libm::log1p(-(row.bound as f64) / bound))
    }

    /// The work of a number of draws.
    pub(in crate::audit) fn work(&self, kind: Kind, manifest: &Manifest, size: Size) -> Workload {
        let counts = self.counts(drawn(size));
        Workload::by(kind, manifest, |row| self.chance(row, &counts, size))
    }

    /// What to expect of each stratum.
    pub(in crate::audit) fn outlook(&self, size: Size) -> Vec<StratumOutlook> {
        let counts = self.counts(drawn(size));
        let layers = self.layers.iter().zip(&counts);
        layers
            .map(|(held, &draws)| StratumOutlook {
                stratum: held.plan.stratum.clone(),
                stations: held.plan.stations,
                weight: held.plan.bound as f64 / self.total as f64,
                rate: held.plan.rate,
                draws,
                expected: held
                    .rows
                    .iter()
                    .map(|&row| self.chance(row, &counts, size))
                    .sum(),
            })
            .collect()
    }
}

fn drawn(size: Size) -> u64 {
    match size {
        Size::Draws(draws) => draws,
        Size::FullCount => 0,
    }
}
