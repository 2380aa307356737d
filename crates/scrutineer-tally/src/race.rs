//! The votes of a contest with everything that can still be added to them.

use std::cmp::Reverse;

use scrutineer_model::{Exact, OptionIdx, PrintedPercent};

use crate::interval::Interval;
use crate::missing::MissingVotes;
use crate::observed::Observed;

/// The votes on the sheets and the most votes that are missing. A *completion* gives every option
/// a number from its interval and distributes any part of the missing votes, also none, freely
/// among all options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Race {
    pub(crate) votes: Vec<Interval>,
    /// `None`: nothing bounds the missing votes.
    pub(crate) missing: Option<u64>,
}

/// An option's share of the votes for all options.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ShareRange {
    /// On the sheets, with the smallest of rival readings; 0 without any vote.
    pub observed: Exact,
    /// The smallest share of any completion; 0 where nothing bounds the missing.
    pub min: Exact,
    /// The largest; 1 where nothing bounds the missing.
    pub max: Exact,
}

impl ShareRange {
    /// Whether some share that rounds to a printed percentage lies between the bounds: what a
    /// percentage announced without a count is tested against.
    pub fn allows(&self, printed: PrintedPercent) -> bool {
        self.min <= printed.highest() && printed.lowest() <= self.max
    }
}

impl Race {
    /// The race as the sheets and one missing capacity leave it.
    pub fn new(observed: &Observed, missing: MissingVotes) -> Self {
        Self::from_votes(observed.totals.clone(), missing)
    }

    /// The race of given votes in ballot order.
    pub fn from_votes(votes: Vec<Interval>, missing: MissingVotes) -> Self {
        Self {
            votes,
            missing: missing.ceiling(),
        }
    }

    /// Share bounds of an option: own/(all + U) and (own + U)/(all + U).
    pub fn share(&self, option: OptionIdx) -> ShareRange {
        let own = self.votes[option.get()];
        let (mut rivals_min, mut rivals_max) = (0i128, 0i128);
        for (at, votes) in self.votes.iter().enumerate() {
            if at != option.get() {
                rivals_min += i128::from(votes.min);
                rivals_max += i128::from(votes.max);
            }
        }
        let (min, max) = (i128::from(own.min), i128::from(own.max));
        let ratio = |part: i128, rest: i128| Exact::new(part, part + rest).unwrap_or(Exact::ZERO);
        let observed = ratio(min, rivals_min);
        match self.missing.map(i128::from) {
            None => ShareRange {
                observed,
                min: Exact::ZERO,
                max: Exact::ONE,
            },
            Some(missing) => {
                let to_rivals = if self.votes.len() > 1 { missing } else { 0 };
                ShareRange {
                    observed,
                    min: ratio(min, rivals_max + to_rivals),
                    max: ratio(max + missing, rivals_min),
                }
            }
        }
    }

    /// Options in order of their votes, the most first; ties in ballot order.
    pub(crate) fn ranking(&self) -> Vec<OptionIdx> {
        let mut order: Vec<usize> = (0..self.votes.len()).collect();
        order.sort_by_key(|&at| Reverse(self.votes[at].min));
        order.into_iter().map(OptionIdx::new).collect()
    }

    /// Whether `option` is among the first `places` in every completion, without any tie.
    pub(crate) fn is_certainly_among(&self, option: OptionIdx, places: usize) -> bool {
        if self.votes.len() <= places {
            return true;
        }
        let Some(missing) = self.missing else {
            return false;
        };
        let own = self.votes[option.get()].min;
        let mut gaps: Vec<u64> = self
            .others(option)
            .map(|votes| own.saturating_sub(votes.max))
            .collect();
        gaps.sort_unstable();
        let cheapest: u128 = gaps.iter().take(places).map(|&gap| u128::from(gap)).sum();
        cheapest > u128::from(missing)
    }

    /// Whether `option` is among the first `places` in some completion; a tie counts.
    pub(crate) fn is_possibly_among(&self, option: OptionIdx, places: usize) -> bool {
        let Some(missing) = self.missing else {
            return places > 0;
        };
        let most = self.votes[option.get()].max.saturating_add(missing);
        let above = self.others(option).filter(|votes| votes.min > most).count();
        above < places
    }

    /// Whether all of `set` are among the first `places` in some completion; a tie counts.
    pub(crate) fn can_be_first(&self, set: &[OptionIdx], places: usize) -> bool {
        if set.len() > places {
            return false;
        }
        let Some(missing) = self.missing else {
            return true;
        };
        let mut outside: Vec<u64> = (0..self.votes.len())
            .map(OptionIdx::new)
            .filter(|option| !set.contains(option))
            .map(|option| self.votes[option.get()].min)
            .collect();
        outside.sort_unstable_by_key(|&votes| Reverse(votes));
        let Some(&mark) = outside.get(places - set.len()) else {
            return true;
        };
        let needed: u128 = set
            .iter()
            .map(|option| u128::from(mark.saturating_sub(self.votes[option.get()].max)))
            .sum();
        needed <= u128::from(missing)
    }

    fn others(&self, option: OptionIdx) -> impl Iterator<Item = &Interval> {
        self.votes
            .iter()
            .enumerate()
            .filter(move |(at, _)| *at != option.get())
            .map(|(_, votes)| votes)
    }
}
