//! Decisions of the rule taken again at other thresholds; those of people stay.

use scrutineer_incidents::{Book, TableName, in_scope};

use crate::counting::{book, scope};

/// Two lists of six; pairs by score: 15, 13.5 and 11 of which the rule may join all, 11.5 whose identity
/// numbers differ, 11.2 whose surnames differ, and 10.5 to somebody who is joined already.
fn lists() -> Book {
    let persons: Vec<String> = ["a", "b"]
        .iter()
        .flat_map(|list| (1..=6).map(move |at| format!("{list}{at}")))
        .collect();
    let claims: Vec<String> = persons
        .iter()
        .map(|person| {
            let source = &person[..1];
            format!("c-{person}|{source}|detained|{person}|named|2030-08-01")
        })
        .collect();
    let mut links: Vec<&str> = vec![
        "a1|b1|surname1=exact|15|same|rule|2030-08-01",
        "a2|b2|surname1=jw92|13.5|same|rule|2030-08-01",
        "a3|b3|surname1=swapped|11|unsure|rule|2030-08-01",
        "a4|b4|surname1=exact;identity=different|11.5|unsure|rule|2030-08-01",
        "a5|b5|surname1=else_|11.2|unsure|rule|2030-08-01",
        "a6|b3|surname1=exact|10.5|unsure|rule|2030-08-01",
    ];
    // A person joined the last two, which the rule never would.
    links.push("a6|b6||2|same|reviewer|2030-08-01");
    book(vec![
        (
            TableName::Sources,
            "id name kind standing access",
            vec!["a|A|ngo-list|primary|public", "b|B|ngo-list|primary|public"],
        ),
        (
            TableName::Persons,
            "id",
            persons.iter().map(String::as_str).collect(),
        ),
        (
            TableName::Claims,
            "id source act person qualifier as_of",
            claims.iter().map(String::as_str).collect(),
        ),
        (
            TableName::Links,
            "left right levels score decision decider decided",
            links,
        ),
    ])
    .unwrap()
}

fn persons(book: &Book) -> usize {
    in_scope(book, &scope("detained")).clusters.len()
}

#[test]
fn pairs_are_joined_from_the_threshold_on_under_the_conditions_of_the_rule() {
    let book = lists();
    // Twelve records, three joins as they stand.
    assert_eq!(persons(&book), 9);
    let at = |least: f64| persons(&book.relinked(least).unwrap());
    assert_eq!(at(12.0), 9);
    assert_eq!(at(14.0), 10);
    // 11 joins; 11.5 and 11.2 may not, and 10.5 would put a6 and a3 of one list together.
    assert_eq!(at(10.0), 8);
    // The person's decision stays at any threshold.
    assert_eq!(at(99.0), 11);
}

#[test]
fn nothing_is_taken_again_where_only_people_decided() {
    let mut book = lists();
    book.links.retain(|held| held.rule.is_none());
    assert!(book.relinked(10.0).is_none());
}

/// Persons with who names them, and decisions: how many persons there are, and how many decisions contradict.
fn decided(named: &[(&str, &str)], links: &[&str]) -> (usize, u64, u64) {
    let persons: std::collections::BTreeSet<&str> =
        named.iter().map(|(person, _)| *person).collect();
    let claims: Vec<String> = named
        .iter()
        .map(|(person, source)| {
            format!("c-{person}-{source}|{source}|killed|{person}|named|2030-08-01")
        })
        .collect();
    let book = book(vec![
        (
            TableName::Sources,
            "id name kind standing access",
            vec![
                "a|A|ngo-list|primary|public",
                "b|B|ngo-list|primary|public",
                "c|C|ngo-list|primary|public",
            ],
        ),
        (TableName::Persons, "id", persons.into_iter().collect()),
        (
            TableName::Claims,
            "id source act person qualifier as_of",
            claims.iter().map(String::as_str).collect(),
        ),
        (
            TableName::Links,
            "left right levels score decision decider decided",
            links.to_vec(),
        ),
    ])
    .unwrap();
    let (found, _) = scrutineer_incidents::count_in(&book, &scope("killed"));
    (
        persons_of(&book, "killed"),
        found.conflicts,
        found.open_pairs.unwrap(),
    )
}

fn persons_of(book: &Book, act: &str) -> usize {
    in_scope(book, &scope(act)).clusters.len()
}

#[test]
fn counting_follows_people_and_joins_no_two_records_of_a_list() {
    let named = [("p1", "a"), ("p2", "b"), ("p3", "c"), ("p4", "a")];
    let rule = |left: &str, right: &str, decided: &str| {
        format!("{left}|{right}|surname1=exact|15|same|rule|{decided}")
    };
    let (p23, p34) = (
        rule("p2", "p3", "2030-08-01"),
        rule("p3", "p4", "2030-08-01"),
    );
    let same = "p1|p2|||same|reviewer|2030-08-01";
    let apart = "p1|p3|||different|reviewer|2030-08-01";
    // p1 with p2 by a person; p3, which a person keeps apart from p1, with p4 by the rule.
    assert_eq!(decided(&named, &[same, &p23, apart, &p34]), (2, 1, 0));
    // Without the person's word the rule would put p1 and p4, two records of list a, together: shown and left open.
    assert_eq!(decided(&named, &[same, &p23, &p34]), (2, 1, 1));
    // A later row of the rule takes nothing from a person.
    let later = rule("p1", "p3", "2030-09-01");
    assert_eq!(decided(&named, &[apart, &later]), (4, 0, 0));
    // Words of people that contradict each other: what is different stays apart, and that is shown.
    let both = [
        "p1|p2|||same|reviewer|2030-08-01",
        "p2|p3|||same|reviewer|2030-08-02",
        apart,
    ];
    assert_eq!(decided(&named, &both), (3, 1, 1));
    // Who says that a list has somebody twice is believed, and that is shown.
    assert_eq!(
        decided(&named, &["p1|p4|||same|reviewer|2030-08-01"]),
        (3, 1, 0)
    );
}
