//! Declared results by division against the declared total and against each other.

use std::collections::BTreeMap;

use scrutineer_model::{DeclaredPart, DivisionIdx, Divisions, Figure, HierarchyIdx, Scope};

use crate::catalogue::declared as codes;
use crate::checks::declared::Declared;
use crate::checks::declared::numbers::{Span, target_id};
use crate::sink::Sink;

/// Where a part has the figure.
#[derive(Clone, Copy)]
enum At {
    Option(usize),
    Valid,
    Invalid,
    Voters,
    Registered,
}

/// One figure that parts and total have in common.
struct Column<'a> {
    name: &'a str,
    total: Option<&'a Figure>,
    at: At,
}

impl Column<'_> {
    fn of(&self, part: &DeclaredPart) -> Option<u64> {
        match self.at {
            At::Option(at) => part.votes.get(at).copied().flatten(),
            At::Valid => part.valid,
            At::Invalid => part.invalid,
            At::Voters => part.voters,
            At::Registered => part.registered,
        }
    }
}

fn columns<'a>(declared: &Declared<'a>) -> Vec<Column<'a>> {
    let declaration = declared.declaration;
    let options = declaration.options.iter().enumerate();
    let options = options.map(|(at, option)| Column {
        name: target_id(declared.contest, &option.target),
        total: option.votes.as_ref(),
        at: At::Option(at),
    });
    let fields = [
        ("valid", &declaration.valid, At::Valid),
        ("invalid", &declaration.invalid, At::Invalid),
        ("voters", &declaration.voters, At::Voters),
        ("registered", &declaration.registered, At::Registered),
    ];
    let fields = fields.into_iter().map(|(name, total, at)| Column {
        name,
        total: total.as_ref(),
        at,
    });
    options.chain(fields).collect()
}

/// E.601 and E.602. Parts are of the first hierarchy.
pub(super) fn run(declared: &Declared<'_>, sink: &mut Sink) {
    let parts = &declared.declaration.parts;
    if parts.is_empty() || declared.dataset.hierarchies().is_empty() {
        return;
    }
    let hierarchy = declared.dataset.hierarchy(HierarchyIdx::new(0));
    let divisions = &hierarchy.divisions;
    let within = match declared.declaration.scope {
        Scope::All => None,
        Scope::Division(division) => Some(division),
    };
    let mut by_level: BTreeMap<u8, Vec<&DeclaredPart>> = BTreeMap::new();
    let mut by_parent: BTreeMap<DivisionIdx, Vec<&DeclaredPart>> = BTreeMap::new();
    for part in parts {
        let division = divisions.get(part.division);
        by_level.entry(division.level).or_default().push(part);
        if let Some(parent) = division.parent {
            by_parent.entry(parent).or_default().push(part);
        }
    }
    let children = children(divisions);
    for column in columns(declared) {
        if let Some(total) = column.total.map(Span::of) {
            for (&level, listed) in &by_level {
                let complete = listed.len() == on_level(divisions, level, within);
                let Some((sum, distance)) = conflict(&column, listed, complete, total) else {
                    continue;
                };
                let word = hierarchy
                    .levels
                    .get(usize::from(level))
                    .map_or("", String::as_str);
                sink.push(
                    declared
                        .draft(&codes::E_601)
                        .part(column.name)
                        .part(word)
                        .figure("column", column.name)
                        .figure("level", word)
                        .figure("sum", sum)
                        .figure("total", total.chosen)
                        .at_stake(Some(distance)),
                );
            }
        }
        for part in parts {
            let (Some(own), Some(listed)) = (column.of(part), by_parent.get(&part.division)) else {
                continue;
            };
            let complete = listed.len() == children[part.division.get()];
            let own = Span::exactly(own);
            let Some((sum, distance)) = conflict(&column, listed, complete, own) else {
                continue;
            };
            sink.push(
                declared
                    .draft(&codes::E_602)
                    .division(divisions.path_code(part.division))
                    .part(column.name)
                    .figure("column", column.name)
                    .figure("sum", sum)
                    .figure("total", own.chosen)
                    .at_stake(Some(distance)),
            );
        }
    }
}

/// The sum of the parts and its distance, where it cannot be the total: too large in any case, too
/// small only when nothing is missing.
fn conflict(
    column: &Column<'_>,
    parts: &[&DeclaredPart],
    complete: bool,
    total: Span,
) -> Option<(u64, u64)> {
    let values: Vec<Option<u64>> = parts.iter().map(|part| column.of(part)).collect();
    let complete = complete && values.iter().all(Option::is_some);
    let known = values.into_iter().flatten();
    let sum = known.fold(0u64, u64::saturating_add);
    let span = Span::exactly(sum);
    let broken = span.exceeds(total) || (complete && span.differs(total));
    broken.then(|| (sum, span.distance(total)))
}

fn children(divisions: &Divisions) -> Vec<usize> {
    let mut children = vec![0; divisions.len()];
    for (_, division) in divisions.iter() {
        if let Some(parent) = division.parent {
            children[parent.get()] += 1;
        }
    }
    children
}

fn on_level(divisions: &Divisions, level: u8, within: Option<DivisionIdx>) -> usize {
    let on_level = divisions.iter().filter(|(_, one)| one.level == level);
    match within {
        None => on_level.count(),
        Some(scope) => on_level
            .filter(|(at, _)| divisions.path(*at).contains(&scope))
            .count(),
    }
}
