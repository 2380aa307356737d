use super::*;
use crate::assertion::{majority, plurality, runoff};
use crate::martingale::{Martingale, Null, Proportional, WithReplacement};

fn exact(numerator: i128, denominator: i128) -> Exact {
    Exact::new(numerator, denominator).unwrap()
}

fn same(votes: &[u64], ballots: u64, count: usize) -> Stations {
    let mut stations = Stations::new(votes.len());
    for _ in 0..count {
        stations.push_sheet(votes, ballots).unwrap();
    }
    stations
}

fn first_wins(stations: Stations) -> Result<BatchComparison, BatchError> {
    let assertions = plurality(stations.options(), &[0], 1).unwrap();
    BatchComparison::new(stations, assertions)
}

fn why(result: Result<BatchComparison, BatchError>) -> Vec<Why> {
    let Err(BatchError::CannotConfirm(claims)) = result else {
        return Vec::new();
    };
    claims.iter().map(|held| held.why).collect()
}

/// MACRO in closed form: three stations of 60 to 40 in boxes of 100 have U = 3 (20 + 100) / 60 = 6, so one
/// clean draw gives 5/6 and one with a vote moved (2 of 120) gives (5/6) / (59/60).
#[test]
fn margins_bounds_taints_and_risk_follow_the_formulas() {
    let audit = first_wins(same(&[60, 40], 100, 3)).unwrap();
    assert_eq!(audit.margins()[0].margin, 60);
    assert_eq!(audit.weights().as_slice(), [120; 3]);
    assert_eq!(
        (audit.weights().denominator(), audit.weights().bound()),
        (60, exact(6, 1))
    );
    let clean = audit.taint(0, Found::Counted(&[60, 40])).unwrap();
    assert_eq!((clean.share, clean.error), (Exact::ZERO, Exact::ZERO));
    let moved = audit.taint(1, Found::Counted(&[59, 41])).unwrap();
    assert_eq!((moved.share, moved.error), (exact(1, 60), exact(1, 30)));
    let risk = Bet::KaplanMarkov.measure(audit.weights(), &[clean.share, moved.share]);
    assert!((risk.p - (5.0 / 6.0) * (5.0 / 6.0) * (60.0 / 59.0)).abs() < 1e-15);
    assert!((risk.ln_p - libm::log(risk.p)).abs() < 1e-15);
}

#[test]
fn an_error_in_favour_of_the_outcome_counts_as_none() {
    let audit = first_wins(same(&[60, 40], 100, 3)).unwrap();
    let gained = audit.taint(0, Found::Counted(&[70, 30])).unwrap();
    assert_eq!((gained.share, gained.error), (Exact::ZERO, exact(-1, 3)));
}

#[test]
fn a_missing_box_is_the_worst_case_and_a_capped_bet_survives_it() {
    let audit = first_wins(same(&[60, 40], 100, 50)).unwrap();
    let lost = audit.taint(0, Found::Missing).unwrap();
    assert_eq!((lost.share, lost.exceeds_capacity), (Exact::ONE, false));
    let mut taints = vec![Exact::ZERO; 400];
    taints[0] = lost.share;
    assert!(Bet::KaplanMarkov.measure(audit.weights(), &taints).p >= 1.0);
    assert!(Bet::SURVIVING.measure(audit.weights(), &taints).p < 1e-9);
    let all = Bet::KaplanMarkov;
    let after = all.measure(audit.weights(), &taints[..1]);
    assert_eq!(
        next_size(all, audit.weights(), 0.05, after.ln_p),
        Size::FullCount
    );
}

/// The audit of 100 stations of 130 to 100 with 5,000 declared votes that have no sheet: over the sheets the
/// lead is 3,000, so nothing can be confirmed. With 500 of them the margin is 2,500.
#[test]
fn stations_without_a_sheet_take_their_capacity_from_the_margin_over_the_sheets() {
    let mut stations = same(&[130, 100], 230, 100);
    stations.add_unlisted(5_000);
    assert_eq!(why(first_wins(stations)), [Why::MissingCanChangeIt]);
    let mut stations = same(&[130, 100], 230, 100);
    stations.push_missing(300);
    stations.add_unlisted(200);
    let audit = first_wins(stations).unwrap();
    let expected = Margin {
        sheets: 3_000,
        missing: 500,
        margin: 2_500,
    };
    assert_eq!(audit.margins(), [expected]);
    assert_eq!(audit.weights().of(100), Exact::ZERO);
    assert_eq!(audit.weights().sheets(), 100);
    assert_eq!(
        audit.taint(100, Found::Counted(&[1, 2])),
        Err(BatchError::NoSheet(100))
    );
}

