//! What reading a folder guarantees, on a small one with every trap.

use scrutineer_formats::{ElectionFolder, LoadOptions, Loaded, write_folder};
use scrutineer_model::{Capacity, Cell, Field, ImportIssueKind, OptionIdx, SheetSet, StationKind};

use crate::support::{
    REGISTER, SHEETS, SMALL, assert_same, load_folder, load_small, load_with, parse, small_files,
};

fn small() -> Loaded {
    load_small(SMALL, SHEETS.as_bytes())
}

/// Windows-1252 for the letters of these tests.
fn windows_1252(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| u8::try_from(u32::from(c)).expect("Latin-1"))
        .collect()
}

fn utf_16(text: &str, mark: bool) -> Vec<u8> {
    let mark: &[u8] = if mark { &[0xff, 0xfe] } else { &[] };
    mark.iter()
        .copied()
        .chain(text.encode_utf16().flat_map(u16::to_le_bytes))
        .collect()
}

#[test]
fn a_row_becomes_a_reading_and_nothing_missing_becomes_zero() {
    let loaded = small();
    let data = &loaded.dataset;
    assert_eq!(data.issues(), []);
    let ids: Vec<&str> = data
        .stations()
        .indices()
        .map(|at| data.stations().id(at))
        .collect();
    assert_eq!(ids, ["007:1", "007:2", "008:1", "008:2", "X%209:1"]);
    let set = &data.sheets()[0];
    let option = |row: usize| -> Vec<Cell> { set.options().iter().map(|o| o[row]).collect() };
    let cells = |counts: [Option<u64>; 3]| -> Vec<Cell> {
        counts
            .map(|n| n.map_or(Cell::UNREAD, |n| Cell::new(n).expect("small")))
            .to_vec()
    };
    assert_eq!(option(0), cells([Some(30), Some(28), Some(0)]));
    assert_eq!(option(1), cells([Some(20), Some(30), None]));
    assert_eq!(set.rivals().len(), 1);
    assert_eq!(set.current().len(), 3);
    let abroad = data.stations().get(set.stations()[4]);
    assert_eq!(
        (abroad.kind, abroad.in_register),
        (StationKind::Abroad, false)
    );
    assert_eq!(abroad.capacity, Capacity::NotStated);
    let last = data
        .stations()
        .get(data.stations().indices().nth(3).expect("a station"));
    assert_eq!((last.capacity, last.label), (Capacity::Known(150), "2"));
    let pictures = set.pictures();
    assert_eq!(
        pictures
            .iter()
            .filter(|picture| **picture == pictures[0])
            .count(),
        2
    );
    assert!(set.field(Field::Voters).is_none());
}

#[test]
fn what_is_written_is_read_back() {
    let one = small().dataset;
    let files = write_folder(&one, &["place".to_owned(), "table".to_owned()]);
    let text = String::from_utf8(files[0].1.clone()).expect("text");
    let given: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let two = load_with(&text, &given).expect("it loads").dataset;
    assert_same(&one, &two);
    assert_eq!(two.issues(), []);
    let again = write_folder(&two, &["place".to_owned(), "table".to_owned()]);
    assert_eq!(files, again, "the same data set gives the same bytes");
}

