//! The dual function and its slope, in floating point, for the search only.

use crate::feasibility::Target;
use crate::joint::{Count, declared};
use crate::observed::Observed;

/// The dual in one multiplier per fold of targets.
pub(super) struct Dual {
    /// Votes of each fold on each sheet.
    votes: Vec<Vec<f64>>,
    registered: Vec<f64>,
    declared: Vec<f64>,
    exceeded: Vec<bool>,
    counted: f64,
    unobserved: f64,
    turnout_cap: f64,
}

/// The value at one point.
pub(super) struct Evaluation {
    pub(super) value: f64,
    pub(super) slope: Vec<f64>,
    /// The sheet that is counted in part; `None` where the voters without a sheet are.
    pub(super) marginal: Option<usize>,
}

/// Stands for the voters without a sheet in the order of scores.
const UNOBSERVED: u32 = u32::MAX;

impl Dual {
    pub(super) fn new(
        observed: &Observed,
        list: &[&Target],
        folds: &[usize],
        count: Count,
        unobserved: u64,
    ) -> Self {
        let size = folds.iter().map(|fold| fold + 1).max().unwrap_or(0);
        let mut votes = vec![vec![0.0; observed.len()]; size];
        let mut sums = vec![0.0; size];
        let mut exceeded = vec![false; size];
        for (target, &fold) in list.iter().zip(folds) {
            let counts = target.votes(observed);
            for (sum, count) in votes[fold].iter_mut().zip(counts.iter()) {
                *sum += count as f64;
            }
            sums[fold] += declared(target, count.favourable) as f64;
            exceeded[fold] |= target.observed > declared(target, count.favourable);
        }
        Self {
            votes,
            registered: observed.registered.iter().map(|&r| f64::from(r)).collect(),
            declared: sums,
            exceeded,
            counted: count.counted.to_f64(),
            unobserved: unobserved as f64,
            turnout_cap: count.turnout_cap.to_f64(),
        }
    }

    pub(super) fn size(&self) -> usize {
        self.declared.len()
    }

    /// Numbers that the sheets exceed at full weight, the others at none.
    pub(super) fn start(&self) -> Vec<f64> {
        let weight = |&exceeded: &bool| if exceeded { 1.0 } else { 0.0 };
        self.exceeded.iter().map(weight).collect()
    }

    /// Fills sheets and unobserved voters in order of their score per voter, the smallest first,
    /// until the counted voters are reached; the last one in part.
    pub(super) fn evaluate(&self, at: &[f64]) -> Evaluation {
        let mut scores = vec![0.0; self.registered.len()];
        for (column, &multiplier) in self.votes.iter().zip(at) {
            for (score, votes) in scores.iter_mut().zip(column) {
                *score += multiplier * votes;
            }
        }
        let (least_at, least) = at
            .iter()
            .copied()
            .enumerate()
            .min_by(|a, b| a.1.total_cmp(&b.1))
            .unwrap_or((0, 0.0));
        let missing_score = self.turnout_cap * least.min(0.0);
        let mut order: Vec<(f64, u32)> = Vec::with_capacity(scores.len() + 1);
        let mut taken = vec![0.0; scores.len()];
        for (index, (&score, &weight)) in (0u32..).zip(scores.iter().zip(&self.registered)) {
            if weight > 0.0 {
                order.push((score / weight, index));
            } else if score < 0.0 {
                taken[index as usize] = 1.0;
            }
        }
        order.push((missing_score, UNOBSERVED));
        let mut left = self.counted;
        let mut unobserved = 0.0;
        let weight_of = |index: u32| {
            self.registered
                .get(index as usize)
                .copied()
                .unwrap_or(self.unobserved)
        };
        let mut take = |index: u32, share: f64| match taken.get_mut(index as usize) {
            Some(held) => *held = share,
            None => unobserved = share * self.unobserved,
        };
        let mut rest = order.as_mut_slice();
        while rest.len() > 1 {
            let middle = rest.len() / 2;
            rest.select_nth_unstable_by(middle, |a, b| {
                a.0.total_cmp(&b.0).then_with(|| a.1.cmp(&b.1))
            });
            let (first, second) = rest.split_at_mut(middle);
            let weight: f64 = first.iter().map(|&(_, index)| weight_of(index)).sum();
            if weight <= left {
                left -= weight;
                for &mut (_, index) in first {
                    take(index, 1.0);
                }
                rest = second;
            } else {
                rest = first;
            }
        }
        let marginal = rest.first().map(|&(_, index)| index);
        if let Some(index) = marginal {
            let weight = weight_of(index);
            let share = if weight > 0.0 { left / weight } else { 0.0 };
            take(index, share.clamp(0.0, 1.0));
        }
        let slope: Vec<f64> = self
            .votes
            .iter()
            .zip(&self.declared)
            .enumerate()
            .map(|(fold, (column, declared))| {
                let inside: f64 = column.iter().zip(&taken).map(|(v, x)| v * x).sum();
                let given = if fold == least_at && least < 0.0 {
                    self.turnout_cap * unobserved
                } else {
                    0.0
                };
                inside + given - declared
            })
            .collect();
        // The dual is linear in the multipliers for a fixed filling.
        let value = slope.iter().zip(at).map(|(s, x)| s * x).sum();
        Evaluation {
            value,
            slope,
            marginal: marginal
                .filter(|&index| index != UNOBSERVED)
                .map(|index| index as usize),
        }
    }
}
