//! Methods that the product refuses, run on honest elections to measure how often they cry wolf.

use std::collections::BTreeMap;

use scrutineer_forensics::{Quantity, Tables, last_digit_p, last_digits, turnout_bins};
use scrutineer_stats::chi_square_sf;

/// Level of the tests among them.
const LEVEL: f64 = 0.01;
/// Share of all votes above which the diagram of turnout counts as an alarm.
const ANOMALOUS: f64 = 0.01;

/// The refused methods, in the order of the document.
pub const NAMES: [&str; 3] = [
    "second digits against Benford's law, counts of at least 10",
    "last digits with a cut-off at 100",
    "more than 1 % \"anomalous votes\" by the diagram of turnout",
];

/// Which of them alarm for one of the two leading options.
pub fn alarms(tables: &Tables) -> [bool; 3] {
    let mut order: Vec<(u64, usize)> = (0..tables.options())
        .map(|option| {
            (
                tables
                    .votes(option)
                    .iter()
                    .map(|&votes| u64::from(votes))
                    .sum(),
                option,
            )
        })
        .collect();
    order.sort_by_key(|&(votes, option)| (std::cmp::Reverse(votes), option));
    let leading = || order.iter().take(2).map(|held| held.1);
    [
        leading().any(|option| second_digit_p(tables.votes(option)).is_some_and(|p| p <= LEVEL)),
        leading().any(|option| {
            let long: Vec<u32> = tables
                .votes(option)
                .iter()
                .copied()
                .filter(|&count| count >= 100)
                .collect();
            last_digit_p(&last_digits(&long)).is_some_and(|found| found.1 <= LEVEL)
        }),
        leading().any(|option| anomalous(tables, option) > ANOMALOUS),
    ]
}

/// Chi-square of second digits against Benford's law (Mebane 2006), 9 degrees of freedom.
fn second_digit_p(counts: &[u32]) -> Option<f64> {
    let mut seen: BTreeMap<u32, f64> = BTreeMap::new();
    let mut all = 0.0;
    for &count in counts.iter().filter(|&&count| count >= 10) {
        let mut leading = count;
        while leading >= 100 {
            leading /= 10;
        }
        *seen.entry(leading % 10).or_default() += 1.0;
        all += 1.0;
    }
    let mut x2 = 0.0;
    for digit in 0..10 {
        let first = (1..10).map(|first| libm::log10(1.0 + 1.0 / f64::from(10 * first + digit)));
        let expected = all * first.sum::<f64>();
        let off = seen.get(&digit).copied().unwrap_or(0.0) - expected;
        x2 += off * off / expected;
    }
    chi_square_sf(9.0, x2)
}

/// Votes of the option above the ratio of the ten percent of turnout below the fullest bin, in bins above it, as
/// a share of all votes (Shpilkin's diagram).
fn anomalous(tables: &Tables, option: usize) -> f64 {
    let bins = turnout_bins(tables, option);
    let fullest = bins
        .iter()
        .max_by_key(|bin| (bin.registered, std::cmp::Reverse(bin.turnout)));
    let Some(mode) = fullest.map(|bin| bin.turnout) else {
        return 0.0;
    };
    let clean = || {
        bins.iter()
            .filter(|bin| (mode.saturating_sub(10)..=mode).contains(&bin.turnout))
    };
    let others: u64 = clean().map(|bin| bin.others).sum();
    let ratio = clean().map(|bin| bin.votes).sum::<u64>() as f64 / (others.max(1)) as f64;
    let excess: f64 = bins
        .iter()
        .filter(|bin| bin.turnout > mode)
        .map(|bin| bin.votes as f64 - ratio * bin.others as f64)
        .sum();
    let all: f64 = (0..tables.len())
        .filter_map(|row| tables.pair(Quantity::Option(option), row))
        .map(|pair| f64::from(pair.1))
        .sum();
    excess / f64::max(all, 1.0)
}
