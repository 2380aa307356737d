//! Sources under the ids by which they may be called in public.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::Code;

use crate::book::Book;
use crate::vocabulary::Access;

/// The public ids of sources that may not be named: `private-N` in the order of the ids, without those that a
/// source has as its own.
pub fn public_ids(book: &Book) -> BTreeMap<Code, Code> {
    let taken: BTreeSet<&Code> = book.sources.iter().map(|source| &source.id).collect();
    let private: BTreeSet<&Code> = book
        .sources
        .iter()
        .filter(|source| source.access == Access::Private)
        .map(|source| &source.id)
        .collect();
    let free = (1_u64..)
        .filter_map(|number| Code::parse(&format!("private-{number}")).ok())
        .filter(|id| !taken.contains(id));
    private.into_iter().cloned().zip(free).collect()
}
