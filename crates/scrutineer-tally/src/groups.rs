//! Sums for every division, polling place or station in one pass over the columns.

use scrutineer_model::{Dataset, Field, HierarchyIdx, SheetSet};

use crate::interval::Interval;
use crate::sums::{self, ColumnSums, Grouping, NO_GROUP};
use crate::totals::{Leader, Totals, leader};

/// The sums of many groups of stations, as columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Groups {
    options: Vec<ColumnSums>,
    tickets: Vec<ColumnSums>,
    fields: [Option<ColumnSums>; Field::ALL.len()],
    registered: ColumnSums,
    sheets: Vec<u64>,
    complete: Vec<u64>,
    outside: u64,
}

impl Groups {
    pub(crate) fn new(dataset: &Dataset, set: &SheetSet, grouping: Grouping<'_>) -> Self {
        let add = |column: &[_]| sums::sum(set, column, grouping);
        let tickets = dataset.contest(set.contest()).tickets.len();
        let tickets = (0..tickets)
            .filter_map(|ticket| set.ticket(scrutineer_model::TicketIdx::new(ticket)))
            .map(add)
            .collect();
        let fields = Field::ALL.map(|field| set.field(field).map(add));
        let sheets = sums::reported(set, grouping);
        let inside: u64 = sheets.iter().sum();
        let all = u64::try_from(set.stations_reported()).unwrap_or(u64::MAX);
        Self {
            options: set.options().iter().map(|column| add(column)).collect(),
            tickets,
            fields,
            registered: add(&sums::registered(dataset, set)),
            complete: sums::complete(set, grouping),
            sheets,
            outside: all.saturating_sub(inside),
        }
    }

    /// Number of groups, those without a sheet included.
    pub fn len(&self) -> usize {
        self.sheets.len()
    }

    /// Whether there is no group.
    pub fn is_empty(&self) -> bool {
        self.sheets.is_empty()
    }

    /// Stations with a sheet that belong to no group.
    pub fn outside(&self) -> u64 {
        self.outside
    }

    /// Stations of a group with a sheet.
    pub fn sheets(&self, group: usize) -> u64 {
        self.sheets[group]
    }

    /// Votes per option of a group, in ballot order.
    pub fn options(&self, group: usize) -> Vec<Interval> {
        self.options
            .iter()
            .map(|column| interval(column, group))
            .collect()
    }

    /// Who is ahead in a group.
    pub fn leader(&self, group: usize) -> Leader {
        leader(&self.options(group))
    }

    /// All sums of a group; divisions, places and stations are numbered as in the data set.
    pub fn totals(&self, group: usize) -> Totals {
        let field = |column: &Option<ColumnSums>| column.as_ref().map(|sums| interval(sums, group));
        Totals {
            options: self.options(group),
            tickets: self
                .tickets
                .iter()
                .map(|column| interval(column, group))
                .collect(),
            fields: std::array::from_fn(|at| field(&self.fields[at])),
            sheets: self.sheets[group],
            complete: self.complete[group],
            unread_options: self
                .options
                .iter()
                .map(|column| unread(column, group))
                .collect(),
            unread_fields: std::array::from_fn(|at| {
                self.fields[at]
                    .as_ref()
                    .map_or(0, |column| unread(column, group))
            }),
            registered_reported: self.registered.min[group],
        }
    }

    fn fold(&mut self, from: usize, into: usize) {
        let columns = self.options.iter_mut().chain(&mut self.tickets);
        let fields = self.fields.iter_mut().flatten();
        for column in columns.chain(fields).chain([&mut self.registered]) {
            column.fold(from, into);
        }
        self.sheets[into] += self.sheets[from];
        self.complete[into] += self.complete[from];
    }
}

fn interval(column: &ColumnSums, group: usize) -> Interval {
    let min = column.min[group];
    Interval {
        min,
        max: min + column.extra.get(group).copied().unwrap_or(0),
    }
}

fn unread(column: &ColumnSums, group: usize) -> u64 {
    column.unread.get(group).copied().unwrap_or(0)
}

fn position(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(NO_GROUP)
}

/// The sums of every division on every level, numbered by [`scrutineer_model::DivisionIdx`].
///
/// Each station is added to its narrowest division once; then every division is added to the one
/// around it, the last first, since descendants stand behind their ancestors.
pub fn by_division(dataset: &Dataset, set: &SheetSet, hierarchy: HierarchyIdx) -> Groups {
    let narrowest = dataset.stations().divisions(hierarchy);
    let of_row: Vec<u32> = set
        .stations()
        .iter()
        .map(|station| narrowest.get(station.get()).copied().flatten())
        .map(|division| division.map_or(NO_GROUP, |division| position(division.get())))
        .collect();
    let divisions = dataset
        .hierarchies()
        .get(hierarchy.get())
        .map(|hierarchy| &hierarchy.divisions);
    let count = divisions.map_or(0, scrutineer_model::Divisions::len);
    let mut groups = Groups::new(dataset, set, Grouping::By(&of_row, count));
    let parents: Vec<Option<usize>> = divisions
        .into_iter()
        .flat_map(scrutineer_model::Divisions::iter)
        .map(|(_, division)| division.parent.map(scrutineer_model::DivisionIdx::get))
        .collect();
    for (division, parent) in parents.iter().enumerate().rev() {
        if let Some(parent) = parent {
            groups.fold(division, *parent);
        }
    }
    groups
}

/// The sums of every polling place, numbered by [`scrutineer_model::PlaceIdx`].
pub fn by_place(dataset: &Dataset, set: &SheetSet) -> Groups {
    let places = dataset.stations().places();
    let of_row: Vec<u32> = set
        .stations()
        .iter()
        .map(|station| places.get(station.get()).copied().flatten())
        .map(|place| place.map_or(NO_GROUP, |place| position(place.get())))
        .collect();
    let grouping = Grouping::By(&of_row, dataset.places().len());
    Groups::new(dataset, set, grouping)
}

/// The sums of every station, numbered by [`scrutineer_model::StationIdx`].
pub fn by_station(dataset: &Dataset, set: &SheetSet) -> Groups {
    let of_row: Vec<u32> = set
        .stations()
        .iter()
        .map(|station| position(station.get()))
        .collect();
    let grouping = Grouping::By(&of_row, dataset.stations().len());
    Groups::new(dataset, set, grouping)
}
