//! Audits of stations in strata through the program: from the plan to the chain, the log and who derives it again.

use std::fmt::Write as _;
use std::fs;

use scrutineer_testkit::scratch::Scratch;
use serde_json::Value;

use crate::rla::{SEED, town};
use crate::support::{done, json, run};

/// The town of 78 sheets: places 1 to 50 in the north, 51 to 77 in the south, and one on an island.
fn regions(scratch: &Scratch) {
    town(scratch);
    let mut text = String::from("station,region,note\n");
    for place in 1..=80 {
        let region = match place {
            51..=77 => "south",
            78 => "island",
            _ => "north",
        };
        let _ = writeln!(text, "P{place}:1,{region},");
    }
    scratch.write("strata.csv", text);
}

const PLAN: [&str; 12] = [
    "rla",
    "plan",
    "e",
    "--link",
    "boxes",
    "--method",
    "stratified",
    "--strata-file",
    "strata.csv",
    "--strata-column",
    "region",
    "--rate",
];

fn with<'a>(more: &[&'a str]) -> Vec<&'a str> {
    PLAN.iter().copied().chain(more.iter().copied()).collect()
}

fn filled(scratch: &Scratch, name: &str, row: &dyn Fn(usize, &str) -> String) -> String {
    let blank = scratch.path().join(format!("e/rla/boxes/{name}"));
    let blank = fs::read_to_string(blank).unwrap();
    let mut lines = blank.lines();
    let mut text = format!("{}\n", lines.next().unwrap());
    for (n, line) in lines.enumerate() {
        let _ = writeln!(text, "{}", row(n, line.split(',').next().unwrap()));
    }
    text
}

fn counted(_: usize, station: &str) -> String {
    format!("{station},counted,audit-board,2001-01-09,,105,55")
}

/// The island is looked at whole, and the south is drawn out of proportion: no number of draws says what would be shown.
#[test]
fn a_plan_in_strata_says_nothing_of_what_a_number_of_draws_would_show() {
    let scratch = Scratch::new();
    regions(&scratch);
    for (language, size, sentences) in [
        (
            "en",
            "in the strata of the plan: ",
            [
                "95 % confidence",
                "Not yet done",
                "Who could do it",
                "one mismatch",
            ],
        ),
        (
            "es",
            "en los estratos del plan: ",
            [
                "confianza del 95 %",
                "Todavía no se ha hecho",
                "Quién podría hacerlo",
                "una sola discrepancia",
            ],
        ),
    ] {
        for rates in [&["south=2"][..], &["south=all"]] {
            let said = done(&scratch, &with(&[rates, &["--lang", language]].concat()));
            assert!(said.contains(size), "{said}");
            for sentence in sentences {
                assert!(!said.contains(sentence), "{rates:?}: {sentence}: {said}");
            }
        }
        // The same boxes from one list have all of them.
        let whole = ["rla", "plan", "e", "--link", "boxes", "--lang", language];
        let said = done(&scratch, &whole);
        for sentence in sentences {
            assert!(said.contains(sentence), "{sentence}: {said}");
        }
    }
}

/// Planned, announced and drawn.
fn drawn(scratch: &Scratch) {
    let plan = json(scratch, &with(&["south=2", "--json"]));
    assert_eq!(plan["method"], "stratified");
    let strata = plan["strata"].as_array().unwrap();
    assert_eq!(
        (strata[0]["stratum"].as_str(), strata[0]["rate"].as_str()),
        (Some("island"), Some("all"))
    );
    assert_eq!(
        (strata[1]["rate"].as_u64(), strata[2]["rate"].as_u64()),
        (Some(1), Some(2))
    );
    assert_eq!(
        (
            strata[1]["stations"].as_u64(),
            strata[2]["stations"].as_u64()
        ),
        (Some(50), Some(27))
    );
    let size = plan["size"].as_u64().unwrap();
    assert_eq!(
        size,
        strata[1]["draws"].as_u64().unwrap() + strata[2]["draws"].as_u64().unwrap()
    );
    // Beside the methods without strata, at the size of the plan itself.
    let methods = plan["methods"].as_array().unwrap();
    let names: Vec<&str> = methods
        .iter()
        .map(|held| held["method"].as_str().unwrap())
        .collect();
    let expected = ["capped", "kaplan-markov", "stratified", "alpha", "bravo"];
    assert_eq!(names, expected);
    assert_eq!(methods[2]["size"], plan["size"]);
    assert_eq!(methods[2]["workload"], plan["workload"]);
    let said = done(scratch, &with(&["south=2"]));
    assert!(said.contains("Strata by region: 3."), "{said}");
    assert!(
        said.contains("island: 1 station, ")
            && said.contains("every station is looked at; 1 station to expect."),
        "{said}"
    );
    assert!(
        said.contains("drawn 2 times as often as in proportion"),
        "{said}"
    );
    let manifest = fs::read_to_string(scratch.path().join("e/rla/boxes/manifest.csv")).unwrap();
    assert!(
        manifest.starts_with("station,place,capacity,votes:A,votes:B,stratum,bound,cumulative\n")
    );
    done(scratch, &["rla", "commit", "e"]);
    let draw = json(scratch, &["rla", "draw", "e", "--seed", SEED, "--json"]);
    assert_eq!(
        draw["tag"],
        "scrutineer/draw/1|boxes-strata|tiny|office|boxes|1"
    );
    let draws = draw["draws"].as_array().unwrap();
    assert_eq!(draws.len() as u64, size);
    assert!(
        draws
            .iter()
            .all(|held| ["north", "south"].contains(&held["stratum"].as_str().unwrap()))
    );
    let list = fs::read_to_string(scratch.path().join("e/rla/boxes/draw-1.csv")).unwrap();
    assert!(list.contains("\n,P78:1,P78,,,"), "{list}");
}

