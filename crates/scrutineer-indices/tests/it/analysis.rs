//! What answers move, places and releases side by side.

use std::collections::BTreeSet;

use scrutineer_indices::{
    Answer, Given, Library, Points, Scale, Span, Table, checks, compare, differences, ranks,
    sensitivity, single_changes,
};

use crate::support::{FIW, FOTN, bytes, table};

fn given(library: &Library, index: &str, rows: &[(&str, &scrutineer_indices::Row)]) -> Given {
    let mut given = Given::default();
    for (of, row) in rows {
        row.give(of, library.get(index).unwrap(), &mut given);
    }
    given.parts.clear();
    given
}

#[test]
fn one_point_on_one_question_would_change_the_status_of_nine_places_in_2025() {
    let Some(table) = table(FIW, "fiw") else {
        return;
    };
    let library = Library::shipped();
    let rules = library.get("fiw").unwrap();
    let rows: Vec<_> = table
        .rows
        .iter()
        .filter(|row| row.edition == 2025)
        .collect();
    assert_eq!(rows.len(), 208);
    let near: BTreeSet<&str> = rows
        .iter()
        .filter(|row| {
            let given = given(&library, "fiw", &[("fiw", row)]);
            let changes = single_changes(rules, &given, "status").unwrap();
            changes
                .iter()
                .any(|change| (change.from - change.to).abs() == 1)
        })
        .map(|row| row.place.name.as_str())
        .collect();
    // The list of the reference, found by another program.
    let expected = BTreeSet::from([
        "Brazil", "Jordan", "Lesotho", "Liberia", "Pakistan", "Senegal", "Tanzania", "Thailand",
        "Turkey",
    ]);
    assert_eq!(near, expected);
}

#[test]
fn rounding_swallows_some_points_and_doubles_others() {
    let (Some(fiw), Some(fotn)) = (table(FIW, "fiw"), table(FOTN, "fotn")) else {
        return;
    };
    let library = Library::shipped();
    let evi = library.get("evi").unwrap();
    let rows = [
        ("fiw", fiw.find("VEN", Some(2024)).unwrap()),
        ("fotn", fotn.find("VEN", None).unwrap()),
    ];
    let mut given = given(&library, "evi", &rows);
    let moved = |given: &Given, question: &str| {
        let moves = sensitivity(evi, given, "total").unwrap();
        let found = moves
            .into_iter()
            .find(|held| held.question == question)
            .unwrap();
        let less = |span: Span| span.value().unwrap().whole().unwrap();
        (
            less(found.one_more.unwrap()) - less(found.now),
            less(found.at_most) - less(found.at_least),
        )
    };
    // Reference 2.2: 1 to 2 in B1 and 2 to 3 in C7 move nothing; 1 to 2 in C8 moves two points.
    for (question, from, expected) in [
        ("fotn.B1", 1, 0),
        ("fotn.C7", 2, 0),
        ("fotn.C8", 1, 2),
        ("fiw.B4", 1, 1),
    ] {
        given
            .answers
            .insert(question.to_owned(), Answer::Known(from));
        assert_eq!(moved(&given, question), (expected, 4), "{question}");
    }
    assert_eq!(moved(&given, "fiw.add_q"), (-1, -4));
}

#[test]
fn two_editions_are_compared_question_by_question_with_the_breaks_between_them() {
    let Some(table) = table(FIW, "fiw") else {
        return;
    };
    let library = Library::shipped();
    let rules = library.get("fiw").unwrap();
    let of = |edition| {
        given(
            &library,
            "fiw",
            &[("fiw", table.find("VEN", Some(edition)).unwrap())],
        )
    };
    let found = compare(rules, &of(2013), &of(2025)).unwrap();
    let total = found
        .measures
        .iter()
        .find(|pair| pair.id == "total")
        .unwrap();
    // Reference 3.4: 39 in 2013, 13 in 2025.
    assert_eq!(total.change, Some(Points::from(-26)));
    assert_eq!(
        found
            .breaks
            .iter()
            .map(|held| held.edition)
            .collect::<Vec<_>>(),
        [2018]
    );
    // The bonus is asked in 2013 only, so it has one side.
    let bonus = found
        .questions
        .iter()
        .find(|pair| pair.id == "fiw.add_a")
        .unwrap();
    assert!(bonus.one.is_some() && bonus.other.is_none());
    assert_eq!(compare(rules, &of(2024), &of(2025)).unwrap().breaks, []);
}

