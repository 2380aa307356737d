//! Counts of persons as they may be published (H16): deaths exactly, of other acts no number of 1 to 4, and none
//! from which such a number follows.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Date};

use super::cells::{Published, SMALLEST, protect};
use super::sources::public_ids;
use crate::area::Area;
use crate::book::Book;
use crate::claimed::{FigureRange, Said, Scope};
use crate::count::{CountStatement, count};
use crate::persons::{InScope, in_scope};
use crate::status::Insufficient;
use crate::vocabulary::{ActKind, Category, Qualifier};

fn is_small(count: u64) -> bool {
    (1..SMALLEST).contains(&count)
}

/// Counts one scope of a book, private sources by number. Numbers that may not be shown are left out.
pub fn count_in(book: &Book, scope: &Scope) -> (CountStatement, Vec<Insufficient>) {
    count_under(book, scope, &public_ids(book))
}

/// The same, for whoever has the public ids of the private sources already.
pub(crate) fn count_under(
    book: &Book,
    scope: &Scope,
    ids: &BTreeMap<Code, Code>,
) -> (CountStatement, Vec<Insufficient>) {
    let found = in_scope(book, scope);
    let figures = book.figures();
    let mut statement = count(scope, &found.clusters, &found.open, &figures, &book.graph());
    statement.conflicts = found.conflicts;
    rename(&mut statement, ids);
    if !is_listed(book, scope) {
        // Nobody wrote down names: that is no number of persons.
        statement.minimum = None;
        statement.credible = None;
    } else if scope.act != ActKind::Killed {
        withhold(&mut statement, may_count(book, scope));
        if !scope.area.is_everywhere() || scope.interval.is_some() {
            // Two of these less those of the whole are those of the rest, which no table protects together.
            statement.minimum = None;
            statement.groups.clear();
            statement.perpetrators.clear();
            statement.statuses.clear();
        }
    }
    // What stands in assessments of one to four persons tells of them.
    let is_told = scope.act == ActKind::Killed || statement.credible.is_some();
    let insufficient = if is_told {
        found.insufficient
    } else {
        Vec::new()
    };
    let mut held = figures.iter().filter(|figure| scope.holds(figure));
    if statement.maximum == Some(0) && held.any(|figure| figure.is_withheld) {
        // Somebody said more than 0, and it may not be shown.
        statement.maximum = None;
    }
    (statement, insufficient)
}

/// Whether any claim up to the cut-off names somebody to whom the act was done, wherever that was.
fn is_listed(book: &Book, scope: &Scope) -> bool {
    book.claims.iter().any(|claim| {
        claim.qualifier == Qualifier::Named
            && claim.act == scope.act
            && claim.as_of <= scope.cut_off
            && scope.since.is_none_or(|since| since <= claim.as_of)
    })
}

/// Whether the number of persons named in a scope may be shown beside that of the whole. Deaths always; of other acts
/// a part only where neither it nor the rest of what is shown is a number of 1 to 4: an area where the table of its
/// neighbours shows it, an interval where it is made of whole groups of days with five persons or more, and no
/// interval of an area.
pub fn may_count(book: &Book, scope: &Scope) -> bool {
    if scope.act == ActKind::Killed {
        return true;
    }
    match scope.interval {
        None => (1..=scope.area.level()).all(|level| is_shown(book, scope, level)),
        Some(interval) => scope.area.is_everywhere() && is_whole(book, scope, interval),
    }
}

fn credible(book: &Book, scope: &Scope) -> u64 {
    let clusters = in_scope(book, scope).clusters;
    clusters
        .iter()
        .filter(|held| held.status.is_credible())
        .count() as u64
}

/// The credible persons of the parts of an area, one level down; small ones withheld unless the act is death.
pub(crate) fn by_parts(book: &Book, scope: &Scope) -> BTreeMap<Area, Published> {
    let level = scope.area.level() + 1;
    let parts: BTreeSet<Area> = book
        .claims
        .iter()
        .filter(|claim| claim.act == scope.act && claim.person.is_some())
        .filter(|claim| claim.area.level() >= level && scope.area.contains(&claim.area))
        .map(|claim| claim.area.at_level(level))
        .collect();
    let numbers: Vec<u64> = parts
        .iter()
        .map(|part| {
            let area = part.clone();
            credible(
                book,
                &Scope {
                    area,
                    ..scope.clone()
                },
            )
        })
        .collect();
    let shown: Vec<Published> = if scope.act == ActKind::Killed {
        numbers.into_iter().map(Published::Shown).collect()
    } else {
        // What is in no part, or named at a wider place only, is told by the total; and so is by how much all parts
        // together are more than it: so many persons are named in two.
        let whole = credible(book, scope);
        let all: u64 = numbers.iter().sum();
        // Where some are named in two, who is not in a part is in no cell of the row.
        let is_told = |part: &u64| is_small(whole.abs_diff(*part));
        if all > whole && (is_small(all - whole) || numbers.iter().any(is_told)) {
            vec![Published::Withheld; numbers.len()]
        } else {
            // Nobody is left where some are in two: then each part was compared with the whole.
            let rest = whole.saturating_sub(all);
            let row = numbers.into_iter().chain([rest]).collect();
            protect(&vec![row]).into_iter().flatten().collect()
        }
    };
    parts.into_iter().zip(shown).collect()
}

