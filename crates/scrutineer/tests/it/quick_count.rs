//! Quick counts as a coordinator runs them, on the folders of the guide.

use std::fs;
use std::path::Path;

use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared::workspace_root;
use serde_json::Value;

use crate::support::{Run, done, json, run};

const SEED: &str = "31415926535897932384";

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// The folder `night` of the guide with two keys, and a third that no design names.
fn scratch() -> Scratch {
    let scratch = Scratch::new();
    let from = workspace_root().join("docs/guide/night");
    copy(&from, &scratch.path().join("night"));
    scratch.write("secret", "a passphrase of a test\n");
    for name in ["one", "two", "three"] {
        let arguments = [
            "keygen",
            "--name",
            name,
            "--out",
            name,
            "--passphrase-file",
            "secret",
        ];
        done(&scratch, &arguments);
    }
    scratch
}

fn design(scratch: &Scratch, further: &[&str]) -> Run {
    let mut arguments = vec!["quick-count", "design", "night", "--id", "night"];
    arguments.extend([
        "--release-key",
        "one/log.vkey",
        "--release-key",
        "two/log.vkey",
    ]);
    arguments.extend_from_slice(further);
    run(scratch, &arguments)
}

fn draw(scratch: &Scratch, seed: &str) -> Run {
    let arguments = [
        "quick-count",
        "draw",
        "night",
        "--id",
        "night",
        "--seed",
        seed,
    ];
    run(
        scratch,
        &[&arguments[..], &["--announced", "notice board"]].concat(),
    )
}

fn release(scratch: &Scratch, who: &str) -> Run {
    let key = format!("{who}/log.key");
    let arguments = [
        "quick-count",
        "release",
        "night",
        "--id",
        "night",
        "--key",
        &key,
    ];
    run(
        scratch,
        &[&arguments[..], &["--passphrase-file", "secret"]].concat(),
    )
}

const ESTIMATE: [&str; 6] = [
    "quick-count",
    "estimate",
    "night",
    "--id",
    "night",
    "--json",
];

fn is_released(scratch: &Scratch) -> bool {
    json(scratch, &ESTIMATE)["released"].as_bool().unwrap()
}

#[test]
fn no_estimate_without_a_design_and_without_a_draw() {
    let scratch = scratch();
    assert_eq!(run(&scratch, &ESTIMATE).code, 1);
    assert_eq!(design(&scratch, &["--size", "28"]).code, 0);
    let before = run(&scratch, &ESTIMATE);
    assert_eq!(before.code, 1);
    assert!(before.err.contains("no draw"), "{}", before.err);
    assert_eq!(draw(&scratch, "123").code, 1);
    assert_eq!(draw(&scratch, SEED).code, 0);
    assert_eq!(run(&scratch, &ESTIMATE).code, 0);
}

#[test]
fn what_was_announced_is_not_replaced() {
    let scratch = scratch();
    assert_eq!(design(&scratch, &["--size", "28"]).code, 0);
    assert_eq!(design(&scratch, &["--size", "28"]).code, 0);
    assert_eq!(design(&scratch, &["--size", "30"]).code, 1);
    assert_eq!(draw(&scratch, SEED).code, 0);
    assert_eq!(draw(&scratch, SEED).code, 0);
    assert_eq!(draw(&scratch, "31415926535897932385").code, 1);
}

#[test]
fn a_design_needs_two_people() {
    let scratch = scratch();
    let arguments = [
        "quick-count",
        "design",
        "night",
        "--id",
        "night",
        "--size",
        "28",
    ];
    let twice = [
        "--release-key",
        "one/log.vkey",
        "--release-key",
        "one/log.vkey",
    ];
    assert_eq!(run(&scratch, &[&arguments[..], &twice].concat()).code, 1);
    assert_eq!(run(&scratch, &arguments).code, 2);
    assert_eq!(design(&scratch, &["--size", "5"]).code, 1);
    let outside = ["quick-count", "draw", "night", "--id", "..", "--seed", SEED];
    let outside = run(&scratch, &[&outside[..], &["--announced", "x"]].concat());
    assert_eq!(outside.code, 2);
}

#[test]
fn two_keys_release_and_one_more_report_makes_it_internal_again() {
    let scratch = scratch();
    assert_eq!(design(&scratch, &["--size", "28"]).code, 0);
    assert_eq!(draw(&scratch, SEED).code, 0);
    assert!(!is_released(&scratch));
    assert_eq!(release(&scratch, "three").code, 1);
    assert_eq!(release(&scratch, "one").code, 0);
    assert_eq!(release(&scratch, "one").code, 0);
    assert!(!is_released(&scratch));
    assert_eq!(release(&scratch, "two").code, 0);
    assert!(is_released(&scratch));
    let text = done(&scratch, &ESTIMATE[..5]);
    assert!(text.starts_with("RELEASED by one, two\n"), "{text}");

    let path = scratch.path().join("night/quick-count/night/reports.csv");
    let reports = fs::read_to_string(&path).unwrap();
    let (first, rest) = reports.split_once("\nLibrary").unwrap();
    let (station, rest) = rest.split_once('\n').unwrap();
    // One of two reports is gone.
    assert!(station.contains(",observer,"));
    fs::write(&path, format!("{first}\n{rest}")).unwrap();
    assert!(!is_released(&scratch));
    let text = done(&scratch, &ESTIMATE[..5]);
    assert!(
        text.starts_with("INTERNAL: not for publication\n"),
        "{text}"
    );
    // And what one person signed before is not carried over.
    assert_eq!(release(&scratch, "one").code, 0);
    assert!(!is_released(&scratch));
}

