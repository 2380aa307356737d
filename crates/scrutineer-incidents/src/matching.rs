//! How many pairs of a set can be one person each at once.

use std::collections::{BTreeMap, BTreeSet};

use crate::linkage::RecordAt;

/// Most joins that the pairs can stand for, if every record is joined with at most one of each other list.
///
/// In a group of pairs between two lists this is the largest one-to-one matching. Where three lists or more
/// hang together it is an upper bound: records less the most of any list among them.
pub(crate) fn fewest(pairs: &[(RecordAt, RecordAt)]) -> u64 {
    let mut joins = 0;
    for group in groups(pairs) {
        let nodes: BTreeSet<RecordAt> = group.iter().flat_map(|(a, b)| [*a, *b]).collect();
        let mut of_list: BTreeMap<usize, u64> = BTreeMap::new();
        for node in &nodes {
            *of_list.entry(node.list).or_default() += 1;
        }
        joins += if of_list.len() == 2 {
            largest_matching(&group)
        } else {
            nodes.len() as u64 - of_list.values().max().copied().unwrap_or(0)
        };
    }
    joins
}

/// The pairs, in groups that share no record.
fn groups(pairs: &[(RecordAt, RecordAt)]) -> Vec<Vec<(RecordAt, RecordAt)>> {
    let mut beside: BTreeMap<RecordAt, Vec<RecordAt>> = BTreeMap::new();
    for (a, b) in pairs {
        beside.entry(*a).or_default().push(*b);
        beside.entry(*b).or_default().push(*a);
    }
    let mut group_of: BTreeMap<RecordAt, usize> = BTreeMap::new();
    let mut count = 0;
    for start in beside.keys() {
        if group_of.contains_key(start) {
            continue;
        }
        let mut open = vec![*start];
        while let Some(at) = open.pop() {
            if group_of.insert(at, count).is_none() {
                open.extend(beside.get(&at).into_iter().flatten());
            }
        }
        count += 1;
    }
    let mut found = vec![Vec::new(); count];
    for pair in pairs {
        let group = group_of.get(&pair.0).and_then(|at| found.get_mut(*at));
        if let Some(held) = group {
            held.push(*pair);
        }
    }
    found
}

/// The size of the largest matching between the records of two lists, by augmenting paths (Berge 1957).
fn largest_matching(pairs: &[(RecordAt, RecordAt)]) -> u64 {
    let mut beside: BTreeMap<RecordAt, BTreeSet<RecordAt>> = BTreeMap::new();
    for (a, b) in pairs {
        let (a, b) = (*a.min(b), *a.max(b));
        beside.entry(a).or_default().insert(b);
    }
    let mut matched: BTreeMap<RecordAt, RecordAt> = BTreeMap::new();
    let mut size = 0;
    for left in beside.keys() {
        size += u64::from(augment(*left, &beside, &mut matched));
    }
    size
}

/// Finds a free partner for `start` by a breadth-first search, moving others along the way.
fn augment(
    start: RecordAt,
    beside: &BTreeMap<RecordAt, BTreeSet<RecordAt>>,
    matched: &mut BTreeMap<RecordAt, RecordAt>,
) -> bool {
    let mut came_from: BTreeMap<RecordAt, RecordAt> = BTreeMap::new();
    let mut open = std::collections::VecDeque::from([start]);
    while let Some(left) = open.pop_front() {
        for right in beside.get(&left).into_iter().flatten() {
            if came_from.contains_key(right) {
                continue;
            }
            came_from.insert(*right, left);
            if let Some(other) = matched.get(right) {
                open.push_back(*other);
                continue;
            }
            let mut free = *right;
            loop {
                let Some(left) = came_from.get(&free).copied() else {
                    return true;
                };
                let earlier = matched
                    .iter()
                    .find(|(_, held)| **held == left)
                    .map(|(at, _)| *at);
                matched.insert(free, left);
                match earlier {
                    Some(next) if left != start => {
                        matched.remove(&next);
                        free = next;
                    }
                    _ => return true,
                }
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(list: usize, record: usize) -> RecordAt {
        RecordAt { list, record }
    }

    #[test]
    fn a_path_that_must_move_others_is_found() {
        // a0-b0, a0-b1, a1-b0: greedy a0-b0 leaves a1 alone; the largest matching has two.
        let pairs = [
            (at(0, 0), at(1, 0)),
            (at(0, 0), at(1, 1)),
            (at(0, 1), at(1, 0)),
        ];
        assert_eq!(fewest(&pairs), 2);
        // Three on one side can only be as many as the two on the other.
        let star = [0, 1, 2].map(|a| (at(0, a), at(1, a % 2)));
        assert_eq!(fewest(&star), 2);
    }

    #[test]
    fn three_lists_that_hang_together_can_be_one_person_each() {
        let pairs = [(at(0, 0), at(1, 0)), (at(1, 0), at(2, 0))];
        assert_eq!(fewest(&pairs), 2);
        let wide = [
            (at(0, 0), at(1, 0)),
            (at(1, 0), at(2, 0)),
            (at(1, 0), at(0, 1)),
        ];
        assert_eq!(fewest(&wide), 2);
    }
}
