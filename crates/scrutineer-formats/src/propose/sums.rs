// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Which sums hold on nearly every row, and which columns make a key.

use std::collections::BTreeSet;

use crate::propose::sample::Sampled;

/// Rows on which a sum is tried before all rows are looked at.
const TRIED: usize = 200;

/// A run of columns that adds up to another one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) parts: Vec<usize>,
    pub(super) total: usize,
    pub(super) rows: usize,
    pub(super) holds: usize,
}

/// How many of the rows that have all numbers fulfil `sum of parts = total`.
pub(super) fn holds(columns: &[Sampled], parts: &[usize], total: usize, rows: usize) -> Sum {
    let mut sum = Sum {
        parts: parts.to_vec(),
        total,
        rows: 0,
        holds: 0,
    };
    let count = |at: usize, row: usize| columns.get(at).and_then(|c| c.counts.get(row)?.as_ref());
    for row in 0..rows {
        let added = parts
            .iter()
            .try_fold(0_u64, |sum, &at| Some(sum + count(at, row)?));
        if let (Some(added), Some(whole)) = (added, count(total, row)) {
            sum.rows += 1;
            sum.holds += usize::from(added == *whole);
        }
    }
    sum
}

impl Sum {
    /// On at least 95 of 100 rows, and on more than a few.
    pub(super) fn is_usual(&self) -> bool {
        self.rows > 0 && self.holds.saturating_mul(100) >= self.rows.saturating_mul(95)
    }
}

/// The longest run of neighbouring candidates that adds up to one of `totals`; runs skip the totals
/// themselves.
pub(super) fn longest_run(
    columns: &[Sampled],
    candidates: &[usize],
    totals: &[usize],
    rows: usize,
) -> Option<Sum> {
    let mut best: Option<Sum> = None;
    for &total in totals {
        let others: Vec<usize> = candidates
            .iter()
            .copied()
            .filter(|at| *at != total)
            .collect();
        for start in 0..others.len() {
            let longest = best.as_ref().map_or(1, |sum| sum.parts.len());
            for end in (start + 1 + longest..=others.len()).rev() {
                let Some(parts) = others.get(start..end) else {
                    continue;
                };
                let tried = holds(columns, parts, total, rows.min(TRIED));
                if !tried.is_usual() || all_zero(columns, total) {
                    continue;
                }
                let sum = holds(columns, parts, total, rows);
                if sum.is_usual() {
                    best = Some(sum);
                    break;
                }
            }
        }
    }
    best
}

fn all_zero(columns: &[Sampled], at: usize) -> bool {
    columns
        .get(at)
        .is_none_or(|column| column.counts.iter().flatten().all(|count| *count == 0))
}

/// The shortest list of columns, taken from the front of `preferred`, that tells all rows apart.
pub(super) fn key(columns: &[Sampled], preferred: &[usize], rows: usize) -> Option<Vec<usize>> {
    let unique = |key: &[usize]| {
        let mut seen = BTreeSet::new();
        (0..rows).all(|row| {
            let cells: Vec<&str> = key
                .iter()
                .filter_map(|&at| columns.get(at)?.cells.get(row).map(String::as_str))
                .collect();
            cells.iter().all(|cell| !cell.is_empty()) && seen.insert(cells)
        })
    };
    let single = preferred.iter().map(|&at| vec![at]).find(|key| unique(key));
    single
        .or_else(|| {
            let pairs = preferred.iter().enumerate().flat_map(|(index, &one)| {
                preferred
                    .iter()
                    .skip(index + 1)
                    .map(move |&two| vec![one, two])
            });
            pairs.into_iter().find(|key| unique(key))
        })
        .or_else(|| {
            let mut key = Vec::new();
            for &at in preferred {
                key.push(at);
                if unique(&key) {
                    return Some(key);
                }
            }
            None
        })
}
