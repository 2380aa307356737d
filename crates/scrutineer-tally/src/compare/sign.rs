//! The exact sign test.

/// Two-sided exact binomial test with probability 1/2 that of `up + down` differences as many go
/// one way as do: twice the tail of the rarer direction, at most 1; 1 without any difference.
pub fn sign_test(up: u64, down: u64) -> f64 {
    let all = up + down;
    let rare = up.min(down);
    if all == 0 || up == down {
        return 1.0;
    }
    // ln of the largest term of the tail, then its ratio to each smaller one.
    let n = all as f64;
    let log_choose = libm::lgamma(n + 1.0)
        - libm::lgamma(rare as f64 + 1.0)
        - libm::lgamma((all - rare) as f64 + 1.0);
    let largest = libm::exp(log_choose - n * std::f64::consts::LN_2);
    let (mut sum, mut term) = (1.0f64, 1.0f64);
    for k in (1..=rare).rev() {
        term *= k as f64 / (all - k + 1) as f64;
        sum += term;
        if term < sum * 1e-18 {
            break;
        }
    }
    (2.0 * largest * sum).min(1.0)
}
