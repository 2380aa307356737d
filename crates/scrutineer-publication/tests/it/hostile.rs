//! Names that try to be something else: formulas, paths, markup, line breaks, control characters.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::path::Path;
use std::process::Command;

use scrutineer_audit::audit;
use scrutineer_formats::nist;
use scrutineer_model::{
    CapacityRule, Cell, Contest, ContestIdx, ContestOption, CountStatus, Dataset, DatasetBuilder,
    Date, Declaration, DeclaredCoverage, DeclaredOption, DeclaredTarget, Election, Evidence, Field,
    Figure, FigureReading, HierarchyIdx, Moment, OptionIdx, Origin, OutcomeRule, Provenance, Scope,
    SheetRow, Source, SourceIdx, SourceLabel, StationEntry, Ticket, encode_component,
};
use scrutineer_publication::data::{
    DataError, Options, Stamp, Table, Value, data_files, read_csv, read_parquet, read_sqlite,
};
use scrutineer_publication::verify::{Matching, Verdict};
use scrutineer_testkit::requirement::skip_without;
use scrutineer_testkit::scratch::Scratch;
use scrutineer_tlog::Policy;

use crate::entries::made::code;
use crate::tamper::place::{Place, lone_policy, verified};

/// What people, and programs, have put into fields for names.
fn hostile() -> Vec<String> {
    let mut names: Vec<String> = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1:A9)",
        "=cmd|' /C calc'!A0",
        "=HYPERLINK(\"http://127.0.0.1/\",\"x\")",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "'quoted",
        "a\"b\"",
        "a,b;c\td",
        "a\nb\r\nc",
        "../../etc/passwd",
        "C:\\con",
        "..",
        ".",
        "CON",
        "_",
        "/",
        "\u{202e}txt.exe",
        "\u{2067}مركز\u{2069}",
        "o\u{308}\u{323}",
        "nul\u{0}inside",
        "\u{1}\u{7}\u{1b}[31m",
        "\u{feff}mark",
        "<script>&amp;</script>",
        "]]><a b='c'>",
        "_x0041_",
        "'; DROP TABLE stations; --",
        "%2e%2e%2f",
        " padded ",
        "=１",
        "＝1+1",
        "{{7*7}}",
        "{ $name }",
        "NULL",
        "\u{1f5f3}",
    ]
    .into_iter()
    .map(str::to_owned)
    .collect();
    names.push("x".repeat(20_000));
    names
}

fn contest(name: &str) -> Contest {
    let option = |id: &str| ContestOption {
        id: code(id),
        name: name.to_owned(),
    };
    let ticket = |id: &str, at: usize| Ticket {
        id: code(id),
        name: name.to_owned(),
        option: OptionIdx::new(at),
    };
    Contest {
        id: code("c"),
        name: name.to_owned(),
        round: 1,
        predecessor: None,
        rule: OutcomeRule::Plurality { winners: 1 },
        options: vec![option("A"), option("B")],
        tickets: vec![ticket("A", 0), ticket("B", 1)],
        registers: Vec::new(),
        capacity: CapacityRule::Unbounded,
    }
}

fn source(name: &str) -> Source {
    Source {
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
            licence: Some(name.to_owned()),
            derived_from: None,
            transformations: None,
        },
        identities: Vec::new(),
        rows: 1,
        rejected: 0,
    }
}

fn declaration(at: usize, name: &str) -> Declaration {
    let figure = |value| {
        let reading = FigureReading {
            value,
            source: name.to_owned(),
        };
        Some(Figure::new(reading, Vec::new(), None))
    };
    Declaration {
        id: code(&format!("d{at}")),
        contest: ContestIdx::new(0),
        authority: name.to_owned(),
        outlet: Some(name.to_owned()),
        time: Moment::parse("2024-07-29").unwrap(),
        status: CountStatus::Certified,
        scope: Scope::All,
        coverage: DeclaredCoverage::default(),
        options: vec![DeclaredOption {
            target: DeclaredTarget::Option(OptionIdx::new(0)),
            votes: figure(7),
            percent: None,
        }],
        winners: Vec::new(),
        valid: figure(9),
        invalid: None,
        blank: None,
        voters: None,
        turnout: None,
        registered: None,
        valid_of_voters: None,
        invalid_of_voters: None,
        parts: Vec::new(),
        follows: None,
    }
}

/// Every name in every place that a name has: divisions and their codes, places, stations, the rest
/// by turns.
fn dataset(names: &[String]) -> Dataset {
    let turn = |at: usize| names[at % names.len()].as_str();
    let election = Election {
        id: code("hostile"),
        name: turn(4).to_owned(),
        date: Date::parse("2024-07-28").unwrap(),
        country: "XX".to_owned(),
    };
    let levels = vec![turn(5).to_owned()];
    let hierarchies = vec![("h".to_owned(), levels)];
    let mut builder = DatasetBuilder::new(election, vec![contest(turn(0))], hierarchies);
    let source = builder.source(source(turn(6)), vec![Field::Invalid]);
    assert_eq!(source, SourceIdx::new(0));
    let file = builder.file(source, "rows.csv").unwrap();
    for (number, name) in (1u32..).zip(names) {
        // A code of 20,000 characters would not fit into an entry beside its path.
        let short: String = name.chars().take(200).collect();
        let of = builder.division(HierarchyIdx::new(0), &[&short], &[name]);
        let division = of.unwrap();
        let mut id = String::new();
        encode_component(&short, &mut id);
        let place = builder.place(&id, name, &[division]).unwrap();
        let entry = StationEntry {
            label: name,
            place: Some(place),
            divisions: &[division],
            ..StationEntry::default()
        };
        let station = builder.station(&format!("{id}:1"), &entry).unwrap();
        let cells = [1u64, 5, u64::from(number)].map(|count| Cell::new(count).unwrap());
        let row = SheetRow {
            station,
            cells: &cells,
            sequence: 0,
            picture: 0,
            file,
            row: number,
        };
        builder.sheet(source, &row).unwrap();
    }
    for at in 0..names.len() {
        // Four times the name in one entry.
        let name: String = turn(at).chars().take(5_000).collect();
        builder.declaration(declaration(at, &name));
    }
    builder.finish().unwrap()
}

