//! Collects the stations and puts them in order of their ids.

use std::collections::{BTreeMap, BTreeSet};

use crate::arena::Arena;
use crate::cell::Cell;
use crate::contest::CapacityRule;
use crate::dataset::build::{BuildError, StationEntry};
use crate::dataset::geography::GeographyBuilder;
use crate::import::{ImportIssue, ImportIssueKind, Locator};
use crate::index::{DivisionIdx, PlaceIdx, StationIdx};
use crate::intern::{Interner, Order};
use crate::station::{Capacity, SheetStatus, StationKind, StationStatus, Stations};

/// Stations by handle, as columns.
#[derive(Debug)]
pub(super) struct StationsBuilder {
    ids: Interner,
    label: Arena,
    place: Vec<Option<u32>>,
    division: Vec<Vec<Option<u32>>>,
    kind: Vec<StationKind>,
    status: Vec<StationStatus>,
    sheet_status: Vec<SheetStatus>,
    listed: Listed,
    /// (station, place) pairs that contradict the column.
    other_places: Vec<(u32, u32)>,
    /// (station, hierarchy, division) triples that contradict the column.
    other_divisions: Vec<(u32, usize, u32)>,
}

/// What the official list says. The columns end with the last station that it names.
#[derive(Debug, Default)]
struct Listed {
    registered: Vec<Cell>,
    issued: Vec<Cell>,
    named: Vec<bool>,
}

const TOO_MANY: BuildError = BuildError::TooMany { what: "stations" };

impl StationsBuilder {
    pub(super) fn new(hierarchies: usize) -> Self {
        Self {
            ids: Interner::default(),
            label: Arena::new(),
            place: Vec::new(),
            division: vec![Vec::new(); hierarchies],
            kind: Vec::new(),
            status: Vec::new(),
            sheet_status: Vec::new(),
            listed: Listed::default(),
            other_places: Vec::new(),
            other_divisions: Vec::new(),
        }
    }

    /// See [`crate::DatasetBuilder::station`].
    pub(super) fn intern(&mut self, id: &str, entry: &StationEntry<'_>) -> Result<u32, BuildError> {
        let (station, new) = self.ids.intern(id).ok_or(TOO_MANY)?;
        let handle = u32::try_from(station).map_err(|_| TOO_MANY)?;
        if new {
            self.push(entry)?;
        } else {
            self.amend(handle, entry);
        }
        Ok(handle)
    }

    fn push(&mut self, entry: &StationEntry<'_>) -> Result<(), BuildError> {
        self.label.push(entry.label).ok_or(TOO_MANY)?;
        self.place.push(entry.place);
        for (hierarchy, column) in self.division.iter_mut().enumerate() {
            column.push(entry.divisions.get(hierarchy).copied().flatten());
        }
        self.kind.push(entry.kind.unwrap_or_default());
        self.status.push(entry.status.unwrap_or_default());
        self.sheet_status
            .push(entry.sheet_status.unwrap_or_default());
        Ok(())
    }

    fn amend(&mut self, station: u32, entry: &StationEntry<'_>) {
        let at = station as usize;
        match (self.place[at], entry.place) {
            (None, new) => self.place[at] = new,
            (Some(old), Some(new)) if old != new => self.other_places.push((station, new)),
            _ => {}
        }
        for (hierarchy, column) in self.division.iter_mut().enumerate() {
            match (
                column[at],
                entry.divisions.get(hierarchy).copied().flatten(),
            ) {
                (None, new) => column[at] = new,
                (Some(old), Some(new)) if old != new => {
                    self.other_divisions.push((station, hierarchy, new));
                }
                _ => {}
            }
        }
        // Of two statements the later variant stays: each says more than the default before it,
        // and the order of rows must not matter.
        if let Some(kind) = entry.kind {
            self.kind[at] = self.kind[at].max(kind);
        }
        if let Some(status) = entry.status {
            self.status[at] = self.status[at].max(status);
        }
        if let Some(sheet_status) = entry.sheet_status {
            self.sheet_status[at] = self.sheet_status[at].min(sheet_status);
        }
    }

    /// See [`crate::DatasetBuilder::register`].
    pub(super) fn register(&mut self, station: u32, registered: Cell, issued: Cell) {
        let at = station as usize;
        self.listed.reach(at + 1);
        self.listed.registered[at] = registered;
        self.listed.issued[at] = issued;
        self.listed.named[at] = true;
    }

