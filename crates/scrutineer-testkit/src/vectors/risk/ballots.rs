//! Ballots polled, and cards compared with their records.

use scrutineer_model::Exact;
use scrutineer_rla::assertion::{Assertion, Share, plurality, threshold};
use scrutineer_rla::bravo::{Bravo, Diluted};
use scrutineer_rla::comparison::{Card, Overstatement, Record, Styles};
use scrutineer_rla::kaplan;
use scrutineer_rla::martingale::{
    FixedEta, Martingale, Null, Subtracting, TruncatedShrinkage, WithoutReplacement,
};
use scrutineer_rla::plan::{errors_first, interleaved};
use scrutineer_rla::super_simple::{Errors, GAMMA, SuperSimple};
use serde_json::{Map, Value, json};

use super::super::case::Case;
use super::sequences::run;
use super::{each, like, list, member, none, object, real, text, whole};

fn count(value: Option<&Value>) -> Result<u64, String> {
    value
        .and_then(Value::as_u64)
        .ok_or_else(|| "expected a count".to_owned())
}

/// Reported votes by option, in the order of the vector.
fn tally(input: &Value) -> Result<Vec<(&str, u64)>, String> {
    let tally = object(input, "tally")?.iter();
    tally
        .map(|(option, votes)| Ok((option.as_str(), count(Some(votes))?)))
        .collect()
}

pub(super) fn bravo(case: &Case<'_>) -> Result<Value, String> {
    let mut options = tally(case.input)?;
    options.sort_by_key(|(_, votes)| std::cmp::Reverse(*votes));
    let winners = usize::try_from(whole(case.input, "num_winners")?).map_err(text)?;
    let limit = real(case.input, "risk_limit_percent")? / 100.0;
    let rounds = object(case.input, "sample_by_round")?;
    let sampled = |option: &str| -> Result<u64, String> {
        rounds.values().map(|round| count(round.get(option))).sum()
    };
    let mut p_values = Map::new();
    let mut is_finished = true;
    for &(winner, votes) in &options[..winners] {
        for &(loser, others) in &options[winners..] {
            let pair = Bravo::new(votes, others).ok_or_else(|| none("pair"))?;
            let p = pair.p(sampled(winner)?, sampled(loser)?);
            is_finished &= p <= limit;
            p_values.insert(format!("{winner}>{loser}"), p.into());
        }
    }
    Ok(json!({"p_values": p_values, "finished": is_finished}))
}

pub(super) fn bravo_sizes(case: &Case<'_>) -> Result<Value, String> {
    let limit = real(case.input, "risk_limit_percent")? / 100.0;
    let ballots = real(case.input, "ballots")?;
    let options = tally(case.input)?;
    let [(_, winner), (_, loser), ..] = options[..] else {
        return Err("expected two options".to_owned());
    };
    let pair = Bravo::new(winner, loser).ok_or_else(|| none("pair"))?;
    let diluted = Diluted {
        winner: winner as f64 / ballots,
        loser: loser as f64 / ballots,
    };
    let (size, chance) = pair
        .average_size(limit, diluted)
        .ok_or_else(|| none("average"))?;
    let mut found = Map::new();
    let rounded = (chance * 100.0).round() / 100.0;
    found.insert(
        "asn".to_owned(),
        json!({"type": "ASN", "size": size, "prob": rounded}),
    );
    for (name, chance) in [("0.7", 0.7), ("0.8", 0.8), ("0.9", 0.9)] {
        let size = pair
            .size(limit, chance, diluted)
            .ok_or_else(|| none("size"))?;
        let sized = json!({"type": null, "size": size, "prob": chance});
        found.insert(name.to_owned(), sized);
    }
    Ok(Value::Object(found))
}

fn errors(input: &Value) -> Result<Errors, String> {
    Ok(Errors {
        one_over: real(input, "o1")?,
        two_over: real(input, "o2")?,
        one_under: real(input, "u1")?,
        two_under: real(input, "u2")?,
    })
}

