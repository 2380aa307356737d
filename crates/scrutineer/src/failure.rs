//! Why a run ended early, in words that are ready to be shown.

use std::fmt::Write as _;

use crate::status::Status;

/// What goes to standard error (or, for help that was asked for, to standard output), and the exit
/// code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) status: Status,
    /// Whole lines, in the language of the run.
    pub(crate) text: String,
}

impl Failure {
    /// Wrong usage.
    pub(crate) fn usage(text: impl Into<String>) -> Self {
        Self {
            status: Status::Usage,
            text: text.into(),
        }
    }

    /// An input or an output that fails.
    pub(crate) fn input(text: impl Into<String>) -> Self {
        Self {
            status: Status::Input,
            text: text.into(),
        }
    }

    /// Several failures of one kind as one: all are shown.
    pub(crate) fn inputs(texts: impl IntoIterator<Item = String>) -> Self {
        let mut all = String::new();
        for text in texts {
            // Writing to a string cannot fail.
            let _ = writeln!(all, "{}", text.trim_end());
        }
        Self::input(all)
    }
}
