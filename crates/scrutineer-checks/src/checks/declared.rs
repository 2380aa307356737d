//! Declared results, against themselves and against the sheets.
//!
//! Where outlets print a figure differently, a contradiction is stated only if it holds under
//! every reading; the sentence shows the chosen one.

mod coverage;
mod numbers;
mod outlets;
mod parts;
mod percentages;
mod sequence;
mod sheets;
mod sums;
mod winners;

use scrutineer_model::{CapacityRule, Contest, Dataset, Declaration};

use crate::catalogue::CheckInfo;
use crate::sink::{Draft, Sink};

pub(super) fn run(dataset: &Dataset, sink: &mut Sink) {
    for declaration in dataset.declarations() {
        let declared = Declared {
            dataset,
            declaration,
            contest: dataset.contest(declaration.contest),
        };
        sums::run(&declared, sink);
        percentages::run(&declared, sink);
        coverage::run(&declared, sink);
        winners::run(&declared, sink);
        parts::run(&declared, sink);
        sequence::run(&declared, sink);
        sheets::run(&declared, sink);
        outlets::of_declaration(&declared, sink);
    }
    outlets::of_registers(dataset, sink);
}

/// One declaration while it is checked.
struct Declared<'a> {
    dataset: &'a Dataset,
    declaration: &'a Declaration,
    contest: &'a Contest,
}

impl Declared<'_> {
    fn draft(&self, info: &'static CheckInfo) -> Draft {
        Draft::new(info).declaration(self.declaration.id.as_str())
    }

    /// Whether nobody votes off the list, so that electors are a ceiling of votes.
    fn listed_only(&self) -> bool {
        self.contest.capacity == CapacityRule::Register
    }
}
