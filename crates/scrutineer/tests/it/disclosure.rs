//! What has been published, as a person looks at it.

use std::fs;

use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared::workspace_root;
use serde_json::Value;

use crate::spanish::english;
use crate::support::{done, json, run};

/// Four duties: one whole, one in part and late, one that nobody found, one that nobody looked for.
const RECORD: &str = r#"schema = "scrutineer/disclosure/1"
as_of = "2001-03-01"
authority = "Oficina"
[[obligation]]
id = "totals"
what = "Totales"
granularity = "national"
basis = "Ley 1"
term = "2 días"
due = "2001-01-09"
source = "gaceta"
date = "2001-01-02"
[[obligation]]
id = "tables"
what = "Resultados por mesa"
granularity = "station"
basis = "Ley 2"
term = "30 días"
due = "2001-02-06"
source = "gaceta"
date = "2001-01-02"
[[obligation]]
id = "sheets"
what = "Actas"
granularity = "sheet"
basis = "Ley 3"
term = "30 días"
due = "2001-02-06"
source = "gaceta"
date = "2001-01-02"
[[obligation]]
id = "audit"
what = "Informe"
granularity = "national"
basis = "Ley 4"
term = "unknown"
due = "unknown"
source = "gaceta"
date = "2001-01-02"
[[publication]]
id = "bulletin"
of = ["totals"]
by = "Oficina"
what = "Boletín"
granularity = "national"
completeness = "whole"
first_seen = "2001-01-08"
last_seen = "2001-02-28"
source = "prensa"
[[publication]]
id = "file"
of = ["tables"]
by = "Oficina"
what = "Archivo"
granularity = "station"
completeness = "part"
first_seen = "2001-02-10"
last_seen = "2001-02-28"
source = "prensa"
[[search]]
of = ["sheets"]
place = "sitio"
date = "2001-02-20"
source = "observadores"
[[request]]
id = "letter"
of = ["sheets"]
author = "Observadores"
what = "Actas"
date = "2001-02-21"
source = "carta"
[[response]]
to = "letter"
author = "Oficina"
outcome = "refused"
what = "No"
date = "2001-02-22"
source = "carta"
"#;

#[test]
fn each_duty_has_its_state_its_reason_and_its_days() {
    let scratch = Scratch::new();
    scratch.write("e/disclosure.toml", RECORD);
    let found = json(&scratch, &["disclosure", "e", "--json"]);
    assert_eq!(found["used_in_answers"], false);
    let told: Vec<(&str, &str, Option<i64>, Option<i64>)> = found["obligations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|held| {
            (
                held["state"].as_str().unwrap(),
                held["reason"].as_str().unwrap(),
                held["days_since_due"].as_i64(),
                held["published_days_after_due"].as_i64(),
            )
        })
        .collect();
    // By hand: 9 January to 1 March 2001 are 51 days, 6 February to 1 March 23.
    assert_eq!(
        told,
        [
            ("met", "whole", Some(51), Some(-1)),
            ("partly", "some-units", Some(23), Some(4)),
            ("not-met", "looked-for", Some(23), None),
            ("cannot-tell", "no-term", None, None),
        ]
    );
    assert_eq!(
        found["obligations"][2]["responses"][0]["outcome"],
        "refused"
    );
}

