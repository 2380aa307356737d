//! How people vote: turnout and preferences of regions, districts and places, then tables around
//! their place.

use std::ops::Range;

use crate::distribution::{divide, normal};
use crate::layout::Layout;
use crate::plan::Plan;
use crate::random::{Domain, Stream};
use crate::table::VoteTable;

/// Standard deviation of the effects on the log odds of an option and of turnout. With these the
/// shares of an option differ between regions and places about as in published sheet sets.
const OPTION_SPREAD: Spread = Spread {
    region: 0.30,
    district: 0.20,
    place: 0.25,
};
const TURNOUT_SPREAD: Spread = Spread {
    region: 0.20,
    district: 0.10,
    place: 0.18,
};

struct Spread {
    region: f64,
    district: f64,
    place: f64,
}

/// The sum of the region's and the district's effect on turnout and on every option.
#[derive(Debug)]
pub(crate) struct Effects {
    /// `options + 1` numbers per district, turnout first.
    district: Vec<f64>,
    width: usize,
}

impl Effects {
    pub(crate) fn new(plan: &Plan, layout: &Layout) -> Self {
        let width = usize::from(plan.options) + 1;
        let region = draw(plan, Domain::Region, layout.regions(), width, |spread| {
            spread.region
        });
        let mut district = draw(
            plan,
            Domain::District,
            layout.districts(),
            width,
            |spread| spread.district,
        );
        let regions = layout.region_of_districts();
        for (effects, &of) in district.chunks_exact_mut(width).zip(&regions) {
            let start = of as usize * width;
            for (effect, wider) in effects.iter_mut().zip(&region[start..start + width]) {
                *effect += wider;
            }
        }
        centre(&mut district, width, &layout.electors_of_districts());
        Self { district, width }
    }

    fn of(&self, district: u32) -> &[f64] {
        let start = district as usize * self.width;
        &self.district[start..start + self.width]
    }
}

/// Takes the mean over the voters from every effect: districts differ from each other, and without
/// this the luck of a few of them would move the whole country away from the plan.
fn centre(effects: &mut [f64], width: usize, electors: &[u64]) {
    let all = electors.iter().sum::<u64>() as f64;
    for slot in 0..width {
        let column = || effects.iter().skip(slot).step_by(width);
        let weighted = column()
            .zip(electors)
            .map(|(effect, &count)| effect * count as f64);
        let mean = weighted.sum::<f64>() / all;
        for effect in effects.iter_mut().skip(slot).step_by(width) {
            *effect -= mean;
        }
    }
}

fn draw(
    plan: &Plan,
    domain: Domain,
    units: u32,
    width: usize,
    spread: impl Fn(&Spread) -> f64,
) -> Vec<f64> {
    let mut effects = Vec::with_capacity(units as usize * width);
    for unit in 0..units {
        let mut stream = Stream::new(plan.seed, domain, u64::from(unit));
        effects.push(normal(&mut stream) * spread(&TURNOUT_SPREAD));
        for _ in 1..width {
            effects.push(normal(&mut stream) * spread(&OPTION_SPREAD));
        }
    }
    effects
}

/// The votes at a range of places. Every place has its own stream, so the ranges in which an
/// election is made change nothing.
pub(crate) fn votes(
    plan: &Plan,
    layout: &Layout,
    effects: &Effects,
    places: Range<u32>,
) -> VoteTable {
    let options = usize::from(plan.options);
    let stations = places
        .clone()
        .map(|place| layout.stations_of(place).len())
        .sum();
    let mut table = VoteTable::with_capacity(options, stations);
    let weights = plan.option_weights();
    let turnout = plan.turnout.as_f64();
    let turnout = libm::log(turnout / (1.0 - turnout));
    let kappa = f64::from(plan.kappa);
    // The options, then invalid, blank and staying at home.
    let mut alpha = vec![0.0; options + 3];
    let mut draws = vec![0.0; options + 3];
    let mut counts = vec![0; options + 3];
    for place in places {
        let mut stream = Stream::new(plan.seed, Domain::Place, u64::from(place));
        let wider = effects.of(layout.ward(layout.place_row(place)).district);
        let odds = turnout + wider[0] + normal(&mut stream) * TURNOUT_SPREAD.place;
        let voting = 1.0 / (1.0 + libm::exp(-odds));
        let mut sum = 0.0;
        for ((strength, weight), effect) in alpha.iter_mut().zip(&weights).zip(&wider[1..]) {
            let own = normal(&mut stream) * OPTION_SPREAD.place;
            *strength = weight * libm::exp(effect + own);
            sum += *strength;
        }
        let (invalid, blank) = (plan.invalid.as_f64(), plan.blank.as_f64());
        let scale = kappa * voting * (1.0 - invalid - blank) / sum;
        for strength in &mut alpha[..options] {
            *strength *= scale;
        }
        alpha[options] = kappa * voting * invalid;
        alpha[options + 1] = kappa * voting * blank;
        alpha[options + 2] = kappa * (1.0 - voting);
        for strength in &mut alpha {
            // A share of exactly 0 has no gamma deviate; this one never yields a vote.
            *strength = strength.max(1e-9);
        }
        for station in layout.stations_of(place) {
            let registered = layout.registered()[station as usize];
            divide(&mut stream, registered, &alpha, &mut draws, &mut counts);
            table.push(&counts[..options], counts[options], counts[options + 1]);
        }
    }
    table
}

#[cfg(test)]
mod tests;
