//! `check`: every problem in the data.

use std::collections::BTreeMap;

use scrutineer_formats::Loaded;
use scrutineer_model::{Finding, FindingKey, ImportIssue, ImportIssueKind, Locator, Severity};
use scrutineer_report::{IssueView, check_text};
use serde::Serialize;

use crate::args::Check;
use crate::command::audit::{document, internal};
use crate::failure::Failure;
use crate::folder;
use crate::session::Session;
use crate::status::Status;

/// Columns of the list.
const WIDTH: usize = 100;

/// Findings that sum up what the list of problems tells cell by cell, with expected and found.
const TOLD_HERE: [&str; 19] = [
    "E.101", "E.102", "E.103", "E.104", "E.105", "E.106", "E.107", "E.108", "E.109", "E.110",
    "E.111", "E.112", "E.113", "W.104", "W.105", "W.106", "W.107", "W.108", "W.109",
];

/// Whether the list of problems tells a kind; the others are told by their findings, which name the
/// station and both divisions.
fn is_told_here(kind: ImportIssueKind) -> bool {
    !matches!(
        kind,
        ImportIssueKind::DivisionConflict | ImportIssueKind::NameConflict
    )
}

/// The list for programs.
#[derive(Serialize)]
struct Listing<'a> {
    schema: &'static str,
    errors: u64,
    warnings: u64,
    notes: u64,
    problems: Vec<Problem<'a>>,
    refused: Vec<Refused<'a>>,
    findings: &'a [Finding],
    provenance: &'a BTreeMap<FindingKey, Vec<Locator>>,
}

#[derive(Serialize)]
struct Problem<'a> {
    kind: ImportIssueKind,
    #[serde(flatten)]
    locator: &'a Locator,
    expected: &'a str,
    found: &'a str,
    count: u64,
    rejects_row: bool,
}

#[derive(Serialize)]
struct Refused<'a> {
    source: &'a str,
    identity: &'a str,
    readings: u64,
    failing: u64,
    first: &'a [Locator],
}

pub(crate) fn run(args: &Check, session: &mut Session<'_>) -> Result<Status, Failure> {
    let loaded = folder::read_all(session, &args.dir, &args.search, folder::ACCEPTED)?;
    let described = folder::describe(session, &args.dir)?;
    // What is wrong with shapes stands behind what is wrong with numbers.
    let shapes = folder::geometry(
        session,
        &args.dir,
        &args.search,
        &described,
        &loaded.dataset,
    );
    session.stage("cli-progress-auditing", &[]);
    let found = scrutineer_checks::run(&loaded.dataset);
    let errors = found.count(Severity::Error);
    let has_errors = errors > 0 || !loaded.refused.is_empty() || loaded.has_unreadable();
    if args.json {
        let listing = Listing {
            schema: "scrutineer/check/1",
            errors,
            warnings: found.count(Severity::Warning),
            notes: found.count(Severity::Info),
            problems: issues(&loaded).map(problem).collect(),
            refused: loaded.refused.iter().map(refused).collect(),
            findings: &found.findings,
            provenance: &found.provenance,
        };
        let text = document(&listing)?;
        session.print(&text)?;
    } else {
        for failure in &loaded.refused {
            let text = folder::refusal(session, &args.dir, failure);
            session.line(&text)?;
        }
        let (views, findings) = told(&loaded, found.findings);
        let text = check_text(
            &views,
            &findings,
            &found.provenance,
            session.language(),
            WIDTH,
        );
        session.print(&text.map_err(internal)?)?;
    }
    shapes?;
    Ok(if has_errors {
        Status::Input
    } else {
        Status::Done
    })
}

/// What the list tells for people: problems, and the findings that say more than these.
pub(crate) fn told(loaded: &Loaded, mut findings: Vec<Finding>) -> (Vec<IssueView>, Vec<Finding>) {
    let views = issues(loaded)
        .filter(|issue| is_told_here(issue.kind))
        .map(IssueView::import)
        .collect();
    findings.retain(|finding| !TOLD_HERE.contains(&finding.code.as_str()));
    (views, findings)
}

fn issues(loaded: &Loaded) -> impl Iterator<Item = &ImportIssue> {
    loaded.dataset.issues().iter().chain(&loaded.decisions)
}

fn problem(issue: &ImportIssue) -> Problem<'_> {
    Problem {
        kind: issue.kind,
        locator: &issue.locator,
        expected: &issue.expected,
        found: &issue.found,
        count: issue.count,
        rejects_row: issue.rejects_row,
    }
}

fn refused(failure: &scrutineer_formats::IdentityFailure) -> Refused<'_> {
    Refused {
        source: failure.source.as_str(),
        identity: &failure.identity,
        readings: failure.readings,
        failing: failure.failing,
        first: &failure.first,
    }
}
