//! Tables as cells with positions, and everything that is wrong with them.

mod cells;
mod json_lines;
mod merge;
mod name;
mod problem;
mod read;

pub(crate) use cells::{Cells, rows};
pub use json_lines::json_lines;
pub use merge::{Merged, merge, to_csv};
pub use name::{Column, TableName};
pub use problem::Problem;
pub use read::{TableRead, read_table};

/// A table as a person wrote it, whatever the format.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// How the file is called in messages.
    pub file: String,
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows in their order.
    pub rows: Vec<TableRow>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// Physical line, from 1.
    pub row: u64,
    /// The cells; `None` where the bytes are no text. Missing ones at the end are empty.
    pub cells: Vec<Option<String>>,
}
