//! Published data files against what follows from a data set: both are read in order, row beside row,
//! so that neither a file nor a table is ever whole in memory.
//!
//! CSV is compared byte for byte, also inside gzip; of Parquet and SQLite the rows are read back and what
//! the files say of themselves. Texts are made again and given to the caller.

mod bytes;
mod parquet;
mod sqlite;

use std::path::{Path, PathBuf};

use scrutineer_audit::AuditReport;
use scrutineer_model::Dataset;

use super::context::{Context, Part};
use super::csv::{Csv, Dialect};
use super::package::{self, Recorder, Resource};
use super::parts::{DATABASE, csv_path, parquet_path, spreadsheet_path};
use super::rows::rows;
use super::schema::{Column, Table};
use super::stamp::Stamp;
use super::value::Value;
use super::{DataError, Options, wide};
use bytes::PublishedBytes;
use parquet::PublishedRows;
use sqlite::{Cursors, Numbers};

/// A file as its release names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// How many bytes.
    pub bytes: u64,
    /// SHA-256 of the bytes.
    pub sha256: [u8; 32],
}

/// What was published. Paths are those of [`DataFile`](super::DataFile).
pub trait Published {
    /// The file as the release names it; `None` where it names none, which is a difference.
    fn listed(&mut self, path: &str) -> Option<Listed>;

    /// Where the bytes that the release names can be read; `None` where they are not there, which the
    /// caller knows.
    fn place(&mut self, path: &str) -> Option<PathBuf>;

    /// The file holds something else than what follows from the data set.
    fn differs(&mut self, path: &str, why: String);

    /// A text or a workbook that follows from the data set, to be compared by its digest.
    fn text(&mut self, path: &str, made: Listed);
}

/// Compares every data file of a release. Memory does not grow with the number of stations.
///
/// `report` must be the audit of `dataset`, as for [`data_files`](super::data_files). A file that differs
/// is told once, with the first difference.
///
/// # Errors
/// Where the rows cannot be computed; what is wrong with a published file is no error.
pub fn compare(
    dataset: &Dataset,
    report: &AuditReport,
    stamp: &Stamp,
    options: Options,
    published: &mut dyn Published,
) -> Result<(), DataError> {
    let context = Context::new(dataset, report);
    let mut seen = Seen {
        context: &context,
        stamp,
        options,
        published,
        noted: Vec::new(),
    };
    seen.tables()?;
    seen.texts()
}

/// Why a published file is not what it should be.
type Difference = String;

/// One published file while it is compared.
struct Beside<T> {
    path: String,
    /// `Ok(None)` where it is not there, or its difference was told.
    held: Result<Option<T>, Difference>,
}

impl<T> Beside<T> {
    fn step(&mut self, act: impl FnOnce(&mut T) -> Result<(), Difference>) {
        if let Ok(Some(held)) = &mut self.held
            && let Err(why) = act(held)
        {
            self.held = Err(why);
        }
    }
}

/// A canonical file or its variant for spreadsheets, row by row.
struct Lines {
    csv: Csv,
    published: PublishedBytes,
}

impl Lines {
    /// Bytes of rows that are compared at once.
    const BLOCK: usize = 1 << 16;

    fn row(&mut self, columns: &[Column], values: &[Value<'_>]) -> Result<(), Difference> {
        self.csv.row(columns, values);
        if self.csv.len() < Self::BLOCK {
            return Ok(());
        }
        self.published.same(&self.csv.take())
    }

    fn end(&mut self) -> Result<(), Difference> {
        self.published.same(&self.csv.take())?;
        self.published.end()
    }
}

/// The files of one table, or of one part of it.
struct Files {
    lines: Vec<Beside<Lines>>,
    rows: Option<Beside<PublishedRows>>,
}

struct Seen<'s> {
    context: &'s Context<'s>,
    stamp: &'s Stamp,
    options: Options,
    published: &'s mut dyn Published,
    noted: Vec<(String, Listed, Option<Resource>)>,
}

