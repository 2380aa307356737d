//! H16 of counts: no number of 1 to 4 detained persons, and none from which one follows.

use std::collections::BTreeMap;

use proptest::prelude::*;
use scrutineer_incidents::publish::{count_in, may_count, public_ids};
use scrutineer_incidents::{Area, Book, Forms, Scope, TableName, summary};
use scrutineer_model::Date;

use crate::counting::{book, scope};

/// Detained persons, each with an area and a day, named by one list.
fn detained(persons: &[(&str, &str)], act: &str) -> Book {
    let ids: Vec<String> = (0..persons.len()).map(|at| format!("p{at:03}")).collect();
    let claims: Vec<String> = persons
        .iter()
        .zip(&ids)
        .map(|((area, day), id)| format!("c-{id}|a|{act}|{id}|named|2030-08-31|{area}|{day}"))
        .collect();
    book(vec![
        (
            TableName::Sources,
            "id name kind standing access",
            vec!["a|A|ngo-list|primary|public"],
        ),
        (
            TableName::Persons,
            "id",
            ids.iter().map(String::as_str).collect(),
        ),
        (
            TableName::Claims,
            "id source act person qualifier as_of area from",
            claims.iter().map(String::as_str).collect(),
        ),
    ])
    .unwrap()
}

fn several(parts: &[(&'static str, usize)]) -> Vec<(&'static str, &'static str)> {
    parts
        .iter()
        .flat_map(|(area, count)| (0..*count).map(move |_| (*area, "2030-07-29")))
        .collect()
}

fn credible(book: &Book, area: &str) -> Option<u64> {
    let area = Area::parse(area).unwrap();
    count_in(
        book,
        &Scope {
            area,
            ..scope("detained")
        },
    )
    .0
    .credible
}

#[test]
fn fewer_than_five_are_withheld_also_of_the_whole() {
    let few = detained(&several(&[("01/001", 3)]), "detained");
    let (found, _) = count_in(&few, &scope("detained"));
    assert_eq!(
        (found.minimum, found.credible, found.maximum),
        (None, None, None)
    );
    assert!(found.groups.is_empty() && found.statuses.is_empty());
    let args = serde_json::to_value(&found.sentence().args).unwrap();
    assert!(args.get("credible").is_none() && args.get("maximum").is_none());
    assert_eq!(args["lists"], 1);
    let made = summary(
        &few,
        &Forms::shipped(),
        scope("detained").cut_off,
        Vec::new(),
        Vec::new(),
    );
    let text = serde_json::to_string(&(&made.counts, &made.by_area)).unwrap();
    assert!(!text.contains(":3"), "{text}");
    // Deaths may be exact.
    let deaths = detained(&several(&[("01/001", 3)]), "killed");
    assert_eq!(count_in(&deaths, &scope("killed")).0.credible, Some(3));
}

#[test]
fn an_area_is_shown_only_where_the_table_of_its_neighbours_shows_it() {
    let book = detained(
        &several(&[("01/001", 10), ("02/001", 2), ("03/001", 30)]),
        "detained",
    );
    assert_eq!(credible(&book, ""), Some(42));
    // 42 less 30 less 10 is the 2.
    assert_eq!(
        (
            credible(&book, "01"),
            credible(&book, "02"),
            credible(&book, "03")
        ),
        (None, None, Some(30))
    );
    assert_eq!(
        credible(&book, "01/001"),
        None,
        "a part of what is withheld is withheld"
    );
    assert_eq!(credible(&book, "03/001"), Some(30));
    assert_eq!(credible(&book, "04"), Some(0));
    let within = detained(
        &several(&[("01/001", 10), ("01/002", 3), ("02/001", 9)]),
        "detained",
    );
    assert_eq!(
        (credible(&within, "01"), credible(&within, "02")),
        (Some(13), Some(9))
    );
    assert_eq!(
        (credible(&within, "01/001"), credible(&within, "01/002")),
        (None, None)
    );
}

#[test]
fn what_is_named_at_a_wider_place_only_is_not_told_by_the_total() {
    let book = detained(&several(&[("01/001", 10), ("01", 3)]), "detained");
    assert_eq!(
        (credible(&book, ""), credible(&book, "01")),
        (Some(13), Some(13))
    );
    // 13 less 10 is the 3 of whom no municipality is known.
    assert_eq!(credible(&book, "01/001"), None);
    let book = detained(
        &several(&[("01/001", 30), ("02/001", 10), ("", 2)]),
        "detained",
    );
    assert_eq!(credible(&book, ""), Some(42));
    assert_eq!(
        (credible(&book, "01"), credible(&book, "02")),
        (Some(30), None)
    );
    // Two states with one person each: with the total of 12 both would be known.
    let book = detained(
        &several(&[("01/001", 10), ("02/001", 1), ("03/001", 1)]),
        "detained",
    );
    assert_eq!(credible(&book, ""), Some(12));
    assert_eq!(credible(&book, "01"), None);
}

fn of_days(book: &Book, from: u32, to: u32) -> Option<u64> {
    let day = |day: u32| Date::parse(&format!("2030-07-{day:02}")).unwrap();
    let interval = Some((day(from), day(to)));
    let scope = Scope {
        interval,
        ..scope("detained")
    };
    may_count(book, &scope)
        .then(|| count_in(book, &scope).0.credible)
        .flatten()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    /// No two intervals of which the numbers are shown differ by 1 to 4 persons, nor does one from the whole.
    #[test]
    fn no_two_intervals_give_a_small_number_away(counts in proptest::collection::vec(0_usize..9, 4)) {
        let days = ["2030-07-01", "2030-07-02", "2030-07-03", "2030-07-04"];
        let persons: Vec<(&str, &str)> = days
            .iter()
            .zip(&counts)
            .flat_map(|(day, count)| (0..*count).map(move |_| ("01/001", *day)))
            .collect();
        let book = detained(&persons, "detained");
        let mut shown: BTreeMap<(u32, u32), u64> = BTreeMap::new();
        for from in 1..=4 {
            for to in from..=4 {
                if let Some(number) = of_days(&book, from, to) {
                    let own: usize = counts[from as usize - 1..to as usize].iter().sum();
                    prop_assert_eq!(number, own as u64);
                    shown.insert((from, to), number);
                }
            }
        }
        if let Some(whole) = count_in(&book, &scope("detained")).0.credible {
            shown.insert((1, 4), whole);
        }
        for (a, one) in &shown {
            prop_assert!(!(1..5).contains(one));
            for (b, other) in &shown {
                // Of two that contain each other the rest is a number of persons.
                if a.0 <= b.0 && b.1 <= a.1 {
                    prop_assert!(!(1..5).contains(&(one - other)), "{:?} {:?} {:?}", a, b, counts);
                }
            }
        }
    }
}

#[test]
fn an_interval_of_an_area_is_not_counted_and_persons_without_a_day_are_a_group() {
    let mut persons = several(&[("01/001", 20)]);
    let book = detained(&persons, "detained");
    assert_eq!(of_days(&book, 29, 29), Some(20));
    let day = Date::parse("2030-07-29").unwrap();
    let both = Scope {
        area: Area::parse("01").unwrap(),
        interval: Some((day, day)),
        ..scope("detained")
    };
    assert!(!may_count(&book, &both));
    // Two without a day are the rest of the whole.
    persons.extend([("01/001", ""), ("01/001", "")]);
    assert_eq!(of_days(&detained(&persons, "detained"), 29, 29), None);
    persons.extend(std::iter::repeat_n(("01/001", ""), 3));
    assert_eq!(of_days(&detained(&persons, "detained"), 29, 29), Some(20));
}

#[test]
fn a_private_source_gets_no_id_that_another_has() {
    let book = book(vec![(
        TableName::Sources,
        "id name kind standing access",
        vec![
            "private-1|A public list|ngo-list|primary|public",
            "juan-note|CANARY|submitter|primary|private",
            "zoe-note|CANARY|submitter|primary|private",
        ],
    )])
    .unwrap();
    let ids: Vec<(String, String)> = public_ids(&book)
        .into_iter()
        .map(|(id, public)| (id.to_string(), public.to_string()))
        .collect();
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(
        ids,
        [
            pair("juan-note", "private-2"),
            pair("zoe-note", "private-3")
        ]
    );
}

/// Each source of a chain is known from the batch in which what rests on it by way of all others left, in whatever order
/// they stand in the table; two that rest on each other end it.
#[test]
fn a_chain_of_private_sources_is_known_from_its_first_batch() {
    let mut chain: Vec<String> = (0..9)
        .map(|at| format!("s{at}|S|submitter|primary|private|s{}", at + 1))
        .collect();
    chain.push("s9|S|submitter|primary|private|s8".to_owned());
    chain.push("b-later|B|submitter|primary|private|".to_owned());
    let public = |rows: &[String]| -> Vec<String> {
        let book = book(vec![
            (
                TableName::Sources,
                "id name kind standing access derived_from",
                rows.iter().map(String::as_str).collect(),
            ),
            (
                TableName::Claims,
                "id source act qualifier as_of count",
                vec![
                    "c0|s0|killed|exactly|2030-08-01|9",
                    "c1|b-later|killed|exactly|2030-08-01|9",
                ],
            ),
            (TableName::Releases, "id batch", vec!["c0|1", "c1|2"]),
        ])
        .unwrap();
        let ids = public_ids(&book).into_iter();
        ids.map(|(id, public)| format!("{id} {public}")).collect()
    };
    let expected: Vec<String> = std::iter::once("b-later private-11".to_owned())
        .chain((0..10).map(|at| format!("s{at} private-{}", at + 1)))
        .collect();
    assert_eq!(public(&chain), expected);
    chain.reverse();
    assert_eq!(public(&chain), expected);
}
