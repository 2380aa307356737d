//! Truth and records differ by the stated amounts and by nothing else.

use std::collections::BTreeSet;

use scrutineer_model::SheetStatus;
use scrutineer_simulate::{Plan, Scenario, Share, Simulated, VoteTable, simulate};

const STATIONS: u32 = 1500;

fn run(scenario: Scenario) -> Simulated {
    simulate(&Plan::new(STATIONS, 31).scenario(scenario)).unwrap()
}

/// Stations whose numbers differ between two tables.
fn differing(a: &VoteTable, b: &VoteTable) -> BTreeSet<usize> {
    let columns = |table: &VoteTable| -> Vec<Vec<u32>> {
        let mut columns = table.options().to_vec();
        columns.extend([
            table.valid().to_vec(),
            table.invalid().to_vec(),
            table.blank().to_vec(),
            table.ballots().to_vec(),
        ]);
        columns
    };
    let (a, b) = (columns(a), columns(b));
    (0..a[0].len())
        .filter(|&row| a.iter().zip(&b).any(|(x, y)| x[row] != y[row]))
        .collect()
}

fn assert_sums_hold(election: &Simulated, table: &VoteTable) {
    for row in 0..table.len() {
        let options: u32 = table.options().iter().map(|column| column[row]).sum();
        assert_eq!(options, table.valid()[row]);
        let ballots = table.valid()[row] + table.invalid()[row] + table.blank()[row];
        assert_eq!(ballots, table.ballots()[row]);
        assert!(ballots <= election.layout().registered()[row]);
    }
}

/// (votes won, votes lost) summed over options and stations.
fn exchanged(truth: &VoteTable, sheets: &VoteTable) -> (u64, u64) {
    let (mut won, mut lost) = (0, 0);
    for (before, after) in truth.options().iter().zip(sheets.options()) {
        for (&before, &after) in before.iter().zip(after) {
            won += u64::from(after.saturating_sub(before));
            lost += u64::from(before.saturating_sub(after));
        }
    }
    (won, lost)
}

#[test]
fn the_same_plan_gives_the_same_election_and_another_seed_another() {
    let plan = Plan::demo();
    assert_eq!(simulate(&plan), simulate(&plan));
    let a = simulate(&Plan::small(1)).unwrap();
    let b = simulate(&Plan::small(2)).unwrap();
    assert_ne!(a.truth(), b.truth());
    assert_ne!(a.layout(), b.layout());
}

#[test]
fn what_happens_later_changes_nothing_that_happened_before() {
    let honest = run(Scenario::Honest);
    for scenario in Scenario::ALL {
        assert_eq!(run(scenario).truth(), honest.truth(), "{}", scenario.word());
    }
}

#[test]
fn honest_sheets_equal_the_ballots_and_their_sums_hold() {
    let election = run(Scenario::Honest);
    assert_eq!(election.truth(), &election.observed().table);
    assert_sums_hold(&election, election.truth());
    assert_eq!(election.observed().present().len(), STATIONS as usize);
    let declared = election.declarations().last().unwrap();
    let votes = declared
        .options
        .iter()
        .map(|option| option.votes.as_ref().unwrap().value());
    assert!(votes.eq(election.truth().totals().options));
}

#[test]
fn a_declaration_follows_the_sheets_where_the_scenario_changes_sheets() {
    for scenario in &Scenario::ALL[1..6] {
        let election = run(*scenario);
        assert_sums_hold(&election, &election.observed().table);
        let declared = election.declarations().last().unwrap();
        let votes = declared
            .options
            .iter()
            .map(|option| option.votes.as_ref().unwrap().value());
        let sheets = election.observed().table.totals();
        assert!(
            votes.eq(sheets.options.iter().copied()),
            "{}",
            scenario.word()
        );
        assert_ne!(
            sheets.options,
            election.truth().totals().options,
            "{}",
            scenario.word()
        );
    }
}

#[test]
fn added_ballots_are_votes_of_the_runner_up_on_the_stated_share_of_tables() {
    let election = run(Scenario::named("added-ballots").unwrap());
    let sheets = &election.observed().table;
    let touched = differing(election.truth(), sheets);
    assert_eq!(touched.len(), 30);
    let runner_up = election.truth().totals().ranking()[1];
    for &row in &touched {
        let unused = election.layout().registered()[row] - election.truth().ballots()[row];
        let added = sheets.ballots()[row] - election.truth().ballots()[row];
        assert_eq!(added, unused * 6 / 10);
        let before = election.truth().options()[runner_up][row];
        assert_eq!(sheets.options()[runner_up][row], before + added);
    }
    let added = sheets.totals().ballots - election.truth().totals().ballots;
    assert_eq!(election.edits().added, added);
    assert_eq!(exchanged(election.truth(), sheets), (added, 0));
}

