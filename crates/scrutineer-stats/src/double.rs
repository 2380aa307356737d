//! Sums and products with their rounding errors, in pairs of `f64`.
//!
//! Dekker (1971), "A floating-point technique for extending the available precision", section 5; Knuth,
//! The Art of Computer Programming, volume 2, 4.2.2, theorem B. No fused multiply-add: a machine without
//! one would answer differently.

/// Splits a number into two halves of at most 26 bits each.
fn halves(a: f64) -> (f64, f64) {
    const SPLITTER: f64 = 134_217_729.0;
    let scaled = SPLITTER * a;
    let high = scaled - (scaled - a);
    (high, a - high)
}

/// `a * b` as the rounded product and its error, for |a|, |b| below 2^996.
pub(crate) fn product(a: f64, b: f64) -> (f64, f64) {
    let rounded = a * b;
    let ((a_high, a_low), (b_high, b_low)) = (halves(a), halves(b));
    let error = ((a_high * b_high - rounded) + a_high * b_low + a_low * b_high) + a_low * b_low;
    (rounded, error)
}

/// `a + b` as the rounded sum and its error.
pub(crate) fn sum(a: f64, b: f64) -> (f64, f64) {
    let rounded = a + b;
    let b_part = rounded - a;
    (rounded, (a - (rounded - b_part)) + (b - b_part))
}

/// `a * y - b * x`, each of `x` and `y` a pair, with the leading digits of the difference right even
/// where the two products nearly cancel.
pub(crate) fn cross_difference(a: f64, y: (f64, f64), b: f64, x: (f64, f64)) -> f64 {
    let (left, left_error) = product(a, y.0);
    let (right, right_error) = product(b, x.0);
    let (difference, rounding) = sum(left, -right);
    difference + (rounding + (left_error - right_error) + (a * y.1 - b * x.1))
}
