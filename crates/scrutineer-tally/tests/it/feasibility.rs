//! Declared figures against the sheets, under every reading of the coverage.

use proptest::prelude::*;
use scrutineer_model::{Declaration, Exact, RegisterKind};
use scrutineer_tally::{
    Alternative, Basis, Reading, ReadingKind, Removal, TargetKind, Targets, min_inside, readings,
    strict,
};

use crate::build::{contest, plurality, register, simple};
use crate::declared::{declaration, first, percent, second, votes};
use crate::real::{Real, close, real};

fn main_of(readings: &[Reading], kind: ReadingKind) -> &Alternative {
    let reading = readings.iter().find(|reading| reading.kind == kind);
    &reading.unwrap().alternatives[0]
}

fn position(targets: &Targets, declaration: &Declaration, real: &Real, id: &str) -> usize {
    let option = real.option(id);
    let is = |kind| match kind {
        TargetKind::Declared(at) => {
            let options = declaration.options[at].target.options();
            options.len() == 1 && options[0].get() == option
        }
        _ => false,
    };
    targets
        .list
        .iter()
        .position(|target| is(target.kind))
        .unwrap()
}

#[test]
fn the_strict_comparison_matches_the_vectors() {
    let Some(real) = real() else { return };
    for (declaration, block) in [(first(real), "B1"), (second(real), "B2")] {
        let targets = Targets::new(&declaration, &real.observed);
        let expected = &real.vectors["declared_feasibility"][block];
        for id in ["EG", "NM"] {
            let at = position(&targets, &declaration, real, id);
            let found = strict(&targets)[at];
            let expected = &expected["strict"][id];
            assert_eq!(Some(found.declared), expected["declared"].as_u64());
            assert_eq!(Some(found.observed), expected["observed"].as_u64());
            let difference = expected["declared_minus_observed"].as_i64().unwrap();
            assert_eq!(i128::from(found.shortfall), -i128::from(difference.min(0)));
        }
        let infeasible = strict(&targets)
            .iter()
            .filter(|found| found.shortfall > 0)
            .count();
        let listed = expected["strict"]["infeasible_options"].as_array().unwrap();
        assert_eq!(infeasible, listed.len());
    }
}

#[test]
fn minima_of_electors_tables_and_valid_votes_match_the_vectors() {
    let Some(real) = real() else { return };
    for (declaration, block) in [(first(real), "B1"), (second(real), "B2")] {
        let targets = Targets::new(&declaration, &real.observed);
        let found = readings(&real.dataset, &real.observed, &declaration, &targets).unwrap();
        let electors = main_of(&found, ReadingKind::Electors);
        let expected = &real.vectors["declared_feasibility"][block];
        for id in ["EG", "NM"] {
            let at = position(&targets, &declaration, real, id);
            let minimum = electors.as_printed.minimum[at].to_f64();
            assert!(
                close(minimum, &expected[format!("lower_bound_{id}")], 3),
                "{id}"
            );
        }
        let not_counted = electors.as_printed.not_counted;
        assert_eq!(
            Some(not_counted.to_f64()),
            expected["RE_not_counted"].as_f64()
        );

        let expected = &real.vectors["coverage_bounds"][block];
        let at = position(&targets, &declaration, real, "EG");
        let stations = main_of(&found, ReadingKind::Stations);
        let votes = stations.as_printed.minimum_votes[at];
        assert_eq!(Some(votes), expected["lower_bound_EG"].as_u64());
        assert_eq!(
            Some(stations.as_printed.shortfall[at]),
            expected["violation"].as_u64()
        );
        let left_out = stations.as_printed.not_counted;
        assert_eq!(Some(left_out.to_f64()), expected["max_uncounted"].as_f64());
        let needed = stations.must_be_left_out[at].to_f64();
        assert_eq!(
            Some(needed),
            expected["min_sheets_that_must_be_left_out"].as_f64()
        );
        let up_to = stations.consistent_up_to.to_f64();
        assert!(close(up_to, &expected["implied_max_coverage_tables"], 6));
        let needed = electors.must_be_left_out[at].to_f64();
        assert!(close(
            needed,
            &expected["min_registered_that_must_be_left_out"],
            1
        ));
        let up_to = electors.consistent_up_to.to_f64();
        assert!(close(up_to, &expected["implied_max_coverage_RE"], 6));

        let valid = main_of(&found, ReadingKind::ValidVotes);
        let expected = &expected["by_valid_votes"];
        assert!(close(
            valid.as_printed.not_counted.to_f64(),
            &expected["uncounted_valid"],
            2
        ));
        assert!(close(
            valid.as_printed.minimum[at].to_f64(),
            &expected["lower_bound_EG"],
            2
        ));
    }
}

