//! Counts that nobody read. Missing is not zero, so they are counted and never filled in.

use scrutineer_model::{Cell, Field};

use crate::catalogue::remarks;
use crate::sheet_view::SheetView;
use crate::sink::Sink;

/// W.111, W.112 and W.113.
pub(super) fn run(view: &SheetView<'_>, sink: &mut Sink) {
    let mut fields_unread = vec![false; view.set.len()];
    let mut any = false;
    for field in Field::ALL {
        if let Some(column) = view.set.field(field)
            && column_unread(view, field.word(), column, sink)
        {
            any = true;
            for (unread, cell) in fields_unread.iter_mut().zip(column) {
                *unread |= cell.is_unread();
            }
        }
    }
    for option in view.options() {
        let name = view.contest.options[option.get()].id.as_str();
        any |= column_unread(view, name, view.set.option(option), sink);
    }
    if any {
        stations_unread(view, &fields_unread, sink);
    }
}

/// Whether the column has an unread cell.
fn column_unread(view: &SheetView<'_>, name: &str, column: &[Cell], sink: &mut Sink) -> bool {
    let (mut unread, mut on_form) = (0u64, 0u64);
    for row in view.rows() {
        unread += u64::from(column[row].is_unread());
        on_form += u64::from(column[row] != Cell::NOT_ON_FORM);
    }
    if unread == 0 {
        return false;
    }
    let info = if unread == on_form {
        &remarks::W_113
    } else {
        &remarks::W_111
    };
    sink.push(
        view.draft(info)
            .part(name)
            .figure("column", name)
            .figure("unread", unread)
            .figure("readings", on_form)
            .at_stake(None),
    );
    true
}

fn stations_unread(view: &SheetView<'_>, fields_unread: &[bool], sink: &mut Sink) {
    let (mut votes, mut fields, mut either) = (0u64, 0u64, 0u64);
    let mut draft = view.draft(&remarks::W_112);
    let mut last = None;
    for row in view.rows() {
        let (no_votes, no_fields) = (view.has_unread_option(row), fields_unread[row]);
        if !(no_votes || no_fields) || last == Some(view.station(row)) {
            continue;
        }
        last = Some(view.station(row));
        votes += u64::from(no_votes);
        fields += u64::from(no_fields);
        either += 1;
        draft = draft.locator(view.locator(row));
    }
    sink.push(
        draft
            .figure("votes", votes)
            .figure("fields", fields)
            .figure("either", either)
            .figure("stations", view.set.stations_reported() as u64)
            .at_stake(None),
    );
}
