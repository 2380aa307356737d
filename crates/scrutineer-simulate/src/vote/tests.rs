use super::*;
use crate::share::Share;

fn parts(plan: &Plan) -> (Layout, Effects) {
    let layout = Layout::new(plan);
    let effects = Effects::new(plan, &layout);
    (layout, effects)
}

#[test]
fn an_election_made_in_parts_equals_the_one_made_at_once() {
    let plan = Plan::new(2000, 4);
    let (layout, effects) = parts(&plan);
    let whole = votes(&plan, &layout, &effects, 0..layout.places());
    for size in [1, 7, 100] {
        let mut joined = VoteTable::with_capacity(6, 0);
        // From the last part to the first: the order of making changes nothing either.
        let mut made = Vec::new();
        for start in (0..layout.places()).step_by(size).rev() {
            let end = layout.places().min(start + u32::try_from(size).unwrap());
            made.push(votes(&plan, &layout, &effects, start..end));
        }
        for part in made.iter().rev() {
            for row in 0..u32::try_from(part.len()).unwrap() {
                let numbers: Vec<u32> = part.row(row).collect();
                joined.push(&numbers[4..], numbers[2], numbers[3]);
            }
        }
        assert_eq!(joined, whole, "parts of {size} places");
    }
}

/// Dispersion inside places by forensics reference 2.9: X2 over its expectation with fixed
/// margins, both summed over places with several tables.
fn dispersion(layout: &Layout, counts: &[u32], sizes: &[u32]) -> f64 {
    let (mut x2, mut expected) = (0.0, 0.0);
    for place in 0..layout.places() {
        let stations = layout.stations_of(place);
        let pairs: Vec<(f64, f64)> = stations
            .map(|station| station as usize)
            .map(|at| (f64::from(counts[at]), f64::from(sizes[at])))
            .collect();
        let (k, n) = pairs
            .iter()
            .fold((0.0, 0.0), |(k, n), (count, size)| (k + count, n + size));
        if pairs.len() < 2 || k < 1.0 || k > n - 1.0 {
            continue;
        }
        let p = k / n;
        x2 += pairs
            .iter()
            .map(|(count, size)| (count - p * size) * (count - p * size) / (size * p * (1.0 - p)))
            .sum::<f64>();
        expected += (pairs.len() as f64 - 1.0) * n / (n - 1.0);
    }
    x2 / expected
}

#[test]
fn tables_of_one_place_are_as_dispersed_as_kappa_says() {
    // Ballots of r registered voters are beta-binomial with concentration kappa: dispersion
    // (kappa + r) / (kappa + 1), averaged over the tables with their degrees of freedom. About
    // 4,700 places with several tables have 10,000 degrees of freedom, so the standard error of
    // the ratio is near sqrt(2 / 10,000) = 0.014.
    for kappa in [400u32, 3700, 1_000_000] {
        let plan = Plan::new(20_000, 97).kappa(kappa);
        let (layout, effects) = parts(&plan);
        let table = votes(&plan, &layout, &effects, 0..layout.places());
        let found = dispersion(&layout, table.ballots(), layout.registered());
        let (mut sum, mut weight) = (0.0, 0.0);
        for place in 0..layout.places() {
            let stations = layout.stations_of(place);
            let tables = stations.len() as f64;
            let voters: u32 = stations.map(|at| layout.registered()[at as usize]).sum();
            sum += (tables - 1.0) * f64::from(voters) / tables;
            weight += tables - 1.0;
        }
        let concentration = f64::from(kappa);
        let expected = (concentration + sum / weight) / (concentration + 1.0);
        assert!(
            (found / expected - 1.0).abs() < 5.0 * 0.015,
            "seed 97, kappa {kappa}: dispersion {found}, expected {expected}"
        );
    }
}

#[test]
fn the_default_disperses_shares_as_the_reference_measured() {
    // Forensics reference, section 5: kappa 3,700 over voters gives about 1.22 for the share of
    // an option among valid votes, at tables of about 870 voters; these tables have about 650, so
    // the surplus of 0.22 shrinks in proportion to 0.16.
    let plan = Plan::new(20_000, 98);
    let (layout, effects) = parts(&plan);
    let table = votes(&plan, &layout, &effects, 0..layout.places());
    let found = dispersion(&layout, &table.options()[0], table.valid());
    assert!((found - 1.16).abs() < 0.07, "seed 98: {found}");
}

#[test]
fn turnout_spoilt_votes_and_strength_come_out_near_the_plan() {
    let plan = Plan::new(30_000, 12)
        .turnout(Share::per_thousand(700))
        .spoilt(Share::per_thousand(20), Share::per_thousand(10));
    let (layout, effects) = parts(&plan);
    let totals = votes(&plan, &layout, &effects, 0..layout.places()).totals();
    let ratio = |part: u64, whole: u64| part as f64 / whole as f64;
    // Effects of places average out; those of the districts leave less than a point.
    assert!((ratio(totals.ballots, layout.electors()) - 0.7).abs() < 0.02);
    assert!((ratio(totals.invalid, totals.ballots) - 0.02).abs() < 0.001);
    assert!((ratio(totals.blank, totals.ballots) - 0.01).abs() < 0.001);
    assert_eq!(totals.ranking()[..2], [0, 1]);
}

#[test]
fn an_electorate_without_spoilt_votes_has_none() {
    let plan = Plan::small(5).spoilt(Share::NONE, Share::NONE);
    let (layout, effects) = parts(&plan);
    let totals = votes(&plan, &layout, &effects, 0..layout.places()).totals();
    assert_eq!((totals.invalid, totals.blank), (0, 0));
}
