//! Sheets that tell how single people voted.

use crate::catalogue::privacy as codes;
use crate::sheet_view::SheetView;
use crate::sink::Sink;

/// Below this number of valid votes neighbours can guess who voted how; the usual smallest cell of
/// official statistics.
const FEWEST: u64 = 10;

/// P.101 and P.102.
pub(super) fn run(view: &SheetView<'_>, sink: &mut Sink) {
    for row in view.rows() {
        let Some(valid) = view.valid(row).filter(|&valid| valid > 0) else {
            continue;
        };
        let info = if valid < FEWEST {
            &codes::P_102
        } else if view.largest_option(row) == Some(valid) {
            &codes::P_101
        } else {
            continue;
        };
        sink.push(view.draft_at(info, row).figure("valid", valid));
    }
}
