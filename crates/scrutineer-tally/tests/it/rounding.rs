//! Rounded percentages, increments and false sheets.

use scrutineer_model::{Exact, Field, FigureReading, OptionIdx};
use scrutineer_tally::{
    FalseSheets, MissingAssumption, RoundingPair, RoundingTest, by_division, increment,
    most_change_of, pair_test, rounding_of, sample_excluding, sheets_false_needed,
};
use serde_json::Value;

use crate::build::{builder, contest, plurality, push, simple, source};
use crate::declared::{declaration, first, second, votes};
use crate::real::{close, real};

fn assert_pair(found: &RoundingTest, expected: &Value) {
    let test = &found.test;
    assert_eq!(Some(test.count), expected["count"].as_u64());
    assert_eq!(Some(test.total), expected["total"].as_u64());
    assert_eq!(
        Some(test.nearest),
        expected["nearest_integer_of_pct_times_total"].as_u64()
    );
    assert_eq!(Some(test.distance), expected["abs_diff"].as_u64());
    assert_eq!(
        Some(test.cell_width.to_f64()),
        expected["cell_width"].as_f64()
    );
    assert!(close(test.p.to_f64(), &expected["p"], 12), "{found:?}");
    assert!((test.share.to_f64() * 100.0 - expected["pct"].as_f64().unwrap()).abs() < 1e-9);
}

#[test]
fn the_first_bulletin_gets_one_joint_look_as_in_the_vectors() {
    let Some(real) = real() else { return };
    let expected = &real.vectors["round_percentage"]["B1"];
    let found = rounding_of(&first(real), 10, 1).unwrap().unwrap();
    for (test, id) in found.tests.iter().zip(["NM", "EG", "OTH"]) {
        assert_pair(test, &expected[id]);
    }
    assert_eq!((found.tests.len(), found.looks), (3, 1));
    let joint = expected["joint_p"].as_f64().unwrap();
    assert!((found.joint_p.unwrap() / joint - 1.0).abs() < 1e-9);
    assert_eq!(found.joint_p, Some(found.adjusted_p));
}

#[test]
fn the_second_bulletin_gets_thirteen_looks_as_in_the_vectors() {
    let Some(real) = real() else { return };
    let expected = &real.vectors["round_percentage"]["B2"];
    let found = rounding_of(&second(real), 10, 2).unwrap().unwrap();
    for test in &found.tests {
        let key = match test.pair {
            RoundingPair::Votes(at) => real.ids[at].as_str(),
            RoundingPair::ValidOfVoters => "valid_of_voters",
            RoundingPair::InvalidOfVoters => "nulls_of_voters",
            RoundingPair::VotersOfCounted => "voters_of_RE_counted",
            RoundingPair::CountedOfRegistered => "RE_counted_of_total",
            other => panic!("{other:?}"),
        };
        assert_pair(test, &expected[key]);
    }
    // Amendment g: thirteen looks; 4.6: Bonferroni 0.010 for the first.
    assert_eq!(
        (found.tests.len(), found.looks, found.joint_p),
        (14, 13, None)
    );
    assert!(
        (found.adjusted_p - 0.0105).abs() < 5e-5,
        "{}",
        found.adjusted_p
    );
}

#[test]
fn counts_of_divisions_show_no_pattern_as_in_the_control_of_the_vectors() {
    let Some(real) = real() else { return };
    let hierarchy = scrutineer_model::HierarchyIdx::new(0);
    let groups = by_division(&real.dataset, real.set(), hierarchy);
    let (mut least, mut exact, mut expected) = (1.0f64, 0, 0.0);
    for (at, division) in real.dataset.hierarchy(hierarchy).divisions.iter() {
        if division.level > 0 {
            continue;
        }
        let totals = groups.totals(at.get());
        for id in ["EG", "NM"] {
            let count = totals.options[real.option(id)].min;
            let test = pair_test(count, totals.valid().min, 1).unwrap().unwrap();
            least = least.min(test.p.to_f64());
            exact += u64::from(test.distance == 0);
            expected += (1.0 / test.cell_width.to_f64()).min(1.0);
        }
    }
    let block = &real.vectors["round_percentage"];
    assert!(close(least, &block["control_states_p_min"], 12));
    assert_eq!(Some(exact), block["control_states_n_exact"].as_u64());
    assert!(close(expected, &block["control_states_expected_exact"], 4));
}

