//! Indices as a person looks at them: the folder that pins them, and tables that are wrong.

use std::fs;

use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared::{self, workspace_root};
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

fn synthetic() -> String {
    let folder = workspace_root().join("examples/conditions-synthetic");
    folder.to_str().unwrap().to_owned()
}

/// Beginnings of lines that may have a number without a range: ranks, counts, names of questions, notes of a folder.
const WITHOUT_RANGE: [&str; 20] = [
    "Rank ",
    "Lugar ",
    "No answer to: ",
    "Sin respuesta a: ",
    "Coders differ on: ",
    "Quienes codifican difieren en: ",
    "Imported ",
    "Importado ",
    "Between them edition ",
    "Entre ellas la edición ",
    "Coders differ: ",
    "Quienes codifican difieren: ",
    "Decided: ",
    "Decidido: ",
    "The answers to single questions of edition 2023",
    "The printed value rests on Freedom on the Net 2023",
    "13 rows in both releases",
    "13 filas en ambas versiones",
    "Printed: ",
    "Impreso: ",
];

/// Every line with a number has the ends of its range in words, or says of which edition and period it is.
fn every_number_is_told(text: &str, form: &[&str]) {
    let mut told = 0;
    for line in text.lines() {
        let bare = line.trim_start();
        let has_number = bare.contains(|c: char| c.is_ascii_digit());
        // A word has no range; its edition and period stand before it.
        let is_word = bare
            .rsplit_once(')')
            .is_some_and(|(_, rest)| !rest.contains(|c: char| c.is_ascii_digit()));
        let is_other = is_word || WITHOUT_RANGE.iter().any(|start| bare.starts_with(start));
        let is_head = bare.contains("publisher: ") || bare.contains("publica: ");
        let has_ends = bare
            .split(" = ")
            .zip(bare.split(" = ").skip(1))
            .any(|(before, _)| before.ends_with(|c: char| c.is_ascii_digit()));
        assert!(
            !has_number || is_other || is_head || has_ends,
            "{form:?}: {line}"
        );
        told += usize::from(has_ends);
    }
    assert!(told > 0, "{form:?}: {text}");
}

/// A release of which one answer and the word for the whole of 2024 are others.
fn revised(scratch: &Scratch) {
    table(scratch, "two.csv", |text| {
        let changed = text.lines().map(|line| {
            let mut cells: Vec<&str> = line.split(',').collect();
            if cells[4] == "2024" {
                // D2, which is 3, and the word for the whole.
                (cells[21], cells[5]) = ("2", "PF");
            }
            cells.join(",")
        });
        changed.collect::<Vec<_>>().join("\n") + "\n"
    });
}

#[test]
fn no_line_of_any_form_has_a_number_without_its_range_and_every_block_begins_with_its_head() {
    let scratch = Scratch::new();
    table(&scratch, "one.csv", |text| text);
    revised(&scratch);
    let first = [
        "index",
        "import",
        "one.csv",
        "--into",
        "i",
        "--id",
        "first",
        "--source",
        "x",
        "--as-of",
        "2025-01-01",
    ];
    done(&scratch, &first);
    let (real, made) = (venezuela(), synthetic());
    for (language, edition, covers) in [("en", "edition ", "covers "), ("es", "edición ", "cubre ")]
    {
        for form in [
            &["index", "score", &real][..],
            &["index", "explain", &real],
            &["index", "score", &made],
            &["index", "explain", &made],
            &["index", "compare", "one.csv", "two.csv", "--releases"],
            &["index", "score", "one.csv", "--edition", "2024"],
        ] {
            let form = [form, &["--lang", language]].concat();
            let text = done(&scratch, &form);
            every_number_is_told(&text, &form);
            for block in text.split("\n\n").skip(1) {
                let head = block.lines().next().unwrap();
                for part in [edition, covers] {
                    assert!(head.contains(part), "{form:?}: {head}");
                }
            }
        }
        let id = format!("second-{language}");
        let into = format!("i-{language}");
        let begun = [
            &first[..4],
            &[
                &into,
                "--id",
                "first",
                "--source",
                "x",
                "--as-of",
                "2025-01-01",
            ],
        ];
        done(&scratch, &begun.concat());
        let form = [
            "index",
            "import",
            "two.csv",
            "--into",
            &into,
            "--id",
            &id,
            "--source",
            "x",
            "--supersedes",
            "first",
            "--lang",
            language,
        ];
        let text = done(&scratch, &form);
        every_number_is_told(&text, &form);
        let published = text.lines().filter(|line| line.contains("Freedom House"));
        assert_eq!(published.count(), 1, "{text}");
        // What is published differs from the answers, and one release from the other: each with its edition.
        let dated = text.lines().filter(|line| line.contains(covers));
        assert!(dated.count() >= 4, "{text}");
        let words = if language == "en" {
            "Not Free, then Partly Free"
        } else {
            "No libre, luego Parcialmente libre"
        };
        assert!(
            text.to_lowercase().contains(&words.to_lowercase()),
            "{text}"
        );
    }
}

