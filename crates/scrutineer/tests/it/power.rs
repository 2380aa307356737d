//! False alarms and power as a person measures them, and their table beside the results.

use std::fs;

use scrutineer_testkit::scratch::Scratch;
use serde_json::Value;

use crate::support::{done, folder, json, run};

/// 300 stations in places of several, and a seed.
fn simulated() -> Scratch {
    let scratch = Scratch::new();
    done(
        &scratch,
        &["simulate", "--stations", "300", "--seed", "5", "--out", "e"],
    );
    scratch
}

const POWER: [&str; 6] = ["power", "e", "--runs", "2", "--seed", "7"];

fn with<'a>(form: &[&'a str], more: &[&'a str]) -> Vec<&'a str> {
    [form, more].concat()
}

#[test]
fn the_table_is_the_same_with_any_threads_and_another_with_another_seed() {
    let scratch = simulated();
    let of = |threads: &str| done(&scratch, &with(&POWER, &["--json", "--threads", threads]));
    let one = of("1");
    assert_eq!(one, of("2"));
    assert_eq!(one, of("7"));
    let value: Value = serde_json::from_str(&one).unwrap();
    assert_eq!(value["schema"], "scrutineer/power/1");
    assert_eq!((&value["runs"], &value["seed"]), (&2.into(), &7.into()));
    assert!(value["stations"].as_u64().unwrap() > 250, "{one}");
    let scenarios = value["scenarios"].as_array().unwrap();
    assert_eq!(scenarios.len(), 9);
    for scenario in scenarios {
        let tests = scenario["tests"].as_array().unwrap();
        assert_eq!(tests.len(), 8);
        // Dispersion alone has a null that is known to be too simple.
        for cell in tests.iter().filter(|cell| !cell["quantity"].is_null()) {
            let is_check = cell["test"] == "place-dispersion";
            let expected = if is_check {
                "consistency-check"
            } else {
                "test"
            };
            assert_eq!(cell["role"], expected, "{cell}");
        }
    }
    // The tables of one seed: a seed of its own changes no geography and the votes of every run.
    let other = json(
        &scratch,
        &["power", "e", "--runs", "40", "--seed", "900", "--json"],
    );
    let same = json(
        &scratch,
        &["power", "e", "--runs", "40", "--seed", "1", "--json"],
    );
    assert_eq!(other["geography"], same["geography"]);
    assert_ne!(other["scenarios"], same["scenarios"]);
}

#[test]
fn the_page_has_a_table_and_a_plot_in_both_languages() {
    let scratch = simulated();
    for (language, title, row) in [
        (
            "en",
            "What these tests would have found here",
            "Honest, pure chance",
        ),
        (
            "es",
            "Qué habrían encontrado aquí estas pruebas",
            "Honesta, puro azar",
        ),
    ] {
        let form = with(&POWER, &["--html", "power.html", "--lang", language]);
        done(&scratch, &form);
        let page = fs::read_to_string(scratch.path().join("power.html")).unwrap();
        for wanted in ["<table", "<svg", title, row] {
            assert!(page.contains(wanted), "{language}: {wanted}");
        }
        let text = done(&scratch, &with(&POWER, &["--lang", language]));
        assert!(text.contains(title), "{text}");
    }
}

#[test]
fn without_sheets_of_two_options_there_is_no_geography() {
    let scratch = Scratch::new();
    folder(&scratch, "tiny");
    scratch.write(
        "tiny/sheets.csv",
        "place,table,registered,ballots,valid,invalid,A,B\nP1,1,200,165,160,5,105,\n",
    );
    for (language, words) in [
        ("en", "nothing can be simulated"),
        ("es", "no hay nada que simular"),
    ] {
        let refused = run(&scratch, &["power", "tiny", "--lang", language]);
        assert_eq!(refused.code, 1, "{}", refused.out);
        assert!(refused.err.contains(words), "{}", refused.err);
    }
    let unknown = run(&scratch, &["power", "tiny", "--source", "none"]);
    assert_eq!(unknown.code, 2);
    assert!(unknown.err.contains("sheets"), "{}", unknown.err);
}

/// Words that stand above the table of power alone.
const ROW: [(&str, &str); 2] = [
    ("en", "with the stations, voters and places of source"),
    ("es", "con las mesas, electores y centros de la fuente"),
];

/// Without the lines of the terminal.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_kept_table_stands_beside_the_tests_while_the_sheets_are_those_it_was_made_for() {
    let scratch = simulated();
    let forms = |language| {
        [
            vec!["forensics", "e", "--lang", language],
            vec!["audit", "e", "--full", "--lang", language],
        ]
    };
    let pages = |language: &str| {
        let forms = [
            ["forensics", "e", "--html", "page.html", "--lang", language],
            ["audit", "e", "--html", "page.html", "--lang", language],
        ];
        forms.map(|form| {
            done(&scratch, &form);
            fs::read_to_string(scratch.path().join("page.html")).unwrap()
        })
    };
    for (language, row) in ROW {
        for form in forms(language) {
            assert!(!joined(&done(&scratch, &form)).contains(row), "{form:?}");
        }
    }
    let before = [&["audit", "e", "--json"][..], &["forensics", "e", "--json"]]
        .map(|form| done(&scratch, form));
    let wrote = run(&scratch, &with(&POWER, &["--keep"]));
    assert_eq!(wrote.code, 0, "{}", wrote.err);
    assert!(wrote.err.contains("power.json"), "{}", wrote.err);
    let kept = fs::read_to_string(scratch.path().join("e/power.json")).unwrap();
    assert_eq!(kept, done(&scratch, &with(&POWER, &["--json"])));
    for (language, row) in ROW {
        for form in forms(language) {
            let text = done(&scratch, &form);
            assert!(joined(&text).contains(row), "{form:?}: {text}");
        }
        for page in pages(language) {
            assert!(page.contains(row), "{language}");
            assert!(page.contains("power-bars"), "{language}");
        }
    }
    let after = [&["audit", "e", "--json"][..], &["forensics", "e", "--json"]]
        .map(|form| done(&scratch, form));
    assert_eq!(before, after);

    // Under the digest of another geography it is not shown.
    let other = kept.replacen("\"geography\": \"", "\"geography\": \"0", 1);
    scratch.write("e/power.json", &other);
    for (language, row, note) in [
        ("en", ROW[0].1, "is not shown"),
        ("es", ROW[1].1, "no se muestra"),
    ] {
        for form in forms(language) {
            let text = done(&scratch, &form);
            let text = joined(&text);
            assert!(text.contains(note) && !text.contains(row), "{text}");
        }
    }
}

