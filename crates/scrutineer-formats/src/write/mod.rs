// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A data set as an election folder: the canonical `election.toml` and its files.
//!
//! In scope: everything that a data set says, so that reading the folder again gives an equal data
//! set. Out of scope: what is no part of it any more: rejected rows, unmapped columns, comments.
//! Limits: digests of pictures are never written, so that the one-picture check needs the original
//! files; issues of reading belong to the files that were read.

mod declarations;
mod delimited;
mod sheets;
pub(crate) mod toml;

pub use delimited::delimited_line;
pub(crate) use toml::{list, quote};

use scrutineer_model::{Code, Dataset, HierarchyIdx};

use crate::dispositions::{COLUMNS, DECISIONS};

/// One file of a folder: its path inside, and its bytes.
pub type FolderFile = (String, Vec<u8>);

/// The files of the folder of a data set, `election.toml` first. `key` are the names of the parts
/// of the station key, for messages; it may be empty.
pub fn write_folder(dataset: &Dataset, key: &[String]) -> Vec<FolderFile> {
    write_marked(dataset, key, &[])
}

/// As [`write_folder`], for a data set that has all that folders say of sources that they mark as
/// sensitive: `sensitive` are these sources.
pub(crate) fn write_marked(
    dataset: &Dataset,
    key: &[String],
    sensitive: &[Code],
) -> Vec<FolderFile> {
    let mut text = String::new();
    let mut files = Vec::new();
    toml::election(dataset, key, &mut text);
    if dataset.has_register() {
        let columns = sheets::register(dataset, &mut files);
        text.push_str(&columns);
    }
    for set in dataset.sheets() {
        let columns = sheets::source(dataset, set, &mut files);
        let is_sensitive = sensitive.contains(&dataset.source(set.source()).id);
        toml::source(dataset, set.source(), (&columns, is_sensitive), &mut text);
    }
    declarations::all(dataset, &mut text, &mut files);
    if !dataset.dispositions().is_empty() {
        files.push(("dispositions.csv".to_owned(), dispositions(dataset)));
    }
    files.insert(0, ("election.toml".to_owned(), text.into_bytes()));
    files
}

fn dispositions(dataset: &Dataset) -> Vec<u8> {
    let mut text = String::new();
    delimited_line(&COLUMNS, &mut text);
    for held in dataset.dispositions() {
        let word = DECISIONS
            .iter()
            .find(|(decision, _)| *decision == held.decision);
        let date = held.date.to_string();
        let line = [
            held.key.as_str(),
            word.map_or("", |(_, word)| word),
            &held.reason,
            &held.role,
            &date,
        ];
        delimited_line(&line, &mut text);
    }
    text.into_bytes()
}

/// Codes and names of a division from the widest level down.
fn path(
    dataset: &Dataset,
    hierarchy: HierarchyIdx,
    division: scrutineer_model::DivisionIdx,
) -> Vec<(&str, &str)> {
    let divisions = &dataset.hierarchy(hierarchy).divisions;
    divisions
        .path(division)
        .into_iter()
        .map(|at| {
            let division = divisions.get(at);
            (division.code, division.name)
        })
        .collect()
}
