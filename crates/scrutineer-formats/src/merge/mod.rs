// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The union of election folders: laptops without a server.
//!
//! In scope: folders of one election, contest and set of divisions. Sources are united by id when
//! they say the same about where they come from; of equal readings of a station one is kept,
//! readings that differ are all kept and listed. What is published waits as long as in the folder that waits longest. The result does not depend on the order of the
//! folders, and merging a folder with itself changes nothing.
//! Out of scope: deciding between rivals. Limits: rows that a folder could not use, and digests of
//! pictures, are not carried over; check each folder on its own first.

mod agree;
mod rows;

use scrutineer_model::{
    BuildError, Code, Dataset, DatasetBuilder, Declaration, Disposition, DivisionIdx, HierarchyIdx,
    Publisher, Scope,
};

use crate::election::PublicationSpec;
use crate::write::{FolderFile, toml, write_marked};

/// A folder to merge.
#[derive(Clone, Copy, Debug)]
pub struct MergeInput<'a> {
    /// Name for messages, such as the folder's.
    pub name: &'a str,
    /// What it holds.
    pub dataset: &'a Dataset,
    /// Names of the parts of the station key.
    pub key: &'a [String],
    /// Sources that it marks as sensitive; the data set has all that the folder says of them
    /// ([`crate::LoadOptions::unveiled`]). What one folder marks is marked in the union.
    pub sensitive: &'a [Code],
    /// How a log would be fed from it. The union waits as long as the one that waits longest.
    pub publication: &'a PublicationSpec,
    /// Who publishes. The union has it where all folders that say so say the same.
    pub publisher: Option<&'a Publisher>,
}

/// Something on which the folders must agree and do not.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("{what}: {}", .readings.iter().map(|(name, says)| format!("{name} says {says}")).collect::<Vec<_>>().join("; "))]
pub struct Difference {
    /// What: `election.date`, `source sheets: method`, `register 007:1`.
    pub what: String,
    /// Each folder's name and what it says, in order of the names.
    pub readings: Vec<(String, String)>,
}

/// The folders cannot be merged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum MergeError {
    /// They disagree on something that must be one; all of it is listed.
    #[error("the folders differ: {}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join(" | "))]
    Different(Vec<Difference>),
    /// There is nothing to merge.
    #[error("expected at least one folder, found none")]
    Nothing,
    /// The union is beyond what the columns can index.
    #[error(transparent)]
    Build(#[from] BuildError),
}

/// What a source of the union is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergedSource {
    /// The source.
    pub source: Code,
    /// Readings in each folder, by its name; 0 where it lacks the source.
    pub readings: Vec<(String, u64)>,
    /// Readings in the union.
    pub union: u64,
    /// Readings that at least two folders have in common.
    pub same: u64,
    /// Ids of the stations whose readings differ and that nothing orders, in order.
    pub rivals: Vec<String>,
}

/// What was merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MergeReport {
    /// Every source of the union, in order of the ids.
    pub sources: Vec<MergedSource>,
    /// Stations that only the official list of some folder names, and those of sheets.
    pub stations: u64,
    /// Issues of reading in each folder, by its name; they stay with the folder.
    pub issues: Vec<(String, u64)>,
    /// Rows that each folder could not use; they are not in the union.
    pub rejected: Vec<(String, u64)>,
    /// Names of the folders that differ on who publishes, so that the union does not say it.
    pub publishers: Vec<String>,
}

