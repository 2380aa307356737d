// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Export as NIST SP 1500-100 version 2 (Election Results Common Data Format), XML and JSON.
//!
//! One report per source and first-level division, all parts of one sequence, so that a change at one
//! station changes two files. Source of names, order and types: the schemas of usnistgov/
//! ElectionResultsReporting, tag v2.0.3; a test validates against them.
//!
//! In scope: divisions, polling places and stations as reporting units, votes per option, ballots
//! cast, voters registered and voters who took part.
//!
//! Out of scope, because the format has no place for it: blank and invalid votes, numbers that could
//! not be read, sheets that rival each other, provenance. A number that is not known is left out;
//! it is never 0. `Notes` says how many stations have no count for which reason.
//!
//! Limits: an option is a `CandidateSelection` with one `Candidate`, whether it is a person, a list
//! or an answer; the folder does not tell these apart. `Status` is never `certified`: only an
//! authority certifies.

mod json;
mod report;
mod tree;
mod units;
mod xml;

use scrutineer_model::{Dataset, DivisionIdx, HierarchyIdx, SheetSet, StationIdx};

use crate::part_name;
use crate::write::FolderFile;

/// What a report says about whoever publishes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NistOptions {
    /// `Issuer`: who publishes the report.
    pub issuer: String,
    /// `IssuerAbbreviation`.
    pub abbreviation: String,
    /// `IsTest`: simulated data.
    pub is_test: bool,
}

/// The files of every source, in order of source, then of division: `nist/SOURCE/DIVISION.xml` and
/// `.json`, named as [`part_name`] says. Stations that stand in no first-level division of the first
/// hierarchy are in the report named `none`, as all are where the folder has no divisions.
pub fn reports<'a>(
    dataset: &'a Dataset,
    options: &'a NistOptions,
) -> impl Iterator<Item = FolderFile> + 'a {
    let parts = parts(dataset);
    dataset.sheets().iter().flat_map(move |set| {
        let parts = parts.clone();
        let count = parts.len();
        parts.into_iter().enumerate().flat_map(move |(at, part)| {
            let report = report::report(dataset, set, &part, (at + 1, count), options);
            let name = path(dataset, set, &part);
            [
                (format!("{name}.xml"), xml::document(&report).into_bytes()),
                (format!("{name}.json"), json::document(&report).into_bytes()),
            ]
        })
    })
}

/// The stations of one first-level division.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    /// The division; `None` for stations outside every division.
    division: Option<(HierarchyIdx, DivisionIdx)>,
    /// In order of the station.
    stations: Vec<StationIdx>,
}

fn path(dataset: &Dataset, set: &SheetSet, part: &Part) -> String {
    let mut path = format!("nist/{}/", dataset.source(set.source()).id);
    match part.division {
        None => path.push_str("none"),
        Some((hierarchy, division)) => {
            let code = dataset.hierarchy(hierarchy).divisions.get(division).code;
            path.push_str(&part_name(code));
        }
    }
    path
}

/// The stations by first-level division, in order of the division; those without one last.
fn parts(dataset: &Dataset) -> Vec<Part> {
    let stations = dataset.stations();
    let Some(hierarchy) = dataset.hierarchies().first() else {
        return vec![Part {
            division: None,
            stations: stations.indices().collect(),
        }];
    };
    let first = HierarchyIdx::new(0);
    let widest: Vec<DivisionIdx> = hierarchy
        .divisions
        .iter()
        .map(|(division, _)| {
            let path = hierarchy.divisions.path(division);
            path.first().copied().unwrap_or(division)
        })
        .collect();
    let mut parts: std::collections::BTreeMap<Option<DivisionIdx>, Vec<StationIdx>> =
        std::collections::BTreeMap::new();
    for station in stations.indices() {
        let division = stations
            .division(first, station)
            .and_then(|division| widest.get(division.get()).copied());
        parts.entry(division).or_default().push(station);
    }
    let outside = parts.remove(&None);
    let inside = parts.into_iter().map(|(division, stations)| Part {
        division: division.map(|division| (first, division)),
        stations,
    });
    let outside = outside.map(|stations| Part {
        division: None,
        stations,
    });
    inside.chain(outside).collect()
}
