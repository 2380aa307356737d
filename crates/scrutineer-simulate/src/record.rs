//! From sheets to records: copies that are missing, slips of whoever types them in, rows that
//! stand twice.

use scrutineer_model::SheetStatus;

use crate::plan::Plan;
use crate::random::{Domain, Stream};
use crate::scenario::Scenario;
use crate::table::VoteTable;

/// A second row of a station.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RepeatedRow {
    /// The station.
    pub station: u32,
    /// Ballots, valid, invalid, blank, then the votes of the options.
    pub numbers: Vec<u32>,
}

/// One number of one record that differs from the sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slip {
    /// The station.
    pub station: u32,
    /// The option; `None` for the valid votes.
    pub option: Option<usize>,
    /// On the sheet.
    pub before: u32,
    /// On the record.
    pub after: u32,
}

/// What the auditor sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observed {
    /// The records in the order of the stations, also of those whose sheet is missing: only
    /// stations with [`SheetStatus::Received`] are given out.
    pub table: VoteTable,
    /// What became of the sheet of every station.
    pub status: Vec<SheetStatus>,
    /// Second rows, in the order of the stations.
    pub repeats: Vec<RepeatedRow>,
    /// The slips made, in the order of the stations; second rows of repeated rows not included.
    pub slips: Vec<Slip>,
}

impl Observed {
    /// Whether the station's sheet is among the records.
    ///
    /// # Panics
    /// If there is no such station.
    pub fn is_present(&self, station: u32) -> bool {
        self.status[station as usize] == SheetStatus::Received
    }

    /// Stations with a sheet, ascending.
    pub fn present(&self) -> Vec<u32> {
        (0..)
            .zip(&self.status)
            .filter(|(_, status)| **status == SheetStatus::Received)
            .map(|(station, _)| station)
            .collect()
    }

    /// Number of records: sheets received and rows repeated.
    pub fn rows(&self) -> usize {
        let received = |status: &&SheetStatus| **status == SheetStatus::Received;
        self.status.iter().filter(received).count() + self.repeats.len()
    }
}

/// Numbers of a row before the options; the slip of a second row is in a vote.
const FIELDS: usize = 4;

/// Reasons for a missing sheet and how often each is given, of 100.
const REASONS: [(SheetStatus, u32); 7] = [
    (SheetStatus::NotReached, 30),
    (SheetStatus::CopyRefused, 22),
    (SheetStatus::AgentNotAdmitted, 18),
    (SheetStatus::NotPrinted, 10),
    (SheetStatus::AgentRemoved, 6),
    (SheetStatus::Seized, 4),
    (SheetStatus::Unknown, 10),
];

/// Reasons for a sheet that somebody withholds.
const WITHHELD: [(SheetStatus, u32); 3] = [
    (SheetStatus::CopyRefused, 60),
    (SheetStatus::AgentNotAdmitted, 30),
    (SheetStatus::AgentRemoved, 10),
];

/// Makes the records of the sheets.
pub(crate) fn record(plan: &Plan, leader: usize, sheets: VoteTable) -> Observed {
    let status = missing(plan, leader, &sheets);
    let mut observed = Observed {
        table: sheets,
        status,
        repeats: Vec::new(),
        slips: Vec::new(),
    };
    let present = observed.present();
    let all = u32::try_from(present.len()).unwrap_or(u32::MAX);
    let by_scenario = match plan.scenario {
        Scenario::TranscriptionSlips { sheets } => sheets.of(all),
        _ => 0,
    };
    let slips = (plan.slips.of(all) + by_scenario).min(all);
    let mut stream = Stream::new(plan.seed, Domain::Slips, 0);
    for chosen in stream.choose(slips, all) {
        slip_on_record(&mut stream, &mut observed, present[chosen as usize]);
    }
    repeat_rows(plan, &present, &mut observed);
    observed
}

fn missing(plan: &Plan, leader: usize, sheets: &VoteTable) -> Vec<SheetStatus> {
    let all = plan.stations;
    let mut status = vec![SheetStatus::Received; all as usize];
    let mut stream = Stream::new(plan.seed, Domain::Missing, 0);
    let withheld = match plan.scenario {
        Scenario::WithheldAtRandom { tables } => stream.choose(tables.of(all), all),
        Scenario::WithheldSelectively { tables } => strongholds(sheets, leader, tables.of(all)),
        _ => Vec::new(),
    };
    for station in withheld {
        status[station as usize] = reason(&mut stream, &WITHHELD);
    }
    let left: Vec<usize> = (0..status.len())
        .filter(|&station| status[station] == SheetStatus::Received)
        .collect();
    let among = u32::try_from(left.len()).unwrap_or(u32::MAX);
    for chosen in stream.choose(plan.missing.of(all), among) {
        status[left[chosen as usize]] = reason(&mut stream, &REASONS);
    }
    status
}

fn reason(stream: &mut Stream, reasons: &[(SheetStatus, u32)]) -> SheetStatus {
    let weights: Vec<u32> = reasons.iter().map(|&(_, weight)| weight).collect();
    reasons[stream.weighted(&weights)].0
}

