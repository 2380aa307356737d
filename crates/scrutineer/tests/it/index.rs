//! Indices as a person looks at them: the folder that pins them, and tables that are wrong.

use std::fs;

use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared::workspace_root;
use serde_json::Value;

use crate::spanish::english;
use crate::support::{done, json, run};

fn venezuela() -> String {
    let folder = workspace_root().join("examples/venezuela-2024");
    folder.to_str().unwrap().to_owned()
}

/// The table of Venezuela in every edition, with an edit.
fn table(scratch: &Scratch, name: &str, edit: impl Fn(String) -> String) {
    let path = format!("{}/indices/fiw-venezuela.csv", venezuela());
    scratch.write(name, edit(fs::read_to_string(path).unwrap()));
}

fn points<'a>(profile: &'a Value, measure: &str) -> &'a Value {
    let measures = profile["measures"].as_array().unwrap();
    let held = measures.iter().find(|held| held["id"] == measure).unwrap();
    &held["points"]
}

#[test]
fn the_three_values_of_the_statement_are_computed_with_their_trace() {
    let scratch = Scratch::new();
    let found = json(&scratch, &["index", "explain", &venezuela(), "--json"]);
    assert_eq!(found["used_in_answers"], false);
    // Reference on indices, 2.6.
    for (at, index, value) in [(0, "fiw", 15), (1, "fotn", 29), (2, "evi", 18)] {
        let profile = &found["profiles"][at];
        assert_eq!(profile["index"], index);
        let whole = points(profile, "total");
        assert_eq!(
            (&whole["low"], &whole["high"]),
            (&value.into(), &value.into())
        );
        let terms: i64 = profile["measures"]
            .as_array()
            .unwrap()
            .iter()
            .find(|held| held["id"] == "total")
            .unwrap()["terms"]
            .as_array()
            .unwrap()
            .iter()
            .map(|term| term["adds"]["low"].as_i64().unwrap())
            .sum();
        assert_eq!(terms, value);
    }
    assert_eq!(found["sensitivity"].as_array().unwrap().len(), 3);
}

