//! Comparing what was computed with what a vector file expects, leaf by leaf.

use std::collections::BTreeMap;
use std::fmt;

use serde_json::Value;

use super::case::Case;

/// A leaf that was not reproduced.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// Where in the case, such as `.B1.strict[2]`; empty for the case itself.
    pub path: String,
    /// What the file expects.
    pub expected: Value,
    /// What was computed; `None` where nothing was.
    pub found: Option<Value>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            path,
            expected,
            found,
        } = self;
        write!(f, "{path} differs: expected {expected}, got ")?;
        match found {
            Some(found) => write!(f, "{found}"),
            None => f.write_str("nothing"),
        }
    }
}

/// What the definitions of a file exempt from exact comparison, by the end of a kind and path.
struct Exception {
    kind: &'static str,
    /// The last part of the path, or its end from a `.` on.
    key: &'static str,
    rule: Rule,
}

#[derive(Clone, Copy)]
enum Rule {
    /// Not a number to reproduce.
    Leave,
    /// An absolute tolerance.
    Within(f64),
    /// A relative tolerance.
    WithinShare(f64),
}

const fn leave(kind: &'static str, key: &'static str) -> Exception {
    Exception {
        kind,
        key,
        rule: Rule::Leave,
    }
}

const fn within(kind: &'static str, key: &'static str, by: f64) -> Exception {
    Exception {
        kind,
        key,
        rule: Rule::Within(by),
    }
}

const fn within_share(kind: &'static str, key: &'static str, by: f64) -> Exception {
    Exception {
        kind,
        key,
        rule: Rule::WithinShare(by),
    }
}

/// How far a profile interval may be off, as `meta.tolerance` of its file says.
const PROFILE: f64 = 2e-4;

const FEASIBILITY: &str = "venezuela-2024-audit/declared_feasibility";
const BOOTSTRAP: &str = "venezuela-2024-audit/imputation_state_bootstrap";

/// How far the linearised interval may be from the ends of the bootstrap's, which has Monte Carlo error.
const BOOTSTRAP_ENDS: f64 = 0.0003;

const EXCEPTIONS: &[Exception] = &[
    // Explanations that stand inside a block.
    leave("", "def_"),
    leave("", "note"),
    // The same numbers by drawing, which another generator does not give again.
    leave("venezuela-2024-audit/integer_percentage", "mc"),
    // The optimum of the linear program is not unique; its value is compared.
    leave(FEASIBILITY, "x_included"),
    leave(FEASIBILITY, "RE_included"),
    leave(FEASIBILITY, "y_unobserved_counted"),
    leave(FEASIBILITY, "v"),
    leave(FEASIBILITY, "e_plus"),
    leave(FEASIBILITY, "e_minus"),
    within_share("loglinear", ".profile_ci95.N", PROFILE),
    within_share("loglinear", ".profile_ci95.lo", PROFILE),
    within_share("loglinear", ".profile_ci95.hi", PROFILE),
    // A saturated model has none but what rounding leaves.
    within("loglinear", "deviance", 1e-6),
    // How the bootstrap was run.
    leave(BOOTSTRAP, "B"),
    leave(BOOTSTRAP, "seed"),
    within(BOOTSTRAP, "EG_mean", BOOTSTRAP_ENDS),
    within(BOOTSTRAP, "NM_mean", BOOTSTRAP_ENDS),
    within(BOOTSTRAP, "EG_ci", BOOTSTRAP_ENDS),
    within(BOOTSTRAP, "NM_ci", BOOTSTRAP_ENDS),
];

/// Every expected leaf of a case that `found` does not reproduce. What is found beyond is not read.
pub fn differences(case: &Case<'_>, found: &Value) -> Vec<Difference> {
    let mut decimals = BTreeMap::new();
    if case.is_rounded {
        printed_decimals("", case.expected, &mut decimals);
    }
    let mut walk = Walk {
        case,
        decimals,
        differences: Vec::new(),
    };
    walk.compare("", "", case.expected, Some(found));
    walk.differences
}

struct Walk<'a> {
    case: &'a Case<'a>,
    /// Most decimals printed under each key of the block.
    decimals: BTreeMap<&'a str, usize>,
    differences: Vec<Difference>,
}

