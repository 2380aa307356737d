//! Tables of one place, and turnout against share.

use std::collections::BTreeMap;

use scrutineer_forensics::{PlaceDispersion, slope, spread};
use scrutineer_model::{DivisionIdx, HierarchyIdx};
use serde_json::{Map, Value, json};

use super::{OTHERS, Sheets, sheets};
use crate::vectors::case::Case;

/// The median of the chi-square distribution with one degree of freedom.
const MEDIAN: f64 = 0.454_936_423_119_572_4;

pub(super) fn within(case: &Case<'_>) -> Result<Value, String> {
    let sheets = sheets(case)?;
    let mut found = Map::new();
    let names = sheets
        .real
        .ids()
        .chain([OTHERS])
        .map(|id| (format!("{id}/valid"), id));
    for (key, name) in names.chain([("votes/RE".to_owned(), "votes")]) {
        let (tables, quantity) = sheets.named(name)?;
        found.insert(key, row(&spread(tables, quantity).places)?);
    }
    Ok(Value::Object(found))
}

fn row(places: &[PlaceDispersion]) -> Result<Value, String> {
    let p_values: Vec<f64> = places
        .iter()
        .map(PlaceDispersion::chi_square_p)
        .collect::<Option<_>>()
        .ok_or("no p")?;
    let count = |holds: &dyn Fn(f64) -> bool| p_values.iter().filter(|&&p| holds(p)).count();
    let share = |holds: &dyn Fn(f64) -> bool| count(holds) as f64 / places.len() as f64;
    let decile = |at: i32| {
        count(&|p| {
            let ten = 10.0 * p;
            ten >= f64::from(at) && (ten < f64::from(at + 1) || at == 9)
        })
    };
    let deciles: Vec<usize> = (0..10).map(decile).collect();
    let sum = |part: &dyn Fn(&PlaceDispersion) -> f64| places.iter().map(part).sum::<f64>();
    let (x2, mean) = (sum(&|place| place.x2), sum(&|place| place.mean));
    let mut pairs: Vec<f64> = places
        .iter()
        .filter(|place| place.tables == 2)
        .map(|place| place.x2)
        .collect();
    pairs.sort_by(f64::total_cmp);
    let half = pairs.len() / 2;
    let median = if pairs.len() % 2 == 1 {
        pairs[half]
    } else {
        f64::midpoint(pairs[half - 1], pairs[half])
    };
    Ok(json!({
        "centres": places.len(),
        "X2": x2,
        "df": places.iter().map(|place| place.tables - 1).sum::<u32>(),
        "hypergeom_expected": mean,
        "phi": x2 / mean,
        "frac_p_lt_01": share(&|p| p < 0.01),
        "frac_p_gt_99": share(&|p| p > 0.99),
        "n_p_lt_1e6": count(&|p| p < 1e-6),
        "p_deciles": deciles,
        "phi_median_ratio": median / MEDIAN,
    }))
}

pub(super) fn slopes(case: &Case<'_>) -> Result<Value, String> {
    let sheets = sheets(case)?;
    let (mut slopes, mut shares, mut n) = (Map::new(), Map::new(), 0.0);
    for name in ["EG", "NM", OTHERS] {
        let (tables, quantity) = sheets.named(name)?;
        let scrutineer_forensics::Quantity::Option(option) = quantity else {
            return Err("no option".to_owned());
        };
        let found = slope(tables, option).ok_or("no slope")?;
        slopes.insert(name.to_owned(), found.marginal.into());
        let several = || tables.places().filter(|rows| rows.len() > 1).flatten();
        let votes: u64 = several()
            .map(|row| u64::from(tables.votes(option)[row]))
            .sum();
        let valid: u64 = several().map(|row| u64::from(tables.valid()[row])).sum();
        shares.insert(name.to_owned(), super::super::ratio(votes, valid).into());
        n = found.sheets;
    }
    Ok(json!({"slopes": slopes, "pooled_share": shares, "n": whole(n)}))
}

/// A count that was kept as a real.
fn whole(value: f64) -> Value {
    format!("{value:.0}")
        .parse::<u64>()
        .map_or(Value::Null, Value::from)
}

