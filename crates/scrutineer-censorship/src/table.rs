//! Small delimited files that the user gives: fingerprints, names, lists, outages, statements.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("row {row}, column {column}: expected {expected}, found {found:?}")]
pub struct Problem {
    /// The row in the file, from 1; the header is row 1.
    pub row: u64,
    /// The column by its name.
    pub column: String,
    /// What should stand there: `column`, `text`, `day`, `last-day`, `network`, `host`,
    /// `yes-no`, `outage-watched` or `utf-8`.
    pub expected: &'static str,
    /// What stands there, cut to a few characters; empty for nothing.
    pub found: String,
}

impl Problem {
    pub(crate) fn new(row: u64, column: &str, expected: &'static str, found: &str) -> Self {
        const SHOWN: usize = 60;
        Self {
            row,
            column: column.to_owned(),
            expected,
            found: found.chars().take(SHOWN).collect(),
        }
    }
}

/// A row with the cells that were asked for, in the order in which they were.
pub(crate) struct Row {
    pub(crate) number: u64,
    pub(crate) cells: Vec<String>,
}

/// The rows below the header, with the columns `wanted` and after them those of `optional`, whatever other
/// columns there are. A cell of an optional column that the file lacks is empty.
///
/// Rows are numbered as records, so that a cell with a line break moves no number.
pub(crate) fn rows(
    bytes: &[u8],
    wanted: &[&str],
    optional: &[&str],
) -> Result<Vec<Row>, Vec<Problem>> {
    let mut records = records(bytes)?.into_iter();
    let header = records.next().map(|(_, cells)| cells).unwrap_or_default();
    let places: Vec<Option<usize>> = wanted
        .iter()
        .chain(optional)
        .map(|name| header.iter().position(|cell| cell.trim() == *name))
        .collect();
    let absent: Vec<Problem> = wanted
        .iter()
        .zip(&places)
        .filter(|(_, place)| place.is_none())
        .map(|(name, _)| Problem::new(1, name, "column", ""))
        .collect();
    if !absent.is_empty() {
        return Err(absent);
    }
    let cell = |cells: &[String], place: &Option<usize>| {
        let held = place.and_then(|place| cells.get(place));
        held.map(|text| text.trim().to_owned()).unwrap_or_default()
    };
    Ok(records
        .map(|(number, cells)| Row {
            number,
            cells: places.iter().map(|place| cell(&cells, place)).collect(),
        })
        .collect())
}

/// Every record that is not blank, with its number.
fn records(bytes: &[u8]) -> Result<Vec<(u64, Vec<String>)>, Vec<Problem>> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.split(|&byte| byte == b'\n').count() as u64;
        vec![Problem::new(line, "-", "utf-8", "")]
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader: Reader = ReaderBuilder::new().build();
    let mut input = text.as_bytes();
    let (mut fields, mut ends) = (vec![0; 4096], vec![0; 64]);
    let (mut filled, mut ended) = (0, 0);
    let mut held = Vec::new();
    let mut number = 0;
    loop {
        let (result, read, written, closed) = reader.read_record(
            input,
            fields.get_mut(filled..).unwrap_or_default(),
            ends.get_mut(ended..).unwrap_or_default(),
        );
        input = input.get(read..).unwrap_or_default();
        filled += written;
        ended += closed;
        match result {
            ReadRecordResult::InputEmpty => {}
            ReadRecordResult::OutputFull => fields.resize(fields.len() * 2, 0),
            ReadRecordResult::OutputEndsFull => ends.resize(ends.len() * 2, 0),
            ReadRecordResult::Record => {
                number += 1;
                let mut start = 0;
                let mut cells = Vec::with_capacity(ended);
                for &end in ends.get(..ended).unwrap_or_default() {
                    let cell = fields.get(start..end).unwrap_or_default();
                    cells.push(String::from_utf8_lossy(cell).into_owned());
                    start = end;
                }
                if cells.iter().any(|cell| !cell.trim().is_empty()) {
                    held.push((number, cells));
                }
                (filled, ended) = (0, 0);
            }
            ReadRecordResult::End => return Ok(held),
        }
    }
}

/// Bytes in lower-case hexadecimal.
pub(crate) fn hexadecimal(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    let mut text = String::with_capacity(2 * bytes.len());
    for byte in bytes {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_found_by_name_and_rows_keep_their_number() {
        let text = "\u{feff}b,x,a\n\"1\n1\",,2\n\n3,,4\n";
        let found = rows(text.as_bytes(), &["a"], &["b", "none"]).unwrap();
        let shown: Vec<_> = found
            .iter()
            .map(|row| (row.number, row.cells.join("|")))
            .collect();
        assert_eq!(shown, [(2, "2|1\n1|".to_owned()), (3, "4|3|".to_owned())]);
    }

    #[test]
    fn every_absent_column_is_told() {
        assert_eq!(rows(b"a\n1", &["b", "c"], &["d"]).err().unwrap().len(), 2);
        assert!(rows(b"", &["b"], &[]).is_err());
        assert!(rows(b"a\n\xff", &["a"], &[]).is_err());
    }

    #[test]
    fn long_and_wide_rows_are_read_whole() {
        let wide = format!(
            "a{}\n{}{}",
            ",x".repeat(200),
            "y".repeat(9000),
            ",z".repeat(200)
        );
        let found = rows(wide.as_bytes(), &["a"], &[]).unwrap();
        assert_eq!(found[0].cells[0].len(), 9000);
    }
}
