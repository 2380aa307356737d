//! Distributions and adjusted p-values, the same bits on every platform.
//!
//! # In scope
//! - Logarithms of factorials and of binomial coefficients; regularised incomplete beta and gamma functions.
//! - Tails and quantiles of the binomial, hypergeometric, normal, chi-square and Student distributions,
//!   each tail computed as itself, never as one minus the other where that would lose digits.
//! - Adjustment of p-values for the number of looks (Holm).
//!
//! # Out of scope
//! - Drawing random numbers: `scrutineer-rla` for public draws, `scrutineer-simulate` for synthetic elections.
//! - What a p-value is about: `scrutineer-rla`, `scrutineer-forensics`.
//!
//! # Limits
//! Only `libm`, a fixed order of summation and no fused multiply-add, so that a p-value can be replayed
//! anywhere. Libraries of statistics call the platform's logarithm, whose last bits differ.
//! Tails down to 1e-300 have a relative error below 1e-12; below about 1e-308 they become zero. Whole
//! numbers go up to 2^53. A function answers `None` where its arguments describe no distribution, and
//! never `NaN`.

mod beta;
mod binomial;
mod chi_square;
mod deviance;
mod double;
mod factorial;
mod gamma;
mod holm;
mod hypergeometric;
mod interval;
mod normal;
mod stirling;
mod student;

pub use beta::{beta_cdf, beta_sf};
pub use binomial::Binomial;
pub use chi_square::{chi_square_cdf, chi_square_sf};
pub use factorial::{ln_choose, ln_factorial};
pub use gamma::{gamma_cdf, gamma_sf};
pub use holm::holm;
pub use hypergeometric::Hypergeometric;
pub use interval::wilson;
pub use normal::{normal_cdf, normal_quantile, normal_sf, normal_upper_quantile};
pub use student::{student_cdf, student_quantile, student_sf};

/// Largest whole number that every function takes, 2^53: all up to it are exact as `f64`.
pub const LARGEST_COUNT: u64 = 1 << 53;

/// A count as `f64`, or `None` above [`LARGEST_COUNT`].
fn real(count: u64) -> Option<f64> {
    (count <= LARGEST_COUNT).then_some(count as f64)
}
