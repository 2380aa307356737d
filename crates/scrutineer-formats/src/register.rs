// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The official list of stations.

use scrutineer_model::{BuildError, Cell, DatasetBuilder, Field, ImportIssueKind};

use crate::delimited::Record;
use crate::election::TableSpec;
use crate::map::issues::{Issue, Issues};
use crate::map::open::Sink;
use crate::map::plan::{From, Plan};
use crate::map::sheets::{CountReader, Counted};
use crate::map::station::{Rejected, StationReader};

/// Rows of the register.
#[derive(Debug)]
pub(crate) struct RegisterSink<'a> {
    builder: &'a mut DatasetBuilder,
    spec: &'a TableSpec,
    announced: [Field; 2],
    stations: StationReader,
    counts: CountReader,
    plan: Plan,
    /// What the list says about each station; of two rows that differ neither holds.
    /// `None` for stations that it has not named.
    held: Vec<Option<[Cell; 2]>>,
    pub(crate) counted: Counted,
    pub(crate) failed: Option<BuildError>,
}

impl<'a> RegisterSink<'a> {
    pub(crate) fn new(
        builder: &'a mut DatasetBuilder,
        spec: &'a TableSpec,
        hierarchies: usize,
    ) -> Self {
        Self {
            builder,
            spec,
            announced: [Field::Registered, Field::Issued],
            stations: StationReader::new(hierarchies),
            counts: CountReader::new(&spec.read),
            plan: Plan::default(),
            held: Vec::new(),
            counted: Counted::default(),
            failed: None,
        }
    }

    fn numbers(&self, record: &Record, station: u32, issues: &mut Issues) -> [Cell; 2] {
        let has = |field: Field| {
            let columns = &self.spec.columns;
            columns.fields.iter().any(|(held, _)| *held == field)
                || columns
                    .constant
                    .fields
                    .iter()
                    .any(|(held, _)| *held == field)
        };
        let mut numbers = [Cell::NOT_ON_FORM; 2];
        for ((number, from), field) in numbers.iter_mut().zip(&self.plan.cells).zip(self.announced)
        {
            if has(field) {
                *number = match *from {
                    From::Column(at) => {
                        self.counts
                            .read(&self.plan, record, at, Some(station), issues)
                    }
                    From::Same(cell) => cell,
                };
            }
        }
        numbers
    }
}

impl RegisterSink<'_> {
    fn earlier(&self, station: u32) -> Option<[Cell; 2]> {
        self.held.get(station as usize).copied().flatten()
    }

    fn hold(&mut self, station: u32, stated: [Cell; 2]) {
        let at = station as usize;
        if self.held.len() <= at {
            self.held.resize(at + 1, None);
        }
        if let Some(slot) = self.held.get_mut(at) {
            *slot = Some(stated);
        }
    }
}

impl Sink for RegisterSink<'_> {
    fn begin(&mut self, _file: &str, header: &[String], issues: &mut Issues) {
        self.plan = Plan::new(self.spec, &self.announced, None, header, issues);
        self.stations.reset();
    }

    fn record(&mut self, record: &Record, issues: &mut Issues) {
        if self.failed.is_some() {
            return;
        }
        let found = match StationReader::admit(&self.plan, record, issues) {
            Ok(()) => self
                .stations
                .read(self.spec, &self.plan, record, self.builder, issues),
            Err(rejected) => Ok(Err(rejected)),
        };
        let station = match found {
            Ok(Ok(station)) => station,
            Ok(Err(Rejected::Filtered)) => {
                self.counted.filtered += 1;
                return;
            }
            Ok(Err(Rejected::Reported)) => {
                self.counted.rows += 1;
                self.counted.rejected += 1;
                return;
            }
            Err(error) => {
                self.failed = Some(error);
                return;
            }
        };
        self.counted.rows += 1;
        let numbers = self.numbers(record, station, issues);
        let mut stated = numbers;
        if self.earlier(station).is_some_and(|held| held != numbers) {
            issues.push(Issue {
                kind: ImportIssueKind::UnknownValue,
                station: Some(station),
                row: Some(record.position().row),
                column: None,
                expected: "one statement of the register about a station".to_owned(),
                found: "two that differ; neither is used".to_owned(),
                rejects_row: false,
            });
            stated = [Cell::UNREAD; 2];
        }
        self.hold(station, stated);
        let [registered, issued] = stated;
        self.builder.register(station, registered, issued);
    }

    fn lost(&mut self, records: u64) {
        self.counted.rows += records;
        self.counted.rejected += records;
    }
}
