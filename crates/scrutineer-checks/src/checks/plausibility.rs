//! Remarkable numbers on one sheet, and options without a vote on all of them. Thresholds are
//! compared in integers.

use scrutineer_model::Field;

use crate::catalogue::{sheet as codes, sources};
use crate::sheet_view::SheetView;
use crate::sink::Sink;

/// Sheets from which on an option without any vote is worth a line.
const ENOUGH_SHEETS: usize = 100;

/// W.204, W.205, W.206, W.207 and W.501.
pub(super) fn run(view: &SheetView<'_>, sink: &mut Sink) {
    let registered = view.set.field(Field::Registered);
    for row in view.rows() {
        let empty = view.valid(row) == Some(0);
        if empty {
            sink.push(view.draft_at(&codes::W_204, row));
        }
        let Some(ballots) = view.ballots(row) else {
            continue;
        };
        let registered = registered.and_then(|column| column[row].count());
        if let Some(registered) = registered.map(u64::from).filter(|&listed| listed > 0) {
            let info = if ballots <= registered && 100 * ballots >= 95 * registered {
                Some(&codes::W_205)
            } else if 100 * ballots <= 25 * registered && !empty {
                Some(&codes::W_206)
            } else {
                None
            };
            if let Some(info) = info {
                sink.push(
                    view.draft_at(info, row)
                        .figure("ballots", ballots)
                        .figure("registered", registered),
                );
            }
        }
        let invalid = view.set.field_at(Field::Invalid, row).count();
        if let Some(invalid) = invalid.map(u64::from)
            && 20 * invalid > ballots
        {
            sink.push(
                view.draft_at(&codes::W_207, row)
                    .figure("invalid", invalid)
                    .figure("ballots", ballots),
            );
        }
    }
    without_votes(view, sink);
}

fn without_votes(view: &SheetView<'_>, sink: &mut Sink) {
    if view.held.len() < ENOUGH_SHEETS {
        return;
    }
    for option in view.options() {
        let column = view.set.option(option);
        if view.rows().all(|row| column[row].count() == Some(0)) {
            let id = view.contest.options[option.get()].id.as_str();
            let sheets = view.held.len() as u64;
            sink.push(
                view.draft(&sources::W_501)
                    .option(id)
                    .figure("sheets", sheets),
            );
        }
    }
}
