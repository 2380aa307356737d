//! A published database, read in order from its file: nothing of it is held but the pages that SQLite
//! keeps.

use std::collections::BTreeMap;
use std::path::Path;

use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, Rows, Statement};

use super::Difference;
use crate::data::schema::Table;
use crate::data::sqlite::{LAYOUT, names};
use crate::data::value::Value;

pub(super) use crate::data::sqlite::{Numbering as Numbers, Stored};

/// Opens the file to be read only, without a journal or a lock beside it.
pub(super) fn open(place: &Path) -> Result<Connection, Difference> {
    let place = std::path::absolute(place).map_err(|error| error.to_string())?;
    let place = place
        .to_str()
        .ok_or("expected a folder whose name is UTF-8, as SQLite needs it")?;
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(address(place), flags).map_err(words)?;
    // The file is data from elsewhere: nothing of its schema may run functions with effects.
    connection
        .execute_batch("PRAGMA trusted_schema = OFF; PRAGMA query_only = ON;")
        .map_err(words)?;
    Ok(connection)
}

/// As <https://www.sqlite.org/uri.html> has it: the file will not change while it is read.
fn address(place: &str) -> String {
    let mut address = String::from("file:");
    if !place.starts_with('/') {
        address.push('/');
    }
    for held in place.chars() {
        match held {
            '%' => address.push_str("%25"),
            '?' => address.push_str("%3f"),
            '#' => address.push_str("%23"),
            '\\' if cfg!(windows) => address.push('/'),
            other => address.push(other),
        }
    }
    address.push_str("?mode=ro&immutable=1");
    address
}

/// What a database says of itself: layout, tables, views and indexes, where it comes from, and what the
/// numbers of its columns mean.
pub(super) fn same_outline(expected: &Connection, found: &Connection) -> Result<(), Difference> {
    let layout: i64 = found
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .map_err(words)?;
    if layout != i64::from(LAYOUT) {
        return Err(format!("expected the layout {LAYOUT}, found {layout}"));
    }
    for sql in [
        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name",
        "SELECT name, value FROM about ORDER BY name",
        "SELECT id, source, kind, field FROM numbers ORDER BY id",
    ] {
        let mut expected = expected.prepare(sql).map_err(words)?;
        let mut found = found.prepare(sql).map_err(words)?;
        let columns = expected.column_count();
        let mut expected = expected.query([]).map_err(words)?;
        let mut found = found.query([]).map_err(words)?;
        loop {
            match (
                expected.next().map_err(words)?,
                found.next().map_err(words)?,
            ) {
                (None, None) => break,
                (Some(expected), Some(found)) => {
                    for at in 0..columns {
                        let expected = value(expected.get_ref(at).map_err(words)?)?;
                        let found = value(found.get_ref(at).map_err(words)?)?;
                        if expected != found {
                            return Err(format!("{sql}: expected {expected:?}, found {found:?}"));
                        }
                    }
                }
                (expected, _) => {
                    let word = if expected.is_some() { "fewer" } else { "more" };
                    return Err(format!("{sql}: expected other rows, found {word}"));
                }
            }
        }
    }
    Ok(())
}

/// One query per table that the database stores.
pub(super) struct Statements<'c> {
    tables: BTreeMap<Table, Statement<'c>>,
    readings: Statement<'c>,
    counts: Statement<'c>,
}

/// Prepares to read every table in the order of its rows.
pub(super) fn statements(connection: &Connection) -> Result<Statements<'_>, Difference> {
    let prepare = |sql: &str| connection.prepare(sql).map_err(words);
    let mut tables = BTreeMap::new();
    for table in Table::ALL.into_iter().filter(|&held| held != Table::Sheets) {
        let (columns, name) = (names(table), table.name());
        let sql = format!("SELECT rowid, {columns} FROM {name} ORDER BY rowid");
        tables.insert(table, prepare(&sql)?);
    }
    Ok(Statements {
        tables,
        readings: prepare(
            "SELECT id, source, station_id, reading, standing, sequence FROM readings ORDER BY id",
        )?,
        counts: prepare(
            "SELECT reading_id, number_id, value, missing FROM counts \
             ORDER BY reading_id, number_id",
        )?,
    })
}

