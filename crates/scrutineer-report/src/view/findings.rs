//! Findings by code: how many, how many votes at stake, and the first of each.

use std::collections::BTreeMap;

use scrutineer_audit::AuditReport;
use scrutineer_model::{BearsOn, Decision, Finding, Message, Severity, Subject, Tier};

use super::{Block, Blocks, Table};
use crate::phrase::Phrase;
use crate::voice::Voice;
use crate::{TextError, Texts};

/// Findings listed one by one per code; the count says how many there are.
const LISTED: usize = 50;

/// Findings of one code, in the order of the report.
fn by_code(report: &AuditReport) -> BTreeMap<&str, Vec<&Finding>> {
    let mut groups: BTreeMap<&str, Vec<&Finding>> = BTreeMap::new();
    for finding in &report.findings {
        groups.entry(&finding.code).or_default().push(finding);
    }
    groups
}

/// The message id of a code: `check-e-101` for `E.101`.
pub(crate) fn check_id(code: &str) -> String {
    format!("check-{}", code.to_ascii_lowercase().replace('.', "-"))
}

fn title(code: &str, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let id = format!("{}-title", check_id(code));
    if voice.texts().has(&id) {
        voice.say(&id)
    } else {
        Ok(Phrase::data(code))
    }
}

/// The word of the interface for a severity.
pub(crate) fn severity_word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

fn bears_on_word(bears_on: BearsOn) -> &'static str {
    match bears_on {
        BearsOn::Winner => "winner",
        BearsOn::Figures => "figures",
        BearsOn::Nothing => "nothing",
    }
}

fn tier_word(tier: Tier) -> &'static str {
    match tier {
        Tier::Contradiction => "contradiction",
        Tier::Test => "test",
        Tier::Picture => "picture",
    }
}

/// The word of the interface for a decision.
pub(crate) fn decision_word(decision: Decision) -> &'static str {
    match decision {
        Decision::Confirmed => "confirmed",
        Decision::Explained => "explained",
        Decision::Corrected => "corrected",
        Decision::Unresolved => "unresolved",
    }
}

/// One line per code.
pub(super) fn summary(report: &AuditReport, texts: &Texts) -> Blocks {
    let voice = Voice::general(texts);
    if report.findings.is_empty() {
        return Ok(vec![Block::Text(voice.say("report-no-findings")?)]);
    }
    let mut table = Table::new(voice.say("report-findings-caption")?)
        .left(voice.say("report-column-code")?)
        .left(voice.say("report-column-rule")?)
        .left(voice.say("report-column-severity")?)
        .right(voice.say("report-column-count")?)
        .right(voice.say("report-column-at-stake")?)
        .left(voice.say("report-column-bears-on")?);
    for (code, findings) in by_code(report) {
        let (Some(first), count) = (findings.first(), findings.len() as u64) else {
            continue;
        };
        let severity = findings
            .iter()
            .map(|finding| finding.severity)
            .min()
            .unwrap_or(first.severity);
        table.row(vec![
            Phrase::data(code),
            title(code, &voice)?,
            voice.word("report-severity", severity_word(severity))?,
            voice.integer(count),
            at_stake(&findings, &voice)?,
            voice.word("report-bears-on", bears_on_word(first.bears_on))?,
        ]);
    }
    Ok(vec![
        Block::Table(table),
        Block::Note(voice.say("report-findings-note")?),
    ])
}

/// Votes at stake of several findings together: a ceiling, since two may be about the same votes.
fn at_stake(findings: &[&Finding], voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let total = findings.iter().try_fold(0u64, |sum, finding| {
        finding
            .votes_at_stake
            .map(|votes| sum.saturating_add(votes))
    });
    voice.known(total)
}

/// The first findings of every code with subject, figures, condition and disposition.
pub(super) fn listed(report: &AuditReport, texts: &Texts) -> Blocks {
    let voice = Voice::general(texts);
    let contests: Vec<Voice<'_>> = report
        .contests
        .iter()
        .map(|contest| Voice::of(texts, contest))
        .collect();
    // Names of options are those of the contest; with several contests ids would be ambiguous.
    let naming = match contests.as_slice() {
        [only] => only,
        _ => &voice,
    };
    let mut blocks = Vec::new();
    for (code, findings) in by_code(report) {
        let heading = Phrase::data(code)
            .then(Phrase::words(": "))
            .then(title(code, &voice)?);
        blocks.push(Block::Heading(heading));
        if let Some(first) = findings.first() {
            let message = Message::new("report-finding-about")
                .with("tier", tier_word(first.tier))
                .with("link", i64::from(first.link.number()))
                .with("answer", bears_on_word(first.bears_on));
            blocks.push(Block::Text(voice.message(&message)?));
            let action = format!("{}-action", check_id(code));
            if voice.texts().has(&action) {
                blocks.push(Block::Text(voice.say(&action)?));
            }
            blocks.push(Block::Note(
                voice.word("report-does-not-prove", tier_word(first.tier))?,
            ));
        }
        blocks.push(Block::Table(list_table(&findings, naming)?));
        if findings.len() > LISTED {
            let message = Message::new("report-findings-more")
                .with("listed", LISTED as u64)
                .with("count", findings.len() as u64);
            blocks.push(Block::Note(voice.message(&message)?));
        }
    }
    Ok(blocks)
}

fn list_table(findings: &[&Finding], voice: &Voice<'_>) -> Result<Table, TextError> {
    let count = Message::new("report-findings-count").with("count", findings.len() as u64);
    let mut table = Table::new(voice.message(&count)?)
        .left(voice.say("report-column-subject")?)
        .left(voice.say("report-column-finding")?)
        .right(voice.say("report-column-at-stake")?)
        .left(voice.say("report-column-disposition")?);
    for finding in findings.iter().take(LISTED) {
        table.row(vec![
            subject(&finding.subject, voice)?,
            voice.message(&finding.message)?,
            voice.known(finding.votes_at_stake)?,
            disposition(finding, voice)?,
        ]);
    }
    Ok(table)
}

/// The parts of a subject that are known, from the narrowest.
pub(crate) fn subject(subject: &Subject, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let parts = [
        &subject.station,
        &subject.place,
        &subject.division,
        &subject.source,
        &subject.declaration,
        &subject.option,
    ];
    let mut out = Phrase::default();
    for part in parts.into_iter().flatten() {
        if !out.is_empty() {
            out = out.then(Phrase::words(" · "));
        }
        out = out.then(Phrase::data(part));
    }
    if out.is_empty() {
        voice.say("report-whole-election")
    } else {
        Ok(out)
    }
}

/// What became of a finding.
pub(crate) fn disposition(finding: &Finding, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let Some(held) = &finding.disposition else {
        return voice.say("report-no-disposition");
    };
    let extra = [
        (
            "decision",
            voice.word("report-decision", decision_word(held.decision))?,
        ),
        ("reason", Phrase::data(&held.reason)),
        ("by", Phrase::data(&held.role)),
        ("on", voice.date(held.date)?),
    ];
    voice.with(&Message::new("report-disposition"), &extra)
}
