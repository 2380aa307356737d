// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Proposes an `election.toml` for a file of sheets, from the names of its columns and from which
//! sums hold.
//!
//! In scope: one table with a row per station. Out of scope: knowing the election: names, dates
//! and who supplied the file stay marked for a person to fill in. Limits: the first 20,000 rows
//! are looked at; JSON per station needs a map written by hand.

mod sample;
mod sums;
mod text;
mod words;

use sample::{Sample, sample};
use sums::Sum;
use words::Role;

/// What was found out about a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// The text of an `election.toml`, explained, that loads together with the file at
    /// `sheets/NAME`.
    pub toml: String,
    /// Why columns got their roles, and what a person has to look at, in order of importance.
    pub notes: Vec<String>,
}

/// Columns by position.
#[derive(Debug, Default)]
struct Map {
    key: Vec<usize>,
    place: Option<usize>,
    fields: Vec<(Role, usize)>,
    votes: Vec<usize>,
    picture: Option<usize>,
    private: Vec<usize>,
    divisions: Vec<(usize, Option<usize>)>,
    identities: Vec<&'static str>,
}

/// Proposes a folder for one file of sheets. It always gives a text that can be read; what could
/// not be found out is said in the notes.
pub fn propose(file_name: &str, bytes: &[u8]) -> Proposal {
    let sample = sample(file_name, bytes);
    let mut notes = Vec::new();
    let map = map(&sample, &mut notes);
    notes.extend(sample.notes.iter().map(|note| format!("read so: {note}")));
    Proposal {
        toml: text::election(file_name, &sample, &map),
        notes,
    }
}

fn map(sample: &Sample, notes: &mut Vec<String>) -> Map {
    let columns = &sample.columns;
    let roles: Vec<Option<Role>> = columns
        .iter()
        .map(|column| words::role(&column.name))
        .collect();
    let of = |role: Role| roles.iter().position(|held| *held == Some(role));
    let is_count = |at: usize| columns.get(at).is_some_and(|column| column.is_count);
    let mut map = Map {
        picture: columns.iter().position(|column| is_address(&column.cells)),
        ..Map::default()
    };
    for role in [
        Role::Registered,
        Role::Voters,
        Role::Ballots,
        Role::Valid,
        Role::Invalid,
        Role::Blank,
    ] {
        if let Some(at) = of(role).filter(|at| is_count(*at)) {
            map.fields.push((role, at));
        }
    }
    for (at, role) in roles.iter().enumerate() {
        let address = columns
            .get(at)
            .is_some_and(|column| is_address(&column.cells));
        let person = *role == Some(Role::Private) && !is_count(at);
        if (address && map.picture != Some(at)) || person {
            map.private.push(at);
        }
    }
    divisions(&roles, sample, &mut map);
    key(&roles, sample, &mut map, notes);
    votes(&roles, sample, &mut map, notes);
    identities(sample, &mut map, notes);
    map
}

fn is_address(cells: &[String]) -> bool {
    let filled = cells.iter().filter(|cell| !cell.is_empty());
    let (all, web) = filled.fold((0_usize, 0_usize), |(all, web), cell| {
        (all + 1, web + usize::from(cell.starts_with("http")))
    });
    all > 0 && web * 2 > all
}

/// Code columns by level, each with a name column that stands beside it and always says the same.
fn divisions(roles: &[Option<Role>], sample: &Sample, map: &mut Map) {
    for level in 0..3 {
        let all: Vec<usize> = (0..roles.len())
            .filter(|&at| roles.get(at).copied().flatten() == Some(Role::Division(level)))
            .filter(|&at| {
                sample
                    .columns
                    .get(at)
                    .is_some_and(|c| c.cells.iter().any(|x| !x.is_empty()))
            })
            .collect();
        let code = all
            .iter()
            .copied()
            .find(|&at| sample.columns.get(at).is_some_and(|column| column.is_count))
            .or_else(|| all.first().copied());
        let Some(code) = code else { break };
        map.divisions
            .push((code, all.into_iter().find(|at| *at != code)));
    }
}

