//! The regularised incomplete beta function, both tails.

use core::f64::consts::PI;

use crate::deviance::deviance;
use crate::double::{cross_difference, sum};
use crate::stirling::remainder;

/// Steps of a continued fraction before it is given up; it needs about the square root of a + b.
const STEPS: u32 = 2_000_000;

/// I_x(a, b): the chance that a beta variable with shapes `a` and `b` is at most `x`.
///
/// `None` unless `a` and `b` are positive and finite and 0 <= x <= 1.
pub fn beta_cdf(a: f64, b: f64, x: f64) -> Option<f64> {
    tails(a, b, x).map(|(lower, _)| lower)
}

/// 1 - I_x(a, b): the chance that a beta variable with shapes `a` and `b` is above `x`.
///
/// `None` unless `a` and `b` are positive and finite and 0 <= x <= 1.
pub fn beta_sf(a: f64, b: f64, x: f64) -> Option<f64> {
    tails(a, b, x).map(|(_, upper)| upper)
}

fn tails(a: f64, b: f64, x: f64) -> Option<(f64, f64)> {
    if !(0.0..=1.0).contains(&x) {
        return None;
    }
    beta_tails(a, b, (x, 0.0), sum(1.0, -x))
}

/// Both tails at `x`, where the caller knows `x` and `y = 1 - x` each with all its digits, as pairs.
pub(crate) fn beta_tails(a: f64, b: f64, x: (f64, f64), y: (f64, f64)) -> Option<(f64, f64)> {
    let positive = |shape: f64| shape > 0.0 && shape.is_finite();
    if !positive(a) || !positive(b) {
        return None;
    }
    if x.0 <= 0.0 {
        return Some((0.0, 1.0));
    }
    if y.0 <= 0.0 {
        return Some((1.0, 0.0));
    }
    let whole = a + b;
    let difference = cross_difference(a, y, b, x);
    let leading = deviance(whole * x.0, difference) + deviance(whole * y.0, -difference);
    let remainders = remainder(whole) - remainder(a) - remainder(b);
    // x^a y^b / B(a, b).
    let density = libm::sqrt(a * (b / whole) / (2.0 * PI)) * libm::exp(remainders - leading);
    if x.0 <= (a + 1.0) / (whole + 2.0) {
        let lower = density * fraction(a, b, x.0)? / a;
        Some((lower.min(1.0), (1.0 - lower).max(0.0)))
    } else {
        let upper = density * fraction(b, a, y.0)? / b;
        Some(((1.0 - upper).max(0.0), upper.min(1.0)))
    }
}

/// The continued fraction of I_x(a, b), DLMF 8.17.22, by the method of Lentz.
fn fraction(a: f64, b: f64, x: f64) -> Option<f64> {
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut denominator = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut numerator = 1.0;
    let mut answer = denominator;
    for step in 1..STEPS {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        denominator = 1.0 / away(1.0 + even * denominator);
        numerator = away(1.0 + even / numerator);
        answer *= denominator * numerator;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        denominator = 1.0 / away(1.0 + odd * denominator);
        numerator = away(1.0 + odd / numerator);
        let change = denominator * numerator;
        answer *= change;
        if (change - 1.0).abs() < 2e-16 {
            return Some(answer);
        }
    }
    None
}
