//! Sheets for spreadsheets: one row per reading, one column per number, names beside codes.

use scrutineer_model::{ContestIdx, SheetSet, VoteCount};

use super::DataError;
use super::context::{Context, Part};
use super::csv::{Csv, Dialect};
use super::package::Recorder;
use super::readings::{Reading, numbers, readings};
use super::rows::{division, place, registered};
use super::value::Value;

const FIXED: [&str; 10] = [
    "station",
    "place",
    "place_name",
    "division",
    "division_name",
    "registered_by_list",
    "source",
    "reading",
    "standing",
    "sheet_status",
];

/// Bytes that are given away at once.
const BLOCK: usize = 1 << 16;

/// Takes the bytes of a file, block after block.
pub(super) type Give<'g> = dyn FnMut(&[u8]) -> Result<(), DataError> + 'g;

/// Every file of a part.
pub(super) fn write(
    context: &Context<'_>,
    part: &Part,
    out: &mut Recorder<'_, '_>,
) -> Result<(), DataError> {
    for contest in contests(context) {
        let mut bytes = Vec::new();
        sheet(context, part, contest, &mut |block| {
            bytes.extend_from_slice(block);
            Ok(())
        })?;
        out.file(&path(context, part, contest), bytes, None)?;
    }
    Ok(())
}

/// The contests, which have a file each.
pub(super) fn contests(context: &Context<'_>) -> impl Iterator<Item = ContestIdx> + use<> {
    (0..context.dataset.contests().len()).map(ContestIdx::new)
}

/// `spreadsheet/sheets/CONTEST/PART.csv`.
pub(super) fn path(context: &Context<'_>, part: &Part, contest: ContestIdx) -> String {
    let contest = context.dataset.contest(contest);
    format!("spreadsheet/sheets/{}/{}.csv", contest.id, part.name)
}

/// The file of a contest: a station without a sheet has a row without numbers.
pub(super) fn sheet(
    context: &Context<'_>,
    part: &Part,
    contest: ContestIdx,
    give: &mut Give<'_>,
) -> Result<(), DataError> {
    let sets: Vec<&SheetSet> = context.dataset.sheets_of(contest).collect();
    let mut names: Vec<(&str, String)> = Vec::new();
    let mut of_set: Vec<Vec<usize>> = Vec::new();
    for set in &sets {
        let mut positions = Vec::new();
        for number in numbers(context, set) {
            let name = match number.kind {
                "field" => number.name.to_owned(),
                kind => format!("{kind} {}", number.name),
            };
            let known = names.iter().position(|(_, held)| *held == name);
            let position = known.unwrap_or(names.len());
            if known.is_none() {
                names.push((number.kind, name));
            }
            positions.push(position);
        }
        of_set.push(positions);
    }
    let header = FIXED
        .into_iter()
        .chain(names.iter().map(|(_, name)| name.as_str()));
    let mut csv = Csv::new(Dialect::Spreadsheet, header);
    let mut has_sheet = vec![false; part.stations.len()];
    for (set, positions) in sets.iter().zip(&of_set) {
        for reading in readings(set, &part.stations) {
            if let Some(held) = has_sheet.get_mut(reading.at) {
                *held = true;
            }
            row(context, &mut csv, &reading, positions, names.len());
            if csv.len() >= BLOCK {
                give(&csv.take())?;
            }
        }
    }
    for (&station, _) in part
        .stations
        .iter()
        .zip(&has_sheet)
        .filter(|(_, held)| !**held)
    {
        let mut values = fixed(context, station).to_vec();
        values.resize(FIXED.len() + names.len(), Value::Missing);
        csv.free_row(&values);
        if csv.len() >= BLOCK {
            give(&csv.take())?;
        }
    }
    give(&csv.take())
}

fn fixed<'c>(
    context: &'c Context<'_>,
    station: scrutineer_model::StationIdx,
) -> [Value<'c>; FIXED.len()] {
    let held = context.dataset.stations().get(station);
    let (place, place_name) = place(context, &held);
    let (division, division_name) = division(context, station);
    [
        Value::text(held.id),
        place,
        place_name,
        division,
        division_name,
        registered(context, &held),
        Value::Missing,
        Value::Missing,
        Value::Missing,
        Value::Text(held.sheet_status.word()),
    ]
}

fn row(
    context: &Context<'_>,
    csv: &mut Csv,
    reading: &Reading<'_>,
    positions: &[usize],
    width: usize,
) {
    let source = context.dataset.source(reading.set.source());
    let mut values = fixed(context, reading.station).to_vec();
    values[6] = Value::text(source.id.as_str());
    values[7] = Value::count(u64::try_from(reading.number).ok());
    values[8] = Value::Text(reading.standing.word());
    values.resize(FIXED.len() + width, Value::Missing);
    for (&position, cell) in positions.iter().zip(reading.set.content(reading.row)) {
        values[FIXED.len() + position] = match cell.view() {
            VoteCount::Read(count) => Value::from(count),
            VoteCount::Unread => Value::Text("unread"),
            VoteCount::NotOnForm => Value::Missing,
        };
    }
    csv.free_row(&values);
}