impl Walk<'_> {
    fn compare(&mut self, path: &str, key: &str, expected: &Value, found: Option<&Value>) {
        let rule = self.rule(path, key);
        if matches!(rule, Some(Rule::Leave)) {
            return;
        }
        match expected {
            Value::Object(members) if !members.is_empty() => {
                for (name, expected) in members {
                    let found = found.and_then(|found| found.get(name));
                    self.compare(&format!("{path}.{name}"), name, expected, found);
                }
            }
            Value::Array(items) if !items.is_empty() && !is_too_long(found, items.len()) => {
                // An element belongs to the key of its list.
                for (index, expected) in items.iter().enumerate() {
                    let found = found.and_then(|found| found.get(index));
                    self.compare(&format!("{path}[{index}]"), key, expected, found);
                }
            }
            _ => {
                let agrees = found.is_some_and(|found| self.agrees(key, rule, expected, found));
                if !agrees {
                    self.differences.push(Difference {
                        path: path.to_owned(),
                        expected: expected.clone(),
                        found: found.cloned(),
                    });
                }
            }
        }
    }

    fn rule(&self, path: &str, key: &str) -> Option<Rule> {
        let is_meant = |exception: &&Exception| {
            let is_end = exception.key.starts_with('.') && path.ends_with(exception.key);
            (is_end || exception.key == key)
                && (exception.kind.is_empty() || exception.kind == self.case.kind)
        };
        EXCEPTIONS
            .iter()
            .find(is_meant)
            .map(|exception| exception.rule)
    }

    fn agrees(&self, key: &str, rule: Option<Rule>, expected: &Value, found: &Value) -> bool {
        if is_integer(expected) && rule.is_none() {
            return expected == found;
        }
        let (Some(wanted), Some(value)) = (expected.as_f64(), found.as_f64()) else {
            return expected == found;
        };
        let tolerance = match rule {
            Some(Rule::Within(tolerance)) => tolerance,
            Some(Rule::WithinShare(share)) => share * wanted.abs(),
            _ => self.tolerance(key, wanted),
        };
        (value - wanted).abs() <= tolerance
    }

    /// The looser of the relative tolerance and half a unit of the last printed decimal.
    fn tolerance(&self, key: &str, wanted: f64) -> f64 {
        let relative = self.case.relative * wanted.abs();
        let half_unit = self.decimals.get(key).map_or(0.0, |&decimals| {
            let decimals = i32::try_from(decimals).unwrap_or(i32::MAX);
            // Just above the half: a value that was rounded from a tie is on the edge.
            0.5 * 10_f64.powi(-decimals) * (1.0 + 1e-9)
        });
        relative.max(half_unit)
    }
}

/// A shorter list misses elements, which are told one by one; a longer one, or a value that is no list,
/// is told once for the whole list.
fn is_too_long(found: Option<&Value>, expected: usize) -> bool {
    found.is_some_and(|found| found.as_array().is_none_or(|items| items.len() > expected))
}

fn is_integer(value: &Value) -> bool {
    value.is_i64() || value.is_u64()
}

/// The most decimals of any real under each key: trailing zeros are not printed, so one value alone may
/// show fewer than it was rounded to.
fn printed_decimals<'a>(key: &'a str, value: &'a Value, decimals: &mut BTreeMap<&'a str, usize>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                printed_decimals(name, value, decimals);
            }
        }
        Value::Array(items) => {
            for item in items {
                printed_decimals(key, item, decimals);
            }
        }
        Value::Number(number) if number.is_f64() => {
            let text = number.as_f64().unwrap_or_default().to_string();
            let printed = text
                .split_once('.')
                .map_or(0, |(_, fraction)| fraction.len());
            // A real without a fraction was rounded to one decimal at least: "579084.0".
            let most = decimals.entry(key).or_insert(1);
            *most = (*most).max(printed);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn paths(kind: &str, is_rounded: bool, expected: &Value, found: &Value) -> Vec<String> {
        let case = Case {
            id: "id".to_owned(),
            kind: kind.to_owned(),
            expected,
            input: &Value::Null,
            relative: 1e-6,
            is_rounded,
            document: &Value::Null,
        };
        differences(&case, found)
            .into_iter()
            .map(|difference| difference.path)
            .collect()
    }

    #[test]
    fn integers_are_exact() {
        let expected = json!({"n": 7_156_462});
        assert_eq!(
            paths("", true, &expected, &json!({"n": 7_156_462})),
            [""; 0]
        );
        assert_eq!(paths("", true, &expected, &json!({"n": 7_156_463})), [".n"]);
        assert_eq!(
            paths("", true, &expected, &json!({"n": 7_156_462.4})),
            [".n"]
        );
    }

    #[test]
    fn reals_may_differ_by_a_millionth_or_half_a_printed_unit() {
        let expected = json!({"value": 579_084.0, "share": 0.25, "other": {"share": 0.123_456}});
        let near =
            json!({"value": 579_084.5, "share": 0.250_000_4, "other": {"share": 0.123_455_6}});
        assert_eq!(paths("", true, &expected, &near), [""; 0]);
        let far =
            json!({"value": 579_084.7, "share": 0.250_000_6, "other": {"share": 0.123_455_4}});
        assert_eq!(
            paths("", true, &expected, &far),
            [".value", ".share", ".other.share"]
        );
        // Without rounding only the relative tolerance counts.
        assert_eq!(
            paths("", false, &expected, &near),
            [".share", ".other.share"]
        );
    }

    #[test]
    fn a_leaf_that_is_absent_of_another_type_or_too_many_is_told() {
        let expected = json!({"a": true, "b": "x", "c": [1, 2], "d": [], "e": null});
        let found = json!({"a": 1, "b": "y", "c": [1, 2, 3], "d": [1]});
        assert_eq!(
            paths("", true, &expected, &found),
            [".a", ".b", ".c", ".d", ".e"]
        );
        assert_eq!(paths("", true, &expected, &json!({})).len(), 6);
    }

    #[test]
    fn an_exception_holds_for_its_kind_and_key_only() {
        let expected = json!({"EG_ci": [0.671_004, 0.671_823], "seed": 1});
        let found = json!({"EG_ci": [0.671_300, 0.672_200]});
        assert_eq!(paths(BOOTSTRAP, true, &expected, &found), [".EG_ci[1]"]);
        assert_eq!(
            paths("other", true, &expected, &found),
            [".EG_ci[0]", ".EG_ci[1]", ".seed"]
        );
    }
}
