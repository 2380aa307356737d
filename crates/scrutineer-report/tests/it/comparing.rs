//! What changed since an earlier report.

use scrutineer_report::{Language, compare, comparison_text};
use serde_json::json;

use crate::fixture::{contradicted, merge, possible, report};

#[test]
fn a_report_compared_with_itself_has_not_changed() {
    let held = report(contradicted());
    let comparison = compare(&held, &held);
    assert!(comparison.rules.is_none() && comparison.inputs.is_empty());
    assert!(comparison.findings_new.is_empty() && comparison.findings_gone.is_empty());
    for contest in &comparison.contests {
        assert!(contest.answers.is_empty() && contest.numbers.is_empty());
        assert!(contest.chain.is_empty());
    }
}

#[test]
fn every_kind_of_change_is_told_with_old_and_new() {
    let old = report(contradicted());
    let mut value = possible();
    merge(
        &mut value,
        &json!({"as_of": "2024-09-01", "report_id": "b".repeat(64), "tool": {"rules": "2"}}),
    );
    value["inputs"][1]["sha256"] = json!("1".repeat(64));
    let contest = &mut value["contests"][0];
    contest["sources"][0]["coverage"]["stations_reported"] = json!(24_600);
    contest["sources"][0]["totals"]["options"]["AL"] = json!(7_160_000);
    contest["chain"][1]["status"] = json!("bounded");
    contest["chain"][1]["reasons"] = json!(["2-risk"]);
    contest["chain"][1]["figures"] = json!({"risk": [1, 20]});
    let gone = value["findings"][1].take();
    value["findings"][1] = gone;
    value["findings"][1]["key"] = json!("W.204|10113042:9|sheets");
    value["findings"][1]["subject"]["station"] = json!("10113042:9");
    let new = report(value);
    let comparison = compare(&old, &new);
    assert_eq!(comparison.findings_new.len(), 1);
    assert_eq!(comparison.findings_gone.len(), 1);
    assert_eq!(comparison.findings_disposed.len(), 1);
    for language in Language::ALL {
        let text = comparison_text(&comparison, language, 80).unwrap();
        insta::assert_snapshot!(format!("comparison-{}", language.tag()), text);
    }
}

#[test]
fn other_rules_are_said_before_anything_else() {
    let old = report(contradicted());
    let mut value = contradicted();
    merge(&mut value, &json!({"tool": {"rules": "2"}}));
    let text = comparison_text(&compare(&old, &report(value)), Language::English, 80).unwrap();
    let rules = text.find("different rules").expect("said");
    assert!(rules < text.find("Report 3f7868").unwrap_or(usize::MAX));
    assert!(rules < text.find("Files").expect("said"));
}
