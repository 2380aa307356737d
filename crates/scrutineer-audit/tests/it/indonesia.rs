//! Indonesia 2024: an early capture of 1,000 of 823,236 stations decides nothing.

use scrutineer_audit::{
    AuditReport, Extent, FiguresVerdict, StandingVerdict, WinnerVerdict, audit,
};
use scrutineer_model::{Evidence, Finding, Value};
use scrutineer_testkit::examples;

#[test]
fn a_small_sample_leaves_both_answers_undetermined_and_what_is_unread_unread() {
    let Some(loaded) = examples::load("indonesia-2024") else {
        return;
    };
    let report = audit(&loaded.dataset, &Evidence::default()).unwrap();
    let contest = &report.contests[0];
    let source = &contest.sources[0];
    assert_eq!(source.coverage.stations_reported, 1_000);
    assert_eq!(source.coverage.stations_expected, Some(823_236));
    // Votes unread at 539 stations.
    assert_eq!(source.coverage.stations_complete, 1_000 - 539);
    what_is_unread_is_counted(&report);
    assert!(
        source
            .outcome
            .iter()
            .all(|held| held.missing_capacity == Extent::NotStated)
    );
    assert_eq!(source.standing.verdict, StandingVerdict::NotBounded);
    let result = &contest.declarations[0].results[0];
    assert_eq!(result.winner.answer, WinnerVerdict::Undetermined);
    assert_eq!(result.figures.answer.answer, FiguresVerdict::Undetermined);
}

/// Votes unread at 539 stations, figures at 535, one or both at 652.
fn what_is_unread_is_counted(report: &AuditReport) {
    let of = |code: &str| -> Vec<&Finding> {
        let findings = report.findings.iter();
        findings.filter(|held| held.code.as_str() == code).collect()
    };
    let columns: Vec<_> = of("W.111")
        .into_iter()
        .map(|held| (&held.figures["column"], &held.figures["unread"]))
        .collect();
    for (columns_of_kind, stations) in [
        (&["1", "2", "3"][..], 539),
        (
            &["ballots", "invalid", "registered", "valid", "voters"],
            535,
        ),
    ] {
        for name in columns_of_kind {
            let expected = (&Value::from(*name), &Value::Integer(stations));
            assert!(columns.contains(&expected), "{name}: {columns:?}");
        }
    }
    assert_eq!(columns.len(), 8);
    let stations = of("W.112");
    let figures = &stations[0].figures;
    assert_eq!(stations.len(), 1);
    assert_eq!(
        ["votes", "fields", "either"].map(|name| &figures[name]),
        [539, 535, 652].map(Value::Integer).each_ref(),
    );
}
