//! Blocks about the sheets alone.

use scrutineer_model::{Field, HierarchyIdx, Value as ModelValue};
use scrutineer_tally::{
    Groups, Interval, Leader, Totals, by_division, by_place, by_station, totals,
};
use serde_json::{Map, Value, json};

use super::{LEADER, RIVAL, Real, ratio, real};
use crate::vectors::case::Case;

fn administrative() -> HierarchyIdx {
    HierarchyIdx::new(0)
}

pub(super) fn input(case: &Case<'_>) -> Result<Value, String> {
    let coverage = &real(case)?.source().coverage;
    let levels = coverage
        .divisions_reported
        .get("administrative")
        .ok_or("no hierarchy")?;
    Ok(json!({
        "sheets": coverage.stations_reported,
        "states": levels.get("state"),
        "municipalities": levels.get("municipality"),
        "parishes": levels.get("parish"),
        "centres": coverage.places_reported,
    }))
}

/// Checks by the name of the block.
const CODES: [(&str, &str); 13] = [
    ("sum_options_ne_valid", "E.201"),
    ("votes_gt_registered", "E.204"),
    ("negative", "E.103"),
    ("duplicate_centre_table", "E.116"),
    ("duplicate_url", "W.405"),
    ("duplicate_full_count_vector", "W.406"),
    ("duplicate_vote_vector_ignoring_RE", "W.407"),
    ("null_gt_5pct", "W.207"),
    ("zero_valid", "W.204"),
    ("turnout_ge_95pct", "W.205"),
    ("turnout_le_25pct", "W.206"),
    ("centre_in_two_parishes", "E.114"),
    ("centres_with_gap", "W.502"),
];

pub(super) fn checks(case: &Case<'_>) -> Result<Value, String> {
    let real = real(case)?;
    let mut found = Map::new();
    for (name, code) in CODES {
        let findings = real.findings.findings.iter();
        let count = findings.filter(|finding| finding.code == code).count();
        found.insert(name.to_owned(), count.into());
    }
    let mut findings = real.findings.findings.iter();
    let gaps = findings.find(|finding| finding.code == "W.503");
    let gaps = match gaps.and_then(|finding| finding.figures.get("missing")) {
        Some(ModelValue::Integer(missing)) => Some(*missing),
        _ => None,
    };
    found.insert("tables_missing_inside_centres".to_owned(), gaps.into());
    let [state, municipality] = prefixes(real);
    found.insert("centre_prefix_state_mismatch".to_owned(), state.into());
    found.insert("centre_prefix_mun_mismatch".to_owned(), municipality.into());
    Ok(Value::Object(found))
}

/// Sheets whose place has a code that does not begin with the codes of its state and municipality.
fn prefixes(real: &Real) -> [u64; 2] {
    let divisions = &real.dataset.hierarchy(administrative()).divisions;
    let stations = real.dataset.stations();
    let mut mismatches = [0; 2];
    for &station in &real.observed.stations {
        let place = stations.get(station).place;
        let code =
            place.and_then(|place| real.dataset.places().get(place).code.parse::<u64>().ok());
        let path = stations
            .division(administrative(), station)
            .map(|division| divisions.path(division))
            .unwrap_or_default();
        let of = |level: usize| {
            let division = path.get(level)?;
            divisions.get(*division).code.parse::<u64>().ok()
        };
        let prefixes = [
            code.map(|code| code / 10_000_000),
            code.map(|code| code / 100_000 % 100),
        ];
        for (level, (mismatch, prefix)) in mismatches.iter_mut().zip(prefixes).enumerate() {
            *mismatch += u64::from(prefix.is_none() || prefix != of(level));
        }
    }
    mismatches
}

/// The columns of a sum under the names of the file.
fn columns(real: &Real, sums: &Totals) -> Map<String, Value> {
    let mut found = Map::new();
    let mut put = |name: &str, value: Option<u64>| found.insert(name.to_owned(), value.into());
    let field = |field| sums.field(field).and_then(Interval::value);
    put("RE", field(Field::Registered));
    put("VOTOS_VALIDOS", field(Field::Valid));
    put("VOTOS_NULOS", field(Field::Invalid));
    for (id, votes) in real.ids().zip(&sums.options) {
        put(id, votes.value());
    }
    found
}

