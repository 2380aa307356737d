//! A Spanish run says nothing in English: what readers of files, plans and proxies say has a message.

use scrutineer_formats::ElectionFolder;
use scrutineer_report::{Language, Texts, reader_text};
use scrutineer_testkit::scratch::Scratch;

use crate::literals::in_sources;
use crate::support::{ELECTION, SHEETS, command, finish, folder, run};

/// Words that Spanish does not have and that hardly an English sentence does without.
const ENGLISH: [&str; 30] = [
    "the", "of", "and", "or", "with", "which", "that", "this", "is", "are", "be", "to", "from",
    "at", "on", "for", "by", "not", "expected", "found", "each", "both", "neither", "nothing",
    "between", "without", "cannot", "must", "again", "instead",
];

/// The English words of a text, outside quotes and outside the lines of a file that it shows.
pub(crate) fn english(text: &str) -> Vec<String> {
    let shown = text
        .lines()
        .filter(|line| !line.trim_start().starts_with('|'));
    let own: Vec<&str> = shown.flat_map(|line| line.split('"').step_by(2)).collect();
    own.iter()
        .flat_map(|part| part.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '-'))
        .map(str::to_lowercase)
        .filter(|word| ENGLISH.contains(&word.as_str()))
        .collect()
}

/// Edits of the small election, each with an error of its own.
const EDITS: [(&str, &str); 72] = [
    ("schema = \"scrutineer/election/1\"", "schema = \"other\""),
    ("schema = \"scrutineer/election/1\"", ""),
    ("id = \"tiny\"", "id = \"\""),
    ("id = \"tiny\"", "id = tiny"),
    ("id = \"tiny\"", "id = \"tiny"),
    ("id = \"tiny\"", "id = \"ti\\qny\""),
    ("id = \"tiny\"", "id = \"ti\\u0000dfffny\""),
    ("id = \"tiny\"", "id = 1.5"),
    ("id = \"tiny\"", "id = 1x"),
    ("id = \"tiny\"", "id = true"),
    ("id = \"tiny\"", "id = []"),
    ("id = \"tiny\"", "id = {}"),
    ("id = \"tiny\"", "id = "),
    ("id = \"tiny\"", "id \"tiny\""),
    ("id = \"tiny\"", "id = \"tiny\" \"tiny\""),
    ("id = \"tiny\"", "id = \"tiny\"\nid = \"tiny\""),
    ("id = \"tiny\"", "= \"tiny\""),
    ("id = \"tiny\"", "id = \"tiny\"\nid.x = 1"),
    ("id = \"tiny\"", "id = @"),
    ("id = \"tiny\"", "id = [1, 2"),
    ("id = \"tiny\"", "id = { a = 1"),
    ("id = \"tiny\"", "\"\"\"a\"\"\" = 1"),
    ("id = \"tiny\"", "idd = \"tiny\""),
    ("name = \"Tiny election\"", "name = \" \""),
    ("date = \"2001-01-07\"", "date = \"7 January\""),
    ("date = \"2001-01-07\"", "date = 2001-01-07"),
    (
        "key = [\"place\", \"table\"]",
        "key = [1]\n[[hierarchy]]\nid = \"h\"\nlevels = []",
    ),
    (
        "[[contest]]",
        "[[hierarchy]]\nid = \"h\"\nlevels = [\"a\", \"a\"]\n[[contest]]",
    ),
    ("[[contest]]", "[contest]"),
    ("[election]", "[election]\n[election]"),
    ("[election]", "[elections]"),
    (
        "kind = \"plurality\", winners = 1",
        "kind = \"plurality\", winners = 9",
    ),
    (
        "kind = \"plurality\", winners = 1",
        "kind = \"plurality\", winners = 0",
    ),
    (
        "kind = \"plurality\", winners = 1",
        "kind = \"plurality\", share = \"1/2\"",
    ),
    (
        "kind = \"plurality\", winners = 1",
        "kind = \"majority\", winners = 1, share = \"3/2\"",
    ),
    (
        "capacity = { rule = \"register\" }",
        "capacity = { rule = \"legal-maximum\" }",
    ),
    (
        "capacity = { rule = \"register\" }",
        "capacity = { rule = \"register\", maximum = 1 }",
    ),
    ("name = \"Birch\"", "name = \"Birch\"\n  tickets = [\"A\"]"),
    (
        "[[contest.register]]",
        "[[contest.ticket]]\n  id = \"T\"\n  name = \"T\"\n  option = \"Z\"\n  [[contest.register]]",
    ),
    (
        "[[contest.register]]",
        "[[contest.ticket]]\n  id = \"T\"\n  name = \"T\"\n  option = \"A\"\n  [[contest.register]]",
    ),
    ("id = \"B\"", "id = \"A\""),
    ("total = 490\n  source = \"list\"", "total = 490"),
    ("total = 490", "total = -1"),
    ("figure = \"electors\"", "figure = \"elector\""),
    (
        "id = \"office\"",
        "id = \"office\"\npredecessor = \"office\"",
    ),
    (
        "[[source]]\nid = \"sheets\"",
        "[[source]]\nid = \"sheets\"\ncontest = \"Z\"",
    ),
    ("aligned_with = []", "aligned_with = [\"A\", \"A\", \"Z\"]"),
    ("derived_from = \"none\"", "derived_from = \"Z\""),
    ("derived_from = \"none\"", "derived_from = \"sheets\""),
    ("path = \"sheets.csv\"", "path = \"../sheets.csv\""),
    (
        "path = \"sheets.csv\"",
        "path = \"sheets.csv\"\nname = \"x\"",
    ),
    (
        "path = \"sheets.csv\"",
        "path = \"sheets.csv\"\nsha256 = \"00\"",
    ),
    ("path = \"sheets.csv\"", "sha256 = \"00\""),
    ("path = \"sheets.csv\"", "name = \"a/b\""),
    (
        "path = \"sheets.csv\"",
        "name = \"a/b\"\nsha256 = \"0000000000000000000000000000000000000000000000000000000000000000\"",
    ),
    (
        "[source.columns]",
        "[source.read]\nlayout = \"long\"\n[source.columns]",
    ),
    (
        "[source.columns]",
        "[source.read]\nformat = \"json-per-station\"\n[source.columns]",
    ),
    (
        "[source.columns]",
        "[source.read]\nformat = \"json-per-station\"\nmembers = \"{a\"\n[source.columns]",
    ),
    (
        "[source.columns]",
        "[source.read]\nformat = \"json-per-station\"\nmembers = \"{a:0}{b}{c}\"\n[source.columns]",
    ),
    (
        "[source.columns]",
        "[source.values.kind]\nX = \"abroad\"\n[source.columns]",
    ),
    (
        "valid = \"valid\"",
        "valid = \"valid\"\nkind = \"k\"\nconstant = { kind = \"abroad\" }\noption_column = \"x\"",
    ),
    (
        "station = [\"place\", \"table\"]",
        "station_id = \"s\"\nstation = []",
    ),
    (
        "place = [\"place\"]",
        "place = [\"place\"]\nplace_id = \"x\"",
    ),
    (
        "valid = \"valid\"",
        "valid = \"valid\"\nprivate = [\"valid\"]\npicture = \"valid\"",
    ),
    ("A = \"A\"\nB = \"B\"", "A = \"A\"\nZ = \"A\""),
    ("B = \"B\"\n", "B = \"A\"\n"),
    (
        "[source.columns.votes]",
        "[source.columns.divisions]\nZ = { codes = [] }\n[source.columns.votes]",
    ),
    (
        "holds = \"options = valid\"",
        "holds = \"options = options\"",
    ),
    ("holds = \"options = valid\"", "holds = \"options = blank\""),
    (
        "winners = [\"B\"]",
        "winners = [\"B\"]\nfollows = \"Z\"\nturnout = \"101\"\nscope = { path = [] }",
    ),
    (
        "option = \"A\"\n  votes = 150",
        "option = \"A\"\n  group = \"G\"",
    ),
    (
        "option = \"A\"\n  votes = 150",
        "group = \"G\"\n  options = [\"B\"]\n  votes = -1",
    ),
];