pub(super) fn comparison_p(case: &Case<'_>) -> Result<Value, String> {
    let input = case.input;
    let stratum = scrutineer_rla::suite::ComparisonStratum {
        cards: whole(input, "N")?,
        drawn: whole(input, "n")?,
        errors: errors(input)?,
        gamma: real(input, "gamma")?,
    };
    Ok(stratum
        .p(
            whole(input, "reported_margin")?,
            real(input, "null_lambda")?,
        )
        .into())
}

pub(super) fn rlacalc_p(case: &Case<'_>) -> Result<Value, String> {
    let input = case.input;
    let audit = SuperSimple::new(real(input, "margin")?, real(input, "gamma")?);
    let audit = audit.ok_or_else(|| none("margin"))?;
    Ok(audit.p(whole(input, "n")?, errors(input)?).into())
}

pub(super) fn rlacalc_sizes(case: &Case<'_>) -> Result<Value, String> {
    each(case, |item| {
        let audit = SuperSimple::new(real(item, "margin")?, real(item, "gamma")?);
        let audit = audit.ok_or_else(|| none("margin"))?;
        let size = |one_over| {
            let errors = Errors {
                one_over,
                ..Errors::default()
            };
            let size = real(item, "alpha").map(|limit| audit.size_with(limit, errors))?;
            size.map(|size| size as f64).ok_or_else(|| none("size"))
        };
        Ok(json!({"nmin": size(0.0)?, "nmin_o1_2": size(2.0)?}))
    })
}

pub(super) fn super_simple_sizes(case: &Case<'_>) -> Result<Value, String> {
    let rates = errors(member(case.input, "assumed_rates")?)?;
    let (gamma, cards) = (real(case.input, "gamma")?, whole(case.input, "ballots")?);
    each(case, |item| {
        let audit = SuperSimple::new(real(item, "diluted_margin")?, gamma);
        let limit = real(item, "risk_limit_percent")? / 100.0;
        let size = audit.and_then(|audit| audit.size(limit, rates, cards));
        Ok(json!({"n": size}))
    })
}

/// The diluted margin of the first two options.
fn diluted_margin(input: &Value) -> Result<f64, String> {
    let options = tally(input)?;
    let [(_, winner), (_, loser), ..] = options[..] else {
        return Err("expected two options".to_owned());
    };
    let lead = winner.checked_sub(loser).ok_or_else(|| none("pair"))?;
    Ok(lead as f64 / real(input, "ballots")?)
}

pub(super) fn super_simple_more(case: &Case<'_>) -> Result<Value, String> {
    let audit =
        SuperSimple::new(diluted_margin(case.input)?, GAMMA).ok_or_else(|| none("margin"))?;
    let limit = real(case.input, "risk_limit_percent")? / 100.0;
    let cards = whole(case.input, "ballots")?;
    each(case, |item| {
        let observed = Errors {
            one_over: real(item, "one_over")?,
            two_over: real(item, "two_over")?,
            ..Errors::default()
        };
        let more = audit.more(limit, whole(item, "sampled")?, observed, cards);
        Ok(json!({"additional": more}))
    })
}

pub(super) fn super_simple_p(case: &Case<'_>) -> Result<Value, String> {
    let audit =
        SuperSimple::new(diluted_margin(case.input)?, GAMMA).ok_or_else(|| none("margin"))?;
    let draws = whole(case.input, "sampled")?;
    let one = |one_over| Errors {
        one_over,
        ..Errors::default()
    };
    let two = |two_over| Errors {
        two_over,
        ..Errors::default()
    };
    let p = |scenario: &Value| match scenario.as_str().unwrap_or_default() {
        "no error" | "one 2-vote understatement (counted as 0)" => Ok(audit.p(draws, one(0.0))),
        "one 1-vote overstatement" => Ok(audit.p(draws, one(1.0))),
        "one 2-vote overstatement" | "one card not found" => Ok(audit.p(draws, two(1.0))),
        "two 1-vote overstatements" => Ok(audit.p(draws, one(2.0))),
        "a 1-vote overstatement drawn twice (61 draws)" => Ok(audit.p(draws + 1, one(2.0))),
        other => Err(format!("no evaluator for the scenario {other:?}")),
    };
    let found = list(case.input, "scenarios")?.iter().map(p);
    Ok(json!(found.collect::<Result<Vec<f64>, String>>()?))
}

