// SPDX-License-Identifier: Apache-2.0 OR MIT
//! On what folders must agree before they can be one.

use std::collections::BTreeMap;

use scrutineer_model::{Cell, Contest, Dataset, Declaration, DivisionIdx, HierarchyIdx, Scope};

use crate::merge::{Difference, MergeInput};

/// How many stations with different registers are listed.
const LISTED: usize = 100;

/// Everything on which at least two folders disagree.
pub(super) fn differences(inputs: &[MergeInput<'_>]) -> Vec<Difference> {
    let mut differences = Vec::new();
    let mut compare = |what: &str, says: &dyn Fn(&Dataset) -> Option<String>| {
        differences.extend(compare(inputs, what, says));
    };
    compare("election.id", &|data| Some(data.election().id.to_string()));
    compare("election.name", &|data| Some(data.election().name.clone()));
    compare("election.date", &|data| {
        Some(data.election().date.to_string())
    });
    compare("election.country", &|data| {
        Some(data.election().country.clone())
    });
    compare("hierarchies", &|data| {
        let levels = data.hierarchies().iter();
        Some(
            levels
                .map(|held| format!("{} {:?}", held.id, held.levels))
                .collect::<Vec<_>>()
                .join(", "),
        )
    });
    compare("contests", &|data| {
        let ids = data.contests().iter();
        Some(
            ids.map(|contest| contest.id.to_string())
                .collect::<Vec<_>>()
                .join(", "),
        )
    });
    for contest in ids(inputs, |data| {
        data.contests()
            .iter()
            .map(|held| held.id.to_string())
            .collect()
    }) {
        for (part, says) in CONTEST {
            compare(&format!("contest {contest}: {part}"), &|data| {
                data.contests()
                    .iter()
                    .find(|held| held.id.as_str() == contest)
                    .map(says)
            });
        }
    }
    for id in ids(inputs, |data| {
        data.sources()
            .iter()
            .map(|held| held.id.to_string())
            .collect()
    }) {
        compare(&format!("source {id}"), &|data| {
            let source = data.sources().iter().find(|held| held.id.as_str() == id)?;
            let contest = &data.contest(source.contest).id;
            let sums: Vec<&str> = source
                .identities
                .iter()
                .map(|held| held.text.as_str())
                .collect();
            Some(format!(
                "{contest}, {:?}, {:?}, {sums:?}",
                source.origin, source.provenance
            ))
        });
    }
    for id in ids(inputs, |data| {
        data.declarations()
            .iter()
            .map(|held| held.id.to_string())
            .collect()
    }) {
        compare(&format!("declaration {id}"), &|data| {
            let held = data
                .declarations()
                .iter()
                .find(|held| held.id.as_str() == id)?;
            Some(declaration(data, held))
        });
    }
    differences.extend(registers(inputs));
    differences
}

/// What the folders that say anything about it say, if they differ.
fn compare(
    inputs: &[MergeInput<'_>],
    what: &str,
    says: &dyn Fn(&Dataset) -> Option<String>,
) -> Option<Difference> {
    let readings: Vec<(String, String)> = inputs
        .iter()
        .filter_map(|input| Some((input.name.to_owned(), says(input.dataset)?)))
        .collect();
    let differ = readings.windows(2).any(|pair| match pair {
        [(_, one), (_, two)] => one != two,
        _ => false,
    });
    differ.then(|| Difference {
        what: what.to_owned(),
        readings,
    })
}

type Says = fn(&Contest) -> String;

const CONTEST: [(&str, Says); 6] = [
    ("name, round and predecessor", |held| {
        format!("{}, {}, {:?}", held.name, held.round, held.predecessor)
    }),
    ("rule", |held| format!("{:?}", held.rule)),
    ("capacity", |held| format!("{:?}", held.capacity)),
    ("options", |held| {
        let options = held
            .options
            .iter()
            .map(|option| format!("{} {}", option.id, option.name));
        options.collect::<Vec<_>>().join(", ")
    }),
    ("tickets", |held| {
        let tickets = held
            .tickets
            .iter()
            .map(|ticket| format!("{} {} {}", ticket.id, ticket.name, ticket.option.get()));
        tickets.collect::<Vec<_>>().join(", ")
    }),
    ("registers", |held| format!("{:?}", held.registers)),
];

fn ids(inputs: &[MergeInput<'_>], of: fn(&Dataset) -> Vec<String>) -> Vec<String> {
    let mut ids: Vec<String> = inputs.iter().flat_map(|input| of(input.dataset)).collect();
    ids.sort();
    ids.dedup();
    ids
}

/// A declaration in words that do not depend on where its divisions stand.
fn declaration(data: &Dataset, held: &Declaration) -> String {
    let code = |division: DivisionIdx| {
        let first = HierarchyIdx::new(0);
        data.hierarchy(first).divisions.path_code(division)
    };
    let scope = match held.scope {
        Scope::All => "all".to_owned(),
        Scope::Division(division) => code(division),
    };
    let parts: Vec<String> = held
        .parts
        .iter()
        .map(|part| {
            let numbers = [part.valid, part.invalid, part.voters, part.registered];
            format!("{}: {:?} {numbers:?}", code(part.division), part.votes)
        })
        .collect();
    let plain = Declaration {
        scope: Scope::All,
        parts: Vec::new(),
        ..held.clone()
    };
    format!("{scope}, {plain:?}, {}", parts.join(", "))
}

/// Stations about which the official lists of two folders differ.
fn registers(inputs: &[MergeInput<'_>]) -> Vec<Difference> {
    let mut says: BTreeMap<&str, Vec<(&str, Cell)>> = BTreeMap::new();
    for input in inputs {
        let stations = input.dataset.stations();
        for at in stations.indices() {
            let station = stations.get(at);
            if station.in_register {
                says.entry(station.id)
                    .or_default()
                    .push((input.name, station.registered));
            }
        }
    }
    let mut differences = Vec::new();
    for (id, readings) in says {
        let differ = readings.windows(2).any(|pair| match pair {
            [(_, one), (_, two)] => one != two,
            _ => false,
        });
        if differ && differences.len() < LISTED {
            differences.push(Difference {
                what: format!("register {id}"),
                readings: readings
                    .iter()
                    .map(|(name, cell)| ((*name).to_owned(), format!("{cell:?}")))
                    .collect(),
            });
        }
    }
    differences
}
