//! Cells of a row as values, every defect noted.

use scrutineer_model::{Code, Date, Message};

use super::{Problem, Table, TableName, TableRow};
use crate::area::Area;

/// Longest text that a cell may hold, in characters.
const LONGEST: usize = 2000;

/// One row while it is read.
pub(crate) struct Cells<'a> {
    file: &'a str,
    row: &'a TableRow,
    places: &'a [Option<usize>],
    name: TableName,
    problems: &'a mut Vec<Problem>,
}

/// Reads every row with `read`; rows with a defect are left out. Columns that are absent, repeated or not
/// expected are told once, by position: their names may name somebody.
pub(crate) fn rows<T>(
    name: TableName,
    table: &Table,
    problems: &mut Vec<Problem>,
    mut read: impl FnMut(&mut Cells<'_>) -> T,
) -> Vec<T> {
    let mut places = vec![None; name.columns().len()];
    let before = problems.len();
    let of_file = |message| Problem::new(&table.file, None, None, message);
    for (at, held) in table.header.iter().enumerate() {
        let held = held.trim();
        let number = at as u64 + 1;
        match name.columns().iter().position(|column| column.name == held) {
            None => {
                let known: Vec<&str> = name.columns().iter().map(|column| column.name).collect();
                let message = Message::new("incidents-unknown-column")
                    .with("number", number)
                    .with("known", known.join(", "));
                problems.push(of_file(message));
            }
            Some(column) => {
                if let Some(slot @ None) = places.get_mut(column) {
                    *slot = Some(at);
                } else {
                    let message = Message::new("incidents-repeated-column").with("number", number);
                    problems.push(of_file(message));
                }
            }
        }
    }
    for (column, place) in name.columns().iter().zip(&places) {
        if column.is_required && place.is_none() && !table.rows.is_empty() {
            let message = Message::new("incidents-no-column").with("name", column.name);
            problems.push(of_file(message));
        }
    }
    if problems.len() > before {
        return Vec::new();
    }
    let mut found = Vec::new();
    for row in &table.rows {
        let before = problems.len();
        let mut cells = Cells {
            file: &table.file,
            row,
            places: &places,
            name,
            problems,
        };
        cells.fits(table.header.len());
        let value = read(&mut cells);
        if problems.len() == before {
            found.push(value);
        }
    }
    found
}

impl Cells<'_> {
    /// The line of the row.
    pub(crate) fn row(&self) -> u64 {
        self.row.row
    }

    fn fits(&mut self, columns: usize) {
        if self.row.cells.len() > columns {
            let message = Message::new("incidents-cells")
                .with("expected", columns as u64)
                .with("length", self.row.cells.len() as u64);
            self.push(None, message);
        }
    }

    fn push(&mut self, column: Option<&str>, message: Message) {
        self.problems
            .push(Problem::new(self.file, Some(self.row.row), column, message));
    }

    /// Notes what a column should hold; what it holds is told by its length.
    pub(crate) fn wrong(&mut self, column: &str, message: &str, known: Option<String>) {
        let length = self.peek(column).chars().count() as u64;
        let mut message = Message::new(message).with("length", length);
        if let Some(known) = known {
            message = message.with("known", known);
        }
        self.push(Some(column), message);
    }

    /// The trimmed text of a cell, not judged; empty where there is none.
    pub(crate) fn peek(&self, column: &str) -> String {
        let at = self
            .name
            .columns()
            .iter()
            .position(|held| held.name == column);
        let place = at.and_then(|at| self.places.get(at).copied().flatten());
        let cell = place
            .and_then(|place| self.row.cells.get(place))
            .and_then(Option::as_deref);
        cell.unwrap_or_default().trim().to_owned()
    }

    fn given(&mut self, column: &str) -> Option<String> {
        let at = self
            .name
            .columns()
            .iter()
            .position(|held| held.name == column)?;
        let place = self.places.get(at).copied().flatten();
        let is_unreadable = place
            .and_then(|place| self.row.cells.get(place))
            .is_some_and(Option::is_none);
        if is_unreadable {
            self.wrong(column, "incidents-expected-text", None);
            return None;
        }
        let text = self.peek(column);
        if text.is_empty() {
            if self
                .name
                .columns()
                .get(at)
                .is_some_and(|held| held.is_required)
            {
                self.wrong(column, "incidents-expected-filled", None);
            }
            return None;
        }
        Some(text)
    }

    /// A text; empty where there is none.
    pub(crate) fn text(&mut self, column: &str) -> String {
        let text = self.given(column).unwrap_or_default();
        if text.chars().count() > LONGEST {
            self.wrong(column, "incidents-expected-short", None);
        }
        text
    }

    /// A value that `read` understands; `known` says which those are.
    pub(crate) fn read<T>(
        &mut self,
        column: &str,
        message: &str,
        known: Option<&[&str]>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.given(column)?;
        let value = read(&text);
        if value.is_none() {
            self.wrong(column, message, known.map(|known| known.join(", ")));
        }
        value
    }

    /// A word of a closed list.
    pub(crate) fn word<T>(
        &mut self,
        column: &str,
        known: &[&str],
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        self.read(column, "incidents-expected-word", Some(known), read)
    }

    /// A code.
    pub(crate) fn code(&mut self, column: &str) -> Option<Code> {
        self.read(column, "incidents-expected-code", None, |text| {
            Code::parse(text).ok()
        })
    }

    /// Codes apart by `;`.
    pub(crate) fn codes(&mut self, column: &str) -> Vec<Code> {
        let read = |text: &str| -> Option<Vec<Code>> {
            text.split(';')
                .map(|part| Code::parse(part.trim()).ok())
                .collect()
        };
        self.read(column, "incidents-expected-codes", None, read)
            .unwrap_or_default()
    }

    /// Words of a closed list, apart by `;`.
    pub(crate) fn words<T>(
        &mut self,
        column: &str,
        known: &[&str],
        read: impl Fn(&str) -> Option<T>,
    ) -> Vec<T> {
        let all = |text: &str| text.split(';').map(|part| read(part.trim())).collect();
        self.word(column, known, all).unwrap_or_default()
    }

    /// A date.
    pub(crate) fn date(&mut self, column: &str) -> Option<Date> {
        self.read(column, "incidents-expected-date", None, |text| {
            Date::parse(text).ok()
        })
    }

    /// A whole number below a billion.
    pub(crate) fn count(&mut self, column: &str) -> Option<u64> {
        let read = |text: &str| {
            let is_plain = text.bytes().all(|byte| byte.is_ascii_digit()) && text.len() <= 9;
            is_plain.then(|| text.parse().ok()).flatten()
        };
        self.read(column, "incidents-expected-number", None, read)
    }

    /// An area; everywhere where the cell is empty.
    pub(crate) fn area(&mut self, column: &str) -> Area {
        self.read(column, "incidents-expected-area", None, Area::parse)
            .unwrap_or_default()
    }

    /// yes or no; `None` where the cell is empty.
    pub(crate) fn yes(&mut self, column: &str) -> Option<bool> {
        self.word(column, &["yes", "no"], |text| match text {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        })
    }

    /// First and last day; the same where only the first is given.
    pub(crate) fn interval(&mut self) -> Option<(Date, Date)> {
        let (from, to) = (self.date("from"), self.date("to"));
        match (from, to) {
            (Some(from), Some(to)) if to < from => {
                self.wrong("to", "incidents-expected-later", None);
                None
            }
            (Some(from), to) => Some((from, to.unwrap_or(from))),
            (None, Some(_)) => {
                self.wrong("from", "incidents-expected-filled", None);
                None
            }
            (None, None) => None,
        }
    }
}
