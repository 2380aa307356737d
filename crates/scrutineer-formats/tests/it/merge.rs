//! Laptops without a server.

use std::sync::LazyLock;

use scrutineer_formats::{ElectionFolder, MergeError, MergeInput, PublicationSpec, merge};
use scrutineer_model::{Dataset, Publisher, SourceLabel};

use crate::support::{SHEETS, SMALL, assert_same, load_small, load_with};

pub(crate) static USUAL: LazyLock<PublicationSpec> = LazyLock::new(PublicationSpec::default);

type Files = Vec<(String, Vec<u8>)>;

fn input<'a>(name: &'a str, dataset: &'a Dataset) -> MergeInput<'a> {
    MergeInput {
        name,
        dataset,
        key: &[],
        sensitive: &[],
        publication: &USUAL,
        publisher: None,
    }
}

fn described(files: &Files) -> ElectionFolder {
    ElectionFolder::parse(std::str::from_utf8(&files[0].1).expect("text")).expect("a folder")
}

/// Sheets of a folder that waits longer must not leave sooner because of the union.
#[test]
fn a_union_waits_as_long_as_the_folder_that_waits_longest() {
    let data = load_small(SMALL, SHEETS.as_bytes()).dataset;
    let of = |at_once: &[SourceLabel], stations, minutes| PublicationSpec {
        at_once: at_once.to_vec(),
        stations,
        minutes,
    };
    let (authority, court) = (SourceLabel::Authority, SourceLabel::Court);
    let one = of(&[court, authority], 200, 30);
    let two = of(&[SourceLabel::Observer, court], 50, 90);
    let held = |name, publication| MergeInput {
        publication,
        ..input(name, &data)
    };
    let (files, _) = merge(&[held("a", &one), held("b", &two)]).expect("it merges");
    assert_eq!(*described(&files).publication(), of(&[court], 200, 90));
    let (other, _) = merge(&[held("b", &one), held("a", &two)]).expect("it merges");
    assert_eq!(files[0], other[0]);
    let (usual, _) = merge(&[held("a", &USUAL), held("b", &USUAL)]).expect("it merges");
    assert_eq!(*described(&usual).publication(), *USUAL);
    assert!(!String::from_utf8_lossy(&usual[0].1).contains("[publication]"));
}

#[test]
fn a_union_is_published_by_whom_the_folders_say_where_they_agree() {
    let data = load_small(SMALL, SHEETS.as_bytes()).dataset;
    let mission = Publisher {
        name: "Mission \"one\"".to_owned(),
        contact: "https://one.example/".to_owned(),
        reply_days: Some(14),
        licence: Some("CC-BY-4.0 OR \"ours\"".to_owned()),
        site: Some("https://one.example/pages/".to_owned()),
    };
    let other = Publisher {
        reply_days: None,
        ..mission.clone()
    };
    let unlicensed = Publisher {
        licence: None,
        ..mission.clone()
    };
    let held = |name, publisher| MergeInput {
        publisher,
        ..input(name, &data)
    };
    let (files, report) = merge(&[held("a", None), held("b", Some(&mission))]).expect("it merges");
    assert_eq!(described(&files).publisher(), Some(&mission));
    assert!(report.publishers.is_empty());
    let inputs = [
        held("a", Some(&other)),
        held("b", Some(&mission)),
        held("c", None),
    ];
    let (files, report) = merge(&inputs).expect("it merges");
    assert_eq!(described(&files).publisher(), None);
    assert_eq!(report.publishers, ["a", "b"]);
    let inputs = [held("a", Some(&mission)), held("b", Some(&unlicensed))];
    let (files, report) = merge(&inputs).expect("it merges");
    assert_eq!(described(&files).publisher(), None);
    assert_eq!(report.publishers, ["a", "b"]);
    let elsewhere = Publisher {
        site: Some("https://two.example/".to_owned()),
        ..mission.clone()
    };
    let nowhere = Publisher {
        site: None,
        ..mission.clone()
    };
    for inputs in [
        [held("a", Some(&mission)), held("b", Some(&elsewhere))],
        [held("a", Some(&mission)), held("b", Some(&nowhere))],
        [held("a", Some(&nowhere)), held("b", Some(&mission))],
    ] {
        let (files, report) = merge(&inputs).expect("it merges");
        assert_eq!(described(&files).publisher(), Some(&nowhere));
        assert!(report.publishers.is_empty());
    }
    let inputs = [
        held("a", Some(&elsewhere)),
        held("b", Some(&nowhere)),
        held("c", Some(&elsewhere)),
    ];
    let (files, _) = merge(&inputs).expect("it merges");
    assert_eq!(described(&files).publisher(), Some(&nowhere));
}

fn reload(files: &Files) -> Dataset {
    let given: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(n, b)| (n.as_str(), b.as_slice()))
        .collect();
    let text = String::from_utf8(files[0].1.clone()).expect("text");
    load_with(&text, &given).expect("it loads").dataset
}

