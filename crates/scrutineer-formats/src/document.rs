// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Documents that people write by hand, beside `election.toml`: TOML with a table of keys, read with
//! every error at its line and column.
//!
//! Types, allowed words and unknown keys are judged once, by [`read`], for every table; the reader that
//! is passed in may take a value of another type for absent, because it has been reported.

use std::collections::BTreeSet;

use scrutineer_model::Date;

pub use crate::election::kinds::{
    ANY, CODE, CODES, COUNT, DATE, DATE_OR_UNKNOWN, FREE, Key, Keys, Kind, MOMENT, NAMES, PATH,
    SHA256, SHARE, Text, optional, required,
};
pub use crate::election::walk::{Errors, FolderError, Node, found, nearest};

/// A date of a table; `None` where it is absent, `unknown`, or no date, which was reported.
pub fn date(node: &Node<'_>, key: &str) -> Option<Date> {
    Date::parse(node.text(key)?).ok()
}

/// Reports every table whose `id` an earlier one has.
pub fn once(nodes: &[Node<'_>], errors: &mut Errors<'_>) {
    let mut seen = BTreeSet::new();
    for node in nodes {
        let Some(id) = node.text("id") else { continue };
        if !seen.insert(id) {
            let (at, path) = (node.at_key("id"), node.path_of("id"));
            errors.push(at, &path, "each id once", format!("{id:?} again"));
        }
    }
}

/// Reports every id in `key` that no table of `of` has; `expected` says what it should be.
pub fn known(
    nodes: &[Node<'_>],
    key: &str,
    of: &[Node<'_>],
    expected: &str,
    errors: &mut Errors<'_>,
) {
    let ids: BTreeSet<&str> = of.iter().filter_map(|node| node.text("id")).collect();
    for node in nodes {
        for (id, at) in node.texts(key) {
            if !ids.contains(id) {
                errors.push(at, &node.path_of(key), expected, format!("{id:?}"));
            }
        }
    }
}

/// Reads the text of a document that is the file `file`. On failure every error is given, in order of
/// position; `make` sees the document only where it is TOML, and its result counts only without errors.
///
/// # Errors
/// Everything that the table of keys or `make` refuses.
pub fn read<T>(
    text: &str,
    file: &'static str,
    keys: &'static Keys,
    make: impl FnOnce(&Node<'_>, &mut Errors<'_>) -> Option<T>,
) -> Result<T, Vec<FolderError>> {
    let mut errors = Errors::new(text, file);
    if let Some(value) = crate::election::read::value(text, keys, &mut errors)
        && let Some(made) = make(&Node::root(&value), &mut errors)
        && errors.is_empty()
    {
        return Ok(made);
    }
    Err(errors.into_sorted())
}
