//! The blocks of the real case of 24,532 sheets.

use super::registry::Evaluator;

/// Evaluators by block. A block is evaluated from the document's own pinned data set
/// (`document.dataset.sha256`) through the code that the command line runs.
pub(super) const EVALUATORS: &[(&str, Evaluator)] = &[];