/// The union of the folders: its files, and what was merged.
pub fn merge(inputs: &[MergeInput<'_>]) -> Result<(Vec<FolderFile>, MergeReport), MergeError> {
    let mut inputs = inputs.to_vec();
    inputs.sort_by_key(|input| input.name);
    let Some(first) = inputs.first().copied() else {
        return Err(MergeError::Nothing);
    };
    let differences = agree::differences(&inputs);
    if !differences.is_empty() {
        return Err(MergeError::Different(differences));
    }
    let hierarchies = first.dataset.hierarchies().iter();
    let mut builder = DatasetBuilder::new(
        first.dataset.election().clone(),
        first.dataset.contests().to_vec(),
        hierarchies
            .map(|held| (held.id.clone(), held.levels.clone()))
            .collect(),
    );
    rows::register(&inputs, &mut builder)?;
    let sources = rows::sources(&inputs, &mut builder)?;
    for declaration in declarations(&inputs, &mut builder)? {
        builder.declaration(declaration);
    }
    for disposition in dispositions(&inputs) {
        builder.disposition(disposition);
    }
    let union = builder.finish()?;
    let count = |of: &dyn Fn(&Dataset) -> u64| -> Vec<(String, u64)> {
        inputs
            .iter()
            .map(|input| (input.name.to_owned(), of(input.dataset)))
            .collect()
    };
    let report = MergeReport {
        sources: rows::with_rivals(sources, &union),
        stations: union.stations().len() as u64,
        issues: count(&|data| data.issues().iter().map(|issue| issue.count).sum()),
        rejected: count(&|data| data.sources().iter().map(|source| source.rejected).sum()),
        publishers: if publisher(&inputs).is_err() {
            let said = inputs.iter().filter(|input| input.publisher.is_some());
            said.map(|input| input.name.to_owned()).collect()
        } else {
            Vec::new()
        },
    };
    let key = inputs
        .iter()
        .map(|input| input.key)
        .max()
        .unwrap_or_default();
    let sensitive: Vec<Code> = inputs
        .iter()
        .flat_map(|input| input.sensitive)
        .cloned()
        .collect();
    let mut files = write_marked(&union, key, &sensitive);
    if let Some((_, described)) = files.first_mut() {
        described.extend_from_slice(published(&inputs).as_bytes());
    }
    Ok((files, report))
}

/// How a log is fed from the union, and by whom: what protects most in any of the folders.
fn published(inputs: &[MergeInput<'_>]) -> String {
    let mut all = inputs.iter().map(|input| input.publication.clone());
    let Some(first) = all.next() else {
        return String::new();
    };
    let mut strictest = all.fold(first, |held, next| PublicationSpec {
        at_once: held
            .at_once
            .into_iter()
            .filter(|kind| next.at_once.contains(kind))
            .collect(),
        stations: held.stations.max(next.stations),
        minutes: held.minutes.max(next.minutes),
    });
    strictest.at_once.sort_unstable();
    let mut text = String::new();
    if strictest != PublicationSpec::default() {
        toml::publication(&strictest, &mut text);
    }
    if let Ok(Some(publisher)) = publisher(inputs) {
        toml::publisher(&publisher, &mut text);
    }
    text
}

/// Who publishes, if anybody says so; an error where folders differ. The address of the pages is that of all who say who
/// publishes, else none: the union may stand elsewhere.
fn publisher(inputs: &[MergeInput<'_>]) -> Result<Option<Publisher>, ()> {
    let mut said = inputs.iter().filter_map(|input| input.publisher);
    let Some(mut all) = said.next().cloned() else {
        return Ok(None);
    };
    for held in said {
        if all.site != held.site {
            all.site = None;
        }
        let held = Publisher {
            site: all.site.clone(),
            ..held.clone()
        };
        if held != all {
            return Err(());
        }
    }
    Ok(Some(all))
}

/// Every declaration once, in order of time, but never before one that it continues.
fn declarations(
    inputs: &[MergeInput<'_>],
    builder: &mut DatasetBuilder,
) -> Result<Vec<Declaration>, BuildError> {
    let mut waiting: Vec<Declaration> = Vec::new();
    for input in inputs {
        for held in input.dataset.declarations() {
            if !waiting.iter().any(|known| known.id == held.id) {
                waiting.push(rebase(held, input.dataset, builder)?);
            }
        }
    }
    waiting.sort_by(|a, b| (&a.time, &a.id).cmp(&(&b.time, &b.id)));
    let mut ordered: Vec<Declaration> = Vec::new();
    while !waiting.is_empty() {
        let ready = |held: &Declaration| {
            held.follows
                .as_ref()
                .is_none_or(|id| ordered.iter().any(|known| known.id == *id))
        };
        // A declaration that continues one which is not here cannot come from a folder.
        let next = waiting.iter().position(ready).unwrap_or(0);
        ordered.push(waiting.remove(next));
    }
    Ok(ordered)
}

/// The declaration with the divisions of the union.
fn rebase(
    held: &Declaration,
    data: &Dataset,
    builder: &mut DatasetBuilder,
) -> Result<Declaration, BuildError> {
    let mut held = held.clone();
    let first = HierarchyIdx::new(0);
    let mut translate = |division: DivisionIdx| -> Result<DivisionIdx, BuildError> {
        let (codes, names) = rows::path(data, first, division);
        let handle = builder.division(first, &codes, &names)?;
        Ok(handle.map_or(division, |handle| DivisionIdx::new(handle as usize)))
    };
    if let Scope::Division(division) = held.scope {
        held.scope = Scope::Division(translate(division)?);
    }
    for part in &mut held.parts {
        part.division = translate(part.division)?;
    }
    Ok(held)
}

fn dispositions(inputs: &[MergeInput<'_>]) -> Vec<Disposition> {
    let mut all: Vec<Disposition> = inputs
        .iter()
        .flat_map(|input| input.dataset.dispositions())
        .cloned()
        .collect();
    let order = |held: &Disposition| {
        let word = crate::dispositions::DECISIONS
            .iter()
            .position(|(one, _)| *one == held.decision);
        (
            held.key.clone(),
            held.date,
            word,
            held.role.clone(),
            held.reason.clone(),
        )
    };
    all.sort_by_cached_key(order);
    all.dedup();
    all
}