#[test]
fn a_release_with_one_changed_cell_differs_in_that_cell() {
    let Some(bytes) = bytes(FIW) else { return };
    let library = Library::shipped();
    // The reference: Eastern Donbas 2024 has G3 = 2 in an older release, and so one more in cl and total.
    let text = String::from_utf8(bytes.clone()).unwrap();
    let line = text
        .lines()
        .find(|line| line.starts_with(",Eastern Donbas,") && line.contains(",2024,"))
        .unwrap();
    let mut cells: Vec<String> = line.split(',').map(str::to_owned).collect();
    let header: Vec<&str> = text.lines().next().unwrap().split(',').collect();
    for (name, old) in [("G3", "2"), ("cl", "4"), ("total", "3")] {
        cells[header.iter().position(|held| *held == name).unwrap()] = old.to_owned();
    }
    let older = text.replace(line, &cells.join(","));
    let read = |text: &str| {
        Table::read(
            "t.csv",
            text.as_bytes(),
            Some("fiw"),
            Scale::AsPublished,
            &library,
        )
        .table
        .unwrap()
    };
    let revision = differences(&read(&older), &read(&text));
    let found: Vec<(&str, u16, &str, &str, &str)> = revision
        .cells
        .iter()
        .map(|cell| {
            let [old, new] = [&cell.old, &cell.new].map(|text| text.as_deref().unwrap());
            (
                cell.place.name.as_str(),
                cell.edition,
                cell.id.as_str(),
                old,
                new,
            )
        })
        .collect();
    assert_eq!(
        found,
        [
            ("Eastern Donbas", 2024, "G3", "2", "1"),
            ("Eastern Donbas", 2024, "cl", "4", "3"),
            ("Eastern Donbas", 2024, "total", "3", "2"),
        ]
    );
    assert_eq!(
        (
            revision.shared,
            revision.added.len(),
            revision.removed.len()
        ),
        (2_723, 0, 0)
    );
}

#[test]
fn every_published_value_of_every_row_agrees_and_a_changed_one_does_not() {
    let Some(table) = table(FIW, "fiw") else {
        return;
    };
    let library = Library::shipped();
    let rules = library.get("fiw").unwrap();
    for row in &table.rows {
        let found = checks(rules, row).unwrap();
        assert_eq!(found.len(), 6);
        assert!(
            found.iter().all(|check| check.agrees == Some(true)),
            "row {}",
            row.row
        );
    }
    let mut row = table.rows[0].clone();
    row.parts
        .insert("total".to_owned(), scrutineer_model::Exact::integer(41));
    row.answers.remove("B1");
    let found = checks(rules, &row).unwrap();
    let of = |id: &str| {
        found
            .iter()
            .find(|check| check.measure == id)
            .unwrap()
            .agrees
    };
    assert_eq!(of("cl"), Some(true));
    assert_eq!(of("total"), None, "a missing answer leaves it open");
}

#[test]
fn equal_values_share_their_rank_and_open_ones_have_a_range() {
    let span = |low: i64, high: i64| Span {
        low: low.into(),
        high: high.into(),
    };
    let found = ranks(&[span(5, 5), span(3, 3), span(5, 5), span(1, 9)]);
    let ends: Vec<_> = found.iter().map(|rank| (rank.first, rank.last)).collect();
    assert_eq!(ends, [(2, 4), (1, 2), (2, 4), (1, 4)]);
}
