//! Ballots, boxes and hours.

use crate::batch::{BatchComparison, Bet, Size, initial_size};

/// How long things take; all at least 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effort {
    /// Minutes to fetch, open, seal and record a box.
    pub minutes_a_box: f64,
    /// Seconds to count a ballot, by all who count it.
    pub seconds_a_ballot: f64,
}

/// What a number of draws costs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Work {
    /// Draws, counting a station as often as it is drawn.
    pub draws: u64,
    /// Boxes on average: a station that is drawn twice is counted once.
    pub boxes: f64,
    /// Ballots in them on average, at most: by what the boxes are bounded by.
    pub ballots: f64,
    /// Hours of work on average.
    pub hours: f64,
}

/// The work of so many draws; of the first size for `bet` and `risk_limit` where `draws` is `None`, and of a
/// full count where that is a full count.
pub fn work_of(
    audit: &BatchComparison,
    bet: Bet,
    risk_limit: f64,
    draws: Option<u64>,
    effort: Effort,
) -> Work {
    let weights = audit.weights();
    let size = draws.map_or_else(|| initial_size(bet, weights, risk_limit), Size::Draws);
    let total = weights.total().max(1) as f64;
    let (mut boxes, mut ballots) = (0.0, 0.0);
    for (station, _, most) in audit.stations().sheets() {
        let chance = match size {
            Size::FullCount => 1.0,
            Size::Draws(draws) => {
                let weight = weights.as_slice().get(station).copied().unwrap_or_default();
                // 1 - (1 - w)^n, also where w is tiny.
                -libm::expm1(draws as f64 * libm::log1p(-(weight as f64) / total))
            }
        };
        // Nothing drawn from a station that is all there is to draw: 0 times infinity.
        let chance = if chance.is_nan() { 0.0 } else { chance };
        boxes += chance;
        ballots += chance * most as f64;
    }
    Work {
        draws: match size {
            Size::Draws(draws) => draws,
            Size::FullCount => weights.sheets() as u64,
        },
        boxes,
        ballots,
        hours: boxes * effort.minutes_a_box / 60.0 + ballots * effort.seconds_a_ballot / 3_600.0,
    }
}
