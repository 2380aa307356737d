// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What is wrong with a source, all of it, in bounded memory.
//!
//! A problem never repeats the content of a cell: the reader of bytes does not know
//! which columns are private. It says sizes, counts and byte values; the layer that
//! knows the roles of columns may add an excerpt.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use crate::excerpt::Excerpt;
use crate::position::Position;

/// What kind of problem it is. The order is the order of listing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum ProblemKind {
    /// The source stopped before its end: an error of the reader beneath.
    SourceFailed,
    /// Compressed data that is cut off, damaged, or not of its stated format.
    Damaged,
    /// No line holds the declared header names.
    HeaderNotFound,
    /// Two columns of the header carry one name.
    DuplicateHeader,
    /// A column of the header has no name.
    EmptyHeader,
    /// A field longer than the bound; its record is skipped.
    FieldTooLong,
    /// A record longer than the bound; it is skipped.
    RecordTooLong,
    /// More columns than the bound; the record is skipped.
    TooManyColumns,
    /// A quote that opens a field is never closed.
    UnterminatedQuote,
    /// A cell whose bytes are not text in the declared encoding; it is unreadable.
    BadEncoding,
    /// A cell with a byte of value zero; it is unreadable.
    NulByte,
    /// A record with more or fewer fields than the header.
    RaggedRow,
    /// More members in an archive than the bound; it is not opened.
    TooManyMembers,
    /// A member that is password protected; it is not read.
    EncryptedMember,
    /// A member, or a whole archive, that expands beyond the bound on size.
    ExpandsTooFar,
    /// A member, or a whole archive, that expands beyond the bound on ratio.
    ExpansionRatio,
    /// A member whose name leaves the archive; it is not read.
    UnsafeName,
    /// A member name that occurs twice; only the last one is read.
    DuplicateMember,
    /// An archive inside an archive; it is not opened.
    NestedArchive,
    /// A member that is no data by convention (`__MACOSX`, dot files).
    IgnoredMember,
    /// The named sheet is not in the workbook, or it has none.
    SheetNotFound,
    /// A sheet that states or uses more rows, columns or cells than the bound.
    SheetTooLarge,
    /// A cell address or a number in a sheet's description that is not one.
    BadAddress,
    /// A cell whose value is computed; the value stored beside the formula is used.
    FormulaCell,
    /// Cells merged into one; all but the first are empty.
    MergedCells,
    /// A row that a reader of the spreadsheet does not see.
    HiddenRow,
    /// A column that a reader of the spreadsheet does not see.
    HiddenColumn,
    /// A sheet that a reader of the spreadsheet does not see.
    HiddenSheet,
    /// A cell that holds an error of the spreadsheet program; it is unreadable.
    ErrorCell,
    /// Text that is not JSON.
    JsonSyntax,
    /// A pointer that reaches a value of another type than a number or a text.
    JsonType,
    /// A member name that does not follow the declared pattern.
    NamePattern,
}

impl ProblemKind {
    /// True when the content was read all the same and only deserves a look.
    pub fn is_note(self) -> bool {
        matches!(
            self,
            Self::IgnoredMember
                | Self::NestedArchive
                | Self::FormulaCell
                | Self::MergedCells
                | Self::HiddenRow
                | Self::HiddenColumn
                | Self::HiddenSheet
        )
    }

    /// The stable name in documents, in lower-case words.
    pub fn name(self) -> &'static str {
        match self {
            Self::SourceFailed => "source cannot be read further",
            Self::Damaged => "data is damaged",
            Self::HeaderNotFound => "header not found",
            Self::DuplicateHeader => "column name occurs twice",
            Self::EmptyHeader => "column without a name",
            Self::FieldTooLong => "field too long",
            Self::RecordTooLong => "record too long",
            Self::TooManyColumns => "too many columns",
            Self::UnterminatedQuote => "quote is not closed",
            Self::BadEncoding => "bytes are not text in this encoding",
            Self::NulByte => "cell contains a zero byte",
            Self::RaggedRow => "number of fields differs from the header",
            Self::TooManyMembers => "too many members",
            Self::EncryptedMember => "member is encrypted",
            Self::ExpandsTooFar => "expands beyond the limit",
            Self::ExpansionRatio => "expansion ratio beyond the limit",
            Self::UnsafeName => "member name leaves the archive",
            Self::DuplicateMember => "member name occurs twice",
            Self::NestedArchive => "archive inside an archive is not opened",
            Self::IgnoredMember => "member is ignored",
            Self::SheetNotFound => "sheet not found",
            Self::SheetTooLarge => "sheet too large",
            Self::BadAddress => "not a cell address",
            Self::FormulaCell => "cell is a formula",
            Self::MergedCells => "cells are merged",
            Self::HiddenRow => "row is hidden",
            Self::HiddenColumn => "column is hidden",
            Self::HiddenSheet => "sheet is hidden",
            Self::ErrorCell => "cell holds a spreadsheet error",
            Self::JsonSyntax => "not JSON",
            Self::JsonType => "value of another type",
            Self::NamePattern => "member name does not follow the pattern",
        }
    }
}

/// One problem: what, where, expected, found.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Problem {
    /// What kind it is.
    pub kind: ProblemKind,
    /// Where it is, inside `member` if that is set.
    pub position: Position,
    /// The member of an archive or the sheet of a workbook.
    pub member: Option<Excerpt>,
    /// What the format asks for; empty where the kind says it all.
    pub expected: Cow<'static, str>,
    /// What is there.
    pub found: Excerpt,
}

