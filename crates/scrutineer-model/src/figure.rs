//! Numbers that somebody declared or registered, with every reading of them.

use serde::{Deserialize, Serialize};

/// One outlet's version of a number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct FigureReading {
    /// The number as that source prints it.
    pub value: u64,
    /// Who prints it, where; free text, quoted as data.
    pub source: String,
}

/// A declared or registered number. Sources disagree, so it has at least one reading, one of them
/// chosen, and the reason for the choice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Figure {
    chosen: FigureReading,
    others: Vec<FigureReading>,
    why: Option<String>,
}

impl Figure {
    /// A number with one reading.
    pub fn single(value: u64, source: impl Into<String>) -> Self {
        Self {
            chosen: FigureReading {
                value,
                source: source.into(),
            },
            others: Vec::new(),
            why: None,
        }
    }

    /// A number with rival readings; `why` says what decides between them.
    pub fn new(chosen: FigureReading, others: Vec<FigureReading>, why: Option<String>) -> Self {
        Self {
            chosen,
            others,
            why,
        }
    }

    /// The value that is computed with.
    pub fn value(&self) -> u64 {
        self.chosen.value
    }

    /// The chosen reading.
    pub fn chosen(&self) -> &FigureReading {
        &self.chosen
    }

    /// The readings that were not chosen, in the order of the folder.
    pub fn others(&self) -> &[FigureReading] {
        &self.others
    }

    /// All readings, the chosen one first.
    pub fn readings(&self) -> impl Iterator<Item = &FigureReading> {
        std::iter::once(&self.chosen).chain(&self.others)
    }

    /// Why the chosen reading was chosen, as the folder says it.
    pub fn why(&self) -> Option<&str> {
        self.why.as_deref()
    }

    /// Whether two readings print different values.
    pub fn is_disputed(&self) -> bool {
        self.others
            .iter()
            .any(|reading| reading.value != self.chosen.value)
    }
}
