// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The first pass over an ODS workbook (OpenDocument 1.3 part 3, 9.1): its tables and
//! what they contain apart from values. Repetition is how a small file states a large
//! table, so every count is bounded before anything is repeated.

use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::address::{attribute, text_attribute};
use super::xlsx::{Xml, error_class};
use super::{MAX_ROWS, SheetFacts};
use crate::excerpt::Excerpt;
use crate::position::Position;
use crate::problem::{Problem, ProblemKind, Problems};

/// The tables of the workbook in their order.
#[derive(Debug, Default)]
pub(super) struct Content {
    sheets: Vec<(String, SheetFacts)>,
    hidden_styles: Vec<String>,
    style: String,
}

impl Content {
    pub(super) fn into_sheets(self) -> Vec<(String, SheetFacts)> {
        // All tables are read together, so one that is refused refuses the workbook.
        let refused = self.sheets.iter().any(|(_, facts)| facts.refused);
        let mut sheets = self.sheets;
        for (_, facts) in &mut sheets {
            if refused && !facts.refused {
                let kind = ProblemKind::SheetTooLarge;
                let expected = "every sheet of the workbook within the bounds".to_owned();
                facts.refuse(kind, 0, expected, Excerpt::measured("one that is not"));
            }
        }
        sheets
    }
}

/// Where the scan is, in the table that was begun last.
#[derive(Debug, Default)]
struct At {
    /// Rows before this one.
    rows: u64,
    /// How often this row stands here.
    row_repeats: u64,
    /// Columns before this cell.
    columns: u64,
    /// The last column with content in this row.
    used: u64,
    /// The last row with content, the last column, and all cells up to it.
    extent: (u64, u64, u64),
    /// Depth of tables inside cells, which are no sheets.
    depth: u32,
}

/// Reads `content.xml`; none when it is not well-formed, which is then reported.
pub(super) fn scan(source: &mut dyn Read, problems: &mut Problems) -> Option<Content> {
    let mut xml: Xml<'_> = Reader::from_reader(BufReader::new(source));
    let mut content = Content::default();
    let mut at = At::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => {
                start(&element, &mut content, &mut at);
            }
            Ok(Event::Empty(element)) => {
                start(&element, &mut content, &mut at);
                end(element.local_name().as_ref(), &mut content, &mut at);
            }
            Ok(Event::End(element)) => end(element.local_name().as_ref(), &mut content, &mut at),
            Ok(Event::Eof) => return Some(content),
            Ok(_) => {}
            Err(error) => {
                let found = Excerpt::measured(error_class(&error));
                let kind = ProblemKind::Damaged;
                problems.push(Problem::new(
                    kind,
                    Position::START,
                    "well-formed XML",
                    found,
                ));
                return None;
            }
        }
    }
}

fn start(element: &BytesStart<'_>, content: &mut Content, at: &mut At) {
    match element.local_name().as_ref() {
        "style" => content.style = attribute(element, "name").unwrap_or_default(),
        "table-properties" if attribute(element, "display").as_deref() == Some("false") => {
            content.hidden_styles.push(content.style.clone());
        }
        "table" => {
            at.depth += 1;
            if at.depth > 1 {
                return;
            }
            let mut facts = SheetFacts::default();
            let style = attribute(element, "style-name").unwrap_or_default();
            if content.hidden_styles.contains(&style) {
                facts.note(ProblemKind::HiddenSheet, 0, 0, Excerpt::none());
            }
            content
                .sheets
                .push((text_attribute(element, "name").unwrap_or_default(), facts));
            *at = At {
                depth: 1,
                ..At::default()
            };
        }
        name => {
            if at.depth == 1
                && let Some((_, facts)) = content.sheets.last_mut()
            {
                inside(name, element, facts, at);
            }
        }
    }
}

fn inside(name: &str, element: &BytesStart<'_>, facts: &mut SheetFacts, at: &mut At) {
    let is_hidden = matches!(
        attribute(element, "visibility").as_deref(),
        Some("collapse" | "filter")
    );
    match name {
        "table-column" => {
            if is_hidden {
                facts.note(
                    ProblemKind::HiddenColumn,
                    0,
                    clamp(at.columns + 1),
                    Excerpt::none(),
                );
            }
            let repeats = repeats(element, "number-columns-repeated", facts, at);
            at.columns = at.columns.saturating_add(repeats);
        }
        "table-row" => {
            at.row_repeats = repeats(element, "number-rows-repeated", facts, at);
            (at.columns, at.used) = (0, 0);
            if is_hidden {
                facts.note(
                    ProblemKind::HiddenRow,
                    clamp(at.rows + 1),
                    0,
                    Excerpt::none(),
                );
            }
        }
        "table-cell" | "covered-table-cell" => {
            let (row, column) = (clamp(at.rows + 1), clamp(at.columns + 1));
            let repeats = repeats(element, "number-columns-repeated", facts, at);
            at.columns = at.columns.saturating_add(repeats);
            let formula = attribute(element, "formula").is_some();
            if formula {
                facts.note(ProblemKind::FormulaCell, row, column, Excerpt::none());
            }
            let spans = |name| attribute(element, name).is_some_and(|span| span != "1");
            if spans("number-columns-spanned") || spans("number-rows-spanned") {
                facts.note(ProblemKind::MergedCells, row, column, Excerpt::none());
            }
            if formula || attribute(element, "value-type").is_some() {
                at.used = at.columns;
            }
        }
        _ => {}
    }
}

fn end(name: &str, content: &mut Content, at: &mut At) {
    match name {
        "table" => at.depth = at.depth.saturating_sub(1),
        "table-row" if at.depth == 1 => {
            at.rows = at.rows.saturating_add(at.row_repeats);
            let (rows, columns, cells) = &mut at.extent;
            if at.used > 0 {
                *rows = at.rows;
                *columns = at.used.max(*columns);
            }
            *cells = cells.saturating_add(at.used.saturating_mul(at.row_repeats));
            // Rows between two used ones are filled up to the widest of them.
            let filled = rows.saturating_mul(*columns).max(*cells);
            if let Some((_, facts)) = content.sheets.last_mut()
                && !facts.refused
            {
                facts.check_extent(*rows, *columns, filled);
            }
        }
        _ => {}
    }
}

/// How often an element stands for itself; what is no number refuses the table.
fn repeats(element: &BytesStart<'_>, name: &str, facts: &mut SheetFacts, at: &At) -> u64 {
    let Some(text) = attribute(element, name) else {
        return 1;
    };
    let plain = (1..=10).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    match text.parse() {
        Ok(repeats) if plain => repeats,
        _ => {
            let kind = ProblemKind::BadAddress;
            let expected = "a number of repetitions".to_owned();
            facts.refuse(
                kind,
                clamp(at.rows + 1),
                expected,
                Excerpt::measured("something else"),
            );
            1
        }
    }
}

fn clamp(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(MAX_ROWS)
}
