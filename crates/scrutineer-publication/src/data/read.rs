//! Rows back from each format, so that what the files say can be compared and not only their
//! digests.

use ::parquet::file::reader::{FileReader, SerializedFileReader};
use ::parquet::record::Field;
use rusqlite::{Connection, types::ValueRef};

use super::DataError;
use super::gzip::inflate;
use super::schema::{Kind, Table};
use super::sqlite::names;
use super::value::Value;

/// Takes one row.
pub type TakeRow<'t> = dyn FnMut(&[Value<'_>]) -> Result<(), DataError> + 't;

/// Reads a canonical CSV file, compressed or not, of at most `limit` bytes.
///
/// # Errors
/// [`DataError::Malformed`] where header, number of cells, quotes or numbers are not those of
/// `table`; [`DataError::TooLarge`] for more than `limit` bytes.
pub fn read_csv(
    table: Table,
    bytes: &[u8],
    limit: u64,
    take: &mut TakeRow<'_>,
) -> Result<(), DataError> {
    let inside;
    let text = if bytes.starts_with(&[0x1f, 0x8b]) {
        inside = inflate(bytes, limit)?;
        inside.as_slice()
    } else {
        bytes
    };
    let text = std::str::from_utf8(text).map_err(|error| malformed("CSV", 0, "UTF-8", error))?;
    let mut reader = CsvReader { rest: text, row: 1 };
    let columns = table.columns();
    let mut cells: Vec<String> = Vec::new();
    reader.record(&mut cells)?;
    if !cells.iter().eq(columns.iter().map(|column| column.name)) {
        let expected: Vec<&str> = columns.iter().map(|column| column.name).collect();
        return Err(malformed("CSV", 1, expected.join(","), cells.join(",")));
    }
    while reader.record(&mut cells)? {
        let row = reader.row - 1;
        if cells.len() != columns.len() {
            let expected = format!("{} cells", columns.len());
            return Err(malformed("CSV", row, expected, cells.len()));
        }
        let mut values = Vec::with_capacity(cells.len());
        for (cell, column) in cells.iter().zip(columns) {
            values.push(match column.kind {
                Kind::Integer if !cell.is_empty() => Value::Integer(
                    cell.parse()
                        .map_err(|_| malformed("CSV", row, "a whole number", cell))?,
                ),
                _ => Value::text(cell),
            });
        }
        take(&values)?;
    }
    Ok(())
}

#[expect(
    clippy::needless_pass_by_value,
    reason = "texts, numbers and errors are given alike"
)]
fn malformed(
    file: &'static str,
    row: u64,
    expected: impl ToString,
    found: impl ToString,
) -> DataError {
    DataError::Malformed {
        file,
        row,
        expected: expected.to_string(),
        found: found.to_string().chars().take(80).collect(),
    }
}

/// Exactly what the writer makes: no blank lines, a line feed after every record.
struct CsvReader<'t> {
    rest: &'t str,
    row: u64,
}

impl CsvReader<'_> {
    /// The next record; `false` at the end.
    fn record(&mut self, cells: &mut Vec<String>) -> Result<bool, DataError> {
        cells.clear();
        if self.rest.is_empty() {
            return Ok(false);
        }
        loop {
            let cell = match self.rest.strip_prefix('"') {
                Some(inside) => self.quoted(inside)?,
                None => self.plain(),
            };
            cells.push(cell);
            if let Some(rest) = self.rest.strip_prefix(',') {
                self.rest = rest;
            } else if let Some(rest) = self.rest.strip_prefix('\n') {
                self.rest = rest;
                self.row += 1;
                return Ok(true);
            } else {
                return Err(malformed(
                    "CSV",
                    self.row,
                    "a comma or a line feed",
                    self.rest,
                ));
            }
        }
    }

    fn plain(&mut self) -> String {
        let end = self.rest.find([',', '\n', '"', '\r']);
        let (cell, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        cell.to_owned()
    }

    fn quoted(&mut self, inside: &str) -> Result<String, DataError> {
        let mut cell = String::new();
        let mut left = inside;
        loop {
            let Some(end) = left.find('"') else {
                return Err(malformed("CSV", self.row, "a closing quote", "the end"));
            };
            cell.push_str(&left[..end]);
            let after = &left[end + 1..];
            if let Some(more) = after.strip_prefix('"') {
                cell.push('"');
                left = more;
            } else {
                let used = self.rest.len() - after.len();
                self.rest = &self.rest[used..];
                return Ok(cell);
            }
        }
    }
}

