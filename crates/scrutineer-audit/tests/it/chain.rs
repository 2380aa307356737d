//! The rules of `spec/chain.md`, one by one.

use scrutineer_audit::{AuditReport, ChainLink, LinkStatus, StandingVerdict, audit, audit_core};
use scrutineer_model::{
    BearsOn, Code, Evidence, Link, LogEvidence, Message, RiskBound, TestResult, Tier, Value,
};

use crate::build::{Small, SmallSource, declared, row, small};

/// A leads by 60; nothing is missing.
fn complete() -> Small {
    small(
        &["A", "B"],
        Some(300),
        vec![
            row("1", 100, &[50, 30]),
            row("2", 100, &[50, 30]),
            row("3", 100, &[50, 30]),
        ],
    )
}

fn link(report: &AuditReport, number: usize) -> &ChainLink {
    &report.contests[0].sources[0].chain.links()[number - 1]
}

fn state(report: &AuditReport, number: usize) -> (LinkStatus, &str) {
    let held = link(report, number);
    (held.status, held.reasons[0].as_str())
}

fn with_risk(of: Link, overturned: bool) -> AuditReport {
    let bound = RiskBound {
        link: of,
        source: Code::parse("sheets").unwrap(),
        risk: 0.05,
        sample: 40,
        method: "box-audit".to_owned(),
        register: Some(Code::parse("electors").unwrap()),
        copies: None,
        overturned,
        count: None,
        rests_on_registered: false,
    };
    let evidence = Evidence {
        risk_bounds: vec![bound],
        ..Evidence::default()
    };
    audit(&complete().dataset(), &evidence).unwrap()
}

#[test]
fn a_measured_risk_bounds_its_link_and_no_other() {
    use LinkStatus::{Bounded, Open};
    for (of, code) in [
        (Link::BallotsToSheet, "1-risk"),
        (Link::SheetToCopy, "2-risk"),
        (Link::CopyToRecord, "3-risk"),
    ] {
        let report = with_risk(of, false);
        let number = usize::from(of.number());
        assert_eq!(state(&report, number), (Bounded, code));
        assert_eq!(link(&report, number).figures["sample"], Value::from(40u64));
        for other in (1..=4).filter(|&other| other != number) {
            assert_eq!(link(&report, other).status, Open, "{code}: link {other}");
        }
    }
}

/// As a share of one, rounded up, so that it is printed as other percentages are, with the register it rests on.
#[test]
fn a_measured_risk_is_a_share_with_its_register() {
    let report = with_risk(Link::BallotsToSheet, false);
    let figures = &link(&report, 1).figures;
    let share = scrutineer_model::Exact::new(50_000, 1_000_000).unwrap();
    assert_eq!(figures["risk"], Value::Share(share));
    assert_eq!(figures["register"], Value::from("electors"));
    assert!(!figures.contains_key("origin"));
}

#[test]
fn an_audit_that_overturns_breaks_its_link() {
    for (of, reason) in [
        (Link::BallotsToSheet, "1-overturned"),
        (Link::SheetToCopy, "2-overturned"),
        (Link::CopyToRecord, "3-overturned"),
    ] {
        let report = with_risk(of, true);
        let number = usize::from(of.number());
        assert_eq!(state(&report, number), (LinkStatus::Broken, reason));
        let held = link(&report, number);
        assert_eq!(held.figures["sample"], Value::from(40u64));
    }
}

/// A leads the sheets 150 to 90; the count of the boxes says 100 to 140, and 30 were not counted.
#[test]
fn an_outcome_that_a_count_overturned_is_that_of_the_count_in_standing() {
    for (uncounted, expected) in [(30, vec!["B"]), (40, vec![])] {
        let bound = RiskBound {
            register: None,
            copies: None,
            link: Link::BallotsToSheet,
            source: Code::parse("sheets").unwrap(),
            risk: 0.0,
            sample: 3,
            method: "full-count".to_owned(),
            overturned: true,
            count: Some(scrutineer_model::CountedVotes {
                votes: vec![100, 140],
                uncounted,
            }),
            rests_on_registered: false,
        };
        let evidence = Evidence {
            risk_bounds: vec![bound],
            ..Evidence::default()
        };
        let report = audit(&complete().dataset(), &evidence).unwrap();
        let source = &report.contests[0].sources[0];
        let count = source.overturned_by.as_ref().unwrap();
        assert_eq!(count.winners, expected);
        assert_eq!(count.votes["A"], 100);
        assert!(
            source
                .standing
                .statement
                .id
                .starts_with("standing-overturned-")
        );
    }
}