/// An exact fraction that prints as this decimal.
fn decimal(value: f64) -> Result<Exact, String> {
    let printed = value.to_string();
    let (digits, decimals) = match printed.split_once('.') {
        Some((whole, fraction)) => (format!("{whole}{fraction}"), fraction.len()),
        None => (printed, 0),
    };
    let scale = 10_i128.pow(u32::try_from(decimals).map_err(text)?);
    Exact::new(digits.parse().map_err(text)?, scale).ok_or_else(|| none("decimal"))
}

/// A against B.
fn pair() -> Result<Assertion, String> {
    let pairs = plurality(2, &[0], 1).map_err(text)?;
    pairs.into_iter().next().ok_or_else(|| none("pair"))
}

pub(super) fn overstatements(case: &Case<'_>) -> Result<Value, String> {
    let pair = pair()?;
    each(case, |item| {
        let margin = decimal(real(item, "margin")?)?;
        let assorter = Overstatement::new(&pair, margin, Styles::Known).map_err(text)?;
        let assorter = assorter.ok_or_else(|| none("margin"))?;
        let value = assorter
            .of(decimal(real(item, "overstatement")?)?)
            .map_err(text)?;
        Ok(json!({"value": value.to_f64()}))
    })
}

pub(super) fn phantoms(case: &Case<'_>) -> Result<Value, String> {
    let pair = pair()?;
    let margin = decimal(real(case.input, "margin")?)?;
    each(case, |item| {
        let (record, card) = match item.get("case").and_then(Value::as_str).unwrap_or_default() {
            "cvr A, mvr A" => (Record::Marks(&[0]), Card::Marks(&[0])),
            "cvr A, mvr B" => (Record::Marks(&[0]), Card::Marks(&[1])),
            "cvr A, mvr no vote" => (Record::Marks(&[0]), Card::Marks(&[])),
            "cvr B, mvr A" => (Record::Marks(&[1]), Card::Marks(&[0])),
            "cvr A, mvr without contest" => (Record::Marks(&[0]), Card::WithoutContest),
            "cvr A, mvr phantom" => (Record::Marks(&[0]), Card::Missing),
            "cvr phantom, mvr phantom" => (Record::Phantom, Card::Missing),
            "cvr phantom, mvr A" => (Record::Phantom, Card::Marks(&[0])),
            other => return Err(format!("no evaluator for the case {other:?}")),
        };
        let value = |styles| {
            let assorter = Overstatement::new(&pair, margin, styles).map_err(text)?;
            let assorter = assorter.ok_or_else(|| none("margin"))?;
            let value = assorter.value(record, card).map_err(text)?;
            Ok::<_, String>(value.to_f64())
        };
        Ok(json!({"use_style": value(Styles::Known)?, "no_style": value(Styles::Unknown)?}))
    })
}

/// The values of a pattern such as `compalpha-02: 20 clean, 1 one-vote over, 60 clean`.
fn pattern(input: &Value) -> Result<Vec<f64>, String> {
    let written = member(input, "pattern")?.as_str().unwrap_or_default();
    let (_, parts) = written.split_once(": ").ok_or("expected a pattern")?;
    let mut values = Vec::new();
    for part in parts.split(", ") {
        let (times, kind) = part.split_once(' ').ok_or("expected a count")?;
        let name = match kind {
            "clean" => "clean",
            "one-vote over" => "one_over",
            "two-vote over" => "two_over",
            other => return Err(format!("no evaluator for {other:?} cards")),
        };
        let value = real(member(input, "values")?, name)?;
        values.extend(std::iter::repeat_n(value, times.parse().map_err(text)?));
    }
    Ok(values)
}

