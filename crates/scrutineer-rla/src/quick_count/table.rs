//! A table as a reader of delimited text gives it: names of columns, and rows with their numbers.

use scrutineer_model::Message;

use super::problem::Problem;

/// A table. The reader of bytes is not here; see `scrutineer-formats`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The names of the columns, trimmed.
    pub header: Vec<String>,
    /// The rows in their order.
    pub rows: Vec<TableRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Its number in the file, the header being 1.
    pub row: u64,
    /// Its cells, trimmed; `None` where the bytes are no text.
    pub cells: Vec<Option<String>>,
}

impl Table {
    /// The columns with these names; every absent one is a problem.
    pub(crate) fn columns<const N: usize>(
        &self,
        names: [&str; N],
        problems: &mut Vec<Problem>,
    ) -> [Option<usize>; N] {
        names.map(|name| {
            let found = self.column(name);
            if found.is_none() {
                problems.push(Problem {
                    row: Some(1),
                    column: Some(name.to_owned()),
                    message: Message::new("quick-count-no-column").with("name", name),
                });
            }
            found
        })
    }

    /// The column with this name.
    pub(crate) fn column(&self, name: &str) -> Option<usize> {
        self.header.iter().position(|held| held == name)
    }
}

impl TableRow {
    /// A cell; empty where there is no such column, none in this row, or none that is text.
    pub(crate) fn text(&self, column: Option<usize>) -> &str {
        column
            .and_then(|column| self.cells.get(column))
            .and_then(Option::as_deref)
            .unwrap_or("")
    }
}
