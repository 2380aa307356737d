// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The second pass: values, as `calamine` reads them, to texts.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, ExcelDateTime, Ods, Reader, Xlsx};

use super::grid::Grid;
use crate::excerpt::Excerpt;
use crate::position::Position;
use crate::problem::{Problem, ProblemKind, Problems};

/// The texts of a sheet; none when it cannot be read, which is then reported.
pub(super) fn read(
    bytes: &[u8],
    is_ods: bool,
    sheet: &str,
    problems: &mut Problems,
) -> Option<Grid> {
    // The first pass refuses the addresses and numbers on which `calamine` is known to
    // panic. Should there be more, they end the workbook and not the program; nothing
    // that the closure changed is looked at afterwards.
    let mut found = Problems::new();
    let outcome = catch_unwind(AssertUnwindSafe(|| {
        if is_ods {
            read_ods(bytes, sheet, &mut found)
        } else {
            read_xlsx(bytes, sheet, &mut found)
        }
    }));
    let failure = match outcome {
        Ok(Ok(grid)) => {
            for problem in found.iter() {
                problems.push(problem.clone());
            }
            return Some(grid);
        }
        Ok(Err(failure)) => failure,
        Err(_) => "a workbook that its reader cannot make sense of",
    };
    let expected = "a readable sheet";
    let found = Excerpt::measured(failure);
    problems.push(Problem::new(
        ProblemKind::Damaged,
        Position::START,
        expected,
        found,
    ));
    None
}

const UNREADABLE: &str = "a workbook that cannot be read";
const TOO_MUCH: &str = "more text than a sheet can hold";

fn read_xlsx(bytes: &[u8], sheet: &str, problems: &mut Problems) -> Result<Grid, &'static str> {
    // Messages of `calamine` can repeat content, so none is passed on.
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| UNREADABLE)?;
    let mut cells = book.worksheet_cells_reader(sheet).map_err(|_| UNREADABLE)?;
    let mut grid = Grid::default();
    while let Some(cell) = cells.next_cell().map_err(|_| UNREADABLE)? {
        let (row, column) = cell.get_position();
        let text = match cell.get_value() {
            DataRef::Empty => continue,
            DataRef::Int(value) => Some(value.to_string()),
            DataRef::Float(value) => Some(value.to_string()),
            DataRef::SharedString(text) => Some((*text).to_owned()),
            DataRef::Bool(value) => Some(value.to_string()),
            DataRef::DateTime(value) => Some(date_text(*value)),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                Some(text.clone())
            }
            DataRef::Error(_) => None,
        };
        push(&mut grid, row, column, text, problems)?;
    }
    Ok(grid)
}

fn read_ods(bytes: &[u8], sheet: &str, problems: &mut Problems) -> Result<Grid, &'static str> {
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|_| UNREADABLE)?;
    let range = book.worksheet_range(sheet).map_err(|_| UNREADABLE)?;
    let mut grid = Grid::default();
    let Some((first_row, first_column)) = range.start() else {
        return Ok(grid);
    };
    for (row, column, value) in range.used_cells() {
        let text = match value {
            Data::Empty => continue,
            Data::Int(value) => Some(value.to_string()),
            Data::Float(value) => Some(value.to_string()),
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => {
                Some(text.clone())
            }
            Data::Bool(value) => Some(value.to_string()),
            Data::DateTime(value) => Some(date_text(*value)),
            Data::Error(_) => None,
        };
        let row = u32::try_from(row)
            .map_err(|_| TOO_MUCH)?
            .saturating_add(first_row);
        let column = u32::try_from(column)
            .map_err(|_| TOO_MUCH)?
            .saturating_add(first_column);
        push(&mut grid, row, column, text, problems)?;
    }
    Ok(grid)
}

/// Adds a cell, its position from 0. Text that is nothing but empty is no cell.
fn push(
    grid: &mut Grid,
    row: u32,
    column: u32,
    text: Option<String>,
    problems: &mut Problems,
) -> Result<(), &'static str> {
    let row = row.saturating_add(1);
    let broken = text.as_deref().is_none_or(|text| text.contains('\0'));
    if broken {
        let position = Position::cell(u64::from(row), column.saturating_add(1));
        let found = Excerpt::measured("an error of the spreadsheet");
        problems.push(Problem::new(
            ProblemKind::ErrorCell,
            position,
            "a value",
            found,
        ));
    }
    match text.filter(|_| !broken) {
        Some(text) if text.is_empty() => Ok(()),
        text => grid
            .push(row, column, text.as_deref())
            .then_some(())
            .ok_or(TOO_MUCH),
    }
}

/// ISO 8601, without the part that is zero by convention. A duration is in days, as stored.
fn date_text(value: ExcelDateTime) -> String {
    if value.is_duration() {
        return value.as_f64().to_string();
    }
    let (year, month, day, hour, minute, second, milli) = value.to_ymd_hms_milli();
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (hour, minute, second, milli) {
        (0, 0, 0, 0) => date,
        (_, _, _, 0) => format!("{date}T{hour:02}:{minute:02}:{second:02}"),
        _ => format!("{date}T{hour:02}:{minute:02}:{second:02}.{milli:03}"),
    }
}
