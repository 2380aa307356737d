//! The geography: regions, districts, wards, polling places with 1 to 12 tables, their voters.

mod walk;

use scrutineer_model::StationKind;

use crate::name::push_name;
use crate::plan::Plan;
use crate::random::Stream;

pub(crate) use walk::ABROAD;
use walk::Walk;

/// A polling place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PlaceRow {
    /// Its first station; its others follow.
    pub(crate) first: u32,
    pub(crate) ward: u32,
    /// Number inside its ward, from 1.
    pub(crate) number: u16,
    pub(crate) kind: StationKind,
}

/// A ward with the codes of the path to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct WardRow {
    /// Dense position of its region among all regions.
    pub(crate) region: u32,
    /// Dense position of its district among all districts.
    pub(crate) district: u32,
    /// Codes inside region, district: 1 to 99.
    pub(crate) codes: [u8; 3],
}

/// Who votes where; columns in the order of the station ids.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Layout {
    place_of: Vec<u32>,
    registered: Vec<u32>,
    places: Vec<PlaceRow>,
    wards: Vec<WardRow>,
    regions: u32,
    districts: u32,
}

impl Layout {
    pub(crate) fn new(plan: &Plan) -> Self {
        let mut walk = Walk::new(plan);
        let mut layout = Self {
            place_of: Vec::with_capacity(plan.stations as usize),
            registered: Vec::with_capacity(plan.stations as usize),
            places: Vec::new(),
            wards: Vec::new(),
            regions: 0,
            districts: 0,
        };
        let abroad = plan.stations / 200;
        while layout.stations() < plan.stations - abroad {
            let left = plan.stations - abroad - layout.stations();
            let (kind, tables) = walk.ordinary_place(left);
            let number = walk.next_place(&mut layout);
            layout.place(&mut walk.stream, number, kind, tables);
        }
        if abroad > 0 {
            walk.open_abroad(&mut layout);
        }
        while layout.stations() < plan.stations {
            let left = plan.stations - layout.stations();
            let number = walk.next_abroad(&mut layout);
            let tables = left.min(walk.stream.between(1, 3));
            layout.place(&mut walk.stream, number, StationKind::Abroad, tables);
        }
        layout
    }

    fn place(&mut self, stream: &mut Stream, number: u16, kind: StationKind, tables: u32) {
        let place = u32::try_from(self.places.len()).unwrap_or(u32::MAX);
        self.places.push(PlaceRow {
            first: self.stations(),
            ward: u32::try_from(self.wards.len() - 1).unwrap_or(u32::MAX),
            number,
            kind,
        });
        // Some single tables serve a hamlet; a hospital or prison has few voters as well.
        let tiny = tables == 1 && stream.below(40) == 0;
        let (low, high) = match kind {
            _ if tiny => (5, 60),
            StationKind::Special => (20, 200),
            _ => (300, 1000),
        };
        let half = (high - low) / 2;
        let base = low + stream.between(0, half) + stream.between(0, high - low - half);
        for _ in 0..tables {
            // Voters are dealt to the tables of a place evenly, up to the last few.
            let registered = if tables == 1 {
                base
            } else {
                base - 8 + stream.below(17)
            };
            self.place_of.push(place);
            self.registered.push(registered);
        }
    }

    /// Adds a place with given tables, in one ward for all of them.
    pub(crate) fn push_place(&mut self, kind: StationKind, registered: &[u32]) {
        if self.wards.is_empty() {
            self.wards.push(WardRow {
                region: 0,
                district: 0,
                codes: [1; 3],
            });
            (self.regions, self.districts) = (1, 1);
        }
        let place = self.places();
        self.places.push(PlaceRow {
            first: self.stations(),
            ward: 0,
            number: 1,
            kind,
        });
        for &count in registered {
            self.place_of.push(place);
            self.registered.push(count);
        }
    }

    /// Number of stations.
    pub fn stations(&self) -> u32 {
        u32::try_from(self.registered.len()).unwrap_or(u32::MAX)
    }

    /// Number of polling places.
    pub fn places(&self) -> u32 {
        u32::try_from(self.places.len()).unwrap_or(u32::MAX)
    }

    /// Registered voters of every station.
    pub fn registered(&self) -> &[u32] {
        &self.registered
    }

