// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Compares a TOML document with the key table and gives its values to the readers.
//!
//! Types, allowed words and unknown keys are judged once, here, for every table. A reader may
//! therefore take a value of another type for absent: it has been reported.

use std::fmt::Write;

use toml_span::Value;
use toml_span::value::ValueInner;

use crate::election::kinds::{Key, Keys, Kind};
use crate::excerpt::Excerpt;

/// One thing that is wrong with a document that people write by hand.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
#[error("line {line}, column {column}: {key}: expected {expected}, found {found}{}", suggest(.suggestion.as_deref()))]
pub struct FolderError {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// The key, such as `source[2].columns.valid`; empty for the document.
    pub key: String,
    /// What is expected there.
    pub expected: String,
    /// What stands there.
    pub found: String,
    /// What was probably meant.
    pub suggestion: Option<String>,
}

fn suggest(suggestion: Option<&str>) -> String {
    suggestion
        .map(|meant| format!("; did you mean {meant}?"))
        .unwrap_or_default()
}

/// Collects every error with its position.
#[derive(Debug)]
pub struct Errors<'t> {
    text: &'t str,
    file: &'static str,
    list: Vec<FolderError>,
}

impl<'t> Errors<'t> {
    /// No error yet about `text`, which is the file of this name.
    pub(crate) fn new(text: &'t str, file: &'static str) -> Self {
        Self {
            text,
            file,
            list: Vec::new(),
        }
    }

    /// Adds an error at a byte of the text.
    pub fn push(&mut self, byte: usize, key: &str, expected: &str, found: impl AsRef<str>) {
        self.push_suggesting(byte, key, expected, found, None);
    }

    /// Adds an error with what was probably meant.
    pub fn push_suggesting(
        &mut self,
        byte: usize,
        key: &str,
        expected: &str,
        found: impl AsRef<str>,
        suggestion: Option<String>,
    ) {
        let (line, column) = self.position(byte);
        self.list.push(FolderError {
            line,
            column,
            key: if key.is_empty() {
                self.file.to_owned()
            } else {
                key.to_owned()
            },
            expected: expected.to_owned(),
            found: found.as_ref().to_owned(),
            suggestion,
        });
    }

