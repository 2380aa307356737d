//! Whether differences go up and down equally often.

/// Two-sided exact sign test: the chance under Binomial(up + down, 1/2) of a split at least as
/// uneven; 1 where nothing differs. Conover, Practical Nonparametric Statistics, section 3.4.
pub(super) fn p_value(up: u64, down: u64) -> f64 {
    let n = up + down;
    let fewer = up.min(down);
    if n == 0 || 2 * fewer == n {
        return 1.0;
    }
    let (size, k) = (n as f64, fewer as f64);
    // In log space: 2^-n underflows from n = 1,075 on.
    let log_term = libm::lgamma(size + 1.0)
        - libm::lgamma(k + 1.0)
        - libm::lgamma(size - k + 1.0)
        - size * core::f64::consts::LN_2;
    let mut term = libm::exp(log_term);
    let mut sum = 0.0;
    let mut at = k;
    // Terms fall from the middle outwards; what is below the precision of the sum adds nothing.
    while at >= 0.0 && term > sum * 1e-17 {
        sum += term;
        term = term * at / (size - at + 1.0);
        at -= 1.0;
    }
    (2.0 * sum).min(1.0)
}

/// Adjusted p-values in the order given. Holm, Scandinavian Journal of Statistics 6 (1979).
pub(super) fn holm(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]).then(a.cmp(&b)));
    let mut adjusted = vec![1.0; values.len()];
    let mut highest = 0.0f64;
    for (rank, &at) in order.iter().enumerate() {
        let remaining = (values.len() - rank) as f64;
        highest = highest.max((values[at] * remaining).min(1.0));
        adjusted[at] = highest;
    }
    adjusted
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition, in integers: 2 * sum of C(n, i) for i up to the smaller side, over 2^n.
    fn by_definition(up: u32, down: u32) -> f64 {
        let n = up + down;
        let mut choose = 1u128;
        let mut sum = 0u128;
        for i in 0..=up.min(down) {
            sum += choose;
            choose = choose * u128::from(n - i) / u128::from(i + 1);
        }
        (2.0 * sum as f64 / 2f64.powi(n.try_into().unwrap())).min(1.0)
    }

    #[test]
    fn every_small_split_has_the_p_value_of_the_definition() {
        for up in 0..40u32 {
            for down in 0..40u32 {
                if up + down == 0 {
                    continue;
                }
                let (found, expected) = (
                    p_value(u64::from(up), u64::from(down)),
                    by_definition(up, down),
                );
                assert!(
                    (found - expected).abs() <= 1e-12 * expected,
                    "{up} {down}: {found} {expected}"
                );
            }
        }
    }

    #[test]
    fn large_numbers_neither_underflow_nor_loop() {
        assert!(p_value(500_000, 500_000) > 0.999);
        let uneven = p_value(501_000, 499_000);
        // Normal approximation with continuity correction: 2 * (1 - Phi(1.999)).
        assert!((uneven - 0.0456).abs() < 0.0002, "{uneven}");
    }

    #[test]
    fn holm_multiplies_by_the_number_of_tests_that_remain() {
        let adjusted = holm(&[0.01, 0.04, 0.03, 0.005]);
        let expected = [0.03, 0.06, 0.06, 0.02];
        for (found, expected) in adjusted.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-15, "{adjusted:?}");
        }
    }
}
