//! Where the evidence comes from, how sources compare, totals by division, and the files.

use scrutineer_audit::{AuditReport, ContestReport, SourceReport};
use scrutineer_model::{InputRole, Message, SourceLabel};

use super::first::label_word;
use super::{Block, Blocks, Table};
use crate::phrase::Phrase;
use crate::voice::Voice;
use crate::{TextError, Texts};

/// One table per source: who, where from, how, how much.
pub(super) fn provenance(report: &AuditReport, texts: &Texts) -> Blocks {
    let mut blocks = Vec::new();
    for contest in &report.contests {
        let voice = Voice::of(texts, contest);
        for source in &contest.sources {
            blocks.push(Block::Table(provenance_table(source, &voice)?));
        }
    }
    if !blocks.is_empty() {
        blocks.insert(
            0,
            Block::Text(Voice::general(texts).say("report-evidence-text")?),
        );
    }
    Ok(blocks)
}

fn provenance_table(source: &SourceReport, voice: &Voice<'_>) -> Result<Table, TextError> {
    let evidence = &source.evidence;
    let caption = voice.with(
        &Message::new("report-evidence-caption"),
        &[("source", Phrase::data(&source.id))],
    )?;
    let mut table = Table::new(caption)
        .left(voice.say("report-column-question")?)
        .left(voice.say("report-column-answer")?);
    let unknown = || {
        voice.say(match source.label {
            SourceLabel::Withheld => "report-withheld",
            _ => "report-unknown",
        })
    };
    let data = |value: &Option<String>| match value {
        Some(text) => Ok(Phrase::data(text)),
        None => unknown(),
    };
    let date = match evidence.obtained_on {
        Some(date) => voice.date(date)?,
        None => unknown()?,
    };
    let aligned = match (source.label, source.aligned_with.as_slice()) {
        (SourceLabel::Withheld, _) => unknown()?,
        (_, []) => voice.say("report-none")?,
        (_, options) => voice.options(options)?,
    };
    let lines = [
        (
            "report-evidence-who",
            voice.word("report-label", label_word(source))?,
        ),
        ("report-evidence-aligned", aligned),
        (
            "report-evidence-origin",
            Phrase::data(source.origin.0.as_str()),
        ),
        ("report-evidence-from", data(&evidence.obtained_from)?),
        ("report-evidence-on", date),
        ("report-evidence-role", data(&evidence.obtained_by_role)?),
        ("report-evidence-method", data(&evidence.method)?),
        ("report-evidence-medium", data(&evidence.medium)?),
        ("report-evidence-licence", data(&evidence.licence)?),
        ("report-evidence-derived", data(&evidence.derived_from)?),
        (
            "report-evidence-transformed",
            data(&evidence.transformations)?,
        ),
        ("report-evidence-rows", voice.integer(evidence.rows)),
        ("report-evidence-rejected", voice.integer(evidence.rejected)),
    ];
    for (id, value) in lines {
        table.row(vec![voice.say(id)?, value]);
    }
    coverage_rows(source, &mut table, voice)?;
    Ok(table)
}

/// How many stations have a sheet, and why others have none.
fn coverage_rows(
    source: &SourceReport,
    table: &mut Table,
    voice: &Voice<'_>,
) -> Result<(), TextError> {
    let coverage = &source.coverage;
    let lines = [
        (
            "report-evidence-stations",
            voice.integer(coverage.stations_reported),
        ),
        (
            "report-evidence-expected",
            voice.known(coverage.stations_expected)?,
        ),
        (
            "report-evidence-complete",
            voice.integer(coverage.stations_complete),
        ),
        (
            "report-evidence-electors",
            voice.known(coverage.registered_reported)?,
        ),
        (
            "report-evidence-electors-expected",
            voice.known(coverage.registered_expected)?,
        ),
    ];
    for (id, value) in lines {
        table.row(vec![voice.say(id)?, value]);
    }
    for (reason, count) in &coverage.missing_by_reason {
        let name = reason_name(reason, voice)?;
        let title = voice.with(
            &Message::new("report-evidence-missing"),
            &[("reason", name)],
        )?;
        table.row(vec![title, voice.integer(*count)]);
    }
    for (kind, count) in &coverage.stations_by_kind {
        let name = known_word("report-kind", kind, voice)?;
        let title = voice.with(&Message::new("report-evidence-kind"), &[("name", name)])?;
        table.row(vec![title, voice.integer(*count)]);
    }
    Ok(())
}

/// Coverage of a contest by source, and totals by division where the report has them.
pub(crate) fn coverage_of(contest: &ContestReport, texts: &Texts) -> Blocks {
    let voice = Voice::of(texts, contest);
    let mut blocks = Vec::new();
    for source in &contest.sources {
        let name = [("source", Phrase::data(&source.id))];
        let caption = voice.with(&Message::new("open-coverage-caption"), &name)?;
        let mut table = Table::new(caption)
            .left(voice.say("report-column-question")?)
            .right(voice.say("report-column-answer")?);
        coverage_rows(source, &mut table, &voice)?;
        blocks.push(Block::Table(table));
    }
    blocks.extend(divisions(contest, &voice)?);
    Ok(blocks)
}

