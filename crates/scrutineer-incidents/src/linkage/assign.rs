//! From scores to clusters: people's decisions first, then what may be joined without a person.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::block::{Candidates, candidates};
use super::level::{Levels, levels};
use super::record::{ListRecord, RecordAt};
use super::weights::Weights;
use crate::matching::fewest;

/// What a person decided about a pair.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// One person.
    Same,
    /// Two persons.
    Different,
    /// Looked at, and open.
    Unsure,
}

/// A decision about two records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    /// The one.
    pub left: RecordAt,
    /// The other.
    pub right: RecordAt,
    /// What was decided.
    pub decision: Decision,
}

/// A pair with its score.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// Of the list that stands first.
    pub left: RecordAt,
    /// Of the other.
    pub right: RecordAt,
    /// How they agree.
    pub levels: Levels,
    /// In bits.
    pub score: f64,
    /// Whether both have identity tokens, and whether these agree.
    pub identity: Option<bool>,
}

/// A join that would put two records of one list into one cluster; it is not made.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The pair that would join.
    pub left: RecordAt,
    /// The other of the pair.
    pub right: RecordAt,
    /// Whether a person decided that they are the same: then somebody is wrong.
    pub is_decided: bool,
}

/// What linking gives.
#[derive(Clone, Debug, PartialEq)]
pub struct Linked {
    /// Pairs joined without a person, best first.
    pub auto: Vec<Pair>,
    /// Pairs that a person must decide, best first.
    pub review: Vec<Pair>,
    /// Clusters of two records or more, in order.
    pub clusters: Vec<Vec<RecordAt>>,
    /// Joins that were not made.
    pub conflicts: Vec<Conflict>,
    /// Fewest persons the records can be, whatever is decided of the pairs for review.
    pub min_unique: u64,
    /// Most persons.
    pub max_unique: u64,
    /// Pairs that were compared.
    pub compared: u64,
    /// Pairs that no block has.
    pub skipped: u64,
}

/// The numbers of persons at other thresholds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Sensitivity {
    /// How far both thresholds were moved, in bits.
    pub moved: i32,
    /// Fewest persons.
    pub min_unique: u64,
    /// Most persons.
    pub max_unique: u64,
    /// Pairs joined without a person.
    pub auto: u64,
    /// Pairs for a person.
    pub review: u64,
}

/// Links lists. Of several decisions on a pair the last holds. Same lists, same answer.
pub fn link(lists: &[Vec<ListRecord>], weights: &Weights, decided: &[Decided]) -> Linked {
    let (scored, skipped) = scored(lists, weights);
    let compared = scored.len() as u64;
    let decisions: BTreeMap<(RecordAt, RecordAt), Decision> = decided
        .iter()
        .map(|held| (ordered(held.left, held.right), held.decision))
        .collect();
    let mut groups = Groups::new(lists);
    let mut conflicts = Vec::new();
    let mut joined: BTreeSet<RecordAt> = BTreeSet::new();
    for ((left, right), decision) in &decisions {
        if *decision == Decision::Same {
            if groups.join(*left, *right, &decisions) {
                joined.extend([*left, *right]);
            } else {
                let (left, right) = (*left, *right);
                conflicts.push(Conflict {
                    left,
                    right,
                    is_decided: true,
                });
            }
        }
    }
    let (mut auto, mut review) = (Vec::new(), Vec::new());
    for pair in scored {
        let decision = decisions.get(&ordered(pair.left, pair.right));
        if matches!(decision, Some(Decision::Same | Decision::Different)) {
            continue;
        }
        if decision.is_none() && may_join(lists, weights, &pair) {
            match groups.try_join(pair.left, pair.right, &decisions) {
                Join::Made => {
                    joined.extend([pair.left, pair.right]);
                    auto.push(pair);
                    continue;
                }
                // One-to-one: with somebody else of that list already. A person may see it differently.
                Join::Taken => {}
                Join::Together => continue,
            }
            if lists.len() > 2 {
                let (left, right) = (pair.left, pair.right);
                conflicts.push(Conflict {
                    left,
                    right,
                    is_decided: false,
                });
            }
        }
        if pair.score >= weights.review && !groups.are_together(pair.left, pair.right) {
            review.push(pair);
        }
    }
    let clusters = groups.clusters();
    let records: u64 = lists.iter().map(|list| list.len() as u64).sum();
    let merged: u64 = clusters.iter().map(|held| held.len() as u64 - 1).sum();
    let max_unique = records - merged;
    let open: Vec<(RecordAt, RecordAt)> = review
        .iter()
        .filter(|pair| !joined.contains(&pair.left) && !joined.contains(&pair.right))
        .map(|pair| (pair.left, pair.right))
        .collect();
    Linked {
        auto,
        review,
        clusters,
        conflicts,
        min_unique: max_unique - fewest(&open),
        max_unique,
        compared,
        skipped,
    }
}

