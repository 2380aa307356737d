//! Chao's lower bound.

use super::interval::log_normal;

/// Chao's lower bound for `lists` lists. All reals are persons.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chao {
    /// Different persons on the lists.
    pub observed: u64,
    /// n + A f1^2 / (2 f2), A = (t - 1)/t; `None` where nobody is on exactly two lists.
    pub bound: Option<f64>,
    /// The bias-corrected form n + A f1 (f1 - 1) / (2 (f2 + 1)).
    pub corrected: f64,
    /// The variance of `bound`, or of `corrected` where there is no bound.
    pub variance: f64,
    /// Log-normal interval of the same.
    pub interval: Option<[f64; 2]>,
}

/// Chao's bound (Biometrics 43, 1987) from the numbers of persons on exactly 1, 2, ... lists, in order, of
/// `lists` lists in all. `None` for fewer than two lists or more frequencies than lists.
pub fn chao(frequencies: &[u64], lists: u32) -> Option<Chao> {
    if lists < 2 || frequencies.len() > lists as usize {
        return None;
    }
    let observed = frequencies
        .iter()
        .try_fold(0_u64, |sum, f| sum.checked_add(*f))?;
    let at = |index: usize| frequencies.get(index).copied().unwrap_or(0) as f64;
    let (f1, f2, n) = (at(0), at(1), observed as f64);
    let t = f64::from(lists);
    let a = (t - 1.0) / t;
    let corrected = n + a * f1 * (f1 - 1.0) / (2.0 * (f2 + 1.0));
    let (bound, variance) = if f2 > 0.0 {
        let g = f1 / f2;
        let variance = f2 * (a * g * g / 2.0 + a * a * g * g * g + a * a * g * g * g * g / 4.0);
        (Some(n + a * f1 * f1 / (2.0 * f2)), variance)
    } else {
        let twice = 2.0 * f1 - 1.0;
        let variance = a * f1 * (f1 - 1.0) / 2.0 + a * a * f1 * twice * twice / 4.0
            - a * a * f1 * f1 * f1 * f1 / (4.0 * corrected);
        (None, variance)
    };
    Some(Chao {
        observed,
        bound,
        corrected,
        variance,
        interval: log_normal(n, bound.unwrap_or(corrected), variance),
    })
}
