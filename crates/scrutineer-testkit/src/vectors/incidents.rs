//! Counts of persons: multiple systems estimation, record linkage, counting rules.

mod claims;
mod linkage;
mod systems;

use serde_json::Value;

use super::registry::Evaluator;

/// The evaluators by kind.
pub(super) const EVALUATORS: &[(&str, Evaluator)] = &[
    ("two_list", systems::two_list),
    ("chao", systems::chao_bound),
    ("loglinear", systems::loglinear),
    ("count_bounds", claims::count_bounds),
    ("count-claims/expect", claims::public_statements),
    ("linkage/expect", linkage::expected),
    ("linkage/all_pairs", linkage::all_pairs),
    ("linkage/similarity", linkage::similarity),
    ("linkage/keyed_hash", linkage::keyed_hash),
];

fn number(value: &Value, name: &str) -> Result<u64, String> {
    let found = value.get(name).and_then(Value::as_u64);
    found.ok_or_else(|| format!("{name}: expected a number, found none"))
}

fn text<'a>(value: &'a Value, name: &str) -> Result<&'a str, String> {
    let found = value.get(name).and_then(Value::as_str);
    found.ok_or_else(|| format!("{name}: expected a text, found none"))
}

fn list<'a>(value: &'a Value, name: &str) -> Result<&'a [Value], String> {
    let found = value.get(name).and_then(Value::as_array);
    found
        .map(Vec::as_slice)
        .ok_or_else(|| format!("{name}: expected a list, found none"))
}
