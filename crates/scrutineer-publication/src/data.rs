//! Open data: one set of tables, written as CSV, Parquet and SQLite, with what is needed to read
//! them and to compute the result again without this program.
//!
//! ```text
//! Dataset + AuditReport -> rows of tables -> csv/, spreadsheet/, parquet/, election.sqlite
//!                                         -> datapackage.json, schemas/, dictionary
//!                                         -> recompute/ (SQL, workbook)
//! ```
//!
//! # In scope
//! - [`data_files`]: every file as a path and bytes, one after another; the same bytes for the same
//!   input.
//! - [`read_csv`], [`read_parquet`], [`read_sqlite`]: rows back from each format, so that `verify`
//!   compares what the files say and not only their digests.
//!
//! # Out of scope
//! - Binding files to a checkpoint: the release. The log: `scrutineer-logstore`.
//! - NIST SP 1500-100: a profile of its own.
//!
//! # Limits
//! SQLite is built in memory. What a table holds stands in [`Table`]; layout and rules in `spec/data-files.md`.

mod columns;
mod compare;
mod context;
mod csv;
mod dictionary;
mod gzip;
mod package;
mod parquet;
mod parts;
mod read;
mod readings;
mod recompute;
mod rows;
mod schema;
mod sqlite;
mod stamp;
mod value;
mod wide;
mod workbook;

use scrutineer_audit::AuditReport;
use scrutineer_model::{Dataset, Overflow};

pub use compare::{Listed, Published, compare};
pub use dictionary::render_tables;
pub use read::{TakeRow, read_csv, read_parquet, read_sqlite};
pub use schema::{Column, Kind, Table};
pub use sqlite::LAYOUT;
pub use stamp::Stamp;
pub use value::Value;

use context::Context;

/// Which files are written beside the canonical CSV, data package and dictionary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// `parquet/`.
    pub parquet: bool,
    /// `election.sqlite`.
    pub sqlite: bool,
    /// `spreadsheet/`, and the workbooks of `recompute/`.
    pub spreadsheet: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            parquet: true,
            sqlite: true,
            spreadsheet: true,
        }
    }
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DataFile {
    /// Path inside the data folder, with `/`.
    pub path: String,
    /// Content.
    pub bytes: Vec<u8>,
}

/// Takes one file after another, and says why it cannot.
pub type Sink<'s> =
    dyn FnMut(DataFile) -> Result<(), Box<dyn std::error::Error + Send + Sync>> + 's;

/// A data file cannot be written or read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum DataError {
    /// The caller could not take a file.
    #[error("{path}: {source}")]
    Sink {
        /// The file.
        path: String,
        /// Why.
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// gzip.
    #[error("gzip: {0}")]
    Compress(#[source] std::io::Error),
    /// Parquet.
    #[error("Parquet: {0}")]
    Parquet(#[from] ::parquet::errors::ParquetError),
    /// SQLite.
    #[error("SQLite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    /// A workbook.
    #[error("workbook: {0}")]
    Workbook(#[from] zip::result::ZipError),
    /// JSON.
    #[error("JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A sum or product left 128-bit integers.
    #[error("{0}")]
    Overflow(#[from] Overflow),
    /// More bytes inside a compressed file than the reader was told to take.
    #[error("expected at most {limit} bytes inside the compressed file, found more")]
    TooLarge {
        /// The most.
        limit: u64,
    },
    /// A file that is not a table of this layout.
    #[error("{file}, row {row}: expected {expected}, found {found}")]
    Malformed {
        /// Format or file.
        file: &'static str,
        /// Row from 1, the header included; 0 for the file as a whole.
        row: u64,
        /// What belongs there.
        expected: String,
        /// What stands there.
        found: String,
    },
}

/// Writes every data file of an election to `sink`, in order of path groups: first the
/// files that grow with the number of stations, last those that describe the others.
///
/// `report` must be the audit of `dataset`. Nothing of a private column is in either.
///
/// # Errors
/// [`DataError::Sink`] where `sink` refuses a file, which ends the writing; the others where a
/// format cannot hold the data.
pub fn data_files(
    dataset: &Dataset,
    report: &AuditReport,
    stamp: &Stamp,
    options: &Options,
    sink: &mut Sink<'_>,
) -> Result<(), DataError> {
    let context = Context::new(dataset, report);
    let mut out = package::Recorder::new(sink);
    parts::write(&context, stamp, *options, &mut out)?;
    package::describe(&context, stamp, *options, &mut out)
}
