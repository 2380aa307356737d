// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Collects what goes wrong with one source: everything is counted, the first of each kind and
//! file are kept.

use scrutineer_model::{ImportIssue, ImportIssueKind, Locator, SourceIdx, StationIdx};

use crate::problem::{Problem, ProblemKind, Problems};

/// How many issues of one kind in one file are kept in full.
const KEPT: u64 = 1_000;

/// The issues of one source, register or file of parts.
#[derive(Debug, Default)]
pub(crate) struct Issues {
    source: Option<SourceIdx>,
    file: String,
    list: Vec<ImportIssue>,
    decisions: Vec<ImportIssue>,
    tally: Vec<(ImportIssueKind, bool, u64)>,
}

/// One issue before it knows its file.
#[derive(Debug)]
pub(crate) struct Issue<'a> {
    pub(crate) kind: ImportIssueKind,
    pub(crate) station: Option<u32>,
    pub(crate) row: Option<u64>,
    pub(crate) column: Option<&'a str>,
    pub(crate) expected: String,
    pub(crate) found: String,
    pub(crate) rejects_row: bool,
}

impl Issues {
    pub(crate) fn new(source: Option<SourceIdx>) -> Self {
        Self {
            source,
            ..Self::default()
        }
    }

    /// A file, member or sheet begins.
    pub(crate) fn begin(&mut self, file: &str) {
        self.flush();
        file.clone_into(&mut self.file);
    }

    pub(crate) fn push(&mut self, issue: Issue<'_>) {
        if !self.count(issue.kind, issue.rejects_row, 1) {
            return;
        }
        let made = self.make(issue);
        self.list.push(made);
    }

    fn make(&self, issue: Issue<'_>) -> ImportIssue {
        ImportIssue {
            kind: issue.kind,
            source: self.source,
            station: issue.station.map(|handle| StationIdx::new(handle as usize)),
            locator: Locator {
                file: self.file.clone(),
                row: issue.row,
                column: issue.column.map(str::to_owned),
            },
            expected: issue.expected,
            found: issue.found,
            count: 1,
            rejects_row: issue.rejects_row,
        }
    }

    /// Whether one more of the kind is kept in full.
    fn count(&mut self, kind: ImportIssueKind, rejects: bool, more: u64) -> bool {
        let at = self
            .tally
            .iter()
            .position(|held| (held.0, held.1) == (kind, rejects));
        let at = at.unwrap_or_else(|| {
            self.tally.push((kind, rejects, 0));
            self.tally.len() - 1
        });
        let Some((_, _, count)) = self.tally.get_mut(at) else {
            return false;
        };
        *count = count.saturating_add(more);
        *count <= KEPT
    }

    /// How something was read; information only, kept apart from the data.
    pub(crate) fn decide(&mut self, expected: impl Into<String>, found: impl Into<String>) {
        let decision = self.make(Issue {
            kind: ImportIssueKind::Decision,
            station: None,
            row: None,
            column: None,
            expected: expected.into(),
            found: found.into(),
            rejects_row: false,
        });
        self.decisions.push(decision);
    }

    /// Takes over what the reader of bytes found in the current file. Ragged rows are left out:
    /// whether they can be used is decided, and said, where the roles of columns are known.
    pub(crate) fn absorb(&mut self, problems: &Problems, header: &[String]) {
        for (kind, count) in problems.counts() {
            if kind == ProblemKind::RaggedRow || kind == ProblemKind::IgnoredMember {
                continue;
            }
            let (of, rejects) = kind_of(kind);
            let examples = problems.examples(kind);
            for problem in examples {
                let issue = translate(problem, of, rejects, header);
                self.push(issue);
            }
            let beyond = count.saturating_sub(examples.len() as u64);
            if beyond > 0 {
                self.count(of, rejects, beyond);
            }
        }
    }

    fn flush(&mut self) {
        for (kind, rejects_row, count) in std::mem::take(&mut self.tally) {
            let beyond = count.saturating_sub(KEPT);
            if beyond == 0 {
                continue;
            }
            let mut rest = self.make(Issue {
                kind,
                station: None,
                row: None,
                column: None,
                expected: format!("none; the first {KEPT} are listed"),
                found: format!("{beyond} more"),
                rejects_row,
            });
            rest.count = beyond;
            self.list.push(rest);
        }
    }

    /// All issues and all decisions.
    pub(crate) fn finish(mut self) -> (Vec<ImportIssue>, Vec<ImportIssue>) {
        self.flush();
        (self.list, self.decisions)
    }
}

fn translate<'a>(
    problem: &Problem,
    kind: ImportIssueKind,
    rejects_row: bool,
    header: &'a [String],
) -> Issue<'a> {
    let position = problem.position;
    let column = usize::try_from(position.column).unwrap_or(0).checked_sub(1);
    let mut expected = problem.kind.name().to_owned();
    if !problem.expected.is_empty() {
        expected = format!("{} ({expected})", problem.expected);
    }
    let mut found = problem.found.as_str().to_owned();
    if let Some(member) = &problem.member {
        found = format!("{member}: {found}");
    }
    Issue {
        kind,
        station: None,
        row: (position.row > 0).then_some(position.row),
        column: column.and_then(|at| header.get(at)).map(String::as_str),
        expected,
        found,
        rejects_row,
    }
}

fn kind_of(kind: ProblemKind) -> (ImportIssueKind, bool) {
    match kind {
        ProblemKind::DuplicateHeader => (ImportIssueKind::DuplicateColumn, false),
        ProblemKind::EmptyHeader => (ImportIssueKind::UnmappedColumn, false),
        ProblemKind::FieldTooLong | ProblemKind::RecordTooLong | ProblemKind::TooManyColumns => {
            (ImportIssueKind::OverLimit, true)
        }
        ProblemKind::UnterminatedQuote => (ImportIssueKind::Truncated, true),
        ProblemKind::SourceFailed => (ImportIssueKind::Truncated, false),
        ProblemKind::BadEncoding => (ImportIssueKind::BadEncoding, false),
        ProblemKind::NulByte => (ImportIssueKind::NulByte, false),
        ProblemKind::FormulaCell => (ImportIssueKind::Formula, false),
        ProblemKind::MergedCells => (ImportIssueKind::MergedCells, false),
        ProblemKind::HiddenRow | ProblemKind::HiddenColumn | ProblemKind::HiddenSheet => {
            (ImportIssueKind::HiddenRow, false)
        }
        ProblemKind::ErrorCell | ProblemKind::JsonType | ProblemKind::BadAddress => {
            (ImportIssueKind::NotANumber, false)
        }
        ProblemKind::TooManyMembers
        | ProblemKind::ExpandsTooFar
        | ProblemKind::ExpansionRatio
        | ProblemKind::SheetTooLarge => (ImportIssueKind::OverLimit, false),
        _ => (ImportIssueKind::Unreadable, false),
    }
}