#[test]
fn a_kept_table_of_before_the_sheets_changed_does_not_fit() {
    let scratch = simulated();
    done(&scratch, &with(&POWER, &["--keep"]));
    done(
        &scratch,
        &[
            "simulate",
            "--stations",
            "300",
            "--seed",
            "6",
            "--out",
            "other",
        ],
    );
    let kept = fs::read_to_string(scratch.path().join("e/power.json")).unwrap();
    scratch.write("other/power.json", &kept);
    let of = |dir: &str| joined(&done(&scratch, &["forensics", dir]));
    assert!(of("other").contains("is not shown"));
    assert!(!of("e").contains("is not shown"));
}

/// What each command shows without the table, and in which words it says that it left one out.
const FORMS: [(&[&str], &str); 4] = [
    (&["forensics", "e"], "goes on without it"),
    (&["audit", "e", "--full"], "goes on without it"),
    (&["forensics", "e", "--lang", "es"], "sigue sin él"),
    (&["audit", "e", "--full", "--lang", "es"], "sigue sin él"),
];

#[test]
fn a_broken_or_an_old_table_is_left_out_and_stops_nothing() {
    let scratch = simulated();
    let without = FORMS.map(|(form, _)| done(&scratch, form));
    done(&scratch, &with(&POWER, &["--keep"]));
    let path = scratch.path().join("e/power.json");
    let kept = fs::read_to_string(&path).unwrap();
    for (text, what) in [
        ("{\"schema\":".to_owned(), "1:10"),
        (kept.replacen("power/1", "power/0", 1), "scrutineer/power/0"),
        (kept.replacen("\"runs\"", "\"times\"", 1), "power.json"),
        (String::new(), "power.json"),
    ] {
        fs::write(&path, text).unwrap();
        for ((form, words), expected) in FORMS.iter().zip(&without) {
            let held = run(&scratch, form);
            assert_eq!(held.code, 0, "{}", held.err);
            assert_eq!(held.out, *expected);
            assert!(held.err.contains(what), "{what}: {}", held.err);
            assert!(held.err.contains(words), "{words}: {}", held.err);
        }
    }
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    let held = run(&scratch, FORMS[0].0);
    assert_eq!((held.code, &held.out), (0, &without[0]), "{}", held.err);
    assert!(held.err.contains(FORMS[0].1), "{}", held.err);
}

