//! The hypergeometric distribution.

use crate::deviance::deviance;
use crate::real;
use crate::stirling::factorial_remainder;

/// How many of the `drawn` are marked when `drawn` of `population` are drawn without replacement and
/// `marked` of the population are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hypergeometric {
    population: u64,
    marked: u64,
    drawn: u64,
}

impl Hypergeometric {
    /// `None` where more are marked or drawn than there are, or there are more than
    /// [`crate::LARGEST_COUNT`].
    pub fn new(population: u64, marked: u64, drawn: u64) -> Option<Self> {
        real(population)?;
        (marked <= population && drawn <= population).then_some(Self {
            population,
            marked,
            drawn,
        })
    }

    /// Least number that can be marked among the drawn.
    pub fn least(&self) -> u64 {
        self.drawn.saturating_sub(self.population - self.marked)
    }

    /// Greatest number that can be marked among the drawn.
    pub fn greatest(&self) -> u64 {
        self.drawn.min(self.marked)
    }

    /// The chance of exactly `k` marked.
    ///
    /// The four cells of the table against their means, each by its deviance (Loader 2000, section 2).
    /// The differences from the means are one fraction of whole numbers, computed exactly.
    pub fn pmf(&self, k: u64) -> f64 {
        if k < self.least() || k > self.greatest() {
            return 0.0;
        }
        let plain = self.population - self.marked;
        let left = self.population - self.drawn;
        if self.least() == self.greatest() {
            return 1.0;
        }
        let population = self.population as f64;
        let wide = |a: u64, b: u64| i128::from(a) * i128::from(b);
        let scaled = wide(k, self.population) - wide(self.marked, self.drawn);
        let difference = scaled as f64 / population;
        let cells = [
            (k, self.marked, self.drawn, difference),
            (self.marked - k, self.marked, left, -difference),
            (self.drawn - k, plain, self.drawn, -difference),
            (plain - (self.drawn - k), plain, left, difference),
        ];
        let mut leading = 0.0;
        let mut remainders = 0.0;
        for (count, row, column, off) in cells {
            leading += deviance((row as f64) * (column as f64) / population, off);
            remainders -= factorial_remainder(count as f64);
        }
        for margin in [self.marked, plain, self.drawn, left] {
            remainders += factorial_remainder(margin as f64);
        }
        libm::exp(remainders - factorial_remainder(population) - leading)
    }

    /// The chance of at most `k` marked.
    pub fn cdf(&self, k: u64) -> f64 {
        if k >= self.greatest() {
            return 1.0;
        }
        if self.is_below_middle(k) {
            self.sum_down(k)
        } else {
            (1.0 - self.sum_up(k + 1)).max(0.0)
        }
    }

    /// The chance of more than `k` marked.
    pub fn sf(&self, k: u64) -> f64 {
        if k >= self.greatest() {
            return 0.0;
        }
        if self.is_below_middle(k) {
            (1.0 - self.sum_down(k)).max(0.0)
        } else {
            self.sum_up(k + 1)
        }
    }

    /// The chance of at least `k` marked.
    pub fn at_least(&self, k: u64) -> f64 {
        k.checked_sub(1).map_or(1.0, |below| self.sf(below))
    }

    fn is_below_middle(&self, k: u64) -> bool {
        u128::from(k) * u128::from(self.population)
            < u128::from(self.marked) * u128::from(self.drawn)
    }

    /// The chances of `k`, `k - 1`, ... by their ratios, largest first.
    fn sum_down(&self, k: u64) -> f64 {
        let plain = self.population - self.marked;
        let mut ratio_sum = 1.0;
        let mut term = 1.0;
        let mut j = k;
        while j > self.least() {
            let up = (self.marked - j + 1) as f64 * (self.drawn - j + 1) as f64;
            term *= j as f64 * (plain + j - self.drawn) as f64 / up;
            ratio_sum += term;
            if term < ratio_sum * 1e-18 {
                break;
            }
            j -= 1;
        }
        (self.pmf(k) * ratio_sum).min(1.0)
    }

    /// The chances of `k`, `k + 1`, ... by their ratios, largest first.
    fn sum_up(&self, k: u64) -> f64 {
        let plain = self.population - self.marked;
        let mut ratio_sum = 1.0;
        let mut term = 1.0;
        let mut j = k;
        while j < self.greatest() {
            let down = (j + 1) as f64 * (plain + j + 1 - self.drawn) as f64;
            term *= (self.marked - j) as f64 * (self.drawn - j) as f64 / down;
            ratio_sum += term;
            if term < ratio_sum * 1e-18 {
                break;
            }
            j += 1;
        }
        (self.pmf(k) * ratio_sum).min(1.0)
    }
}
