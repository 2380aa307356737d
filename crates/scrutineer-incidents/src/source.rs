//! Sources, and which of them are independent of each other.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Date};

use crate::vocabulary::{Access, SourceKind, Standing};

/// Most sources of a set for which the number of independent ones is exact.
const EXACT_UP_TO: usize = 20;

/// Who says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its id.
    pub id: Code,
    /// How it is called in print, if it may be named.
    pub name: String,
    /// What kind of body it is.
    pub kind: SourceKind,
    /// How it comes to what it says.
    pub standing: Standing,
    /// Until when it covers; `None` where it does not say.
    pub cut_off: Option<Date>,
    /// How it works; empty where it does not say.
    pub method: String,
    /// Sources that it rests on.
    pub derived_from: Vec<Code>,
    /// Whether it may be named.
    pub access: Access,
}

/// Which source rests on which.
#[derive(Clone, Debug, Default)]
pub struct SourceGraph {
    /// Of each source: itself and all that it rests on.
    roots: BTreeMap<Code, BTreeSet<Code>>,
    /// Sources of which it is not known on what they rest in the end.
    unknown: BTreeSet<Code>,
}

impl SourceGraph {
    /// The graph of these sources. A circle makes its sources one. A secondary source or a compilation repeats
    /// others by its standing: where it does not say whom, it may rest on any.
    pub fn new<'a>(sources: impl IntoIterator<Item = &'a Source>) -> Self {
        let sources: Vec<&Source> = sources.into_iter().collect();
        let direct: BTreeMap<&Code, &[Code]> = sources
            .iter()
            .map(|source| (&source.id, source.derived_from.as_slice()))
            .collect();
        let says_nothing: BTreeSet<&Code> = sources
            .iter()
            .filter(|source| {
                let repeats =
                    matches!(source.standing, Standing::Secondary | Standing::Compilation);
                repeats && source.derived_from.is_empty()
            })
            .map(|source| &source.id)
            .collect();
        let roots: BTreeMap<Code, BTreeSet<Code>> = direct
            .keys()
            .map(|id| {
                let mut found = BTreeSet::new();
                let mut open = vec![(*id).clone()];
                while let Some(at) = open.pop() {
                    if found.insert(at.clone()) {
                        open.extend(direct.get(&at).into_iter().copied().flatten().cloned());
                    }
                }
                ((*id).clone(), found)
            })
            .collect();
        let unknown = roots
            .iter()
            .filter(|(_, found)| found.iter().any(|id| says_nothing.contains(id)))
            .map(|(id, _)| id.clone())
            .collect();
        Self { roots, unknown }
    }

    /// Whether neither rests on the other and both rest on no third. A source of which it is not known on what
    /// it rests is independent of nothing.
    pub fn are_independent(&self, first: &Code, second: &Code) -> bool {
        if first == second || self.unknown.contains(first) || self.unknown.contains(second) {
            return false;
        }
        match (self.roots.get(first), self.roots.get(second)) {
            (Some(a), Some(b)) => a.is_disjoint(b),
            // Of a source that nobody described nothing is known.
            _ => false,
        }
    }

    /// The size of a largest set of pairwise independent sources among these; a lower bound above 20.
    pub fn independent(&self, sources: &BTreeSet<Code>) -> u64 {
        let all: Vec<&Code> = sources
            .iter()
            .filter(|id| self.roots.contains_key(*id))
            .collect();
        let relations: Vec<BTreeSet<usize>> = all
            .iter()
            .map(|a| {
                let related = all
                    .iter()
                    .enumerate()
                    .filter(|(_, b)| a != *b && !self.are_independent(a, b));
                related.map(|(at, _)| at).collect()
            })
            .collect();
        let open: BTreeSet<usize> = (0..all.len()).collect();
        if all.len() <= EXACT_UP_TO {
            largest(&open, &relations)
        } else {
            greedy(open, &relations)
        }
    }
}

/// Either the source with most relations is in the set, or it is not.
fn largest(open: &BTreeSet<usize>, relations: &[BTreeSet<usize>]) -> u64 {
    let degree = |at: usize| {
        relations
            .get(at)
            .map_or(0, |held| held.intersection(open).count())
    };
    let Some(at) = open
        .iter()
        .copied()
        .max_by_key(|at| (degree(*at), usize::MAX - at))
    else {
        return 0;
    };
    if degree(at) == 0 {
        return open.len() as u64;
    }
    let mut without = open.clone();
    without.remove(&at);
    let with: BTreeSet<usize> = without
        .iter()
        .copied()
        .filter(|other| relations.get(at).is_none_or(|held| !held.contains(other)))
        .collect();
    largest(&without, relations).max(1 + largest(&with, relations))
}

fn greedy(mut open: BTreeSet<usize>, relations: &[BTreeSet<usize>]) -> u64 {
    let mut size = 0;
    loop {
        let degree = |at: usize| {
            relations
                .get(at)
                .map_or(0, |held| held.intersection(&open).count())
        };
        let Some(at) = open.iter().copied().min_by_key(|at| (degree(*at), *at)) else {
            return size;
        };
        size += 1;
        open.remove(&at);
        if let Some(related) = relations.get(at) {
            open.retain(|other| !related.contains(other));
        }
    }
}
