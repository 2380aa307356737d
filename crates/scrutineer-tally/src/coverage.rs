//! How much of the election a source's sheets are, and why the rest is missing.

use std::collections::BTreeMap;

use scrutineer_model::{Dataset, RegisterKind, SheetSet, SheetStatus, StationKind, StationStatus};

use crate::sums;

/// What there is of what there should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Stations there are: the main register total, else the length of the official list; `None`
    /// where neither is known.
    pub stations_expected: Option<u64>,
    /// Stations with a sheet.
    pub stations_reported: u64,
    /// Polling places there are: the main register total, else those of the official list.
    pub places_expected: Option<u64>,
    /// Polling places with at least one sheet.
    pub places_reported: u64,
    /// Registered voters there are: the main register total, else the sum of the official list.
    pub registered_expected: Option<u64>,
    /// Registered voters of the stations with a sheet; see
    /// [`crate::Totals::registered_reported`].
    pub registered_reported: u64,
    /// Stations without a sheet by what became of it. Stations that are known only as a number,
    /// and those whose sheet a list calls received and which is not in this source, are unknown.
    pub missing_by_reason: BTreeMap<SheetStatus, u64>,
    /// Stations with a sheet by kind.
    pub stations_by_kind: BTreeMap<StationKind, u64>,
    /// Stations with a sheet that did not vote by their status: annulled, not opened, merged.
    pub reported_not_open: u64,
}

/// The coverage of one source.
pub fn coverage(dataset: &Dataset, set: &SheetSet) -> Coverage {
    let stations = dataset.stations();
    let mut has_sheet = vec![false; stations.len()];
    for station in set.stations() {
        has_sheet[station.get()] = true;
    }
    let mut has_place = vec![false; dataset.places().len()];
    let mut listed_place = vec![false; dataset.places().len()];
    let columns = has_sheet.iter().zip(stations.listed());
    for ((&has_sheet, &listed), place) in columns.zip(stations.places()) {
        if let Some(place) = place {
            has_place[place.get()] |= has_sheet;
            listed_place[place.get()] |= listed;
        }
    }
    let (mut listed, mut listed_registered) = (0u64, None::<u64>);
    for (&is_listed, registered) in stations.listed().iter().zip(stations.registered()) {
        listed += u64::from(is_listed);
        if let Some(count) = registered.count().filter(|_| is_listed) {
            *listed_registered.get_or_insert(0) += u64::from(count);
        }
    }
    let reported_not_open = with(&has_sheet, true, stations.statuses())
        .map(|status| u64::from(status != StationStatus::Open))
        .sum();
    let stations_by_kind = tally(with(&has_sheet, true, stations.kinds()));
    let mut missing_by_reason = tally(with(&has_sheet, false, stations.sheet_statuses()));
    if let Some(received) = missing_by_reason.remove(&SheetStatus::Received) {
        *missing_by_reason.entry(SheetStatus::Unknown).or_insert(0) += received;
    }
    let known_missing: u64 = missing_by_reason.values().sum();
    let contest = dataset.contest(set.contest());
    let main = |kind| {
        contest
            .registers_of(kind)
            .next()
            .map(|register| register.total.value())
    };
    let count = |flags: &[bool]| flags.iter().map(|&flag| u64::from(flag)).sum::<u64>();
    let from_list = |number: u64| dataset.has_register().then_some(number).filter(|&n| n > 0);
    let stations_expected = main(RegisterKind::Stations).or(from_list(listed));
    let stations_reported = count(&has_sheet);
    let unlisted = stations_expected
        .unwrap_or(0)
        .saturating_sub(stations_reported)
        .saturating_sub(known_missing);
    if unlisted > 0 {
        *missing_by_reason.entry(SheetStatus::Unknown).or_insert(0) += unlisted;
    }
    let places_expected = main(RegisterKind::Places).or(from_list(count(&listed_place)));
    let registered = sums::sum(set, &sums::registered(dataset, set), sums::Grouping::Whole);
    Coverage {
        stations_expected,
        stations_reported,
        places_expected,
        places_reported: count(&has_place),
        registered_expected: main(RegisterKind::Electors).or(listed_registered),
        registered_reported: registered.min[0],
        missing_by_reason,
        stations_by_kind,
        reported_not_open,
    }
}

/// The entries of the stations that have a sheet, or of those that have none.
fn with<'a, T: Copy>(
    has_sheet: &'a [bool],
    wanted: bool,
    column: &'a [T],
) -> impl Iterator<Item = T> + 'a {
    let stations = has_sheet.iter().zip(column);
    stations.filter_map(move |(&has_sheet, &entry)| (has_sheet == wanted).then_some(entry))
}

/// How often each value occurs. Most stations are like the one before, so that a run of them costs
/// one look into the map.
fn tally<T: Copy + Ord>(values: impl Iterator<Item = T>) -> BTreeMap<T, u64> {
    let mut found = BTreeMap::new();
    let mut run: Option<(T, u64)> = None;
    for value in values {
        match &mut run {
            Some((held, count)) if *held == value => *count += 1,
            _ => {
                if let Some((held, count)) = run.replace((value, 1)) {
                    *found.entry(held).or_insert(0) += count;
                }
            }
        }
    }
    if let Some((held, count)) = run {
        *found.entry(held).or_insert(0) += count;
    }
    found
}
