//! The sheets of one source as columns.

use std::ops::Range;

use crate::cell::{Cell, VoteCount};
use crate::index::{ContestIdx, OptionIdx, SourceIdx, StationIdx, TicketIdx};
use crate::provenance::Field;

/// One number of every sheet, in order of the rows of the [`SheetSet`].
pub type Column = Vec<Cell>;

/// What a source says about one station.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Current {
    /// It has no sheet.
    None,
    /// One reading holds: the only one, the one that supersedes the others, or several that say
    /// the same (the first of them).
    One(usize),
    /// Several readings differ and nothing orders them; totals are intervals.
    Rivals(Range<usize>),
}

/// All sheets of one source, as columns, in order of the station, then of the explicit sequence,
/// then of what they say; never in order of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetSet {
    pub(crate) source: SourceIdx,
    pub(crate) contest: ContestIdx,
    pub(crate) station: Vec<StationIdx>,
    pub(crate) fields: [Option<Column>; Field::ALL.len()],
    pub(crate) options: Vec<Column>,
    /// Empty where every option has one ticket.
    pub(crate) tickets: Vec<Column>,
    pub(crate) sequence: Vec<u32>,
    pub(crate) picture: Vec<u64>,
    pub(crate) file: Vec<u16>,
    pub(crate) row: Vec<u32>,
    pub(crate) files: Vec<String>,
    /// Rows that count: one per station whose readings do not rival each other.
    pub(crate) current: Vec<u32>,
    /// Runs of readings that differ and that nothing orders.
    pub(crate) rivals: Vec<Range<u32>>,
}

impl SheetSet {
    /// The source.
    pub fn source(&self) -> SourceIdx {
        self.source
    }

    /// The contest.
    pub fn contest(&self) -> ContestIdx {
        self.contest
    }

    /// Number of readings, superseded and rival ones included.
    pub fn len(&self) -> usize {
        self.station.len()
    }

    /// Whether there is no reading.
    pub fn is_empty(&self) -> bool {
        self.station.is_empty()
    }

    /// The station of every reading; never decreasing.
    pub fn stations(&self) -> &[StationIdx] {
        &self.station
    }

    /// A field of every reading; `None` where the source's form has no such field.
    pub fn field(&self, field: Field) -> Option<&[Cell]> {
        self.fields[field.position()].as_deref()
    }

    /// A field of one reading.
    pub fn field_at(&self, field: Field, row: usize) -> Cell {
        self.field(field)
            .map_or(Cell::NOT_ON_FORM, |column| column[row])
    }

    /// The votes of an option on every reading, summed over its tickets: unread where one of them
    /// is unread, not on the form where all of them are not.
    pub fn option(&self, option: OptionIdx) -> &[Cell] {
        &self.options[option.get()]
    }

    /// All option columns in ballot order.
    pub fn options(&self) -> &[Column] {
        &self.options
    }

    /// The votes of all options on one reading together; those that the form does not have add nothing. `None` where one
    /// was not read, or there is no such reading.
    pub fn voted(&self, row: usize) -> Option<u64> {
        self.options.iter().try_fold(0u64, |sum, column| {
            match column.get(row).copied().map(Cell::view)? {
                VoteCount::Read(count) => sum.checked_add(u64::from(count)),
                VoteCount::Unread => None,
                VoteCount::NotOnForm => Some(sum),
            }
        })
    }

    /// The votes of a ticket on every reading, or `None` where options and tickets are the same
    /// (use [`SheetSet::option`]).
    pub fn ticket(&self, ticket: TicketIdx) -> Option<&[Cell]> {
        self.tickets.get(ticket.get()).map(Vec::as_slice)
    }

    /// Keyed digest of the address or bytes of the picture; 0 where there is none. For comparing
    /// readings inside one run only; it must not be printed, stored or published.
    pub fn pictures(&self) -> &[u64] {
        &self.picture
    }

    /// The explicit sequence number of a reading; 0 where the source has none.
    pub fn sequence(&self, row: usize) -> u32 {
        self.sequence.get(row).copied().unwrap_or(0)
    }

    /// File and line that a reading was read from.
    pub fn locator(&self, row: usize) -> (&str, u32) {
        let file = self
            .file
            .get(row)
            .and_then(|&file| self.files.get(usize::from(file)));
        (
            file.map_or("", String::as_str),
            self.row.get(row).copied().unwrap_or(0),
        )
    }

    /// The readings that count, one per station, without stations whose readings rival each other.
    pub fn current(&self) -> impl ExactSizeIterator<Item = usize> + Clone + '_ {
        self.current.iter().map(|&row| row as usize)
    }

    /// Runs of rival readings, one run per station.
    pub fn rivals(&self) -> impl ExactSizeIterator<Item = Range<usize>> + Clone + '_ {
        self.rivals
            .iter()
            .map(|run| run.start as usize..run.end as usize)
    }

    /// All readings of one station, superseded ones included.
    pub fn readings(&self, station: StationIdx) -> Range<usize> {
        let start = self.station.partition_point(|&at| at < station);
        let end = self.station.partition_point(|&at| at <= station);
        start..end
    }

    /// What the source says about one station.
    pub fn current_at(&self, station: StationIdx) -> Current {
        let rows = self.readings(station);
        if let Ok(at) = self
            .current
            .binary_search_by_key(&station, |&row| self.station[row as usize])
        {
            return Current::One(self.current[at] as usize);
        }
        match self
            .rivals
            .binary_search_by_key(&station, |run| self.station[run.start as usize])
        {
            Ok(at) => Current::Rivals(self.rivals[at].start as usize..self.rivals[at].end as usize),
            Err(_) if rows.is_empty() => Current::None,
            Err(_) => Current::Rivals(rows),
        }
    }

    /// Every number of a reading: the fields, then the options, then the tickets.
    pub fn content(&self, row: usize) -> impl Iterator<Item = Cell> + '_ {
        let fields = self.fields.iter().flatten();
        fields
            .chain(&self.options)
            .chain(&self.tickets)
            .map(move |column| column[row])
    }

    /// Number of distinct stations with a reading.
    pub fn stations_reported(&self) -> usize {
        self.current.len() + self.rivals.len()
    }
}