#[test]
fn what_single_answers_move_stands_under_its_own_index_with_words_for_codes() {
    let scratch = Scratch::new();
    let text = done(&scratch, &["index", "explain", &venezuela()]);
    let moved: Vec<&str> = text
        .split("\n\n")
        .filter(|block| block.contains("What single answers move"))
        .collect();
    // Freedom on the Net of that edition has parts only, so that no single answer moves anything.
    for (block, name) in moved.iter().zip([
        "Freedom in the World, VEN",
        "Freedom on the Net, VEN",
        "Election Vulnerability Index, VEN",
    ]) {
        let mut lines = block.lines();
        let head = lines.next().unwrap();
        assert!(
            head.starts_with(name) && head.contains("publisher: "),
            "{head}"
        );
        let range = lines.next().unwrap();
        assert!(
            range.contains("of 100; 0 = ") && range.contains("100 = "),
            "{range}"
        );
        for line in lines {
            assert!(line.contains("of 100; 0 = "), "{line}");
        }
    }
    assert_eq!(moved.len(), 3);
    let printed = text.lines().filter(|line| line.contains("Printed: "));
    let printed: Vec<&str> = printed.collect();
    assert_eq!(printed.len(), 3);
    assert!(
        printed
            .iter()
            .all(|line| line.contains("(covers ") && !line.contains("NF"))
    );
    assert!(
        printed[2].contains("18 of 100; 0 = most vulnerable"),
        "{}",
        printed[2]
    );
}

#[test]
fn evidence_and_decision_of_every_disputed_question_are_told() {
    let scratch = Scratch::new();
    let told = |found: &serde_json::Value| -> Vec<(u64, String, bool)> {
        let disputes = found["disputes"].as_array().unwrap().iter();
        let edition = |held: &serde_json::Value| held["edition"].as_u64().unwrap();
        let question = |held: &serde_json::Value| held["question"].as_str().unwrap().to_owned();
        disputes
            .map(|held| (edition(held), question(held), held["decision"].is_null()))
            .collect()
    };
    // The folder scores no edition 2002: what coders say of it is told to who asks for it, and to nobody else.
    let folder = synthetic();
    let later = [
        "index",
        "explain",
        &folder,
        "--place",
        "ZZZ",
        "--edition",
        "2002",
    ];
    let found = json(&scratch, &["index", "explain", &folder, "--json"]);
    let second = json(&scratch, &[&later[..], &["--json"]].concat());
    assert_eq!(told(&found), [(2001, "inv.Q3".to_owned(), true)]);
    // Q2 of 2002 is answered by both alike.
    assert_eq!(told(&second), [(2002, "inv.Q1".to_owned(), false)]);
    let disputes = [&found["disputes"][0], &second["disputes"][0]];
    let answer = &disputes[0]["answers"]["coder-b"];
    assert_eq!(
        (&answer["points"], &answer["evidence"]["tier"]),
        (&3.into(), &"alleged".into())
    );
    let decision = &disputes[1]["decision"];
    assert_eq!(
        (&decision["points"], &decision["role"]),
        (&1.into(), &"reviewer-a".into())
    );
    let answers = &disputes[1]["answers"]["coder-a"]["evidence"];
    // printf 'invented gazette\\n' | sha256sum
    let digest = "4146deabe46fb2c2122ddb6833b120f01ef38b5ace1f8bc9ca18c01f42f331d8";
    assert_eq!(answers["sha256"], digest);
    let agreement = &found["agreement"]["inv"][0];
    assert_eq!(
        (&agreement["units"], &agreement["differ"]),
        (&2.into(), &2.into())
    );
    // By hand: pairs (1, 3) and (1, 2). The first coder always says 1, so chance explains all: kappa is 0.
    assert_eq!(agreement["pairs"][0]["kappa_quadratic"], 0.0);
    for (language, lines) in [
        (
            "en",
            [
                "Coders differ: ZZZ, inv edition 2001 (covers 2001-01 to 2001-12), inv.Q3 (Sites are blocked)",
                "  coder-a: 1 of 4; 0 = most free, 4 = least free; coded 2001-02-01; verified: invented, 31 January 2001",
                "  No decision: every answer between theirs is kept open.",
                "  Decision: 1 of 4; 0 = least free, 4 = most free; the gazette was seen, the letter was not; reviewer-a, 5 February 2002",
            ],
        ),
        (
            "es",
            [
                "Quienes codifican difieren: ZZZ, inv edición 2001 (cubre 2001-01 a 2001-12), inv.Q3 (Se bloquean sitios)",
                "  coder-a: 1 de 4; 0 = más libre, 4 = menos libre; codificado 2001-02-01; verificado: invented, 31 de enero de 2001",
                "  Sin decisión: toda respuesta entre las suyas queda abierta.",
                "  Decisión: 1 de 4; 0 = menos libre, 4 = más libre; the gazette was seen, the letter was not; reviewer-a, 5 de febrero de 2002",
            ],
        ),
    ] {
        let text = [&["index", "explain", &folder][..], &later]
            .map(|form| done(&scratch, &[form, &["--lang", language]].concat()))
            .concat();
        for line in lines {
            assert!(text.lines().any(|held| held == line), "{line}\n{text}");
        }
        let quoted = format!(", SHA-256 {digest}, \"no table was printed\"");
        assert!(text.contains(&quoted), "{text}");
        let short = done(
            &scratch,
            &["index", "score", &synthetic(), "--lang", language],
        );
        assert!(!short.contains("coder-a: "), "{short}");
    }
}

