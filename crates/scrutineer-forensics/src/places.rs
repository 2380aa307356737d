//! How much the tables of one polling place differ, for all places.

use std::collections::BTreeMap;
use std::ops::Range;

use scrutineer_stats::{Binomial, Hypergeometric, chi_square_cdf, chi_square_sf, gamma_cdf};

use crate::outcome::{Assumption, Measured, Quantity, Role, TestId};
use crate::tables::Tables;

/// A place is extreme below this.
pub(crate) const EXTREME: f64 = 1e-6;
/// A place is too smooth at this lower tail.
pub(crate) const SMOOTH: f64 = 0.01;
/// Expected votes on both sides that the chi-square distribution needs.
pub(crate) const EXPECTED_EXTREME: f64 = 5.0;
/// Expected votes on both sides for the lower tail.
pub(crate) const EXPECTED_SMOOTH: f64 = 20.0;
/// Places that a test of places needs.
pub(crate) const PLACES: f64 = 20.0;
/// Registered voters of a table are rounded up to this before the over-dispersed chance is computed.
const VOTERS_STEP: f64 = 50.0;

/// How the tables of one place differ in one quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceDispersion {
    /// Rows of [`Tables`].
    pub rows: Range<usize>,
    /// Tables with the quantity.
    pub tables: u32,
    /// Sum over the tables of (k - p n)^2 / (n p (1 - p)), p the place's share.
    pub x2: f64,
    /// Mean of `x2` with all margins fixed: (tables - 1) N / (N - 1).
    pub mean: f64,
    /// Variance of `x2` with all margins fixed.
    pub variance: f64,
    /// Least expected number on either side at any table.
    pub expected: f64,
    /// Half the sum of |k - p n|: votes that would have to change tables.
    pub votes: f64,
    part: u64,
    whole: u64,
    first: (u32, u32),
}

impl PlaceDispersion {
    fn new(tables: &Tables, quantity: Quantity, rows: Range<usize>) -> Option<Self> {
        let pairs = || rows.clone().filter_map(|row| tables.pair(quantity, row));
        let count = u32::try_from(pairs().count())
            .ok()
            .filter(|&count| count > 1)?;
        let (part, whole) = pairs().fold((0, 0), |(part, whole), (k, n)| {
            (part + u64::from(k), whole + u64::from(n))
        });
        if part == 0 || part == whole {
            return None;
        }
        let (all, m) = (whole as f64, f64::from(count));
        let share = part as f64 / all;
        let least_share = share.min(1.0 - share);
        let (mut squares, mut inverse, mut votes, mut expected) = (0.0, 0.0, 0.0, f64::INFINITY);
        for (k, n) in pairs() {
            let n = f64::from(n);
            let off = f64::from(k) - share * n;
            squares += off * off / n;
            inverse += 1.0 / n;
            votes += off.abs();
            expected = f64::min(expected, n * least_share);
        }
        let rows_inverse = 1.0 / part as f64 + 1.0 / (whole - part) as f64;
        Some(Self {
            tables: count,
            x2: squares / (share * (1.0 - share)),
            mean: (m - 1.0) * all / (all - 1.0),
            variance: variance(all, m, inverse, rows_inverse),
            expected,
            votes: votes / 2.0,
            part,
            whole,
            first: pairs().next()?,
            rows,
        })
    }

    /// Tables less one.
    pub fn degrees(&self) -> f64 {
        f64::from(self.tables) - 1.0
    }

    /// Upper tail by the chi-square distribution with [`PlaceDispersion::degrees`].
    pub fn chi_square_p(&self) -> Option<f64> {
        chi_square_sf(self.degrees(), self.x2)
    }

    /// Chance of tables that differ at least as much, given the margins: exact for two tables, by the
    /// chi-square distribution for more, and then only where 5 votes are expected everywhere.
    pub fn upper_p(&self) -> Option<f64> {
        if self.tables == 2 {
            return self.beyond(0);
        }
        if self.expected >= EXPECTED_EXTREME {
            self.chi_square_p()
        } else {
            None
        }
    }

