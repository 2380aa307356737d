//! Column by column sums over the readings that count, for the whole and for groups of stations.

use std::borrow::Cow;

use scrutineer_model::{Cell, Dataset, Field, SheetSet, StationIdx};

/// Marks a reading whose station belongs to no group.
pub(crate) const NO_GROUP: u32 = u32::MAX;

/// How readings are put together.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Grouping<'a> {
    /// All in one group.
    Whole,
    /// The group of every reading (or [`NO_GROUP`]), and the number of groups.
    By(&'a [u32], usize),
}

impl Grouping<'_> {
    pub(crate) fn groups(&self) -> usize {
        match self {
            Self::Whole => 1,
            Self::By(_, groups) => *groups,
        }
    }

    pub(crate) fn of(&self, row: usize) -> Option<usize> {
        match self {
            Self::Whole => Some(0),
            Self::By(group, _) => match group.get(row) {
                Some(&group) if group != NO_GROUP => Some(group as usize),
                _ => None,
            },
        }
    }
}

/// Sums of one column per group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct ColumnSums {
    /// With the smallest of rival readings.
    pub(crate) min: Vec<u64>,
    /// What the largest of rival readings adds; empty where no readings rival each other.
    pub(crate) extra: Vec<u64>,
    /// Stations whose cell nobody could read; empty where every cell was read.
    pub(crate) unread: Vec<u64>,
}

impl ColumnSums {
    /// Adds the sums of group `from` to group `into`.
    pub(crate) fn fold(&mut self, from: usize, into: usize) {
        for column in [&mut self.min, &mut self.extra, &mut self.unread] {
            if let Some(&part) = column.get(from) {
                column[into] += part;
            }
        }
    }
}

/// Sums `column`. Plain additions cannot overflow: fewer than 2^32 counts below 2^32.
pub(crate) fn sum(set: &SheetSet, column: &[Cell], grouping: Grouping<'_>) -> ColumnSums {
    let mut sums = ColumnSums {
        min: vec![0; grouping.groups()],
        ..ColumnSums::default()
    };
    let any_unread = any_unread(column);
    if any_unread {
        sums.unread = vec![0; grouping.groups()];
    }
    let every_row = set.current().len() == column.len();
    match grouping {
        Grouping::Whole if every_row => {
            sums.min[0] = column
                .iter()
                .map(|cell| u64::from(cell.count().unwrap_or(0)))
                .fold(0, u64::wrapping_add);
        }
        Grouping::By(groups, _) if every_row => {
            for (cell, &group) in column.iter().zip(groups) {
                if let Some(sum) = sums.min.get_mut(group as usize) {
                    *sum = sum.wrapping_add(u64::from(cell.count().unwrap_or(0)));
                }
            }
        }
        _ => {
            for row in set.current() {
                if let Some(group) = grouping.of(row) {
                    sums.min[group] += u64::from(column[row].count().unwrap_or(0));
                }
            }
        }
    }
    if any_unread {
        for row in set.current().filter(|&row| column[row].is_unread()) {
            if let Some(group) = grouping.of(row) {
                sums.unread[group] += 1;
            }
        }
    }
    add_rivals(set, column, grouping, &mut sums);
    sums
}

/// Whether a cell of the column is unread. Most columns have none, so all of it is looked at anyway,
/// and without a branch per cell several are compared at once.
pub(crate) fn any_unread(column: &[Cell]) -> bool {
    column
        .iter()
        .fold(false, |any, cell| any | cell.is_unread())
}

fn add_rivals(set: &SheetSet, column: &[Cell], grouping: Grouping<'_>, sums: &mut ColumnSums) {
    if set.rivals().len() > 0 {
        sums.extra = vec![0; grouping.groups()];
    }
    for run in set.rivals() {
        let Some(group) = grouping.of(run.start) else {
            continue;
        };
        match ends(&column[run.clone()]) {
            Some((min, max)) => {
                sums.min[group] += u64::from(min);
                sums.extra[group] += u64::from(max - min);
            }
            None if column[run].iter().any(|cell| cell.is_unread()) => sums.unread[group] += 1,
            None => {}
        }
    }
}

/// The smallest and largest number among rival readings; those that could not be read say nothing.
pub(crate) fn ends(cells: &[Cell]) -> Option<(u32, u32)> {
    let counts = || cells.iter().filter_map(|cell| cell.count());
    Some((counts().min()?, counts().max()?))
}

/// Stations per group whose votes are read for every option, on every reading that counts.
pub(crate) fn complete(set: &SheetSet, grouping: Grouping<'_>) -> Vec<u64> {
    let mut complete = vec![0; grouping.groups()];
    let mut open = vec![false; set.len()];
    for column in set.options() {
        for (open, cell) in open.iter_mut().zip(column) {
            *open |= cell.is_unread();
        }
    }
    let runs = set.rivals().map(|run| (run.start, run));
    let rows = set.current().map(|row| (row, row..row + 1));
    for (first, run) in rows.chain(runs) {
        if let Some(group) = grouping.of(first) {
            complete[group] += u64::from(!open[run].contains(&true));
        }
    }
    complete
}

/// Stations with a sheet per group.
pub(crate) fn reported(set: &SheetSet, grouping: Grouping<'_>) -> Vec<u64> {
    let mut stations = vec![0; grouping.groups()];
    for row in set.current().chain(set.rivals().map(|run| run.start)) {
        if let Some(group) = grouping.of(row) {
            stations[group] += 1;
        }
    }
    stations
}

/// Registered voters of the station of every reading: by the official list, which does not depend
/// on the sheet, else as the sheet prints them.
pub(crate) fn registered<'a>(dataset: &Dataset, set: &'a SheetSet) -> Cow<'a, [Cell]> {
    let printed = set.field(Field::Registered);
    if !dataset.has_register() {
        return printed.map_or_else(
            || Cow::Owned(vec![Cell::NOT_ON_FORM; set.len()]),
            Cow::Borrowed,
        );
    }
    let rows = 0..set.len();
    rows.map(|row| registered_at(dataset, set, row)).collect()
}

/// The same of one reading.
pub(crate) fn registered_at(dataset: &Dataset, set: &SheetSet, row: usize) -> Cell {
    let station = set.stations().get(row).copied();
    let listed = dataset.stations().registered();
    let listed = station
        .filter(|_| dataset.has_register())
        .and_then(|station| listed.get(station.get()).copied());
    listed
        .filter(|cell| cell.count().is_some())
        .unwrap_or_else(|| set.field_at(Field::Registered, row))
}

/// Whether the official list says how many voters a station has.
pub(crate) fn is_listed(dataset: &Dataset, station: StationIdx) -> bool {
    let listed = dataset.stations().registered().get(station.get());
    dataset.has_register() && listed.is_some_and(|cell| cell.count().is_some())
}
