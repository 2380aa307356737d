// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One sheet of a workbook (XLSX or ODS) as records.
//!
//! What a person does not see in a spreadsheet program is reported: hidden rows,
//! columns and sheets, formulas, merged cells. All of it is read all the same, since
//! leaving it out would be a decision about the data; only error cells give nothing.
//!
//! A workbook is looked through twice. The first pass decompresses it under the bounds
//! of `archive` and refuses sizes and addresses that are out of bounds; only then does
//! `calamine`, which trusts them, read the values.

mod address;
mod grid;
mod ods;
#[cfg(test)]
mod tests;
mod value;
mod xlsx;

use std::io::Cursor;

use crate::archive::{ArchiveLimits, read_zip};
use crate::delimited::{Cell, Footer, Layout, MAX_FOOTER_RECORDS, Preamble, Record, check_names};
use crate::excerpt::Excerpt;
use crate::position::Position;
use crate::problem::{Problem, ProblemKind, Problems};
use grid::Grid;

/// The most rows of a sheet, as in the spreadsheet programs.
pub const MAX_ROWS: u32 = 1_048_576;
/// The most columns of a sheet that are used; the same bound as for delimited text.
pub const MAX_COLUMNS: u32 = 4_096;
/// The most cells of a sheet, empty ones before the last used one of a row included:
/// a million stations with twenty columns.
pub const MAX_CELLS: u64 = 20_971_520;
/// The most bytes that all parts of a workbook may give: 1 GiB.
pub const MAX_WORKBOOK_BYTES: u64 = 1024 * 1024 * 1024;

/// What the first pass knows of one sheet.
#[derive(Debug, Default)]
struct SheetFacts {
    /// Notes and problems, positioned by row and column.
    problems: Problems,
    /// True when the values must not be read.
    refused: bool,
}

impl SheetFacts {
    fn note(&mut self, kind: ProblemKind, row: u32, column: u32, found: Excerpt) {
        let position = Position::cell(u64::from(row), column);
        self.problems.push(Problem::new(kind, position, "", found));
    }

    fn refuse(&mut self, kind: ProblemKind, row: u32, expected: String, found: Excerpt) {
        let position = Position::cell(u64::from(row), 0);
        self.problems
            .push(Problem::new(kind, position, expected, found));
        self.refused = true;
    }

    /// Refuses a sheet whose content reaches beyond the bounds.
    fn check_extent(&mut self, rows: u64, columns: u64, cells: u64) {
        if rows > u64::from(MAX_ROWS) || columns > u64::from(MAX_COLUMNS) || cells > MAX_CELLS {
            let expected =
                format!("at most {MAX_ROWS} rows, {MAX_COLUMNS} columns and {MAX_CELLS} cells");
            self.refuse(
                ProblemKind::SheetTooLarge,
                0,
                expected,
                Excerpt::measured("more"),
            );
        }
    }
}

/// The records of one sheet.
#[derive(Debug)]
pub struct SheetReader {
    grid: Grid,
    header: Vec<String>,
    next: usize,
    end: usize,
    record: u64,
    mark: Option<String>,
    footer: u64,
    sheet: String,
}

impl SheetReader {
    /// Reads a workbook. `sheet` chooses by name; without it the first sheet is taken.
    /// Of the layout the delimiter is ignored. When nothing can be read the reader has
    /// no records, and `problems` says why.
    pub fn open(
        bytes: &[u8],
        sheet: Option<&str>,
        layout: &Layout,
        problems: &mut Problems,
    ) -> Self {
        let (sheet, grid) = load(bytes, sheet, problems).unwrap_or_default();
        let mut reader = Self {
            end: grid.rows(),
            grid,
            header: Vec::new(),
            next: 0,
            record: 0,
            mark: None,
            footer: 0,
            sheet,
        };
        match &layout.footer {
            Footer::None => {}
            Footer::Records(count) => {
                let skipped = (*count).min(MAX_FOOTER_RECORDS).min(reader.end);
                reader.end -= skipped;
                reader.footer = skipped as u64;
            }
            Footer::Marked(mark) => reader.mark = Some(mark.clone()),
        }
        match &layout.preamble {
            Preamble::None => {}
            Preamble::Lines(lines) => {
                let after = |at: &usize| reader.grid.row(*at) > *lines;
                reader.next = (0..reader.end).find(after).unwrap_or(reader.end);
            }
            Preamble::UntilHeader(names) => reader.seek_header(names, problems),
        }
        if layout.has_header && reader.next < reader.end {
            reader.read_header(problems);
        }
        reader
    }

    /// The name of the sheet that was read; empty when there was none.
    pub fn sheet(&self) -> &str {
        &self.sheet
    }

    /// The names of the columns, trimmed; empty when the layout has no header.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// Records skipped because the layout calls them a footer, so far.
    pub fn footer(&self) -> u64 {
        self.footer
    }

