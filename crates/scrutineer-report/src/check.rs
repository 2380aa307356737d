//! Every problem in the data: where, what was expected, what stands there.

use std::collections::BTreeMap;

use scrutineer_audit::AuditReport;
use scrutineer_model::{
    Finding, FindingKey, ImportIssue, ImportIssueKind, Locator, Message, Severity,
};

use crate::phrase::Phrase;
use crate::reader_words::said;
use crate::terminal::Paper;
use crate::view::{check_id, severity_word, subject};
use crate::voice::Voice;
use crate::{Language, TextError, Texts};

/// One problem met while reading, ready to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IssueView {
    /// Word of the kind: `not-a-number`, ..., or `folder` for the description of the election.
    pub kind: String,
    /// How a reader should take it.
    pub severity: Severity,
    /// Where it stands; the row is a line of the file.
    pub locator: Locator,
    /// What was expected there, as data; empty where the kind says it all.
    pub expected: String,
    /// What stands there, as data; empty for a private column.
    pub found: String,
    /// 1, or how many problems the line stands for.
    pub count: u64,
    /// The line of the file, where it may be shown; else empty.
    pub line: String,
}

impl IssueView {
    /// A problem in the description of the election, with line and column.
    pub fn folder(locator: Locator, expected: String, found: String) -> Self {
        Self {
            kind: "folder".to_owned(),
            severity: Severity::Error,
            locator,
            expected,
            found,
            count: 1,
            line: String::new(),
        }
    }

    /// With the line of the file that it is about, for a file without private columns.
    #[must_use]
    pub fn with_line(mut self, line: String) -> Self {
        self.line = line;
        self
    }

    /// A problem met while reading data.
    pub fn import(issue: &ImportIssue) -> Self {
        Self {
            kind: kind_word(issue.kind).to_owned(),
            severity: severity_of(issue.kind),
            locator: issue.locator.clone(),
            expected: issue.expected.clone(),
            found: issue.found.clone(),
            count: issue.count,
            line: String::new(),
        }
    }

    /// Whether what was found is what stands in a cell, and not words of the reader about it. A
    /// problem of bytes, which names its kind in parentheses, is worded by the reader.
    fn quotes_a_cell(&self) -> bool {
        let of_cells = [
            "not-a-number",
            "not-an-integer",
            "negative",
            "too-large",
            "unknown-value",
            "duplicate-column",
            "division-conflict",
            "name-conflict",
        ];
        let one = self.count == 1 && !self.expected.ends_with(')');
        one && of_cells.contains(&self.kind.as_str())
    }
}

/// How many problems there are of each severity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CheckSummary {
    /// What cannot be right.
    pub errors: u64,
    /// What is remarkable.
    pub warnings: u64,
    /// What is worth knowing.
    pub notes: u64,
}

impl CheckSummary {
    /// Counts issues and findings.
    pub fn of(issues: &[IssueView], findings: &[Finding]) -> Self {
        let mut summary = Self::default();
        let issues = issues.iter().map(|issue| (issue.severity, issue.count));
        let findings = findings.iter().map(|finding| (finding.severity, 1));
        for (severity, count) in issues.chain(findings) {
            let slot = match severity {
                Severity::Error => &mut summary.errors,
                Severity::Warning => &mut summary.warnings,
                Severity::Info => &mut summary.notes,
            };
            *slot = slot.saturating_add(count);
        }
        summary
    }
}

/// Everything that `check` has to say: problems by kind, then findings by code, all of them, then
/// the counts. `provenance` says in which file and row a finding stands.
pub fn check_text(
    issues: &[IssueView],
    findings: &[Finding],
    provenance: &BTreeMap<FindingKey, Vec<Locator>>,
    language: Language,
    width: usize,
) -> Result<String, TextError> {
    let texts = Texts::new(language);
    let voice = Voice::general(&texts);
    let mut paper = Paper::new(width.max(40), false);
    let mut kinds: BTreeMap<(Severity, &str), Vec<&IssueView>> = BTreeMap::new();
    for issue in issues {
        let group = (issue.severity, issue.kind.as_str());
        kinds.entry(group).or_default().push(issue);
    }
    for ((severity, kind), group) in kinds {
        let total = group
            .iter()
            .map(|issue| issue.count)
            .fold(0, u64::saturating_add);
        let extra = [
            ("name", voice.say(&format!("issue-{kind}"))?),
            (
                "kind_of",
                voice.word("report-severity", severity_word(severity))?,
            ),
        ];
        let head = voice.with(&Message::new("issue-group").with("count", total), &extra)?;
        paper.heading(&head.to_string());
        for issue in group {
            paper.item("  ", &issue_line(issue, &voice)?.to_string());
        }
        paper.blank();
    }
    write_findings(&mut paper, findings, provenance, &voice)?;
    let summary = CheckSummary::of(issues, findings);
    let message = Message::new("issue-summary")
        .with("errors", summary.errors)
        .with("warnings", summary.warnings)
        .with("notes", summary.notes);
    paper.paragraph(0, &voice.message(&message)?.to_string());
    Ok(paper.finish())
}

