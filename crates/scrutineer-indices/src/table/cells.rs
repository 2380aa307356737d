//! Bytes to named columns and lines of cells.

use scrutineer_formats::Problems;
use scrutineer_formats::delimited::{
    DelimitedReader, Delimiter, Layout, Preamble, Record, propose_delimiter,
};
use scrutineer_formats::encoding::{Utf8Reader, propose};
use scrutineer_formats::sheet_book::SheetReader;

use super::names_of;
use crate::library::Library;
use crate::rules::Rules;

/// A table as text.
pub(crate) struct Cells {
    pub(crate) header: Vec<String>,
    pub(crate) header_row: u64,
    pub(crate) lines: Vec<Line>,
}

/// One line of it.
pub(crate) struct Line {
    pub(crate) row: u64,
    cells: Vec<String>,
}

impl Line {
    /// A cell; empty where there is none.
    pub(crate) fn text(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", String::as_str)
    }
}

/// Reads a file and says whose columns it has. A workbook may have lines above its header.
pub(crate) fn read<'l>(
    name: &str,
    bytes: &[u8],
    index: Option<&str>,
    library: &'l Library,
    said: &mut Vec<scrutineer_formats::Problem>,
) -> Option<(Cells, Option<&'l Rules>)> {
    let given = index.and_then(|index| library.get(index));
    let lines = all(name, bytes, said);
    // The first line that has the columns of an index is the header; lines above it are titles.
    let candidates: Vec<&Rules> = match given {
        Some(rules) => vec![rules],
        None => library.iter().collect(),
    };
    let mut titles = lines.iter().enumerate().take(50);
    let found = titles.find_map(|(at, line)| {
        let fits = candidates
            .iter()
            .filter_map(|rules| Some((fit(line, rules)?, *rules)));
        let best = fits.max_by_key(|(fit, _)| *fit)?;
        Some((at, best.1))
    });
    let (at, rules) = match found {
        Some((at, rules)) => (at, Some(rules)),
        None => (0, given),
    };
    let mut lines = lines.into_iter().skip(at);
    let header = lines.next()?;
    Some((
        Cells {
            header_row: header.row,
            header: header.cells,
            lines: lines.collect(),
        },
        rules,
    ))
}

/// Every line of a file that is not empty.
fn all(name: &str, bytes: &[u8], said: &mut Vec<scrutineer_formats::Problem>) -> Vec<Line> {
    let is_workbook = bytes.starts_with(b"PK") || name.to_ascii_lowercase().ends_with(".ods");
    if is_workbook {
        let layout = Layout {
            has_header: false,
            preamble: Preamble::None,
            ..Layout::default()
        };
        let mut problems = Problems::new();
        let mut reader = SheetReader::open(bytes, None, &layout, &mut problems);
        let lines = lines(
            |record, problems| reader.read_record(record, problems),
            &mut problems,
        );
        say(&problems, said);
        lines
    } else {
        let head = bytes.get(..bytes.len().min(4096)).unwrap_or(bytes);
        let delimiter = propose_delimiter(head).map_or(Delimiter::Comma, |found| found.delimiter);
        let layout = Layout {
            delimiter,
            has_header: false,
            ..Layout::default()
        };
        let mut problems = Problems::new();
        let source = Utf8Reader::new(bytes, propose(head).encoding);
        let mut reader = DelimitedReader::open(source, &layout, &mut problems);
        let lines = lines(
            |record, problems| reader.read_record(record, problems),
            &mut problems,
        );
        say(&problems, said);
        lines
    }
}

/// A delimited file whose first line names the columns; `None` where it is empty.
pub(crate) fn named(bytes: &[u8], said: &mut Vec<scrutineer_formats::Problem>) -> Option<Cells> {
    let mut lines = all("", bytes, said).into_iter();
    let header = lines.next()?;
    Some(Cells {
        header_row: header.row,
        header: header.cells,
        lines: lines.collect(),
    })
}

/// How many columns of an index a line names; `None` where it cannot be the header of a table of it: it names
/// the edition, and every question or a published value.
fn fit(line: &Line, rules: &Rules) -> Option<usize> {
    let has = |names: &[String]| names.iter().any(|name| line.cells.contains(name));
    let edition = rules.columns.get("edition")?;
    if !has(edition) {
        return None;
    }
    let own = rules
        .own_inputs()
        .filter(|input| input.last_edition.is_none());
    let (asked, named) = own.fold((0, 0), |(asked, named), input| {
        let is_named = has(&names_of(rules, &input.id));
        (asked + 1, named + usize::from(is_named))
    });
    let measures = rules
        .measures
        .iter()
        .filter(|held| has(&held.columns))
        .count();
    let is_whole = asked > 0 && asked == named;
    (is_whole || measures > 0).then_some(1_000 * usize::from(is_whole) + named + measures)
}

fn lines(
    mut next: impl FnMut(&mut Record, &mut Problems) -> bool,
    problems: &mut Problems,
) -> Vec<Line> {
    let mut record = Record::new();
    let mut lines = Vec::new();
    while next(&mut record, problems) {
        let cells: Vec<String> = record
            .cells()
            .map(|cell| cell.text().unwrap_or("\u{fffd}").trim().to_owned())
            .collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            lines.push(Line {
                row: record.position().row,
                cells,
            });
        }
    }
    lines
}

fn say(problems: &Problems, said: &mut Vec<scrutineer_formats::Problem>) {
    let real = problems.iter().filter(|problem| !problem.kind.is_note());
    said.extend(real.cloned());
}
