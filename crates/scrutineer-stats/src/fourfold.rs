//! Tables of two rows and two columns, one or several.

use crate::{Hypergeometric, chi_square_sf};

/// Two groups, each with hits and misses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fourfold {
    /// Hits of the first group.
    pub first_hits: u64,
    /// Misses of the first group.
    pub first_misses: u64,
    /// Hits of the second group.
    pub second_hits: u64,
    /// Misses of the second group.
    pub second_misses: u64,
}

impl Fourfold {
    fn total(&self) -> Option<u64> {
        let first = self.first_hits.checked_add(self.first_misses)?;
        let second = self.second_hits.checked_add(self.second_misses)?;
        first.checked_add(second)
    }

    /// The odds of a hit in the second group over those in the first; `None` where that is not finite
    /// or not defined.
    pub fn odds_ratio(&self) -> Option<f64> {
        let above = self.second_hits as f64 * self.first_misses as f64;
        let below = self.second_misses as f64 * self.first_hits as f64;
        (below > 0.0).then(|| above / below)
    }

    /// The two-sided p-value of Fisher's exact test: the chance of all tables with the same margins that
    /// are not more likely than this one. A table counts as not more likely up to a relative 1e-7, so
    /// that rounding decides nothing.
    ///
    /// `None` where the counts exceed [`crate::LARGEST_COUNT`] together.
    pub fn fisher(&self) -> Option<f64> {
        const SLACK: f64 = 1.0 + 1e-7;
        let hits = self.first_hits.checked_add(self.second_hits)?;
        let second = self.second_hits.checked_add(self.second_misses)?;
        let law = Hypergeometric::new(self.total()?, hits, second)?;
        let limit = law.pmf(self.second_hits) * SLACK;
        let likely = (law.least()..=law.greatest()).map(|k| law.pmf(k));
        Some(likely.filter(|p| *p <= limit).sum::<f64>().min(1.0))
    }
}

/// The common odds ratio of Mantel and Haenszel (1959) over several tables, and its test.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MantelHaenszel {
    /// Odds of a hit in the second group over the first; `None` where that is not finite.
    pub odds_ratio: Option<f64>,
    /// Chi-square with one degree of freedom, with a correction of one half for continuity.
    pub chi_square: f64,
    /// Its upper tail.
    pub p: f64,
}

/// `None` where no table can show a difference: the variance of the hits is zero, or a count exceeds
/// [`crate::LARGEST_COUNT`].
pub fn mantel_haenszel(tables: &[Fourfold]) -> Option<MantelHaenszel> {
    let (mut above, mut below) = (0.0, 0.0);
    let (mut seen, mut expected, mut variance) = (0.0, 0.0, 0.0);
    for table in tables {
        let total = table
            .total()
            .filter(|&total| total <= crate::LARGEST_COUNT)?;
        if total < 2 {
            continue;
        }
        let n = total as f64;
        let (a, b) = (table.second_hits as f64, table.second_misses as f64);
        let (c, d) = (table.first_hits as f64, table.first_misses as f64);
        above += a * d / n;
        below += b * c / n;
        let hits = a + c;
        seen += a;
        expected += hits * (a + b) / n;
        variance += hits * (b + d) / n * ((a + b) / n) * ((c + d) / (n - 1.0));
    }
    if variance <= 0.0 {
        return None;
    }
    let beyond = (libm::fabs(seen - expected) - 0.5).max(0.0);
    let chi_square = beyond * beyond / variance;
    Some(MantelHaenszel {
        odds_ratio: (below > 0.0).then(|| above / below),
        chi_square,
        p: chi_square_sf(1.0, chi_square)?,
    })
}
