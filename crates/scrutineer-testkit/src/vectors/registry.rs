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
    use std::collections::BTreeSet;

    use super::super::case;
    use super::super::planned::Planned;
    use super::*;
    use crate::shared;

    /// Blocks that the file defines and does not hold; `tests/it/battery.rs` runs them on published figures.
    const APART: [&str; 3] = [
        "venezuela-2024-audit/integer_percentage",
        "venezuela-2024-audit/log_vote_rate",
        "venezuela-2024-audit/parish_outliers",
    ];

    #[test]
    fn every_evaluator_meets_a_case_but_those_of_blocks_that_stand_apart() {
        let mut met = BTreeSet::new();
        for name in [
            "venezuela-2024-audit",
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
            met.extend(
                case::split(&document)
                    .unwrap()
                    .into_iter()
                    .map(|case| case.kind),
            );
            for kind in APART {
                if let Some(block) = kind.strip_prefix(&format!("{name}/")) {
                    assert!(document["definitions"].get(block).is_some(), "{kind}");
                }
            }
        }
        let all = kinds().map(|(kind, _)| kind);
        let unmet: Vec<&str> = all.filter(|kind| !met.contains(*kind)).collect();
        assert_eq!(unmet, APART);
    }

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