fn key(roles: &[Option<Role>], sample: &Sample, map: &mut Map, notes: &mut Vec<String>) {
    let with = |role: Role| {
        (0..roles.len()).filter(move |&at| roles.get(at).copied().flatten() == Some(role))
    };
    let codes: Vec<usize> = map.divisions.iter().map(|(code, _)| *code).collect();
    let mut preferred: Vec<usize> = with(Role::Station)
        .chain(with(Role::Place))
        .chain(with(Role::Table))
        .collect();
    preferred.extend(&codes);
    let named = preferred.clone();
    preferred.extend((0..roles.len()).filter(|at| {
        let used = named.contains(at)
            || map.private.contains(at)
            || map.picture == Some(*at)
            || map.fields.iter().any(|(_, held)| held == at);
        // What comes first in a table is more often its key than what comes last.
        !used && *at < 8
    }));
    if let Some(key) = sums::key(&sample.columns, &preferred, sample.rows) {
        map.key = key;
    } else {
        map.key = preferred.into_iter().take(2).collect();
        notes.push(
            "no columns tell all rows apart: look at the key, or at rows that stand twice"
                .to_owned(),
        );
    }
    map.place = with(Role::Place).find(|at| map.key.contains(at) && map.key.len() > 1);
    let names: Vec<&str> = map.key.iter().filter_map(|&at| name(sample, at)).collect();
    notes.push(format!("key: {}", names.join(", ")));
}

fn name(sample: &Sample, at: usize) -> Option<&str> {
    sample.columns.get(at).map(|column| column.name.as_str())
}

fn votes(roles: &[Option<Role>], sample: &Sample, map: &mut Map, notes: &mut Vec<String>) {
    let structural = |at: usize| {
        map.key.contains(&at)
            || map.picture == Some(at)
            || map.private.contains(&at)
            || map
                .divisions
                .iter()
                .any(|(code, name)| *code == at || *name == Some(at))
            || matches!(
                roles.get(at).copied().flatten(),
                Some(Role::Place | Role::Table | Role::Station)
            )
    };
    let counts: Vec<usize> = (0..sample.columns.len())
        .filter(|&at| sample.columns.get(at).is_some_and(|column| column.is_count))
        .filter(|&at| !structural(at))
        .collect();
    let field = |at: usize| map.fields.iter().any(|(_, held)| *held == at);
    let free: Vec<usize> = counts.iter().copied().filter(|&at| !field(at)).collect();
    let valid = map
        .fields
        .iter()
        .find(|(role, _)| *role == Role::Valid)
        .map(|(_, at)| *at);
    let found = valid
        .and_then(|valid| sums::longest_run(&sample.columns, &free, &[valid], sample.rows))
        .or_else(|| sums::longest_run(&sample.columns, &free, &counts, sample.rows));
    if let Some(sum) = found {
        let total = name(sample, sum.total).unwrap_or_default();
        notes.push(format!(
            "{} columns add up to {total} on {} of {} rows: votes and valid votes",
            sum.parts.len(),
            sum.holds,
            sum.rows
        ));
        map.fields
            .retain(|(role, at)| *role != Role::Valid && *at != sum.total);
        map.fields.push((Role::Valid, sum.total));
        map.identities.push("options = valid");
        map.votes = sum.parts;
    } else {
        notes.push(
            "no run of columns adds up to another one: the columns of votes are a guess from \
             what is left"
                .to_owned(),
        );
        map.votes = free;
    }
    if map.votes.is_empty() {
        map.votes = (0..sample.columns.len())
            .filter(|&at| !structural(at))
            .take(1)
            .collect();
    }
    let votes = map.votes.clone();
    map.fields.retain(|(_, at)| !votes.contains(at));
}

/// Sums of the other numbers that hold.
fn identities(sample: &Sample, map: &mut Map, notes: &mut Vec<String>) {
    let of = |role: Role| {
        map.fields
            .iter()
            .find(|(held, _)| *held == role)
            .map(|(_, at)| *at)
    };
    let mut found = Vec::new();
    for (text, parts, total) in [
        (
            "valid + invalid + blank = ballots",
            &[Role::Valid, Role::Invalid, Role::Blank][..],
            Role::Ballots,
        ),
        (
            "valid + invalid = ballots",
            &[Role::Valid, Role::Invalid][..],
            Role::Ballots,
        ),
        (
            "valid + invalid + blank = voters",
            &[Role::Valid, Role::Invalid, Role::Blank][..],
            Role::Voters,
        ),
        (
            "valid + invalid = voters",
            &[Role::Valid, Role::Invalid][..],
            Role::Voters,
        ),
    ] {
        let parts: Option<Vec<usize>> = parts.iter().map(|role| of(*role)).collect();
        if let (Some(parts), Some(total)) = (parts, of(total)) {
            let sum: Sum = sums::holds(&sample.columns, &parts, total, sample.rows);
            if sum.holds.saturating_mul(100) >= sum.rows.saturating_mul(99) && sum.rows > 0 {
                notes.push(format!("{text} on {} of {} rows", sum.holds, sum.rows));
                found.push(text);
            }
        }
    }
    map.identities.extend(found);
}
