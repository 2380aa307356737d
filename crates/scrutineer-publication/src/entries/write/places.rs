//! Divisions, polling places and stations.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{
    Capacity, CapacityRule, Cell, Dataset, DivisionIdx, HierarchyIdx, PlaceIdx, SheetStatus,
    StationIdx, StationKind, StationStatus,
};

use crate::canonical::Problem;
use crate::entries::write::unless_empty;
use crate::entry::{Count, Division, Entry, Flag, Place, Register, Text, fixed};

/// Codes of the division, from the widest down.
pub(super) fn path(
    dataset: &Dataset,
    hierarchy: HierarchyIdx,
    division: DivisionIdx,
) -> Vec<Text<'_>> {
    let divisions = &dataset.hierarchy(hierarchy).divisions;
    let path = divisions.path(division);
    path.into_iter()
        .map(|at| Text::new(divisions.get(at).code))
        .collect()
}

pub(super) fn divisions(dataset: &Dataset) -> impl Iterator<Item = Entry<'_>> {
    let hierarchies = dataset.hierarchies().iter().enumerate();
    hierarchies.flat_map(move |(at, hierarchy)| {
        hierarchy.divisions.iter().map(move |(index, division)| {
            Entry::Division(Division {
                hierarchy: Text::new(&hierarchy.id),
                kind: fixed(),
                name: unless_empty(division.name),
                path: path(dataset, HierarchyIdx::new(at), index),
                v: fixed(),
            })
        })
    })
}

pub(super) fn places(dataset: &Dataset) -> impl Iterator<Item = Entry<'_>> {
    (0..dataset.places().len()).map(PlaceIdx::new).map(|at| {
        let place = dataset.places().get(at);
        Entry::Place(Place {
            code: Text::new(place.code),
            kind: fixed(),
            name: unless_empty(place.name),
            v: fixed(),
        })
    })
}

pub(super) fn stations(dataset: &Dataset) -> impl Iterator<Item = Entry<'_>> {
    dataset
        .stations()
        .indices()
        .map(|at| Entry::Register(station(dataset, at)))
}

fn station(dataset: &Dataset, at: StationIdx) -> Register<'_> {
    let station = dataset.stations().get(at);
    let mut divisions = BTreeMap::new();
    for (index, hierarchy) in dataset.hierarchies().iter().enumerate() {
        let index = HierarchyIdx::new(index);
        if let Some(division) = dataset.stations().division(index, at) {
            divisions.insert(Text::new(&hierarchy.id), path(dataset, index, division));
        }
    }
    let rule = dataset.contests().first().map(|contest| contest.capacity);
    let issued = match (rule, station.capacity) {
        (Some(CapacityRule::BallotsIssued), Capacity::Known(issued)) => Some(issued),
        _ => None,
    };
    let place = station.place.map(|place| dataset.places().get(place).code);
    Register {
        divisions,
        issued,
        kind: fixed(),
        label: (*last_component(station.id) != *station.label).then(|| Text::new(station.label)),
        listed: Flag(station.in_register),
        place: place.map(Text::new),
        registered: (station.registered != Cell::NOT_ON_FORM).then_some(Count(station.registered)),
        sheet_status: Some(station.sheet_status).filter(|held| *held != SheetStatus::default()),
        station: Text::new(station.id),
        station_kind: Some(station.kind).filter(|held| *held != StationKind::default()),
        status: Some(station.status).filter(|held| *held != StationStatus::default()),
        v: fixed(),
    }
}

/// The part of a station's id after its last colon, as text: what a label is where nobody says.
pub(in crate::entries) fn last_component(id: &str) -> Cow<'_, str> {
    let part = id.rsplit(':').next().unwrap_or(id);
    if !part.contains('%') {
        return Cow::Borrowed(part);
    }
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let [byte, after @ ..] = rest {
        let encoded = after.get(..2).filter(|_| *byte == b'%');
        let value = encoded
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(value.unwrap_or(*byte));
        rest = match value {
            Some(_) => after.get(2..).unwrap_or_default(),
            None => after,
        };
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(part), Cow::Owned)
}

/// Codes that are one in normal form C would become one record.
pub(super) fn distinct(dataset: &Dataset, problems: &mut Vec<Problem>) {
    let mut twice = |what: &str, keys: &mut dyn Iterator<Item = Vec<Text<'_>>>| {
        let mut seen = BTreeSet::new();
        for key in keys {
            let words: Vec<String> = key.iter().map(ToString::to_string).collect();
            if !seen.insert(words.clone()) {
                problems.push(Problem::new(
                    what,
                    "codes that differ in normal form C",
                    format!("{:?} twice", words.join("/")),
                ));
            }
        }
    };
    for (at, hierarchy) in dataset.hierarchies().iter().enumerate() {
        let index = HierarchyIdx::new(at);
        let all = (0..hierarchy.divisions.len()).map(DivisionIdx::new);
        let mut paths = all.map(|division| path(dataset, index, division));
        twice(&format!("divisions of {}", hierarchy.id), &mut paths);
    }
    let all = (0..dataset.places().len()).map(PlaceIdx::new);
    let mut codes = all.map(|place| vec![Text::new(dataset.places().get(place).code)]);
    twice("places", &mut codes);
}
