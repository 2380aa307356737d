//! Stations and polling places as columns.

use serde::{Deserialize, Serialize};

use crate::arena::Arena;
use crate::cell::Cell;
use crate::index::{DivisionIdx, HierarchyIdx, PlaceIdx, StationIdx};

/// What kind of station it is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum StationKind {
    /// An ordinary station.
    #[default]
    Ordinary,
    /// Outside the country.
    Abroad,
    /// In a hospital, prison, barracks ...
    Special,
    /// Goes to the voters.
    Mobile,
    /// Nobody says.
    Unknown,
}

/// Whether the station voted.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum StationStatus {
    /// It did, as far as is known.
    #[default]
    Open,
    /// Its result was annulled.
    Annulled,
    /// It never opened.
    NotOpened,
    /// Its voters voted at another station.
    MergedInto,
}

/// What became of the station's sheet.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum SheetStatus {
    /// A copy was received.
    Received,
    /// A copy was asked for and refused.
    CopyRefused,
    /// The machine printed none.
    NotPrinted,
    /// The party agent was not let in.
    AgentNotAdmitted,
    /// The party agent was made to leave.
    AgentRemoved,
    /// The copy was taken away.
    Seized,
    /// Nobody went there.
    NotReached,
    /// The copy was destroyed.
    Destroyed,
    /// Nobody says.
    #[default]
    Unknown,
}

impl SheetStatus {
    /// Every status, in the order of reports.
    pub const ALL: [Self; 9] = [
        Self::Received,
        Self::CopyRefused,
        Self::NotPrinted,
        Self::AgentNotAdmitted,
        Self::AgentRemoved,
        Self::Seized,
        Self::NotReached,
        Self::Destroyed,
        Self::Unknown,
    ];

    /// The word of the election folder and of JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::CopyRefused => "copy-refused",
            Self::NotPrinted => "not-printed",
            Self::AgentNotAdmitted => "agent-not-admitted",
            Self::AgentRemoved => "agent-removed",
            Self::Seized => "seized",
            Self::NotReached => "not-reached",
            Self::Destroyed => "destroyed",
            Self::Unknown => "unknown",
        }
    }
}

impl StationKind {
    /// The word of the election folder and of JSON.
    pub fn word(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::Abroad => "abroad",
            Self::Special => "special",
            Self::Mobile => "mobile",
            Self::Unknown => "unknown",
        }
    }
}

/// How many valid votes a station can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capacity {
    /// At most this many.
    Known(u32),
    /// The law sets no ceiling.
    Unbounded,
    /// Nobody says; also a register of 0 at a station with ballots.
    NotStated,
}

/// Every station that the register or a sheet names, as columns in order of the station id.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stations {
    pub(crate) id: Arena,
    pub(crate) label: Arena,
    pub(crate) place: Vec<Option<PlaceIdx>>,
    /// One column per hierarchy.
    pub(crate) division: Vec<Vec<Option<DivisionIdx>>>,
    pub(crate) kind: Vec<StationKind>,
    pub(crate) status: Vec<StationStatus>,
    pub(crate) sheet_status: Vec<SheetStatus>,
    pub(crate) registered: Vec<Cell>,
    pub(crate) capacity: Vec<Capacity>,
    pub(crate) in_register: Vec<bool>,
}

/// A view of one station.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Station<'a> {
    /// Canonical id.
    pub id: &'a str,
    /// The last component of the key as written: the number of the table inside its place.
    pub label: &'a str,
    /// Its polling place, where the folder has places.
    pub place: Option<PlaceIdx>,
    /// Its kind.
    pub kind: StationKind,
    /// Whether it voted.
    pub status: StationStatus,
    /// What became of its sheet.
    pub sheet_status: SheetStatus,
    /// Voters by the official list; unread where the list has none.
    pub registered: Cell,
    /// Ceiling by the capacity rule of the first contest and the official list.
    pub capacity: Capacity,
    /// Whether the official list has it.
    pub in_register: bool,
}

impl Stations {
    /// Number of stations.
    pub fn len(&self) -> usize {
        self.id.len()
    }

    /// Whether there is no station.
    pub fn is_empty(&self) -> bool {
        self.id.is_empty()
    }

    /// Every station index in order.
    pub fn indices(&self) -> impl Iterator<Item = StationIdx> + use<> {
        (0..self.len()).map(StationIdx::new)
    }

    /// The canonical id.
    pub fn id(&self, station: StationIdx) -> &str {
        self.id.get(station.get())
    }

    /// One station.
    pub fn get(&self, station: StationIdx) -> Station<'_> {
        let at = station.get();
        Station {
            id: self.id.get(at),
            label: self.label.get(at),
            place: self.place[at],
            kind: self.kind[at],
            status: self.status[at],
            sheet_status: self.sheet_status[at],
            registered: self.registered[at],
            capacity: self.capacity[at],
            in_register: self.in_register[at],
        }
    }

    /// The narrowest division of the station in a hierarchy.
    pub fn division(&self, hierarchy: HierarchyIdx, station: StationIdx) -> Option<DivisionIdx> {
        self.division
            .get(hierarchy.get())?
            .get(station.get())
            .copied()
            .flatten()
    }

    /// Voters of every station by the official list; see [`Station::registered`].
    pub fn registered(&self) -> &[Cell] {
        &self.registered
    }

    /// The kind of every station.
    pub fn kinds(&self) -> &[StationKind] {
        &self.kind
    }

    /// Whether every station voted.
    pub fn statuses(&self) -> &[StationStatus] {
        &self.status
    }

    /// What became of the sheet of every station.
    pub fn sheet_statuses(&self) -> &[SheetStatus] {
        &self.sheet_status
    }

    /// Whether the official list has every station.
    pub fn listed(&self) -> &[bool] {
        &self.in_register
    }

    /// The ceiling of every station; see [`Station::capacity`].
    pub fn capacities(&self) -> &[Capacity] {
        &self.capacity
    }

    /// The polling place of every station.
    pub fn places(&self) -> &[Option<PlaceIdx>] {
        &self.place
    }

    /// The narrowest division of every station in a hierarchy; empty for an unknown hierarchy.
    pub fn divisions(&self, hierarchy: HierarchyIdx) -> &[Option<DivisionIdx>] {
        self.division
            .get(hierarchy.get())
            .map_or(&[], Vec::as_slice)
    }
}

/// Polling places in order of their code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    pub(crate) code: Arena,
    pub(crate) name: Arena,
}

/// A view of one polling place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlaceView<'a> {
    /// Its code: the place's key columns in canonical form.
    pub code: &'a str,
    /// Its name as data; empty where the folder has none.
    pub name: &'a str,
}

impl Places {
    /// Number of places.
    pub fn len(&self) -> usize {
        self.code.len()
    }

    /// Whether there is no place.
    pub fn is_empty(&self) -> bool {
        self.code.is_empty()
    }

    /// One place.
    pub fn get(&self, place: PlaceIdx) -> PlaceView<'_> {
        PlaceView {
            code: self.code.get(place.get()),
            name: self.name.get(place.get()),
        }
    }
}
