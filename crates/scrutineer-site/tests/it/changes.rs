//! What changed between releases, on pages of their own and on the first page.

use std::collections::BTreeMap;

use scrutineer_audit::AuditReport;
use scrutineer_model::{Dataset, Date, SourceIdx, StationIdx};
use scrutineer_site::{Correction, History, State};

use crate::made::{Pages, cells, pages_with, plain, report};
use crate::symmetry::dataset;

fn dated(dataset: &Dataset, day: &str) -> AuditReport {
    let mut report = report(dataset);
    report.as_of = Date::parse(day).unwrap();
    report
}

fn state(size: u64, report: &AuditReport) -> State {
    State {
        size,
        report: report.clone(),
        entries: BTreeMap::from([("sheet", size)]),
    }
}

/// Three stations whose third sheet was corrected by entry 4: Beta has 96 votes there instead of 6. The
/// site is of `day`.
fn made(day: &str) -> Pages {
    let before = dataset(&[("A", "Alpha", [101, 52, 13]), ("B", "Beta", [44, 205, 6])]);
    let after = dataset(&[("A", "Alpha", [101, 52, 13]), ("B", "Beta", [44, 205, 96])]);
    let report = dated(&after, day);
    let history = History {
        states: vec![
            state(3, &dated(&before, "2024-07-30")),
            state(5, &dated(&after, "2024-08-02")),
            state(7, &report),
        ],
        corrections: vec![Correction {
            leaf: 4,
            supersedes: 2,
            kind: "sheet",
            station: Some(StationIdx::new(2)),
            source: Some(SourceIdx::new(0)),
            is_withdrawal: false,
        }],
    };
    pages_with(&after, &report, &history)
}

/// The cells of every row of a page.
fn rows(page: &str) -> Vec<Vec<String>> {
    let rows = page.split("<tr>").skip(1);
    rows.map(|row| cells(row.split("</tr>").next().unwrap()))
        .collect()
}

fn has_row(page: &str, row: &[&str]) -> bool {
    rows(page).iter().any(|found| found == row)
}

#[test]
fn a_pair_of_releases_has_totals_before_and_after_and_its_stations() {
    let pages = made("2024-08-03");
    let page = &pages["en/c/3-5.html"];
    // 44 + 205 + 6 before, 96 in place of 6 after; Alpha has 101 + 52 + 13 in both.
    assert!(
        has_row(page, &["Votes for Beta", "255", "345", "90"]),
        "{:?}",
        rows(page)
    );
    assert!(has_row(page, &["Votes for Alpha", "166", "166", "0"]));
    assert!(
        has_row(
            page,
            &["p:2", "s (an observer mission)", "corrects entry 2", "4"]
        ),
        "{:?}",
        rows(page)
    );
    assert!(page.contains("href=\"../t/all-1.html#p:2\""));
    // Nothing changed from the second to the third; the pair around both has the same totals as the first.
    assert!(has_row(
        &pages["en/c/5-7.html"],
        &["Votes for Beta", "345", "345", "0"]
    ));
    assert!(has_row(
        &pages["en/c/3-7.html"],
        &["Votes for Beta", "255", "345", "90"]
    ));
    assert!(pages["en/c/3-7.html"].contains("href=\"../c/3-5.html\""));
    let list = &pages["en/changes.html"];
    for to in ["c/3-5.html", "c/5-7.html", "c/3-7.html", "c/errata.html"] {
        assert!(list.contains(&format!("href=\"{to}\"")), "{to}");
    }
    assert!(pages["es/c/errata.html"].contains("corrige el asiento"));
}

/// Entry 4 replaces a declaration, entry 5 takes back a decision; nothing is about a sheet.
#[test]
fn a_replaced_declaration_is_said_first_and_every_correction_counts() {
    let before = dataset(&[("A", "Alpha", [101, 52, 13]), ("B", "Beta", [44, 205, 6])]);
    let after = dataset(&[("A", "Alpha", [101, 52, 13]), ("B", "Beta", [44, 205, 96])]);
    let report = dated(&after, "2024-08-02");
    let correction = |leaf, supersedes, kind, is_withdrawal| Correction {
        leaf,
        supersedes,
        kind,
        station: None,
        source: None,
        is_withdrawal,
    };
    let mut states = vec![state(3, &dated(&before, "2024-07-30")), state(7, &report)];
    states[0].entries = BTreeMap::from([("sheet", 1), ("declaration", 1), ("disposition", 1)]);
    states[1].entries = BTreeMap::from([("sheet", 1), ("declaration", 2), ("disposition", 4)]);
    let history = History {
        states,
        corrections: vec![
            correction(4, 1, "declaration", false),
            correction(5, 2, "disposition", true),
        ],
    };
    let pages = pages_with(&after, &report, &history);
    for path in ["en/index.html", "en/c/3-7.html", "en/changes.atom"] {
        let text = plain(&pages[path]);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let (_, said) = text
            .split_once(
                "What was declared was replaced or taken back: one entry about declarations. ",
            )
            .unwrap_or_else(|| panic!("{path}: {text}"));
        for part in [
            "0 new sheets, one correction, one withdrawal, 2 other entries.",
            "Corrected: declarations 1.",
            "Taken back: decisions on findings 1.",
        ] {
            assert!(said.contains(part), "{path}: {said}");
        }
    }
    // As many as the errata list, in words.
    let errata = plain(&pages["es/c/errata.html"]);
    assert!(errata.contains("declaraciones") && errata.contains("decisiones sobre hallazgos"));
}

#[test]
fn a_change_stands_on_the_first_page_for_seven_days() {
    for (day, stands) in [
        ("2024-08-02", true),
        ("2024-08-09", true),
        ("2024-08-10", false),
    ] {
        let page = &made(day)["en/index.html"];
        assert_eq!(page.contains("id=\"changed\""), stands, "{day}");
        assert_eq!(page.contains("href=\"#changed\""), stands, "{day}");
        if stands {
            let text = plain(page).split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(
                text.contains("Changed since 30 July 2024 (3 entries)"),
                "{text}"
            );
            assert!(has_row(page, &["s", "Votes for Beta", "255", "345", "90"]));
            assert!(
                text.contains("0 new sheets, one correction, 0 withdrawals, one other entry"),
                "{text}"
            );
            assert_eq!(
                page.matches("Changed since").count(),
                1,
                "what did not change is not shown"
            );
        }
    }
}

#[test]
fn a_first_release_has_nothing_to_compare() {
    let data = dataset(&[("A", "Alpha", [1, 2, 3]), ("B", "Beta", [3, 2, 2])]);
    let pages = pages_with(&data, &report(&data), &History::default());
    assert!(pages.keys().all(|path| !path.contains("/c/")));
    assert!(!pages["en/index.html"].contains("Changed since"));
}

/// RFC 4287, sections 4.1.1 and 4.1.2: what a feed and an entry must have, once each.
#[test]
fn the_feed_has_what_its_standard_asks_for() {
    let pages = made("2024-08-03");
    let feed = &pages["en/changes.atom"];
    let (head, entries) = feed.split_once("<entry>").unwrap();
    for part in entries.split("<entry>").chain([head]) {
        for name in ["id", "title", "updated"] {
            assert_eq!(
                part.matches(&format!("<{name}>")).count(),
                1,
                "{name}: {part}"
            );
        }
    }
    assert!(head.contains("<author><name>log.example/e</name></author>"));
    assert!(feed.contains("href=\"c/5-7.html\"") && pages.contains_key("en/c/5-7.html"));
}
