//! One network number that serves several countries: each has its own series.

use scrutineer_censorship::synthetic::Plan;
use scrutineer_censorship::{
    Analysis, Collection, Day, FileReading, Fingerprints, Outcome, Settings, analyse, observe,
};

/// One network and two sites on 30 days, blocked from the 16th on where `is_blocked`.
fn lines(country: [char; 2], is_blocked: bool) -> Vec<String> {
    let plan = Plan {
        seed: 3,
        country,
        // 2001-01-01.
        first: Day(11_323),
        days: 30,
        networks: 1,
        targets: 2,
        daily: 10,
        blocked_every: u32::from(is_blocked),
        onset: 15,
        noise: 0,
        reach: 1000,
    };
    plan.lines().collect()
}

fn analysed<'a>(lines: impl Iterator<Item = &'a String>, settings: &Settings) -> Analysis {
    let none = Fingerprints::default();
    let mut collection = Collection::default();
    for line in lines {
        let Outcome::Observed(seen) = observe(line.trim_end().as_bytes(), None, &none) else {
            panic!("{line}");
        };
        collection.push(&seen);
    }
    let file = FileReading {
        sha256: "00".to_owned(),
        ..FileReading::default()
    };
    analyse(&collection.finish(), vec![file], settings, &none)
}

fn of(country: Option<&str>, controls: &[&str]) -> Settings {
    Settings {
        country: country.map(str::to_owned),
        election: Day::parse("2001-01-16"),
        control_countries: controls.iter().map(|&code| code.to_owned()).collect(),
        ..Settings::default()
    }
}

#[test]
fn what_a_network_does_in_one_country_is_not_mixed_with_what_it_does_in_another() {
    let (here, there) = (lines(['V', 'E'], true), lines(['C', 'O'], false));
    let mixed = || {
        here.iter()
            .zip(&there)
            .flat_map(|(one, other)| [one, other])
    };
    let alone = analysed(here.iter(), &of(Some("VE"), &[]));
    assert_eq!((alone.series.len(), alone.findings.len()), (2, 2));
    let found = analysed(mixed(), &of(Some("VE"), &[]));
    assert_eq!(found.series, alone.series);
    assert_eq!(found.findings, alone.findings);
    assert_eq!(found.contrast, alone.contrast);
    assert_eq!(
        (found.reading.observations, found.reading.of_country),
        (1200, 600)
    );

    let elsewhere = analysed(mixed(), &of(Some("CO"), &[]));
    assert_eq!((elsewhere.series.len(), elsewhere.findings.len()), (2, 0));
    assert!(elsewhere.series.iter().all(|series| series.blocked == 0));

    // As a control the other country stays at 0 of 300 while the share here rises by 1.
    let compared = analysed(mixed(), &of(Some("VE"), &["CO"]));
    for target in compared.contrast.unwrap().targets {
        assert_eq!(
            target.difference.unwrap().get().to_bits(),
            1.0_f64.to_bits()
        );
        assert_eq!(target.in_control_countries.unwrap().get().to_bits(), 0);
    }
}

#[test]
fn without_a_country_every_series_says_which_it_is_of() {
    let (here, there) = (lines(['V', 'E'], true), lines(['C', 'O'], false));
    let found = analysed(here.iter().chain(&there), &of(None, &[]));
    let told: Vec<(u32, &str)> = found
        .series
        .iter()
        .map(|series| (series.asn, series.country.as_str()))
        .collect();
    let expected = ["CO", "CO", "VE", "VE"].map(|country| (64_512, country));
    assert_eq!(told, expected);
    assert!(found.findings.len() == 2 && found.findings.iter().all(|at| at.country == "VE"));
    assert!(found.notices.len() == 2 && found.notices.iter().all(|at| at.country == "VE"));
    assert_eq!(found.reading.of_country, 1200);
}

#[test]
fn measurements_of_other_countries_only_are_counted_as_such() {
    let there = lines(['C', 'O'], false);
    let found = analysed(there.iter(), &of(Some("VE"), &[]));
    assert_eq!(
        (
            found.reading.observations,
            found.reading.of_country,
            found.looks
        ),
        (600, 0, 0)
    );
    assert_eq!(found.window, None);
}
