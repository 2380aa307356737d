//! Logarithms of factorials and of binomial coefficients.

use crate::stirling::factorial_remainder;

/// Factorials up to this are products that an `f64` holds exactly.
const EXACT_TO: u64 = 18;

/// ln n!, in nats, with a relative error below 1e-15. 0 for n of 0 and 1.
///
/// Stirling's series, Abramowitz and Stegun 6.1.41.
pub fn ln_factorial(n: u64) -> f64 {
    if n <= EXACT_TO {
        return libm::log((2..=n).fold(1.0, |product, factor| product * factor as f64));
    }
    let n = n as f64;
    n * (libm::log(n) - 1.0) + factorial_remainder(n)
}

/// ln of the number of ways to choose `k` of `n`, in nats; `None` where `k` > `n`.
///
/// The leading parts of the three factorials are joined before they are rounded, so that the answer
/// keeps its digits where n is in the millions and k is small.
pub fn ln_choose(n: u64, k: u64) -> Option<f64> {
    let fewer = k.min(n.checked_sub(k)?);
    if fewer == 0 {
        return Some(0.0);
    }
    if n <= EXACT_TO {
        return Some(ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k));
    }
    let (whole, few, many) = (n as f64, fewer as f64, (n - fewer) as f64);
    let leading = few * libm::log(whole / few) - many * libm::log1p(-(few / whole));
    let remainders =
        factorial_remainder(whole) - factorial_remainder(few) - factorial_remainder(many);
    Some(leading + remainders)
}
