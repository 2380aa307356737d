//! The numbers that the tests read: complete sheets of one source as columns, by polling place.

use std::fmt::Write as _;
use std::ops::Range;

use scrutineer_model::{Cell, Dataset, Field, SheetSet, StationIdx};

use crate::outcome::Quantity;

/// Complete sheets of one source, ordered by polling place, then by station.
///
/// Built from a data set by [`Tables::of`] or from columns of a simulated election by [`Tables::new`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tables {
    options: Vec<Vec<u32>>,
    valid: Vec<u32>,
    /// 0 where nobody says.
    ballots: Vec<u32>,
    /// 0 where nobody says.
    registered: Vec<u32>,
    station: Vec<u32>,
    /// Rows of each place; sheets without a place are places of their own.
    places: Vec<Range<u32>>,
    left_out: u64,
}

/// Columns that do not describe sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvalidTables {
    /// A column has another number of rows than the valid votes.
    Length,
    /// At this row the options add up to more than the valid votes.
    Sum(usize),
    /// The places are not numbered in order of the rows.
    Order(usize),
}

impl Tables {
    /// From columns: votes per option, valid votes, ballots and registered voters (0 where nobody says), and
    /// the number of the polling place of each row, never decreasing.
    pub fn new(
        options: Vec<Vec<u32>>,
        valid: Vec<u32>,
        ballots: Vec<u32>,
        registered: Vec<u32>,
        place: &[u32],
    ) -> Result<Self, InvalidTables> {
        let rows = valid.len();
        let same = options.iter().all(|column| column.len() == rows);
        if !same || ballots.len() != rows || registered.len() != rows || place.len() != rows {
            return Err(InvalidTables::Length);
        }
        for (row, &all) in valid.iter().enumerate() {
            let sum: u64 = options
                .iter()
                .filter_map(|column| column.get(row))
                .map(|&v| u64::from(v))
                .sum();
            if sum > u64::from(all) {
                return Err(InvalidTables::Sum(row));
            }
        }
        if let Some(at) = place
            .windows(2)
            .position(|pair| matches!(pair, [a, b] if a > b))
        {
            return Err(InvalidTables::Order(at + 1));
        }
        let mut places = Vec::new();
        let mut start = 0;
        for run in place.chunk_by(|a, b| a == b) {
            let end = start + short(run.len());
            places.push(start..end);
            start = end;
        }
        let station = (0..start).collect();
        Ok(Self {
            options,
            valid,
            ballots,
            registered,
            station,
            places,
            left_out: 0,
        })
    }

    /// The complete sheets of a source; see `spec/tests.md` for which are left out.
    pub fn of(dataset: &Dataset, set: &SheetSet) -> Self {
        let stations = dataset.stations();
        let mut left_out = set.rivals().len() as u64;
        let mut rows: Vec<(u32, u32, Row)> = Vec::with_capacity(set.current().len());
        // Stations without a place follow the others, each a place of its own.
        let mut alone = short(dataset.places().len());
        for at in set.current() {
            let Some(&station) = set.stations().get(at) else {
                continue;
            };
            let Some(row) = Row::read(set, at, stations.get(station).registered) else {
                left_out += 1;
                continue;
            };
            let place = stations.places().get(station.get()).copied().flatten();
            let place = place.map_or_else(
                || {
                    alone += 1;
                    alone
                },
                |place| short(place.get()),
            );
            rows.push((place, short(station.get()), row));
        }
        rows.sort_by_key(|&(place, station, _)| (place, station));
        let mut tables = Self {
            options: vec![Vec::with_capacity(rows.len()); set.options().len()],
            ..Self::default()
        };
        let mut last = None;
        for (place, station, row) in rows {
            let end = short(tables.valid.len()) + 1;
            match tables.places.last_mut() {
                Some(range) if last == Some(place) => range.end = end,
                _ => tables.places.push(end - 1..end),
            }
            last = Some(place);
            for (column, cells) in tables.options.iter_mut().zip(set.options()) {
                column.push(cells.get(row.at).and_then(|cell| cell.count()).unwrap_or(0));
            }
            tables.valid.push(row.valid);
            tables.ballots.push(row.ballots);
            tables.registered.push(row.registered);
            tables.station.push(station);
        }
        tables.left_out = left_out;
        tables
    }

    /// Number of sheets.
    pub fn len(&self) -> usize {
        self.valid.len()
    }