/// Every pair that shares a block, best first, ties by id; and how many pairs share none.
fn scored(lists: &[Vec<ListRecord>], weights: &Weights) -> (Vec<Pair>, u64) {
    let Candidates { pairs, skipped } = candidates(lists);
    let mut scored: Vec<Pair> = pairs
        .into_iter()
        .filter_map(|(left, right)| {
            let (a, b) = (record(lists, left)?, record(lists, right)?);
            let levels = levels(a, b);
            Some(Pair {
                left,
                right,
                score: weights.score(&levels),
                levels,
                identity: a
                    .identity
                    .as_ref()
                    .zip(b.identity.as_ref())
                    .map(|(a, b)| a == b),
            })
        })
        .collect();
    let id = |at: RecordAt| record(lists, at).map_or("", |held| held.id.as_str());
    scored.sort_by(|a, b| {
        b.score
            .total_cmp(&a.score)
            .then_with(|| id(a.left).cmp(id(b.left)))
            .then_with(|| id(a.right).cmp(id(b.right)))
            .then_with(|| (a.left, a.right).cmp(&(b.left, b.right)))
    });
    (scored, skipped)
}

/// Whether a pair may be joined without a person, if its records are free.
fn may_join(lists: &[Vec<ListRecord>], weights: &Weights, pair: &Pair) -> bool {
    let is_named = [pair.left, pair.right]
        .into_iter()
        .all(|at| record(lists, at).is_some_and(|held| !held.is_unnamed()));
    is_named
        && pair.score >= weights.auto
        && matches!(pair.levels.surname1, "exact" | "jw92" | "swapped")
        && pair.identity != Some(false)
}

/// The same with both thresholds moved down and up by 2, and where they are.
pub fn sensitivity(
    lists: &[Vec<ListRecord>],
    weights: &Weights,
    decided: &[Decided],
) -> [Sensitivity; 3] {
    [-2, 0, 2].map(|moved| {
        let linked = link(lists, &weights.moved(f64::from(moved)), decided);
        Sensitivity {
            moved,
            min_unique: linked.min_unique,
            max_unique: linked.max_unique,
            auto: linked.auto.len() as u64,
            review: linked.review.len() as u64,
        }
    })
}

fn record(lists: &[Vec<ListRecord>], at: RecordAt) -> Option<&ListRecord> {
    lists.get(at.list)?.get(at.record)
}

fn ordered(left: RecordAt, right: RecordAt) -> (RecordAt, RecordAt) {
    (left.min(right), left.max(right))
}

enum Join {
    Made,
    Together,
    Taken,
}

/// Clusters while they grow, with at most one record of each list.
struct Groups {
    of: BTreeMap<RecordAt, usize>,
    members: Vec<Vec<RecordAt>>,
}

impl Groups {
    fn new(lists: &[Vec<ListRecord>]) -> Self {
        let all = lists.iter().enumerate().flat_map(|(list, records)| {
            (0..records.len()).map(move |record| RecordAt { list, record })
        });
        let members: Vec<Vec<RecordAt>> = all.map(|at| vec![at]).collect();
        let of = members
            .iter()
            .enumerate()
            .filter_map(|(group, held)| held.first().map(|at| (*at, group)))
            .collect();
        Self { of, members }
    }

    fn are_together(&self, left: RecordAt, right: RecordAt) -> bool {
        self.of
            .get(&left)
            .is_some_and(|group| self.of.get(&right) == Some(group))
    }

    fn join(
        &mut self,
        left: RecordAt,
        right: RecordAt,
        decisions: &BTreeMap<(RecordAt, RecordAt), Decision>,
    ) -> bool {
        !matches!(self.try_join(left, right, decisions), Join::Taken)
    }

    fn try_join(
        &mut self,
        left: RecordAt,
        right: RecordAt,
        decisions: &BTreeMap<(RecordAt, RecordAt), Decision>,
    ) -> Join {
        let (Some(a), Some(b)) = (self.of.get(&left).copied(), self.of.get(&right).copied()) else {
            return Join::Taken;
        };
        if a == b {
            return Join::Together;
        }
        let (first, second) = (self.held(a), self.held(b));
        let is_refused = first.iter().any(|x| {
            second.iter().any(|y| {
                x.list == y.list || decisions.get(&ordered(*x, *y)) == Some(&Decision::Different)
            })
        });
        if is_refused {
            return Join::Taken;
        }
        let moved = self
            .members
            .get_mut(b)
            .map(std::mem::take)
            .unwrap_or_default();
        for at in &moved {
            self.of.insert(*at, a);
        }
        if let Some(held) = self.members.get_mut(a) {
            held.extend(moved);
        }
        Join::Made
    }

    fn held(&self, group: usize) -> &[RecordAt] {
        self.members.get(group).map_or(&[], Vec::as_slice)
    }

    fn clusters(&self) -> Vec<Vec<RecordAt>> {
        let mut found: Vec<Vec<RecordAt>> = self
            .members
            .iter()
            .filter(|held| held.len() > 1)
            .cloned()
            .collect();
        for held in &mut found {
            held.sort_unstable();
        }
        found.sort();
        found
    }
}
