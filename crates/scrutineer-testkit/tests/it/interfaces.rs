//! The description of the document for programs names every field of its schema.

use std::collections::BTreeSet;
use std::fs;

use scrutineer_testkit::shared::workspace_root;
use serde_json::Value;

/// Names of fields and words of enumerations, wherever they are in a schema.
fn names(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::Object(properties)) = map.get("properties") {
                found.extend(properties.keys().cloned());
            }
            if let Some(Value::String(word)) = map.get("const") {
                found.insert(word.clone());
            }
            if let Some(Value::Array(words)) = map.get("enum") {
                found.extend(words.iter().filter_map(Value::as_str).map(str::to_owned));
            }
            map.values().for_each(|value| names(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| names(value, found)),
        _ => {}
    }
}

/// Names that do not stand in the text as words of their own.
pub(crate) fn missing(schema: &Value, text: &str) -> Vec<String> {
    let is_inside = |at: char| at.is_alphanumeric() || at == '_' || at == '-';
    let words: BTreeSet<&str> = text.split(|at| !is_inside(at)).collect();
    let mut found = BTreeSet::new();
    names(schema, &mut found);
    found
        .into_iter()
        .filter(|name| !words.contains(name.as_str()))
        .collect()
}

#[test]
fn every_field_and_word_of_the_schema_is_described() {
    let spec = workspace_root().join("spec");
    let schema = fs::read(spec.join("schemas/audit-report.schema.json")).unwrap();
    let text = fs::read_to_string(spec.join("interfaces.md")).unwrap();
    assert_eq!(
        missing(&serde_json::from_slice(&schema).unwrap(), &text),
        Vec::<String>::new()
    );
}

#[test]
fn a_field_that_is_not_described_is_noticed() {
    let schema = serde_json::json!({"properties": {"lead": {"enum": ["open", "not-said"]}}});
    assert_eq!(missing(&schema, "lead is {open}"), ["not-said"]);
}