#[test]
fn every_error_of_a_description_is_told_in_spanish() {
    let texts = Texts::new(Language::Spanish);
    let mut seen = 0;
    for (from, to) in EDITS {
        assert!(ELECTION.contains(from), "{from}");
        let errors = ElectionFolder::parse(&ELECTION.replacen(from, to, 1)).unwrap_err();
        for error in errors {
            seen += 1;
            for said in [&error.expected, &error.found] {
                let spanish = reader_text(&texts, said);
                // Values and keys of the file are data; TOML is a name.
                let is_data = said.starts_with(['"', '['])
                    || said
                        .bytes()
                        .all(|byte| byte.is_ascii_digit() || byte == b'-')
                    || error.key.ends_with(said.as_str())
                    || ["TOML", "true"].contains(&said.as_str());
                assert!(is_data || spanish != *said, "{to}: {said}");
                let words = english(&spanish);
                assert!(words.is_empty(), "{to}: {spanish}: {words:?}");
            }
        }
    }
    assert!(seen > EDITS.len(), "{seen} errors");
}

/// Phrases in the sources that reach no Spanish run as they stand, and why.
const ELSEWHERE: [(&str, &str); 18] = [
    ("; the nearest is {near}", "the end of a phrase with `none`"),
    ("one of ", "the beginning of a phrase with words in quotes"),
    (
        "{reason}{comma}delimiter {name}, which gives {fields} columns",
        "two phrases; each has its message",
    ),
    (
        "line {line}, column {column}: {key}: expected {expected}, found {found}{}",
        "the error as Rust prints it; the program words the parts",
    ),
    ("; did you mean {meant}?", "the error as Rust prints it"),
    ("row {row}, column {column}", "the error as Rust prints it"),
    (", expected {}", "the error as Rust prints it"),
    (", found {}", "the error as Rust prints it"),
    ("the folders differ: {}", "the program words the parts"),
    ("{name} says {says}", "the program words the parts"),
    ("options = valid", "an identity, in the words of the format"),
    (
        "the names of divisions",
        "the end of `a column ... for ...`",
    ),
    (
        "the codes of divisions",
        "the end of `a column ... for ...`",
    ),
    ("an identifier", TOKEN),
    ("an equals", TOKEN),
    ("a string", TOKEN),
    ("a multiline string", TOKEN),
    ("a table key", TOKEN),
];

