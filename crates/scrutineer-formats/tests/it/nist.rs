//! Exports against the schemas of the standard, checked by programs that others wrote.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on must fail where it stands"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use scrutineer_formats::nist::{NistOptions, reports};
use scrutineer_model::{Dataset, OptionIdx};
use scrutineer_simulate::{Plan, simulate};
use scrutineer_testkit::requirement::skip_without;
use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::{examples, shared};
use serde_json::Value;

fn options() -> NistOptions {
    NistOptions {
        issuer: "A publisher".to_owned(),
        abbreviation: "AP".to_owned(),
        is_test: true,
    }
}

fn has_extension(name: &str, extension: &str) -> bool {
    Path::new(name)
        .extension()
        .is_some_and(|found| found == extension)
}

fn synthetic() -> Dataset {
    simulate(&Plan::demo()).unwrap().to_dataset().unwrap()
}

fn schema(extension: &str) -> Option<PathBuf> {
    let name = format!("data/nist-1500-100/NIST_V2_election_results_reporting.{extension}");
    shared::file(&name)
}

fn xmllint() -> Option<()> {
    let found = Command::new("xmllint").arg("--version").output().ok();
    skip_without(
        "xmllint",
        "apt-get install libxml2-utils",
        found.map(|_| ()),
    )
}

fn validate_xml(schema: &Path, files: &[(String, Vec<u8>)]) {
    let scratch = Scratch::new();
    let paths: Vec<PathBuf> = files
        .iter()
        .filter(|(name, _)| has_extension(name, "xml"))
        .map(|(name, bytes)| scratch.write(&name.replace('/', "-"), bytes))
        .collect();
    assert!(!paths.is_empty());
    let run = Command::new("xmllint")
        .args(["--nonet", "--noout", "--schema"])
        .arg(schema)
        .args(&paths)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{}", &said[..said.len().min(2_000)]);
}

fn validate_json(schema: &Path, files: &[(String, Vec<u8>)]) {
    let text = std::fs::read_to_string(schema).unwrap();
    let mut schemas = boon::Schemas::new();
    let mut compiler = boon::Compiler::new();
    compiler.set_default_draft(boon::Draft::V4);
    let value: Value = serde_json::from_str(&text).unwrap();
    compiler.add_resource("nist.json", value).unwrap();
    let index = compiler.compile("nist.json", &mut schemas).unwrap();
    for (name, bytes) in files.iter().filter(|(name, _)| has_extension(name, "json")) {
        let value: Value = serde_json::from_slice(bytes).unwrap();
        let judged = schemas.validate(&value, index);
        assert!(judged.is_ok(), "{name}: {}", judged.unwrap_err());
    }
}

#[test]
fn the_xml_of_a_synthetic_election_is_valid_against_the_schema() {
    let (Some(schema), Some(())) = (schema("xsd"), xmllint()) else {
        return;
    };
    let dataset = synthetic();
    let files: Vec<_> = reports(&dataset, &options()).collect();
    validate_xml(&schema, &files);
}

#[test]
fn a_wrong_document_is_not_valid_against_the_schema() {
    let (Some(schema), Some(())) = (schema("xsd"), xmllint()) else {
        return;
    };
    let dataset = synthetic();
    let (_, bytes) = reports(&dataset, &options()).next().unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let scratch = Scratch::new();
    let wrong = scratch.write("wrong.xml", text.replacen("<Format>", "<Formats>", 1));
    let run = Command::new("xmllint")
        .args(["--nonet", "--noout", "--schema"])
        .arg(&schema)
        .arg(wrong)
        .output()
        .unwrap();
    assert!(!run.status.success());
}

#[test]
fn the_json_of_a_synthetic_election_is_valid_against_the_schema() {
    let Some(schema) = schema("json") else { return };
    let dataset = synthetic();
    let files: Vec<_> = reports(&dataset, &options()).collect();
    validate_json(&schema, &files);
}

#[test]
fn real_elections_are_valid_in_both_encodings() {
    let (Some(json), Some(xsd)) = (schema("json"), schema("xsd")) else {
        return;
    };
    for name in ["georgia-2024", "indonesia-2024"] {
        let loaded = examples::load(name).unwrap();
        let files: Vec<_> = reports(&loaded.dataset, &options()).collect();
        validate_json(&json, &files);
        if xmllint().is_some() {
            validate_xml(&xsd, &files);
        }
    }
}

#[test]
fn the_votes_of_all_reports_of_a_source_add_up_to_its_sheets() {
    let dataset = synthetic();
    let set = &dataset.sheets()[0];
    let source = dataset.source(set.source()).id.as_str();
    let mut sums: BTreeMap<String, u64> = BTreeMap::new();
    let mut parts = Vec::new();
    let prefix = format!("nist/{source}/");
    for (name, bytes) in reports(&dataset, &options()) {
        if !has_extension(&name, "json") || !name.starts_with(&prefix) {
            continue;
        }
        let report: Value = serde_json::from_slice(&bytes).unwrap();
        parts.push((
            report["SequenceStart"].as_u64().unwrap(),
            report["SequenceEnd"].as_u64().unwrap(),
        ));
        for selection in report["Election"][0]["Contest"][0]["ContestSelection"]
            .as_array()
            .unwrap()
        {
            let id = selection["CandidateIds"][0].as_str().unwrap().to_owned();
            for count in selection["VoteCounts"].as_array().unwrap() {
                *sums.entry(id.clone()).or_default() += count["Count"].as_u64().unwrap();
            }
        }
    }
    let count = parts.len() as u64;
    let expected: Vec<(u64, u64)> = (1..=count).map(|at| (at, count)).collect();
    assert_eq!(parts, expected);
    let contest = dataset.contest(set.contest());
    for (at, option) in contest.options.iter().enumerate() {
        let column = set.option(OptionIdx::new(at));
        let sum: u64 = set
            .current()
            .filter_map(|row| column[row].count())
            .map(u64::from)
            .sum();
        assert_eq!(
            sums[&format!("candidate-{}", option.id)],
            sum,
            "{}",
            option.id
        );
    }
}

#[test]
fn what_is_unread_is_left_out_and_never_zero() {
    let Some(loaded) = examples::load("indonesia-2024") else {
        return;
    };
    let dataset = &loaded.dataset;
    let set = &dataset.sheets()[0];
    let read: usize = set
        .current()
        .map(|row| {
            set.options()
                .iter()
                .filter(|column| column[row].count().is_some())
                .count()
        })
        .sum();
    let written: usize = reports(dataset, &options())
        .filter(|(name, _)| has_extension(name, "xml"))
        .map(|(_, bytes)| {
            String::from_utf8(bytes)
                .unwrap()
                .matches("<VoteCounts>")
                .count()
        })
        .sum();
    assert_eq!(written, read);
    assert!(read < set.stations_reported() * set.options().len());
}