#[test]
fn both_languages_print_range_direction_edition_period_and_publisher() {
    let scratch = Scratch::new();
    let text = done(&scratch, &["index", "score", &venezuela()]);
    for told in [
        "Not used in the answers",
        "18 of 100; 0 = most vulnerable",
        "edition 2024 (covers 2023-01 to 2023-12)",
        "publisher: Freedom House",
        "recomputed, not published by the index",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    let spanish = done(&scratch, &["index", "score", &venezuela(), "--lang", "es"]);
    for told in [
        "No se usa en las respuestas",
        "18 de 100; 0 = más vulnerable",
    ] {
        assert!(spanish.contains(told), "{told}: {spanish}");
    }
    assert_eq!(text.lines().count(), spanish.lines().count());
}

#[test]
fn spanish_runs_say_nothing_in_english_but_data() {
    let scratch = Scratch::new();
    table(&scratch, "fiw.csv", |text| text);
    for form in [
        &[
            "index",
            "score",
            "fiw.csv",
            "--edition",
            "2024",
            "--place",
            "VEN",
        ][..],
        &[
            "index",
            "explain",
            "fiw.csv",
            "--edition",
            "2024",
            "--place",
            "VEN",
        ],
        &[
            "index",
            "compare",
            "fiw.csv",
            "--place",
            "VEN",
            "--edition",
            "2020",
            "--edition",
            "2024",
        ],
    ] {
        let text = done(&scratch, &[form, &["--lang", "es"]].concat());
        assert!(text.lines().count() > 5, "{text}");
        // The publisher's name and the names of statuses are in the words of the rules.
        let words = english(&text.replace("Freedom in the World", ""));
        assert!(words.is_empty(), "{words:?}\n{text}");
    }
}

#[test]
fn two_editions_are_compared_and_every_step_is_told() {
    let scratch = Scratch::new();
    table(&scratch, "fiw.csv", |text| text);
    let form = [
        "index",
        "compare",
        "fiw.csv",
        "--place",
        "VEN",
        "--edition",
        "2020",
        "--edition",
        "2024",
        "--json",
    ];
    let found = json(&scratch, &form);
    let change = |id: &str| {
        let measures = found["measures"].as_array().unwrap();
        measures.iter().find(|held| held["id"] == id).unwrap()["change"].clone()
    };
    // Published totals: 16 in 2020, 15 in 2024.
    assert_eq!(
        (change("total"), change("pr"), change("cl")),
        ((-1).into(), (-1).into(), 0.into())
    );
    assert_eq!(found["profiles"][0]["publisher"], "Freedom House");
    assert_eq!(found["profiles"][1]["editions"][0]["edition"], 2024);
    let measures = found["profiles"][0]["measures"].as_array().unwrap();
    let total = measures.iter().find(|held| held["id"] == "total").unwrap();
    assert_eq!(
        (&total["scale"]["low"], &total["scale"]["high"]),
        (&0.into(), &100.into())
    );
    let one = run(&scratch, &["index", "compare", "fiw.csv", "--place", "VEN"]);
    assert_eq!(one.code, 2, "{}", one.err);
}

#[test]
fn no_number_of_a_comparison_stands_without_range_direction_edition_period_and_publisher() {
    let scratch = Scratch::new();
    table(&scratch, "fiw.csv", |text| text);
    let form = [
        "index",
        "compare",
        "fiw.csv",
        "--place",
        "VEN",
        "--edition",
        "2020",
        "--edition",
        "2024",
    ];
    for (language, heads, told, word) in [
        (
            "en",
            [
                "First: Freedom in the World, VEN",
                "Second: Freedom in the World, VEN",
            ],
            [
                "covers 2019-01 to 2019-12",
                "edition 2024",
                "publisher: Freedom House",
                "first 16, second 15 of 100, change -1; 0 = least free, 100 = most free",
                "first 7, second 7 of 7, change 0; 1 = most free, 7 = least free",
            ],
            "Not Free",
        ),
        (
            "es",
            [
                "Primero: Freedom in the World, VEN",
                "Segundo: Freedom in the World, VEN",
            ],
            [
                "2019-01",
                "2024",
                "publica: Freedom House",
                "primero 16, segundo 15 de 100, cambio -1; 0 =",
                "primero 7, segundo 7 de 7, cambio 0; 1 =",
            ],
            "No libre",
        ),
    ] {
        let text = done(&scratch, &[&form[..], &["--lang", language]].concat());
        for part in heads.iter().chain(&told) {
            assert!(text.contains(part), "{part}\n{text}");
        }
        assert!(text.to_lowercase().contains(&word.to_lowercase()), "{text}");
        // Every line with two values has a range and a direction, or is a word.
        let both = if language == "en" {
            "second "
        } else {
            "segundo "
        };
        for line in text.lines().filter(|line| line.contains(both)) {
            let is_word = !line.contains(|c: char| c.is_ascii_digit());
            assert!(is_word || line.contains(" = "), "{line}");
        }
    }
}

#[test]
fn an_import_is_a_release_that_is_never_replaced() {
    let scratch = Scratch::new();
    table(&scratch, "one.csv", |text| text);
    // A revision lowers one answer of 2024 and leaves the published whole.
    table(&scratch, "two.csv", |text| {
        let lines: Vec<String> = text
            .lines()
            .map(|line| {
                if line.contains(",2024,") {
                    let mut cells: Vec<&str> = line.split(',').collect();
                    // D2, which is 3.
                    assert_eq!(cells[21], "3");
                    cells[21] = "2";
                    cells.join(",")
                } else {
                    line.to_owned()
                }
            })
            .collect();
        lines.join("\n") + "\n"
    });
    let import = |file: &'static str, id: &'static str, further: &[&'static str]| {
        let form = [
            "index", "import", file, "--into", "i", "--id", id, "--source", "somebody",
        ];
        run(&scratch, &[&form[..], further].concat())
    };
    assert_eq!(import("one.csv", "first", &[]).code, 2);
    let first = import("one.csv", "first", &["--as-of", "2025-01-01", "--json"]);
    let first: Value = serde_json::from_str(&first.out).unwrap();
    assert_eq!(first["rows"], 13);
    assert_eq!(first["differ"].as_array().unwrap().len(), 0);
    assert!(import("one.csv", "again", &[]).out.contains("first"));
    let second = import("two.csv", "second", &["--supersedes", "first", "--json"]);
    assert_eq!(second.code, 0, "{}", second.err);
    let second: Value = serde_json::from_str(&second.out).unwrap();
    let cells = second["revision"]["cells"].as_array().unwrap();
    assert_eq!(cells.len(), 1);
    assert_eq!(
        (&cells[0]["id"], &cells[0]["old"], &cells[0]["new"]),
        (&"D2".into(), &"3".into(), &"2".into())
    );
    // Freedom of belief is a part of civil liberties and of the whole.
    assert!(second["differ"].as_array().unwrap().len() >= 2, "{second}");
    for file in ["first.csv", "second.csv", "indices.toml"] {
        assert!(scratch.path().join("i").join(file).exists(), "{file}");
    }
    let releases = done(
        &scratch,
        &["index", "compare", "i", "--index", "fiw", "--releases"],
    );
    assert!(releases.contains("D2"), "{releases}");
    // Whoever changes a pinned file is told.
    let path = scratch.path().join("i/first.csv");
    let changed = fs::read_to_string(&path)
        .unwrap()
        .replace(",15,24,39", ",15,24,38");
    fs::write(&path, changed).unwrap();
    let changed = run(&scratch, &["index", "score", "i", "--index", "fiw"]);
    assert_eq!(changed.code, 1);
    assert!(changed.err.contains("first.csv"), "{}", changed.err);
}

#[test]
fn every_error_of_a_table_has_file_row_column_expected_and_found() {
    let scratch = Scratch::new();
    table(&scratch, "bad.csv", |text| {
        text.replacen(",2013,", ",99,", 1)
            .replacen(",2014,", ",soon,", 1)
            .replacen("2015,PF,5,5,2,", "2015,PF,5,5,9,", 1)
    });
    let english_run = run(&scratch, &["index", "score", "bad.csv", "none.csv"]);
    assert_eq!(english_run.code, 1);
    for told in [
        "bad.csv:2:edition: expected an edition, a year from 1900 to 2999, found 99",
        "bad.csv:3:edition: expected an edition, a year from 1900 to 2999, found soon",
        "bad.csv:4:A1: expected",
        "none.csv cannot be read",
    ] {
        assert!(
            english_run.err.contains(told),
            "{told}: {}",
            english_run.err
        );
    }
    let spanish = run(
        &scratch,
        &["index", "score", "bad.csv", "none.csv", "--lang", "es"],
    );
    assert_eq!(spanish.code, 1);
    assert_eq!(english_run.err.lines().count(), spanish.err.lines().count());
    assert!(
        spanish
            .err
            .contains("bad.csv:2:edition: se esperaba una edición"),
        "{}",
        spanish.err
    );
    assert_eq!(
        english(&spanish.err),
        Vec::<String>::new(),
        "{}",
        spanish.err
    );
}

#[test]
fn an_unknown_place_index_or_edition_is_told_with_what_is_known() {
    let scratch = Scratch::new();
    table(&scratch, "fiw.csv", |text| text);
    for (further, code) in [
        (&["--place", "ATL"][..], 1),
        (&["--index", "none"], 2),
        (&["--edition", "soon"], 2),
    ] {
        for language in ["en", "es"] {
            let form = [&["index", "score", "fiw.csv", "--lang", language], further].concat();
            let found = run(&scratch, &form);
            assert_eq!(found.code, code, "{further:?}: {}", found.err);
            assert!(found.err.contains(further[1]), "{further:?}: {}", found.err);
        }
    }
}

#[test]
fn rules_of_the_user_with_every_error_are_refused_with_line_and_column() {
    let scratch = Scratch::new();
    table(&scratch, "fiw.csv", |text| text);
    scratch.write(
        "own.toml",
        "schema = \"scrutineer/index-rules/9\"\n[index]\nid = \"own\"\nunit = \"week\"\n",
    );
    for (language, expected) in [("en", "expected"), ("es", "se esperaba")] {
        let form = [
            "index", "score", "fiw.csv", "--rules", "own.toml", "--lang", language,
        ];
        let found = run(&scratch, &form);
        assert_eq!(found.code, 1, "{}", found.err);
        for place in ["own.toml:1:", "own.toml:4:"] {
            assert!(found.err.contains(place), "{place}: {}", found.err);
        }
        assert!(
            found.err.lines().all(|line| line.contains(expected)),
            "{}",
            found.err
        );
    }
}
