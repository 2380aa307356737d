//! SQLite: the same tables with indexes, views for common questions, and a table `about`.
//!
//! Every number of every sheet is stored once, by numbers of reading and column; the view `sheets` has
//! the rows of the canonical table.

mod views;

use std::fmt::Write;

use rusqlite::{Connection, Statement, ToSql, types::Value as Held};

use super::DataError;
use super::context::{Context, Part};
use super::readings::{numbers, readings};
use super::rows::rows;
use super::schema::{Kind, Table};
use super::stamp::Stamp;
use super::value::Value;

/// Version of the layout, as `PRAGMA user_version`.
pub const LAYOUT: u32 = 1;

/// A fixed page size and no journal: the bytes follow from the rows alone.
const SETTINGS: &str = "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF; \
    PRAGMA synchronous = OFF; PRAGMA encoding = 'UTF-8';";

const SHEETS: &str = "
CREATE TABLE numbers (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, kind TEXT NOT NULL, field TEXT NOT NULL) STRICT;
CREATE TABLE readings (
  id INTEGER PRIMARY KEY, source TEXT NOT NULL, station_id INTEGER NOT NULL,
  reading INTEGER NOT NULL, standing TEXT NOT NULL, sequence INTEGER) STRICT;
CREATE TABLE counts (
  reading_id INTEGER NOT NULL, number_id INTEGER NOT NULL, value INTEGER, missing TEXT,
  PRIMARY KEY (reading_id, number_id)) STRICT, WITHOUT ROWID;
";

const INDEXES: &str = "
CREATE UNIQUE INDEX stations_by_id ON stations (station);
CREATE INDEX readings_by_station ON readings (station_id, source);
CREATE INDEX findings_by_station ON findings (station);
CREATE INDEX findings_by_code ON findings (code);
";

/// A database under construction, in memory.
#[derive(Debug)]
pub(super) struct Database {
    connection: Connection,
    numbering: Numbering,
}

impl Database {
    pub(super) fn new(context: &Context<'_>, stamp: &Stamp) -> Result<Self, DataError> {
        let database = Self::empty(context, stamp)?;
        for table in Table::ALL {
            if !table.is_partitioned() {
                database.fill(context, table, None)?;
            }
        }
        Ok(database)
    }

    /// Tables without rows, but for what describes the database itself.
    fn empty(context: &Context<'_>, stamp: &Stamp) -> Result<Self, DataError> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch(SETTINGS)?;
        connection.pragma_update(None, "user_version", LAYOUT)?;
        connection.execute_batch("BEGIN")?;
        connection.execute_batch(SHEETS)?;
        for table in Table::ALL {
            if table != Table::Sheets {
                connection.execute_batch(&create(table))?;
            }
        }
        let database = Self {
            connection,
            numbering: Numbering::new(context),
        };
        database.about(context, stamp)?;
        database.numbers(context)?;
        Ok(database)
    }

    fn about(&self, context: &Context<'_>, stamp: &Stamp) -> Result<(), DataError> {
        self.connection.execute_batch(
            "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;",
        )?;
        let mut insert = self
            .connection
            .prepare("INSERT INTO about VALUES (?1, ?2)")?;
        let election = &context.report.election;
        let own = [
            ("election", election.id.clone()),
            ("election_name", election.name.clone()),
            ("as_of", context.report.as_of.to_string()),
            ("report_id", context.report.report_id.clone()),
            ("layout", LAYOUT.to_string()),
        ];
        for (name, value) in own.into_iter().chain(stamp.pairs()) {
            insert.execute([name, &value])?;
        }
        Ok(())
    }

    fn numbers(&self, context: &Context<'_>) -> Result<(), DataError> {
        let mut insert = self
            .connection
            .prepare("INSERT INTO numbers VALUES (?1, ?2, ?3, ?4)")?;
        let sets = context.dataset.sheets().iter();
        for (set, &first) in sets.zip(&self.numbering.first_number) {
            let source = context.dataset.source(set.source()).id.as_str();
            for (id, number) in (first..).zip(numbers(context, set)) {
                insert.execute((id, source, number.kind, number.name))?;
            }
        }
        Ok(())
    }

    fn fill(
        &self,
        context: &Context<'_>,
        table: Table,
        part: Option<&Part>,
    ) -> Result<(), DataError> {
        let mut insert = self.connection.prepare(&insertion(table))?;
        rows(context, table, part, &mut |values| {
            insert_row(&mut insert, values)
        })
    }

    /// Stations and sheets of one part.
    pub(super) fn part(&mut self, context: &Context<'_>, part: &Part) -> Result<(), DataError> {
        self.fill(context, Table::Stations, Some(part))?;
        self.fill(context, Table::Memberships, Some(part))?;
        let mut reading_row = self
            .connection
            .prepare("INSERT INTO readings VALUES (?1, ?2, ?3, ?4, ?5, ?6)")?;
        let mut count_row = self
            .connection
            .prepare("INSERT INTO counts VALUES (?1, ?2, ?3, ?4)")?;
        self.numbering
            .part(context, part, &mut |stored, values| match stored {
                Stored::Readings => insert_row(&mut reading_row, values),
                Stored::Counts => insert_row(&mut count_row, values),
            })
    }

