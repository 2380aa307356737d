//! Permuted options permute the pages and change no word.

use scrutineer_model::{
    CapacityRule, Cell, Contest, ContestIdx, ContestOption, Dataset, DatasetBuilder, Date,
    Election, Field, HierarchyIdx, OptionIdx, Origin, OutcomeRule, Provenance, SheetRow, Source,
    SourceLabel, StationEntry, Ticket,
};

use crate::made::{code, pages, plain};

/// Three stations; the options in the order of `order`, each with the votes that are its own.
pub(crate) fn dataset(order: &[(&str, &str, [u64; 3])]) -> Dataset {
    dataset_at("Place", order)
}

/// The same in a polling place of this name.
pub(crate) fn dataset_at(name: &str, order: &[(&str, &str, [u64; 3])]) -> Dataset {
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
    let source = Source {
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
    let source = builder.source(source, vec![Field::Invalid]);
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
    builder.finish().unwrap()
}

fn words(page: &str) -> Vec<String> {
    // The id of a report hashes the order of the ballot.
    let mut words: Vec<String> = plain(page)
        .split_whitespace()
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
    let before = pages(&dataset(&[a, b, c]));
    let after = pages(&dataset(&[c, a, b]));
    let paths = |pages: &crate::made::Pages| pages.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(&before), paths(&after));
    let mut differ = 0;
    let is_text = |path: &str| !path.ends_with(crate::made::PICTURE);
    for (path, page) in before.iter().filter(|(path, _)| is_text(path)) {
        assert_eq!(words(page), words(&after[path]), "{path}");
        differ += usize::from(*page != after[path]);
    }
    assert!(differ > 4, "the order of the ballot is visible: {differ}");
}
