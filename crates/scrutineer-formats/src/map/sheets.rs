// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Rows of tally sheets to readings of the data set: one row, one reading.

use scrutineer_model::{
    BuildError, Cell, Contest, DatasetBuilder, Field, ImportIssueKind, SheetRow, SourceIdx,
};

use crate::delimited::{self, Record};
use crate::election::{ReadSpec, TableSpec};
use crate::excerpt::Excerpt;
use crate::map::digest::PictureKey;
use crate::map::identity::IdentityCheck;
use crate::map::issues::{Issue, Issues};
use crate::map::open::Sink;
use crate::map::plan::{From, Plan};
use crate::map::station::{Rejected, StationReader, text};
use crate::number::{Grouping, NumberFormat, Reading};

/// Rows of one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counted {
    /// Rows read, without those that the filters leave out.
    pub(crate) rows: u64,
    /// Rows that could not be used.
    pub(crate) rejected: u64,
    /// Rows that the filters left out.
    pub(crate) filtered: u64,
}

/// Reads cells as counts, and says what is wrong with those that are none.
#[derive(Debug)]
pub(crate) struct CountReader {
    format: NumberFormat,
    not_on_form: Vec<String>,
}

impl CountReader {
    pub(crate) fn new(read: &ReadSpec) -> Self {
        let grouping = read
            .thousands
            .and_then(|sign| Grouping::parse(sign.encode_utf8(&mut [0; 4])));
        Self {
            format: NumberFormat::new(grouping, read.missing.iter().cloned()),
            not_on_form: read
                .not_on_form
                .iter()
                .map(|word| word.trim().to_lowercase())
                .collect(),
        }
    }

    /// The cell of a count.
    #[inline]
    pub(crate) fn read(
        &self,
        plan: &Plan,
        record: &Record,
        at: usize,
        station: Option<u32>,
        issues: &mut Issues,
    ) -> Cell {
        // Digits are text in every encoding of a record, so that its text need not be asked for.
        let digits = record
            .bytes(at)
            .and_then(|bytes| self.format.read_digits(bytes));
        if let Some(count) = digits {
            return Cell::new(u64::from(count)).unwrap_or(Cell::UNREAD);
        }
        self.read_text(plan, record, at, station, issues)
    }

    fn read_text(
        &self,
        plan: &Plan,
        record: &Record,
        at: usize,
        station: Option<u32>,
        issues: &mut Issues,
    ) -> Cell {
        let delimited::Cell::Text(text) = record.cell(at) else {
            return Cell::UNREAD;
        };
        match self.format.read(text) {
            Reading::Count(count) => Cell::new(u64::from(count)).unwrap_or(Cell::UNREAD),
            Reading::Empty | Reading::Missing => Cell::UNREAD,
            wrong => self.wrong(wrong, text, plan, record, at, station, issues),
        }
    }

    #[cold]
    fn wrong(
        &self,
        reading: Reading,
        text: &str,
        plan: &Plan,
        record: &Record,
        at: usize,
        station: Option<u32>,
        issues: &mut Issues,
    ) -> Cell {
        if self.not_on_form.contains(&text.trim().to_lowercase()) {
            return Cell::NOT_ON_FORM;
        }
        let kind = match reading {
            Reading::NotAnInteger => ImportIssueKind::NotAnInteger,
            Reading::Negative => ImportIssueKind::Negative,
            Reading::TooLarge => ImportIssueKind::TooLarge,
            _ => ImportIssueKind::NotANumber,
        };
        issues.push(Issue {
            kind,
            station,
            row: Some(record.position().row).filter(|row| *row > 0),
            column: plan.name(at),
            expected: "a whole number".to_owned(),
            found: Excerpt::of(text).to_string(),
            rejects_row: false,
        });
        Cell::UNREAD
    }
}

/// What the sinks of both shapes share.
#[derive(Debug)]
pub(crate) struct Target<'a> {
    pub(crate) builder: &'a mut DatasetBuilder,
    pub(crate) source: SourceIdx,
    pub(crate) contest: &'a Contest,
    pub(crate) spec: &'a TableSpec,
    pub(crate) announced: Vec<Field>,
    pub(crate) checks: &'a mut [IdentityCheck],
    pub(crate) stations: StationReader,
    pub(crate) counts: CountReader,
    pub(crate) plan: Plan,
    pub(crate) file: String,
    pub(crate) handle: u16,
    pub(crate) counted: Counted,
    /// The data set is beyond its limits; nothing more is read.
    pub(crate) failed: Option<BuildError>,
}