/// The header and the rows with these numbers, from 1.
fn rows(numbers: &[usize]) -> String {
    let lines: Vec<&str> = SHEETS.lines().collect();
    let mut text = format!("{}\n", lines[0]);
    for number in numbers {
        text.push_str(lines[*number]);
        text.push('\n');
    }
    text
}

#[test]
fn the_union_does_not_depend_on_the_order_of_the_folders() {
    let a = load_small(SMALL, rows(&[1, 2, 3]).as_bytes()).dataset;
    let b = load_small(SMALL, rows(&[2, 4, 5]).as_bytes()).dataset;
    let (one, report) = merge(&[input("a", &a), input("b", &b)]).expect("one election");
    let (two, _) = merge(&[input("b", &b), input("a", &a)]).expect("one election");
    assert_eq!(one, two);
    assert_same(&load_small(SMALL, SHEETS.as_bytes()).dataset, &reload(&one));
    let source = &report.sources[0];
    assert_eq!(source.readings, [("a".to_owned(), 3), ("b".to_owned(), 3)]);
    assert_eq!((source.union, source.same), (5, 1));
    assert_eq!(source.rivals, ["008:1"]);
}

#[test]
fn merging_a_folder_with_itself_or_with_the_result_changes_nothing() {
    // The last row stands twice, which must neither vanish nor multiply.
    let a = load_small(SMALL, rows(&[1, 3, 5, 5]).as_bytes()).dataset;
    let b = load_small(SMALL, rows(&[2, 5]).as_bytes()).dataset;
    let (alone, _) = merge(&[input("a", &a)]).expect("one election");
    let (twice, report) = merge(&[input("a", &a), input("again", &a)]).expect("one election");
    assert_eq!(alone, twice);
    assert_eq!((report.sources[0].union, report.sources[0].same), (4, 3));
    let (union, _) = merge(&[input("a", &a), input("b", &b)]).expect("one election");
    let merged = reload(&union);
    let (again, _) = merge(&[input("c", &merged), input("b", &b)]).expect("one election");
    assert_eq!(union, again);
    assert_eq!(merged.sheets()[0].len(), 5);
}

#[test]
fn three_folders_merge_alike_in_every_grouping() {
    let load = |numbers: &[usize]| load_small(SMALL, rows(numbers).as_bytes()).dataset;
    let (a, b, c) = (load(&[1, 4]), load(&[3, 2]), load(&[5, 1]));
    let (all, _) = merge(&[input("a", &a), input("b", &b), input("c", &c)]).expect("merges");
    let (left, _) = merge(&[input("a", &a), input("b", &b)]).expect("merges");
    let (right, _) = merge(&[input("b", &b), input("c", &c)]).expect("merges");
    let (left, right) = (reload(&left), reload(&right));
    assert_eq!(
        all,
        merge(&[input("ab", &left), input("c", &c)])
            .expect("merges")
            .0
    );
    assert_eq!(
        all,
        merge(&[input("a", &a), input("bc", &right)])
            .expect("merges")
            .0
    );
}

#[test]
fn sources_that_one_folder_lacks_are_carried_over() {
    let renamed = SMALL.replace(
        "id = \"sheets\"\n[source.prov",
        "id = \"other\"\n[source.prov",
    );
    let a = load_small(SMALL, rows(&[1, 2]).as_bytes()).dataset;
    let b = load_small(&renamed, rows(&[3]).as_bytes()).dataset;
    let (files, report) = merge(&[input("a", &a), input("b", &b)]).expect("one election");
    let merged = reload(&files);
    let sizes: Vec<(String, usize)> = merged
        .sources()
        .iter()
        .zip(merged.sheets())
        .map(|(source, set)| (source.id.to_string(), set.len()))
        .collect();
    assert_eq!(sizes, [("other".to_owned(), 1), ("sheets".to_owned(), 2)]);
    assert_eq!(report.sources.len(), 2);
}

#[test]
fn every_disagreement_is_listed() {
    let a = load_small(SMALL, rows(&[1]).as_bytes()).dataset;
    let other = SMALL
        .replace("date = \"2024-05-05\"", "date = \"2024-05-04\"")
        .replace("name = \"Bo\"", "name = \"Bob\"")
        .replace("method = \"typed twice\"", "method = \"typed once\"")
        .replace("value = 20, source", "value = 22, source");
    let b = load_small(&other, rows(&[1]).as_bytes()).dataset;
    let Err(MergeError::Different(found)) = merge(&[input("a", &a), input("b", &b)]) else {
        panic!("they differ")
    };
    let what: Vec<&str> = found
        .iter()
        .map(|difference| difference.what.as_str())
        .collect();
    assert_eq!(
        what,
        [
            "election.date",
            "contest mayor: options",
            "contest mayor: tickets",
            "source sheets",
            "declaration night"
        ]
    );
    assert_eq!(
        found[0].to_string(),
        "election.date: a says 2024-05-05; b says 2024-05-04"
    );
    assert_eq!(merge(&[]).expect_err("nothing"), MergeError::Nothing);
}
