use super::*;
use crate::made::{BLOCKED, DOWN, OK, POSSIBLE, SILENT, analysed, seen};
use crate::observation::Observation;
use crate::settings::Settings;
use crate::verdict::RuleId;

/// One day with these measurements, each of one of so many reports.
fn day(parts: &[(RuleId, usize)], reports: usize) -> Cell {
    let mut all = Vec::new();
    for (rule, count) in parts {
        for _ in 0..*count {
            all.push(Observation {
                report: format!("report-{}", all.len() % reports),
                ..seen(10, *rule)
            });
        }
    }
    let mut found = analysed(&all, &Settings::default());
    let mut series = found.series.remove(0);
    series.days.remove(0)
}

#[test]
fn a_day_says_something_from_five_measurements_and_two_reports_on() {
    assert_eq!(day(&[(OK, 4)], 2).state, CellState::Insufficient);
    assert_eq!(day(&[(OK, 5)], 1).state, CellState::Insufficient);
    assert_eq!(day(&[(OK, 5)], 2).state, CellState::Ok);
    // What says nothing does not help.
    let silent = day(&[(OK, 4), (SILENT, 9)], 2);
    assert_eq!(
        (silent.n, silent.insufficient, silent.state),
        (4, 9, CellState::Insufficient)
    );
}

#[test]
fn the_state_of_a_day_follows_from_shares() {
    for (parts, state) in [
        (&[(BLOCKED, 3), (OK, 3)][..], CellState::Blocked),
        (&[(BLOCKED, 3), (OK, 4)], CellState::Mixed),
        (&[(BLOCKED, 1), (DOWN, 9)], CellState::Mixed),
        (&[(DOWN, 4), (OK, 3)], CellState::Down),
        (&[(DOWN, 3), (OK, 3)], CellState::Ok),
        (&[(POSSIBLE, 1), (OK, 5)], CellState::Possible),
        (&[(POSSIBLE, 6)], CellState::Possible),
    ] {
        assert_eq!(day(parts, 3).state, state, "{parts:?}");
    }
}

#[test]
fn counts_of_a_day_stand_apart_and_its_interval_is_that_of_wilson() {
    let found = day(&[(BLOCKED, 3), (OK, 1), (DOWN, 1), (POSSIBLE, 1)], 4);
    let counts = [
        found.n,
        found.blocked,
        found.possible,
        found.down,
        found.reports,
    ];
    assert_eq!(counts, [6, 3, 1, 1, 4]);
    // scipy 1.17.1: stats.binomtest(3, 6) and (0, 5), proportion_ci(method="wilson").
    for (cell, [low, high]) in [
        (found, [0.187_616_306_482_650_54, 0.812_383_693_517_349_3]),
        (day(&[(OK, 5)], 5), [0.0, 0.434_482_464_783_174_76]),
    ] {
        let [found_low, found_high] = cell.interval.unwrap().map(Real::get);
        assert!((found_low - low).abs() < 1e-9 && (found_high - high).abs() < 1e-9);
    }
}

#[test]
fn what_was_seen_is_listed_by_how_often_with_days_reports_and_at_most_five_witnesses() {
    let mut all: Vec<Observation> = (0..7).map(|day| seen(day, BLOCKED)).collect();
    all.extend((3..5).map(|day| seen(day, POSSIBLE)));
    all.push(Observation {
        tampered_but_reachable: true,
        ..seen(2, OK)
    });
    let found = analysed(&all, &Settings::default());
    let [series] = &found.series[..] else {
        panic!("one series");
    };
    assert_eq!((series.n, series.blocked, series.possible), (10, 7, 2));
    let [first, second] = &series.mechanisms[..] else {
        panic!("two mechanisms");
    };
    assert_eq!(
        (first.n, first.reports, first.first, first.last),
        (7, 7, Day(0), Day(6))
    );
    assert!(!first.is_possible && second.is_possible);
    assert_eq!(
        first.witnesses,
        ["report-0", "report-1", "report-2", "report-3", "report-4"]
    );
    assert_eq!((second.n, second.first, second.last), (2, Day(3), Day(4)));
    let tampered: u64 = series.days.iter().map(|cell| cell.tampered).sum();
    assert_eq!(tampered, 1);
}
