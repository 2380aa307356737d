//! H20: a canary in every column of every table that no output may repeat, through every command on incidents, in every
//! form and language, and in every column once more where it is what is wrong with the file.

use std::fs;

use scrutineer_incidents::TableName;
use scrutineer_testkit::scratch::Scratch;
use scrutineer_tlog::hash::sha256;

use crate::support::run;

/// As text of a cell, and as an id; the digest of an item.
const CANARIES: [&str; 3] = ["Canary Person", "canary-id", "c0ffeec0ffee"];

/// What stands in a column, by the number of the row.
enum Cell {
    /// Never repeated by any command.
    Canary(String),
    /// May be printed.
    Open(String),
}

use Cell::{Canary, Open};

fn text() -> Cell {
    Canary("Canary Person".to_owned())
}

fn id(of: &str, row: usize) -> Cell {
    Canary(format!("canary-id-{of}{row}"))
}

fn open(text: &str) -> Cell {
    Open(text.to_owned())
}

/// How many rows a table has.
fn rows(table: TableName) -> usize {
    match table {
        TableName::Sources => 2,
        TableName::Claims => 13,
        TableName::Deployments => 1,
        TableName::Links => 3,
        TableName::Releases => 19,
        _ => 6,
    }
}

/// A cell; a column that is not here is one that nobody decided about.
#[expect(
    clippy::too_many_lines,
    clippy::match_same_arms,
    clippy::panic,
    reason = "an arm for each column; one that is missing fails the test"
)]
fn cell(table: TableName, column: &str, row: usize) -> Cell {
    use TableName as T;
    let is_private = row == 1;
    // The first six claims name persons, the next are figures of the source that may not be named, the last takes one back.
    let is_named = row < 6;
    let is_last = row == 12;
    let of_source = if is_named { open("list") } else { id("s", 1) };
    let word = match (table, column) {
        (T::Sources, "id") if is_private => return id("s", 1),
        (T::Sources, "name") if is_private => return text(),
        (T::Sources, "method" | "scope")
        | (T::Items, "locator" | "custody")
        | (T::Perpetrators, "unit")
        | (T::Events, "place")
        | (T::Claims, "quote")
        | (T::Links, "levels" | "reason") => return text(),
        (T::Items, "digest") => return Canary("c0ffee".repeat(11).chars().take(64).collect()),
        (T::Items, "id") => return id("i", row),
        (T::Items, "parent") | (T::Claims, "item") | (T::Assessments, "evidence") => {
            return id("i", 0);
        }
        (T::Persons, "id") | (T::Acts | T::Namings, "person") => return id("p", row),
        (T::Claims, "person") if is_named => return id("p", row),
        (T::Links, "left") => return id("p", row % 3),
        (T::Links, "right") => return id("p", 3 + row % 3),
        (T::Perpetrators, "id") => return id("u", row),
        (T::Acts, "perpetrator") => return id("u", 0),
        (T::Events, "id") => return id("e", row),
        (T::Claims | T::Acts, "event") => return id("e", 0),
        (T::Acts, "id") => return id("k", row),
        (T::Assessments, "subject") => return id("k", row),
        (T::Claims, "source") => return of_source,
        (T::Claims, "outlet" | "as_of_note") if !is_named => return text(),
        (T::Claims, "coder" | "second_coder")
        | (T::Links, "decider")
        | (T::Assessments, "assessor" | "second_assessor")
        | (T::Namings, "record" | "legal_note" | "reviewer")
        | (T::Reports, "outlet") => return id("x", 1),
        (T::Reports, "station") => return id("x", row),
        (T::Namings, "second_reviewer") => return id("y", 2),
        (T::Sources, "id") | (T::Items, "source") => "list",
        (T::Sources, "name") => "Open list",
        (T::Sources, "kind") => "ngo-list",
        (T::Sources, "standing") => "primary",
        (T::Sources, "access") if is_private => "private",
        (T::Sources, "access") => "public",
        (T::Sources, "derived_from") if is_private => "list",
        (T::Items, "kind") => "interview",
        (T::Items, "checked") => "place;time",
        (T::Persons, "group") => "protester",
        (T::Perpetrators, "category") => "police",
        (T::Events, "type") => "assembly",
        (_, "time_precision" | "place_precision") => "1",
        (T::Events | T::Reports, "phase") => "after",
        (T::Claims, "id") => return Open(format!("c{row}")),
        (T::Claims | T::Acts, "act") => "detained",
        (T::Claims, "qualifier") if is_named => "named",
        (T::Claims, "qualifier") if is_last => "withdrawn",
        (T::Claims, "qualifier") => "exactly",
        (T::Claims, "count") if !is_named && !is_last => "700",
        (T::Claims, "standard") if !is_named => "stated",
        (T::Claims, "withdraws") if is_last => "c6",
        (T::Claims, "parts") if !is_named && !is_last => "civilian=300;journalist=200",
        (T::Claims, "outlet") => "an open page",
        (T::Claims, "as_of_note") => "an open note",
        (T::Links, "score") => "7.5",
        (T::Links, "decision") => "unsure",
        (T::Assessments, "id") => return Open(format!("s{row}")),
        (T::Assessments, "rule") => "verify-record",
        (T::Reports, "id") => return Open(format!("r{row}")),
        (T::Reports, "type") => "agent-detained",
        (T::Reports, "deployment") | (T::Deployments, "id") => "dep",
        (T::Reports, "role") => "voter",
        (T::Reports, "direct" | "called_back" | "resolved") => "yes",
        (T::Reports, "force") => "used",
        (T::Reports, "means") => "batons",
        (T::Reports, "unit") => "police",
        (T::Reports, "response") => "arrests",
        (T::Reports, "persons" | "size") => "60",
        (T::Reports, "persons_max" | "size_max") => "90",
        (T::Deployments, "name") => "Open observers",
        (T::Deployments, "sample") => "probability",
        (T::Deployments, "reached" | "reporting") => "60",
        (T::Namings, "id") => return Open(format!("n{row}")),
        (T::Namings, "who") => "harmed",
        (T::Namings, "minor") => "no",
        (T::Namings, "basis") => "consent",
        (T::Releases, "id") if row < 6 => return Open(format!("r{row}")),
        (T::Releases, "id") if row < 12 => return Open(format!("n{}", row - 6)),
        (T::Releases, "id") => return Open(format!("c{}", row - 6)),
        (T::Releases, "batch") => return Open((1 + row / 6).min(3).to_string()),
        (_, "area") => "01/01",
        (_, "from" | "to" | "captured") => "2030-07-29",
        (_, "as_of" | "cut_off" | "decided" | "assessed" | "day") => "2030-08-20",
        (
            T::Claims,
            "person" | "count" | "count_max" | "word" | "of" | "parts" | "standard" | "withdraws",
        )
        | (T::Sources, "derived_from")
        | (T::Assessments, "outcome") => "",
        (table, column) => panic!(
            "{}.{column}: decide whether it may be printed",
            table.name()
        ),
    };
    open(word)
}

