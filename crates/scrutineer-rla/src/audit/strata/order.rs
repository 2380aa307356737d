//! In which stratum the next draw is, and which station it takes.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::Strata;
use crate::sampling::{Bounds, Seed, Tag, integer_below};

/// A stratum that waits for its turn: that with the smallest share of its pace drawn comes first, of equal ones the
/// first by id.
#[derive(Clone, Copy, Debug)]
struct Turn {
    drawn: u64,
    /// The sum of its bounds times its rate.
    pace: u128,
    layer: usize,
}

impl Ord for Turn {
    fn cmp(&self, other: &Self) -> Ordering {
        // drawn / pace, without fractions: bounds sum to less than 2^59 and rates are below 2^10.
        let own = u128::from(self.drawn) * other.pace;
        let theirs = u128::from(other.drawn) * self.pace;
        own.cmp(&theirs).then(self.layer.cmp(&other.layer))
    }
}

impl PartialOrd for Turn {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Turn {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Turn {}

/// The strata of the draws 1, 2, ... without end.
#[derive(Clone, Debug)]
pub(super) struct Turns(BinaryHeap<Reverse<Turn>>);

impl Iterator for Turns {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let Reverse(mut turn) = self.0.pop()?;
        turn.drawn += 1;
        self.0.push(Reverse(turn));
        Some(turn.layer)
    }
}

/// A draw in a stratum.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::audit) struct StratumPick {
    /// Its number in the audit, from 1.
    pub(in crate::audit) n: u64,
    /// How many messages were refused before.
    pub(in crate::audit) attempt: u32,
    /// The integer below the sum of the bounds of the stratum.
    pub(in crate::audit) value: u64,
    /// Position of the station on the list.
    pub(in crate::audit) row: usize,
}

impl Strata {
    pub(super) fn turns(&self) -> Turns {
        let layers = self.layers.iter().enumerate();
        let turns = layers.filter_map(|(layer, held)| {
            let times = held.plan.rate.times().filter(|_| held.plan.bound > 0)?;
            Some(Reverse(Turn {
                drawn: 0,
                pace: u128::from(held.plan.bound) * u128::from(times),
                layer,
            }))
        });
        Turns(turns.collect())
    }

    /// The `count` draws that follow the first `before`.
    pub(in crate::audit) fn draw_after(
        &self,
        before: u64,
        tag: &Tag,
        seed: &Seed,
        count: u64,
    ) -> Vec<StratumPick> {
        let tools: Vec<Option<(Tag, Bounds)>> = self
            .layers
            .iter()
            .map(|held| {
                let bounds = held.rows.iter().filter_map(|&row| self.of.get(row));
                let bounds = Bounds::new(bounds.map(|row| row.bound)).ok()?;
                Some((tag.within(&held.plan.stratum), bounds))
            })
            .collect();
        let skipped = usize::try_from(before).unwrap_or(usize::MAX);
        let numbers = (1..=count).map_while(|n| before.checked_add(n));
        let picked = numbers.zip(self.turns().skip(skipped));
        picked
            .filter_map(|(n, layer)| {
                let (tag, bounds) = tools.get(layer)?.as_ref()?;
                let (value, attempt) = integer_below(tag, seed, n, bounds.total())?;
                let row = *self.layers.get(layer)?.rows.get(bounds.station(value))?;
                Some(StratumPick {
                    n,
                    attempt,
                    value,
                    row,
                })
            })
            .collect()
    }
}
