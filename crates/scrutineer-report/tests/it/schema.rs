//! The JSON Schema: committed, current, and true of real output.

use std::fs;
use std::path::Path;

use scrutineer_report::conditions::Conditions;
use scrutineer_report::{Dossier, json, schema};
use serde_json::{Value, json};

use crate::fixture::{every, report};

/// Where `value` breaks `schema`, for the keywords that the schema of the report uses.
pub(crate) fn violations(
    value: &Value,
    schema: &Value,
    root: &Value,
    path: &str,
    out: &mut Vec<String>,
) {
    let Some(rules) = schema.as_object() else {
        if schema == &Value::Bool(false) {
            out.push(format!("{path}: nothing is allowed"));
        }
        return;
    };
    for (keyword, rule) in rules {
        match keyword.as_str() {
            "$ref" => {
                let target = rule.as_str().unwrap().trim_start_matches('#');
                violations(value, root.pointer(target).unwrap(), root, path, out);
            }
            "type" => {
                let names = rule
                    .as_array()
                    .cloned()
                    .unwrap_or_else(|| vec![rule.clone()]);
                if !names
                    .iter()
                    .any(|name| has_type(value, name.as_str().unwrap()))
                {
                    out.push(format!("{path}: expected {rule}, found {value}"));
                }
            }
            "enum" if !rule.as_array().unwrap().contains(value) => {
                out.push(format!("{path}: expected one of {rule}, found {value}"));
            }
            "const" if rule != value => {
                out.push(format!("{path}: expected {rule}, found {value}"));
            }
            "anyOf" | "oneOf" => {
                let fits = |branch: &&Value| {
                    let mut inner = Vec::new();
                    violations(value, branch, root, path, &mut inner);
                    inner.is_empty()
                };
                if !rule.as_array().unwrap().iter().any(|branch| fits(&branch)) {
                    out.push(format!("{path}: no branch of {keyword} fits {value}"));
                }
            }
            "allOf" => {
                for branch in rule.as_array().unwrap() {
                    violations(value, branch, root, path, out);
                }
            }
            "required" => {
                for key in rule.as_array().unwrap() {
                    let missing = value
                        .as_object()
                        .is_some_and(|held| !held.contains_key(key.as_str().unwrap()));
                    if missing {
                        out.push(format!("{path}: {key} is missing"));
                    }
                }
            }
            "properties" => {
                for (key, inner) in rule.as_object().unwrap() {
                    if let Some(held) = value.get(key) {
                        violations(held, inner, root, &format!("{path}/{key}"), out);
                    }
                }
            }
            "additionalProperties" => {
                let known = rules.get("properties").and_then(Value::as_object);
                for (key, held) in value.as_object().into_iter().flatten() {
                    if !known.is_some_and(|known| known.contains_key(key)) {
                        violations(held, rule, root, &format!("{path}/{key}"), out);
                    }
                }
            }
            "items" => {
                for (position, held) in value.as_array().into_iter().flatten().enumerate() {
                    violations(held, rule, root, &format!("{path}/{position}"), out);
                }
            }
            "minItems" | "maxItems" => {
                let count = value.as_array().map_or(0, Vec::len) as u64;
                let bound = rule.as_u64().unwrap();
                let breaks = if keyword == "minItems" {
                    count < bound
                } else {
                    count > bound
                };
                if value.is_array() && breaks {
                    out.push(format!("{path}: {count} items, {keyword} is {bound}"));
                }
            }
            _ => {}
        }
    }
}

fn has_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        _ => false,
    }
}

#[test]
fn the_committed_schema_is_the_one_of_the_types() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../spec/schemas");
    for (name, schema) in [
        ("audit-report", schema()),
        ("conditions", Conditions::schema()),
        ("dossier", Dossier::schema()),
    ] {
        let path = folder.join(format!("{name}.schema.json"));
        let current = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
        if std::env::var_os("SCRUTINEER_BLESS").is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(&path, &current).unwrap();
        }
        let committed = fs::read_to_string(&path).unwrap();
        assert_eq!(
            committed, current,
            "{name} is stale; write it again with SCRUTINEER_BLESS=1"
        );
    }
}

#[test]
fn real_output_follows_the_schema() {
    let schema = schema();
    for value in every() {
        let text = json(&report(value)).unwrap();
        let document: Value = serde_json::from_str(&text).unwrap();
        let mut out = Vec::new();
        violations(&document, &schema, &schema, "", &mut out);
        assert_eq!(out, Vec::<String>::new());
    }
}

#[test]
fn wrong_documents_break_the_schema() {
    let schema = schema();
    let [value, ..] = every();
    let text = json(&report(value)).unwrap();
    let right: Value = serde_json::from_str(&text).unwrap();
    let wrong: [(&str, Value); 5] = [
        ("/schema", json!(1)),
        ("/contests/0/chain/0/status", json!("strong")),
        (
            "/contests/0/declarations/0/results/0/winner/answer",
            json!("yes"),
        ),
        (
            "/contests/0/sources/0/coverage/stations_reported",
            json!("many"),
        ),
        (
            "/contests/0/declarations/0/results/0/joint/0/contradicting_votes",
            json!([1]),
        ),
    ];
    for (pointer, replacement) in wrong {
        let mut document = right.clone();
        *document.pointer_mut(pointer).unwrap() = replacement;
        let mut out = Vec::new();
        violations(&document, &schema, &schema, "", &mut out);
        assert!(!out.is_empty(), "{pointer} went unnoticed");
    }
    let mut document = right;
    document.as_object_mut().unwrap().remove("report_id");
    let mut out = Vec::new();
    violations(&document, &schema, &schema, "", &mut out);
    assert_eq!(out.len(), 1, "{out:?}");
}