/// All tables; one cell of every row replaced where it is given.
fn plant(scratch: &Scratch, wrong: Option<(TableName, &str)>) {
    for table in TableName::ALL {
        let columns = table.columns();
        let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
        let mut out = names.join(",") + "\n";
        for row in 0..rows(table) {
            let cells = columns.iter().map(|column| {
                if wrong == Some((table, column.name)) {
                    return "Canary Person;canary-id".to_owned();
                }
                match cell(table, column.name, row) {
                    Canary(text) | Open(text) => text,
                }
            });
            out += &(cells.collect::<Vec<String>>().join(",") + "\n");
        }
        scratch.write(&format!("e/incidents/{}.csv", table.name()), out);
    }
}

fn forms() -> Vec<Vec<&'static str>> {
    let all: [&[&str]; 8] = [
        &["incidents", "count", "e", "--act", "detained"],
        &["incidents", "report", "e"],
        &["incidents", "report", "e", "--released"],
        &["incidents", "estimate", "e", "--act", "detained"],
        &["incidents", "naming", "e"],
        &["incidents", "naming", "e", "--released"],
        &["incidents", "release", "e", "--state", "state.json"],
        &[
            "incidents",
            "import",
            "e",
            "--table",
            "claims",
            "--from",
            "e/incidents/claims.csv",
        ],
    ];
    all.iter()
        .flat_map(|form| ["en", "es"].map(|language| [form, &["--lang", language][..]].concat()))
        .flat_map(|form| [form.clone(), [&form[..], &["--json"]].concat()])
        .collect()
}

#[test]
fn every_private_column_is_planted() {
    let mut planted = 0;
    for table in TableName::ALL {
        for column in table.columns() {
            let is_canary =
                (0..rows(table)).any(|row| matches!(cell(table, column.name, row), Canary(_)));
            assert!(
                is_canary || !column.is_private,
                "{}.{}",
                table.name(),
                column.name
            );
            planted += usize::from(is_canary);
        }
    }
    assert!(planted > 40, "{planted}");
}

#[test]
fn no_canary_of_any_column_is_in_an_output_of_any_command() {
    let scratch = Scratch::new();
    plant(&scratch, None);
    let mut seen = String::new();
    for form in forms() {
        let found = run(&scratch, &form);
        assert_eq!(found.code, 0, "{form:?}: {}", found.err);
        for text in [&found.out, &found.err] {
            for canary in CANARIES {
                assert!(!text.contains(canary), "{form:?}: {canary}: {text}");
            }
        }
        seen += &found.out;
    }
    // The test sees what may be seen: the run came to every table.
    for word in [
        "Open list",
        "Open observers",
        "private-1",
        "batons",
        "\"police\"",
        "n0",
        "700",
        "Assessment s0",
    ] {
        assert!(seen.contains(word), "{word}");
    }
}

