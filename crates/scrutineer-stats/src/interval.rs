//! How sure a share of runs is.

use crate::normal::normal_quantile;
use crate::real;

/// The interval of Wilson (*Journal of the American Statistical Association* 22, 1927, 209-212) for a chance of which
/// `hits` of `runs` trials were seen, at a level between 0 and 1 such as 0.95: lower and upper end, 0 to 1.
///
/// `None` without runs, with more hits than runs, or for a level outside 0 to 1.
pub fn wilson(hits: u64, runs: u64, level: f64) -> Option<(f64, f64)> {
    if hits > runs || runs == 0 || !(0.0 < level && level < 1.0) {
        return None;
    }
    let (hits, runs) = (real(hits)?, real(runs)?);
    let z = normal_quantile(0.5 + level / 2.0)?;
    let (share, square) = (hits / runs, z * z);
    let scale = 1.0 + square / runs;
    let centre = (share + square / (2.0 * runs)) / scale;
    let spread = share * (1.0 - share) / runs + square / (4.0 * runs * runs);
    let half = z / scale * libm::sqrt(spread);
    Some(((centre - half).max(0.0), (centre + half).min(1.0)))
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
            let found = wilson(hits, runs, 0.95).unwrap();
            assert!((found.0 - low).abs() < 6e-5, "{found:?}");
            assert!((found.1 - high).abs() < 6e-5, "{found:?}");
        }
        assert_eq!(wilson(1, 0, 0.95), None);
        assert_eq!(wilson(2, 1, 0.95), None);
        assert_eq!(wilson(1, 2, 1.0), None);
    }
}
