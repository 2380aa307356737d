// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Documents that people write by hand, beside `election.toml`: TOML with a table of keys, read with
//! every error at its line and column.
//!
//! Types, allowed words and unknown keys are judged once, by [`read`], for every table; the reader that
//! is passed in may take a value of another type for absent, because it has been reported.

pub use crate::election::kinds::{
    ANY, CODE, CODES, COUNT, DATE, DATE_OR_UNKNOWN, FREE, Key, Keys, Kind, MOMENT, NAMES, PATH,
    SHA256, SHARE, Text, optional, required,
};
pub use crate::election::walk::{Errors, FolderError, Node, found, nearest};

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
