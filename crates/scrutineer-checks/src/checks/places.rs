//! Polling places whose stations lie in two divisions.

use std::collections::BTreeSet;

use scrutineer_model::{Dataset, HierarchyIdx, ImportIssueKind};

use crate::catalogue::import as codes;
use crate::sink::{Draft, Sink};

/// E.114, from the columns and from what readers noted; a conflict that both know is one finding.
pub(super) fn run(dataset: &Dataset, sink: &mut Sink) {
    let mut conflicts: BTreeSet<[String; 3]> = BTreeSet::new();
    for issue in dataset.issues() {
        if issue.kind == ImportIssueKind::DivisionConflict && issue.station.is_none() {
            let place = issue.locator.column.clone().unwrap_or_default();
            conflicts.insert([place, issue.expected.clone(), issue.found.clone()]);
        }
    }
    for hierarchy in (0..dataset.hierarchies().len()).map(HierarchyIdx::new) {
        from_columns(dataset, hierarchy, &mut conflicts);
    }
    for [place, first, second] in conflicts {
        sink.push(
            Draft::new(&codes::E_114)
                .place(place)
                .part(first.as_str())
                .part(second.as_str())
                .figure("first", first)
                .figure("second", second)
                .at_stake(Some(0)),
        );
    }
}

fn from_columns(dataset: &Dataset, hierarchy: HierarchyIdx, into: &mut BTreeSet<[String; 3]>) {
    let stations = dataset.stations();
    let mut first = vec![None; dataset.places().len()];
    let pairs = stations.places().iter().zip(stations.divisions(hierarchy));
    for (place, division) in pairs {
        let (Some(place), Some(division)) = (*place, *division) else {
            continue;
        };
        match first[place.get()] {
            None => first[place.get()] = Some(division),
            Some(held) if held == division => {}
            Some(held) => {
                let divisions = &dataset.hierarchy(hierarchy).divisions;
                let mut paths = [divisions.path_code(held), divisions.path_code(division)];
                paths.sort();
                let [one, other] = paths;
                let code = dataset.places().get(place).code.to_owned();
                into.insert([code, one, other]);
            }
        }
    }
}
