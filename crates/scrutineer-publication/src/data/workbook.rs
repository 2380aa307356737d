//! Workbooks (ISO/IEC 29500, `.xlsx`) of texts, numbers and formulas, with the same bytes for the same
//! content: no time, no name of a program.
//!
//! A text is always a text: it is never read as a formula, and its format keeps it one when somebody
//! edits the cell. A formula has no stored value, so that what is shown was computed by whoever opens it.

use std::fmt::Write as _;
use std::io::Write;

use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::DataError;

/// The most UTF-16 units of a cell; what is beyond is left out.
const MAX_TEXT: usize = 32_767;
/// Bytes of a sheet that are compressed at once.
const BLOCK: usize = 1 << 18;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    Empty,
    Number(i64),
    /// Raw text.
    Text(String),
    /// A heading.
    Bold(String),
    /// Without the sign of equality.
    Formula(String),
}

impl Cell {
    pub(super) fn text(text: &str) -> Self {
        if text.is_empty() {
            Self::Empty
        } else {
            Self::Text(text.to_owned())
        }
    }

    pub(super) fn number(number: Option<u64>) -> Self {
        number.map_or(Self::Empty, |number| {
            Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
        })
    }
}

/// Letters of a column, from 0.
pub(super) fn column(at: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = at + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(b'A' + u8::try_from(rest % 26).unwrap_or(0));
        rest /= 26;
    }
    letters.iter().rev().copied().map(char::from).collect()
}

/// A workbook under construction, sheet after sheet. What is finished goes out at once, so that the whole
/// is nowhere in memory.
pub(super) struct Workbook<'w> {
    zip: ZipWriter<StreamWriter<&'w mut dyn Write>>,
    names: Vec<String>,
    pending: String,
    /// Number of the last row of the open sheet.
    row: u32,
}

impl<'w> Workbook<'w> {
    pub(super) fn new(into: &'w mut dyn Write) -> Self {
        Self {
            zip: ZipWriter::new_stream(into),
            names: Vec::new(),
            pending: String::new(),
            row: 0,
        }
    }

    /// Begins a sheet with its headings. `name` has letters and digits only; `widths` are in characters.
    pub(super) fn sheet(
        &mut self,
        name: &str,
        widths: &[usize],
        headings: &[&str],
    ) -> Result<(), DataError> {
        self.close()?;
        self.names.push(name.to_owned());
        let path = format!("xl/worksheets/sheet{}.xml", self.names.len());
        self.begin(&path)?;
        let _ = write!(self.pending, "{HEAD}<worksheet xmlns=\"{MAIN}\">");
        if !headings.is_empty() {
            self.pending.push_str(
                "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" \
                 activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>",
            );
        }
        self.pending.push_str("<cols>");
        for (at, width) in (1..).zip(widths) {
            let _ = write!(
                self.pending,
                "<col min=\"{at}\" max=\"{at}\" width=\"{width}\" customWidth=\"1\"/>"
            );
        }
        self.pending.push_str("</cols><sheetData>");
        self.row = 0;
        if headings.is_empty() {
            return Ok(());
        }
        let cells: Vec<Cell> = headings
            .iter()
            .map(|&text| Cell::Bold(text.to_owned()))
            .collect();
        self.row(&cells)?;
        Ok(())
    }

    /// Adds a row to the open sheet and gives its number.
    pub(super) fn row(&mut self, cells: &[Cell]) -> Result<u32, DataError> {
        self.row += 1;
        let row = self.row;
        let _ = write!(self.pending, "<row r=\"{row}\">");
        for (at, cell) in cells.iter().enumerate() {
            let place = column(at);
            // Writing to a string cannot fail.
            let _ = match cell {
                Cell::Empty => Ok(()),
                Cell::Number(number) => {
                    write!(self.pending, "<c r=\"{place}{row}\"><v>{number}</v></c>")
                }
                Cell::Formula(formula) => write!(
                    self.pending,
                    "<c r=\"{place}{row}\"><f>{}</f></c>",
                    escaped(formula)
                ),
                Cell::Text(text) => write!(
                    self.pending,
                    "<c r=\"{place}{row}\" s=\"1\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(text)
                ),
                Cell::Bold(text) => write!(
                    self.pending,
                    "<c r=\"{place}{row}\" s=\"2\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                    escaped(text)
                ),
            };
        }
        self.pending.push_str("</row>");
        if self.pending.len() >= BLOCK {
            self.flush()?;
        }
        Ok(row)
    }

