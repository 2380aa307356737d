//! Stations, their divisions, and every number of their sheets.

use scrutineer_model::{
    Capacity, Cell, HierarchyIdx, Station, StationIdx, StationStatus, VoteCount,
};

use super::Emit;
use crate::data::DataError;
use crate::data::context::{Context, Part, first};
use crate::data::readings::{numbers, readings};
use crate::data::value::Value;

pub(super) fn stations(
    context: &Context<'_>,
    part: &Part,
    emit: &mut Emit<'_>,
) -> Result<(), DataError> {
    for &index in &part.stations {
        let station = context.dataset.stations().get(index);
        let (place, place_name) = place(context, &station);
        let (division, division_name) = division(context, index);
        let (capacity_kind, capacity) = match station.capacity {
            Capacity::Known(count) => ("known", Value::from(count)),
            Capacity::Unbounded => ("unbounded", Value::Missing),
            Capacity::NotStated => ("not-stated", Value::Missing),
        };
        emit(&[
            Value::text(station.id),
            Value::text(station.label),
            place,
            place_name,
            division,
            division_name,
            Value::Text(station.kind.word()),
            Value::Text(status(station.status)),
            Value::Text(station.sheet_status.word()),
            Value::yes(station.in_register),
            registered(context, &station),
            Value::Text(capacity_kind),
            capacity,
        ])?;
    }
    Ok(())
}

/// Code and name of the polling place.
pub(in crate::data) fn place<'a>(
    context: &Context<'a>,
    station: &Station<'a>,
) -> (Value<'a>, Value<'a>) {
    station
        .place
        .map_or((Value::Missing, Value::Missing), |at| {
            let place = context.dataset.places().get(at);
            (Value::text(place.code), Value::text(place.name))
        })
}

/// Path and names of the narrowest division of the first hierarchy.
pub(in crate::data) fn division<'c>(
    context: &'c Context<'_>,
    station: StationIdx,
) -> (Value<'c>, Value<'c>) {
    let division = context.dataset.stations().division(first(), station);
    division
        .and_then(|division| context.divisions.get(division.get()))
        .map_or((Value::Missing, Value::Missing), |(path, names)| {
            (Value::text(path), Value::text(names))
        })
}

/// By the official list only: without one a station has no such number.
pub(in crate::data) fn registered<'a>(context: &Context<'_>, station: &Station<'_>) -> Value<'a> {
    let listed = context.dataset.has_register();
    let count = station.registered.count().filter(|_| listed);
    count.map_or(Value::Missing, Value::from)
}

fn status(status: StationStatus) -> &'static str {
    match status {
        StationStatus::Open => "open",
        StationStatus::Annulled => "annulled",
        StationStatus::NotOpened => "not-opened",
        StationStatus::MergedInto => "merged-into",
    }
}

pub(super) fn memberships(
    context: &Context<'_>,
    part: &Part,
    emit: &mut Emit<'_>,
) -> Result<(), DataError> {
    for &station in &part.stations {
        for (at, hierarchy) in context.dataset.hierarchies().iter().enumerate().skip(1) {
            let held = context
                .dataset
                .stations()
                .division(HierarchyIdx::new(at), station);
            if let Some(division) = held {
                emit(&[
                    Value::text(context.dataset.stations().id(station)),
                    Value::text(&hierarchy.id),
                    Value::text(&hierarchy.divisions.path_code(division)),
                ])?;
            }
        }
    }
    Ok(())
}

pub(super) fn sheets(
    context: &Context<'_>,
    part: &Part,
    emit: &mut Emit<'_>,
) -> Result<(), DataError> {
    for set in context.dataset.sheets() {
        let source = context.dataset.source(set.source()).id.as_str();
        let numbers = numbers(context, set);
        for reading in readings(set, &part.stations) {
            let id = context.dataset.stations().id(reading.station);
            let sequence = set.sequence(reading.row);
            let sequence = if sequence == 0 {
                Value::Missing
            } else {
                Value::from(sequence)
            };
            for (number, cell) in numbers.iter().zip(set.content(reading.row)) {
                let (state, value) = state(cell);
                emit(&[
                    Value::Text(source),
                    Value::text(id),
                    Value::count(u64::try_from(reading.number).ok()),
                    Value::Text(reading.standing.word()),
                    sequence,
                    Value::Text(number.kind),
                    Value::Text(number.name),
                    Value::Text(state),
                    value,
                ])?;
            }
        }
    }
    Ok(())
}

fn state(cell: Cell) -> (&'static str, Value<'static>) {
    match cell.view() {
        VoteCount::Read(count) => ("read", Value::from(count)),
        VoteCount::Unread => ("unread", Value::Missing),
        VoteCount::NotOnForm => ("not-on-form", Value::Missing),
    }
}