#[test]
fn every_reading_gives_the_shortfalls_of_the_note_as_amended() {
    let Some(real) = real() else { return };
    let shortfalls = |declaration: &Declaration| {
        let targets = Targets::new(declaration, &real.observed);
        let at = position(&targets, declaration, real, "EG");
        let found = readings(&real.dataset, &real.observed, declaration, &targets).unwrap();
        [
            ReadingKind::Electors,
            ReadingKind::Stations,
            ReadingKind::Places,
            ReadingKind::OwnTurnout,
        ]
        .map(|kind| {
            let main = main_of(&found, kind);
            assert!(main.admissible);
            (main.as_printed.shortfall[at], main.favourable.shortfall[at])
        })
    };
    // Amendments a and b of forensics.md.
    let [electors, stations, places, own] = shortfalls(&first(real));
    assert_eq!(electors, (579_085, 530_684));
    assert_eq!(stations, (195_709, 139_854));
    assert_eq!(places, (0, 0));
    assert_eq!(own, (575_141, 510_142));
    let [electors, stations, places, _] = shortfalls(&second(real));
    assert_eq!(electors, (1_445_943, 1_445_943));
    assert_eq!(stations.0, 1_371_165);
    assert_eq!(places.0, 744_850);
}

#[test]
fn the_place_reading_keeps_the_votes_of_the_note() {
    let Some(real) = real() else { return };
    let declaration = first(real);
    let targets = Targets::new(&declaration, &real.observed);
    let at = position(&targets, &declaration, real, "EG");
    let found = readings(&real.dataset, &real.observed, &declaration, &targets).unwrap();
    let places = main_of(&found, ReadingKind::Places);
    assert_eq!(places.as_printed.not_counted, Exact::integer(3_159));
    assert_eq!(places.as_printed.minimum_votes[at], 2_869_381);
    let own = main_of(&found, ReadingKind::OwnTurnout)
        .as_printed
        .coverage
        .unwrap();
    assert!((own.to_f64() - 0.7996).abs() < 5e-5);
}

#[test]
fn every_register_alternative_is_computed_and_the_declared_one_is_not_repeated() {
    let Some(real) = real() else { return };
    let declaration = second(real);
    let targets = Targets::new(&declaration, &real.observed);
    let found = readings(&real.dataset, &real.observed, &declaration, &targets).unwrap();
    let electors = &found[0].alternatives;
    assert_eq!(electors.len(), 3);
    assert!(matches!(&electors[1].basis, Basis::Register(id, 0) if id.as_str() == "with-abroad"));
    let at = position(&targets, &declaration, real, "EG");
    let minima = |at: usize, side: &Alternative| side.as_printed.minimum[at];
    assert!(minima(at, &electors[1]) < minima(at, &electors[0]));
}

#[test]
fn a_turnout_that_excludes_the_electors_reading_makes_it_inadmissible() {
    let mut contest = contest(&["a", "b"], plurality());
    contest.registers = vec![register("list", RegisterKind::Electors, 1_000)];
    let data = simple(contest, &[("1", &[100, 30, 20])]);
    let observed = scrutineer_tally::Observed::new(&data, &data.sheets()[0]);
    let mut declared = declaration("d");
    declared.options = vec![votes(0, 300), votes(1, 200)];
    declared.coverage.printed = Some(percent("80"));
    // 500 voters at 50 % are 990.1 to 1,010.1 electors; 80 % of 1,000 are 795 to 805.
    for (turnout, admissible) in [("50", false), ("62.5", true), ("63", true), ("64", false)] {
        declared.turnout = Some(percent(turnout));
        let targets = Targets::new(&declared, &observed);
        let found = readings(&data, &observed, &declared, &targets).unwrap();
        let electors = main_of(&found, ReadingKind::Electors);
        assert_eq!(electors.admissible, admissible, "{turnout}");
    }
}

