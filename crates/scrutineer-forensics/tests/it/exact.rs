use scrutineer_forensics::{Quantity, percentages, spread};

use super::places;

fn is_close(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= 1e-10 * expected.abs(),
        "{found} {expected}"
    );
}

/// Means and variances by enumeration of every table with the margins (`fractions.Fraction`).
#[test]
fn mean_and_variance_with_fixed_margins_equal_those_of_all_tables() {
    for (sheets, mean, variance) in [
        (
            &[(2, 5), (1, 7), (3, 8)][..],
            2.105_263_157_894_736_7,
            3.786_125_099_470_382_3,
        ),
        (
            &[(1, 4), (2, 4)][..],
            1.142_857_142_857_142_8,
            2.229_115_646_258_503_3,
        ),
        (
            &[(4, 10), (6, 12), (3, 9), (7, 15)][..],
            3.066_666_666_666_667,
            5.820_164_063_613_676,
        ),
        (
            &[(9, 30), (2, 25)][..],
            1.018_518_518_518_518_6,
            1.949_867_827_968_806_2,
        ),
    ] {
        let found = spread(&places(&[sheets]), Quantity::Option(0));
        is_close(found.places[0].mean, mean);
        is_close(found.places[0].variance, variance);
    }
}

/// Sums of the chances of all divisions at least as far from the mean (`math.comb`).
#[test]
fn two_tables_have_the_exact_chance_of_both_tails() {
    for (sheets, p) in [
        (&[(263, 520), (356, 501)][..], 2.245_564_689_669_877_4e-11),
        (&[(9, 30), (2, 25)][..], 0.087_588_751_956_948_05),
        (&[(200, 500), (200, 500)][..], 1.0),
    ] {
        let found = spread(&places(&[sheets]), Quantity::Option(0));
        is_close(found.places[0].upper_p().unwrap(), p);
    }
}

#[test]
fn three_tables_with_few_votes_have_no_p_that_could_mislead() {
    let found = spread(&places(&[&[(1, 8), (0, 9), (7, 9)]]), Quantity::Option(0));
    assert_eq!(found.places[0].upper_p(), None);
}

/// Sums of binomial chances over all counts near a percentage, in fractions.
#[test]
fn chances_of_percentages_equal_sums_over_all_counts() {
    let sheets: [&[(u32, u32)]; 5] = [
        &[(31, 150)],
        &[(150, 431)],
        &[(60, 200)],
        &[(7, 333)],
        &[(432, 500)],
    ];
    let [one, five] = percentages(&places(&sheets), Quantity::Option(0));
    assert_eq!((one.observed, five.observed, one.sheets), (1, 1, 5));
    for (found, expected) in [
        (one.expected, 1.209_744_035_526_297),
        (five.expected, 0.258_854_792_539_604_6),
        (one.variance, 0.792_544_221_241_603_2),
        (five.variance, 0.239_259_101_669_872_3),
    ] {
        assert!((found - expected).abs() < 1e-8, "{found} {expected}");
    }
}
