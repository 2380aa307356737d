use super::*;
use crate::made::{BLOCKED, DOWN, OK, POSSIBLE, analysed, seen, times};
use crate::observation::Observation;
use crate::settings::Listed;
use crate::verdict::RuleId;

/// The first day after the change of every series here.
const CHANGE: i32 = 100;

/// Twenty days with two measurements each before the change, all reached.
fn quiet() -> Vec<Observation> {
    (CHANGE - 20..CHANGE)
        .flat_map(|day| times(2, &seen(day, OK)))
        .collect()
}

/// So many measurements of a kind on each of so many days from the change on.
fn since(days: i32, each: &[(RuleId, usize)]) -> Vec<Observation> {
    (CHANGE..CHANGE + days)
        .flat_map(|day| {
            each.iter()
                .flat_map(move |(rule, count)| times(*count, &seen(day, *rule)))
        })
        .collect()
}

fn change(after: &[Observation], settings: &Settings) -> Finding {
    of(&[quiet(), after.to_vec()].concat(), settings)
}

fn of(all: &[Observation], settings: &Settings) -> Finding {
    let found = analysed(all, settings);
    let mut held = [found.findings, found.unpublished].concat();
    assert_eq!(held.len(), 1);
    held.remove(0)
}

fn lacking(after: &[Observation]) -> Vec<Lack> {
    let found = change(after, &Settings::default());
    assert_eq!(found.day, Day(CHANGE));
    found.lacks
}

#[test]
fn ten_measurements_on_each_side_are_enough_and_nine_are_not() {
    assert_eq!(lacking(&since(9, &[(BLOCKED, 1)])), [Lack::Measurements]);
    assert_eq!(lacking(&since(10, &[(BLOCKED, 1)])), []);
    // As many before: nine of ten days of two, and one of one.
    let before = |count: usize| {
        let days = (CHANGE - 10..CHANGE).map(|day| seen(day, OK));
        let held: Vec<Observation> = days.take(count).collect();
        of(
            &[held, since(20, &[(BLOCKED, 2)])].concat(),
            &Settings::default(),
        )
        .lacks
    };
    assert_eq!(before(9), [Lack::Measurements]);
    assert_eq!(before(10), []);
}

#[test]
fn three_reports_on_each_side_are_enough_and_two_are_not() {
    let of_reports = |count: i32| {
        let after = since(20, &[(BLOCKED, 1)]).into_iter();
        let named = after.map(|one| Observation {
            report: format!("after-{}", one.day.0 % count),
            ..one
        });
        lacking(&named.collect::<Vec<_>>())
    };
    assert_eq!(of_reports(2), [Lack::Reports]);
    assert_eq!(of_reports(3), []);
}

#[test]
fn one_day_is_too_few_and_chance_alone_puts_two_days_there() {
    // Reports of their own on one day, so that only the days are too few. Days move in blocks of two: one day
    // among twenty-one lands on an end too often to surprise.
    let on_days = |days: i32, each: usize| {
        let mut after = since(days, &[(BLOCKED, each)]);
        for (at, one) in after.iter_mut().enumerate() {
            one.report = format!("after-{at}");
        }
        lacking(&after)
    };
    assert_eq!(on_days(1, 12), [Lack::Days, Lack::Surprise]);
    assert_eq!(on_days(2, 6), [Lack::Surprise]);
    assert_eq!(on_days(10, 2), []);
}

#[test]
fn a_share_that_falls_is_no_onset() {
    let before: Vec<Observation> = (CHANGE - 20..CHANGE)
        .flat_map(|day| times(2, &seen(day, BLOCKED)))
        .collect();
    let found = of(
        &[before, since(20, &[(OK, 2)])].concat(),
        &Settings::default(),
    );
    assert_eq!(found.lacks, [Lack::Direction]);
    assert_eq!(found.mechanism, None);
}

#[test]
fn where_most_is_down_for_the_control_as_well_nothing_is_published() {
    assert_eq!(
        lacking(&since(20, &[(BLOCKED, 2), (DOWN, 3)])),
        [Lack::GoneEverywhere]
    );
    assert_eq!(lacking(&since(20, &[(BLOCKED, 2), (DOWN, 2)])), []);
}

