//! Which part of the battery a reader wants to see.

use crate::outcome::TestId;

/// Tests, options and sources to show; empty lists show all. A selection never changes an adjusted p.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Tests.
    pub tests: Vec<TestId>,
    /// Ids of options.
    pub options: Vec<String>,
    /// Ids of sources.
    pub sources: Vec<String>,
}

impl Selection {
    /// Whether everything is shown.
    pub fn is_full(&self) -> bool {
        self.tests.is_empty() && self.options.is_empty() && self.sources.is_empty()
    }

    pub(crate) fn shows_test(&self, test: TestId) -> bool {
        self.tests.is_empty() || self.tests.contains(&test)
    }

    pub(crate) fn shows_option(&self, id: &str) -> bool {
        self.options.is_empty() || self.options.iter().any(|held| held == id)
    }

    pub(crate) fn shows_source(&self, id: &str) -> bool {
        self.sources.is_empty() || self.sources.iter().any(|held| held == id)
    }
}
