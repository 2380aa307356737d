use super::*;
use crate::made::{BLOCKED, DOWN, OK, POSSIBLE, SILENT, analysed, seen, times};
use crate::observation::Observation;
use crate::settings::Listed;

/// 2024-07-28.
const VOTE: i32 = 19_932;

/// So many blocked of so many measurements on one day.
fn part(one: &Observation, blocked: usize, of: usize) -> Vec<Observation> {
    let with = |rule| Observation {
        verdict: crate::verdict::Verdict::of(rule, "made"),
        ..one.clone()
    };
    [
        times(blocked, &with(BLOCKED)),
        times(of - blocked, &with(OK)),
    ]
    .concat()
}

fn on(asn: u32, country: &str, target: &str, day: i32) -> Observation {
    Observation {
        asn,
        country: country.to_owned(),
        target: target.to_owned(),
        ..seen(day, OK)
    }
}

fn listed(target: &str) -> Listed {
    Listed {
        target: target.to_owned(),
        category: String::new(),
        added: None,
    }
}

fn settings() -> Settings {
    Settings {
        country: Some("VE".to_owned()),
        election: Some(Day(VOTE)),
        control_countries: vec!["CO".to_owned()],
        control_targets: vec![listed("control.example")],
        ..Settings::default()
    }
}

/// Three sites on two networks, with every kind of control.
fn measured() -> Vec<Observation> {
    let (a, b, c) = ("a.example", "b.example", "c.example");
    let control = "control.example";
    [
        // The first and last days of both windows count, those beyond them do not.
        part(&on(1, "VE", a, VOTE - 28), 1, 12),
        part(&on(1, "VE", a, VOTE - 1), 0, 8),
        part(&on(1, "VE", a, VOTE), 4, 9),
        part(&on(1, "VE", a, VOTE + 27), 5, 11),
        part(&on(1, "VE", a, VOTE - 29), 7, 7),
        part(&on(1, "VE", a, VOTE + 28), 7, 7),
        part(&on(2, "VE", a, VOTE - 3), 2, 15),
        part(&on(2, "VE", a, VOTE + 3), 8, 15),
        part(&on(1, "VE", b, VOTE - 3), 1, 10),
        part(&on(1, "VE", b, VOTE + 3), 6, 10),
        // Nothing before: neither a difference nor a test.
        part(&on(1, "VE", c, VOTE + 3), 4, 4),
        part(&on(1, "VE", control, VOTE - 3), 1, 10),
        part(&on(2, "VE", control, VOTE + 3), 2, 10),
        part(&on(9, "CO", a, VOTE - 3), 0, 10),
        part(&on(9, "CO", a, VOTE + 3), 3, 10),
        part(&on(1, "VE", a, VOTE - 365 - 3), 2, 10),
        part(&on(1, "VE", a, VOTE - 365 + 3), 1, 10),
    ]
    .concat()
}

fn near(found: Option<Real>, expected: f64) {
    let found = found.unwrap().get();
    // Ten significant digits are kept.
    let slack = 1e-9 * expected.abs().max(1.0);
    assert!((found - expected).abs() < slack, "{found} {expected}");
}

#[test]
fn the_contrast_has_the_numbers_of_scipy() {
    let found = analysed(&measured(), &settings()).contrast.unwrap();
    assert_eq!(
        found.window.map(|day| day.0),
        [VOTE - 28, VOTE - 1, VOTE, VOTE + 27]
    );
    assert!(!found.is_list_given);
    let names: Vec<&str> = found.targets.iter().map(|at| at.target.as_str()).collect();
    assert_eq!(names, ["a.example", "b.example", "c.example"]);
    let [a, b, c] = &found.targets[..] else {
        panic!("three targets");
    };
    let pair = |counts: Pair| {
        [
            counts.before_blocked,
            counts.before_n,
            counts.after_blocked,
            counts.after_n,
        ]
    };
    assert_eq!(pair(a.counts), [3, 35, 17, 35]);
    // scipy 1.17.1: stats.fisher_exact of [[1, 19], [9, 11]], [[2, 13], [8, 7]] and [[1, 9], [6, 4]].
    near(a.networks[0].p, 0.008_361_734_168_185_78);
    near(a.networks[1].p, 0.050_174_912_543_728_14);
    near(b.networks[0].p, 0.057_275_541_795_665_63);
    // Mantel and Haenszel with a correction of one half by numpy, the tail by stats.chi2.sf.
    near(a.odds_ratio, 10.438_202_247_191_011);
    near(a.p, 0.000_665_151_930_244_482_6);
    near(b.p, 0.067_587_520_749_175_04);
    // stats.false_discovery_control of the two p-values; the third target has none.
    near(a.q, 0.001_330_303_860_488_965_2);
    near(b.q, 0.067_587_520_749_175_04);
    assert_eq!((c.p, c.q, c.difference), (None, None, None));
    assert!(!c.networks[0].has_enough && b.networks[0].has_enough);
}

#[test]
fn each_control_stands_beside_the_difference_and_is_taken_from_it() {
    let found = analysed(&measured(), &settings()).contrast.unwrap();
    let [a, b, c] = &found.targets[..] else {
        panic!("three targets");
    };
    // 17 of 35 less 3 of 35.
    near(a.difference, 0.4);
    // 3 of 10 less none; 2 of 10 less 1 of 10, over both networks; 1 of 10 less 2 of 10.
    near(a.in_control_countries, 0.3);
    near(found.control_targets, 0.1);
    near(a.year_before, -0.1);
    near(a.beyond_control_countries, 0.1);
    near(a.beyond_control_targets, 0.3);
    near(a.beyond_year_before, 0.5);
    // 6 of 10 less 1 of 10: nobody measured it abroad or a year before.
    near(b.difference, 0.5);
    assert_eq!((b.in_control_countries, b.year_before), (None, None));
    assert_eq!(
        (b.beyond_control_countries, b.beyond_year_before),
        (None, None)
    );
    near(b.beyond_control_targets, 0.4);
    assert_eq!(c.beyond_control_targets, None);
}

#[test]
fn a_list_keeps_what_nobody_measured_and_leaves_out_what_it_does_not_name() {
    let chosen = Settings {
        targets: vec![listed("b.example"), listed("unmeasured.example")],
        ..settings()
    };
    let found = analysed(&measured(), &chosen).contrast.unwrap();
    assert!(found.is_list_given);
    let [b, unmeasured] = &found.targets[..] else {
        panic!("two targets");
    };
    assert_eq!(b.target, "b.example");
    // One test alone: q is p.
    near(b.q, 0.067_587_520_749_175_04);
    assert_eq!((unmeasured.counts, unmeasured.q), (Pair::default(), None));
}

#[test]
fn what_is_only_possible_or_down_counts_as_not_blocked_and_what_is_silent_not_at_all() {
    let of = |rule, day| times(3, &seen(day, rule));
    let held = [
        of(BLOCKED, VOTE),
        of(POSSIBLE, VOTE),
        of(DOWN, VOTE),
        of(SILENT, VOTE),
        of(OK, VOTE - 1),
    ]
    .concat();
    let found = analysed(&held, &settings()).contrast.unwrap();
    let counts = found.targets[0].counts;
    assert_eq!((counts.after_blocked, counts.after_n), (3, 9));
    assert_eq!((counts.before_blocked, counts.before_n), (0, 3));
    let none = Settings {
        election: None,
        ..settings()
    };
    assert_eq!(analysed(&held, &none).contrast, None);
}