/// Whether the table of the areas beside the one at `level` above the scope shows it. Where nobody is named in an
/// area, it stands in no table and its 0 tells nothing.
fn is_shown(book: &Book, scope: &Scope, level: usize) -> bool {
    let within = Scope {
        area: scope.area.at_level(level - 1),
        interval: None,
        ..scope.clone()
    };
    let beside = by_parts(book, &within);
    beside
        .get(&scope.area.at_level(level))
        .is_none_or(|shown| *shown != Published::Withheld)
}

/// Whether an interval holds each group of days whole or not at all. Groups are made from the first day on, each as
/// short as five persons allow, so that the difference of any two intervals that pass has none or five at least.
/// Persons without a day are a group of their own. What is counted in the interval are these persons and no others: one
/// who is refuted by what was found about another day is counted in the one and not in the other.
fn is_whole(book: &Book, scope: &Scope, interval: (Date, Date)) -> bool {
    let everything = Scope {
        interval: None,
        ..scope.clone()
    };
    let all = in_scope(book, &everything);
    let mut by_day: BTreeMap<Option<Date>, Vec<bool>> = BTreeMap::new();
    let days = days(&all, interval);
    let inside = days.iter().filter(|(_, is_inside)| *is_inside).count() as u64;
    if inside != credible(book, scope) {
        return false;
    }
    for (first, is_inside) in days {
        by_day.entry(first).or_default().push(is_inside);
    }
    let undated = by_day.remove(&None).unwrap_or_default();
    let mut groups: Vec<Vec<bool>> = Vec::new();
    let mut group = Vec::new();
    for mut inside in by_day.into_values().chain([undated]) {
        group.append(&mut inside);
        if group.len() as u64 >= SMALLEST {
            groups.push(std::mem::take(&mut group));
        }
    }
    match groups.last_mut() {
        Some(last) => last.append(&mut group),
        None => groups.push(group),
    }
    groups
        .iter()
        .all(|held| held.iter().all(|inside| *inside) || !held.iter().any(|inside| *inside))
}

/// Of each credible person the first day, and whether some claim puts it wholly inside the interval.
fn days(all: &InScope, (from, to): (Date, Date)) -> Vec<(Option<Date>, bool)> {
    all.clusters
        .iter()
        .filter(|held| held.status.is_credible())
        .map(|held| {
            let first = held.days.iter().map(|(first, _)| *first).min();
            let inside = held
                .days
                .iter()
                .any(|(first, last)| from <= *first && *last <= to);
            (first, inside)
        })
        .collect()
}

/// Takes out what may not be shown of acts other than deaths.
fn withhold(statement: &mut CountStatement, is_shown: bool) {
    if statement.groups.values().any(|held| is_small(*held)) {
        statement.groups.clear();
    }
    if statement.statuses.values().any(|held| is_small(*held)) {
        statement.statuses.clear();
    }
    let whole = statement.credible.unwrap_or(0);
    if tells_few(&statement.perpetrators, whole) {
        statement.perpetrators.clear();
    }
    let keep = |number: Option<u64>| number.filter(|number| is_shown && !is_small(*number));
    // Who is named and not corroborated is told by the two numbers.
    let minimum = keep(statement.minimum);
    statement.minimum = minimum.filter(|minimum| !is_small(whole.abs_diff(*minimum)));
    statement.credible = keep(statement.credible);
    if statement.credible.is_none() {
        statement.groups.clear();
        statement.perpetrators.clear();
        statement.statuses.clear();
        statement.lists = statement.lists.min(1);
        statement.independent_lists = statement.independent_lists.min(1);
        statement.open_pairs = None;
        statement.conflicts = 0;
        // Without a claim the maximum is the number of named persons.
        if statement.maximum_claims.is_empty() {
            statement.maximum = None;
        }
    }
}

/// Whether numbers of persons by the kind of unit tell of few: one of them, what is left of the whole or of those for
/// whom a kind is named, or by how much all together are more than the whole.
fn tells_few(by: &BTreeMap<Category, u64>, whole: u64) -> bool {
    let all: u64 = by.values().sum();
    let unknown = by.get(&Category::Unknown).copied().unwrap_or(0);
    let named = whole.saturating_sub(unknown);
    by.iter().any(|(category, number)| {
        let others = *category != Category::Unknown && is_small(named.abs_diff(*number));
        is_small(*number) || is_small(whole.abs_diff(*number)) || others
    }) || is_small(all.abs_diff(whole))
}

fn rename(statement: &mut CountStatement, ids: &BTreeMap<Code, Code>) {
    let replace = |id: &mut Code| {
        if let Some(public) = ids.get(id) {
            *id = public.clone();
        }
    };
    statement.maximum_sources.iter_mut().for_each(replace);
    let parts = statement.maximum_parts.iter_mut();
    parts.for_each(|part| replace(&mut part.source));
    let FigureRange {
        verified,
        lowest,
        credible,
        highest,
        parties,
        ..
    } = &mut statement.figures;
    let said = [verified, lowest, credible, highest].into_iter().flatten();
    let said = said.chain(parties.iter_mut().map(|beside| &mut beside.said));
    said.for_each(|said: &mut Said| replace(&mut said.source));
}
