use super::*;

fn exact(numerator: i128, denominator: i128) -> Exact {
    Exact::new(numerator, denominator).unwrap()
}

/// Whether all assertions hold for the votes.
fn hold(assertions: &[Assertion], votes: &[u64]) -> bool {
    assertions.iter().all(|held| held.score(votes) > 0)
}

#[test]
fn a_pair_assorts_ballots_to_one_a_half_and_zero() {
    let pair = &plurality(3, &[1], 1).unwrap()[0];
    assert_eq!(pair.assort(&[1]), Exact::ONE);
    assert_eq!(pair.assort(&[0]), Exact::ZERO);
    assert_eq!(pair.assort(&[2]), exact(1, 2));
    assert_eq!(pair.assort(&[]), exact(1, 2));
    assert_eq!(pair.upper(), Exact::ONE);
    assert_eq!(pair.mean(&[40, 60, 20], 200), Some(exact(11, 20)));
}

#[test]
fn a_super_majority_is_measured_in_valid_votes_only() {
    // 7,000 of 9,500 valid votes, two thirds needed: margin p/f - q = 0.7 * 1.5 - 0.95, not 0.0475.
    let two_thirds = threshold(2, 0, Share::new(2, 3).unwrap()).unwrap();
    assert_eq!(
        two_thirds.margin(&[7_000, 2_500], 10_000),
        Some(exact(1, 10))
    );
    assert_eq!(
        two_thirds.mean(&[7_000, 2_500], 10_000),
        Some(exact(11, 20))
    );
    assert_eq!(two_thirds.upper(), exact(3, 4));
}

#[test]
fn a_missed_threshold_has_an_assorter_of_its_own() {
    // others / (2 (1 - f)) with f = 1/20.
    let below = below_threshold(3, 2, Share::new(1, 20).unwrap()).unwrap();
    assert_eq!(below.assort(&[0]), exact(10, 19));
    assert_eq!(below.assort(&[2]), Exact::ZERO);
    assert!(below.score(&[60, 36, 4]) > 0);
    assert_eq!(below.score(&[60, 35, 5]), 0);
    let above = threshold(3, 2, Share::new(1, 20).unwrap()).unwrap();
    assert_eq!(above.score(&[60, 35, 5]), 0);
}

#[test]
fn a_runoff_needs_both_ahead_of_the_third_and_below_half() {
    let all = runoff(4, [2, 0]).unwrap();
    assert!(hold(&all, &[30, 20, 45, 5]));
    assert!(!hold(&all, &[24, 20, 51, 5]), "elected outright");
    assert!(!hold(&all, &[25, 25, 45, 5]), "a tie for the second place");
    assert!(hold(&majority(4, 2).unwrap(), &[24, 20, 51, 5]));
    assert!(!hold(&majority(4, 2).unwrap(), &[25, 20, 50, 5]));
    assert!(runoff(2, [0, 1]).is_err());
}

#[test]
fn several_winners_beat_every_loser() {
    assert_eq!(plurality(4, &[0, 3], 2).unwrap().len(), 4);
    // A ballot for two others at once takes one vote of the lead, not two.
    assert_eq!(plurality(4, &[0, 3], 2).unwrap()[0].worst(), 1);
    assert_eq!(approval(4, &[1]).unwrap()[0].votes_allowed(), 4);
}

#[test]
fn seats_follow_the_highest_quotients() {
    // Eight seats over 100,000 / 80,000 / 30,000 / 20,000 by D'Hondt: 4, 3, 1, 0.
    let all = dhondt(&[4, 3, 1, 0]).unwrap();
    assert!(hold(&all, &[100_000, 80_000, 30_000, 20_000]));
    // The last seat (25,000) goes to the fourth as soon as it has more.
    assert!(!hold(&all, &[100_000, 80_000, 30_000, 25_001]));
    // (1 + b/a) / 2 for the winner's ballot: its fourth seat against the other's first.
    let pair = all
        .iter()
        .find(|held| {
            matches!(
                held.claim(),
                Claim::SeatBefore {
                    winner: 0,
                    loser: 3,
                    ..
                }
            )
        })
        .unwrap();
    assert_eq!(pair.assort(&[0]), exact(5, 8));
    assert_eq!(pair.assort(&[3]), Exact::ZERO);
}

#[test]
fn what_is_no_outcome_is_refused() {
    assert_eq!(
        plurality(2, &[2], 1),
        Err(SocialError::Option {
            option: 2,
            options: 2
        })
    );
    assert_eq!(plurality(3, &[1, 1], 1), Err(SocialError::Twice(1)));
    assert!(plurality(3, &[], 1).is_err());
    assert!(plurality(2, &[0, 1], 1).is_err());
    assert!(plurality(0, &[], 1).is_err());
    assert!(plurality(3, &[0], 0).is_err());
    assert!(threshold(1, 0, Share::HALF).is_err());
    assert!(dhondt(&[0, 0]).is_err());
    assert!(dhondt(&[]).is_err());
    assert_eq!(Share::new(1, 1), None);
    assert_eq!(Share::new(0, 2), None);
}
