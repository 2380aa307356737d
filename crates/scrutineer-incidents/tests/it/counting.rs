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
    assert_eq!(
        (found.minimum, found.credible, found.maximum),
        (Some(1), Some(2), Some(2))
    );
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

/// Two sources that name one person on one day in one place, and whether that corroborates.
fn agree(first: &str, second: &str) -> Status {
    let claim = |id: &str| format!("c-{id}|{id}|killed|p1|named|2030-08-01|01/001|2030-07-29|");
    let claims = [claim("a"), claim("b")];
    let book = book(vec![
        (
            TableName::Sources,
            SOURCES,
            vec![first, second, "z|Z|media|primary|public||"],
        ),
        (TableName::Persons, "id", vec!["p1"]),
        (
            TableName::Claims,
            CLAIMS,
            claims.iter().map(String::as_str).collect(),
        ),
    ])
    .unwrap();
    in_scope(&book, &scope("killed")).clusters[0].status
}

#[test]
fn who_repeats_without_saying_whom_is_independent_of_nothing() {
    let list = "a|A|ngo-list|primary|public||";
    for (first, second, expected) in [
        (
            "a|A|media|secondary|public||",
            "b|B|media|secondary|public||",
            Status::SingleSource,
        ),
        (list, "b|B|media|secondary|public||", Status::SingleSource),
        (
            list,
            "b|B|ngo-list|compilation|public||",
            Status::SingleSource,
        ),
        // It says that it rests on a third, which the other does not.
        (list, "b|B|media|secondary|public||z", Status::Corroborated),
        (list, "b|B|hospital|primary|public||", Status::Corroborated),
        // Two who submit may be one person.
        (
            "a|A|submitter|primary|private||",
            "b|B|submitter|primary|private||",
            Status::Alleged,
        ),
        (
            list,
            "b|B|submitter|primary|private||",
            Status::Corroborated,
        ),
    ] {
        assert_eq!(agree(first, second), expected, "{first} {second}");
    }
    // What rests on such a source has the same gap.
    let rows = [
        "a|A|media|secondary|public||",
        "b|B|media|secondary|public||a",
        "c|C|ngo-list|primary|public||",
        "d|D|ngo-list|primary|public||",
    ];
    let graph = book(vec![(TableName::Sources, SOURCES, rows.to_vec())])
        .unwrap()
        .graph();
    let code = |id: &str| Code::parse(id).unwrap();
    assert!(!graph.are_independent(&code("b"), &code("c")));
    let all: BTreeSet<Code> = ["a", "b", "c", "d"].map(code).into();
    assert_eq!(graph.independent(&all), 2);
}

#[test]
fn nobody_named_is_no_number_of_persons() {
    let figures = vec![
        "f1|a|killed||exactly|2030-08-01||||26",
        "f2|a|detained||exactly|2030-08-01||||900",
        "c1|a|wounded|p1|named|2030-08-01||||",
    ];
    let book = book(vec![
        (
            TableName::Sources,
            SOURCES,
            vec!["a|A|ngo-list|primary|public||"],
        ),
        (TableName::Persons, "id", vec!["p1"]),
        (
            TableName::Claims,
            "id source act person qualifier as_of area from item count",
            figures,
        ),
    ])
    .unwrap();
    for (act, maximum) in [("killed", 26), ("detained", 900)] {
        let (found, _) = count_in(&book, &scope(act));
        assert_eq!(
            (found.minimum, found.credible, found.maximum),
            (None, None, Some(maximum))
        );
        assert_eq!(found.lists, 0);
        let sentence = found.sentence();
        assert_eq!(sentence.id, "incidents-count-stated");
        let args = serde_json::to_value(&sentence.args).unwrap();
        assert!(args.get("minimum").is_none() && args.get("credible").is_none());
        assert_eq!(args["lists"], 0);
    }
    // In a state where a list names nobody, nobody is named: that is a number.
    let elsewhere = Scope {
        area: Area::parse("02").unwrap(),
        ..scope("wounded")
    };
    assert_eq!(count_in(&book, &elsewhere).0.credible, Some(0));
}