/// Recorded with one refused box, until the audit is confirmed; the number of rounds.
fn recorded(scratch: &Scratch) -> u64 {
    // A refused box is the worst case; a further round goes on with the same order.
    let rows = filled(scratch, "to-record-1.csv", &|n, station| match n {
        0 => format!("{station},refused,observer,2001-01-09,,,"),
        _ => counted(n, station),
    });
    scratch.write("counts.csv", rows);
    let said = done(scratch, &["rla", "record", "e", "counts.csv"]);
    assert!(
        said.contains("the largest over all ways to share the error"),
        "{said}"
    );
    assert!(said.contains("access was refused"), "{said}");
    let mut round = 1_u64;
    while json(scratch, &["rla", "measure", "e", "--json"])["outcome"] == "continue" {
        round += 1;
        assert!(round < 5);
        done(scratch, &["rla", "draw", "e"]);
        let blank = format!("to-record-{round}.csv");
        scratch.write("counts.csv", filled(scratch, &blank, &counted));
        done(scratch, &["rla", "record", "e", "counts.csv"]);
    }
    round
}

/// The risk can be added up from the document and the certificate.
fn replayed(scratch: &Scratch) {
    let measured = json(scratch, &["rla", "measure", "e", "--json"]);
    assert_eq!(measured["outcome"], "confirmed");
    assert_eq!(measured["risk"]["capped"], Value::Null);
    let p = measured["risk"]["decides"].as_f64().unwrap();
    assert!(p > 0.0 && p <= 0.05, "{p}");
    // The lines give the risk, and the means are an allocation of the null: 1 - 3,500 / 19,500.
    let lines = measured["draws"].as_array().unwrap().iter();
    let sum: f64 = lines.map(|line| line["ln_factor"].as_f64().unwrap()).sum();
    assert!((sum + p.ln()).abs() < 1e-6, "{sum}");
    let parts = measured["strata"]["strata"].as_array().unwrap().iter();
    let mean: f64 = parts
        .map(|held| held["bound"].as_f64().unwrap() / 19_500.0 * held["eta"].as_f64().unwrap())
        .sum();
    assert!((mean - (1.0 - 3_500.0 / 19_500.0)).abs() < 1e-6, "{mean}");
    done(scratch, &["rla", "measure", "e"]);
    let text = fs::read_to_string(scratch.path().join("e/rla/boxes/certificate.txt")).unwrap();
    assert!(
        text.contains("stratum,bound,rate,limit,draws,eta,ln_m\n"),
        "{text}"
    );
    assert!(
        text.contains("|boxes-strata|tiny|office|boxes|1|south|"),
        "{text}"
    );
    let spanish = done(scratch, &["--lang", "es", "rla", "measure", "e"]);
    assert!(
        spanish.contains("el mayor entre todos los modos de repartir el error"),
        "{spanish}"
    );
}

#[test]
fn an_audit_in_strata_bounds_link_1_and_a_stranger_derives_it_from_the_log() {
    let scratch = Scratch::new();
    regions(&scratch);
    drawn(&scratch);
    let round = recorded(&scratch);
    replayed(&scratch);
    // The chain, and the finding of the refused box.
    let report = json(&scratch, &["audit", "e", "--json"]);
    let link = &report["contests"][0]["sources"][0]["chain"][0];
    assert_eq!(
        (link["status"].as_str(), link["reasons"][0].as_str()),
        (Some("bounded"), Some("1-risk"))
    );
    assert!(report.to_string().contains("W.208"));
    // The log, and who derives the report again from it.
    let publish = [
        "publish",
        "e",
        "--out",
        "bundle",
        "--state",
        "state",
        "--insecure-demo-key",
        "--close",
        "--json",
    ];
    let published = json(&scratch, &publish);
    assert_eq!(published["appended"]["audit-step"], 1 + 2 * round);
    let verify = ["verify", "bundle", "--policy", "state/policy.txt", "--json"];
    let verified = json(&scratch, &verify);
    assert_eq!(verified["result"], "verified", "{verified:#}");
    let reports = fs::read_dir(scratch.path().join("bundle/files")).unwrap();
    let has_bound = reports.into_iter().any(|file| {
        let bytes = fs::read(file.unwrap().path()).unwrap();
        String::from_utf8_lossy(&bytes).contains("\"1-risk\"")
    });
    assert!(has_bound);
}

