// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The first pass over an XLSX workbook: its list of sheets and what they contain apart
//! from values (ECMA-376 part 1, 18.2 and 18.3).

use std::collections::BTreeMap;
use std::io::{BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::address::{attribute, parse, parse_range, parse_row, text_attribute};
use super::{MAX_CELLS, MAX_COLUMNS, SheetFacts};
use crate::excerpt::Excerpt;
use crate::position::Position;
use crate::problem::{Problem, ProblemKind, Problems};

/// What was collected, part by part, in whatever order the archive has them.
#[derive(Debug, Default)]
pub(super) struct Parts {
    /// Name, relation and visibility of each sheet in their order.
    sheets: Vec<(String, String, bool)>,
    /// Relation to path inside `xl/`.
    targets: BTreeMap<String, String>,
    /// Path to what the sheet contains.
    facts: BTreeMap<String, SheetFacts>,
}

impl Parts {
    pub(super) fn scan(&mut self, name: &str, source: &mut dyn Read, problems: &mut Problems) {
        let mut xml = Reader::from_reader(BufReader::new(source));
        let outcome = match name {
            "xl/workbook.xml" => self.scan_workbook(&mut xml),
            "xl/_rels/workbook.xml.rels" => self.scan_relations(&mut xml),
            // Relations of sheets lie one folder deeper.
            _ if name
                .strip_prefix("xl/worksheets/")
                .is_some_and(|n| !n.contains('/')) =>
            {
                scan_sheet(&mut xml).map(|facts| {
                    self.facts.insert(name.to_owned(), facts);
                })
            }
            _ => Ok(()),
        };
        if let Err(error) = outcome {
            let found = Excerpt::measured(error_class(&error));
            let kind = ProblemKind::Damaged;
            problems.push(Problem::new(
                kind,
                Position::START,
                "well-formed XML",
                found,
            ));
        }
    }

    /// Sheets in their order, with what they contain.
    pub(super) fn into_sheets(mut self) -> Vec<(String, SheetFacts)> {
        let mut sheets = Vec::new();
        for (name, relation, hidden) in self.sheets {
            let target = self.targets.get(&relation).map_or("", String::as_str);
            let path = target
                .strip_prefix('/')
                .map_or_else(|| format!("xl/{target}"), str::to_owned);
            let Some(mut facts) = self.facts.remove(&path) else {
                continue;
            };
            if hidden {
                facts.note(ProblemKind::HiddenSheet, 0, 0, Excerpt::none());
            }
            sheets.push((name, facts));
        }
        sheets
    }

    fn scan_workbook(&mut self, xml: &mut Xml<'_>) -> Result<(), quick_xml::Error> {
        for_each_start(xml, |element, _| {
            if element.local_name().as_ref() == "sheet" {
                let hidden = attribute(element, "state").is_some_and(|s| s != "visible");
                let name = text_attribute(element, "name").unwrap_or_default();
                self.sheets
                    .push((name, attribute(element, "id").unwrap_or_default(), hidden));
            }
        })
    }

    fn scan_relations(&mut self, xml: &mut Xml<'_>) -> Result<(), quick_xml::Error> {
        for_each_start(xml, |element, _| {
            if let (Some(id), Some(target)) =
                (attribute(element, "Id"), text_attribute(element, "Target"))
            {
                self.targets.insert(id, target);
            }
        })
    }
}

pub(super) type Xml<'a> = Reader<BufReader<&'a mut dyn Read>>;

/// The kind of an error, without the content that its message may repeat.
pub(super) fn error_class(error: &quick_xml::Error) -> &'static str {
    match error {
        quick_xml::Error::Io(_) => "a part that cannot be read to its end",
        quick_xml::Error::Syntax(_) | quick_xml::Error::IllFormed(_) => {
            "XML that is not well-formed"
        }
        _ => "something else",
    }
}

