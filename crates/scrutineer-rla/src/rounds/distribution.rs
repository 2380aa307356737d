//! The distribution of a count over rounds that stop early.

use scrutineer_stats::Binomial;

/// Chances of each count of ballots for the winner among the histories that did not stop.
#[derive(Clone, Debug)]
pub(super) struct Distribution {
    chances: Vec<f64>,
}

impl Distribution {
    pub(super) fn start() -> Self {
        Self { chances: vec![1.0] }
    }

    /// The largest count.
    pub(super) fn most(&self) -> u64 {
        self.chances.len().saturating_sub(1) as u64
    }

    pub(super) fn chance(&self, count: u64) -> f64 {
        let at = usize::try_from(count).unwrap_or(usize::MAX);
        self.chances.get(at).copied().unwrap_or_default()
    }

    /// The chance of at least so many, summed from the smallest terms.
    pub(super) fn tail(&self, count: u64) -> f64 {
        let from = usize::try_from(count).unwrap_or(usize::MAX);
        self.chances.iter().skip(from).rev().sum()
    }

    /// Draws so many ballots more, each for the winner with probability `share`.
    pub(super) fn draw(&mut self, size: u64, share: f64) {
        let step: Vec<f64> = match Binomial::new(size, share) {
            Some(held) => (0..=size).map(|count| held.pmf(count)).collect(),
            None => return,
        };
        if let [all] = self.chances[..] {
            self.chances = step.into_iter().map(|chance| chance * all).collect();
            return;
        }
        let mut sum = vec![0.0; self.chances.len() + step.len() - 1];
        for (at, chance) in self
            .chances
            .iter()
            .enumerate()
            .filter(|(_, held)| **held > 0.0)
        {
            for (slot, term) in sum.iter_mut().skip(at).zip(&step) {
                *slot += chance * term;
            }
        }
        self.chances = sum;
    }

    /// Histories with at least so many stop.
    pub(super) fn stop_at(&mut self, count: Option<u64>) {
        let from = count.map_or(usize::MAX, |count| {
            usize::try_from(count).unwrap_or(usize::MAX)
        });
        for chance in self.chances.iter_mut().skip(from) {
            *chance = 0.0;
        }
    }
}
