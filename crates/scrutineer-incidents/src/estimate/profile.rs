//! The profile of the multinomial likelihood in the size of the population.

use super::CHI_SQUARE_95;
use super::fit::{Fit, layout};
use super::model::{Model, Overlaps};
use super::solve::poisson;

/// Halvings of an interval; enough for the last bit of an `f64`.
const HALVINGS: u32 = 60;

/// The largest population that is looked at, in observed persons.
const LARGEST: f64 = 1e7;

/// A profile interval. All in persons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Profile {
    /// Where the likelihood is largest.
    pub estimate: f64,
    /// Lower end; the observed persons where the likelihood does not fall enough.
    pub low: f64,
    /// Upper end; `None` where the likelihood never falls enough.
    pub high: Option<f64>,
}

struct Likelihood {
    design: Vec<Vec<bool>>,
    counts: Vec<f64>,
    observed: f64,
}

impl Likelihood {
    /// ln Γ(N + 1) - ln Γ(n0 + 1) + sum n_h ln p_h, all cells, p fitted again for this N
    /// (Cormack, Biometrics 48, 1992; Sanathanan 1972 for the conditional form).
    fn at(&self, size: f64) -> Option<f64> {
        let (eta, counts, ln_whole, unseen) = self.refitted(size)?;
        let fitted: f64 = eta
            .iter()
            .zip(&counts)
            .filter(|(_, count)| **count > 0.0)
            .map(|(eta, count)| count * (eta - ln_whole))
            .sum();
        let value = libm::lgamma(size + 1.0) - libm::lgamma(unseen + 1.0) + fitted;
        value.is_finite().then_some(value)
    }

    /// Its derivative in N, ψ(N + 1) - ψ(n0 + 1) + ln p0: at the best p a change of p changes nothing.
    fn slope(&self, size: f64) -> Option<f64> {
        let (eta, _, ln_whole, unseen) = self.refitted(size)?;
        let ln_p0 = eta.last()? - ln_whole;
        let value = digamma(size + 1.0) - digamma(unseen + 1.0) + ln_p0;
        (!value.is_nan()).then_some(value)
    }

    /// Logarithms of the means, the counts with the unseen last, the logarithm of the sum of the means, and
    /// the unseen.
    fn refitted(&self, size: f64) -> Option<(Vec<f64>, Vec<f64>, f64, f64)> {
        let unseen = (size - self.observed).max(0.0);
        let mut counts = self.counts.clone();
        counts.push(unseen);
        let solved = poisson(&self.design, &counts, None)?;
        let whole: f64 = solved.eta.iter().map(|eta| libm::exp(*eta)).sum();
        Some((solved.eta, counts, libm::log(whole), unseen))
    }
}

/// ψ(x) for x >= 1: recurrence up to 10, then the asymptotic series, Abramowitz and Stegun 6.3.5, 6.3.18.
fn digamma(mut x: f64) -> f64 {
    let mut sum = 0.0;
    while x < 10.0 {
        sum -= 1.0 / x;
        x += 1.0;
    }
    let square = 1.0 / (x * x);
    let series = square
        * (1.0 / 12.0
            - square
                * (1.0 / 120.0 - square * (1.0 / 252.0 - square * (1.0 / 240.0 - square / 132.0))));
    sum + libm::log(x) - 0.5 / x - series
}

/// The 95 % profile interval around a fit of the same model. `None` where the likelihood cannot be followed.
pub fn profile(overlaps: &Overlaps, model: &Model, around: &Fit) -> Option<Profile> {
    let held = layout(overlaps, model);
    let observed = overlaps.observed() as f64;
    let mut design = held.design;
    let width = design.first().map_or(0, Vec::len);
    design.push(vec![false; width]);
    let likelihood = Likelihood {
        design,
        counts: held.counts,
        observed,
    };
    let estimate = maximum(&likelihood, observed, around.unseen.max(1.0))?;
    let cut = likelihood.at(estimate)? - CHI_SQUARE_95 / 2.0;
    let low = if likelihood.at(observed)? > cut {
        observed
    } else {
        crossing(&likelihood, estimate, observed, cut)?
    };
    let mut beyond = (estimate - observed).max(1.0);
    let high = loop {
        beyond *= 2.0;
        if beyond > LARGEST * observed {
            break None;
        }
        let end = observed + beyond;
        if likelihood.at(end)? < cut {
            break Some(crossing(&likelihood, estimate, end, cut)?);
        }
    };
    Some(Profile {
        estimate,
        low,
        high,
    })
}

/// Where the slope of the likelihood changes its sign. The likelihood itself is too flat at its top for its
/// digits to find the place.
fn maximum(likelihood: &Likelihood, observed: f64, unseen: f64) -> Option<f64> {
    let mut reach = unseen;
    while likelihood.slope(observed + reach)? > 0.0 {
        reach *= 2.0;
        if reach > LARGEST * observed {
            return None;
        }
    }
    let (mut rising, mut falling) = (observed, observed + reach);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(rising, falling);
        if likelihood.slope(middle)? > 0.0 {
            rising = middle;
        } else {
            falling = middle;
        }
        if falling - rising <= 1e-11 * falling {
            break;
        }
    }
    Some(f64::midpoint(rising, falling))
}

/// Where between a point above the cut and one below it the likelihood crosses.
fn crossing(likelihood: &Likelihood, above: f64, below: f64, cut: f64) -> Option<f64> {
    let (mut above, mut below) = (above, below);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(above, below);
        if (below - above).abs() <= 1e-9 * below.abs() {
            break;
        }
        if likelihood.at(middle)? > cut {
            above = middle;
        } else {
            below = middle;
        }
    }
    Some(f64::midpoint(above, below))
}
