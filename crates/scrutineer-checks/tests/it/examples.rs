//! Every code fires where it must, alone or with what the change brings along, and nowhere else.

use std::collections::BTreeSet;

use scrutineer_checks::{CATALOGUE, Findings, core, run};
use scrutineer_model::Severity;

use crate::build::World;
use crate::cases::{self, Case};

fn codes(findings: &Findings) -> Vec<&str> {
    let found = findings.findings.iter();
    found.map(|finding| finding.code.as_str()).collect()
}

fn example((_, _, change): &Case) -> Findings {
    let mut world = World::clean();
    change(&mut world);
    world.findings()
}

#[test]
fn a_clean_election_has_no_finding_at_all() {
    let found = run(&World::clean().build());
    assert_eq!(found, Findings::default());
}

#[test]
fn every_code_of_the_catalogue_has_an_example_that_fires_exactly() {
    let mut covered = BTreeSet::new();
    let mut failures = Vec::new();
    for case in cases::all() {
        let (code, also, _) = case;
        let found = example(case);
        let mut expected: Vec<&str> = also.iter().copied().chain([*code]).collect();
        expected.sort_by_key(|code| CATALOGUE.iter().position(|info| info.code == *code));
        let mut got = codes(&found);
        if *code == "W.190" || *code == "W.402" {
            // Their inputs are findings by the thousand; the number is tested elsewhere.
            got.dedup();
            if *code == "W.190" {
                got.retain(|code| !["E.201", "W.406"].contains(code));
            }
        }
        if got != expected {
            failures.push(format!("{code}: expected {expected:?}, found {got:?}"));
        }
        covered.insert(*code);
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    let missing: Vec<_> = CATALOGUE
        .iter()
        .map(|info| info.code)
        .filter(|code| !covered.contains(code))
        .collect();
    assert!(missing.is_empty(), "no example: {missing:?}");
}

#[test]
fn findings_say_what_the_catalogue_says_of_their_code() {
    for case in cases::all() {
        for finding in example(case).findings {
            if finding.code == "W.190" {
                continue;
            }
            let info = scrutineer_checks::catalogue::find(&finding.code).unwrap();
            assert_eq!(finding.tier, info.tier);
            assert_eq!(finding.severity, info.severity);
            assert_eq!(finding.link, info.link);
            assert_eq!(finding.bears_on, info.bears_on);
            assert_eq!(finding.recomputable, info.recomputable);
            if info.votes_at_stake == "0" {
                assert_eq!(finding.votes_at_stake, Some(0), "{}", finding.code);
            }
            if info.votes_at_stake == "unknown" {
                assert_eq!(finding.votes_at_stake, None, "{}", finding.code);
            }
        }
    }
}

#[test]
fn keys_are_unique_and_in_order_within_a_code() {
    for case in cases::all() {
        let found = example(case);
        let keys: BTreeSet<_> = found.findings.iter().map(|finding| &finding.key).collect();
        assert_eq!(keys.len(), found.findings.len(), "{}", case.0);
        for pair in found.findings.windows(2) {
            if let [a, b] = pair
                && a.code == b.code
            {
                assert!(a.key < b.key);
            }
        }
        assert!(found.provenance.keys().all(|key| keys.contains(key)));
    }
}

#[test]
fn core_gives_the_contradictions_of_the_full_run_and_nothing_else() {
    for case in cases::all() {
        let mut world = World::clean();
        case.2(&mut world);
        let dataset = world.build();
        let full = run(&dataset).findings;
        let contradictions: Vec<_> = full
            .into_iter()
            .filter(|one| {
                one.code.starts_with('E')
                    || (one.code == "W.190" && one.severity == Severity::Error)
            })
            .collect();
        assert_eq!(core(&dataset).findings, contradictions, "{}", case.0);
    }
}
