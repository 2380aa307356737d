//! Properties that no answer may break.

use proptest::prelude::*;
use scrutineer_indices::{Answer, Given, Library, Points, Rules, score};

/// Every measure that has a number and says what its ends mean.
fn measures(rules: &Rules) -> Vec<(String, bool)> {
    let measures = rules.measures.iter();
    measures
        .filter_map(|measure| Some((measure.id.clone(), measure.rises?)))
        .collect()
}

fn given(rules: &Rules, seeds: &[u64], edition: u16) -> Given {
    let mut given = Given::default();
    for input in &rules.inputs {
        given.editions.insert(input.index.clone(), edition);
    }
    for (input, seed) in rules.inputs.iter().zip(seeds) {
        let width = u64::try_from(input.most - input.least + 1).unwrap();
        let points = input.least + i64::try_from(seed % width).unwrap();
        given.answers.insert(input.name(), Answer::Known(points));
    }
    given
}

proptest! {
    #[test]
    fn a_better_answer_never_makes_a_score_worse(
        index in 0_usize..3,
        edition in 2013_u16..2026,
        seeds in prop::collection::vec(any::<u64>(), 48),
        at in any::<prop::sample::Index>(),
    ) {
        let library = Library::shipped();
        let rules = library.iter().nth(index).unwrap();
        let before = given(rules, &seeds, edition);
        let input = &rules.inputs[at.index(rules.inputs.len())];
        let Answer::Known(points) = before.answers[&input.name()] else { unreachable!() };
        let better = if input.more_is_better { points + 1 } else { points - 1 };
        prop_assume!((input.least..=input.most).contains(&better));
        let mut after = before.clone();
        after.answers.insert(input.name(), Answer::Known(better));
        let (before, after) = (score(rules, &before).unwrap(), score(rules, &after).unwrap());
        for (id, rises) in measures(rules) {
            let (Some(old), Some(new)) = (before.points(&id), after.points(&id)) else { continue };
            prop_assert!(if rises { old <= new } else { new <= old }, "{id}: {old} then {new}");
        }
    }

    #[test]
    fn bounds_contain_the_value_whatever_is_missing(
        index in 0_usize..3,
        edition in 2013_u16..2026,
        seeds in prop::collection::vec(any::<u64>(), 48),
        gone in prop::collection::vec(any::<bool>(), 48),
    ) {
        let library = Library::shipped();
        let rules = library.iter().nth(index).unwrap();
        let whole = given(rules, &seeds, edition);
        let mut part = whole.clone();
        for (input, gone) in rules.inputs.iter().zip(&gone) {
            if *gone {
                part.answers.remove(&input.name());
            }
        }
        let (whole, part) = (score(rules, &whole).unwrap(), score(rules, &part).unwrap());
        for (value, open) in whole.values.iter().zip(&part.values) {
            if let (Some(value), Some(open)) = (value.points, open.points) {
                prop_assert!(open.low <= value.low && value.high <= open.high, "{}", part.index);
            }
            for band in &value.bands {
                prop_assert!(open.bands.contains(band), "{}: {band}", value.id);
            }
        }
        let asked = |input: &&scrutineer_indices::Input| input.is_asked(Some(edition));
        let missing = rules.inputs.iter().zip(&gone).filter(|(input, gone)| **gone && asked(input));
        let used = missing.filter(|(input, _)| index < 2 || whole.values.iter().any(|value| {
            value.terms.iter().any(|term| term.of == input.name())
        }));
        prop_assert_eq!(part.missing.len(), used.count());
    }
}

#[test]
fn a_deduction_is_the_one_question_whose_larger_answer_is_worse() {
    let library = Library::shipped();
    let worse: Vec<String> = library
        .iter()
        .flat_map(Rules::own_inputs)
        .filter(|input| !input.more_is_better)
        .map(scrutineer_indices::Input::name)
        .collect();
    assert_eq!(worse, ["fiw.add_q"]);
}

#[test]
fn no_answer_at_all_leaves_the_whole_range() {
    let library = Library::shipped();
    for (index, edition, low, high) in [
        ("fiw", 2024, -4, 100),
        // With the bonus of the editions up to 2017.
        ("fiw", 2017, -4, 104),
        ("fotn", 2024, 0, 100),
        ("evi", 2024, 0, 100),
    ] {
        let rules = library.get(index).unwrap();
        let mut given = Given::default();
        given.editions.insert("fiw".to_owned(), edition);
        let span = score(rules, &given)
            .unwrap()
            .value("total")
            .unwrap()
            .points
            .unwrap();
        assert_eq!(
            (span.low, span.high),
            (Points::from(low), Points::from(high)),
            "{index}"
        );
    }
}
