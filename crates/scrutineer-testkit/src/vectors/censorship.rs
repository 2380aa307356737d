//! Intervals, exact tests and change points of series of measurements.

use scrutineer_censorship::{Count, Monitor, Watch, profile, split};
use scrutineer_stats::{Fourfold, benjamini_hochberg, jeffreys, mantel_haenszel, wilson};
use serde_json::{Value, json};

use super::case::Case;
use super::registry::Evaluator;

/// The evaluators by kind.
pub(super) const EVALUATORS: &[(&str, Evaluator)] = &[
    ("binomial_interval", interval),
    ("before_after_fisher", fisher),
    ("changepoint_binomial_lrt", change_point),
    ("two_state_cusum", monitor),
    ("benjamini_hochberg", false_discovery),
    ("mantel_haenszel_by_asn", common_odds),
];

fn count(value: &Value) -> Result<u64, String> {
    value
        .as_u64()
        .ok_or_else(|| format!("expected a count, found {value}"))
}

fn counts(value: &Value) -> Result<Vec<u64>, String> {
    let list = value.as_array().ok_or("expected a list")?;
    list.iter().map(count).collect()
}

fn reals(value: &Value) -> Result<Vec<f64>, String> {
    let list = value.as_array().ok_or("expected a list")?;
    list.iter()
        .map(|value| {
            value
                .as_f64()
                .ok_or_else(|| format!("expected a number, found {value}"))
        })
        .collect()
}

fn interval(case: &Case<'_>) -> Result<Value, String> {
    let (k, n) = (count(&case.input["k"])?, count(&case.input["n"])?);
    let (wilson, jeffreys) = (wilson(k, n), jeffreys(k, n));
    let pair = |found: Option<(f64, f64)>| found.map(|(low, high)| [low, high]);
    Ok(json!({"wilson95": pair(wilson), "jeffreys95": pair(jeffreys)}))
}

fn fisher(case: &Case<'_>) -> Result<Value, String> {
    let part = |name: &str| count(&case.input[name]);
    let table = Fourfold {
        first_hits: part("before_blocked")?,
        first_misses: part("before_ok")?,
        second_hits: part("after_blocked")?,
        second_misses: part("after_ok")?,
    };
    Ok(json!({"p_two_sided": table.fisher(), "odds_ratio": table.odds_ratio()}))
}

fn change_point(case: &Case<'_>) -> Result<Value, String> {
    let blocked = counts(&case.input["blocked"])?;
    let total = counts(&case.input["total"])?;
    let days: Vec<Count> = blocked
        .into_iter()
        .zip(total)
        .map(|(blocked, total)| Count { blocked, total })
        .collect();
    let found = split(&days).ok_or("no split")?;
    Ok(json!({
        "split_before_index": found.at,
        "lrt": found.ratio,
        "profile": profile(&days),
    }))
}

fn monitor(case: &Case<'_>) -> Result<Value, String> {
    let part = |name: &str| {
        case.input[name]
            .as_f64()
            .ok_or(format!("{name}: no number"))
    };
    let start = match case.input["start"].as_str() {
        Some("ok") => Watch::Ok,
        Some("blocked") => Watch::Blocked,
        other => return Err(format!("expected a state, found {other:?}")),
    };
    let mut monitor = Monitor::new(start, (part("mu0")?, part("mu1")?, part("edd")?));
    let series = reals(&case.input["series"])?;
    let events: Vec<(usize, &str)> = series
        .into_iter()
        .filter_map(|value| monitor.take(value))
        .map(|change| (change.at, change.to.word()))
        .collect();
    let sum = monitor.sum();
    let is_empty = sum.abs() < f64::EPSILON;
    Ok(json!({
        "h": monitor.threshold(),
        "events": events,
        "final_sum": if is_empty { json!(0) } else { json!(sum) },
        "final_state": monitor.state().word(),
    }))
}

fn false_discovery(case: &Case<'_>) -> Result<Value, String> {
    let q = benjamini_hochberg(&reals(&case.input["p"])?).ok_or("not p-values")?;
    let rejected = q.iter().filter(|q| **q <= 0.05).count();
    Ok(json!({"q": q, "rejected_at_0_05": rejected}))
}

fn common_odds(case: &Case<'_>) -> Result<Value, String> {
    let strata = case.input["strata"].as_array().ok_or("expected a list")?;
    let tables: Vec<Fourfold> = strata
        .iter()
        .map(|stratum| match counts(stratum)?[..] {
            [first_hits, first_misses, second_hits, second_misses] => Ok(Fourfold {
                first_hits,
                first_misses,
                second_hits,
                second_misses,
            }),
            _ => Err("expected four counts".to_owned()),
        })
        .collect::<Result<_, String>>()?;
    let found = mantel_haenszel(&tables).ok_or("no variance")?;
    Ok(json!({"odds_ratio": found.odds_ratio, "chi2_cc": found.chi_square, "p": found.p}))
}
