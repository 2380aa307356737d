//! Whether a claimed result holds in every completion of the evidence, in none, or in some.

use scrutineer_model::{Declaration, DeclaredTarget, Exact, OptionIdx, OutcomeRule, Overflow};

use crate::race::Race;

/// A result that somebody claims, or that votes have by a rule. Options stand in ballot order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Claim {
    /// These win (or pass a threshold); none: nobody does.
    Winners(Vec<OptionIdx>),
    /// Nobody wins, and these meet again.
    Runoff(Vec<OptionIdx>),
}

/// What the completions of the evidence say about a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClaimAnswer {
    /// Every completion has this result, without a tie.
    Supported,
    /// No completion has it, not even by lot after a tie.
    Contradicted,
    /// Some may and some may not; also a claim that the rule does not know, such as two winners
    /// for one seat.
    Undetermined,
}

impl Claim {
    /// The result of exact votes by a rule; `None` where a tie leaves it to the lot.
    pub fn of_votes(rule: &OutcomeRule, votes: &[u64]) -> Option<Self> {
        let votes = votes
            .iter()
            .map(|&votes| crate::Interval::exact(votes))
            .collect();
        let race = Race::from_votes(votes, crate::MissingVotes::AtMost(0));
        Self::standing(rule, &race)
    }

    /// The result of the votes on the sheets alone; `None` for a tie, or where rival readings
    /// decide it.
    pub(crate) fn standing(rule: &OutcomeRule, race: &Race) -> Option<Self> {
        let race = Race {
            missing: Some(0),
            ..race.clone()
        };
        let ranking = race.ranking();
        let sorted = |options: &mut Vec<OptionIdx>| options.sort_unstable();
        let first = |places: u16| {
            let mut options: Vec<_> = ranking.iter().take(usize::from(places)).copied().collect();
            sorted(&mut options);
            options
        };
        let claim = match *rule {
            OutcomeRule::Plurality { winners } => Self::Winners(first(winners)),
            OutcomeRule::Majority { share, runoff } => {
                let ahead = first(1);
                let wins = ahead
                    .first()
                    .is_some_and(|&option| race.share(option).observed > share);
                match (wins, runoff) {
                    (true, _) => Self::Winners(ahead),
                    (false, 0) => Self::Winners(Vec::new()),
                    (false, runoff) => Self::Runoff(first(runoff)),
                }
            }
            OutcomeRule::Threshold { share } => Self::Winners(
                (0..race.votes.len())
                    .map(OptionIdx::new)
                    .filter(|&option| race.share(option).observed >= share)
                    .collect(),
            ),
            _ => return None,
        };
        (answer(rule, &race, &claim) == Ok(ClaimAnswer::Supported)).then_some(claim)
    }

    /// What a declaration claims: the options that it names as winners (two or more under a
    /// majority rule: a runoff), else the rule applied to its votes. `None` where it announces
    /// votes for groups or not for all options, so that the rule cannot be applied; a group as
    /// large as the smallest of the `winners` of a plurality hides nothing if it is behind it.
    pub fn declared(declaration: &Declaration, rule: &OutcomeRule, options: usize) -> Option<Self> {
        if !declaration.winners.is_empty() {
            let mut winners = declaration.winners.clone();
            winners.sort_unstable();
            winners.dedup();
            return Some(match rule {
                OutcomeRule::Majority { .. } if winners.len() > 1 => Self::Runoff(winners),
                _ => Self::Winners(winners),
            });
        }
        let mut votes = vec![None; options];
        let mut groups = Vec::new();
        for declared in &declaration.options {
            let figure = declared.votes.as_ref()?.value();
            match &declared.target {
                DeclaredTarget::Option(option) => *votes.get_mut(option.get())? = Some(figure),
                DeclaredTarget::Group { options, .. } => {
                    groups.push((options.as_slice(), figure));
                }
            }
        }
        // However a group is divided among its options, the result must be the same: once all of
        // it goes to each of them in turn.
        let fill = |receiver: Option<OptionIdx>| -> Option<Vec<u64>> {
            let mut filled = votes.clone();
            for (members, figure) in &groups {
                for member in *members {
                    filled.get_mut(member.get())?.get_or_insert(0);
                }
                let holder = members
                    .iter()
                    .find(|member| Some(**member) == receiver)
                    .or_else(|| members.first())?;
                filled[holder.get()] = Some(*figure);
            }
            filled.into_iter().collect()
        };
        let claim = Self::of_votes(rule, &fill(None)?)?;
        for member in groups.iter().flat_map(|(members, _)| *members) {
            if Self::of_votes(rule, &fill(Some(*member))?)? != claim {
                return None;
            }
        }
        Some(claim)
    }
}

