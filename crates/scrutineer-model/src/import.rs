//! What went wrong while reading, kept as facts beside the data.

use serde::{Deserialize, Serialize};

use crate::index::{SourceIdx, StationIdx};

/// Where in a file something stands.
#[derive(
    Clone,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
pub struct Locator {
    /// File name as in the folder, with `#member` for a member of an archive or a sheet of a book.
    pub file: String,
    /// Line of the file on which the record starts, from 1; `None` where there are no lines.
    pub row: Option<u64>,
    /// Name of the column, else its number from 1.
    pub column: Option<String>,
}

/// What kind of thing went wrong; the checks give each its code and severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImportIssueKind {
    /// A cell that should hold a count holds something else; it stays unread.
    NotANumber,
    /// A count with a fraction; it stays unread.
    NotAnInteger,
    /// A count below zero; it stays unread.
    Negative,
    /// A count above what a cell holds; it stays unread.
    TooLarge,
    /// A key column is empty; the row is rejected.
    MissingKey,
    /// A record with more or fewer fields than the header; rejected when a mapped column is missing.
    RaggedRow,
    /// A field, record or table beyond the reader's limits; the row is rejected.
    OverLimit,
    /// Bytes that the encoding does not allow; the cell stays unread, a key rejects the row.
    BadEncoding,
    /// A NUL byte inside text.
    NulByte,
    /// The file ends inside a record, a quoted field or a compressed member.
    Truncated,
    /// A file, member or sheet that cannot be read at all.
    Unreadable,
    /// A column that the map does not name; dropped.
    UnmappedColumn,
    /// A column that the map names and the file has not.
    MissingColumn,
    /// Two columns with one name.
    DuplicateColumn,
    /// A value that the map does not know: an option, a status, a division.
    UnknownValue,
    /// A hidden row or sheet of a workbook.
    HiddenRow,
    /// A cell whose value a formula computes.
    Formula,
    /// A merged range of a workbook.
    MergedCells,
    /// One place named with two divisions, or one station with two places.
    DivisionConflict,
    /// One division code with two names.
    NameConflict,
    /// How the bytes were read: encoding, delimiter, layout. Information only.
    Decision,
}

/// One thing that went wrong while reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportIssue {
    /// What.
    pub kind: ImportIssueKind,
    /// The source, where the file belongs to one.
    pub source: Option<SourceIdx>,
    /// The station, where the row names one.
    pub station: Option<StationIdx>,
    /// Where.
    pub locator: Locator,
    /// What was expected there.
    pub expected: String,
    /// What stands there, shortened; empty for a private column.
    pub found: String,
    /// 1, or how many issues of this kind in this file the line stands for beyond the listed ones.
    pub count: u64,
    /// Whether a row was rejected for it.
    pub rejects_row: bool,
}