#[test]
fn strata_that_do_not_fit_are_refused_with_their_place() {
    let scratch = Scratch::new();
    regions(&scratch);
    let failed = |args: &[&str]| {
        let run = run(&scratch, args);
        assert_ne!(run.code, 0, "{}", run.out);
        run.err
    };
    assert!(failed(&with(&["west=2"])).contains("known strata: island, north, south"));
    for wrong in ["north=0", "north", "north=x"] {
        assert!(failed(&with(&[wrong])).contains("--rate"), "{wrong}");
    }
    assert!(failed(&with(&["north=all", "--rate", "south=all"])).contains("full count"));
    let said = failed(&with(&["north=1", "--also", "e"]));
    assert!(said.contains("--also"), "{said}");
    let plain = ["rla", "plan", "e", "--link", "boxes"];
    let other = |more: &[&'static str]| {
        plain
            .iter()
            .copied()
            .chain(more.iter().copied())
            .collect::<Vec<_>>()
    };
    assert!(failed(&other(&["--rate", "north=2"])).contains("--method stratified"));
    assert!(failed(&other(&["--method", "stratified"])).contains("no divisions"));
    scratch.write(
        "strata.csv",
        "station,region\nP1:1,north\nP1:1,south\nP2:1,\n",
    );
    let said = failed(&with(&["north=2"]));
    assert!(
        said.contains("strata.csv:3:station") && said.contains("strata.csv:4:region"),
        "{said}"
    );
    scratch.write("strata.csv", "station,region\nP1:1,north\nP2:1,north\n");
    let said = failed(&with(&["north=2"]));
    assert!(said.contains("76 stations are in no stratum"), "{said}");
}

/// A level of the folder's divisions: the usual way for regions.
#[test]
fn the_divisions_of_the_folder_are_strata() {
    let scratch = Scratch::new();
    town(&scratch);
    let sheets = fs::read_to_string(scratch.path().join("e/sheets.csv")).unwrap();
    let mut lines = sheets.lines();
    let mut text = format!("{},state\n", lines.next().unwrap());
    for (n, line) in lines.enumerate() {
        let _ = writeln!(text, "{line},{}", if n < 50 { "01" } else { "02" });
    }
    scratch.write("e/sheets.csv", text);
    let election = fs::read_to_string(scratch.path().join("e/election.toml")).unwrap();
    let election = election
        .replace(
            "[[contest]]\n",
            "[[hierarchy]]\nid = \"admin\"\nlevels = [\"state\"]\n[[contest]]\n",
        )
        .replace(
            "[source.columns]\n",
            "[source.columns]\ndivisions = { admin = { codes = [\"state\"] } }\n",
        );
    scratch.write("e/election.toml", election);
    let plan = json(
        &scratch,
        &[
            "rla",
            "plan",
            "e",
            "--link",
            "boxes",
            "--method",
            "stratified",
            "--strata",
            "state",
            "--json",
        ],
    );
    let strata = plan["strata"].as_array().unwrap().iter();
    let strata: Vec<_> = strata
        .map(|held| (held["stratum"].as_str(), held["stations"].as_u64()))
        .collect();
    assert_eq!(strata, [(Some("01"), Some(50)), (Some("02"), Some(28))]);
    done(&scratch, &["rla", "commit", "e"]);
}

/// One draw for several contests needs one list of stations.
#[test]
fn folders_with_other_stations_are_not_planned_together() {
    let scratch = Scratch::new();
    town(&scratch);
    let read = |path: &str| fs::read_to_string(scratch.path().join(path)).unwrap();
    let election = read("e/election.toml").replace("id = \"office\"", "id = \"council\"");
    let sheets = read("e/sheets.csv");
    scratch.write("same/election.toml", &election);
    scratch.write("same/sheets.csv", &sheets);
    let plan = ["rla", "plan", "e", "--link", "boxes", "--json", "--also"];
    let joint = json(&scratch, &[&plan[..], &["same"]].concat());
    assert_eq!(joint["joint"]["stations"], 78);
    // P1 to P3 are another place there, and P78 is not on the list.
    let mut other = String::new();
    for line in sheets.lines().filter(|line| !line.starts_with("P78,")) {
        let line = match line.split_once(',') {
            Some((place @ ("P1" | "P2" | "P3"), rest)) => format!("{place}b,{rest}"),
            _ => line.to_owned(),
        };
        let _ = writeln!(other, "{line}");
    }
    scratch.write("other/election.toml", election);
    scratch.write("other/sheets.csv", other);
    let refused = run(&scratch, &[&plan[..], &["other"]].concat());
    assert_ne!(refused.code, 0);
    let said = refused.err;
    for expected in [
        "other/election.toml",
        "e/election.toml",
        "7 stations differ",
        "only there 4, first P1:1, P2:1, P3:1, P78:1",
        "only here 3, first P1b:1, P2b:1, P3b:1",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
}
