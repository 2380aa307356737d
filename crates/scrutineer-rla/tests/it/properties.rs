//! Properties of the engine, of bounds and of risk.

use proptest::prelude::*;
use scrutineer_model::Exact;
use scrutineer_rla::assertion::{dhondt, plurality, runoff};
use scrutineer_rla::batch::{
    BatchComparison, BatchError, Bet, Found, Size, Stations, initial_size, next_size,
};
use scrutineer_rla::martingale::{
    Agrapa, Draws, FixedAlternative, FixedBet, FixedEta, Martingale, Null, Padded, Paper,
    Proportional, Strategy as Bets, Subtracting, TruncatedShrinkage, WithReplacement,
    WithoutReplacement,
};

/// The mean of the fortune after one more draw, each of the values being as likely, is not above the fortune.
fn has_no_drift<D: Draws, S: Bets + Copy>(
    draws: D,
    strategy: S,
    upper: f64,
    mean: f64,
    before: &[f64],
    next: &[f64],
) -> Result<(), TestCaseError> {
    let mut martingale = Martingale::new(Null::new(mean, upper).unwrap(), draws, strategy);
    for &value in before {
        martingale.draw(value).unwrap();
    }
    let fortune = martingale.ln_fortune();
    if !fortune.is_finite() {
        return Ok(());
    }
    let after = next.iter().map(|&value| {
        let mut drawn = martingale;
        drawn.draw(value).unwrap();
        libm::exp(drawn.ln_fortune() - fortune)
    });
    let after = after.sum::<f64>() / next.len() as f64;
    prop_assert!(after <= 1.0 + 1e-9, "{after}");
    prop_assert!((0.0..=1.0).contains(&martingale.p()));
    prop_assert!(martingale.sequential_p() <= martingale.p());
    Ok(())
}

fn every_strategy<D: Draws>(
    draws: D,
    upper: f64,
    mean: f64,
    (eta, d, c): (f64, f64, f64),
    before: &[f64],
    next: &[f64],
) -> Result<(), TestCaseError> {
    let agrapa = Agrapa {
        first: eta,
        cap: 0.6,
        cap_limit: 0.9,
        growth: 0.1,
    };
    let shrunk = TruncatedShrinkage::<Subtracting>::new(eta, d, c);
    let paper = TruncatedShrinkage::<Paper>::new(eta, d, c);
    has_no_drift(draws, FixedEta::new(eta), upper, mean, before, next)?;
    has_no_drift(draws, FixedAlternative::new(eta), upper, mean, before, next)?;
    has_no_drift(draws, shrunk, upper, mean, before, next)?;
    has_no_drift(draws, paper, upper, mean, before, next)?;
    has_no_drift(draws, FixedBet::new(d - 50.0), upper, mean, before, next)?;
    has_no_drift(draws, Proportional::new(eta), upper, mean, before, next)?;
    has_no_drift(draws, Padded::new(c), upper, mean, before, next)?;
    has_no_drift(draws, agrapa, upper, mean, before, next)
}

fn settings() -> impl Strategy<Value = (f64, f64, f64)> {
    (-1.0..3.0, 1.0..200.0, -0.2..1.0)
}

/// Seats by the table of all quotients, the largest of which get one; `None` where the last seat is between two equal ones.
fn by_quotients(votes: &[u64], seats: usize) -> Option<Vec<u32>> {
    let quotients = (1..=seats as u64 + 1)
        .flat_map(|divisor| (0..votes.len()).map(move |list| (list, divisor)));
    let mut table: Vec<(usize, u64)> = quotients.collect();
    // a / b before c / d where a d > c b.
    let cross = |one: &(usize, u64), other: &(usize, u64)| votes[one.0] * other.1;
    table.sort_by(|one, other| cross(other, one).cmp(&cross(one, other)));
    if cross(&table[seats - 1], &table[seats]) == cross(&table[seats], &table[seats - 1]) {
        return None;
    }
    let mut held = vec![0; votes.len()];
    for (list, _) in table.iter().take(seats) {
        held[*list] += 1;
    }
    Some(held)
}

