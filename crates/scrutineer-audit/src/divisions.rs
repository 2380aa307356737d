//! Totals by division, for readers who ask for a level; not part of the canonical document.

use scrutineer_model::{Dataset, DivisionIdx, HierarchyIdx, SheetSet};
use scrutineer_tally::{Groups, Interval, Leader, by_division};

use crate::report::{AuditReport, DivisionReport, PathPart, Possible};

/// No hierarchy of the folder has this level.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no level {found:?}; expected one of {}", expected.join(", "))]
pub struct UnknownLevel {
    /// Asked for.
    pub found: String,
    /// The levels that there are.
    pub expected: Vec<String>,
}

/// Puts the totals of every division on the level called `level` into the report.
pub fn attach_divisions(
    report: &mut AuditReport,
    dataset: &Dataset,
    level: &str,
) -> Result<(), UnknownLevel> {
    let found = dataset
        .hierarchies()
        .iter()
        .enumerate()
        .find_map(|(at, hierarchy)| {
            hierarchy
                .level(level)
                .map(|number| (HierarchyIdx::new(at), number))
        });
    let Some((hierarchy, number)) = found else {
        let levels = dataset
            .hierarchies()
            .iter()
            .flat_map(|held| held.levels.clone());
        return Err(UnknownLevel {
            found: level.to_owned(),
            expected: levels.collect(),
        });
    };
    for contest in &mut report.contests {
        for source in &mut contest.sources {
            let set = dataset
                .sheets()
                .iter()
                .find(|set| dataset.source(set.source()).id.as_str() == source.id);
            if let Some(set) = set {
                source.divisions = on_level(dataset, set, hierarchy, number);
            }
        }
    }
    Ok(())
}

fn on_level(
    dataset: &Dataset,
    set: &SheetSet,
    hierarchy: HierarchyIdx,
    level: u8,
) -> Vec<DivisionReport> {
    let groups = by_division(dataset, set, hierarchy);
    let divisions = &dataset.hierarchy(hierarchy).divisions;
    divisions
        .iter()
        .filter(|(_, division)| division.level == level)
        .map(|(at, _)| division_report(dataset, set, &groups, hierarchy, at))
        .collect()
}

fn division_report(
    dataset: &Dataset,
    set: &SheetSet,
    groups: &Groups,
    hierarchy: HierarchyIdx,
    at: DivisionIdx,
) -> DivisionReport {
    let divisions = &dataset.hierarchy(hierarchy).divisions;
    let options = &dataset.contest(set.contest()).options;
    let sums = groups.totals(at.get());
    let part = |of: DivisionIdx| PathPart {
        code: divisions.get(of).code.to_owned(),
        name: divisions.get(of).name.to_owned(),
    };
    let (leader, lead) = match sums.leader() {
        Leader::One { option, lead } => (Some(options[option.get()].id.to_string()), lead),
        _ => (None, 0),
    };
    let possible = |interval: Interval| -> Possible { [interval.min, interval.max] };
    DivisionReport {
        path: divisions.path(at).into_iter().map(part).collect(),
        stations_reported: sums.sheets,
        options: options
            .iter()
            .zip(&sums.options)
            .map(|(option, votes)| (option.id.to_string(), possible(*votes)))
            .collect(),
        valid: (sums.sheets > 0).then(|| possible(sums.valid())),
        registered: sums
            .field(scrutineer_model::Field::Registered)
            .map(possible),
        leader,
        lead,
    }
}