    /// Stations that rows name with two places or two divisions; the station is a handle. A pair
    /// of divisions that `told` already has for the station's place is not repeated.
    pub(super) fn conflicts(
        &self,
        places: &Arena,
        geography: &[GeographyBuilder],
        told: &[ImportIssue],
    ) -> Vec<ImportIssue> {
        let told: BTreeSet<(&str, &str, &str)> = told
            .iter()
            .filter(|issue| issue.kind == ImportIssueKind::DivisionConflict)
            .filter_map(|issue| {
                let place = issue.locator.column.as_deref()?;
                Some((place, issue.expected.as_str(), issue.found.as_str()))
            })
            .collect();
        // Per station and kind of conflict every text; the smallest is named beside each other one,
        // so that the order of rows does not matter.
        let mut named: BTreeMap<(u32, usize), BTreeSet<String>> = BTreeMap::new();
        for &(station, other) in &self.other_places {
            let texts = named.entry((station, geography.len())).or_default();
            for place in self.place[station as usize].into_iter().chain([other]) {
                texts.insert(places.get(place as usize).to_owned());
            }
        }
        for &(station, hierarchy, other) in &self.other_divisions {
            let texts = named.entry((station, hierarchy)).or_default();
            let held = self.division[hierarchy][station as usize];
            for division in held.into_iter().chain([other]) {
                texts.insert(geography[hierarchy].path_code(division));
            }
        }
        let mut issues = Vec::new();
        for ((station, _), texts) in named {
            let place = self.place[station as usize].map_or("", |at| places.get(at as usize));
            let mut texts = texts.into_iter();
            let Some(expected) = texts.next() else {
                continue;
            };
            for found in texts {
                if told.contains(&(place, expected.as_str(), found.as_str())) {
                    continue;
                }
                issues.push(ImportIssue {
                    kind: ImportIssueKind::DivisionConflict,
                    source: None,
                    station: Some(StationIdx::new(station as usize)),
                    locator: Locator::default(),
                    expected: expected.clone(),
                    found,
                    count: 1,
                    rejects_row: false,
                });
            }
        }
        issues
    }

    pub(super) fn order(&self) -> Order {
        self.ids.order()
    }

    /// The columns in `order`, with positions of places and divisions for their handles.
    pub(super) fn finish(
        mut self,
        order: &Order,
        places: &Order,
        divisions: &[Vec<u32>],
        rule: CapacityRule,
    ) -> Result<Stations, BuildError> {
        let count = self.ids.texts().len();
        let place = |handle: u32| PlaceIdx::new(places.rank(handle) as usize);
        let mut place_column: Vec<Option<PlaceIdx>> = self
            .place
            .into_iter()
            .map(|handle| handle.map(place))
            .collect();
        for (station, other) in self.other_places {
            let held = &mut place_column[station as usize];
            *held = (*held).min(Some(place(other)));
        }
        let mut division_columns: Vec<Vec<Option<DivisionIdx>>> = Vec::new();
        for (column, ranks) in self.division.into_iter().zip(divisions) {
            let division = |handle: u32| {
                let rank = ranks.get(handle as usize)?;
                Some(DivisionIdx::new(*rank as usize))
            };
            let ranked = column.into_iter().map(|handle| handle.and_then(division));
            division_columns.push(ranked.collect());
        }
        for (station, hierarchy, other) in self.other_divisions {
            let rank = divisions[hierarchy].get(other as usize);
            let held = &mut division_columns[hierarchy][station as usize];
            *held = (*held).min(rank.map(|&rank| DivisionIdx::new(rank as usize)));
        }
        self.listed.reach(count);
        let Listed {
            registered,
            issued,
            named,
        } = self.listed;
        let capacity = registered
            .iter()
            .zip(issued)
            .map(|(&registered, issued)| capacity(rule, registered, issued))
            .collect();
        Ok(Stations {
            id: order.arrange_texts(self.ids.into_texts()).ok_or(TOO_MANY)?,
            label: order.arrange_texts(self.label).ok_or(TOO_MANY)?,
            place: order.arrange(place_column),
            division: division_columns
                .into_iter()
                .map(|column| order.arrange(column))
                .collect(),
            kind: order.arrange(self.kind),
            status: order.arrange(self.status),
            sheet_status: order.arrange(self.sheet_status),
            registered: order.arrange(registered),
            capacity: order.arrange(capacity),
            in_register: order.arrange(named),
        })
    }
}

impl Listed {
    /// Has a row for each of the first `count` stations.
    fn reach(&mut self, count: usize) {
        if self.named.len() < count {
            self.registered.resize(count, Cell::NOT_ON_FORM);
            self.issued.resize(count, Cell::NOT_ON_FORM);
            self.named.resize(count, false);
        }
    }
}

/// Nobody votes at a station that is not open, but a wrong status must not make an answer
/// stronger, so the ceiling does not depend on it.
fn capacity(rule: CapacityRule, registered: Cell, issued: Cell) -> Capacity {
    let stated = |cell: Cell| match cell.count() {
        Some(count) if count > 0 => Capacity::Known(count),
        _ => Capacity::NotStated,
    };
    match rule {
        CapacityRule::Register => stated(registered),
        CapacityRule::BallotsIssued => stated(issued),
        CapacityRule::LegalMaximum(maximum) => Capacity::Known(maximum),
        CapacityRule::Unbounded => Capacity::Unbounded,
        CapacityRule::NotStated => Capacity::NotStated,
    }
}
