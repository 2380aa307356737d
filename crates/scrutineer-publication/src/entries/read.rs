//! From the entries of a log to the data set, in two passes.

mod audits;
mod build;
mod contests;
mod declarations;
mod outline;
mod records;
mod refer;

pub use build::{EntriesReader, Rebuilt, Reply};
pub use outline::Outline;

use crate::canonical::Problem;
use crate::entries::LogProblem;
use crate::entry::Entry;

/// The data set of entries that are in memory; leaves are their positions. For logs use
/// [`Outline`] and [`EntriesReader`], which hold one entry at a time.
pub fn dataset<B: AsRef<[u8]>>(entries: &[B]) -> Result<Rebuilt, Vec<LogProblem>> {
    let mut problems = Vec::new();
    let mut outline = Outline::new();
    let mut parsed =
        |leaf: u64, bytes: &[u8], take: &mut dyn FnMut(&Entry<'_>)| match Entry::parse(bytes) {
            Ok(entry) => take(&entry),
            Err(error) => problems.extend(
                error
                    .problems
                    .into_iter()
                    .map(|problem| LogProblem { leaf, problem }),
            ),
        };
    for (leaf, bytes) in (0..).zip(entries) {
        let bytes = bytes.as_ref();
        parsed(leaf, bytes, &mut |entry| outline.add(leaf, entry, bytes));
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut reader = outline.finish()?;
    for (leaf, bytes) in (0..).zip(entries) {
        let bytes = bytes.as_ref();
        if let Ok(entry) = Entry::parse(bytes) {
            reader.add(leaf, &entry, bytes);
        }
    }
    reader.finish()
}

/// Problems of many entries, in the order in which they are met.
#[derive(Debug, Default)]
struct Problems(Vec<LogProblem>);

impl Problems {
    fn push(
        &mut self,
        leaf: u64,
        path: &str,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) {
        self.0.push(LogProblem {
            leaf,
            problem: Problem::new(path, expected, found),
        });
    }

    /// The value, or a problem for the lack of it.
    fn some<T>(
        &mut self,
        leaf: u64,
        path: &str,
        expected: &str,
        found: &str,
        value: Option<T>,
    ) -> Option<T> {
        if value.is_none() {
            self.push(leaf, path, expected, format!("{found:?}"));
        }
        value
    }

    fn into_result<T>(mut self, value: T) -> Result<T, Vec<LogProblem>> {
        if self.0.is_empty() {
            return Ok(value);
        }
        self.0.sort();
        Err(self.0)
    }
}
