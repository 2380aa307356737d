// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One JSON document per polling station, as some commissions publish them.
//!
//! The code of the station stands in the name of the member, the values are reached by
//! pointers (RFC 6901). A value that is absent or null was not read; it is never zero.
//! That holds for a whole table too: `{"null": null}` has no votes of anybody.

use std::io::Read;

use serde_json::Value;

use crate::delimited::Record;
use crate::excerpt::Excerpt;
use crate::position::Position;
use crate::problem::{Problem, ProblemKind, Problems};

/// The most bytes of one document: 1 MiB.
pub const MAX_DOCUMENT_BYTES: u64 = 1024 * 1024;

/// A pattern for member names, such as `results/{district}/{code:13}.json`.
///
/// `{name}` takes one or more characters other than `/`; `{name:n}` takes exactly n of
/// them. Everything else stands for itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamePattern {
    parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Literal(String),
    Hole { name: String, length: Option<usize> },
}

/// Why a text is no pattern.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PatternError {
    /// A brace without its partner.
    #[error("brace without its partner at character {0}, expected {{name}} or {{name:length}}")]
    Brace(usize),
    /// A hole without a name, or a name that occurs twice.
    #[error("name of a hole is empty or occurs twice: {0:?}")]
    Name(String),
    /// A length that is no whole number from 1 to 255.
    #[error("length of a hole: expected a whole number from 1 to 255, found {0:?}")]
    Length(String),
    /// Two holes with nothing between them, the first without a length.
    #[error("hole {0:?} has no length and another one follows it at once")]
    Adjacent(String),
}

impl NamePattern {
    /// Reads a pattern.
    pub fn parse(text: &str) -> Result<Self, PatternError> {
        let mut parts: Vec<Part> = Vec::new();
        let mut rest = text;
        let mut at = 0;
        while !rest.is_empty() {
            let (literal, hole) = match rest.split_once('{') {
                Some((literal, hole)) => (literal, Some(hole)),
                None => (rest, None),
            };
            if let Some(brace) = literal.chars().position(|c| c == '}') {
                return Err(PatternError::Brace(at + brace + 1));
            }
            at += literal.chars().count();
            if !literal.is_empty() {
                parts.push(Part::Literal(literal.to_owned()));
            }
            let Some(hole) = hole else { break };
            let (inside, after) = hole.split_once('}').ok_or(PatternError::Brace(at + 1))?;
            at += inside.chars().count() + 2;
            parts.push(parse_hole(inside, &parts)?);
            rest = after;
        }
        Ok(Self { parts })
    }

    /// The names of the holes in their order.
    pub fn holes(&self) -> impl Iterator<Item = &str> {
        self.parts.iter().filter_map(|part| match part {
            Part::Hole { name, .. } => Some(name.as_str()),
            Part::Literal(_) => None,
        })
    }

    /// What the holes take from a name, in their order; none when it does not fit.
    pub fn captures<'n>(&self, name: &'n str) -> Option<Vec<&'n str>> {
        let mut taken = Vec::new();
        fits(&self.parts, name, &mut taken).then_some(taken)
    }
}

fn parse_hole(inside: &str, before: &[Part]) -> Result<Part, PatternError> {
    let (name, length) = match inside.split_once(':') {
        Some((name, length)) => {
            let length: u8 = length
                .parse()
                .ok()
                .filter(|length| *length > 0)
                .ok_or_else(|| PatternError::Length(length.to_owned()))?;
            (name, Some(usize::from(length)))
        }
        None => (inside, None),
    };
    let twice = before
        .iter()
        .any(|part| matches!(part, Part::Hole { name: n, .. } if n == name));
    if name.is_empty() || name.contains('{') || twice {
        return Err(PatternError::Name(name.to_owned()));
    }
    if let Some(Part::Hole { name, length: None }) = before.last() {
        return Err(PatternError::Adjacent(name.clone()));
    }
    Ok(Part::Hole {
        name: name.to_owned(),
        length,
    })
}

/// A hole without a length ends at the first place where the rest can go on: since it
/// takes no `/` and something literal follows it, trying in order is enough, and the
/// number of holes is small.
fn fits<'n>(parts: &[Part], name: &'n str, taken: &mut Vec<&'n str>) -> bool {
    let Some((part, parts)) = parts.split_first() else {
        return name.is_empty();
    };
    match part {
        Part::Literal(text) => name
            .strip_prefix(text.as_str())
            .is_some_and(|rest| fits(parts, rest, taken)),
        Part::Hole { length, .. } => {
            let ends = name
                .char_indices()
                .take_while(|(_, c)| *c != '/')
                .map(|(at, c)| at + c.len_utf8())
                .enumerate()
                .filter(|(index, _)| length.is_none_or(|length| index + 1 == length));
            for (_, end) in ends {
                let Some((inside, rest)) = name.split_at_checked(end) else {
                    continue;
                };
                let mark = taken.len();
                taken.push(inside);
                if fits(parts, rest, taken) {
                    return true;
                }
                taken.truncate(mark);
            }
            false
        }
    }
}

