//! Moments against the formulas of the distributions, with a fixed, printed seed. Limits are five
//! standard errors: a correct sampler exceeds one of them in about 1 of 1.7 million runs.

use super::*;
use crate::random::Domain;

const SEED: u64 = 19_580_407;
const DRAWS: u32 = 40_000;

fn stream(index: u64) -> Stream {
    Stream::new(SEED, Domain::Place, index)
}

/// Mean and variance, and the standard errors that the fourth moment `kurtosis` gives them.
fn check_moments(name: &str, draws: &[f64], mean: f64, variance: f64, kurtosis: f64) {
    let n = draws.len() as f64;
    let found_mean = draws.iter().sum::<f64>() / n;
    let found_variance = draws
        .iter()
        .map(|draw| (draw - mean) * (draw - mean))
        .sum::<f64>()
        / n;
    let mean_error = libm::sqrt(variance / n);
    let variance_error = variance * libm::sqrt((kurtosis - 1.0) / n);
    assert!(
        (found_mean - mean).abs() < 5.0 * mean_error,
        "{name}, seed {SEED}: mean {found_mean}, expected {mean} +- {mean_error}"
    );
    assert!(
        (found_variance - variance).abs() < 5.0 * variance_error,
        "{name}, seed {SEED}: variance {found_variance}, expected {variance} +- {variance_error}"
    );
}

#[test]
fn normal_draws_have_mean_zero_and_variance_one() {
    let mut stream = stream(1);
    let draws: Vec<f64> = (0..DRAWS).map(|_| normal(&mut stream)).collect();
    check_moments("normal", &draws, 0.0, 1.0, 3.0);
}

#[test]
fn gamma_draws_have_mean_and_variance_of_their_shape() {
    for (index, shape) in [(2, 0.3), (3, 1.0), (4, 8.5), (5, 2400.0)] {
        let mut stream = stream(index);
        let draws: Vec<f64> = (0..DRAWS).map(|_| gamma(&mut stream, shape)).collect();
        check_moments("gamma", &draws, shape, shape, 3.0 + 6.0 / shape);
    }
}

#[test]
fn binomial_draws_have_mean_and_variance_of_their_parameters() {
    let cases = [
        (1, 0.37),
        (40, 0.02),
        (400, 0.024),
        (400, 0.026),
        (650, 0.31),
        (650, 0.5),
        (650, 0.97),
        (2_000_000, 0.4),
    ];
    for (index, (n, p)) in (10..).zip(cases) {
        let mut stream = stream(index);
        let draws: Vec<f64> = (0..DRAWS)
            .map(|_| f64::from(binomial(&mut stream, n, p)))
            .collect();
        let variance = f64::from(n) * p * (1.0 - p);
        let kurtosis = 3.0 + (1.0 - 6.0 * p * (1.0 - p)) / variance;
        let name = format!("binomial({n}, {p})");
        check_moments(&name, &draws, f64::from(n) * p, variance, kurtosis);
    }
}

/// Probabilities by Pascal's recursion over the trials: shares nothing with the samplers.
fn binomial_probabilities(n: usize, p: f64) -> Vec<f64> {
    let mut probabilities = vec![1.0];
    for _ in 0..n {
        let mut next = vec![0.0; probabilities.len() + 1];
        for (k, probability) in probabilities.iter().enumerate() {
            next[k] += probability * (1.0 - p);
            next[k + 1] += probability * p;
        }
        probabilities = next;
    }
    probabilities
}

#[test]
fn binomial_draws_fill_every_cell_as_often_as_its_probability_says() {
    // Both algorithms: mean 6 by inversion, mean 24 by rejection.
    for (index, n, p) in [(30, 60u32, 0.1), (31, 60, 0.4)] {
        let mut stream = stream(index);
        let mut counts = vec![0.0; n as usize + 1];
        for _ in 0..DRAWS {
            counts[binomial(&mut stream, n, p) as usize] += 1.0;
        }
        let (mut x2, mut cells) = (0.0, 0.0);
        let (mut tail_expected, mut tail_found) = (0.0, 0.0);
        for (probability, found) in binomial_probabilities(n as usize, p).iter().zip(&counts) {
            let expected = probability * f64::from(DRAWS);
            if expected < 20.0 {
                tail_expected += expected;
                tail_found += found;
            } else {
                x2 += (found - expected) * (found - expected) / expected;
                cells += 1.0;
            }
        }
        x2 += (tail_found - tail_expected) * (tail_found - tail_expected) / tail_expected;
        // The tail cell makes `cells` the degrees of freedom; mean + 5 standard deviations.
        let limit = cells + 5.0 * libm::sqrt(2.0 * cells);
        assert!(
            x2 < limit,
            "binomial({n}, {p}), seed {SEED}: X2 = {x2}, limit {limit}"
        );
    }
}

#[test]
fn certain_and_impossible_outcomes_are_certain_and_impossible() {
    let mut stream = stream(40);
    for n in [0, 1, 17, 5000] {
        assert_eq!(binomial(&mut stream, n, 0.0), 0);
        assert_eq!(binomial(&mut stream, n, 1.0), n);
        assert!(binomial(&mut stream, n, 1e-12) <= n);
    }
}

#[test]
fn a_division_adds_up_and_is_as_wide_as_the_beta_binomial() {
    // Beta-binomial: mean n q, variance n q (1 - q) (kappa + n) / (kappa + 1).
    let (n, kappa, shares) = (650u32, 900.0, [0.35, 0.02, 0.4, 0.23]);
    let alpha = shares.map(|share| share * kappa);
    let mut stream = stream(50);
    let mut columns = vec![Vec::new(); alpha.len()];
    for _ in 0..DRAWS {
        let (mut draws, mut counts) = ([0.0; 4], [0u32; 4]);
        divide(&mut stream, n, &alpha, &mut draws, &mut counts);
        assert_eq!(counts.iter().sum::<u32>(), n);
        for (column, &count) in columns.iter_mut().zip(&counts) {
            column.push(f64::from(count));
        }
    }
    for (column, share) in columns.iter().zip(shares) {
        let width = (kappa + f64::from(n)) / (kappa + 1.0);
        let variance = f64::from(n) * share * (1.0 - share) * width;
        // The kurtosis of these four is below 3.3; 4 only widens the limit.
        check_moments("division", column, f64::from(n) * share, variance, 4.0);
    }
}