#[test]
fn a_gate_that_is_not_passed_ends_the_release() {
    let scratch = scratch();
    assert_eq!(
        design(&scratch, &["--size", "28", "--gate-response", "99"]).code,
        0
    );
    assert_eq!(draw(&scratch, SEED).code, 0);
    let refused = release(&scratch, "one");
    assert_eq!(refused.code, 3);
    assert!(
        !scratch
            .path()
            .join("night/quick-count/night/release.note")
            .exists()
    );
}

#[test]
fn every_error_in_the_reports_has_its_row_and_column() {
    let scratch = scratch();
    assert_eq!(design(&scratch, &["--size", "28"]).code, 0);
    assert_eq!(draw(&scratch, SEED).code, 0);
    let path = scratch.path().join("night/quick-count/night/reports.csv");
    let mut reports = fs::read_to_string(&path).unwrap();
    reports.push_str("Nowhere:1,1,observer,counted,1,x,0,1,2,3\n");
    fs::write(&path, &reports).unwrap();
    let row = reports.lines().count();
    let refused = run(&scratch, &ESTIMATE);
    assert_eq!(refused.code, 1);
    for place in [
        format!("reports.csv:{row}:station"),
        format!("reports.csv:{row}:ballots"),
    ] {
        assert!(refused.err.contains(&place), "{place}: {}", refused.err);
    }
}

#[test]
fn sheets_that_nobody_drew_are_no_sample() {
    let scratch = scratch();
    let arguments = [
        "quick-count",
        "estimate",
        "night",
        "--source",
        "photographs",
    ];
    let refused = run(&scratch, &arguments);
    assert_eq!(refused.code, 1);
    assert!(refused.out.starts_with("NOT A SAMPLE"), "{}", refused.out);
    let refused = run(&scratch, &[&arguments[..], &["--json"]].concat());
    assert_eq!(refused.code, 1);
    let value: Value = serde_json::from_str(&refused.out).unwrap();
    assert_eq!(value["refused"], "not-drawn");
    assert_eq!(value["bounds"][0]["decided"], false);
    assert!(value.get("options").is_none());
    // Python, from the two files: all 22 sheets lie in one of three districts, 18,807 electors have none, 15,645 of
    // them in the other two; ln(3046 / 2547) - ln(q / (1 - q)) with q = (1 - 499 / 17204.38) / 2.
    let number = |value: &Value| value.as_f64().unwrap();
    let shift = number(&value["bounds"][0]["changing_shift"]);
    assert!((shift - 0.258_852_489_3).abs() < 1e-9, "{shift}");
    let description = &value["bounds"][0]["description"];
    let share = number(&description["options"][0]["share"]);
    assert!((share - 3046.0 / 6114.0).abs() < 1e-9, "{share}");
    assert_eq!(description["backed_off"], 15_645);
    assert_eq!(
        value["bounds"][0]["second_needs"].as_array().unwrap().len(),
        5
    );
}

/// The curve, the tilt, the description and the way to test the sheets, in words.
#[test]
fn a_refusal_says_what_the_missing_would_need_and_describes_them() {
    let scratch = scratch();
    for (language, words) in [
        (
            "en",
            [
                "For Blue to catch up with Green",
                // 1/2 + 499 / (2 18807 t) at t = 0.2 and 1.
                "20.00 % of them: 56.63 % for Blue",
                "100.00 % of them: 51.33 % for Blue",
                "lower by 0.26 among",
                "Description, no estimate",
                "--link transcription",
            ],
        ),
        (
            "es",
            [
                "Para que Blue alcance a Green",
                "20,00 % de ellos: 56,63 % para Blue",
                "100,00 % de ellos: 51,33 % para Blue",
                "fuera 0,26 menor",
                "Descripción, no estimación",
                "--link transcription",
            ],
        ),
    ] {
        let form = [
            "quick-count",
            "estimate",
            "night",
            "--source",
            "photographs",
        ];
        let refused = run(&scratch, &[&form[..], &["--lang", language]].concat());
        assert_eq!(refused.code, 1);
        let text = refused.out.replace('\u{a0}', " ");
        for word in words {
            assert!(text.contains(word), "{word}: {text}");
        }
    }
}