fn reason_name(reason: &str, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    known_word("report-reason", reason, voice)
}

/// A word of a closed list, or the word itself where a folder says more than the list.
fn known_word(prefix: &str, word: &str, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let id = format!("{prefix}-{word}");
    if voice.texts().has(&id) {
        voice.say(&id)
    } else {
        Ok(Phrase::data(word))
    }
}

/// Pairs of sources, station by station.
pub(super) fn comparisons(contest: &ContestReport, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    for comparison in &contest.comparisons {
        let extra = [
            ("a", Phrase::data(&comparison.a)),
            ("b", Phrase::data(&comparison.b)),
        ];
        let mut table = Table::new(voice.with(&Message::new("report-compared-caption"), &extra)?)
            .left(voice.say("report-column-question")?)
            .right(voice.say("report-column-count")?);
        for (id, count) in [
            ("report-compared-common", comparison.common),
            ("report-compared-only-a", comparison.only_a),
            ("report-compared-only-b", comparison.only_b),
            ("report-compared-differing", comparison.differing),
            ("report-compared-cells", comparison.cells),
            ("report-compared-unread", comparison.unread),
        ] {
            table.row(vec![
                voice.with(&Message::new(id), &extra)?,
                voice.integer(count),
            ]);
        }
        blocks.push(Block::Table(table));
        let caption = voice.with(&Message::new("report-compared-net-caption"), &extra)?;
        let mut net = Table::new(caption)
            .left(voice.say("report-column-option")?)
            .right(voice.say("report-column-net")?)
            .right(voice.say("report-column-sign-test")?);
        for (id, &votes) in &comparison.net {
            let p = match comparison.sign_test.get(id) {
                Some(p) => voice.real(*p)?,
                None => voice.say("report-unknown")?,
            };
            net.row(vec![voice.option(id), voice.integer(votes), p]);
        }
        blocks.push(Block::Table(net));
        blocks.push(Block::Note(voice.say(if comparison.same_origin {
            "report-compared-same-origin"
        } else {
            "report-compared-other-origin"
        })?));
    }
    Ok(blocks)
}

/// Totals by division, where a reader asked for them.
pub(super) fn divisions(contest: &ContestReport, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    for source in contest
        .sources
        .iter()
        .filter(|source| !source.divisions.is_empty())
    {
        let caption = voice.with(
            &Message::new("report-divisions-caption"),
            &[("source", Phrase::data(&source.id))],
        )?;
        let mut table = Table::new(caption)
            .left(voice.say("report-column-division")?)
            .right(voice.say("report-column-sheets")?)
            .right(voice.say("report-column-valid")?)
            .left(voice.say("report-column-first")?)
            .right(voice.say("report-column-lead")?);
        for division in &source.divisions {
            let names: Vec<&str> = division
                .path
                .iter()
                .map(|part| {
                    if part.name.is_empty() {
                        &part.code
                    } else {
                        &part.name
                    }
                })
                .map(String::as_str)
                .collect();
            let leader = match &division.leader {
                Some(id) => voice.option(id),
                None => voice.say("report-tie")?,
            };
            let valid = division
                .valid
                .map_or([None, None], |[low, high]| [Some(low), Some(high)]);
            table.row(vec![
                Phrase::data(&names.join(" / ")),
                voice.integer(division.stations_reported),
                voice.interval(valid[0], valid[1])?,
                leader,
                voice.integer(division.lead),
            ]);
        }
        blocks.push(Block::Table(table));
    }
    Ok(blocks)
}

fn role_word(role: InputRole) -> &'static str {
    match role {
        InputRole::Election => "election",
        InputRole::Sheets => "sheets",
        InputRole::Register => "register",
        InputRole::Declaration => "declaration",
        InputRole::Dispositions => "dispositions",
    }
}

/// The files that were read, with their digests.
pub(super) fn inputs(report: &AuditReport, texts: &Texts) -> Blocks {
    let voice = Voice::general(texts);
    if report.inputs.is_empty() {
        return Ok(Vec::new());
    }
    let mut table = Table::new(voice.say("report-inputs-caption")?)
        .left(voice.say("report-column-file")?)
        .left(voice.say("report-column-role")?)
        .right(voice.say("report-column-rows")?)
        .right(voice.say("report-column-rejected")?)
        .left(voice.say("report-column-digest")?);
    for input in &report.inputs {
        // A log names files that an authority published, and a commitment to others.
        let named = |text: &str| match text {
            "" => voice.say("report-input-committed"),
            text => Ok(Phrase::data(text)),
        };
        table.row(vec![
            named(&input.file)?,
            voice.word("report-role", role_word(input.role))?,
            voice.integer(input.rows),
            voice.integer(input.rejected),
            named(&input.sha256)?,
        ]);
    }
    let mut blocks = vec![Block::Table(table)];
    if report.inputs.iter().any(|input| input.file.is_empty()) {
        blocks.push(Block::Note(voice.say("report-inputs-committed")?));
    }
    Ok(blocks)
}
