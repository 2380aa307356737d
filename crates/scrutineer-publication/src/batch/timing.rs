//! Which entries are published at once and which wait for a batch.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Dataset, DivisionIdx, HierarchyIdx, Scope, SourceIdx, StationIdx};

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
///
/// What is published at once names nothing that waits: a station with a sheet of an authority, and a
/// division with a declared result, are published with their places and divisions.
#[derive(Clone, Debug)]
pub struct Timings {
    /// Per source, when its records are published.
    sources: BTreeMap<String, Timing>,
    /// Stations of the official list, and those that sources without a need to wait name.
    stations: BTreeSet<String>,
    /// Codes of their places.
    places: BTreeSet<String>,
    /// Hierarchy and path of their divisions and of those of declarations, with those around them.
    divisions: BTreeSet<(String, Vec<String>)>,
    /// What is not of one source: batched as soon as one source is.
    shared: Timing,
}

impl Timings {
    /// The decisions for a data set.
    pub fn new(dataset: &Dataset, publication: &Publication) -> Self {
        let waits = |source: SourceIdx| {
            let label = dataset.source(source).provenance.supplied_by;
            !publication.at_once().contains(&label)
        };
        let of_sources = (0..dataset.sources().len()).map(SourceIdx::new);
        let sources: BTreeMap<String, Timing> = of_sources
            .map(|source| {
                let id = dataset.source(source).id.to_string();
                (id, timing(waits(source)))
            })
            .collect();
        let shared = timing(sources.values().any(|held| *held == Timing::Batched));
        let mut timings = Self {
            sources,
            stations: BTreeSet::new(),
            places: BTreeSet::new(),
            divisions: BTreeSet::new(),
            shared,
        };
        let all = dataset.stations();
        let listed = all.indices().filter(|&at| all.get(at).in_register);
        let sets = dataset.sheets().iter().filter(|set| !waits(set.source()));
        let reported = sets.flat_map(|set| set.stations().iter().copied());
        let issues = dataset.issues().iter();
        let issued = issues
            .filter(|issue| issue.source.is_some_and(|source| !waits(source)))
            .filter_map(|issue| issue.station);
        let mut named: Vec<StationIdx> = listed.chain(reported).chain(issued).collect();
        named.sort_unstable();
        named.dedup();
        for station in named {
            timings.show_station(dataset, station);
        }
        for declaration in dataset.declarations() {
            if let Scope::Division(division) = declaration.scope {
                timings.show_division(dataset, 0, division);
            }
            for part in &declaration.parts {
                timings.show_division(dataset, 0, part.division);
            }
        }
        timings
    }

    fn show_station(&mut self, dataset: &Dataset, at: StationIdx) {
        let stations = dataset.stations();
        let station = stations.get(at);
        self.stations.insert(station.id.to_owned());
        let place = station.place.map(|place| dataset.places().get(place));
        self.places.extend(place.map(|place| text(place.code)));
        for index in 0..dataset.hierarchies().len() {
            if let Some(division) = stations.division(HierarchyIdx::new(index), at) {
                self.show_division(dataset, index, division);
            }
        }
    }

    fn show_division(&mut self, dataset: &Dataset, hierarchy: usize, division: DivisionIdx) {
        let held = dataset.hierarchy(HierarchyIdx::new(hierarchy));
        let path = held.divisions.path(division).into_iter();
        let mut codes: Vec<String> = path.map(|at| text(held.divisions.get(at).code)).collect();
        // Those around one that is shown are shown.
        while !codes.is_empty() && self.divisions.insert((text(&held.id), codes.clone())) {
            codes.pop();
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
            Entry::Register(held) => unless(self.stations.contains(held.station.as_str())),
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
