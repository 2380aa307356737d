//! The stations of an audit by batches.

use super::BatchError;

/// Stations in their order, which is the order of the weights. Every station has a number from 0, also one
/// without a sheet, so that numbers agree with those of the caller.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stations {
    options: usize,
    /// Votes of all stations, row by row; zeros without a sheet.
    votes: Vec<u64>,
    rows: Vec<Row>,
    unlisted: u64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Row {
    /// The most ballots that the box can hold.
    ballots: u64,
    has_sheet: bool,
}

impl Stations {
    /// No stations yet, of an election with so many options.
    pub fn new(options: usize) -> Self {
        Self {
            options,
            ..Self::default()
        }
    }

    /// A station with a sheet: votes by option, and the most ballots that its box can hold (registered
    /// voters or signatures where the number of ballots is not known). A box whose sheet has more votes than
    /// that is taken to hold as many ballots as its votes need.
    ///
    /// # Errors
    ///
    /// When votes of another number of options are given.
    pub fn push_sheet(&mut self, votes: &[u64], ballots: u64) -> Result<usize, BatchError> {
        let station = self.rows.len();
        self.is_complete(station, votes)?;
        self.votes.extend_from_slice(votes);
        self.rows.push(Row {
            ballots,
            has_sheet: true,
        });
        Ok(station)
    }

    /// A station whose sheet nobody has, with the most ballots that its box can hold. It cannot be drawn; its
    /// capacity reduces the margin.
    pub fn push_missing(&mut self, capacity: u64) -> usize {
        let station = self.rows.len();
        let votes = self.votes.len() + self.options;
        self.votes.resize(votes, 0);
        self.rows.push(Row {
            ballots: capacity,
            has_sheet: false,
        });
        station
    }

    /// Ballots of stations that no list names, or that are pending: a register's total less the registered
    /// voters of the stations with a sheet, where stations without a sheet are not pushed one by one.
    pub fn add_unlisted(&mut self, capacity: u64) {
        self.unlisted = self.unlisted.saturating_add(capacity);
    }

    /// How many stations there are, with and without a sheet.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// How many options the election has.
    pub fn options(&self) -> usize {
        self.options
    }

    /// Number, votes and most ballots of every station with a sheet.
    pub fn sheets(&self) -> impl Iterator<Item = (usize, &[u64], u64)> {
        let votes = self.votes.chunks_exact(self.options.max(1));
        let rows = self.rows.iter().zip(votes).enumerate();
        rows.filter(|(_, (row, _))| row.has_sheet)
            .map(|(at, (row, votes))| (at, votes, row.ballots))
    }

    /// Votes and most ballots of a station; `None` where it has no sheet.
    pub fn sheet(&self, station: usize) -> Option<(&[u64], u64)> {
        let row = self.rows.get(station).filter(|row| row.has_sheet)?;
        let start = station.checked_mul(self.options)?;
        let votes = self.votes.get(start..start.checked_add(self.options)?)?;
        Some((votes, row.ballots))
    }

    /// The most ballots without a sheet.
    pub fn without_sheet(&self) -> u128 {
        let missing = self.rows.iter().filter(|row| !row.has_sheet);
        missing.map(|row| u128::from(row.ballots)).sum::<u128>() + u128::from(self.unlisted)
    }

    pub(super) fn is_complete(&self, station: usize, votes: &[u64]) -> Result<(), BatchError> {
        if votes.len() == self.options {
            Ok(())
        } else {
            Err(BatchError::Options {
                station,
                expected: self.options,
                found: votes.len(),
            })
        }
    }
}
