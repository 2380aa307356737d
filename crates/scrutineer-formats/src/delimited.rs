// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reads delimited text record by record, in bounded memory.
//!
//! A record beyond a bound, or a quote that is never closed, is one positioned
//! problem: reading goes on at the line after the one on which the record started, so
//! one stray quote costs one line and not the rest of the file. Giving back what was
//! looked at costs time, so there is a budget for it, in proportion to what was read;
//! once it is used up, reading goes on after the bytes that were looked at.
//!
//! Whether a ragged record or an unreadable cell may be used is not decided here.

mod input;
mod layout;
mod propose;
mod record;
mod scan;
#[cfg(test)]
mod tests;

use std::collections::VecDeque;
use std::io::Read;

pub use layout::{
    Delimiter, Footer, Layout, MAX_COLUMNS, MAX_FIELD_BYTES, MAX_FOOTER_RECORDS,
    MAX_PREAMBLE_LINES, MAX_RECORD_BYTES, Preamble,
};
pub use propose::{DelimiterProposal, propose_delimiter};
pub use record::{Cell, Record};

use crate::excerpt::Excerpt;
use crate::position::Position;
use crate::problem::{Problem, ProblemKind, Problems};
use input::Input;
use scan::{Scan, Scanner};

/// Bytes that may be looked at twice before any were read; every byte read adds one.
const REREAD_ALLOWANCE: u64 = 16 * 1024 * 1024;

/// What was read so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Data records delivered.
    pub records: u64,
    /// Records beyond a bound, reported and not delivered.
    pub rejected: u64,
    /// Records skipped because the layout calls them a footer.
    pub footer: u64,
    /// Decoded bytes read.
    pub bytes: u64,
    /// True when the source was read to its end without an error of its own.
    pub complete: bool,
}

/// Reads the records of one source.
#[derive(Debug)]
pub struct DelimitedReader<R> {
    input: Input<R>,
    scanner: Scanner,
    footer: Footer,
    header: Vec<String>,
    width: Option<usize>,
    row: u64,
    after_carriage_return: bool,
    record: u64,
    reread: u64,
    held: VecDeque<Record>,
    spare: Vec<Record>,
    ended: bool,
    summary: Summary,
}

impl<R: Read> DelimitedReader<R> {
    /// Reads up to the first data record. A header that cannot be found is a problem,
    /// and then no record is delivered: columns without names mean nothing.
    pub fn open(source: R, layout: &Layout, problems: &mut Problems) -> Self {
        let mut reader = Self {
            input: Input::new(source),
            scanner: Scanner::new(layout.delimiter.byte()),
            footer: layout.footer.clone(),
            header: Vec::new(),
            width: None,
            row: 1,
            after_carriage_return: false,
            record: 0,
            reread: REREAD_ALLOWANCE,
            held: VecDeque::new(),
            spare: Vec::new(),
            ended: false,
            summary: Summary::default(),
        };
        reader.input.fill(3);
        if reader.input.window().starts_with(b"\xef\xbb\xbf") {
            reader.input.consume(3);
        }
        match &layout.preamble {
            Preamble::None => {}
            Preamble::Lines(lines) => (0..*lines).for_each(|_| reader.skip_line(0)),
            Preamble::UntilHeader(names) => reader.seek_header(names, problems),
        }
        if layout.has_header && !reader.ended {
            reader.read_header(problems);
        }
        reader
    }

    /// The names of the columns, trimmed; empty when the layout has no header.
    pub fn header(&self) -> &[String] {
        &self.header
    }

    /// The source beneath, to ask it what it knows of itself.
    pub fn source(&self) -> &R {
        self.input.source()
    }

    /// What was read so far.
    pub fn summary(&self) -> Summary {
        Summary {
            bytes: self.input.consumed(),
            ..self.summary
        }
    }

    /// Reads the next record into `record`; false when there is none. Everything that
    /// is wrong on the way goes to `problems`.
    pub fn read_record(&mut self, record: &mut Record, problems: &mut Problems) -> bool {
        while !self.ended {
            if !self.read_before_footer(record, problems) {
                self.ended = true;
                break;
            }
            if let Footer::Marked(mark) = &self.footer
                && first_filled(record) == Some(mark.as_str())
            {
                self.summary.footer += 1;
                continue;
            }
            let width = *self.width.get_or_insert(record.len());
            record.set_ragged(record.len() != width);
            if record.is_ragged() {
                problems.push(Problem::new(
                    ProblemKind::RaggedRow,
                    record.position(),
                    format!("{width} fields"),
                    Excerpt::measured(format!("{} fields", record.len())),
                ));
            }
            self.summary.records += 1;
            return true;
        }
        false
    }

