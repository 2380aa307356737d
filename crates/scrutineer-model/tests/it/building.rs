//! What the builder promises: order of rows never shows, nothing is merged silently.

use proptest::prelude::*;
use scrutineer_model::{
    Applies, CapacityRule, Cell, Code, Contest, ContestIdx, ContestOption, Current, Dataset,
    DatasetBuilder, Date, Election, Field, HierarchyIdx, ImportIssueKind, OptionIdx, Origin,
    OutcomeRule, Provenance, RegisterFigure, SheetRow, Source, SourceLabel, StationEntry,
    StationIdx, Ticket,
};

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

/// Two options; the second receives votes through two tickets.
fn contest() -> Contest {
    let option = |id| ContestOption {
        id: code(id),
        name: id.to_owned(),
    };
    let ticket = |id, at| Ticket {
        id: code(id),
        name: id.to_owned(),
        option: OptionIdx::new(at),
    };
    Contest {
        id: code("c"),
        name: "c".to_owned(),
        round: 1,
        predecessor: None,
        rule: OutcomeRule::Plurality { winners: 1 },
        options: vec![option("A"), option("B")],
        tickets: vec![ticket("A", 0), ticket("B1", 1), ticket("B2", 1)],
        registers: Vec::<RegisterFigure>::new(),
        capacity: CapacityRule::Register,
    }
}

fn source() -> Source {
    Source {
        id: code("s"),
        contest: ContestIdx::new(0),
        origin: Origin(code("s")),
        provenance: Provenance {
            supplied_by: SourceLabel::Unknown,
            aligned_with: Vec::new(),
            obtained_from: None,
            obtained_on: Some(Date::parse("2024-08-02").unwrap()),
            obtained_by_role: None,
            method: None,
            medium: None,
            licence: None,
            derived_from: None,
            transformations: None,
        },
        identities: Vec::new(),
        rows: 0,
        rejected: 0,
    }
}

/// (place, table, sequence, [registered, A, B1, B2])
type Row = (&'static str, &'static str, u32, [Option<u64>; 4]);

fn build(rows: &[Row]) -> Dataset {
    let election = Election {
        id: code("e"),
        name: "e".to_owned(),
        date: Date::parse("2024-07-28").unwrap(),
        country: "XX".to_owned(),
    };
    let levels = vec!["region".to_owned(), "district".to_owned()];
    let hierarchies = vec![("administrative".to_owned(), levels)];
    let mut builder = DatasetBuilder::new(election, vec![contest()], hierarchies);
    let source = builder.source(source(), vec![Field::Registered]);
    let file = builder.file(source, "sheets.csv").unwrap();
    for (line, (place, table, sequence, numbers)) in (1u32..).zip(rows) {
        let region = place.get(..1).unwrap();
        let division = builder
            .division(
                HierarchyIdx::new(0),
                &[region, place],
                &["", &format!("name of {place}")],
            )
            .unwrap();
        let handle = builder.place(place, "", &[division]).unwrap();
        let entry = StationEntry {
            label: table,
            place: Some(handle),
            divisions: &[division],
            ..StationEntry::default()
        };
        let station = builder
            .station(&format!("{place}:{table}"), &entry)
            .unwrap();
        let cells =
            numbers.map(|number| number.map_or(Cell::UNREAD, |count| Cell::new(count).unwrap()));
        let row = SheetRow {
            station,
            cells: &cells,
            sequence: *sequence,
            picture: 0,
            file,
            row: line,
        };
        builder.sheet(source, &row).unwrap();
    }
    builder.finish().unwrap()
}

const ROWS: [Row; 6] = [
    ("20", "2", 0, [Some(10), Some(4), Some(1), Some(2)]),
    ("10", "1", 0, [Some(20), Some(9), None, Some(2)]),
    ("20", "1", 1, [Some(30), Some(8), Some(3), Some(4)]),
    ("20", "1", 2, [Some(30), Some(7), Some(3), Some(4)]),
    ("10", "2", 0, [Some(40), Some(6), Some(5), Some(6)]),
    ("10", "2", 0, [Some(40), Some(5), Some(5), Some(6)]),
];

