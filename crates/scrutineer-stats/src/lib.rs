//! Distributions and adjusted p-values, the same bits on every platform.
//!
//! # In scope
//! - Logarithms of factorials and of binomial coefficients; regularised incomplete beta and gamma functions.
//! - Tails and quantiles of the binomial, hypergeometric, normal, chi-square and Student distributions,
//!   each tail computed as itself, never as one minus the other.
//! - Adjustment of p-values for the number of looks (Holm).
//!
//! # Out of scope
//! - Drawing random numbers: `scrutineer-rla` for public draws, `scrutineer-simulate` for synthetic elections.
//! - What a p-value is about: `scrutineer-rla`, `scrutineer-forensics`.
//!
//! # Limits
//! Only `libm`, a fixed order of summation and no fused multiply-add, so that a p-value can be replayed
//! anywhere. Libraries of statistics call the platform's logarithm, whose last bits differ.
