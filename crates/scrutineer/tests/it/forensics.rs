//! The tests of the sheets as a person runs them.

use std::fmt::Write as _;
use std::fs;

use scrutineer_testkit::scratch::Scratch;
use serde_json::Value;

use crate::support::{ELECTION, PUBLISH, done, json, run};

fn simulated() -> Scratch {
    let scratch = Scratch::new();
    done(
        &scratch,
        &["simulate", "--stations", "400", "--seed", "3", "--out", "e"],
    );
    scratch
}

fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn outcomes(value: &Value) -> Vec<Value> {
    let sources = value["contests"][0]["detail"]["sources"]
        .as_array()
        .unwrap();
    let all = sources
        .iter()
        .flat_map(|source| source["outcomes"].as_array().unwrap());
    all.cloned().collect()
}

#[test]
fn text_and_page_have_tests_checks_and_pictures_in_both_languages() {
    let scratch = simulated();
    for (language, words) in [
        (
            "en",
            [
                "Tests of the sheets",
                "Consistency checks",
                "Tests that do not apply here",
                "looks were made",
            ],
        ),
        (
            "es",
            [
                "Pruebas sobre las actas",
                "Comprobaciones de coherencia",
                "Pruebas que aquí no se aplican",
                "miradas",
            ],
        ),
    ] {
        let text = done(&scratch, &["forensics", "e", "--lang", language]);
        let page = ["forensics", "e", "--html", "page.html", "--lang", language];
        assert_eq!(done(&scratch, &page), "");
        let page = fs::read_to_string(scratch.path().join("page.html")).unwrap();
        for word in words {
            assert!(joined(&text).contains(word), "{language}: {word}: {text}");
            assert!(page.contains(word), "{language}: {word}");
        }
        assert!(page.contains("<svg") && page.contains("<table"));
        assert!(page.contains(&format!("<html lang=\"{language}\"")));
        assert!(!text.contains("Partial:") && !text.contains("Parcial:"));
    }
}

#[test]
fn a_part_is_marked_shows_what_was_asked_for_and_adjusts_as_the_whole() {
    let scratch = simulated();
    let all = json(&scratch, &["forensics", "e", "--json"]);
    assert_eq!(all["contests"][0]["detail"]["partial"], false);
    let option = all["contests"][0]["options"][0]["id"].as_str().unwrap();
    let source = all["contests"][0]["detail"]["sources"][0]["source"]
        .as_str()
        .unwrap();
    let wholes = outcomes(&all);
    for (flag, asked, field) in [
        ("--test", "last-digit", "test"),
        ("--option", option, "quantity"),
        ("--source", source, ""),
    ] {
        let part = json(&scratch, &["forensics", "e", "--json", flag, asked]);
        assert_eq!(part["contests"][0]["detail"]["partial"], true, "{flag}");
        assert_eq!(
            part["contests"][0]["detail"]["looks"],
            all["contests"][0]["detail"]["looks"]
        );
        let kept = wholes
            .iter()
            .filter(|outcome| field.is_empty() || outcome[field] == asked);
        let kept: Vec<Value> = kept.cloned().collect();
        assert!(!kept.is_empty(), "{flag}");
        assert_eq!(outcomes(&part), kept, "{flag}");
        for (language, mark) in [("en", "Partial:"), ("es", "Parcial:")] {
            let text = done(
                &scratch,
                &["forensics", "e", flag, asked, "--lang", language],
            );
            assert!(joined(&text).contains(mark), "{flag} {language}: {text}");
        }
    }
}

#[test]
fn every_name_that_nothing_has_is_told_with_those_that_there_are() {
    let scratch = simulated();
    let unknown = run(
        &scratch,
        &["forensics", "e", "--test", "benford", "--test", "kurtosis"],
    );
    assert_eq!(unknown.code, 2);
    for word in ["benford", "kurtosis", "place-extremes"] {
        assert!(unknown.err.contains(word), "{word}: {}", unknown.err);
    }
    let unknown = run(
        &scratch,
        &[
            "forensics",
            "e",
            "--option",
            "nobody",
            "--source",
            "nowhere",
            "--lang",
            "es",
        ],
    );
    assert_eq!(unknown.code, 2);
    for word in ["nobody", "nowhere", "se esperaba", "--option", "--source"] {
        assert!(unknown.err.contains(word), "{word}: {}", unknown.err);
    }
    assert!(unknown.out.is_empty());
}

/// Places that differ and possible exchanges are stations that a set has.
#[test]
fn the_tests_of_a_sensitive_source_name_no_station() {
    let mut sheets = String::from("place,table,registered,ballots,valid,invalid,A,B\n");
    for place in 1..=60 {
        for table in 1..=3 {
            let a = 200 + (place * 7 + table * 13) % 11;
            let (a, b) = if (place, table) == (17, 2) {
                (300 - a, a)
            } else {
                (a, 300 - a)
            };
            let _ = writeln!(sheets, "P{place},{table},400,305,300,5,{a},{b}");
        }
    }
    let marked = ELECTION.replacen(
        "id = \"sheets\"\n",
        "id = \"sheets\"\nsensitive = true\n",
        1,
    );
    for (election, is_named) in [(ELECTION, true), (marked.as_str(), false)] {
        let scratch = Scratch::new();
        scratch.write("e/sheets.csv", &sheets);
        scratch.write(
            "e/election.toml",
            election.replace("total = 490", "total = 72000"),
        );
        let found = json(&scratch, &["forensics", "e", "--json"]);
        let source = &found["contests"][0]["detail"]["sources"][0];
        assert_eq!(source["sheets"], 180);
        for list in ["extreme_places", "exchanges"] {
            let listed = source[list].as_array().map_or(0, Vec::len);
            assert_eq!(listed > 0, is_named, "{list}: {source:#}");
        }
        let said = done(&scratch, &["forensics", "e"]);
        assert_eq!(said.contains("P17"), is_named, "{said}");
        done(&scratch, &PUBLISH);
        let site = scratch.path().join("bundle/site/en");
        let page = fs::read_to_string(site.join("statistics.html")).unwrap();
        assert!(page.contains("id=\"sheet-tests\""));
        assert!(is_named || !page.contains("P17"), "{page}");
    }
}