#[test]
fn the_risk_of_another_source_bounds_nothing() {
    let mut evidence = Evidence::default();
    evidence.risk_bounds.push(RiskBound {
        link: Link::BallotsToSheet,
        source: Code::parse("other").unwrap(),
        risk: 0.05,
        sample: 40,
        method: "box-audit".to_owned(),
        register: Some(Code::parse("electors").unwrap()),
        copies: None,
        overturned: false,
        count: None,
        rests_on_registered: false,
    });
    let report = audit(&complete().dataset(), &evidence).unwrap();
    assert_eq!(state(&report, 1), (LinkStatus::Open, "1-not-examined"));
}

/// Tests stand apart: whether they are remarkable or not moves no link, no answer and no finding.
#[test]
fn no_test_moves_a_link_or_an_answer() {
    let result = |adjusted: f64| TestResult {
        id: "place-extremes".to_owned(),
        quantity: "A".to_owned(),
        tier: Tier::Test,
        source: Code::parse("sheets").unwrap(),
        link: Link::BallotsToSheet,
        bears_on: BearsOn::Nothing,
        effect: Some(1e6),
        p: Some(adjusted / 13.0),
        looks: 13,
        adjusted_p: Some(adjusted),
        message: Message::new("test-place-extremes"),
    };
    let dataset = Small {
        declarations: declared("votes", &[("A", 100), ("B", 140)], ""),
        ..complete()
    }
    .dataset();
    for run in [audit, audit_core] {
        let of = |tests: Vec<TestResult>| {
            let evidence = Evidence {
                tests,
                ..Evidence::default()
            };
            run(&dataset, &evidence).unwrap()
        };
        let (none, plain, remarkable) =
            (of(vec![]), of(vec![result(0.7)]), of(vec![result(1e-12)]));
        assert_ne!(plain.tests, remarkable.tests);
        for report in [plain, remarkable] {
            assert_eq!(report.tests.len(), 1);
            assert_eq!(report.report_id, none.report_id);
            assert_eq!(report.contests, none.contests);
            assert_eq!(report.findings, none.findings);
        }
    }
}

#[test]
fn the_log_proves_or_breaks_the_fourth_link() {
    let witnessed = LogEvidence::Consistent {
        independent_witnesses: 3,
    };
    for (log, expected) in [
        (witnessed, (LinkStatus::Proven, "4-verified")),
        (
            LogEvidence::Inconsistent,
            (LinkStatus::Broken, "4-inconsistent"),
        ),
        (
            LogEvidence::NotVerified,
            (LinkStatus::Open, "4-not-verified"),
        ),
    ] {
        let evidence = Evidence {
            log: Some(log),
            ..Evidence::default()
        };
        let report = audit(&complete().dataset(), &evidence).unwrap();
        assert_eq!(state(&report, 4), expected);
    }
    assert_eq!(
        state(&complete().report(), 4),
        (LinkStatus::Open, "4-no-log")
    );
}

/// One sheet says more valid votes than its options have together, by `votes`.
fn sum_that_fails(votes: u64) -> AuditReport {
    let mut election = complete();
    election.sources[0].rows[0][1] = "1000".to_owned();
    election.electors = Some(1_200);
    election.sources[0].rows[0][2] = (80 + votes).to_string();
    election.report()
}

#[test]
fn findings_that_reach_the_lead_break_the_third_link_and_smaller_ones_are_printed() {
    assert_eq!(
        state(&complete().report(), 3),
        (LinkStatus::Open, "3-read-once")
    );
    let little = sum_that_fails(59);
    assert_eq!(state(&little, 3), (LinkStatus::Open, "3-read-once"));
    let figures = &link(&little, 3).figures;
    assert_eq!(figures["discrepancies"], Value::from(1u64));
    assert_eq!(figures["votes"], Value::from(59u64));
    assert_eq!(
        state(&sum_that_fails(60), 3),
        (LinkStatus::Broken, "3-readings-differ")
    );
}

fn two_sources(derived_from: &'static str, second: [u64; 2]) -> AuditReport {
    with_second(derived_from, second).report()
}

fn with_second(derived_from: &'static str, second: [u64; 2]) -> Small {
    let mut election = complete();
    let mut rows = election.sources[0].rows.clone();
    rows[0] = row("1", 100, &second);
    election.sources.push(SmallSource {
        id: "second",
        derived_from,
        rows,
    });
    election
}

#[test]
fn agreement_of_independent_origins_never_proves_the_second_link() {
    let open = |code| (LinkStatus::Open, code);
    assert_eq!(
        state(&two_sources("none", [50, 30]), 2),
        open("2-origins-agree")
    );
    assert_eq!(
        state(&two_sources("none", [49, 31]), 2),
        open("2-origins-differ-little")
    );
    assert_eq!(
        state(&two_sources("sheets", [50, 30]), 2),
        open("2-same-origin")
    );
    assert_eq!(state(&complete().report(), 2), open("2-one-origin"));
}

