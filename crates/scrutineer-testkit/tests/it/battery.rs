//! The battery on the real case: what is a test, what a consistency check, and what a selection changes.

use scrutineer_forensics::{
    Null, Power, Role, Selection, Tables, TestId, forensics, measure, test_results,
};
use scrutineer_model::{ContestIdx, Tier};
use scrutineer_testkit::{examples, shared, vectors};
use serde_json::json;

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

/// Simulated elections with the geography of the file take its null too, so that their table has no adjusted alarms of
/// a test that the folder does not have.
#[test]
fn power_takes_the_null_of_the_folder() {
    let Some(loaded) = examples::load("venezuela-2024") else {
        return;
    };
    let tables = Tables::of(&loaded.dataset, loaded.dataset.sheets().first().unwrap());
    let null = Null::of(&loaded.dataset, &tables);
    assert!(null.is_own);
    let mut power = Power::new(0.01);
    power.add(&measure(&tables, null));
    let as_test = |test: TestId| power.most(test).unwrap().1.as_test;
    assert_eq!(as_test(TestId::PlaceExtremes), 0);
    assert_eq!(as_test(TestId::PlaceDispersion), 0);
    assert_eq!(as_test(TestId::PlaceSlope), 1);
    assert_eq!(power.remarkable(TestId::PlaceExtremes), 0);

    let other = examples::load("synthetic").unwrap();
    let tables = Tables::of(&other.dataset, other.dataset.sheets().first().unwrap());
    assert!(!Null::of(&other.dataset, &tables).is_own);
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

/// Figures of an independent program, as its report prints them: whole percentages and multiples of 5, the moments of
/// ln((valid - votes) / votes), and divisions far from their neighbours. The vector file defines these blocks and does
/// not hold them.
#[test]
fn the_blocks_that_stand_apart_have_the_published_figures() {
    let Some(mut document) = shared::vectors("venezuela-2024-audit.json") else {
        return;
    };
    let blocks = [
        (
            "integer_percentage",
            json!({
                "EG": {"observed": 2605, "expected": 2489.4, "z": 2.48, "z_multiples_of_5": 1.38, "p_one_sided_normal": 0.007},
                "NM": {"observed": 2562, "expected": 2496.3, "z": 1.41, "z_multiples_of_5": 2.66},
                "turnout": {"observed": 2463, "expected": 2448.8, "z": 0.30},
            }),
        ),
        (
            "log_vote_rate",
            json!({
                "EG": {"skew": 0.397, "excess_kurtosis": 1.050},
                "NM": {"skew": -0.370, "excess_kurtosis": 0.991},
            }),
        ),
        (
            "parish_outliers",
            json!({
                "EG": {"n_abs_z_gt_3_5": 14, "n_abs_z_gt_5": 3},
                // Not printed there; Python over the file.
                "NM": {"n_abs_z_gt_3_5": 13, "n_abs_z_gt_5": 1},
            }),
        ),
    ];
    // What the evaluators read, and a block by which the file is recognised.
    let kept = ["definitions", "dataset", "declared_sources", "sheet_checks"];
    document
        .as_object_mut()
        .unwrap()
        .retain(|name, _| kept.contains(&name.as_str()));
    for (name, figures) in blocks.clone() {
        document[name] = figures;
    }
    let verdicts = vectors::evaluate(&document).unwrap();
    for (name, _) in blocks {
        let verdict = verdicts.iter().find(|verdict| verdict.id == name);
        let verdict = verdict.unwrap();
        assert_eq!(verdict.outcome, vectors::Outcome::Ok, "{verdict}");
    }
    // A figure that is not so is told.
    document["parish_outliers"] = json!({"EG": {"n_abs_z_gt_3_5": 13}});
    let verdicts = vectors::evaluate(&document).unwrap();
    let verdict = verdicts
        .iter()
        .find(|verdict| verdict.id == "parish_outliers");
    assert!(!verdict.unwrap().is_good());
}
