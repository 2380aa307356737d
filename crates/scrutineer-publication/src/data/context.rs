//! What every table is read from, with the stations divided into parts.

use std::fmt::Write;

use scrutineer_audit::{AuditReport, ContestReport, SourceReport};
use scrutineer_formats::part_name;
use scrutineer_model::{ContestIdx, Dataset, Divisions, HierarchyIdx, SheetSet, StationIdx};
use serde::Serialize;

/// The first hierarchy; tables are divided by its widest level.
pub(super) fn first() -> HierarchyIdx {
    HierarchyIdx::new(0)
}

/// The stations of one division of the first level, or those outside every division.
#[derive(Debug)]
pub(super) struct Part {
    /// File name without extension: [`part_name`] of the code, `none`, or `all` without divisions.
    pub(super) name: String,
    /// Path code of the division; empty for `none` and `all`.
    pub(super) division: String,
    /// In order of the station id.
    pub(super) stations: Vec<StationIdx>,
}

#[derive(Debug)]
pub(super) struct Context<'a> {
    pub(super) dataset: &'a Dataset,
    pub(super) report: &'a AuditReport,
    pub(super) parts: Vec<Part>,
    /// Path code and joined names of every division of the first hierarchy.
    pub(super) divisions: Vec<(String, String)>,
}

impl<'a> Context<'a> {
    pub(super) fn new(dataset: &'a Dataset, report: &'a AuditReport) -> Self {
        let widest = dataset.hierarchies().first().map(|held| &held.divisions);
        Self {
            dataset,
            report,
            parts: parts(dataset, widest),
            divisions: widest.map(described).unwrap_or_default(),
        }
    }

    /// Every sheet set with the report of its source, contest by contest.
    pub(super) fn sources(
        &self,
    ) -> impl Iterator<Item = (&'a SheetSet, &'a ContestReport, &'a SourceReport)> + '_ {
        let (dataset, report) = (self.dataset, self.report);
        (0..dataset.contests().len())
            .map(ContestIdx::new)
            .zip(&report.contests)
            .flat_map(move |(contest, held)| {
                dataset
                    .sheets_of(contest)
                    .zip(&held.sources)
                    .map(move |(set, source)| (set, held, source))
            })
    }
}

fn parts(dataset: &Dataset, divisions: Option<&Divisions>) -> Vec<Part> {
    let part = |name: String, division: String| Part {
        name,
        division,
        stations: Vec::new(),
    };
    let Some(divisions) = divisions.filter(|held| !held.is_empty()) else {
        let mut all = part("all".to_owned(), String::new());
        all.stations = dataset.stations().indices().collect();
        return vec![all];
    };
    let mut parts = Vec::new();
    let mut of_division = Vec::with_capacity(divisions.len());
    for (index, division) in divisions.iter() {
        if division.parent.is_none() {
            parts.push(part(part_name(division.code), divisions.path_code(index)));
        }
        // Descendants stand behind their division of the first level without a gap.
        of_division.push(parts.len() - 1);
    }
    let outside = parts.len();
    parts.push(part("none".to_owned(), String::new()));
    let narrowest = dataset.stations().divisions(first());
    for station in dataset.stations().indices() {
        let division = narrowest.get(station.get()).copied().flatten();
        let at = division
            .and_then(|division| of_division.get(division.get()).copied())
            .unwrap_or(outside);
        parts[at].stations.push(station);
    }
    parts.retain(|part| !part.stations.is_empty());
    parts
}

fn described(divisions: &Divisions) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::with_capacity(divisions.len());
    for (_, division) in divisions.iter() {
        let mut path = String::new();
        let mut names = String::new();
        if let Some((codes, above)) = division.parent.and_then(|parent| found.get(parent.get())) {
            path.push_str(codes);
            path.push('/');
            names.push_str(above);
            if !above.is_empty() && !division.name.is_empty() {
                names.push_str(" / ");
            }
        }
        path.push_str(division.code);
        names.push_str(division.name);
        found.push((path, names));
    }
    found
}

/// The word of JSON for a value that is one word.
pub(super) fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

/// Ids separated by blanks; no id has a blank.
pub(super) fn blanks<T: std::fmt::Display>(ids: impl IntoIterator<Item = T>) -> String {
    let mut text = String::new();
    for id in ids {
        let blank = if text.is_empty() { "" } else { " " };
        // Writing to a string cannot fail.
        let _ = write!(text, "{blank}{id}");
    }
    text
}
