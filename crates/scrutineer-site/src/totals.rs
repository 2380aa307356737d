//! Sums by division and polling place, made once for all pages and languages.

use scrutineer_model::Dataset;
use scrutineer_tally::{Groups, by_division, by_place};

use crate::layout::first;

/// The sums of one source.
pub(crate) struct Sums {
    /// By division of the first hierarchy; `None` without one.
    pub(crate) divisions: Option<Groups>,
    /// By polling place.
    pub(crate) places: Groups,
}

/// The sums of every source, in the order of the sources.
pub(crate) fn sums(dataset: &Dataset) -> Vec<Sums> {
    let has_divisions = !dataset.hierarchies().is_empty();
    let sheets = dataset.sheets().iter();
    sheets
        .map(|set| Sums {
            divisions: has_divisions.then(|| by_division(dataset, set, first())),
            places: by_place(dataset, set),
        })
        .collect()
}
