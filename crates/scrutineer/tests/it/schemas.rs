//! What the commands on the conditions print follows the committed schemas; a changed document does not.

use std::fs;

use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared::workspace_root;
use serde_json::Value;

use crate::support::json;

fn follows(schema: &str, document: &Value) -> Result<(), String> {
    let path = workspace_root().join(format!("spec/schemas/{schema}.schema.json"));
    let schema: Value = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.add_resource("mem:schema", schema).unwrap();
    let compiled = compiler.compile("mem:schema", &mut schemas).unwrap();
    schemas
        .validate(document, compiled)
        .map_err(|error| error.to_string())
}

#[test]
fn documents_of_the_conditions_follow_their_schemas() {
    let scratch = Scratch::new();
    let examples = workspace_root().join("examples");
    let path = |name: &str| examples.join(name).to_str().unwrap().to_owned();
    let (record, synthetic) = (path("venezuela-2024"), path("incidents-synthetic"));
    let (lines, list) = (
        path("censorship-synthetic/measurements.jsonl.gz"),
        path("censorship-synthetic/targets.csv"),
    );
    let election = ["--election", "2001-01-15", "--targets", &list, "--json"];
    let analyse = [&["censorship", "analyse", &lines][..], &election].concat();
    for (schema, form, changed) in [
        (
            "index-report",
            &["index", "explain", &record, "--json"][..],
            "profiles",
        ),
        (
            "disclosure-report",
            &["disclosure", &record, "--json"],
            "obligations",
        ),
        (
            "incidents",
            &["incidents", "report", &synthetic, "--json"],
            "counts",
        ),
        (
            "incidents",
            &["incidents", "report", &record, "--json"],
            "sources",
        ),
        ("censorship-report", &analyse, "findings"),
    ] {
        let mut document = json(&scratch, form);
        follows(schema, &document).unwrap();
        document[changed] = "something else".into();
        assert!(follows(schema, &document).is_err(), "{schema}");
    }
}