#[test]
fn a_declaration_without_counts_has_no_pairs() {
    assert_eq!(rounding_of(&declaration("d"), 2, 2), Ok(None));
    assert_eq!(pair_test(5, 0, 1), Ok(None));
    assert_eq!(pair_test(5, 4, 1), Ok(None));
}

#[test]
fn the_increment_matches_the_vectors() {
    let Some(real) = real() else { return };
    let expected = &real.vectors["declared_feasibility"]["increment"];
    let counted = Exact::from(expected["RE"].as_u64().unwrap());
    let found = increment(&first(real), &second(real), Some(counted)).unwrap();
    for (option, id) in found.options.iter().zip(["NM", "EG", "OTH"]) {
        assert_eq!(
            Some(option.change),
            expected[id].as_i64().map(i128::from),
            "{id}"
        );
        assert!(close(
            option.share.unwrap().to_f64(),
            &expected["share"][id],
            6
        ));
    }
    assert_eq!(
        Some(found.total),
        expected["valid"].as_i64().map(i128::from)
    );
    assert!(close(
        found.turnout.unwrap().to_f64(),
        &expected["valid_over_RE"],
        6
    ));
    assert_eq!(Some(found.feasible), expected["monotone"].as_bool());
}

#[test]
fn a_number_that_shrinks_under_every_reading_is_not_feasible() {
    let mut before = declaration("a");
    before.options = vec![votes(0, 100), votes(1, 50)];
    let mut after = declaration("b");
    after.options = vec![votes(0, 120), votes(1, 49)];
    let found = increment(&before, &after, None).unwrap();
    assert!(found.options[1].shrinks && !found.feasible);
    let reading = |value| FigureReading {
        value,
        source: String::new(),
    };
    let disputed = scrutineer_model::Figure::new(reading(49), vec![reading(94)], None);
    after.options[1].votes = Some(disputed);
    let found = increment(&before, &after, None).unwrap();
    assert!(!found.options[1].shrinks && found.feasible);
    // 19 votes more from fewer than 19 new voters are too many.
    let found = increment(&before, &after, Some(Exact::integer(18))).unwrap();
    assert!(!found.feasible);
}

fn by_assumption(found: &[FalseSheets], assumption: MissingAssumption) -> &FalseSheets {
    found
        .iter()
        .find(|found| found.assumption == assumption)
        .unwrap()
}

#[test]
fn sheets_that_must_be_false_match_the_vectors() {
    let Some(real) = real() else { return };
    let missing = real.vectors["bounds"]["in_country"]["unobserved_registered"]
        .as_u64()
        .unwrap();
    let (own, rival) = (real.option("EG"), real.option("NM"));
    let (own, rival) = (OptionIdx::new(own), OptionIdx::new(rival));
    let found = sheets_false_needed(&real.observed, own, rival, missing).unwrap();
    for (assumption, key) in [
        (MissingAssumption::SplitEven, "unobserved_split_even"),
        (MissingAssumption::AsObserved, "unobserved_as_observed"),
        (MissingAssumption::AllToRival, "unobserved_all_NM"),
    ] {
        let expected = &real.vectors["flip"][key];
        let found = by_assumption(&found, assumption);
        assert!(close(found.votes.to_f64(), &expected["votes_to_erase"], 1));
        for (needed, kind) in [(found.extreme, "extreme"), (found.swap, "swap")] {
            let needed = needed.unwrap();
            assert_eq!(
                Some(needed.sheets),
                expected[format!("min_sheets_{kind}")].as_u64()
            );
            assert!(close(
                needed.share.to_f64(),
                &expected[format!("frac_{kind}")],
                5
            ));
            assert_eq!(needed.sample_95, expected[format!("n95_{kind}")].as_u64());
        }
    }
    // Amendment h: the other registers.
    for (missing, sheets, sample) in [(3_647_225, 188, 390), (3_875_466, 26, 2_826)] {
        let found = sheets_false_needed(&real.observed, own, rival, missing).unwrap();
        let extreme = by_assumption(&found, MissingAssumption::AllToRival)
            .extreme
            .unwrap();
        assert_eq!((extreme.sheets, extreme.sample_95), (sheets, Some(sample)));
    }
}