impl Problem {
    /// A problem at a position, without a member.
    pub fn new(
        kind: ProblemKind,
        position: Position,
        expected: impl Into<Cow<'static, str>>,
        found: Excerpt,
    ) -> Self {
        Self {
            kind,
            position,
            member: None,
            expected: expected.into(),
            found,
        }
    }

    /// The same problem inside a member of an archive.
    #[must_use]
    pub fn in_member(mut self, name: &str) -> Self {
        self.member = Some(Excerpt::of(name));
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(member) = &self.member {
            write!(f, "{member}: ")?;
        }
        write!(f, "{}: {}", self.position, self.kind.name())?;
        if !self.expected.is_empty() {
            write!(f, ", expected {}", self.expected)?;
        }
        if !self.found.is_empty() {
            write!(f, ", found {}", self.found)?;
        }
        Ok(())
    }
}

/// How many problems of one kind are kept as examples unless told otherwise.
pub const EXAMPLES_PER_KIND: usize = 1_000;

/// Collects every problem: all are counted, the first of each kind are kept.
///
/// 200 MB of garbage make tens of millions of problems. Counts are exact; memory is
/// bounded by the number of kinds times the number of examples.
#[derive(Debug, Clone)]
pub struct Problems {
    examples_per_kind: usize,
    by_kind: BTreeMap<ProblemKind, Tally>,
}

/// The problems of one kind.
#[derive(Debug, Clone, Default)]
struct Tally {
    count: u64,
    examples: Vec<Problem>,
}

impl Default for Problems {
    fn default() -> Self {
        Self::with_examples(EXAMPLES_PER_KIND)
    }
}

impl Problems {
    /// An empty collection that keeps [`EXAMPLES_PER_KIND`] examples of each kind.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty collection that keeps this many examples of each kind.
    pub fn with_examples(examples_per_kind: usize) -> Self {
        Self {
            examples_per_kind,
            by_kind: BTreeMap::new(),
        }
    }

    /// Counts a problem, and keeps it while its kind has room.
    pub fn push(&mut self, problem: Problem) {
        let tally = self.by_kind.entry(problem.kind).or_default();
        tally.count = tally.count.saturating_add(1);
        if tally.examples.len() < self.examples_per_kind {
            tally.examples.push(problem);
        }
    }

    /// Takes over the problems of a member, naming it in each of them.
    pub fn absorb(&mut self, member: &str, others: Self) {
        for (kind, theirs) in others.by_kind {
            let ours = self.by_kind.entry(kind).or_default();
            ours.count = ours.count.saturating_add(theirs.count);
            let room = self.examples_per_kind.saturating_sub(ours.examples.len());
            ours.examples
                .extend(theirs.examples.into_iter().take(room).map(|p| {
                    if p.member.is_some() {
                        p
                    } else {
                        p.in_member(member)
                    }
                }));
        }
    }

    /// How many problems of this kind there are, kept or not.
    pub fn count(&self, kind: ProblemKind) -> u64 {
        self.by_kind.get(&kind).map_or(0, |tally| tally.count)
    }

    /// How many there are in all that are more than notes.
    pub fn total(&self) -> u64 {
        self.counts()
            .filter(|(kind, _)| !kind.is_note())
            .map(|(_, count)| count)
            .sum()
    }

    /// True when there is nothing, not even a note.
    pub fn is_empty(&self) -> bool {
        self.by_kind.is_empty()
    }

    /// The kinds that occurred with their exact counts, in the order of listing.
    pub fn counts(&self) -> impl Iterator<Item = (ProblemKind, u64)> + '_ {
        self.by_kind
            .iter()
            .map(|(kind, tally)| (*kind, tally.count))
    }

    /// The kept examples of one kind, in the order in which they were met.
    pub fn examples(&self, kind: ProblemKind) -> &[Problem] {
        self.by_kind.get(&kind).map_or(&[], |tally| &tally.examples)
    }

    /// All kept examples, by kind and then in the order in which they were met.
    pub fn iter(&self) -> impl Iterator<Item = &Problem> {
        self.by_kind.values().flat_map(|tally| &tally.examples)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ragged(row: u64) -> Problem {
        let found = Excerpt::measured("3 fields");
        Problem::new(
            ProblemKind::RaggedRow,
            Position::cell(row, 0),
            "4 fields",
            found,
        )
    }

    #[test]
    fn all_problems_are_counted_and_only_the_first_are_kept() {
        let mut problems = Problems::with_examples(2);
        for row in 1..=1_000 {
            problems.push(ragged(row));
        }
        assert_eq!(problems.count(ProblemKind::RaggedRow), 1_000);
        let rows: Vec<u64> = problems.iter().map(|p| p.position.row).collect();
        assert_eq!(rows, [1, 2]);
    }

    #[test]
    fn a_problem_says_where_what_expected_and_found() {
        assert_eq!(
            ragged(9).in_member("a.csv").to_string(),
            "a.csv: row 9: number of fields differs from the header, expected 4 fields, \
             found 3 fields"
        );
    }

    #[test]
    fn notes_are_not_counted_as_problems() {
        let mut problems = Problems::new();
        problems.push(Problem::new(
            ProblemKind::FormulaCell,
            Position::START,
            "",
            Excerpt::none(),
        ));
        assert_eq!(problems.total(), 0);
        assert!(!problems.is_empty());
    }

    #[test]
    fn absorbing_adds_counts_and_names_the_member() {
        let mut inner = Problems::with_examples(1);
        inner.push(ragged(1));
        inner.push(ragged(2));
        let mut outer = Problems::with_examples(5);
        outer.absorb("b.csv", inner);
        assert_eq!(outer.count(ProblemKind::RaggedRow), 2);
        assert!(outer.iter().all(|p| p.to_string().starts_with("b.csv: ")));
    }
}
