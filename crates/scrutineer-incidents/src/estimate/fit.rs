//! Maximum likelihood of a log-linear model of overlap counts.

use scrutineer_stats::{chi_square_sf, ln_factorial};

use super::interval::log_normal;
use super::model::{Interaction, Model, Overlaps};
use super::solve::poisson;

/// Logarithm of a mean below which an empty cell counts as pushed to zero: the maximum is at infinity.
const VANISHED: f64 = -18.0;

/// A fitted model. Reals are persons unless they are logarithms.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// Different persons on the lists.
    pub observed: u64,
    /// The estimate of those on none, exp(b0).
    pub unseen: f64,
    /// Estimate of all, observed + unseen.
    pub estimate: f64,
    /// Its standard error, sqrt(f0 + f0^2 var(b0)).
    pub standard_error: f64,
    /// 2 sum y ln(y/mu) - (y - mu).
    pub deviance: f64,
    /// Cells used less parameters.
    pub degrees: u64,
    /// Logarithm of the likelihood, constants included.
    pub log_likelihood: f64,
    /// -2 log-likelihood + 2 parameters.
    pub aic: f64,
    /// -2 log-likelihood + parameters x ln observed.
    pub bic: f64,
    /// Upper tail of the deviance; `None` without degrees of freedom.
    pub goodness: Option<f64>,
    /// Log-normal interval, 95 %.
    pub interval: Option<[f64; 2]>,
    /// Interactions whose cells are all empty: the cells and the parameter are left out.
    pub dropped: Vec<Interaction>,
}

/// Why a model has no estimate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFit {
    /// The likelihood grows without end: no list overlaps enough to say anything.
    NoMaximum,
    /// Two terms cannot be told apart.
    Singular,
}

/// The cells and terms that are used, after terms without any person were dropped.
pub(super) struct Layout {
    pub(super) design: Vec<Vec<bool>>,
    pub(super) counts: Vec<f64>,
    pub(super) dropped: Vec<Interaction>,
    terms: usize,
}

pub(super) fn layout(overlaps: &Overlaps, model: &Model) -> Layout {
    // Where nobody is on all lists of an interaction, its parameter would go to minus infinity.
    let dropped: Vec<Interaction> = model
        .interactions()
        .filter(|held| overlaps.on_all(*held) == 0)
        .collect();
    let mains = (0..overlaps.lists()).map(|at| 1_u32 << at);
    let kept = model.interactions().filter(|held| !dropped.contains(held));
    let terms: Vec<u32> = mains.chain(kept).collect();
    let is_left_out = |on: u32| dropped.iter().any(|held| on & held == *held);
    let cells = overlaps.cells().filter(|(on, _)| !is_left_out(*on));
    let (design, counts) = cells
        .map(|(on, persons)| {
            let row: Vec<bool> = terms.iter().map(|term| on & term == *term).collect();
            (row, persons as f64)
        })
        .unzip();
    Layout {
        design,
        counts,
        dropped,
        terms: terms.len(),
    }
}

/// Fits a model (Fienberg, Biometrika 59, 1972): log E(n_h) = b0 + sum of the terms of h, Poisson.
pub fn fit(overlaps: &Overlaps, model: &Model) -> Result<Fit, NoFit> {
    let held = layout(overlaps, model);
    let solved = poisson(&held.design, &held.counts, None).ok_or(NoFit::Singular)?;
    let has_vanished = solved
        .eta
        .iter()
        .zip(&held.counts)
        .any(|(eta, count)| *count <= 0.0 && *eta < VANISHED);
    if has_vanished || !solved.has_converged || solved.intercept_variance.is_nan() {
        return Err(NoFit::NoMaximum);
    }
    let observed = overlaps.observed();
    let b0 = solved.beta.first().copied().ok_or(NoFit::Singular)?;
    let unseen = libm::exp(b0);
    let variance = unseen + unseen * unseen * solved.intercept_variance;
    let estimate = observed as f64 + unseen;
    if !estimate.is_finite() || !variance.is_finite() {
        return Err(NoFit::NoMaximum);
    }
    let parameters = (held.terms + 1) as f64;
    let degrees = (held.counts.len() as u64).saturating_sub(held.terms as u64 + 1);
    let mut log_likelihood = 0.0;
    let mut deviance = 0.0;
    for ((count, eta), (_, whole)) in held
        .counts
        .iter()
        .zip(&solved.eta)
        .zip(kept(overlaps, &held.dropped))
    {
        let mean = libm::exp(*eta);
        log_likelihood += count * eta - mean - ln_factorial(whole);
        if *count > 0.0 {
            deviance += 2.0 * (count * (libm::log(*count) - eta) - (count - mean));
        } else {
            deviance += 2.0 * mean;
        }
    }
    Ok(Fit {
        observed,
        unseen,
        estimate,
        standard_error: libm::sqrt(variance),
        deviance,
        degrees,
        log_likelihood,
        aic: -2.0 * log_likelihood + 2.0 * parameters,
        bic: -2.0 * log_likelihood + parameters * libm::log(observed as f64),
        goodness: (degrees > 0)
            .then(|| chi_square_sf(degrees as f64, deviance.max(0.0)))
            .flatten(),
        interval: log_normal(observed as f64, estimate, variance),
        dropped: held.dropped,
    })
}

fn kept<'a>(
    overlaps: &'a Overlaps,
    dropped: &'a [Interaction],
) -> impl Iterator<Item = (u32, u64)> + 'a {
    overlaps
        .cells()
        .filter(move |(on, _)| !dropped.iter().any(|held| on & held == *held))
}