pub(super) fn correlations(case: &Case<'_>) -> Result<Value, String> {
    let sheets = sheets(case)?;
    let turnout = sheets.ratios("votes")?;
    let leader = sheets.ratios("EG")?;
    let rival = sheets.ratios("NM")?;
    let ones = vec![1.0; turnout.len()];
    let voters: Vec<f64> = sheets
        .tables
        .registered()
        .iter()
        .map(|&count| f64::from(count))
        .collect();
    let by_state = inside(sheets, &leader, &turnout, Some(0))?;
    let by_parish = inside(sheets, &leader, &turnout, None)?;
    let (tables, _) = sheets.named("EG")?;
    let centre = slope(tables, sheets.real.option("EG")?.get()).ok_or("no slope")?;
    Ok(json!({
        "pearson_EG_turnout": pearson(&leader, &turnout, &ones),
        "pearson_NM_turnout": pearson(&rival, &turnout, &ones),
        "spearman_EG_turnout": pearson(&ranks(&leader), &ranks(&turnout), &ones),
        "weighted_RE_EG_turnout": pearson(&leader, &turnout, &voters),
        "within_state_EG_turnout": by_state.0,
        "within_state_df": by_state.1,
        "within_parish_EG_turnout": by_parish.0,
        "within_parish_df": by_parish.1,
        "within_centre_EG_turnout": centre.correlation,
        "within_centre_df": centre.degrees,
        "within_centre_t": centre.plain_t,
    }))
}

fn pearson(x: &[f64], y: &[f64], weights: &[f64]) -> f64 {
    let all: f64 = weights.iter().sum();
    let mean = |values: &[f64]| {
        values
            .iter()
            .zip(weights)
            .map(|(value, weight)| value * weight)
            .sum::<f64>()
            / all
    };
    let (mean_x, mean_y) = (mean(x), mean(y));
    let (mut xy, mut xx, mut yy) = (0.0, 0.0, 0.0);
    for ((x, y), weight) in x.iter().zip(y).zip(weights) {
        xy += weight * (x - mean_x) * (y - mean_y);
        xx += weight * (x - mean_x) * (x - mean_x);
        yy += weight * (y - mean_y) * (y - mean_y);
    }
    xy / libm::sqrt(xx * yy)
}

/// Ranks from 1, equal values sharing their mean.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<(f64, usize)> = values.iter().copied().zip(0..).collect();
    order.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut ranks = vec![0.0; values.len()];
    let mut start = 0;
    for run in order.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let mean = f64::midpoint(start as f64 + 1.0, (start + run.len()) as f64);
        for &(_, at) in run {
            ranks[at] = mean;
        }
        start += run.len();
    }
    ranks
}

/// Correlation after the mean of each division is taken away, and sheets less divisions, for divisions with
/// several sheets; `None` for the narrowest level.
fn inside(sheets: &Sheets, x: &[f64], y: &[f64], level: Option<u8>) -> Result<(f64, f64), String> {
    let dataset = &sheets.real.dataset;
    let hierarchy = HierarchyIdx::new(0);
    let divisions = &dataset.hierarchy(hierarchy).divisions;
    let mut groups: BTreeMap<DivisionIdx, Vec<usize>> = BTreeMap::new();
    for row in 0..x.len() {
        let narrow = dataset
            .stations()
            .division(hierarchy, sheets.tables.station(row))
            .ok_or("no division")?;
        let division = match level {
            None => narrow,
            Some(level) => *divisions
                .path(narrow)
                .get(usize::from(level))
                .ok_or("no level")?,
        };
        groups.entry(division).or_default().push(row);
    }
    let (mut left, mut right, mut count) = (Vec::new(), Vec::new(), 0);
    for rows in groups.values().filter(|rows| rows.len() > 1) {
        count += 1;
        let mean =
            |values: &[f64]| rows.iter().map(|&row| values[row]).sum::<f64>() / rows.len() as f64;
        let (mean_x, mean_y) = (mean(x), mean(y));
        left.extend(rows.iter().map(|&row| x[row] - mean_x));
        right.extend(rows.iter().map(|&row| y[row] - mean_y));
    }
    let degrees = left.len() - count;
    let ones = vec![1.0; left.len()];
    Ok((pearson(&left, &right, &ones), degrees as f64))
}
