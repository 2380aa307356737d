//! The files of the folder against the election they describe.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::Field;
use scrutineer_simulate::{Plan, Scenario, gather, simulate};

type Table = (Vec<String>, Vec<Vec<String>>);

/// A reader of its own: no cell of these files holds a comma, a quote or a line end.
fn table(files: &[(String, Vec<u8>)], path: &str) -> Table {
    let (_, bytes) = files.iter().find(|(held, _)| held == path).unwrap();
    let text = std::str::from_utf8(bytes).unwrap();
    let cells = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
    let mut lines = text.lines();
    (cells(lines.next().unwrap()), lines.map(cells).collect())
}

fn column(table: &Table, name: &str) -> usize {
    table.0.iter().position(|held| held == name).unwrap()
}

fn plan() -> Plan {
    Plan::new(900, 17)
        .scenario(Scenario::named("repeated-rows").unwrap())
        .missing("7%".parse().unwrap())
        .slips("1%".parse().unwrap())
        .bulletin(Some("60%".parse().unwrap()))
}

#[test]
fn the_folder_is_the_same_bytes_every_time() {
    let files = || gather(simulate(&plan()).unwrap().folder());
    assert_eq!(files(), files());
    let paths: Vec<String> = files().into_iter().map(|(path, _)| path).collect();
    assert_eq!(
        paths,
        ["election.toml", "register.csv", "sheets/sheets.csv"]
    );
}

#[test]
fn pieces_of_a_large_file_follow_each_other_and_stay_small() {
    let election = simulate(&Plan::new(60_000, 2)).unwrap();
    let pieces: Vec<(String, usize)> = election
        .folder()
        .map(|(path, bytes)| (path, bytes.len()))
        .collect();
    assert!(pieces.len() > 7, "{}", pieces.len());
    assert!(pieces.iter().all(|(_, size)| *size < 4 << 20));
    let mut runs: Vec<&str> = pieces.iter().map(|(path, _)| path.as_str()).collect();
    runs.dedup();
    assert_eq!(runs.len(), runs.iter().collect::<BTreeSet<_>>().len());
    let sheets = table(&gather(election.folder()), "sheets/sheets.csv");
    assert_eq!(sheets.1.len(), 60_000);
}

#[test]
fn the_sheets_in_the_folder_are_those_of_the_data_set() {
    let election = simulate(&plan()).unwrap();
    let sheets = table(&gather(election.folder()), "sheets/sheets.csv");
    let data = election.to_dataset().unwrap();
    let set = &data.sheets()[0];
    assert_eq!(sheets.1.len(), set.len());
    let (place, label) = (column(&sheets, "place"), column(&sheets, "table"));
    for row in 0..set.len() {
        let (_, line) = set.locator(row);
        let cells = &sheets.1[line as usize - 2];
        let station = data.stations().get(set.stations()[row]);
        assert_eq!(station.id, format!("{}:{}", cells[place], cells[label]));
        for field in [
            Field::Registered,
            Field::Ballots,
            Field::Valid,
            Field::Invalid,
            Field::Blank,
        ] {
            let written: u32 = cells[column(&sheets, field.word())].parse().unwrap();
            assert_eq!(set.field_at(field, row).count(), Some(written));
        }
        for (option, held) in data.contests()[0].options.iter().zip(set.options()) {
            let written: u32 = cells[column(&sheets, option.id.as_str())].parse().unwrap();
            assert_eq!(held[row].count(), Some(written));
        }
    }
}

#[test]
fn the_register_lists_every_station_with_divisions_that_nest() {
    let election = simulate(&plan()).unwrap();
    let files = gather(election.folder());
    let register = table(&files, "register.csv");
    assert_eq!(register.1.len(), 900);
    let data = election.to_dataset().unwrap();
    let at = |name| column(&register, name);
    let mut wards: BTreeMap<&str, [&str; 3]> = BTreeMap::new();
    let mut missing = 0;
    for (cells, station) in register.1.iter().zip(data.stations().indices()) {
        let station = data.stations().get(station);
        assert_eq!(
            station.id,
            format!("{}:{}", cells[at("place")], cells[at("table")])
        );
        assert_eq!(station.kind.word(), cells[at("kind")]);
        assert_eq!(station.sheet_status.word(), cells[at("sheet_status")]);
        assert_eq!(
            station.registered.count(),
            cells[at("registered")].parse().ok()
        );
        missing += usize::from(cells[at("sheet_status")] != "received");
        let path = ["region", "district", "ward"].map(|level| cells[at(level)].as_str());
        assert_eq!(
            *wards.entry(cells[at("place")].as_str()).or_insert(path),
            path
        );
        assert!(cells[at("place")].starts_with(&path.concat()));
    }
    assert_eq!(missing, 63);
    assert!(
        register
            .1
            .iter()
            .any(|cells| cells[at("region")].starts_with('0'))
    );
    assert!(
        data.issues().is_empty(),
        "no name or division contradicts another"
    );
}

#[test]
fn without_a_register_the_sheets_carry_the_divisions() {
    let plan = plan().register_file(false);
    let election = simulate(&plan).unwrap();
    let files = gather(election.folder());
    assert_eq!(files.len(), 2);
    let sheets = table(&files, "sheets/sheets.csv");
    assert_eq!(
        sheets.0[..6],
        ["region", "district", "ward", "kind", "place", "table"]
    );
    let data = election.to_dataset().unwrap();
    assert!(!data.has_register());
    assert_eq!(data.stations().len(), 837);
    assert_eq!(data.sheets()[0].len(), sheets.1.len());
}

#[test]
fn the_truth_stands_apart_and_adds_up_to_the_ballots() {
    let election = simulate(&plan()).unwrap();
    assert!(
        election
            .folder()
            .all(|(path, _)| !path.starts_with("truth"))
    );
    let files = gather(election.truth_files());
    let truth = table(&files, "truth/truth.csv");
    assert_eq!(truth.1.len(), 900);
    let totals = election.truth().totals();
    for (name, total) in [("A", totals.options[0]), ("ballots", totals.ballots)] {
        let at = column(&truth, name);
        let sum: u64 = truth
            .1
            .iter()
            .map(|cells| cells[at].parse::<u64>().unwrap())
            .sum();
        assert_eq!(sum, total);
    }
    let note = String::from_utf8(files[1].1.clone()).unwrap();
    assert!(note.contains("| sheets without a copy | 63 |"), "{note}");
}
