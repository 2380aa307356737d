//! Hostile files from their bytes to the report: a clear issue in the right place, every good row
//! kept, no panic.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::GzEncoder;
use scrutineer_audit::audit;
use scrutineer_formats::Loaded;
use scrutineer_model::{Evidence, ImportIssue, ImportIssueKind as Kind};
use zip::unstable::write::FileOptionsExt as _;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::support::load_with;

const FOLDER: &str = r#"
schema = "scrutineer/election/1"
[election]
id = "hostile"
name = "Hostile"
date = "2024-05-05"
country = "XX"
key = ["place", "table"]
[[hierarchy]]
id = "regions"
levels = ["region"]
[[contest]]
id = "mayor"
name = "Mayor"
rule = { kind = "plurality", winners = 1 }
capacity = { rule = "register" }
[[contest.option]]
id = "A"
name = "Ana"
[[contest.option]]
id = "B"
name = "Bo"
[[source]]
id = "sheets"
[source.provenance]
supplied_by = "unknown"
obtained_from = "unknown"
obtained_on = "unknown"
obtained_by_role = "unknown"
method = "unknown"
medium = "unknown"
licence = "unknown"
derived_from = "unknown"
transformations = "unknown"
[[source.file]]
path = "FILE"
[source.columns]
station = ["place", "table"]
place = ["place"]
place_name = "name"
registered = "re"
[source.columns.divisions]
regions = { codes = ["region"] }
[source.columns.votes]
A = "a"
B = "b"
"#;

const HEADER: &str = "place,table,name,region,re,a,b\n";
const FIRST: &str = "1,1,Liceo,N,100,30,20\n";
const LAST: &str = "9,1,Feria,S,100,10,40\n";

/// Loads one file and audits it: nothing about the content of a file may stop either.
fn read(file: &str, bytes: &[u8]) -> Loaded {
    let loaded = load_with(&FOLDER.replace("FILE", file), &[(file, bytes)]).expect("it loads");
    audit(&loaded.dataset, &Evidence::default()).expect("sums stay within bounds");
    loaded
}

/// The stations with a reading, in order.
fn stations(loaded: &Loaded) -> Vec<&str> {
    let data = &loaded.dataset;
    let set = data.sheets().first().expect("a source");
    set.stations()
        .iter()
        .map(|&station| data.stations().get(station).id)
        .collect()
}

/// Issues with their row and column, without columns that the map drops.
fn issues(loaded: &Loaded) -> Vec<(Kind, Option<u64>, Option<&str>)> {
    let place = |issue: &ImportIssue| issue.locator.row;
    let issues = loaded.dataset.issues().iter();
    issues
        .map(|issue| {
            assert!(
                !issue.expected.is_empty() || !issue.found.is_empty(),
                "{issue:?}"
            );
            (issue.kind, place(issue), issue.locator.column.as_deref())
        })
        .collect()
}

#[test]
fn a_line_without_end_loses_only_itself() {
    let endless = "7".repeat(2 << 20);
    let loaded = read(
        "s.csv",
        format!("{HEADER}{FIRST}{endless}\n{LAST}").as_bytes(),
    );
    assert_eq!(stations(&loaded), ["1:1", "9:1"]);
    assert_eq!(issues(&loaded), [(Kind::OverLimit, Some(3), None)]);
    let quoted = read("s.csv", format!("{HEADER}{FIRST}\"{endless}").as_bytes());
    assert_eq!(stations(&quoted), ["1:1"]);
    assert_eq!(issues(&quoted)[0].1, Some(3));
}

#[test]
fn ten_thousand_columns_lose_their_row_or_with_the_header_the_file() {
    let wide = ",".repeat(9_999);
    let loaded = read("s.csv", format!("{HEADER}{FIRST}{wide}\n{LAST}").as_bytes());
    assert_eq!(stations(&loaded), ["1:1", "9:1"]);
    assert_eq!(issues(&loaded), [(Kind::OverLimit, Some(3), None)]);
    let loaded = read("s.csv", format!("{wide}\n{HEADER}{FIRST}").as_bytes());
    assert!(
        issues(&loaded)
            .iter()
            .any(|(kind, row, _)| *kind == Kind::OverLimit && *row == Some(1)),
        "{:?}",
        loaded.dataset.issues()
    );
}

