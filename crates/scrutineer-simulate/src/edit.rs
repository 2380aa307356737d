//! What a scenario changes on the sheets, between the ballots and the copies.

use std::cmp::Reverse;

use crate::layout::Layout;
use crate::random::{Domain, Stream};
use crate::scenario::Scenario;
use crate::share::Share;
use crate::table::VoteTable;

/// What was changed on the sheets: the amounts by which they differ from the ballots.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits {
    /// Stations whose sheets differ from their ballots, ascending.
    pub stations: Vec<u32>,
    /// Votes, valid votes and ballots added.
    pub added: u64,
    /// Votes that stand in another option's line.
    pub moved: u64,
}

/// The options that gain and lose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sides {
    pub(crate) leader: usize,
    pub(crate) runner_up: usize,
}

/// Applies the scenario to sheets that still equal the ballots.
pub(crate) fn edit(
    scenario: Scenario,
    seed: u64,
    layout: &Layout,
    sides: Sides,
    sheets: &mut VoteTable,
) -> Edits {
    let mut stream = Stream::new(seed, Domain::Scenario, 0);
    let mut edits = Edits::default();
    match scenario {
        Scenario::AddedBallots { tables, of_unused } => {
            for station in choose_tables(&mut stream, layout, tables) {
                let at = station as usize;
                let unused = layout.registered()[at].saturating_sub(sheets.ballots[at]);
                let added = of_unused.of(unused);
                sheets.options[sides.runner_up][at] += added;
                sheets.valid[at] += added;
                sheets.ballots[at] += added;
                edits.note(station, u64::from(added), 0);
            }
        }
        Scenario::MovedVotes { tables, part } => {
            for station in choose_tables(&mut stream, layout, tables) {
                edits.move_votes(sheets, sides, station, part);
            }
        }
        Scenario::MovedVotesWholePlaces { places, part } => {
            for place in stream.choose(places.of(layout.places()), layout.places()) {
                for station in layout.stations_of(place) {
                    edits.move_votes(sheets, sides, station, part);
                }
            }
        }
        Scenario::TargetPercentages { tables } => {
            for station in choose_tables(&mut stream, layout, tables) {
                let moved = raise_to_target(sheets, sides.runner_up, station as usize);
                edits.note(station, 0, u64::from(moved));
            }
        }
        Scenario::SheetsFromFormula { places } => {
            let several: Vec<u32> = (0..layout.places())
                .filter(|&place| layout.stations_of(place).len() > 1)
                .collect();
            let all = u32::try_from(several.len()).unwrap_or(u32::MAX);
            for chosen in stream.choose(places.of(all), all) {
                let stations = layout.stations_of(several[chosen as usize]);
                edits.compute_place(sheets, stations);
            }
        }
        Scenario::Honest
        | Scenario::WithheldAtRandom { .. }
        | Scenario::WithheldSelectively { .. }
        | Scenario::TotalsNotFromSheets
        | Scenario::RoundedTotals
        | Scenario::TranscriptionSlips { .. }
        | Scenario::RepeatedRows { .. } => {}
    }
    edits
}

fn choose_tables(stream: &mut Stream, layout: &Layout, tables: Share) -> Vec<u32> {
    stream.choose(tables.of(layout.stations()), layout.stations())
}

impl Edits {
    fn note(&mut self, station: u32, added: u64, moved: u64) {
        if added + moved > 0 {
            self.stations.push(station);
            self.added += added;
            self.moved += moved;
        }
    }

    fn move_votes(&mut self, sheets: &mut VoteTable, sides: Sides, station: u32, part: Share) {
        let at = station as usize;
        let moved = part.of(sheets.options[sides.leader][at]);
        sheets.options[sides.leader][at] -= moved;
        sheets.options[sides.runner_up][at] += moved;
        self.note(station, 0, u64::from(moved));
    }