    /// Holds back as many records as the footer has, because only the end of the file
    /// tells which ones those are.
    fn read_before_footer(&mut self, record: &mut Record, problems: &mut Problems) -> bool {
        let Footer::Records(count) = self.footer else {
            return self.next_record(record, problems);
        };
        while self.held.len() <= count.min(MAX_FOOTER_RECORDS) {
            let mut next = self.spare.pop().unwrap_or_default();
            if !self.next_record(&mut next, problems) {
                self.summary.footer = self.held.len() as u64;
                self.held.clear();
                return false;
            }
            self.held.push_back(next);
        }
        if let Some(first) = self.held.pop_front() {
            self.spare.push(std::mem::replace(record, first));
        }
        true
    }

    fn next_record(&mut self, record: &mut Record, problems: &mut Problems) -> bool {
        loop {
            self.skip_line_ends();
            if self.input.window().is_empty() {
                self.report_end(problems);
                return false;
            }
            let position = Position {
                row: self.row,
                record: self.record + 1,
                column: 0,
                byte: self.input.consumed(),
            };
            record.start(position);
            match self
                .scanner
                .scan(self.input.window(), self.input.is_exhausted(), record)
            {
                Scan::Record { raw, clean, quoted } => {
                    let window = self.input.window();
                    let ended = window
                        .get(raw.saturating_sub(1))
                        .is_some_and(|byte| is_line_end(*byte));
                    let cut = self.input.has_failed() && !ended;
                    if !clean && !cut {
                        report_unreadable(record, problems);
                    }
                    self.advance(raw, quoted);
                    self.record += 1;
                    if cut {
                        // 12 may be the beginning of 120: what an error cut off is no record.
                        self.summary.rejected += 1;
                        continue;
                    }
                    return true;
                }
                Scan::Incomplete => {
                    let wanted = self.input.window().len().saturating_mul(2);
                    self.input.fill(wanted.min(MAX_RECORD_BYTES));
                }
                Scan::Broken { kind, scanned } => {
                    problems.push(broken(kind, position, scanned));
                    self.record += 1;
                    self.summary.rejected += 1;
                    self.resynchronise(scanned);
                }
            }
        }
    }

    fn report_end(&mut self, problems: &mut Problems) {
        match self.input.take_failure() {
            None => self.summary.complete = true,
            Some(error) => {
                let byte = self.input.consumed();
                let position = Position {
                    row: self.row,
                    record: self.record,
                    column: 0,
                    byte,
                };
                let found = Excerpt::of(&error.to_string());
                let expected = "bytes up to the end of the source";
                problems.push(Problem::new(
                    ProblemKind::SourceFailed,
                    position,
                    expected,
                    found,
                ));
            }
        }
    }

    fn read_header(&mut self, problems: &mut Problems) {
        let mut record = Record::new();
        if !self.next_record(&mut record, problems) {
            let found = Excerpt::measured("an empty source");
            let expected = "a line with the names of the columns";
            problems.push(Problem::new(
                ProblemKind::HeaderNotFound,
                Position::cell(self.row, 0),
                expected,
                found,
            ));
            self.ended = true;
            return;
        }
        self.record = 0;
        self.summary.rejected = 0;
        self.header = record
            .cells()
            .map(|cell| cell.text().unwrap_or_default().trim().to_owned())
            .collect();
        self.width = Some(self.header.len());
        let mut position = record.position();
        position.record = 0;
        check_names(&self.header, position, problems);
    }

    /// Moves to the first line that holds all of the names. Each line is tried as the
    /// start of a record of its own, because titles above a table may contain quotes.
    fn seek_header(&mut self, names: &[String], problems: &mut Problems) {
        let mut record = Record::new();
        for _ in 0..=MAX_PREAMBLE_LINES {
            self.skip_line_ends();
            if self.input.window().is_empty() {
                break;
            }
            record.start(Position::START);
            // Fetched whole: a header is short, and what is tried must not depend on how
            // much of the source happens to be here.
            self.input.fill(MAX_FIELD_BYTES);
            let window = self.input.window();
            let near = window.get(..MAX_FIELD_BYTES).unwrap_or(window);
            let last = self.input.is_exhausted() && near.len() == window.len();
            let scan = self.scanner.scan(near, last, &mut record);
            let holds_all = |record: &Record| {
                names.iter().all(|name| {
                    record
                        .cells()
                        .any(|cell| cell.text().is_some_and(|t| t.trim() == name.trim()))
                })
            };
            if matches!(scan, Scan::Record { .. }) && holds_all(&record) {
                return;
            }
            self.skip_line(0);
        }
        let position = Position::cell(self.row, 0);
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let expected = format!(
            "a line with {} in the first {MAX_PREAMBLE_LINES} lines",
            Excerpt::of(&names.join(", "))
        );
        problems.push(Problem::new(
            ProblemKind::HeaderNotFound,
            position,
            expected,
            Excerpt::none(),
        ));
        self.ended = true;
    }

    fn skip_line_ends(&mut self) {
        loop {
            if self.input.window().is_empty() {
                self.input.fill(1);
            }
            let window = self.input.window();
            let ends = window.iter().take_while(|byte| is_line_end(**byte)).count();
            let all = ends == window.len();
            if ends > 0 {
                self.advance(ends, true);
            }
            if !all || self.input.is_exhausted() {
                return;
            }
        }
    }