/// Two of three options win: the second and the third are the two that could change places.
#[test]
fn where_several_win_it_is_the_last_of_their_places_that_would_change() {
    let scratch = scratch();
    let path = scratch.path().join("night/election.toml");
    let election = std::fs::read_to_string(&path).unwrap();
    let one = "winners = 1";
    assert!(election.contains(one), "{election}");
    std::fs::write(&path, election.replacen(one, "winners = 2", 1)).unwrap();
    for (language, words, first) in [
        (
            "en",
            "the last of the 2 places that win would change if",
            "first place",
        ),
        (
            "es",
            "el último de los 2 lugares que ganan cambiaría si",
            "primer lugar",
        ),
    ] {
        let form = [
            "quick-count",
            "estimate",
            "night",
            "--source",
            "photographs",
        ];
        let refused = run(&scratch, &[&form[..], &["--lang", language]].concat());
        assert!(refused.out.contains(words), "{}", refused.out);
        assert!(!refused.out.contains(first), "{}", refused.out);
    }
}

#[test]
fn a_declared_result_is_compared_in_total_with_every_look_counted() {
    let scratch = scratch();
    let form = ["quick-count", "compare", "night", "--id", "night"];
    assert_eq!(run(&scratch, &form).code, 1);
    assert_eq!(design(&scratch, &["--size", "28"]).code, 0);
    assert_eq!(draw(&scratch, SEED).code, 0);
    let value = json(&scratch, &[&form[..], &["--json"]].concat());
    let rows = value["comparison"].as_array().unwrap();
    let total: Vec<&Value> = rows.iter().filter(|row| row["stratum"].is_null()).collect();
    let number = |value: &Value| value.as_f64().unwrap();
    assert_eq!(total.len(), 3);
    let mut errors = Vec::new();
    for (row, votes) in total.iter().zip([9394.0, 8173.0, 1725.0]) {
        assert_eq!(row["declaration"], "final");
        assert_eq!(row["comparable"], true);
        // The notice: votes of 19,292 valid ones.
        let declared = votes / 19292.0;
        for end in [&row["declared"][0], &row["declared"][1]] {
            assert!((number(end) - declared).abs() < 1e-9);
        }
        let error = (number(&row["estimate"]) - declared) / number(&row["z"]);
        errors.push((row["option"].as_str().unwrap(), error));
    }
    // z times the standard error: the 95 % margin over one quantile of Student's t, the same for all.
    let options = value["options"].as_array().unwrap();
    let quantiles: Vec<f64> = errors
        .iter()
        .map(|(id, error)| {
            let option = options.iter().find(|option| option["id"] == *id).unwrap();
            number(&option["margin_95"]) / error
        })
        .collect();
    for quantile in &quantiles {
        assert!((quantile - quantiles[0]).abs() < 1e-6, "{quantiles:?}");
        assert!((1.96..2.3).contains(quantile), "{quantiles:?}");
    }
    // Holm over three looks: the smallest p three times, the next twice and no smaller, the largest as it is.
    let mut p: Vec<(f64, f64)> = total
        .iter()
        .map(|row| (number(&row["p"]), number(&row["p_adjusted"])))
        .collect();
    p.sort_by(|a, b| a.0.total_cmp(&b.0));
    let expected = [3.0 * p[0].0, (2.0 * p[1].0).max(3.0 * p[0].0), p[2].0];
    for ((_, adjusted), expected) in p.iter().zip(expected) {
        assert!((adjusted / expected - 1.0).abs() < 1e-6, "{p:?}");
    }
    for (language, word) in [("en", "Declaration final"), ("es", "Declaración final")] {
        let text = done(&scratch, &[&form[..], &["--lang", language]].concat());
        assert!(text.contains(word), "{text}");
        assert!(text.contains("Green"), "{text}");
    }
}

#[test]
fn a_margin_and_neyman_need_a_previous_election_and_use_it() {
    let scratch = scratch();
    assert_eq!(design(&scratch, &["--margin", "2"]).code, 2);
    copy(
        &scratch.path().join("night"),
        &scratch.path().join("before"),
    );
    let previous = [
        "--previous",
        "before",
        "--allocation",
        "neyman",
        "--margin",
        "2",
        "--json",
    ];
    let made = design(&scratch, &previous);
    assert_eq!(made.code, 0, "{}", made.err);
    let value: Value = serde_json::from_str(&made.out).unwrap();
    let margin = value["design"]["previous"]["margin_95"].as_f64().unwrap();
    assert!(margin <= 0.02 && margin > 0.01, "{margin}");
}

#[test]
fn a_quick_count_changes_no_byte_of_the_audit() {
    let scratch = scratch();
    let audit = ["audit", "night", "--json"];
    let before = done(&scratch, &audit);
    assert_eq!(design(&scratch, &["--size", "28"]).code, 0);
    assert_eq!(draw(&scratch, SEED).code, 0);
    assert_eq!(done(&scratch, &audit), before);
}