#[test]
fn both_languages_and_the_page_say_all_of_it() {
    let scratch = Scratch::new();
    scratch.write("e/disclosure.toml", RECORD);
    let text = done(&scratch, &["disclosure", "e"]);
    let spanish = done(&scratch, &["disclosure", "e", "--lang", "es"]);
    assert_eq!(text.lines().count(), spanish.lines().count());
    for told in [
        "met",
        "partly met",
        "not met",
        "cannot tell",
        "23 days",
        "refused",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert!(
        spanish.contains("no cumplido") && spanish.contains("23 días"),
        "{spanish}"
    );
    assert_eq!(english(&spanish), Vec::<String>::new(), "{spanish}");
    for language in ["en", "es"] {
        let form = [
            "disclosure",
            "e",
            "--html",
            "o/page.html",
            "--lang",
            language,
        ];
        done(&scratch, &form);
        let page = fs::read_to_string(scratch.path().join("o/page.html")).unwrap();
        for told in [
            "Totales",
            "Resultados por mesa",
            "Observadores",
            &format!("lang=\"{language}\""),
        ] {
            assert!(page.contains(told), "{told}");
        }
        assert!(!page.contains("<script"));
    }
}

#[test]
fn every_error_has_line_column_key_expected_and_found() {
    let scratch = Scratch::new();
    let bad = RECORD
        .replacen("due = \"2001-01-09\"", "due = \"soon\"", 1)
        .replacen("granularity = \"sheet\"", "granularity = \"box\"", 1)
        .replacen("of = [\"tables\"]", "of = [\"none\"]", 1)
        .replacen("to = \"letter\"", "to = \"call\"", 1)
        .replacen("date = \"2001-02-20\"", "date = \"2001-03-20\"", 1)
        .replacen("id = \"audit\"", "id = \"totals\"", 1)
        .replacen("authority = \"Oficina\"", "authorty = \"Oficina\"", 1);
    scratch.write("e/disclosure.toml", &bad);
    let at = |needle: &str| bad.lines().position(|line| line == needle).unwrap() + 1;
    let places: Vec<String> = [
        "authorty = \"Oficina\"",
        "due = \"soon\"",
        "granularity = \"box\"",
        "of = [\"none\"]",
        "to = \"call\"",
        "date = \"2001-03-20\"",
    ]
    .iter()
    .map(|line| format!("e/disclosure.toml:{}:", at(line)))
    .collect();
    let found = run(&scratch, &["disclosure", "e"]);
    assert_eq!((found.code, found.out.as_str()), (1, ""));
    for place in &places {
        assert!(found.err.contains(place), "{place}: {}", found.err);
    }
    for told in [
        "found \"soon\"",
        "found \"box\"",
        "\"totals\" again",
        "found unknown key \"authorty\"",
    ] {
        assert!(found.err.contains(told), "{told}: {}", found.err);
    }
    let spanish = run(&scratch, &["disclosure", "e", "--lang", "es"]);
    assert_eq!(spanish.code, 1);
    assert_eq!(found.err.lines().count(), spanish.err.lines().count());
    // Keys of the file are data.
    let words: Vec<String> = english(&spanish.err)
        .into_iter()
        .filter(|word| !["of", "to"].contains(&word.as_str()))
        .collect();
    assert_eq!(words, Vec::<String>::new(), "{}", spanish.err);
}

#[test]
fn a_folder_without_a_record_and_no_folder_are_different_codes() {
    let scratch = Scratch::new();
    scratch.write("e/other.toml", "");
    for language in ["en", "es"] {
        let absent = run(&scratch, &["disclosure", "e", "--lang", language]);
        assert_eq!(absent.code, 1);
        assert!(absent.err.contains("e/disclosure.toml"), "{}", absent.err);
    }
    assert_eq!(run(&scratch, &["disclosure"]).code, 2);
}

#[test]
fn address_digest_and_day_of_a_copy_are_told() {
    let folder = workspace_root().join("examples/conditions-synthetic");
    let folder = folder.to_str().unwrap();
    let scratch = Scratch::new();
    let found = json(&scratch, &["disclosure", folder, "--json"]);
    let publication = &found["obligations"][0]["publications"][0];
    let digest = publication["sha256"].as_str().unwrap();
    // printf 'final bulletin\n' | sha256sum
    assert_eq!(
        digest,
        "74f0ad30ecb219deea2a5b0889fae50540116d3d35a3afe9bd82d130a6cdd16b"
    );
    assert_eq!(publication["captured"], "2001-01-10");
    for language in ["en", "es"] {
        let text = done(&scratch, &["disclosure", folder, "--lang", language]);
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for told in [
            "https://office.example/final-bulletin",
            digest,
            "2001-01-10",
        ] {
            assert!(words.contains(told), "{told}: {text}");
        }
    }
}

#[test]
fn the_public_record_of_2024_is_read() {
    let folder = workspace_root().join("examples/venezuela-2024");
    let scratch = Scratch::new();
    let found = json(
        &scratch,
        &["disclosure", folder.to_str().unwrap(), "--json"],
    );
    let states: Vec<&Value> = found["obligations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|held| &held["state"])
        .collect();
    assert_eq!(
        states[..2],
        [&Value::from("partly"), &Value::from("not-met")]
    );
    // Both terms are claims whose act nobody read, and the last day has two readings.
    for duty in found["obligations"].as_array().unwrap() {
        let source = duty["obligation"]["source"].as_str().unwrap();
        assert!(source.contains("source not read"), "{source}");
    }
    let term = found["obligations"][1]["obligation"]["term"]
        .as_str()
        .unwrap();
    assert!(
        term.contains("28 August") && term.contains("27 August"),
        "{term}"
    );
    // "Not met" rests on somebody who looked after the last day and said so: a dated statement by others, never
    // that this folder has no source with a publication.
    let duty = &found["obligations"][1];
    let searches = duty["searches"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    assert!(
        searches
            .iter()
            .any(|search| text(&search["date"]) > text(&duty["obligation"]["due"]))
    );
    for search in searches {
        let source = text(&search["source"]);
        assert!(source.contains("2024"), "{source}");
        assert!(!source.contains("this folder"), "{source}");
    }
}
