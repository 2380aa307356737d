//! The tables in every format, and the result computed again by a database that nobody here wrote.

use std::collections::BTreeMap;
use std::env;
use std::path::Path;
use std::process::Command;

use scrutineer_audit::{AuditReport, audit};
use scrutineer_logstore::{DiskObjects, LogReader};
use scrutineer_model::{Dataset, Evidence};
use scrutineer_publication::data::{
    Options, Stamp, Table, Value, data_files, read_csv, read_parquet, read_sqlite,
};
use scrutineer_publication::unpack::{latest, unpack};
use scrutineer_report::json;
use scrutineer_simulate::{Plan, simulate};
use scrutineer_testkit::requirement::skip_without;
use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::{examples, shared};

use crate::site::{honest, published};
use crate::tamper::place::Place;

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

/// A spreadsheet program.
fn soffice() -> Option<String> {
    let named = env::var("SCRUTINEER_SOFFICE").unwrap_or_else(|_| "soffice".to_owned());
    let probe = Command::new(&named).arg("--version").output();
    let found = probe.ok().filter(|run| run.status.success()).map(|_| named);
    let hint = "apt-get install --no-install-recommends libreoffice-calc-nogui";
    skip_without("soffice", hint, found)
}

/// Has a spreadsheet program compute the published workbook, and compares what it shows with the report.
fn recalculated(dataset: &Dataset, soffice: &str, expected: &[&str]) {
    let (files, report) = files(dataset);
    let scratch = Scratch::new();
    let report = scratch.write("report.json", json(&report).unwrap());
    let books: Vec<&String> = files
        .keys()
        .filter(|path| Path::new(path).extension().is_some_and(|end| end == "xlsx"))
        .collect();
    let [path] = books.as_slice() else {
        panic!("{books:?}")
    };
    let book = scratch.write("published/book.xlsx", &files[path.as_str()]);
    let profile = scratch.path().join("profile");
    let out = scratch.path().join("computed");
    let run = Command::new(soffice)
        .arg(format!(
            "-env:UserInstallation=file://{}",
            profile.display()
        ))
        .args(["--headless", "--convert-to", "xlsx", "--outdir"])
        .arg(&out)
        .arg(book)
        .output()
        .unwrap();
    assert!(run.status.success(), "{run:?}");
    let contest = Path::new(path.as_str()).file_name().unwrap();
    std::fs::rename(out.join("book.xlsx"), out.join(contest)).unwrap();
    let script = shared::workspace_root().join("benches/recompute/spreadsheet.py");
    let run = Command::new("python3")
        .arg(script)
        .arg(out.join(contest))
        .arg(report)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    let error = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}{error}");
    for line in expected {
        assert!(said.contains(line), "{said}");
    }
}

#[test]
fn a_spreadsheet_computes_the_result_of_a_synthetic_election_again() {
    let Some(soffice) = soffice() else { return };
    recalculated(
        &synthetic(),
        &soffice,
        &["totals: ", "bounds: ", "minima: "],
    );
}

#[test]
fn a_spreadsheet_computes_every_minimum_of_a_real_election_again() {
    let Some(soffice) = soffice() else { return };
    let Some(loaded) = examples::load("venezuela-2024") else {
        return;
    };
    // Every border that the workbook names is the right one.
    let expected = ["borders: 280 compared", "minima: 560 compared"];
    recalculated(&loaded.dataset, &soffice, &expected);
}

#[test]
fn a_workbook_has_formulas_and_no_result() {
    let (files, _) = files(&synthetic());
    let (_, book) = files
        .iter()
        .find(|(path, _)| Path::new(path).extension().is_some_and(|end| end == "xlsx"))
        .unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(book)).unwrap();
    let mut formulas = 0;
    for at in 0..archive.len() {
        let mut member = archive.by_index(at).unwrap();
        let mut text = String::new();
        std::io::Read::read_to_string(&mut member, &mut text).unwrap();
        formulas += text.matches("</f></c>").count();
        assert_eq!(
            text.matches("<f>").count(),
            text.matches("</f></c>").count()
        );
        let time = member.last_modified().unwrap();
        assert_eq!((time.year(), time.month(), time.day()), (1980, 1, 1));
    }
    assert!(formulas > 100, "{formulas}");
}

