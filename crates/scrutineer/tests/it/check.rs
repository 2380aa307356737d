//! `check`: all problems, with file, row, column, expected and found.

use scrutineer_testkit::scratch::Scratch;

use crate::support::{SHEETS, folder, run};

#[test]
fn every_problem_is_listed_with_its_place_in_text_and_json() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    let rows = "P3,1,90,x,50,5,30,20\nP4,1,90,-3,50,5,30,20\n,,1,1,1,0,1,0\n";
    scratch.write("e/sheets.csv", format!("{SHEETS}{rows}"));
    let text = run(&scratch, &["check", "e"]);
    assert_eq!(text.code, 1);
    for place in [
        "sheets.csv:4:ballots",
        "sheets.csv:5:ballots",
        "sheets.csv:6",
    ] {
        assert!(text.out.contains(place), "{place}: {}", text.out);
    }
    let spanish = run(&scratch, &["check", "e", "--lang", "es"]);
    assert!(spanish.out.contains("sheets.csv:4:ballots") && spanish.out.contains("se esperaba"));
    let json = run(&scratch, &["check", "e", "--json"]);
    assert_eq!(json.code, 1);
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    let problems = json["problems"].as_array().unwrap();
    let held = problems.iter().any(|one| {
        one["kind"] == "not-a-number"
            && one["row"] == 4
            && one["column"] == "ballots"
            && one["found"].as_str().unwrap().contains('x')
    });
    assert!(held, "{problems:#?}");
    assert!(json["errors"].as_u64().unwrap() >= 3);
}

#[test]
fn a_source_that_breaks_its_identity_is_listed_and_the_rest_is_still_checked() {
    let scratch = Scratch::new();
    folder(&scratch, "e");
    scratch.write("e/sheets.csv", SHEETS.replace("105,55", "105,56"));
    let run = run(&scratch, &["check", "e"]);
    assert_eq!(run.code, 1);
    assert!(run.out.contains("fails on 2 of 2 rows"), "{}", run.out);
    assert!(run.out.contains("E.201"), "{}", run.out);
}
