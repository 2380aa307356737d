//! Pictures of the product, and descriptions that it refuses.

use std::collections::BTreeMap;

use scrutineer_forensics::{Quantity, division_outliers, fingerprint as cells, turnout_bins};
use scrutineer_model::PlaceIdx;
use serde_json::{Map, Value, json};

use super::{LEADER, RIVAL, sheets};
use crate::vectors::case::Case;

pub(super) fn log_vote_rate(case: &Case<'_>) -> Result<Value, String> {
    let sheets = sheets(case)?;
    let mut found = Map::new();
    for name in [LEADER, RIVAL] {
        let (tables, quantity) = sheets.named(name)?;
        let pairs = (0..tables.len()).filter_map(|row| tables.pair(quantity, row));
        let rates: Vec<f64> = pairs
            .filter(|(votes, valid)| *votes > 0 && votes < valid)
            .map(|(votes, valid)| libm::log(f64::from(valid - votes) / f64::from(votes)))
            .collect();
        let n = rates.len() as f64;
        let mean = rates.iter().sum::<f64>() / n;
        let moment = |power: i32| {
            let term = |rate: &f64| (0..power).fold(1.0, |product, _| product * (rate - mean));
            rates.iter().map(term).sum::<f64>() / n
        };
        let sd = libm::sqrt(moment(2));
        let row = json!({
            "n": rates.len(),
            "mean": mean,
            "sd": sd,
            "skew": moment(3) / (sd * sd * sd),
            "skewness": moment(3) / (sd * sd * sd),
            "excess_kurtosis": moment(4) / (sd * sd * sd * sd) - 3.0,
        });
        found.insert(name.to_owned(), row);
    }
    Ok(Value::Object(found))
}

pub(super) fn shpilkin(case: &Case<'_>) -> Result<Value, String> {
    let sheets = sheets(case)?;
    let mut found = Map::new();
    for name in [LEADER, RIVAL] {
        let bins = turnout_bins(&sheets.tables, sheets.real.option(name)?.get());
        let mode = bins
            .iter()
            .max_by_key(|bin| (bin.registered, std::cmp::Reverse(bin.turnout)));
        let mode = mode.ok_or("no bins")?.turnout;
        let low = mode.saturating_sub(10);
        let clean = || {
            bins.iter()
                .filter(|bin| (low..=mode).contains(&bin.turnout))
        };
        let votes: u64 = clean().map(|bin| bin.votes).sum();
        let others: u64 = clean().map(|bin| bin.others).sum();
        let ratio = super::super::ratio(votes, others);
        let above = bins.iter().filter(|bin| bin.turnout > mode);
        let excess: f64 = above
            .map(|bin| bin.votes as f64 - ratio * bin.others as f64)
            .sum();
        let rows: Vec<Value> = bins
            .iter()
            .map(|bin| {
                json!({
                    "bin": bin.turnout,
                    "sheets": bin.sheets,
                    "leader": bin.votes,
                    "others": bin.others,
                    "share": super::super::ratio(bin.votes, bin.votes + bin.others),
                })
            })
            .collect();
        let row = json!({
            "mode_bin": mode, "clean_bins": [low, mode], "ratio": ratio, "excess_signed_above": excess, "bins": rows,
        });
        found.insert(name.to_owned(), row);
    }
    Ok(Value::Object(found))
}

pub(super) fn outliers(case: &Case<'_>) -> Result<Value, String> {
    let sheets = sheets(case)?;
    let mut found = Map::new();
    for name in [LEADER, RIVAL] {
        let all = division_outliers(
            &sheets.real.dataset,
            &sheets.tables,
            sheets.real.option(name)?.get(),
        );
        let far = all.iter().filter(|held| held.z.get().abs() > 5.0).count();
        found.insert(
            name.to_owned(),
            json!({"n_abs_z_gt_3_5": all.len(), "n_abs_z_gt_5": far}),
        );
    }
    Ok(Value::Object(found))
}

pub(super) fn fingerprint(case: &Case<'_>) -> Result<Value, String> {
    let sheets = sheets(case)?;
    let mut found = Map::new();
    for name in [LEADER, RIVAL] {
        let cells = cells(&sheets.tables, sheets.real.option(name)?.get());
        let mode = cells
            .iter()
            .max_by_key(|cell| (cell.sheets, std::cmp::Reverse((cell.turnout, cell.share))));
        let mode = mode.ok_or("no cells")?;
        let high = || cells.iter().filter(|cell| cell.turnout >= 90);
        let row = json!({
            "mode_cell": [mode.turnout, mode.share],
            "cells_nonempty": cells.len(),
            "corner_turnout_ge90_share_ge90": high().filter(|cell| cell.share >= 90).map(|cell| cell.sheets).sum::<u32>(),
            "sheets_turnout_ge90": high().map(|cell| cell.sheets).sum::<u32>(),
        });
        found.insert(name.to_owned(), row);
    }
    Ok(Value::Object(found))
}

/// Share of the leader at places with and without a gap in the numbers of their tables.
pub(super) fn gaps(case: &Case<'_>) -> Result<Value, String> {
    let sheets = sheets(case)?;
    let stations = sheets.real.dataset.stations();
    let mut places: BTreeMap<Option<PlaceIdx>, (u64, Vec<usize>)> = BTreeMap::new();
    for row in 0..sheets.tables.len() {
        let station = stations.get(sheets.tables.station(row));
        let number: u64 = station
            .label
            .parse()
            .map_err(|_| format!("no number: {}", station.label))?;
        let held = places.entry(station.place).or_default();
        held.0 = held.0.max(number);
        held.1.push(row);
    }
    let is_gap = |held: &&(u64, Vec<usize>)| held.0 > held.1.len() as u64;
    let (tables, quantity) = sheets.named(LEADER)?;
    let share = |wanted: bool| {
        let rows = places
            .values()
            .filter(|held| is_gap(held) == wanted)
            .flat_map(|held| &held.1);
        let pairs = rows.filter_map(|&row| tables.pair(quantity, row));
        let (k, n) = pairs.fold((0, 0), |(k, n), pair| {
            (k + u64::from(pair.0), n + u64::from(pair.1))
        });
        super::super::ratio(k, n)
    };
    debug_assert!(matches!(quantity, Quantity::Option(_)));
    Ok(json!({
        "complete_centre_EG_share": share(false),
        "gap_centre_EG_share": share(true),
        "gap_centres": places.values().filter(is_gap).count(),
        "gap_sheets": places.values().filter(is_gap).map(|held| held.1.len()).sum::<usize>(),
    }))
}
