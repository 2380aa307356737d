//! Incidents as a coordinator runs them: lists with names beside the folder, and nothing of them in it.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::process::Stdio;

use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared::{self, workspace_root};
use serde_json::Value;

use crate::support::{command, done, json, run};

const SOURCES: &str =
    "id,name,kind,standing,access\na,A,ngo-list,primary,public\nb,B,ngo-list,primary,public\n";

/// A folder with two sources, and the invented lists of the vectors beside it.
fn lists() -> Option<Scratch> {
    let document = shared::vectors("linkage.json")?;
    let scratch = Scratch::new();
    scratch.write("sources.csv", SOURCES);
    done(
        &scratch,
        &[
            "incidents",
            "import",
            "e",
            "--table",
            "sources",
            "--from",
            "sources.csv",
        ],
    );
    for name in ["a", "b"] {
        let rows = document[format!("list_{name}")].as_array().unwrap();
        let lines: Vec<String> = rows.iter().map(Value::to_string).collect();
        scratch.write(&format!("{name}.jsonl"), lines.join("\n"));
    }
    Some(scratch)
}

fn link(further: &[&'static str]) -> Vec<&'static str> {
    let mut arguments = vec![
        "incidents",
        "link",
        "e",
        "--list",
        "a=a.jsonl",
        "--list",
        "b=b.jsonl",
    ];
    arguments.extend([
        "--act",
        "detained",
        "--as-of",
        "2030-09-01",
        "--records",
        "private.csv",
    ]);
    arguments.extend_from_slice(further);
    arguments
}

#[test]
fn lists_are_linked_and_decisions_survive() {
    let Some(scratch) = lists() else { return };
    let first = json(&scratch, &link(&["--json"]));
    // The numbers of the vector file.
    assert_eq!(
        (&first["min_unique"], &first["max_unique"]),
        (&12.into(), &14.into())
    );
    assert_eq!(
        (&first["automatic"], &first["for_review"]),
        (&7.into(), &4.into())
    );
    // By hand from the 110 scores of the vectors: two bits lower A4-B4 (10.5) is joined too, two bits higher nothing moves.
    let moved: Vec<[i64; 4]> = first["sensitivity"]
        .as_array()
        .unwrap()
        .iter()
        .map(|held| {
            ["moved", "min_unique", "max_unique", "auto"].map(|key| held[key].as_i64().unwrap())
        })
        .collect();
    assert_eq!(moved, [[-2, 12, 13, 8], [0, 12, 14, 7], [2, 12, 14, 7]]);
    let before = fs::read(scratch.path().join("e/incidents/links.csv")).unwrap();
    done(&scratch, &link(&["--json"]));
    assert_eq!(
        fs::read(scratch.path().join("e/incidents/links.csv")).unwrap(),
        before
    );

    let mut child = command(&scratch, &link(&["--review"]))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    // A7-B6 different; not understood; A1-B7 different; A4-B4 same; the last is skipped.
    child
        .stdin
        .take()
        .unwrap()
        .write_all(b"d\nwhat\nd\ns\nk\n")
        .unwrap();
    let out = child.wait_with_output().unwrap();
    assert!(out.status.success());
    let out = String::from_utf8(out.stdout).unwrap();
    assert!(
        out.contains("A7 and B6") && out.contains("Please type"),
        "{out}"
    );
    let after = json(&scratch, &link(&["--json"]));
    assert_eq!(
        (&after["min_unique"], &after["max_unique"]),
        (&12.into(), &13.into())
    );
    assert_eq!(after["for_review"], 1);
    let count = json(
        &scratch,
        &["incidents", "count", "e", "--act", "detained", "--json"],
    );
    assert_eq!(count["credible"], 13);
}

#[test]
fn the_review_in_spanish_says_nothing_in_english() {
    let Some(scratch) = lists() else { return };
    let mut child = command(&scratch, &link(&["--review", "--lang", "es"]))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let answers = "d\n¿?\nigual\nno sé\nf\n".as_bytes();
    child.stdin.take().unwrap().write_all(answers).unwrap();
    let out = child.wait_with_output().unwrap();
    let out = String::from_utf8(out.stdout).unwrap();
    assert!(
        out.contains("primer apellido: ") && out.contains("Escriba i, d"),
        "{out}"
    );
    assert_eq!(crate::spanish::english(&out), Vec::<String>::new(), "{out}");
    for word in [
        "given", "surname", "exact", "swapped", "missing", "jw92", "same", "state",
    ] {
        assert!(!out.contains(word), "{word}: {out}");
    }
}

#[test]
fn an_estimate_is_made_again_at_two_other_thresholds() {
    let Some(scratch) = lists() else { return };
    done(&scratch, &link(&[]));
    let form = ["incidents", "estimate", "e", "--act", "detained", "--json"];
    let found = json(&scratch, &form);
    let others = found["other_thresholds"].as_array().unwrap();
    let at: Vec<f64> = others
        .iter()
        .map(|held| held["threshold"].as_f64().unwrap())
        .collect();
    assert_eq!(at, [10.0, 14.0]);
    // Two lists of ten: refused for that at every threshold, and for few persons and a small overlap.
    for held in others {
        assert_eq!(held["estimate"]["outcome"], "refused");
    }
    let shared = |value: &Value| -> u64 {
        let reasons = value["reasons"].as_array().unwrap();
        let persons = reasons.iter().find(|held| held["reason"] == "few-persons");
        persons.unwrap()["persons"].as_u64().unwrap()
    };
    // Fewer joins at a higher threshold, so more persons.
    assert!(shared(&others[0]["estimate"]) <= shared(&found["estimate"]));
    assert!(shared(&found["estimate"]) <= shared(&others[1]["estimate"]));
    assert_eq!(shared(&found["estimate"]), 14);
}

/// Three lists with the overlaps of the vectors ll-01 and ll-03: the models have their numbers, the range holds both,
/// and who is on no list is spoken of.
#[test]
fn an_estimate_is_a_range_over_models_and_says_who_is_not_in_it() {
    let Some(document) = shared::vectors("mse.json") else {
        return;
    };
    let vector = |id: &str| {
        let all = document["vectors"].as_array().unwrap();
        all.iter().find(|held| held["id"] == id).unwrap().clone()
    };
    let (alone, pairs) = (vector("ll-01"), vector("ll-03"));
    let mut persons = String::from("id\n");
    let mut claims = String::from("id,source,act,person,qualifier,as_of\n");
    let (mut people, mut rows) = (0, 0);
    for (on, count) in alone["input"]["counts"].as_object().unwrap() {
        for _ in 0..count.as_u64().unwrap() {
            people += 1;
            writeln!(persons, "p{people}").unwrap();
            let lists = on.chars().zip(["a", "b", "c"]);
            for (_, list) in lists.filter(|(is_on, _)| *is_on == '1') {
                rows += 1;
                writeln!(claims, "n{rows},{list},detained,p{people},named,2030-08-01").unwrap();
            }
        }
    }
    let scratch = Scratch::new();
    scratch.write(
        "e/incidents/sources.csv",
        format!("{SOURCES}c,C,ngo-list,primary,public\n"),
    );
    scratch.write("e/incidents/persons.csv", persons);
    scratch.write("e/incidents/claims.csv", claims);
    let form = ["incidents", "estimate", "e", "--act", "detained"];
    let found = json(&scratch, &[&form[..], &["--json"]].concat());
    let estimate = &found["estimate"];
    assert_eq!(estimate["outcome"], "range", "{found}");
    let near = |held: &Value, wanted: &Value| {
        let (held, wanted) = (held.as_f64().unwrap(), wanted.as_f64().unwrap());
        (held - wanted).abs() < wanted * 1e-5
    };
    let models = estimate["models"].as_array().unwrap();
    for (vector, interval) in [(&alone, "1"), (&pairs, "AB+AC+BC")] {
        let wanted = &vector["expect"];
        let model = models.iter().find(|held| {
            near(&held["estimate"], &wanted["N"])
                && near(&held["low"], &wanted["profile_ci95"]["lo"])
                && near(&held["high"], &wanted["profile_ci95"]["hi"])
        });
        assert!(model.is_some(), "{interval}: {models:?}");
    }
    let ends = &pairs["expect"]["profile_ci95"];
    assert!(estimate["low"].as_f64() <= ends["lo"].as_f64().map(|low| low + 1e-3));
    assert!(estimate["high"].as_f64() >= ends["hi"].as_f64().map(|high| high - 1e-3));
    for (language, words) in [
        ("en", "People whom no list can reach are not counted"),
        ("es", "No se cuenta a quienes ninguna lista puede alcanzar"),
    ] {
        let text = done(&scratch, &[&form[..], &["--lang", language]].concat());
        assert!(text.contains(words) && text.contains("101 "), "{text}");
    }
}

#[test]
fn no_name_of_a_list_is_in_the_folder_or_in_the_output() {
    let Some(scratch) = lists() else { return };
    let linked = run(&scratch, &link(&[]));
    let report = run(&scratch, &["incidents", "report", "e"]);
    let mut all = vec![linked.out, linked.err, report.out, report.err];
    for entry in fs::read_dir(scratch.path().join("e/incidents")).unwrap() {
        all.push(fs::read_to_string(entry.unwrap().path()).unwrap());
    }
    for name in ["Rodr", "Yonaiker", "Quintero", "RODRIGUEZ", "Mora"] {
        assert!(all.iter().all(|text| !text.contains(name)), "{name}");
    }
}

#[test]
fn rows_are_immutable_and_problems_have_their_place() {
    let scratch = Scratch::new();
    scratch.write("sources.csv", SOURCES);
    let import = [
        "incidents",
        "import",
        "e",
        "--table",
        "sources",
        "--from",
        "sources.csv",
    ];
    done(&scratch, &import);
    assert!(done(&scratch, &import).contains("2 were there already"));
    scratch.write("sources.csv", SOURCES.replace("a,A,", "a,Other,"));
    let refused = run(&scratch, &import);
    assert_eq!(refused.code, 1);
    assert!(
        refused.err.contains("sources.csv:2:id: a row with this id"),
        "{}",
        refused.err
    );
    scratch.write(
        "claims.csv",
        "id,source,act,count,qualifier,as_of\nc,z,killed,CANARY,exactly,soon\n",
    );
    let refused = run(
        &scratch,
        &[
            "incidents",
            "import",
            "e",
            "--table",
            "claims",
            "--from",
            "claims.csv",
        ],
    );
    for place in ["claims.csv:2:count", "claims.csv:2:as_of"] {
        assert!(refused.err.contains(place), "{}", refused.err);
    }
    assert!(!refused.err.contains("CANARY"), "{}", refused.err);
    assert!(!scratch.path().join("e/incidents/claims.csv").exists());
}

/// What the reader of the file and what the book finds are told in one run, and of every file of a folder.
#[test]
fn everything_that_is_wrong_with_files_is_told_at_once() {
    let scratch = Scratch::new();
    scratch.write("e/incidents/sources.csv", SOURCES);
    scratch.write(
        "bad.csv",
        "id;source;act;count;qualifier;as_of\nc1;a;killed;x;exactly;2030-08-01\n\"c2;a;killed;3",
    );
    let form = [
        "incidents",
        "import",
        "e",
        "--table",
        "claims",
        "--from",
        "bad.csv",
    ];
    let found = run(&scratch, &form);
    assert_eq!(found.code, 1);
    for place in ["bad.csv:2:count", "row 3: quote is not closed"] {
        assert!(found.err.contains(place), "{place}: {}", found.err);
    }
    assert!(!scratch.path().join("e/incidents/claims.csv").exists());
    // Two files of the folder are damaged: both are named.
    scratch.write("e/incidents/persons.csv", "id\n\"p1");
    scratch.write("e/incidents/items.csv", "id,kind\n\"i1");
    let found = run(&scratch, &["incidents", "report", "e"]);
    assert_eq!(found.code, 1);
    for name in ["persons.csv", "items.csv"] {
        assert!(found.err.contains(name), "{name}: {}", found.err);
    }
}

#[test]
fn the_public_statements_are_ranges_and_never_sums() {
    let folder = workspace_root().join("examples/venezuela-2024");
    let folder = folder.to_str().unwrap();
    let scratch = Scratch::new();
    let of = |act: &str, day: &str| {
        json(
            &scratch,
            &[
                "incidents",
                "count",
                folder,
                "--act",
                act,
                "--as-of",
                day,
                "--json",
            ],
        )
    };
    // The expectations of vectors/count-claims.json.
    let killed = of("killed", "2024-09-30");
    assert_eq!(killed["figures"]["verified"]["low"], 11);
    assert_eq!(killed["figures"]["credible"]["low"], 25);
    assert_eq!(killed["figures"]["highest"]["high"], 26);
    let detained = of("detained", "2024-08-07");
    assert_eq!(detained["figures"]["credible"]["low"], 1152);
    assert_eq!(detained["figures"]["parties"][0]["low"], 2229);
    assert_eq!(detained["figures"]["parties"][0]["ratio"], 1.934_895_833);
    for sum in [137, 672 + 711 + 1152, 1152 + 2229] {
        assert!(!killed.to_string().contains(&format!(":{sum},")));
        assert!(!detained.to_string().contains(&format!(":{sum},")));
    }
}

#[test]
fn the_invented_folder_exercises_every_table_in_both_languages() {
    let folder = workspace_root().join("examples/incidents-synthetic");
    let path = folder.to_str().unwrap();
    let tables = fs::read_dir(folder.join("incidents")).unwrap().count();
    assert_eq!(tables, 13);
    let scratch = Scratch::new();
    let english = done(&scratch, &["incidents", "report", path]);
    let spanish = done(&scratch, &["incidents", "report", path, "--lang", "es"]);
    assert!(english.starts_with("Not used in the answers"));
    assert!(spanish.starts_with("No se usa en las respuestas"));
    assert_eq!(english.lines().count(), spanish.lines().count());
    // A video needs a second assessor; deaths are not estimated.
    assert!(
        english.contains("Assessment s2 changes nothing"),
        "{english}"
    );
    let estimate = done(
        &scratch,
        &["incidents", "estimate", path, "--act", "killed"],
    );
    assert!(
        estimate.contains("No estimate") && estimate.contains("deaths are few"),
        "{estimate}"
    );
}
