//! Statuses, independence, ranges of figures.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_incidents::{
    Area, Book, Forms, Problem, Scope, Status, Table, TableName, TableRow, count_in, in_scope,
    json_lines, largest_disjoint,
};
use scrutineer_model::{Code, Date};

pub(crate) fn table(name: TableName, header: &str, rows: &[&str]) -> Table {
    Table {
        file: name.name().to_owned(),
        header: header.split(' ').map(str::to_owned).collect(),
        rows: (2..)
            .zip(rows)
            .map(|(row, text)| TableRow {
                row,
                cells: text.split('|').map(|cell| Some(cell.to_owned())).collect(),
            })
            .collect(),
    }
}

pub(crate) fn book(tables: Vec<(TableName, &str, Vec<&str>)>) -> Result<Book, Vec<Problem>> {
    let tables: BTreeMap<TableName, Table> = tables
        .into_iter()
        .map(|(name, header, rows)| (name, table(name, header, &rows)))
        .collect();
    Book::read(&tables, &Forms::shipped())
}

const SOURCES: &str = "id name kind standing access method derived_from";
const CLAIMS: &str = "id source act person qualifier as_of area from item";

fn two_sources(derived: &str, area: &str, day: &str) -> Status {
    let second = format!("b|B|ngo-list|primary|public||{derived}");
    let claim = format!("c2|b|detained|p1|named|2030-08-01|{area}|{day}|");
    let book = book(vec![
        (
            TableName::Sources,
            SOURCES,
            vec!["a|A|ngo-list|primary|public||", &second],
        ),
        (TableName::Persons, "id", vec!["p1"]),
        (
            TableName::Claims,
            CLAIMS,
            vec![
                "c1|a|detained|p1|named|2030-08-01|01/001|2030-07-29|",
                &claim,
            ],
        ),
    ])
    .unwrap();
    in_scope(&book, &scope("detained")).clusters[0].status
}

pub(crate) fn scope(act: &str) -> Scope {
    Scope {
        act: scrutineer_incidents::ActKind::parse(act).unwrap(),
        area: Area::default(),
        interval: None,
        cut_off: Date::parse("2030-12-31").unwrap(),
        since: None,
    }
}

#[test]
fn two_independent_sources_corroborate_and_a_list_that_quotes_does_not() {
    assert_eq!(
        two_sources("", "01/001", "2030-07-30"),
        Status::Corroborated
    );
    assert_eq!(
        two_sources("a", "01/001", "2030-07-30"),
        Status::SingleSource
    );
    assert_eq!(
        two_sources("", "01/002", "2030-07-30"),
        Status::SingleSource
    );
    assert_eq!(
        two_sources("", "01/001", "2030-07-31"),
        Status::SingleSource
    );
}

fn assessed(rows: Vec<&str>) -> (Status, usize) {
    let book = book(vec![
        (
            TableName::Sources,
            SOURCES,
            vec![
                "a|A|ngo-list|primary|public|interviews|",
                "s|S|submitter|primary|private||",
            ],
        ),
        (TableName::Persons, "id", vec!["p1"]),
        (
            TableName::Items,
            "id kind digest checked source",
            vec![
                &format!("record|court-record|{}||", "0".repeat(64)),
                &format!("video|video|{}|place;time|", "1".repeat(64)),
                &format!("talk|interview|{}||a", "2".repeat(64)),
            ],
        ),
        (
            TableName::Claims,
            CLAIMS,
            vec!["c1|s|killed|p1|named|2030-08-01|01/001|2030-07-29|"],
        ),
        (
            TableName::Assessments,
            "id subject rule evidence outcome assessor second_assessor assessed",
            rows,
        ),
    ])
    .unwrap();
    let found = in_scope(&book, &scope("killed"));
    (found.clusters[0].status, found.insufficient.len())
}

#[test]
fn a_status_follows_from_assessments_that_are_sufficient() {
    assert_eq!(assessed(vec![]), (Status::Alleged, 0));
    let record = "s1|c1|verify-record|record||one||2030-08-02";
    assert_eq!(assessed(vec![record]), (Status::Verified, 0));
    // A record of a court is asked for, not a video.
    assert_eq!(
        assessed(vec!["s1|c1|verify-record|video||one||2030-08-02"]),
        (Status::Alleged, 1)
    );
    // One person with two names in the row is one assessor.
    assert_eq!(
        assessed(vec!["s1|c1|verify-video|video||one|one|2030-08-02"]),
        (Status::Alleged, 1)
    );
    assert_eq!(
        assessed(vec!["s1|c1|verify-video|video||one|two|2030-08-02"]),
        (Status::Verified, 0)
    );
    let refuted = "s2|c1|refute|talk||two||2030-08-03";
    assert_eq!(assessed(vec![refuted]), (Status::Refuted, 0));
    assert_eq!(
        assessed(vec!["s2|c1|refute|||two||2030-08-03"]),
        (Status::Alleged, 1)
    );
    assert_eq!(assessed(vec![record, refuted]), (Status::Disputed, 0));
    let ended = "s3|c1|resolve||against|one|two|2030-08-04";
    assert_eq!(assessed(vec![record, refuted, ended]), (Status::Refuted, 0));
    let ended = "s3|c1|resolve||for|one|two|2030-08-04";
    assert_eq!(
        assessed(vec![record, refuted, ended]),
        (Status::Verified, 0)
    );
}