    /// Registered voters of all stations.
    pub fn electors(&self) -> u64 {
        self.registered.iter().map(|&count| u64::from(count)).sum()
    }

    /// The position of the polling place of every station.
    pub fn place_of(&self) -> &[u32] {
        &self.place_of
    }

    /// The kind of a station.
    ///
    /// # Panics
    /// If there is no such station.
    pub fn kind(&self, station: u32) -> StationKind {
        self.place_of_station(station).kind
    }

    /// The stations of a polling place, which follow each other.
    ///
    /// # Panics
    /// If there is no such place.
    pub fn stations_of(&self, place: u32) -> std::ops::Range<u32> {
        let end = self
            .places
            .get(place as usize + 1)
            .map_or(self.stations(), |next| next.first);
        self.places[place as usize].first..end
    }

    pub(crate) fn place_row(&self, place: u32) -> PlaceRow {
        self.places[place as usize]
    }

    pub(crate) fn place_of_station(&self, station: u32) -> PlaceRow {
        self.place_row(self.place_of[station as usize])
    }

    pub(crate) fn ward(&self, place: PlaceRow) -> WardRow {
        self.wards[place.ward as usize]
    }

    /// Every ward.
    pub(crate) fn wards(&self) -> &[WardRow] {
        &self.wards
    }

    pub(crate) fn regions(&self) -> u32 {
        self.regions
    }

    pub(crate) fn districts(&self) -> u32 {
        self.districts
    }

    /// The region of every district, as dense positions.
    pub(crate) fn region_of_districts(&self) -> Vec<u32> {
        let mut regions = vec![0; self.districts as usize];
        for ward in &self.wards {
            regions[ward.district as usize] = ward.region;
        }
        regions
    }

    /// Registered voters of every district.
    pub(crate) fn electors_of_districts(&self) -> Vec<u64> {
        let mut electors = vec![0; self.districts as usize];
        for (&place, &registered) in self.place_of.iter().zip(&self.registered) {
            let district = self.ward(self.place_row(place)).district;
            electors[district as usize] += u64::from(registered);
        }
        electors
    }

    /// Number of the table inside its place, from 1.
    pub(crate) fn table(&self, station: u32) -> u32 {
        station - self.place_of_station(station).first + 1
    }

    /// Writes the codes of the divisions and of the place over `codes`.
    pub(crate) fn codes(&self, station: u32, codes: &mut Codes) {
        let place = self.place_of_station(station);
        let parts = self.ward(place).codes;
        for (text, code) in codes.divisions.iter_mut().zip(parts) {
            text.clear();
            push_padded(text, u32::from(code), 2);
        }
        codes.place.clear();
        for code in parts {
            push_padded(&mut codes.place, u32::from(code), 2);
        }
        push_padded(&mut codes.place, u32::from(place.number), 3);
        codes.table.clear();
        push_padded(&mut codes.table, self.table(station), 2);
    }

    /// Writes the names of the divisions and of the place over `names`.
    pub(crate) fn names(&self, station: u32, names: &mut Names) {
        let place = self.place_of_station(station);
        let ward = self.ward(place);
        let numbers = [ward.region, ward.district, place.ward];
        for (level, (text, number)) in names.divisions.iter_mut().zip(numbers).enumerate() {
            text.clear();
            push_name(text, level, number);
        }
        names.place.clear();
        push_name(&mut names.place, 3, self.place_of[station as usize]);
    }
}

/// Codes of one station, reused from row to row.
#[derive(Debug, Default)]
pub(crate) struct Codes {
    pub(crate) divisions: [String; 3],
    pub(crate) place: String,
    pub(crate) table: String,
}

/// Names of one station's divisions and place, reused from row to row.
#[derive(Debug, Default)]
pub(crate) struct Names {
    pub(crate) divisions: [String; 3],
    pub(crate) place: String,
}

/// Appends `number` with leading zeros; the walk keeps every number within its width.
fn push_padded(text: &mut String, number: u32, width: u32) {
    for position in (0..width).rev() {
        let digit = number / 10u32.pow(position) % 10;
        text.push(char::from_digit(digit, 10).unwrap_or('0'));
    }
}

#[cfg(test)]
mod tests;