    /// Half the sum of |k - p n| that chance makes on average, by the normal distribution.
    fn usual_votes(&self) -> f64 {
        let share = self.part as f64 / self.whole as f64;
        let per_table = self.whole as f64 / f64::from(self.tables);
        let deviation = libm::sqrt(per_table * share * (1.0 - share));
        f64::from(self.tables) * deviation * libm::sqrt(0.5 * core::f64::consts::FRAC_1_PI)
    }

    /// For two tables: chance of a distance from the mean of at least that of the first table and `more`,
    /// in units of 1 / (votes of the place).
    fn beyond(&self, more: u128) -> Option<f64> {
        let (k, n) = (u64::from(self.first.0), u64::from(self.first.1));
        let law = Hypergeometric::new(self.whole, self.part, n)?;
        let all = u128::from(self.whole);
        let mean = u128::from(n) * u128::from(self.part);
        let distance = (u128::from(k) * all).abs_diff(mean) + more;
        let above = u64::try_from((mean + distance).div_ceil(all)).ok()?;
        let below = mean
            .checked_sub(distance)
            .map(|low| u64::try_from(low / all));
        let low = match below {
            Some(low) => law.cdf(low.ok()?),
            None => 0.0,
        };
        if distance == 0 {
            Some(1.0)
        } else {
            Some((law.at_least(above) + low).min(1.0))
        }
    }

    /// For two tables: the largest chance of at most 1 % that the distance from the mean stays below some
    /// value, and whether the observed distance does.
    fn central(&self) -> Option<(f64, bool)> {
        let (k, n) = (u64::from(self.first.0), u64::from(self.first.1));
        let law = Hypergeometric::new(self.whole, self.part, n)?;
        let all = u128::from(self.whole);
        let mean = u128::from(n) * u128::from(self.part);
        let observed = (u128::from(k) * all).abs_diff(mean);
        // One value alone has a chance of more than 1 % while the deviation is below 39.
        let other = self.whole - u64::from(self.first.1);
        let spread = mean as f64 / all as f64
            * ((self.whole - self.part) as f64 / all as f64)
            * (other as f64 / all as f64);
        if spread < 1500.0 {
            return None;
        }
        let mut low = u64::try_from(mean / all).ok()?;
        let mut high = low + 1;
        let (mut sum, mut is_inside) = (0.0, false);
        loop {
            let down = (u128::from(low) * all).abs_diff(mean);
            let up = (u128::from(high) * all).abs_diff(mean);
            let distance = down.min(up);
            let mut chance = 0.0;
            if down == distance {
                chance += law.pmf(low);
            }
            if up == distance {
                chance += law.pmf(high);
            }
            if sum + chance > SMOOTH {
                return Some((sum, is_inside));
            }
            sum += chance;
            is_inside |= observed == distance;
            if down == distance {
                low = low.checked_sub(1)?;
            }
            if up == distance {
                high += 1;
            }
        }
    }
}

/// Variance of the chi-square statistic of a table of 2 rows with fixed margins: Haldane (1940) in the
/// form of Dawson (1954), Biometrika 41, 280. 0 for three votes or fewer, where it does not exist.
fn variance(all: f64, columns: f64, columns_inverse: f64, rows_inverse: f64) -> f64 {
    if all <= 3.0 {
        return 0.0;
    }
    let nu = |count: f64| (count - 1.0) * (all - count) / (all - 1.0);
    let mu = |count: f64, inverse: f64| (all * inverse - count * count) / (all - 2.0);
    let (mu_columns, mu_rows) = (mu(columns, columns_inverse), mu(2.0, rows_inverse));
    2.0 * all / (all - 3.0) * (nu(columns) - mu_columns) * (nu(2.0) - mu_rows)
        + all * all / (all - 1.0) * mu_columns * mu_rows
}

/// The places of one source in one quantity.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spread {
    /// Every place with several tables where neither side is empty.
    pub places: Vec<PlaceDispersion>,
}

/// Measures every place with several tables.
pub fn spread(tables: &Tables, quantity: Quantity) -> Spread {
    let several = tables.places().filter(|rows| rows.len() > 1);
    Spread {
        places: several
            .filter_map(|rows| PlaceDispersion::new(tables, quantity, rows))
            .collect(),
    }
}

