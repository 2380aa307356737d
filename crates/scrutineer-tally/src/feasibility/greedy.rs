//! The most votes that leaving sheets out can remove, by selection instead of sorting.

use std::cmp::Ordering;

use scrutineer_model::{Exact, Overflow};

use crate::counts::Counts;

/// Votes and weight of every sheet, in classes of nearly equal votes per weight. Building takes one
/// pass; a question looks up its class and puts only that one in order.
///
/// A sheet of weight 0 costs nothing to leave out, so its votes are always removed first.
#[derive(Clone, Debug)]
pub struct Removal<'a> {
    votes: Counts<'a>,
    weights: Counts<'a>,
    /// The class of every sheet; a class of larger votes per weight has a smaller number.
    class: Vec<u16>,
    /// The first class that has a sheet.
    first: u16,
    /// From that class on, sums of everything in the classes before each one, and of all at the end.
    before: Vec<Sum>,
    free: u64,
}

#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    votes: u64,
    weight: u64,
}

impl Sum {
    fn add(&mut self, votes: u64, weight: u64) {
        self.votes += votes;
        self.weight += weight;
    }
}

/// The class of sheets that no question is about: without weight or without votes.
const NONE: u16 = u16::MAX;

/// Bits of a floating point number that are dropped: sign, exponent and 8 bits of the fraction
/// stay, so classes are narrower than 1/256 of their ratio.
const DROPPED: u32 = 44;

/// [`leading`] of 2^64 votes on a sheet of weight 1: no ratio of 64-bit numbers is larger.
const LARGEST: u64 = (1023 + 64) << (52 - DROPPED);

/// The leading bits of votes per weight. Correctly rounded division never turns an order round,
/// and neither do the leading bits of numbers that are not negative, so a sheet with more votes
/// per weight never has a smaller number; inside one the order is decided exactly.
fn leading(votes: u64, weight: u64) -> u64 {
    (votes as f64 / weight as f64).to_bits() >> DROPPED
}

/// The number of a sheet's class, the smallest for the most votes per weight. 64-bit numbers divide
/// to at most 2 * 64 * 256 = 2^15 different leading bits.
fn class_of(votes: u64, weight: u64) -> u16 {
    u16::try_from(LARGEST - leading(votes, weight)).unwrap_or(NONE - 1)
}

/// More votes per weight first.
fn by_ratio(a: &(u64, u64), b: &(u64, u64)) -> Ordering {
    (u128::from(b.0) * u128::from(a.1)).cmp(&(u128::from(a.0) * u128::from(b.1)))
}

impl<'a> Removal<'a> {
    /// Sheets with their votes and weights; of columns of different lengths the longer is cut.
    pub fn new(votes: &'a [u64], weights: &'a [u64]) -> Self {
        Self::of(votes.into(), weights.into())
    }

    /// The same from columns of any kind.
    pub fn of(votes: Counts<'a>, weights: Counts<'a>) -> Self {
        let narrow = |column: &&'a [u32]| column.iter().map(|&count| u64::from(count));
        let classes = match (&votes, &weights) {
            (Counts::Column(votes), Counts::Column(weights)) => {
                Classes::new(narrow(votes).zip(narrow(weights)))
            }
            (Counts::Column(votes), Counts::Sums(weights)) => {
                Classes::new(narrow(votes).zip(weights.iter().copied()))
            }
            (Counts::Sums(votes), Counts::Column(weights)) => {
                Classes::new(votes.iter().copied().zip(narrow(weights)))
            }
            (Counts::Sums(votes), Counts::Sums(weights)) => {
                Classes::new(votes.iter().copied().zip(weights.iter().copied()))
            }
        };
        Self {
            votes,
            weights,
            class: classes.class,
            first: classes.first,
            before: classes.before,
            free: classes.free,
        }
    }

    /// Votes of all sheets.
    pub fn votes(&self) -> u64 {
        self.before.last().map_or(0, |sum| sum.votes) + self.free
    }

    /// The most votes on sheets whose weights add up to at most `weight`, the last sheet taken in
    /// part (a fractional knapsack).
    pub fn most_votes(&self, weight: Exact) -> Result<Exact, Overflow> {
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
    pub fn least_weight(&self, votes: u64) -> Result<Option<Exact>, Overflow> {
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
    fn split(&self, fits: impl Fn(&Sum) -> bool) -> (Sum, Option<(u64, u64)>) {
        let fitting = self.before.partition_point(&fits);
        let Some(class) = fitting.checked_sub(1) else {
            return (Sum::default(), None);
        };
        let mut sum = self.before.get(class).copied().unwrap_or_default();
        if fitting == self.before.len() {
            return (sum, None);
        }
        let mut inside: Vec<(u64, u64)> = Vec::new();
        let class = usize::from(self.first) + class;
        for (at, &held) in self.class.iter().enumerate() {
            if usize::from(held) == class {
                inside.push((self.votes.get(at), self.weights.get(at)));
            }
        }
        inside.sort_unstable_by(by_ratio);
        for sheet in inside {
            let next = Sum {
                votes: sum.votes + sheet.0,
                weight: sum.weight + sheet.1,
            };
            if !fits(&next) {
                return (sum, Some(sheet));
            }
            sum = next;
        }
        (sum, None)
    }
}

/// The fields of a [`Removal`] that are computed, one pass over the sheets for each kind of column.
struct Classes {
    class: Vec<u16>,
    first: u16,
    before: Vec<Sum>,
    free: u64,
}

impl Classes {
    fn new(sheets: impl Iterator<Item = (u64, u64)> + Clone) -> Self {
        let mut free = 0;
        let (mut first, mut last) = (NONE, 0);
        let class: Vec<u16> = sheets
            .clone()
            .map(|(votes, weight)| {
                if weight == 0 || votes == 0 {
                    free += votes;
                    return NONE;
                }
                let class = class_of(votes, weight);
                (first, last) = (first.min(class), last.max(class));
                class
            })
            .collect();
        let classes = usize::from(last).checked_sub(usize::from(first));
        let mut before = vec![Sum::default(); classes.map_or(0, |classes| classes + 1) + 1];
        for (&class, (votes, weight)) in class.iter().zip(sheets) {
            // Sheets in no class lie beyond the last one.
            let position = usize::from(class).wrapping_sub(usize::from(first));
            if let Some(sum) = before.get_mut(position).filter(|_| class != NONE) {
                sum.add(votes, weight);
            }
        }
        let mut running = Sum::default();
        for sum in &mut before {
            let own = std::mem::replace(sum, running);
            running.add(own.votes, own.weight);
        }
        Self {
            class,
            first,
            before,
            free,
        }
    }
}

/// The smallest number of votes inside a count that leaves out observed sheets of at most
/// `not_counted` weight: all votes less the most that can be removed.
///
/// # Errors
/// [`Overflow`] where the fractions leave 128-bit integers.
pub fn min_inside(weights: &[u64], votes: &[u64], not_counted: Exact) -> Result<Exact, Overflow> {
    let removal = Removal::new(votes, weights);
    let removed = removal.most_votes(not_counted)?;
    Exact::from(removal.votes()).checked_sub(removed)
}
