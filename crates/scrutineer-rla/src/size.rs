//! Whole numbers out of formulas.

/// A real as a count; `None` where it is no whole number from 0 to 2^53.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the value is checked to lie between 0 and 2^53"
)]
pub(crate) fn count(value: f64) -> Option<u64> {
    (0.0..=9_007_199_254_740_992.0)
        .contains(&value)
        .then_some(value as u64)
}
