//! Data set -> entries -> data set is the identity on everything that checks read.

use proptest::prelude::*;
use scrutineer_model::Recomputable;
use scrutineer_publication::entry::Entry;
use scrutineer_simulate::{Plan, Scenario, Share, simulate};
use scrutineer_testkit::examples;

use super::made::made;
use super::same::{assert_identity, differences, published, read};

fn share(percent: &str) -> Share {
    percent.parse().unwrap()
}

#[test]
fn every_scenario_comes_back_from_its_entries() {
    for (seed, scenario) in (1..).zip(Scenario::ALL) {
        let plan = Plan::new(240, seed)
            .scenario(scenario)
            .slips(share("1"))
            .repeats(3)
            .missing(share("5"));
        let dataset = simulate(&plan).unwrap().to_dataset().unwrap();
        assert_identity(&dataset);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn simulated_elections_come_back_from_their_entries(
        seed in any::<u64>(),
        stations in 1u32..150,
        options in 2u16..14,
        scenario in 0usize..Scenario::ALL.len(),
        missing in 0u32..30,
        repeats in 0u32..4,
        register in any::<bool>(),
    ) {
        let plan = Plan::new(stations, seed)
            .options(options)
            .scenario(Scenario::ALL[scenario])
            .missing(share(&missing.to_string()))
            .repeats(repeats.min(stations / 4))
            .register_file(register);
        if let Ok(simulated) = simulate(&plan) {
            assert_identity(&simulated.to_dataset().unwrap());
        }
    }
}

fn example(name: &str) {
    let Some(loaded) = examples::load(name) else {
        return;
    };
    assert_identity(&loaded.dataset);
}

#[test]
fn venezuela_comes_back_from_its_entries() {
    example("venezuela-2024");
}

#[test]
fn georgia_comes_back_from_its_entries() {
    example("georgia-2024");
}

#[test]
fn indonesia_comes_back_from_its_entries() {
    example("indonesia-2024");
}

#[test]
fn no_picture_address_of_venezuela_is_in_an_entry() {
    let Some(loaded) = examples::load("venezuela-2024") else {
        return;
    };
    assert!(!loaded.dataset.sheets()[0].pictures().is_empty());
    for bytes in published(&loaded.dataset) {
        let text = String::from_utf8(bytes).unwrap().to_ascii_lowercase();
        for part in ["http", "://", ".jpg", ".jpeg", ".png", ".webp"] {
            assert!(!text.contains(part), "{text}");
        }
    }
}

#[test]
fn a_data_set_with_every_feature_comes_back_with_its_attested_findings() {
    let dataset = made();
    let back = assert_identity(&dataset);
    assert!(!back.attested.is_empty());
    assert!(
        back.attested
            .iter()
            .all(|finding| finding.recomputable == Recomputable::FromPrivate)
    );
}

#[test]
fn a_decision_on_an_attested_finding_finds_it_again() {
    let dataset = made();
    let report = scrutineer_audit::audit(&dataset, &scrutineer_model::Evidence::default()).unwrap();
    let disposed = report
        .findings
        .iter()
        .any(|held| held.code == "W.405" && held.disposition.is_some());
    assert!(disposed, "the hand-made data set disposes of one");
    assert_identity(&dataset);
}

#[test]
fn the_order_of_entries_does_not_matter() {
    let dataset = made();
    let bytes = published(&dataset);
    let mut reversed = bytes.clone();
    reversed.reverse();
    let found = differences(&read(&bytes).dataset, &read(&reversed).dataset);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn the_comparison_sees_a_vote_that_changed() {
    let dataset = simulate(&Plan::new(40, 3)).unwrap().to_dataset().unwrap();
    let mut bytes = published(&dataset);
    let sheet = bytes
        .iter()
        .position(|held| matches!(Entry::parse(held), Ok(Entry::Sheet(_))))
        .unwrap();
    let text = String::from_utf8(bytes[sheet].clone()).unwrap();
    let (before, after) = text.split_once("\"votes\":[").unwrap();
    let (first, rest) = after.split_once(',').unwrap();
    let more: u32 = first.parse::<u32>().unwrap() + 1;
    bytes[sheet] = format!("{before}\"votes\":[{more},{rest}").into_bytes();
    let found = differences(&dataset, &read(&bytes).dataset);
    assert_eq!(found, ["readings"]);
}