    fn position(&self, byte: usize) -> (u32, u32) {
        let mut end = byte.min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        let before = self.text.get(..end).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let narrow = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let lines = before.bytes().filter(|byte| *byte == b'\n').count();
        let column = before.get(start..).unwrap_or_default().chars().count();
        (narrow(lines + 1), narrow(column + 1))
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All errors in order of position.
    pub(crate) fn into_sorted(mut self) -> Vec<FolderError> {
        self.list.sort();
        self.list.dedup();
        self.list
    }
}

/// Reports everything in `value` that the table does not allow.
pub(crate) fn check(value: &Value<'_>, keys: &'static Keys, path: &str, errors: &mut Errors<'_>) {
    let Some(table) = value.as_table() else {
        errors.push(value.span.start, path, "a table", found(value));
        return;
    };
    for (name, value) in table {
        match keys.keys.iter().find(|key| key.name == name.name) {
            Some(key) => check_kind(value, &key.kind, &join(path, key.name), errors),
            None => unknown_key(&name.name, name.span.start, keys, path, errors),
        }
    }
    for key in keys.keys.iter().filter(|key| key.required) {
        if !table.contains_key(key.name) {
            let expected = format!(
                "{} ({})",
                describe(&key.kind),
                key.about.trim_end_matches('.')
            );
            errors.push(
                value.span.start,
                &join(path, key.name),
                &expected,
                "nothing",
            );
        }
    }
}

fn unknown_key(name: &str, at: usize, keys: &Keys, path: &str, errors: &mut Errors<'_>) {
    let mut names: Vec<&str> = keys.keys.iter().map(|key: &Key| key.name).collect();
    names.sort_unstable();
    let meant = nearest(name, names.iter().copied()).map(str::to_owned);
    let expected = format!("one of the keys {}", names.join(", "));
    let found = format!("unknown key {:?}", Excerpt::of(name).as_str());
    errors.push_suggesting(at, &join(path, name), &expected, found, meant);
}

fn check_kind(value: &Value<'_>, kind: &'static Kind, path: &str, errors: &mut Errors<'_>) {
    let at = value.span.start;
    match kind {
        Kind::Text(text) => match value.as_str() {
            Some(found) if (text.holds)(found) => {}
            _ => errors.push(at, path, text.expected, found(value)),
        },
        Kind::Words(words) => match value.as_str() {
            Some(word) if words.contains(&word) => {}
            word => {
                let meant = word.and_then(|word| nearest(word, words.iter().copied()));
                let meant = meant.map(str::to_owned);
                errors.push_suggesting(at, path, &describe(kind), found(value), meant);
            }
        },
        Kind::Integer { least, most } => match value.as_integer() {
            Some(number) if (*least..=*most).contains(&number) => {}
            _ => errors.push(at, path, &describe(kind), found(value)),
        },
        Kind::Boolean => {
            if value.as_bool().is_none() {
                errors.push(at, path, "true or false", found(value));
            }
        }
        Kind::List(of) => match value.as_array() {
            Some(items) => {
                for (index, item) in items.iter().enumerate() {
                    check_kind(item, of, &format!("{path}[{}]", index + 1), errors);
                }
            }
            None => check_kind(value, of, path, errors),
        },
        Kind::Table(keys) => check(value, keys, path, errors),
        Kind::Tables(keys) => match value.as_array() {
            Some(items) => {
                for (index, item) in items.iter().enumerate() {
                    check(item, keys, &format!("{path}[{}]", index + 1), errors);
                }
            }
            None => errors.push(at, path, "an array of tables", found(value)),
        },
        Kind::Map(of) => match value.as_table() {
            Some(table) => {
                for (name, value) in table {
                    check_kind(value, of, &join(path, &name.name), errors);
                }
            }
            None => errors.push(at, path, "a table", found(value)),
        },
        Kind::Either(kinds) => match kinds.iter().find(|kind| fits(value, kind)) {
            Some(kind) => check_kind(value, kind, path, errors),
            None => errors.push(at, path, &describe(kind), found(value)),
        },
    }
}

fn fits(value: &Value<'_>, kind: &Kind) -> bool {
    match kind {
        Kind::Text(_) | Kind::Words(_) => value.as_str().is_some(),
        Kind::Integer { .. } => value.as_integer().is_some(),
        Kind::Boolean => value.as_bool().is_some(),
        Kind::List(_) | Kind::Tables(_) => value.as_array().is_some(),
        Kind::Table(_) | Kind::Map(_) => value.as_table().is_some(),
        Kind::Either(kinds) => kinds.iter().any(|kind| fits(value, kind)),
    }
}

/// What a kind expects, in words.
fn describe(kind: &Kind) -> String {
    match kind {
        Kind::Text(text) => text.expected.to_owned(),
        Kind::Words(words) => {
            let mut out = String::from("one of ");
            for (index, word) in words.iter().enumerate() {
                let comma = if index == 0 { "" } else { ", " };
                // Writing to a string cannot fail.
                let _ = write!(out, "{comma}{word:?}");
            }
            out
        }
        Kind::Integer { least, most } if *most == i64::MAX => format!("an integer from {least}"),
        Kind::Integer { least, most } => format!("an integer from {least} to {most}"),
        Kind::Boolean => "true or false".to_owned(),
        Kind::List(of) => format!("a list of {}", describe(of)),
        Kind::Table(_) | Kind::Map(_) => "a table".to_owned(),
        Kind::Tables(_) => "an array of tables".to_owned(),
        Kind::Either(kinds) => kinds.iter().map(describe).collect::<Vec<_>>().join(", or "),
    }
}

/// What stands there: the value where it is short, else its type.
pub fn found(value: &Value<'_>) -> String {
    match value.as_ref() {
        ValueInner::String(text) => format!("{:?}", Excerpt::of(text).as_str()),
        ValueInner::Integer(number) => number.to_string(),
        ValueInner::Boolean(value) => value.to_string(),
        ValueInner::Float(_) => "a number with a fraction".to_owned(),
        ValueInner::Array(_) => "an array".to_owned(),
        ValueInner::Table(_) => "a table".to_owned(),
    }
}

/// `path.name`, with names that are no bare keys in quotes.
pub(crate) fn join(path: &str, name: &str) -> String {
    let bare = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    let shown = Excerpt::of(name);
    let name = if !name.is_empty() && name.bytes().all(bare) {
        shown.as_str().to_owned()
    } else {
        format!("{:?}", shown.as_str())
    };
    if path.is_empty() {
        name
    } else {
        format!("{path}.{name}")
    }
}

/// The candidate that differs by the fewest typing slips, if that is few enough to be a slip.
pub fn nearest<'c>(name: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let most = (name.chars().count() / 3).min(3);
    candidates
        .into_iter()
        .map(|candidate| (distance(name, candidate), candidate))
        .filter(|(slips, candidate)| *slips <= most || is_part(name, candidate))
        .min()
        .map(|(_, candidate)| candidate)
}

fn is_part(name: &str, candidate: &str) -> bool {
    name.len() >= 4
        && candidate.len() >= 4
        && (candidate.contains(name) || name.contains(candidate))
}

