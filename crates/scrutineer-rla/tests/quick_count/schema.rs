//! The JSON Schema of the document: committed, described, and true of real output.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use scrutineer_rla::quick_count::{DeclaredShare, compare, schema};
use serde_json::Value;

use crate::support::{both, designed, drawn, estimated, frame};

fn spec(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../spec")
        .join(file)
}

#[test]
fn the_committed_schema_is_the_one_of_the_types() {
    let path = spec("schemas/quick-count.schema.json");
    let current = format!("{}\n", serde_json::to_string_pretty(&schema()).unwrap());
    if std::env::var_os("SCRUTINEER_BLESS").is_some() {
        fs::write(&path, &current).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        committed, current,
        "stale; write it again with SCRUTINEER_BLESS=1"
    );
}

fn names(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(map) => {
            if let Some(Value::Object(properties)) = map.get("properties") {
                found.extend(properties.keys().cloned());
            }
            map.values().for_each(|value| names(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| names(value, found)),
        _ => {}
    }
}

#[test]
fn every_field_is_described() {
    let text = fs::read_to_string(spec("quick-count.md")).unwrap();
    let is_inside = |at: char| at.is_alphanumeric() || at == '_' || at == '-';
    let words: BTreeSet<&str> = text.split(|at| !is_inside(at)).collect();
    let mut found = BTreeSet::new();
    names(&schema(), &mut found);
    assert!(found.len() > 40, "{found:?}");
    let missing: Vec<&String> = found
        .iter()
        .filter(|name| !words.contains(name.as_str()))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn real_output_follows_the_schema_and_a_changed_one_does_not() {
    let frame = frame(&[("a", &[100; 9]), ("b", &[100; 4])]);
    let design = designed(&frame, &["A", "B"], 6);
    let draw = drawn(&frame, &[0, 1, 2, 3, 9, 10]);
    let mut held: Vec<_> = (0..6).map(|at| both(&[30 + at, 20])).collect();
    held[5] = Vec::new();
    held[4].pop();
    for (at, reports) in held.iter_mut().enumerate() {
        for report in reports {
            report.part = u32::try_from(1 + at / 3).ok();
        }
    }
    let made = estimated(&design, &frame, &draw, held);
    let mut document = made.document.clone();
    let share = DeclaredShare {
        declaration: "d".to_owned(),
        stratum: None,
        option: "A".to_owned(),
        low: 0.5,
        high: 0.5,
        comparable: true,
    };
    document.comparison = compare(&made, &[share]);
    let mut value = serde_json::to_value(&document).unwrap();
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("mem:schema", schema()).unwrap();
    let compiled = compiler.compile("mem:schema", &mut schemas).unwrap();
    let result = schemas.validate(&value, compiled);
    assert!(result.is_ok(), "{}", result.unwrap_err());
    value["options"][0]["share"] = Value::from("half");
    assert!(schemas.validate(&value, compiled).is_err());
}
