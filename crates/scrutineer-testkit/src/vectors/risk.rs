//! Vectors of measured risk and of sizes: sequences of draws ([`sequences`]), ballots ([`ballots`]), batches
//! ([`batches`]), rounds ([`rounds`]), strata ([`strata`]).

mod ballots;
mod batches;
mod rounds;
mod sequences;
mod strata;

use serde_json::{Map, Value};

use super::case::Case;
use super::registry::Evaluator;

/// The vectors by their algorithms.
pub(super) const EVALUATORS: &[(&str, Evaluator)] = &[
    (
        "Generalised Wald SPRT, sampling without replacement",
        sequences::sprt,
    ),
    ("BRAVO as SPRT with replacement", sequences::sprt),
    (
        "ALPHA, fixed alternative, with replacement",
        sequences::fixed_alternative,
    ),
    (
        "ALPHA, fixed alternative, without replacement",
        sequences::fixed_alternative,
    ),
    ("ALPHA, truncated shrinkage", sequences::shrinkage),
    ("ALPHA, truncated shrinkage (paper code)", sequences::paper),
    ("ALPHA, whole population seen", sequences::shrinkage),
    (
        "ALPHA, wrong outcome, whole population",
        sequences::shrinkage,
    ),
    (
        "ALPHA for a 3/4 supermajority assorter (u = 1/(2f) = 2/3)",
        sequences::shrinkage,
    ),
    ("Betting martingale, fixed bet", sequences::fixed_bet),
    ("Betting martingale, aGRAPA", sequences::agrapa),
    ("Kaplan-Markov", sequences::kaplan_markov),
    (
        "Kaplan-Markov with a zero in the sample",
        sequences::kaplan_markov,
    ),
    ("Kaplan-Wald", sequences::kaplan_wald),
    (
        "Kaplan-Kolmogorov, without replacement",
        sequences::kaplan_kolmogorov,
    ),
    ("BRAVO p-value per winner-loser pair", ballots::bravo),
    (
        "BRAVO sample size: ASN and 70/80/90% completion",
        ballots::bravo_sizes,
    ),
    (
        "Kaplan-Markov (MACRO super-simple) ballot comparison p-value",
        ballots::comparison_p,
    ),
    ("Kaplan-Markov p-value", ballots::rlacalc_p),
    ("Super-simple nmin", ballots::rlacalc_sizes),
    (
        "Super-simple comparison initial sample sizes",
        ballots::super_simple_sizes,
    ),
    (
        "Super-simple escalation (additional ballots)",
        ballots::super_simple_more,
    ),
    (
        "Super-simple p-values from sampled cards",
        ballots::super_simple_p,
    ),
    (
        "Overstatement assorter values (u=1)",
        ballots::overstatements,
    ),
    (
        "Overstatement assorter with missing contests and phantoms",
        ballots::phantoms,
    ),
    (
        "Ballot-level comparison with ALPHA",
        ballots::comparison_alpha,
    ),
    (
        "Deterministic comparison sample sizes",
        ballots::comparison_sizes,
    ),
    (
        "Deterministic polling sample sizes with interleaved population",
        ballots::polling_sizes,
    ),
    ("Supermajority assorter margin", ballots::super_majority),
    (
        "ONEAudit overstatement-net-equivalent values and p-value",
        ballots::one_audit,
    ),
    (
        "Batch comparison (Kaplan-Markov on taints, PPEB)",
        batches::arlo,
    ),
    (
        "Batch comparison at national scale (30026 stations)",
        batches::national,
    ),
    ("SUITE stratum p-values", strata::suite_strata),
    (
        "SUITE Fisher-combined maximised p-value",
        strata::suite_combined,
    ),
    (
        "SUITE Fisher-combined maximised p-value, small sample",
        strata::suite_combined,
    ),
    (
        "Tri-hypergeometric SPRT with nuisance parameter",
        strata::nuisance,
    ),
    (
        "Union-intersection: product intersection martingales over 2 strata",
        strata::intersections,
    ),
    (
        "Union-intersection test sequence: minimum over a grid of null allocations",
        strata::union,
    ),
    ("Minerva p-values over rounds", rounds::minerva),
    (
        "Minerva first-round sizes for 90% stopping probability",
        rounds::first_sizes,
    ),
    ("Minerva minimum winner ballots per round", rounds::least),
    ("Providence (Minerva 2.0) p-values", rounds::providence),
    ("End-of-round BRAVO p-values", rounds::bravo),
    (
        "Minerva via the Athena library (as Arlo uses it)",
        rounds::athena,
    ),
    (
        "Minerva first-round sizes (Athena library)",
        rounds::athena_sizes,
    ),
];

fn real(value: &Value, name: &str) -> Result<f64, String> {
    let found = value.get(name).and_then(Value::as_f64);
    found.ok_or_else(|| format!("{name}: expected a number, found none"))
}

fn whole(value: &Value, name: &str) -> Result<u64, String> {
    let found = value.get(name).and_then(Value::as_u64);
    found.ok_or_else(|| format!("{name}: expected a whole number, found none"))
}

fn member<'a>(value: &'a Value, name: &str) -> Result<&'a Value, String> {
    value
        .get(name)
        .ok_or_else(|| format!("{name}: expected a member, found none"))
}

fn list<'a>(value: &'a Value, name: &str) -> Result<&'a Vec<Value>, String> {
    let found = member(value, name)?.as_array();
    found.ok_or_else(|| format!("{name}: expected a list"))
}

fn object<'a>(value: &'a Value, name: &str) -> Result<&'a Map<String, Value>, String> {
    let found = member(value, name)?.as_object();
    found.ok_or_else(|| format!("{name}: expected an object"))
}

fn reals(value: &Value) -> Result<Vec<f64>, String> {
    let items = value.as_array().ok_or("expected a list")?.iter();
    items
        .map(|item| item.as_f64().ok_or_else(|| "expected a number".to_owned()))
        .collect()
}

fn wholes(value: &Value) -> Result<Vec<u64>, String> {
    let items = value.as_array().ok_or("expected a list")?.iter();
    items
        .map(|item| {
            item.as_u64()
                .ok_or_else(|| "expected a whole number".to_owned())
        })
        .collect()
}

/// The elements of a list of cases, each with what `compute` gives put in place of its own members.
fn each(
    case: &Case<'_>,
    compute: impl Fn(&Value) -> Result<Value, String>,
) -> Result<Value, String> {
    let items = case.expected.as_array().ok_or("expected a list")?.iter();
    let replaced = items.map(|item| {
        let mut members = item.as_object().ok_or("expected an object")?.clone();
        let computed = compute(item)?;
        members.extend(computed.as_object().ok_or("expected an object")?.clone());
        Ok::<_, String>(Value::Object(members))
    });
    replaced.collect::<Result<Vec<_>, _>>().map(Value::Array)
}

/// A real as the vector writes it: whole where the vector has a whole number.
fn like(expected: Option<&Value>, value: f64) -> Value {
    let is_whole = expected.is_some_and(|held| held.is_u64() || held.is_i64());
    let rounded = format!("{value:.0}").parse::<i64>().ok();
    match rounded {
        Some(rounded) if is_whole && (rounded as f64 - value).abs() <= 0.0 => rounded.into(),
        _ => value.into(),
    }
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "it is passed to `map_err` as it is"
)]
fn text(error: impl ToString) -> String {
    error.to_string()
}

fn none(what: &str) -> String {
    format!("{what}: no answer for this input")
}
