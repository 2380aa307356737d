//! Tails of the chi-square distribution.

use crate::gamma::{gamma_cdf, gamma_sf};

/// The chance that a chi-square variable with `degrees` degrees of freedom is at most `x`.
///
/// `None` unless `degrees` is positive and finite and `x` >= 0.
pub fn chi_square_cdf(degrees: f64, x: f64) -> Option<f64> {
    gamma_cdf(degrees / 2.0, x / 2.0)
}

/// The chance that a chi-square variable with `degrees` degrees of freedom is above `x`.
///
/// `None` unless `degrees` is positive and finite and `x` >= 0.
pub fn chi_square_sf(degrees: f64, x: f64) -> Option<f64> {
    gamma_sf(degrees / 2.0, x / 2.0)
}
