//! What a check found.

use crate::path::ObjectPath;

/// Problems that a report lists; more are only counted, so that a log full of them needs no more memory.
pub const MAX_PROBLEMS: usize = 10_000;

/// Something that is not as the log needs it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {reason}")]
pub struct Problem {
    /// The object.
    pub path: ObjectPath,
    /// What was expected of it, and what was found.
    pub reason: String,
}

/// The outcome of checking all of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckReport {
    /// Entries that the checkpoint says there are.
    pub size: u64,
    /// Entries that were found right.
    pub entries: u64,
    /// What is wrong, in the order in which a log is read; at most [`MAX_PROBLEMS`].
    pub problems: Vec<Problem>,
    /// Problems beyond those that are listed.
    pub unlisted: u64,
}

impl CheckReport {
    /// Whether nothing is wrong.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty() && self.entries == self.size
    }
}

#[derive(Debug, Default)]
pub(super) struct Problems {
    listed: Vec<Problem>,
    unlisted: u64,
}

impl Problems {
    pub(super) fn add(&mut self, path: &ObjectPath, reason: impl Into<String>) {
        if self.listed.len() < MAX_PROBLEMS {
            self.listed.push(Problem {
                path: path.clone(),
                reason: reason.into(),
            });
        } else {
            self.unlisted += 1;
        }
    }

    /// Whether a listed problem is about this object.
    pub(super) fn name(&self, path: &ObjectPath) -> bool {
        self.listed.iter().any(|problem| problem.path == *path)
    }

    pub(super) fn into_report(self, size: u64, entries: u64) -> CheckReport {
        CheckReport {
            size,
            entries,
            problems: self.listed,
            unlisted: self.unlisted,
        }
    }
}
