//! Real sheets against numbers that somebody else computed.

use std::fs;

use scrutineer_checks::{Findings, run};
use scrutineer_model::{
    CapacityRule, Cell, Code, Contest, ContestIdx, ContestOption, Dataset, DatasetBuilder, Date,
    Election, Field, HierarchyIdx, Identity, OptionIdx, Origin, OutcomeRule, Provenance, Severity,
    SheetRow, Source, SourceIdx, SourceLabel, StationEntry, Ticket, Value,
};
use scrutineer_testkit::shared;

use crate::build::{code, identity};

const OPTIONS: [&str; 10] = [
    "EG", "NM", "LM", "JABE", "JOBR", "AE", "CF", "DC", "EM", "BERA",
];

fn builder(options: &[&str]) -> DatasetBuilder {
    let election = Election {
        id: code("e"),
        name: "e".to_owned(),
        date: Date::parse("2024-07-28").unwrap(),
        country: "XX".to_owned(),
    };
    let contest = Contest {
        id: code("c"),
        name: "c".to_owned(),
        round: 1,
        predecessor: None,
        rule: OutcomeRule::Plurality { winners: 1 },
        options: options
            .iter()
            .map(|id| ContestOption {
                id: code(id),
                name: (*id).to_owned(),
            })
            .collect(),
        tickets: options
            .iter()
            .enumerate()
            .map(|(at, id)| Ticket {
                id: code(id),
                name: (*id).to_owned(),
                option: OptionIdx::new(at),
            })
            .collect(),
        registers: Vec::new(),
        capacity: CapacityRule::Register,
    };
    let levels = ["state", "municipality", "parish"].map(str::to_owned);
    let hierarchies = vec![("administrative".to_owned(), levels.to_vec())];
    DatasetBuilder::new(election, vec![contest], hierarchies)
}