    fn close(&self, context: &Context<'_>) -> Result<(), DataError> {
        self.connection.execute_batch(INDEXES)?;
        views::create(&self.connection, context)?;
        self.connection.execute_batch("COMMIT")?;
        Ok(())
    }

    pub(super) fn finish(mut self, context: &Context<'_>) -> Result<Vec<u8>, DataError> {
        self.close(context)?;
        let data = self.connection.serialize("main")?;
        Ok(data.to_vec())
    }
}

/// The database of an election without the rows of its tables: what its schema and its description of
/// itself must be.
pub(super) fn template(context: &Context<'_>, stamp: &Stamp) -> Result<Connection, DataError> {
    let database = Database::empty(context, stamp)?;
    database.close(context)?;
    Ok(database.connection)
}

/// A table that only SQLite has, in the place of that of the sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stored {
    /// One row per reading.
    Readings,
    /// One row per number of a reading.
    Counts,
}

/// Takes one row of a table that only SQLite has.
pub(super) type TakeStored<'t> = dyn FnMut(Stored, &[Value<'_>]) -> Result<(), DataError> + 't;

/// The numbers that stations, readings and the columns of sources have.
#[derive(Debug)]
pub(super) struct Numbering {
    stations: i64,
    readings: i64,
    /// Per sheet set the first id of its columns.
    first_number: Vec<i64>,
}

impl Numbering {
    pub(super) fn new(context: &Context<'_>) -> Self {
        let mut first_number = Vec::new();
        let mut id = 0i64;
        for set in context.dataset.sheets() {
            first_number.push(id);
            id = id.saturating_add(position(numbers(context, set).len()));
        }
        Self {
            // SQLite numbers rows from 1 in the order of insertion.
            stations: 1,
            readings: 0,
            first_number,
        }
    }

    /// The readings of the next part, each followed by its numbers.
    pub(super) fn part(
        &mut self,
        context: &Context<'_>,
        part: &Part,
        emit: &mut TakeStored<'_>,
    ) -> Result<(), DataError> {
        for (set, &first) in context.dataset.sheets().iter().zip(&self.first_number) {
            let source = context.dataset.source(set.source()).id.as_str();
            for reading in readings(set, &part.stations) {
                let sequence = set.sequence(reading.row);
                let station = self.stations.saturating_add(position(reading.at));
                let values = [
                    Value::Integer(self.readings),
                    Value::Text(source),
                    Value::Integer(station),
                    Value::Integer(position(reading.number)),
                    Value::Text(reading.standing.word()),
                    match sequence {
                        0 => Value::Missing,
                        _ => Value::from(sequence),
                    },
                ];
                emit(Stored::Readings, &values)?;
                for (number, cell) in (first..).zip(set.content(reading.row)) {
                    let (value, missing) = match cell.count() {
                        Some(count) => (Value::from(count), Value::Missing),
                        None if cell.is_unread() => (Value::Missing, Value::Text("unread")),
                        None => (Value::Missing, Value::Text("not-on-form")),
                    };
                    let id = [Value::Integer(self.readings), Value::Integer(number)];
                    emit(Stored::Counts, &[id[0], id[1], value, missing])?;
                }
                self.readings += 1;
            }
        }
        self.stations = self.stations.saturating_add(position(part.stations.len()));
        Ok(())
    }
}

fn position(at: usize) -> i64 {
    i64::try_from(at).unwrap_or(i64::MAX)
}

/// Stations have the number that readings refer to; the rest has none beyond the order of rows.
fn create(table: Table) -> String {
    let mut sql = format!("CREATE TABLE {} (", table.name());
    sql.push_str(match table {
        Table::Stations => "id INTEGER PRIMARY KEY",
        _ => "row INTEGER PRIMARY KEY",
    });
    for column in table.columns() {
        let kind = match column.kind {
            Kind::Text | Kind::Decimal => "TEXT",
            Kind::Integer => "INTEGER",
        };
        // Writing to a string cannot fail.
        let _ = write!(sql, ", \"{}\" {kind}", column.name);
    }
    sql.push_str(") STRICT;");
    sql
}

fn insertion(table: Table) -> String {
    let marks: Vec<String> = (1..=table.columns().len())
        .map(|at| format!("?{at}"))
        .collect();
    format!(
        "INSERT INTO {} ({}) VALUES ({})",
        table.name(),
        names(table),
        marks.join(", ")
    )
}

/// The columns of a table, quoted, separated by commas.
pub(super) fn names(table: Table) -> String {
    let names: Vec<String> = table
        .columns()
        .iter()
        .map(|column| format!("\"{}\"", column.name))
        .collect();
    names.join(", ")
}

fn insert_row(insert: &mut Statement<'_>, values: &[Value<'_>]) -> Result<(), DataError> {
    for (at, value) in (1..).zip(values) {
        match value {
            Value::Missing => insert.raw_bind_parameter(at, Held::Null)?,
            Value::Integer(number) => insert.raw_bind_parameter(at, number)?,
            Value::Text(text) => insert.raw_bind_parameter(at, text as &dyn ToSql)?,
        }
    }
    insert.raw_execute()?;
    Ok(())
}
