//! How far several coders agree. Everything is exact; the last digit does not depend on an order of adding.

use std::collections::BTreeMap;

use scrutineer_model::{Exact, Overflow};

/// How far two values are apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Equal or not.
    Nominal,
    /// By how many values lie between them.
    Ordinal,
    /// By the square of their difference.
    Interval,
}

/// The most coders of one unit: their pairs are weighted by 1 / (m - 1), and the common denominator of these
/// weights must stay small.
pub const MAX_CODERS: usize = 20;

/// Krippendorff's alpha: 1 for complete agreement, 0 for what chance alone gives, below 0 for less.
///
/// `units` has, for each question that was coded, the values that coders gave; who gave which does not
/// matter. Units with fewer than two values say nothing and are left out. `None` where nothing can be
/// compared or all values are equal (no variation, so that agreement means nothing), or with more than
/// [`MAX_CODERS`] values in a unit.
///
/// alpha = 1 - (n - 1) * sum o_ck d_ck / sum n_c n_k d_ck over c < k, with coincidences o_ck, their sums n_c and
/// squared differences d_ck (Krippendorff, *Computing Krippendorff's Alpha-Reliability*, 2011, section C to F).
///
/// # Errors
/// Where a number leaves 128 bits.
pub fn alpha(units: &[Vec<i64>], level: Level) -> Result<Option<Exact>, Overflow> {
    let mut coincidences: BTreeMap<(i64, i64), Exact> = BTreeMap::new();
    let mut sums: BTreeMap<i64, i64> = BTreeMap::new();
    for unit in units.iter().filter(|unit| unit.len() > 1) {
        if unit.len() > MAX_CODERS {
            return Ok(None);
        }
        let others = i128::try_from(unit.len() - 1).map_err(|_| Overflow)?;
        let weight = Exact::new(1, others).ok_or(Overflow)?;
        for (at, one) in unit.iter().enumerate() {
            *sums.entry(*one).or_default() += 1;
            for (_, other) in unit.iter().enumerate().filter(|(other, _)| *other != at) {
                let held = coincidences.entry((*one, *other)).or_insert(Exact::ZERO);
                *held = held.checked_add(weight)?;
            }
        }
    }
    let total: i64 = sums.values().sum();
    let mut observed = Exact::ZERO;
    let mut expected = Exact::ZERO;
    let values: Vec<i64> = sums.keys().copied().collect();
    for (at, one) in values.iter().enumerate() {
        for other in values.iter().skip(at + 1) {
            let apart = apart(*one, *other, level, &sums)?;
            let count = |value: &i64| Exact::integer(sums.get(value).copied().unwrap_or(0));
            let pairs = count(one).checked_mul(count(other))?;
            expected = expected.checked_add(pairs.checked_mul(apart)?)?;
            if let Some(seen) = coincidences.get(&(*one, *other)) {
                observed = observed.checked_add(seen.checked_mul(apart)?)?;
            }
        }
    }
    if expected == Exact::ZERO {
        return Ok(None);
    }
    let share = observed
        .checked_mul(Exact::integer(total - 1))?
        .checked_div(expected)?;
    Exact::ONE.checked_sub(share).map(Some)
}

/// The squared difference of two values, the first the smaller.
fn apart(one: i64, other: i64, level: Level, sums: &BTreeMap<i64, i64>) -> Result<Exact, Overflow> {
    let root = match level {
        Level::Nominal => return Ok(Exact::ONE),
        Level::Interval => Exact::integer(other - one),
        Level::Ordinal => {
            // Twice the sum between both, so that the halves of the ends stay whole.
            let twice: i64 = sums.range(one..=other).map(|(_, count)| 2 * count).sum();
            let ends = [one, other].map(|value| sums.get(&value).copied().unwrap_or(0));
            let twice = twice - ends.iter().sum::<i64>();
            Exact::new(i128::from(twice), 2).ok_or(Overflow)?
        }
    };
    root.checked_mul(root)
}

/// Weighted kappa of two coders: 1 for complete agreement, 0 for what chance gives.
///
/// `table` has, for each value of the first coder, how often the second gave each value, both in the
/// same order; `weight` is how bad it is that they gave the i-th and the j-th value, 0 for equal ones.
/// `None` where chance alone could not disagree. kappa = 1 - sum w_ij o_ij / sum w_ij e_ij, e_ij = r_i c_j / n
/// (Cohen, *Psychological Bulletin* 70, 1968, 213-220, formula 4).
///
/// # Errors
/// Where a number leaves 128 bits.
pub fn weighted_kappa(
    table: &[Vec<u64>],
    weight: impl Fn(usize, usize) -> u64,
) -> Result<Option<Exact>, Overflow> {
    let width = table.iter().map(Vec::len).max().unwrap_or(0);
    let columns: Vec<u64> = (0..width)
        .map(|at| table.iter().filter_map(|row| row.get(at)).sum())
        .collect();
    let total: u64 = columns.iter().sum();
    let mut observed = Exact::ZERO;
    let mut expected = Exact::ZERO;
    for (i, row) in table.iter().enumerate() {
        let sum: u64 = row.iter().sum();
        for (j, column) in columns.iter().enumerate() {
            let weight = Exact::from(weight(i, j));
            let seen = Exact::from(row.get(j).copied().unwrap_or(0));
            observed = observed.checked_add(seen.checked_mul(weight)?)?;
            let chance = Exact::from(sum).checked_mul(Exact::from(*column))?;
            expected = expected.checked_add(chance.checked_mul(weight)?)?;
        }
    }
    if expected == Exact::ZERO {
        return Ok(None);
    }
    let share = observed
        .checked_mul(Exact::from(total))?
        .checked_div(expected)?;
    Exact::ONE.checked_sub(share).map(Some)
}
