//! Where numbers come from: sources, their files, what went wrong while reading.

use scrutineer_model::{Date, Field, ImportIssueKind, InputRole, SourceLabel};
use serde::{Deserialize, Serialize};

use crate::entry::value::{Digest, Flag, Nth, Number, Text, V1, tag};

tag!(
    SourceTag = "source",
    SourceFileTag = "source-file",
    ImportIssueTag = "import-issue",
);

/// A set of sheets of one contest from one provider.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Source<'a> {
    /// Options whose campaign supplied it.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub aligned_with: Vec<Text<'a>>,
    /// Id of the contest.
    #[serde(borrow)]
    pub contest: Text<'a>,
    /// The source that it was made from.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub derived_from: Option<Text<'a>>,
    /// The fields that its form has beside the votes.
    pub fields: Vec<Field>,
    /// Short id.
    #[serde(borrow)]
    pub id: Text<'a>,
    /// Which sums its form promises.
    #[serde(borrow, default, skip_serializing_if = "Vec::is_empty")]
    pub identities: Vec<Identity<'a>>,
    pub(crate) kind: SourceTag,
    /// Licence of the data; absent for unknown, as the following.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub licence: Option<Text<'a>>,
    /// On what.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub medium: Option<Text<'a>>,
    /// How it was made.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub method: Option<Text<'a>>,
    /// Its position among the sources, from 1.
    pub number: u16,
    /// By which role it was obtained, never by whom.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub obtained_by_role: Option<Text<'a>>,
    /// From which place or publication.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub obtained_from: Option<Text<'a>>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub obtained_on: Option<Date>,
    /// Its root; sources of one root count as one.
    #[serde(borrow)]
    pub origin: Text<'a>,
    /// Rows that could not be used.
    pub rejected: Number,
    /// Rows read from its files.
    pub rows: Number,
    /// The coarse kind of who supplied it: all that is public.
    pub supplied_by: SourceLabel,
    /// What was done to it.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub transformations: Option<Text<'a>>,
    pub(crate) v: V1,
}

/// A sum that the form promises.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Identity<'a> {
    /// Fields on the left side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left: Vec<Field>,
    /// Whether the left side has the sum of all options.
    #[serde(default, skip_serializing_if = "Flag::is_unset")]
    pub options: Flag,
    /// Fields on the right side.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub right: Vec<Field>,
    /// As written in the folder.
    #[serde(borrow)]
    pub text: Text<'a>,
}

/// A file that was read: with name and plain digest, or with a salted commitment only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SourceFile<'a> {
    /// Salted commitment, where no authority published the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commitment: Option<Digest>,
    /// From 2, where several files have no other difference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub copy: Option<Nth>,
    /// Its name, where an authority published it.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub file: Option<Text<'a>>,
    pub(crate) kind: SourceFileTag,
    /// Rows that could not be used.
    pub rejected: Number,
    /// What it is for.
    pub role: InputRole,
    /// Data rows read.
    pub rows: Number,
    /// SHA-256 of its bytes, where an authority published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<Digest>,
    /// The source; absent for the folder's own files.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub source: Option<Text<'a>>,
    pub(crate) v: V1,
}

/// Something that went wrong while reading, by kind and place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ImportIssue<'a> {
    /// Name of the column, or the code of the division or place that it is about.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub column: Option<Text<'a>>,
    /// How many times.
    pub count: Number,
    /// The first of two texts that contradict each other.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Text<'a>>,
    /// Name of the file.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub file: Option<Text<'a>>,
    /// The second of two texts, or how bytes were decoded; never what stood in a cell.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub found: Option<Text<'a>>,
    pub(crate) kind: ImportIssueTag,
    /// What went wrong.
    pub problem: ImportIssueKind,
    /// Whether a row was rejected for it.
    #[serde(default, skip_serializing_if = "Flag::is_unset")]
    pub rejects_row: Flag,
    /// The source, where the file belongs to one.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub source: Option<Text<'a>>,
    /// The station, where the row names one.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub station: Option<Text<'a>>,
    pub(crate) v: V1,
}