/// The folder of tables with every country, and the two on which the vulnerability index rests.
fn shared_tables() -> Option<(std::path::PathBuf, [String; 2])> {
    let table = shared::file("data/indices/evi_recomputed_fotn2024.csv")?;
    let folder = table.parent()?.to_owned();
    let at = |index: &str, name: &str| format!("{index}={}", folder.join(name).display());
    let tables = [
        at("fiw", "fiw_question_scores_2013_2025.csv"),
        at("fotn", "fotn_question_scores_2024.csv"),
    ];
    Some((folder, tables))
}

#[test]
fn countries_are_compared_as_the_independent_table_says() {
    let Some((folder, tables)) = shared_tables() else {
        return;
    };
    let text = fs::read_to_string(folder.join("evi_recomputed_fotn2024.csv")).unwrap();
    let rows: Vec<Vec<&str>> = text
        .lines()
        .skip(1)
        .map(|line| line.split(',').collect())
        .collect();
    let of = |place: &str, edition: &str| -> [i64; 4] {
        let row = rows
            .iter()
            .find(|row| row[0] == place && row[2] == edition)
            .unwrap();
        [4, 5, 6, 7].map(|at| row[at].parse().unwrap())
    };
    let scratch = Scratch::new();
    let compared = |further: &[&str]| {
        let form = [
            "index", "compare", &tables[0], &tables[1], "--index", "evi", "--json",
        ];
        json(&scratch, &[&form[..], further].concat())
    };
    let whole = |found: &Value, side: usize| -> i64 {
        let value = points(&found["profiles"][side], "total");
        value["low"].as_i64().unwrap()
    };
    for other in ["COL", "CHN", "CRI"] {
        let found = compared(&[
            "--place",
            "VEN",
            "--place",
            other,
            "--edition",
            "fiw=2025",
            "--edition",
            "fotn=2024",
        ]);
        let (one, two) = (of("VEN", "2025")[3], of(other, "2025")[3]);
        assert_eq!((whole(&found, 0), whole(&found, 1)), (one, two), "{other}");
        let measures = found["measures"].as_array().unwrap();
        let total = measures.iter().find(|held| held["id"] == "total").unwrap();
        assert_eq!(total["change"], two - one);
    }
    // One place, with the editions of both indices on each side.
    let found = compared(&[
        "--place",
        "BGD",
        "--edition",
        "fiw=2024,fotn=2024",
        "--edition",
        "fiw=2025,fotn=2024",
    ]);
    assert_eq!(
        (whole(&found, 0), whole(&found, 1)),
        (of("BGD", "2024")[3], of("BGD", "2025")[3])
    );
    let wrong = run(
        &scratch,
        &[
            "index",
            "compare",
            &tables[0],
            "--place",
            "VEN",
            "--edition",
            "fiw=soon",
            "--edition",
            "2024",
        ],
    );
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("fiw=soon"), "{}", wrong.err);
}

#[test]
fn the_rank_among_all_countries_is_that_of_the_reference() {
    let Some((_, tables)) = shared_tables() else {
        return;
    };
    let scratch = Scratch::new();
    // Reference on indices: 11th of 72 from the lowest.
    let form = [
        "index",
        "score",
        &tables[0],
        &tables[1],
        "--index",
        "evi",
        "--edition",
        "fiw=2024",
        "--edition",
        "fotn=2024",
        "--json",
    ];
    let found = json(&scratch, &form);
    let profiles = found["profiles"].as_array().unwrap();
    let at = profiles
        .iter()
        .position(|held| held["place"] == "VEN")
        .unwrap();
    assert_eq!(profiles.len(), 72);
    let rank = &found["ranks"][at];
    assert_eq!((&rank["first"], &rank["of"]), (&11.into(), &72.into()));
}
