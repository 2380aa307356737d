//! Social choices as lists of assertions: the outcome is right if and only if all of them hold.

use super::{Assertion, Claim, Share};

/// Why a declared outcome is no outcome of the rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SocialError {
    /// An option that the contest does not have.
    #[error("expected an option below {options}, found {option}")]
    Option {
        /// The option.
        option: usize,
        /// How many there are.
        options: usize,
    },
    /// The same option twice.
    #[error("the option {0} is named twice")]
    Twice(usize),
    /// Nobody wins, everybody wins, or as many votes as options are asked of a ballot.
    #[error("expected from 1 to {most} {what}, found {found}")]
    Number {
        /// What is counted.
        what: &'static str,
        /// The most.
        most: usize,
        /// What was found.
        found: usize,
    },
}

fn distinct(options: usize, named: &[usize]) -> Result<(), SocialError> {
    for (at, &option) in named.iter().enumerate() {
        if option >= options {
            return Err(SocialError::Option { option, options });
        }
        if named.iter().take(at).any(|&other| other == option) {
            return Err(SocialError::Twice(option));
        }
    }
    Ok(())
}

fn number(what: &'static str, most: usize, found: usize) -> Result<(), SocialError> {
    if (1..=most).contains(&found) {
        Ok(())
    } else {
        Err(SocialError::Number { what, most, found })
    }
}

fn weights(options: usize, of: impl Fn(usize) -> i64) -> Vec<i64> {
    (0..options).map(of).collect()
}

fn beats(options: usize, winner: usize, loser: usize, votes_allowed: u32) -> Assertion {
    let weight = |option| i64::from(option == winner) - i64::from(option == loser);
    let claim = Claim::Beats { winner, loser };
    Assertion::new(claim, &weights(options, weight), votes_allowed)
}

/// The `winners` have more votes than everybody else; each ballot marks up to `votes_allowed` options. One
/// assertion for each winner and loser.
///
/// # Errors
///
/// When a winner is no option or named twice, when nobody or everybody wins, or with no votes allowed.
pub fn plurality(
    options: usize,
    winners: &[usize],
    votes_allowed: u32,
) -> Result<Vec<Assertion>, SocialError> {
    distinct(options, winners)?;
    number("winners", options.saturating_sub(1), winners.len())?;
    let allowed = usize::try_from(votes_allowed).unwrap_or(usize::MAX);
    number("votes on a ballot", options, allowed)?;
    let losers = || (0..options).filter(|option| !winners.contains(option));
    Ok(winners
        .iter()
        .flat_map(|&winner| losers().map(move |loser| beats(options, winner, loser, votes_allowed)))
        .collect())
}

/// As [`plurality`], where a ballot may mark every option.
///
/// # Errors
///
/// As [`plurality`].
pub fn approval(options: usize, winners: &[usize]) -> Result<Vec<Assertion>, SocialError> {
    plurality(options, winners, u32::try_from(options).unwrap_or(u32::MAX))
}

/// The option has more than `share` of the valid votes, one on each ballot.
///
/// # Errors
///
/// When it is no option, or the only one.
pub fn threshold(options: usize, option: usize, share: Share) -> Result<Assertion, SocialError> {
    distinct(options, &[option])?;
    number("option", options.saturating_sub(1), 1)?;
    let (part, whole) = (i64::from(share.numerator()), i64::from(share.denominator()));
    let weight = |other| if other == option { whole - part } else { -part };
    let claim = Claim::Above { option, share };
    Ok(Assertion::new(claim, &weights(options, weight), 1))
}

/// The option has less than `share` of the valid votes: the complement of [`threshold`], which needs an
/// assorter of its own, because one side says nothing about the other.
///
/// # Errors
///
/// As [`threshold`].
pub fn below_threshold(
    options: usize,
    option: usize,
    share: Share,
) -> Result<Assertion, SocialError> {
    distinct(options, &[option])?;
    number("option", options.saturating_sub(1), 1)?;
    let (part, whole) = (i64::from(share.numerator()), i64::from(share.denominator()));
    let weight = |other| if other == option { part - whole } else { part };
    let claim = Claim::Below { option, share };
    Ok(Assertion::new(claim, &weights(options, weight), 1))
}

/// The option was elected outright, with more than half of the valid votes.
///
/// # Errors
///
/// As [`threshold`].
pub fn majority(options: usize, winner: usize) -> Result<Vec<Assertion>, SocialError> {
    threshold(options, winner, Share::HALF).map(|assertion| vec![assertion])
}

/// Nobody has half of the valid votes, and the two go to a second round: both beat everybody else, and both
/// are below half.
///
/// # Errors
///
/// When one is no option, both are the same, or there is no third: then one of two has half.
pub fn runoff(options: usize, advance: [usize; 2]) -> Result<Vec<Assertion>, SocialError> {
    distinct(options, &advance)?;
    number("options that advance", options.saturating_sub(1), 2)?;
    let mut all = Vec::new();
    for option in advance {
        let others = (0..options).filter(|other| !advance.contains(other));
        all.extend(others.map(|other| beats(options, option, other, 1)));
        all.push(below_threshold(options, option, Share::HALF)?);
    }
    Ok(all)
}

/// A distribution of seats by D'Hondt's divisors: the last seat of every option that has one goes before
/// the next seat of every other. `seats` by option.
///
/// # Errors
///
/// When there are fewer than two options, or no seats.
pub fn dhondt(seats: &[u32]) -> Result<Vec<Assertion>, SocialError> {
    let options = seats.len();
    number("option", options.saturating_sub(1), 1)?;
    let total = seats.iter().map(|&held| u64::from(held)).sum::<u64>();
    number(
        "seats",
        usize::MAX,
        usize::try_from(total).unwrap_or(usize::MAX),
    )?;
    let mut all = Vec::new();
    for (winner, &winner_seat) in seats.iter().enumerate().filter(|(_, held)| **held > 0) {
        for (loser, &held) in seats.iter().enumerate().filter(|(at, _)| *at != winner) {
            let loser_seat = held.saturating_add(1);
            // v_w / seat_w > v_l / seat_l, without fractions.
            let weight = |option| match option {
                _ if option == winner => i64::from(loser_seat),
                _ if option == loser => -i64::from(winner_seat),
                _ => 0,
            };
            let claim = Claim::SeatBefore {
                winner,
                winner_seat,
                loser,
                loser_seat,
            };
            all.push(Assertion::new(claim, &weights(options, weight), 1));
        }
    }
    Ok(all)
}
