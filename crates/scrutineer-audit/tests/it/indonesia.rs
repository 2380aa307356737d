//! Indonesia 2024: an early capture of 1,000 of 823,236 stations decides nothing.

use scrutineer_audit::{Extent, FiguresVerdict, StandingVerdict, WinnerVerdict, audit};
use scrutineer_model::Evidence;
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
