//! Evaluates vector files: numbers that independent programs computed and ours must reproduce.
//!
//! A file is split into cases ([`case`]), each case is evaluated by the function registered for its kind
//! ([`registry`]), and every leaf that the file expects is compared ([`compare`]). A kind that no
//! function evaluates is either planned, with the issue that will build it ([`planned`]), or not
//! understood.

pub mod case;
mod censorship;
pub mod compare;
mod incidents;
pub mod planned;
mod quick_count;
pub mod registry;
mod risk;
mod sampling;
mod tlog;
mod venezuela;

use std::fmt;

use serde_json::Value;

use case::Case;
use compare::Difference;
use planned::{Planned, When};
use registry::Evaluator;

/// What came of one case.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// The case.
    pub id: String,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a case.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Every expected leaf is reproduced.
    Ok,
    /// These leaves are not.
    Differs(Vec<Difference>),
    /// Nothing evaluates this kind yet, and that is known.
    Planned(When),
    /// Nothing evaluates this kind, or the evaluation failed; why.
    NotUnderstood(String),
}

impl Verdict {
    /// Whether the run may end well with it.
    pub fn is_good(&self) -> bool {
        matches!(self.outcome, Outcome::Ok | Outcome::Planned(_))
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let id = &self.id;
        match &self.outcome {
            Outcome::Ok => write!(f, "{id} ok"),
            Outcome::Planned(when) => write!(f, "{id} planned: {when}"),
            Outcome::NotUnderstood(why) => write!(f, "{id} not understood: {why}"),
            Outcome::Differs(differences) => {
                for (index, difference) in differences.iter().enumerate() {
                    let separator = if index == 0 { "" } else { "\n" };
                    write!(f, "{separator}{id}{difference}")?;
                }
                Ok(())
            }
        }
    }
}

/// Evaluates every case of a vector file, in its order.
///
/// # Errors
///
/// When the document is not of a known form; what was found instead.
pub fn evaluate(document: &Value) -> Result<Vec<Verdict>, String> {
    evaluate_with(document, registry::find, &Planned::shipped()?)
}

fn evaluate_with(
    document: &Value,
    find: impl Fn(&str) -> Option<Evaluator>,
    planned: &Planned,
) -> Result<Vec<Verdict>, String> {
    let verdict = |case: &Case<'_>| Verdict {
        id: case.id.clone(),
        outcome: match (find(&case.kind), planned.when(&case.kind)) {
            (Some(evaluator), _) => judge(case, evaluator),
            (None, Some(when)) => Outcome::Planned(when),
            (None, None) => Outcome::NotUnderstood(format!("no evaluator for {}", case.kind)),
        },
    };
    Ok(case::split(document)?.iter().map(verdict).collect())
}

fn judge(case: &Case<'_>, evaluator: Evaluator) -> Outcome {
    match evaluator(case) {
        Err(why) => Outcome::NotUnderstood(why),
        Ok(found) => {
            let differences = compare::differences(case, &found);
            if differences.is_empty() {
                Outcome::Ok
            } else {
                Outcome::Differs(differences)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn run(found: fn(&Case<'_>) -> Result<Value, String>) -> Vec<String> {
        let document = json!({"vectors": [
            {"id": "a-1", "kind": "sum", "input": {}, "expect": {"n": 3, "parts": [1, 2.5]}},
            {"id": "b-1", "kind": "later", "input": {}, "expect": 1},
            {"id": "c-1", "kind": "new", "input": {}, "expect": 1}
        ]});
        let planned = Planned::parse("issue 9: later\n").unwrap();
        let find = |kind: &str| (kind == "sum").then_some(found as Evaluator);
        let verdicts = evaluate_with(&document, find, &planned).unwrap();
        verdicts.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn each_case_has_a_line() {
        assert_eq!(
            run(|_| Ok(json!({"n": 3, "parts": [1, 2.500_000_1], "more": 0}))),
            [
                "a-1 ok",
                "b-1 planned: issue 9",
                "c-1 not understood: no evaluator for new"
            ]
        );
    }

    #[test]
    fn a_wrong_value_a_missing_one_and_a_failure_are_told() {
        assert_eq!(
            run(|_| Ok(json!({"n": 4, "parts": [1]})))[0],
            "a-1.n differs: expected 3, got 4\na-1.parts[1] differs: expected 2.5, got nothing"
        );
        assert_eq!(
            run(|_| Err("no input".to_owned()))[0],
            "a-1 not understood: no input"
        );
    }

    #[test]
    fn only_reproduced_and_planned_cases_are_good() {
        let good = |outcome| {
            Verdict {
                id: String::new(),
                outcome,
            }
            .is_good()
        };
        assert!(good(Outcome::Ok) && good(Outcome::Planned(When::Later)));
        assert!(!good(Outcome::Differs(vec![])) && !good(Outcome::NotUnderstood(String::new())));
    }
}
