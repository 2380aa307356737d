use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn zip_of(members: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in members {
        let method = if *name == "mimetype" {
            zip::CompressionMethod::Stored
        } else {
            zip::CompressionMethod::Deflated
        };
        let options = SimpleFileOptions::default().compression_method(method);
        writer.start_file(*name, options).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook with a hidden sheet "Notes" and a sheet "Actas" with this inside.
fn xlsx(sheet: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    let workbook = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{rel}\"><sheets>\
         <sheet name=\"Notes\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/>\
         <sheet name=\"Actas\" sheetId=\"2\" r:id=\"rId2\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships xmlns=\"{package}\">\
         <Relationship Id=\"rId1\" Type=\"{rel}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"rId2\" Type=\"{rel}/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>\
         <Relationship Id=\"rId3\" Type=\"{rel}/styles\" Target=\"styles.xml\"/>\
         <Relationship Id=\"rId4\" Type=\"{rel}/sharedStrings\" Target=\"sharedStrings.xml\"/>\
         </Relationships>"
    );
    let styles = format!(
        "<styleSheet xmlns=\"{main}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
    );
    let strings = format!("<sst xmlns=\"{main}\"><si><t>mesa</t></si><si><t>votos</t></si></sst>");
    let notes = format!("<worksheet xmlns=\"{main}\"><sheetData/></worksheet>");
    let sheet = format!("<worksheet xmlns=\"{main}\">{sheet}</worksheet>");
    zip_of(&[
        (
            "_rels/.rels",
            &format!(
                "<Relationships xmlns=\"{package}\"><Relationship Id=\"rId1\" Type=\"{rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        ("xl/workbook.xml", &workbook),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/styles.xml", &styles),
        ("xl/sharedStrings.xml", &strings),
        ("xl/worksheets/sheet1.xml", &notes),
        ("xl/worksheets/sheet2.xml", &sheet),
    ])
}

fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" \
         xmlns:style=\"s\"><office:automatic-styles><style:style style:name=\"gone\">\
         <style:table-properties table:display=\"false\"/></style:style>\
         </office:automatic-styles><office:body><office:spreadsheet>{tables}\
         </office:spreadsheet></office:body></office:document-content>"
    );
    zip_of(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            "<manifest:manifest xmlns:manifest=\"m\"/>",
        ),
        ("content.xml", &content),
    ])
}

type Rows = Vec<(u64, Vec<Option<String>>)>;

fn read(bytes: &[u8], sheet: Option<&str>, layout: &Layout) -> (Vec<String>, Rows, Vec<String>) {
    let mut problems = Problems::new();
    let mut reader = SheetReader::open(bytes, sheet, layout, &mut problems);
    let mut record = Record::new();
    let mut rows = Vec::new();
    while reader.read_record(&mut record, &mut problems) {
        let cells = record
            .cells()
            .map(|cell| cell.text().map(str::to_owned))
            .collect();
        rows.push((record.position().row, cells));
    }
    (
        reader.header().to_vec(),
        rows,
        problems.iter().map(ToString::to_string).collect(),
    )
}

fn cells(texts: &[&str]) -> Vec<Option<String>> {
    texts.iter().map(|text| Some((*text).to_owned())).collect()
}

const HEADER: &str = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>\
                      <c r=\"C1\" t=\"inlineStr\"><is><t>fecha</t></is></c></row>";

fn sheet(rows: &str) -> Vec<u8> {
    xlsx(&format!(
        "<dimension ref=\"A1:C9\"/><sheetData>{HEADER}{rows}</sheetData>"
    ))
}

#[test]
fn numbers_texts_and_dates_become_texts() {
    let book = sheet(
        "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>007</t></is></c><c r=\"B2\"><v>8</v></c>\
         <c r=\"C2\" s=\"1\"><v>45501</v></c></row>\
         <row r=\"5\"><c r=\"B5\"><v>12.5</v></c></row><row r=\"6\"><c r=\"A6\" s=\"1\"/></row>",
    );
    let (header, rows, problems) = read(&book, Some("Actas"), &Layout::default());
    assert_eq!(header, ["mesa", "votos", "fecha"]);
    // Day 45501 of the 1900 system is 28 July 2024.
    assert_eq!(
        rows,
        [
            (2, cells(&["007", "8", "2024-07-28"])),
            (5, cells(&["", "12.5", ""]))
        ]
    );
    assert_eq!(problems, Vec::<String>::new());
}

