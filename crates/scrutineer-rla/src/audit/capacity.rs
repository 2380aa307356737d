//! What the capacity of stations rests on, where no register total bounds what is missing.

use scrutineer_model::CapacityRule;
use serde::{Deserialize, Serialize};

/// What says how many votes a station without a record can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CapacityBasis {
    /// The official list, station by station: no register total was given.
    List,
    /// The registered voters of each station, where the records say those of some station themselves.
    Records,
    /// The ballots issued to each station.
    Issued,
    /// A number that the law fixes for every station.
    Maximum,
    /// Nobody says, and no station is without a record.
    Stations,
}

impl CapacityBasis {
    /// What the rule of a contest rests on; `of_records` where no official list has the registered voters of some
    /// station.
    pub fn of(rule: CapacityRule, of_records: bool) -> Self {
        match rule {
            CapacityRule::Register if of_records => Self::Records,
            CapacityRule::Register => Self::List,
            CapacityRule::BallotsIssued => Self::Issued,
            CapacityRule::LegalMaximum(_) => Self::Maximum,
            CapacityRule::Unbounded | CapacityRule::NotStated => Self::Stations,
        }
    }

    /// Its word in files and messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Records => "records",
            Self::Issued => "issued",
            Self::Maximum => "maximum",
            Self::Stations => "stations",
        }
    }
}