fn at(dataset: &Dataset, id: &str) -> StationIdx {
    let stations = dataset.stations();
    stations
        .indices()
        .find(|&station| stations.id(station) == id)
        .unwrap()
}

#[test]
fn a_later_sequence_supersedes_and_equal_ones_rival_each_other() {
    let dataset = build(&ROWS);
    let set = &dataset.sheets()[0];
    assert_eq!(set.len(), 6);
    assert_eq!(set.stations_reported(), 4);
    let Current::One(row) = set.current_at(at(&dataset, "20:1")) else {
        panic!("the reading with sequence 2 holds")
    };
    assert_eq!(set.option(OptionIdx::new(0))[row].count(), Some(7));
    assert_eq!(set.locator(row), ("sheets.csv", 4));
    assert!(
        matches!(set.current_at(at(&dataset, "10:2")), Current::Rivals(rows) if rows.len() == 2)
    );
}

#[test]
fn identical_rows_are_one_reading_and_stay_listed() {
    let dataset = build(&[ROWS[0], ROWS[0]]);
    let set = &dataset.sheets()[0];
    assert_eq!(
        (set.len(), set.current().len(), set.rivals().len()),
        (2, 1, 0)
    );
}

#[test]
fn tickets_add_up_and_an_unread_ticket_leaves_the_option_unread() {
    let dataset = build(&ROWS);
    let set = &dataset.sheets()[0];
    let votes = |id: &str| match set.current_at(at(&dataset, id)) {
        Current::One(row) => set.option(OptionIdx::new(1))[row],
        other => panic!("{other:?}"),
    };
    assert_eq!(votes("20:2").count(), Some(3));
    assert!(votes("10:1").is_unread());
}

#[test]
fn stations_and_divisions_are_in_order_of_their_codes() {
    let dataset = build(&ROWS);
    let ids: Vec<&str> = dataset
        .stations()
        .indices()
        .map(|at| dataset.stations().id(at))
        .collect();
    assert_eq!(ids, ["10:1", "10:2", "20:1", "20:2"]);
    let divisions = &dataset.hierarchies()[0].divisions;
    let paths: Vec<String> = divisions
        .iter()
        .map(|(at, _)| divisions.path_code(at))
        .collect();
    assert_eq!(paths, ["1", "1/10", "2", "2/20"]);
    assert_eq!(dataset.as_of().to_string(), "2024-08-02");
}

#[test]
fn a_place_in_two_divisions_is_reported_once_and_settled_without_the_order_of_rows() {
    let election = build(&[]).election().clone();
    let hierarchies = || vec![("h".to_owned(), vec!["region".to_owned()])];
    let build = |order: [&str; 3]| {
        let mut builder = DatasetBuilder::new(election.clone(), vec![contest()], hierarchies());
        for region in order {
            let division = builder
                .division(HierarchyIdx::new(0), &[region], &[])
                .unwrap();
            let place = builder.place("p", "", &[division]).unwrap();
            let divisions = [division];
            let entry = StationEntry {
                place: Some(place),
                divisions: &divisions,
                ..Default::default()
            };
            builder.station("p:1", &entry).unwrap();
        }
        builder.finish().unwrap()
    };
    let one = build(["2", "1", "2"]);
    let other = build(["1", "2", "1"]);
    assert_eq!(one, other);
    let division = one
        .stations()
        .division(HierarchyIdx::new(0), StationIdx::new(0))
        .unwrap();
    assert_eq!(one.hierarchies()[0].divisions.get(division).code, "1");
    let kinds: Vec<_> = one.issues().iter().map(|issue| issue.kind).collect();
    assert_eq!(kinds, [ImportIssueKind::DivisionConflict]);
}

