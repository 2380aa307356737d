//! What is wrong with a table, with its place.

use scrutineer_model::Message;

/// One thing that is wrong. Its words are in the message files.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The row as the file counts, the header included; `None` where it is about the whole.
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
