//! Sites that from one day on the control does not reach either: withdrawn at the registry or gone. Never a block.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::collect::{Observations, Row, name};
use crate::day::Day;
use crate::finding::{LEAST_DAYS, LEAST_MEASUREMENTS, LEAST_REPORTS};
use crate::onset::{Count, split};
use crate::settings::Settings;
use crate::verdict::State;

/// A site of which, from a day on, most measurements are down for the control as well, and before it not. It is
/// described, not tested: there is no p-value, and why it went is not in any measurement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Withdrawn {
    /// The site.
    pub target: String,
    /// The most likely first day.
    pub day: Day,
    /// Earliest and latest first day that the data do not tell from it.
    pub support: [Day; 2],
    /// Measurements that are down before the day, of all valid, on all networks and in all countries read.
    pub before: [u64; 2],
    /// The same from the day on.
    pub after: [u64; 2],
    /// Networks with a valid measurement from the day on.
    pub networks: u64,
}

/// Every such site of those looked at.
pub(crate) fn withdrawn(all: &Observations, settings: &Settings) -> Vec<Withdrawn> {
    let mut held: BTreeMap<u32, Vec<&Row>> = BTreeMap::new();
    for row in all.rows.iter().filter(|row| row.is_valid()) {
        let country = name(&all.countries, row.country);
        if settings.is_wanted(name(&all.targets, row.target))
            && (settings.is_studied(country) || settings.is_control_country(country))
        {
            held.entry(row.target).or_default().push(row);
        }
    }
    let found = held.into_iter();
    found
        .filter(|(_, rows)| rows.iter().any(|row| row.state == State::Down))
        .filter_map(|(target, rows)| of_target(name(&all.targets, target), &rows))
        .collect()
}

fn of_target(target: &str, rows: &[&Row]) -> Option<Withdrawn> {
    let mut days: BTreeMap<Day, Count> = BTreeMap::new();
    for row in rows {
        let held = days.entry(row.day()).or_default();
        held.blocked += u64::from(row.state == State::Down);
        held.total += 1;
    }
    let counts: Vec<Count> = days.values().copied().collect();
    let days: Vec<Day> = days.into_keys().collect();
    let split = split(&counts)?;
    let day = *days.get(split.at)?;
    let (before, after): (Vec<&Row>, Vec<&Row>) =
        rows.iter().copied().partition(|row| row.day() < day);
    let has_enough = |rows: &[&Row], days: usize| {
        let reports: BTreeSet<u32> = rows.iter().map(|row| row.report).collect();
        rows.len() as u64 >= LEAST_MEASUREMENTS
            && reports.len() as u64 >= LEAST_REPORTS
            && days as u64 >= LEAST_DAYS
    };
    let is_mostly_down = |count: Count| count.blocked * 2 > count.total;
    let is_such = is_mostly_down(split.after)
        && !is_mostly_down(split.before)
        && has_enough(&before, split.at)
        && has_enough(&after, days.len() - split.at);
    if !is_such {
        return None;
    }
    let networks: BTreeSet<u32> = after.iter().map(|row| row.asn).collect();
    Some(Withdrawn {
        target: target.to_owned(),
        day,
        support: [*days.get(split.support.0)?, *days.get(split.support.1)?],
        before: [split.before.blocked, split.before.total],
        after: [split.after.blocked, split.after.total],
        networks: networks.len() as u64,
    })
}
