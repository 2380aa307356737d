//! Tables of answers and published values, from CSV and XLSX.
//!
//! A table has one row for each place and edition, a column for each question and, where there are,
//! columns of published values. The names of columns are data of the rules. What is wrong with a row is
//! reported and leaves out that row alone; everything wrong is reported.

pub(crate) mod cells;
mod columns;

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Exact, Message};
use serde::Serialize;
use sha2::{Digest, Sha256};

use crate::answer::{Answer, Given};
use crate::library::Library;
use crate::problem::Problem;
use crate::rules::Rules;
use cells::Cells;
use columns::Columns;

/// A country or territory as a table names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, schemars::JsonSchema)]
pub struct Place {
    /// The code that the table has, such as ISO 3166-1 alpha-3; empty for places without.
    pub code: String,
    /// The name.
    pub name: String,
}

impl Place {
    /// The code, or the name of a place without a code.
    pub fn id(&self) -> &str {
        if self.code.is_empty() {
            &self.name
        } else {
            &self.code
        }
    }
}

/// Which way round the values of old editions stand in a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Scale {
    /// As the publisher printed them; editions that count the other way are turned round on reading.
    #[default]
    AsPublished,
    /// Somebody has turned them round already.
    TurnedRound,
}

/// The values of one place in one edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Where the row stands in the file.
    pub row: u64,
    /// The place.
    pub place: Place,
    /// The edition.
    pub edition: u16,
    /// Answers by the id of the question, turned round where the edition counts the other way.
    pub answers: BTreeMap<String, Answer>,
    /// Published numbers by the id of the measure, turned round likewise.
    pub parts: BTreeMap<String, Exact>,
    /// Published words by the id of the measure.
    pub words: BTreeMap<String, String>,
}

impl Row {
    /// Adds what a score of `rules` can use of this row.
    pub fn give(&self, index: &str, rules: &Rules, given: &mut Given) {
        given.editions.insert(index.to_owned(), self.edition);
        for (id, answer) in &self.answers {
            given.answers.insert(format!("{index}.{id}"), *answer);
        }
        if index == rules.id {
            given.parts.clone_from(&self.parts);
        }
    }
}

/// One file of values of one index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The index.
    pub index: String,
    /// SHA-256 of the bytes, lower-case hexadecimal.
    pub sha256: String,
    /// The rows that could be read, in the order of the file.
    pub rows: Vec<Row>,
}

/// A table with everything that is wrong with it.
#[derive(Clone, Debug, PartialEq)]
pub struct Tables {
    /// What could be read; `None` where nothing could.
    pub table: Option<Table>,
    /// Everything that is wrong, in the order of the file.
    pub problems: Vec<Problem>,
    /// What the reader of bytes says, with positions.
    pub said: Vec<scrutineer_formats::Problem>,
}

impl Table {
    /// Reads a file. The index is the one given, else the only one of whose questions every one has a column
    /// (or of whose published values one has).
    pub fn read(
        name: &str,
        bytes: &[u8],
        index: Option<&str>,
        scale: Scale,
        library: &Library,
    ) -> Tables {
        let mut problems = Vec::new();
        let mut said = Vec::new();
        let found = cells::read(name, bytes, index, library, &mut said);
        let table = if let Some((cells, Some(rules))) = found {
            Some(Self {
                index: rules.id.clone(),
                sha256: sha256_hex(bytes),
                rows: rows(&cells, rules, scale, &mut problems),
            })
        } else {
            problems.push(Problem::whole(Message::new("index-no-index")));
            None
        };
        Tables {
            table,
            problems,
            said,
        }
    }

    /// The row of a place, by code or name, in an edition, or the newest where none is given.
    pub fn find(&self, place: &str, edition: Option<u16>) -> Option<&Row> {
        let is_place = |row: &&Row| row.place.code == place || row.place.name == place;
        let rows = self.rows.iter().filter(is_place);
        rows.filter(|row| edition.is_none_or(|edition| row.edition == edition))
            .max_by_key(|row| row.edition)
    }
}

fn rows(cells: &Cells, rules: &Rules, scale: Scale, problems: &mut Vec<Problem>) -> Vec<Row> {
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    let Some(columns) = Columns::of(cells, rules, scale, problems) else {
        return rows;
    };
    for line in &cells.lines {
        let before = problems.len();
        let Some(row) = columns.row(line, problems) else {
            continue;
        };
        if !seen.insert((row.place.clone(), row.edition)) {
            let message = Message::new("index-row-again")
                .with("place", row.place.id())
                .with("edition", row.edition.to_string());
            problems.push(Problem {
                row: Some(row.row),
                column: None,
                message,
            });
        }
        if problems.len() == before {
            rows.push(row);
        }
    }
    rows
}

/// The names under which a question may stand in a table: its id, and those of the rules.
pub(crate) fn names_of(rules: &Rules, id: &str) -> Vec<String> {
    let mut names = vec![id.to_owned()];
    names.extend(rules.columns.get(id).into_iter().flatten().cloned());
    names
}

/// SHA-256 as lower-case hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}