#[test]
fn what_a_person_does_not_see_is_reported_and_read() {
    let book = xlsx(&format!(
        "<dimension ref=\"A1:C3\"/><cols><col min=\"2\" max=\"3\" hidden=\"1\"/></cols><sheetData>\
         {HEADER}<row r=\"2\" hidden=\"1\"><c r=\"A2\"><v>1</v></c></row>\
         <row r=\"3\"><c r=\"A3\"><v>2</v></c><c r=\"B3\"><f>A3*2</f><v>4</v></c>\
         <c r=\"C3\" t=\"e\"><v>#DIV/0!</v></c></row></sheetData>\
         <mergeCells><mergeCell ref=\"A2:B2\"/></mergeCells>"
    ));
    let (_, rows, problems) = read(&book, Some("Actas"), &Layout::default());
    assert_eq!(rows[0], (2, cells(&["1", "", ""])));
    assert_eq!(rows[1].1, [Some("2".into()), Some("4".into()), None]);
    assert_eq!(
        problems,
        [
            "Actas: row 3, column 2: cell is a formula",
            "Actas: row 2, column 1: cells are merged, found A2:B2",
            "Actas: row 2: row is hidden",
            "Actas: byte 0: column is hidden",
            "Actas: row 3, column 3: cell holds a spreadsheet error, expected a value, found an \
             error of the spreadsheet",
        ]
    );
    let (_, _, problems) = read(&book, None, &Layout::default());
    assert_eq!(problems, ["Notes: byte 0: sheet is hidden"]);
}

#[test]
fn a_sheet_that_is_not_there_is_a_problem() {
    let (_, rows, problems) = read(&sheet(""), Some("Mesas"), &Layout::default());
    assert!(rows.is_empty());
    assert_eq!(
        problems,
        ["byte 0: sheet not found, expected a sheet called Mesas"]
    );
    assert_eq!(read(b"not a workbook", None, &Layout::default()).2.len(), 1);
    assert_eq!(
        read(&zip_of(&[("a.txt", "x")]), None, &Layout::default())
            .2
            .len(),
        1
    );
}

#[test]
fn preamble_footer_and_ragged_rows_follow_the_layout() {
    let mut rows =
        String::from("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Results</t></is></c></row>");
    for (row, (a, b)) in [("mesa", "votos"), ("1", "5"), ("2", "6"), ("TOTAL", "11")]
        .iter()
        .enumerate()
    {
        let row = row + 3;
        let _ = write!(
            rows,
            "<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>{a}</t></is></c>\
             <c r=\"B{row}\" t=\"inlineStr\"><is><t>{b}</t></is></c></row>"
        );
    }
    rows += "<row r=\"7\"><c r=\"C7\"><v>9</v></c></row>";
    let book = xlsx(&format!("<sheetData>{rows}</sheetData>"));
    let footer = Footer::Marked("TOTAL".into());
    for preamble in [
        Preamble::Lines(2),
        Preamble::UntilHeader(vec!["votos".into()]),
    ] {
        let layout = Layout {
            preamble,
            footer: footer.clone(),
            ..Layout::default()
        };
        let (header, rows, problems) = read(&book, Some("Actas"), &layout);
        assert_eq!(header, ["mesa", "votos"]);
        assert_eq!(
            rows.iter().map(|(row, _)| *row).collect::<Vec<_>>(),
            [4, 5, 7]
        );
        assert_eq!(problems.len(), 1);
        assert!(
            problems[0].starts_with("Actas: row 7: number of fields differs"),
            "{problems:?}"
        );
    }
    let layout = Layout {
        preamble: Preamble::Lines(2),
        footer: Footer::Records(2),
        ..Layout::default()
    };
    assert_eq!(read(&book, Some("Actas"), &layout).1.len(), 2);
}

#[test]
fn addresses_and_numbers_out_of_bounds_refuse_the_sheet() {
    for rows in [
        "<row r=\"99999999999\"><c r=\"A1\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"ZZZZZZZZ2\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"FAO2\"><v>1</v></c></row>",
        "<row r=\"2\"><c r=\"B2\"><v>1</v></c><c r=\"A2\"><v>1</v></c></row>",
        "<row r=\"3\"/><row r=\"2\"/>",
        "<row r=\"2\"><c r=\"A2\" t=\"n\"><v>+5</v></c></row>",
        "<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>",
    ] {
        let (_, read_rows, problems) = read(&sheet(rows), Some("Actas"), &Layout::default());
        assert_eq!(
            (read_rows.len(), problems.len()),
            (0, 1),
            "{rows}: {problems:?}"
        );
    }
    let declared = xlsx(&format!(
        "<dimension ref=\"C9:A1\"/><sheetData>{HEADER}</sheetData>"
    ));
    assert_eq!(
        read(&declared, Some("Actas"), &Layout::default()).2.len(),
        1
    );
}

