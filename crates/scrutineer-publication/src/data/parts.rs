//! The tables in every format, part by part, so that only one part is in memory.

use super::context::{Context, Part};
use super::csv::{Csv, Dialect};
use super::gzip::Gzip;
use super::package::{Recorder, Resource};
use super::parquet::Parquet;
use super::rows::rows;
use super::schema::Table;
use super::sqlite::Database;
use super::stamp::Stamp;
use super::value::Value;
use super::{DataError, Options, wide};

/// Bytes of CSV that are handed to the compressor at once.
const BLOCK: usize = 1 << 18;

/// The database.
pub(super) const DATABASE: &str = "election.sqlite";

/// The canonical file of a table or of a part of it; the summary stands at the top.
pub(super) fn csv_path(table: Table, part: Option<&Part>) -> String {
    match (table, part) {
        (_, Some(part)) => format!("csv/{}/{}.csv.gz", table.name(), part.name),
        (Table::Summary, None) => "summary.csv".to_owned(),
        (_, None) => format!("csv/{}.csv", table.name()),
    }
}

/// The Parquet file of a table or of a part of it.
pub(super) fn parquet_path(table: Table, part: Option<&Part>) -> String {
    match part {
        Some(part) => format!("parquet/{}/{}.parquet", table.name(), part.name),
        None => format!("parquet/{}.parquet", table.name()),
    }
}

/// The variant for spreadsheets of a table that has no parts.
pub(super) fn spreadsheet_path(table: Table) -> String {
    format!("spreadsheet/{}.csv", table.name())
}

pub(super) fn write(
    context: &Context<'_>,
    stamp: &Stamp,
    options: Options,
    out: &mut Recorder<'_, '_>,
) -> Result<(), DataError> {
    let mut database = options
        .sqlite
        .then(|| Database::new(context, stamp))
        .transpose()?;
    for part in &context.parts {
        for table in Table::ALL.into_iter().filter(|held| held.is_partitioned()) {
            partitioned(context, table, part, stamp, options, out)?;
        }
        if options.spreadsheet {
            wide::write(context, part, out)?;
        }
        if let Some(database) = &mut database {
            database.part(context, part)?;
        }
    }
    for table in Table::ALL.into_iter().filter(|held| !held.is_partitioned()) {
        single(context, table, stamp, options, out)?;
    }
    if let Some(database) = database {
        let bytes = database.finish(context)?;
        out.file(DATABASE, bytes, None)?;
    }
    Ok(())
}

/// CSV and Parquet; nothing for a part without rows.
fn partitioned(
    context: &Context<'_>,
    table: Table,
    part: &Part,
    stamp: &Stamp,
    options: Options,
    out: &mut Recorder<'_, '_>,
) -> Result<(), DataError> {
    let columns = table.columns();
    let mut csv = Csv::of(Dialect::Canonical, columns);
    let mut gzip = Gzip::new();
    let mut parquet = options
        .parquet
        .then(|| Parquet::new(table.name(), columns, stamp))
        .transpose()?;
    let mut count = 0u64;
    rows(context, table, Some(part), &mut |values: &[Value<'_>]| {
        count += 1;
        csv.row(columns, values);
        if csv.len() >= BLOCK {
            gzip.write(&csv.take())?;
        }
        if let Some(parquet) = &mut parquet {
            parquet.row(values)?;
        }
        Ok(())
    })?;
    if count == 0 {
        return Ok(());
    }
    gzip.write(&csv.take())?;
    let resource = Resource {
        table,
        part: Some(part.name.clone()),
    };
    let path = csv_path(table, Some(part));
    out.file(&path, gzip.finish()?, Some(resource))?;
    if let Some(parquet) = parquet {
        let path = parquet_path(table, Some(part));
        out.file(&path, parquet.finish()?, None)?;
    }
    Ok(())
}

/// CSV, its variant for spreadsheets, and Parquet.
fn single(
    context: &Context<'_>,
    table: Table,
    stamp: &Stamp,
    options: Options,
    out: &mut Recorder<'_, '_>,
) -> Result<(), DataError> {
    let columns = table.columns();
    let mut canonical = Csv::of(Dialect::Canonical, columns);
    let mut spreadsheet = Csv::of(Dialect::Spreadsheet, columns);
    let mut parquet = options
        .parquet
        .then(|| Parquet::new(table.name(), columns, stamp))
        .transpose()?;
    rows(context, table, None, &mut |values: &[Value<'_>]| {
        canonical.row(columns, values);
        if options.spreadsheet {
            spreadsheet.row(columns, values);
        }
        if let Some(parquet) = &mut parquet {
            parquet.row(values)?;
        }
        Ok(())
    })?;
    let resource = Resource { table, part: None };
    let path = csv_path(table, None);
    out.file(&path, canonical.into_bytes(), Some(resource))?;
    if options.spreadsheet {
        let path = spreadsheet_path(table);
        out.file(&path, spreadsheet.into_bytes(), None)?;
    }
    if let Some(parquet) = parquet {
        let path = parquet_path(table, None);
        out.file(&path, parquet.finish()?, None)?;
    }
    Ok(())
}
