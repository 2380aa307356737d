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
    stations: i64,
    readings: i64,
    /// Per sheet set the first id of its columns.
    first_number: Vec<i64>,
}

impl Database {
    pub(super) fn new(context: &Context<'_>, stamp: &Stamp) -> Result<Self, DataError> {
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
        let mut database = Self {
            connection,
            stations: 1,
            readings: 0,
            first_number: Vec::new(),
        };
        database.about(context, stamp)?;
        database.numbers(context)?;
        for table in Table::ALL {
            if !table.is_partitioned() {
                database.fill(context, table, None)?;
            }
        }
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

    fn numbers(&mut self, context: &Context<'_>) -> Result<(), DataError> {
        let mut insert = self
            .connection
            .prepare("INSERT INTO numbers VALUES (?1, ?2, ?3, ?4)")?;
        let mut id = 0i64;
        for set in context.dataset.sheets() {
            self.first_number.push(id);
            let source = context.dataset.source(set.source()).id.as_str();
            for number in numbers(context, set) {
                insert.execute((id, source, number.kind, number.name))?;
                id += 1;
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
        for (set, &first) in context.dataset.sheets().iter().zip(&self.first_number) {
            let source = context.dataset.source(set.source()).id.as_str();
            for reading in readings(set, &part.stations) {
                let sequence = set.sequence(reading.row);
                reading_row.execute((
                    self.readings,
                    source,
                    self.stations.saturating_add(position(reading.at)),
                    position(reading.number),
                    reading.standing.word(),
                    (sequence > 0).then_some(sequence),
                ))?;
                for (number, cell) in (first..).zip(set.content(reading.row)) {
                    let missing = match cell.count() {
                        Some(_) => None,
                        None if cell.is_unread() => Some("unread"),
                        None => Some("not-on-form"),
                    };
                    count_row.execute((self.readings, number, cell.count(), missing))?;
                }
                self.readings += 1;
            }
        }
        // SQLite numbers the rows of a part from 1 in the order of insertion, as is done here.
        self.stations = self.stations.saturating_add(position(part.stations.len()));
        Ok(())
    }

    pub(super) fn finish(mut self, context: &Context<'_>) -> Result<Vec<u8>, DataError> {
        self.connection.execute_batch(INDEXES)?;
        views::create(&self.connection, context)?;
        self.connection.execute_batch("COMMIT")?;
        let data = self.connection.serialize("main")?;
        Ok(data.to_vec())
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
