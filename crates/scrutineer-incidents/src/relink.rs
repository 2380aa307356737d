//! The decisions of the rule about pairs of persons, taken again at another threshold.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::Code;

use crate::book::Book;
use crate::linkage::Decision;
use crate::records::PersonLink;
use crate::vocabulary::Qualifier;

/// Persons in groups, each with the sources that name somebody of it.
struct Groups<'a> {
    root: BTreeMap<&'a Code, &'a Code>,
    sources: BTreeMap<&'a Code, BTreeSet<&'a Code>>,
    apart: BTreeSet<(&'a Code, &'a Code)>,
}

fn pair(held: &PersonLink) -> (&Code, &Code) {
    ((&held.left).min(&held.right), (&held.left).max(&held.right))
}

impl<'a> Groups<'a> {
    fn members(&self, root: &Code) -> Vec<&'a Code> {
        let held = self.root.iter().filter(|(_, held)| **held == root);
        held.map(|(person, _)| *person).collect()
    }

    /// Joins two groups; not where a source would name the joined person twice, or a person decided that
    /// some of them are different. Whether they are together then.
    fn join(&mut self, left: &Code, right: &Code, is_decided: bool) -> bool {
        let ends = self.root.get(left).zip(self.root.get(right));
        let Some((a, b)) = ends.map(|(a, b)| (*a.min(b), *a.max(b))) else {
            return false;
        };
        if a == b {
            return true;
        }
        let empty = BTreeSet::new();
        let of = |root: &Code| self.sources.get(root).unwrap_or(&empty);
        let (ours, theirs) = (self.members(a), self.members(b));
        let is_apart = ours.iter().any(|one| {
            let other = |other: &&Code| {
                let pair = ((*one).min(*other), (*one).max(*other));
                self.apart.contains(&pair)
            };
            theirs.iter().any(other)
        });
        if !is_decided && (is_apart || !of(a).is_disjoint(of(b))) {
            return false;
        }
        for person in theirs {
            self.root.insert(person, a);
        }
        let moved = self.sources.remove(b).unwrap_or_default();
        self.sources.entry(a).or_default().extend(moved);
        true
    }
}

impl Book {
    /// The book with the decisions of the rule taken again: pairs are joined from the score `least` on, best
    /// first, ties by id, under the conditions of linking; the others stay open. Decisions of people stay.
    /// `None` where the rule decided nothing.
    #[must_use]
    pub fn relinked(&self, least: f64) -> Option<Self> {
        let mut by_rule: Vec<(f64, bool, (&Code, &Code))> = Vec::new();
        let mut by_people: BTreeMap<(&Code, &Code), &PersonLink> = BTreeMap::new();
        for held in &self.links {
            if let Some(rule) = &held.rule {
                by_rule.push((rule.score, rule.may_join, pair(held)));
            } else {
                let latest = by_people.entry(pair(held)).or_insert(held);
                if latest.decided <= held.decided {
                    *latest = held;
                }
            }
        }
        if by_rule.is_empty() {
            return None;
        }
        let mut groups = Groups {
            root: self
                .persons
                .iter()
                .map(|held| (&held.id, &held.id))
                .collect(),
            sources: BTreeMap::new(),
            apart: BTreeSet::new(),
        };
        let named = self
            .claims
            .iter()
            .filter(|claim| claim.qualifier == Qualifier::Named);
        for claim in named {
            if let Some(person) = &claim.person {
                groups
                    .sources
                    .entry(person)
                    .or_default()
                    .insert(&claim.source);
            }
        }
        for (pair, held) in &by_people {
            match held.decision {
                Decision::Same => {
                    groups.join(pair.0, pair.1, true);
                }
                Decision::Different => {
                    groups.apart.insert(*pair);
                }
                Decision::Unsure => {}
            }
        }
        by_rule.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.2.cmp(&b.2)));
        let mut joined = BTreeSet::new();
        for (score, may_join, pair) in by_rule {
            let is_open = !by_people.contains_key(&pair);
            if is_open && may_join && score >= least && groups.join(pair.0, pair.1, false) {
                joined.insert(pair);
            }
        }
        let mut links = self.links.clone();
        for held in &mut links {
            if held.rule.is_some() {
                held.decision = if joined.contains(&pair(held)) {
                    Decision::Same
                } else {
                    Decision::Unsure
                };
            }
        }
        // A row of the rule about a pair that a person decided says nothing any more.
        links.retain(|held| held.rule.is_none() || !by_people.contains_key(&pair(held)));
        Some(Self {
            links,
            ..self.clone()
        })
    }
}
