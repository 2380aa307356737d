//! A file as a table, whatever its format.

use scrutineer_formats::delimited::{
    Cell, DelimitedReader, Delimiter, Layout, Record, propose_delimiter,
};
use scrutineer_formats::sheet_book::SheetReader;
use scrutineer_formats::{Excerpt, ProblemKind, Problems};

use super::{Problem, Table, TableRow, json_lines};

/// How many bytes at the beginning of a file say what stands between its cells.
const HEAD: usize = 4096;

/// A table with everything that is wrong with its file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableRead {
    /// What could be read.
    pub table: Table,
    /// Lines that are no object, in the order of the file.
    pub problems: Vec<Problem>,
    /// What the reader of delimited text and workbooks says, with positions and without what stands in a cell.
    pub said: Vec<scrutineer_formats::Problem>,
}

/// Reads a file: JSON lines (`.jsonl`, `.ndjson`, `.json`), the first sheet of a workbook (`.xlsx`, `.ods`), else
/// delimited text. Blank rows are left out; a row with fewer or more cells than columns is judged by what it lacks.
pub fn read_table(file: &str, bytes: &[u8]) -> TableRead {
    let end = file.rsplit_once('.').map_or("", |(_, end)| end);
    let mut found = Problems::new();
    let (header, rows) = match end.to_ascii_lowercase().as_str() {
        "jsonl" | "ndjson" | "json" => {
            let (table, problems) = json_lines(file, bytes);
            return TableRead {
                table,
                problems,
                said: Vec::new(),
            };
        }
        "xlsx" | "ods" => {
            let mut reader = SheetReader::open(bytes, None, &Layout::default(), &mut found);
            let header = reader.header().to_vec();
            let rows = rows(
                |record, found| reader.read_record(record, found),
                &mut found,
            );
            (header, rows)
        }
        _ => {
            let head = bytes.get(..HEAD).unwrap_or(bytes);
            let delimiter = propose_delimiter(head).map_or(Delimiter::Comma, |held| held.delimiter);
            let layout = Layout {
                delimiter,
                ..Layout::default()
            };
            let mut reader = DelimitedReader::open(bytes, &layout, &mut found);
            let header = reader.header().to_vec();
            let rows = rows(
                |record, found| reader.read_record(record, found),
                &mut found,
            );
            (header, rows)
        }
    };
    let said = found
        .iter()
        .filter(|problem| !problem.kind.is_note() && problem.kind != ProblemKind::RaggedRow);
    TableRead {
        table: Table {
            file: file.to_owned(),
            header,
            rows,
        },
        problems: Vec::new(),
        said: said.map(without_content).collect(),
    }
}

/// What a reader says of a file, without what it found: a name of a column, a cell or a sheet may be that of a
/// person, above all where a list has no line of titles.
fn without_content(problem: &scrutineer_formats::Problem) -> scrutineer_formats::Problem {
    scrutineer_formats::Problem {
        found: Excerpt::none(),
        member: None,
        ..problem.clone()
    }
}

fn rows(
    mut next: impl FnMut(&mut Record, &mut Problems) -> bool,
    found: &mut Problems,
) -> Vec<TableRow> {
    let mut rows = Vec::new();
    let mut record = Record::new();
    while next(&mut record, found) {
        let cells: Vec<Option<String>> = record
            .cells()
            .map(|cell| match cell {
                Cell::Text(text) => Some(text.to_owned()),
                Cell::Absent => Some(String::new()),
                Cell::Unreadable => None,
            })
            .collect();
        let is_blank = cells
            .iter()
            .all(|cell| cell.as_deref().is_some_and(|text| text.trim().is_empty()));
        if !is_blank {
            rows.push(TableRow {
                row: record.position().row,
                cells,
            });
        }
    }
    rows
}
