//! The JSON document and the lines of `check`.

use std::collections::BTreeMap;

use scrutineer_audit::AuditReport;
use scrutineer_model::Locator;
use scrutineer_report::{CheckSummary, IssueView, Language, check_text, json};
use serde_json::Value;

use crate::fixture::{contradicted, every, report};

#[test]
fn the_document_reads_back_as_the_same_report() {
    for value in every() {
        let held = report(value);
        let text = json(&held).unwrap();
        let back: AuditReport = serde_json::from_str(&text).unwrap();
        assert_eq!(back, held);
        assert_eq!(json(&back).unwrap(), text);
        assert!(text.ends_with("}\n"));
    }
}

#[test]
fn the_document_carries_the_templates_of_all_its_messages() {
    let text = json(&report(contradicted())).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    let first: Vec<&String> = document.as_object().unwrap().keys().collect();
    assert_eq!(first.first().map(|key| key.as_str()), Some("schema"));
    for language in Language::ALL {
        let texts = &document["texts"][language.tag()];
        for id in [
            "winner-contradicted",
            "condition-figures",
            "reason-own-turnout",
            "fixed-by-turnout",
            "chain-6-decided",
            "chain-link-7",
            "check-w-204",
            "check-w-204-title",
        ] {
            assert!(texts[id].is_string(), "{id}");
        }
    }
    assert_eq!(document["texts"].as_object().unwrap().len(), 2);
}

fn issue(kind: &str, row: u64, expected: &str, found: &str) -> IssueView {
    IssueView {
        kind: kind.to_owned(),
        severity: scrutineer_model::Severity::Error,
        locator: Locator {
            file: "sheets.csv".to_owned(),
            row: Some(row),
            column: Some("VALID".to_owned()),
        },
        expected: expected.to_owned(),
        found: found.to_owned(),
        count: 1,
        line: String::new(),
    }
}

#[test]
fn check_lists_every_problem_with_its_place() {
    let issues: Vec<IssueView> = (1..=120)
        .map(|row| issue("not-a-number", row, "a count", "N/D?"))
        .chain([
            issue("negative", 7, "a count", "-5"),
            issue("not-a-number", 500, "a count", ""),
            IssueView::folder(
                Locator {
                    file: "election.toml".to_owned(),
                    row: Some(12),
                    column: Some("5".to_owned()),
                },
                "capacity".to_owned(),
                "capcity".to_owned(),
            ),
        ])
        .collect();
    let report = report(contradicted());
    let summary = CheckSummary::of(&issues, &report.findings);
    assert_eq!(
        (summary.errors, summary.warnings, summary.notes),
        (123, 2, 0)
    );
    for language in Language::ALL {
        let text = check_text(&issues, &report.findings, &report.provenance, language, 80).unwrap();
        for row in 1..=120 {
            assert!(
                text.contains(&format!("sheets.csv:{row}:VALID: ")),
                "row {row}"
            );
        }
        assert!(text.contains("election.toml:12:5: "));
        assert!(text.contains("10113042:1"));
    }
    let few = &issues[118..];
    let text = check_text(
        few,
        &report.findings,
        &report.provenance,
        Language::English,
        80,
    );
    insta::assert_snapshot!("check-en", text.unwrap());
}

#[test]
fn a_problem_without_a_place_begins_with_its_words_in_the_language_of_the_reader() {
    let mut accepted = issue(
        "decision",
        1,
        "options = valid on at least 99 % of the readings",
        "it fails on 2 of 3; accepted",
    );
    accepted.locator = Locator::default();
    let cell = issue("not-a-number", 7, "a whole number", "12 more");
    let list = [accepted, cell];
    let lines = |language| check_text(&list, &[], &BTreeMap::new(), language, 200).unwrap();
    let english = lines(Language::English);
    for line in [
        "  expected options = valid on at least 99 % of the readings, found it fails on 2 of 3; accepted",
        "  sheets.csv:7:VALID: expected a whole number, found 12 more",
    ] {
        assert!(english.lines().any(|held| held == line), "{english}");
    }
    let spanish = lines(Language::Spanish);
    for line in [
        "  se esperaba options = valid en al menos el 99 % de las lecturas, se encontró no se cumple en 2 de 3; aceptado",
        "  sheets.csv:7:VALID: se esperaba un número entero, se encontró 12 more",
    ] {
        assert!(spanish.lines().any(|held| held == line), "{spanish}");
    }
}
