//! Sheets that stand near a whole percentage, against the exact moments of chance.

use scrutineer_stats::Binomial;

use crate::outcome::{Assumption, Measured, Quantity, TestId};
use crate::tables::Tables;

/// Sheets below this are too few.
pub(crate) const SHEETS: f64 = 100.0;
/// Below this median number of votes fractions are whole percentages by arithmetic.
pub(crate) const MEDIAN: f64 = 100.0;
/// Chances below this, relative to the largest, are left out of a sum.
const NEGLIGIBLE: f64 = 1e-10;

/// Which percentages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// 1 %, 2 %, ...
    One,
    /// 5 %, 10 %, ...
    Five,
}

/// How many sheets stand within 0.05 points of a percentage, and how many chance would give.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PercentCount {
    /// Sheets with the quantity.
    pub sheets: u32,
    /// Sheets near a percentage.
    pub observed: u32,
    /// Expected number: the sum of the chances.
    pub expected: f64,
    /// Its variance: the sum of chance times its complement.
    pub variance: f64,
}

impl PercentCount {
    /// (observed - expected) / standard deviation; 0 without variance.
    pub fn z(&self) -> f64 {
        if self.variance > 0.0 {
            (f64::from(self.observed) - self.expected) / libm::sqrt(self.variance)
        } else {
            0.0
        }
    }

    fn add(&mut self, is_near: bool, chance: f64) {
        self.sheets += 1;
        self.observed += u32::from(is_near);
        self.expected += chance;
        self.variance += chance * (1.0 - chance);
    }

    /// Chance of at least this many: a sum of independent indicators reaches a number above its mean
    /// less often than a binomial with the same mean (Hoeffding 1956, theorem 5), so that this is an upper
    /// bound.
    fn p(&self) -> Option<f64> {
        if f64::from(self.observed) < self.expected + 1.0 {
            // The bound is proven from one above the mean on.
            return (self.sheets > 0).then_some(0.5_f64.max(self.binomial()?));
        }
        self.binomial()
    }

    fn binomial(&self) -> Option<f64> {
        let mean = (self.expected / f64::from(self.sheets)).min(1.0);
        Binomial::new(u64::from(self.sheets), mean)
            .map(|law| law.at_least(u64::from(self.observed)))
    }
}

/// Counts sheets near multiples of 1 % and of 5 %.
///
/// The chance of a sheet is that of a binomial count with its own fraction (Kobak, Shpilkin and
/// Pshenichnikov 2016), summed exactly instead of drawn.
pub fn percentages(tables: &Tables, quantity: Quantity) -> [PercentCount; 2] {
    let mut counts = [PercentCount::default(); 2];
    for row in 0..tables.len() {
        if let Some((part, whole)) = tables.pair(quantity, row) {
            let near = [
                is_near(part, whole, Step::One),
                is_near(part, whole, Step::Five),
            ];
            let chances = chances(part, whole);
            for ((count, near), chance) in counts.iter_mut().zip(near).zip(chances) {
                count.add(near, chance);
            }
        }
    }
    counts
}

/// Whether 100 part / whole is within 0.05 of a multiple of the step, in whole numbers.
fn is_near(part: u32, whole: u32, step: Step) -> bool {
    let (part, whole) = (u64::from(part), u64::from(whole));
    let (scale, factor) = match step {
        Step::One => (100, 20),
        Step::Five => (20, 100),
    };
    let rest = scale * part % whole;
    rest.min(whole - rest) * factor <= whole
}

/// Chance of a count near a multiple of 1 % and of 5 %.
fn chances(part: u32, whole: u32) -> [f64; 2] {
    if part == 0 || part == whole {
        return [1.0; 2];
    }
    let n = f64::from(whole);
    let odds = f64::from(part) / f64::from(whole - part);
    // Relative to the chance of `part`, the mode: the sum of all terms divides the answer.
    let mut walk = Walk {
        sums: [0.0; 2],
        all: 0.0,
        whole,
        remainders: remainders(part, whole),
    };
    walk.take(1.0);
    let mut term = 1.0;
    let mut k = f64::from(part);
    let middle = walk.remainders;
    while k < n {
        term *= odds * (n - k) / (k + 1.0);
        k += 1.0;
        walk.up();
        if term < NEGLIGIBLE {
            break;
        }
        walk.take(term);
    }
    walk.remainders = middle;
    term = 1.0;
    k = f64::from(part);
    while k > 0.0 {
        term *= k / (odds * (n - k + 1.0));
        k -= 1.0;
        walk.down();
        if term < NEGLIGIBLE {
            break;
        }
        walk.take(term);
    }
    walk.sums.map(|sum| sum / walk.all)
}

fn remainders(part: u32, whole: u32) -> [u32; 2] {
    let rest = |scale: u64| u32::try_from(scale * u64::from(part) % u64::from(whole)).unwrap_or(0);
    [rest(100), rest(20)]
}

/// A walk over counts that keeps 100 k and 20 k modulo the whole by addition.
struct Walk {
    sums: [f64; 2],
    all: f64,
    whole: u32,
    remainders: [u32; 2],
}

impl Walk {
    fn take(&mut self, term: f64) {
        self.all += term;
        for ((sum, rest), factor) in self.sums.iter_mut().zip(self.remainders).zip([20, 100]) {
            if u64::from(rest.min(self.whole - rest)) * factor <= u64::from(self.whole) {
                *sum += term;
            }
        }
    }

    fn up(&mut self) {
        for (rest, scale) in self.remainders.iter_mut().zip([100, 20]) {
            *rest = (*rest + scale % self.whole) % self.whole;
        }
    }

    fn down(&mut self) {
        for (rest, scale) in self.remainders.iter_mut().zip([100, 20]) {
            *rest = (*rest + self.whole - scale % self.whole) % self.whole;
        }
    }
}

pub(crate) fn measured(tables: &Tables, quantity: Quantity) -> [Measured; 2] {
    let mut wholes: Vec<u32> = (0..tables.len())
        .filter_map(|row| tables.pair(quantity, row))
        .map(|pair| pair.1)
        .collect();
    let middle = wholes.len() / 2;
    let median = if wholes.is_empty() {
        0
    } else {
        *wholes.select_nth_unstable(middle).1
    };
    let total: u64 = wholes.iter().map(|&whole| u64::from(whole)).sum();
    let per_sheet = if wholes.is_empty() {
        0.0
    } else {
        total as f64 / wholes.len() as f64
    };
    let [one, five] = percentages(tables, quantity);
    // A count chosen at random lies a quarter of a step from the nearest multiple on average.
    [
        (TestId::WholePercent, one, 0.0025),
        (TestId::FivePercent, five, 0.0125),
    ]
    .map(|(test, count, off)| {
        Measured::new(test, quantity)
            .figure("count", f64::from(count.sheets))
            .figure("observed", f64::from(count.observed))
            .figure("mean", count.expected)
            .figure("z", count.z())
            .assume(Assumption::at_least(
                "sheets-needed",
                f64::from(count.sheets),
                SHEETS,
            ))
            .assume(Assumption::at_least(
                "median-votes",
                f64::from(median),
                MEDIAN,
            ))
            .conclude(
                (f64::from(count.observed) - count.expected) * off * per_sheet,
                count.p(),
            )
    })
}