impl Spread {
    /// Sum of the statistics.
    pub fn x2(&self) -> f64 {
        self.places.iter().map(|place| place.x2).sum()
    }

    /// Sum of their means with fixed margins.
    pub fn mean(&self) -> f64 {
        self.places.iter().map(|place| place.mean).sum()
    }

    /// Dispersion: 1 is pure chance; 0 without a place.
    pub fn phi(&self) -> f64 {
        if self.places.is_empty() {
            0.0
        } else {
            self.x2() / self.mean()
        }
    }
}

/// Chances under the over-dispersed null that depend on the number of tables and voters only.
#[derive(Debug)]
pub(crate) struct Chances {
    kappa: f64,
    /// Statistic at which a place becomes extreme, by degrees of freedom.
    critical: BTreeMap<u32, f64>,
    smooth: BTreeMap<u32, f64>,
    /// Chance of an extreme place, by degrees of freedom and voters of a table.
    extreme: BTreeMap<(u32, u32), f64>,
}

impl Chances {
    pub(crate) fn new(kappa: f64) -> Self {
        Self {
            kappa,
            critical: BTreeMap::new(),
            smooth: BTreeMap::new(),
            extreme: BTreeMap::new(),
        }
    }

    fn critical(&mut self, degrees: u32) -> f64 {
        *self.critical.entry(degrees).or_insert_with(|| {
            root(f64::from(degrees), |x, df| {
                chi_square_sf(df, x).is_some_and(|p| p > EXTREME)
            })
        })
    }

    fn smooth(&mut self, degrees: u32) -> f64 {
        *self.smooth.entry(degrees).or_insert_with(|| {
            root(f64::from(degrees), |x, df| {
                chi_square_cdf(df, x).is_some_and(|p| p < SMOOTH)
            })
        })
    }

    /// Chance that a place becomes extreme when every table's own probabilities scatter around the
    /// place's with concentration kappa: the statistic is then (1 + voters / kappa) times a chi-square.
    fn extreme(&mut self, degrees: u32, voters: f64) -> f64 {
        let steps = libm::ceil(voters / VOTERS_STEP).clamp(1.0, 1e6);
        let critical = self.critical(degrees);
        let inflation = 1.0 + steps * VOTERS_STEP / self.kappa;
        let key = (degrees, whole(steps));
        *self.extreme.entry(key).or_insert_with(|| {
            chi_square_sf(f64::from(degrees), critical / inflation).unwrap_or(1.0)
        })
    }
}

fn whole(value: f64) -> u32 {
    // The caller clamps to 1..1e6.
    (0..=20).rev().fold(0, |sum, bit| {
        let next = sum | (1_u32 << bit);
        if f64::from(next) <= value { next } else { sum }
    })
}