    /// SHA-256 of the votes alone, whatever file, order of rows, names of stations or order of options they came
    /// with: one line `V1,V2,...` a sheet, the options by their votes on all sheets, the most first, the lines
    /// sorted by their numbers. In lower-case hexadecimal digits.
    pub fn votes_digest(&self) -> String {
        use sha2::Digest as _;
        let sum =
            |column: &&Vec<u32>| -> u64 { column.iter().map(|&votes| u64::from(votes)).sum() };
        let mut columns: Vec<&Vec<u32>> = self.options.iter().collect();
        // Equal sums are ordered by what they hold sorted, so that no order of the rows shows.
        columns.sort_by_cached_key(|column| {
            let mut held = (*column).clone();
            held.sort_unstable();
            (std::cmp::Reverse(sum(column)), held)
        });
        let mut rows: Vec<Vec<u32>> = (0..self.len())
            .map(|row| {
                let cells = columns.iter().filter_map(|column| column.get(row));
                cells.copied().collect()
            })
            .collect();
        rows.sort_unstable();
        let mut digest = sha2::Sha256::new();
        for row in rows {
            let cells: Vec<String> = row.iter().map(ToString::to_string).collect();
            digest.update(cells.join(","));
            digest.update("\n");
        }
        let bytes: [u8; 32] = digest.finalize().into();
        bytes.iter().fold(String::new(), |mut text, byte| {
            // Writing to a string cannot fail.
            let _ = write!(text, "{byte:02x}");
            text
        })
    }

    /// Whether there is no sheet.
    pub fn is_empty(&self) -> bool {
        self.valid.is_empty()
    }

    /// Number of options.
    pub fn options(&self) -> usize {
        self.options.len()
    }

    /// Sheets of the source that no test reads, since a number is missing or contradicts another.
    pub fn left_out(&self) -> u64 {
        self.left_out
    }

    /// Valid votes of every sheet.
    pub fn valid(&self) -> &[u32] {
        &self.valid
    }

    /// Votes of an option on every sheet; empty for an option that does not exist.
    pub fn votes(&self, option: usize) -> &[u32] {
        self.options.get(option).map_or(&[], Vec::as_slice)
    }

    /// Ballots of every sheet; 0 where nobody says.
    pub fn ballots(&self) -> &[u32] {
        &self.ballots
    }

    /// Registered voters of every sheet; 0 where nobody says.
    pub fn registered(&self) -> &[u32] {
        &self.registered
    }

    /// The station of a row in the data set, or the row itself for columns.
    pub fn station(&self, row: usize) -> StationIdx {
        StationIdx::new(self.station.get(row).copied().unwrap_or(0) as usize)
    }

    /// The rows of every polling place.
    pub fn places(&self) -> impl ExactSizeIterator<Item = Range<usize>> + Clone + '_ {
        self.places
            .iter()
            .map(|range| range.start as usize..range.end as usize)
    }

    /// Part and whole of a quantity on one sheet; `None` where the sheet has no such quantity.
    pub fn pair(&self, quantity: Quantity, row: usize) -> Option<(u32, u32)> {
        let (part, whole) = match quantity {
            Quantity::Option(option) => (self.options.get(option)?.get(row)?, self.valid.get(row)?),
            Quantity::Turnout => (self.ballots.get(row)?, self.registered.get(row)?),
            _ => return None,
        };
        (*whole > 0 && part <= whole).then_some((*part, *whole))
    }

    /// The quantities of the tests that take every option and turnout.
    pub fn quantities(&self) -> impl Iterator<Item = Quantity> + use<> {
        (0..self.options.len())
            .map(Quantity::Option)
            .chain([Quantity::Turnout])
    }
}

struct Row {
    at: usize,
    valid: u32,
    ballots: u32,
    registered: u32,
}

impl Row {
    fn read(set: &SheetSet, at: usize, listed: Cell) -> Option<Self> {
        let mut sum = 0_u64;
        for column in set.options() {
            sum += u64::from(column.get(at)?.count()?);
        }
        let count = |field| set.field_at(field, at).count();
        let valid = match set.field_at(Field::Valid, at) {
            Cell::UNREAD => return None,
            cell => cell.count().map_or_else(|| u32::try_from(sum).ok(), Some)?,
        };
        if sum > u64::from(valid) {
            return None;
        }
        let spoilt = u64::from(count(Field::Invalid).unwrap_or(0))
            + u64::from(count(Field::Blank).unwrap_or(0));
        let ballots = count(Field::Ballots)
            .or_else(|| u32::try_from(u64::from(valid) + spoilt).ok())
            .filter(|&ballots| ballots >= valid)
            .unwrap_or(0);
        let registered = count(Field::Registered)
            .or_else(|| listed.count())
            .unwrap_or(0);
        let registered = if registered >= ballots { registered } else { 0 };
        Some(Self {
            at,
            valid,
            ballots,
            registered,
        })
    }
}

/// Positions of stations and rows fit `u32`; the builder of data sets sees to it.
fn short(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}