/// Reads documents as records: first what the name gives, then the value of each pointer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StationDocuments {
    name: NamePattern,
    pointers: Vec<String>,
}

/// A pointer that does not follow RFC 6901.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a JSON pointer: expected an empty text or one that starts with \"/\", found {0:?}")]
pub struct PointerError(String);

impl StationDocuments {
    /// Documents with these names, and these pointers into each of them.
    pub fn new(
        name: NamePattern,
        pointers: impl IntoIterator<Item = String>,
    ) -> Result<Self, PointerError> {
        let pointers: Vec<String> = pointers.into_iter().collect();
        match pointers.iter().find(|pointer| !is_pointer(pointer)) {
            Some(wrong) => Err(PointerError(wrong.clone())),
            None => Ok(Self { name, pointers }),
        }
    }

    /// The names of the columns of the records: those of the holes, then the pointers.
    pub fn header(&self) -> Vec<String> {
        self.name
            .holes()
            .map(str::to_owned)
            .chain(self.pointers.iter().cloned())
            .collect()
    }

    /// True when the name follows the pattern, so that the member is a station.
    pub fn is_station(&self, member: &str) -> bool {
        self.name.captures(member).is_some()
    }

    /// Reads one document into `record`, the `number`-th of the sequence. False when it
    /// cannot be read; why is in `problems`, by member, line and column of the text, or
    /// by pointer.
    pub fn read(
        &self,
        member: &str,
        number: u64,
        source: &mut dyn Read,
        record: &mut Record,
        problems: &mut Problems,
    ) -> bool {
        let start = Position {
            record: number,
            ..Position::START
        };
        let mut push = |kind, position, expected: String, found| {
            problems.push(Problem::new(kind, position, expected, found).in_member(member));
        };
        let Some(captures) = self.name.captures(member) else {
            let expected = format!("{{{}}}", self.name.holes().collect::<Vec<_>>().join("}, {"));
            push(ProblemKind::NamePattern, start, expected, Excerpt::none());
            return false;
        };
        let mut bytes = Vec::new();
        if let Err(error) = source.take(MAX_DOCUMENT_BYTES + 1).read_to_end(&mut bytes) {
            let found = Excerpt::of(&error.to_string());
            push(
                ProblemKind::SourceFailed,
                start,
                "a whole document".to_owned(),
                found,
            );
            return false;
        }
        if bytes.len() as u64 > MAX_DOCUMENT_BYTES {
            let expected = format!("at most {MAX_DOCUMENT_BYTES} bytes");
            push(
                ProblemKind::ExpandsTooFar,
                start,
                expected,
                Excerpt::measured("more"),
            );
            return false;
        }
        let text = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes);
        let document: Value = match serde_json::from_slice(text) {
            Ok(document) => document,
            Err(error) => {
                let column = u32::try_from(error.column()).unwrap_or(u32::MAX);
                let position = Position {
                    row: error.line() as u64,
                    column,
                    ..start
                };
                // The category only: the message of the parser can repeat a value.
                let found = Excerpt::measured(match error.classify() {
                    serde_json::error::Category::Eof => "a text that is cut off",
                    _ => "something else",
                });
                push(
                    ProblemKind::JsonSyntax,
                    position,
                    "JSON in UTF-8".to_owned(),
                    found,
                );
                return false;
            }
        };
        record.start(start);
        for capture in captures {
            record.push_cell(capture);
        }
        for pointer in &self.pointers {
            match scalar(document.pointer(pointer)) {
                Ok(text) => record.push_cell(&text),
                Err(found) => {
                    record.push_unreadable();
                    let index = record.len().saturating_sub(1);
                    let expected = format!("a number or a text at {}", Excerpt::of(pointer));
                    let found = Excerpt::measured(found);
                    push(
                        ProblemKind::JsonType,
                        start.at_field(index),
                        expected,
                        found,
                    );
                }
            }
        }
        true
    }
}

/// A value as the text of a cell.
fn scalar(value: Option<&Value>) -> Result<String, &'static str> {
    match value {
        None | Some(Value::Null) => Ok(String::new()),
        Some(Value::String(text)) if text.contains('\0') => Err("a text with a zero byte"),
        Some(Value::String(text)) => Ok(text.clone()),
        // Beyond 64 bits a number has become floating point; printed without an exponent it
        // is still recognised as too large.
        Some(Value::Number(number)) => match number.as_f64() {
            Some(value) if number.is_f64() => Ok(value.to_string()),
            _ => Ok(number.to_string()),
        },
        Some(Value::Bool(value)) => Ok(value.to_string()),
        Some(Value::Array(_)) => Err("an array"),
        Some(Value::Object(_)) => Err("an object"),
    }
}

fn is_pointer(text: &str) -> bool {
    (text.is_empty() || text.starts_with('/'))
        && text
            .split('~')
            .skip(1)
            .all(|after| after.starts_with(['0', '1']))
}

#[cfg(test)]
mod tests;
