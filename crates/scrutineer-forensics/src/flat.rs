//! Whether the share is flat over the number of the table, on which every test of places rests.

use scrutineer_stats::student_sf;

use crate::outcome::{Assumption, Quantity};
use crate::slope::Clustered;
use crate::tables::Tables;

/// Change of the share per table below which it counts as flat whatever the p-value: 0.2 points.
pub(crate) const FLAT: f64 = 0.002;
/// p-value above which it counts as flat.
pub(crate) const LIKELY: f64 = 1e-4;

/// How a share changes with the number of the table inside its place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FlatShare {
    /// Change of the share from one table to the next, as a fraction; 0 where nothing can be said.
    pub per_table: f64,
    /// Two-sided p with a variance that allows for places; 1 where nothing can be said.
    pub p: f64,
}

/// Regresses the share on the number of the table, both taken from the mean of the place.
///
/// Electors are assigned to tables unrelated to preference only where this is flat.
pub fn flat_share(tables: &Tables, quantity: Quantity) -> FlatShare {
    let mut sums = Clustered::default();
    for rows in tables.places().filter(|rows| rows.len() > 1) {
        let mut number = 0.0;
        sums.place(rows.filter_map(|row| {
            number += 1.0;
            let (part, whole) = tables.pair(quantity, row)?;
            Some((number, f64::from(part) / f64::from(whole)))
        }));
    }
    let fit = sums.fit();
    let p = fit
        .and_then(|fit| student_sf(fit.places - 1.0, fit.robust_t.abs()))
        .map_or(1.0, |p| 2.0 * p);
    FlatShare {
        per_table: fit.map_or(0.0, |fit| fit.slope),
        p: p.min(1.0),
    }
}

impl FlatShare {
    /// Whether tests of places may be read.
    pub fn holds(&self) -> bool {
        self.per_table.abs() < FLAT || self.p >= LIKELY
    }

    pub(crate) fn assumption(self) -> Assumption {
        Assumption {
            id: "flat",
            found: (100.0 * self.per_table).into(),
            needed: (100.0 * FLAT).into(),
            holds: self.holds(),
        }
    }
}
