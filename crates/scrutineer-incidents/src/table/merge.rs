//! Adding rows to a table: nothing that is there changes.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::Message;

use super::{Problem, Table, TableName, TableRow};

/// A table with rows added.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// All rows, in the columns of the table, those that were there first.
    pub table: Table,
    /// Rows that are new.
    pub added: u64,
    /// Rows that were there already, just so.
    pub same: u64,
}

/// Adds the rows of `new`. A row whose key is there with other cells is refused: rows are immutable. So is a row
/// with more cells than there are columns, and a column that the table has not or that stands twice: no cell is
/// dropped in silence.
pub fn merge(name: TableName, held: &Table, new: &Table) -> Result<Merged, Vec<Problem>> {
    let mut problems = unexpected(name, new);
    problems.extend(too_long(held));
    problems.extend(too_long(new));
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut table = in_order(name, held);
    let key_at: Vec<usize> = name
        .key()
        .iter()
        .filter_map(|key| name.columns().iter().position(|column| column.name == *key))
        .collect();
    let key_of = |row: &TableRow| -> Vec<String> {
        key_at
            .iter()
            .map(|at| row.cells.get(*at).cloned().flatten().unwrap_or_default())
            .collect()
    };
    let mut known: BTreeMap<Vec<String>, TableRow> = table
        .rows
        .iter()
        .map(|row| (key_of(row), row.clone()))
        .collect();
    let (mut added, mut same) = (0, 0);
    for row in in_order(name, new).rows {
        match known.get(&key_of(&row)) {
            Some(earlier) if earlier.cells == row.cells => same += 1,
            Some(_) => {
                let message = Message::new("incidents-immutable");
                let column = name.key().first().copied();
                problems.push(Problem::new(&new.file, Some(row.row), column, message));
            }
            None => {
                known.insert(key_of(&row), row.clone());
                table.rows.push(row);
                added += 1;
            }
        }
    }
    if problems.is_empty() {
        Ok(Merged { table, added, same })
    } else {
        Err(problems)
    }
}

/// Columns that are not expected, or stand twice, by position.
fn unexpected(name: TableName, table: &Table) -> Vec<Problem> {
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut problems = Vec::new();
    for (number, held) in (1_u64..).zip(&table.header) {
        let column = name
            .columns()
            .iter()
            .find(|column| column.name == held.trim());
        let message = match column {
            None => {
                let known: Vec<&str> = name.columns().iter().map(|column| column.name).collect();
                Message::new("incidents-unknown-column").with("known", known.join(", "))
            }
            Some(column) if !seen.insert(column.name) => Message::new("incidents-repeated-column"),
            Some(_) => continue,
        };
        let message = message.with("number", number);
        problems.push(Problem::new(&table.file, None, None, message));
    }
    problems
}

/// Rows with more cells than there are columns.
fn too_long(table: &Table) -> impl Iterator<Item = Problem> {
    let columns = table.header.len();
    let rows = table
        .rows
        .iter()
        .filter(move |row| row.cells.len() > columns);
    rows.map(move |row| {
        let message = Message::new("incidents-cells")
            .with("expected", columns as u64)
            .with("length", row.cells.len() as u64);
        Problem::new(&table.file, Some(row.row), None, message)
    })
}

/// The rows with their cells trimmed and in the columns of the table.
fn in_order(name: TableName, table: &Table) -> Table {
    let places: Vec<Option<usize>> = name
        .columns()
        .iter()
        .map(|column| {
            table
                .header
                .iter()
                .position(|held| held.trim() == column.name)
        })
        .collect();
    let rows = table.rows.iter().map(|row| {
        let cell = |place: &Option<usize>| match place.and_then(|at| row.cells.get(at)) {
            Some(cell) => cell.as_deref().map(|text| text.trim().to_owned()),
            None => Some(String::new()),
        };
        TableRow {
            row: row.row,
            cells: places.iter().map(cell).collect(),
        }
    });
    Table {
        file: table.file.clone(),
        header: name
            .columns()
            .iter()
            .map(|column| column.name.to_owned())
            .collect(),
        rows: rows.collect(),
    }
}

/// A table as CSV (RFC 4180, line feeds). A cell that is no text is empty: it never passes the reader.
pub fn to_csv(table: &Table) -> String {
    let mut out = String::new();
    let mut line = |cells: &mut dyn Iterator<Item = &str>| {
        for (at, cell) in cells.enumerate() {
            if at > 0 {
                out.push(',');
            }
            if cell.contains([',', '"', '\n', '\r']) {
                out.push('"');
                out.push_str(&cell.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(cell);
            }
        }
        out.push('\n');
    };
    line(&mut table.header.iter().map(String::as_str));
    for row in &table.rows {
        line(
            &mut row
                .cells
                .iter()
                .map(|cell| cell.as_deref().unwrap_or_default()),
        );
    }
    out
}
