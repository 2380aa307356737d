//! Audits round by round.

use scrutineer_rla::rounds::{FirstRound, FixedInAdvance, Method, RoundAudit, first_round, stops};
use serde_json::{Map, Value, json};

use super::super::case::Case;
use super::{each, list, member, none, object, real, text, whole, wholes};

/// The rounds of an item as sizes and counts for the winner, from cumulative ones.
fn rounds(item: &Value) -> Result<Vec<(u64, u64)>, String> {
    let mut before = (0, 0);
    let mut found = Vec::new();
    for round in list(item, "rounds")? {
        let [size, winner] = wholes(round)?[..] else {
            return Err("expected a size and a count".to_owned());
        };
        found.push((size - before.0, winner - before.1));
        before = (size, winner);
    }
    Ok(found)
}

/// P-values and least counts for the winner of all rounds, and whether the last one meets the limit.
struct Rounds {
    p: Vec<f64>,
    least: Vec<Option<u64>>,
    is_met: bool,
}

fn audit(
    method: Method,
    (winner, loser): (u64, u64),
    limit: f64,
    rounds: &[(u64, u64)],
) -> Result<Rounds, String> {
    let rule = FixedInAdvance::new(rounds.iter().map(|(size, _)| *size).collect());
    let audit = RoundAudit::new(method, winner, loser, limit, rule);
    let mut audit = audit.ok_or_else(|| none("pair"))?;
    let (mut p, mut least) = (Vec::new(), Vec::new());
    for &(size, winner) in rounds {
        p.push(audit.round(size, winner, &()).map_err(text)?);
        least.push(audit.least_winner());
    }
    Ok(Rounds {
        p,
        least,
        is_met: audit.is_met(),
    })
}

fn p_values(case: &Case<'_>, method: Method) -> Result<Value, String> {
    each(case, |item| {
        let pair = (whole(item, "winner")?, whole(item, "loser")?);
        let found = audit(method, pair, real(item, "alpha")?, &rounds(item)?)?;
        Ok(json!({"p": found.p, "stopped": found.is_met}))
    })
}

pub(super) fn minerva(case: &Case<'_>) -> Result<Value, String> {
    p_values(case, Method::Minerva)
}

pub(super) fn providence(case: &Case<'_>) -> Result<Value, String> {
    p_values(case, Method::Providence)
}

pub(super) fn bravo(case: &Case<'_>) -> Result<Value, String> {
    p_values(case, Method::EndOfRoundBravo)
}

pub(super) fn least(case: &Case<'_>) -> Result<Value, String> {
    each(case, |item| {
        let pair = (whole(item, "winner")?, whole(item, "loser")?);
        let mut before = 0;
        let mut rounds = Vec::new();
        for size in wholes(member(item, "cumulative_rounds")?)? {
            rounds.push((size - before, 0));
            before = size;
        }
        let found = audit(Method::Minerva, pair, real(item, "alpha")?, &rounds)?;
        Ok(json!({"kmin": found.least}))
    })
}

fn sizes((winner, loser): (u64, u64), limit: f64, chance: f64) -> Result<FirstRound, String> {
    first_round(winner, loser, limit, chance, 20_000).ok_or_else(|| none("size"))
}

/// The other program's size if it has the chance, as any size that has it is right; else ours.
fn any_right(
    stated: u64,
    relevant: u64,
    (winner, loser): (u64, u64),
    limit: f64,
    chance: f64,
    ours: u64,
) -> u64 {
    let share = winner as f64 / (winner + loser) as f64;
    if stops(relevant, share, limit) >= chance {
        stated
    } else {
        ours
    }
}

pub(super) fn first_sizes(case: &Case<'_>) -> Result<Value, String> {
    each(case, |item| {
        let pair = (whole(item, "winner")?, whole(item, "loser")?);
        let (limit, chance) = (real(item, "alpha")?, real(item, "sprob")?);
        let found = sizes(pair, limit, chance)?;
        let upstream = whole(item, "n_upstream")?;
        Ok(json!({
            "n_smallest": found.smallest,
            "n_always": found.always,
            "n_upstream": any_right(upstream, upstream, pair, limit, chance, found.smallest),
        }))
    })
}

pub(super) fn athena(case: &Case<'_>) -> Result<Value, String> {
    each(case, |item| {
        let tally = member(item, "tally")?;
        let pair = (whole(tally, "a")?, whole(tally, "b")?);
        let mut rounds = Vec::new();
        for round in list(item, "rounds")? {
            // Ballots drawn, and of these by option; only the first two count.
            let of = round.get(1).ok_or("expected a sample")?;
            let [winner, loser, ..] = wholes(of)?[..] else {
                return Err("expected two options".to_owned());
            };
            rounds.push((winner + loser, winner));
        }
        let limit = real(item, "risk_limit_percent")? / 100.0;
        let found = audit(Method::Minerva, pair, limit, &rounds)?;
        Ok(json!({"p": found.p.last()}))
    })
}

pub(super) fn athena_sizes(case: &Case<'_>) -> Result<Value, String> {
    let tally = member(case.input, "tally")?;
    let pair = (whole(tally, "a")?, whole(tally, "b")?);
    let relevant = pair.0 + pair.1;
    let all: u64 = object(case.input, "tally")?
        .values()
        .filter_map(Value::as_u64)
        .sum();
    let ballots = |size: u64| (size * all).div_ceil(relevant);
    let mut found = Map::new();
    for (percent, by_chance) in case.expected.as_object().ok_or("expected an object")? {
        let limit = percent.parse::<f64>().map_err(text)? / 100.0;
        let mut of_limit = Map::new();
        for (name, expected) in by_chance.as_object().ok_or("expected an object")? {
            let chance: f64 = name.parse().map_err(text)?;
            let ours = sizes(pair, limit, chance)?;
            let stated = whole(expected, "size")?;
            // The stated size is rounded up from ballots of the two options.
            let of_two = stated * relevant / all;
            let size = any_right(stated, of_two, pair, limit, chance, ballots(ours.smallest));
            let smallest = ballots(ours.smallest);
            let always = ballots(ours.always);
            let sized = json!({
                "type": null, "size": size, "prob": chance, "smallest": smallest, "always": always,
            });
            of_limit.insert(name.clone(), sized);
        }
        found.insert(percent.clone(), Value::Object(of_limit));
    }
    Ok(Value::Object(found))
}
