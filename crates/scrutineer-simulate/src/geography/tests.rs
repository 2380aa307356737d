use super::*;
use crate::plan::Plan;
use crate::simulate::simulate;

fn geography() -> Geography {
    let plan = Plan::new(2000, 5).register_file(false);
    let dataset = simulate(&plan).unwrap().to_dataset().unwrap();
    Geography::of(&dataset, &dataset.sheets()[0]).unwrap()
}

const HONEST: SheetChange = SheetChange::Scenario(Scenario::Honest);

#[test]
fn every_station_keeps_its_voters_and_its_place() {
    let geography = geography();
    let (sheets, edits) = geography.run(1, None, HONEST);
    assert_eq!((sheets.len(), geography.stations()), (2000, 2000));
    assert!(edits.stations.is_empty());
    for (ballots, registered) in sheets.ballots().iter().zip(geography.registered()) {
        assert!(*ballots <= registered);
    }
    assert!(
        geography
            .place_of()
            .windows(2)
            .all(|pair| pair[0] <= pair[1])
    );
}

#[test]
fn national_totals_stay_near_those_of_the_source() {
    // Multinomial with 2,000 tables of about 650 voters: a share moves by about
    // sqrt(0.25 / 800,000) = 0.0006.
    let plan = Plan::new(2000, 5).register_file(false);
    let simulated = simulate(&plan).unwrap();
    let dataset = simulated.to_dataset().unwrap();
    let geography = Geography::of(&dataset, &dataset.sheets()[0]).unwrap();
    let before = simulated.truth().totals();
    let after = geography.run(9, None, HONEST).0.totals();
    for (old, new) in before.options.iter().zip(&after.options) {
        let share = |votes: u64, valid: u64| votes as f64 / valid as f64;
        let moved = share(*old, before.valid) - share(*new, after.valid);
        assert!(moved.abs() < 0.004, "{moved}");
    }
}

#[test]
fn seeds_give_other_elections_and_equal_seeds_the_same() {
    let geography = geography();
    let run = |seed| geography.run(seed, Some(3700), HONEST).0;
    assert_eq!(run(3), run(3));
    assert_ne!(run(3), run(4));
}

#[test]
fn changes_touch_as_many_sheets_as_they_say_and_keep_the_sums() {
    let geography = geography();
    let tables = Share::per_million(5000).unwrap();
    for change in [
        SheetChange::ExchangedLines { tables },
        SheetChange::InventedDigits { tables },
        SheetChange::Scenario(Scenario::ALL[2].touching(tables)),
    ] {
        let (sheets, edits) = geography.run(7, None, change);
        assert_eq!(edits.stations.len(), 10, "{change:?}");
        for row in 0..sheets.len() {
            let sum: u32 = sheets.options().iter().map(|column| column[row]).sum();
            assert_eq!(sum, sheets.valid()[row]);
        }
    }
}