/// Levenshtein distance without regard to case, on at most 64 characters.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(64).flat_map(char::to_lowercase).collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (index, x) in a.chars().take(64).flat_map(char::to_lowercase).enumerate() {
        let mut diagonal = index;
        let mut left = index + 1;
        for (cell, y) in row.iter_mut().skip(1).zip(&b) {
            let replaced = diagonal + usize::from(x != *y);
            diagonal = *cell;
            left = replaced.min(diagonal + 1).min(left + 1);
            *cell = left;
        }
        if let Some(first) = row.first_mut() {
            *first = index + 1;
        }
    }
    row.last().copied().unwrap_or(0)
}

/// A table with its path, as the readers see it.
#[derive(Clone, Debug)]
pub struct Node<'v> {
    value: &'v Value<'v>,
    /// The path of the table, such as `source[2].columns`; empty for the document.
    pub path: String,
}

impl<'v> Node<'v> {
    pub(crate) fn root(value: &'v Value<'v>) -> Self {
        Self {
            value,
            path: String::new(),
        }
    }

    /// Where the table starts.
    pub fn at(&self) -> usize {
        self.value.span.start
    }

    /// The path of one of its keys.
    pub fn path_of(&self, key: &str) -> String {
        join(&self.path, key)
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&'v Value<'v>> {
        self.value.as_table()?.get(key)
    }

    /// Where the value of `key` stands, else the table.
    pub fn at_key(&self, key: &str) -> usize {
        self.get(key).map_or(self.at(), |value| value.span.start)
    }

    /// The text of a key.
    pub fn text(&self, key: &str) -> Option<&'v str> {
        self.get(key)?.as_str()
    }

    /// The text of a key, owned.
    pub fn owned(&self, key: &str) -> Option<String> {
        self.text(key).map(str::to_owned)
    }

    /// Text, unless it says `unknown`.
    pub fn known(&self, key: &str) -> Option<String> {
        self.owned(key).filter(|text| text != "unknown")
    }

    /// The number of a key, where it is not negative.
    pub fn unsigned(&self, key: &str) -> Option<u64> {
        u64::try_from(self.get(key)?.as_integer()?).ok()
    }

    /// The `true` or `false` of a key.
    pub fn flag(&self, key: &str) -> Option<bool> {
        self.get(key)?.as_bool()
    }

    /// The table of a key.
    pub fn table(&self, key: &str) -> Option<Node<'v>> {
        let value = self.get(key)?;
        value.as_table()?;
        Some(Node {
            value,
            path: self.path_of(key),
        })
    }

    /// The tables of a key; none where it is absent.
    pub fn tables(&self, key: &str) -> Vec<Node<'v>> {
        let items = self
            .get(key)
            .and_then(Value::as_array)
            .map_or(&[][..], Vec::as_slice);
        let path = self.path_of(key);
        items
            .iter()
            .enumerate()
            .map(|(index, value)| Node {
                value,
                path: format!("{path}[{}]", index + 1),
            })
            .collect()
    }

    /// The texts of a list, each with where it stands.
    pub fn texts(&self, key: &str) -> Vec<(&'v str, usize)> {
        let Some(value) = self.get(key) else {
            return Vec::new();
        };
        let items = value
            .as_array()
            .map_or(std::slice::from_ref(value), Vec::as_slice);
        items
            .iter()
            .filter_map(|item| Some((item.as_str()?, item.span.start)))
            .collect()
    }

    /// The texts of a list.
    pub fn names(&self, key: &str) -> Vec<String> {
        self.texts(key)
            .into_iter()
            .map(|(text, _)| text.to_owned())
            .collect()
    }

    /// The entries of a map in the order in which they are written.
    pub fn entries(&self, key: &str) -> Vec<(&'v str, Node<'v>)> {
        let Some(table) = self.get(key).and_then(Value::as_table) else {
            return Vec::new();
        };
        let path = self.path_of(key);
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(name, _)| name.span.start);
        entries
            .into_iter()
            .map(|(name, value)| {
                (
                    &*name.name,
                    Node {
                        value,
                        path: join(&path, &name.name),
                    },
                )
            })
            .collect()
    }

    /// The value itself as text, for an entry of a map.
    pub fn as_text(&self) -> Option<&'v str> {
        self.value.as_str()
    }

    /// The value itself as a list of texts, for an entry of a map.
    pub fn as_texts(&self) -> Vec<String> {
        let items = self
            .value
            .as_array()
            .map_or(std::slice::from_ref(self.value), Vec::as_slice);
        items
            .iter()
            .filter_map(Value::as_str)
            .map(str::to_owned)
            .collect()
    }
}
