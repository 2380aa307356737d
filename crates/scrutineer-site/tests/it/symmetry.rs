//! Permuted options permute the pages and change no word.

use std::collections::BTreeMap;

use scrutineer_model::{
    CapacityRule, Cell, Contest, ContestIdx, ContestOption, Dataset, DatasetBuilder, Date,
    DeclaredOption, DeclaredTarget, Election, Field, Figure, GeoPoint, Geometry, HierarchyIdx,
    OptionIdx, Origin, OutcomeRule, Provenance, Shape, SheetRow, Source, SourceLabel, StationEntry,
    Ticket,
};
use scrutineer_site::{History, State};

use crate::made::{
    Pages, attributes, code, declaration, pages, pages_compared, plain, report, source,
};

/// Three stations; the options in the order of `order`, each with the votes that are its own.
pub(crate) fn dataset(order: &[(&str, &str, [u64; 3])]) -> Dataset {
    dataset_at("Place", order)
}

/// The same in a polling place of this name.
pub(crate) fn dataset_at(name: &str, order: &[(&str, &str, [u64; 3])]) -> Dataset {
    began(name, order).finish().unwrap()
}

/// The same with sheets of a second source that has one vote more for B at the first station, and a declaration that
/// the sheets contradict.
fn contested(order: &[(&str, &str, [u64; 3])]) -> Dataset {
    let mut builder = began("Place", order);
    let second = source("t", "t", SourceLabel::Media);
    let second = builder.source(second, vec![Field::Invalid]);
    let file = builder.file(second, "other.csv").unwrap();
    for number in 0..3usize {
        let station = builder
            .station(&format!("p:{number}"), &StationEntry::default())
            .unwrap();
        let mut cells = vec![Cell::new(3).unwrap()];
        cells.extend(order.iter().map(|(id, _, votes)| {
            let more = u64::from(*id == "B" && number == 0);
            Cell::new(votes[number] + more).unwrap()
        }));
        let row = SheetRow {
            station,
            cells: &cells,
            sequence: 0,
            picture: 0,
            file,
            row: 1,
        };
        builder.sheet(second, &row).unwrap();
    }
    let at = |id: &str| order.iter().position(|held| held.0 == id).unwrap();
    let declared = |id: &str, votes: u64| DeclaredOption {
        target: DeclaredTarget::Option(OptionIdx::new(at(id))),
        votes: Some(Figure::single(votes, "gazette")),
        percent: None,
    };
    let mut options: Vec<DeclaredOption> = [("A", 300), ("B", 290), ("C", 60)]
        .map(|(id, votes)| declared(id, votes))
        .to_vec();
    options.sort_by_key(|option| option.target.clone());
    let mut held = declaration(Vec::new());
    held.options = options;
    held.winners = vec![OptionIdx::new(at("A"))];
    builder.declaration(held);
    builder.finish().unwrap()
}

fn began(name: &str, order: &[(&str, &str, [u64; 3])]) -> DatasetBuilder {
    let election = Election {
        id: code("e"),
        name: "Election".to_owned(),
        date: Date::parse("2024-07-28").unwrap(),
        country: "XX".to_owned(),
    };
    let option = |(id, name, _): &(&str, &str, [u64; 3])| ContestOption {
        id: code(id),
        name: (*name).to_owned(),
    };
    let options: Vec<ContestOption> = order.iter().map(option).collect();
    let tickets = options.iter().enumerate().map(|(at, option)| Ticket {
        id: option.id.clone(),
        name: option.name.clone(),
        option: OptionIdx::new(at),
    });
    let contest = Contest {
        id: code("c"),
        name: "Contest".to_owned(),
        round: 1,
        predecessor: None,
        rule: OutcomeRule::Plurality { winners: 1 },
        tickets: tickets.collect(),
        options,
        registers: Vec::new(),
        capacity: CapacityRule::Unbounded,
    };
    let levels = vec!["state".to_owned()];
    let mut builder = DatasetBuilder::new(election, vec![contest], vec![("h".to_owned(), levels)]);
    let first = Source {
        id: code("s"),
        contest: ContestIdx::new(0),
        origin: Origin(code("s")),
        provenance: Provenance {
            supplied_by: SourceLabel::Observer,
            aligned_with: Vec::new(),
            obtained_from: None,
            obtained_on: None,
            obtained_by_role: None,
            method: None,
            medium: None,
            licence: None,
            derived_from: None,
            transformations: None,
        },
        identities: Vec::new(),
        rows: 3,
        rejected: 0,
    };
    let source = builder.source(first, vec![Field::Invalid]);
    let file = builder.file(source, "rows.csv").unwrap();
    for number in 0..3usize {
        let division = builder
            .division(HierarchyIdx::new(0), &["01"], &["State"])
            .unwrap();
        let place = builder.place("p", name, &[division]).unwrap();
        let entry = StationEntry {
            label: "1",
            place: Some(place),
            divisions: &[division],
            ..StationEntry::default()
        };
        let station = builder.station(&format!("p:{number}"), &entry).unwrap();
        let mut cells = vec![Cell::new(3).unwrap()];
        cells.extend(order.iter().map(|held| Cell::new(held.2[number]).unwrap()));
        let row = SheetRow {
            station,
            cells: &cells,
            sequence: 0,
            picture: 0,
            file,
            row: 1,
        };
        builder.sheet(source, &row).unwrap();
    }
    builder
}

