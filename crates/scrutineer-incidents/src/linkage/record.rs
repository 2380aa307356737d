//! One record of a list, with names: never printed.

use scrutineer_model::Date;

use super::normalise::normalise;
use crate::token::Token;

/// A record as a list has it. `Debug` prints no field.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct NamedRecord {
    /// Its id in the list.
    pub id: String,
    /// Given names; empty where unknown. As all names, as written.
    pub given: String,
    /// First surname.
    pub surname1: String,
    /// Second surname.
    pub surname2: String,
    /// When the act happened.
    pub date: Option<Date>,
    /// In years.
    pub age: Option<u16>,
    /// `STATE-MUNICIPALITY`; empty where unknown.
    pub place: String,
    /// A word of the list; empty where unknown.
    pub sex: String,
    /// The keyed token of an identity number.
    pub identity: Option<Token>,
}

impl std::fmt::Debug for NamedRecord {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("NamedRecord(..)")
    }
}

/// A record made comparable. `Debug` prints no field.
#[derive(Clone)]
pub struct ListRecord {
    pub(super) id: String,
    pub(super) given: String,
    pub(super) surname1: String,
    pub(super) surname2: String,
    pub(super) day: Option<i64>,
    pub(super) age: Option<u16>,
    pub(super) place: String,
    pub(super) sex: String,
    pub(super) identity: Option<Token>,
}

impl ListRecord {
    /// Normalises the names.
    pub fn new(record: &NamedRecord) -> Self {
        Self {
            id: record.id.clone(),
            given: normalise(&record.given),
            surname1: normalise(&record.surname1),
            surname2: normalise(&record.surname2),
            day: record.date.map(crate::day::number),
            age: record.age,
            place: record.place.trim().to_owned(),
            sex: record.sex.trim().to_owned(),
            identity: record.identity.clone(),
        }
    }

    /// Whether it names nobody: then only a person may join it.
    pub(super) fn is_unnamed(&self) -> bool {
        self.given.is_empty() && self.surname1.is_empty() && self.surname2.is_empty()
    }
}

impl std::fmt::Debug for ListRecord {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("ListRecord(..)")
    }
}

/// Which record of which list, both by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordAt {
    /// The list.
    pub list: usize,
    /// The record in it.
    pub record: usize,
}
