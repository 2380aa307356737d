//! The data of pictures, which claim nothing.

use std::collections::BTreeMap;

use scrutineer_model::{Dataset, DivisionIdx, HierarchyIdx, Real};
use serde::Serialize;

use crate::outcome::Quantity;
use crate::tables::Tables;

/// Scale that makes the median absolute deviation of a normal variable its standard deviation.
const MAD_SCALE: f64 = 1.482_602_218_505_602;
/// Divisions beyond this are listed.
const FAR: f64 = 3.5;

/// Sheets in one cell of turnout by share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct FingerprintCell {
    /// Turnout in whole percent, rounded down, 0 to 99.
    pub turnout: u32,
    /// Share of the option in whole percent, rounded down, 0 to 99.
    pub share: u32,
    /// Sheets; at least 1.
    pub sheets: u32,
}

/// Sheets of one percent of turnout.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct TurnoutBin {
    /// Turnout in whole percent, rounded down, 0 to 99.
    pub turnout: u32,
    /// Sheets; at least 1.
    pub sheets: u32,
    /// Registered voters.
    pub registered: u64,
    /// Votes of the option.
    pub votes: u64,
    /// Other valid votes.
    pub others: u64,
}

/// A division whose share lies far from those beside it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DivisionOutlier {
    /// Codes of the path, joined by `/`.
    pub division: String,
    /// Its sheets.
    pub sheets: u32,
    /// Valid votes.
    pub valid: u64,
    /// Votes of the option.
    pub votes: u64,
    /// Robust z of the log odds among the divisions of the same widest division.
    pub z: Real,
}

/// The pictures of one option.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pictures {
    /// Option id.
    pub option: String,
    /// Turnout by share.
    pub fingerprint: Vec<FingerprintCell>,
    /// Share by bin of turnout.
    pub bins: Vec<TurnoutBin>,
    /// Divisions far from their neighbours, farthest first.
    pub divisions: Vec<DivisionOutlier>,
}

/// Part of the whole in whole percent, rounded down; the whole itself counts to 99.
fn percent(part: u32, whole: u32) -> u32 {
    let percent = 100 * u64::from(part) / u64::from(whole.max(1));
    u32::try_from(percent.min(99)).unwrap_or(99)
}

/// Sheets by turnout and share; empty cells are left out.
pub fn fingerprint(tables: &Tables, option: usize) -> Vec<FingerprintCell> {
    let mut cells: BTreeMap<(u32, u32), u32> = BTreeMap::new();
    for row in 0..tables.len() {
        let share = tables.pair(Quantity::Option(option), row);
        if let (Some((k, n)), Some((voted, all))) = (share, tables.pair(Quantity::Turnout, row)) {
            *cells
                .entry((percent(voted, all), percent(k, n)))
                .or_default() += 1;
        }
    }
    cells
        .into_iter()
        .map(|((turnout, share), sheets)| FingerprintCell {
            turnout,
            share,
            sheets,
        })
        .collect()
}

/// Votes by percent of turnout; empty bins are left out.
pub fn turnout_bins(tables: &Tables, option: usize) -> Vec<TurnoutBin> {
    let mut bins: BTreeMap<u32, TurnoutBin> = BTreeMap::new();
    for row in 0..tables.len() {
        let share = tables.pair(Quantity::Option(option), row);
        let (Some((k, n)), Some((voted, all))) = (share, tables.pair(Quantity::Turnout, row))
        else {
            continue;
        };
        let turnout = percent(voted, all);
        let bin = bins.entry(turnout).or_insert(TurnoutBin {
            turnout,
            sheets: 0,
            registered: 0,
            votes: 0,
            others: 0,
        });
        bin.sheets += 1;
        bin.registered += u64::from(all);
        bin.votes += u64::from(k);
        bin.others += u64::from(n - k);
    }
    bins.into_values().collect()
}

/// Narrowest divisions whose log odds lie more than 3.5 robust deviations from the median of the divisions
/// inside the same widest division.
pub fn division_outliers(
    dataset: &Dataset,
    tables: &Tables,
    option: usize,
) -> Vec<DivisionOutlier> {
    let Some(hierarchy) = dataset.hierarchies().first() else {
        return Vec::new();
    };
    let mut sums: BTreeMap<DivisionIdx, (u32, u64, u64)> = BTreeMap::new();
    for row in 0..tables.len() {
        let division = dataset
            .stations()
            .division(HierarchyIdx::new(0), tables.station(row));
        if let (Some(division), Some((k, n))) =
            (division, tables.pair(Quantity::Option(option), row))
        {
            let sum = sums.entry(division).or_default();
            sum.0 += 1;
            sum.1 += u64::from(k);
            sum.2 += u64::from(n);
        }
    }
    let mut groups: BTreeMap<DivisionIdx, Vec<(DivisionIdx, f64)>> = BTreeMap::new();
    for (&division, &(_, votes, valid)) in &sums {
        let odds = libm::log((votes as f64 + 0.5) / ((valid - votes) as f64 + 0.5));
        if let Some(&widest) = hierarchy.divisions.path(division).first() {
            groups.entry(widest).or_default().push((division, odds));
        }
    }
    let mut found = Vec::new();
    for group in groups.values() {
        let centre = median(group.iter().map(|held| held.1));
        let deviation = MAD_SCALE * median(group.iter().map(|held| (held.1 - centre).abs()));
        if deviation <= 0.0 {
            continue;
        }
        for (division, odds) in group {
            let z = (odds - centre) / deviation;
            if z.abs() > FAR
                && let Some(&(sheets, votes, valid)) = sums.get(division)
            {
                let path = hierarchy.divisions.path_code(*division);
                found.push(DivisionOutlier {
                    division: path,
                    sheets,
                    valid,
                    votes,
                    z: z.into(),
                });
            }
        }
    }
    found.sort_by(|a, b| {
        b.z.get()
            .abs()
            .total_cmp(&a.z.get().abs())
            .then_with(|| a.division.cmp(&b.division))
    });
    found
}

/// The middle value, of an even number the mean of the two; 0 of none.
fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let at = |place: usize| values.get(place).copied().unwrap_or(0.0);
    let half = values.len() / 2;
    if values.len() % 2 == 1 {
        at(half)
    } else {
        f64::midpoint(at(half.saturating_sub(1)), at(half))
    }
}

/// The pictures of one option.
pub fn pictures(dataset: &Dataset, tables: &Tables, option: usize, id: &str) -> Pictures {
    Pictures {
        option: id.to_owned(),
        fingerprint: fingerprint(tables, option),
        bins: turnout_bins(tables, option),
        divisions: division_outliers(dataset, tables, option),
    }
}
