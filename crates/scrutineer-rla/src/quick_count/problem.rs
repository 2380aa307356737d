//! What is wrong with an input, with its place.

use std::fmt;

use scrutineer_model::Message;

/// One thing that is wrong. Its words are in the message files.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The row of the file, the header being row 1; `None` where it is about the whole.
    pub row: Option<u64>,
    /// The column by its name; `None` where it is about the row or the whole.
    pub column: Option<String>,
    /// What was expected and found.
    pub message: Message,
}

impl Problem {
    /// Something about the whole.
    pub(crate) fn whole(message: Message) -> Self {
        Self {
            row: None,
            column: None,
            message,
        }
    }

    /// Something about one cell.
    pub(crate) fn cell(row: u64, column: &str, message: Message) -> Self {
        Self {
            row: Some(row),
            column: Some(column.to_owned()),
            message,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(row) = self.row {
            write!(f, "{row}:")?;
        }
        if let Some(column) = &self.column {
            write!(f, "{column}:")?;
        }
        f.write_str(&self.message.id)
    }
}
