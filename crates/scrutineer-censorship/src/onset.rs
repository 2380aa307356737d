//! From when on: a change of the share of blocked measurements, and how surely there is one.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Blocked and all valid measurements of one day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Blocked.
    pub blocked: u64,
    /// Valid.
    pub total: u64,
}

/// Half of the width of the support interval: the 95 % point of chi-square with one degree of freedom.
const SUPPORT: f64 = 3.841_458_820_694_124;

/// Two ratios this near are the same.
const TIE: f64 = 1e-9;

/// Days that are moved together, because neighbouring days depend on each other.
const BLOCK: usize = 2;

/// Draws with a ratio at least as large after which no more are made.
const ENOUGH: u64 = 50;

/// The best split of a series.
#[derive(Clone, Debug, PartialEq)]
pub struct Split {
    /// Index of the first day after the change, from 1.
    pub at: usize,
    /// The likelihood ratio there.
    pub ratio: f64,
    /// Earliest and latest split that the data do not tell from it.
    pub support: (usize, usize),
    /// Blocked and total before.
    pub before: Count,
    /// Blocked and total after.
    pub after: Count,
}

/// `x ln x` for whole numbers, kept up to a bound.
struct Entropy(Vec<f64>);

impl Entropy {
    const KEPT: u64 = 1 << 18;

    fn new(largest: u64) -> Self {
        let kept = largest.min(Self::KEPT);
        Self((0..=kept).map(Self::value).collect())
    }

    fn value(x: u64) -> f64 {
        if x == 0 {
            0.0
        } else {
            x as f64 * libm::log(x as f64)
        }
    }

    fn of(&self, x: u64) -> f64 {
        let held = usize::try_from(x).ok().and_then(|x| self.0.get(x));
        held.copied().unwrap_or_else(|| Self::value(x))
    }

    /// `k ln(k/n) + (n-k) ln(1-k/n)`.
    fn likelihood(&self, count: Count) -> f64 {
        let rest = count.total.saturating_sub(count.blocked);
        self.of(count.blocked) + self.of(rest) - self.of(count.total)
    }
}

fn sum(days: &[Count]) -> Count {
    days.iter().fold(Count::default(), |held, day| Count {
        blocked: held.blocked.saturating_add(day.blocked),
        total: held.total.saturating_add(day.total),
    })
}

/// Calls `each` with every split and its likelihood ratio, `2 [l(before) + l(after) - l(all)]`.
fn ratios(
    days: impl Iterator<Item = Count>,
    all: Count,
    entropy: &Entropy,
    mut each: impl FnMut(f64),
) {
    let whole = entropy.likelihood(all);
    let mut before = Count::default();
    for day in days {
        before.blocked = before.blocked.saturating_add(day.blocked);
        before.total = before.total.saturating_add(day.total);
        let after = Count {
            blocked: all.blocked.saturating_sub(before.blocked),
            total: all.total.saturating_sub(before.total),
        };
        let parts = entropy.likelihood(before) + entropy.likelihood(after);
        let ratio = 2.0 * (parts - whole);
        // Equal shares leave only what rounding made.
        each(if ratio < TIE { 0.0 } else { ratio });
    }
}

/// The likelihood ratio of every split; the i-th (from 0) has i + 1 days before it.
pub fn profile(days: &[Count]) -> Vec<f64> {
    let all = sum(days);
    let entropy = Entropy::new(all.total);
    let mut found = Vec::with_capacity(days.len());
    ratios(days.iter().copied(), all, &entropy, |ratio| {
        found.push(ratio);
    });
    found.pop();
    found
}

/// The best split; `None` for fewer than two days.
pub fn split(days: &[Count]) -> Option<Split> {
    let profile = profile(days);
    let largest = profile.iter().copied().fold(0.0, f64::max);
    let first = |limit: f64| profile.iter().position(|ratio| *ratio >= limit);
    let at = first(largest - TIE)? + 1;
    let is_near = |ratio: &f64| largest - *ratio < SUPPORT;
    let earliest = profile.iter().position(is_near)? + 1;
    let latest = profile.iter().rposition(is_near)? + 1;
    Some(Split {
        at,
        ratio: largest,
        support: (earliest, latest),
        before: sum(days.get(..at)?),
        after: sum(days.get(at..)?),
    })
}

