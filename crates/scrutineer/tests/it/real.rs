//! The three real examples against the shared data.

use scrutineer_testkit::{scratch::Scratch, shared};
use serde_json::Value;

use crate::support::json;

fn report(name: &str, extra: &[&str]) -> Option<Value> {
    let data = shared::dir()?.join("data");
    let folder = shared::workspace_root().join("examples").join(name);
    let (folder, data) = (folder.to_str()?, data.to_str()?);
    let arguments = [&["audit", folder, "--mirror", data, "--json"][..], extra].concat();
    Some(json(&Scratch::new(), &arguments))
}

fn answers(contest: &Value) -> Vec<(String, String)> {
    let declarations = contest["declarations"].as_array().unwrap();
    let results = declarations
        .iter()
        .flat_map(|held| held["results"].as_array().unwrap());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    results
        .map(|result| {
            (
                text(&result["winner"]["answer"]),
                text(&result["figures"]["answer"]),
            )
        })
        .collect()
}

#[test]
fn the_sheets_of_venezuela_contradict_both_bulletins() {
    let Some(report) = report("venezuela-2024", &[]) else {
        return;
    };
    let contest = &report["contests"][0];
    let twice = ("contradicted".to_owned(), "infeasible".to_owned());
    assert_eq!(answers(contest), [twice.clone(), twice]);
    let states: Vec<&str> = contest["chain"]
        .as_array()
        .unwrap()
        .iter()
        .map(|link| link["status"].as_str().unwrap())
        .collect();
    assert_eq!(
        states,
        ["open", "open", "open", "open", "proven", "proven", "broken"]
    );
    let totals = &contest["sources"][0]["totals"];
    assert_eq!(totals["options"]["EG"], 7_156_462);
    assert_eq!(totals["options"]["NM"], 3_241_461);
    assert_eq!(totals["valid"], 10_659_128);
}

#[test]
fn the_figures_of_georgia_fit_the_commission_sheets_and_the_final_ones_are_undetermined() {
    let Some(report) = report("georgia-2024", &[]) else {
        return;
    };
    let declarations = report["contests"][0]["declarations"].as_array().unwrap();
    let figures = |at: usize| {
        let results = declarations[at]["results"].as_array().unwrap();
        let own = results
            .iter()
            .find(|result| result["source"] == "commission")
            .unwrap();
        own["figures"]["answer"].clone()
    };
    assert_eq!(figures(0), "consistent");
    assert_eq!(figures(1), "undetermined");
}

#[test]
fn the_sample_of_indonesia_decides_nothing() {
    let Some(report) = report("indonesia-2024", &["--accept-import"]) else {
        return;
    };
    let contest = &report["contests"][0];
    for source in contest["sources"].as_array().unwrap() {
        assert_ne!(source["standing"]["verdict"], "decided", "{}", source["id"]);
    }
    for (winner, figures) in answers(contest) {
        assert_eq!(
            (winner.as_str(), figures.as_str()),
            ("undetermined", "undetermined")
        );
    }
}