/// A square around the only division.
fn geometry() -> Geometry {
    let corner =
        |x: i32, y: i32| GeoPoint::new(x * GeoPoint::DEGREE, y * GeoPoint::DEGREE).unwrap();
    let ring = [(0, 0), (1, 0), (1, 1), (0, 0)]
        .map(|(x, y)| corner(x, y))
        .to_vec();
    let shape = Shape::Area(vec![vec![ring]]);
    Geometry::new([(vec!["01".to_owned()], shape)].into())
}

/// Words that people read, those of attributes too.
fn words(page: &str) -> Vec<String> {
    // The id of a report hashes the order of the ballot.
    let attributes = ["title", "aria-label", "alt", "content"]
        .into_iter()
        .flat_map(|name| attributes(page, name));
    let all = attributes.fold(plain(page), |all, text| format!("{all} {text}"));
    let mut words: Vec<String> = all
        .split(|character: char| character.is_whitespace() || character == ',')
        .filter(|word| word.len() != 64)
        .map(str::to_owned)
        .collect();
    words.sort();
    words
}

#[test]
fn permuted_options_change_no_word_of_any_page() {
    let (a, b, c) = (
        ("A", "Alpha", [101, 52, 13]),
        ("B", "Beta", [44, 205, 96]),
        ("C", "Gamma", [7, 28, 19]),
    );
    let plain_ones = [[a, b, c], [c, a, b]].map(|order| pages(&dataset(&order)));
    let contested = [[a, b, c], [c, a, b], [b, c, a]].map(|order| made_of(&contested(&order)));
    let [first, others @ ..] = &contested;
    let declared = plain(&first["en/declared.html"]);
    assert!(declared.contains("Office"), "{declared}");
    assert!(first["en/results.html"].contains("<figure class=\"map\">"));
    assert!(
        first.keys().any(|path| path.starts_with("en/c/")),
        "history"
    );
    for other in others {
        compare(first, other);
    }
    let [before, after] = &plain_ones;
    compare(before, after);
}

/// With shapes, and an earlier release that said the same of other sheets.
fn made_of(dataset: &Dataset) -> Pages {
    let held = report(dataset);
    let state = |size| State {
        size,
        report: held.clone(),
        entries: BTreeMap::from([("sheet", size)]),
    };
    let history = History {
        states: vec![state(3), state(7)],
        corrections: Vec::new(),
    };
    pages_compared(dataset, &held, &history, &geometry())
}

fn compare(before: &Pages, after: &Pages) {
    let paths = |pages: &Pages| pages.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(before), paths(after));
    let mut differ = 0;
    let is_text = |path: &str| !path.ends_with(crate::made::PICTURE);
    for (path, page) in before.iter().filter(|(path, _)| is_text(path)) {
        assert_eq!(words(page), words(&after[path]), "{path}");
        differ += usize::from(*page != after[path]);
    }
    assert!(differ > 4, "the order of the ballot is visible: {differ}");
}