#[test]
fn a_declared_size_that_is_not_used_costs_nothing() {
    let book = xlsx(&format!(
        "<dimension ref=\"A1:XFD1048576\"/><sheetData>{HEADER}</sheetData>"
    ));
    let (header, rows, problems) = read(&book, Some("Actas"), &Layout::default());
    assert_eq!((header.len(), rows.len(), problems.len()), (3, 0, 0));
}

#[test]
fn an_ods_table_is_read_with_its_repetitions() {
    let text = |text: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>"
        )
    };
    let number = |number: &str| {
        format!(
            "<table:table-cell office:value-type=\"float\" office:value=\"{number}\"><text:p>?</text:p></table:table-cell>"
        )
    };
    let book = ods(&format!(
        "<table:table table:name=\"Actas\" table:style-name=\"gone\">\
         <table:table-column table:number-columns-repeated=\"2\"/>\
         <table:table-column table:visibility=\"collapse\"/>\
         <table:table-row>{}{}{}</table:table-row>\
         <table:table-row table:number-rows-repeated=\"3\"><table:table-cell/></table:table-row>\
         <table:table-row table:visibility=\"filter\">{}{}</table:table-row>\
         <table:table-row>{}<table:table-cell table:formula=\"of:=1+1\" table:number-columns-spanned=\"2\" \
         office:value-type=\"float\" office:value=\"2\"/><table:covered-table-cell/></table:table-row>\
         <table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell \
         table:number-columns-repeated=\"16384\"/></table:table-row></table:table>",
        text("mesa"),
        text("votos"),
        text("nulos"),
        text("01"),
        number("8"),
        text("02"),
    ));
    let (header, rows, problems) = read(&book, None, &Layout::default());
    assert_eq!(header, ["mesa", "votos", "nulos"]);
    assert_eq!(
        rows,
        [(5, cells(&["01", "8", ""])), (6, cells(&["02", "2", ""]))]
    );
    assert_eq!(
        problems,
        [
            "Actas: row 6, column 2: cell is a formula",
            "Actas: row 6, column 2: cells are merged",
            "Actas: row 5: row is hidden",
            "Actas: byte 0: column is hidden",
            "Actas: byte 0: sheet is hidden",
        ]
    );
}

#[test]
fn a_small_ods_file_cannot_state_a_large_table() {
    let cell = "<table:table-cell office:value-type=\"float\" office:value=\"1\" ";
    for rows in [
        format!(
            "<table:table-row table:number-rows-repeated=\"1048577\">{cell}/></table:table-row>"
        ),
        format!(
            "<table:table-row table:number-rows-repeated=\"99999999999999999999\">{cell}/></table:table-row>"
        ),
        format!(
            "<table:table-row>{cell} table:number-columns-repeated=\"5000\"/></table:table-row>"
        ),
        format!(
            "<table:table-row table:number-rows-repeated=\"1000000\">{cell} \
             table:number-columns-repeated=\"1000\"/></table:table-row>"
        ),
        format!(
            "<table:table-row>{cell} table:number-columns-repeated=\"4000\"/></table:table-row>\
             <table:table-row table:number-rows-repeated=\"900000\"><table:table-cell/></table:table-row>\
             <table:table-row>{cell}/></table:table-row>"
        ),
    ] {
        let book = ods(&format!(
            "<table:table table:name=\"Good\"><table:table-row>{cell}/></table:table-row></table:table>\
             <table:table table:name=\"Bomb\">{rows}</table:table>"
        ));
        let (_, read_rows, problems) = read(&book, Some("Good"), &Layout::default());
        assert_eq!(
            (read_rows.len(), problems.len()),
            (0, 1),
            "{rows}: {problems:?}"
        );
    }
}

proptest! {
    #[test]
    fn no_change_of_a_sheet_makes_it_panic(at in 0_usize..400, byte in any::<u8>(), cut in 0_usize..400) {
        let original = format!(
            "<dimension ref=\"A1:C9\"/><sheetData>{HEADER}<row r=\"2\" hidden=\"1\"><c r=\"A2\" s=\"1\">\
             <f t=\"shared\" si=\"0\" ref=\"A2:A3\">B1</f><v>45501.5</v></c></row></sheetData>\
             <mergeCells><mergeCell ref=\"A2:B2\"/></mergeCells>"
        );
        let mut bytes = original.clone().into_bytes();
        if let Some(place) = bytes.get_mut(at) {
            *place = byte & 0x7f;
        }
        if cut % 3 == 0 {
            bytes.truncate(cut);
        }
        let text = String::from_utf8(bytes).unwrap();
        let _ = read(&xlsx(&text), Some("Actas"), &Layout::default());
    }
}