pub(super) fn national(case: &Case<'_>) -> Result<Value, String> {
    let real = real(case)?;
    let sums = totals(&real.dataset, real.set());
    let mut found = columns(real, &sums);
    let registered = sums.registered_reported;
    let (valid, ballots) = (sums.valid().min, sums.ballots().min);
    let shares: Map<String, Value> = real
        .ids()
        .zip(&sums.options)
        .map(|(id, votes)| (id.to_owned(), ratio(votes.min, valid).into()))
        .collect();
    let lead = real.source().outcome.first().and_then(|held| held.lead);
    for (name, value) in [
        ("VOT", json!(ballots)),
        ("OTH", json!(real.votes("OTH"))),
        ("lead", json!(lead)),
        ("turnout", json!(ratio(ballots, registered))),
        ("share", Value::Object(shares)),
    ] {
        found.insert(name.to_owned(), value);
    }
    Ok(Value::Object(found))
}

pub(super) fn states(case: &Case<'_>) -> Result<Value, String> {
    let real = real(case)?;
    let groups = by_division(&real.dataset, real.set(), administrative());
    let divisions = &real.dataset.hierarchy(administrative()).divisions;
    let mut found: Vec<(u64, Value)> = Vec::new();
    for (at, division) in divisions.iter().filter(|(_, held)| held.level == 0) {
        let code: u64 = division
            .code
            .parse()
            .map_err(|_| format!("state code {:?} is no number", division.code))?;
        let sums = groups.totals(at.get());
        let mut state = columns(real, &sums);
        let valid = sums.valid().min;
        let share = |id| -> Result<f64, String> {
            let option = real.option(id)?;
            let votes = sums.options.get(option.get()).ok_or("no such column")?;
            Ok(ratio(votes.min, valid))
        };
        for (name, value) in [
            ("COD_EDO", json!(code)),
            ("EDO", json!(division.name)),
            ("sheets", json!(sums.sheets)),
            ("eg_share", json!(share(LEADER)?)),
            ("nm_share", json!(share(RIVAL)?)),
        ] {
            state.insert(name.to_owned(), value);
        }
        found.push((code, Value::Object(state)));
    }
    found.sort_by_key(|(code, _)| *code);
    Ok(found.into_iter().map(|(_, state)| state).collect())
}

pub(super) fn wins(case: &Case<'_>) -> Result<Value, String> {
    let real = real(case)?;
    let (dataset, set) = (&real.dataset, real.set());
    let divisions = by_division(dataset, set, administrative());
    let on = |level: u8| -> Vec<usize> {
        let all = dataset.hierarchy(administrative()).divisions.iter();
        all.filter(|(_, held)| held.level == level)
            .map(|(at, _)| at.get())
            .collect()
    };
    let (stations, places) = (by_station(dataset, set), by_place(dataset, set));
    let mut found = Map::new();
    for (name, groups, members) in [
        ("sheets", &stations, (0..stations.len()).collect()),
        ("mun", &divisions, on(1)),
        ("par", &divisions, on(2)),
        ("centre", &places, (0..places.len()).collect()),
    ] {
        for (end, count) in of_two(real, groups, &members)? {
            found.insert(format!("{name}_{end}"), count.into());
        }
    }
    Ok(Value::Object(found))
}

/// Groups with a sheet in which either of the two is first, or both are.
fn of_two(
    real: &Real,
    groups: &Groups,
    members: &[usize],
) -> Result<[(&'static str, u64); 3], String> {
    let leader = real.option(LEADER)?;
    let rival = real.option(RIVAL)?;
    let mut counts = [0; 3];
    for &group in members.iter().filter(|&&group| groups.sheets(group) > 0) {
        match groups.leader(group) {
            Leader::One { option, .. } if option == leader => counts[0] += 1,
            Leader::One { option, .. } if option == rival => counts[1] += 1,
            Leader::One { .. } => return Err(format!("a third option is first in group {group}")),
            _ => counts[2] += 1,
        }
    }
    let [own, other, tie] = counts;
    Ok([(LEADER, own), (RIVAL, other), ("tie", tie)])
}
