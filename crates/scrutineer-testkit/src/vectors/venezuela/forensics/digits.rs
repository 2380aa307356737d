//! Laws of digits. Last digits of counts of at least 10 are a test of the product; the rest is kept here as
//! examples of what goes wrong.

use scrutineer_forensics::{last_digit_p, last_digits};
use scrutineer_stats::{Binomial, chi_square_sf};
use serde_json::{Map, Value, json};

use super::sheets;
use crate::vectors::case::Case;

const COLUMNS: [&str; 4] = ["EG", "NM", "VOTOS_VALIDOS", "RE"];
/// The cut-off of the product, and the one that makes a pattern of its own.
const CUTS: [u32; 2] = [10, 100];

pub(super) fn last_digit(case: &Case<'_>) -> Result<Value, String> {
    let sheets = sheets(case)?;
    let mut found = Map::new();
    for name in COLUMNS {
        let mut rows = Vec::new();
        for cut in CUTS {
            let counts: Vec<u32> = sheets
                .counts(name)?
                .iter()
                .copied()
                .filter(|&count| count >= cut)
                .collect();
            let seen = last_digits(&counts);
            let (x2, p) = last_digit_p(&seen).ok_or("no counts")?;
            rows.push(json!({"min_count": cut, "n": counts.len(), "observed": seen, "chi2": x2, "df": 9, "p": p}));
        }
        found.insert(name.to_owned(), rows.into());
    }
    Ok(Value::Object(found))
}

pub(super) fn second_digit(case: &Case<'_>) -> Result<Value, String> {
    let sheets = sheets(case)?;
    let law: Vec<f64> = (0..10)
        .map(|digit| {
            (1..10)
                .map(|first| libm::log10(1.0 + 1.0 / f64::from(10 * first + digit)))
                .sum()
        })
        .collect();
    let mut found = Map::new();
    for name in COLUMNS {
        let mut seen = [0_u32; 10];
        for count in sheets.counts(name)?.iter().filter(|&&count| count >= 10) {
            let mut leading = *count;
            while leading >= 100 {
                leading /= 10;
            }
            seen[(leading % 10) as usize] += 1;
        }
        let n = seen.iter().sum::<u32>();
        let expected: Vec<f64> = law.iter().map(|share| share * f64::from(n)).collect();
        let (x2, p) = fit(&seen, &expected)?;
        let mean = |weights: &[f64]| {
            (0..10)
                .zip(weights)
                .map(|(digit, weight)| f64::from(digit) * weight)
                .sum::<f64>()
        };
        let shares: Vec<f64> = seen
            .iter()
            .map(|&count| f64::from(count) / f64::from(n))
            .collect();
        let row = json!({
            "min_count": 10, "n": n, "observed": seen, "chi2": x2, "df": 9, "p": p,
            "mean": mean(&shares), "benford_mean": mean(&law),
        });
        found.insert(name.to_owned(), row);
    }
    Ok(Value::Object(found))
}

fn fit(seen: &[u32; 10], expected: &[f64]) -> Result<(f64, f64), String> {
    let terms = seen.iter().zip(expected);
    let x2 = terms
        .map(|(&count, mean)| (f64::from(count) - mean) * (f64::from(count) - mean) / mean)
        .sum();
    Ok((x2, chi_square_sf(9.0, x2).ok_or("no chi-square")?))
}

/// Expected digits from the histogram of all counts smoothed by a triangle of ten on either side.
pub(super) fn smoothed(case: &Case<'_>) -> Result<Value, String> {
    let sheets = sheets(case)?;
    let mut found = Map::new();
    for name in ["EG", "NM"] {
        let counts = sheets.counts(name)?;
        let mut rows = Vec::new();
        for cut in CUTS {
            let mut expected = [0.0_f64; 10];
            let mut seen = [0_u32; 10];
            for &count in counts {
                for off in -9_i64..=9 {
                    let value = i64::from(count) + off;
                    if let Ok(value) = usize::try_from(value)
                        && value >= cut as usize
                    {
                        expected[value % 10] += (10 - off.abs()) as f64 / 100.0;
                    }
                }
                if count >= cut {
                    seen[(count % 10) as usize] += 1;
                }
            }
            let scale = f64::from(seen.iter().sum::<u32>()) / expected.iter().sum::<f64>();
            let expected: Vec<f64> = expected.iter().map(|mean| mean * scale).collect();
            let (x2, p) = fit(&seen, &expected)?;
            rows.push(json!({"min_count": cut, "expected": expected, "chi2": x2, "df": 9, "p": p}));
        }
        found.insert(name.to_owned(), rows.into());
    }
    Ok(Value::Object(found))
}

pub(super) fn last_two(case: &Case<'_>) -> Result<Value, String> {
    let counts = sheets(case)?.counts("EG")?;
    let long = || counts.iter().filter(|&&count| count >= 100);
    let n = long().count() as u64;
    let equal = long()
        .filter(|&&count| count % 10 == count / 10 % 10)
        .count() as u64;
    let law = Binomial::new(n, 0.1).ok_or("no binomial")?;
    let own = law.pmf(equal);
    // As unlikely or more, with room for the rounding of equal chances.
    let p: f64 = (0..=n)
        .map(|k| law.pmf(k))
        .filter(|&chance| chance <= own * (1.0 + 1e-7))
        .sum();
    Ok(json!({"n": n, "equal": equal, "p_equal": p.min(1.0)}))
}
