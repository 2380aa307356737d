//! Every row of `oracle.csv`, which `oracle.py` wrote with mpmath at 60 digits.

use scrutineer_stats::{
    Binomial, Hypergeometric, beta_cdf, beta_sf, chi_square_sf, gamma_cdf, gamma_sf, ln_choose,
    ln_factorial, normal_cdf, normal_sf, normal_upper_quantile, student_quantile, student_sf,
};

const TABLE: &str = include_str!("oracle.csv");
const TOLERANCE: f64 = 1e-12;
/// Below this an `f64` no longer holds 12 digits, or is zero.
const LEAST: f64 = 1e-305;

fn ours(name: &str, text: &[&str]) -> Option<f64> {
    let real = |place: usize| text[place].parse::<f64>().unwrap();
    let whole = |place: usize| text[place].parse::<u64>().unwrap();
    let binomial = || Binomial::new(whole(0), real(1));
    let hypergeometric = || Hypergeometric::new(whole(0), whole(1), whole(2));
    match name {
        "ln_factorial" => Some(ln_factorial(whole(0))),
        "ln_choose" => ln_choose(whole(0), whole(1)),
        "beta_cdf" => beta_cdf(real(0), real(1), real(2)),
        "beta_sf" => beta_sf(real(0), real(1), real(2)),
        "gamma_cdf" => gamma_cdf(real(0), real(1)),
        "gamma_sf" => gamma_sf(real(0), real(1)),
        "chi_square_sf" => chi_square_sf(real(0), real(1)),
        "normal_sf" => normal_sf(real(0)),
        "normal_cdf" => normal_cdf(real(0)),
        "normal_upper_quantile" => normal_upper_quantile(real(0)),
        "student_sf" => student_sf(real(0), real(1)),
        "student_quantile" => student_quantile(real(0), real(1)),
        "binomial_pmf" => Some(binomial()?.pmf(whole(2))),
        "binomial_cdf" => Some(binomial()?.cdf(whole(2))),
        "binomial_sf" => Some(binomial()?.sf(whole(2))),
        "hypergeometric_pmf" => Some(hypergeometric()?.pmf(whole(3))),
        "hypergeometric_cdf" => Some(hypergeometric()?.cdf(whole(3))),
        "hypergeometric_sf" => Some(hypergeometric()?.sf(whole(3))),
        other => panic!("unknown function {other}"),
    }
}

#[test]
fn values_agree_with_sixty_digits_to_twelve_into_the_far_tails() {
    let mut rows = 0;
    let mut wrong = Vec::new();
    let mut smallest = 1.0_f64;
    for line in TABLE.lines() {
        let cells: Vec<&str> = line.split(',').collect();
        let [name, arguments @ .., expected] = cells.as_slice() else {
            panic!("{line}")
        };
        let expected: f64 = expected.parse().unwrap();
        let found = ours(name, arguments).unwrap();
        rows += 1;
        let close = if expected.abs() < LEAST {
            found.abs() < LEAST
        } else {
            smallest = smallest.min(expected.abs());
            (found - expected).abs() <= TOLERANCE * expected.abs()
        };
        if !close {
            let relative = (found - expected) / expected;
            wrong.push(format!("{line}: {found:e}, relative {relative:e}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(rows > 120, "{rows} rows");
    assert!(
        smallest < 1e-290,
        "the table reaches no far tail: {smallest:e}"
    );
}