/// Every table at the row that is compared next.
pub(super) struct Cursors<'s> {
    tables: BTreeMap<Table, Cursor<'s>>,
    readings: Cursor<'s>,
    counts: Cursor<'s>,
}

struct Cursor<'s> {
    name: &'static str,
    rows: Rows<'s>,
    row: i64,
}

impl<'s> Cursor<'s> {
    fn new(name: &'static str, statement: &'s mut Statement<'_>) -> Result<Self, Difference> {
        let rows = statement.query([]).map_err(words)?;
        Ok(Self { name, rows, row: 0 })
    }

    /// The next row must begin with `first`, if there is one, and go on with `expected`.
    fn same(&mut self, has_number: bool, expected: &[Value<'_>]) -> Result<(), Difference> {
        self.row += 1;
        let (name, row) = (self.name, self.row);
        let Some(found) = self.rows.next().map_err(words)? else {
            return Err(format!(
                "{name}, row {row}: expected {expected:?}, found the end"
            ));
        };
        let number = has_number.then_some(Value::Integer(row));
        for (at, expected) in number.iter().chain(expected).enumerate() {
            let found = value(found.get_ref(at).map_err(words)?)?;
            if found != *expected {
                return Err(format!(
                    "{name}, row {row}: expected {expected:?} that follows from the entries, found {found:?}"
                ));
            }
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Difference> {
        if self.rows.next().map_err(words)?.is_some() {
            let (name, row) = (self.name, self.row);
            return Err(format!(
                "{name}: expected the end after {row} rows, found more"
            ));
        }
        Ok(())
    }
}

impl<'s> Cursors<'s> {
    pub(super) fn new(statements: &'s mut Statements<'_>) -> Result<Self, Difference> {
        let tables = statements.tables.iter_mut();
        let tables = tables
            .map(|(&table, statement)| Ok((table, Cursor::new(table.name(), statement)?)))
            .collect::<Result<_, Difference>>()?;
        Ok(Self {
            tables,
            readings: Cursor::new("readings", &mut statements.readings)?,
            counts: Cursor::new("counts", &mut statements.counts)?,
        })
    }

    /// The next row of a table; the sheets are stored in two tables of their own.
    pub(super) fn same(&mut self, table: Table, values: &[Value<'_>]) -> Result<(), Difference> {
        match self.tables.get_mut(&table) {
            Some(cursor) => cursor.same(true, values),
            None => Ok(()),
        }
    }

    /// The next row of a table that only SQLite has.
    pub(super) fn stored(
        &mut self,
        stored: Stored,
        values: &[Value<'_>],
    ) -> Result<(), Difference> {
        match stored {
            Stored::Readings => self.readings.same(false, values),
            Stored::Counts => self.counts.same(false, values),
        }
    }

    /// No table may have further rows.
    pub(super) fn end(&mut self) -> Result<(), Difference> {
        self.tables.values_mut().try_for_each(Cursor::end)?;
        self.readings.end()?;
        self.counts.end()
    }
}

fn value(found: ValueRef<'_>) -> Result<Value<'_>, Difference> {
    match found {
        ValueRef::Null => Ok(Value::Missing),
        ValueRef::Integer(number) => Ok(Value::Integer(number)),
        ValueRef::Text(text) => match std::str::from_utf8(text) {
            Ok(text) => Ok(Value::text(text)),
            Err(error) => Err(error.to_string()),
        },
        other => Err(format!("expected text or number, found {other:?}")),
    }
}

#[expect(clippy::needless_pass_by_value, reason = "a function for `map_err`")]
fn words(error: rusqlite::Error) -> Difference {
    error.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_gives_a_meaning_is_written_otherwise() {
        assert_eq!(
            address("/a b/50%?#x"),
            "file:/a b/50%25%3f%23x?mode=ro&immutable=1"
        );
    }
}
