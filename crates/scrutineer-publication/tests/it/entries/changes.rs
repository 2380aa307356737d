//! What is appended when the folder changes.

use scrutineer_model::Dataset;
use scrutineer_publication::entries::{EntryIndex, changes, dataset, entries};
use scrutineer_publication::entry::{Correction, Entry, Superseded};
use scrutineer_simulate::{Plan, Scenario, simulate};
use scrutineer_tlog::{Hash, leaf_hash};

use super::made::made;
use super::same::{commitments, differences, published, read};

/// The index of a log, from its bytes alone.
fn index(log: &[Vec<u8>]) -> EntryIndex {
    let mut index = EntryIndex::new();
    for (leaf, bytes) in (0..).zip(log) {
        index
            .add(leaf, &Entry::parse(bytes).unwrap(), bytes)
            .unwrap();
    }
    index
}

/// The log after publishing a data set into it.
fn publish(log: &mut Vec<Vec<u8>>, of: &Dataset) -> usize {
    let report = scrutineer_audit::audit(of, &scrutineer_model::Evidence::default()).unwrap();
    let commitments = commitments(of);
    let now = entries(of, &report.findings, &commitments).unwrap();
    let new = changes(&index(log), now).unwrap();
    log.extend(new.iter().map(|entry| entry.to_bytes().unwrap()));
    new.len()
}

fn simulated(stations: u32, scenario: Scenario) -> Dataset {
    let plan = Plan::new(stations, 11).scenario(scenario).repeats(2);
    simulate(&plan).unwrap().to_dataset().unwrap()
}