/// Why a name of a token is not told.
const TOKEN: &str = "what the parser of TOML says; the reader words it anew";

/// Files whose texts are no diagnostics: documents that the program writes, and accounts that it
/// words itself.
const NO_DIAGNOSTICS: [&str; 12] = [
    "scrutineer-fetch/src/folder.rs",
    "scrutineer-fetch/src/missing.rs",
    "scrutineer-fetch/src/place.rs",
    "scrutineer-formats/src/nist/report.rs",
    "scrutineer-formats/src/propose/text.rs",
    "scrutineer-formats/src/write/",
    "scrutineer-simulate/src/declare.rs",
    "scrutineer-simulate/src/description.rs",
    "scrutineer-simulate/src/folder.rs",
    "scrutineer-simulate/src/simulate.rs",
    "scrutineer-simulate/src/text.rs",
    "scrutineer-formats/src/election/identity.rs",
];

/// Phrases in the sources of the public record that reach no Spanish run as they stand, and why.
const RECORD_ELSEWHERE: [(&str, &str); 9] = [
    (
        "cannot {action} the key file: {error}",
        "reading and writing have a message each",
    ),
    (
        "; of this rule there are {}",
        "the end of a phrase about the key of a finding",
    ),
    (
        "a count up to {largest}, null{or}",
        "two phrases; each has its message",
    ),
    (
        "{text:?} is no object path",
        "an assertion about the program itself",
    ),
    (
        "made to fail by a test",
        "a store that tests alone can build",
    ),
    ("scrutineer recovery policy 1", FORMAT),
    ("scrutineer insecure demo key", FORMAT),
    ("key VKEY of type 0x01", FORMAT),
    ("successor VKEY of type 0x01 or none", FORMAT),
];

