//! Sheets of stations that are said to have none, or no votes.

use scrutineer_model::{SheetStatus, StationStatus};

use crate::catalogue::register as codes;
use crate::sheet_view::SheetView;
use crate::sink::Sink;

/// E.306, W.303 and W.304.
pub(super) fn run(view: &SheetView<'_>, sink: &mut Sink) {
    let stations = view.dataset.stations();
    let (statuses, sheet_statuses) = (stations.statuses(), stations.sheet_statuses());
    for row in view.rows() {
        let station = view.station(row).get();
        closed(view, row, statuses[station], sink);
        let sheet_status = sheet_statuses[station];
        let none = match sheet_status {
            SheetStatus::Received | SheetStatus::Unknown => false,
            SheetStatus::CopyRefused
            | SheetStatus::NotPrinted
            | SheetStatus::AgentNotAdmitted
            | SheetStatus::AgentRemoved
            | SheetStatus::Seized
            | SheetStatus::NotReached
            | SheetStatus::Destroyed => true,
        };
        if none {
            let status = sheet_status.word();
            sink.push(view.draft_at(&codes::W_304, row).figure("status", status));
        }
    }
}

fn closed(view: &SheetView<'_>, row: usize, status: StationStatus, sink: &mut Sink) {
    let (info, status) = match status {
        StationStatus::Open => return,
        StationStatus::Annulled => (&codes::W_303, "annulled"),
        StationStatus::NotOpened => (&codes::E_306, "not-opened"),
        StationStatus::MergedInto => (&codes::E_306, "merged-into"),
    };
    let ballots = view.ballots_at_least(row);
    if ballots == 0 {
        return;
    }
    sink.push(
        view.draft_at(info, row)
            .figure("ballots", ballots)
            .figure("status", status)
            .at_stake(view.largest_option(row)),
    );
}
