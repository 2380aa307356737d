//! Whether two files of different bytes hold the same: another version of a library may compress or
//! lay out pages in another way.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::data::{DataError, Table, Value, read_csv, read_parquet, read_sqlite};

/// The most bytes inside a compressed table.
const MAX_INSIDE: u64 = 8 << 30;

/// How two files compare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Same {
    /// They hold the same rows.
    Rows,
    /// A format whose content is not read back: only the digest binds it.
    Unread,
}

/// Compares what was made with what was published. `path` names the format.
pub(super) fn compare(path: &str, made: &[u8], published: &[u8]) -> Result<Same, String> {
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
        return Ok(Same::Unread);
    } else {
        return Err("expected the bytes that follow from the entries, found others".to_owned());
    };
    let [made, published] = digests;
    if made? == published? {
        Ok(Same::Rows)
    } else {
        Err("expected the rows that follow from the entries, found others".to_owned())
    }
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
