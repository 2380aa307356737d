//! How many districts, wards, places and tables there are, and the codes they get.

use scrutineer_model::StationKind;

use super::{Layout, WardRow};
use crate::plan::Plan;
use crate::random::{Domain, Stream};

/// Chance of 1, 2, 3 ... 12 tables at an ordinary place, in thousandths: most places are small and
/// few are large.
const TABLES: [u32; 12] = [520, 205, 105, 60, 36, 24, 16, 12, 9, 6, 4, 3];

/// Goes through the country place by place and opens wards, districts and regions on the way.
pub(super) struct Walk {
    pub(super) stream: Stream,
    /// Mean number of districts of a region, wards of a district, places of a ward.
    means: [u32; 3],
    /// What is still to be filled of the open region (districts), district (wards), ward (places).
    left: [u32; 3],
    codes: [u8; 3],
    number: u16,
}

/// The region code of stations outside the country.
pub(crate) const ABROAD: u8 = 99;

impl Walk {
    pub(super) fn new(plan: &Plan) -> Self {
        // About two tables a place, eight places a ward; wards and districts grow once the codes
        // of the wider level are used up.
        let places = plan.stations / 2 + 1;
        let regions = (places.isqrt() / 4).clamp(2, 24);
        let districts = (places / 40).clamp(regions, regions * 60);
        let wards = (places / 8).clamp(districts, districts * 60);
        Self {
            stream: Stream::new(plan.seed, Domain::Layout, 0),
            means: [
                districts.div_ceil(regions),
                wards.div_ceil(districts),
                places.div_ceil(wards),
            ],
            left: [0; 3],
            codes: [0; 3],
            number: 0,
        }
    }

    pub(super) fn ordinary_place(&mut self, left: u32) -> (StationKind, u32) {
        if self.stream.below(100) == 0 {
            return (StationKind::Special, 1);
        }
        let tables = self.stream.weighted(&TABLES) + 1;
        let tables = u32::try_from(tables).unwrap_or(1);
        (StationKind::Ordinary, tables.min(left))
    }

    /// Between half and one and a half of the mean.
    fn quota(&mut self, level: usize) -> u32 {
        let mean = self.means[level];
        self.stream
            .between(mean.div_ceil(2), mean + mean / 2)
            .max(1)
    }

    pub(super) fn next_place(&mut self, layout: &mut Layout) -> u16 {
        if self.left[2] == 0 {
            self.next_ward(layout);
        }
        self.left[2] -= 1;
        self.number += 1;
        self.number
    }

    fn next_ward(&mut self, layout: &mut Layout) {
        if self.left[1] == 0 {
            if self.left[0] == 0 {
                self.left[0] = self.quota(0);
                self.codes = [self.codes[0] + 1, 0, 0];
                layout.regions += 1;
            }
            self.left[0] -= 1;
            self.left[1] = self.quota(1);
            self.codes = [self.codes[0], self.codes[1] + 1, 0];
            layout.districts += 1;
        }
        self.left[1] -= 1;
        self.left[2] = self.quota(2);
        self.codes[2] += 1;
        self.number = 0;
        self.push_ward(layout);
    }

    pub(super) fn open_abroad(&mut self, layout: &mut Layout) {
        self.codes = [ABROAD, 1, 1];
        self.number = 0;
        layout.regions += 1;
        layout.districts += 1;
        self.push_ward(layout);
    }

    pub(super) fn next_abroad(&mut self, layout: &mut Layout) -> u16 {
        // Codes of places have three digits and those of wards two.
        if self.number == 990 {
            self.number = 0;
            self.codes[2] += 1;
            self.push_ward(layout);
        }
        self.number += 1;
        self.number
    }

    fn push_ward(&self, layout: &mut Layout) {
        layout.wards.push(WardRow {
            region: layout.regions - 1,
            district: layout.districts - 1,
            codes: self.codes,
        });
    }
}
