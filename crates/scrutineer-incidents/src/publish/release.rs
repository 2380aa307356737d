//! Batches, so that neither time nor order tells who brought what (H17).

use std::collections::BTreeSet;

use scrutineer_model::Code;

use super::decide::{NamingState, namings};
use super::sources::told;
use crate::book::Book;
use crate::forms::Forms;
use crate::records::{Act, Claim};
use crate::summary::is_ready;
use crate::token::keyed;
use crate::vocabulary::{Access, ActKind};

/// Fewest records of a batch.
pub const LEAST_RECORDS: usize = 5;
/// Shortest wait, in hours.
pub const SHORTEST_HOURS: u64 = 24;
/// Longest wait drawn, in hours.
pub const LONGEST_HOURS: u64 = 72;

/// Records that wait to leave together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Their ids. The order means nothing and is not kept.
    pub records: Vec<Code>,
    /// Hours since all of them wait.
    pub hours: u64,
    /// A random number, drawn when the last of them came; decides how long they wait.
    pub draw: u64,
}

/// What happens now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Release {
    /// These are released, in this order.
    Batch(Vec<Code>),
    /// Too few records wait.
    TooFew,
    /// The drawn time is not over.
    TooEarly,
}

/// Decides about what waits. `key` is secret, at least as long as the records are public, and orders the
/// batch: HMAC of each id, which says nothing about arrival.
pub fn release(waiting: &Waiting, key: &[u8; 32]) -> Release {
    let span = LONGEST_HOURS - SHORTEST_HOURS + 1;
    let wait = SHORTEST_HOURS + waiting.draw % span;
    if waiting.records.len() < LEAST_RECORDS {
        return Release::TooFew;
    }
    if waiting.hours < wait {
        return Release::TooEarly;
    }
    let mut batch = waiting.records.clone();
    batch.sort_by_cached_key(|id| keyed(key, "release", id.as_str()));
    Release::Batch(batch)
}

/// The reports that count and did not leave yet, by id: the order of the table is that of arrival.
/// Critical ones wait for their call-back first.
pub fn waiting(book: &Book, forms: &Forms) -> Vec<Code> {
    let ready = book.reports.iter().filter(|held| is_ready(held, forms));
    not_left(book, ready.map(|held| &held.id))
}

/// The rows of `namings` that passed the gate and did not leave yet, by id.
pub fn names_waiting(book: &Book) -> Vec<Code> {
    let decided = namings(book);
    let open = decided
        .iter()
        .filter(|held| held.state == NamingState::Named);
    not_left(book, open.map(|held| &held.naming))
}

/// The claims of sources that may not be named that did not leave yet, by id. Who published a claim told its day, so
/// claims of other sources do not wait.
pub fn claims_waiting(book: &Book) -> Vec<Code> {
    let private: BTreeSet<&Code> = book
        .sources
        .iter()
        .filter(|source| source.access == Access::Private)
        .map(|source| &source.id)
        .collect();
    let held = book.claims.iter();
    let held = held.filter(|claim| private.contains(&claim.source));
    not_left(book, held.map(|claim| &claim.id))
}

fn not_left<'a>(book: &Book, ids: impl Iterator<Item = &'a Code>) -> Vec<Code> {
    let left: BTreeSet<&Code> = book.releases.iter().map(|held| &held.record).collect();
    let mut ids: Vec<Code> = ids.filter(|id| !left.contains(id)).cloned().collect();
    ids.sort();
    ids
}

impl Book {
    /// The book with no report, and no claim of a source that may not be named, but those that left in a batch;
    /// neither with what was written about such a claim, about persons whom only such claims name, or about what only
    /// such a claim says was done to somebody; and with no source that may not be named of which nothing left.
    #[must_use]
    pub fn released(mut self) -> Self {
        let waiting: BTreeSet<Code> = claims_waiting(&self).into_iter().collect();
        let (wait, stay): (Vec<Claim>, Vec<Claim>) = self
            .claims
            .into_iter()
            .partition(|claim| waiting.contains(&claim.id));
        let known: BTreeSet<&Code> = stay
            .iter()
            .filter_map(|claim| claim.person.as_ref())
            .collect();
        let unknown: BTreeSet<&Code> = wait
            .iter()
            .filter_map(|claim| claim.person.as_ref())
            .filter(|person| !known.contains(person))
            .collect();
        self.persons.retain(|held| !unknown.contains(&held.id));
        self.links
            .retain(|held| !unknown.contains(&held.left) && !unknown.contains(&held.right));
        let done = |claims: &[Claim]| -> BTreeSet<(Code, ActKind)> {
            let done = |claim: &Claim| Some((claim.person.clone()?, claim.act));
            claims.iter().filter_map(done).collect()
        };
        // Of a person whom a public list names as detained, the act of which only a waiting claim tells waits with it.
        let (known_acts, waiting_acts) = (done(&stay), done(&wait));
        let is_told = |act: &Act| {
            !act.person.as_ref().is_some_and(|person| {
                let what = (person.clone(), act.act);
                unknown.contains(person)
                    || waiting_acts.contains(&what) && !known_acts.contains(&what)
            })
        };
        let (acts, gone): (Vec<Act>, Vec<Act>) = self.acts.into_iter().partition(is_told);
        let gone: BTreeSet<Code> = gone.into_iter().map(|act| act.id).collect();
        let is_gone = |id: &Code| waiting.contains(id) || gone.contains(id);
        self.assessments
            .retain(|held| !is_gone(&held.subject) && !held.evidence.iter().any(is_gone));
        self.acts = acts;
        self.claims = stay;
        self.forget_sources();
        let left: BTreeSet<Code> = self
            .releases
            .iter()
            .map(|held| held.record.clone())
            .collect();
        self.reports.retain(|report| left.contains(&report.id));
        self
    }

    /// Takes out sources of which nothing may be told. One whose items ground an assessment stays: its method does.
    fn forget_sources(&mut self) {
        let used: BTreeSet<&Code> = self
            .assessments
            .iter()
            .flat_map(|held| &held.evidence)
            .collect();
        let items = self.items.iter().filter(|item| used.contains(&item.id));
        let mut kept: BTreeSet<Code> = items.filter_map(|item| item.source.clone()).collect();
        kept.extend(told(self).into_iter().cloned());
        self.sources.retain(|source| kept.contains(&source.id));
    }
}
