//! Last digits of counts.

use scrutineer_stats::chi_square_sf;

use crate::outcome::{Assumption, Measured, Quantity, TestId};
use crate::tables::Tables;

/// Counts below this have one digit.
pub(crate) const LEAST: u32 = 10;
/// Needed: this many counts, this lower quartile, this range between the quartiles.
pub(crate) const COUNTS: f64 = 100.0;
pub(crate) const QUARTILE: f64 = 50.0;
pub(crate) const RANGE: f64 = 30.0;
/// Mean distance between two digits on the circle of ten.
const DISTANCE: f64 = 2.5;

/// How often each last digit occurs among the counts of at least 10. There is no higher cut-off: one placed
/// where counts are dense makes a pattern of its own.
pub fn last_digits(counts: &[u32]) -> [u32; 10] {
    let mut seen = [0; 10];
    for count in counts.iter().filter(|&&count| count >= LEAST) {
        if let Some(slot) = seen.get_mut((count % 10) as usize) {
            *slot += 1;
        }
    }
    seen
}

/// Chi-square of equal frequencies and its upper tail with 9 degrees of freedom (Beber and Scacco 2012);
/// `None` without counts.
pub fn last_digit_p(seen: &[u32; 10]) -> Option<(f64, f64)> {
    let expected = f64::from(seen.iter().sum::<u32>()) / 10.0;
    if expected <= 0.0 {
        return None;
    }
    let x2 = seen
        .iter()
        .map(|&count| (f64::from(count) - expected) * (f64::from(count) - expected))
        .sum::<f64>()
        / expected;
    Some((x2, chi_square_sf(9.0, x2)?))
}

pub(crate) fn measured(tables: &Tables, option: usize) -> Measured {
    let counts = tables.votes(option);
    let seen = last_digits(counts);
    let all = f64::from(seen.iter().sum::<u32>());
    let (low, high) = quartiles(counts);
    let found = last_digit_p(&seen);
    let off: f64 = seen
        .iter()
        .map(|&count| (f64::from(count) - all / 10.0).abs())
        .sum::<f64>()
        / 2.0;
    Measured::new(TestId::LastDigit, Quantity::Option(option))
        .figure("counts", all)
        .figure("x2", found.map_or(0.0, |found| found.0))
        .assume(Assumption::at_least("counts", all, COUNTS))
        .assume(Assumption::at_least("lower-quartile", low, QUARTILE))
        .assume(Assumption::at_least("quartile-range", high - low, RANGE))
        .conclude(off * DISTANCE, found.map(|found| found.1))
}

fn quartiles(counts: &[u32]) -> (f64, f64) {
    let mut counts = counts.to_vec();
    if counts.is_empty() {
        return (0.0, 0.0);
    }
    let (low, high) = (counts.len() / 4, counts.len() * 3 / 4);
    let low = *counts.select_nth_unstable(low).1;
    let high = *counts.select_nth_unstable(high).1;
    (f64::from(low), f64::from(high))
}