#[test]
fn order_of_rows_split_encoding_and_delimiter_change_nothing() {
    let one = small().dataset;
    let (header, body) = SHEETS.split_once('\n').expect("a header");
    let mut rows: Vec<&str> = body.lines().collect();
    rows.reverse();
    let shuffled = format!("{header}\n{}\n", rows.join("\n"));
    assert_same(&one, &load_small(SMALL, shuffled.as_bytes()).dataset);
    for delimiter in [';', '\t', '|'] {
        let text = SHEETS
            .replace("Sol\"\", Norte", "Sol\"\"\u{1} Norte")
            .replace(',', &delimiter.to_string());
        let text = text.replace('\u{1}', ",");
        assert_same(&one, &load_small(SMALL, text.as_bytes()).dataset);
    }
    assert_same(&one, &load_small(SMALL, &windows_1252(SHEETS)).dataset);
    assert_same(&one, &load_small(SMALL, &utf_16(SHEETS, true)).dataset);
    assert_same(&one, &load_small(SMALL, &utf_16(SHEETS, false)).dataset);
    assert_same(
        &one,
        &load_small(SMALL, SHEETS.replace('\n', "\r\n").as_bytes()).dataset,
    );
    let marked = format!("\u{feff}{SHEETS}");
    assert_same(&one, &load_small(SMALL, marked.as_bytes()).dataset);
    let preamble = format!("Results\n,,\n{SHEETS}total,,,,,,,,,9,9,9,9,9,9,9,9,,\n");
    let read = SMALL.replace("#READ", "skip = 2\nfooter = 1");
    assert_same(&one, &load_small(&read, preamble.as_bytes()).dataset);

    let two_files = SMALL.replace(
        "path = \"sheets.csv\"\n",
        "path = \"one.csv\"\n[[source.file]]\npath = \"two.csv\"\n",
    );
    let first = format!("{header}\n{}\n", rows[..2].join("\n"));
    let second = format!("{header}\n{}\n", rows[2..].join("\n"));
    let mut files = small_files(b"");
    files.push(("one.csv", first.into()));
    files.push(("two.csv", second.into()));
    let files: Vec<(&str, &[u8])> = files.iter().map(|(n, b)| (*n, b.as_slice())).collect();
    assert_same(
        &one,
        &load_with(&two_files, &files).expect("it loads").dataset,
    );
}

#[test]
fn the_long_layout_gives_the_same_data_whatever_the_order_of_its_rows() {
    let mut long = vec![
        "place,table,name,state,state name,town,town name,seat,kind,re,what,number,agent,picture"
            .to_owned(),
    ];
    let names = ["ballots", "valid", "null", "a1", "a2", "b", "c"];
    for line in SHEETS
        .replace("\"Escuela \"\"Sol\"\", Norte\"", "Escuela")
        .lines()
        .skip(1)
    {
        let cells: Vec<&str> = line.split(',').collect();
        for (name, number) in names.iter().zip(&cells[10..17]) {
            let head = cells[..10].join(",");
            long.push(format!(
                "{head},{name},{number},{},{}",
                cells[17], cells[18]
            ));
        }
    }
    let text = SMALL
        .replace("#READ", "layout = \"long\"")
        .replace("ballots = \"ballots\"\nvalid = \"valid\"\ninvalid = \"null\"\n", "option_column = \"what\"\nvotes_column = \"number\"\n")
        .replace("A1 = \"a1\"\nA2 = \"a2\"\nB = \"b\"\nC = \"c\"\n[source.values.kind]", "[source.values.option]\nballots = \"ballots\"\nvalid = \"valid\"\nnull = \"invalid\"\na1 = \"A1\"\na2 = \"A2\"\nb = \"B\"\nc = \"C\"\n[source.values.kind]")
        .replace("[source.columns.votes]\n", "");
    let one = load_small(&text, (long.join("\n") + "\n").as_bytes());
    assert_eq!(one.dataset.issues(), []);
    let wide = load_small(
        SMALL,
        SHEETS
            .replace("\"Escuela \"\"Sol\"\", Norte\"", "Escuela")
            .as_bytes(),
    );
    let (ours, theirs) = (&one.dataset.sheets()[0], &wide.dataset.sheets()[0]);
    assert_eq!(ours.stations(), theirs.stations());
    assert_eq!(ours.current().len(), 3);
    for row in ours.current() {
        let (a, b): (Vec<_>, Vec<_>) = (ours.content(row).collect(), theirs.content(row).collect());
        assert_eq!(a, b);
    }
    let rows = long.split_off(1);
    let mut shuffled = long;
    shuffled.extend(rows.into_iter().rev());
    assert_same(
        &one.dataset,
        &load_small(&text, (shuffled.join("\n") + "\n").as_bytes()).dataset,
    );
}