#[test]
fn moved_votes_leave_every_sum_and_go_from_the_first_to_the_second() {
    let election = run(Scenario::named("moved-votes").unwrap());
    let sheets = &election.observed().table;
    let touched = differing(election.truth(), sheets);
    assert_eq!(touched.len(), 30);
    let ranking = election.truth().totals().ranking();
    for &row in &touched {
        let before = election.truth().options()[ranking[0]][row];
        assert_eq!(before - sheets.options()[ranking[0]][row], before * 3 / 10);
    }
    assert_eq!(sheets.valid(), election.truth().valid());
    let moved = election.edits().moved;
    assert_eq!(exchanged(election.truth(), sheets), (moved, moved));
}

#[test]
fn moved_votes_over_whole_places_touch_all_tables_of_a_tenth_of_the_places() {
    let election = run(Scenario::named("moved-votes-whole-places").unwrap());
    let touched = differing(election.truth(), &election.observed().table);
    let places: BTreeSet<u32> = touched
        .iter()
        .map(|&row| election.layout().place_of()[row])
        .collect();
    let tenth = election.layout().places() as usize / 10;
    // A place without a vote to move shows no change.
    assert!(
        places.len() <= tenth && places.len() + 3 >= tenth,
        "{} of {tenth}",
        places.len()
    );
    for &place in &places {
        for station in election.layout().stations_of(place) {
            assert!(touched.contains(&(station as usize)));
        }
    }
}

#[test]
fn target_percentages_stand_on_multiples_of_five() {
    let election = run(Scenario::named("target-percentages").unwrap());
    let sheets = &election.observed().table;
    let touched = differing(election.truth(), sheets);
    assert!((28..=30).contains(&touched.len()), "{}", touched.len());
    let runner_up = election.truth().totals().ranking()[1];
    for &row in &touched {
        let (votes, valid) = (sheets.options()[runner_up][row], sheets.valid()[row]);
        // Within half a vote of m/20 of the valid votes: |20 votes - m valid| <= 10.
        let rest = (20 * votes) % valid;
        assert!(rest <= 10 || valid - rest <= 10, "{votes} of {valid}");
        assert!(votes > election.truth().options()[runner_up][row]);
    }
    assert_eq!(sheets.valid(), election.truth().valid());
}

#[test]
fn sheets_from_a_formula_differ_from_the_place_by_less_than_one_vote() {
    let election = run(Scenario::named("sheets-from-formula").unwrap());
    let (truth, sheets) = (election.truth(), &election.observed().table);
    let touched = differing(truth, sheets);
    let several = (0..election.layout().places())
        .filter(|&place| election.layout().stations_of(place).len() > 1)
        .count();
    let places: BTreeSet<u32> = touched
        .iter()
        .map(|&row| election.layout().place_of()[row])
        .collect();
    assert_eq!(places.len(), several / 10);
    for place in places {
        let rows: Vec<usize> = election
            .layout()
            .stations_of(place)
            .map(|station| station as usize)
            .collect();
        let valid: u64 = rows.iter().map(|&row| u64::from(truth.valid()[row])).sum();
        for (before, after) in truth.options().iter().zip(sheets.options()) {
            let votes: u64 = rows.iter().map(|&row| u64::from(before[row])).sum();
            for &row in &rows {
                let share = votes * u64::from(truth.valid()[row]);
                let written = u64::from(after[row]) * valid;
                assert!(written.abs_diff(share) < valid);
            }
        }
    }
}

#[test]
fn withheld_sheets_are_the_stated_number_with_a_reason_each() {
    let at_random = run(Scenario::named("withheld-at-random").unwrap());
    assert_eq!(at_random.observed().present().len(), 1425);
    let selectively = run(Scenario::named("withheld-selectively").unwrap());
    assert_eq!(selectively.observed().present().len(), 1125);
    let leader = selectively.truth().totals().ranking()[0];
    let share = |row: u32| {
        let row = row as usize;
        let votes = selectively.truth().options()[leader][row];
        f64::from(votes) / f64::from(selectively.truth().valid()[row].max(1))
    };
    let (mut held, mut withheld) = (0.0f64, 1.0f64);
    for station in 0..STATIONS {
        if selectively.observed().is_present(station) {
            held = held.max(share(station));
        } else {
            withheld = withheld.min(share(station));
            let status = selectively.observed().status[station as usize];
            assert_ne!(status, SheetStatus::Unknown);
        }
    }
    assert!(withheld >= held - 1e-12, "{withheld} below {held}");
}

