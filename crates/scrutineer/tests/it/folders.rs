//! Commands that write folders.

use std::fs;

use scrutineer_testkit::scratch::Scratch;

use crate::support::{done, files, json, run};

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
