//! Audits of tally sheets against boxes.

use std::sync::OnceLock;

use scrutineer_rla::assertion::plurality;
use scrutineer_rla::batch::{BatchComparison, Bet, Found, Stations};
use scrutineer_rla::martingale::{Martingale, Null, Proportional, WithReplacement};
use scrutineer_rla::plan::Random;

use super::{LIMIT, text};

const STATIONS: usize = 100;
const DRAWS: usize = 300;
/// Draws of a stream where each round begins a new one.
const STREAM: usize = 20;

/// An audit of 100 sheets of 60 to 40, and what each box keeps of its bound (1 less the taint).
struct Boxes {
    audit: BatchComparison,
    kept: Vec<f64>,
    /// Sums of the weights.
    sums: Vec<u64>,
}

/// Stations have what `found` says of their numbers; their errors must sum to the margin or more.
fn boxes(found: impl Fn(usize) -> Found<'static>) -> Result<Boxes, String> {
    let mut stations = Stations::new(2);
    for _ in 0..STATIONS {
        stations.push_sheet(&[60, 40], 100).map_err(text)?;
    }
    let outcome = plurality(2, &[0], 1).map_err(text)?;
    let audit = BatchComparison::new(stations, outcome).map_err(text)?;
    let (mut kept, mut sums, mut sum, mut error) = (Vec::new(), Vec::new(), 0, 0.0);
    for station in 0..STATIONS {
        let taint = audit.taint(station, found(station)).map_err(text)?;
        kept.push(1.0 - taint.share.to_f64());
        error += taint.error.to_f64();
        sum += audit.weights().as_slice()[station];
        sums.push(sum);
    }
    if !(1.0 - 1e-9..1.1).contains(&error) {
        return Err(format!("the boxes are no tie: errors sum to {error}"));
    }
    Ok(Boxes { audit, kept, sums })
}

impl Boxes {
    /// What somebody confirms who knows every stream of dice, ends each where the risk is smallest and begins
    /// another one: the risk of a stream holds where it is stopped, that of a chain of them does not.
    fn stops_with_streams(&self, bet: Bet, random: &mut Random) -> Result<bool, String> {
        let mean = 1.0 - 1.0 / self.audit.bound();
        let null = Null::new(mean, 1.0).map_err(text)?;
        let total = usize::try_from(self.audit.weights().total()).map_err(text)?;
        let mut risk = 1.0;
        for _ in 0..DRAWS / STREAM {
            let strategy = Proportional::new(bet.share());
            let mut martingale = Martingale::new(null, WithReplacement, strategy);
            let mut smallest = f64::INFINITY;
            for _ in 0..STREAM {
                let point = random.below(total) as u64;
                let station = self.sums.partition_point(|sum| *sum <= point);
                martingale.draw(self.kept[station]).map_err(text)?;
                smallest = smallest.min((-martingale.ln_fortune()).exp());
            }
            risk *= smallest;
            if risk <= LIMIT {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Draws in proportion to the bounds and watches every draw. The engine is asked as [`Bet::measure`] asks it,
    /// draw by draw.
    fn stops(&self, bet: Bet, random: &mut Random) -> Result<bool, String> {
        let mean = 1.0 - 1.0 / self.audit.bound();
        let null = Null::new(mean, 1.0).map_err(text)?;
        let strategy = Proportional::new(bet.share());
        let mut martingale = Martingale::new(null, WithReplacement, strategy);
        let total = usize::try_from(self.audit.weights().total()).map_err(text)?;
        for _ in 0..DRAWS {
            let point = random.below(total) as u64;
            let station = self.sums.partition_point(|sum| *sum <= point);
            martingale.draw(self.kept[station]).map_err(text)?;
            if martingale.p() <= LIMIT {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Every bound is 120 of a margin of 2,000. Eight boxes are missing, eight hold 100 for the loser, one the rest.
fn concentrated_boxes() -> Result<&'static Boxes, String> {
    static BOXES: OnceLock<Result<Boxes, String>> = OnceLock::new();
    let make = || {
        boxes(|station| match station {
            0..8 => Found::Missing,
            8..16 => Found::Counted(&[0, 100]),
            16 => Found::Counted(&[20, 80]),
            _ => Found::Counted(&[60, 40]),
        })
    };
    BOXES.get_or_init(make).as_ref().map_err(Clone::clone)
}

fn concentrated(bet: Bet, random: &mut Random) -> Result<bool, String> {
    concentrated_boxes()?.stops(bet, random)
}

/// Five boxes are missing, ten have taint 1/2, fifty 1/6, and five give the winner 24 votes more: 600 + 600 + 1,000
/// less 120 is 2,080 of 2,000.
fn mixed(bet: Bet, random: &mut Random) -> Result<bool, String> {
    static BOXES: OnceLock<Result<Boxes, String>> = OnceLock::new();
    let make = || {
        boxes(|station| match station {
            0..5 => Found::Missing,
            5..15 => Found::Counted(&[30, 70]),
            15..65 => Found::Counted(&[50, 50]),
            65..70 => Found::Counted(&[72, 28]),
            _ => Found::Counted(&[60, 40]),
        })
    };
    let boxes = BOXES.get_or_init(make).as_ref().map_err(Clone::clone)?;
    boxes.stops(bet, random)
}

pub(super) fn concentrated_all(random: &mut Random) -> Result<bool, String> {
    concentrated(Bet::KaplanMarkov, random)
}

pub(super) fn concentrated_capped(random: &mut Random) -> Result<bool, String> {
    concentrated(Bet::SURVIVING, random)
}

pub(super) fn chained_streams(random: &mut Random) -> Result<bool, String> {
    let boxes = concentrated_boxes()?;
    boxes.stops_with_streams(Bet::KaplanMarkov, random)
}

pub(super) fn mixed_all(random: &mut Random) -> Result<bool, String> {
    mixed(Bet::KaplanMarkov, random)
}

pub(super) fn mixed_capped(random: &mut Random) -> Result<bool, String> {
    mixed(Bet::SURVIVING, random)
}