/// The stations where the option has the largest share of the valid votes; of equal shares the
/// first. A station without valid votes has none.
fn strongholds(sheets: &VoteTable, option: usize, count: u32) -> Vec<u32> {
    let mut order: Vec<u32> = (0..).take(sheets.len()).collect();
    let part = |station: u32| {
        let at = station as usize;
        let valid = u64::from(sheets.valid[at]);
        (u64::from(sheets.options[option][at]), valid.max(1))
    };
    order.sort_by(|&a, &b| {
        let ((votes_a, valid_a), (votes_b, valid_b)) = (part(a), part(b));
        (votes_b * valid_a)
            .cmp(&(votes_a * valid_b))
            .then(a.cmp(&b))
    });
    order.truncate(count as usize);
    order
}

fn slip_on_record(stream: &mut Stream, observed: &mut Observed, station: u32) {
    let at = station as usize;
    let options = observed.table.options.len();
    // One number among the options and the valid votes; a change of either breaks their sum.
    let lines = u32::try_from(options + 1).unwrap_or(1);
    let line = stream.below(lines) as usize;
    let (option, column) = match observed.table.options.get_mut(line) {
        Some(column) => (Some(line), column),
        None => (None, &mut observed.table.valid),
    };
    let before = column[at];
    let after = misread(stream, before);
    column[at] = after;
    observed.slips.push(Slip {
        station,
        option,
        before,
        after,
    });
}

/// The number with one digit changed, or with two neighbouring different digits exchanged; always
/// another number, with at most as many digits.
fn misread(stream: &mut Stream, number: u32) -> u32 {
    let digits = number.checked_ilog10().unwrap_or(0) + 1;
    let digit = |position: u32| number / 10u32.pow(position) % 10;
    let swaps: Vec<u32> = (1..digits)
        .filter(|&position| digit(position) != digit(position - 1))
        .collect();
    if !swaps.is_empty() && stream.below(2) == 0 {
        let chosen = stream.below(u32::try_from(swaps.len()).unwrap_or(1)) as usize;
        let (high, low) = (10u32.pow(swaps[chosen]), 10u32.pow(swaps[chosen] - 1));
        let (upper, lower) = (digit(swaps[chosen]), digit(swaps[chosen] - 1));
        return number - upper * high - lower * low + lower * high + upper * low;
    }
    let position = stream.below(digits);
    let old = digit(position);
    let new = (old + stream.between(1, 9)) % 10;
    number - old * 10u32.pow(position) + new * 10u32.pow(position)
}

fn repeat_rows(plan: &Plan, present: &[u32], observed: &mut Observed) {
    let all = u32::try_from(present.len()).unwrap_or(u32::MAX);
    let (by_scenario, differing) = match plan.scenario {
        Scenario::RepeatedRows { stations } => (stations.of(all), true),
        _ => (0, false),
    };
    let mut stream = Stream::new(plan.seed, Domain::Repeats, 0);
    let repeated = stream.choose((by_scenario + plan.repeats).min(all), all);
    for (count, chosen) in repeated.into_iter().enumerate() {
        let station = present[chosen as usize];
        let mut numbers: Vec<u32> = observed.table.row(station).collect();
        if differing && count % 2 == 1 {
            let lines = u32::try_from(numbers.len() - FIELDS).unwrap_or(1);
            let line = FIELDS + stream.below(lines) as usize;
            numbers[line] = misread(&mut stream, numbers[line]);
        }
        observed.repeats.push(RepeatedRow { station, numbers });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_changes_one_digit_or_exchanges_two_neighbours() {
        let mut stream = Stream::new(77, Domain::Slips, 0);
        for number in (0..2000).chain([99_999, 100_000, 1_234_567]) {
            let after = misread(&mut stream, number);
            let (a, b) = (format!("{number:07}"), format!("{after:07}"));
            let differing: Vec<usize> = (0..7)
                .filter(|&at| a.as_bytes()[at] != b.as_bytes()[at])
                .collect();
            match differing.as_slice() {
                [_] => {}
                [i, j] if i + 1 == *j => {
                    assert_eq!(a.as_bytes()[*i], b.as_bytes()[*j]);
                    assert_eq!(a.as_bytes()[*j], b.as_bytes()[*i]);
                }
                _ => panic!("{number} became {after}"),
            }
        }
    }

    #[test]
    fn strongholds_are_the_stations_with_the_largest_share_not_the_largest_count() {
        let mut sheets = VoteTable::with_capacity(2, 4);
        sheets.push(&[500, 500], 0, 0);
        sheets.push(&[9, 1], 0, 0);
        sheets.push(&[0, 0], 0, 0);
        sheets.push(&[18, 2], 0, 0);
        assert_eq!(strongholds(&sheets, 0, 2), [1, 3]);
        assert_eq!(strongholds(&sheets, 0, 3), [1, 3, 0]);
    }
}