pub(super) fn comparison_alpha(case: &Case<'_>) -> Result<Value, String> {
    let input = case.input;
    let values = pattern(input)?;
    let run = if let Some(rate) = input.get("error_rate_2").and_then(Value::as_f64) {
        let strategy = FixedEta::optimal_comparison(real(input, "u")?, rate);
        run(input, &values, strategy)?
    } else {
        let (eta, d, c) = (real(input, "eta")?, real(input, "d")?, real(input, "c")?);
        run(
            input,
            &values,
            TruncatedShrinkage::<Subtracting>::new(eta, d, c),
        )?
    };
    let at = [1, 5, 10, 20, 21, 40, 60].map(|draws| run.history.get(draws - 1).copied());
    Ok(json!({
        "p": run.sequential,
        "p_history_last": run.history.last(),
        "p_at": at.to_vec(),
        "eta_first": run.etas.first(),
    }))
}

pub(super) fn comparison_sizes(case: &Case<'_>) -> Result<Value, String> {
    let (cards, limit) = (whole(case.input, "N")?, real(case.input, "alpha")?);
    each(case, |item| {
        let margin = real(item, "margin")?;
        let upper = 2.0 / (2.0 - margin);
        let clean = 1.0 / (2.0 - margin);
        let every = |name| {
            let rate = real(item, name)?;
            let every = (rate > 0.0).then(|| format!("{:.0}", 1.0 / rate).parse());
            every.transpose().map_err(text)
        };
        let (one, two) = (every("rate_1")?, every("rate_2")?);
        let values = || errors_first(cards, clean, (clean / 2.0, one), (0.0, two));
        let markov = kaplan::markov(0.5, 0.1).map_err(text)?;
        let draws = WithoutReplacement::new(cards).ok_or("N is 0")?;
        let null = Null::half(upper).map_err(text)?;
        let alpha = Martingale::new(null, draws, FixedEta::optimal_comparison(upper, 1e-4));
        Ok(json!({
            "n_kaplan_markov_g01": markov.stops_after(values(), limit).map_err(text)?,
            "n_alpha_optimal_comparison": alpha.stops_after(values(), limit).map_err(text)?,
        }))
    })
}

pub(super) fn polling_sizes(case: &Case<'_>) -> Result<Value, String> {
    let (d, c) = (real(case.input, "d")?, real(case.input, "c")?);
    let limit = real(case.input, "alpha")?;
    each(case, |item| {
        let (winner, loser) = (whole(item, "winner")?, whole(item, "loser")?);
        let all = whole(item, "N")?;
        let other = all - winner - loser;
        let eta = (winner as f64 + other as f64 / 2.0) / all as f64;
        let null = Null::half(1.0).map_err(text)?;
        let draws = WithoutReplacement::new(all).ok_or("N is 0")?;
        let strategy = TruncatedShrinkage::<Subtracting>::new(eta, d, c);
        let size = Martingale::new(null, draws, strategy)
            .stops_after(interleaved(winner, loser, other), limit)
            .map_err(text)?;
        let first: Vec<f64> = interleaved(winner, loser, other).take(12).collect();
        Ok(json!({"n": size, "first12": first}))
    })
}

