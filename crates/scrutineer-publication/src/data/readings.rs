//! Every reading of every sheet of one part, with its standing.

use scrutineer_model::{Current, Field, SheetSet, StationIdx};

use super::context::Context;

/// How a reading counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    Current,
    Rival,
    Repeated,
    Superseded,
}

impl Standing {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Rival => "rival",
            Self::Repeated => "repeated",
            Self::Superseded => "superseded",
        }
    }
}

/// One reading.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading<'a> {
    pub(super) set: &'a SheetSet,
    pub(super) station: StationIdx,
    /// Position of the station among those asked for.
    pub(super) at: usize,
    /// From 1, the latest last.
    pub(super) number: usize,
    pub(super) standing: Standing,
    /// Row of the set.
    pub(super) row: usize,
}

/// What a column of a set is, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number<'a> {
    pub(super) kind: &'static str,
    pub(super) name: &'a str,
}

/// The columns of a set in the order of [`SheetSet::content`].
pub(super) fn numbers<'a>(context: &Context<'a>, set: &SheetSet) -> Vec<Number<'a>> {
    let contest = context.dataset.contest(set.contest());
    let fields = Field::ALL
        .into_iter()
        .filter(|&field| set.field(field).is_some())
        .map(|field| Number {
            kind: "field",
            name: field.word(),
        });
    let options = contest.options.iter().map(|option| Number {
        kind: "option",
        name: option.id.as_str(),
    });
    let tickets = contest
        .tickets
        .iter()
        .enumerate()
        .filter(|&(at, _)| set.ticket(scrutineer_model::TicketIdx::new(at)).is_some())
        .map(|(_, ticket)| Number {
            kind: "ticket",
            name: ticket.id.as_str(),
        });
    fields.chain(options).chain(tickets).collect()
}

/// The readings of one source at some stations, in order.
pub(super) fn readings<'a>(
    set: &'a SheetSet,
    stations: &'a [StationIdx],
) -> impl Iterator<Item = Reading<'a>> {
    stations.iter().enumerate().flat_map(move |(at, &station)| {
        let rows = set.readings(station);
        let current = if rows.is_empty() {
            Current::None
        } else {
            set.current_at(station)
        };
        rows.clone().map(move |row| Reading {
            set,
            station,
            at,
            number: row - rows.start + 1,
            standing: standing(&current, row),
            row,
        })
    })
}

fn standing(current: &Current, row: usize) -> Standing {
    match current {
        Current::One(held) if *held == row => Standing::Current,
        // The readings behind the current one have its sequence and say the same.
        Current::One(held) if row > *held => Standing::Repeated,
        Current::Rivals(rivals) if rivals.contains(&row) => Standing::Rival,
        _ => Standing::Superseded,
    }
}
