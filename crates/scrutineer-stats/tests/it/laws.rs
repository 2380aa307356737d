//! What holds for every distribution, and answers to arguments that describe none.

use scrutineer_stats::{
    Binomial, Hypergeometric, LARGEST_COUNT, beta_cdf, chi_square_sf, gamma_sf, holm, ln_choose,
    normal_quantile, normal_sf, normal_upper_quantile, student_quantile, student_sf,
};

fn is_close(left: f64, right: f64, tolerance: f64) -> bool {
    (left - right).abs() <= tolerance * right.abs().max(1e-300)
}

#[test]
fn probabilities_of_a_small_binomial_add_up_to_one() {
    for probability in [0.0, 1e-9, 0.2, 0.5, 0.99, 1.0] {
        let law = Binomial::new(40, probability).unwrap();
        let sum: f64 = (0..=40).map(|k| law.pmf(k)).sum();
        assert!(is_close(sum, 1.0, 1e-14), "{probability}: {sum}");
        for k in 0..=41 {
            assert!(is_close(law.cdf(k) + law.sf(k), 1.0, 1e-14));
        }
    }
}

#[test]
fn probabilities_of_a_small_hypergeometric_add_up_to_one() {
    for (population, marked, drawn) in [(30, 7, 12), (30, 0, 12), (30, 30, 5), (1, 1, 1), (0, 0, 0)]
    {
        let law = Hypergeometric::new(population, marked, drawn).unwrap();
        let sum: f64 = (0..=population).map(|k| law.pmf(k)).sum();
        assert!(is_close(sum, 1.0, 1e-14), "{law:?}: {sum}");
        for k in 0..=population {
            assert!(is_close(law.cdf(k) + law.sf(k), 1.0, 1e-14));
        }
    }
}

#[test]
fn a_quantile_is_the_least_count_that_reaches_its_share() {
    for (trials, probability) in [
        (0, 0.5),
        (1, 0.5),
        (57, 0.3),
        (5990, 0.01),
        (1_000_000, 0.999),
    ] {
        let law = Binomial::new(trials, probability).unwrap();
        for p in [0.0, 0.01, 0.5, 0.95, 0.999, 1.0] {
            let k = law.quantile(p).unwrap();
            assert!(law.cdf(k) >= p - 1e-15, "{law:?} {p}");
            if k > 0 && p < 1.0 {
                assert!(law.cdf(k - 1) < p, "{law:?} {p}");
            }
        }
    }
}

#[test]
fn quantiles_undo_the_tails() {
    for q in [1e-250, 1e-9, 0.2, 0.5, 0.8] {
        assert!(is_close(
            normal_sf(normal_upper_quantile(q).unwrap()).unwrap(),
            q,
            1e-12
        ));
        let t = -student_quantile(6.0, q).unwrap();
        assert!(is_close(student_sf(6.0, t).unwrap(), q, 1e-12));
    }
    assert!(normal_quantile(0.5).unwrap().abs() < 1e-15);
}

/// Worked by hand: 4 * 0.01; then max(0.04, 3 * 0.02); 2 * 0.03 equals it; 1 * 0.9.
#[test]
fn holm_follows_the_example_worked_by_hand() {
    let adjusted = holm(&[0.9, 0.01, 0.03, 0.02], 4).unwrap();
    for (found, expected) in adjusted.iter().zip([0.9, 0.04, 0.06, 0.06]) {
        assert!(is_close(*found, expected, 1e-14), "{adjusted:?}");
    }
}

#[test]
fn looks_that_are_not_shown_still_count() {
    assert_eq!(holm(&[0.01], 5).unwrap(), vec![0.05]);
    assert_eq!(holm(&[], 5).unwrap(), Vec::<f64>::new());
    assert_eq!(holm(&[0.4, 0.4], 2).unwrap(), vec![0.8, 0.8]);
}

#[test]
fn arguments_that_describe_no_distribution_have_no_answer() {
    assert!(holm(&[0.1, 0.2], 1).is_none());
    assert!(holm(&[f64::NAN], 1).is_none());
    assert!(holm(&[1.5], 1).is_none());
    assert!(Binomial::new(3, f64::NAN).is_none());
    assert!(Binomial::new(3, -0.1).is_none());
    assert!(Binomial::new(LARGEST_COUNT + 1, 0.5).is_none());
    assert!(Hypergeometric::new(5, 6, 1).is_none());
    assert!(Hypergeometric::new(5, 1, 6).is_none());
    assert!(ln_choose(3, 4).is_none());
    assert!(beta_cdf(0.0, 1.0, 0.5).is_none());
    assert!(beta_cdf(1.0, 1.0, 1.5).is_none());
    assert!(gamma_sf(-1.0, 1.0).is_none());
    assert!(chi_square_sf(0.0, 1.0).is_none());
    assert!(chi_square_sf(1.0, f64::NAN).is_none());
    assert!(normal_sf(f64::NAN).is_none());
    assert!(normal_upper_quantile(0.0).is_none());
    assert!(student_sf(0.0, 1.0).is_none());
    assert!(student_quantile(3.0, 1.0).is_none());
}

#[test]
fn ends_of_the_range_are_answers() {
    assert_eq!(beta_cdf(2.0, 3.0, 0.0), Some(0.0));
    assert_eq!(beta_cdf(2.0, 3.0, 1.0), Some(1.0));
    assert_eq!(chi_square_sf(3.0, f64::INFINITY), Some(0.0));
    assert_eq!(student_sf(3.0, f64::INFINITY), Some(0.0));
    assert_eq!(student_sf(3.0, f64::NEG_INFINITY), Some(1.0));
}