#[test]
fn the_one_liners_of_the_documents_run() {
    let named = env::var("SCRUTINEER_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let modules = "import duckdb, pandas, pyarrow";
    let probe = Command::new(&named).args(["-c", modules]).output();
    let found = probe.ok().filter(|run| run.status.success()).map(|_| named);
    let hint = "pip install duckdb pandas pyarrow, and SCRUTINEER_PYTHON=FILE if it is not that of python3";
    let Some(python) = skip_without("pandas", hint, found) else {
        return;
    };
    let (files, _) = files(&synthetic());
    let scratch = Scratch::new();
    for (path, bytes) in &files {
        scratch.write(&format!("data/{path}"), bytes);
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/interop/documents.py");
    for document in ["docs/data.md", "docs/datos.md"] {
        let run = Command::new(&python)
            .arg(&script)
            .arg(shared::workspace_root().join(document))
            .current_dir(scratch.path().join("data"))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&run.stdout);
        let error = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "{document}: {said}{error}");
        assert_eq!(said.trim(), "5 ran", "{document}");
    }
    of_the_page(&python);
}

/// The same for the lines of the page about the data, in the folder that it says, which is that of an unpacked release.
fn of_the_page(python: &str) {
    let place = Place::new();
    published(&place, &honest(), 1_000);
    let reader = LogReader::new(DiskObjects::open_existing(&place.bundle()).unwrap());
    let scratch = Scratch::new();
    let manifest = latest(&reader).unwrap();
    unpack(&reader, &manifest, &mut |file, bytes| {
        scratch.write(&format!("release/{}", file.path), bytes);
        Ok(())
    })
    .unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/interop/page.py");
    for language in ["en", "es"] {
        let page = place.bundle().join(format!("site/{language}/data.html"));
        let run = Command::new(python)
            .arg(&script)
            .arg(page)
            .current_dir(scratch.path().join("release/data"))
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&run.stdout);
        let error = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "{language}: {said}{error}");
        // R is on few machines.
        let others = said.trim().trim_start_matches("Rscript 1, ");
        let expected = "duckdb 2, python3 2, sqlite3 1";
        assert_eq!(others, expected, "{language}");
    }
}

#[test]
fn the_specification_has_the_tables_of_the_types() {
    let mark = "<!-- generated: tables -->\n";
    let path = shared::workspace_root().join("spec/data-files.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let (prose, tables) = text.split_once(mark).unwrap();
    let made = scrutineer_publication::data::render_tables();
    if env::var_os("SCRUTINEER_BLESS").is_some() {
        std::fs::write(&path, format!("{prose}{mark}{made}")).unwrap();
        return;
    }
    assert!(tables == made, "write it again with SCRUTINEER_BLESS=1");
}

#[test]
fn the_keys_of_tables_tell_their_rows_apart() {
    let (files, _) = files(&synthetic());
    for table in Table::ALL
        .into_iter()
        .filter(|table| !table.key().is_empty())
    {
        let mut seen = std::collections::BTreeSet::new();
        let at: Vec<usize> = (0..table.columns().len())
            .filter(|&at| table.key().contains(&table.columns()[at].name))
            .collect();
        assert_eq!(at.len(), table.key().len());
        for row in of_format(&files, table, "csv") {
            let key: Vec<String> = at.iter().map(|&at| row[at].clone()).collect();
            assert!(seen.insert(key), "{}: {row:?}", table.name());
        }
    }
}

#[test]
fn the_sql_is_short_enough_to_be_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/data/recompute.sql");
    let lines = std::fs::read_to_string(path).unwrap().lines().count();
    assert!(lines <= 60, "{lines}");
}
