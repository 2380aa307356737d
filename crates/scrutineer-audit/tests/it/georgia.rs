//! Georgia 2024: the declared figures fit, the winner stays open because nobody states what the
//! absent precincts can hold.

use scrutineer_audit::{Extent, FiguresVerdict, LinkStatus, StandingVerdict, WinnerVerdict, audit};
use scrutineer_model::Evidence;
use scrutineer_testkit::examples;

#[test]
fn the_figures_of_the_bulletin_fit_and_the_final_percentages_are_undetermined() {
    let Some(loaded) = examples::load("georgia-2024") else {
        return;
    };
    let report = audit(&loaded.dataset, &Evidence::default()).unwrap();
    let contest = &report.contests[0];
    let [all, electronic, recognised] = contest.sources.as_slice() else {
        panic!("three sources")
    };
    assert_eq!(all.coverage.stations_reported, 3_095);
    assert_eq!(all.coverage.stations_by_kind["abroad"], 52);
    assert_eq!(all.coverage.stations_by_kind["special"], 13);
    // Sums of the file as its README states them.
    let totals = all.totals.as_ref().unwrap();
    assert_eq!(
        (totals.options["41"], totals.options["4"]),
        (1_118_736, 223_243)
    );
    assert_eq!(totals.valid, Some(2_061_317));
    assert_eq!(totals.registered, Some(3_494_146));
    for outcome in &all.outcome {
        assert_eq!(outcome.missing_capacity, Extent::NotStated);
    }
    assert_eq!(all.standing.verdict, StandingVerdict::NotBounded);
    let [bulletin, last] = contest.declarations.as_slice() else {
        panic!("two declarations")
    };
    assert_eq!(
        bulletin.results[0].figures.answer.answer,
        FiguresVerdict::Consistent
    );
    assert_eq!(
        last.results[0].figures.answer.answer,
        FiguresVerdict::Undetermined
    );
    assert_eq!(last.results[0].figures.answer.reasons, ["not-bounded"]);
    for declaration in &contest.declarations {
        let winner = &declaration.results[0].winner;
        assert_eq!(winner.answer, WinnerVerdict::Undetermined);
        assert_eq!(winner.reasons, ["not-bounded"]);
    }
    assert!(
        contest.chain.statuses()[..4]
            .iter()
            .all(|&status| status == LinkStatus::Open)
    );
    assert_eq!(
        (
            electronic.coverage.stations_reported,
            recognised.coverage.stations_reported
        ),
        (2_256, 2_255)
    );
    let pair = contest
        .comparisons
        .iter()
        .find(|pair| pair.a == "electronic" && pair.b == "recognised")
        .unwrap();
    assert!(pair.same_origin);
    assert_eq!((pair.common, pair.only_a, pair.only_b), (2_255, 1, 0));
    assert_eq!(
        (pair.differing, pair.cells, pair.unread),
        (736, 2_336, 5_004)
    );
}