#[test]
fn numbers_that_are_no_counts_stay_unread_in_their_row_and_column() {
    let rows = "2,1,x,N,18446744073709551616,30,20\n3,1,x,N,100,-5,20\n4,1,x,N,100,30,2.5\n\
                5,1,x,N,100,99999999999999999999999999999999999999999999,20\n6,1,x,N,100,1e9,20\n";
    let loaded = read("s.csv", format!("{HEADER}{FIRST}{rows}{LAST}").as_bytes());
    assert_eq!(
        issues(&loaded),
        [
            (Kind::TooLarge, Some(3), Some("re")),
            (Kind::Negative, Some(4), Some("a")),
            (Kind::NotAnInteger, Some(5), Some("b")),
            (Kind::TooLarge, Some(6), Some("a")),
            (Kind::NotANumber, Some(7), Some("a")),
        ]
    );
    assert_eq!(
        stations(&loaded),
        ["1:1", "2:1", "3:1", "4:1", "5:1", "6:1", "9:1"]
    );
}

#[test]
fn zero_bytes_are_told_and_names_from_right_to_left_are_kept() {
    let name = "مدرسة\u{202e} الشمس";
    let rows = format!("2,1,{name},N,100,30,20\n3,1,x,N,100,3\u{0}0,20\n");
    let loaded = read("s.csv", format!("{HEADER}{FIRST}{rows}{LAST}").as_bytes());
    assert_eq!(stations(&loaded), ["1:1", "2:1", "3:1", "9:1"]);
    assert!(
        issues(&loaded).contains(&(Kind::NulByte, Some(4), Some("a"))),
        "{:?}",
        loaded.dataset.issues()
    );
    let data = &loaded.dataset;
    let place = data.stations().get(data.sheets()[0].stations()[1]).place;
    let held = data.places().get(place.expect("a place")).name;
    assert!(held.contains("مدرسة"), "{held:?}");
}

#[test]
fn line_ends_of_windows_are_no_part_of_a_cell() {
    let text = format!("{HEADER}{FIRST}{LAST}").replace('\n', "\r\n");
    let loaded = read("s.csv", text.as_bytes());
    assert_eq!(issues(&loaded), []);
    assert_eq!(stations(&loaded), ["1:1", "9:1"]);
}

#[test]
fn nothing_to_read_is_told_for_an_empty_file_and_is_no_error_below_a_header() {
    let loaded = read("s.csv", b"");
    assert!(
        issues(&loaded)
            .iter()
            .any(|(kind, ..)| matches!(kind, Kind::Unreadable | Kind::MissingColumn)),
        "{:?}",
        loaded.dataset.issues()
    );
    assert_eq!(stations(&loaded), [""; 0]);
    let loaded = read("s.csv", HEADER.as_bytes());
    assert_eq!(issues(&loaded), []);
    assert_eq!(stations(&loaded), [""; 0]);
}

#[test]
fn two_columns_with_one_name_are_told_with_the_column() {
    let text = format!("{HEADER}{FIRST}").replace('\n', ",5\n");
    let loaded = read("s.csv", text.replacen(",5\n", ",a\n", 1).as_bytes());
    let found = issues(&loaded);
    assert!(
        found.contains(&(Kind::DuplicateColumn, Some(1), Some("a"))),
        "{found:?}"
    );
}

#[test]
fn sixteen_megabytes_of_noise_end_in_issues_of_bounded_number() {
    let mut state: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut bytes = Vec::with_capacity(16 << 20);
    while bytes.len() < 16 << 20 {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        bytes.extend_from_slice(&state.to_le_bytes());
    }
    for file in ["s.csv", "s.csv.gz", "s.zip", "s.xlsx", "s.ods"] {
        let found = issues(&read(file, &bytes)).len();
        assert!((1..20_000).contains(&found), "{file}: {found}");
    }
    let mut below = format!("{HEADER}{FIRST}").into_bytes();
    below.extend_from_slice(&bytes);
    let loaded = read("s.csv", &below);
    assert!(stations(&loaded).contains(&"1:1"));
    assert!(!issues(&loaded).is_empty());
}

