//! The sums of one source's sheets.

use scrutineer_model::{Dataset, Field, OptionIdx, SheetSet};

use crate::groups::Groups;
use crate::interval::Interval;
use crate::sums::Grouping;

/// Sums over the sheets of one source, never without how much they cover.
///
/// Superseded readings count for nothing. Where readings of a station rival each other, sums are
/// intervals. A cell that nobody could read adds nothing and is counted in `unread_*`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Totals {
    /// Votes per option, in ballot order.
    pub options: Vec<Interval>,
    /// Votes per ticket, in ballot order; empty where every option has one ticket.
    pub tickets: Vec<Interval>,
    /// The other numbers, in order of [`Field::ALL`]; `None` where the form has no such field.
    pub fields: [Option<Interval>; Field::ALL.len()],
    /// Stations with a sheet.
    pub sheets: u64,
    /// Of these, stations whose votes were read for every option.
    pub complete: u64,
    /// Stations whose votes for the option could not be read, in ballot order.
    pub unread_options: Vec<u64>,
    /// Stations whose field could not be read, in order of [`Field::ALL`].
    pub unread_fields: [u64; Field::ALL.len()],
    /// Registered voters of the stations with a sheet: by the official list where it has a number,
    /// else as the sheet prints them; the smallest of rival readings. Stations without either add
    /// nothing.
    pub registered_reported: u64,
}

/// Who is ahead in a total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Leader {
    /// Nobody has a vote.
    Nobody,
    /// One option, whatever reading holds.
    One {
        /// The option.
        option: OptionIdx,
        /// Votes ahead of the next one, at least.
        lead: u64,
    },
    /// Several options with the same exact number, in ballot order.
    Tie(Vec<OptionIdx>),
    /// Rival readings decide between these, in ballot order.
    Open(Vec<OptionIdx>),
}

impl Totals {
    /// A field's sum; `None` where the form has no such field.
    pub fn field(&self, field: Field) -> Option<Interval> {
        self.fields[field.position()]
    }

    /// Votes for options, as added up from them.
    pub fn votes(&self) -> Interval {
        self.options
            .iter()
            .copied()
            .fold(Interval::default(), Interval::plus)
    }

    /// Valid votes: the field, else the sum of the options.
    pub fn valid(&self) -> Interval {
        self.field(Field::Valid).unwrap_or_else(|| self.votes())
    }

    /// People who voted: ballots, else voters, else valid + invalid + blank of the form.
    pub fn ballots(&self) -> Interval {
        let counted = self
            .field(Field::Ballots)
            .or_else(|| self.field(Field::Voters));
        counted.unwrap_or_else(|| {
            [Field::Invalid, Field::Blank]
                .into_iter()
                .filter_map(|field| self.field(field))
                .fold(self.valid(), Interval::plus)
        })
    }

    /// Cells that could not be read, votes and fields together.
    pub fn unread_cells(&self) -> u64 {
        self.unread_options.iter().chain(&self.unread_fields).sum()
    }

    /// Who is ahead.
    pub fn leader(&self) -> Leader {
        leader(&self.options)
    }
}

/// Who is ahead among votes in ballot order.
pub(crate) fn leader(options: &[Interval]) -> Leader {
    let floor = options.iter().map(|votes| votes.min).max().unwrap_or(0);
    let ahead: Vec<OptionIdx> = options
        .iter()
        .enumerate()
        .filter(|(_, votes)| votes.max >= floor)
        .map(|(at, _)| OptionIdx::new(at))
        .collect();
    match ahead.as_slice() {
        _ if options.iter().all(|votes| votes.max == 0) => Leader::Nobody,
        [] => Leader::Nobody,
        &[option] => {
            let others = options
                .iter()
                .enumerate()
                .filter(|&(at, _)| at != option.get());
            let next = others.map(|(_, votes)| votes.max).max().unwrap_or(0);
            Leader::One {
                option,
                lead: floor.saturating_sub(next),
            }
        }
        several => {
            let exact = several
                .iter()
                .all(|option| options[option.get()].value() == Some(floor));
            if exact {
                Leader::Tie(ahead)
            } else {
                Leader::Open(ahead)
            }
        }
    }
}

/// The sums of all sheets of a source.
pub fn totals(dataset: &Dataset, set: &SheetSet) -> Totals {
    Groups::new(dataset, set, Grouping::Whole).totals(0)
}
