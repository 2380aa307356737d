// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Declared results by division.

use scrutineer_model::{
    BuildError, Cell, DatasetBuilder, DeclaredPart, DivisionIdx, HierarchyIdx, ImportIssueKind,
};

use crate::delimited::Record;
use crate::election::PartsSpec;
use crate::election::walk::nearest;
use crate::map::issues::{Issue, Issues};
use crate::map::open::Sink;
use crate::map::plan::Plan;
use crate::map::sheets::{CountReader, Counted};
use crate::map::station::text;

/// Rows of one file of declared parts.
#[derive(Debug)]
pub(crate) struct PartsSink<'a> {
    builder: &'a mut DatasetBuilder,
    spec: &'a PartsSpec,
    options: usize,
    counts: CountReader,
    plan: Plan,
    columns: Columns,
    pub(crate) parts: Vec<DeclaredPart>,
    pub(crate) counted: Counted,
    pub(crate) failed: Option<BuildError>,
}

#[derive(Debug, Default)]
struct Columns {
    codes: Vec<usize>,
    names: Vec<usize>,
    votes: Vec<(usize, usize)>,
    numbers: [Option<usize>; 4],
}

impl<'a> PartsSink<'a> {
    /// `options` is the number of options and groups of the declaration.
    pub(crate) fn new(
        builder: &'a mut DatasetBuilder,
        spec: &'a PartsSpec,
        options: usize,
    ) -> Self {
        Self {
            builder,
            spec,
            options,
            counts: CountReader::new(&spec.read),
            plan: Plan::default(),
            columns: Columns::default(),
            parts: Vec::new(),
            counted: Counted::default(),
            failed: None,
        }
    }

    fn reject(&mut self, record: &Record, issues: &mut Issues, expected: &str, found: &str) {
        self.counted.rejected += 1;
        issues.push(Issue {
            kind: ImportIssueKind::MissingKey,
            station: None,
            row: Some(record.position().row),
            column: self
                .columns
                .codes
                .first()
                .and_then(|&at| self.plan.name(at)),
            expected: expected.to_owned(),
            found: found.to_owned(),
            rejects_row: true,
        });
    }
}

/// Every column of the parts, for the choice of encoding and delimiter.
pub(crate) fn named(spec: &PartsSpec) -> Vec<&str> {
    let numbers = [&spec.valid, &spec.invalid, &spec.voters, &spec.registered];
    spec.codes
        .iter()
        .chain(&spec.names)
        .chain(spec.votes.iter().map(|(_, column)| column))
        .chain(numbers.into_iter().flatten())
        .map(String::as_str)
        .collect()
}

impl Sink for PartsSink<'_> {
    fn begin(&mut self, _file: &str, header: &[String], issues: &mut Issues) {
        let mut find = |name: &String| {
            let found = header.iter().position(|held| held == name);
            if found.is_none() {
                let near = nearest(name, header.iter().map(String::as_str));
                let near = near.map(|near| format!("; the nearest is {near}"));
                issues.push(Issue {
                    kind: ImportIssueKind::MissingColumn,
                    station: None,
                    row: None,
                    column: Some(name),
                    expected: format!("a column {name}"),
                    found: format!("none{}", near.unwrap_or_default()),
                    rejects_row: false,
                });
            }
            found
        };
        let spec = self.spec;
        let codes: Option<Vec<usize>> = spec.codes.iter().map(&mut find).collect();
        let names: Option<Vec<usize>> = spec.names.iter().map(&mut find).collect();
        let votes = spec
            .votes
            .iter()
            .filter_map(|(option, name)| Some((*option, find(name)?)))
            .collect();
        let numbers = [&spec.valid, &spec.invalid, &spec.voters, &spec.registered]
            .map(|name| name.as_ref().and_then(&mut find));
        self.columns = Columns {
            codes: codes.unwrap_or_default(),
            names: names.unwrap_or_default(),
            votes,
            numbers,
        };
        self.plan = Plan {
            header: header.to_vec(),
            ..Plan::default()
        };
    }

    fn record(&mut self, record: &Record, issues: &mut Issues) {
        self.counted.rows += 1;
        if self.columns.codes.is_empty() {
            // The missing column has been reported once, for all rows.
            self.counted.rejected += 1;
            return;
        }
        if record.is_ragged() {
            let expected = format!("{} fields", self.plan.header.len());
            let found = format!("{} fields", record.len());
            self.reject(record, issues, &expected, &found);
            return;
        }
        let codes: Vec<&str> = self
            .columns
            .codes
            .iter()
            .map(|&at| text(record, at).trim())
            .collect();
        let names: Vec<&str> = self
            .columns
            .names
            .iter()
            .map(|&at| text(record, at).trim())
            .collect();
        let division = match self.builder.division(HierarchyIdx::new(0), &codes, &names) {
            Ok(Some(division)) => DivisionIdx::new(division as usize),
            Ok(None) => {
                self.reject(record, issues, "the code of a division", "an empty cell");
                return;
            }
            Err(error) => {
                self.failed = Some(error);
                return;
            }
        };
        if self.parts.iter().any(|part| part.division == division) {
            self.reject(record, issues, "each division once", "a second row");
            return;
        }
        let mut number = |at: usize| -> Option<u64> {
            let cell: Cell = self.counts.read(&self.plan, record, at, None, issues);
            cell.count().map(u64::from)
        };
        let mut votes = vec![None; self.options];
        for &(option, at) in &self.columns.votes {
            if let Some(slot) = votes.get_mut(option) {
                *slot = number(at);
            }
        }
        let [valid, invalid, voters, registered] =
            self.columns.numbers.map(|at| at.and_then(&mut number));
        self.parts.push(DeclaredPart {
            division,
            votes,
            valid,
            invalid,
            voters,
            registered,
        });
    }

    fn lost(&mut self, records: u64) {
        self.counted.rows += records;
        self.counted.rejected += records;
    }
}