#[test]
fn origins_that_differ_by_the_lead_break_the_second_link() {
    let report = two_sources("none", [0, 90]);
    assert_eq!(state(&report, 2), (LinkStatus::Broken, "2-origins-differ"));
}

#[test]
fn two_readings_of_one_origin_that_differ_weigh_on_the_third_link_only() {
    let report = two_sources("sheets", [0, 90]);
    assert_eq!(state(&report, 2), (LinkStatus::Open, "2-same-origin"));
    assert_eq!(state(&report, 3), (LinkStatus::Broken, "3-readings-differ"));
}

#[test]
fn without_a_declaration_the_report_says_what_the_sheets_show() {
    // A leads by 60; what is missing can hold 60, or one vote less.
    for (electors, verdict, id, code) in [
        (
            Some(359),
            StandingVerdict::Decided,
            "standing-decided",
            "6-decided",
        ),
        (
            Some(360),
            StandingVerdict::Undecided,
            "standing-undecided",
            "6-undecided",
        ),
        (
            None,
            StandingVerdict::NotBounded,
            "standing-not-bounded",
            "6-not-bounded",
        ),
    ] {
        let mut election = complete();
        election.electors = electors;
        let report = election.report();
        let standing = &report.contests[0].sources[0].standing;
        assert_eq!(standing.verdict, verdict);
        assert_eq!(standing.statement.id, id);
        assert_eq!(link(&report, 6).reasons, [code]);
        let chain = &report.contests[0].chain;
        assert_eq!(chain.links()[6].reasons, ["7-nothing-declared"]);
        assert!(report.contests[0].declarations.is_empty());
    }
}

#[test]
fn without_a_readable_sheet_nothing_is_said_about_the_winner() {
    let mut election = small(&["A", "B"], Some(300), Vec::new());
    election.declarations = declared("final", &[("A", 10), ("B", 5)], "");
    let report = election.report();
    assert_eq!(
        report.contests[0].sources[0].standing.verdict,
        StandingVerdict::NoSheets
    );
    let result = &report.contests[0].declarations[0].results[0];
    assert_eq!(result.winner.reasons, ["no-sheets"]);
    assert_eq!(result.figures.answer.reasons, ["no-sheets"]);
    assert_eq!(state(&report, 5), (LinkStatus::Open, "5-no-sheets"));
}

#[test]
fn the_seventh_link_follows_the_two_answers() {
    use LinkStatus::{Broken, Open, Proven};
    for (votes, status, codes) in [
        ([150, 90], Proven, vec!["7-equal"]),
        ([149, 91], Open, vec!["7-small-difference"]),
        ([210, 90], Broken, vec!["7-figures"]),
        ([90, 150], Broken, vec!["7-winner", "7-figures"]),
    ] {
        let mut election = complete();
        let [a, b] = votes;
        election.declarations = declared("final", &[("A", a), ("B", b)], "");
        let report = election.report();
        let last = &report.contests[0].declarations[0].results[0].chain.links()[6];
        assert_eq!(last.status, status, "{votes:?}");
        assert_eq!(last.reasons, codes, "{votes:?}");
    }
}

#[test]
fn the_core_gives_each_link_the_same_state_and_reason() {
    for (derived_from, second) in [
        ("none", [50, 30]),
        ("none", [49, 31]),
        ("none", [0, 90]),
        ("sheets", [50, 30]),
        ("sheets", [0, 90]),
    ] {
        let election = with_second(derived_from, second);
        let full = election.report();
        let core = audit_core(&election.dataset(), &Evidence::default()).unwrap();
        for (full, core) in full.contests[0]
            .sources
            .iter()
            .zip(&core.contests[0].sources)
        {
            assert_eq!(full.chain, core.chain, "{derived_from} {second:?}");
        }
    }
}

#[test]
fn the_contest_takes_the_weakest_result_in_whatever_order() {
    let equal = declared("equal", &[("A", 150), ("B", 90)], "");
    let other = declared("other", &[("A", 90), ("B", 150)], "");
    let last = |declarations: &[&String]| {
        let mut folder = complete();
        folder.declarations = declarations.iter().map(|&text| text.clone()).collect();
        folder.report().contests[0].chain.links()[6].status
    };
    assert_eq!(last(&[&equal]), LinkStatus::Proven);
    assert_eq!(last(&[&equal, &other]), LinkStatus::Broken);
    assert_eq!(last(&[&other, &equal]), LinkStatus::Broken);
    assert_eq!(last(&[]), LinkStatus::Open);
}