    /// Consumes `bytes`, which span lines or else end with at most one line end.
    fn advance(&mut self, bytes: usize, spans_lines: bool) {
        let taken = self.input.window().get(..bytes).unwrap_or_default();
        let tail = taken.get(
            if spans_lines {
                0
            } else {
                bytes.saturating_sub(1)
            }..,
        );
        for byte in tail.unwrap_or_default() {
            match byte {
                b'\r' => self.row += 1,
                b'\n' if !self.after_carriage_return => self.row += 1,
                _ => {}
            }
            self.after_carriage_return = *byte == b'\r';
        }
        self.reread = self.reread.saturating_add(bytes as u64);
        self.input.consume(bytes);
    }

    fn resynchronise(&mut self, scanned: usize) {
        match self.reread.checked_sub(scanned as u64) {
            Some(left) => {
                self.reread = left;
                self.skip_line(0);
            }
            None => self.skip_line(scanned),
        }
    }

    /// Consumes up to and with the first line end at or after `from`.
    fn skip_line(&mut self, from: usize) {
        let mut from = from;
        loop {
            let window = self.input.window();
            let end = window
                .iter()
                .skip(from)
                .position(|byte| is_line_end(*byte))
                .map(|at| at.saturating_add(from));
            if let Some(at) = end {
                let pair = window
                    .get(at..)
                    .is_some_and(|rest| rest.starts_with(b"\r\n"));
                if at + 1 == window.len() && !pair && !self.input.is_exhausted() {
                    // The second half of a line end may not have been fetched yet.
                    self.input.fill_any();
                    continue;
                }
                self.advance(at + if pair { 2 } else { 1 }, true);
                return;
            }
            self.advance(self.input.window().len(), true);
            from = 0;
            if self.input.is_exhausted() {
                return;
            }
            self.input.fill(1);
        }
    }
}

const fn is_line_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

fn first_filled(record: &Record) -> Option<&str> {
    record
        .cells()
        .filter_map(Cell::text)
        .map(str::trim)
        .find(|text| !text.is_empty())
}

fn broken(kind: ProblemKind, position: Position, scanned: usize) -> Problem {
    let (expected, found) = match kind {
        ProblemKind::TooManyColumns => {
            (format!("at most {MAX_COLUMNS} columns"), "more".to_owned())
        }
        ProblemKind::FieldTooLong => (
            format!("at most {MAX_FIELD_BYTES} bytes in a field"),
            "more".to_owned(),
        ),
        ProblemKind::UnterminatedQuote => (
            "a closing quote".to_owned(),
            format!("none in the next {scanned} bytes"),
        ),
        _ => (
            format!("at most {MAX_RECORD_BYTES} bytes in a record"),
            "more".to_owned(),
        ),
    };
    Problem::new(kind, position, expected, Excerpt::measured(found))
}

/// One problem for each cell that is not text; says the byte, never the cell.
fn report_unreadable(record: &Record, problems: &mut Problems) {
    for index in 0..record.len() {
        let bytes = record.bytes(index).unwrap_or_default();
        let mut position = record.position().at_field(index);
        let (kind, expected, found) = match std::str::from_utf8(bytes) {
            Ok(_) if bytes.contains(&0) => (
                ProblemKind::NulByte,
                "text",
                Excerpt::measured("a byte of value zero"),
            ),
            Ok(_) => continue,
            Err(error) => {
                let at = error.valid_up_to();
                if let Some(start) = record.raw_offset(index) {
                    position.byte = position.byte.saturating_add((start + at) as u64);
                }
                // 0xFF stands in no text in UTF-8; the decoder of other encodings uses
                // it to mark what it could not decode.
                let found = match bytes.get(at) {
                    None | Some(0xff) => "bytes that stand for no character".to_owned(),
                    Some(byte) => format!("byte 0x{byte:02X}"),
                };
                (
                    ProblemKind::BadEncoding,
                    "valid text",
                    Excerpt::measured(found),
                )
            }
        };
        problems.push(Problem::new(kind, position, expected, found));
    }
}

/// Reports names that are missing or occur twice.
pub(crate) fn check_names(names: &[String], position: Position, problems: &mut Problems) {
    let mut seen = std::collections::BTreeMap::new();
    for (index, name) in names.iter().enumerate() {
        let at = position.at_field(index);
        if name.is_empty() {
            problems.push(Problem::new(
                ProblemKind::EmptyHeader,
                at,
                "a name",
                Excerpt::measured("an empty cell"),
            ));
        } else if let Some(first) = seen.insert(name.as_str(), index + 1) {
            problems.push(Problem::new(
                ProblemKind::DuplicateHeader,
                at,
                format!("a name that column {first} does not have"),
                Excerpt::of(name),
            ));
        }
    }
}
