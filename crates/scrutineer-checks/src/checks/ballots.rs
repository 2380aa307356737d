//! Ballots against the people who could cast them.

use scrutineer_model::{Capacity, CapacityRule, Cell, Field};

use crate::catalogue::{CheckInfo, register, sheet as codes};
use crate::sheet_view::SheetView;
use crate::sink::Sink;

/// E.204, E.205, E.206, E.209, E.301, W.201, W.202 and W.203.
pub(super) fn run(view: &SheetView<'_>, sink: &mut Sink) {
    let column = |field| view.set.field(field);
    let columns = Columns {
        registered: column(Field::Registered),
        issued: column(Field::Issued),
        voters: column(Field::Voters),
        written: column(Field::Ballots),
    };
    let legal = matches!(view.contest.capacity, CapacityRule::LegalMaximum(_));
    let ceiling = view.dataset.has_register() || legal;
    for row in view.rows() {
        let shown = one(view, &columns, row, sink);
        if ceiling && !shown {
            above_capacity(view, row, sink);
        }
    }
}

struct Columns<'a> {
    registered: Option<&'a [Cell]>,
    issued: Option<&'a [Cell]>,
    voters: Option<&'a [Cell]>,
    written: Option<&'a [Cell]>,
}

/// A finding that some count exceeds another, with the excess at stake where it contradicts.
fn push(
    view: &SheetView<'_>,
    info: &'static CheckInfo,
    row: usize,
    (more, most): ((&str, u64), (&str, u64)),
    sink: &mut Sink,
) {
    let at_stake = if info.series() == 'E' {
        more.1.saturating_sub(most.1)
    } else {
        0
    };
    sink.push(
        view.draft_at(info, row)
            .figure(more.0, more.1)
            .figure(most.0, most.1)
            .at_stake(Some(at_stake)),
    );
}

/// Whether the sheet itself already says that there are too many ballots.
fn one(view: &SheetView<'_>, columns: &Columns<'_>, row: usize, sink: &mut Sink) -> bool {
    let read = |column: Option<&[Cell]>| {
        let count = column.and_then(|column| column[row].count());
        count.map(u64::from)
    };
    let listed_only = view.contest.capacity == CapacityRule::Register;
    let ballots = view.ballots_at_least(row);
    let registered = read(columns.registered);
    let mut shown = false;
    match registered {
        Some(0) if ballots > 0 => {
            push(
                view,
                &codes::W_202,
                row,
                (("ballots", ballots), ("registered", 0)),
                sink,
            );
        }
        Some(registered) if ballots > registered => {
            let info = if listed_only {
                &codes::E_204
            } else {
                &codes::W_201
            };
            shown = listed_only;
            push(
                view,
                info,
                row,
                (("ballots", ballots), ("registered", registered)),
                sink,
            );
        }
        _ => {}
    }
    if let Some(issued) = read(columns.issued)
        && issued > 0
        && ballots > issued
    {
        shown = true;
        push(
            view,
            &codes::E_209,
            row,
            (("ballots", ballots), ("issued", issued)),
            sink,
        );
    }
    let Some(voters) = read(columns.voters) else {
        return shown;
    };
    if let Some(registered) = registered
        && listed_only
        && registered > 0
        && voters > registered
        && ballots <= registered
    {
        push(
            view,
            &codes::E_206,
            row,
            (("voters", voters), ("registered", registered)),
            sink,
        );
    }
    // Against the number written as ballots, or the parts of it: both sides are of the same box.
    if ballots > voters {
        push(
            view,
            &codes::E_205,
            row,
            (("ballots", ballots), ("voters", voters)),
            sink,
        );
    } else if let Some(written) = read(columns.written).or_else(|| view.ballots(row))
        && written < voters
    {
        push(
            view,
            &codes::W_203,
            row,
            (("ballots", written), ("voters", voters)),
            sink,
        );
    }
    shown
}

fn above_capacity(view: &SheetView<'_>, row: usize, sink: &mut Sink) {
    let ballots = view.ballots_at_least(row);
    let capacities = view.dataset.stations().capacities();
    if let Capacity::Known(capacity) = capacities[view.station(row).get()]
        && ballots > u64::from(capacity)
    {
        let capacity = u64::from(capacity);
        push(
            view,
            &register::E_301,
            row,
            (("ballots", ballots), ("capacity", capacity)),
            sink,
        );
    }
}
