//! Sheets against the official list of stations.

use scrutineer_model::{Cell, Field, StationIdx};

use crate::catalogue::register as codes;
use crate::sheet_view::SheetView;
use crate::sink::Sink;

/// E.302, E.303, W.301 and W.302; nothing where the folder has no official list.
pub(super) fn run(view: &SheetView<'_>, sink: &mut Sink) {
    if !view.dataset.has_register() {
        return;
    }
    let stations = view.dataset.stations();
    let mut with_sheet = vec![false; stations.len()];
    for &station in view.set.stations() {
        with_sheet[station.get()] = true;
    }
    let (listed, registered) = (stations.listed(), stations.registered());
    for row in view.rows() {
        let station = view.station(row).get();
        if listed[station] {
            let printed = view.set.field_at(Field::Registered, row);
            differs(view, row, printed, registered[station], sink);
            continue;
        }
        let ballots = view.ballots_at_least(row);
        if ballots > 0 {
            sink.push(
                view.draft_at(&codes::E_303, row)
                    .figure("ballots", ballots)
                    .at_stake(view.largest_option(row)),
            );
        } else {
            sink.push(view.draft_at(&codes::W_302, row));
        }
    }
    without_sheet(view, &with_sheet, sink);
}

fn differs(view: &SheetView<'_>, row: usize, printed: Cell, listed: Cell, sink: &mut Sink) {
    let (Some(sheet), Some(list)) = (printed.count(), listed.count()) else {
        return;
    };
    if sheet != list && sheet > 0 {
        sink.push(
            view.draft_at(&codes::E_302, row)
                .figure("sheet", sheet)
                .figure("list", list),
        );
    }
}

fn without_sheet(view: &SheetView<'_>, with_sheet: &[bool], sink: &mut Sink) {
    let (mut missing, mut electors) = (0u64, 0u64);
    for (at, _) in with_sheet.iter().enumerate().filter(|(_, sheet)| !**sheet) {
        let station = view.dataset.stations().get(StationIdx::new(at));
        if station.in_register {
            missing += 1;
            electors += u64::from(station.registered.count().unwrap_or(0));
        }
    }
    if missing > 0 {
        sink.push(
            view.draft(&codes::W_301)
                .figure("stations", missing)
                .figure("electors", electors),
        );
    }
}
