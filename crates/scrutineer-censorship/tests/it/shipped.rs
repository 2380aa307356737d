//! The shipped example is what the generator makes of its plan, and its truth is found in it.

use std::fs;

use scrutineer_censorship::synthetic::{Plan, truth_csv};
use scrutineer_censorship::{
    Collection, Day, FileReading, Fingerprints, Lines, Outcome, Piece, Settings, analyse, observe,
    parse_networks, parse_targets,
};
use scrutineer_testkit::shared::workspace_root;

/// `generate 1 28 2 4 6 2 14`.
fn plan() -> Plan {
    Plan {
        seed: 1,
        country: ['Z', 'Z'],
        // 2001-01-01.
        first: Day(11_323),
        days: 28,
        networks: 2,
        targets: 4,
        daily: 6,
        blocked_every: 2,
        onset: 14,
        noise: 10,
        reach: 950,
    }
}

fn file(name: &str) -> Vec<u8> {
    let path = workspace_root()
        .join("examples/censorship-synthetic")
        .join(name);
    fs::read(path).unwrap()
}

#[test]
fn the_example_is_what_the_generator_makes() {
    let bytes = file("measurements.jsonl.gz");
    let mut lines = Lines::open(bytes.as_slice()).unwrap();
    let plan = plan();
    let mut expected = plan.lines();
    while let Some((_, piece)) = lines.next_line().unwrap() {
        let line = expected.next().unwrap();
        assert_eq!(piece, Piece::Line(line.trim_end().into()));
    }
    assert_eq!(expected.next(), None);
    let truth = String::from_utf8(file("truth.csv")).unwrap();
    assert_eq!(truth, truth_csv(&plan.truth()));
}

#[test]
fn the_truth_of_the_example_is_found_in_its_measurements() {
    let none = Fingerprints::default();
    let bytes = file("measurements.jsonl.gz");
    let mut lines = Lines::open(bytes.as_slice()).unwrap();
    let mut collection = Collection::default();
    while let Some((_, piece)) = lines.next_line().unwrap() {
        let Piece::Line(text) = piece else {
            panic!("too long")
        };
        let Outcome::Observed(seen) = observe(&text, None, &none) else {
            panic!("not observed");
        };
        collection.push(&seen);
    }
    let settings = Settings {
        targets: parse_targets(&file("targets.csv")).unwrap(),
        networks: parse_networks(&file("networks.csv")).unwrap(),
        ..Settings::default()
    };
    let files = vec![FileReading {
        sha256: "00".to_owned(),
        ..FileReading::default()
    }];
    let found = analyse(&collection.finish(), files, &settings, &none);
    let told: Vec<(u32, &str, Day)> = found
        .findings
        .iter()
        .map(|held| (held.asn, held.target.as_str(), held.day))
        .collect();
    // 2001-01-15, on both networks, the first and the third site.
    let day = Day::parse("2001-01-15").unwrap();
    assert_eq!(told.len(), 4);
    for (asn, target, at) in told {
        assert!(asn == 64_512 || asn == 64_513);
        assert!(target == "site-000.example" || target == "site-002.example");
        assert!((at.0 - day.0).abs() <= 1, "{at}");
    }
    // A site of the list that nobody measured, and a network that nobody measured from.
    assert_eq!(found.unseen.targets, ["site-009.example"]);
    assert_eq!(found.unseen.networks.len(), 1);
}
