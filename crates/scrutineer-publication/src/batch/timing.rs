//! Which entries are published at once and which wait for a batch.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Dataset, HierarchyIdx};

use crate::batch::publication::Publication;
use crate::entry::{Entry, Text};

/// When an entry is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// With the next append.
    AtOnce,
    /// With its batch.
    Batched,
}

/// Decides about the entries of one data set.
#[derive(Clone, Debug)]
pub struct Timings {
    /// Per source, when its records are published.
    sources: BTreeMap<String, Timing>,
    /// Codes of places of the official list.
    places: BTreeSet<String>,
    /// Hierarchy and path of divisions of stations of the official list, and of those around them.
    divisions: BTreeSet<(String, Vec<String>)>,
    /// What is not of one source: batched as soon as one source is.
    shared: Timing,
}

impl Timings {
    /// The decisions for a data set.
    pub fn new(dataset: &Dataset, publication: &Publication) -> Self {
        let sources: BTreeMap<String, Timing> = dataset
            .sources()
            .iter()
            .map(|source| {
                let waits = !publication
                    .at_once()
                    .contains(&source.provenance.supplied_by);
                (source.id.to_string(), timing(waits))
            })
            .collect();
        let shared = timing(sources.values().any(|held| *held == Timing::Batched));
        let mut places = BTreeSet::new();
        let mut divisions = BTreeSet::new();
        let stations = dataset.stations();
        for at in stations.indices() {
            let station = stations.get(at);
            if !station.in_register {
                continue;
            }
            places.extend(
                station
                    .place
                    .map(|place| text(dataset.places().get(place).code)),
            );
            for (index, hierarchy) in dataset.hierarchies().iter().enumerate() {
                let Some(division) = stations.division(HierarchyIdx::new(index), at) else {
                    continue;
                };
                let path = hierarchy.divisions.path(division);
                let mut codes: Vec<String> = path
                    .into_iter()
                    .map(|at| text(hierarchy.divisions.get(at).code))
                    .collect();
                while !codes.is_empty() && divisions.insert((text(&hierarchy.id), codes.clone())) {
                    codes.pop();
                }
            }
        }
        Self {
            sources,
            places,
            divisions,
            shared,
        }
    }

    /// When an entry is published. What changes a station, a place or a division, or withdraws
    /// anything, waits where any source does: it could tell when that source's material came.
    pub fn of(&self, entry: &Entry<'_>) -> Timing {
        let source = |id: Option<&Text<'_>>| match id {
            Some(id) => self
                .sources
                .get(id.as_str())
                .copied()
                .unwrap_or(self.shared),
            None => self.shared,
        };
        let unless = |listed: bool| {
            if listed { Timing::AtOnce } else { self.shared }
        };
        match entry {
            Entry::Sheet(held) => source(Some(&held.source)),
            Entry::Source(held) => source(Some(&held.id)),
            Entry::SourceFile(held) if held.source.is_some() => source(held.source.as_ref()),
            Entry::ImportIssue(held) => source(held.source.as_ref()),
            Entry::Finding(held) => source(held.subject.source.as_ref()),
            Entry::Disposition(_) => self.shared,
            Entry::Register(held) => unless(held.listed.0),
            Entry::Place(held) => unless(self.places.contains(held.code.as_str())),
            Entry::Division(held) => {
                let path = held.path.iter().map(ToString::to_string).collect();
                unless(self.divisions.contains(&(held.hierarchy.to_string(), path)))
            }
            Entry::Correction(held) => match held.record() {
                None | Some(Entry::Register(_) | Entry::Place(_) | Entry::Division(_)) => {
                    self.shared
                }
                Some(record) => self.of(record),
            },
            _ => Timing::AtOnce,
        }
    }
}

fn timing(waits: bool) -> Timing {
    if waits {
        Timing::Batched
    } else {
        Timing::AtOnce
    }
}

/// As entries have it: in normal form C.
fn text(text: &str) -> String {
    Text::new(text).to_string()
}