fn source(id: &str, origin: &str, identities: Vec<Identity>) -> Source {
    Source {
        id: code(id),
        contest: ContestIdx::new(0),
        origin: Origin(Code::parse(origin).unwrap()),
        provenance: Provenance {
            supplied_by: SourceLabel::PartyAligned,
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
        identities,
        rows: 0,
        rejected: 0,
    }
}

/// The file has no quotes, so a comma is a separator.
fn table(path: &str) -> Option<(Vec<String>, Vec<Vec<String>>)> {
    let text = fs::read_to_string(shared::file(path)?).unwrap();
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let split = |line: &str| line.split(',').map(str::to_owned).collect::<Vec<_>>();
    let header = split(lines.next().unwrap());
    let rows: Vec<_> = lines.map(split).collect();
    assert!(rows.iter().all(|row| row.len() == header.len()));
    Some((header, rows))
}

fn cell(text: &str) -> Cell {
    let text = text.strip_suffix(".0").unwrap_or(text);
    if text.is_empty() {
        return Cell::UNREAD;
    }
    Cell::new(text.parse().unwrap()).unwrap()
}

fn venezuela() -> Option<Dataset> {
    let (header, rows) = table("data/venezuela-2024/RESULTADOS_2024_CSV_V1.csv")?;
    let at = |name: &str| header.iter().position(|held| held == name).unwrap();
    let columns: Vec<usize> = ["RE", "VOTOS_VALIDOS", "VOTOS_NULOS"]
        .iter()
        .chain(&OPTIONS)
        .map(|name| at(name))
        .collect();
    let paths = [("COD_EDO", "EDO"), ("COD_MUN", "MUN"), ("COD_PAR", "PAR")];
    let mut builder = builder(&OPTIONS);
    let sums = identity("options = valid", true, &[], &[Field::Valid]);
    let fields = vec![Field::Registered, Field::Valid, Field::Invalid];
    let sheets = builder.source(source("campaign", "copies", vec![sums]), fields);
    let file = builder.file(sheets, "sheets.csv").unwrap();
    let mut pictures: Vec<&str> = rows.iter().map(|row| row[at("URL")].as_str()).collect();
    pictures.sort_unstable();
    for (line, row) in (2u32..).zip(&rows) {
        let codes = paths.map(|(code, _)| row[at(code)].as_str());
        let names = paths.map(|(_, name)| row[at(name)].as_str());
        let hierarchy = HierarchyIdx::new(0);
        let division = builder.division(hierarchy, &codes, &names).unwrap();
        let (centre, table) = (&row[at("CENTRO")], &row[at("MESA")]);
        let place = builder.place(centre, "", &[division]).unwrap();
        let entry = StationEntry {
            label: table,
            place: Some(place),
            divisions: &[division],
            ..StationEntry::default()
        };
        let station = builder
            .station(&format!("{centre}:{table}"), &entry)
            .unwrap();
        let cells: Vec<Cell> = columns.iter().map(|&at| cell(&row[at])).collect();
        let picture = pictures.binary_search(&row[at("URL")].as_str()).unwrap();
        let row = SheetRow {
            station,
            cells: &cells,
            sequence: 0,
            picture: picture as u64 + 1,
            file,
            row: line,
        };
        builder.sheet(sheets, &row).unwrap();
    }
    Some(builder.finish().unwrap())
}

fn number(findings: &Findings, code: &str) -> u64 {
    let all = findings.findings.iter();
    all.filter(|finding| finding.code == code).count() as u64
}

fn figure(findings: &Findings, code: &str, name: &str) -> Value {
    let mut all = findings.findings.iter();
    let finding = all.find(|finding| finding.code == code).unwrap();
    finding.figures[name].clone()
}

#[test]
fn the_venezuelan_sheets_have_the_findings_of_the_vectors() {
    let vectors = shared::vectors("venezuela-2024-audit.json");
    let (Some(vectors), Some(dataset)) = (vectors, venezuela()) else {
        return;
    };
    let expected = |name: &str| vectors["sheet_checks"][name].as_u64().unwrap();
    let findings = run(&dataset);
    for (code, name) in [
        ("E.201", "sum_options_ne_valid"),
        ("E.204", "votes_gt_registered"),
        ("E.116", "duplicate_centre_table"),
        ("W.101", "duplicate_centre_table"),
        ("W.405", "duplicate_url"),
        ("W.406", "duplicate_full_count_vector"),
        ("W.407", "duplicate_vote_vector_ignoring_RE"),
        ("W.207", "null_gt_5pct"),
        ("W.204", "zero_valid"),
        ("W.205", "turnout_ge_95pct"),
        ("W.206", "turnout_le_25pct"),
        ("E.114", "centre_in_two_parishes"),
        ("W.502", "centres_with_gap"),
    ] {
        assert_eq!(number(&findings, code), expected(name), "{code}");
    }
    let gaps = Value::from(expected("tables_missing_inside_centres"));
    assert_eq!(figure(&findings, "W.503", "missing"), gaps);
    let places = Value::from(expected("centres_with_gap"));
    assert_eq!(figure(&findings, "W.503", "places"), places);
    assert_eq!(findings.count(Severity::Error), 0);
}

#[test]
fn stations_too_small_or_unanimous_are_those_of_a_plain_loop() {
    let path = "data/venezuela-2024/RESULTADOS_2024_CSV_V1.csv";
    let (Some((header, rows)), Some(dataset)) = (table(path), venezuela()) else {
        return;
    };
    let first = header.iter().position(|name| name == "EG").unwrap();
    let (mut tiny, mut unanimous) = (0, 0);
    for row in rows {
        let votes: Vec<u64> = row[first..first + 10]
            .iter()
            .map(|text| text.parse().unwrap())
            .collect();
        let valid: u64 = votes.iter().sum();
        tiny += u64::from((1..10).contains(&valid));
        unanimous += u64::from(valid >= 10 && votes.contains(&valid));
    }
    let findings = run(&dataset);
    assert_eq!(number(&findings, "P.102"), tiny);
    assert_eq!(number(&findings, "P.101"), unanimous);
}

/// Lists of the ballot, in the columns `CANDn`.
const LISTS: [&str; 18] = [
    "3", "4", "5", "6", "8", "9", "10", "12", "16", "17", "20", "21", "23", "25", "26", "27", "36",
    "41",
];

fn georgian(builder: &mut DatasetBuilder, id: &str, path: &str) -> Option<SourceIdx> {
    let (header, rows) = table(path)?;
    let at = |name: &str| header.iter().position(|held| held == name).unwrap();
    let sheets = builder.source(source(id, id, Vec::new()), Vec::new());
    let file = builder.file(sheets, id).unwrap();
    for (line, row) in (2u32..).zip(&rows) {
        let key = row[at("division_id")].as_str();
        let entry = StationEntry {
            label: key,
            ..StationEntry::default()
        };
        let station = builder.station(key, &entry).unwrap();
        let cells = LISTS.map(|list| cell(&row[at(&format!("CAND{list}"))]));
        let row = SheetRow {
            station,
            cells: &cells,
            sequence: 0,
            picture: 0,
            file,
            row: line,
        };
        builder.sheet(sheets, &row).unwrap();
    }
    Some(sheets)
}

#[test]
fn the_two_georgian_readings_differ_where_the_issue_says() {
    let mut builder = builder(&LISTS);
    let folder = "data/georgia-2024/cec_scrape_proportional_electronic";
    for (id, path) in [("electronic", ".csv"), ("recognised", "_ocr.csv")] {
        if georgian(&mut builder, id, &format!("{folder}{path}")).is_none() {
            return;
        }
    }
    let findings = run(&builder.finish().unwrap());
    for (name, expected) in [
        ("common", 2_255),
        ("differ", 736),
        ("cells", 2_336),
        ("missing", 5_004),
    ] {
        let found = figure(&findings, "W.401", name);
        assert_eq!(found, Value::Integer(expected), "{name}");
    }
    assert_eq!(number(&findings, "E.401"), 736);
    assert_eq!(number(&findings, "W.403"), 1);
    let only = figure(&findings, "W.403", "first");
    assert_eq!(only, Value::Text("00.60.26".to_owned()));
}
