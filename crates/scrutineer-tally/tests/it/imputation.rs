//! Imputation of the missing, its interval and its sensitivity.

use scrutineer_model::{Field, HierarchyIdx, OptionIdx, StationEntry};
use scrutineer_tally::{Observed, changing_shift, imputation, logit_shift};

use crate::build::{builder_with, cell, contest, plurality, push, simple, source};
use crate::real::{Real, close, real};

fn missing(real: &Real) -> u64 {
    let block = &real.vectors["bounds"]["in_country"];
    block["unobserved_registered"].as_u64().unwrap()
}

fn pair(real: &Real) -> (OptionIdx, OptionIdx) {
    (
        OptionIdx::new(real.option("EG")),
        OptionIdx::new(real.option("NM")),
    )
}

#[test]
fn shifted_totals_match_the_vectors() {
    let Some(real) = real() else { return };
    let (own, rival) = pair(real);
    let block = real.vectors["imputation_logit_shift"].as_object().unwrap();
    assert!(block.len() >= 4);
    for (shift, expected) in block {
        let shift: f64 = shift.parse().unwrap();
        let found = logit_shift(&real.observed, own, rival, missing(real), shift).unwrap();
        for id in ["EG", "NM"] {
            let at = real.option(id);
            assert!(close(found.votes[at], &expected[id], 1));
            assert!(close(found.shares[at], &expected[format!("{id}_share")], 6));
        }
        let others: f64 =
            found.votes.iter().sum::<f64>() - found.votes[own.get()] - found.votes[rival.get()];
        assert!(close(others, &expected["OTH"], 1));
    }
}

#[test]
fn no_shift_reverses_a_lead_above_the_votes_of_the_missing() {
    let Some(real) = real() else { return };
    let (own, rival) = pair(real);
    assert_eq!(
        changing_shift(&real.observed, own, rival, missing(real)),
        None
    );
}

#[test]
fn the_changing_shift_makes_both_equal() {
    let data = simple(
        contest(&["a", "b", "c"], plurality()),
        &[("1", &[100, 30, 25, 5]), ("2", &[100, 35, 20, 1])],
    );
    let observed = Observed::new(&data, &data.sheets()[0]);
    let (own, rival) = (OptionIdx::new(0), OptionIdx::new(1));
    let shift = changing_shift(&observed, own, rival, 150).unwrap();
    let found = logit_shift(&observed, own, rival, 150, shift).unwrap();
    assert!((found.votes[0] - found.votes[1]).abs() < 1e-9);
}

#[test]
fn the_interval_lies_within_the_stated_distance_of_the_bootstrap() {
    let Some(real) = real() else { return };
    let hierarchy = Some(HierarchyIdx::new(0));
    let found = imputation(&real.dataset, &real.observed, hierarchy, missing(real)).unwrap();
    assert_eq!(
        (found.strata, found.clusters, found.by_list),
        (24, 12_817, false)
    );
    let expected = &real.vectors["imputation_state_bootstrap"];
    for id in ["EG", "NM"] {
        let option = found.options[real.option(id)];
        let ends = expected[format!("{id}_ci")].as_array().unwrap();
        let (low, high) = (ends[0].as_f64().unwrap(), ends[1].as_f64().unwrap());
        assert!((option.low - low).abs() < 3e-4, "{id}: {option:?}");
        assert!((option.high - high).abs() < 3e-4, "{id}: {option:?}");
        // As wide as the bootstrap's within a tenth: 1,000 replicates know their ends so well.
        let ratio = (option.high - option.low) / (high - low);
        assert!((0.9..1.1).contains(&ratio), "{id}: {ratio}");
        assert!((option.share - expected[format!("{id}_mean")].as_f64().unwrap()).abs() < 1e-5);
    }
}

#[test]
fn missing_stations_of_a_list_take_the_rates_of_the_smallest_division_with_sheets() {
    let levels = vec!["wide".to_owned(), "narrow".to_owned()];
    let mut builder = builder_with(
        contest(&["a", "b"], plurality()),
        vec![("areas".to_owned(), levels)],
    );
    let at = builder.source(source("sheets"), vec![Field::Registered]);
    let areas = HierarchyIdx::new(0);
    // Narrow 1 votes 60 : 20 per hundred, narrow 2 votes 10 : 50; narrow 3 has no sheet.
    for (id, narrow, row) in [
        ("1", "1", Some([100, 60, 20])),
        ("2", "2", Some([100, 10, 50])),
        ("3", "1", None),
        ("4", "3", None),
    ] {
        let division = builder.division(areas, &["w", narrow], &[]).unwrap();
        let entry = StationEntry {
            divisions: &[division],
            ..StationEntry::default()
        };
        let station = builder.station(id, &entry).unwrap();
        builder.register(station, cell(100), cell(-2));
        if let Some(row) = row {
            push(&mut builder, at, id, &row);
        }
    }
    let data = builder.finish().unwrap();
    let observed = Observed::new(&data, &data.sheets()[0]);
    let found = imputation(&data, &observed, Some(areas), 200).unwrap();
    // Station 3: 60 and 20; station 4 by the whole of its wide division: 35 and 35.
    let votes: Vec<f64> = found.options.iter().map(|option| option.votes).collect();
    assert!(
        (votes[0] - 165.0).abs() < 1e-9 && (votes[1] - 125.0).abs() < 1e-9,
        "{votes:?}"
    );
    assert_eq!((found.by_list, found.backed_off), (true, 100));
}

#[test]
fn without_registered_voters_nothing_is_imputed() {
    let data = simple(contest(&["a"], plurality()), &[("1", &[0, 3])]);
    let observed = Observed::new(&data, &data.sheets()[0]);
    assert_eq!(imputation(&data, &observed, None, 10), None);
}
