//! What the sheets say station by station, with every doubt decided against a claim.

use std::ops::Range;

use scrutineer_model::{Cell, Dataset, Field, SheetSet, SourceIdx, StationIdx};

use crate::interval::Interval;
use crate::sums;

/// One entry per station with a sheet, as columns in order of the station. Everything that bounds,
/// feasibility and samples rest on; built once per source.
///
/// Among rival readings the smallest number stands here, and zero where nothing was read: both
/// make the smallest sum of any part of the sheets smaller, so no contradiction comes from a doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observed {
    /// The source.
    pub source: SourceIdx,
    /// The stations.
    pub stations: Vec<StationIdx>,
    /// Registered voters: by the official list, else as printed on the sheet, else 0.
    pub registered: Vec<u32>,
    /// Valid votes: the field, else the votes of the options together.
    pub valid: Vec<u64>,
    /// Invalid votes; `None` where the form has no such field.
    pub invalid: Option<Vec<u32>>,
    /// Blank votes; `None` where the form has no such field.
    pub blank: Option<Vec<u32>>,
    /// Votes per option, in ballot order.
    pub options: Vec<Vec<u32>>,
    /// The sums of the options, in ballot order, open where readings rival each other.
    pub totals: Vec<Interval>,
    /// Votes on sheets on which the votes of some option could not be read.
    pub open: OpenVotes,
    /// Stations whose register is 0 and whose sheet has votes: people vote there off the list.
    pub off_list: u64,
}

/// Votes that were cast at stations with a sheet and whose receiver nobody could read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OpenVotes {
    /// Stations with such votes.
    pub stations: u64,
    /// The most there can be: valid votes less those read, else ballots or voters less those read,
    /// else registered voters less those read.
    pub votes: u64,
    /// Of the stations, those where none of these numbers is known.
    pub not_stated: u64,
}

impl Observed {
    /// Reads the sheets of one source.
    pub fn new(dataset: &Dataset, set: &SheetSet) -> Self {
        let rows = Rows::new(set);
        let least = |column: &[Cell]| rows.least(column, |_, least| least.unwrap_or(0));
        let options: Vec<Vec<u32>> = set.options().iter().map(|column| least(column)).collect();
        let mut voted: Vec<u64> = vec![0; rows.len()];
        for column in &options {
            for (sum, &votes) in voted.iter_mut().zip(column) {
                *sum += u64::from(votes);
            }
        }
        let valid = match set.field(Field::Valid) {
            None => voted,
            Some(column) => rows.least(column, |at, least| least.map_or(voted[at], u64::from)),
        };
        let registered = least(&sums::registered(dataset, set));
        let off_list = registered
            .iter()
            .zip(&valid)
            .filter(|&(&registered, &valid)| registered == 0 && valid > 0)
            .count();
        let totals = set.options().iter().zip(&options);
        Self {
            source: set.source(),
            stations: rows.stations(),
            valid,
            invalid: set.field(Field::Invalid).map(least),
            blank: set.field(Field::Blank).map(least),
            totals: totals
                .map(|(column, least)| rows.total(column, least))
                .collect(),
            open: open_votes(&rows, &registered),
            options,
            registered,
            off_list: u64::try_from(off_list).unwrap_or(u64::MAX),
        }
    }

    /// The sheets of the stations that `keep`, for sums of their smallest readings: the intervals of
    /// rival readings and the open votes are not divided.
    #[must_use]
    pub fn select(&self, keep: impl Fn(StationIdx) -> bool) -> Self {
        let kept: Vec<usize> = (0..self.len())
            .filter(|&at| keep(self.stations[at]))
            .collect();
        let options: Vec<Vec<u32>> = self
            .options
            .iter()
            .map(|column| pick(column, &kept))
            .collect();
        Self {
            source: self.source,
            stations: pick(&self.stations, &kept),
            registered: pick(&self.registered, &kept),
            valid: pick(&self.valid, &kept),
            invalid: self.invalid.as_ref().map(|column| pick(column, &kept)),
            blank: self.blank.as_ref().map(|column| pick(column, &kept)),
            totals: options
                .iter()
                .map(|column| column.iter().map(|&votes| u64::from(votes)).sum())
                .map(Interval::exact)
                .collect(),
            options,
            open: self.open,
            off_list: self.off_list,
        }
    }

    /// Number of stations with a sheet.
    pub fn len(&self) -> usize {
        self.stations.len()
    }

