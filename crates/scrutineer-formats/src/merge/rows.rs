// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Stations and readings of the union.

use std::collections::BTreeMap;

use scrutineer_model::{
    BuildError, Cell, Code, Dataset, DatasetBuilder, DivisionIdx, Field, HierarchyIdx, SheetRow,
    SheetSet, SheetStatus, Source, StationEntry, StationIdx, StationKind, StationStatus, TicketIdx,
};

use crate::merge::{MergeInput, MergedSource};

/// Codes and names of a division from the widest level down.
pub(super) fn path(
    data: &Dataset,
    hierarchy: HierarchyIdx,
    division: DivisionIdx,
) -> (Vec<&str>, Vec<&str>) {
    let divisions = &data.hierarchy(hierarchy).divisions;
    divisions
        .path(division)
        .into_iter()
        .map(|at| divisions.get(at))
        .map(|division| (division.code, division.name))
        .unzip()
}

/// The station of a data set in the union.
fn station(
    data: &Dataset,
    at: StationIdx,
    builder: &mut DatasetBuilder,
) -> Result<u32, BuildError> {
    let held = data.stations().get(at);
    let mut divisions = Vec::with_capacity(data.hierarchies().len());
    for hierarchy in (0..data.hierarchies().len()).map(HierarchyIdx::new) {
        divisions.push(match data.stations().division(hierarchy, at) {
            Some(division) => {
                let (codes, names) = path(data, hierarchy, division);
                builder.division(hierarchy, &codes, &names)?
            }
            None => None,
        });
    }
    let place = match held.place.map(|place| data.places().get(place)) {
        Some(place) => Some(builder.place(place.code, place.name, &divisions)?),
        None => None,
    };
    // What nobody said is the default; said again it would outweigh what another folder knows.
    let entry = StationEntry {
        label: held.label,
        place,
        divisions: &divisions,
        kind: Some(held.kind).filter(|kind| *kind != StationKind::default()),
        status: Some(held.status).filter(|status| *status != StationStatus::default()),
        sheet_status: Some(held.sheet_status).filter(|status| *status != SheetStatus::default()),
    };
    builder.station(held.id, &entry)
}

/// Adds the stations of all official lists.
pub(super) fn register(
    inputs: &[MergeInput<'_>],
    builder: &mut DatasetBuilder,
) -> Result<(), BuildError> {
    for input in inputs {
        let stations = input.dataset.stations();
        for at in stations.indices() {
            let handle = station(input.dataset, at, builder)?;
            let held = stations.get(at);
            if held.in_register {
                let issued = match held.capacity {
                    scrutineer_model::Capacity::Known(count) => Cell::new(u64::from(count)),
                    _ => None,
                };
                builder.register(handle, held.registered, issued.unwrap_or(Cell::NOT_ON_FORM));
            }
        }
    }
    Ok(())
}

/// Sequence and numbers of one reading, and how often each folder has it.
type Readings = BTreeMap<(String, u32, Vec<Cell>), Vec<u64>>;

/// Adds every source of every folder, each once, in order of the ids.
pub(super) fn sources(
    inputs: &[MergeInput<'_>],
    builder: &mut DatasetBuilder,
) -> Result<Vec<MergedSource>, BuildError> {
    let mut ids: Vec<&Code> = inputs
        .iter()
        .flat_map(|input| input.dataset.sources())
        .map(|held| &held.id)
        .collect();
    ids.sort();
    ids.dedup();
    ids.into_iter()
        .map(|id| source(inputs, id, builder))
        .collect()
}

fn source(
    inputs: &[MergeInput<'_>],
    id: &Code,
    builder: &mut DatasetBuilder,
) -> Result<MergedSource, BuildError> {
    let sets: Vec<Option<(&Dataset, &SheetSet)>> = inputs
        .iter()
        .map(|input| {
            let at = input
                .dataset
                .sources()
                .iter()
                .position(|held| held.id == *id)?;
            Some((input.dataset, input.dataset.sheets().get(at)?))
        })
        .collect();
    let present = || sets.iter().flatten();
    let fields: Vec<Field> = Field::ALL
        .into_iter()
        .filter(|field| present().any(|(_, set)| set.field(*field).is_some()))
        .collect();
    let mut readings = Readings::new();
    for (folder, found) in sets.iter().enumerate() {
        let Some((data, set)) = found else { continue };
        let tickets = data.contest(set.contest()).tickets.len();
        for (row, at) in set.stations().iter().enumerate() {
            let cells = cells(data, set, &fields, tickets, row);
            let key = (data.stations().id(*at).to_owned(), set.sequence(row), cells);
            let counts = readings.entry(key).or_insert_with(|| vec![0; inputs.len()]);
            if let Some(count) = counts.get_mut(folder) {
                *count += 1;
            }
        }
    }
    // A reading that one folder has twice stays twice, so that merging a folder with itself
    // changes nothing and a repeated row is not tidied away.
    let union: u64 = readings
        .values()
        .filter_map(|counts| counts.iter().max())
        .sum();
    let same = readings
        .values()
        .filter(|counts| counts.iter().filter(|n| **n > 0).count() > 1);
    let merged = MergedSource {
        source: id.clone(),
        readings: inputs
            .iter()
            .zip(&sets)
            .map(|(input, found)| {
                (
                    input.name.to_owned(),
                    found.map_or(0, |(_, set)| set.len() as u64),
                )
            })
            .collect(),
        union,
        same: same.count() as u64,
        rivals: Vec::new(),
    };
    let Some((data, set)) = present().next() else {
        return Ok(merged);
    };
    let held = data.source(set.source());
    let index = builder.source(
        Source {
            rows: union,
            rejected: 0,
            ..held.clone()
        },
        fields,
    );
    let file = builder.file(index, "merged")?;
    for ((id, sequence, cells), counts) in readings {
        let handle = builder.station(&id, &StationEntry::default())?;
        for _ in 0..counts.iter().copied().max().unwrap_or(0) {
            let row = SheetRow {
                station: handle,
                cells: &cells,
                sequence,
                picture: 0,
                file,
                row: 1,
            };
            builder.sheet(index, &row)?;
        }
    }
    Ok(merged)
}

fn cells(
    data: &Dataset,
    set: &SheetSet,
    fields: &[Field],
    tickets: usize,
    row: usize,
) -> Vec<Cell> {
    let contest = data.contest(set.contest());
    let ticket = |at: usize| {
        let index = TicketIdx::new(at);
        let option = contest
            .tickets
            .get(at)
            .map(|ticket| set.option(ticket.option));
        set.ticket(index)
            .or(option)
            .and_then(|column| column.get(row))
            .copied()
    };
    fields
        .iter()
        .map(|field| {
            set.field(*field)
                .and_then(|column| column.get(row))
                .copied()
        })
        .chain((0..tickets).map(ticket))
        .map(|cell| cell.unwrap_or(Cell::NOT_ON_FORM))
        .collect()
}

/// Lists the stations whose readings rival each other in the union.
pub(super) fn with_rivals(mut sources: Vec<MergedSource>, union: &Dataset) -> Vec<MergedSource> {
    for (merged, set) in sources.iter_mut().zip(union.sheets()) {
        merged.rivals = set
            .rivals()
            .filter_map(|run| set.stations().get(run.start))
            .map(|&at| union.stations().id(at).to_owned())
            .collect();
    }
    sources
}
