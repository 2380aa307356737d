//! The same counts at several stations, ranked by rarity.
//!
//! The chance that two stations agree in every option falls with each vote: for options with n
//! votes it is of the order of the product of 1/sqrt(n) over the options. The number of valid
//! votes stands for it, so that the order of the list can be seen from the list: most votes first,
//! then most stations, then the smallest station id.

use rustc_hash::FxHashSet;
use scrutineer_model::Cell;

use crate::catalogue::{CheckInfo, sources as codes};
use crate::checks::pictures::{key_parts, named};
use crate::sheet_view::SheetView;
use crate::sink::Sink;

/// W.406 and W.407.
pub(super) fn run(view: &SheetView<'_>, sink: &mut Sink) {
    let set = view.set;
    let rows: Vec<usize> = set
        .current()
        .filter(|&row| view.option_sum(row) > 0 && !view.has_unread_option(row))
        .collect();
    let mut hashes = vec![0u64; set.len()];
    for column in set.options() {
        mix(&mut hashes, column);
    }
    let votes = groups(&rows, &hashes, |a, b| {
        set.options().iter().all(|column| column[a] == column[b])
    });
    // Whoever agrees in everything agrees in the options.
    let mut whole: Vec<Vec<usize>> = Vec::new();
    for group in &votes {
        let full: Vec<usize> = group
            .iter()
            .copied()
            .filter(|&row| !set.content(row).any(Cell::is_unread))
            .collect();
        whole.extend(split(&full, |a, b| set.content(a).eq(set.content(b))));
    }
    let told: FxHashSet<&[usize]> = whole.iter().map(Vec::as_slice).collect();
    let votes: Vec<Vec<usize>> = votes
        .iter()
        .filter(|group| !told.contains(group.as_slice()))
        .cloned()
        .collect();
    push(view, &codes::W_406, whole, sink);
    push(view, &codes::W_407, votes, sink);
}

fn mix(hashes: &mut [u64], column: &[Cell]) {
    // The multiplier of Knuth's multiplicative hashing, 2^64 divided by the golden ratio.
    const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;
    for (hash, cell) in hashes.iter_mut().zip(column) {
        let count = cell.count().map_or(u64::MAX, u64::from);
        *hash = (hash.rotate_left(23) ^ count).wrapping_mul(GOLDEN);
    }
}

/// Groups of rows that agree; hashes only find the candidates.
fn groups(
    rows: &[usize],
    hashes: &[u64],
    same: impl Fn(usize, usize) -> bool + Copy,
) -> Vec<Vec<usize>> {
    let mut sorted: Vec<u64> = rows.iter().map(|&row| hashes[row]).collect();
    sorted.sort_unstable();
    let repeated: FxHashSet<u64> = sorted
        .windows(2)
        .filter_map(|pair| match pair {
            [a, b] if a == b => Some(*a),
            _ => None,
        })
        .collect();
    if repeated.is_empty() {
        return Vec::new();
    }
    let mut candidates: Vec<(u64, usize)> = rows
        .iter()
        .map(|&row| (hashes[row], row))
        .filter(|(hash, _)| repeated.contains(hash))
        .collect();
    candidates.sort_unstable();
    candidates
        .chunk_by(|a, b| a.0 == b.0)
        .flat_map(|run| {
            let rows: Vec<usize> = run.iter().map(|&(_, row)| row).collect();
            split(&rows, same)
        })
        .collect()
}

/// Rows of one hash by what they really say; groups of one are dropped.
fn split(rows: &[usize], same: impl Fn(usize, usize) -> bool) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for &row in rows {
        let held = groups
            .iter_mut()
            .find(|group| group.first().is_some_and(|&first| same(first, row)));
        match held {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

fn push(view: &SheetView<'_>, info: &'static CheckInfo, groups: Vec<Vec<usize>>, sink: &mut Sink) {
    let count = groups.len() as u64;
    let valid = |rows: &[usize]| rows.first().map_or(0, |&row| view.option_sum(row));
    let mut ranked = groups;
    ranked.sort_by(|a, b| {
        let rarity = |rows: &Vec<usize>| (valid(rows), rows.len());
        rarity(b).cmp(&rarity(a)).then_with(|| a.cmp(b))
    });
    for (rank, rows) in (1u64..).zip(&ranked) {
        let mut draft = view
            .draft(info)
            .figure("stations", rows.len() as u64)
            .figure("valid", valid(rows))
            .figure("rank", rank)
            .figure("groups", count)
            .figure("list", named(view, rows));
        for part in key_parts(view, rows) {
            draft = draft.part(part);
        }
        for &row in rows {
            draft = draft.locator(view.locator(row));
        }
        sink.push(draft);
    }
}
