//! Quick counts: the stratified combined ratio by our own code, and the formula of one stratum that
//! another program uses.
//!
//! The second is written here and nowhere else: it has no strata, and its program takes the absolute
//! value of a negative variance and puts 0 for an infinite one, which ours must not do.

use scrutineer_rla::quick_count::{Group, Sample};
use serde_json::{Map, Value, json};

use super::case::Case;
use super::registry::Evaluator;

/// The evaluators by kind.
pub(super) const EVALUATORS: &[(&str, Evaluator)] = &[
    (
        "Quick count ratio estimate and margin of error (NDI)",
        one_stratum,
    ),
    (
        "Stratified combined ratio estimator with finite population correction",
        stratified,
    ),
];

/// The formulas whose numbers are made below; another text is another vector.
const ONE: &str = "A=150+(37i mod 101), B=100+(53i mod 97), C=11i mod 7, i=0..39";
const STRATA: &str = "stratum h=0..3, j=0..n_h-1, i=7j+13h: A=120+20h+(37i mod 101), B=130-15h+(53i mod 97), C=11i mod 7; denominator A+B+C";

const OPTIONS: [&str; 3] = ["A", "B", "C"];

fn number(value: &Value, name: &str) -> Result<u32, String> {
    let found = value.get(name).and_then(Value::as_u64);
    found
        .and_then(|found| u32::try_from(found).ok())
        .ok_or_else(|| format!("{name}: expected a number, found none"))
}

fn formula(case: &Case<'_>, expected: &str) -> Result<(), String> {
    match case.input.get("formula").and_then(Value::as_str) {
        Some(found) if found == expected => Ok(()),
        other => Err(format!(
            "expected the formula {expected:?}, found {other:?}"
        )),
    }
}

/// Votes of the three options at station `i` of stratum `h`, with these votes before the terms in `i`.
fn votes(i: u32, first: u32, second: u32) -> [f64; 3] {
    [first + (37 * i) % 101, second + (53 * i) % 97, (11 * i) % 7].map(f64::from)
}

/// `variance = (1 - f) / (k m^2) * sum (a - p v)^2 / (k - 1)`: k stations, m the mean of their votes,
/// f the share of all votes that is sampled; margins in points with three decimals.
fn one_stratum(case: &Case<'_>) -> Result<Value, String> {
    formula(case, ONE)?;
    let stations = number(case.input, "stations")?;
    let population = f64::from(number(case.input, "population_votes")?);
    let rows: Vec<[f64; 3]> = (0..stations).map(|i| votes(i, 150, 100)).collect();
    let sums: Vec<f64> = rows.iter().map(|row| row.iter().sum()).collect();
    let all: f64 = sums.iter().sum();
    let k = f64::from(stations);
    let mut found = Map::new();
    for (at, option) in OPTIONS.into_iter().enumerate() {
        let share = rows.iter().map(|row| row[at]).sum::<f64>() / all;
        let squares: f64 = rows
            .iter()
            .zip(&sums)
            .map(|(row, sum)| (row[at] - share * sum) * (row[at] - share * sum))
            .sum();
        let mean = all / k;
        let variance = (1.0 - all / population) / (k * mean * mean) * squares / (k - 1.0);
        let margin = |z: f64| (z * variance.sqrt() * 100_000.0).round() / 1000.0;
        let value = json!({
            "share": share, "variance": variance, "moe95": margin(1.96), "moe99": margin(2.58),
        });
        found.insert(option.to_owned(), value);
    }
    Ok(Value::Object(found))
}

fn stratified(case: &Case<'_>) -> Result<Value, String> {
    formula(case, STRATA)?;
    let strata = case.input.get("strata").and_then(Value::as_array);
    let strata = strata.ok_or("strata: expected a list, found none")?;
    let mut columns = [Vec::new(), Vec::new(), Vec::new()];
    let mut groups = Vec::new();
    for (h, stratum) in (0u32..).zip(strata) {
        let (n, population) = (number(stratum, "n")?, number(stratum, "N")?);
        let first = columns[0].len();
        let lower = (15 * h).min(130);
        for j in 0..n {
            let row = votes(7 * j + 13 * h, 120 + 20 * h, 130 - lower);
            for (column, votes) in columns.iter_mut().zip(row) {
                column.push(votes);
            }
        }
        groups.push(Group {
            population: population.into(),
            members: (first..columns[0].len()).collect(),
        });
    }
    let sample = Sample { groups };
    let [a, b, c] = &columns;
    let valid: Vec<f64> = a
        .iter()
        .zip(b)
        .zip(c)
        .map(|((a, b), c)| a + b + c)
        .collect();
    let (mut short, mut long) = (Map::new(), Map::new());
    for (option, column) in OPTIONS.into_iter().zip(&columns) {
        let ratio = sample.ratio(column, &valid).ok_or("no valid votes")?;
        let (variance, error) = (ratio.variance, ratio.standard_error());
        short.insert(
            option.to_owned(),
            json!({"ratio": ratio.value, "se": error}),
        );
        long.insert(
            option.to_owned(),
            json!({"ratio": ratio.value, "variance": variance, "se": error}),
        );
    }
    Ok(json!({"estimates": short, "independent_linearisation": long}))
}
