//! The most votes that leaving sheets out can remove, by selection instead of sorting.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use scrutineer_model::{Exact, Overflow};

/// Votes and weight of every sheet, put in order of votes per weight only as far as questions need
/// it: a question costs time linear in the sheets the first time, and less the next.
///
/// A sheet of weight 0 costs nothing to leave out, so its votes are always removed first.
#[derive(Clone, Debug)]
pub struct Removal {
    /// (votes, weight); between two marks in no order, across marks by falling votes per weight.
    sheets: Vec<(u64, u64)>,
    /// From a position to the sums of everything before it.
    marks: BTreeMap<usize, Sum>,
    free: u64,
}

#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    votes: u64,
    weight: u64,
}

/// More votes per weight first.
fn by_ratio(a: &(u64, u64), b: &(u64, u64)) -> Ordering {
    (u128::from(b.0) * u128::from(a.1)).cmp(&(u128::from(a.0) * u128::from(b.1)))
}

fn sum(sheets: &[(u64, u64)]) -> Sum {
    sheets.iter().fold(Sum::default(), |sum, sheet| Sum {
        votes: sum.votes + sheet.0,
        weight: sum.weight + sheet.1,
    })
}

impl Removal {
    /// Sheets as (votes, weight).
    pub fn new(sheets: impl IntoIterator<Item = (u64, u64)>) -> Self {
        let mut free = 0;
        let mut kept: Vec<(u64, u64)> = sheets.into_iter().collect();
        kept.retain(|&(votes, weight)| {
            if weight == 0 {
                free += votes;
            }
            weight > 0 && votes > 0
        });
        let marks = BTreeMap::from([(0, Sum::default()), (kept.len(), sum(&kept))]);
        Self {
            sheets: kept,
            marks,
            free,
        }
    }

    /// Votes of all sheets.
    pub fn votes(&self) -> u64 {
        let kept = self.marks.last_key_value().map_or(0, |(_, sum)| sum.votes);
        kept + self.free
    }

    /// The most votes on sheets whose weights add up to at most `weight`, the last sheet taken in
    /// part (a fractional knapsack).
    pub fn most_votes(&mut self, weight: Exact) -> Result<Exact, Overflow> {
        let budget = u64::try_from(weight.floor().max(0)).unwrap_or(u64::MAX);
        let (before, marginal) = self.split(|sum| sum.weight <= budget);
        let whole = Exact::from(before.votes).checked_add(Exact::from(self.free))?;
        let Some((votes, of)) = marginal else {
            return Ok(whole);
        };
        let left = weight
            .max(Exact::ZERO)
            .checked_sub(Exact::from(before.weight))?;
        let part = left
            .checked_mul(Exact::from(votes))?
            .checked_div(Exact::from(of))?;
        whole.checked_add(part)
    }

    /// The least weight of sheets with at least `votes`, the last one taken in part; `None` where
    /// all sheets have fewer.
    pub fn least_weight(&mut self, votes: u64) -> Result<Option<Exact>, Overflow> {
        let Some(needed) = votes.checked_sub(self.free).filter(|&needed| needed > 0) else {
            return Ok(Some(Exact::ZERO));
        };
        if votes > self.votes() {
            return Ok(None);
        }
        let (before, marginal) = self.split(|sum| sum.votes <= needed);
        let whole = Exact::from(before.weight);
        let Some((votes, of)) = marginal else {
            return Ok(Some(whole));
        };
        let left = Exact::from(needed - before.votes);
        let part = left
            .checked_mul(Exact::from(of))?
            .checked_div(Exact::from(votes))?;
        whole.checked_add(part).map(Some)
    }

    /// The sums of the longest run of first sheets that `fits`, and the sheet behind it.
    fn split(&mut self, fits: impl Fn(&Sum) -> bool) -> (Sum, Option<(u64, u64)>) {
        let (mut start, mut before) = (0, Sum::default());
        let mut end = self.sheets.len();
        for (&position, sum) in &self.marks {
            if fits(sum) {
                (start, before) = (position, *sum);
            } else {
                end = position;
                break;
            }
        }
        while end - start > 1 {
            let middle = start + (end - start) / 2;
            let part = &mut self.sheets[start..end];
            part.select_nth_unstable_by(middle - start, by_ratio);
            let first = sum(&part[..middle - start]);
            let at_middle = Sum {
                votes: before.votes + first.votes,
                weight: before.weight + first.weight,
            };
            self.marks.insert(middle, at_middle);
            if fits(&at_middle) {
                (start, before) = (middle, at_middle);
            } else {
                end = middle;
            }
        }
        (before, self.sheets.get(start).copied())
    }
}

/// The smallest number of votes inside a count that leaves out observed sheets of at most
/// `not_counted` weight: all votes less the most that can be removed.
///
/// # Errors
/// [`Overflow`] where the fractions leave 128-bit integers.
pub fn min_inside(weights: &[u64], votes: &[u64], not_counted: Exact) -> Result<Exact, Overflow> {
    let mut removal = Removal::new(votes.iter().copied().zip(weights.iter().copied()));
    let removed = removal.most_votes(not_counted)?;
    Exact::from(removal.votes()).checked_sub(removed)
}
