//! The tables in every format, and the result computed again by a database that nobody here wrote.

use std::collections::BTreeMap;
use std::env;
use std::path::Path;
use std::process::Command;

use scrutineer_audit::{AuditReport, audit};
use scrutineer_model::{Dataset, Evidence};
use scrutineer_publication::data::{
    Options, Stamp, Table, Value, data_files, read_csv, read_parquet, read_sqlite,
};
use scrutineer_report::json;
use scrutineer_simulate::{Plan, simulate};
use scrutineer_testkit::requirement::skip_without;
use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::{examples, shared};

type Files = BTreeMap<String, Vec<u8>>;
type Rows = Vec<Vec<String>>;

fn synthetic() -> Dataset {
    simulate(&Plan::demo()).unwrap().to_dataset().unwrap()
}

fn files(dataset: &Dataset) -> (Files, AuditReport) {
    let report = audit(dataset, &Evidence::default()).unwrap();
    let stamp = Stamp {
        origin: "log.example/e".to_owned(),
        size: 7,
        root: [9; 32],
    };
    let mut files = Files::new();
    data_files(dataset, &report, &stamp, &Options::default(), &mut |file| {
        files.insert(file.path, file.bytes);
        Ok(())
    })
    .unwrap();
    (files, report)
}

fn row(values: &[Value<'_>]) -> Vec<String> {
    values.iter().map(|value| format!("{value:?}")).collect()
}

/// The rows of a table over all of its parts, in order of the part.
fn of_format(files: &Files, table: Table, folder: &str) -> Rows {
    let mut rows = Rows::new();
    let single = format!("{folder}/{}.", table.name());
    let parts = format!("{folder}/{}/", table.name());
    let is_summary =
        |path: &str| folder == "csv" && table == Table::Summary && path == "summary.csv";
    for (path, bytes) in files {
        if !(path.starts_with(&single) || path.starts_with(&parts) || is_summary(path)) {
            continue;
        }
        let mut take = |values: &[Value<'_>]| {
            rows.push(row(values));
            Ok(())
        };
        if folder == "csv" {
            read_csv(table, bytes, 1 << 30, &mut take).unwrap();
        } else {
            read_parquet(table, bytes.clone(), &mut take).unwrap();
        }
    }
    rows
}

#[test]
fn every_table_has_the_same_rows_in_every_format() {
    let (files, _) = files(&synthetic());
    let database = &files["election.sqlite"];
    for table in Table::ALL {
        let csv = of_format(&files, table, "csv");
        assert_eq!(of_format(&files, table, "parquet"), csv, "{}", table.name());
        let mut stored = Rows::new();
        read_sqlite(table, database, &mut |values| {
            stored.push(row(values));
            Ok(())
        })
        .unwrap();
        assert_eq!(stored, csv, "{}", table.name());
        if !matches!(table, Table::Memberships) {
            assert!(!csv.is_empty(), "{}", table.name());
        }
    }
}

#[test]
fn the_same_election_gives_the_same_bytes() {
    let (first, _) = files(&synthetic());
    let (second, _) = files(&synthetic());
    assert!(first == second);
}

#[test]
fn the_votes_in_the_table_of_sheets_add_up_to_the_sheets() {
    let dataset = synthetic();
    let (files, _) = files(&dataset);
    let set = &dataset.sheets()[0];
    let contest = dataset.contest(set.contest());
    let mut sums: BTreeMap<String, i64> = BTreeMap::new();
    for (path, bytes) in &files {
        if !path.starts_with("csv/sheets/") {
            continue;
        }
        read_csv(Table::Sheets, bytes, 1 << 30, &mut |values| {
            let columns = Table::Sheets.columns();
            let at = |name: &str| {
                columns
                    .iter()
                    .position(|column| column.name == name)
                    .unwrap()
            };
            let is_vote = values[at("kind")] == Value::Text("option")
                && values[at("standing")] == Value::Text("current");
            if let (true, Value::Text(option), Value::Integer(votes)) =
                (is_vote, values[at("field")], values[at("value")])
            {
                *sums.entry(option.to_owned()).or_default() += votes;
            }
            Ok(())
        })
        .unwrap();
    }
    for (option, column) in contest.options.iter().zip(set.options()) {
        let votes: i64 = set
            .current()
            .filter_map(|row| column[row].count())
            .map(i64::from)
            .sum();
        assert_eq!(sums[option.id.as_str()], votes);
    }
}

/// A Python with DuckDB.
fn python() -> Option<String> {
    let named = env::var("SCRUTINEER_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let probe = Command::new(&named).args(["-c", "import duckdb"]).output();
    let found = probe.ok().filter(|run| run.status.success()).map(|_| named);
    skip_without(
        "duckdb",
        "pip install duckdb, and SCRUTINEER_PYTHON=FILE if it is not that of python3",
        found,
    )
}

/// Runs the published SQL over the published tables and compares with the report.
fn recomputed(dataset: &Dataset, python: &str, expected: &str) {
    let (files, report) = files(dataset);
    let scratch = Scratch::new();
    for (path, bytes) in &files {
        scratch.write(&format!("data/{path}"), bytes);
    }
    let report = scratch.write("report.json", json(&report).unwrap());
    let script = shared::workspace_root().join("benches/recompute/run.py");
    let run = Command::new(python)
        .arg(script)
        .arg(scratch.path().join("data"))
        .arg(report)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    let error = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}{error}");
    assert!(said.contains(expected), "{said}");
}

#[test]
fn a_database_computes_the_result_of_a_synthetic_election_again() {
    let Some(python) = python() else { return };
    recomputed(&synthetic(), &python, "minima: ");
}

#[test]
fn a_database_computes_every_minimum_of_a_real_election_again() {
    let Some(python) = python() else { return };
    let Some(loaded) = examples::load("venezuela-2024") else {
        return;
    };
    // 2 bulletins, 10 options and groups, every reading with its alternatives, both ends.
    recomputed(&loaded.dataset, &python, "minima: 560 compared");
}

#[test]
fn the_sql_is_short_enough_to_be_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/data/recompute.sql");
    let lines = std::fs::read_to_string(path).unwrap().lines().count();
    assert!(lines <= 60, "{lines}");
}
