//! Persons of the book in clusters, with the status of what was done to them.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::Code;

use crate::book::Book;
use crate::claimed::Scope;
use crate::count::Cluster;
use crate::estimate::Overlaps;
use crate::groups::Groups;
use crate::linkage::Decision;
use crate::records::{Act, Assessment, Claim};
use crate::status::{Ground, Insufficient, Testimony, judge};
use crate::vocabulary::{Category, Group, Qualifier};

/// Clusters in scope, the pairs among them that nobody decided, and assessments that changed nothing.
#[derive(Clone, Debug, Default)]
pub struct InScope {
    /// The clusters.
    pub clusters: Vec<Cluster>,
    /// The records of persons that each cluster is made of, by position; never printed.
    pub members: Vec<BTreeSet<Code>>,
    /// Pairs of clusters, by position.
    pub open: Vec<(usize, usize)>,
    /// Assessments that changed nothing.
    pub insufficient: Vec<Insufficient>,
    /// Decisions about pairs in scope that contradict those of people, or put two records of a list together.
    pub conflicts: u64,
}

fn holds(scope: &Scope, claim: &Claim) -> bool {
    let is_inside = match (scope.interval, claim.interval) {
        (None, _) => true,
        (Some(_), None) => false,
        (Some((from, to)), Some((first, last))) => from <= first && last <= to,
    };
    claim.act == scope.act
        && claim.as_of <= scope.cut_off
        && scope.since.is_none_or(|since| since <= claim.as_of)
        && scope.area.contains(&claim.area)
        && is_inside
}

fn testimony(claim: &Claim, withdrawn: &BTreeSet<&Code>) -> Testimony {
    Testimony {
        source: claim.source.clone(),
        item: claim.item.clone(),
        date: claim.interval.map(|(from, _)| from),
        area: claim.area.clone(),
        is_withdrawn: withdrawn.contains(&claim.id),
    }
}

/// Pairs of clusters, by position, that nobody decided.
fn open_pairs(
    open: &[(&Code, &Code)],
    root: &BTreeMap<&Code, &Code>,
    position: &BTreeMap<&Code, usize>,
) -> Vec<(usize, usize)> {
    let at = |person: &Code| {
        root.get(person)
            .and_then(|held| position.get(held))
            .copied()
    };
    let pairs = open
        .iter()
        .filter_map(|(left, right)| Some((at(left)?, at(right)?)));
    let distinct: BTreeSet<(usize, usize)> = pairs
        .filter(|(a, b)| a != b)
        .map(|(a, b)| (a.min(b), a.max(b)))
        .collect();
    distinct.into_iter().collect()
}

/// Claims in scope that name somebody, by the record that stands for the person.
fn named<'b>(
    book: &'b Book,
    scope: &Scope,
    root: &BTreeMap<&'b Code, &'b Code>,
) -> BTreeMap<&'b Code, Vec<&'b Claim>> {
    let mut of_root: BTreeMap<&Code, Vec<&Claim>> = BTreeMap::new();
    let claims = book.claims.iter();
    for claim in claims.filter(|claim| claim.qualifier == Qualifier::Named) {
        let person = claim.person.as_ref().and_then(|person| root.get(person));
        if let (Some(person), true) = (person, holds(scope, claim)) {
            of_root.entry(*person).or_default().push(claim);
        }
    }
    of_root
}

/// The kinds of units that acts name.
fn categories(book: &Book, acts: &[&Act]) -> BTreeSet<Category> {
    let named: BTreeSet<&Code> = acts
        .iter()
        .filter_map(|act| act.perpetrator.as_ref())
        .collect();
    book.perpetrators
        .iter()
        .filter(|held| named.contains(&held.id))
        .map(|held| held.category)
        .collect()
}

