//! Which entries are published at once, which with the batch that closes now, and which wait.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Dataset, DivisionIdx, HierarchyIdx, Scope, SourceIdx, StationIdx};

use crate::batch::pending::Pending;
use crate::batch::publication::Publication;
use crate::entries::EntryIndex;
use crate::entry::{Correction, Entry, Text};

/// When an entry is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timing {
    /// With the next append.
    AtOnce,
    /// With the batch that closes now.
    Batched,
    /// With a later batch.
    Waits,
}

/// Stations, places and divisions that may be named.
#[derive(Clone, Debug, Default)]
struct Named {
    stations: BTreeSet<String>,
    /// Codes of their places.
    places: BTreeSet<String>,
    /// Hierarchy and path of their divisions, with those around them.
    divisions: BTreeSet<(String, Vec<String>)>,
}

/// Decides about the entries of one data set that are new to a log.
///
/// What is published names nothing that waits: a station with a sheet of an authority, and a division
/// with a declared result, are published with their places and divisions.
#[derive(Clone, Debug)]
pub struct Timings {
    /// Ids of the sources of the data set, and whether their records wait for a batch.
    sources: BTreeMap<String, bool>,
    /// Sources of the records that are withdrawn, by leaf.
    withdrawn: BTreeMap<u64, String>,
    /// Named by the official list, by sources without a need to wait, by declarations, by the log.
    shown: Named,
    /// Named by the sources whose batch closes now.
    closing_named: Named,
    /// Named by what goes on waiting.
    held: Named,
    closing: Pending,
    waiting: Pending,
}