    /// Reads the next row that is not empty into `record`; false when there is none.
    /// Cells that the sheet leaves out at the end of a row are empty. A row is ragged
    /// only where a cell beyond the header's last one holds something.
    pub fn read_record(&mut self, record: &mut Record, problems: &mut Problems) -> bool {
        while self.next < self.end {
            let at = self.next;
            self.next += 1;
            self.record += 1;
            let row = self.grid.row(at);
            let position = Position {
                record: self.record,
                ..Position::cell(u64::from(row), 0)
            };
            self.grid.fill(at, self.header.len(), position, record);
            let is_mark = self.mark.as_deref().is_some_and(|mark| {
                let mut texts = record.cells().filter_map(Cell::text).map(str::trim);
                texts.find(|text| !text.is_empty()) == Some(mark)
            });
            if is_mark {
                self.footer += 1;
                continue;
            }
            let ragged = !self.header.is_empty() && record.len() > self.header.len();
            record.set_ragged(ragged);
            if ragged {
                problems.push(
                    Problem::new(
                        ProblemKind::RaggedRow,
                        position,
                        format!("{} fields", self.header.len()),
                        Excerpt::measured(format!("{} fields", record.len())),
                    )
                    .in_member(&self.sheet),
                );
            }
            return true;
        }
        false
    }

    fn read_header(&mut self, problems: &mut Problems) {
        let mut record = Record::new();
        let position = Position::cell(u64::from(self.grid.row(self.next)), 0);
        self.grid.fill(self.next, 0, position, &mut record);
        self.next += 1;
        self.header = record
            .cells()
            .map(|cell| cell.text().unwrap_or_default().trim().to_owned())
            .collect();
        let mut found = Problems::new();
        check_names(&self.header, position, &mut found);
        problems.absorb(&self.sheet, found);
    }

    fn seek_header(&mut self, names: &[String], problems: &mut Problems) {
        let mut record = Record::new();
        let most = crate::delimited::MAX_PREAMBLE_LINES as usize;
        let found = (0..self.end.min(most)).find(|at| {
            self.grid.fill(*at, 0, Position::START, &mut record);
            names.iter().all(|name| {
                record
                    .cells()
                    .any(|cell| cell.text().is_some_and(|t| t.trim() == name.trim()))
            })
        });
        self.next = found.unwrap_or(self.end);
        if found.is_none() {
            let expected = format!(
                "a row with {} in the first {most} rows",
                Excerpt::of(&names.join(", "))
            );
            let kind = ProblemKind::HeaderNotFound;
            let problem = Problem::new(kind, Position::START, expected, Excerpt::none());
            problems.push(problem.in_member(&self.sheet));
        }
    }
}

/// The parts of a workbook that the first pass collects.
#[derive(Debug, Default)]
struct Parts {
    xlsx: xlsx::Parts,
    ods: Option<ods::Content>,
}

fn load(bytes: &[u8], sheet: Option<&str>, problems: &mut Problems) -> Option<(String, Grid)> {
    let mut parts = Parts::default();
    let mut found = Problems::new();
    let limits = ArchiveLimits::default().with_total_bytes(MAX_WORKBOOK_BYTES);
    let source = Cursor::new(bytes);
    read_zip(
        source,
        limits,
        &mut found,
        |_| true,
        |name, source, problems| {
            if name == "content.xml" {
                parts.ods = ods::scan(source, problems);
            } else {
                parts.xlsx.scan(name, source, problems);
            }
        },
    );
    let sound = found.total() == 0;
    for problem in found.iter().filter(|problem| !problem.kind.is_note()) {
        problems.push(problem.clone());
    }
    if !sound {
        return None;
    }
    let is_ods = parts.ods.is_some();
    let Some((name, mut facts)) = choose(parts, sheet) else {
        let expected = sheet.map_or_else(
            || "a workbook with a sheet".to_owned(),
            |name| format!("a sheet called {}", Excerpt::of(name)),
        );
        let kind = ProblemKind::SheetNotFound;
        problems.push(Problem::new(
            kind,
            Position::START,
            expected,
            Excerpt::none(),
        ));
        return None;
    };
    let refused = facts.refused;
    let grid = if refused {
        None
    } else {
        value::read(bytes, is_ods, &name, &mut facts.problems)
    };
    problems.absorb(&name, facts.problems);
    grid.map(|grid| (name, grid))
}

fn choose(parts: Parts, sheet: Option<&str>) -> Option<(String, SheetFacts)> {
    let sheets = match parts.ods {
        Some(content) => content.into_sheets(),
        None => parts.xlsx.into_sheets(),
    };
    sheets
        .into_iter()
        .find(|(name, _)| sheet.is_none_or(|wanted| wanted == name))
}
