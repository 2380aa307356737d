//! Sums by division and polling place, made once for all pages of a language.

use scrutineer_model::{Dataset, DivisionIdx, Divisions, SheetSet, StationIdx};
use scrutineer_tally::{Groups, by_division, by_place};

use crate::layout::{divisions, first};
use crate::page::stations::is_withheld;

/// Fewer sheets than that of a set that is marked sensitive would tell whose copies they are; so would fewer stations
/// than that of which such a set has no copy, and another one has.
const LEAST: u64 = 5;

/// The sums of one source.
#[derive(Debug)]
pub(crate) struct Sums {
    /// By division of the first hierarchy; `None` without one.
    pub(crate) divisions: Option<Groups>,
    /// By polling place.
    pub(crate) places: Groups,
    /// Of a set that is marked sensitive, by division: whether sums over its sheets may be shown; `None` for any other.
    shown: Option<Vec<bool>>,
}

impl Sums {
    /// Whether sums over the sheets of a division may be shown.
    pub(crate) fn may_show(&self, division: DivisionIdx) -> bool {
        self.shown
            .as_ref()
            .is_none_or(|shown| shown.get(division.get()).copied().unwrap_or(false))
    }
}

/// The sums of every source, in the order of the sources.
pub(crate) fn sums(dataset: &Dataset) -> Vec<Sums> {
    let copies = divisions(dataset).and_then(|divisions| Copies::new(dataset, divisions));
    let has_divisions = !dataset.hierarchies().is_empty();
    let sheets = dataset.sheets().iter();
    sheets
        .map(|set| {
            let divisions = has_divisions.then(|| by_division(dataset, set, first()));
            let is_withheld = is_withheld(dataset, set.source());
            Sums {
                shown: is_withheld.then(|| {
                    let copies = copies.as_ref().zip(divisions.as_ref());
                    copies.map_or_else(Vec::new, |(copies, groups)| copies.shown(set, groups))
                }),
                divisions,
                places: by_place(dataset, set),
            }
        })
        .collect()
}

/// Where sets that are marked sensitive have copies: what pages of stations say of all of them together.
struct Copies<'d> {
    divisions: &'d Divisions,
    /// Stations with a copy of any of them, by division.
    stations: Vec<u64>,
    /// The same of the whole election.
    all: u64,
    /// Where there is one alone, every copy is its own, and nobody has to be told so.
    is_alone: bool,
}

impl<'d> Copies<'d> {
    /// `None` where no set is marked.
    fn new(dataset: &Dataset, divisions: &'d Divisions) -> Option<Self> {
        let sets = dataset.sheets().iter();
        let withheld: Vec<&SheetSet> = sets
            .filter(|set| is_withheld(dataset, set.source()))
            .collect();
        if withheld.is_empty() {
            return None;
        }
        let mut stations = vec![0; divisions.len()];
        let mut all = 0;
        let has_copy =
            |station: StationIdx| withheld.iter().any(|set| !set.readings(station).is_empty());
        for station in dataset.stations().indices().filter(|&at| has_copy(at)) {
            all += 1;
            let own = dataset.stations().division(first(), station);
            let path = own.map_or_else(Vec::new, |own| divisions.path(own));
            for at in path {
                if let Some(count) = stations.get_mut(at.get()) {
                    *count += 1;
                }
            }
        }
        Some(Self {
            divisions,
            stations,
            all,
            is_alone: withheld.len() == 1,
        })
    }

    /// Whether so many sheets, where so many stations have a copy of anybody, tell which ones are of this set.
    fn is_telling(&self, (sheets, stations): (u64, u64)) -> bool {
        let lacks = stations.saturating_sub(sheets);
        sheets > 0 && (sheets < LEAST || (!self.is_alone && lacks < LEAST))
    }

    /// By division, whether neither its sums, nor what is left of a wider division beside those that are shown, tell
    /// which stations a set has: where that is so, none of the divisions beside each other is shown, and none inside
    /// of them.
    fn shown(&self, set: &SheetSet, groups: &Groups) -> Vec<bool> {
        let own: Vec<(u64, u64)> = self
            .stations
            .iter()
            .enumerate()
            .map(|(at, stations)| {
                let has_sums = at < groups.len();
                let sheets = if has_sums {
                    groups.totals(at).sheets
                } else {
                    0
                };
                (sheets, *stations)
            })
            .collect();
        let at = |division: DivisionIdx| own.get(division.get()).copied().unwrap_or_default();
        // What is left around each division, by the one around; the last is the whole election.
        let mut left = own.clone();
        left.push((set.stations_reported() as u64, self.all));
        let around = |parent: Option<DivisionIdx>| parent.map_or(own.len(), DivisionIdx::get);
        for (division, held) in self.divisions.iter() {
            let (sheets, stations) = at(division);
            if let Some(rest) = left.get_mut(around(held.parent))
                && sheets > 0
                && !self.is_telling((sheets, stations))
            {
                *rest = (
                    rest.0.saturating_sub(sheets),
                    rest.1.saturating_sub(stations),
                );
            }
        }
        let is_shown = |division: DivisionIdx| {
            let parent = self.divisions.get(division).parent;
            let rest = left.get(around(parent)).copied().unwrap_or_default();
            at(division).0 > 0 && !self.is_telling(at(division)) && !self.is_telling(rest)
        };
        let all = self.divisions.iter();
        all.map(|(division, _)| self.divisions.path(division).into_iter().all(is_shown))
            .collect()
    }
}
