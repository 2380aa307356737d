//! The battery on the real case: what is a test, what a consistency check, and what a selection changes.

use scrutineer_forensics::{Role, Selection, TestId, forensics, test_results};
use scrutineer_model::{ContestIdx, Tier};
use scrutineer_testkit::examples;

#[test]
fn a_null_calibrated_on_the_audited_file_is_no_test() {
    let Some(loaded) = examples::load("venezuela-2024") else {
        return;
    };
    let results = test_results(&loaded.dataset);
    let of = |test: TestId| results.iter().filter(move |held| held.id == test.word());
    for test in [TestId::PlaceExtremes, TestId::PlaceDispersion] {
        assert!(of(test).all(|held| held.tier == Tier::Picture && held.adjusted_p.is_none()));
        assert!(of(test).any(|held| held.p.is_some()));
    }
    assert!(of(TestId::PlaceSlope).all(|held| held.tier == Tier::Test));
    // Vectors: four places for the one, six for the other of the first two options.
    let found: Vec<f64> = forensics(&loaded.dataset, ContestIdx::new(0), &Selection::default())
        .sources
        .iter()
        .flat_map(|source| &source.outcomes)
        .filter(|outcome| outcome.test == "place-extremes")
        .map(|outcome| outcome.figures["extreme-places"].get())
        .collect();
    assert!(
        found[..2] == [4.0, 6.0] && found[2..10].iter().sum::<f64>() < 0.5,
        "{found:?}"
    );
}

#[test]
fn a_selection_is_marked_partial_and_changes_no_adjusted_p() {
    let Some(loaded) = examples::load("venezuela-2024") else {
        return;
    };
    let contest = ContestIdx::new(0);
    let all = forensics(&loaded.dataset, contest, &Selection::default());
    let selection = Selection {
        tests: vec![TestId::LastDigit],
        ..Selection::default()
    };
    let part = forensics(&loaded.dataset, contest, &selection);
    assert!(part.partial && !all.partial);
    assert_eq!(part.looks, all.looks);
    let kept: Vec<_> = all.sources[0]
        .outcomes
        .iter()
        .filter(|outcome| outcome.test == "last-digit")
        .cloned()
        .collect();
    assert_eq!(part.sources[0].outcomes, kept);
    assert!(kept.iter().any(|outcome| outcome.role == Role::Test));
    assert!(
        kept.iter()
            .any(|outcome| outcome.role == Role::NotApplicable)
    );
}
