// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Tally sheets with a row per station and option: the rows of a station become one reading.

use std::collections::BTreeMap;

use scrutineer_model::{Cell, ImportIssueKind, SheetRow};

use crate::delimited::Record;
use crate::election::Line;
use crate::election::refer::ticket;
use crate::excerpt::Excerpt;
use crate::map::digest::PictureKey;
use crate::map::issues::{Issue, Issues};
use crate::map::open::Sink;
use crate::map::plan::From;
use crate::map::sheets::{Target, line};
use crate::map::station::text;

/// Numbers of one station and sequence as they come in.
#[derive(Debug, Default)]
struct Gathered {
    /// Slot, number.
    rows: Vec<(usize, Cell)>,
    /// Slot, number that stands on every row of the station.
    repeated: Vec<(usize, Cell)>,
    picture: u64,
    file: String,
    handle: u16,
    row: u32,
}

/// The rows of a source in long shape, over all of its files: those of one station may be in
/// several.
///
/// Two numbers for one line of a sheet make two readings; they are combined in order of size, so
/// that the order of the rows changes nothing.
#[derive(Debug, Default)]
pub(crate) struct Gathering(BTreeMap<(u32, u32), Gathered>);

impl Gathering {
    /// Adds the readings to the data set.
    pub(crate) fn finish(self, target: &mut Target<'_>) {
        let width = target.announced.len() + target.contest.tickets.len();
        for ((station, sequence), held) in self.0 {
            let slots = slots(&held, width);
            let readings = slots.iter().map(Vec::len).max().unwrap_or(0).max(1);
            for reading in 0..readings {
                let cells: Vec<Cell> = slots
                    .iter()
                    .map(|values| {
                        let at = reading.min(values.len().saturating_sub(1));
                        values.get(at).copied().unwrap_or(Cell::UNREAD)
                    })
                    .collect();
                let row = SheetRow {
                    station,
                    cells: &cells,
                    sequence,
                    picture: held.picture,
                    file: held.handle,
                    row: held.row,
                };
                target.push(&row, &held.file);
            }
        }
    }
}

/// The numbers of every slot in order of size.
fn slots(held: &Gathered, width: usize) -> Vec<Vec<Cell>> {
    let mut slots: Vec<Vec<Cell>> = vec![Vec::new(); width];
    for &(slot, cell) in &held.rows {
        if let Some(values) = slots.get_mut(slot) {
            values.push(cell);
        }
    }
    for &(slot, cell) in &held.repeated {
        if let Some(values) = slots.get_mut(slot)
            && !values.contains(&cell)
        {
            values.push(cell);
        }
    }
    for values in &mut slots {
        values.sort_unstable();
    }
    slots
}

/// Rows in long shape.
#[derive(Debug)]
pub(crate) struct Long<'a, 'g> {
    pub(crate) target: Target<'a>,
    pub(crate) pictures: PictureKey,
    pub(crate) gathered: &'g mut Gathering,
}

impl Long<'_, '_> {
    /// What a value of the option column stands for.
    fn line(&self, value: &str) -> Option<Line> {
        let line = self.target.spec.values.option.get(value).copied();
        line.or_else(|| ticket(self.target.contest, value).map(Line::Ticket))
    }

    /// Its position in a row of cells; `None` for a line that is left out on purpose.
    fn slot(&self, line: Line) -> Option<usize> {
        let announced = &self.target.announced;
        match line {
            Line::Ignore => None,
            Line::Ticket(ticket) => Some(announced.len() + ticket.get()),
            Line::Field(field) => announced.iter().position(|held| *held == field),
        }
    }
}

impl Sink for Long<'_, '_> {
    fn begin(&mut self, file: &str, header: &[String], issues: &mut Issues) {
        self.target.begin(file, header, issues);
    }

    fn record(&mut self, record: &Record, issues: &mut Issues) {
        let Some(station) = self.target.station(record, issues) else {
            return;
        };
        let (Some(option), Some(number)) = (self.target.plan.option, self.target.plan.number)
        else {
            // The missing column has been reported once, for all rows.
            self.target.counted.rejected += 1;
            return;
        };
        let value = text(record, option).trim();
        let Some(line_of) = self.line(value) else {
            self.target.counted.rejected += 1;
            issues.push(Issue {
                kind: ImportIssueKind::UnknownValue,
                station: Some(station),
                row: Some(record.position().row),
                column: self.target.plan.name(option),
                expected: "an option or field that the map knows".to_owned(),
                found: Excerpt::of(value).to_string(),
                rejects_row: true,
            });
            return;
        };
        let slot = self.slot(line_of);
        let target = &self.target;
        let sequence = target.sequence(record, station, issues);
        let picture = target
            .plan
            .picture
            .map_or(0, |at| self.pictures.digest(text(record, at)));
        let here = (target.file.as_str(), line(record));
        let held = self
            .gathered
            .0
            .entry((station, sequence))
            .or_insert_with(|| Gathered {
                row: u32::MAX,
                ..Gathered::default()
            });
        if held.row == u32::MAX || here < (held.file.as_str(), held.row) {
            held.file.clear();
            held.file.push_str(here.0);
            held.handle = target.handle;
            held.row = here.1;
        }
        held.picture = held.picture.max(picture);
        if let Some(slot) = slot {
            let cell = target
                .counts
                .read(&target.plan, record, number, Some(station), issues);
            held.rows.push((slot, cell));
        }
        for (slot, from) in target
            .plan
            .cells
            .iter()
            .take(target.announced.len())
            .enumerate()
        {
            let cell = match *from {
                From::Column(at) => {
                    target
                        .counts
                        .read(&target.plan, record, at, Some(station), issues)
                }
                From::Same(Cell::UNREAD) => continue,
                From::Same(cell) => cell,
            };
            if !held.repeated.contains(&(slot, cell)) {
                held.repeated.push((slot, cell));
            }
        }
    }

    fn lost(&mut self, records: u64) {
        self.target.counted.rows += records;
        self.target.counted.rejected += records;
    }
}