proptest! {
    /// The seat pairs hold for the distribution by quotients, and for no other one of as many seats.
    #[test]
    fn seats_by_quotients_are_those_whose_pairs_hold(
        votes in prop::collection::vec(0..5_000u64, 2..6),
        seats in 1..12usize,
        moves in prop::collection::vec((0..6usize, 0..6usize), 1..8),
    ) {
        let holds = |held: &[u32]| {
            dhondt(held).unwrap().iter().all(|pair| pair.score(&votes) > 0)
        };
        let found = by_quotients(&votes, seats);
        if let Some(held) = &found {
            prop_assert!(holds(held), "{held:?}");
        }
        let count = votes.len();
        let mut other = found.clone().unwrap_or_else(|| {
            let mut all = vec![0; count];
            all[0] = u32::try_from(seats).unwrap();
            all
        });
        for (from, to) in moves {
            let (from, to) = (from % count, to % count);
            if other[from] > 0 {
                other[from] -= 1;
                other[to] += 1;
            }
            if Some(&other) != found.as_ref() {
                prop_assert!(!holds(&other), "{other:?} beside {found:?}");
            }
        }
    }

    #[test]
    fn with_replacement_no_bet_has_an_advantage(
        values in prop::collection::vec(0.0..=1.0_f64, 1..8),
        upper in 1.0..2.0_f64,
        before in prop::collection::vec(0.0..=1.0_f64, 0..20),
        settings in settings(),
    ) {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        prop_assume!(mean > 1e-6 && mean < upper * (1.0 - 1e-6));
        every_strategy(WithReplacement, upper, mean, settings, &before, &values)?;
    }

    #[test]
    fn without_replacement_no_bet_has_an_advantage(
        values in prop::collection::vec(0.0..=1.0_f64, 2..20),
        upper in 1.0..2.0_f64,
        cut in 0.0..1.0_f64,
        settings in settings(),
    ) {
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        prop_assume!(mean > 1e-6 && mean < upper * (1.0 - 1e-6));
        let share = (cut * values.len() as f64).floor();
        let at = (0..values.len()).find(|at| *at as f64 >= share).unwrap_or(0);
        let (before, next) = values.split_at(at);
        let draws = WithoutReplacement::new(values.len() as u64).unwrap();
        every_strategy(draws, upper, mean, settings, before, next)?;
    }

    #[test]
    fn no_number_breaks_the_engine(
        mean in prop::num::f64::ANY,
        upper in prop::num::f64::ANY,
        values in prop::collection::vec(prop::num::f64::ANY, 0..10),
        eta in prop::num::f64::ANY,
        population in 0..12_u64,
    ) {
        let Ok(null) = Null::new(mean, upper) else { return Ok(()) };
        let Some(draws) = WithoutReplacement::new(population) else { return Ok(()) };
        let mut martingale =
            Martingale::new(null, draws, TruncatedShrinkage::<Paper>::new(eta, eta, eta));
        for value in values {
            let _ = martingale.draw(value);
            prop_assert!((0.0..=1.0).contains(&martingale.p()));
            prop_assert!((0.0..=1.0).contains(&martingale.sequential_p()));
        }
    }

    #[test]
    fn options_in_another_order_change_no_risk(
        sheets in prop::collection::vec(([0..90_u64, 0..60, 0..60, 0..30], 0..50_u64), 1..30),
        hands in prop::collection::vec([0..90_u64, 0..60, 0..60, 0..30], 30),
        order in Just([0_usize, 1, 2, 3]).prop_shuffle(),
    ) {
        let at = |option| order.iter().position(|held| *held == option).unwrap();
        let permuted = |votes: &[u64; 4]| order.map(|option| votes[option]);
        let set_up = |permute: bool| {
            let mut stations = Stations::new(4);
            for (votes, spare) in &sheets {
                let ballots = votes.iter().sum::<u64>() + spare;
                let votes = if permute { permuted(votes) } else { *votes };
                stations.push_sheet(&votes, ballots).unwrap();
            }
            let winners = if permute { [at(0), at(1)] } else { [0, 1] };
            BatchComparison::new(stations, plurality(4, &winners, 1).unwrap())
        };
        match (set_up(false), set_up(true)) {
            (Ok(one), Ok(two)) => {
                prop_assert_eq!(one.weights(), two.weights());
                for (station, hand) in hands.iter().take(sheets.len()).enumerate() {
                    let first = one.taint(station, Found::Counted(hand)).unwrap();
                    let second = two.taint(station, Found::Counted(&permuted(hand))).unwrap();
                    prop_assert_eq!(first.share, second.share);
                    prop_assert_eq!(first.exceeds_capacity, second.exceeds_capacity);
                }
            }
            (Err(BatchError::CannotConfirm(one)), Err(BatchError::CannotConfirm(two))) => {
                prop_assert_eq!(one.len(), two.len());
            }
            (one, two) => prop_assert!(false, "{one:?} {two:?}"),
        }
    }

    /// If counts of all boxes make another winner, their errors sum to 1 at least: what the method rests on.
    #[test]
    fn a_wrong_outcome_has_errors_that_sum_to_one(
        sheets in prop::collection::vec([0..90_u64, 0..60, 0..40], 1..12),
        hands in prop::collection::vec([0..40_u64, 0..40, 0..40], 12),
    ) {
        let mut stations = Stations::new(3);
        for votes in &sheets {
            stations.push_sheet(votes, 130).unwrap();
        }
        let Ok(audit) = BatchComparison::new(stations, plurality(3, &[0], 1).unwrap()) else {
            return Ok(());
        };
        let mut totals = [0_u64; 3];
        let mut errors = Exact::ZERO;
        let mut weighted = 0.0;
        for (station, hand) in hands.iter().take(sheets.len()).enumerate() {
            for (total, votes) in totals.iter_mut().zip(hand) {
                *total += votes;
            }
            let taint = audit.taint(station, Found::Counted(hand)).unwrap();
            prop_assert!(taint.share >= Exact::ZERO && taint.share <= Exact::ONE);
            prop_assert!(!taint.exceeds_capacity);
            errors = errors.checked_add(taint.error.max(Exact::ZERO)).unwrap();
            let bound = audit.station_bound(station).to_f64();
            weighted += taint.share.to_f64() * bound;
        }
        if totals[0] <= totals[1].max(totals[2]) {
            prop_assert!(errors >= Exact::ONE);
            prop_assert!(weighted >= 1.0 - 1e-9);
        }
    }

    /// The same where what is missing is a register total less registered voters that records state, and the
    /// sheets state others.
    #[test]
    fn registered_voters_that_records_have_too_many_of_are_errors(
        sheets in prop::collection::vec(([0..90_u64, 0..60], 0..40_u64, [0..60_u64, 0..60], 0..60_u64), 1..12),
        spare in 0..300_u64,
    ) {
        let mut stations = Stations::new(2);
        let (mut recorded, mut read) = (0, 0);
        for (votes, others, hand, empty) in &sheets {
            let registered = votes.iter().sum::<u64>() + others;
            stations.push_sheet(votes, registered).unwrap();
            recorded += registered;
            read += hand.iter().sum::<u64>() + empty;
        }
        let total = recorded + spare;
        stations.add_unlisted(total - recorded);
        let Ok(audit) = BatchComparison::new(stations, plurality(2, &[0], 1).unwrap()) else {
            return Ok(());
        };
        let (mut lead, mut errors, mut is_void) = (0_i64, Exact::ZERO, false);
        for (station, (_, _, hand, empty)) in sheets.iter().enumerate() {
            lead += i64::try_from(hand[0]).unwrap() - i64::try_from(hand[1]).unwrap();
            let registered = hand.iter().sum::<u64>() + empty;
            let taint = audit.taint(station, Found::ReadAgain { votes: hand, registered }).unwrap();
            is_void |= taint.exceeds_capacity;
            if !taint.exceeds_capacity {
                prop_assert!(taint.error <= audit.station_bound(station));
            }
            errors = errors.checked_add(taint.error.max(Exact::ZERO)).unwrap();
        }
        let missing = i64::try_from(total.saturating_sub(read)).unwrap();
        if lead - missing <= 0 && !is_void {
            prop_assert!(errors >= Exact::ONE);
        }
    }

    #[test]
    fn no_stations_break_a_size(
        sheets in prop::collection::vec([0..1_000_u64, 0..1_000, 0..3], 0..6),
        spare in 0..u64::MAX,
        unlisted in 0..u64::MAX,
        limit in prop::num::f64::ANY,
        ln_p in prop::num::f64::ANY,
        share in prop::num::f64::ANY,
        seats in [0..5_u32, 0..5, 0..5],
    ) {
        let mut stations = Stations::new(3);
        for votes in &sheets {
            stations.push_sheet(votes, spare).unwrap();
        }
        stations.push_missing(unlisted % 7);
        stations.add_unlisted(unlisted % 5);
        let outcomes = [plurality(3, &[0], 1), runoff(3, [0, 1]), dhondt(&seats)];
        for assertions in outcomes.into_iter().flatten() {
            let Ok(audit) = BatchComparison::new(stations.clone(), assertions) else { continue };
            prop_assert!(audit.bound() >= 1.0 && audit.bound().is_finite());
            let weights = audit.weights();
            for bet in [Bet::KaplanMarkov, Bet::SURVIVING, Bet::Capped(share)] {
                if let Size::Draws(draws) = next_size(bet, weights, limit, ln_p) {
                    prop_assert!(draws < sheets.len() as u64);
                }
                initial_size(bet, weights, 0.05);
                let taints = [Exact::ZERO, Exact::ONE, Exact::integer(-5)];
                let risk = bet.measure(weights, &taints);
                prop_assert!((0.0..=1.0).contains(&risk.p) && !risk.ln_p.is_nan());
            }
        }
    }
}
