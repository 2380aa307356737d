//! Which station stands on which page.

use std::collections::BTreeSet;
use std::ops::Range;

use scrutineer_model::{Dataset, DivisionIdx, Divisions, HierarchyIdx, PlaceIdx, StationIdx};

use crate::address::slug;

/// The most stations on one page.
pub(crate) const MOST: usize = 64;
/// Pages of stations begin anew at each division of the narrowest level that has this many on average:
/// a new station then moves those of its own division only.
const ENOUGH: usize = 48;

/// A page of stations.
#[derive(Clone, Debug)]
pub(crate) struct Shard {
    /// Its address inside the folder of a language.
    pub(crate) path: String,
    /// Its stations, as positions in [`Layout::order`].
    pub(crate) stations: Range<usize>,
}

/// The order of the stations and their pages.
#[derive(Debug)]
pub(crate) struct Layout {
    /// By division, polling place and id; stations outside of every division last.
    pub(crate) order: Vec<StationIdx>,
    pub(crate) shards: Vec<Shard>,
    /// The page of every station.
    shard_of: Vec<u32>,
    /// Stations of each division, those of narrower ones included, as positions in `order`.
    inside: Vec<Range<usize>>,
    /// Divisions directly inside of each; those of the widest level last.
    narrower: Vec<Vec<DivisionIdx>>,
    /// Stations outside of every division.
    pub(crate) outside: Range<usize>,
    /// The first station of each polling place.
    heads: Vec<Option<StationIdx>>,
}

/// The hierarchy that pages follow.
pub(crate) fn first() -> HierarchyIdx {
    HierarchyIdx::new(0)
}

/// Its divisions; `None` where the election has none.
pub(crate) fn divisions(dataset: &Dataset) -> Option<&Divisions> {
    dataset
        .hierarchies()
        .first()
        .map(|hierarchy| &hierarchy.divisions)
}

impl Layout {
    pub(crate) fn new(dataset: &Dataset) -> Self {
        let stations = dataset.stations();
        let mut order: Vec<StationIdx> = stations.indices().collect();
        let key = |station: &StationIdx| {
            let division = stations.division(first(), *station);
            let place = stations.places().get(station.get()).copied().flatten();
            (
                division.map_or(usize::MAX, DivisionIdx::get),
                place.map_or(usize::MAX, PlaceIdx::get),
                *station,
            )
        };
        order.sort_by_cached_key(key);
        let inside = inside(dataset, &order);
        let ends = inside.iter().map(|range| range.end).max().unwrap_or(0);
        let mut layout = Self {
            outside: ends..order.len(),
            shard_of: vec![0; order.len()],
            shards: Vec::new(),
            order,
            inside,
            narrower: narrower(dataset),
            heads: Vec::new(),
        };
        layout.heads = heads(dataset, &layout.order);
        layout.cut(dataset);
        layout
    }

    /// Stations of a division, those of narrower ones included.
    pub(crate) fn inside(&self, division: DivisionIdx) -> Range<usize> {
        self.inside.get(division.get()).cloned().unwrap_or(0..0)
    }

    /// Divisions directly inside of one; those of the widest level for `None`.
    pub(crate) fn narrower(&self, division: Option<DivisionIdx>) -> &[DivisionIdx] {
        let at = division.map_or(self.narrower.len().saturating_sub(1), DivisionIdx::get);
        self.narrower.get(at).map_or(&[], Vec::as_slice)
    }

    /// Stations of a division that no narrower one has.
    pub(crate) fn direct(&self, dataset: &Dataset, division: DivisionIdx) -> Range<usize> {
        let all = self.inside(division);
        let is_own =
            |station: &StationIdx| dataset.stations().division(first(), *station) == Some(division);
        let own = self.at(all.clone()).iter().take_while(|at| is_own(at));
        all.start..all.start + own.count()
    }

    /// Stations at positions.
    pub(crate) fn at(&self, range: Range<usize>) -> &[StationIdx] {
        self.order.get(range).unwrap_or(&[])
    }

