//! The verdicts that an independent classifier gave on public samples.

use std::fs;

use scrutineer_censorship::{
    Confidence, Fingerprints, Layer, Lines, Outcome, Piece, State, Verdict, observe,
};
use scrutineer_testkit::shared;
use serde_json::Value;

fn fingerprints() -> Option<Fingerprints> {
    let bytes = fs::read(shared::file("data/ooni/fingerprints.csv")?).unwrap();
    Some(Fingerprints::parse(&bytes).unwrap())
}

fn verdicts(name: &str, fingerprints: &Fingerprints) -> Option<Vec<(u64, Verdict)>> {
    let file = fs::File::open(shared::file(&format!("data/ooni/{name}"))?).unwrap();
    let mut lines = Lines::open(file).unwrap();
    let mut found = Vec::new();
    while let Some((number, piece)) = lines.next_line().unwrap() {
        let Piece::Line(line) = piece else {
            panic!("line {number} is too long");
        };
        match observe(&line, None, fingerprints) {
            Outcome::Observed(seen) => found.push((number, seen.verdict)),
            other => panic!("line {number}: {other:?}"),
        }
    }
    Some(found)
}

/// The rule of rights.md 2.3 that each line of the samples meets first, read off that table by hand.
const RULES_OF_LINES: [(&str, &[&str]); 2] = [
    (
        "real.jsonl",
        &[
            "fp-http",
            "fp-dns",
            "dns-both",
            "fp-dns",
            "no-control",
            "tls",
            "match",
            "invalid",
            "invalid",
            "service",
            "service",
        ],
    ),
    (
        "qa-simulated.jsonl",
        &[
            "https-ok",
            "match",
            "dns-negative",
            "dns-bogon",
            "dns-bogon",
            "tcp",
            "tls",
            "dns-unmatched",
            "http",
            "diff",
            "dns-both",
            "tcp",
            "tls",
            "dns-cert",
            "no-control",
            "denial",
            "http",
            "later-hop",
            "dns-ghost",
            "https-ok",
        ],
    ),
];

#[test]
fn every_line_of_the_samples_meets_the_rule_of_its_row() {
    let Some(fingerprints) = fingerprints() else {
        return;
    };
    for (file, rules) in RULES_OF_LINES {
        let all = verdicts(file, &fingerprints).unwrap();
        let found: Vec<&str> = all.iter().map(|(_, held)| held.rule.word()).collect();
        assert_eq!(found, rules, "{file}");
    }
}

#[test]
fn a_proxy_that_passes_the_proof_is_reached_and_flagged() {
    let Some(fingerprints) = fingerprints() else {
        return;
    };
    let path = shared::file("data/ooni/qa-simulated.jsonl").unwrap();
    let text = fs::read_to_string(path).unwrap();
    let flagged: Vec<usize> = (1..)
        .zip(text.lines())
        .filter(
            |(_, line)| match observe(line.as_bytes(), None, &fingerprints) {
                Outcome::Observed(seen) => seen.tampered_but_reachable,
                other => panic!("{other:?}"),
            },
        )
        .map(|(number, _)| number)
        .collect();
    // dnsHijackingToProxyWithHTTPSURL.
    assert_eq!(flagged, [20]);
}

#[test]
fn every_page_of_the_samples_gets_the_verdict_of_the_independent_classifier() {
    let Some(fingerprints) = fingerprints() else {
        return;
    };
    let bytes = fs::read(shared::file("data/ooni/expected.json").unwrap()).unwrap();
    let document: Value = serde_json::from_slice(&bytes).unwrap();
    let mut problems = Vec::new();
    let mut compared = 0;
    for case in document["measurements"].as_array().unwrap() {
        let expect = &case["expect"];
        if expect.get("verdict").is_none() {
            continue;
        }
        let all = verdicts(case["file"].as_str().unwrap(), &fingerprints).unwrap();
        let line = case["line"].as_u64().unwrap();
        let (_, verdict) = all.iter().find(|(number, _)| *number == line).unwrap();
        let found = [
            Some(verdict.state.word()),
            verdict.layer.map(Layer::word),
            Some(verdict.mechanism.as_str()),
            verdict.confidence.map(Confidence::word),
        ];
        let wanted =
            ["verdict", "layer", "mechanism", "confidence"].map(|name| expect[name].as_str());
        if found != wanted {
            problems.push(format!(
                "{}: expected {wanted:?}, found {found:?}",
                case["case"]
            ));
        }
        compared += 1;
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    assert_eq!(compared, 28);
}

#[test]
fn services_of_the_samples_are_read_by_their_own_status() {
    let Some(fingerprints) = fingerprints() else {
        return;
    };
    let all = verdicts("real.jsonl", &fingerprints).unwrap();
    let of = |line: usize| (all[line - 1].1.state, all[line - 1].1.mechanism.as_str());
    // The README of the samples: an outdated certificate, a bootstrap that timed out, one that did not.
    assert_eq!(of(9), (State::Invalid, "old_root_certificate"));
    assert_eq!(of(10), (State::Blocked, "timeout-reached"));
    assert_eq!(of(11), (State::Ok, "reached"));
}

#[test]
fn the_packed_sample_says_the_same_as_the_plain_one() {
    let Some(fingerprints) = fingerprints() else {
        return;
    };
    let plain = verdicts("real.jsonl", &fingerprints).unwrap();
    assert_eq!(verdicts("real.jsonl.gz", &fingerprints).unwrap(), plain);
    assert_eq!(plain.len(), 11);
}

#[test]
fn without_fingerprints_nothing_is_confirmed() {
    let Some(all) = verdicts("real.jsonl", &Fingerprints::default()) else {
        return;
    };
    let confirmed = all
        .iter()
        .filter(|(_, verdict)| verdict.confidence == Some(Confidence::Confirmed));
    assert_eq!(confirmed.count(), 0);
}