#[test]
fn a_tie_and_a_winner_who_does_not_lead_are_told_apart() {
    assert_eq!(why(first_wins(same(&[50, 50], 100, 4))), [Why::Tie]);
    assert_eq!(
        why(first_wins(same(&[40, 50, 60], 150, 4))),
        [Why::SheetsContradict; 2]
    );
    assert_eq!(why(first_wins(same(&[0, 0], 100, 4))), [Why::Tie]);
    assert!(first_wins(same(&[50, 0, 0], 100, 1)).is_ok());
}

#[test]
fn a_count_larger_than_the_box_is_the_worst_case_and_says_so() {
    let audit = first_wins(same(&[60, 40], 100, 3)).unwrap();
    let beyond = audit.taint(0, Found::Counted(&[60, 240])).unwrap();
    assert_eq!((beyond.share, beyond.exceeds_capacity), (Exact::ONE, true));
    let many = audit.taint(0, Found::Counted(&[90, 60])).unwrap();
    assert_eq!((many.share, many.exceeds_capacity), (Exact::ZERO, true));
    let large = audit.taint(0, Found::Counted(&[0, u64::MAX])).unwrap();
    assert_eq!((large.share, large.exceeds_capacity), (Exact::ONE, true));
}

#[test]
fn a_sheet_with_more_votes_than_its_box_is_bounded_by_its_votes() {
    let mut stations = same(&[60, 40], 100, 3);
    stations.push_sheet(&[500, 100], 0).unwrap();
    let audit = first_wins(stations).unwrap();
    // (500 - 100) + 600 against a margin of 60 + 400.
    assert_eq!(audit.station_bound(3), exact(1_000, 460));
}

#[test]
fn one_station_is_a_full_count() {
    let audit = first_wins(same(&[60, 40], 100, 1)).unwrap();
    assert_eq!(
        initial_size(Bet::KaplanMarkov, audit.weights(), 0.05),
        Size::FullCount
    );
    assert_eq!(
        initial_size(Bet::SURVIVING, audit.weights(), 0.05),
        Size::FullCount
    );
}

#[test]
fn sizes_follow_the_formula_and_grow_with_errors() {
    let audit = first_wins(same(&[60, 40], 100, 1_000)).unwrap();
    // U = 1000 * 120 / 20,000 = 6; ln 0.05 / ln(5/6) = 16.43.
    let weights = audit.weights();
    assert_eq!(
        initial_size(Bet::KaplanMarkov, weights, 0.05),
        Size::Draws(18)
    );
    // 0.9 of the bet: ln 20 / ln(1 + 0.9/5) = 18.1.
    assert_eq!(initial_size(Bet::SURVIVING, weights, 0.05), Size::Draws(20));
    let sized = |taints: &[Exact]| size_with(Bet::SURVIVING, weights, 0.05, 0.0, taints);
    assert!(sized(&[Exact::ONE]) > sized(&[exact(1, 2)]));
    assert!(sized(&[exact(1, 2)]) > sized(&[]));
    assert_eq!(
        next_size(Bet::KaplanMarkov, weights, 0.05, -3.0),
        Size::Draws(0)
    );
    for limit in [0.0, 1.0, f64::NAN, -1.0] {
        assert_eq!(
            initial_size(Bet::KaplanMarkov, weights, limit),
            Size::FullCount
        );
    }
}

/// What the size promises: so many clean draws meet the limit, and for Kaplan and Markov's bet two fewer do
/// not.
#[test]
fn so_many_clean_draws_meet_the_limit() {
    let audit = first_wins(same(&[60, 40], 100, 1_000)).unwrap();
    for bet in [Bet::KaplanMarkov, Bet::SURVIVING] {
        let Size::Draws(size) = initial_size(bet, audit.weights(), 0.01) else {
            unreachable!("1,000 stations are enough")
        };
        let size = usize::try_from(size).unwrap();
        let p = |draws| bet.measure(audit.weights(), &vec![Exact::ZERO; draws]).p;
        assert!(p(size) <= 0.01 && p(size - 2) > 0.01);
    }
}

#[test]
fn the_largest_bound_over_all_pairs_counts_and_is_never_rounded_down() {
    // Two winners of four with four different margins: 39, 51, 77 and 89.
    let mut stations = Stations::new(4);
    for votes in [
        [90, 70, 50, 30],
        [10, 60, 71, 33],
        [80, 9, 0, 79],
        [20, 99, 40, 7],
    ] {
        stations.push_sheet(&votes, 260).unwrap();
    }
    let assertions = plurality(4, &[0, 1], 1).unwrap();
    let audit = BatchComparison::new(stations.clone(), assertions.clone()).unwrap();
    for (station, votes, ballots) in stations.sheets() {
        let largest = assertions
            .iter()
            .zip(audit.margins())
            .map(|(held, margin)| exact(held.score(votes) + i128::from(ballots), margin.margin))
            .max()
            .unwrap();
        let bound = audit.station_bound(station);
        assert!(bound >= largest);
        assert!(bound.checked_sub(largest).unwrap().to_f64() < 1e-12);
    }
}

