//! What an audit wrote is drawn again by somebody who has its files, the tools that the certificate names, and nothing
//! of this program.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::process::Command;

use scrutineer_testkit::requirement::skip_without;
use scrutineer_testkit::scratch::Scratch;

use crate::rla::{SEED, linked, town};
use crate::support::{PUBLISH, done};

/// How many draws a person has the patience for.
const PATIENCE: usize = 12;

/// A shell runs a command line as the certificate has it; `None` where a program of it is missing.
fn shell(line: &str) -> Option<String> {
    let output = Command::new("sh").args(["-c", line]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    Some(text).filter(|text| output.status.success() && !text.is_empty())
}

fn has_sha256sum() -> bool {
    let empty = shell("printf '%s' '' | sha256sum");
    let found = empty.filter(|text| text.starts_with("e3b0c44298fc1c149afb"));
    skip_without("sha256sum", "apt-get install coreutils", found).is_some()
}

/// What stands in a text between two others.
fn between<'a>(text: &'a str, before: &str, after: &str) -> &'a str {
    let (_, rest) = text.split_once(before).unwrap();
    rest.split_once(after).unwrap().0
}

/// The rows of a table of a text, by column, from its header to the first line that is none of it.
fn rows(text: &str, header: &str) -> Vec<BTreeMap<String, String>> {
    let mut lines = text.lines().skip_while(|line| !line.starts_with(header));
    let names: Vec<&str> = lines.next().unwrap().split(',').collect();
    let is_row = |line: &&str| line.split(',').count() == names.len();
    lines
        .take_while(is_row)
        .map(|line| {
            let cells = names.iter().zip(line.split(','));
            cells
                .map(|(name, cell)| ((*name).to_owned(), cell.to_owned()))
                .collect()
        })
        .collect()
}

fn number(text: &str) -> u64 {
    text.parse().unwrap()
}