    /// The first station of a polling place, by its code.
    pub(crate) fn head(&self, dataset: &Dataset, place: &str) -> Option<StationIdx> {
        let places = dataset.places();
        let (mut low, mut high) = (0, places.len());
        while low < high {
            let middle = usize::midpoint(low, high);
            if places.get(PlaceIdx::new(middle)).code < place {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let is_it = low < places.len() && places.get(PlaceIdx::new(low)).code == place;
        self.heads.get(low).copied().flatten().filter(|_| is_it)
    }

    /// The page of a station.
    pub(crate) fn shard(&self, station: StationIdx) -> Option<&Shard> {
        let at = *self.shard_of.get(station.get())?;
        self.shards.get(at as usize)
    }

    /// Pages with stations at positions.
    pub(crate) fn shards(&self, range: &Range<usize>) -> &[Shard] {
        let start = self
            .shards
            .partition_point(|shard| shard.stations.end <= range.start);
        let end = self
            .shards
            .partition_point(|shard| shard.stations.start < range.end);
        self.shards.get(start..end.max(start)).unwrap_or(&[])
    }

    fn cut(&mut self, dataset: &Dataset) {
        let level = level(dataset);
        let divisions = divisions(dataset);
        let around = |station: StationIdx| {
            let division = dataset.stations().division(first(), station)?;
            let path = divisions?.path(division);
            level.and_then(|level| path.get(level).copied())
        };
        let mut start = 0;
        while let Some(&head) = self.order.get(start) {
            let group = around(head);
            let rest = self.order.get(start..).unwrap_or(&[]);
            let length = rest.iter().take_while(|&&at| around(at) == group).count();
            let name = match (group, divisions) {
                (Some(division), Some(divisions)) => slug(divisions, division),
                _ => "all".to_owned(),
            };
            let end = start + length;
            let mut number = 1;
            while start < end {
                let stop = self.stop(dataset, start, end);
                let page = u32::try_from(self.shards.len()).unwrap_or(u32::MAX);
                for station in self.order.get(start..stop).unwrap_or(&[]) {
                    if let Some(held) = self.shard_of.get_mut(station.get()) {
                        *held = page;
                    }
                }
                self.shards.push(Shard {
                    path: format!("t/{name}-{number}.html"),
                    stations: start..stop,
                });
                number += 1;
                start = stop;
            }
        }
    }

    /// Where the page that begins at `start` ends: behind a whole polling place, if one fits.
    fn stop(&self, dataset: &Dataset, start: usize, end: usize) -> usize {
        let most = end.min(start + MOST);
        if most == end {
            return end;
        }
        let place = |at: usize| {
            let station = self.order.get(at)?;
            dataset.stations().places().get(station.get()).copied()?
        };
        let cut = (start + 1..=most).rev().find(|&at| {
            let (before, behind) = (place(at - 1), place(at));
            before.is_none() || before != behind
        });
        cut.unwrap_or(most)
    }
}

fn heads(dataset: &Dataset, order: &[StationIdx]) -> Vec<Option<StationIdx>> {
    let mut heads = vec![None; dataset.places().len()];
    for &station in order {
        let place = dataset.stations().places().get(station.get()).copied();
        if let Some(head) = place.flatten().and_then(|place| heads.get_mut(place.get())) {
            head.get_or_insert(station);
        }
    }
    heads
}

fn narrower(dataset: &Dataset) -> Vec<Vec<DivisionIdx>> {
    let Some(divisions) = divisions(dataset) else {
        return Vec::new();
    };
    let mut narrower = vec![Vec::new(); divisions.len() + 1];
    for (at, division) in divisions.iter() {
        let around = division.parent.map_or(divisions.len(), DivisionIdx::get);
        if let Some(list) = narrower.get_mut(around) {
            list.push(at);
        }
    }
    narrower
}

/// Positions of the stations of every division.
fn inside(dataset: &Dataset, order: &[StationIdx]) -> Vec<Range<usize>> {
    let Some(divisions) = divisions(dataset) else {
        return Vec::new();
    };
    let none = Range {
        start: usize::MAX,
        end: 0,
    };
    let mut ranges = vec![none; divisions.len()];
    for (at, &station) in order.iter().enumerate() {
        let mut division = dataset.stations().division(first(), station);
        while let Some(here) = division {
            if let Some(range) = ranges.get_mut(here.get()) {
                *range = range.start.min(at)..range.end.max(at + 1);
            }
            division = divisions.get(here).parent;
        }
    }
    for range in &mut ranges {
        if range.start > range.end {
            *range = 0..0;
        }
    }
    ranges
}

/// The level at whose divisions pages begin anew.
fn level(dataset: &Dataset) -> Option<usize> {
    let divisions = divisions(dataset)?;
    let mut held: Vec<BTreeSet<usize>> = Vec::new();
    let mut stations: Vec<usize> = Vec::new();
    let mut counts = vec![0usize; divisions.len()];
    for division in dataset.stations().divisions(first()).iter().flatten() {
        if let Some(count) = counts.get_mut(division.get()) {
            *count += 1;
        }
    }
    for (division, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let path = divisions.path(DivisionIdx::new(division));
        for (level, at) in path.into_iter().enumerate() {
            if held.len() <= level {
                held.push(BTreeSet::new());
                stations.push(0);
            }
            if let (Some(set), Some(sum)) = (held.get_mut(level), stations.get_mut(level)) {
                set.insert(at.get());
                *sum += count;
            }
        }
    }
    held.iter()
        .zip(&stations)
        .rposition(|(set, &sum)| sum >= ENOUGH * set.len())
}