    /// Whether there is no sheet.
    pub fn is_empty(&self) -> bool {
        self.stations.is_empty()
    }

    /// Registered voters of all stations with a sheet.
    pub fn registered_sum(&self) -> u64 {
        self.registered.iter().map(|&count| u64::from(count)).sum()
    }

    /// Valid votes of all stations with a sheet.
    pub fn valid_sum(&self) -> u64 {
        self.valid.iter().sum()
    }

    /// Votes of all options together; the base of every share.
    pub fn votes(&self) -> Interval {
        self.totals
            .iter()
            .copied()
            .fold(Interval::default(), Interval::plus)
    }
}

fn pick<T: Copy>(column: &[T], kept: &[usize]) -> Vec<T> {
    kept.iter().map(|&at| column[at]).collect()
}

/// The readings of every station with a sheet: one, or a run of rivals.
struct Rows<'a> {
    set: &'a SheetSet,
    /// `None` where no readings rival each other. Nearly every source is so, and then the one
    /// reading of each station need not be looked for in a run.
    runs: Option<Vec<Range<usize>>>,
}

impl<'a> Rows<'a> {
    fn new(set: &'a SheetSet) -> Self {
        let runs = (set.rivals().len() > 0).then(|| {
            let mut runs: Vec<Range<usize>> = set.current().map(|row| row..row + 1).collect();
            runs.extend(set.rivals());
            runs.sort_unstable_by_key(|run| run.start);
            runs
        });
        Self { set, runs }
    }

    fn len(&self) -> usize {
        self.set.stations_reported()
    }

    fn iter(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let one = |row: usize| row..row + 1;
        let ones = self.runs.is_none().then(|| self.set.current().map(one));
        let runs = self.runs.iter().flatten().cloned();
        ones.into_iter().flatten().chain(runs)
    }

    fn stations(&self) -> Vec<StationIdx> {
        self.iter()
            .map(|run| self.set.stations()[run.start])
            .collect()
    }

    /// What `make` gives for the position of each station and the smallest number that its readings
    /// have in `column`; `None` where nothing was read.
    fn least<T>(&self, column: &[Cell], make: impl Fn(usize, Option<u32>) -> T) -> Vec<T> {
        match &self.runs {
            None => {
                let rows = self.set.current().enumerate();
                rows.map(|(at, row)| make(at, column[row].count()))
                    .collect()
            }
            Some(runs) => {
                let smallest =
                    |run: &Range<usize>| sums::ends(&column[run.clone()]).map(|(min, _)| min);
                let runs = runs.iter().enumerate();
                runs.map(|(at, run)| make(at, smallest(run))).collect()
            }
        }
    }

    /// The sum of `column`, whose smallest numbers are `least`.
    fn total(&self, column: &[Cell], least: &[u32]) -> Interval {
        if self.runs.is_none() {
            return Interval::exact(least.iter().map(|&votes| u64::from(votes)).sum());
        }
        let sums = sums::sum(self.set, column, sums::Grouping::Whole);
        Interval {
            min: sums.min[0],
            max: sums.min[0] + sums.extra.first().copied().unwrap_or(0),
        }
    }
}

/// The readings of a station may differ in what they leave open; the most counts.
fn open_votes(rows: &Rows<'_>, registered: &[u32]) -> OpenVotes {
    let set = rows.set;
    let mut open = OpenVotes::default();
    if !set.options().iter().any(|column| sums::any_unread(column)) {
        return open;
    }
    for (run, &registered) in rows.iter().zip(registered) {
        let unread = |row: usize| set.options().iter().any(|column| column[row].is_unread());
        let mut most = None;
        for row in run.filter(|&row| unread(row)) {
            let read: u64 = set
                .options()
                .iter()
                .filter_map(|column| column[row].count())
                .map(u64::from)
                .sum();
            let ceiling = [Field::Valid, Field::Ballots, Field::Voters]
                .into_iter()
                .find_map(|field| set.field_at(field, row).count())
                .or_else(|| Some(registered).filter(|&count| count > 0));
            let left = ceiling.map(|ceiling| u64::from(ceiling).saturating_sub(read));
            most = Some(match (most, left) {
                (None, left) => left,
                (Some(Some(held)), Some(left)) => Some(left.max(held)),
                (Some(_), _) => None,
            });
        }
        if let Some(most) = most {
            open.stations += 1;
            open.votes += most.unwrap_or(0);
            open.not_stated += u64::from(most.is_none());
        }
    }
    open
}
