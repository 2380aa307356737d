//! How many votes the sheets do not show, at most.

use scrutineer_model::{Applies, Capacity, CapacityRule, Code, Dataset, RegisterKind, SheetSet};

use crate::coverage::coverage;
use crate::observed::Observed;

/// The most votes that the missing can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MissingVotes {
    /// No more than this.
    AtMost(u64),
    /// The law sets no ceiling.
    Unbounded,
    /// Nobody states it for at least one missing station.
    NotStated,
}

impl MissingVotes {
    /// The ceiling, where there is one.
    pub fn ceiling(self) -> Option<u64> {
        match self {
            Self::AtMost(votes) => Some(votes),
            Self::Unbounded | Self::NotStated => None,
        }
    }
}

/// What is missing by one value of the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissingCapacity {
    /// The register total it rests on; `None` where it rests on the official list station by
    /// station, on a legal maximum or on nothing.
    pub register: Option<Code>,
    /// Which reading of that total: 0 for the chosen one, then the others in order of the folder.
    pub reading: usize,
    /// Its value.
    pub total: Option<u64>,
    /// Whether it is about this contest; one that is not is a check of robustness only.
    pub applies: Applies,
    /// Votes that stations without a sheet and open votes on sheets can hold together.
    pub votes: MissingVotes,
    /// Of these, votes on sheets whose receiver could not be read.
    pub open: u64,
    /// By how much the registered voters of the stations with a sheet exceed the total: the
    /// register contradicts itself, and bounds nothing that is missing.
    pub exceeded_by: u64,
}

/// What is missing, by every reading of every register total of electors, the main one first;
/// else by the official list, a legal maximum, or nothing.
///
/// U = R - sum of registered voters over the stations with a sheet (forensics note, 3.2), and not
/// less than the official list says that its stations without a sheet can hold: where the two
/// contradict each other, the larger one counts. A register bounds only those who must be on it, so
/// where a station with register 0 has votes, or the list has a missing station with register 0, the
/// missing are not stated.
pub fn missing_capacity(
    dataset: &Dataset,
    set: &SheetSet,
    observed: &Observed,
) -> Vec<MissingCapacity> {
    let contest = dataset.contest(set.contest());
    let missing = Missing::new(dataset, set, observed);
    let entry = |votes| MissingCapacity {
        register: None,
        reading: 0,
        total: None,
        applies: Applies::Yes,
        votes: missing.with_open(votes),
        open: observed.open.votes,
        exceeded_by: 0,
    };
    let by_list = || entry(missing.listed());
    match contest.capacity {
        CapacityRule::Register => {}
        CapacityRule::BallotsIssued => return vec![by_list()],
        CapacityRule::LegalMaximum(maximum) => return vec![entry(missing.maximum(maximum))],
        CapacityRule::Unbounded => return vec![entry(missing.unless_all(MissingVotes::Unbounded))],
        CapacityRule::NotStated => return vec![entry(missing.unless_all(MissingVotes::NotStated))],
    }
    let registered = observed.registered_sum();
    let mut found = Vec::new();
    for register in contest.registers_of(RegisterKind::Electors) {
        let mut seen = Vec::new();
        for (reading, figure) in register.total.readings().enumerate() {
            if seen.contains(&figure.value) {
                continue;
            }
            seen.push(figure.value);
            let left = figure.value.saturating_sub(registered);
            let votes = match missing.list {
                _ if missing.off_list => MissingVotes::NotStated,
                Some(MissingVotes::AtMost(listed)) => MissingVotes::AtMost(left.max(listed)),
                _ => MissingVotes::AtMost(left),
            };
            found.push(MissingCapacity {
                register: Some(register.id.clone()),
                reading,
                total: Some(figure.value),
                applies: register.applies,
                exceeded_by: registered.saturating_sub(figure.value),
                ..entry(votes)
            });
        }
    }
    if found.is_empty() {
        found.push(by_list());
    }
    found
}

struct Missing<'a> {
    observed: &'a Observed,
    /// Stations without a sheet; `None` where nobody says how many stations there are.
    stations: Option<u64>,
    /// Capacities of the stations of the list without a sheet; `None` where there is no list, or
    /// where it is shorter than the stations there are.
    list: Option<MissingVotes>,
    /// Whether somebody may vote off the register at a missing station.
    off_list: bool,
}

impl<'a> Missing<'a> {
    fn new(dataset: &Dataset, set: &SheetSet, observed: &'a Observed) -> Self {
        let coverage = coverage(dataset, set);
        let stations = coverage
            .stations_expected
            .map(|expected| expected.saturating_sub(coverage.stations_reported));
        let mut reported = observed.stations.iter().copied().peekable();
        let (mut votes, mut known, mut zero) = (MissingVotes::AtMost(0), 0u64, false);
        let listed = dataset.stations();
        let columns = listed.registered().iter().zip(listed.capacities());
        for (index, (registered, &capacity)) in listed.indices().zip(columns) {
            if reported.next_if_eq(&index).is_some() {
                continue;
            }
            known += 1;
            zero |= registered.count() == Some(0);
            votes = match (votes, capacity) {
                (MissingVotes::AtMost(sum), Capacity::Known(count)) => {
                    MissingVotes::AtMost(sum + u64::from(count))
                }
                (MissingVotes::NotStated, _) | (_, Capacity::NotStated) => MissingVotes::NotStated,
                (MissingVotes::Unbounded, _) | (_, Capacity::Unbounded) => MissingVotes::Unbounded,
            };
        }
        let all_known = dataset.has_register() && stations.is_none_or(|missing| missing <= known);
        // A missing station that no list describes may be one of those without a register.
        let undescribed = !all_known && stations != Some(0);
        Self {
            observed,
            stations,
            list: all_known.then_some(votes),
            off_list: zero || (observed.off_list > 0 && undescribed),
        }
    }

    fn with_open(&self, votes: MissingVotes) -> MissingVotes {
        match votes {
            MissingVotes::AtMost(_) if self.observed.open.not_stated > 0 => MissingVotes::NotStated,
            MissingVotes::AtMost(votes) => {
                MissingVotes::AtMost(votes.saturating_add(self.observed.open.votes))
            }
            other => other,
        }
    }

    fn unless_all(&self, votes: MissingVotes) -> MissingVotes {
        match self.stations {
            Some(0) => MissingVotes::AtMost(0),
            _ => votes,
        }
    }

    fn listed(&self) -> MissingVotes {
        self.list
            .unwrap_or_else(|| self.unless_all(MissingVotes::NotStated))
    }

    fn maximum(&self, maximum: u32) -> MissingVotes {
        self.stations.map_or(MissingVotes::NotStated, |stations| {
            MissingVotes::AtMost(stations.saturating_mul(u64::from(maximum)))
        })
    }
}
