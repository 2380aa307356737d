// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Where a value stood in its source.

use std::fmt;

/// The place of a record or of one of its fields.
///
/// A number of zero means that it does not apply (a whole file has no row, a
/// member of an archive no column) and is left out when the position is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Position {
    /// Physical line, from 1, on which the record starts. A quoted field can span
    /// lines, so this is the line an editor shows, not the number of the record.
    pub row: u64,
    /// Data record, from 1; the header and skipped lines are not counted.
    pub record: u64,
    /// Field of the record, from 1.
    pub column: u32,
    /// Bytes before it in the decoded stream, from 0. Equal to the offset in the
    /// file for UTF-8; after another encoding or decompression it counts decoded bytes.
    pub byte: u64,
}

impl Position {
    /// The start of a source, before any record.
    pub const START: Self = Self {
        row: 0,
        record: 0,
        column: 0,
        byte: 0,
    };

    /// A position known only by line and field, as in a spreadsheet.
    pub const fn cell(row: u64, column: u32) -> Self {
        Self {
            row,
            record: 0,
            column,
            byte: 0,
        }
    }

    /// The same record, at the field with this index from 0.
    #[must_use]
    pub fn at_field(self, index: usize) -> Self {
        let column = u32::try_from(index).map_or(u32::MAX, |index| index.saturating_add(1));
        Self { column, ..self }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.row, self.column) {
            (0, _) => write!(f, "byte {}", self.byte),
            (row, 0) => write!(f, "row {row}"),
            (row, column) => write!(f, "row {row}, column {column}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_prints_only_what_applies() {
        assert_eq!(Position::START.to_string(), "byte 0");
        assert_eq!(Position::cell(7, 0).to_string(), "row 7");
        assert_eq!(
            Position::cell(7, 0).at_field(2).to_string(),
            "row 7, column 3"
        );
    }
}
