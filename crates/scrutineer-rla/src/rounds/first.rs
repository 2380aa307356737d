//! Sizes of a first round.

use scrutineer_stats::Binomial;

use crate::size::count;

/// Sizes of a first round that stops with a given chance if the report is right, in ballots of the two options.
/// The chance is not monotone in the size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FirstRound {
    /// The smallest that has the chance.
    pub smallest: u64,
    /// The smallest from which every larger one has it, as far as was searched.
    pub always: u64,
}

/// How many standard deviations above the mean the tails begin: beyond, chances are below 1e-30.
const REACH: f64 = 12.0;

/// The chance that a first round of `size` ballots meets the limit if the report is right. The same for
/// Minerva and Providence.
pub fn stops(size: u64, share: f64, risk_limit: f64) -> f64 {
    let (Some(tie), Some(report)) = (Binomial::new(size, 0.5), Binomial::new(size, share)) else {
        return 0.0;
    };
    let n = size as f64;
    let reach = n * share + REACH * libm::sqrt(n * share * (1.0 - share));
    let top = count(libm::ceil(reach)).map_or(size, |top| top.min(size));
    let (mut chance0, mut chance1) = (tie.pmf(top), report.pmf(top));
    let (mut tail0, mut tail1, mut found) = (0.0, 0.0, 0.0);
    for winner in (0..=top).rev() {
        tail0 += chance0;
        tail1 += chance1;
        if tail0 > risk_limit * tail1 {
            break;
        }
        found = tail1;
        // The chance of one ballot fewer for the winner.
        let odds = winner as f64 / (n - winner as f64 + 1.0);
        chance0 *= odds;
        chance1 *= odds * (1.0 - share) / share;
    }
    found
}

/// The sizes up to `most` for a winner and a loser with these reported votes; `None` where none has the
/// chance, or the winner does not lead.
pub fn first_round(
    winner: u64,
    loser: u64,
    risk_limit: f64,
    chance: f64,
    most: u64,
) -> Option<FirstRound> {
    if winner <= loser || !(0.0 < risk_limit && risk_limit < 1.0) {
        return None;
    }
    let share = winner as f64 / (winner as f64 + loser as f64);
    let has = |size: u64| stops(size, share, risk_limit) >= chance;
    let smallest = (1..=most).find(|&size| has(size))?;
    // The chance dips by less and less; past half as much again it has not dipped below for any usual chance.
    let horizon = most.min(smallest.saturating_add(smallest / 4).saturating_add(50));
    let last_without = (smallest..=horizon).rev().find(|&size| !has(size));
    Some(FirstRound {
        smallest,
        always: last_without.map_or(smallest, |size| size + 1),
    })
}
