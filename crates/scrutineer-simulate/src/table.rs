//! The numbers of every station as columns.

/// What every station says: votes per option, valid, invalid and blank votes, ballots. Rows stand
/// in the order of the [`crate::Layout`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VoteTable {
    pub(crate) options: Vec<Vec<u32>>,
    pub(crate) valid: Vec<u32>,
    pub(crate) invalid: Vec<u32>,
    pub(crate) blank: Vec<u32>,
    pub(crate) ballots: Vec<u32>,
}

/// The sums of a [`VoteTable`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Votes per option.
    pub options: Vec<u64>,
    /// Valid votes.
    pub valid: u64,
    /// Invalid votes.
    pub invalid: u64,
    /// Blank votes.
    pub blank: u64,
    /// Ballots.
    pub ballots: u64,
}

impl VoteTable {
    pub(crate) fn with_capacity(options: usize, stations: usize) -> Self {
        let column = || Vec::with_capacity(stations);
        Self {
            options: (0..options).map(|_| column()).collect(),
            valid: column(),
            invalid: column(),
            blank: column(),
            ballots: column(),
        }
    }

    /// Adds a station whose sums hold.
    pub(crate) fn push(&mut self, votes: &[u32], invalid: u32, blank: u32) {
        let mut valid = 0;
        for (column, &count) in self.options.iter_mut().zip(votes) {
            column.push(count);
            valid += count;
        }
        self.valid.push(valid);
        self.invalid.push(invalid);
        self.blank.push(blank);
        self.ballots.push(valid + invalid + blank);
    }

    /// Number of stations.
    pub fn len(&self) -> usize {
        self.valid.len()
    }

    /// Whether there is no station.
    pub fn is_empty(&self) -> bool {
        self.valid.is_empty()
    }

    /// Votes of every option at every station, in ballot order.
    pub fn options(&self) -> &[Vec<u32>] {
        &self.options
    }

    /// Valid votes.
    pub fn valid(&self) -> &[u32] {
        &self.valid
    }

    /// Invalid votes.
    pub fn invalid(&self) -> &[u32] {
        &self.invalid
    }

    /// Blank votes.
    pub fn blank(&self) -> &[u32] {
        &self.blank
    }

    /// Ballots in the box.
    pub fn ballots(&self) -> &[u32] {
        &self.ballots
    }

    /// Sums over all stations.
    pub fn totals(&self) -> Totals {
        let sum = |column: &[u32]| column.iter().map(|&count| u64::from(count)).sum();
        Totals {
            options: self.options.iter().map(|column| sum(column)).collect(),
            valid: sum(&self.valid),
            invalid: sum(&self.invalid),
            blank: sum(&self.blank),
            ballots: sum(&self.ballots),
        }
    }

    /// Sums over some stations.
    pub(crate) fn totals_of(&self, stations: &[u32]) -> Totals {
        let sum = |column: &[u32]| {
            stations
                .iter()
                .map(|&station| u64::from(column[station as usize]))
                .sum()
        };
        Totals {
            options: self.options.iter().map(|column| sum(column)).collect(),
            valid: sum(&self.valid),
            invalid: sum(&self.invalid),
            blank: sum(&self.blank),
            ballots: sum(&self.ballots),
        }
    }

    /// The numbers of one station in the order of the columns of the sheets: ballots, valid,
    /// invalid, blank, then the options.
    pub(crate) fn row(&self, station: u32) -> impl Iterator<Item = u32> + '_ {
        let at = station as usize;
        [&self.ballots, &self.valid, &self.invalid, &self.blank]
            .into_iter()
            .chain(&self.options)
            .map(move |column| column[at])
    }
}

impl Totals {
    /// Positions of the options, most votes first; of equal ones the first on the ballot.
    pub fn ranking(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.options.len()).collect();
        order.sort_by_key(|&option| (std::cmp::Reverse(self.options[option]), option));
        order
    }
}
