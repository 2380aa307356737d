//! Intervals of a share.

use crate::beta::beta_cdf;
use crate::real;

/// The upper 2.5 % point of the normal distribution, as every interval of this module uses it.
const Z: f64 = 1.959_963_984_540_054;

/// The 95 % interval of Wilson (1927) for `hits` of `trials`, cut at 0 and 1.
///
/// `None` without trials, or where there are more hits than trials or more than
/// [`crate::LARGEST_COUNT`].
pub fn wilson(hits: u64, trials: u64) -> Option<(f64, f64)> {
    let (k, n) = share(hits, trials)?;
    let p = k / n;
    let middle = p + Z * Z / (2.0 * n);
    let half = Z * libm::sqrt(p * (1.0 - p) / n + Z * Z / (4.0 * n * n));
    let scale = 1.0 + Z * Z / n;
    // Rounding must not cut off what was observed.
    let low = if hits == 0 {
        0.0
    } else {
        ((middle - half) / scale).max(0.0)
    };
    let high = if hits == trials {
        1.0
    } else {
        ((middle + half) / scale).min(1.0)
    };
    Some((low, high))
}

/// The 95 % interval of Jeffreys for `hits` of `trials`: quantiles of a beta distribution with shapes
/// `hits + 1/2` and `trials - hits + 1/2`, its lower end 0 without hits and its upper end 1 without
/// misses (Brown, Cai and DasGupta 2001, section 3.1).
///
/// `None` as for [`wilson`].
pub fn jeffreys(hits: u64, trials: u64) -> Option<(f64, f64)> {
    const TAIL: f64 = 0.025;
    let (k, n) = share(hits, trials)?;
    let (a, b) = (k + 0.5, n - k + 0.5);
    let low = if hits == 0 {
        0.0
    } else {
        quantile(a, b, TAIL)?
    };
    let high = if hits == trials {
        1.0
    } else {
        quantile(a, b, 1.0 - TAIL)?
    };
    Some((low, high))
}

fn share(hits: u64, trials: u64) -> Option<(f64, f64)> {
    (trials > 0 && hits <= trials).then_some((real(hits)?, real(trials)?))
}

/// Where the lower tail of a beta distribution reaches `p`, by halving.
fn quantile(a: f64, b: f64, p: f64) -> Option<f64> {
    const HALVINGS: u32 = 200;
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        if beta_cdf(a, b, middle)? < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    Some(0.5 * (low + high))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Python, scipy 1.x: `binomtest(k, n).proportion_ci(0.95, "wilson")`; Newcombe (1998) prints the first two,
    /// 81 of 263 as 0.2553 to 0.3662 and 15 of 148 as 0.0624 to 0.1605.
    #[test]
    fn the_printed_examples_come_out() {
        for (hits, runs, low, high) in [
            (81, 263, 0.2553, 0.3662),
            (15, 148, 0.0624, 0.1605),
            (0, 20, 0.0, 0.1611),
            (1, 29, 0.0061, 0.1718),
        ] {
            let found = wilson(hits, runs).unwrap();
            assert!((found.0 - low).abs() < 6e-5, "{found:?}");
            assert!((found.1 - high).abs() < 6e-5, "{found:?}");
        }
        assert_eq!(wilson(1, 0), None);
        assert_eq!(wilson(2, 1), None);
    }
}