/// The words before and after the numbers, by language.
struct Told {
    language: &'static str,
    command: [&'static str; 2],
    limit: [&'static str; 2],
}

const TOLD: [Told; 2] = [
    Told {
        language: "en",
        command: ["How to replay a draw: ", ";"],
        limit: ["It is below ", ","],
    },
    Told {
        language: "es",
        command: ["Cómo repetir un sorteo: ", ";"],
        limit: ["Es menor que ", ","],
    },
];

/// Follows the certificate of the audit of boxes and its list of draws, as they tell it in a language.
fn follow(scratch: &Scratch, told: &Told) -> Vec<BTreeMap<String, String>> {
    done(scratch, &["rla", "measure", "e", "--lang", told.language]);
    let read = |name: &str| {
        let path = scratch.path().join("e/rla/boxes").join(name);
        fs::read_to_string(path).unwrap()
    };
    let certificate = read("certificate.txt");
    let lines = drawn(
        told,
        &certificate,
        &read("manifest.csv"),
        &read("commitment.json"),
    );
    let list = rows(&read("draw-1.csv"), "n,station,");
    assert_eq!(lines.len(), list.len());
    for (line, listed) in lines.iter().zip(&list) {
        for (column, text) in listed {
            if let Some(other) = line.get(column) {
                assert_eq!(text, other, "{column}: {listed:?}");
            }
        }
    }
    lines
}

/// Repeats the draws of a certificate with the list of stations, and nothing else.
fn drawn(
    told: &Told,
    certificate: &str,
    manifest: &str,
    commitment: &str,
) -> Vec<BTreeMap<String, String>> {
    let manifest = rows(manifest, "station,");
    let total = number(between(certificate, "T = ", ","));
    let limit = number(between(certificate, told.limit[0], told.limit[1]));
    let command = between(certificate, told.command[0], told.command[1]);
    assert!(command.contains("MESSAGE"), "{command}");
    let lines = rows(certificate, "round,n,message,");
    assert!(lines.len() >= PATIENCE);
    for line in lines.iter().take(PATIENCE) {
        let said = shell(&command.replace("MESSAGE", &line["message"])).unwrap();
        let x = u64::from_str_radix(&said[..15], 16).unwrap();
        assert!(x < limit, "{line:?}");
        let value = x % total;
        let is_above = |row: &&BTreeMap<String, String>| number(&row["cumulative"]) > value;
        let station = manifest.iter().find(is_above).unwrap();
        assert_eq!(value, number(&line["value"]), "{line:?}");
        assert_eq!(station["station"], line["station"], "{line:?}");
        assert_eq!(station["cumulative"], line["cumulative"], "{line:?}");
        assert!(number(&line["above"]) <= value, "{line:?}");
        if let Some(position) = line.get("position") {
            assert_eq!(value - number(&line["above"]) + 1, number(position));
        }
    }
    // The digest that was announced is that of the commitment.
    let scratch = Scratch::new();
    scratch.write("commitment.json", commitment);
    let commitment = scratch.path().join("commitment.json");
    let digest = shell(&format!("sha256sum '{}'", commitment.display())).unwrap();
    assert!(certificate.contains(&digest[..64]));
    lines
}

/// Planned with a method, announced, drawn, and every row of the file to fill in filled in.
fn audited(method: &str, row: &dyn Fn(&str) -> String) -> Scratch {
    let scratch = Scratch::new();
    town(&scratch);
    let plan = ["rla", "plan", "e", "--link", "boxes", "--method", method];
    done(&scratch, &plan);
    done(&scratch, &["rla", "commit", "e"]);
    done(&scratch, &["rla", "draw", "e", "--seed", SEED]);
    let blank = scratch.path().join("e/rla/boxes/to-record-1.csv");
    let blank = fs::read_to_string(blank).unwrap();
    let mut lines = blank.lines();
    let mut text = format!("{}\n", lines.next().unwrap());
    for line in lines {
        let _ = writeln!(text, "{}", row(line));
    }
    scratch.write("found.csv", text);
    done(&scratch, &["rla", "record", "e", "found.csv"]);
    scratch
}

#[test]
fn the_certificate_of_drawn_boxes_is_followed_with_sha256sum() {
    if !has_sha256sum() {
        return;
    }
    let scratch = audited("capped", &|line| {
        let station = line.split(',').next().unwrap();
        format!("{station},counted,audit-board,,,104,56")
    });
    for told in &TOLD {
        let lines = follow(&scratch, told);
        // One vote of each box was for the other side: 2 votes of 50 + 200 that it could hide. The risk as the text says.
        let mut ln_p = [0.0_f64; 2];
        let bound = 78.0 * 250.0 / 3_500.0_f64;
        let lambda = 0.9 * bound / (bound - 1.0);
        for line in &lines {
            let (part, whole) = line["taint"].split_once('/').unwrap();
            let taint = number(part) as f64 / number(whole) as f64;
            assert!((taint - 2.0 / 250.0).abs() < 1e-12, "{line:?}");
            ln_p[0] += (1.0 - 1.0 / bound).ln() - (1.0 - taint).ln();
            ln_p[1] -= (1.0 + lambda * (1.0 / bound - taint)).ln();
            for (name, expected) in ["ln_p_kaplan_markov", "ln_p_capped"].iter().zip(ln_p) {
                let said: f64 = line[*name].parse().unwrap();
                assert!((said - expected).abs() < 1e-8, "{name}: {said} {expected}");
            }
        }
    }
}

/// Whoever has the bundle and not the folder repeats the draws from what the page of statistics leads to.
#[test]
fn the_draws_of_a_bundle_are_followed_without_the_folder() {
    if !has_sha256sum() {
        return;
    }
    let scratch = audited("capped", &|line| {
        let station = line.split(',').next().unwrap();
        format!("{station},counted,audit-board,,,104,56")
    });
    done(&scratch, &PUBLISH);
    fs::remove_dir_all(scratch.path().join("e")).unwrap();
    for told in &TOLD {
        let held = |file: &str| linked(&scratch, told.language, "boxes", file);
        let certificate = held(&format!("certificate.{}.txt", told.language));
        let commitment = held("commitment.json");
        let lines = drawn(told, &certificate, &held("manifest.csv"), &commitment);
        assert!(
            lines.iter().all(|line| line["taint"] == "1/125"),
            "{lines:?}"
        );
    }
}

#[test]
fn the_certificate_of_drawn_ballots_is_followed_with_sha256sum() {
    if !has_sha256sum() {
        return;
    }
    let scratch = audited("alpha", &|line| {
        let mut cells = line.split(',');
        let (station, position) = (cells.next().unwrap(), cells.next().unwrap());
        let seen = match number(position) {
            1..=105 => "valid,A",
            106..=160 => "valid,B",
            161..=165 => "spoilt,",
            _ => "empty,",
        };
        format!("{station},{position},{seen},165,audit-board,,")
    });
    for told in &TOLD {
        follow(&scratch, told);
    }
}
