//! Canonical JSON: one sequence of bytes for one meaning. `spec/log-entry.md` has the rules.
//!
//! This is the slow reader. It gives every place where bytes are not canonical, and the tree of
//! values for the check of its shape; entries that are right never come here.

mod node;
mod scan;

pub use node::Node;
pub use scan::scan;

/// What is wrong at one place of an entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("{path}: expected {expected}, found {found}")]
pub struct Problem {
    /// Where: `$` for the entry, `$.votes[3]` for a part.
    pub path: String,
    /// What should stand there.
    pub expected: String,
    /// What stands there, shortened.
    pub found: String,
}

impl Problem {
    /// A problem.
    pub fn new(
        path: impl Into<String>,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) -> Self {
        Self {
            path: path.into(),
            expected: expected.into(),
            found: found.into(),
        }
    }
}
