//! The pages of `open`: report, problems in the data, coverage, each with a menu to the others.
//!
//! A page is `LANGUAGE/PAGE` below an address that the caller chooses; links between them are relative.

use std::collections::BTreeMap;

use scrutineer_audit::AuditReport;
use scrutineer_model::{Finding, FindingKey, Locator, Message, Severity};

use crate::check::{CheckSummary, IssueView, found, position};
use crate::html::{document_with, menu};
use crate::phrase::Phrase;
use crate::reader_words::said;
use crate::view::{Block, Depth, Page, Table, check_id, coverage_of, severity_word, subject};
use crate::voice::Voice;
use crate::{Language, TextError, Texts};

/// A page of `open`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpenPage {
    /// The whole audit.
    Report,
    /// Problems in the data.
    Problems,
    /// Which stations have a sheet, and why others have none.
    Coverage,
}

impl OpenPage {
    /// Every page, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Report, Self::Problems, Self::Coverage];

    /// The last part of its address.
    pub fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Problems => "problems",
            Self::Coverage => "coverage",
        }
    }
}

/// What is wrong with a folder, or remarkable.
#[derive(Clone, Copy, Debug)]
pub struct Problems<'a> {
    /// The folder, as the person named it.
    pub folder: &'a str,
    /// Why it cannot be read, in the language of the page, one failure each with line breaks inside;
    /// empty where it can.
    pub failures: &'a [String],
    /// What was remarked while reading, in the language of the page.
    pub remarks: &'a [String],
    /// Problems met while reading.
    pub issues: &'a [IssueView],
    /// What the checks found.
    pub findings: &'a [Finding],
    /// In which file and row a finding stands.
    pub provenance: &'a BTreeMap<FindingKey, Vec<Locator>>,
}

/// The whole audit with the menu.
pub fn open_report_html(report: &AuditReport, language: Language) -> Result<String, TextError> {
    let texts = Texts::new(language);
    finish(&Page::new(report, &texts)?, OpenPage::Report, &texts)
}

/// Coverage by source, with the reasons for what is missing, and totals by division where the report has
/// them.
pub fn open_coverage_html(report: &AuditReport, language: Language) -> Result<String, TextError> {
    let texts = Texts::new(language);
    let voice = Voice::general(&texts);
    let election = [("election", Phrase::data(&report.election.name))];
    let mut page = Page {
        language,
        title: voice.with(&Message::new("open-coverage-title"), &election)?,
        sections: Vec::new(),
    };
    for contest in &report.contests {
        let blocks = coverage_of(contest, &texts)?;
        let id = format!("coverage-{}", contest.id);
        page.push(id, Depth::Core, Phrase::data(&contest.name), blocks);
    }
    if page.sections.is_empty() {
        let nothing = vec![Block::Text(voice.say("open-no-coverage")?)];
        let title = voice.say("open-menu-coverage")?;
        page.push("coverage".to_owned(), Depth::Core, title, nothing);
    }
    finish(&page, OpenPage::Coverage, &texts)
}

/// Everything that is wrong with a folder, all of it, with its places. Where the folder cannot be read
/// this page stands for the others too; `page` is the one that was asked for.
pub fn open_problems_html(
    problems: &Problems<'_>,
    page: OpenPage,
    language: Language,
) -> Result<String, TextError> {
    let texts = Texts::new(language);
    let voice = Voice::general(&texts);
    let is_read =
        problems.failures.is_empty() && !problems.issues.iter().any(|issue| issue.kind == "folder");
    let title = if is_read {
        "open-problems-title"
    } else {
        "open-unread-title"
    };
    let folder = [("folder", Phrase::data(problems.folder))];
    let mut shown = Page {
        language,
        title: voice.with(&Message::new(title), &folder)?,
        sections: Vec::new(),
    };
    let mut summary = vec![Block::Text(counts(problems, &voice)?)];
    if !is_read {
        summary = vec![Block::Notice(voice.say("open-failures-text")?)];
    } else if problems.issues.is_empty() && problems.findings.is_empty() {
        summary.insert(0, Block::Text(voice.say("open-none")?));
    }
    let sections = [
        ("summary", "open-summary", summary),
        ("failures", "open-failures", failures(problems.failures)),
        ("remarks", "open-remarks", failures(problems.remarks)),
        ("issues", "open-issues", issues(problems.issues, &voice)?),
        ("findings", "open-findings", findings(problems, &voice)?),
    ];
    for (id, title, blocks) in sections {
        shown.push(id.to_owned(), Depth::Core, voice.say(title)?, blocks);
    }
    finish(&shown, page, &texts)
}