#[expect(
    clippy::unnecessary_wraps,
    reason = "what readers of tables call may fail"
)]
fn take(into: &mut Vec<String>, values: &[Value<'_>]) -> Result<(), DataError> {
    into.push(format!("{values:?}"));
    Ok(())
}

fn files(dataset: &Dataset) -> BTreeMap<String, Vec<u8>> {
    let report = audit(dataset, &Evidence::default()).unwrap();
    let stamp = Stamp {
        origin: "log.example/e".to_owned(),
        size: 7,
        root: [9; 32],
    };
    let mut files = BTreeMap::new();
    data_files(dataset, &report, &stamp, &Options::default(), &mut |file| {
        assert!(files.insert(file.path, file.bytes).is_none());
        Ok(())
    })
    .unwrap();
    let options = nist::NistOptions {
        issuer: "issuer".to_owned(),
        abbreviation: "issuer".to_owned(),
        is_test: true,
    };
    files.extend(nist::reports(dataset, &options));
    files
}

#[test]
fn no_name_leaves_its_folder() {
    let files = files(&dataset(&hostile()));
    let mut seen = BTreeSet::new();
    for path in files.keys() {
        let parts: Vec<&str> = path.split('/').collect();
        for part in &parts {
            let plain = |held: char| held.is_ascii_alphanumeric() || "-_.%".contains(held);
            assert!(part.chars().all(plain), "{path:?}");
            assert!(!part.is_empty() && !part.starts_with('.'), "{path:?}");
            let stem = part.split('.').next().unwrap_or_default().to_uppercase();
            assert!(
                !["CON", "NUL", "AUX", "PRN"].contains(&stem.as_str()),
                "{path:?}"
            );
            assert!(part.len() <= 255, "{} bytes", part.len());
        }
        // Some file systems do not tell capitals apart.
        assert!(seen.insert(path.to_lowercase()), "{path:?}");
    }
}

#[test]
fn hostile_names_are_the_same_text_in_every_format() {
    let names = hostile();
    let files = files(&dataset(&names));
    let database = &files["election.sqlite"];
    for table in Table::ALL {
        let mut rows = [Vec::new(), Vec::new(), Vec::new()];
        let [csv, parquet, sqlite] = &mut rows;
        for (path, bytes) in &files {
            let is_of = |folder: &str| {
                path.starts_with(&format!("{folder}/{}.", table.name()))
                    || path.starts_with(&format!("{folder}/{}/", table.name()))
                    || (folder == "csv" && table == Table::Summary && path == "summary.csv")
            };
            if is_of("csv") {
                read_csv(table, bytes, 1 << 30, &mut |values| take(csv, values)).unwrap();
            }
            if is_of("parquet") {
                let bytes = bytes.clone();
                read_parquet(table, bytes, &mut |values| take(parquet, values)).unwrap();
            }
        }
        read_sqlite(table, database, &mut |values| take(sqlite, values)).unwrap();
        for held in &mut rows {
            held.sort();
        }
        assert!(rows[0] == rows[1], "{}", table.name());
        assert!(rows[0] == rows[2], "{}", table.name());
        if table == Table::Stations {
            for name in &names {
                // Blanks around a name are no part of it.
                let found = format!("{:?}", name.trim());
                assert!(
                    rows[0].iter().any(|row| row.contains(&found)),
                    "{name:.40?}"
                );
            }
        }
    }
}

#[test]
fn programs_of_others_read_hostile_names_and_compute_none() {
    let named = env::var("SCRUTINEER_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let probe = Command::new(&named)
        .args(["-c", "import frictionless"])
        .output();
    let found = probe.ok().filter(|run| run.status.success()).map(|_| named);
    let hint = "pip install frictionless, and SCRUTINEER_PYTHON=FILE if it is not that of python3";
    let Some(python) = skip_without("frictionless", hint, found) else {
        return;
    };
    let names = hostile();
    let scratch = Scratch::new();
    for (path, bytes) in files(&dataset(&names)) {
        scratch.write(&format!("data/{path}"), bytes);
    }
    let trimmed: Vec<&str> = names.iter().map(|name| name.trim()).collect();
    let list = scratch.write("names.json", serde_json::to_vec(&trimmed).unwrap());
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/interop/hostile.py");
    let run = Command::new(python)
        .arg(script)
        .arg(scratch.path().join("data"))
        .arg(list)
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout);
    let error = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}{error}");
    assert!(said.contains("frictionless"), "{said}");
}

#[test]
fn an_election_of_hostile_names_is_published_and_verifies() {
    let place = Place::new();
    // Entries are in normal form C, in which the letter with two marks has its marks in another order.
    let names: Vec<String> = hostile()
        .into_iter()
        .filter(|name| !name.starts_with('o'))
        .collect();
    place.publish(&dataset(&names), 1_000);
    let policy: Policy = lone_policy().parse().unwrap();
    let found = verified(&place.bundle(), &policy, false);
    assert_eq!(found.failures, []);
    assert_eq!(found.result, Verdict::Verified);
    assert_eq!(found.tables, Matching::Match);
}