    /// Every table of the place gets the place's percentages of its own valid votes.
    fn compute_place(&mut self, sheets: &mut VoteTable, stations: std::ops::Range<u32>) {
        let place: Vec<u64> = sheets
            .options
            .iter()
            .map(|column| {
                let range = stations.start as usize..stations.end as usize;
                column[range].iter().map(|&count| u64::from(count)).sum()
            })
            .collect();
        for station in stations {
            let at = station as usize;
            let computed = apportion(u64::from(sheets.valid[at]), &place);
            let mut moved = 0;
            for (column, count) in sheets.options.iter_mut().zip(computed) {
                let count = u32::try_from(count).unwrap_or(u32::MAX);
                moved += u64::from(count.saturating_sub(column[at]));
                column[at] = count;
            }
            self.note(station, 0, moved);
        }
    }
}

/// `total` divided in proportion to `weights`, each part rounded down and the rest given to the
/// largest remainders; of equal ones to the first. All zero where the weights are.
pub(crate) fn apportion(total: u64, weights: &[u64]) -> Vec<u64> {
    let sum: u64 = weights.iter().sum();
    if sum == 0 {
        return vec![0; weights.len()];
    }
    let product = |weight: u64| u128::from(total) * u128::from(weight);
    let part = |value: u128| u64::try_from(value / u128::from(sum)).unwrap_or(u64::MAX);
    let mut parts: Vec<u64> = weights
        .iter()
        .map(|&weight| part(product(weight)))
        .collect();
    let rest = total - parts.iter().sum::<u64>();
    let mut order: Vec<usize> = (0..weights.len()).collect();
    order.sort_by_key(|&at| (Reverse(product(weights[at]) % u128::from(sum)), at));
    for &at in order.iter().take(usize::try_from(rest).unwrap_or(0)) {
        parts[at] += 1;
    }
    parts
}

/// Raises an option to the next multiple of 5 % of the valid votes; returns the votes moved.
fn raise_to_target(sheets: &mut VoteTable, option: usize, at: usize) -> u32 {
    let valid = sheets.valid[at];
    let votes = sheets.options[option][at];
    if valid == 0 || votes == valid {
        return 0;
    }
    let step = (u64::from(votes) * 20 / u64::from(valid) + 1).min(20);
    // Rounded half up, as a press office would.
    let target = (u64::from(valid) * step + 10) / 20;
    let target = u32::try_from(target).unwrap_or(valid).min(valid);
    let wanted = target.saturating_sub(votes);
    let mut left = wanted;
    let mut others: Vec<usize> = (0..sheets.options.len())
        .filter(|&at| at != option)
        .collect();
    others.sort_by_key(|&other| (Reverse(sheets.options[other][at]), other));
    for other in others {
        let taken = sheets.options[other][at].min(left);
        sheets.options[other][at] -= taken;
        left -= taken;
    }
    sheets.options[option][at] += wanted;
    wanted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet(votes: &[u32]) -> VoteTable {
        let mut table = VoteTable::with_capacity(votes.len(), 1);
        table.push(votes, 0, 0);
        table
    }

    #[test]
    fn parts_add_up_and_the_rest_goes_to_the_largest_remainders() {
        // 100 by 1 : 1 : 1 leaves one; 7 by 5 : 3 : 2 is 3.5, 2.1, 1.4.
        assert_eq!(apportion(100, &[1, 1, 1]), [34, 33, 33]);
        assert_eq!(apportion(7, &[5, 3, 2]), [4, 2, 1]);
        assert_eq!(apportion(7, &[0, 0]), [0, 0]);
        assert_eq!(apportion(u64::MAX, &[u64::MAX]), [u64::MAX]);
    }

    #[test]
    fn a_raised_option_stands_at_the_next_multiple_of_five_percent() {
        // 31 of 100 is raised to 35; the largest other gives first.
        let mut table = sheet(&[60, 31, 9]);
        assert_eq!(raise_to_target(&mut table, 1, 0), 4);
        assert_eq!(table.row(0).skip(4).collect::<Vec<_>>(), [56, 35, 9]);
        // 35 of 100 stands on a multiple already: the next one is 40.
        assert_eq!(raise_to_target(&mut table, 1, 0), 5);
        // 19 of 20 is raised to all 20.
        let mut table = sheet(&[1, 19]);
        assert_eq!(raise_to_target(&mut table, 1, 0), 1);
        assert_eq!(raise_to_target(&mut table, 1, 0), 0);
        assert_eq!(raise_to_target(&mut sheet(&[0, 0]), 1, 0), 0);
    }
}
