//! The error of Stirling's formula, which keeps products of huge factorials accurate.

use core::f64::consts::PI;

/// Coefficients of 1/a, 1/a^3, ... of the series, B(2k) / (2k (2k-1)); Abramowitz and Stegun 6.1.41.
const SERIES: [f64; 9] = [
    1.0 / 12.0,
    -1.0 / 360.0,
    1.0 / 1260.0,
    -1.0 / 1680.0,
    1.0 / 1188.0,
    -691.0 / 360_360.0,
    1.0 / 156.0,
    -3617.0 / 122_400.0,
    43_867.0 / 244_188.0,
];

/// Below this the argument is moved up first; from it on nine terms leave an error under 1e-17.
const SERIES_FROM: f64 = 15.0;

/// ln Γ(a) - ((a - 1/2) ln a - a + ln(2π)/2), for a > 0.
pub(crate) fn remainder(a: f64) -> f64 {
    let mut argument = a;
    let mut shifted = 0.0;
    while argument < SERIES_FROM {
        // From Γ(a + 1) = a Γ(a).
        shifted += (argument + 0.5) * libm::log1p(1.0 / argument) - 1.0;
        argument += 1.0;
    }
    let inverse = 1.0 / argument;
    let squared = inverse * inverse;
    let series = SERIES
        .iter()
        .rev()
        .fold(0.0, |sum, coefficient| sum * squared + coefficient);
    shifted + series * inverse
}

/// ln n! - (n ln n - n), for n >= 0: what remains of a factorial after its leading part. Zero for n = 0.
pub(crate) fn factorial_remainder(n: f64) -> f64 {
    if n < 0.5 {
        return 0.0;
    }
    0.5 * libm::log(2.0 * PI * n) + remainder(n)
}