/// Reads a Parquet file.
///
/// # Errors
/// [`DataError::Parquet`] for what is none, [`DataError::Malformed`] for other columns than those
/// of `table`.
pub fn read_parquet(table: Table, bytes: Vec<u8>, take: &mut TakeRow<'_>) -> Result<(), DataError> {
    let reader = SerializedFileReader::new(::bytes::Bytes::from(bytes))?;
    let columns = table.columns();
    for (at, row) in (1u64..).zip(reader.get_row_iter(None)?) {
        let row = row?;
        let fields: Vec<(&String, &Field)> = row.get_column_iter().collect();
        if !fields
            .iter()
            .map(|(name, _)| name.as_str())
            .eq(columns.iter().map(|column| column.name))
        {
            return Err(malformed(
                "Parquet",
                at,
                "the columns of the table",
                "others",
            ));
        }
        let mut values = Vec::with_capacity(fields.len());
        for ((_, field), column) in fields.iter().zip(columns) {
            values.push(match (column.kind, field) {
                (_, Field::Null) => Value::Missing,
                (Kind::Integer, Field::Long(number)) => Value::Integer(*number),
                (Kind::Text | Kind::Decimal, Field::Str(text)) => Value::text(text),
                (_, other) => {
                    let expected = format!("{:?} in {}", column.kind, column.name);
                    return Err(malformed("Parquet", at, expected, other));
                }
            });
        }
        take(&values)?;
    }
    Ok(())
}

/// Reads one table of a database, every part of it, in the order of the canonical files.
///
/// # Errors
/// [`DataError::Sqlite`] for what is no database or has no such table.
pub fn read_sqlite(table: Table, bytes: &[u8], take: &mut TakeRow<'_>) -> Result<(), DataError> {
    let mut connection = Connection::open_in_memory()?;
    connection.deserialize_read_exact("main", bytes, bytes.len(), true)?;
    // The file is data from elsewhere: nothing of its schema may run functions with effects.
    connection.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA query_only = ON;")?;
    let sql = match table {
        Table::Sheets => "SELECT r.source, s.station, r.reading, r.standing, r.sequence, n.kind, \
             n.field, coalesce(c.missing, 'read'), c.value \
             FROM counts c JOIN readings r ON r.id = c.reading_id \
             JOIN numbers n ON n.id = c.number_id JOIN stations s ON s.id = r.station_id \
             ORDER BY c.reading_id, c.number_id"
            .to_owned(),
        _ => format!(
            "SELECT {} FROM {} ORDER BY rowid",
            names(table),
            table.name()
        ),
    };
    let mut statement = connection.prepare(&sql)?;
    let mut rows = statement.query([])?;
    let mut at = 0u64;
    while let Some(row) = rows.next()? {
        at += 1;
        let mut values = Vec::with_capacity(table.columns().len());
        for position in 0..table.columns().len() {
            values.push(match row.get_ref(position)? {
                ValueRef::Null => Value::Missing,
                ValueRef::Integer(number) => Value::Integer(number),
                ValueRef::Text(text) => match std::str::from_utf8(text) {
                    Ok(text) => Value::text(text),
                    Err(error) => return Err(malformed("SQLite", at, "UTF-8", error)),
                },
                other => {
                    return Err(malformed(
                        "SQLite",
                        at,
                        "text or number",
                        format!("{other:?}"),
                    ));
                }
            });
        }
        take(&values)?;
    }
    Ok(())
}