#[test]
fn nested_and_overlapping_areas_are_never_added() {
    let area = |text: &str| Area::parse(text).unwrap();
    let figures = [
        (area("01"), 8),
        (area("01/001"), 7),
        (area("01/002"), 3),
        (area("02"), 5),
    ];
    // 01 is 8 or 7 + 3, the larger; with 02 that is 15, and not 23.
    let (most, from) = largest_disjoint(&area(""), &figures).unwrap();
    assert_eq!((most, from), (15, vec![1, 2, 3]));
    let whole = [(area(""), 20), (area("01"), 8), (area("02"), 5)];
    assert_eq!(largest_disjoint(&area(""), &whole), Some((20, vec![0])));
}

#[test]
fn open_pairs_lower_the_minimum_only() {
    let book = book(vec![
        (
            TableName::Sources,
            SOURCES,
            vec![
                "a|A|ngo-list|primary|public||",
                "b|B|ngo-list|primary|public||",
            ],
        ),
        (TableName::Persons, "id", vec!["p1", "p2"]),
        (
            TableName::Items,
            "id kind digest checked",
            vec![&format!("video|video|{}|place;time", "1".repeat(64))],
        ),
        (
            TableName::Claims,
            CLAIMS,
            vec![
                "c1|a|killed|p1|named|2030-08-01|01/001|2030-07-29|video",
                "c2|b|killed|p2|named|2030-08-01|01/001|2030-07-29|video",
            ],
        ),
        (
            TableName::Links,
            "left right decision decided",
            vec!["p1|p2|unsure|2030-08-02"],
        ),
    ])
    .unwrap();
    let (found, _) = count_in(&book, &scope("killed"));
    assert_eq!((found.minimum, found.credible, found.maximum), (1, 2, 2));
}

#[test]
fn every_problem_is_told_with_its_place_and_without_what_stands_there() {
    let found = book(vec![
        (
            TableName::Sources,
            SOURCES,
            vec![
                "a|A|club|primary|public||",
                "CANARY x|B|media|primary|public||",
            ],
        ),
        (
            TableName::Claims,
            "id source act count qualifier as_of area quote",
            vec!["c1|a|killed|many|exactly|31.07.2024|01/002/003/CANARY|"],
        ),
    ])
    .unwrap_err();
    let places: Vec<(Option<u64>, Option<&str>)> = found
        .iter()
        .map(|problem| (problem.row, problem.column.as_deref()))
        .collect();
    for place in [
        (Some(2), Some("kind")),
        (Some(3), Some("id")),
        (Some(2), Some("count")),
        (Some(2), Some("as_of")),
        (Some(2), Some("area")),
    ] {
        assert!(places.contains(&place), "{place:?} in {places:?}");
    }
    assert!(!format!("{found:?}").contains("CANARY"));
    let unknown = book(vec![(TableName::Persons, "id CANARY", vec!["p1|x"])]).unwrap_err();
    assert!(!format!("{unknown:?}").contains("CANARY"), "{unknown:?}");
}

#[test]
fn json_lines_are_the_same_table() {
    let (table, problems) = json_lines(
        "x",
        b"{\"id\":\"a\",\"derived_from\":[\"b\",\"c\"]}\n[]\n\n{\"id\":7}\n",
    );
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].row, Some(2));
    assert_eq!(table.rows.len(), 2);
    assert_eq!(table.rows[0].cells[1].as_deref(), Some("b;c"));
    assert_eq!(
        (table.rows[1].row, table.rows[1].cells[0].as_deref()),
        (4, Some("7"))
    );
}

#[test]
fn adding_a_source_never_lowers_the_number_of_independent_ones() {
    let rows = [
        "a|A|ngo-list|primary|public||",
        "b|B|ngo-list|primary|public||",
        "c|C|ngo-list|primary|public||a;b",
        "d|D|media|secondary|public||c",
    ];
    let book = book(vec![(TableName::Sources, SOURCES, rows.to_vec())]).unwrap();
    let graph = book.graph();
    let set = |ids: &str| -> BTreeSet<Code> {
        ids.chars()
            .map(|id| Code::parse(&id.to_string()).unwrap())
            .collect()
    };
    for (ids, expected) in [
        ("", 0),
        ("a", 1),
        ("ab", 2),
        ("abc", 2),
        ("abcd", 2),
        ("cd", 1),
        ("d", 1),
    ] {
        assert_eq!(graph.independent(&set(ids)), expected, "{ids}");
    }
}