#[test]
fn figures_of_areas_apart_are_told_one_by_one() {
    let book = book(vec![
        (
            TableName::Sources,
            SOURCES,
            vec![
                "a|A|ngo-list|primary|public||",
                "b|B|ngo-list|primary|public||",
            ],
        ),
        (
            TableName::Claims,
            "id source act qualifier as_of area count",
            vec![
                "f1|a|killed|exactly|2030-08-01|01|5",
                "f2|b|killed|exactly|2030-08-09|02|6",
            ],
        ),
    ])
    .unwrap();
    let (found, _) = count_in(&book, &scope("killed"));
    assert_eq!(found.maximum, Some(11));
    let parts: Vec<(&str, u64, &str, String)> = found
        .maximum_parts
        .iter()
        .map(|held| {
            (
                held.area.as_str(),
                held.figure,
                held.source.as_str(),
                held.as_of.to_string(),
            )
        })
        .collect();
    assert_eq!(
        parts,
        [
            ("01", 5, "a", "2030-08-01".to_owned()),
            ("02", 6, "b", "2030-08-09".to_owned())
        ]
    );
    let args = serde_json::to_value(&found.sentence().args).unwrap();
    assert_eq!(
        (&args["maximum"], &args["parts"]),
        (&11.into(), &serde_json::json!(["01: 5", "02: 6"]))
    );
    // In one area somebody said the number.
    let one = Scope {
        area: Area::parse("02").unwrap(),
        ..scope("killed")
    };
    assert_eq!(count_in(&book, &one).0.maximum_parts, []);
}

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

#[test]
fn what_was_withdrawn_stays_so_and_what_comes_later_is_not_looked_at() {
    let book = book(vec![
        (
            TableName::Sources,
            SOURCES,
            vec!["a|A|ngo-list|primary|public||"],
        ),
        (
            TableName::Claims,
            "id source act qualifier as_of count withdraws",
            vec![
                "f1|a|killed|exactly|2030-08-01|30|",
                "w1|a|killed|withdrawn|2030-08-03||f1",
                "w2|a|killed|withdrawn|2030-08-20||f1",
                "g1|a|wounded|exactly|2030-08-01|30|",
                "g2|a|wounded|exactly|2030-09-01|20|",
            ],
        ),
    ])
    .unwrap();
    let by = |act: &str, cut_off: &str| {
        let scope = Scope {
            cut_off: day(cut_off),
            ..scope(act)
        };
        count_in(&book, &scope).0.maximum
    };
    for (cut_off, maximum) in [("2030-08-02", 30), ("2030-08-10", 0), ("2030-08-25", 0)] {
        assert_eq!(by("killed", cut_off), Some(maximum), "{cut_off}");
    }
    let down = |cut_off: &str| scrutineer_incidents::went_down(&book.figures(), day(cut_off)).len();
    assert_eq!((down("2030-08-10"), down("2030-09-01")), (0, 1));
}

#[test]
fn no_cell_is_dropped_in_silence() {
    use scrutineer_incidents::merge;

    let name = TableName::Sources;
    let held = Table::default();
    let long = table(
        name,
        "id name kind standing access",
        &["a|X|ngo-list|primary|public|SURPLUS Maria"],
    );
    let found = merge(name, &held, &long).unwrap_err();
    assert_eq!(
        (found.len(), found[0].row, found[0].message.id.as_str()),
        (1, Some(2), "incidents-cells")
    );
    assert!(!format!("{found:?}").contains("Maria"));
    let twice = table(name, "id name name", &["a|X|Y"]);
    let found = merge(name, &held, &twice).unwrap_err();
    assert_eq!(found[0].message.id, "incidents-repeated-column");
    let (table, found) = json_lines(
        "x",
        b"{\"id\":\"a\",\"name\":\"X\",\"name\":\"Maria\"}\n{\"id\":\"b\"}\n",
    );
    assert_eq!(
        (table.rows.len(), found.len(), found[0].row),
        (1, 1, Some(1))
    );
    assert_eq!(found[0].message.id, "incidents-repeated-member");
    assert!(!format!("{found:?}").contains("Maria"));
}
