//! The t distribution of Student.

use crate::beta::beta_tails;

/// The chance of a value of at most `t` with `degrees` degrees of freedom.
///
/// `None` unless `degrees` is positive and finite and `t` is a number.
pub fn student_cdf(degrees: f64, t: f64) -> Option<f64> {
    student_sf(degrees, -t)
}

/// The chance of a value above `t` with `degrees` degrees of freedom.
///
/// Abramowitz and Stegun 26.7.1. `None` unless `degrees` is positive and finite and `t` is a number.
pub fn student_sf(degrees: f64, t: f64) -> Option<f64> {
    if t.is_nan() {
        return None;
    }
    let squared = t * t;
    if squared.is_infinite() {
        return (degrees > 0.0 && degrees.is_finite()).then_some(if t > 0.0 { 0.0 } else { 1.0 });
    }
    let whole = degrees + squared;
    let x = (degrees / whole, 0.0);
    let y = (squared / whole, 0.0);
    let (outside, inside) = beta_tails(degrees / 2.0, 0.5, x, y)?;
    Some(if t >= 0.0 {
        0.5 * outside
    } else {
        0.5 + 0.5 * inside
    })
}

/// The value that a share `p` of values does not exceed; `None` unless 0 < p < 1.
///
/// Bisection until no number lies between the ends, so that the answer does not depend on a tolerance.
pub fn student_quantile(degrees: f64, p: f64) -> Option<f64> {
    if !(p > 0.0 && p < 1.0) {
        return None;
    }
    if p > 0.5 {
        return upper(degrees, 1.0 - p);
    }
    upper(degrees, p).map(|t| -t)
}

/// The value that a share `q` of at most one half exceeds.
fn upper(degrees: f64, q: f64) -> Option<f64> {
    let (mut low, mut high) = (0.0, 1.0);
    while student_sf(degrees, high)? > q {
        low = high;
        high *= 2.0;
        if high > 1e150 {
            return None;
        }
    }
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            return Some(middle);
        }
        if student_sf(degrees, middle)? > q {
            low = middle;
        } else {
            high = middle;
        }
    }
}