impl Seen<'_> {
    fn find<T>(
        &mut self,
        path: String,
        resource: Option<Resource>,
        open: impl FnOnce(&Path) -> Result<T, Difference>,
    ) -> Beside<T> {
        let held = match self.published.listed(&path) {
            None => Ok(None),
            Some(listed) => {
                self.noted.push((path.clone(), listed, resource));
                let place = self.published.place(&path);
                place.map(|place| open(&place)).transpose()
            }
        };
        Beside { path, held }
    }

    fn tell<T>(&mut self, file: Beside<T>) {
        if let Err(why) = file.held {
            self.published.differs(&file.path, why);
        }
    }

    fn tables(&mut self) -> Result<(), DataError> {
        let (context, stamp) = (self.context, self.stamp);
        let (mut connection, mut failed) = (None, None);
        if self.options.sqlite {
            let template = super::sqlite::template(context, stamp)?;
            let opened = self.find(DATABASE.to_owned(), None, |place| {
                let connection = sqlite::open(place)?;
                sqlite::same_outline(&template, &connection)?;
                Ok(connection)
            });
            match opened.held {
                Ok(held) => connection = held,
                Err(why) => failed = Some(why),
            }
        }
        let prepared = connection.as_ref().map(sqlite::statements).transpose();
        let mut statements = prepared.unwrap_or_else(|why| {
            failed = Some(why);
            None
        });
        let mut database = Beside {
            path: DATABASE.to_owned(),
            held: match failed {
                Some(why) => Err(why),
                None => statements.as_mut().map(Cursors::new).transpose(),
            },
        };
        let mut numbers = Numbers::new(context);
        for part in &context.parts {
            for table in Table::ALL.into_iter().filter(|held| held.is_partitioned()) {
                self.table(table, Some(part), &mut database)?;
            }
            if self.options.spreadsheet {
                self.wide(part)?;
            }
            numbers.part(context, part, &mut |stored, values| {
                database.step(|held| held.stored(stored, values));
                Ok(())
            })?;
        }
        for table in Table::ALL.into_iter().filter(|held| !held.is_partitioned()) {
            self.table(table, None, &mut database)?;
        }
        database.step(Cursors::end);
        self.tell(database);
        Ok(())
    }

    fn table(
        &mut self,
        table: Table,
        part: Option<&Part>,
        database: &mut Beside<Cursors<'_>>,
    ) -> Result<(), DataError> {
        let context = self.context;
        let columns = table.columns();
        // A part without rows has no file.
        let mut files = part.is_none().then(|| self.open(table, None));
        rows(context, table, part, &mut |values: &[Value<'_>]| {
            let files = files.get_or_insert_with(|| self.open(table, part));
            for lines in &mut files.lines {
                lines.step(|held| held.row(columns, values));
            }
            if let Some(rows) = &mut files.rows {
                rows.step(|held| held.same(values));
            }
            database.step(|held| held.same(table, values));
            Ok(())
        })?;
        let Some(files) = files else { return Ok(()) };
        for mut lines in files.lines {
            lines.step(Lines::end);
            self.tell(lines);
        }
        if let Some(mut rows) = files.rows {
            rows.step(PublishedRows::end);
            self.tell(rows);
        }
        Ok(())
    }

    fn open(&mut self, table: Table, part: Option<&Part>) -> Files {
        let columns = table.columns();
        let stamp = self.stamp;
        let resource = Resource {
            table,
            part: part.map(|part| part.name.clone()),
        };
        let open = |dialect, is_compressed| {
            move |place: &Path| {
                Ok(Lines {
                    csv: Csv::of(dialect, columns),
                    published: PublishedBytes::open(place, is_compressed)?,
                })
            }
        };
        let canonical = open(Dialect::Canonical, part.is_some());
        let mut lines = vec![self.find(csv_path(table, part), Some(resource), canonical)];
        if part.is_none() && self.options.spreadsheet {
            let variant = open(Dialect::Spreadsheet, false);
            lines.push(self.find(spreadsheet_path(table), None, variant));
        }
        let rows = self.options.parquet.then(|| {
            self.find(parquet_path(table, part), None, |place| {
                PublishedRows::open(place, columns, stamp)
            })
        });
        Files { lines, rows }
    }

    fn wide(&mut self, part: &Part) -> Result<(), DataError> {
        let context = self.context;
        for contest in wide::contests(context) {
            let path = wide::path(context, part, contest);
            let mut file = self.find(path, None, |place| PublishedBytes::open(place, false));
            wide::sheet(context, part, contest, &mut |block| {
                file.step(|held| held.same(block));
                Ok(())
            })?;
            file.step(PublishedBytes::end);
            self.tell(file);
        }
        Ok(())
    }

    /// Everything that describes the tables; the data package names the files as the release does.
    fn texts(self) -> Result<(), DataError> {
        let published = self.published;
        let mut take = |path: &str, made| published.text(path, made);
        let mut out = Recorder::digesting(&mut take);
        for (path, listed, resource) in self.noted {
            out.note(&path, &listed, resource);
        }
        package::describe(self.context, self.stamp, self.options, &mut out)
    }
}