impl<'a> Target<'a> {
    pub(crate) fn new(
        builder: &'a mut DatasetBuilder,
        source: SourceIdx,
        contest: &'a Contest,
        spec: &'a TableSpec,
        checks: &'a mut [IdentityCheck],
    ) -> Self {
        Self {
            stations: StationReader::new(builder.hierarchies()),
            builder,
            source,
            contest,
            spec,
            announced: spec.columns.announced(&spec.values),
            checks,
            counts: CountReader::new(&spec.read),
            plan: Plan::default(),
            file: String::new(),
            handle: 0,
            counted: Counted::default(),
            failed: None,
        }
    }

    pub(crate) fn begin(&mut self, file: &str, header: &[String], issues: &mut Issues) {
        // Documents of one archive share their columns.
        if self.plan.header != header || self.plan.header.is_empty() {
            let contest = Some(self.contest);
            self.plan = Plan::new(self.spec, &self.announced, contest, header, issues);
            self.stations.reset();
        }
        file.clone_into(&mut self.file);
        match self.builder.file(self.source, file) {
            Ok(handle) => self.handle = handle,
            Err(error) => self.failed = Some(error),
        }
    }

    /// The station of a row that is to be used; counts the row.
    pub(crate) fn station(&mut self, record: &Record, issues: &mut Issues) -> Option<u32> {
        if self.failed.is_some() {
            return None;
        }
        let admitted = StationReader::admit(&self.plan, record, issues);
        let found = match admitted {
            Ok(()) => {
                let found = self
                    .stations
                    .read(self.spec, &self.plan, record, self.builder, issues);
                found.unwrap_or_else(|error| {
                    self.failed = Some(error);
                    Err(Rejected::Reported)
                })
            }
            Err(rejected) => Err(rejected),
        };
        match found {
            Ok(station) => {
                self.counted.rows += 1;
                Some(station)
            }
            Err(Rejected::Filtered) => {
                self.counted.filtered += 1;
                None
            }
            Err(Rejected::Reported) => {
                self.counted.rows += 1;
                self.counted.rejected += 1;
                None
            }
        }
    }

    /// The explicit sequence number of a row; 0 where there is none.
    pub(crate) fn sequence(&self, record: &Record, station: u32, issues: &mut Issues) -> u32 {
        match self.plan.sequence {
            Some(at) => {
                let cell = self
                    .counts
                    .read(&self.plan, record, at, Some(station), issues);
                cell.count().unwrap_or(0)
            }
            None => self.spec.columns.constant.sequence.unwrap_or(0),
        }
    }

    /// Adds a reading and looks at its sums.
    pub(crate) fn push(&mut self, row: &SheetRow<'_>, file: &str) {
        for check in &mut *self.checks {
            check.look(row.cells, file, u64::from(row.row));
        }
        if let Err(error) = self.builder.sheet(self.source, row) {
            self.failed = Some(error);
        }
    }
}

/// The line of a record, 1 where there are no lines.
pub(crate) fn line(record: &Record) -> u32 {
    u32::try_from(record.position().row)
        .unwrap_or(u32::MAX)
        .max(1)
}

/// Rows in wide shape.
#[derive(Debug)]
pub(crate) struct Wide<'a> {
    pub(crate) target: Target<'a>,
    pub(crate) pictures: PictureKey,
    pub(crate) cells: Vec<Cell>,
}

impl Sink for Wide<'_> {
    fn begin(&mut self, file: &str, header: &[String], issues: &mut Issues) {
        self.target.begin(file, header, issues);
    }

    fn record(&mut self, record: &Record, issues: &mut Issues) {
        let Some(station) = self.target.station(record, issues) else {
            return;
        };
        let target = &self.target;
        self.cells.clear();
        for from in &target.plan.cells {
            self.cells.push(match *from {
                From::Column(at) => {
                    target
                        .counts
                        .read(&target.plan, record, at, Some(station), issues)
                }
                From::Same(cell) => cell,
            });
        }
        let row = SheetRow {
            station,
            cells: &self.cells,
            sequence: target.sequence(record, station, issues),
            picture: target
                .plan
                .picture
                .map_or(0, |at| self.pictures.digest(text(record, at))),
            file: target.handle,
            row: line(record),
        };
        let file = std::mem::take(&mut self.target.file);
        self.target.push(&row, &file);
        self.target.file = file;
    }

    fn lost(&mut self, records: u64) {
        self.target.counted.rows += records;
        self.target.counted.rejected += records;
    }
}
