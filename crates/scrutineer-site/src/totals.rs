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
    let has_divisions = !dataset.hierarchies().is_empty();
    let mut all: Vec<Sums> = dataset
        .sheets()
        .iter()
        .map(|set| Sums {
            divisions: has_divisions.then(|| by_division(dataset, set, first())),
            places: by_place(dataset, set),
            shown: None,
        })
        .collect();
    // Pages count the copies of each contest.
    let shown: Vec<Vec<bool>> = (0..dataset.contests().len())
        .map(|contest| {
            divisions(dataset).map_or_else(Vec::new, |divisions| {
                Copies::new(dataset, divisions, &all, contest).shown()
            })
        })
        .collect();
    for (sums, set) in all.iter_mut().zip(dataset.sheets()) {
        if is_withheld(dataset, set.source()) {
            let contest = dataset.source(set.source()).contest;
            sums.shown = Some(shown.get(contest.get()).cloned().unwrap_or_default());
        }
    }
    all
}

/// How many stations a place has of which a set that is marked sensitive has a copy.
#[derive(Clone, Debug, Default)]
struct Place {
    /// With a copy of any of these sets: what pages of stations say of all of them together.
    stations: u64,
    /// With a copy of each.
    sheets: Vec<u64>,
}

impl Place {
    /// Whether the sums of all sets tell which stations one of them has. Of one alone every copy is its own, and nobody
    /// has to be told so; of several, one that has every station or none is told as well.
    fn is_telling(&self) -> bool {
        let is_alone = self.sheets.len() == 1;
        let of = |sheets: u64| {
            sheets < LEAST || (!is_alone && self.stations.saturating_sub(sheets) < LEAST)
        };
        self.stations > 0 && self.sheets.iter().any(|&sheets| of(sheets))
    }

    fn without(&self, other: &Self) -> Self {
        let sheets = self.sheets.iter().zip(&other.sheets);
        Self {
            stations: self.stations.saturating_sub(other.stations),
            sheets: sheets
                .map(|(all, part)| all.saturating_sub(*part))
                .collect(),
        }
    }
}

/// Where sets of a contest that are marked sensitive have copies.
struct Copies<'d> {
    divisions: &'d Divisions,
    /// By division.
    own: Vec<Place>,
    /// In the whole election.
    all: Place,
}

impl<'d> Copies<'d> {
    fn new(dataset: &Dataset, divisions: &'d Divisions, sums: &[Sums], contest: usize) -> Self {
        let withheld: Vec<(&SheetSet, Option<&Groups>)> = dataset
            .sheets()
            .iter()
            .zip(sums)
            .filter(|(set, _)| {
                dataset.source(set.source()).contest.get() == contest
                    && is_withheld(dataset, set.source())
            })
            .map(|(set, sums)| (set, sums.divisions.as_ref()))
            .collect();
        let sheets = |groups: Option<&Groups>, at: usize| {
            let groups = groups.filter(|groups| at < groups.len());
            groups.map_or(0, |groups| groups.totals(at).sheets)
        };
        let mut own: Vec<Place> = (0..divisions.len())
            .map(|at| Place {
                stations: 0,
                sheets: withheld
                    .iter()
                    .map(|(_, groups)| sheets(*groups, at))
                    .collect(),
            })
            .collect();
        let mut all = Place {
            stations: 0,
            sheets: withheld
                .iter()
                .map(|(set, _)| set.stations_reported() as u64)
                .collect(),
        };
        let has_copy = |station: StationIdx| {
            withheld
                .iter()
                .any(|(set, _)| !set.readings(station).is_empty())
        };
        for station in dataset.stations().indices().filter(|&at| has_copy(at)) {
            all.stations += 1;
            let inside = dataset.stations().division(first(), station);
            for at in inside.map_or_else(Vec::new, |inside| divisions.path(inside)) {
                if let Some(place) = own.get_mut(at.get()) {
                    place.stations += 1;
                }
            }
        }
        Self {
            divisions,
            own,
            all,
        }
    }

    /// By division, whether neither sums, nor what is left of a wider division beside those that are shown, tell
    /// which stations a set has: where that is so, no set is shown in any of the divisions beside each other, nor
    /// inside of them.
    fn shown(&self) -> Vec<bool> {
        let at = |division: DivisionIdx| self.own.get(division.get());
        let is_sound = |place: Option<&Place>| {
            place.is_some_and(|place| place.stations > 0 && !place.is_telling())
        };
        // What is left around each division, by the one around; the last is the whole election.
        let mut left: Vec<Place> = self.own.iter().chain([&self.all]).cloned().collect();
        let around = |parent: Option<DivisionIdx>| parent.map_or(self.own.len(), DivisionIdx::get);
        for (division, held) in self.divisions.iter() {
            if let Some(place) = at(division).filter(|place| is_sound(Some(place)))
                && let Some(rest) = left.get_mut(around(held.parent))
            {
                *rest = rest.without(place);
            }
        }
        let is_shown = |division: DivisionIdx| {
            let parent = self.divisions.get(division).parent;
            let rest = left.get(around(parent));
            is_sound(at(division)) && rest.is_some_and(|rest| !rest.is_telling())
        };
        let all = self.divisions.iter();
        all.map(|(division, _)| self.divisions.path(division).into_iter().all(is_shown))
            .collect()
    }
}
