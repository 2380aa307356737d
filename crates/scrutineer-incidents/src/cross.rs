//! Reports joined with sheets and with network measurements.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Date};
use serde::Serialize;

use crate::area::Area;
use crate::day;
use crate::forms::{Forms, Joins};
use crate::records::Report;

/// Stations of one area by whether a copy was refused and whether a sheet is there. Stations are counted,
/// never named.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct RefusedAndPresent {
    /// The state; everywhere in the total.
    pub area: Area,
    /// Refused, and a sheet is there: a contradiction to resolve.
    pub refused_present: u64,
    /// Refused, and no sheet is there.
    pub refused_absent: u64,
    /// Not reported as refused, and a sheet is there.
    pub other_present: u64,
    /// Not reported as refused, and no sheet is there.
    pub other_absent: u64,
    /// Reports whose station is not known to the list of stations.
    pub unknown_stations: u64,
}

/// A station as the caller knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StationSheet {
    /// Its id.
    pub station: String,
    /// Its state.
    pub area: Area,
    /// Whether any source has a sheet of it.
    pub has_sheet: bool,
}

/// Joins the reports of types that say that a copy was refused or not printed with the stations. The last
/// row is the total.
pub fn refused_and_present(
    reports: &[&Report],
    forms: &Forms,
    stations: &[StationSheet],
) -> Vec<RefusedAndPresent> {
    let is_meant = |report: &&&Report| {
        forms
            .get(&report.kind)
            .is_some_and(|held| held.joins == Some(Joins::Sheets))
    };
    let refused: BTreeSet<&str> = reports
        .iter()
        .filter(is_meant)
        .filter_map(|report| report.station.as_deref())
        .collect();
    let mut rows: BTreeMap<Area, RefusedAndPresent> = BTreeMap::new();
    let mut total = RefusedAndPresent::default();
    let mut known = BTreeSet::new();
    for held in stations {
        known.insert(held.station.as_str());
        let area = held.area.at_level(1);
        let row = rows
            .entry(area.clone())
            .or_insert_with(|| RefusedAndPresent {
                area,
                ..RefusedAndPresent::default()
            });
        for row in [row, &mut total] {
            let slot = match (refused.contains(held.station.as_str()), held.has_sheet) {
                (true, true) => &mut row.refused_present,
                (true, false) => &mut row.refused_absent,
                (false, true) => &mut row.other_present,
                (false, false) => &mut row.other_absent,
            };
            *slot += 1;
        }
    }
    total.unknown_stations = refused
        .iter()
        .filter(|station| !known.contains(*station))
        .count() as u64;
    rows.into_values().chain([total]).collect()
}

/// An outlet that measurements find blocked in an interval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// The outlet.
    pub outlet: Code,
    /// First and last day.
    pub interval: (Date, Date),
}

/// A report about an outlet, and how many findings of measurements there are about it near that time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct OutletJoined {
    /// The outlet.
    pub outlet: Code,
    /// The type of the report.
    pub kind: Code,
    /// First day of the report.
    pub from: Date,
    /// Findings whose interval is within `days` of the report.
    pub findings: u64,
}

/// Joins reports about outlets with findings of network measurements, by outlet and date within `days`. Only
/// types that are about outlets are joined: an employer and a day would tell who was detained.
pub fn outlets(
    reports: &[&Report],
    forms: &Forms,
    blocked: &[Blocked],
    days: u32,
) -> Vec<OutletJoined> {
    let slack = i64::from(days);
    let is_meant = |report: &&Report| {
        forms
            .get(&report.kind)
            .is_some_and(|form| form.joins == Some(Joins::Outlets) && !form.about_persons)
    };
    let mut joined: Vec<OutletJoined> = reports
        .iter()
        .copied()
        .filter(is_meant)
        .filter_map(|report| {
            let outlet = report.outlet.clone()?;
            let (from, to) = (
                day::number(report.interval.0),
                day::number(report.interval.1),
            );
            let is_near = |held: &&Blocked| {
                held.outlet == outlet
                    && day::number(held.interval.0) <= to.saturating_add(slack)
                    && day::number(held.interval.1) >= from.saturating_sub(slack)
            };
            Some(OutletJoined {
                findings: blocked.iter().filter(is_near).count() as u64,
                kind: report.kind.clone(),
                from: report.interval.0,
                outlet,
            })
        })
        .collect();
    joined.sort_by(|a, b| (&a.outlet, a.from, &a.kind).cmp(&(&b.outlet, b.from, &b.kind)));
    joined
}
