//! How a run ends.

use std::process::ExitCode;

/// The exit code of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// 0: done. An audit with rejected rows is done, and shows them first.
    Done,
    /// 1: an input is missing, unreadable or breaks its declared identity, an output cannot be
    /// written, or `check` found errors.
    Input,
    /// 2: wrong usage.
    Usage,
    /// 3: what `--require` asks for does not hold.
    Required,
}

impl Status {
    /// The number that the system gets.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Input => 1,
            Self::Usage => 2,
            Self::Required => 3,
        }
    }
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(status.code())
    }
}