#[test]
fn majority_and_runoff_are_audited_by_all_who_could_change_them() {
    let outright = same(&[60, 25, 15], 100, 40);
    let audit = BatchComparison::new(outright.clone(), majority(3, 0).unwrap()).unwrap();
    // 60 against 40 of the others together.
    assert_eq!(audit.margins()[0].margin, 40 * 20);
    let to_second = runoff(3, [0, 1]).unwrap();
    assert_eq!(
        why(BatchComparison::new(outright, to_second.clone())),
        [Why::SheetsContradict]
    );
    let second = BatchComparison::new(same(&[45, 30, 25], 100, 40), to_second).unwrap();
    assert_eq!(second.margins().len(), 4);
}

#[test]
fn what_does_not_fit_together_is_refused() {
    let mut stations = Stations::new(2);
    assert!(matches!(
        stations.push_sheet(&[1, 2, 3], 10),
        Err(BatchError::Options {
            station: 0,
            expected: 2,
            found: 3
        })
    ));
    assert_eq!(
        BatchComparison::new(stations.clone(), plurality(2, &[0], 1).unwrap()).unwrap_err(),
        BatchError::Nothing("station with a sheet")
    );
    stations.push_sheet(&[3, 1], 10).unwrap();
    assert!(matches!(
        BatchComparison::new(stations.clone(), plurality(3, &[0], 1).unwrap()),
        Err(BatchError::Assertion {
            expected: 2,
            found: 3
        })
    ));
    assert!(BatchComparison::new(stations.clone(), Vec::new()).is_err());
    let audit = first_wins(stations).unwrap();
    assert!(audit.taint(0, Found::Counted(&[1])).is_err());
    assert!(audit.taint(9, Found::Missing).is_err());
}

#[test]
fn numbers_beyond_the_range_are_an_error_and_no_wrong_answer() {
    let huge = same(&[u64::MAX, 0], u64::MAX, 2);
    assert!(matches!(first_wins(huge), Err(BatchError::Overflow(_))));
    let large = same(&[1 << 60, 0], 1 << 60, 2);
    let audit = first_wins(large).unwrap();
    assert!(audit.bound().is_finite() && audit.weights().total() > 0);
}

/// The batch risk is the engine's, about what the draws kept.
#[test]
fn the_risk_is_the_engines() {
    let audit = first_wins(same(&[60, 40], 100, 1_000)).unwrap();
    let taints = [exact(1, 60), Exact::ZERO, exact(1, 3), Exact::ZERO];
    let null = Null::new(5.0 / 6.0, 1.0).unwrap();
    let engine = Martingale::new(null, WithReplacement, Proportional::new(0.9));
    let values = taints.map(|taint| 1.0 - taint.to_f64());
    let history = engine.history(values).unwrap();
    let risk = Bet::SURVIVING.measure(audit.weights(), &taints);
    assert!((risk.p - history[3]).abs() < 1e-14);
    assert!(risk.sequential_p <= risk.p);
}

/// 60 to 40 and 30 to 25 (and 45 who did not vote) in boxes of 100: margins 200 and 50 over ten stations, so the
/// second contest gives every bound, 105 / 50, and an error in the first counts by its own margin.
#[test]
fn several_contests_share_a_draw() {
    let mut stations = Stations::new(4);
    for _ in 0..10 {
        stations.push_sheet(&[60, 40, 30, 25], 100).unwrap();
    }
    let contest = |first| {
        let pair = plurality(2, &[0], 1).unwrap().remove(0);
        pair.among(first, 4).unwrap()
    };
    let audit = BatchComparison::new(stations, vec![contest(0), contest(2)]).unwrap();
    assert_eq!(audit.station_bound(0), exact(105, 50));
    let taint = |found: &[u64]| audit.taint(0, Found::Counted(found)).unwrap();
    assert_eq!(taint(&[50, 50, 30, 25]).error, exact(20, 200));
    assert_eq!(taint(&[50, 50, 25, 30]).error, exact(10, 50));
    // More votes than ballots over both contests together, but not in either.
    assert!(!taint(&[60, 40, 50, 50]).exceeds_capacity);
    assert!(taint(&[60, 40, 50, 51]).exceeds_capacity);
    assert_eq!(plurality(2, &[0], 1).unwrap().remove(0).among(3, 4), None);
}
