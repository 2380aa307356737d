//! Tables where two options fit their place better in each other's line.

use scrutineer_stats::Hypergeometric;

use crate::outcome::{Assumption, Measured, Quantity, TestId};
use crate::tables::Tables;

/// A table is named below this, as written, ...
pub(crate) const AS_WRITTEN: f64 = 1e-6;
/// ... and above this, exchanged.
pub(crate) const EXCHANGED: f64 = 0.01;
/// Squared distance in standard deviations below which no table can be named: the normal tail there is
/// near 1e-4, and the exact one is within a factor of a hundred of it.
const SCREEN: f64 = 14.0;
pub(crate) const PLACES: f64 = 20.0;

/// Two options that may stand in each other's line at one table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exchange {
    /// Row of [`Tables`].
    pub row: usize,
    /// The option that the exchange would give votes to.
    pub gains: usize,
    /// The option that it would take them from.
    pub loses: usize,
    /// Votes that would change lines.
    pub votes: u32,
    /// Chance of a division between the two at least as far from the rest of the place, given all margins.
    pub p: f64,
    /// The same chance, exchanged.
    pub exchanged_p: f64,
}

/// Every such table, the smallest p first, then in order of rows and options; and the number of comparisons.
pub fn exchanges(tables: &Tables) -> (Vec<Exchange>, u64) {
    let mut found = Vec::new();
    let mut looks = 0;
    let options = tables.options();
    let mut sums = vec![0_u64; options];
    for rows in tables.places().filter(|rows| rows.len() > 1) {
        for (option, sum) in sums.iter_mut().enumerate() {
            *sum = tables
                .votes(option)
                .get(rows.clone())
                .unwrap_or(&[])
                .iter()
                .map(|&votes| u64::from(votes))
                .sum();
        }
        for row in rows {
            for (first, &first_sum) in sums.iter().enumerate() {
                let a = votes_at(tables, first, row);
                for (second, &second_sum) in sums.iter().enumerate().skip(first + 1) {
                    looks += 1;
                    let b = votes_at(tables, second, row);
                    if is_far(a, b, first_sum, second_sum) {
                        found.extend(compare(row, (first, a, first_sum), (second, b, second_sum)));
                    }
                }
            }
        }
    }
    found.sort_by(|x, y| {
        x.p.total_cmp(&y.p)
            .then(x.row.cmp(&y.row))
            .then(x.gains.cmp(&y.gains))
            .then(x.loses.cmp(&y.loses))
    });
    (found, looks)
}

fn votes_at(tables: &Tables, option: usize, row: usize) -> u64 {
    tables
        .votes(option)
        .get(row)
        .map_or(0, |&votes| u64::from(votes))
}

/// Whether the division of a table is so far from the rest of its place that it is worth an exact look.
fn is_far(a: u64, b: u64, first: u64, second: u64) -> bool {
    let (n, all) = ((a + b) as f64, (first + second) as f64);
    let share = first as f64 / all;
    let off = a as f64 - n * share;
    off * off > SCREEN * n * share * (1.0 - share) * (1.0 - n / all) && a != b
}

fn compare(row: usize, first: (usize, u64, u64), second: (usize, u64, u64)) -> Option<Exchange> {
    let ((first, a, first_sum), (second, b, second_sum)) = (first, second);
    let p = two_sided(a, b, first_sum, second_sum)?;
    let rest = (first_sum - a, second_sum - b);
    let exchanged_p = two_sided(b, a, rest.0 + b, rest.1 + a)?;
    if p >= AS_WRITTEN || exchanged_p <= EXCHANGED {
        return None;
    }
    let (gains, loses) = if b > a {
        (first, second)
    } else {
        (second, first)
    };
    let votes = u32::try_from(a.abs_diff(b)).ok()?;
    Some(Exchange {
        row,
        gains,
        loses,
        votes,
        p,
        exchanged_p,
    })
}

/// Twice the smaller tail of `a` of `a + b` when `first` of `first + second` are of the first kind.
fn two_sided(a: u64, b: u64, first: u64, second: u64) -> Option<f64> {
    let law = Hypergeometric::new(first + second, first, a + b)?;
    Some((2.0 * law.cdf(a).min(law.at_least(a))).min(1.0))
}

pub(crate) fn measured(tables: &Tables, flat: Assumption) -> Measured {
    let (found, looks) = exchanges(tables);
    let places = tables.places().filter(|rows| rows.len() > 1).count() as f64;
    let least = found.first().map_or(1.0, |first| first.p);
    let votes: f64 = found.iter().map(|exchange| f64::from(exchange.votes)).sum();
    Measured::new(TestId::PossibleExchanges, Quantity::Options)
        .figure("tables", found.len() as f64)
        .figure("comparisons", looks as f64)
        .assume(Assumption::at_least("places", places, PLACES))
        .assume(flat)
        .conclude(votes, Some((least * looks as f64).min(1.0)))
}
