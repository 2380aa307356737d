//! Who can still win: hard bounds from what is missing, never extrapolation.

use scrutineer_model::{Exact, OptionIdx, OutcomeRule, Overflow};

use crate::claim::{Claim, ClaimAnswer, answer};
use crate::missing::{MissingCapacity, MissingVotes};
use crate::observed::Observed;
use crate::race::{Race, ShareRange};

/// What the sheets and the missing leave of the outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The result of the sheets alone; `None` for a tie, or where rival readings decide it.
    pub standing: Option<Claim>,
    /// Whether every completion of the evidence has the result of the sheets.
    pub decided: bool,
    /// Options that win (or advance, or pass) in every completion, in ballot order.
    pub certain: Vec<OptionIdx>,
    /// Options that do in some completion.
    pub possible: Vec<OptionIdx>,
    /// The last of those ahead on the sheets: the first option, or the last of k winners. `None`
    /// where the next one has the same votes, so that the order of options decides nothing.
    pub leader: Option<OptionIdx>,
    /// The first of those behind; `None` as above. Of several with the same votes the first in
    /// ballot order.
    pub runner_up: Option<OptionIdx>,
    /// Votes between the two, at least.
    pub lead: u64,
    /// The most votes that are missing.
    pub missing: MissingVotes,
    /// Shares of the votes for all options, in ballot order.
    pub shares: Vec<ShareRange>,
    /// The share of the missing that would have to vote, all for the runner-up, to make up the
    /// lead: above 1 it is impossible. `None` where nothing is missing or nothing bounds it.
    pub break_even_turnout: Option<Exact>,
    /// What the runner-up needs of the missing at the turnout of the sheets.
    pub needed: Option<Needed>,
}

/// What the runner-up needs of the missing voters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Needed {
    /// Votes for options per registered voter, as on the sheets.
    pub turnout: Exact,
    /// The two-party share that makes up the lead, 1/2 + L/(2 U t): above 1 it is impossible.
    pub share: Exact,
}

/// The outcome under one missing capacity (forensics note, 3.2).
pub fn outcome(
    rule: &OutcomeRule,
    observed: &Observed,
    missing: &MissingCapacity,
) -> Result<Outcome, Overflow> {
    let race = Race::new(observed, missing.votes);
    let standing = Claim::standing(rule, &race);
    let decided = match &standing {
        Some(claim) => answer(rule, &race, claim)? == ClaimAnswer::Supported,
        None => false,
    };
    let ranking = race.ranking();
    let ahead = match rule {
        OutcomeRule::Plurality { winners } => usize::from(*winners).max(1),
        _ => 1,
    };
    let at_border = (ranking.get(ahead - 1).copied(), ranking.get(ahead).copied());
    let (leader, runner_up) = match at_border {
        (Some(a), Some(b)) if race.votes[a.get()] == race.votes[b.get()] => (None, None),
        other => other,
    };
    let lead = match (leader, runner_up) {
        (Some(leader), Some(next)) => {
            let votes = |option: OptionIdx| race.votes[option.get()];
            votes(leader).min.saturating_sub(votes(next).max)
        }
        (Some(leader), None) => race.votes[leader.get()].min,
        _ => 0,
    };
    let options = || (0..race.votes.len()).map(OptionIdx::new);
    let ceiling = missing.votes.ceiling().filter(|&votes| votes > 0);
    Ok(Outcome {
        standing,
        decided,
        certain: options()
            .filter(|&option| is_certain(rule, &race, option))
            .collect(),
        possible: options()
            .filter(|&option| is_possible(rule, &race, option))
            .collect(),
        leader,
        runner_up,
        lead,
        missing: missing.votes,
        shares: options().map(|option| race.share(option)).collect(),
        break_even_turnout: ceiling
            .and_then(|ceiling| Exact::new(i128::from(lead), i128::from(ceiling))),
        needed: match ceiling {
            Some(ceiling) => needed(observed, lead, ceiling)?,
            None => None,
        },
    })
}

fn needed(observed: &Observed, lead: u64, missing: u64) -> Result<Option<Needed>, Overflow> {
    let valid = i128::from(observed.valid_sum());
    let Some(turnout) = Exact::new(valid, i128::from(observed.registered_sum())) else {
        return Ok(None);
    };
    if turnout == Exact::ZERO {
        return Ok(None);
    }
    let votes = Exact::from(missing).checked_mul(turnout)?;
    let extra = Exact::from(lead).checked_div(votes.checked_add(votes)?)?;
    let half = Exact::ONE.checked_div(Exact::integer(2))?;
    Ok(Some(Needed {
        turnout,
        share: half.checked_add(extra)?,
    }))
}

fn is_certain(rule: &OutcomeRule, race: &Race, option: OptionIdx) -> bool {
    let range = race.share(option);
    match rule {
        OutcomeRule::Plurality { winners } => {
            race.is_certainly_among(option, usize::from(*winners))
        }
        OutcomeRule::Majority { share, runoff } => {
            let nobody = (0..race.votes.len())
                .map(OptionIdx::new)
                .all(|other| race.share(other).max <= *share);
            // Several can exceed a share below one half; the first of them wins.
            let outright = range.min > *share && race.is_certainly_among(option, 1);
            outright || (nobody && race.is_certainly_among(option, usize::from(*runoff)))
        }
        OutcomeRule::Threshold { share } => range.min >= *share,
        _ => false,
    }
}

fn is_possible(rule: &OutcomeRule, race: &Race, option: OptionIdx) -> bool {
    let range = race.share(option);
    match rule {
        OutcomeRule::Plurality { winners } => race.is_possibly_among(option, usize::from(*winners)),
        OutcomeRule::Majority { share, runoff } => {
            let taken = (0..race.votes.len())
                .map(OptionIdx::new)
                .any(|other| race.share(other).min > *share);
            (range.max > *share && race.is_possibly_among(option, 1))
                || (!taken && race.is_possibly_among(option, usize::from(*runoff)))
        }
        OutcomeRule::Threshold { share } => range.max >= *share,
        _ => true,
    }
}