#[test]
fn many_places_in_two_regions_are_each_told_once() {
    let mut text = String::from(HEADER);
    for region in ["N", "S", "N"] {
        for place in 0..30_000 {
            let _ = writeln!(text, "{place},{region},x,{region},100,1,2");
        }
    }
    let loaded = read("s.csv", text.as_bytes());
    let conflicts = issues(&loaded);
    let told = conflicts
        .iter()
        .filter(|issue| issue.0 == Kind::DivisionConflict);
    assert_eq!(told.count(), 30_000);
}

fn gzip(text: &str) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::fast());
    writer.write_all(text.as_bytes()).expect("memory");
    writer.finish().expect("memory")
}

#[test]
fn gzip_data_that_is_cut_off_keeps_the_rows_before_the_cut() {
    let mut text = format!("{HEADER}{FIRST}");
    for place in 2..20_000 {
        let _ = writeln!(text, "{place},1,x,N,100,{},{}", place % 50, place % 47);
    }
    let whole = gzip(&text);
    let loaded = read("s.csv.gz", &whole[..whole.len() / 2]);
    assert!(
        issues(&loaded)
            .iter()
            .any(|issue| issue.0 == Kind::Truncated),
        "{:?}",
        loaded.dataset.issues()
    );
    let kept = stations(&loaded).len();
    assert!(kept > 1_000, "{kept}");
    // The last line before the cut may lack digits: nothing of it may count.
    let data = &loaded.dataset;
    let set = data.sheets().first().expect("a source");
    for row in 0..set.len() {
        let place = data.stations().get(set.stations()[row]).id;
        let place: u32 = place.trim_end_matches(":1").parse().expect("a number");
        let held: Vec<_> = set
            .options()
            .iter()
            .map(|column| column[row].count())
            .collect();
        if place > 1 {
            assert_eq!(held, [Some(place % 50), Some(place % 47)], "{place}");
        }
    }
    let loaded = read("s.csv.gz", &whole[..5]);
    assert!(loaded.has_unreadable(), "{:?}", loaded.dataset.issues());
}

#[test]
fn members_that_cannot_be_opened_leave_the_others_read() {
    let good = format!("{HEADER}{FIRST}{LAST}");
    let nested = zip_of(&[("in.csv", good.as_bytes())]);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let plain = SimpleFileOptions::default();
    let locked = plain.with_deprecated_encryption(b"key").expect("a key");
    for (name, bytes, options) in [
        ("good.csv", good.as_bytes(), plain),
        ("locked.csv", good.as_bytes(), locked),
        ("nested.zip", nested.as_slice(), plain),
    ] {
        writer.start_file(name, options).expect("memory");
        writer.write_all(bytes).expect("memory");
    }
    let loaded = read("s.zip", &writer.finish().expect("memory").into_inner());
    assert_eq!(stations(&loaded), ["1:1", "9:1"]);
    for (name, word) in [("locked.csv", "encrypted"), ("nested.zip", "archive")] {
        assert!(
            loaded.dataset.issues().iter().any(|issue| {
                issue.locator.file.starts_with("s.zip")
                    && issue.found.contains(name)
                    && issue.expected.contains(word)
            }),
            "{name}: {:?}",
            loaded.dataset.issues()
        );
    }
}

#[test]
fn a_member_that_expands_beyond_the_ratio_is_stopped() {
    let bomb = vec![b'0'; 64 << 20];
    let good = format!("{HEADER}{FIRST}");
    let bytes = zip_of(&[("a.csv", good.as_bytes()), ("b.csv", &bomb)]);
    assert!(bytes.len() < 1 << 20, "{}", bytes.len());
    let loaded = read("s.zip", &bytes);
    assert_eq!(stations(&loaded), ["1:1"]);
    assert!(
        issues(&loaded)
            .iter()
            .any(|issue| issue.0 == Kind::OverLimit),
        "{:?}",
        loaded.dataset.issues()
    );
}

