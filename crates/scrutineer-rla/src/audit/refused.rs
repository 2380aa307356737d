//! Why a step of an audit is refused: messages for people, with file, row and column.

use std::fmt;

use scrutineer_model::Message;

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The file, relative to the folder of the audit or as it was given; empty for none.
    pub file: String,
    /// Physical line, from 1; 0 for the whole file.
    pub row: u64,
    /// Name of the column; empty for the whole row.
    pub column: String,
    /// What was expected and found, as a message of the message files.
    pub message: Message,
}

impl Problem {
    /// A problem of no place in a file.
    pub fn new(message: Message) -> Self {
        Self {
            file: String::new(),
            row: 0,
            column: String::new(),
            message,
        }
    }

    /// A problem of a file.
    pub fn of_file(file: &str, message: Message) -> Self {
        Self {
            file: file.to_owned(),
            ..Self::new(message)
        }
    }

    /// The same at a row and column.
    #[must_use]
    pub fn at(mut self, row: u64, column: &str) -> Self {
        self.row = row;
        column.clone_into(&mut self.column);
        self
    }
}

/// A step that is refused; nothing of it is kept. Every problem, at least one.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// The problems, in order of their place.
    pub problems: Vec<Problem>,
}

impl Refused {
    pub(super) fn because(message: Message) -> Self {
        Problem::new(message).into()
    }

    pub(super) fn unless_empty(problems: Vec<Problem>) -> Result<(), Self> {
        if problems.is_empty() {
            Ok(())
        } else {
            Err(Self { problems })
        }
    }
}

impl From<Problem> for Refused {
    fn from(problem: Problem) -> Self {
        Self {
            problems: vec![problem],
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, problem) in self.problems.iter().enumerate() {
            let separator = if at == 0 { "" } else { "; " };
            let Problem {
                file,
                row,
                column,
                message,
            } = problem;
            write!(f, "{separator}{file}:{row}:{column}: {}", message.id)?;
        }
        Ok(())
    }
}

impl std::error::Error for Refused {}

/// Expected and found, in a file.
pub(super) fn differs(file: &str, what: &str, expected: &str, found: &str) -> Problem {
    let message = Message::new("rla-error-differs")
        .with("what", what)
        .with("expected", expected)
        .with("found", found);
    Problem::of_file(file, message)
}