impl Timings {
    /// The decisions about `fresh`, all that is new to the `log`. `close` takes out of what waits the
    /// sources whose batch closes now.
    pub fn new(
        dataset: &Dataset,
        publication: &Publication,
        log: &EntryIndex,
        fresh: &[Entry<'_>],
        close: impl FnOnce(&mut Pending) -> Pending,
    ) -> Self {
        let of_sources = (0..dataset.sources().len()).map(SourceIdx::new);
        let sources: BTreeMap<String, bool> = of_sources
            .map(|at| {
                let source = dataset.source(at);
                let waits = !publication
                    .at_once()
                    .contains(&source.provenance.supplied_by);
                (text(source.id.as_str()), waits)
            })
            .collect();
        let gone = fresh.iter().filter_map(|entry| match entry {
            Entry::Correction(held) if held.record().is_none() => {
                Some(held.supersedes().leaf.get())
            }
            _ => None,
        });
        let mut timings = Self {
            sources,
            withdrawn: log.sources_of(&gone.collect()),
            shown: Named::default(),
            closing_named: Named::default(),
            held: Named::default(),
            closing: Pending::new(),
            waiting: Pending::new(),
        };
        for entry in fresh {
            let Some(source) = timings.waits_for(entry).map(str::to_owned) else {
                continue;
            };
            match sheet_of(entry) {
                Some(station) => timings.waiting.sheet(&source, station),
                None => timings.waiting.record(&source),
            }
        }
        timings.closing = close(&mut timings.waiting);
        timings.name(dataset, log, fresh);
        timings
    }

    /// What goes on waiting.
    pub fn waiting(&self) -> &Pending {
        &self.waiting
    }

    /// The sources whose batch closes now.
    pub fn closing(&self) -> &Pending {
        &self.closing
    }

    fn name(&mut self, dataset: &Dataset, log: &EntryIndex, fresh: &[Entry<'_>]) {
        let all = dataset.stations();
        for entry in fresh {
            let waits = self.waits_for(entry);
            if waits.is_some_and(|source| self.waiting.contains(source))
                && let Some(id) = station_of(entry)
            {
                self.held.stations.insert(id.to_owned());
            }
        }
        let is_held: Vec<bool> = all
            .indices()
            .map(|at| self.held.stations.contains(&text(all.get(at).id)))
            .collect();
        let held_at = |at: StationIdx| is_held.get(at.get()).copied().unwrap_or_default();
        let in_log = |at: &StationIdx| !held_at(*at) && log.has_station(&text(all.get(*at).id));
        let mut shown: Vec<StationIdx> = all
            .indices()
            .filter(|at| all.get(*at).in_register || in_log(at))
            .collect();
        let mut closing = Vec::new();
        let of = |source: SourceIdx| {
            let id = text(dataset.source(source).id.as_str());
            let waits = self.sources.get(&id).copied().unwrap_or_default();
            (!waits, self.closing.contains(&id))
        };
        let reported = dataset.sheets().iter().flat_map(|set| {
            let stations = set.stations().iter().copied();
            stations.map(|station| (set.source(), station))
        });
        let issued = dataset
            .issues()
            .iter()
            .filter_map(|issue| Some((issue.source?, issue.station?)));
        for (source, station) in reported.chain(issued) {
            match of(source) {
                (true, _) => shown.push(station),
                (false, true) => closing.push(station),
                (false, false) => {}
            }
        }
        for (list, into) in [
            (&mut shown, &mut self.shown),
            (&mut closing, &mut self.closing_named),
        ] {
            list.sort_unstable();
            list.dedup();
            for &mut station in list {
                into.station(dataset, station);
            }
        }
        for station in all.indices().filter(|&at| held_at(at)) {
            self.held.station(dataset, station);
        }
        for declaration in dataset.declarations() {
            if let Scope::Division(division) = declaration.scope {
                self.shown.division(dataset, 0, division);
            }
            for part in &declaration.parts {
                self.shown.division(dataset, 0, part.division);
            }
        }
    }

    /// The source whose batch an entry waits for; `None` where it waits for none, or is of none. A
    /// source that the data set no longer has goes as a whole, which tells nothing about one sheet.
    fn waits_for<'s>(&'s self, entry: &Entry<'_>) -> Option<&'s str> {
        let id = match entry {
            Entry::Correction(held) if held.record().is_none() => {
                self.withdrawn.get(&held.supersedes().leaf.get())?
            }
            other => source_of(other)?.as_str(),
        };
        let (id, waits) = self.sources.get_key_value(id)?;
        waits.then_some(id)
    }

    /// When an entry is published. What names a station whose sheet waits, waits, unless the official
    /// list or something public names it; what is of no source goes with the next batch of any.
    pub fn of(&self, entry: &Entry<'_>) -> Timing {
        if let Some(source) = self.waits_for(entry) {
            return if self.closing.contains(source) {
                Timing::Batched
            } else {
                Timing::Waits
            };
        }
        match entry {
            Entry::Register(_) | Entry::Place(_) | Entry::Division(_) => self.place(entry),
            Entry::Correction(held) => match held.record() {
                Some(record @ (Entry::Register(_) | Entry::Place(_) | Entry::Division(_))) => {
                    if self.held.has(record) {
                        Timing::Waits
                    } else {
                        self.place(record)
                    }
                }
                Some(record) => self.of(record),
                None if self.withdrawn.contains_key(&held.supersedes().leaf.get()) => {
                    Timing::AtOnce
                }
                // A station may go only after the sheets that name it.
                None if self.waiting.is_empty() => self.loose(),
                None => Timing::Waits,
            },
            Entry::Disposition(held) => self.unless_held(|id| held.finding.as_str().contains(id)),
            Entry::Finding(held) if held.subject.source.is_none() => {
                let station = held.subject.station.as_ref().map(Text::as_str);
                self.unless_held(|id| station == Some(id))
            }
            Entry::ImportIssue(held) if held.source.is_none() => {
                let station = held.station.as_ref().map(Text::as_str);
                self.unless_held(|id| station == Some(id))
            }
            _ => Timing::AtOnce,
        }
    }

    fn place(&self, entry: &Entry<'_>) -> Timing {
        if self.shown.has(entry) {
            Timing::AtOnce
        } else if self.closing_named.has(entry) {
            Timing::Batched
        } else if self.held.has(entry) {
            Timing::Waits
        } else {
            self.loose()
        }
    }

    fn unless_held(&self, names: impl Fn(&str) -> bool) -> Timing {
        if self.held.stations.iter().any(|id| names(id)) {
            Timing::Waits
        } else {
            self.loose()
        }
    }

    fn loose(&self) -> Timing {
        if !self.closing.is_empty() {
            Timing::Batched
        } else if self.waiting.is_empty() {
            Timing::AtOnce
        } else {
            Timing::Waits
        }
    }
}

impl Named {
    fn has(&self, entry: &Entry<'_>) -> bool {
        match entry {
            Entry::Register(held) => self.stations.contains(held.station.as_str()),
            Entry::Place(held) => self.places.contains(held.code.as_str()),
            Entry::Division(held) => {
                let path = held.path.iter().map(ToString::to_string).collect();
                self.divisions.contains(&(held.hierarchy.to_string(), path))
            }
            _ => false,
        }
    }

    fn station(&mut self, dataset: &Dataset, at: StationIdx) {
        let stations = dataset.stations();
        let station = stations.get(at);
        self.stations.insert(text(station.id));
        let place = station.place.map(|place| dataset.places().get(place));
        self.places.extend(place.map(|place| text(place.code)));
        for index in 0..dataset.hierarchies().len() {
            if let Some(division) = stations.division(HierarchyIdx::new(index), at) {
                self.division(dataset, index, division);
            }
        }
    }

    fn division(&mut self, dataset: &Dataset, hierarchy: usize, division: DivisionIdx) {
        let held = dataset.hierarchy(HierarchyIdx::new(hierarchy));
        let path = held.divisions.path(division).into_iter();
        let mut codes: Vec<String> = path.map(|at| text(held.divisions.get(at).code)).collect();
        // Those around one that is named are named.
        while !codes.is_empty() && self.divisions.insert((text(&held.id), codes.clone())) {
            codes.pop();
        }
    }
}

/// The source that an entry names, also inside a correction.
pub(crate) fn source_of<'e>(entry: &'e Entry<'_>) -> Option<&'e Text<'e>> {
    match entry {
        Entry::Sheet(held) => Some(&held.source),
        Entry::Source(held) => Some(&held.id),
        Entry::SourceFile(held) => held.source.as_ref(),
        Entry::ImportIssue(held) => held.source.as_ref(),
        Entry::Finding(held) => held.subject.source.as_ref(),
        Entry::Correction(held) => Correction::record(held).and_then(source_of),
        _ => None,
    }
}

/// The station that an entry of a source names.
fn station_of<'e>(entry: &'e Entry<'_>) -> Option<&'e str> {
    match entry {
        Entry::Sheet(held) => Some(held.station.as_str()),
        Entry::ImportIssue(held) => held.station.as_ref().map(Text::as_str),
        Entry::Finding(held) => held.subject.station.as_ref().map(Text::as_str),
        Entry::Correction(held) => Correction::record(held).and_then(station_of),
        _ => None,
    }
}

/// The station whose sheet an entry holds.
fn sheet_of<'e>(entry: &'e Entry<'_>) -> Option<&'e str> {
    match entry {
        Entry::Sheet(held) => Some(held.station.as_str()),
        Entry::Correction(held) => Correction::record(held).and_then(sheet_of),
        _ => None,
    }
}

/// As entries have it: in normal form C.
fn text(text: &str) -> String {
    Text::new(text).to_string()
}
