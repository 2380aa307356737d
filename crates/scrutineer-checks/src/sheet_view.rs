//! The sheets of one source as the checks read them: the readings that hold, and the sums that
//! several checks need, computed once per column.

use scrutineer_model::{
    Cell, Contest, Current, Dataset, Field, Locator, OptionIdx, SheetSet, Source, StationIdx,
};

use crate::catalogue::CheckInfo;
use crate::sink::Draft;

/// One source while it is checked.
pub(crate) struct SheetView<'a> {
    pub(crate) dataset: &'a Dataset,
    pub(crate) set: &'a SheetSet,
    pub(crate) source: &'a Source,
    pub(crate) contest: &'a Contest,
    /// Readings that hold: the current ones and the rivals, in order of the rows.
    pub(crate) held: Vec<u32>,
    /// Per reading, the sum of the options that were read.
    option_sum: Vec<u64>,
    /// Per reading, whether an option is unread.
    option_unread: Vec<bool>,
}

impl<'a> SheetView<'a> {
    pub(crate) fn new(dataset: &'a Dataset, set: &'a SheetSet) -> Self {
        let rows = set.len();
        let mut option_sum = vec![0u64; rows];
        let mut option_unread = vec![false; rows];
        for column in set.options() {
            let sums = option_sum.iter_mut().zip(&mut option_unread);
            for ((sum, unread), cell) in sums.zip(column) {
                *sum += u64::from(cell.count().unwrap_or(0));
                *unread |= cell.is_unread();
            }
        }
        let mut held: Vec<u32> = set.current().map(position).collect();
        if set.rivals().len() > 0 {
            held.extend(set.rivals().flatten().map(position));
            held.sort_unstable();
        }
        Self {
            dataset,
            set,
            source: dataset.source(set.source()),
            contest: dataset.contest(set.contest()),
            held,
            option_sum,
            option_unread,
        }
    }

    /// The readings that hold.
    pub(crate) fn rows(&self) -> impl ExactSizeIterator<Item = usize> + '_ {
        self.held.iter().map(|&row| row as usize)
    }

    /// Number of options of the contest.
    pub(crate) fn options(&self) -> impl Iterator<Item = OptionIdx> + use<> {
        (0..self.set.options().len()).map(OptionIdx::new)
    }

    /// The sum of the options that were read.
    pub(crate) fn option_sum(&self, row: usize) -> u64 {
        self.option_sum[row]
    }

    /// Whether an option of the reading is unread.
    pub(crate) fn has_unread_option(&self, row: usize) -> bool {
        self.option_unread[row]
    }

    /// Valid votes: as written, else the sum of the options where all are read.
    pub(crate) fn valid(&self, row: usize) -> Option<u64> {
        match self.set.field_at(Field::Valid, row).count() {
            Some(valid) => Some(u64::from(valid)),
            None if self.option_unread[row] => None,
            None => Some(self.option_sum[row]),
        }
    }

    /// Ballots: as written, else valid + invalid (+ blank where the form has it), all read; `None`
    /// where the form has no invalid votes.
    pub(crate) fn ballots(&self, row: usize) -> Option<u64> {
        if let Some(ballots) = self.set.field_at(Field::Ballots, row).count() {
            return Some(u64::from(ballots));
        }
        let invalid = self.set.field_at(Field::Invalid, row).count()?;
        let blank = match self.set.field_at(Field::Blank, row) {
            Cell::NOT_ON_FORM => 0,
            cell => cell.count()?,
        };
        Some(self.valid(row)? + u64::from(invalid) + u64::from(blank))
    }

    /// Ballots, or the part of them that was read: never more than there are.
    pub(crate) fn ballots_at_least(&self, row: usize) -> u64 {
        if let Some(ballots) = self.ballots(row) {
            return ballots;
        }
        let read = |field| u64::from(self.set.field_at(field, row).count().unwrap_or(0));
        let valid = self.valid(row).unwrap_or(self.option_sum[row]);
        valid + read(Field::Invalid) + read(Field::Blank)
    }

    /// The largest number of votes for one option on a reading; `None` where one is unread.
    pub(crate) fn largest_option(&self, row: usize) -> Option<u64> {
        if self.option_unread[row] {
            return None;
        }
        let columns = self.set.options().iter();
        columns
            .map(|column| u64::from(column[row].count().unwrap_or(0)))
            .max()
    }

    pub(crate) fn station(&self, row: usize) -> StationIdx {
        self.set.stations()[row]
    }

    pub(crate) fn station_id(&self, row: usize) -> &str {
        self.dataset.stations().id(self.station(row))
    }

    /// A finding about the source.
    pub(crate) fn draft(&self, info: &'static CheckInfo) -> Draft {
        Draft::new(info).source(self.source.id.as_str())
    }

    /// A finding about one reading; rivals are told apart by their position among the readings of
    /// the station, which does not depend on the order of files.
    pub(crate) fn draft_at(&self, info: &'static CheckInfo, row: usize) -> Draft {
        let draft = self
            .draft(info)
            .station(self.station_id(row))
            .locator(self.locator(row));
        if self.set.rivals().len() > 0
            && let Current::Rivals(run) = self.set.current_at(self.station(row))
        {
            return draft.part(format!("reading-{}", row + 1 - run.start));
        }
        draft
    }

    /// File and line of a reading.
    pub(crate) fn locator(&self, row: usize) -> Locator {
        let (file, line) = self.set.locator(row);
        Locator {
            file: file.to_owned(),
            row: (line > 0).then_some(u64::from(line)),
            column: None,
        }
    }
}

fn position(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}