/// [`check_text`] for the findings of a report.
pub fn check_report_text(
    issues: &[IssueView],
    report: &AuditReport,
    language: Language,
    width: usize,
) -> Result<String, TextError> {
    check_text(
        issues,
        &report.findings,
        &report.provenance,
        language,
        width,
    )
}

fn write_findings(
    paper: &mut Paper,
    findings: &[Finding],
    provenance: &BTreeMap<FindingKey, Vec<Locator>>,
    voice: &Voice<'_>,
) -> Result<(), TextError> {
    let mut codes: BTreeMap<(Severity, &str), Vec<&Finding>> = BTreeMap::new();
    for finding in findings {
        let group = (finding.severity, finding.code.as_str());
        codes.entry(group).or_default().push(finding);
    }
    for ((severity, code), group) in codes {
        let id = check_id(code);
        let extra = [
            ("name", voice.say(&format!("{id}-title"))?),
            ("code", Phrase::data(code)),
            (
                "kind_of",
                voice.word("report-severity", severity_word(severity))?,
            ),
        ];
        let message = Message::new("issue-group-code").with("count", group.len() as u64);
        paper.heading(&voice.with(&message, &extra)?.to_string());
        paper.item("  ", &voice.say(&format!("{id}-action"))?.to_string());
        for finding in group {
            let places = provenance.get(&finding.key).map_or(&[][..], Vec::as_slice);
            let mut line = String::new();
            for place in places {
                line.push_str(&position(place));
                line.push_str(": ");
            }
            if places.is_empty() {
                line = format!("{}: ", subject(&finding.subject, voice)?);
            }
            line.push_str(&voice.message(&finding.message)?.to_string());
            paper.item("  - ", &line);
        }
        paper.blank();
    }
    Ok(())
}

fn issue_line(issue: &IssueView, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let place = Phrase::data(&position(&issue.locator));
    let id = match (issue.expected.is_empty(), issue.found.is_empty()) {
        (false, false) => "issue-expected-found",
        (false, true) => "issue-expected",
        (true, false) => "issue-found",
        (true, true) => return Ok(place),
    };
    let extra = [
        ("expected", said(&issue.expected, voice)?),
        ("found", found(issue, voice)?),
    ];
    let text = voice.with(&Message::new(id).with("count", issue.count), &extra)?;
    Ok(if place.to_string().is_empty() {
        text
    } else {
        place.then(Phrase::words(": ")).then(text)
    })
}

/// What stands there: the cell as it is, or what the reader says of it.
pub(crate) fn found(issue: &IssueView, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    if issue.quotes_a_cell() {
        Ok(Phrase::data(&issue.found))
    } else {
        said(&issue.found, voice)
    }
}

/// `file:row:column`, as far as known.
pub(crate) fn position(locator: &Locator) -> String {
    let mut text = locator.file.clone();
    if let Some(row) = locator.row {
        text.push(':');
        text.push_str(&row.to_string());
    }
    if let Some(column) = &locator.column {
        text.push(':');
        text.push_str(column);
    }
    crate::phrase::clean(&text)
}

/// The word of the interface for a kind.
fn kind_word(kind: ImportIssueKind) -> &'static str {
    use ImportIssueKind as Kind;
    match kind {
        Kind::NotANumber => "not-a-number",
        Kind::NotAnInteger => "not-an-integer",
        Kind::Negative => "negative",
        Kind::TooLarge => "too-large",
        Kind::MissingKey => "missing-key",
        Kind::RaggedRow => "ragged-row",
        Kind::OverLimit => "over-limit",
        Kind::BadEncoding => "bad-encoding",
        Kind::NulByte => "nul-byte",
        Kind::Truncated => "truncated",
        Kind::Unreadable => "unreadable",
        Kind::UnmappedColumn => "unmapped-column",
        Kind::MissingColumn => "missing-column",
        Kind::DuplicateColumn => "duplicate-column",
        Kind::UnknownValue => "unknown-value",
        Kind::HiddenRow => "hidden-row",
        Kind::Formula => "formula",
        Kind::MergedCells => "merged-cells",
        Kind::DivisionConflict => "division-conflict",
        Kind::NameConflict => "name-conflict",
        Kind::Decision => "decision",
    }
}

/// What a reader should correct is an error; what was read all the same deserves a look.
fn severity_of(kind: ImportIssueKind) -> Severity {
    use ImportIssueKind as Kind;
    match kind {
        Kind::Decision | Kind::UnmappedColumn => Severity::Info,
        Kind::HiddenRow | Kind::Formula | Kind::MergedCells | Kind::NameConflict => {
            Severity::Warning
        }
        _ => Severity::Error,
    }
}
