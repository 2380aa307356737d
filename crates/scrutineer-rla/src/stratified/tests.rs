use super::*;

const FIRST: [f64; 10] = [0.6, 0.6, 0.4, 0.6, 0.6, 0.6, 0.3, 0.6, 0.6, 0.6];
const SECOND: [f64; 8] = [0.55, 0.55, 0.55, 0.55, 0.2, 0.55, 0.55, 0.55];

fn stratum(values: &[f64], population: Option<u64>, share: f64) -> Stratum {
    let mut stratum = Stratum::new(1.0, population, share);
    for &value in values {
        stratum.draw(value).unwrap();
    }
    stratum
}

/// The smallest product over a fine grid of allocations, which is never below the true minimum.
fn by_grid(strata: &[(f64, Stratum); 2], mean: f64) -> f64 {
    let [(first, one), (second, two)] = strata;
    let mut least = f64::INFINITY;
    for step in 0..=200_000 {
        let eta = f64::from(step) / 200_000.0;
        let other = (mean - first * eta) / second;
        if (0.0..=1.0).contains(&other) && eta > one.least() && other > two.least() {
            least = least.min(one.ln_fortune(eta) + two.ln_fortune(other));
        }
    }
    least
}

#[test]
fn the_dual_bound_is_the_minimum_over_all_allocations() {
    for populations in [[None, None], [Some(100), Some(50)], [Some(12), Some(9)]] {
        for share in [0.2, 0.5, 0.9] {
            let strata = [
                (2.0 / 3.0, stratum(&FIRST, populations[0], share)),
                (1.0 / 3.0, stratum(&SECOND, populations[1], share)),
            ];
            let grid = by_grid(&strata, 0.5);
            let audit = StratifiedAudit::new(0.5, strata.to_vec()).unwrap();
            let least = audit.ln_least();
            assert!(least <= grid + 1e-12, "{least} above {grid}");
            assert!(grid - least < 1e-6, "{least} far below {grid}");
        }
    }
}

#[test]
fn one_stratum_is_the_engine() {
    use crate::martingale::{Martingale, Null, Proportional, WithReplacement};
    let audit = StratifiedAudit::new(0.5, vec![(1.0, stratum(&FIRST, None, 0.5))]).unwrap();
    let engine = Martingale::new(
        Null::half(1.0).unwrap(),
        WithReplacement,
        Proportional::new(0.5),
    );
    let history = engine.history(FIRST).unwrap();
    assert!((audit.p() - history[9]).abs() < 1e-12);
}

#[test]
fn draws_that_alone_exceed_the_null_are_certain() {
    let full = stratum(&[1.0; 30], Some(40), 0.5);
    let other = stratum(&[1.0; 2], Some(10), 0.5);
    let audit = StratifiedAudit::new(0.5, vec![(0.8, full), (0.2, other)]).unwrap();
    assert!(audit.ln_least().is_infinite() && audit.p() <= 0.0);
}

#[test]
fn nothing_drawn_proves_nothing_and_zeros_do_not_ruin() {
    let strata = vec![
        (0.5, Stratum::new(1.0, None, 0.9)),
        (0.5, Stratum::new(1.0, Some(10), 0.9)),
    ];
    let mut audit = StratifiedAudit::new(0.5, strata).unwrap();
    assert!(audit.p() >= 1.0);
    for stratum in audit.strata_mut() {
        for _ in 0..5 {
            stratum.draw(0.0).unwrap();
        }
        assert!(stratum.draw(1.5).is_err() && stratum.draw(f64::NAN).is_err());
    }
    assert!(audit.p() >= 1.0 && audit.ln_least().is_finite());
}

#[test]
fn weights_that_are_no_shares_are_refused() {
    let strata = |weight| vec![(weight, Stratum::new(1.0, None, 0.5))];
    assert!(StratifiedAudit::new(0.5, strata(0.9)).is_err());
    assert!(StratifiedAudit::new(0.5, strata(f64::NAN)).is_err());
    assert!(StratifiedAudit::new(0.5, Vec::new()).is_err());
    assert!(StratifiedAudit::new(0.0, strata(1.0)).is_err());
}

