//! A file that says which stratum each station belongs to.

use std::collections::BTreeMap;

use scrutineer_model::{Message, encode_component};

use super::super::records::{Table, TableRow};
use super::super::refused::{Problem, Refused};

/// The column of the stations.
const STATION: &str = "station";

/// By canonical id of a station what a column of a file says, written as a stratum is: trimmed and percent-encoded
/// outside letters, digits and `. _ -`. Other columns are not read.
///
/// # Errors
/// Every problem with its row and column: a column that is missing or stands twice, a row of another width, an empty
/// cell, a station in two rows.
pub fn strata_of(table: &Table, column: &str) -> Result<BTreeMap<String, String>, Refused> {
    let at = |name: &str| {
        let named = table.header.iter().enumerate();
        let mut found = named.filter(|(_, held)| held.trim() == name);
        let problem = |id: &str| {
            let message = Message::new(id);
            Problem::of_file(&table.file, message).at(1, name)
        };
        match (found.next(), found.next()) {
            (Some((at, _)), None) => Ok(at),
            (Some(_), Some(_)) => Err(problem("rla-error-column-twice")),
            (None, _) => Err(problem("rla-error-no-column")),
        }
    };
    let (station, stratum) = match (at(STATION), at(column)) {
        (Ok(station), Ok(stratum)) => (station, stratum),
        (station, stratum) => {
            let problems = [station.err(), stratum.err()];
            return Err(Refused {
                problems: problems.into_iter().flatten().collect(),
            });
        }
    };
    let mut found = BTreeMap::new();
    let mut seen: BTreeMap<String, u64> = BTreeMap::new();
    let mut problems = Vec::new();
    for row in &table.rows {
        let problem =
            |column: &str, message| Problem::of_file(&table.file, message).at(row.line, column);
        if row.cells.len() != table.header.len() {
            let message = Message::new("rla-error-cells")
                .with("expected", table.header.len() as u64)
                .with("found", row.cells.len() as u64);
            problems.push(problem("", message));
            continue;
        }
        let (id, part) = (cell(row, station), cell(row, stratum));
        for (text, name, expected) in [(id, STATION, "CODE"), (part, column, "CODE")] {
            if text.is_empty() {
                let message = Message::new("rla-error-cell").with("expected", expected);
                problems.push(problem(name, message));
            }
        }
        if let Some(first) = seen.get(id) {
            let message = Message::new("rla-error-twice")
                .with("station", id)
                .with("row", *first);
            problems.push(problem(STATION, message));
            continue;
        }
        seen.insert(id.to_owned(), row.line);
        let mut written = String::new();
        encode_component(part, &mut written);
        found.insert(id.to_owned(), written);
    }
    if table.rows.is_empty() {
        let message = Message::new("rla-error-no-rows");
        problems.push(Problem::of_file(&table.file, message));
    }
    Refused::unless_empty(problems)?;
    Ok(found)
}

/// What stands in a column, trimmed; empty where it is no text.
fn cell(row: &TableRow, at: usize) -> &str {
    let cell = row.cells.get(at).and_then(Option::as_deref);
    cell.unwrap_or_default().trim()
}
