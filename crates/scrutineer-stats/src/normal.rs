//! The normal distribution with mean 0 and variance 1.

use core::f64::consts::{FRAC_1_SQRT_2, PI};

/// The chance of a value of at most `x`; `None` for a `NaN`.
pub fn normal_cdf(x: f64) -> Option<f64> {
    normal_sf(-x)
}

/// The chance of a value above `x`; `None` for a `NaN`.
pub fn normal_sf(x: f64) -> Option<f64> {
    (!x.is_nan()).then(|| 0.5 * libm::erfc(x * FRAC_1_SQRT_2))
}

/// The value that a share `p` of values does not exceed; `None` unless 0 < p < 1.
///
/// For p near 1 use [`normal_upper_quantile`] with `1 - p`, which keeps the digits.
pub fn normal_quantile(p: f64) -> Option<f64> {
    if p <= 0.5 {
        normal_upper_quantile(p).map(|x| -x)
    } else {
        normal_upper_quantile(1.0 - p)
    }
}

/// The value that a share `q` of values exceeds; `None` unless 0 < q < 1.
pub fn normal_upper_quantile(q: f64) -> Option<f64> {
    if !(q > 0.0 && q < 1.0) {
        return None;
    }
    if q > 0.5 {
        return normal_upper_quantile(1.0 - q).map(|x| -x);
    }
    // Newton on ln sf, which is concave and decreasing: from 0 the steps fall short of the root never
    // twice, and about seven reach it from any q above 1e-308.
    let target = libm::log(q);
    let mut x = if q > 1e-3 {
        0.0
    } else {
        libm::sqrt(-2.0 * target) - 1.0
    };
    for _ in 0..60 {
        let tail = normal_sf(x)?;
        let density = libm::exp(-0.5 * x * x) / libm::sqrt(2.0 * PI);
        let step = (libm::log(tail) - target) * tail / density;
        x += step;
        if step.abs() <= 4e-16 * x.abs().max(1e-3) {
            break;
        }
    }
    Some(x)
}
