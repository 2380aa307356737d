//! The totals that a coverage can be a share of.

use scrutineer_model::{Applies, Code, Dataset, Declaration, RegisterKind, Scope};

/// Which total the coverage is a share of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// A register total, by a reading of it: 0 for the chosen one.
    Register(Code, usize),
    /// What the declaration itself states.
    Declaration,
    /// The length of the official list.
    OfficialList,
}

/// A total that a coverage can be a share of.
pub(super) struct Total {
    pub(super) basis: Basis,
    pub(super) value: u64,
    pub(super) applies: Applies,
}

/// Every distinct total of one kind, the main one first: register totals, what the declaration
/// states, else the official list.
pub(super) fn totals(
    dataset: &Dataset,
    declaration: &Declaration,
    kind: RegisterKind,
) -> Vec<Total> {
    let mut totals: Vec<Total> = Vec::new();
    if declaration.scope == Scope::All {
        for register in dataset.contest(declaration.contest).registers_of(kind) {
            let readings = register.total.readings().enumerate();
            totals.extend(readings.map(|(at, reading)| Total {
                basis: Basis::Register(register.id.clone(), at),
                value: reading.value,
                applies: register.applies,
            }));
        }
    }
    let stated = match kind {
        RegisterKind::Electors => &declaration.registered,
        RegisterKind::Stations => &declaration.coverage.stations_total,
        RegisterKind::Places => &None,
    };
    if let Some(figure) = stated {
        totals.push(Total {
            basis: Basis::Declaration,
            value: figure.value(),
            applies: Applies::Yes,
        });
    }
    let listed = listed(dataset, declaration.scope, kind).filter(|&value| value > 0);
    if let (true, Some(value)) = (totals.is_empty(), listed) {
        totals.push(Total {
            basis: Basis::OfficialList,
            value,
            applies: Applies::Yes,
        });
    }
    let mut seen = Vec::new();
    totals.retain(|total| {
        let new = !seen.contains(&total.value);
        seen.push(total.value);
        new
    });
    totals
}

/// The official list's number, for the whole contest.
fn listed(dataset: &Dataset, scope: Scope, kind: RegisterKind) -> Option<u64> {
    if !dataset.has_register() || scope != Scope::All {
        return None;
    }
    let stations = dataset.stations();
    let listed = stations
        .indices()
        .map(|index| stations.get(index))
        .filter(|station| station.in_register);
    Some(match kind {
        RegisterKind::Electors => listed
            .filter_map(|station| station.registered.count())
            .map(u64::from)
            .sum(),
        RegisterKind::Stations => u64::try_from(listed.count()).unwrap_or(u64::MAX),
        RegisterKind::Places => {
            let mut places: Vec<_> = listed.filter_map(|station| station.place).collect();
            places.sort_unstable();
            places.dedup();
            u64::try_from(places.len()).unwrap_or(u64::MAX)
        }
    })
}
