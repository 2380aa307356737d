//! Tables that the numbering of a polling place promises and that have no sheet.

use std::collections::BTreeSet;

use scrutineer_model::PlaceIdx;

use crate::catalogue::sources as codes;
use crate::sheet_view::SheetView;
use crate::sink::Sink;

/// Missing numbers that are listed per place; the count is exact.
const LISTED: usize = 50;

/// Largest table number and number of sheets of one place.
#[derive(Clone, Copy, Default)]
struct Numbering {
    highest: u32,
    sheets: u32,
    has_first: bool,
    /// A label that is no number: the place is left alone.
    other: bool,
}

impl Numbering {
    fn missing(self) -> u64 {
        if self.other {
            return 0;
        }
        u64::from(self.highest.saturating_sub(self.sheets))
    }
}

/// W.502 and W.503. Where most places have no table 1, tables are not numbered inside places and
/// nothing is said; with an official list the missing stations are known by name (W.301).
pub(super) fn run(view: &SheetView<'_>, sink: &mut Sink) {
    if view.dataset.has_register() || view.dataset.places().is_empty() {
        return;
    }
    let numbering = number(view);
    let used = numbering.iter().filter(|place| place.sheets > 0).count();
    let first = numbering.iter().filter(|place| place.has_first).count();
    if 2 * first < used {
        return;
    }
    let (mut missing, mut places) = (0u64, 0u64);
    let with_gap: Vec<bool> = numbering.iter().map(|place| place.missing() > 0).collect();
    for (labels, place) in labels(view, &with_gap) {
        let gap = numbering[place.get()];
        let distinct = u32::try_from(labels.len()).unwrap_or(u32::MAX);
        let count = u64::from(gap.highest.saturating_sub(distinct));
        missing += count;
        places += 1;
        let absent: Vec<String> = (1..=gap.highest)
            .filter(|label| !labels.contains(label))
            .take(LISTED)
            .map(|label| label.to_string())
            .collect();
        sink.push(
            view.draft(&codes::W_502)
                .place(view.dataset.places().get(place).code)
                .figure("highest", gap.highest)
                .figure("sheets", gap.sheets)
                .figure("count", count)
                .figure("missing", absent),
        );
    }
    if places > 0 {
        sink.push(
            view.draft(&codes::W_503)
                .figure("missing", missing)
                .figure("places", places),
        );
    }
}

fn number(view: &SheetView<'_>) -> Vec<Numbering> {
    let stations = view.dataset.stations();
    let mut numbering = vec![Numbering::default(); view.dataset.places().len()];
    let mut last = None;
    for &station in view.set.stations() {
        if last.replace(station) == Some(station) {
            continue;
        }
        let Some(place) = stations.places()[station.get()] else {
            continue;
        };
        let held = &mut numbering[place.get()];
        held.sheets += 1;
        match label(stations.get(station).label) {
            Some(label) => {
                held.highest = held.highest.max(label);
                held.has_first |= label == 1;
            }
            None => held.other = true,
        }
    }
    numbering
}

fn label(text: &str) -> Option<u32> {
    text.trim().parse().ok().filter(|&label| label > 0)
}

/// The labels of every place with a gap, in order of the places.
fn labels(
    view: &SheetView<'_>,
    with_gap: &[bool],
) -> impl Iterator<Item = (BTreeSet<u32>, PlaceIdx)> + use<> {
    let stations = view.dataset.stations();
    let mut labels: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); with_gap.len()];
    for &station in view.set.stations() {
        let place = stations.places()[station.get()].filter(|place| with_gap[place.get()]);
        if let (Some(place), Some(label)) = (place, label(stations.get(station).label)) {
            labels[place.get()].insert(label);
        }
    }
    let places = labels.into_iter().enumerate();
    places
        .filter(|(_, labels)| !labels.is_empty())
        .map(|(at, labels)| (labels, PlaceIdx::new(at)))
}