fn assert_same(a: &Dataset, b: &Dataset) {
    let found = differences(a, b);
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_folder_that_did_not_change_appends_nothing() {
    for of in [made(), simulated(60, Scenario::Honest)] {
        let mut log = Vec::new();
        assert!(publish(&mut log, &of) > 0);
        assert_eq!(publish(&mut log, &of), 0);
    }
}

#[test]
fn a_log_that_went_through_several_folders_gives_the_last_one() {
    let versions = [
        simulated(60, Scenario::Honest),
        simulated(60, Scenario::ALL[1]),
        simulated(40, Scenario::TotalsNotFromSheets),
        made(),
        simulated(60, Scenario::Honest),
    ];
    let mut log = Vec::new();
    for version in &versions {
        publish(&mut log, version);
        let back = read(&log);
        assert_same(version, &back.dataset);
        assert_eq!(back.records, published(version).len() as u64);
        assert_eq!(publish(&mut log, version), 0);
    }
}

/// A log, its entry of the first sheet and that entry's text.
fn first_sheet(log: &[Vec<u8>]) -> (usize, String) {
    let at = log
        .iter()
        .position(|bytes| matches!(Entry::parse(bytes), Ok(Entry::Sheet(_))))
        .unwrap();
    (at, String::from_utf8(log[at].clone()).unwrap())
}

#[test]
fn one_changed_number_is_one_correction_that_names_its_leaf_and_hash() {
    let log = published(&simulated(30, Scenario::Honest));
    let (at, text) = first_sheet(&log);
    let (before, after) = text.split_once("\"votes\":[").unwrap();
    let (_, rest) = after.split_once(',').unwrap();
    let changed = format!("{before}\"votes\":[7777,{rest}");
    let mut now = log.clone();
    now[at] = changed.clone().into_bytes();
    let all = now.iter().map(|bytes| Entry::parse(bytes).unwrap());
    let new = changes(&index(&log), all).unwrap();
    assert_eq!(new.len(), 1);
    let Entry::Correction(correction) = &new[0] else {
        panic!("a correction");
    };
    let named = correction.supersedes();
    assert_eq!(named.leaf.get(), at as u64);
    assert_eq!(named.hash.0, leaf_hash(&log[at]));
    let record = correction.record().unwrap().to_bytes().unwrap();
    assert_eq!(record, changed.into_bytes());
}

#[test]
fn a_station_that_is_gone_is_withdrawn_and_comes_back_as_a_new_entry() {
    let log = published(&simulated(30, Scenario::Honest));
    let (at, text) = first_sheet(&log);
    let mut now = log.clone();
    now.remove(at);
    let all: Vec<Entry<'_>> = now
        .iter()
        .map(|bytes| Entry::parse(bytes).unwrap())
        .collect();
    let new = changes(&index(&log), all).unwrap();
    assert_eq!(new.len(), 1);
    let Entry::Correction(correction) = &new[0] else {
        panic!("a correction");
    };
    assert!(correction.record().is_none());
    let mut longer = log.clone();
    longer.push(new[0].to_bytes().unwrap());
    let sheets = |log: &[Vec<u8>]| read(log).dataset.sheets()[0].len();
    assert_eq!(sheets(&longer) + 1, sheets(&log));
    let all = log.iter().map(|bytes| Entry::parse(bytes).unwrap());
    let again = changes(&index(&longer), all).unwrap();
    assert_eq!(again.len(), 1);
    assert_eq!(again[0].to_bytes().unwrap(), text.into_bytes());
}

/// The problems of a log with one more entry.
fn problems_with(log: &[Vec<u8>], more: &Entry<'_>) -> Vec<String> {
    let mut longer = log.to_vec();
    longer.push(more.to_bytes().unwrap());
    let problems = dataset(&longer).unwrap_err();
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn a_correction_that_names_the_wrong_leaf_or_hash_is_refused() {
    let log = published(&simulated(30, Scenario::Honest));
    let (at, text) = first_sheet(&log);
    let record = || Entry::parse(text.as_bytes()).unwrap();
    let named = |leaf: usize, hash: Hash| Superseded::new(leaf as u64, hash).unwrap();
    let replacing = |leaf: usize, hash| {
        Entry::from(Correction::replacing(named(leaf, hash), record()).unwrap())
    };
    let right = leaf_hash(&log[at]);
    let found = problems_with(&log, &replacing(at, Hash::from_bytes([0; 32])));
    assert!(
        found.iter().any(|line| line.contains("$.supersedes.hash")),
        "{found:?}"
    );
    let place = log
        .iter()
        .position(|bytes| matches!(Entry::parse(bytes), Ok(Entry::Place(_))))
        .unwrap();
    let found = problems_with(&log, &replacing(place, leaf_hash(&log[place])));
    assert!(
        found.iter().any(|line| line.contains("kind and key")),
        "{found:?}"
    );
    let found = problems_with(&log, &replacing(log.len() + 3, right));
    assert!(
        found.iter().any(|line| line.contains("a leaf before")),
        "{found:?}"
    );
    let mut twice = log.clone();
    twice.push(replacing(at, right).to_bytes().unwrap());
    assert!(dataset(&twice).is_ok());
    let found = problems_with(&twice, &replacing(at, right));
    assert!(
        found
            .iter()
            .any(|line| line.contains("supersedes it already")),
        "{found:?}"
    );
}

#[test]
fn a_record_that_is_withdrawn_while_others_name_it_is_missed() {
    let log = published(&simulated(30, Scenario::Honest));
    for (kind, expected) in [
        ("register", "a record of its own"),
        ("place", "a record for each"),
        ("division", "a record for each"),
        ("source", "the id of a source"),
    ] {
        let at = log
            .iter()
            .position(|bytes| Entry::parse(bytes).unwrap().kind().word() == kind)
            .unwrap();
        let named = Superseded::new(at as u64, leaf_hash(&log[at])).unwrap();
        let found = problems_with(&log, &Entry::from(Correction::withdrawing(named)));
        assert!(
            found.iter().any(|line| line.contains(expected)),
            "{kind}: {found:?}"
        );
    }
}

#[test]
fn an_election_with_more_options_than_an_entry_holds_comes_in_numbered_parts() {
    let text = std::iter::once(String::from(concat!(
        "schema = \"scrutineer/election/1\"\n[election]\nid = \"e\"\nname = \"E\"\n",
        "date = \"2024-01-02\"\ncountry = \"XX\"\n[[contest]]\nid = \"c\"\nname = \"C\"\n",
        "rule = { kind = \"plurality\", winners = 1 }\ncapacity = { rule = \"unbounded\" }\n"
    )))
    .chain((0..3_000).map(|at| {
        format!(
            "[[contest.option]]\nid = \"o{at}\"\nname = \"Lista \\\"{at}\\\" {}\"\n",
            "ñ".repeat(30)
        )
    }))
    .collect::<String>();
    let folder = scrutineer_formats::ElectionFolder::parse(&text).unwrap();
    let mut none = |_: &scrutineer_formats::Wanted| Err(scrutineer_formats::FileError::NotFound);
    let options = scrutineer_formats::LoadOptions::default();
    let loaded = scrutineer_formats::load(&folder, &mut none, &options).unwrap();
    let log = published(&loaded.dataset);
    let parts = log
        .iter()
        .filter(|bytes| matches!(Entry::parse(bytes), Ok(Entry::Election(_))));
    assert!(parts.count() > 3);
    assert_same(&loaded.dataset, &read(&log).dataset);
}
