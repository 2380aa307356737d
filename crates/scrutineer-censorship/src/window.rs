//! The days that maps show and among which missing ones are told. One device whose clock is years off must not
//! stretch them.

use std::collections::BTreeMap;

use crate::day::Day;

/// Most days from the first to the last.
pub const LONGEST_WINDOW: i32 = 120;

/// First and last measured day of at most [`LONGEST_WINDOW`] days, from measurements a day. Around the election
/// (60 days before it, the day and 59 after it) where any was made then. Else the latest such days that have at
/// least half as many measurements as the days that have most. `None` without any measurement.
pub(crate) fn window(days: &BTreeMap<Day, u64>, election: Option<Day>) -> Option<[Day; 2]> {
    let half = LONGEST_WINDOW / 2;
    let measured = |[first, last]: [Day; 2]| {
        let mut inside = days.range(first..=last).map(|(day, _)| *day);
        let first = inside.next()?;
        Some([first, inside.next_back().unwrap_or(first)])
    };
    election
        .map(|day| [day.plus(-half), day.plus(half - 1)])
        .and_then(measured)
        .or_else(|| measured(latest(days)?))
}

fn latest(days: &BTreeMap<Day, u64>) -> Option<[Day; 2]> {
    let first_of = |last: Day| last.plus(1 - LONGEST_WINDOW);
    let mut leaving = days.iter().peekable();
    let mut sum: u64 = 0;
    let mut sums = Vec::with_capacity(days.len());
    for (last, count) in days {
        sum += count;
        while let Some((_, gone)) = leaving.next_if(|(day, _)| **day < first_of(*last)) {
            sum -= gone;
        }
        sums.push((*last, sum));
    }
    let most = sums.iter().map(|(_, sum)| *sum).max()?;
    let (last, _) = sums.into_iter().rev().find(|(_, sum)| sum * 2 >= most)?;
    Some([first_of(last), last])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(days: &[(i32, u64)], election: Option<i32>) -> Option<[i32; 2]> {
        let days = days.iter().map(|&(day, count)| (Day(day), count)).collect();
        let found = window(&days, election.map(Day));
        found.map(|[first, last]| [first.0, last.0])
    }

    #[test]
    fn a_single_day_far_away_moves_no_window() {
        let mut days: Vec<(i32, u64)> = (1000..1028).map(|day| (day, 48)).collect();
        assert_eq!(found(&days, None), Some([1000, 1027]));
        days.extend([(0, 1), (24_000, 1), (i32::MAX, 1), (i32::MIN, 1)]);
        assert_eq!(found(&days, None), Some([1000, 1027]));
        assert_eq!(found(&days, Some(1014)), Some([1000, 1027]));
    }

    #[test]
    fn of_long_series_the_last_days_are_looked_at_or_those_around_the_election() {
        let days: Vec<(i32, u64)> = (1..=400).map(|day| (day, 10)).collect();
        assert_eq!(found(&days, None), Some([281, 400]));
        assert_eq!(found(&days, Some(200)), Some([140, 259]));
        // Nothing was measured around the day: the last days are all that there is.
        assert_eq!(found(&days, Some(9000)), Some([281, 400]));
    }

    #[test]
    fn ends_are_measured_days_and_without_any_there_is_no_window() {
        assert_eq!(found(&[(5, 1), (9, 1)], Some(7)), Some([5, 9]));
        assert_eq!(found(&[], Some(7)), None);
        assert_eq!(found(&[], None), None);
    }
}
