//! Assertions: what must be true of the ballots for an outcome to be right, each as one linear inequality.
//!
//! An assertion gives every option an integer weight and says that the weighted sum of all votes is above 0.
//! "A beats B" has +1 and -1; "A has more than 2/3" has +1 for A and -2 for the others. Everything else
//! follows from the weights, in exact arithmetic: the margin, what one ballot can change, the assorter
//! (its mean over all ballots is above 1/2 exactly when the sum is above 0), and the bounds of a polling
//! station (Stark, Sets of half-average nulls, section 2; Blom, Stark and others on D'Hondt).

mod social;

use std::ops::Range;

use scrutineer_model::Exact;

pub use social::{
    SocialError, approval, below_threshold, dhondt, majority, plurality, runoff, threshold,
};

/// What an assertion says, in numbers of options in ballot order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Claim {
    /// The first has more votes than the second.
    Beats {
        /// Who is ahead.
        winner: usize,
        /// Who is behind.
        loser: usize,
    },
    /// The option has more than a share of the valid votes.
    Above {
        /// The option.
        option: usize,
        /// The share.
        share: Share,
    },
    /// The option has less than a share of the valid votes.
    Below {
        /// The option.
        option: usize,
        /// The share.
        share: Share,
    },
    /// The last seat of the first goes before the next seat of the second: `v_w / seat_w > v_l / seat_l`.
    SeatBefore {
        /// Who has the seat.
        winner: usize,
        /// Which of its seats, from 1.
        winner_seat: u32,
        /// Who has it not.
        loser: usize,
        /// Which of its seats it would be, from 1.
        loser_seat: u32,
    },
}

/// A share strictly between 0 and 1, such as a half or two thirds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Share {
    numerator: u32,
    denominator: u32,
}

impl Share {
    /// A half.
    pub const HALF: Self = Self {
        numerator: 1,
        denominator: 2,
    };

    /// `numerator / denominator`; `None` where it is not strictly between 0 and 1.
    pub fn new(numerator: u32, denominator: u32) -> Option<Self> {
        (0 < numerator && numerator < denominator).then_some(Self {
            numerator,
            denominator,
        })
    }

    /// The numerator.
    pub fn numerator(self) -> u32 {
        self.numerator
    }

    /// The denominator.
    pub fn denominator(self) -> u32 {
        self.denominator
    }
}

/// One linear inequality about the ballots; see the module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assertion {
    claim: Claim,
    /// Weights other than 0, by option.
    weights: Vec<(usize, i64)>,
    worst: i64,
    best: i64,
    /// Of all contests that are audited together.
    options: usize,
    /// Which of them are of this contest.
    span: Range<usize>,
    votes_allowed: u32,
}

impl Assertion {
    /// `weights` of all options. Without a negative weight nothing could contradict the claim; every claim
    /// has one.
    fn new(claim: Claim, weights: &[i64], votes_allowed: u32) -> Self {
        let mut sorted = weights.to_vec();
        sorted.sort_unstable();
        let most = usize::try_from(votes_allowed).unwrap_or(usize::MAX);
        let sum = |weights: &mut dyn Iterator<Item = &i64>| weights.take(most).sum::<i64>();
        let worst = -sum(&mut sorted.iter().filter(|weight| **weight < 0));
        let best = sum(&mut sorted.iter().rev().filter(|weight| **weight > 0));
        let weights = weights.iter().copied().enumerate();
        Self {
            claim,
            options: sorted.len(),
            span: 0..sorted.len(),
            weights: weights.filter(|(_, weight)| *weight != 0).collect(),
            worst,
            best,
            votes_allowed,
        }
    }

    /// What it says.
    pub fn claim(&self) -> &Claim {
        &self.claim
    }

    /// The same assertion where several contests are audited together and their options stand side by side:
    /// those of this contest start at `first` among `options`. The claim keeps the numbers of its own contest.
    /// `None` where they do not fit.
    #[must_use]
    pub fn among(mut self, first: usize, options: usize) -> Option<Self> {
        let end = first.checked_add(self.span.len())?;
        if end > options {
            return None;
        }
        for (option, _) in &mut self.weights {
            *option = *option - self.span.start + first;
        }
        self.span = first..end;
        self.options = options;
        Some(self)
    }

    /// How many options there are, of all contests that are audited together.
    pub fn options(&self) -> usize {
        self.options
    }

    /// All votes of this contest.
    pub(crate) fn votes(&self, votes: &[u64]) -> u128 {
        let own = votes.get(self.span.clone()).unwrap_or_default();
        own.iter().map(|&votes| u128::from(votes)).sum()
    }

    /// How many options one ballot may mark.
    pub fn votes_allowed(&self) -> u32 {
        self.votes_allowed
    }

    /// The most that one ballot can take from the sum; above 0.
    pub fn worst(&self) -> i64 {
        self.worst
    }

    /// The most that one ballot can add to the sum; above 0.
    pub fn best(&self) -> i64 {
        self.best
    }

    /// The weighted sum of votes by option; options beyond the list count as no votes.
    pub fn score(&self, votes: &[u64]) -> i128 {
        let term = |&(option, weight): &(usize, i64)| {
            i128::from(weight) * i128::from(votes.get(option).copied().unwrap_or_default())
        };
        self.weights.iter().map(term).sum()
    }

    /// The assorter's value of one ballot: `(sum of its weights + worst) / (2 worst)`. A ballot without a
    /// valid vote, an over-voted one included, is 1/2.
    pub fn assort(&self, marks: &[usize]) -> Exact {
        let is_marked = |option: usize| marks.contains(&option);
        let score = self
            .weights
            .iter()
            .filter(|(option, _)| is_marked(*option))
            .map(|(_, weight)| i128::from(*weight))
            .sum();
        self.value(score)
    }

    /// The assorter's largest value; above 1/2.
    pub fn upper(&self) -> Exact {
        self.value(i128::from(self.best))
    }

    fn value(&self, score: i128) -> Exact {
        let worst = i128::from(self.worst);
        // A sum of weights of one ballot is far within the range, and `worst` is positive.
        Exact::new(score + worst, 2 * worst).unwrap_or(Exact::ZERO)
    }

    /// The assorter's mean over `cards`, of which those beyond the votes have no valid vote; `None` for no
    /// cards.
    pub fn mean(&self, votes: &[u64], cards: u64) -> Option<Exact> {
        let worst = i128::from(self.worst);
        let all = 2 * worst * i128::from(cards);
        Exact::new(self.score(votes) + worst * i128::from(cards), all)
    }

    /// The assorter margin: twice the mean less 1. Below or at 0 the outcome is not what the votes say.
    pub fn margin(&self, votes: &[u64], cards: u64) -> Option<Exact> {
        Exact::new(
            self.score(votes),
            i128::from(self.worst) * i128::from(cards),
        )
    }
}

#[cfg(test)]
mod tests;
