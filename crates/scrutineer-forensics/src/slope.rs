//! The share of an option on turnout inside polling places.

use scrutineer_stats::student_sf;

use crate::outcome::{Assumption, Measured, Quantity, TestId};
use crate::tables::Tables;

pub(crate) const PLACES: f64 = 20.0;

/// Sums of a regression through the means of places.
#[derive(Clone, Debug, Default)]
pub(crate) struct Clustered {
    xx: f64,
    xy: f64,
    yy: f64,
    rows: f64,
    /// Per place: sum of x y and of x x.
    places: Vec<(f64, f64)>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Fit {
    pub(crate) slope: f64,
    pub(crate) correlation: f64,
    pub(crate) rows: f64,
    pub(crate) places: f64,
    pub(crate) robust_t: f64,
}

impl Clustered {
    /// Adds one place; a place of one row says nothing.
    pub(crate) fn place(&mut self, rows: impl Iterator<Item = (f64, f64)>) {
        let rows: Vec<(f64, f64)> = rows.collect();
        if rows.len() < 2 {
            return;
        }
        let count = rows.len() as f64;
        let mean_x = rows.iter().map(|row| row.0).sum::<f64>() / count;
        let mean_y = rows.iter().map(|row| row.1).sum::<f64>() / count;
        let (mut xx, mut xy) = (0.0, 0.0);
        for (x, y) in rows {
            let (x, y) = (x - mean_x, y - mean_y);
            xx += x * x;
            xy += x * y;
            self.yy += y * y;
        }
        self.xx += xx;
        self.xy += xy;
        self.rows += count;
        self.places.push((xy, xx));
    }

    /// `None` where either variable is constant inside every place.
    pub(crate) fn fit(&self) -> Option<Fit> {
        let places = self.places.len() as f64;
        if self.xx <= 0.0 || self.yy <= 0.0 || places < 2.0 {
            return None;
        }
        let slope = self.xy / self.xx;
        let scores = self.places.iter().map(|(xy, xx)| xy - slope * xx);
        let meat: f64 = scores.map(|score| score * score).sum::<f64>() * places / (places - 1.0);
        if meat <= 0.0 {
            return None;
        }
        Some(Fit {
            slope,
            correlation: self.xy / libm::sqrt(self.xx * self.yy),
            rows: self.rows,
            places,
            robust_t: self.xy / libm::sqrt(meat),
        })
    }
}

/// The share of an option on turnout inside places.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slope {
    /// Sheets in places of several tables.
    pub sheets: f64,
    /// Such places.
    pub places: f64,
    /// Correlation of share and turnout, each taken from the mean of the place.
    pub correlation: f64,
    /// Sheets less places.
    pub degrees: f64,
    /// t of the correlation with all sheets independent: r sqrt((df - 1) / (1 - r^2)).
    pub plain_t: f64,
    /// t with a variance that allows for places (Liang and Zeger 1986).
    pub robust_t: f64,
    /// Votes of the option per further ballot inside a place.
    pub marginal: f64,
    /// Share of the option among the ballots of the same sheets.
    pub pooled: f64,
    /// Ballots above the rate of the place, summed over the tables above it.
    pub surplus: f64,
}

/// Measures the slope; `None` without several tables of one place that differ.
pub fn slope(tables: &Tables, option: usize) -> Option<Slope> {
    let mut sums = Clustered::default();
    let (mut xy, mut xx, mut surplus) = (0.0, 0.0, 0.0);
    let (mut option_sum, mut ballot_sum) = (0.0, 0.0);
    for rows in tables.places().filter(|rows| rows.len() > 1) {
        let row_numbers = |row: usize| {
            let (votes, valid) = tables.pair(Quantity::Option(option), row)?;
            let (ballots, registered) = tables.pair(Quantity::Turnout, row)?;
            Some((
                f64::from(votes),
                f64::from(valid),
                f64::from(ballots),
                f64::from(registered),
            ))
        };
        let kept: Vec<(f64, f64, f64, f64)> = rows.filter_map(row_numbers).collect();
        if kept.len() < 2 {
            continue;
        }
        sums.place(
            kept.iter()
                .map(|&(votes, valid, ballots, registered)| (ballots / registered, votes / valid)),
        );
        let (mut votes_all, mut ballots_all, mut registered_all) = (0.0, 0.0, 0.0);
        for &(votes, _, ballots, registered) in &kept {
            votes_all += votes;
            ballots_all += ballots;
            registered_all += registered;
        }
        for &(votes, _, ballots, registered) in &kept {
            let x = ballots / registered - ballots_all / registered_all;
            let y = votes / registered - votes_all / registered_all;
            xy += x * y;
            xx += x * x;
            surplus += f64::max(x, 0.0) * registered;
        }
        option_sum += votes_all;
        ballot_sum += ballots_all;
    }
    let fit = sums.fit()?;
    if xx <= 0.0 || ballot_sum <= 0.0 {
        return None;
    }
    let r = fit.correlation;
    let degrees = fit.rows - fit.places;
    let rest = 1.0 - r * r;
    Some(Slope {
        sheets: fit.rows,
        places: fit.places,
        correlation: r,
        degrees,
        plain_t: if rest > 0.0 {
            r * libm::sqrt((degrees - 1.0) / rest)
        } else {
            0.0
        },
        robust_t: fit.robust_t,
        marginal: xy / xx,
        pooled: option_sum / ballot_sum,
        surplus,
    })
}

pub(crate) fn measured(tables: &Tables, option: usize, flat: [Assumption; 2]) -> Measured {
    let found = slope(tables, option);
    let mut measured = Measured::new(TestId::PlaceSlope, Quantity::Option(option)).assume(
        Assumption::at_least("places", found.map_or(0.0, |slope| slope.places), PLACES),
    );
    for assumption in flat {
        measured = measured.assume(assumption);
    }
    let Some(slope) = found else {
        return measured.conclude(0.0, None);
    };
    let p = student_sf(slope.places - 1.0, slope.robust_t.abs()).map(|p| (2.0 * p).min(1.0));
    measured
        .figure("places", slope.places)
        .figure("sheets", slope.sheets)
        .figure("correlation", slope.correlation)
        .figure("t", slope.robust_t)
        .figure("marginal", slope.marginal)
        .figure("pooled", slope.pooled)
        .conclude((slope.marginal - slope.pooled) * slope.surplus, p)
}