/// What is changed in a kept table, and where that is said.
type Change = (&'static str, fn(&mut Value));

const CHANGES: [Change; 18] = [
    ("runs: ", |held| held["runs"] = 0.into()),
    ("stations: ", |held| held["stations"] = 7.into()),
    ("options: ", |held| {
        held["options"][0]["name"] = "Somebody".into();
    }),
    ("scenarios: expected 9, found 8", |held| {
        held["scenarios"].as_array_mut().unwrap().pop();
    }),
    ("scenarios[0].id: ", |held| {
        held["scenarios"].as_array_mut().unwrap().swap(0, 1);
    }),
    ("scenarios[0].id: ", |held| {
        held["scenarios"][0]["id"] = "no-such-scenario".into();
    }),
    ("scenarios[2].touching: expected 0.005, found 0.5", |held| {
        held["scenarios"][2]["touching"] = 0.5.into();
    }),
    ("scenarios[1].tests: expected 8, found 9", |held| {
        let tests = held["scenarios"][1]["tests"].as_array_mut().unwrap();
        tests.push(tests[0].clone());
    }),
    ("scenarios[1].tests[3].test: ", |held| {
        held["scenarios"][1]["tests"]
            .as_array_mut()
            .unwrap()
            .swap(3, 4);
    }),
    ("scenarios[1].tests[7].role: ", |held| {
        held["scenarios"][1]["tests"][7]["role"] = "test".into();
    }),
    ("scenarios[1].tests[0].role: ", |held| {
        held["scenarios"][1]["tests"][0]["role"] = "consistency-check".into();
    }),
    ("scenarios[1].tests[2].quantity: ", |held| {
        held["scenarios"][1]["tests"][2]["quantity"] = "turnout".into();
    }),
    ("scenarios[1].tests[2].alarms: ", |held| {
        held["scenarios"][1]["tests"][2]["alarms"] = 3.into();
    }),
    ("scenarios[1].tests[2].alarms_interval: ", |held| {
        held["scenarios"][1]["tests"][2]["alarms_interval"][1] = 0.5.into();
    }),
    ("scenarios[1].tests[2].remarkable_interval: ", |held| {
        held["scenarios"][1]["tests"][2]["remarkable_interval"] = serde_json::json!([0.0, null]);
    }),
    // Of two runs in which no test was remarkable, none can have any.
    ("scenarios[1].any: ", |held| {
        for cell in held["scenarios"][1]["tests"].as_array_mut().unwrap() {
            cell["remarkable"] = 0.into();
        }
        held["scenarios"][1]["any"] = 1.into();
    }),
    ("scenarios[1].any_interval: ", |held| {
        held["scenarios"][1]["any_interval"] = serde_json::json!([0.1, 0.2]);
    }),
    // A consistency check has no adjusted p.
    ("scenarios[1].tests[7].remarkable: ", |held| {
        held["scenarios"][1]["tests"][7]["remarkable"] = 1.into();
    }),
];

#[test]
fn a_table_that_the_program_does_not_make_is_not_shown_and_every_place_is_said() {
    let scratch = simulated();
    done(&scratch, &with(&POWER, &["--keep"]));
    let path = scratch.path().join("e/power.json");
    let kept: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
    for (place, change) in CHANGES {
        let mut other = kept.clone();
        change(&mut other);
        fs::write(&path, other.to_string()).unwrap();
        let held = run(&scratch, &["forensics", "e"]);
        assert_eq!(held.code, 0, "{}", held.err);
        let said = joined(&held.out);
        assert!(said.contains("is not shown"), "{place}: {said}");
        assert!(!said.contains(ROW[0].1), "{place}: {said}");
        assert!(held.err.contains(place), "{place}: {}", held.err);
        assert!(held.err.contains(FORMS[0].1), "{place}: {}", held.err);
    }
    // All of them at once, and nothing of the file on the page.
    let mut all = kept.clone();
    for at in [2, 12, 16] {
        CHANGES[at].1(&mut all);
    }
    fs::write(&path, all.to_string()).unwrap();
    for (form, words) in FORMS {
        let held = run(&scratch, form);
        assert_eq!(held.code, 0, "{}", held.err);
        for at in [2, 12, 16] {
            assert!(held.err.contains(CHANGES[at].0), "{}", held.err);
        }
        assert!(held.err.contains(words), "{}", held.err);
        assert!(!held.out.contains("Somebody"), "{}", held.out);
    }
    // The same table written another way is the same table.
    fs::write(&path, kept.to_string()).unwrap();
    let held = run(&scratch, &["forensics", "e"]);
    assert!(joined(&held.out).contains(ROW[0].1), "{}", held.out);
    assert!(!held.err.contains(FORMS[0].1), "{}", held.err);
}
