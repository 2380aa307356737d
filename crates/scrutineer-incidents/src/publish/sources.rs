//! Sources under the ids by which they may be called in public.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::Code;

use crate::book::Book;
use crate::vocabulary::Access;

/// The sources of which may be told that they are there: those that may be named, others with a claim in the book, and
/// all that one of these rests on. That somebody who may not be named is known, and nothing else yet, is told by nobody.
pub(crate) fn told(book: &Book) -> BTreeSet<&Code> {
    let said_by: BTreeSet<&Code> = book.claims.iter().map(|claim| &claim.source).collect();
    let mut found: BTreeSet<&Code> = book
        .sources
        .iter()
        .filter(|source| source.access == Access::Public || said_by.contains(&source.id))
        .map(|source| &source.id)
        .collect();
    loop {
        let before = found.len();
        let resting: Vec<&Code> = book
            .sources
            .iter()
            .filter(|source| found.contains(&source.id))
            .flat_map(|source| &source.derived_from)
            .collect();
        found.extend(resting);
        if found.len() == before {
            return found;
        }
    }
}

/// Whether it is earlier than what was known.
fn earlier<'a>(first: &mut BTreeMap<&'a Code, u64>, source: &'a Code, batch: u64) -> bool {
    let is_earlier = first.get(source).is_none_or(|held| batch < *held);
    if is_earlier {
        first.insert(source, batch);
    }
    is_earlier
}

/// The batch in which the first claim of each source left, also of those that rest on it; a source without is not in it.
fn first_batches(book: &Book) -> BTreeMap<&Code, u64> {
    let left: BTreeMap<&Code, u64> = book
        .releases
        .iter()
        .map(|held| (&held.record, held.batch))
        .collect();
    let mut first: BTreeMap<&Code, u64> = BTreeMap::new();
    for claim in &book.claims {
        if let Some(batch) = left.get(&claim.id) {
            earlier(&mut first, &claim.source, *batch);
        }
    }
    let mut has_changed = true;
    while has_changed {
        has_changed = false;
        for source in &book.sources {
            // What may be named was there from the beginning.
            let own = match source.access {
                Access::Public => Some(0),
                Access::Private => first.get(&source.id).copied(),
            };
            for (below, batch) in source.derived_from.iter().zip(own.into_iter().cycle()) {
                has_changed |= earlier(&mut first, below, batch);
            }
        }
    }
    first
}

/// The public ids of sources that may not be named: `private-N` in the order in which the first claims of each left,
/// and of one batch in that of the ids, so that who is new moves no other; without the ids that a source has as its own.
pub fn public_ids(book: &Book) -> BTreeMap<Code, Code> {
    let first = first_batches(book);
    let taken: BTreeSet<&Code> = book.sources.iter().map(|source| &source.id).collect();
    let batch = |id: &Code| first.get(id).copied().unwrap_or(u64::MAX);
    let private: BTreeSet<(u64, &Code)> = book
        .sources
        .iter()
        .filter(|source| source.access == Access::Private)
        .map(|source| (batch(&source.id), &source.id))
        .collect();
    let free = (1_u64..)
        .filter_map(|number| Code::parse(&format!("private-{number}")).ok())
        .filter(|id| !taken.contains(id));
    let private = private.into_iter().map(|(_, id)| id.clone());
    private.zip(free).collect()
}
