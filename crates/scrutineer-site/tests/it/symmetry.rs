//! Permuted options permute the pages and change no word.

use std::collections::BTreeMap;

use scrutineer_audit::TestReport;
use scrutineer_forensics::{Selection, forensics, test_results};
use scrutineer_model::{
    CapacityRule, Cell, Contest, ContestIdx, ContestOption, Dataset, DatasetBuilder, Date,
    DeclaredOption, DeclaredTarget, Election, Field, Figure, GeoPoint, Geometry, HierarchyIdx,
    OptionIdx, Origin, OutcomeRule, Provenance, Shape, SheetRow, Source, SourceLabel, StationEntry,
    Ticket,
};
use scrutineer_report::{ContestTests, ForensicsDocument};
use scrutineer_site::{History, State};

use crate::made::{
    Pages, With, attributes, code, declaration, made, pages, pages_of, plain, report, source,
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

/// `N` stations, four in each place.
fn began<const N: usize>(name: &str, order: &[(&str, &str, [u64; N])]) -> DatasetBuilder {
    let election = Election {
        id: code("e"),
        name: "Election".to_owned(),
        date: Date::parse("2024-07-28").unwrap(),
        country: "XX".to_owned(),
    };
    let option = |(id, name, _): &(&str, &str, [u64; N])| ContestOption {
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
        rows: N as u64,
        rejected: 0,
    };
    let source = builder.source(first, vec![Field::Invalid]);
    let file = builder.file(source, "rows.csv").unwrap();
    for number in 0..N {
        let division = builder
            .division(HierarchyIdx::new(0), &["01"], &["State"])
            .unwrap();
        let place = format!("p{}", "x".repeat(number / 4));
        let place = builder.place(&place, name, &[division]).unwrap();
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

/// 30 places with 4 tables each, so that tests of digits, of percentages and of places apply.
fn tested(order: [usize; 3]) -> Pages {
    // Around 120, 90 and 60 votes, spread by the squares of the numbers of the stations.
    let votes = |most: u64, step: u64| -> [u64; 120] {
        std::array::from_fn(|at| most - 50 + (at as u64).pow(2) * step % 97)
    };
    let all = [
        ("A", "Alpha", votes(120, 7)),
        ("B", "Beta", votes(90, 11)),
        ("C", "Gamma", votes(60, 13)),
    ];
    let dataset = began("Place", &order.map(|at| all[at])).finish().unwrap();
    let tests = sheet_tests(&dataset);
    assert!(
        tests.contests[0]
            .tests
            .iter()
            .filter(|test| test.p.is_some())
            .count()
            > 8
    );
    let with = With {
        tests: Some(&tests),
        ..With::default()
    };
    pages_of(&dataset, with)
}

#[test]
fn permuted_options_change_no_word_of_the_tests() {
    let [first, others @ ..] = [[0, 1, 2], [2, 0, 1], [1, 2, 0]].map(tested);
    let page = &first["en/statistics.html"];
    let (_, table) = page.split_once("id=\"sheet-tests\"").unwrap();
    let (table, _) = table.split_once("</section>").unwrap();
    for name in ["Alpha", "Beta", "Gamma"] {
        assert!(table.matches(name).count() > 3, "{name}: {table}");
    }
    for other in &others {
        compare(&first, other);
        assert_ne!(page, &other["en/statistics.html"]);
    }
}

/// The tests of the only contest.
fn sheet_tests(dataset: &Dataset) -> ForensicsDocument {
    let options = report(dataset).contests[0].options.clone();
    let results = test_results(dataset);
    ForensicsDocument {
        schema: "scrutineer/forensics-report/1",
        election: dataset.election().name.clone(),
        contests: vec![ContestTests {
            options,
            tests: results.iter().map(TestReport::from).collect(),
            detail: forensics(dataset, ContestIdx::new(0), &Selection::default()),
        }],
    }
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
    let with = With {
        geometry: Some(&geometry()),
        ..With::default()
    };
    made(dataset, &held, &history, with)
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
