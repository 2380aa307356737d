//! Several readings of one station in one source: identical, superseded, rival.

use std::ops::Range;

use scrutineer_model::{Cell, VoteCount};

use crate::catalogue::{import as codes, remarks};
use crate::sheet_view::SheetView;
use crate::sink::Sink;

/// E.116, W.101 and W.102.
pub(super) fn run(view: &SheetView<'_>, sink: &mut Sink) {
    let set = view.set;
    if set.len() == set.stations_reported() {
        return;
    }
    let (mut superseded, mut revised) = (0u64, 0u64);
    let mut end = 0;
    for run in set.stations().chunk_by(|a, b| a == b) {
        let start = end;
        end = start + run.len();
        if run.len() == 1 {
            continue;
        }
        let last = set.sequence(end - 1);
        let held = (start..end)
            .find(|&row| set.sequence(row) == last)
            .unwrap_or(start);
        superseded += (held - start) as u64;
        revised += u64::from(held > start);
        let rival = (held..end).any(|row| !set.content(row).eq(set.content(held)));
        if rival {
            rivals(view, held..end, sink);
        } else if end - held > 1 {
            let mut draft = view.draft_at(&remarks::W_101, held);
            for row in held + 1..end {
                draft = draft.locator(view.locator(row));
            }
            sink.push(draft.figure("readings", (end - held) as u64));
        }
    }
    if superseded > 0 {
        let draft = view.draft(&remarks::W_102);
        sink.push(
            draft
                .figure("readings", superseded)
                .figure("stations", revised),
        );
    }
}

fn rivals(view: &SheetView<'_>, rows: Range<usize>, sink: &mut Sink) {
    let spreads: Option<Vec<u64>> = view
        .set
        .options()
        .iter()
        .map(|column| spread(&column[rows.clone()]))
        .collect();
    let mut draft = view
        .draft(&codes::E_116)
        .station(view.station_id(rows.start))
        .figure("readings", rows.len() as u64)
        .at_stake(spreads.and_then(|spreads| spreads.into_iter().max()));
    for row in rows {
        draft = draft.locator(view.locator(row));
    }
    sink.push(draft);
}

/// Largest minus smallest; `None` where one is unread. Not on the form is nothing.
fn spread(cells: &[Cell]) -> Option<u64> {
    let mut least = u32::MAX;
    let mut most = 0;
    for cell in cells {
        let count = match cell.view() {
            VoteCount::Read(count) => count,
            VoteCount::NotOnForm => 0,
            VoteCount::Unread => return None,
        };
        least = least.min(count);
        most = most.max(count);
    }
    Some(u64::from(most.saturating_sub(least)))
}