/// Why words of a file stay as they are.
const FORMAT: &str = "the words of a file's format";

/// Files whose texts are no diagnostics: documents in both languages, tables, and the specification.
const RECORD_NO_DIAGNOSTICS: [&str; 8] = [
    "scrutineer-publication/src/data/columns.rs",
    "scrutineer-publication/src/data/dictionary.rs",
    "scrutineer-publication/src/data/recompute/",
    "scrutineer-publication/src/data/schema.rs",
    "scrutineer-publication/src/data/sqlite/views.rs",
    "scrutineer-publication/src/data/workbook.rs",
    "scrutineer-publication/src/entry/shape/objects/",
    "scrutineer-publication/src/entry/shape/render.rs",
];

/// Demands a Spanish message for every phrase in the sources of `crates`, and gives how many there are.
fn told_in_spanish(crates: &[&str], elsewhere: &[(&str, &str)], no_diagnostics: &[&str]) -> usize {
    let texts = Texts::new(Language::Spanish);
    let mut told = 0;
    let mut untold = Vec::new();
    let mut stale: Vec<&str> = elsewhere.iter().map(|(text, _)| *text).collect();
    for crate_name in crates {
        for literal in in_sources(crate_name) {
            let file = literal.file.as_str();
            stale.retain(|text| *text != literal.text);
            let is_elsewhere = elsewhere.iter().any(|(text, _)| *text == literal.text)
                || no_diagnostics.iter().any(|name| file.starts_with(name))
                // A query is shown as it was asked.
                || literal.text.starts_with("SELECT ");
            if is_elsewhere || !literal.is_phrase() {
                continue;
            }
            // A hole stands for a phrase or a number. A text with braces that is no format stands for
            // itself.
            let readings = [
                literal.filled("none"),
                literal.filled("17"),
                literal.text.clone(),
            ];
            let is_told = |said: &str| {
                let spanish = reader_text(&texts, said);
                spanish != said && english(&spanish).is_empty()
            };
            let is_told =
                |said: &String| is_told(said) || is_told(said.trim_end_matches(['.', '\n']));
            if readings.iter().any(is_told) {
                told += 1;
            } else {
                untold.push(format!("{file}: {}", literal.text));
            }
        }
    }
    assert!(untold.is_empty(), "{}", untold.join("\n"));
    assert!(stale.is_empty(), "no longer in the sources: {stale:?}");
    told
}

#[test]
fn every_phrase_in_the_sources_of_the_readers_has_its_spanish_message() {
    let crates = [
        "scrutineer-formats",
        "scrutineer-simulate",
        "scrutineer-fetch",
    ];
    let told = told_in_spanish(&crates, &ELSEWHERE, &NO_DIAGNOSTICS);
    assert!(told > 250, "{told} phrases were found");
}

#[test]
fn every_phrase_in_the_sources_of_the_public_record_has_its_spanish_message() {
    let crates = [
        "scrutineer-tlog",
        "scrutineer-logstore",
        "scrutineer-publication",
    ];
    let told = told_in_spanish(&crates, &RECORD_ELSEWHERE, &RECORD_NO_DIAGNOSTICS);
    assert!(told > 250, "{told} phrases were found");
}