#[test]
fn where_the_missing_make_up_the_lead_no_sheet_need_be_false() {
    let data = simple(contest(&["a", "b"], plurality()), &[("1", &[100, 30, 20])]);
    let observed = scrutineer_tally::Observed::new(&data, &data.sheets()[0]);
    let found = sheets_false_needed(&observed, OptionIdx::new(0), OptionIdx::new(1), 10).unwrap();
    let needed = by_assumption(&found, MissingAssumption::AllToRival)
        .extreme
        .unwrap();
    assert_eq!((needed.sheets, needed.sample_95), (0, None));
    let even = by_assumption(&found, MissingAssumption::SplitEven);
    assert_eq!(even.swap.unwrap().sample_95, Some(1));
}

#[test]
fn a_sheet_changes_at_most_what_its_voters_and_its_own_votes_allow() {
    let data = simple(
        contest(&["a", "b"], plurality()),
        &[
            ("1", &[100, 30, 20]),
            // Off the list, then without a number of voters, then without votes for the rival.
            ("2", &[0, 30, 20]),
            ("3", &[-1, 30, 20]),
            ("4", &[100, 30, -1]),
            // More votes than voters, then all for the rival.
            ("5", &[10, 30, 20]),
            ("6", &[20, 0, 20]),
        ],
    );
    let set = &data.sheets()[0];
    let (own, rival) = (OptionIdx::new(0), OptionIdx::new(1));
    let found: Vec<Option<u64>> = (0..set.len())
        .map(|row| most_change_of(&data, set, row, own, rival))
        .collect();
    let expected = [Some(110), None, None, None, Some(60), Some(0)];
    assert_eq!(found, expected);
    // For the rival instead of the first the room is the same.
    assert_eq!(most_change_of(&data, set, 0, rival, own), Some(90));
    // What is not there changes nothing.
    assert_eq!(most_change_of(&data, set, 6, own, rival), None);
    assert_eq!(most_change_of(&data, set, 0, own, OptionIdx::new(2)), None);

    // A third option that was not read may have any of the votes, unless the sheet says how many are valid.
    let of = |valid: i64, third: i64| {
        let mut builder = builder(contest(&["a", "b", "c"], plurality()));
        let fields = vec![Field::Registered, Field::Valid];
        let source = builder.source(source("sheets"), fields);
        push(&mut builder, source, "1", &[50, valid, 60, 40, third]);
        let data = builder.finish().unwrap();
        most_change_of(&data, &data.sheets()[0], 0, own, rival)
    };
    assert_eq!(of(-1, -1), None);
    assert_eq!(of(-2, -1), None);
    assert_eq!(of(160, -1), Some(180));
    assert_eq!(of(-1, 10), Some(130));
    assert_eq!(of(-2, -2), Some(120));
}

#[test]
fn the_sample_is_the_smallest_that_excludes_the_share() {
    for denominator in [2i128, 7, 100, 943, 24_532] {
        let share = Exact::new(1, denominator).unwrap();
        let n = sample_excluding(share, 0.05).unwrap();
        let left = |n: u64| (0..n).fold(1.0, |left, _| left * (1.0 - share.to_f64()));
        assert!(left(n) <= 0.05 && left(n - 1) > 0.05, "{denominator}");
    }
}