fn finish(page: &Page, current: OpenPage, texts: &Texts) -> Result<String, TextError> {
    let voice = Voice::general(texts);
    let mut links = Vec::new();
    for page in OpenPage::ALL {
        let words = voice.say(&format!("open-menu-{}", page.name()))?;
        links.push((page.name().to_owned(), words, None, page == current));
    }
    for other in Language::ALL {
        if other != texts.language() {
            let address = format!("../{}/{}", other.tag(), current.name());
            let words = voice.say("open-menu-language")?;
            links.push((address, words, Some(other), false));
        }
    }
    let name = voice.say("open-menu")?.to_string();
    document_with(page, texts, Some(menu(&name, &links)))
}

fn counts(problems: &Problems<'_>, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let summary = CheckSummary::of(problems.issues, problems.findings);
    voice.message(
        &Message::new("issue-summary")
            .with("errors", summary.errors)
            .with("warnings", summary.warnings)
            .with("notes", summary.notes),
    )
}

/// Each line of a text as an item. Marks under a column mean nothing outside a terminal.
fn failures(texts: &[String]) -> Vec<Block> {
    let lines = texts
        .iter()
        .flat_map(|text| text.lines())
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.trim_start_matches(['|', ' ']).starts_with('^'))
        .map(|line| Phrase::data(line.trim_start_matches("| ")));
    let items: Vec<Phrase> = lines.collect();
    if items.is_empty() {
        Vec::new()
    } else {
        vec![Block::List(items)]
    }
}

/// Problems met while reading, a table for each kind.
fn issues(issues: &[IssueView], voice: &Voice<'_>) -> Result<Vec<Block>, TextError> {
    let mut kinds: BTreeMap<(Severity, &str), Vec<&IssueView>> = BTreeMap::new();
    for issue in issues {
        let kind = (issue.severity, issue.kind.as_str());
        kinds.entry(kind).or_default().push(issue);
    }
    let mut blocks = Vec::new();
    for ((severity, kind), group) in kinds {
        let count = group
            .iter()
            .map(|issue| issue.count)
            .fold(0, u64::saturating_add);
        let name = ("name", voice.say(&format!("issue-{kind}"))?);
        let heading = Message::new("issue-group").with("count", count);
        let heading = voice.with(&heading, &[name, kind_of(severity, voice)?])?;
        let has_lines = group.iter().any(|issue| !issue.line.is_empty());
        let mut table = Table::new(heading)
            .left(voice.say("report-column-file")?)
            .right(voice.say("open-column-row")?)
            .left(voice.say("open-column-column")?)
            .left(voice.say("open-column-expected")?)
            .left(voice.say("open-column-found")?)
            .right(voice.say("open-column-count")?);
        if has_lines {
            table = table.left(voice.say("open-column-line")?);
        }
        for issue in group {
            // A number of a line, which has no groups of three digits in an editor either.
            let row = issue.locator.row.map(|row| row.to_string());
            let column = issue.locator.column.as_deref().unwrap_or_default();
            let mut cells = vec![
                Phrase::data(&issue.locator.file),
                Phrase::words(row.unwrap_or_default()),
                Phrase::data(column),
                said(&issue.expected, voice)?,
                found(issue, voice)?,
                voice.integer(issue.count),
            ];
            if has_lines {
                cells.push(Phrase::data(&issue.line));
            }
            table.row(cells);
        }
        blocks.push(Block::Table(table));
    }
    Ok(blocks)
}

/// What the checks found, a table for each code.
fn findings(problems: &Problems<'_>, voice: &Voice<'_>) -> Result<Vec<Block>, TextError> {
    let mut codes: BTreeMap<(Severity, &str), Vec<&Finding>> = BTreeMap::new();
    for finding in problems.findings {
        let code = (finding.severity, finding.code.as_str());
        codes.entry(code).or_default().push(finding);
    }
    let mut blocks = Vec::new();
    for ((severity, code), group) in codes {
        let id = check_id(code);
        let extra = [
            ("name", voice.say(&format!("{id}-title"))?),
            ("code", Phrase::data(code)),
            kind_of(severity, voice)?,
        ];
        let heading = Message::new("issue-group-code").with("count", group.len() as u64);
        blocks.push(Block::Heading(voice.with(&heading, &extra)?));
        blocks.push(Block::Text(voice.say(&format!("{id}-action"))?));
        let mut table = Table::new(voice.with(&heading, &extra)?)
            .left(voice.say("report-column-subject")?)
            .left(voice.say("open-column-places")?)
            .left(voice.say("report-column-finding")?);
        for finding in group {
            let places = problems.provenance.get(&finding.key);
            let places: Vec<String> = places.into_iter().flatten().map(position).collect();
            table.row(vec![
                subject(&finding.subject, voice)?,
                Phrase::data(&places.join(", ")),
                voice.message(&finding.message)?,
            ]);
        }
        blocks.push(Block::Table(table));
    }
    Ok(blocks)
}

fn kind_of(severity: Severity, voice: &Voice<'_>) -> Result<(&'static str, Phrase), TextError> {
    let word = voice.word("report-severity", severity_word(severity))?;
    Ok(("kind_of", word))
}