fn zip_of(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in members {
        let method = match *name {
            "mimetype" => CompressionMethod::Stored,
            _ => CompressionMethod::Deflated,
        };
        let options = SimpleFileOptions::default().compression_method(method);
        writer.start_file(*name, options).expect("memory");
        writer.write_all(bytes).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

/// A workbook with one sheet of these rows; the cells are texts.
fn xlsx(rows: &str, after: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let part = |id: &str, kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{package}\"><Relationship Id=\"{id}\" Type=\"{rel}/{kind}\" \
             Target=\"{target}\"/></Relationships>"
        )
    };
    let workbook = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{rel}\"><sheets>\
         <sheet name=\"Actas\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let sheet =
        format!("<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData>{after}</worksheet>");
    let root = part("rId1", "officeDocument", "xl/workbook.xml");
    let book = part("rId1", "worksheet", "worksheets/sheet1.xml");
    zip_of(&[
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", book.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn xlsx_row(row: u32, attributes: &str, line: &str) -> String {
    let mut text = format!("<row r=\"{row}\"{attributes}>");
    for (letter, cell) in ('A'..).zip(line.trim().split(',')) {
        let _ = match cell.strip_prefix('=') {
            Some(formula) => write!(text, "<c r=\"{letter}{row}\"><f>{formula}</f><v>20</v></c>"),
            None => write!(
                text,
                "<c r=\"{letter}{row}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"
            ),
        };
    }
    text + "</row>"
}

#[test]
fn a_workbook_with_formulas_hidden_rows_and_merged_cells_is_read_and_told() {
    let rows = xlsx_row(1, "", HEADER)
        + &xlsx_row(2, "", FIRST)
        + &xlsx_row(3, " hidden=\"1\"", "2,1,x,N,100,30,20")
        + &xlsx_row(4, "", "3,1,x,N,100,30,=F4-10");
    let book = xlsx(&rows, "<mergeCells><mergeCell ref=\"C4:D4\"/></mergeCells>");
    let loaded = read("s.xlsx", &book);
    assert_eq!(stations(&loaded), ["1:1", "2:1", "3:1"]);
    let mut found = issues(&loaded);
    found.sort();
    assert_eq!(
        found,
        [
            (Kind::HiddenRow, Some(3), None),
            (Kind::Formula, Some(4), Some("b")),
            (Kind::MergedCells, Some(4), Some("name")),
        ]
    );
}

#[test]
fn an_open_document_with_formulas_hidden_rows_and_merged_cells_is_read_and_told() {
    let cell = |text: &str| match text.strip_prefix('=') {
        Some(formula) => format!(
            "<table:table-cell table:formula=\"of:={formula}\" office:value-type=\"float\" \
             office:value=\"20\"/>"
        ),
        None => format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p>\
             </table:table-cell>"
        ),
    };
    let row = |attributes: &str, line: &str| {
        let cells: String = line.trim().split(',').map(cell).collect();
        format!("<table:table-row{attributes}>{cells}</table:table-row>")
    };
    let merged = row("", "3,1,x,N,100,30,=1").replacen(
        "<table:table-cell ",
        "<table:table-cell table:number-rows-spanned=\"2\" ",
        1,
    );
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\">\
         <office:body><office:spreadsheet><table:table table:name=\"Actas\">{}{}{}{merged}\
         </table:table></office:spreadsheet></office:body></office:document-content>",
        row("", HEADER),
        row("", FIRST),
        row(" table:visibility=\"filter\"", "2,1,x,N,100,30,20"),
    );
    let book = zip_of(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        (
            "META-INF/manifest.xml",
            b"<manifest:manifest xmlns:manifest=\"m\"/>",
        ),
        ("content.xml", content.as_bytes()),
    ]);
    let loaded = read("s.ods", &book);
    assert_eq!(stations(&loaded), ["1:1", "2:1", "3:1"]);
    let mut found = issues(&loaded);
    found.sort();
    assert_eq!(
        found,
        [
            (Kind::HiddenRow, Some(3), None),
            (Kind::Formula, Some(4), Some("b")),
            (Kind::MergedCells, Some(4), Some("place")),
        ]
    );
}
