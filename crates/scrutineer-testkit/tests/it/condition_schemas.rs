//! The JSON Schemas of the documents about the conditions: committed, those of the types, and every name in
//! them described.

use std::fs;

use schemars::JsonSchema;
use scrutineer_censorship::Analysis;
use scrutineer_disclosure::DisclosureReport;
use scrutineer_incidents::IncidentSummary;
use scrutineer_indices::IndexDocument;
use scrutineer_testkit::shared::workspace_root;
use serde_json::Value;

use crate::interfaces::missing;

fn of<T: JsonSchema>() -> Value {
    schemars::generate::SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

/// Each schema with the name of its file.
fn all() -> [(&'static str, Value); 4] {
    [
        ("censorship-report", of::<Analysis>()),
        ("disclosure-report", of::<DisclosureReport>()),
        ("incidents", of::<IncidentSummary>()),
        ("index-report", of::<IndexDocument>()),
    ]
}

#[test]
fn the_committed_schemas_are_those_of_the_types() {
    let folder = workspace_root().join("spec/schemas");
    for (name, schema) in all() {
        let path = folder.join(format!("{name}.schema.json"));
        let current = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
        if std::env::var_os("SCRUTINEER_BLESS").is_some() {
            fs::write(&path, &current).unwrap();
        }
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(
            committed, current,
            "{name} is stale; write it again with SCRUTINEER_BLESS=1"
        );
    }
}

#[test]
fn every_field_and_word_of_the_schemas_is_described() {
    let text = fs::read_to_string(workspace_root().join("spec/condition-documents.md")).unwrap();
    for (name, schema) in all() {
        assert_eq!(missing(&schema, &text), Vec::<String>::new(), "{name}");
    }
}
