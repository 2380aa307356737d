//! Stations in sets that are marked sensitive: how many copies say what, never whose they are.
//!
//! Whoever learns that one provider has the copy of one station may find the person who made it. So a page
//! says of such sets together only "k copies of n origins", with each thing that they say once.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_audit::AuditReport;
use scrutineer_model::{Cell, Current, Dataset, SheetSet, SourceIdx, StationIdx, Value};
use scrutineer_report::{Phrase, TextError};

use super::Columns;
use crate::words::Words;

/// Whether nothing may say of a station that this source has a sheet of it.
pub(crate) fn is_withheld(dataset: &Dataset, source: SourceIdx) -> bool {
    dataset.source(source).is_withheld()
}

/// Copies that say the same.
#[derive(Debug, Default)]
pub(super) struct Copies {
    pub(super) copies: u64,
    origins: BTreeSet<String>,
}

impl Copies {
    /// "k copies of n origins".
    pub(super) fn said(&self, words: &Words<'_>) -> Result<Phrase, TextError> {
        let message = scrutineer_model::Message::new("site-copies-of")
            .with("copies", self.copies)
            .with("origins", self.origins.len() as u64);
        words.message(&message)
    }
}

/// What the copies of a station say, each thing once, in an order that follows from the numbers: the cells of
/// the options, then those of the columns. Readings that another one replaced are left out.
pub(super) fn copies(
    dataset: &Dataset,
    sets: &[&SheetSet],
    columns: &Columns,
    station: StationIdx,
) -> BTreeMap<Vec<Cell>, Copies> {
    let mut found: BTreeMap<Vec<Cell>, Copies> = BTreeMap::new();
    for set in sets {
        let rows = match set.current_at(station) {
            Current::None => 0..0,
            Current::One(row) => row..row + 1,
            Current::Rivals(rows) => rows,
        };
        for row in rows {
            let options = set.options().iter();
            let options = options.map(|column| column.get(row).copied());
            let fields = columns.fields.iter().map(|field| set.field_at(*field, row));
            let cells = options
                .map(|cell| cell.unwrap_or(Cell::NOT_ON_FORM))
                .chain(fields)
                .collect();
            let held = found.entry(cells).or_default();
            held.copies += 1;
            let origin = &dataset.source(set.source()).origin;
            held.origins.insert(origin.0.to_string());
        }
    }
    found
}

/// The report as pages may show it: in findings, names of sets that are marked sensitive give way to `instead`,
/// whatever a finding is about, since what is missing beside a set tells what is in it. `None` where no set is marked.
pub(crate) fn unnamed(
    dataset: &Dataset,
    report: &AuditReport,
    instead: &str,
) -> Option<AuditReport> {
    let sources = dataset.sources().iter();
    let names: BTreeSet<&str> = sources
        .filter(|source| source.is_withheld())
        .flat_map(|source| [source.id.as_str(), source.origin.0.as_str()])
        .collect();
    if names.is_empty() {
        return None;
    }
    let named = |text: &str| -> Option<String> {
        // A place in a file of the set begins with its name.
        let (name, rest) = match text.find([':', '/']) {
            Some(end) => text.split_at(end),
            None => (text, ""),
        };
        names.contains(name).then(|| format!("{instead}{rest}"))
    };
    let mut report = report.clone();
    for finding in &mut report.findings {
        let about = &mut finding.subject.source;
        *about = about.take().filter(|name| !names.contains(name.as_str()));
        for value in finding.message.args.values_mut() {
            match value {
                Value::Text(text) => {
                    if let Some(other) = named(text) {
                        *text = other;
                    }
                }
                Value::List(texts) => {
                    for text in texts {
                        if let Some(other) = named(text) {
                            *text = other;
                        }
                    }
                }
                _ => {}
            }
        }
    }
    Some(report)
}