/// Calls `each` for every element, with the text that follows its start.
pub(super) fn for_each_start(
    xml: &mut Xml<'_>,
    mut each: impl FnMut(&BytesStart<'_>, u64),
) -> Result<(), quick_xml::Error> {
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer)? {
            Event::Start(element) | Event::Empty(element) => {
                each(&element, xml.buffer_position());
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Where the scan of a sheet is.
#[derive(Debug, Default)]
struct Cursor {
    row: u32,
    column: u32,
    cells: u64,
    is_number: bool,
    in_value: bool,
}

fn scan_sheet(xml: &mut Xml<'_>) -> Result<SheetFacts, quick_xml::Error> {
    let mut facts = SheetFacts::default();
    let mut at = Cursor::default();
    let mut buffer = Vec::new();
    while !facts.refused {
        buffer.clear();
        match xml.read_event_into(&mut buffer)? {
            Event::Start(element) | Event::Empty(element) => {
                at.in_value = element.local_name().as_ref() == "v";
                scan_element(&element, &mut at, &mut facts);
            }
            Event::Text(text) if at.in_value && at.is_number && !is_number(&text) => {
                let expected = "a number in a cell that is stored as one".to_owned();
                let kind = ProblemKind::BadAddress;
                facts.refuse(kind, at.row, expected, Excerpt::measured("something else"));
            }
            Event::End(_) => at.in_value = false,
            Event::Eof => break,
            _ => {}
        }
    }
    Ok(facts)
}

fn scan_element(element: &BytesStart<'_>, at: &mut Cursor, facts: &mut SheetFacts) {
    let bad = |facts: &mut SheetFacts, row, what: &'static str| {
        let kind = ProblemKind::BadAddress;
        facts.refuse(
            kind,
            row,
            what.to_owned(),
            Excerpt::measured("something else"),
        );
    };
    match element.local_name().as_ref() {
        "dimension"
            if attribute(element, "ref").is_none_or(|range| parse_range(&range).is_none()) =>
        {
            bad(facts, 0, "a range in the sheet's dimension");
        }
        "row" => {
            at.column = 0;
            match attribute(element, "r").map(|row| parse_row(&row)) {
                Some(Some(row)) if row > at.row => at.row = row,
                None => at.row = at.row.saturating_add(1),
                Some(_) => bad(facts, at.row, "rows numbered in ascending order"),
            }
            if is_true(attribute(element, "hidden")) {
                facts.note(ProblemKind::HiddenRow, at.row, 0, Excerpt::none());
            }
        }
        "c" => {
            match attribute(element, "r").map(|address| parse(&address)) {
                Some(Some((row, column))) if row == at.row && column > at.column => {
                    at.cells = at.cells.saturating_add(u64::from(column - at.column));
                    at.column = column;
                }
                None => {
                    at.cells = at.cells.saturating_add(1);
                    at.column = at.column.saturating_add(1);
                }
                Some(_) => bad(facts, at.row, "cells in ascending order in their own row"),
            }
            at.is_number = attribute(element, "t").is_none_or(|kind| kind == "n");
            // An empty cell out there is formatting; `calamine` gives it no value either.
            if at.column > MAX_COLUMNS || at.cells > MAX_CELLS || at.row > super::MAX_ROWS {
                facts.check_extent(u64::from(at.row), u64::from(at.column), at.cells);
            }
        }
        "f" => facts.note(ProblemKind::FormulaCell, at.row, at.column, Excerpt::none()),
        "mergeCell" => match attribute(element, "ref").as_deref().map(parse_range) {
            Some(Some(((row, column), _))) => {
                let range = attribute(element, "ref").unwrap_or_default();
                facts.note(ProblemKind::MergedCells, row, column, Excerpt::of(&range));
            }
            _ => bad(facts, 0, "a range of merged cells"),
        },
        "col" if is_true(attribute(element, "hidden")) => {
            let first = attribute(element, "min").and_then(|column| column.parse().ok());
            facts.note(
                ProblemKind::HiddenColumn,
                0,
                first.unwrap_or(0),
                Excerpt::none(),
            );
        }
        _ => {}
    }
}

fn is_true(value: Option<String>) -> bool {
    value.is_some_and(|value| value == "1" || value == "true")
}

/// What XML Schema calls a double, without the words for infinity and none.
fn is_number(text: &str) -> bool {
    let mut bytes = text.bytes().peekable();
    let _ = bytes.next_if(|b| *b == b'-');
    let mut digits = 0;
    while bytes.next_if(u8::is_ascii_digit).is_some() {
        digits += 1;
    }
    if bytes.next_if(|b| *b == b'.').is_some() {
        while bytes.next_if(u8::is_ascii_digit).is_some() {
            digits += 1;
        }
    }
    if digits > 0 && bytes.next_if(|b| matches!(b, b'e' | b'E')).is_some() {
        let _ = bytes.next_if(|b| matches!(b, b'-' | b'+'));
        digits = 0;
        while bytes.next_if(u8::is_ascii_digit).is_some() {
            digits += 1;
        }
    }
    text.is_empty() || (digits > 0 && bytes.peek().is_none())
}
