//! Whether two files of different bytes hold the same: another version of a library may compress or
//! lay out pages in another way.

use std::io::{Cursor, Read};
use std::path::Path;

use sha2::{Digest, Sha256};
use zip::ZipArchive;

use crate::data::{DataError, Table, Value, read_csv, read_parquet, read_sqlite};

/// The most bytes inside a compressed table.
const MAX_INSIDE: u64 = 8 << 30;

/// Whether what was made holds the same rows as what was published. `path` names the format.
pub(super) fn compare(path: &str, made: &[u8], published: &[u8]) -> Result<(), String> {
    let words = |error: DataError| error.to_string();
    let is = |extension: &str| {
        Path::new(path)
            .extension()
            .is_some_and(|found| found == extension)
    };
    let digests = if is("gz") {
        let table = table(path)?;
        [made, published]
            .map(|bytes| rows(|take| read_csv(table, bytes, MAX_INSIDE, take)).map_err(words))
    } else if is("parquet") {
        let table = table(path)?;
        [made, published]
            .map(|bytes| rows(|take| read_parquet(table, bytes.to_vec(), take)).map_err(words))
    } else if is("sqlite") {
        [made, published].map(|bytes| {
            rows(|take| {
                Table::ALL
                    .into_iter()
                    .try_for_each(|table| read_sqlite(table, bytes, take))
            })
            .map_err(words)
        })
    } else if is("xlsx") {
        [made, published].map(members)
    } else {
        return Err("expected the bytes that follow from the entries, found others".to_owned());
    };
    let [made, published] = digests;
    if made? == published? {
        Ok(())
    } else {
        Err("expected the rows that follow from the entries, found others".to_owned())
    }
}

/// A digest of what is inside a workbook, whatever compressed it.
fn members(bytes: &[u8]) -> Result<[u8; 32], String> {
    let words = |error: &dyn std::fmt::Display| format!("workbook: {error}");
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| words(&error))?;
    let mut digest = Sha256::new();
    let mut left = MAX_INSIDE;
    for at in 0..archive.len() {
        let member = archive.by_index(at).map_err(|error| words(&error))?;
        let name = member.name().map_err(|error| words(&error))?.into_owned();
        digest.update((name.len() as u64).to_be_bytes());
        digest.update(name);
        let mut inside = Vec::new();
        let mut member = member.take(left.saturating_add(1));
        let read = member
            .read_to_end(&mut inside)
            .map_err(|error| words(&error))?;
        left = left
            .checked_sub(read as u64)
            .ok_or_else(|| format!("expected at most {MAX_INSIDE} bytes inside, found more"))?;
        digest.update(Sha256::digest(&inside));
    }
    Ok(digest.finalize().into())
}

/// The table of a path such as `data/parquet/sheets/12.parquet` or `data/csv/sources.csv.gz`.
fn table(path: &str) -> Result<Table, String> {
    path.split('/')
        .rev()
        .filter_map(|part| part.split('.').next())
        .find_map(Table::named)
        .ok_or_else(|| format!("no table of this layout: {path}"))
}

type Take<'t> = &'t mut dyn FnMut(&[Value<'_>]) -> Result<(), DataError>;

/// A digest of every row in order.
fn rows(read: impl FnOnce(Take<'_>) -> Result<(), DataError>) -> Result<[u8; 32], DataError> {
    let mut digest = Sha256::new();
    read(&mut |values| {
        for value in values {
            match value {
                Value::Missing => digest.update([0]),
                Value::Integer(number) => {
                    digest.update([1]);
                    digest.update(number.to_be_bytes());
                }
                Value::Text(text) => {
                    digest.update([2]);
                    digest.update((text.len() as u64).to_be_bytes());
                    digest.update(text);
                }
            }
        }
        digest.update([3]);
        Ok(())
    })?;
    Ok(digest.finalize().into())
}
