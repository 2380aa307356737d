//! The gate before a name is published (H18).
//!
//! ```text
//! Gate::Closed --(basis)--> Gate::Based --(first reviewer)--> Gate::Reviewed --(second)--> Named
//! ```
//!
//! A minor never leaves `Closed`; a perpetrator needs a legal note as well.

use scrutineer_model::{Code, Date};

/// On what a name may be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The person consented, by the record of this id.
    Consent(Code),
    /// The next of kin consented, by the record of this id.
    NextOfKin(Code),
    /// A primary source, by its id, published it already.
    Public(Code),
}

impl Basis {
    /// The words of the three kinds in tables and documents.
    pub const WORDS: &'static [&'static str] = &["consent", "next-of-kin", "public"];

    /// A basis of a kind; `None` for a word that is none.
    pub fn new(word: &str, record: Code) -> Option<Self> {
        match word {
            "consent" => Some(Self::Consent(record)),
            "next-of-kin" => Some(Self::NextOfKin(record)),
            "public" => Some(Self::Public(record)),
            _ => None,
        }
    }

    /// The word of its kind.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Consent(_) => "consent",
            Self::NextOfKin(_) => "next-of-kin",
            Self::Public(_) => "public",
        }
    }
}

/// Whose name it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// Somebody who was harmed.
    Harmed {
        /// Whether the person is a minor, or may be.
        is_minor: bool,
    },
    /// Somebody who is said to have done it.
    Perpetrator {
        /// Whether the person is a minor, or may be.
        is_minor: bool,
        /// The legal note, by its id.
        legal_note: Option<Code>,
    },
}

impl Subject {
    /// Whether the person is a minor, or may be.
    pub fn is_minor(&self) -> bool {
        match self {
            Self::Harmed { is_minor } | Self::Perpetrator { is_minor, .. } => *is_minor,
        }
    }
}

/// Where a name stands. Each step consumes the gate: there is no way around one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gate {
    /// Nothing was shown.
    Closed(Subject),
    /// There is a basis.
    Based(Basis),
    /// One reviewer agreed; the role account of the reviewer.
    Reviewed(Basis, Code),
}

/// Permission to publish one name: the only value that says so, and only the gate makes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    basis: Basis,
    since: Date,
}

impl Named {
    /// On what.
    pub fn basis(&self) -> &Basis {
        &self.basis
    }

    /// Since when.
    pub fn since(&self) -> Date {
        self.since
    }
}

/// Why the gate stays where it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NamingError {
    /// Minors are never named.
    #[error("a minor is never named")]
    Minor,
    /// A perpetrator needs a legal note.
    #[error("expected a legal note, found none")]
    NoLegalNote,
    /// The next of kin cannot consent for a perpetrator.
    #[error("expected the consent of the person or a primary source that published the name")]
    NotForPerpetrators,
    /// The second reviewer is the first.
    #[error("expected another reviewer")]
    SameReviewer,
    /// This step does not follow from the state.
    #[error("expected the step before")]
    OutOfOrder,
}

impl Gate {
    /// Shows a basis.
    pub fn show(self, basis: Basis) -> Result<Self, (Self, NamingError)> {
        let error = match &self {
            Self::Closed(
                Subject::Harmed { is_minor: true } | Subject::Perpetrator { is_minor: true, .. },
            ) => NamingError::Minor,
            Self::Closed(Subject::Perpetrator {
                legal_note: None, ..
            }) => NamingError::NoLegalNote,
            Self::Closed(Subject::Perpetrator { .. }) if matches!(basis, Basis::NextOfKin(_)) => {
                NamingError::NotForPerpetrators
            }
            Self::Closed(_) => return Ok(Self::Based(basis)),
            Self::Based(_) | Self::Reviewed(..) => NamingError::OutOfOrder,
        };
        Err((self, error))
    }

    /// The first reviewer agrees.
    pub fn review(self, reviewer: Code) -> Result<Self, (Self, NamingError)> {
        match self {
            Self::Based(basis) => Ok(Self::Reviewed(basis, reviewer)),
            other => Err((other, NamingError::OutOfOrder)),
        }
    }

    /// The second reviewer agrees, on a day.
    pub fn open(self, reviewer: &Code, on: Date) -> Result<Named, (Self, NamingError)> {
        match self {
            Self::Reviewed(basis, first) if first == *reviewer => {
                Err((Self::Reviewed(basis, first), NamingError::SameReviewer))
            }
            Self::Reviewed(basis, _) => Ok(Named { basis, since: on }),
            other => Err((other, NamingError::OutOfOrder)),
        }
    }
}
