//! Persons who are one under the decisions about pairs: those of people first, then those of the rule.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Date};

use crate::book::Book;
use crate::linkage::Decision;
use crate::records::PersonLink;
use crate::vocabulary::{ActKind, Qualifier};

/// Two persons, the smaller id first.
pub(crate) type Pair<'a> = (&'a Code, &'a Code);

/// What came of an attempt to join two groups.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joined {
    /// They are one.
    Together,
    /// They are one by the word of a person, though a list names the joined person twice.
    TogetherTwice,
    /// A person decided that some of them are different.
    Apart,
    /// A list would name the joined person twice.
    Twice,
}

/// Persons in groups, each with the lists that name somebody of it.
pub(crate) struct Groups<'a> {
    /// The group of each person, called by its smallest id.
    pub(crate) root: BTreeMap<&'a Code, &'a Code>,
    members: BTreeMap<&'a Code, Vec<&'a Code>>,
    lists: BTreeMap<&'a Code, BTreeSet<(&'a Code, ActKind)>>,
    apart: BTreeSet<Pair<'a>>,
    /// Pairs that nobody decided, and joins that would have put two records of a list together.
    pub(crate) open: Vec<Pair<'a>>,
    /// Decisions that contradict those of people, or name somebody twice on one list.
    pub(crate) conflicts: Vec<Pair<'a>>,
    /// Pairs of the rule that are one.
    pub(crate) by_rule: BTreeSet<Pair<'a>>,
}

/// The pair of a decision.
pub(crate) fn pair(held: &PersonLink) -> Pair<'_> {
    ((&held.left).min(&held.right), (&held.left).max(&held.right))
}

/// The decision of each pair that people decided: the latest, of one day the later row.
pub(crate) fn of_people<'a>(
    links: impl Iterator<Item = &'a PersonLink>,
) -> BTreeMap<Pair<'a>, &'a PersonLink> {
    latest(links.filter(|held| held.rule.is_none()))
}

fn latest<'a>(links: impl Iterator<Item = &'a PersonLink>) -> BTreeMap<Pair<'a>, &'a PersonLink> {
    let mut found: BTreeMap<Pair<'a>, &PersonLink> = BTreeMap::new();
    for held in links {
        let known = found.entry(pair(held)).or_insert(held);
        if known.decided <= held.decided {
            *known = held;
        }
    }
    found
}

impl<'a> Groups<'a> {
    /// Groups the persons of a book by the decisions up to a day, `None` for all. `joins` says of a row of the
    /// rule whether it asks for a join; these are taken by score, best first, ties by id.
    pub(crate) fn new(
        book: &'a Book,
        cut_off: Option<Date>,
        joins: impl Fn(&PersonLink) -> bool,
    ) -> Self {
        let is_known = |day: Date| cut_off.is_none_or(|cut_off| day <= cut_off);
        let mut groups = Self {
            root: book
                .persons
                .iter()
                .map(|held| (&held.id, &held.id))
                .collect(),
            members: book
                .persons
                .iter()
                .map(|held| (&held.id, vec![&held.id]))
                .collect(),
            lists: BTreeMap::new(),
            apart: BTreeSet::new(),
            open: Vec::new(),
            conflicts: Vec::new(),
            by_rule: BTreeSet::new(),
        };
        let claims = || book.claims.iter().filter(|claim| is_known(claim.as_of));
        let withdrawn: BTreeSet<&Code> = claims()
            .filter_map(|claim| claim.withdraws.as_ref())
            .collect();
        for claim in claims().filter(|claim| claim.qualifier == Qualifier::Named) {
            if let (Some(person), false) = (&claim.person, withdrawn.contains(&claim.id)) {
                let lists = groups.lists.entry(person).or_default();
                lists.insert((&claim.source, claim.act));
            }
        }
        let known = || book.links.iter().filter(|held| is_known(held.decided));
        let by_people = of_people(known());
        groups.decide(&by_people);
        let rows = latest(known().filter(|held| held.rule.is_some()));
        let rows = rows
            .into_iter()
            .filter(|(pair, _)| !by_people.contains_key(pair));
        let (mut asked, mut left): (Vec<_>, Vec<_>) = rows.partition(|(_, held)| joins(held));
        let score = |held: &PersonLink| held.rule.map_or(0.0, |rule| rule.score);
        asked.sort_by(|a, b| score(b.1).total_cmp(&score(a.1)).then(a.0.cmp(&b.0)));
        for (pair, _) in asked {
            match groups.join(pair, false) {
                Joined::Together | Joined::TogetherTwice => {
                    groups.by_rule.insert(pair);
                }
                Joined::Apart => groups.conflicts.push(pair),
                // They may be one person all the same: then the list names somebody twice.
                Joined::Twice => {
                    groups.conflicts.push(pair);
                    groups.open.push(pair);
                }
            }
        }
        left.retain(|(_, held)| held.decision != Decision::Different);
        groups.open.extend(left.into_iter().map(|(pair, _)| pair));
        groups
    }

    /// The decisions of people: what they said to be different is never joined, by nobody.
    fn decide(&mut self, by_people: &BTreeMap<Pair<'a>, &'a PersonLink>) {
        let of = |decision: Decision| {
            by_people
                .iter()
                .filter(move |(_, held)| held.decision == decision)
                .map(|(pair, held)| (held.decided, *pair))
        };
        self.apart = of(Decision::Different).map(|(_, pair)| pair).collect();
        let same: BTreeSet<(Date, Pair<'a>)> = of(Decision::Same).collect();
        for (_, pair) in same {
            match self.join(pair, true) {
                Joined::Together => {}
                Joined::TogetherTwice => self.conflicts.push(pair),
                Joined::Apart | Joined::Twice => {
                    self.conflicts.push(pair);
                    self.open.push(pair);
                }
            }
        }
        self.open.extend(of(Decision::Unsure).map(|(_, pair)| pair));
    }

    fn join(&mut self, pair: Pair<'a>, is_decided: bool) -> Joined {
        let ends = self.root.get(pair.0).zip(self.root.get(pair.1));
        let Some((a, b)) = ends.map(|(a, b)| (*a.min(b), *a.max(b))) else {
            return Joined::Apart;
        };
        if a == b {
            return Joined::Together;
        }
        let none = Vec::new();
        let of = |root: &Code| self.members.get(root).unwrap_or(&none);
        let are_apart = of(a).iter().any(|one| {
            let with = |other: &&Code| {
                let pair = ((*one).min(*other), (*one).max(*other));
                self.apart.contains(&pair)
            };
            of(b).iter().any(with)
        });
        if are_apart {
            return Joined::Apart;
        }
        let empty = BTreeSet::new();
        let lists = |root: &Code| self.lists.get(root).unwrap_or(&empty);
        let is_twice = !lists(a).is_disjoint(lists(b));
        if is_twice && !is_decided {
            return Joined::Twice;
        }
        let moved = self.members.remove(b).unwrap_or_default();
        for person in &moved {
            self.root.insert(person, a);
        }
        self.members.entry(a).or_default().extend(moved);
        let moved = self.lists.remove(b).unwrap_or_default();
        self.lists.entry(a).or_default().extend(moved);
        if is_twice {
            Joined::TogetherTwice
        } else {
            Joined::Together
        }
    }
}