#[test]
fn a_change_that_rests_on_one_report_is_computed_again_without_it() {
    // One report has the first so many days of blocked measurements, every other day its own.
    let resting = |mine: i32, days: i32| {
        let named = since(days, &[(BLOCKED, 1)]).into_iter().map(|one| {
            let is_mine = one.day.0 < CHANGE + mine;
            Observation {
                report: if is_mine {
                    "much".to_owned()
                } else {
                    one.report.clone()
                },
                ..one
            }
        });
        let found = change(&named.collect::<Vec<_>>(), &Settings::default());
        (
            found.checks.largest_report,
            found.checks.without_it,
            found.lacks,
        )
    };
    // Eleven of twenty are more than half, and nine are left; ten of twenty are no more than half.
    assert_eq!(resting(11, 20), ([11, 20], [9, 9], vec![Lack::OneReport]));
    assert_eq!(resting(10, 20), ([10, 20], [10, 10], Vec::new()));
    // More than half, and enough without it.
    assert_eq!(resting(11, 21), ([11, 21], [10, 10], Vec::new()));
}

#[test]
fn a_site_that_control_countries_do_not_reach_either_is_not_published() {
    let abroad = |day: i32, rule| Observation {
        asn: 9,
        country: "CO".to_owned(),
        ..seen(day, rule)
    };
    let settings = Settings {
        country: Some("VE".to_owned()),
        control_countries: vec!["CO".to_owned()],
        ..Settings::default()
    };
    let with = |rules: &[RuleId]| {
        // What was so before the change, and what is only possible, does not count.
        let mut after = since(20, &[(BLOCKED, 2)]);
        after.extend(times(5, &abroad(CHANGE - 1, BLOCKED)));
        after.extend(times(5, &abroad(CHANGE, POSSIBLE)));
        after.extend(rules.iter().map(|rule| abroad(CHANGE + 1, *rule)));
        let found = change(&after, &settings);
        (found.checks.control_countries, found.lacks)
    };
    assert_eq!(
        with(&[BLOCKED, DOWN, OK]),
        (Some([2, 3]), vec![Lack::ControlCountries])
    );
    assert_eq!(with(&[DOWN, OK]), (Some([1, 2]), Vec::new()));
    assert_eq!(with(&[]), (None, Vec::new()));
}

#[test]
fn every_column_beside_a_change_counts_its_own_measurements() {
    let mut after = since(20, &[(BLOCKED, 1)]);
    // On later days, so that the change stays where it is.
    after.extend((10..13).map(|day| seen(CHANGE + day, POSSIBLE)));
    after.extend((10..12).map(|day| seen(CHANGE + day, DOWN)));
    for one in &mut after {
        "2.0.0".clone_into(&mut one.version);
    }
    for one in after.iter_mut().take(7) {
        one.is_campaign = true;
        one.access = Access::Mobile;
        one.own_resolver = Some(true);
    }
    for one in after.iter_mut().skip(7).take(4) {
        one.access = Access::Tunnel;
        one.own_resolver = Some(false);
        one.ipv6_failed = Some(true);
    }
    let settings = Settings {
        targets: vec![Listed {
            target: "a.example".to_owned(),
            category: "NEWS".to_owned(),
            added: Day::parse("1970-04-01"),
        }],
        ..Settings::default()
    };
    let found = change(&after, &settings);
    let side = &found.after;
    assert_eq!(
        [
            side.days,
            side.n,
            side.blocked,
            side.possible,
            side.down,
            side.reports
        ],
        [20, 25, 20, 3, 2, 20]
    );
    assert_eq!(
        [
            side.campaign,
            side.mobile,
            side.own_resolver,
            side.tunnel,
            side.ipv6_failed
        ],
        [7, 7, 7, 4, 4]
    );
    assert_eq!(side.versions, ["2.0.0"]);
    assert!(found.checks.has_new_version);
    // 1970-04-01 is 90 days after 1970-01-01.
    assert_eq!(found.checks.added, Some(Day(90)));
    let before = &found.before;
    assert_eq!([before.days, before.n, before.blocked], [20, 40, 0]);
    assert_eq!(
        [before.campaign, before.mobile, before.own_resolver],
        [0; 3]
    );
    let same = change(&since(20, &[(BLOCKED, 2)]), &Settings::default());
    assert!(!same.checks.has_new_version && same.checks.added.is_none());
    assert_eq!(same.lacks, []);
}
