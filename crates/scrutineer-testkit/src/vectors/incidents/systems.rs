//! Estimates of the unseen.

use scrutineer_incidents::estimate::{Model, NoFit, Overlaps, chao, fit, profile, two_lists};
use serde_json::{Value, json};

use super::super::case::Case;
use super::number;

pub(super) fn two_list(case: &Case<'_>) -> Result<Value, String> {
    let held = |name| number(case.input, name);
    let found =
        two_lists(held("n1")?, held("n2")?, held("m")?).ok_or("the overlap is too large")?;
    Ok(json!({
        "n": found.observed,
        "lincoln_petersen": found.lincoln_petersen,
        "chapman": found.chapman,
        "chapman_var": found.variance,
        "chapman_se": found.variance.sqrt(),
        "lognormal_ci95": found.interval,
    }))
}

pub(super) fn chao_bound(case: &Case<'_>) -> Result<Value, String> {
    let lists = u32::try_from(number(case.input, "t")?).map_err(|error| error.to_string())?;
    let stated = case.input.get("f").ok_or("f: expected frequencies")?;
    let frequencies: Vec<u64> = (1..=lists)
        .map(|at| {
            stated
                .get(at.to_string())
                .and_then(Value::as_u64)
                .unwrap_or(0)
        })
        .collect();
    let found = chao(&frequencies, lists).ok_or("fewer than two lists")?;
    Ok(json!({
        "n": found.observed, "f1": frequencies.first(), "f2": frequencies.get(1), "t": lists,
        "chao2": found.bound, "chao2_bc": found.corrected, "var": found.variance,
        "lognormal_ci95": found.interval,
    }))
}

fn overlaps(input: &Value) -> Result<Overlaps, String> {
    let lists = u32::try_from(number(input, "lists")?).map_err(|error| error.to_string())?;
    let mut overlaps = Overlaps::new(lists).ok_or("lists: expected 1 to 5")?;
    let counts = input.get("counts").and_then(Value::as_object);
    for (pattern, persons) in counts.ok_or("counts: expected an object")? {
        let on = pattern.chars().enumerate().filter(|(_, bit)| *bit == '1');
        let on = on.fold(0, |on, (at, _)| on | (1 << at));
        let persons = persons.as_u64().ok_or("counts: expected numbers")?;
        overlaps
            .add(on, persons)
            .ok_or("counts: expected the cells of these lists")?;
    }
    Ok(overlaps)
}

pub(super) fn loglinear(case: &Case<'_>) -> Result<Value, String> {
    let overlaps = overlaps(case.input)?;
    let stated = case.input.get("interactions").and_then(Value::as_array);
    let interactions = stated
        .ok_or("interactions: expected a list")?
        .iter()
        .map(|word| {
            let letters = word.as_str().unwrap_or_default().chars();
            letters.fold(0, |held, letter| {
                held | (1 << (u32::from(letter).saturating_sub(65) % 8))
            })
        });
    let model = Model::new(overlaps.lists(), interactions).ok_or("not a model of these lists")?;
    let found = match fit(&overlaps, &model) {
        Err(NoFit::NoMaximum) => return Ok(json!({"status": "mle_does_not_exist"})),
        Err(NoFit::Singular) => return Ok(json!({"status": "singular"})),
        Ok(found) => found,
    };
    let around = profile(&overlaps, &model, &found);
    let dropped: Vec<Vec<u32>> = found
        .dropped
        .iter()
        .map(|held| {
            (0..overlaps.lists())
                .filter(|at| held & (1 << at) != 0)
                .collect()
        })
        .collect();
    Ok(json!({
        "status": "ok",
        "n": found.observed, "f0": found.unseen, "N": found.estimate, "se": found.standard_error,
        "deviance": found.deviance, "df": found.degrees, "loglik": found.log_likelihood,
        "aic": found.aic, "bic_n": found.bic, "lognormal_ci95": found.interval,
        "dropped": dropped, "deviance_p_gof": found.goodness,
        "profile_ci95": around.map(|held| json!({"N": held.estimate, "lo": held.low, "hi": held.high})),
    }))
}