/// The chance of a ratio at least as large where days could have come in any order: draws that move
/// blocks of two neighbouring days, at most `draws`, ended after 50 such (Besag and Clifford 1991,
/// "Sequential Monte Carlo p-values"). 1 where there is nothing to tell.
pub fn permutation_p(days: &[Count], seed: [u8; 32], draws: u64) -> f64 {
    let all = sum(days);
    if days.len() < 2 || all.blocked == 0 || all.blocked >= all.total {
        return 1.0;
    }
    let entropy = Entropy::new(all.total);
    let largest = |order: &[usize]| {
        let mut largest = 0.0_f64;
        let moved = order.iter().flat_map(|block| {
            let from = block * BLOCK;
            days.get(from..(from + BLOCK).min(days.len()))
                .unwrap_or_default()
        });
        ratios(moved.copied(), all, &entropy, |ratio| {
            largest = largest.max(ratio);
        });
        largest
    };
    let mut order: Vec<usize> = (0..days.len().div_ceil(BLOCK)).collect();
    let observed = largest(&order) - TIE;
    let mut random = ChaCha8Rng::from_seed(seed);
    let mut as_large = 0;
    for draw in 1..=draws {
        shuffle(&mut order, &mut random);
        if largest(&order) >= observed {
            as_large += 1;
            if as_large == ENOUGH {
                return as_large as f64 / draw as f64;
            }
        }
    }
    (as_large + 1) as f64 / (draws + 1) as f64
}

/// Fisher and Yates, each place drawn without bias.
fn shuffle(order: &mut [usize], random: &mut ChaCha8Rng) {
    for last in (1..order.len()).rev() {
        order.swap(last, below(last + 1, random));
    }
}

/// A whole number below `bound`, each as likely (Lemire 2019).
fn below(bound: usize, random: &mut ChaCha8Rng) -> usize {
    let bound = u32::try_from(bound).unwrap_or(u32::MAX);
    let least = bound.wrapping_neg() % bound.max(1);
    loop {
        let product = u64::from(random.next_u32()) * u64::from(bound);
        let (high, low) = (product >> 32, product & u64::from(u32::MAX));
        if low >= u64::from(least) {
            return usize::try_from(high).unwrap_or(0);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(counts: &[(u64, u64)]) -> Vec<Count> {
        counts
            .iter()
            .map(|&(blocked, total)| Count { blocked, total })
            .collect()
    }

    #[test]
    fn a_series_without_blocked_measurements_tells_nothing() {
        assert!(permutation_p(&days(&[(0, 5); 20]), [1; 32], 1000) >= 1.0);
        assert!(permutation_p(&days(&[(5, 5); 20]), [1; 32], 1000) >= 1.0);
        assert_eq!(split(&days(&[(0, 5)])), None);
    }

    #[test]
    fn all_orders_of_three_blocks_are_as_likely() {
        // One block of three is blocked. By hand: first or last it gives the largest ratio, 38.2; in the
        // middle 10.5. So two of three orders are as large as what is seen.
        let series = days(&[(0, 5), (0, 5), (0, 5), (0, 5), (5, 5), (5, 5)]);
        // Stopping after 50 leaves about 75 draws, a standard error of 0.054.
        let p = permutation_p(&series, [2; 32], 100_000);
        assert!((p - 2.0 / 3.0).abs() < 0.2, "{p}");
    }

    #[test]
    fn the_same_seed_gives_the_same_p() {
        let series: Vec<Count> = days(&[
            (0, 5),
            (2, 9),
            (0, 4),
            (1, 7),
            (3, 9),
            (2, 5),
            (0, 1),
            (4, 9),
        ]);
        let p = permutation_p(&series, [3; 32], 2000);
        assert!(
            p.to_bits() == permutation_p(&series, [3; 32], 2000).to_bits() && p > 0.0 && p < 1.0
        );
    }
}
