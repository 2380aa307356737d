//! Same input, same bytes; permuted input, permuted report.

use std::collections::BTreeSet;

use scrutineer_audit::{AuditReport, audit, canonical_json, report_id};
use scrutineer_model::Evidence;
use serde_json::Value;

use crate::build::{Small, declared, row, small};

fn election(options: &[&'static str], order: [usize; 3]) -> Small {
    let votes = |station: u64, option: &str| match option {
        "A" => 300 + 7 * station,
        "B" => 100 + 3 * station,
        _ => 20 + station,
    };
    let rows = (1..=40).map(|station| {
        let all: Vec<u64> = options
            .iter()
            .map(|option| votes(station, option))
            .collect();
        row(&station.to_string(), 1_000, &all)
    });
    let mut election = small(options, Some(43_000), rows.collect());
    let figures = [("A", 9_000), ("B", 14_000), ("C", 2_000)];
    let figures = order.map(|at| figures[at]);
    election.declarations = declared(
        "partial",
        &figures,
        "coverage = { printed = \"90.0\" }\nturnout = \"60\"",
    );
    election
}

#[test]
fn shuffled_rows_give_the_same_bytes() {
    let straight = election(&["A", "B", "C"], [0, 1, 2]);
    let expected = canonical(&straight.report());
    for step in [7, 11, 39] {
        let mut shuffled = straight.clone();
        let rows = &straight.sources[0].rows;
        shuffled.sources[0].rows = (0..rows.len())
            .map(|at| rows[at * step % rows.len()].clone())
            .collect();
        let distinct: BTreeSet<_> = shuffled.sources[0].rows.iter().collect();
        assert_eq!(
            distinct.len(),
            rows.len(),
            "a step that is prime to the number of rows"
        );
        assert_eq!(canonical(&shuffled.report()), expected);
    }
}

/// The digest of the input file is no part of the canonical bytes.
fn canonical(report: &AuditReport) -> String {
    assert_eq!(report.report_id, report_id(report));
    canonical_json(report)
}

#[test]
fn the_same_folder_gives_the_same_bytes_twice_and_another_vote_another_id() {
    let straight = election(&["A", "B", "C"], [0, 1, 2]);
    let (one, two) = (straight.report(), straight.report());
    assert_eq!(
        serde_json::to_string(&one).unwrap(),
        serde_json::to_string(&two).unwrap()
    );
    let mut changed = straight.clone();
    changed.sources[0].rows[3] = row("4", 1_000, &[329, 112, 24]);
    assert_eq!(
        straight.sources[0].rows[3],
        row("4", 1_000, &[328, 112, 24])
    );
    assert_ne!(changed.report().report_id, one.report_id);
}

/// All messages, codes and words of a report, without ids of options and numbers.
fn said(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => {
            for (key, value) in members {
                found.insert(key.clone());
                said(value, found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| said(item, found)),
        Value::String(text) => {
            found.insert(text.clone());
        }
        _ => {}
    }
}

#[test]
fn permuted_options_permute_the_report_and_change_no_word() {
    let straight = election(&["A", "B", "C"], [0, 1, 2]).report();
    let permuted = election(&["C", "A", "B"], [2, 0, 1]).report();
    let (one, two) = (&straight.contests[0], &permuted.contests[0]);
    let ids: Vec<&str> = two
        .options
        .iter()
        .map(|option| option.id.as_str())
        .collect();
    assert_eq!(ids, ["C", "A", "B"]);
    let (a, b) = (&one.sources[0], &two.sources[0]);
    // Maps compare without order.
    assert_eq!(a.totals, b.totals);
    assert_eq!(a.outcome, b.outcome);
    assert_eq!(a.standing, b.standing);
    assert_eq!(a.chain, b.chain);
    assert_eq!(a.sheets_false_needed, b.sheets_false_needed);
    let order: Vec<&String> = b.totals.as_ref().unwrap().options.keys().collect();
    assert_eq!(order, ["C", "A", "B"]);
    let (a, b) = (
        &one.declarations[0].results[0],
        &two.declarations[0].results[0],
    );
    assert_eq!((&a.winner, &a.figures), (&b.winner, &b.figures));
    assert_eq!(
        (&a.strict, &a.possible, &a.readings),
        (&b.strict, &b.possible, &b.readings)
    );
    assert_eq!(a.chain, b.chain);
    let words = |report: &AuditReport| {
        let mut found = BTreeSet::new();
        let mut report = report.clone();
        // Digests of the files differ, as the files do.
        report.inputs.clear();
        report.report_id.clear();
        said(&serde_json::to_value(&report).unwrap(), &mut found);
        found
    };
    assert_eq!(words(&straight), words(&permuted));
}

#[test]
fn a_report_reads_back_as_it_was_written() {
    let report = election(&["A", "B", "C"], [0, 1, 2]).report();
    let text = serde_json::to_string(&report).unwrap();
    let back: AuditReport = serde_json::from_str(&text).unwrap();
    assert_eq!(back, report);
    let dataset = election(&["A", "B", "C"], [0, 1, 2]).dataset();
    assert_eq!(audit(&dataset, &Evidence::default()).unwrap(), report);
}