#[test]
fn every_wrong_cell_is_reported_with_row_column_expected_and_found() {
    let sheets = "\
place,table,name,state,state name,town,town name,seat,kind,re,ballots,valid,null,a1,a2,b,c,agent,picture,extra
007,1,E,1,,01,,N,,100,x,-3,8.5,99999999999,20,28,0,CANARY-AGENT,CANARY,CANARY-EXTRA
,2,E,1,,01,,N,,100,60,58,2,10,20,28,0,CANARY-AGENT,CANARY,CANARY-EXTRA
007,3,E,1,,01,,N,moon,100,60,58,2
007,4,E,1,,01,,N,moon,100,60,58,2,10.0,20,28,0,CANARY-AGENT,CANARY,CANARY-EXTRA
";
    let loaded = load_small(SMALL, sheets.as_bytes());
    let lines: Vec<String> = loaded
        .dataset
        .issues()
        .iter()
        .map(|issue| {
            format!(
                "{:?} {:?} {} {:?}",
                issue.kind,
                issue.locator.row,
                issue.locator.column.as_deref().unwrap_or("-"),
                issue.found,
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "UnmappedColumn None extra \"one that it does not name; its cells are dropped\"",
            "TooLarge Some(2) a1 \"99999999999\"",
            "NotANumber Some(2) ballots \"x\"",
            "NotAnInteger Some(2) null \"8.5\"",
            "Negative Some(2) valid \"-3\"",
            "MissingKey Some(3) place \"an empty cell\"",
            "RaggedRow Some(4) - \"13 fields\"",
            "UnknownValue Some(5) kind \"moon\"",
        ]
    );
    let source = &loaded.dataset.sources()[0];
    assert_eq!((source.rows, source.rejected), (4, 2));
    assert_eq!(
        loaded.dataset.sheets()[0].option(OptionIdx::new(0))[1],
        Cell::new(30).expect("30")
    );
    let all = format!("{loaded:?}");
    assert!(
        !all.contains("CANARY"),
        "no private or unmapped cell is anywhere in what was read"
    );
}

#[test]
fn private_cells_are_nowhere_in_what_was_read_or_written() {
    let loaded = small();
    assert!(!format!("{loaded:?}").contains("CANARY"));
    for (name, bytes) in write_folder(&loaded.dataset, &[]) {
        let text = String::from_utf8(bytes).expect("text");
        assert!(!text.contains("CANARY"), "{name}");
        let digest = loaded.dataset.sheets()[0].pictures()[0].to_string();
        assert!(!text.contains(&digest), "{name}");
    }
}

#[test]
fn a_sum_that_fails_on_more_than_one_reading_in_a_hundred_refuses_the_source() {
    let header = SHEETS.lines().next().expect("a header");
    let table = |wrong: usize| {
        let mut text = format!("{header}\n");
        for row in 0..100 {
            let valid = if row < wrong { 59 } else { 58 };
            let line = format!(
                "1,{row},E,1,,01,,N,,100,{},{valid},2,10,20,28,0,,\n",
                valid + 2
            );
            text.push_str(&line);
        }
        text
    };
    assert_eq!(load_small(SMALL, table(1).as_bytes()).refused, []);
    let refused = load_small(SMALL, table(2).as_bytes()).refused;
    assert_eq!(refused.len(), 1);
    assert_eq!((refused[0].readings, refused[0].failing), (100, 2));
    assert_eq!(refused[0].identity, "options = valid");
    let rows: Vec<_> = refused[0].first.iter().map(|at| at.row).collect();
    assert_eq!(rows, [Some(2), Some(3)]);
    let files = small_files(table(2).as_bytes());
    let files: Vec<(&str, &[u8])> = files.iter().map(|(n, b)| (*n, b.as_slice())).collect();
    let accepted = load_folder(
        &parse(SMALL),
        &files,
        LoadOptions {
            accept_import: true,
            ..LoadOptions::default()
        },
    );
    let issues = accepted.expect("it loads").dataset.issues().to_vec();
    assert_eq!(
        issues.iter().map(|issue| issue.kind).collect::<Vec<_>>(),
        [ImportIssueKind::Decision]
    );
}

#[test]
fn missing_files_are_all_named_and_sealed_is_never_asked_for() {
    let error =
        load_with(SMALL, &[("register.csv", REGISTER.as_bytes())]).expect_err("two missing");
    assert_eq!(
        error.to_string(),
        "required files are missing: source sheets: sheets.csv (not found); \
         declaration night: parts.csv (not found)"
    );
    for path in [
        "sealed/a.csv",
        "SEALED/a.csv",
        "a/../b.csv",
        "/etc/passwd",
        "x.age",
        "a\\\\b",
        "C:x",
    ] {
        let text = SMALL.replace("path = \"sheets.csv\"", &format!("path = \"{path}\""));
        let errors = ElectionFolder::parse(&text).expect_err(path);
        assert_eq!(errors.len(), 1, "{path}: {errors:?}");
        assert!(errors[0].key.ends_with("file[1].path"), "{path}");
    }
}

#[test]
fn a_pinned_file_with_another_digest_is_never_used() {
    let pinned = format!("sha256 = \"{}\"\nname = \"sheets.csv\"", "0".repeat(64));
    let text = SMALL.replace("path = \"sheets.csv\"", &pinned);
    let files = small_files(SHEETS.as_bytes());
    let files: Vec<(&str, &[u8])> = files.iter().map(|(n, b)| (*n, b.as_slice())).collect();
    let error = load_with(&text, &files)
        .expect_err("another digest")
        .to_string();
    assert!(error.contains("expected the digest 0000"), "{error}");
}

#[test]
fn one_file_serves_several_sources_and_is_asked_for_once() {
    let second = SMALL.split("[[source]]").nth(1).expect("a source");
    let second = second.split("[register]").next().expect("its end");
    let second = second
        .replace("id = \"sheets\"", "id = \"again\"")
        .replace("derived_from = \"none\"", "derived_from = \"sheets\"")
        .replace("#READ", "where = { kind = [\"extern\"] }");
    let text = SMALL.replace("[register]", &format!("[[source]]{second}[register]"));
    let folder = parse(&text);
    let names: Vec<String> = folder
        .wanted()
        .iter()
        .map(|wanted| wanted.location.name().to_owned())
        .collect();
    assert_eq!(
        names,
        [
            "register.csv",
            "sheets.csv",
            "parts.csv",
            "dispositions.csv"
        ]
    );
    assert_eq!(
        folder.sources()[1].origin.0.as_str(),
        "sheets",
        "one root, one origin"
    );
    let loaded = load_small(&text, SHEETS.as_bytes());
    let sizes: Vec<usize> = loaded.dataset.sheets().iter().map(SheetSet::len).collect();
    assert_eq!(sizes, [5, 1]);
}

#[test]
fn words_for_missing_and_for_not_on_this_form_are_two_things() {
    let sheets = SHEETS.replace("40,8,40,0", "40,N/D,x,0");
    let text = SMALL.replace("#READ", "missing = [\"n/d\"]\nnot_on_form = [\"x\"]");
    let data = load_small(&text, sheets.as_bytes()).dataset;
    assert_eq!(data.issues(), []);
    let set = &data.sheets()[0];
    let found: Vec<Cell> = set
        .options()
        .iter()
        .filter_map(|option| option.iter().copied().find(|c| c.count().is_none()))
        .collect();
    assert!(
        found.contains(&Cell::UNREAD) && found.contains(&Cell::NOT_ON_FORM),
        "{found:?}"
    );
    let files = write_folder(&data, &[]);
    let given: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(n, b)| (n.as_str(), b.as_slice()))
        .collect();
    let text = String::from_utf8(files[0].1.clone()).expect("text");
    assert_same(&data, &load_with(&text, &given).expect("it loads").dataset);
}