/// The end of the range from 0 on which `holds`, by bisection.
fn root(degrees: f64, holds: impl Fn(f64, f64) -> bool) -> f64 {
    let (mut low, mut high) = (0.0, degrees + 1.0);
    while holds(high, degrees) {
        low = high;
        high *= 2.0;
    }
    for _ in 0..100 {
        let middle = f64::midpoint(low, high);
        if holds(middle, degrees) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

pub(crate) fn extremes(
    tables: &Tables,
    quantity: Quantity,
    spread: &Spread,
    chances: &mut Chances,
    flat: Assumption,
) -> Measured {
    let (mut eligible, mut mean, mut found, mut votes) = (0_u32, 0.0, 0_u32, 0.0);
    for place in &spread.places {
        if place.tables > 2 && place.expected < EXPECTED_EXTREME {
            continue;
        }
        eligible += 1;
        let degrees = place.tables - 1;
        let voters: u64 = place
            .rows
            .clone()
            .filter_map(|row| tables.registered().get(row))
            .map(|&r| u64::from(r))
            .sum();
        let voters = voters.max(place.whole) as f64 / f64::from(place.tables);
        mean += chances.extreme(degrees, voters);
        // The chi-square statistic bounds the search for exact tails: a place with a smaller one is far
        // from extreme.
        let is_extreme = place.x2 > chances.critical(degrees) / 2.0
            && place.upper_p().is_some_and(|p| p < EXTREME);
        if is_extreme {
            found += 1;
            votes += place.votes;
        }
    }
    // The number of extreme places is nearly Poisson: many places, each with a tiny chance.
    let p = if found == 0 {
        Some(1.0)
    } else {
        gamma_cdf(f64::from(found), mean)
    };
    Measured::new(TestId::PlaceExtremes, quantity)
        .figure("places", f64::from(eligible))
        .figure("extreme-places", f64::from(found))
        .figure("mean", mean)
        .assume(Assumption::at_least("places", f64::from(eligible), PLACES))
        .assume(flat)
        .conclude(votes, p)
}

pub(crate) fn smoothness(
    quantity: Quantity,
    spread: &Spread,
    chances: &mut Chances,
    flat: Assumption,
) -> Measured {
    let (mut eligible, mut mean, mut found, mut votes) = (0_u32, 0.0, 0_u32, 0.0);
    for place in &spread.places {
        if place.expected < EXPECTED_SMOOTH {
            continue;
        }
        let (chance, is_smooth) = if place.tables == 2 {
            match place.central() {
                Some((chance, is_smooth)) if chance > 0.0 => (chance, is_smooth),
                _ => continue,
            }
        } else {
            let scaled = place.x2 * (place.degrees() / place.mean);
            (SMOOTH, scaled <= chances.smooth(place.tables - 1))
        };
        eligible += 1;
        mean += chance;
        if is_smooth {
            found += 1;
            // What chance would have moved, on average, and did not.
            votes += place.usual_votes();
        }
    }
    let n = f64::from(eligible);
    let p = Binomial::new(
        u64::from(eligible),
        if eligible == 0 { 0.0 } else { mean / n },
    )
    .map(|law| law.at_least(u64::from(found)));
    Measured::new(TestId::PlaceSmoothness, quantity)
        .figure("places", n)
        .figure("smooth-places", f64::from(found))
        .figure("mean", mean)
        .assume(Assumption::at_least("places", n, PLACES))
        .assume(flat)
        .conclude(votes, p)
}

/// The sum of the statistics against its exact mean and variance, by the scaled chi-square distribution
/// with the same two moments.
pub(crate) fn dispersion(quantity: Quantity, spread: &Spread, flat: Assumption) -> Measured {
    let places = spread.places.len() as f64;
    let (x2, mean) = (spread.x2(), spread.mean());
    let variance: f64 = spread.places.iter().map(|place| place.variance).sum();
    let p = (variance > 0.0)
        .then(|| chi_square_sf(2.0 * mean * mean / variance, 2.0 * mean * x2 / variance))
        .flatten();
    let moved: f64 = spread.places.iter().map(|place| place.votes).sum();
    let phi = spread.phi();
    let beyond = if phi > 0.0 {
        moved * (1.0 - 1.0 / libm::sqrt(phi))
    } else {
        0.0
    };
    let mut measured = Measured::new(TestId::PlaceDispersion, quantity)
        .figure("places", places)
        .figure("x2", x2)
        .figure("mean", mean)
        .figure("phi", phi)
        .assume(Assumption::at_least("places", places, PLACES))
        .assume(flat)
        .conclude(beyond, p);
    if measured.role == Role::Test {
        measured.role = Role::ConsistencyCheck;
    }
    measured
}

/// The first row, p and votes of every place that is extreme in a quantity.
pub(crate) fn extreme_places(tables: &Tables, quantity: Quantity) -> Vec<(usize, f64, f64)> {
    let mut found = Vec::new();
    let mut chances = Chances::new(1.0);
    for place in spread(tables, quantity).places {
        if place.x2 <= chances.critical(place.tables - 1) / 2.0 {
            continue;
        }
        if let Some(p) = place.upper_p().filter(|&p| p < EXTREME) {
            found.push((place.rows.start, p, place.votes));
        }
    }
    found
}
