//! One picture for several stations. The digest of a picture serves for comparing and is never
//! given out, nor does any order depend on it.

use crate::catalogue::sources as codes;
use crate::sheet_view::SheetView;
use crate::sink::Sink;

/// Stations named in a finding; the number of them is exact.
pub(super) const NAMED: usize = 20;

/// W.405.
pub(super) fn run(view: &SheetView<'_>, sink: &mut Sink) {
    let pictures = view.set.pictures();
    if pictures.is_empty() {
        return;
    }
    let mut sorted: Vec<u64> = view.rows().map(|row| pictures[row]).collect();
    sorted.sort_unstable();
    let repeated: Vec<u64> = sorted
        .chunk_by(|a, b| a == b)
        .filter(|run| run.len() > 1 && run.first() != Some(&0))
        .filter_map(|run| run.first().copied())
        .collect();
    if repeated.is_empty() {
        return;
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); repeated.len()];
    for row in view.rows() {
        if let Ok(group) = repeated.binary_search(&pictures[row]) {
            groups[group].push(row);
        }
    }
    groups.sort();
    for mut rows in groups {
        rows.dedup_by_key(|row| view.station(*row));
        if rows.len() > 1 {
            one(view, &rows, sink);
        }
    }
}

fn one(view: &SheetView<'_>, rows: &[usize], sink: &mut Sink) {
    // The picture can be of one of the stations at the most.
    let beyond_one = view.options().map(|option| {
        let column = view.set.option(option);
        let counts: Option<Vec<u64>> = rows
            .iter()
            .map(|&row| column[row].count().map(u64::from))
            .collect();
        counts.map(|counts| counts.iter().sum::<u64>() - counts.iter().min().copied().unwrap_or(0))
    });
    let at_stake: Option<Vec<u64>> = beyond_one.collect();
    let mut draft = view
        .draft(&codes::W_405)
        .figure("stations", rows.len() as u64)
        .figure("list", named(view, rows))
        .at_stake(at_stake.map(|votes| votes.into_iter().max().unwrap_or(0)));
    for part in key_parts(view, rows) {
        draft = draft.part(part);
    }
    for &row in rows {
        draft = draft.locator(view.locator(row));
    }
    sink.push(draft);
}

/// The first stations of a group by id.
pub(super) fn named(view: &SheetView<'_>, rows: &[usize]) -> Vec<String> {
    let ids = rows.iter().take(NAMED).map(|&row| view.station_id(row));
    ids.map(str::to_owned).collect()
}

/// A group is named by its first stations and how many more there are.
pub(super) fn key_parts(view: &SheetView<'_>, rows: &[usize]) -> Vec<String> {
    let mut parts = named(view, rows);
    if let Some(more) = rows.len().checked_sub(NAMED).filter(|&more| more > 0) {
        parts.push(format!("+{more}"));
    }
    parts
}
