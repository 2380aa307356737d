//! The table `namings` sent through the gate, row by row.

use std::collections::BTreeMap;

use scrutineer_model::{Code, Date};
use serde::Serialize;

use super::naming::{Basis, Gate, NamingError};
use crate::book::Book;
use crate::records::Naming;
use crate::vocabulary::{Access, Standing};

/// Where a row of `namings` got to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NamingState {
    /// The gate is closed.
    Closed,
    /// There is a basis.
    Based,
    /// One reviewer agreed.
    Reviewed,
    /// Both reviewers agreed: the name may be published once it is in a batch.
    Named,
    /// A later row speaks of the same person.
    Replaced,
}

/// What a row lacks for the next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Lack {
    /// Nothing helps: a minor, or somebody who may be one, is never named.
    Adult,
    /// Consent, of the person or the next of kin, or a primary source that published the name.
    Basis,
    /// A legal note.
    LegalNote,
    /// The next of kin cannot consent for who is said to have done it.
    OwnBasis,
    /// The source is not a primary one that may be named.
    PrimarySource,
    /// A reviewer.
    Reviewer,
    /// A second reviewer.
    SecondReviewer,
    /// A second reviewer who is not the first.
    OtherReviewer,
    /// The day of the second review.
    Day,
}

/// What the gate says of a row. The person stands nowhere in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct NamingDecision {
    /// The id of the row.
    pub naming: Code,
    /// Where it got to.
    pub state: NamingState,
    /// What it lacks for the next step; `None` where both reviewers agreed, or the row is replaced.
    pub lacks: Option<Lack>,
    /// The kind of basis, one of [`Basis::WORDS`]; `None` where the gate is closed.
    pub basis: Option<&'static str>,
    /// The day of the second review; `None` where the gate is closed, and among names that left, whose day would
    /// tell when the row came.
    pub since: Option<Date>,
    /// The batch with which the name left; `None` while it waits, and where the gate is closed.
    pub batch: Option<u64>,
}

/// Sends every row through the gate, in the order of the table. Of several rows about one person the last
/// holds, so that a consent that was taken back closes the gate again.
pub fn namings(book: &Book) -> Vec<NamingDecision> {
    let last: BTreeMap<&Code, usize> = book
        .namings
        .iter()
        .enumerate()
        .map(|(at, held)| (&held.person, at))
        .collect();
    book.namings
        .iter()
        .enumerate()
        .map(|(at, held)| {
            if last.get(&held.person) == Some(&at) {
                decide(held, book)
            } else {
                decision(held, NamingState::Replaced, None)
            }
        })
        .collect()
}

fn decision(held: &Naming, state: NamingState, lacks: Option<Lack>) -> NamingDecision {
    let is_based = matches!(
        state,
        NamingState::Based | NamingState::Reviewed | NamingState::Named
    );
    let basis = held.basis.as_ref().filter(|_| is_based);
    NamingDecision {
        naming: held.id.clone(),
        state,
        lacks,
        basis: basis.map(Basis::word),
        since: None,
        batch: None,
    }
}

/// The names that may be published now: through the gate, and in a batch. In order of batch and id.
pub fn released_names(book: &Book) -> Vec<NamingDecision> {
    let mut left: Vec<NamingDecision> = namings(book)
        .into_iter()
        .filter(|held| held.batch.is_some())
        .map(|held| NamingDecision {
            since: None,
            ..held
        })
        .collect();
    left.sort_by(|a, b| (a.batch, &a.naming).cmp(&(b.batch, &b.naming)));
    left
}

fn decide(held: &Naming, book: &Book) -> NamingDecision {
    let at = |state, lack| decision(held, state, Some(lack));
    let closed = |lack| at(NamingState::Closed, lack);
    let Some(basis) = held.basis.clone() else {
        let is_minor = held.subject.is_minor();
        return closed(if is_minor { Lack::Adult } else { Lack::Basis });
    };
    if let Basis::Public(source) = &basis {
        let is_primary = book.sources.iter().any(|known| {
            known.id == *source
                && known.standing == Standing::Primary
                && known.access == Access::Public
        });
        if !is_primary && !held.subject.is_minor() {
            return closed(Lack::PrimarySource);
        }
    }
    let based = match Gate::Closed(held.subject.clone()).show(basis) {
        Ok(gate) => gate,
        Err((_, error)) => return closed(lack(error)),
    };
    let Some(reviewer) = held.reviewer.clone() else {
        return at(NamingState::Based, Lack::Reviewer);
    };
    let reviewed = match based.review(reviewer) {
        Ok(gate) => gate,
        Err((_, error)) => return at(NamingState::Based, lack(error)),
    };
    let Some(second) = &held.second_reviewer else {
        return at(NamingState::Reviewed, Lack::SecondReviewer);
    };
    let Some(day) = held.day else {
        return at(NamingState::Reviewed, Lack::Day);
    };
    match reviewed.open(second, day) {
        Ok(named) => NamingDecision {
            since: Some(named.since()),
            batch: book
                .releases
                .iter()
                .find(|left| left.record == held.id)
                .map(|left| left.batch),
            ..decision(held, NamingState::Named, None)
        },
        Err((_, error)) => at(NamingState::Reviewed, lack(error)),
    }
}

fn lack(error: NamingError) -> Lack {
    match error {
        NamingError::Minor => Lack::Adult,
        NamingError::NoLegalNote => Lack::LegalNote,
        NamingError::NotForPerpetrators => Lack::OwnBasis,
        NamingError::SameReviewer => Lack::OtherReviewer,
        NamingError::OutOfOrder => Lack::Basis,
    }
}
