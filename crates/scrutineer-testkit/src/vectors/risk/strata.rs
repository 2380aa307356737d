//! Audits over strata.

use scrutineer_rla::stratified::{FixedBets, least_over_grid, proportional_round_robin};
use scrutineer_rla::suite::{ComparisonStratum, PollingStratum, combined};
use scrutineer_rla::super_simple::{Errors, GAMMA};
use serde_json::{Value, json};

use super::super::case::Case;
use super::{each, list, member, none, real, reals, whole};

/// The two strata of a vector and the overall margin in votes.
fn strata(input: &Value) -> Result<(ComparisonStratum, PollingStratum, u64), String> {
    let (polling, comparison) = (member(input, "polling")?, member(input, "comparison")?);
    let (winner, loser) = (whole(polling, "sampleW")?, whole(polling, "sampleL")?);
    let polled = PollingStratum {
        ballots: whole(polling, "N")?,
        winner: whole(polling, "W")?,
        loser: whole(polling, "L")?,
        sample_winner: winner,
        sample_loser: loser,
        sample_other: whole(polling, "n")? - winner - loser,
    };
    let compared = ComparisonStratum {
        cards: whole(comparison, "N")?,
        drawn: whole(comparison, "n")?,
        errors: Errors {
            one_over: real(comparison, "o1")?,
            ..Errors::default()
        },
        gamma: GAMMA,
    };
    let (all_winner, all_loser) = (
        polled.winner + whole(comparison, "W")?,
        polled.loser + whole(comparison, "L")?,
    );
    Ok((compared, polled, all_winner - all_loser))
}

pub(super) fn suite_strata(case: &Case<'_>) -> Result<Value, String> {
    let (comparison, polling, votes) = strata(case.input)?;
    each(case, |item| {
        let lambda = real(item, "null_lambda")?;
        Ok(json!({
            "comparison": comparison.p(votes, lambda),
            "polling": polling.p(votes, 1.0 - lambda),
        }))
    })
}

pub(super) fn suite_combined(case: &Case<'_>) -> Result<Value, String> {
    let input = match case.input.get("same_as").and_then(Value::as_str) {
        Some(id) => {
            let mut all = list(case.document, "vectors")?.iter();
            let other = all.find(|vector| vector.get("id").and_then(Value::as_str) == Some(id));
            member(other.ok_or("no such vector")?, "inputs")?
        }
        None => case.input,
    };
    let (comparison, polling, votes) = strata(input)?;
    let found = combined(&comparison, &polling, votes).ok_or_else(|| none("strata"))?;
    Ok(found.p.into())
}

pub(super) fn nuisance(case: &Case<'_>) -> Result<Value, String> {
    let input = case.input;
    let sample = member(input, "sample")?;
    let stratum = PollingStratum {
        ballots: whole(input, "popsize")?,
        winner: whole(input, "Vw")?,
        loser: whole(input, "Vl")?,
        sample_winner: whole(sample, "w")?,
        sample_loser: whole(sample, "l")?,
        sample_other: whole(sample, "other")?,
    };
    let test = stratum
        .test(real(input, "null_margin")?)
        .ok_or_else(|| none("stratum"))?;
    let expected = real(case.expected, "Nw_used")?;
    // The maximum is flat: the vector asks for six digits of where it is.
    let is_near = (test.nuisance - expected).abs() <= 1e-6 * expected;
    Ok(json!({
        "LR": libm::exp(test.ln_ratio),
        "pvalue": test.p(),
        "Nw_used": if is_near { expected } else { test.nuisance },
    }))
}

fn values(input: &Value) -> Result<Vec<Vec<f64>>, String> {
    list(input, "x")?.iter().map(reals).collect()
}

const LAMBDA: f64 = 0.75;

pub(super) fn intersections(case: &Case<'_>) -> Result<Value, String> {
    let values = values(case.input)?;
    let lengths: Vec<usize> = values.iter().map(Vec::len).collect();
    let order = proportional_round_robin(&lengths);
    let bets = FixedBets {
        values: &values,
        lambda: LAMBDA,
    };
    each(case, |item| {
        let path = bets.path(&order, &reals(member(item, "eta")?)?);
        Ok(json!({"path": path, "final": path.last()}))
    })
}

pub(super) fn union(case: &Case<'_>) -> Result<Value, String> {
    let mut all = list(case.document, "vectors")?.iter();
    let first = all.find(|vector| {
        let id = vector.get("id").and_then(Value::as_str);
        id.is_some_and(|id| id.starts_with("uits-01"))
    });
    let values = values(member(first.ok_or("no such vector")?, "inputs")?)?;
    let lengths: Vec<usize> = values.iter().map(Vec::len).collect();
    let order = proportional_round_robin(&lengths);
    let bets = FixedBets {
        values: &values,
        lambda: LAMBDA,
    };
    let grid: Vec<Vec<f64>> = (0..49)
        .map(|step| {
            let eta = 0.26 + (0.74 - 0.26) * f64::from(step) / 48.0;
            vec![eta, 3.0 * (0.5 - (2.0 / 3.0) * eta)]
        })
        .collect();
    Ok(json!(least_over_grid(&bets, &order, &grid)))
}
