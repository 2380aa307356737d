//! Known defects of other programs (`do_not_match` of the vectors): the correct value instead.

use scrutineer_rla::assertion::{Share, plurality, threshold};
use scrutineer_rla::batch::{
    BatchComparison, BatchError, Bet, Found, Size, Stations, Why, initial_size,
};
use scrutineer_rla::martingale::{FixedEta, Martingale, Mixture, Null, WithReplacement};
use scrutineer_testkit::shared;
use serde_json::Value;

fn defect(id: &str) -> Option<Value> {
    let document = shared::vectors("rla.json")?;
    let all = document["do_not_match"].as_array().unwrap();
    Some(all.iter().find(|held| held["id"] == id).unwrap().clone())
}

fn reals(value: &Value) -> Vec<f64> {
    let items = value.as_array().unwrap().iter();
    items.map(|item| item.as_f64().unwrap()).collect()
}

#[test]
fn walds_test_multiplies_once() {
    let Some(defect) = defect("defect-01-wald-sprt") else {
        return;
    };
    let input = &defect["inputs"];
    let strategy = FixedEta::new(input["eta"].as_f64().unwrap());
    let null = Null::new(input["t"].as_f64().unwrap(), input["u"].as_f64().unwrap()).unwrap();
    let mut martingale = Martingale::new(null, WithReplacement, strategy);
    for value in reals(&input["x"]) {
        martingale.draw(value).unwrap();
    }
    let correct = defect["correct_value"].as_f64().unwrap();
    assert!((martingale.sequential_p() - correct).abs() < 1e-12 * correct);
}

#[test]
fn a_mixture_of_bets_depends_on_the_null_mean() {
    let Some(defect) = defect("defect-02-mix-betting") else {
        return;
    };
    let input = &defect["inputs"];
    let p = |mean: f64| {
        let null = Null::new(mean, 1.0).unwrap();
        let mut mixture = Mixture::new(null, WithReplacement, &reals(&input["lams"]));
        for value in reals(&input["x"]) {
            mixture.draw(value).unwrap();
        }
        // The mean of the products, by hand.
        let product = |lambda: f64| -> f64 {
            let factors = reals(&input["x"]).into_iter();
            factors.map(|value| 1.0 + lambda * (value - mean)).product()
        };
        let bets = reals(&input["lams"]);
        let by_hand = bets.iter().map(|&bet| product(bet)).sum::<f64>() / bets.len() as f64;
        assert!((mixture.p() - (1.0 / by_hand).min(1.0)).abs() < 1e-14);
        mixture.sequential_p()
    };
    let found: Vec<f64> = reals(&input["t_values"]).into_iter().map(p).collect();
    assert!(found.windows(2).all(|pair| pair[0] < pair[1]), "{found:?}");
}

#[test]
fn a_super_majority_has_one_denominator() {
    let Some(defect) = defect("defect-03-supermajority-margin") else {
        return;
    };
    let tally = &defect["inputs"]["tally"];
    let votes = [tally["Y"].as_u64().unwrap(), tally["N"].as_u64().unwrap()];
    let cards = defect["inputs"]["cards"].as_u64().unwrap();
    let assertion = threshold(2, 0, Share::new(2, 3).unwrap()).unwrap();
    let margin = assertion.margin(&votes, cards).unwrap().to_f64();
    assert!((margin - defect["correct_value"].as_f64().unwrap()).abs() < 1e-12);
}

/// Three boxes of 60 to 40 are all counted as 30 to 70. No risk is small then; the hand counts make another
/// winner, and the size is a full count, which replaces the outcome.
#[test]
fn a_full_count_that_overturns_has_no_small_risk() {
    let stations = |votes: [u64; 2]| {
        let mut stations = Stations::new(2);
        for _ in 0..3 {
            stations.push_sheet(&votes, 100).unwrap();
        }
        stations
    };
    let outcome = || plurality(2, &[0], 1).unwrap();
    let audit = BatchComparison::new(stations([60, 40]), outcome()).unwrap();
    let taint = |at| audit.taint(at, Found::Counted(&[30, 70])).unwrap().share;
    let risk = Bet::KaplanMarkov.measure(audit.weights(), &[taint(0), taint(1), taint(2)]);
    assert!(risk.p >= 1.0 && risk.sequential_p >= 1.0);
    assert_eq!(
        initial_size(Bet::KaplanMarkov, audit.weights(), 0.05),
        Size::FullCount
    );
    let counted = BatchComparison::new(stations([30, 70]), outcome()).unwrap_err();
    let BatchError::CannotConfirm(claims) = counted else {
        unreachable!("the count contradicts the winner")
    };
    assert_eq!(claims[0].why, Why::SheetsContradict);
}

#[test]
fn votes_without_a_sheet_come_off_the_margin_over_the_sheets() {
    let Some(defect) = defect("defect-05-unauditable") else {
        return;
    };
    let declared = &defect["inputs"]["declared"];
    let total = declared["A"].as_u64().unwrap() + declared["B"].as_u64().unwrap();
    let mut stations = Stations::new(2);
    for _ in 0..100 {
        stations.push_sheet(&[130, 100], 230).unwrap();
    }
    stations.add_unlisted(total - 100 * 230);
    let refused = BatchComparison::new(stations, plurality(2, &[0], 1).unwrap()).unwrap_err();
    let BatchError::CannotConfirm(claims) = refused else {
        unreachable!("5,000 votes without a sheet are more than 3,000")
    };
    assert_eq!(claims[0].margin.margin, -2_000);
    assert_eq!(claims[0].why, Why::MissingCanChangeIt);
}