/// What the completions of a race say about a claim.
///
/// *Supported* is exact. *Contradicted* is exact for plurality and for a winner by majority; for a
/// runoff and for a threshold shares are compared as real numbers, so a result that only the
/// rounding of single votes excludes is left undetermined.
pub fn answer(rule: &OutcomeRule, race: &Race, claim: &Claim) -> Result<ClaimAnswer, Overflow> {
    let (supported, possible) = match (rule, claim) {
        (OutcomeRule::Plurality { winners }, Claim::Winners(set)) => {
            let places = usize::from(*winners);
            if set.is_empty() || set.len() > places {
                return Ok(ClaimAnswer::Undetermined);
            }
            let certain = set
                .iter()
                .all(|&option| race.is_certainly_among(option, places));
            (certain, race.can_be_first(set, places))
        }
        (OutcomeRule::Majority { share, .. }, Claim::Winners(set)) => match set.as_slice() {
            [] => {
                let ahead = |least: bool| {
                    (0..race.votes.len()).map(OptionIdx::new).any(|option| {
                        let range = race.share(option);
                        (if least { range.min } else { range.max }) > *share
                    })
                };
                (!ahead(false), !ahead(true))
            }
            &[option] => {
                let range = race.share(option);
                // Below one half several may exceed the share; the first of them wins.
                let first = race.is_certainly_among(option, 1);
                let can_be_first = race.can_be_first(set, 1);
                (
                    first && range.min > *share,
                    can_be_first && range.max > *share,
                )
            }
            _ => return Ok(ClaimAnswer::Undetermined),
        },
        (OutcomeRule::Majority { share, runoff }, Claim::Runoff(set)) => {
            let places = usize::from(*runoff).min(race.votes.len());
            if set.is_empty() || set.len() > places {
                return Ok(ClaimAnswer::Undetermined);
            }
            let nobody = (0..race.votes.len())
                .map(OptionIdx::new)
                .all(|option| race.share(option).max <= *share);
            let certain = set
                .iter()
                .all(|&option| race.is_certainly_among(option, places));
            let open = can_all_stay_within(race, *share)?;
            (nobody && certain, open && race.can_be_first(set, places))
        }
        (OutcomeRule::Threshold { share }, Claim::Winners(set)) => {
            let exact = (0..race.votes.len()).map(OptionIdx::new).all(|option| {
                let range = race.share(option);
                if set.contains(&option) {
                    range.min >= *share
                } else {
                    range.max < *share
                }
            });
            (exact, can_exactly_pass(race, *share, set)?)
        }
        _ => return Ok(ClaimAnswer::Undetermined),
    };
    Ok(match (supported, possible) {
        (true, _) => ClaimAnswer::Supported,
        (false, false) => ClaimAnswer::Contradicted,
        (false, true) => ClaimAnswer::Undetermined,
    })
}

/// All votes of the fullest completion.
fn all_votes(race: &Race, missing: u64) -> i128 {
    let votes: i128 = race.votes.iter().map(|votes| i128::from(votes.max)).sum();
    votes + i128::from(missing)
}

/// Whether some completion leaves every option at or below `share`: the largest one must fit into
/// its share of all votes, and the shares must have room for everybody.
fn can_all_stay_within(race: &Race, share: Exact) -> Result<bool, Overflow> {
    let Some(missing) = race.missing else {
        return Ok(true);
    };
    let room = share.checked_mul(Exact::from(race.votes.len() as u64))?;
    let ceiling = share.checked_mul(Exact::integer(all_votes(race, missing)))?;
    let largest = race.votes.iter().map(|votes| votes.min).max().unwrap_or(0);
    Ok(room >= Exact::ONE && Exact::from(largest) <= ceiling)
}

/// Whether in some completion exactly `set` reaches `share`.
///
/// With T votes in all, those outside must be below `share` T, and those inside must be lifted to
/// it by the T - T0 votes added. What the lifting lacks is convex in T, so its least value stands
/// at an end or where one option needs nothing any more.
fn can_exactly_pass(race: &Race, share: Exact, set: &[OptionIdx]) -> Result<bool, Overflow> {
    let Some(missing) = race.missing else {
        return Ok(true);
    };
    let inside = |at: usize| set.contains(&OptionIdx::new(at));
    let lows = |passing: bool| {
        let chosen = race.votes.iter().enumerate();
        chosen
            .filter(move |(at, _)| inside(*at) == passing)
            .map(|(_, votes)| Exact::from(votes.min))
    };
    let most = Exact::integer(all_votes(race, missing));
    let least = race
        .votes
        .iter()
        .map(|votes| i128::from(votes.min))
        .sum::<i128>();
    let least = Exact::integer(least);
    let outside = lows(false).max();
    if outside.is_some_and(|outside| share.checked_mul(most).is_ok_and(|mark| outside >= mark)) {
        return Ok(false);
    }
    if set.is_empty() {
        let room = share.checked_mul(Exact::from(race.votes.len() as u64))?;
        return Ok(room > Exact::ONE || most == Exact::ZERO);
    }
    if share <= Exact::ZERO {
        return Ok(set.len() == race.votes.len());
    }
    let start = match outside {
        Some(outside) => least.max(outside.checked_div(share)?),
        None => least,
    };
    let mut candidates = vec![start, most];
    for votes in lows(true) {
        candidates.push(votes.checked_div(share)?.clamp(start.min(most), most));
    }
    for total in candidates {
        let mark = share.checked_mul(total)?;
        let mut lacking = least.checked_sub(total)?;
        for votes in lows(true) {
            lacking = lacking.checked_add(mark.checked_sub(votes)?.max(Exact::ZERO))?;
        }
        if lacking <= Exact::ZERO {
            return Ok(true);
        }
    }
    Ok(false)
}