pub(super) fn super_majority(case: &Case<'_>) -> Result<Value, String> {
    let tally = member(case.input, "tally")?;
    let cards = whole(case.input, "cards")?;
    let share = Share::new(2, 3).ok_or_else(|| none("share"))?;
    let stated = real(case.input, "share_to_win")?;
    if (stated - 2.0 / 3.0).abs() > 1e-15 {
        return Err(format!("no evaluator for the share {stated}"));
    }
    let assertion = threshold(2, 0, share).map_err(text)?;
    let votes = [whole(tally, "Y")?, whole(tally, "N")?];
    let mean = assertion.mean(&votes, cards).ok_or_else(|| none("mean"))?;
    let margin = assertion
        .margin(&votes, cards)
        .ok_or_else(|| none("margin"))?;
    Ok(json!({
        "assorter_mean": mean.to_f64(),
        "margin": margin.to_f64(),
        "assorter_upper_bound": assertion.upper().to_f64(),
    }))
}

pub(super) fn one_audit(case: &Case<'_>) -> Result<Value, String> {
    let input = case.input;
    let pair = pair()?;
    let votes = |held: &Value| Ok::<_, String>([whole(held, "A")?, whole(held, "B")?]);
    let mut totals = votes(member(input, "cvrs")?)?;
    let mut pools = Map::new();
    let mut means = Vec::new();
    for (name, pool) in object(input, "pools")? {
        let held = votes(pool)?;
        let cards = held[0] + held[1] + whole(pool, "blank")?;
        let mean = pair.mean(&held, cards).ok_or_else(|| none("mean"))?;
        totals = [totals[0] + held[0], totals[1] + held[1]];
        pools.insert(name.clone(), mean.to_f64().into());
        means.push((name.as_str(), mean));
    }
    let cards = whole(input, "N")?;
    let margin = pair.margin(&totals, cards).ok_or_else(|| none("margin"))?;
    let assorter = Overstatement::new(&pair, margin, Styles::Known).map_err(text)?;
    let assorter = assorter.ok_or_else(|| none("margin"))?;
    // `P1 card A`, `P2 blank`, `cvr A seen B`.
    let value = |case: &str| -> Result<f64, String> {
        let marks = |option: &str| -> Result<&'static [usize], String> {
            match option {
                "A" => Ok(&[0]),
                "B" => Ok(&[1]),
                "blank" => Ok(&[]),
                other => Err(format!("no option {other:?}")),
            }
        };
        let words: Vec<&str> = case.split(' ').collect();
        let (record, card) = match words[..] {
            ["cvr", recorded, "seen", seen] => (Record::Marks(marks(recorded)?), marks(seen)?),
            [pool, "card", seen] | [pool, seen] => {
                let (_, mean) = means
                    .iter()
                    .find(|(name, _)| *name == pool)
                    .ok_or("no such pool")?;
                (Record::Pool(*mean), marks(seen)?)
            }
            _ => return Err(format!("no evaluator for the card {case:?}")),
        };
        let value = assorter.value(record, Card::Marks(card)).map_err(text)?;
        Ok(value.to_f64())
    };
    let listed = list(case.expected, "values")?.iter().map(|item| {
        let name = item.get("case").and_then(Value::as_str).unwrap_or_default();
        Ok::<_, String>(json!({"case": name, "value": value(name)?}))
    });
    let values = listed.collect::<Result<Vec<_>, _>>()?;
    let drawn = list(input, "sequence")?.iter();
    let drawn = drawn.map(|name| value(name.as_str().unwrap_or_default()));
    let drawn = drawn.collect::<Result<Vec<_>, _>>()?;
    let upper = assorter.upper().map_err(text)?.to_f64();
    let engine = json!({"t": 0.5, "u": upper, "N": cards});
    let (eta, d, c) = (real(input, "eta")?, real(input, "d")?, real(input, "c")?);
    let run = run(
        &engine,
        &drawn,
        TruncatedShrinkage::<Subtracting>::new(eta, d, c),
    )?;
    Ok(json!({
        "pool_means": pools,
        "margin": margin.to_f64(),
        "values": values,
        "p": like(case.expected.get("p"), run.sequential),
        "p_history": run.history,
    }))
}
