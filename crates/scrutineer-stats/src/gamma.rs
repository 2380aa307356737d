//! The regularised incomplete gamma function, both tails.

use core::f64::consts::PI;

use crate::deviance::deviance;
use crate::stirling::remainder;

/// Steps of a series or fraction before it is given up; both need about the square root of the shape.
const STEPS: u32 = 10_000_000;

/// P(a, x): the chance that a gamma variable with shape `a` and scale 1 is at most `x`.
///
/// `None` unless `a` is positive and finite and `x` >= 0.
pub fn gamma_cdf(a: f64, x: f64) -> Option<f64> {
    tails(a, x).map(|(lower, _)| lower)
}

/// Q(a, x): the chance that a gamma variable with shape `a` and scale 1 is above `x`.
///
/// `None` unless `a` is positive and finite and `x` >= 0. For shapes below 0.1 and `x` below 1 the
/// error is absolute, 1e-16, not relative.
pub fn gamma_sf(a: f64, x: f64) -> Option<f64> {
    tails(a, x).map(|(_, upper)| upper)
}

fn tails(a: f64, x: f64) -> Option<(f64, f64)> {
    if !(a > 0.0 && a.is_finite()) || x.is_nan() || x < 0.0 {
        return None;
    }
    if x <= 0.0 {
        return Some((0.0, 1.0));
    }
    if x.is_infinite() {
        return Some((1.0, 0.0));
    }
    // x^a exp(-x) / Γ(a).
    let density = libm::sqrt(a / (2.0 * PI)) * libm::exp(-remainder(a) - deviance(x, a - x));
    if x < a + 1.0 {
        let lower = density * series(a, x)?;
        Some((lower.min(1.0), (1.0 - lower).max(0.0)))
    } else {
        let upper = density * fraction(a, x)?;
        Some(((1.0 - upper).max(0.0), upper.min(1.0)))
    }
}

/// 1/a + x/(a(a+1)) + ...; DLMF 8.7.1 with 8.2.6.
fn series(a: f64, x: f64) -> Option<f64> {
    let mut term = 1.0 / a;
    let mut sum = term;
    for step in 1..STEPS {
        term *= x / (a + f64::from(step));
        sum += term;
        if term < sum * 1e-17 {
            return Some(sum);
        }
    }
    None
}

/// The continued fraction of Q(a, x), DLMF 8.9.2 contracted, by the method of Lentz.
fn fraction(a: f64, x: f64) -> Option<f64> {
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut b = x + 1.0 - a;
    let mut numerator = 1.0 / TINY;
    let mut denominator = 1.0 / away(b);
    let mut answer = denominator;
    for step in 1..STEPS {
        let i = f64::from(step);
        let partial = -i * (i - a);
        b += 2.0;
        denominator = 1.0 / away(partial * denominator + b);
        numerator = away(b + partial / numerator);
        let change = denominator * numerator;
        answer *= change;
        if (change - 1.0).abs() < 2e-16 {
            return Some(answer);
        }
    }
    None
}
