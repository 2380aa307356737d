//! What is wrong with a table, without what stands in it.

use scrutineer_model::Message;

/// One problem. What a cell holds is never repeated, only its length: it may name somebody.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The file.
    pub file: String,
    /// The line; `None` for the file as a whole.
    pub row: Option<u64>,
    /// The column; `None` for a row as a whole.
    pub column: Option<String>,
    /// Id of the message, what was expected and what was found.
    pub message: Message,
}

impl Problem {
    pub(crate) fn new(
        file: &str,
        row: Option<u64>,
        column: Option<&str>,
        message: Message,
    ) -> Self {
        Self {
            file: file.to_owned(),
            row,
            column: column.map(str::to_owned),
            message,
        }
    }
}

impl std::fmt::Display for Problem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.file)?;
        if let Some(row) = self.row {
            write!(out, ":{row}")?;
        }
        if let Some(column) = &self.column {
            write!(out, ":{column}")?;
        }
        write!(out, ": {}", self.message.id)
    }
}
