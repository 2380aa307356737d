// SPDX-License-Identifier: Apache-2.0 OR MIT
//! `dispositions.csv`: findings that somebody looked into.

use scrutineer_model::{Date, Decision, Disposition, FindingKey, ImportIssueKind};

use crate::delimited::Record;
use crate::excerpt::Excerpt;
use crate::map::issues::{Issue, Issues};
use crate::map::open::Sink;
use crate::map::sheets::Counted;
use crate::map::station::text;

/// The columns, in the order in which they are written.
pub(crate) const COLUMNS: [&str; 5] = ["key", "decision", "reason", "role", "date"];

/// The words of the decisions.
pub(crate) const DECISIONS: [(Decision, &str); 4] = [
    (Decision::Confirmed, "confirmed"),
    (Decision::Explained, "explained"),
    (Decision::Corrected, "corrected"),
    (Decision::Unresolved, "unresolved"),
];

/// Rows of the file.
#[derive(Debug, Default)]
pub(crate) struct DispositionSink {
    columns: [Option<usize>; 5],
    pub(crate) dispositions: Vec<Disposition>,
    pub(crate) counted: Counted,
}

impl DispositionSink {
    fn read(&self, record: &Record) -> Result<Disposition, (usize, &'static str)> {
        let cell = |column: usize| {
            let at = self.columns.get(column).copied().flatten();
            at.map_or("", |at| text(record, at)).trim()
        };
        let key = cell(0);
        if key.is_empty() || record.is_ragged() {
            return Err((0, "the key of a finding"));
        }
        let decision = DECISIONS
            .iter()
            .find(|(_, word)| *word == cell(1))
            .ok_or((1, "confirmed, explained, corrected or unresolved"))?;
        if cell(2).is_empty() {
            return Err((2, "a reason"));
        }
        if cell(3).is_empty() {
            return Err((3, "a role, never a name"));
        }
        let date = Date::parse(cell(4)).map_err(|_| (4, "a date such as 2024-07-28"))?;
        Ok(Disposition {
            key: FindingKey::new(key, []),
            decision: decision.0,
            reason: cell(2).to_owned(),
            role: cell(3).to_owned(),
            date,
        })
    }
}

impl Sink for DispositionSink {
    fn begin(&mut self, _file: &str, header: &[String], issues: &mut Issues) {
        for (slot, name) in self.columns.iter_mut().zip(COLUMNS) {
            *slot = header.iter().position(|held| held == name);
            if slot.is_none() {
                issues.push(Issue {
                    kind: ImportIssueKind::MissingColumn,
                    station: None,
                    row: None,
                    column: Some(name),
                    expected: format!("a column {name}"),
                    found: "none".to_owned(),
                    rejects_row: false,
                });
            }
        }
    }

    fn record(&mut self, record: &Record, issues: &mut Issues) {
        self.counted.rows += 1;
        match self.read(record) {
            Ok(disposition) => self.dispositions.push(disposition),
            Err((column, expected)) => {
                self.counted.rejected += 1;
                let at = self.columns.get(column).copied().flatten();
                // The reason and the role are free text in which somebody may have named a person.
                let found = match (at, column) {
                    (Some(at), 0 | 1 | 4) => Excerpt::of(text(record, at)).to_string(),
                    _ => "nothing that can be used".to_owned(),
                };
                issues.push(Issue {
                    kind: ImportIssueKind::UnknownValue,
                    station: None,
                    row: Some(record.position().row),
                    column: COLUMNS.get(column).copied(),
                    expected: expected.to_owned(),
                    found,
                    rejects_row: true,
                });
            }
        }
    }

    fn lost(&mut self, records: u64) {
        self.counted.rows += records;
        self.counted.rejected += records;
    }
}
