//! Lists with names, and the random ids of their records.

use scrutineer_model::Code;

use super::record::NamedRecord;
use crate::table::{Problem, Table, TableName, rows};
use crate::token::TokenKey;

/// Reads a list. Identity numbers become tokens at once; without a key they are not read.
pub fn read_list(table: &Table, key: Option<&TokenKey>) -> Result<Vec<NamedRecord>, Vec<Problem>> {
    let mut problems = Vec::new();
    let read = rows(TableName::List, table, &mut problems, |cells| {
        let age = cells.count("age").map(u16::try_from);
        if age.is_some_and(|age| age.map_or(true, |age| age > 130)) {
            cells.wrong("age", "incidents-expected-number", None);
        }
        let identity = cells.text("identity");
        NamedRecord {
            id: cells.text("id"),
            given: cells.text("given"),
            surname1: cells.text("surname1"),
            surname2: cells.text("surname2"),
            date: cells.date("date"),
            age: age.and_then(Result::ok),
            place: cells.text("place"),
            sex: cells.text("sex"),
            identity: key.and_then(|key| key.of_identity(&identity)),
        }
    });
    if problems.is_empty() {
        Ok(read)
    } else {
        Err(problems)
    }
}

/// The random ids of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numbered {
    /// The list, a source.
    pub list: Code,
    /// The record in it.
    pub record: String,
    /// The person.
    pub person: Code,
    /// The claim that names the person.
    pub claim: Code,
}

/// Reads the ids that earlier runs drew.
pub fn read_numbers(table: &Table) -> Result<Vec<Numbered>, Vec<Problem>> {
    let mut problems = Vec::new();
    let read = rows(TableName::Records, table, &mut problems, |cells| {
        Some(Numbered {
            list: cells.code("list")?,
            record: cells.text("record"),
            person: cells.code("person")?,
            claim: cells.code("claim")?,
        })
    });
    if problems.is_empty() {
        Ok(read.into_iter().flatten().collect())
    } else {
        Err(problems)
    }
}
