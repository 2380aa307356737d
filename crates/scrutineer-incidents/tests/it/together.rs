//! H17 of persons: by how many of them two publications differ.

use std::collections::BTreeSet;

use proptest::prelude::*;
use scrutineer_incidents::publish::{Release, claims_waiting, counted_together, look};
use scrutineer_incidents::{Book, Forms, Released, TableName, count_in};
use scrutineer_model::Code;

use crate::counting::{book, scope};

const KEY: [u8; 32] = [3; 32];

/// What a private source says, in short: `=` is a figure of exactly 60, `-c` takes back claim `c`, any other word names
/// the person of this id. Claim `cN` is the N-th, by source `sM`, M being the number before the colon.
type Said<'a> = &'a str;

/// A public list `a` names 20 persons, `k0` to `k19`, as detained; ten private sources say the rest.
fn tables(said: &[Said<'_>], links: &[&str], refuted: &[&str]) -> Book {
    let sources: Vec<String> = (0..10)
        .map(|at| format!("s{at}|S|ngo-list|primary|private"))
        .chain(["a|A|ngo-list|primary|public".to_owned()])
        .collect();
    let mut persons: BTreeSet<String> = (0..20).map(|at| format!("k{at}")).collect();
    let mut claims: Vec<String> = persons
        .iter()
        .map(|id| format!("a-{id}|a|detained|{id}|named|2030-08-01||"))
        .collect();
    for (at, said) in said.iter().enumerate() {
        let (source, what) = said.split_once(':').unwrap();
        let rest = if what == "=" {
            "|exactly|2030-08-02|60|".to_owned()
        } else if let Some(taken) = what.strip_prefix('-') {
            format!("|withdrawn|2030-08-02||{taken}")
        } else {
            persons.insert(what.to_owned());
            format!("{what}|named|2030-08-02||")
        };
        claims.push(format!("c{at}|s{source}|detained|{rest}"));
    }
    let links: Vec<String> = links
        .iter()
        .map(|pair| format!("{pair}|||same|one|2030-08-01|seen"))
        .collect();
    let refuted: Vec<String> = refuted
        .iter()
        .map(|id| format!("z-{id}|{id}|refute|film|one|2030-08-03"))
        .collect();
    let film = format!("film|video|{}", "1".repeat(64));
    let all = [
        (TableName::Sources, "id name kind standing access", sources),
        (TableName::Items, "id kind digest", vec![film]),
        (
            TableName::Persons,
            "id",
            persons.into_iter().collect::<Vec<String>>(),
        ),
        (
            TableName::Claims,
            "id source act person qualifier as_of count withdraws",
            claims,
        ),
        (
            TableName::Links,
            "left right levels score decision decider decided reason",
            links,
        ),
        (
            TableName::Assessments,
            "id subject rule evidence assessor assessed",
            refuted,
        ),
    ];
    let rows = all.iter().map(|(name, header, rows)| {
        (
            *name,
            *header,
            rows.iter().map(String::as_str).collect::<Vec<&str>>(),
        )
    });
    book(rows.filter(|(_, _, rows)| !rows.is_empty()).collect()).unwrap()
}

fn with_left(mut tables: Book, ids: impl IntoIterator<Item = Code>, batch: u64) -> Book {
    let left = ids.into_iter().map(|record| Released { record, batch });
    tables.releases.extend(left);
    tables
}

fn credible(tables: &Book) -> u64 {
    let (count, _) = count_in(&tables.clone().released(), &scope("detained"));
    // None is withheld: 20 persons are named in public.
    count.credible.unwrap()
}

/// What leaves when a batch is begun with `first` and looked at with `then`.
fn leaving(first: &Book, then: &Book) -> Vec<Code> {
    let forms = Forms::shipped();
    let alike = counted_together(first, &forms);
    let (_, begun) = look(&claims_waiting(first), &alike, None, (0, 0), &KEY);
    let alike = counted_together(then, &forms);
    let begun = begun.as_ref();
    match look(&claims_waiting(then), &alike, begun, (100, 0), &KEY).0 {
        Release::Batch(ids) if begun.is_some() => ids,
        _ => Vec::new(),
    }
}

/// How many claims leave, and the credible number before and after.
fn left(tables: &Book) -> (usize, u64, u64) {
    let ids = leaving(tables, tables);
    let count = ids.len();
    let after = with_left(tables.clone(), ids, 2);
    (count, credible(tables), credible(&after))
}

#[test]
fn fewer_than_five_new_persons_wait_however_many_claims_leave() {
    let of = |said: &[Said<'_>]| left(&tables(said, &[], &[]));
    // Four figures and one new person are five claims, and would tell of one person.
    assert_eq!(of(&["0:=", "1:=", "2:=", "3:=", "4:n0"]), (0, 20, 20));
    // Five lists that name one new person are five claims as well.
    assert_eq!(of(&["0:n0", "1:n0", "2:n0", "3:n0", "4:n0"]), (0, 20, 20));
    assert_eq!(
        of(&["0:n0", "1:n0", "2:n1", "3:n2", "4:n3", "5:n3"]),
        (0, 20, 20)
    );
    assert_eq!(of(&["0:n0", "0:n1", "0:n2", "0:n3", "0:n4"]), (5, 20, 25));
    // All that names five persons leaves, and of figures no fewer than five.
    let five = ["0:n0", "0:n1", "0:n2", "1:n3", "1:n4", "2:n0"];
    let and = |more: &[Said<'static>]| of(&[&five[..], more].concat());
    assert_eq!(and(&[]), (6, 20, 25));
    assert_eq!(and(&["3:=", "4:=", "5:=", "6:="]), (6, 20, 25));
    assert_eq!(and(&["3:=", "4:=", "5:=", "6:=", "7:="]), (11, 20, 25));
    assert_eq!(
        of(&["0:=", "1:=", "2:=", "3:=", "4:=", "0:n0", "1:n0"]),
        (5, 20, 20)
    );
}

#[test]
fn who_is_published_already_adds_nothing_to_a_batch_and_keeps_nobody_waiting() {
    let of = |said: &[Said<'_>], links: &[&str]| left(&tables(said, links, &[]));
    assert_eq!(of(&["0:=", "1:=", "2:=", "3:=", "4:k0"], &[]), (5, 20, 20));
    assert_eq!(
        of(&["0:k0", "1:k0", "2:k0", "3:k0", "4:k0"], &[]),
        (5, 20, 20)
    );
    // Four new persons and one that is published are four.
    let mixed = ["0:n0", "0:n1", "0:n2", "0:n3", "0:k0"];
    assert_eq!(of(&mixed, &[]), (0, 20, 20));
    // A record that is decided to be of somebody published; one by way of another that waits may come alone.
    let same = ["0:=", "1:=", "2:=", "3:=", "4:n0"];
    assert_eq!(of(&same, &["k0|n0"]), (5, 20, 20));
    let way = ["0:=", "1:=", "2:=", "3:=", "4:n0", "5:n1"];
    let way = tables(&way, &["k0|n1", "n1|n0"], &[]);
    assert_eq!(left(&way), (5, 20, 20));
    let ids = leaving(&way, &way);
    assert!(!ids.iter().any(|id| id.as_str() == "c4"), "{ids:?}");
    // Two records of one new person are one.
    let twice = ["0:n0", "0:n1", "0:n2", "0:n3", "1:n4"];
    assert_eq!(of(&twice, &["n0|n4"]), (0, 20, 20));
}

/// Who is refuted when everything has left is none of five.
#[test]
fn who_will_not_be_counted_is_none_of_five_new_persons() {
    let five = ["0:n0", "0:n1", "0:n2", "0:n3", "0:n4"];
    assert_eq!(left(&tables(&five, &[], &["c0"])), (0, 20, 20));
    let six = [&five[..], &["0:n5"]].concat();
    assert_eq!(left(&tables(&six, &[], &["c0"])), (6, 20, 25));
}

#[test]
fn fewer_than_five_persons_are_taken_back_by_no_batch() {
    let named: Vec<String> = (0..5).map(|at| format!("0:n{at}")).collect();
    let said = |more: &[Said<'static>]| -> Book {
        let figures = ["1:=", "1:=", "1:=", "1:=", "0:n0", "2:k0"];
        let said: Vec<&str> = named.iter().map(String::as_str).collect();
        let all = [&said[..], &figures, more].concat();
        let all = tables(&all, &[], &[]);
        let published: Vec<Code> = (0..11)
            .map(|at| Code::parse(&format!("c{at}")).unwrap())
            .collect();
        with_left(all, published, 1)
    };
    let figures = ["1:-c5", "1:-c6", "1:-c7", "1:-c8"];
    let of = |more: &[Said<'static>]| left(&said(more));
    let and = |more: &[Said<'static>]| of(&[&figures[..], more].concat());
    // Of a person whom nobody else names.
    assert_eq!(and(&["0:-c1"]), (0, 25, 25));
    // Another list names the person still, in public or not.
    assert_eq!(and(&["2:-c10"]), (5, 25, 25));
    assert_eq!(and(&["0:-c0"]), (5, 25, 25));
    // Not where both are taken back: either would leave with the others, and both tell of the person.
    assert_eq!(and(&["0:-c0", "0:-c9"]), (0, 25, 25));
    let all = ["0:-c0", "0:-c1", "0:-c2", "0:-c3", "0:-c4"];
    assert_eq!(of(&all), (0, 25, 25), "c9 names the first still");
    assert_eq!(of(&[&all[..], &["0:-c9"]].concat()), (6, 25, 20));
}

/// Of a person about whom more came since the batch was begun it is not known what leaves.
#[test]
fn who_is_told_by_another_claim_that_came_later_is_none_of_five() {
    let five = ["0:n0", "0:n1", "0:n2", "0:n3", "0:n4"];
    let first = tables(&five, &[], &[]);
    let later = |more: Said<'static>| tables(&[&five[..], &[more]].concat(), &[], &[]);
    assert_eq!(leaving(&first, &later("1:=")).len(), 5);
    assert_eq!(leaving(&first, &later("1:n5")).len(), 5);
    assert!(leaving(&first, &later("0:-c0")).is_empty());
    assert!(leaving(&first, &later("1:n0")).is_empty());
}

proptest! {
    /// On random books, and with what comes while a batch waits: two publications differ by no one to four persons.
    #[test]
    fn no_two_publications_differ_by_few_persons(
        drawn in proptest::collection::vec((0..10_usize, 0..24_usize), 0..24),
        same in proptest::collection::vec((0..12_usize, 0..20_usize), 0..3),
        refuted in proptest::collection::vec(0..24_usize, 0..2),
        later in 0..6_usize,
    ) {
        // Twelve new persons, six published ones, figures.
        let said: Vec<String> = drawn
            .iter()
            .map(|(source, what)| match what {
                0..12 => format!("{source}:n{what}"),
                12..18 => format!("{source}:k{what}"),
                _ => format!("{source}:="),
            })
            .collect();
        let names: BTreeSet<usize> = drawn.iter().map(|(_, what)| *what).collect();
        // A new person is at most one of those published: two would join these, and that does not wait.
        let mut joined = BTreeSet::new();
        let links: Vec<String> = same
            .iter()
            .filter(|(new, _)| names.contains(new) && joined.insert(*new))
            .map(|(new, known)| format!("k{known}|n{new}"))
            .collect();
        // Nor does what refutes somebody published.
        let is_new = |what: usize| what < 12 && !joined.contains(&what);
        let is_named = |at: &&usize| drawn.get(**at).is_some_and(|(_, what)| is_new(*what));
        let refuted: BTreeSet<String> = refuted.iter().filter(is_named).map(|at| format!("c{at}")).collect();
        let refuted: Vec<&str> = refuted.iter().map(String::as_str).collect();
        let links: Vec<&str> = links.iter().map(String::as_str).collect();
        let said: Vec<&str> = said.iter().map(String::as_str).collect();
        let then = tables(&said, &links, &refuted);
        let mut first = then.clone();
        first.claims.truncate(first.claims.len() - later.min(said.len()));
        let held: BTreeSet<Code> = first.claims.iter().map(|claim| claim.id.clone()).collect();
        first.assessments.retain(|found| held.contains(&found.subject));
        let ids = leaving(&first, &then);
        let (before, after) = (credible(&then), credible(&with_left(then, ids.clone(), 1)));
        prop_assert!(!(1..5).contains(&before.abs_diff(after)), "{before} to {after} by {ids:?} of {said:?}, {links:?}, {refuted:?}");
        prop_assert!(ids.is_empty() || ids.len() >= 5);
    }
}