/// The place and the two paths of every conflict of divisions.
fn conflicts(rows: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    let election = build(&[]).election().clone();
    let hierarchies = ["administrative", "seats"].map(|id| (id.to_owned(), vec!["n".to_owned()]));
    let mut builder = DatasetBuilder::new(election, vec![contest()], hierarchies.into());
    for (place, region, seat) in rows {
        let region = builder
            .division(HierarchyIdx::new(0), &[region], &[])
            .unwrap();
        let seat = builder
            .division(HierarchyIdx::new(1), &[seat], &[])
            .unwrap();
        builder.place(place, "", &[region, seat]).unwrap();
    }
    let dataset = builder.finish().unwrap();
    let issues = dataset.issues().iter();
    issues
        .map(|issue| {
            assert_eq!(issue.kind, ImportIssueKind::DivisionConflict);
            let place = issue.locator.column.clone().unwrap();
            (place, issue.expected.clone(), issue.found.clone())
        })
        .collect()
}

#[test]
fn a_place_in_three_divisions_gives_the_same_conflicts_in_every_order_of_rows() {
    let rows = [
        ("p", "", ""),
        ("p", "1", "N"),
        ("p", "2", "S"),
        ("p", "3", "N"),
    ];
    let expected = [("1", "2"), ("1", "3"), ("N", "S")]
        .map(|(one, other)| ("p".to_owned(), one.to_owned(), other.to_owned()));
    for a in 0..4 {
        for b in (0..4).filter(|b| *b != a) {
            for c in (0..4).filter(|c| ![a, b].contains(c)) {
                let order = [a, b, c, 6 - a - b - c].map(|at| rows[at]);
                assert_eq!(conflicts(&order), expected, "{order:?}");
            }
        }
    }
}

#[test]
fn as_many_places_as_a_country_has_may_each_be_in_two_divisions() {
    let codes: Vec<String> = (0..200_000).map(|at| at.to_string()).collect();
    let rows: Vec<(&str, &str, &str)> = ["1", "2", "1"]
        .iter()
        .flat_map(|region| codes.iter().map(move |code| (code.as_str(), *region, "N")))
        .collect();
    assert_eq!(conflicts(&rows).len(), codes.len());
}

#[test]
fn a_register_of_zero_states_no_capacity() {
    use scrutineer_model::Capacity;
    let election = build(&[]).election().clone();
    let mut builder = DatasetBuilder::new(election, vec![contest()], Vec::new());
    for (id, registered) in [("a", 0), ("b", 7)] {
        let station = builder.station(id, &StationEntry::default()).unwrap();
        builder.register(station, Cell::new(registered).unwrap(), Cell::NOT_ON_FORM);
    }
    let dataset = builder.finish().unwrap();
    let capacity = |at| dataset.stations().get(StationIdx::new(at)).capacity;
    assert_eq!(
        (capacity(0), capacity(1)),
        (Capacity::NotStated, Capacity::Known(7))
    );
    assert!(dataset.has_register());
    assert_eq!(Applies::Yes.min(Applies::No), Applies::Yes);
}

/// Everything but where rows were read from.
fn without_locators(dataset: &Dataset) -> String {
    use std::fmt::Write;
    let mut text = format!("{:?}{:?}", dataset.stations(), dataset.hierarchies());
    let set = &dataset.sheets()[0];
    for row in 0..set.len() {
        let content: Vec<Cell> = set.content(row).collect();
        write!(
            text,
            "{:?}{content:?}{}",
            set.stations()[row],
            set.sequence(row)
        )
        .unwrap();
    }
    write!(
        text,
        "{:?}{:?}",
        set.current().collect::<Vec<_>>(),
        set.rivals().collect::<Vec<_>>()
    )
    .unwrap();
    text
}

proptest! {
    #[test]
    fn the_order_of_rows_never_shows(order in Just((0..ROWS.len()).collect::<Vec<_>>()).prop_shuffle()) {
        let shuffled: Vec<Row> = order.iter().map(|&at| ROWS[at]).collect();
        prop_assert_eq!(without_locators(&build(&shuffled)), without_locators(&build(&ROWS)));
    }
}