#[test]
fn a_sheet_without_registered_voters_is_left_out_for_nothing() {
    let inside = min_inside(&[0, 10, 10], &[7, 4, 6], Exact::integer(5)).unwrap();
    assert_eq!(inside, Exact::integer(7));
    let removal = Removal::new(&[7, 4, 6], &[0, 10, 10]);
    assert_eq!(removal.least_weight(7), Ok(Some(Exact::ZERO)));
    assert_eq!(removal.least_weight(10), Ok(Some(Exact::integer(5))));
    assert_eq!(removal.least_weight(18), Ok(None));
}

/// The fractional knapsack by sorting exact ratios.
fn by_sorting(sheets: &[(u64, u64)], budget: Exact) -> Exact {
    let mut sorted: Vec<(u64, u64)> = sheets.to_vec();
    sorted.sort_by(|a, b| (b.0 * a.1).cmp(&(a.0 * b.1)));
    let (mut left, mut removed) = (budget, Exact::ZERO);
    for (votes, weight) in sorted {
        let part = if weight == 0 {
            Exact::ONE
        } else {
            left.checked_div(Exact::from(weight))
                .unwrap()
                .min(Exact::ONE)
        };
        removed = removed
            .checked_add(part.checked_mul(Exact::from(votes)).unwrap())
            .unwrap();
        left = left
            .checked_sub(part.checked_mul(Exact::from(weight)).unwrap())
            .unwrap();
    }
    removed
}

#[test]
fn declared_divisions_are_compared_with_their_own_sheets() {
    let levels = vec!["area".to_owned()];
    let mut builder = crate::build::builder_with(
        contest(&["a", "b"], plurality()),
        vec![("areas".to_owned(), levels)],
    );
    let areas = scrutineer_model::HierarchyIdx::new(0);
    let at = builder.source(crate::build::source("sheets"), vec![]);
    let mut handles = Vec::new();
    for (id, area, votes) in [("1", "y", [30, 5]), ("2", "x", [7, 8]), ("3", "x", [1, 1])] {
        let division = builder.division(areas, &[area], &[]).unwrap();
        let entry = scrutineer_model::StationEntry {
            divisions: &[division],
            ..scrutineer_model::StationEntry::default()
        };
        builder.station(id, &entry).unwrap();
        crate::build::push(&mut builder, at, id, &votes);
        handles.push(division.unwrap());
    }
    let mut declared = declaration("d");
    declared.options = vec![votes(0, 40), votes(1, 10)];
    let division = |handle: u32| scrutineer_model::DivisionIdx::new(handle as usize);
    for (handle, numbers) in [(handles[0], [29, 6]), (handles[1], [8, 9])] {
        declared.parts.push(scrutineer_model::DeclaredPart {
            division: division(handle),
            votes: numbers.map(Some).to_vec(),
            valid: None,
            invalid: None,
            voters: None,
            registered: None,
        });
    }
    let mut local = declared.clone();
    local.scope = scrutineer_model::Scope::Division(division(handles[0]));
    builder.declaration(declared);
    builder.declaration(local);
    let data = builder.finish().unwrap();
    let set = &data.sheets()[0];
    let groups = scrutineer_tally::by_division(&data, set, areas);
    let parts = scrutineer_tally::strict_parts(&data.declarations()[0], &groups);
    let shortfalls: Vec<Vec<u64>> = parts
        .iter()
        .map(|part| part.targets.iter().map(|target| target.shortfall).collect())
        .collect();
    // Area x stands first: 8 and 9 declared, 8 and 9 on the sheets; y: 29 declared, 30.
    assert_eq!(shortfalls, [vec![0, 0], vec![1, 0]]);
    assert_eq!(
        parts.iter().map(|part| part.sheets).collect::<Vec<_>>(),
        [2, 1]
    );
    let observed = scrutineer_tally::Observed::new(&data, set);
    let inside = observed.in_scope(&data, data.declarations()[1].scope);
    let observed: Vec<u64> = strict(&Targets::new(&data.declarations()[1], &inside))
        .iter()
        .map(|target| target.observed)
        .collect();
    assert_eq!(observed, [30, 5]);
}

