//! Devices whose clock is wrong.

use scrutineer_censorship::synthetic::Plan;
use scrutineer_censorship::{
    Analysis, Collection, Day, FileReading, Fingerprints, LONGEST_WINDOW, Outcome, Settings, State,
    analyse, observe,
};

/// 2001-01-01 and 27 days more, without the tenth.
fn lines() -> Vec<String> {
    let plan = Plan {
        seed: 5,
        country: ['Z', 'Z'],
        first: Day(11_323),
        days: 28,
        networks: 1,
        targets: 2,
        daily: 6,
        blocked_every: 2,
        onset: 14,
        noise: 0,
        reach: 1000,
    };
    plan.lines()
        .filter(|line| !line.contains("2001-01-10"))
        .collect()
}

/// A line at another moment; the report is as old as the line says, or as the report was.
fn moved(line: &str, to: &str, moves_report: bool) -> String {
    let moved = line.replace("2001-01-01 ", &format!("{to} "));
    assert_ne!(line, moved);
    if moves_report {
        moved.replace("\"20010101T", &format!("\"{}T", to.replace('-', "")))
    } else {
        moved
    }
}

fn analysed(lines: &[String], election: Option<&str>) -> Analysis {
    let none = Fingerprints::default();
    let mut collection = Collection::default();
    for line in lines {
        let Outcome::Observed(seen) = observe(line.trim_end().as_bytes(), None, &none) else {
            panic!("{line}");
        };
        collection.push(&seen);
    }
    let settings = Settings {
        election: election.and_then(Day::parse),
        ..Settings::default()
    };
    let files = vec![FileReading::default()];
    analyse(&collection.finish(), files, &settings, &none)
}

#[test]
fn one_line_of_another_year_stretches_neither_the_maps_nor_the_missing_days() {
    let good = lines();
    let ends = ["2001-01-01", "2001-01-28"].map(|day| Day::parse(day).unwrap());
    let missing = [Day::parse("2001-01-10").unwrap()];
    for election in [None, Some("2001-01-15")] {
        for year in ["2010", "2038", "2099"] {
            let mut all = good.clone();
            all.push(moved(&good[0], &format!("{year}-01-01"), true));
            let found = analysed(&all, election);
            assert_eq!(found.window, Some(ends), "{year}");
            assert_eq!(found.unseen.days, missing, "{year}");
            assert_eq!(found.outside_window, 1);
        }
        let found = analysed(&good, election);
        assert_eq!((found.window, found.outside_window), (Some(ends), 0));
        assert_eq!(found.unseen.days, missing);
    }
}

#[test]
fn a_document_stays_small_however_far_its_days_lie_apart() {
    let good = lines();
    let all: Vec<String> = ["2000-01-01", "2040-06-01", "2099-12-31"]
        .map(|day| moved(&good[0], day, true))
        .into();
    let found = analysed(&all, None);
    assert!(found.unseen.days.len() <= usize::try_from(LONGEST_WINDOW).unwrap());
    assert!(serde_json::to_string(&found).unwrap().len() < 20_000);
}

#[test]
fn a_year_that_no_measurement_can_have_is_invalid() {
    let good = lines();
    let state =
        |line: &str| match observe(line.trim_end().as_bytes(), None, &Fingerprints::default()) {
            Outcome::Observed(seen) => (seen.verdict.state, seen.verdict.mechanism),
            other => panic!("{other:?}"),
        };
    let invalid = (State::Invalid, "clock".to_owned());
    for year in ["1970", "1999", "2100", "9998"] {
        let line = moved(&good[0], &format!("{year}-01-01"), true);
        assert_eq!(state(&line), invalid, "{year}");
    }
    for year in ["2000", "2099"] {
        let line = moved(&good[0], &format!("{year}-01-01"), true);
        assert_ne!(state(&line).0, State::Invalid, "{year}");
    }
}

#[test]
fn a_clock_ahead_of_the_report_is_invalid_and_a_late_upload_is_not() {
    let good = lines();
    let is_invalid = |day: &str| {
        let line = moved(&good[0], day, false);
        let seen = observe(line.trim_end().as_bytes(), None, &Fingerprints::default());
        matches!(seen, Outcome::Observed(seen) if seen.verdict.state == State::Invalid)
    };
    assert!(!is_invalid("2001-01-02"));
    assert!(is_invalid("2001-01-04"));
    assert!(is_invalid("2038-01-01"));
    assert!(!is_invalid("2000-12-01"));
}
