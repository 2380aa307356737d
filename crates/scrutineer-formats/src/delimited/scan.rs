// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Finds one record at the start of a window.
//!
//! Two ways with one meaning. A line without quotes and zero bytes is split where its
//! delimiters are; anything else goes through the state machine of `csv-core`, which
//! also defines what the first way must give (a property test compares them).

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use super::layout::{MAX_COLUMNS, MAX_FIELD_BYTES, MAX_RECORD_BYTES};
use super::record::Record;
use crate::problem::ProblemKind;

/// What stands at the start of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scan {
    /// A record, now in the caller's `Record`.
    Record {
        /// Bytes it takes, with the first byte of its line end.
        raw: usize,
        /// Whether every field is text without zero bytes.
        clean: bool,
        /// Whether it can span lines.
        quoted: bool,
    },
    /// More bytes are needed to tell.
    Incomplete,
    /// Something beyond the bounds.
    Broken {
        /// Which bound.
        kind: ProblemKind,
        /// Bytes looked at.
        scanned: usize,
    },
}

// In this order: a delimiter counts as one field, and all from LINE_END on stop a line.
const PLAIN: u8 = 0;
const DELIMITER: u8 = 1;
const LINE_END: u8 = 2;
const SPECIAL: u8 = 3;

/// Splits records; holds the tables and the buffers of the state machine.
#[derive(Debug)]
pub(super) struct Scanner {
    classes: [u8; 256],
    /// Where the delimiters of a line without quotes are; always of one length.
    marks: Vec<u32>,
    machine: Reader,
    output: Vec<u8>,
    ends: Vec<usize>,
}

impl Scanner {
    pub(super) fn new(delimiter: u8) -> Self {
        let mut classes = [PLAIN; 256];
        for (byte, class) in (0..=u8::MAX).zip(classes.iter_mut()) {
            *class = match byte {
                b'\n' | b'\r' => LINE_END,
                b'"' | 0 => SPECIAL,
                _ if byte == delimiter => DELIMITER,
                _ => PLAIN,
            };
        }
        let machine = ReaderBuilder::new().delimiter(delimiter).build();
        let mut scanner = Self {
            classes,
            marks: vec![0; MAX_COLUMNS],
            machine,
            output: Vec::new(),
            ends: Vec::new(),
        };
        scanner.restart();
        scanner
    }

    /// Forgets a record that was begun. A clone of a new machine would not do: `csv-core`
    /// does not copy all of its tables.
    fn restart(&mut self) {
        self.machine.reset();
        // A line end moves no state, and tells the machine that the start of the file,
        // the only place where it would drop a byte-order mark, is behind it.
        let _ = self.machine.read_record(b"\n", &mut [0], &mut [0]);
    }

    /// Reads the record at the start of `window`; `last` says that nothing follows it.
    pub(super) fn scan(&mut self, window: &[u8], last: bool, record: &mut Record) -> Scan {
        match self.split_line(window, last, record) {
            Some(scan) => scan,
            None => self.run_machine(window, last, record),
        }
    }

    /// The way for lines without quotes; `None` sends the record the other way.
    fn split_line(&mut self, window: &[u8], last: bool, record: &mut Record) -> Option<Scan> {
        let mut delimiters = 0;
        let mut stop = None;
        for (at, byte) in (0_u32..).zip(window) {
            let class = self.classes.get(usize::from(*byte)).copied()?;
            if class >= LINE_END {
                stop = Some((at as usize, class));
                break;
            }
            // Every position is written down and only those of delimiters are kept: fields are
            // short and of irregular length, so that a branch would be guessed wrong at most of them.
            if let Some(mark) = self.marks.get_mut(delimiters) {
                *mark = at;
            }
            delimiters += usize::from(class);
        }
        let (length, raw) = match stop {
            Some((at, LINE_END)) if at < MAX_RECORD_BYTES => (at, at + 1),
            None if last && window.len() <= MAX_RECORD_BYTES => (window.len(), window.len()),
            _ => return None,
        };
        if delimiters >= MAX_COLUMNS {
            return None;
        }
        let ends = record.ends_mut();
        ends.clear();
        ends.extend_from_slice(self.marks.get(..delimiters)?);
        ends.push(u32::try_from(length).ok()?);
        if length > MAX_FIELD_BYTES && has_long_field(ends) {
            return None;
        }
        let clean = record.set_content(window.get(..length)?, 1, false);
        Some(Scan::Record {
            raw,
            clean,
            quoted: false,
        })
    }

