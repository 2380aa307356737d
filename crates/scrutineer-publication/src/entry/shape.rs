//! What every kind's fields may hold, as a table: for the list of all problems of bytes that are
//! no entry, and for the field tables of `spec/log-entry.md`.
//!
//! The types decide; this says why they refused. A test holds both against each other.

mod check;
mod objects;
mod render;

pub(super) use check::check;
pub use render::render_fields;

/// What a value may be.
#[derive(Debug)]
pub(super) enum Shape {
    /// Any text.
    Text,
    /// A text that must be more than any text.
    Special(&'static Special),
    /// One of these.
    Words(&'static [&'static str]),
    /// An integer in these bounds.
    Integer(i64, i64),
    /// A count, `null` or, where allowed, the word for not on this form.
    Count {
        /// Whether the word for not on this form may stand there.
        absent: bool,
    },
    /// `null` or this.
    Nullable(&'static Shape),
    /// An array.
    List(&'static Shape),
    /// An object whose keys are ids.
    Map(&'static Shape),
    /// An object whose keys are these words.
    Keyed(&'static [&'static str], &'static Shape),
    /// An object with these fields.
    Object(&'static Object),
    /// A value of a finding.
    Argument,
    /// A record, of any kind of record.
    Record,
}

/// A text with a rule.
#[derive(Debug)]
pub(super) struct Special {
    /// What is expected.
    pub(super) expected: &'static str,
    pub(super) holds: fn(&str) -> bool,
}

/// The fields of an object, in order of their names.
#[derive(Debug)]
pub(super) struct Object {
    pub(super) name: &'static str,
    pub(super) about: &'static str,
    pub(super) fields: &'static [Field],
}

/// One field.
#[derive(Debug)]
pub(super) struct Field {
    pub(super) name: &'static str,
    pub(super) required: bool,
    pub(super) shape: Shape,
    pub(super) about: &'static str,
}
