//! Which function evaluates which kind.

use serde_json::Value;

use super::case::Case;
use super::{censorship, incidents, quick_count, risk, sampling, tlog, venezuela};

/// Computes the values of a case, in the shape of what it expects, by our own code; else why not.
pub type Evaluator = fn(&Case<'_>) -> Result<Value, String>;

/// Evaluators by kind, one list a family.
const LISTS: &[&[(&str, Evaluator)]] = &[
    venezuela::EVALUATORS,
    venezuela::FORENSICS,
    tlog::EVALUATORS,
    risk::EVALUATORS,
    sampling::EVALUATORS,
    quick_count::EVALUATORS,
    censorship::EVALUATORS,
    incidents::EVALUATORS,
];

/// The evaluator of a kind; `None` where there is none.
pub fn find(kind: &str) -> Option<Evaluator> {
    kinds()
        .find(|(listed, _)| *listed == kind)
        .map(|(_, evaluator)| evaluator)
}

/// Every kind that is evaluated.
pub fn kinds() -> impl Iterator<Item = (&'static str, Evaluator)> {
    LISTS.iter().flat_map(|list| list.iter().copied())
}

#[cfg(test)]
mod tests {
    use super::super::case;
    use super::super::planned::Planned;
    use super::*;
    use crate::shared;

    #[test]
    fn a_kind_that_is_evaluated_is_not_planned() {
        let planned = Planned::shipped().unwrap();
        for (kind, _) in kinds() {
            assert_eq!(planned.when(kind), None, "{kind}");
        }
    }

    #[test]
    fn every_kind_of_the_other_families_is_planned_or_evaluated() {
        let planned = Planned::shipped().unwrap();
        for name in [
            "rla",
            "tlog",
            "mse",
            "linkage",
            "censorship",
            "count-claims",
        ] {
            let Some(document) = shared::vectors(&format!("{name}.json")) else {
                return;
            };
            for case in case::split(&document).unwrap() {
                let is_known = planned.when(&case.kind).is_some() || find(&case.kind).is_some();
                assert!(is_known, "{name}: {} ({})", case.id, case.kind);
            }
        }
    }
}