/// The persons with a named claim in scope.
pub fn in_scope(book: &Book, scope: &Scope) -> InScope {
    let groups = Groups::new(book, Some(scope.cut_off), |held| {
        held.decision == Decision::Same
    });
    let root = &groups.root;
    let items = book
        .items
        .iter()
        .map(|item| (item.id.clone(), item.clone()))
        .collect();
    let sources = book
        .sources
        .iter()
        .map(|source| (source.id.clone(), source.clone()))
        .collect();
    let graph = book.graph();
    let ground = Ground {
        items: &items,
        sources: &sources,
        graph: &graph,
    };
    let withdrawn: BTreeSet<&Code> = book
        .claims
        .iter()
        .filter(|claim| claim.as_of <= scope.cut_off)
        .filter_map(|claim| claim.withdraws.as_ref())
        .collect();
    let group_of: BTreeMap<&Code, Group> = book
        .persons
        .iter()
        .map(|person| (&person.id, person.group))
        .collect();
    let of_root = named(book, scope, root);
    let mut found = InScope::default();
    let mut position: BTreeMap<&Code, usize> = BTreeMap::new();
    for (person, claims) in &of_root {
        let of_person = root.iter().filter(|(_, held)| *held == person);
        let members: BTreeSet<&Code> = of_person.map(|(id, _)| *id).collect();
        let mut subjects: BTreeSet<&Code> = claims.iter().map(|claim| &claim.id).collect();
        let acts: Vec<&Act> = book
            .acts
            .iter()
            .filter(|act| {
                act.act == scope.act && act.person.as_ref().is_some_and(|id| members.contains(id))
            })
            .collect();
        subjects.extend(acts.iter().map(|act| &act.id));
        let assessments: Vec<&Assessment> = book
            .assessments
            .iter()
            .filter(|held| subjects.contains(&held.subject) && held.assessed <= scope.cut_off)
            .collect();
        let testimonies: Vec<Testimony> = claims
            .iter()
            .map(|claim| testimony(claim, &withdrawn))
            .collect();
        let judged = judge(&testimonies, &assessments, ground);
        found.insufficient.extend(judged.insufficient);
        position.insert(person, found.clusters.len());
        let records = members.iter().copied().cloned();
        found.members.push(records.collect());
        let known = members
            .iter()
            .filter_map(|id| group_of.get(id))
            .find(|held| **held != Group::Unknown);
        found.clusters.push(Cluster {
            status: judged.status,
            sources: claims
                .iter()
                .filter(|claim| !withdrawn.contains(&claim.id))
                .map(|claim| claim.source.clone())
                .collect(),
            group: known.copied().unwrap_or(Group::Unknown),
            perpetrators: categories(book, &acts),
            days: claims.iter().filter_map(|claim| claim.interval).collect(),
        });
    }
    found.open = open_pairs(&groups.open, root, &position);
    let is_in_scope = |person: &Code| {
        let group = root.get(person);
        group.is_some_and(|group| position.contains_key(group))
    };
    let conflicts = groups
        .conflicts
        .iter()
        .filter(|(left, right)| is_in_scope(left) && is_in_scope(right));
    found.conflicts = conflicts.count() as u64;
    found
}

/// The lists that name somebody in scope and how they overlap, largest list first, at most `most` of them;
/// `unsure_is_same` counts open pairs as one person where both ends are free.
pub fn overlaps(found: &InScope, lists: &[Code], unsure_is_same: bool) -> Option<Overlaps> {
    let mut overlaps = Overlaps::new(u32::try_from(lists.len()).ok()?)?;
    let mut joined: BTreeMap<usize, usize> = BTreeMap::new();
    if unsure_is_same {
        for (left, right) in &found.open {
            if !joined.contains_key(left) && !joined.contains_key(right) {
                joined.insert(*left, *right);
                joined.insert(*right, *left);
            }
        }
    }
    for (at, cluster) in found.clusters.iter().enumerate() {
        let other = joined.get(&at).copied();
        if !cluster.status.is_credible() || other.is_some_and(|other| other < at) {
            continue;
        }
        let second = other.and_then(|other| found.clusters.get(other));
        let is_on = |list: &Code| {
            cluster.sources.contains(list) || second.is_some_and(|held| held.sources.contains(list))
        };
        let on = lists.iter().enumerate().filter(|(_, list)| is_on(list));
        let on = on.fold(0_u32, |on, (bit, _)| on | (1 << bit));
        if on != 0 {
            overlaps.add(on, 1)?;
        }
    }
    Some(overlaps)
}

/// The lists of credible persons in scope with how many each names, largest first, ties by id.
pub fn lists(found: &InScope) -> Vec<(Code, u64)> {
    let mut sizes: BTreeMap<&Code, u64> = BTreeMap::new();
    for cluster in found
        .clusters
        .iter()
        .filter(|held| held.status.is_credible())
    {
        for source in &cluster.sources {
            *sizes.entry(source).or_default() += 1;
        }
    }
    let mut sorted: Vec<(Code, u64)> = sizes
        .into_iter()
        .map(|(id, size)| (id.clone(), size))
        .collect();
    sorted.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    sorted
}
