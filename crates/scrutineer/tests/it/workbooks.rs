//! Spreadsheets say the same as delimited text: incidents and indices.

use std::fmt::Write as _;
use std::fs;
use std::io::{Cursor, Write as _};

use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared::workspace_root;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::support::{done, json, run};

/// The letters of a column from 0: A, ..., Z, AA, ...
fn letters(column: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at).unwrap());
    if column < 26 {
        letter(column).to_string()
    } else {
        format!("{}{}", letter(column / 26 - 1), letter(column % 26))
    }
}

/// A workbook (ISO/IEC 29500) with one sheet: numbers where `is_number` says so, texts elsewhere, nothing
/// where a cell is empty.
fn workbook(csv: &str, is_number: impl Fn(&str) -> bool) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let related = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{REL}/{kind}\" \
             Target=\"{target}\"/></Relationships>"
        )
    };
    let mut rows = String::new();
    for (row, line) in (1..).zip(csv.lines()) {
        write!(rows, "<row r=\"{row}\">").unwrap();
        for (column, cell) in line.split(',').enumerate() {
            let at = format!("{}{row}", letters(column));
            if cell.is_empty() {
                continue;
            }
            if is_number(cell) {
                write!(rows, "<c r=\"{at}\"><v>{cell}</v></c>").unwrap();
            } else {
                write!(
                    rows,
                    "<c r=\"{at}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"
                )
                .unwrap();
            }
        }
        rows += "</row>";
    }
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{REL}\"><sheets>\
         <sheet name=\"1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let sheet = format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in [
        ("_rels/.rels", related("officeDocument", "xl/workbook.xml")),
        ("xl/workbook.xml", book),
        (
            "xl/_rels/workbook.xml.rels",
            related("worksheet", "worksheets/sheet1.xml"),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
    ] {
        writer
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const CLAIMS: &str = "id,source,act,count,qualifier,as_of,area\n\
    c1,a,killed,11,exactly,2030-08-01,01/004\nc2,a,detained,700,over,2030-08-02,\n";

#[test]
fn a_table_of_incidents_is_the_same_from_text_lines_and_a_workbook() {
    let header: Vec<&str> = CLAIMS.lines().next().unwrap().split(',').collect();
    let lines: String = CLAIMS
        .lines()
        .skip(1)
        .map(|line| {
            let cells = header.iter().zip(line.split(','));
            let filled = cells.filter(|(_, cell)| !cell.is_empty());
            let object: serde_json::Map<String, serde_json::Value> = filled
                .map(|(name, cell)| ((*name).to_owned(), cell.into()))
                .collect();
            serde_json::Value::from(object).to_string() + "\n"
        })
        .collect();
    let is_number = |cell: &str| cell.bytes().all(|byte| byte.is_ascii_digit());
    let mut tables = Vec::new();
    for (name, bytes) in [
        ("claims.csv", CLAIMS.as_bytes().to_vec()),
        ("claims.jsonl", lines.into_bytes()),
        ("claims.xlsx", workbook(CLAIMS, is_number)),
    ] {
        let scratch = Scratch::new();
        scratch.write(
            "e/incidents/sources.csv",
            "id,name,kind,standing,access\na,A,ngo-list,primary,public\n",
        );
        scratch.write(name, bytes);
        let form = [
            "incidents",
            "import",
            "e",
            "--table",
            "claims",
            "--from",
            name,
            "--json",
        ];
        assert_eq!(json(&scratch, &form)["added"], 2, "{name}");
        tables.push(fs::read_to_string(scratch.path().join("e/incidents/claims.csv")).unwrap());
    }
    assert_eq!(tables[0], tables[1]);
    assert_eq!(tables[0], tables[2]);
    assert!(tables[0].contains("c1,a,,killed,,11"), "{}", tables[0]);
}

#[test]
fn what_is_wrong_in_a_workbook_has_its_row_and_column() {
    let scratch = Scratch::new();
    scratch.write(
        "e/incidents/sources.csv",
        "id,name,kind,standing,access\na,A,ngo-list,primary,public\n",
    );
    let bad = CLAIMS.replace("11,", "many,").replace("2030-08-02", "soon");
    scratch.write("claims.xlsx", workbook(&bad, |_| false));
    let form = [
        "incidents",
        "import",
        "e",
        "--table",
        "claims",
        "--from",
        "claims.xlsx",
    ];
    let refused = run(&scratch, &form);
    assert_eq!(refused.code, 1);
    for place in [
        "claims.xlsx:2:count: expected",
        "claims.xlsx:3:as_of: expected",
    ] {
        assert!(refused.err.contains(place), "{place}: {}", refused.err);
    }
    scratch.write("claims.xlsx", b"PK\x03\x04 no workbook");
    let broken = run(&scratch, &form);
    assert!(
        broken.code == 1 && broken.err.contains("claims.xlsx"),
        "{}",
        broken.err
    );
}

#[test]
fn an_index_is_the_same_from_text_and_a_workbook() {
    let scratch = Scratch::new();
    let path = workspace_root().join("examples/venezuela-2024/indices/fiw-venezuela.csv");
    let csv = fs::read_to_string(path).unwrap();
    let is_number = |cell: &str| cell.parse::<i64>().is_ok();
    scratch.write("fiw.csv", &csv);
    scratch.write("fiw.xlsx", workbook(&csv, is_number));
    let of = |file: &'static str| {
        let form = [
            "index",
            "score",
            file,
            "--index",
            "fiw",
            "--place",
            "VEN",
            "--edition",
            "2024",
        ];
        done(&scratch, &form)
    };
    assert_eq!(of("fiw.csv"), of("fiw.xlsx"));
    assert!(of("fiw.xlsx").contains("15 of 100"));
    let form = [
        "index", "import", "fiw.xlsx", "--into", "i", "--id", "book", "--source", "s",
    ];
    let imported = json(
        &scratch,
        &[&form[..], &["--as-of", "2025-01-01", "--json"]].concat(),
    );
    assert_eq!(
        (
            &imported["rows"],
            imported["differ"].as_array().unwrap().len()
        ),
        (&13.into(), 0)
    );
    assert!(scratch.path().join("i/book.xlsx").exists());
    let bad = csv.replacen(",2013,", ",soon,", 1);
    scratch.write("fiw.xlsx", workbook(&bad, is_number));
    let refused = run(&scratch, &["index", "score", "fiw.xlsx", "--index", "fiw"]);
    assert!(
        refused.code == 1 && refused.err.contains("fiw.xlsx:2:edition"),
        "{}",
        refused.err
    );
}
