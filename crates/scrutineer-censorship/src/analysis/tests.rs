mod null;

use super::*;
use crate::made::{BLOCKED, DOWN, OK, analysed, seen, times};
use crate::observation::Observation;
use crate::verdict::RuleId;

/// Blocked measurements at these seconds after the beginning of day 10.
fn at(seconds: &[i64]) -> Vec<Observation> {
    seconds
        .iter()
        .map(|second| Observation {
            time: 10 * 86_400 + second,
            ..seen(10, BLOCKED)
        })
        .collect()
}

fn noticed(seconds: &[i64]) -> Vec<(Day, Watch)> {
    let found = analysed(&at(seconds), &Settings::default());
    found.notices.iter().map(|at| (at.day, at.to)).collect()
}

#[test]
fn a_silence_of_more_than_48_hours_halves_what_was_summed() {
    // Each blocked measurement adds 1 - 0.35 = 0.65, and 7 is the threshold: ten give 6.5, eleven 7.15.
    let ten: Vec<i64> = (0..10).collect();
    assert_eq!(noticed(&ten), []);
    let with = |from: i64, count: i64| {
        let more = (0..count).map(|at| from + at);
        noticed(&ten.iter().copied().chain(more).collect::<Vec<_>>())
    };
    let hours = 48 * 3600;
    // The tenth was at second 9. After 48 hours exactly nothing is halved: the eleventh is enough.
    assert_eq!(with(9 + hours, 1), [(Day(12), Watch::Blocked)]);
    // A second more halves 6.5 to 3.25: five more give 6.5, the sixth 7.15.
    assert_eq!(with(10 + hours, 5), []);
    assert_eq!(with(10 + hours, 6), [(Day(12), Watch::Blocked)]);
}

#[test]
fn the_watch_ends_a_block_as_it_began_it() {
    // Eleven blocked, then reached ones: in the state blocked each adds 0.35, and twenty make 7.
    let mut all: Vec<Observation> = times(11, &seen(10, BLOCKED));
    let after = |count| {
        let reached = times(count, &seen(11, OK));
        analysed(&[all.clone(), reached].concat(), &Settings::default()).notices
    };
    assert_eq!(after(19).len(), 1);
    let notices = after(20);
    let told: Vec<(Day, Watch)> = notices.iter().map(|at| (at.day, at.to)).collect();
    assert_eq!(told, [(Day(10), Watch::Blocked), (Day(11), Watch::Ok)]);
    assert_eq!(
        (notices[0].asn, notices[0].target.as_str()),
        (1, "a.example")
    );
    all.truncate(10);
    assert_eq!(analysed(&all, &Settings::default()).notices, []);
}

/// A site that is reached for ten days and for the control as well is down from then on.
fn gone(before: &[(RuleId, usize)], after: &[(RuleId, usize)], days: i32) -> Vec<Withdrawn> {
    let day = |day: i32, parts: &[(RuleId, usize)]| {
        let of = parts
            .iter()
            .flat_map(move |(rule, count)| times(*count, &seen(day, *rule)));
        of.collect::<Vec<_>>()
    };
    let mut all: Vec<Observation> = (0..10).flat_map(|at| day(at, before)).collect();
    all.extend((10..10 + days).flat_map(|at| day(at, after)));
    let found = analysed(&all, &Settings::default());
    assert_eq!(found.findings.len(), 0);
    found.withdrawn
}

#[test]
fn a_site_that_is_down_everywhere_from_a_day_on_has_a_category_of_its_own() {
    let found = gone(&[(OK, 2)], &[(DOWN, 2)], 5);
    let [held] = &found[..] else {
        panic!("{found:?}");
    };
    assert_eq!((held.target.as_str(), held.day), ("a.example", Day(10)));
    assert_eq!(
        (held.before, held.after, held.networks),
        ([0, 20], [10, 10], 1)
    );
    assert!(held.support[0] <= held.day && held.day <= held.support[1]);
    // Half is not most, four days of two are no ten measurements, and what was always down did not go.
    assert_eq!(gone(&[(OK, 2)], &[(DOWN, 1), (OK, 1)], 10), []);
    assert_eq!(gone(&[(OK, 2)], &[(DOWN, 2)], 4), []);
    assert_eq!(gone(&[(DOWN, 2)], &[(DOWN, 2)], 10), []);
    assert_eq!(gone(&[(OK, 2)], &[(OK, 2)], 10), []);
}
