//! Commands that write folders.

use std::fs;

use scrutineer_testkit::scratch::Scratch;

use crate::support::{ELECTION, SHEETS, done, files, folder, json, run};

#[test]
fn a_new_folder_runs_as_it_is_in_both_languages_and_gives_the_same_report() {
    let scratch = Scratch::new();
    let mut answers = Vec::new();
    for language in ["en", "es"] {
        done(&scratch, &["new", language, "--lang", language]);
        done(&scratch, &["check", language]);
        let report = json(&scratch, &["audit", language, "--json"]);
        let result = &report["contests"][0]["declarations"][0]["results"][0];
        // 1,167 against 672 on five sheets; the sixth has 552 electors.
        assert_eq!(result["winner"]["answer"], "undetermined");
        assert_eq!(result["figures"]["answer"], "consistent");
        answers.push(result["strict"].clone());
    }
    assert_eq!(answers[0], answers[1]);
}

#[test]
fn a_folder_proposed_from_a_file_reads_its_votes_and_keeps_the_file() {
    let scratch = Scratch::new();
    scratch.write("mine.csv", SHEETS);
    let out = done(&scratch, &["new", "n", "--from", "mine.csv"]);
    assert!(out.contains("n/sheets/mine.csv"), "{out}");
    assert_eq!(
        fs::read_to_string(scratch.path().join("n/sheets/mine.csv")).unwrap(),
        SHEETS
    );
    let report = json(&scratch, &["audit", "n", "--json"]);
    let totals = &report["contests"][0]["sources"][0]["totals"];
    assert_eq!(totals["options"], serde_json::json!({ "A": 210, "B": 110 }));
    assert_eq!(totals["valid"], 320);
    let absent = run(&scratch, &["new", "other", "--from", "absent.csv"]);
    assert_eq!(absent.code, 1);
    assert!(!scratch.path().join("other").exists());
}

#[test]
fn merged_folders_hold_every_station_once_and_list_rivals_in_any_order() {
    let scratch = Scratch::new();
    let head = SHEETS.lines().next().unwrap();
    for (name, rows) in [
        (
            "a",
            "P1,1,200,165,160,5,105,55\nP2,1,200,165,160,5,105,55\n",
        ),
        ("b", "P2,1,200,165,160,5,105,55\nP3,1,90,60,60,0,20,40\n"),
        ("c", "P1,1,200,165,160,5,104,56\n"),
    ] {
        folder(&scratch, name);
        scratch.write(&format!("{name}/sheets.csv"), format!("{head}\n{rows}"));
    }
    let text = done(&scratch, &["merge", "a", "b", "c", "--out", "one"]);
    assert!(text.contains("P1:1"), "{text}");
    let merged = json(
        &scratch,
        &["merge", "c", "b", "a", "--out", "two", "--json"],
    );
    assert_eq!(merged["sources"][0]["rivals"], serde_json::json!(["P1:1"]));
    assert_eq!(merged["sources"][0]["same"], 1);
    assert_eq!(
        merged["sources"][0]["readings"],
        serde_json::json!({ "a": 2, "b": 2, "c": 1 })
    );
    let contents = |name: &str| -> Vec<Vec<u8>> {
        let found = files(&scratch.path().join(name));
        found.iter().map(|path| fs::read(path).unwrap()).collect()
    };
    assert_eq!(contents("one"), contents("two"));
    let report = json(&scratch, &["audit", "one", "--json"]);
    let source = &report["contests"][0]["sources"][0];
    assert_eq!(source["coverage"]["stations_reported"], 3);
    // 105 or 104 at the rival station, 105 and 20 at the others.
    assert_eq!(
        source["totals_interval"]["options"]["A"],
        serde_json::json!([229, 230])
    );
}

#[test]
fn folders_of_two_elections_are_not_merged_and_every_difference_is_said() {
    let scratch = Scratch::new();
    folder(&scratch, "a");
    let other = ELECTION
        .replace("Tiny election", "Other")
        .replace("2001-01-07", "2001-01-06");
    scratch.write("b/election.toml", other);
    scratch.write("b/sheets.csv", SHEETS);
    let refused = run(&scratch, &["merge", "a", "b", "--out", "c"]);
    assert_eq!(refused.code, 1);
    for word in ["Tiny election", "Other", "2001-01-07", "2001-01-06"] {
        assert!(refused.err.contains(word), "{word}: {}", refused.err);
    }
    assert!(!scratch.path().join("c").exists());
}

#[test]
fn new_and_simulate_refuse_a_folder_with_other_content() {
    let scratch = Scratch::new();
    scratch.write("d/mine.txt", "keep me");
    for arguments in [
        &["new", "d"][..],
        &["simulate", "--stations", "9", "--out", "d"],
    ] {
        let refused = run(&scratch, arguments);
        assert_eq!(refused.code, 1, "{arguments:?}");
        assert!(
            refused.err.contains("d has other content"),
            "{}",
            refused.err
        );
    }
    assert_eq!(files(&scratch.path().join("d")).len(), 1);
    done(&scratch, &["new", "n"]);
    assert_eq!(
        run(&scratch, &["new", "n"]).code,
        1,
        "a person's work is not overwritten"
    );
}

#[test]
fn a_simulated_election_has_its_truth_apart_and_only_when_asked() {
    let scratch = Scratch::new();
    let one = ["simulate", "--stations", "40", "--seed", "3", "--out", "s"];
    done(&scratch, &one);
    done(&scratch, &["audit", "s"]);
    let plain = files(&scratch.path().join("s"));
    assert!(
        plain
            .iter()
            .all(|path| !path.to_string_lossy().contains("truth"))
    );
    done(&scratch, &[&one[..], &["--truth", "t"]].concat());
    assert_eq!(files(&scratch.path().join("s")), plain);
    assert!(scratch.path().join("t/truth.csv").is_file());
}

#[test]
fn one_seed_gives_the_same_bytes_and_another_seed_others() {
    let scratch = Scratch::new();
    let sheets = |seed: &str, out: &str| {
        done(
            &scratch,
            &["simulate", "--stations", "60", "--seed", seed, "--out", out],
        );
        fs::read(scratch.path().join(out).join("sheets/sheets.csv")).unwrap()
    };
    assert_eq!(sheets("5", "a"), sheets("5", "b"));
    assert_ne!(sheets("5", "a"), sheets("6", "c"));
}

#[test]
fn every_listed_scenario_can_be_simulated_and_audited() {
    let scratch = Scratch::new();
    let list = done(&scratch, &["simulate", "--list"]);
    assert_eq!(list.lines().count(), 12);
    for scenario in list.lines() {
        let args = [
            "simulate",
            "--stations",
            "50",
            "--scenario",
            scenario,
            "--out",
            scenario,
        ];
        done(&scratch, &args);
        done(&scratch, &["audit", scenario, "--accept-import"]);
    }
}

#[test]
fn everything_that_is_wrong_with_a_plan_is_said_at_once() {
    let scratch = Scratch::new();
    let run = run(
        &scratch,
        &[
            "simulate",
            "--stations",
            "0",
            "--options",
            "1",
            "--turnout",
            "much",
            "--scenario",
            "other",
            "--out",
            "s",
        ],
    );
    assert_eq!(run.code, 2);
    for word in ["stations", "options", "--turnout", "other", "honest"] {
        assert!(run.err.contains(word), "{word}: {}", run.err);
    }
}
