//! What was seen of drawn ballots: rows by people, numbered and never changed.

use std::collections::BTreeMap;

use scrutineer_model::{Absence, Code, Date};
use serde::{Deserialize, Serialize};

use super::claim::Seen;
use crate::audit::records::Role;

/// What was seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BallotStatus {
    /// A valid vote for one option.
    Valid,
    /// A ballot without a mark.
    Blank,
    /// A ballot whose vote is not valid by the rules of the election.
    Spoilt,
    /// There is no such ballot, no box, or nobody can read it: the worst case.
    Missing,
    /// Access was refused: the worst case.
    Refused,
}

impl BallotStatus {
    pub(super) const ALL: [(&'static str, Self); 5] = [
        ("valid", Self::Valid),
        ("blank", Self::Blank),
        ("spoilt", Self::Spoilt),
        ("missing", Self::Missing),
        ("refused", Self::Refused),
    ];

    /// The word in files.
    pub fn word(self) -> &'static str {
        Self::ALL
            .iter()
            .find(|(_, status)| *status == self)
            .map_or("", |(word, _)| word)
    }

    /// Whether somebody saw the ballot.
    pub fn is_seen(self) -> bool {
        matches!(self, Self::Valid | Self::Blank | Self::Spoilt)
    }
}

/// What one row says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BallotRecord {
    /// From 1 over all files of the audit.
    pub number: u64,
    /// The station.
    pub station: String,
    /// The position in the box, from 1.
    pub position: u64,
    /// What was seen.
    pub status: BallotStatus,
    /// The option of a valid vote; `None` for anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub option: Option<Code>,
    /// How many ballots are in the box; `None` where nobody could count them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_box: Option<u64>,
    /// By whom, as a role.
    pub role: Role,
    /// When; `None` where the row does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
    /// The record of the same ballot that it replaces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supersedes: Option<u64>,
}

impl BallotRecord {
    /// For the engine; an option that the contest has not is nothing seen.
    pub(super) fn seen(&self, options: &[Code]) -> Seen {
        match (self.status, &self.option) {
            (BallotStatus::Valid, Some(option)) => options
                .iter()
                .position(|held| held == option)
                .map_or(Seen::Nothing, Seen::Vote),
            (BallotStatus::Blank | BallotStatus::Spoilt, _) => Seen::NoVote,
            _ => Seen::Nothing,
        }
    }
}

/// The records that hold, by position of the station on the list and position in the box.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::audit) struct BallotBook {
    pub(in crate::audit) records: Vec<BallotRecord>,
    current: BTreeMap<(usize, u64), usize>,
}

impl BallotBook {
    /// What holds of a ballot.
    pub(in crate::audit) fn of(&self, ballot: (usize, u64)) -> Option<&BallotRecord> {
        self.records.get(*self.current.get(&ballot)?)
    }

    /// Ballots with a record.
    pub(in crate::audit) fn ballots(&self) -> usize {
        self.current.len()
    }

    /// What holds, in order of station and position.
    pub(super) fn current(&self) -> impl Iterator<Item = (usize, &BallotRecord)> {
        self.current
            .iter()
            .filter_map(|(&(station, _), &at)| Some((station, self.records.get(at)?)))
    }

    /// By station, in order, whether nothing could be looked at: access was refused, or there was no box to count
    /// the ballots of.
    pub(in crate::audit) fn absences(&self) -> Vec<(&str, Option<Absence>)> {
        let mut found: Vec<(usize, &str, Option<Absence>)> = Vec::new();
        for (station, record) in self.current() {
            let absence = match record.status {
                BallotStatus::Refused => Some(Absence::Refused),
                BallotStatus::Missing if record.in_box.is_none() => Some(Absence::Missing),
                _ => None,
            };
            match found.last_mut().filter(|(last, ..)| *last == station) {
                Some((.., held)) if absence.is_none() => *held = None,
                Some(_) => {}
                None => found.push((station, record.station.as_str(), absence)),
            }
        }
        found
            .into_iter()
            .map(|(_, station, absence)| (station, absence))
            .collect()
    }

    pub(super) fn add(&mut self, ballot: (usize, u64), record: BallotRecord) {
        self.current.insert(ballot, self.records.len());
        self.records.push(record);
    }
}