/// Phrases in the sources of the conditions that reach no Spanish run as they stand, and why.
const CONDITIONS_ELSEWHERE: [(&str, &str); 1] = [(
    "A whole number, or a real with 10 significant digits.",
    "a description in the schema",
)];

#[test]
fn every_phrase_in_the_sources_of_indices_and_disclosure_has_its_spanish_message() {
    let crates = ["scrutineer-indices", "scrutineer-disclosure"];
    let told = told_in_spanish(&crates, &CONDITIONS_ELSEWHERE, &[]);
    assert!(told > 20, "{told} phrases were found");
}

#[test]
fn a_bad_description_and_bad_sheets_are_checked_in_spanish() {
    let scratch = Scratch::new();
    folder(&scratch, "bad");
    let mut election = ELECTION.to_owned();
    for (from, to) in [
        ("id = \"tiny\"", "idd = 1"),
        ("date = \"2001-01-07\"", "date = \"7 January\""),
        ("rule = \"register\"", "rule = \"registers\""),
        ("aligned_with = []", "aligned_with = [\"Z\"]"),
        ("path = \"sheets.csv\"", "name = \"x\""),
        ("holds = \"options = valid\"", "holds = \"x\""),
        ("total = 490\n  source = \"list\"", "total = 490"),
    ] {
        election = election.replacen(from, to, 1);
    }
    scratch.write("bad/election.toml", &election);
    let bad = run(&scratch, &["check", "bad", "--lang", "es"]);
    assert_eq!(bad.code, 1);
    assert!(bad.err.lines().count() > 20, "{}", bad.err);
    assert_eq!(english(&bad.err), Vec::<String>::new(), "{}", bad.err);

    folder(&scratch, "cells");
    let rows = "P3,1,90,x,50,5,30,20\nP4,1,90,-3,50,5,30\n,,1,1,1,0,1,0\nP5,1,9.5,\"";
    let sheets = format!("{SHEETS}{rows}").replacen("valid,invalid", "valid,,valid", 1);
    scratch.write("cells/sheets.csv", sheets);
    let cells = run(&scratch, &["check", "cells", "--lang", "es"]);
    assert_eq!(cells.code, 1);
    assert_eq!(english(&cells.out), Vec::<String>::new(), "{}", cells.out);
}

#[test]
fn a_proposal_a_wrong_plan_and_a_bad_proxy_are_explained_in_spanish() {
    let scratch = Scratch::new();
    scratch.write("some.csv", SHEETS);
    scratch.write("none.csv", "p,a,b\n1,2,3\n1,2,3\n");
    for (from, name) in [("some.csv", "one"), ("none.csv", "two")] {
        let new = run(&scratch, &["new", name, "--from", from, "--lang", "es"]);
        assert_eq!(new.code, 0, "{}", new.err);
        assert!(new.out.contains("\n- "), "{}", new.out);
        assert_eq!(english(&new.out), Vec::<String>::new(), "{}", new.out);
    }
    let plan = [
        "simulate",
        "--lang=es",
        "--out=s",
        "--stations=0",
        "--options=1",
        "--turnout=100%",
        "--missing=lots",
        "--repeats=9",
        "--bulletin=100%",
        "--scenario=none",
    ];
    let plan = run(&scratch, &plan);
    assert_eq!(plan.code, 2);
    assert!(plan.err.lines().count() >= 6, "{}", plan.err);
    assert_eq!(english(&plan.err), Vec::<String>::new(), "{}", plan.err);

    folder(&scratch, "e");
    for proxy in ["socks4://h:1", "http:// /"] {
        let mut audit = command(&scratch, &["audit", "e", "--fetch", "--lang", "es"]);
        audit.env("ALL_PROXY", proxy);
        let audit = finish(audit);
        assert_eq!(audit.code, 2, "{}", audit.err);
        assert_eq!(english(&audit.err), Vec::<String>::new(), "{}", audit.err);
    }
}