    fn run_machine(&mut self, window: &[u8], last: bool, record: &mut Record) -> Scan {
        let looked_at = window.get(..MAX_RECORD_BYTES).unwrap_or(window);
        if self.output.len() < looked_at.len() {
            self.output.resize(looked_at.len().next_power_of_two(), 0);
        }
        self.ends.resize(MAX_COLUMNS + 1, 0);
        let (mut result, raw, mut written, mut fields) =
            self.machine
                .read_record(looked_at, &mut self.output, &mut self.ends);
        let open = result == ReadRecordResult::InputEmpty && fields <= MAX_COLUMNS;
        if open && last && looked_at.len() == window.len() {
            // A line end completes the last record, unless it stands inside quotes.
            let ends = self.ends.get_mut(fields..).unwrap_or_default();
            let (end, _, more, one) = self.machine.read_record(b"\n", &mut [0], ends);
            written += if end == ReadRecordResult::Record {
                more
            } else {
                0
            };
            result = end;
            fields += one;
        }
        let complete = result == ReadRecordResult::Record && fields <= MAX_COLUMNS;
        if !complete {
            self.restart();
            if open && !last && looked_at.len() == window.len() && window.len() < MAX_RECORD_BYTES {
                return Scan::Incomplete;
            }
        }
        let ends = self.ends.get(..fields).unwrap_or_default();
        let longest = longest_field(ends, if complete { 0 } else { raw });
        let spans_lines = looked_at
            .get(..raw.saturating_sub(1))
            .is_some_and(has_line_end);
        let kind = if fields > MAX_COLUMNS {
            Some(ProblemKind::TooManyColumns)
        } else if !complete && (spans_lines || looked_at.len() < MAX_RECORD_BYTES) {
            Some(ProblemKind::UnterminatedQuote)
        } else if longest > MAX_FIELD_BYTES {
            Some(ProblemKind::FieldTooLong)
        } else if !complete {
            Some(ProblemKind::RecordTooLong)
        } else {
            None
        };
        if let Some(kind) = kind {
            return Scan::Broken { kind, scanned: raw };
        }
        let target = record.ends_mut();
        target.clear();
        target.extend(
            ends.iter()
                .map(|end| u32::try_from(*end).unwrap_or(u32::MAX)),
        );
        let content = self.output.get(..written).unwrap_or_default();
        let clean = record.set_content(content, 0, true);
        Scan::Record {
            raw,
            clean,
            quoted: true,
        }
    }
}

/// The longest field, and the unfinished one up to `open_end` where there is one.
fn longest_field(ends: &[usize], open_end: usize) -> usize {
    let mut start = 0;
    let mut longest = 0;
    for end in ends.iter().copied().chain([open_end]) {
        longest = longest.max(end.saturating_sub(start));
        start = start.max(end);
    }
    longest
}

/// Whether a field of a line is beyond the bound, a delimiter standing between two fields.
fn has_long_field(ends: &[u32]) -> bool {
    let mut start = 0;
    ends.iter().any(|&end| {
        let length = (end as usize).saturating_sub(start);
        start = end as usize + 1;
        length > MAX_FIELD_BYTES
    })
}

fn has_line_end(bytes: &[u8]) -> bool {
    bytes.iter().any(|byte| matches!(byte, b'\n' | b'\r'))
}