#[test]
fn slips_change_one_number_of_the_stated_share_of_records() {
    let election = run(Scenario::named("transcription-slips").unwrap());
    let observed = election.observed();
    let touched = differing(election.truth(), &observed.table);
    assert_eq!(touched.len(), 7);
    assert_eq!(observed.slips.len(), 7);
    for slip in &observed.slips {
        let row = slip.station as usize;
        assert!(touched.contains(&row) && slip.before != slip.after);
        let options: u32 = observed
            .table
            .options()
            .iter()
            .map(|column| column[row])
            .sum();
        assert_ne!(
            options,
            observed.table.valid()[row],
            "the slip breaks the sum"
        );
    }
}

#[test]
fn repeated_rows_are_half_equal_and_half_different() {
    let election = run(Scenario::named("repeated-rows").unwrap());
    let observed = election.observed();
    assert_eq!(observed.repeats.len(), 15);
    let data = election.to_dataset().unwrap();
    let sheets = &data.sheets()[0];
    assert_eq!(sheets.len(), STATIONS as usize + 15);
    assert_eq!(sheets.rivals().len(), 7);
    assert_eq!(sheets.stations_reported(), STATIONS as usize);
}

#[test]
fn totals_not_from_sheets_name_the_second_and_keep_the_sum() {
    let election = run(Scenario::TotalsNotFromSheets);
    let truth = election.truth().totals();
    assert_eq!(election.truth(), &election.observed().table);
    let declared = election.declarations().last().unwrap();
    assert_eq!(declared.winners[0].get(), truth.ranking()[1]);
    assert_ne!(declared.winners[0], election.true_winner());
    let sum: u64 = declared
        .options
        .iter()
        .map(|o| o.votes.as_ref().unwrap().value())
        .sum();
    assert_eq!(sum, truth.valid);
}

#[test]
fn rounded_totals_are_reached_from_one_decimal_percentages() {
    let election = run(Scenario::RoundedTotals);
    let truth = election.truth().totals();
    let declared = election.declarations().last().unwrap();
    let votes: Vec<u64> = declared
        .options
        .iter()
        .map(|o| o.votes.as_ref().unwrap().value())
        .collect();
    assert_eq!(votes.iter().sum::<u64>(), truth.valid);
    // One count is fixed by the sum; each other lies within half a vote of k/1000 of it.
    let reached = |votes: u64| {
        let rest = votes * 1000 % truth.valid;
        rest <= 500 || truth.valid - rest <= 500
    };
    assert!(votes.iter().filter(|&&votes| reached(votes)).count() + 1 >= votes.len());
    assert!(
        truth
            .options
            .iter()
            .filter(|&&votes| reached(votes))
            .count()
            < 2
    );
}

#[test]
fn the_demo_has_something_of_everything() {
    let election = simulate(&Plan::demo()).unwrap();
    let observed = election.observed();
    assert_eq!(observed.present().len(), 1152);
    assert_eq!(observed.slips.len(), 5);
    assert_eq!(observed.repeats.len(), 1);
    let reasons: BTreeSet<SheetStatus> = observed.status.iter().copied().collect();
    assert!(
        reasons.contains(&SheetStatus::CopyRefused) && reasons.contains(&SheetStatus::NotReached)
    );
    let ids: Vec<&str> = election
        .declarations()
        .iter()
        .map(|d| d.id.as_str())
        .collect();
    assert_eq!(ids, ["bulletin-1", "final"]);
    let [first, last] = election.declarations() else {
        panic!("two declarations");
    };
    assert_eq!(first.winners[0], election.true_winner());
    assert_ne!(last.winners[0], election.true_winner());
    // The final one never takes back what the bulletin gave, so its increments say nothing.
    for (early, late) in first.options.iter().zip(&last.options) {
        let votes =
            |option: &scrutineer_model::DeclaredOption| option.votes.as_ref().unwrap().value();
        assert!(votes(early) <= votes(late));
    }
}

#[test]
fn a_share_of_nothing_touches_nothing() {
    let honest = run(Scenario::Honest);
    for scenario in Scenario::ALL {
        let election = run(scenario.touching(Share::NONE));
        assert_eq!(
            election.observed(),
            honest.observed(),
            "{}",
            scenario.word()
        );
    }
}