#[test]
fn nearly_equal_ratios_of_huge_numbers_are_told_apart() {
    // As floating point numbers the two ratios are the same.
    let large = 1u64 << 60;
    let (votes, weights) = ([large, large + 1], [large, large]);
    let inside = min_inside(&weights, &votes, Exact::from(large)).unwrap();
    assert_eq!(inside, Exact::from(large));
}

proptest! {
    #[test]
    fn selection_equals_sorting(
        sheets in prop::collection::vec((0u64..60, 0u64..40), 1..40),
        budgets in prop::collection::vec(0i128..4_000, 1..5),
    ) {
        let votes: Vec<u64> = sheets.iter().map(|sheet| sheet.0).collect();
        let weights: Vec<u64> = sheets.iter().map(|sheet| sheet.1).collect();
        let all: u64 = votes.iter().sum();
        let removal = Removal::new(&votes, &weights);
        for budget in budgets {
            let budget = Exact::new(budget, 7).unwrap();
            // Sheets without weight and votes have no ratio; they change nothing.
            let some: Vec<_> = sheets.iter().copied().filter(|sheet| sheet.0 + sheet.1 > 0).collect();
            let expected = by_sorting(&some, budget);
            prop_assert_eq!(removal.most_votes(budget), Ok(expected));
            let inside = Exact::from(all).checked_sub(expected).unwrap();
            prop_assert_eq!(min_inside(&weights, &votes, budget), Ok(inside));
        }
    }

    #[test]
    fn no_choice_of_whole_sheets_leaves_less_inside(
        sheets in prop::collection::vec((0u64..30, 0u64..20), 1..9),
        budget in 0u64..80,
    ) {
        let votes: Vec<u64> = sheets.iter().map(|sheet| sheet.0).collect();
        let weights: Vec<u64> = sheets.iter().map(|sheet| sheet.1).collect();
        let mut best = u64::MAX;
        for bits in 0u32..1 << sheets.len() {
            let out = |at: &usize| bits >> at & 1 == 1;
            let weight: u64 = (0..sheets.len()).filter(out).map(|at| weights[at]).sum();
            if weight <= budget {
                best = best.min((0..sheets.len()).filter(|at| !out(at)).map(|at| votes[at]).sum());
            }
        }
        let inside = min_inside(&weights, &votes, Exact::from(budget)).unwrap();
        prop_assert!(inside <= Exact::from(best));
        // With equal weights and a whole budget the fractional answer is a whole one.
        let ones = vec![1; sheets.len()];
        let n = usize::try_from(budget % 9).unwrap();
        let mut sorted = votes.clone();
        sorted.sort_unstable();
        let kept: u64 = sorted.iter().rev().skip(n).sum();
        let inside = min_inside(&ones, &votes, Exact::from(n as u64)).unwrap();
        prop_assert_eq!(inside, Exact::from(kept));
    }

    #[test]
    fn asking_for_the_votes_removed_gives_back_the_weight(
        sheets in prop::collection::vec((1u64..60, 1u64..40), 1..40),
        asked in 1u64..500,
    ) {
        let votes: Vec<u64> = sheets.iter().map(|sheet| sheet.0).collect();
        let weights: Vec<u64> = sheets.iter().map(|sheet| sheet.1).collect();
        let removal = Removal::new(&votes, &weights);
        if let Some(weight) = removal.least_weight(asked).unwrap() {
            prop_assert_eq!(removal.most_votes(weight), Ok(Exact::from(asked)));
        } else {
            prop_assert!(asked > removal.votes());
        }
    }
}