/// Five ones of ten, and five left: if these are zeros the mean is a half exactly, so nothing is certain.
#[test]
fn draws_that_reach_the_null_exactly_are_not_certain() {
    let half = || stratum(&[1.0; 5], Some(10), 0.5);
    let audit = StratifiedAudit::new(0.5, vec![(0.5, half()), (0.5, half())]).unwrap();
    assert!(audit.ln_least().is_finite() && audit.p() > 0.0);
}

#[test]
fn what_is_said_to_be_the_worst_is_an_allocation_of_the_null() {
    for share in [0.2, 0.9] {
        let strata = [
            (2.0 / 3.0, stratum(&FIRST, None, share)),
            (1.0 / 3.0, stratum(&SECOND, None, share)),
        ];
        let audit = StratifiedAudit::new(0.5, strata.to_vec()).unwrap();
        let worst = audit.worst();
        let mean: f64 = strata
            .iter()
            .zip(&worst.means)
            .map(|((w, _), m)| w * m)
            .sum();
        assert!((mean - 0.5).abs() < 1e-12);
        let there = strata.iter().zip(&worst.means);
        let there: f64 = there.map(|((_, held), mean)| held.ln_fortune(*mean)).sum();
        assert!((there - worst.ln_least).abs() < 1e-12);
        for ((weight, held), mean) in strata.iter().zip(&worst.means) {
            assert!((held.slope(*mean) / weight + worst.price).abs() < 1e-9 * worst.price);
        }
    }
}

/// The stratum without a draw takes all that is wrong: eta is 1 in the other one, whose draws then prove nothing.
#[test]
fn a_stratum_without_draws_can_hold_everything_that_is_wrong() {
    let drawn = stratum(&[1.0; 50], None, 0.9);
    let none = stratum(&[], None, 0.9);
    let audit = StratifiedAudit::new(0.8, vec![(0.6, drawn.clone()), (0.4, none.clone())]).unwrap();
    let worst = audit.worst();
    assert!(worst.ln_least.abs() < 1e-12 && (audit.p() - 1.0).abs() < 1e-12);
    assert!((worst.means[0] - 1.0).abs() < 1e-12 && (worst.means[1] - 0.5).abs() < 1e-9);
    // Too small for that, it leaves (0.8 - 0) / 0.9 to the other one.
    let audit = StratifiedAudit::new(0.8, vec![(0.9, drawn), (0.1, none)]).unwrap();
    let mean: f64 = 0.8 / 0.9;
    let expected = 50.0 * (0.1 + 0.9 / mean).ln();
    // It keeps what it can: with the mean 1 there, (0.8 - 0.1) / 0.9 is left, which is refuted more easily.
    assert!((audit.worst().ln_least - expected).abs() < 1e-9);
}

/// What was counted is known: the null is asked with it, and no bet is made there.
#[test]
fn a_stratum_that_was_counted_moves_the_null_of_the_others() {
    let drawn = || stratum(&FIRST, None, 0.5);
    let counted = StratifiedAudit::new(
        0.5,
        vec![(0.25, Stratum::counted(1.0, 0.8)), (0.75, drawn())],
    );
    let alone = StratifiedAudit::new((0.5 - 0.25 * 0.8) / 0.75, vec![(1.0, drawn())]).unwrap();
    assert!((counted.unwrap().ln_least() - alone.ln_least()).abs() < 1e-12);
    let most = StratifiedAudit::new(0.5, vec![(0.6, Stratum::counted(1.0, 0.9)), (0.4, drawn())]);
    assert!(most.unwrap().ln_least().is_infinite());
    assert_eq!(
        Stratum::counted(1.0, 0.5).draw(0.5),
        Err(StratumError::Exhausted(0))
    );
    let mut many = stratum(&[], None, 0.5);
    many.draw_times(0.6, 3).unwrap();
    assert_eq!(many.drawn(), 3);
    assert!((many.ln_fortune(0.5) - 3.0 * 1.1_f64.ln()).abs() < 1e-12);
    let mut few = stratum(&[], Some(2), 0.5);
    assert_eq!(few.draw_times(0.6, 3), Err(StratumError::Exhausted(2)));
}