/// What a file says is told by its place and its length, in whatever column it is wrong.
#[test]
fn no_canary_is_in_what_is_said_of_a_wrong_file() {
    let scratch = Scratch::new();
    let mut refused = 0;
    for table in TableName::ALL {
        for column in table.columns() {
            plant(&scratch, Some((table, column.name)));
            for form in [
                &["incidents", "report", "e"][..],
                &[
                    "incidents",
                    "release",
                    "e",
                    "--state",
                    "state.json",
                    "--lang",
                    "es",
                ],
            ] {
                let found = run(&scratch, form);
                refused += usize::from(found.code == 1);
                // A name that may be printed is printed where it is the name of an open source.
                let is_open = ["name", "outlet", "as_of_note"].contains(&column.name);
                for text in [&found.out, &found.err] {
                    for canary in CANARIES {
                        assert!(
                            is_open || !text.contains(canary),
                            "{}.{}: {text}",
                            table.name(),
                            column.name
                        );
                    }
                }
            }
        }
    }
    assert!(refused > 100, "{refused}");
    fs::remove_dir_all(scratch.path().join("e")).unwrap();
}

/// Bytes that people, programs and accidents put into cells.
const DAMAGE: [&[u8]; 16] = [
    b"\"",
    b"\"\"x",
    b",",
    b";",
    b"\n",
    b"\r",
    b"\0",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    "\u{202e}".as_bytes(),
    b"<script>",
    b"=cmd()",
    b"{\"a\":[",
    b"%s%n",
    b"\\",
    &[b'A'; 5_000],
];

/// A number below `count`, by the digest of a seed and a counter.
fn drawn(counter: &mut u32, count: usize) -> usize {
    *counter += 1;
    let digest = sha256(format!("2030/{counter}").as_bytes());
    let head: [u8; 8] = digest.as_bytes()[..8].try_into().unwrap();
    let number = u64::from_be_bytes(head) % u64::try_from(count).unwrap();
    usize::try_from(number).unwrap()
}

/// One private cell with a canary, damaged before, behind or in the middle. A row that is then longer, shorter or none
/// is refused, so that no canary slips into a column that may be printed.
fn damaged(scratch: &Scratch, counter: &mut u32) -> String {
    plant(scratch, None);
    let mut places: Vec<(TableName, usize, usize)> = Vec::new();
    for table in TableName::ALL {
        for (at, column) in table.columns().iter().enumerate() {
            let rows = 0..rows(table);
            let canaries = rows.filter(|row| matches!(cell(table, column.name, *row), Canary(_)));
            places.extend(canaries.map(|row| (table, at, row)));
        }
    }
    let (table, at, row) = places[drawn(counter, places.len())];
    let damage = DAMAGE[drawn(counter, DAMAGE.len())];
    let path = scratch
        .path()
        .join(format!("e/incidents/{}.csv", table.name()));
    let text = fs::read_to_string(&path).unwrap();
    let mut lines: Vec<Vec<u8>> = text.lines().map(|line| line.as_bytes().to_vec()).collect();
    let line = String::from_utf8(lines[1 + row].clone()).unwrap();
    let mut cells: Vec<Vec<u8>> = line
        .split(',')
        .map(|cell| cell.as_bytes().to_vec())
        .collect();
    let where_in = [0, cells[at].len() / 2, cells[at].len()][drawn(counter, 3)];
    cells[at].splice(where_in..where_in, damage.iter().copied());
    lines[1 + row] = cells.join(&b","[..]);
    fs::write(&path, lines.join(&b"\n"[..])).unwrap();
    format!("{}, column {at}, row {row}: {damage:?}", table.name())
}

#[test]
fn no_canary_leaves_a_damaged_file_by_any_command() {
    let scratch = Scratch::new();
    let mut counter = 0;
    let (mut refused, mut read) = (0, 0);
    let forms: [&[&str]; 5] = [
        &["incidents", "report", "e"],
        &["incidents", "report", "e", "--json", "--lang", "es"],
        &["incidents", "count", "e", "--act", "detained", "--json"],
        &["incidents", "estimate", "e", "--act", "detained"],
        &["incidents", "naming", "e", "--lang", "es"],
    ];
    for round in 0..150 {
        let what = damaged(&scratch, &mut counter);
        let found = run(&scratch, forms[round % forms.len()]);
        refused += usize::from(found.code == 1);
        read += usize::from(found.code == 0);
        assert!(found.code == 0 || found.code == 1, "{what}: {}", found.err);
        for text in [&found.out, &found.err] {
            // What was put into the middle of a canary leaves its parts.
            for part in ["anary", "c0ffee"] {
                assert!(!text.contains(part), "{what}: {text}");
            }
        }
    }
    assert!(refused > 20 && read > 20, "{refused} refused, {read} read");
}
