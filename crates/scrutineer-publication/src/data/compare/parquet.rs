//! A published Parquet file, read in order: every column a thousand rows ahead.

use std::fs::File;
use std::path::Path;

use ::parquet::basic::Type as Physical;
use ::parquet::column::reader::{ColumnReader, ColumnReaderImpl};
use ::parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
use ::parquet::errors::ParquetError;
use ::parquet::file::reader::{FileReader, SerializedFileReader};

use super::Difference;
use crate::data::schema::{Column, Kind};
use crate::data::stamp::Stamp;
use crate::data::value::Value;

/// Rows that are read at once.
const AHEAD: usize = 1_024;

/// A file of rows that must be those that are computed.
pub(super) struct PublishedRows {
    reader: SerializedFileReader<File>,
    described: &'static [Column],
    /// Row groups that were begun.
    groups: usize,
    /// Rows of the current group that are not read yet.
    unread: usize,
    /// Rows that are read and not compared yet.
    ahead: usize,
    columns: Vec<Ahead>,
    row: u64,
}

/// What was read ahead of one column.
enum Ahead {
    Text(Batch<ColumnReaderImpl<ByteArrayType>, ByteArray>),
    Integer(Batch<ColumnReaderImpl<Int64Type>, i64>),
}

struct Batch<R, V> {
    reader: R,
    values: Vec<V>,
    /// Per row 1 for a value and 0 for nothing; none for a column that every row has.
    levels: Option<Vec<i16>>,
    value: usize,
    level: usize,
}

impl<R, V> Batch<R, V> {
    fn new(reader: R, required: bool) -> Self {
        Self {
            reader,
            values: Vec::new(),
            levels: (!required).then(Vec::new),
            value: 0,
            level: 0,
        }
    }

    fn clear(&mut self) {
        self.values.clear();
        if let Some(levels) = &mut self.levels {
            levels.clear();
        }
        (self.value, self.level) = (0, 0);
    }

    /// The next row's value; `None` for nothing.
    fn next(&mut self) -> Option<&V> {
        let level = self.level;
        self.level += 1;
        if let Some(levels) = &self.levels
            && levels.get(level).is_none_or(|&level| level == 0)
        {
            return None;
        }
        let value = self.value;
        self.value += 1;
        self.values.get(value)
    }
}

impl PublishedRows {
    pub(super) fn open(
        place: &Path,
        described: &'static [Column],
        stamp: &Stamp,
    ) -> Result<Self, Difference> {
        let file = File::open(place).map_err(|error| error.to_string())?;
        let reader = SerializedFileReader::new(file).map_err(words)?;
        let about = reader.metadata().file_metadata();
        let found = about.schema_descr().columns().iter().map(|column| {
            let is_required = column.max_def_level() == 0 && column.max_rep_level() == 0;
            (column.name(), column.physical_type(), is_required)
        });
        let expected = described.iter().map(|column| {
            let physical = match column.kind {
                Kind::Text | Kind::Decimal => Physical::BYTE_ARRAY,
                Kind::Integer => Physical::INT64,
            };
            (column.name, physical, column.required)
        });
        if !found.eq(expected) {
            return Err("expected the columns of the table, found others".to_owned());
        }
        for (name, expected) in stamp.pairs() {
            let name = format!("scrutineer.{name}");
            let held = about.key_value_metadata().into_iter().flatten();
            let found = held.into_iter().find(|held| held.key == name);
            let found = found.and_then(|held| held.value.as_deref());
            if found != Some(expected.as_str()) {
                return Err(format!("{name}: expected {expected}, found {found:?}"));
            }
        }
        Ok(Self {
            reader,
            described,
            groups: 0,
            unread: 0,
            ahead: 0,
            columns: Vec::new(),
            row: 0,
        })
    }

    /// The next row must be `expected`.
    pub(super) fn same(&mut self, expected: &[Value<'_>]) -> Result<(), Difference> {
        self.row += 1;
        if self.ahead == 0 && !self.advance().map_err(words)? {
            return Err(self.differs(expected, "the end"));
        }
        self.ahead -= 1;
        let mut different = None;
        for (column, &expected) in self.columns.iter_mut().zip(expected) {
            let found = match column {
                Ahead::Text(batch) => match batch.next().map(|held| held.as_utf8()).transpose() {
                    Ok(text) => Value::optional(text),
                    Err(error) => return Err(words(error)),
                },
                Ahead::Integer(batch) => batch
                    .next()
                    .map_or(Value::Missing, |&held| Value::Integer(held)),
            };
            if found != expected && different.is_none() {
                different = Some(format!("{found:?}"));
            }
        }
        match different {
            None => Ok(()),
            Some(found) => Err(self.differs(expected, &found)),
        }
    }

    /// No row may follow.
    pub(super) fn end(&mut self) -> Result<(), Difference> {
        if self.ahead > 0 || self.advance().map_err(words)? {
            return Err(format!(
                "expected the end after {} rows, found more",
                self.row
            ));
        }
        Ok(())
    }

    fn differs(&self, expected: &[Value<'_>], found: &str) -> Difference {
        format!(
            "row {}: expected {expected:?} that follows from the entries, found {found}",
            self.row
        )
    }

    /// Reads the next rows; `false` at the end.
    fn advance(&mut self) -> Result<bool, ParquetError> {
        while self.unread == 0 {
            if self.groups == self.reader.num_row_groups() {
                return Ok(false);
            }
            let group = self.reader.get_row_group(self.groups)?;
            self.groups += 1;
            self.unread = usize::try_from(group.metadata().num_rows()).unwrap_or(0);
            self.columns.clear();
            for (at, described) in self.described.iter().enumerate() {
                self.columns.push(match group.get_column_reader(at)? {
                    ColumnReader::ByteArrayColumnReader(reader) => {
                        Ahead::Text(Batch::new(reader, described.required))
                    }
                    ColumnReader::Int64ColumnReader(reader) => {
                        Ahead::Integer(Batch::new(reader, described.required))
                    }
                    _ => return Err(ParquetError::General("another type of column".to_owned())),
                });
            }
        }
        let rows = self.unread.min(AHEAD);
        for column in &mut self.columns {
            let read = match column {
                Ahead::Text(batch) => {
                    batch.clear();
                    let levels = batch.levels.as_mut();
                    batch
                        .reader
                        .read_records(rows, levels, None, &mut batch.values)?
                }
                Ahead::Integer(batch) => {
                    batch.clear();
                    let levels = batch.levels.as_mut();
                    batch
                        .reader
                        .read_records(rows, levels, None, &mut batch.values)?
                }
            };
            if read.0 != rows {
                let why = format!("expected {rows} more rows in a column, found {}", read.0);
                return Err(ParquetError::General(why));
            }
        }
        self.unread -= rows;
        self.ahead = rows;
        Ok(true)
    }
}

#[expect(clippy::needless_pass_by_value, reason = "a function for `map_err`")]
fn words(error: ParquetError) -> Difference {
    error.to_string()
}