    /// Writes what every workbook ends with.
    pub(super) fn finish(mut self) -> Result<(), DataError> {
        self.close()?;
        let names = std::mem::take(&mut self.names);
        for (path, content) in [
            ("[Content_Types].xml", content_types(names.len())),
            ("_rels/.rels", root_relations()),
            ("xl/workbook.xml", book(&names)),
            ("xl/_rels/workbook.xml.rels", book_relations(names.len())),
            ("xl/styles.xml", styles()),
        ] {
            self.begin(path)?;
            self.pending.push_str(&content);
            self.flush()?;
        }
        self.zip.finish()?;
        Ok(())
    }

    fn begin(&mut self, path: &str) -> Result<(), DataError> {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(4))
            .last_modified_time(DateTime::default())
            .unix_permissions(0o644);
        Ok(self.zip.start_file(path, options)?)
    }

    fn flush(&mut self) -> Result<(), DataError> {
        self.zip
            .write_all(self.pending.as_bytes())
            .map_err(DataError::Compress)?;
        self.pending.clear();
        Ok(())
    }

    fn close(&mut self) -> Result<(), DataError> {
        if self.names.is_empty() {
            return Ok(());
        }
        self.pending.push_str("</sheetData></worksheet>");
        self.flush()
    }
}

/// What XML cannot hold is written as the standard's `_xHHHH_`, and what looks like that as text.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut units = 0;
    for (at, held) in text.char_indices() {
        units += held.len_utf16();
        if units > MAX_TEXT {
            break;
        }
        match held {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '_' if is_escape(&text[at..]) => out.push_str("_x005F_"),
            '\t' | '\n' => out.push(held),
            '\u{0}'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(out, "_x{:04X}_", u32::from(held));
            }
            _ => out.push(held),
        }
    }
    out
}

fn is_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7
        && bytes[1] == b'x'
        && bytes[6] == b'_'
        && bytes[2..6].iter().all(u8::is_ascii_hexdigit)
}

fn content_types(sheets: usize) -> String {
    let mut text = format!(
        "{HEAD}<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPES}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPES}.styles+xml\"/>"
    );
    for sheet in 1..=sheets {
        let _ = write!(
            text,
            "<Override PartName=\"/xl/worksheets/sheet{sheet}.xml\" ContentType=\"{TYPES}.worksheet+xml\"/>"
        );
    }
    text.push_str("</Types>");
    text
}

fn root_relations() -> String {
    format!(
        "{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" \
         Type=\"{RELATIONS}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    )
}

fn book(names: &[String]) -> String {
    let mut text = format!("{HEAD}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATIONS}\"><sheets>");
    for (at, name) in (1..).zip(names) {
        let _ = write!(
            text,
            "<sheet name=\"{name}\" sheetId=\"{at}\" r:id=\"rId{at}\"/>"
        );
    }
    // Whoever opens the file computes everything.
    text.push_str("</sheets><calcPr fullCalcOnLoad=\"1\"/></workbook>");
    text
}

fn book_relations(sheets: usize) -> String {
    let mut text = format!("{HEAD}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for sheet in 1..=sheets {
        let _ = write!(
            text,
            "<Relationship Id=\"rId{sheet}\" Type=\"{RELATIONS}/worksheet\" \
             Target=\"worksheets/sheet{sheet}.xml\"/>"
        );
    }
    let styles = sheets + 1;
    let _ = write!(
        text,
        "<Relationship Id=\"rId{styles}\" Type=\"{RELATIONS}/styles\" Target=\"styles.xml\"/></Relationships>"
    );
    text
}

/// 0 numbers, 1 text, 2 headings.
fn styles() -> String {
    format!(
        "{HEAD}<styleSheet xmlns=\"{MAIN}\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>\
         <font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
         <xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>\
         <xf numFmtId=\"49\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\"/></cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_in_letters() {
        for (at, letters) in [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")] {
            assert_eq!(column(at), letters);
        }
    }

    #[test]
    fn what_xml_cannot_hold_is_escaped_as_the_standard_says() {
        assert_eq!(
            escaped("a\u{0}b\r_x0041_<&"),
            "a_x0000_b_x000D__x005F_x0041_&lt;&amp;"
        );
        assert_eq!(escaped("a_b_x12"), "a_b_x12");
    }
}
