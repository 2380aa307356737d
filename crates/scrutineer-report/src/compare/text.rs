//! A comparison as text.

use scrutineer_model::{Finding, Message};

use super::{AnswerChange, Comparison, ContestComparison, LinkChange};
use crate::phrase::Phrase;
use crate::terminal::{Paper, write_blocks};
use crate::view::{Block, Blocks, Table, chain_word, subject};
use crate::voice::Voice;
use crate::{Language, TextError, Texts};

/// Findings listed one by one in each group; the count says how many there are.
const LISTED: usize = 50;

/// The comparison for a terminal of `width` columns (at least 40).
pub fn comparison_text(
    comparison: &Comparison,
    language: Language,
    width: usize,
) -> Result<String, TextError> {
    let texts = Texts::new(language);
    let voice = Voice::general(&texts);
    let mut paper = Paper::new(width.max(40), false);
    let dates = [
        ("old", voice.date(comparison.as_of.old)?),
        ("new", voice.date(comparison.as_of.new)?),
    ];
    let title = voice.with(&Message::new("compare-title"), &dates)?;
    paper.title(&title.to_string());
    write_blocks(&mut paper, &preamble(comparison, &voice)?);
    for contest in &comparison.contests {
        let voice = Voice::naming(&texts, &contest.options);
        write_blocks(&mut paper, &contest_blocks(contest, &voice)?);
    }
    write_blocks(&mut paper, &findings(comparison, &voice)?);
    Ok(paper.finish())
}

/// What must be read before the changes: other rules, another election, other files.
fn preamble(comparison: &Comparison, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    for (id, change) in [
        ("compare-rules", &comparison.rules),
        ("compare-election", &comparison.election),
    ] {
        if let Some(change) = change {
            let extra = [
                ("old", Phrase::data(&change.old)),
                ("new", Phrase::data(&change.new)),
            ];
            blocks.push(Block::Notice(voice.with(&Message::new(id), &extra)?));
        }
    }
    let ids = [
        ("old", Phrase::data(&comparison.report_id.old)),
        ("new", Phrase::data(&comparison.report_id.new)),
    ];
    if comparison.report_id.old == comparison.report_id.new {
        blocks.push(Block::Text(voice.say("compare-same-report")?));
    } else {
        blocks.push(Block::Text(voice.with(&Message::new("compare-ids"), &ids)?));
    }
    let mut files = Vec::new();
    for (file, digests) in &comparison.inputs {
        let id = match (&digests.old, &digests.new) {
            (None, _) => "compare-file-new",
            (_, None) => "compare-file-gone",
            _ => "compare-file-changed",
        };
        files.push(voice.with(&Message::new(id), &[("file", Phrase::data(file))])?);
    }
    blocks.push(Block::Heading(voice.say("compare-files")?));
    if files.is_empty() {
        files.push(voice.say("compare-files-same")?);
    }
    blocks.push(Block::List(files));
    Ok(blocks)
}

fn contest_blocks(contest: &ContestComparison, voice: &Voice<'_>) -> Blocks {
    let heading = Phrase::data(&contest.name);
    let mut blocks = vec![Block::Heading(heading)];
    if contest.answers.is_empty() {
        blocks.push(Block::Text(voice.say("compare-answers-same")?));
    }
    for answer in &contest.answers {
        blocks.extend(answer_blocks(answer, voice)?);
    }
    if !contest.chain.is_empty() {
        blocks.push(Block::Lead(voice.say("compare-chain")?));
        let links = contest.chain.iter().map(|link| link_line(link, voice));
        blocks.push(Block::List(links.collect::<Result<_, _>>()?));
    }
    match numbers(contest, voice)? {
        Some(table) => blocks.push(Block::Table(table)),
        None => blocks.push(Block::Text(voice.say("compare-numbers-same")?)),
    }
    Ok(blocks)
}

/// Totals and coverage that changed; `None` where nothing did.
pub(super) fn numbers(
    contest: &ContestComparison,
    voice: &Voice<'_>,
) -> Result<Option<Table>, TextError> {
    if contest.numbers.is_empty() {
        return Ok(None);
    }
    let mut table = Table::new(voice.say("compare-numbers")?)
        .left(voice.say("report-column-source")?)
        .left(voice.say("report-column-figure")?)
        .right(voice.say("compare-column-old")?)
        .right(voice.say("compare-column-new")?)
        .right(voice.say("compare-column-change")?);
    for number in &contest.numbers {
        let (old, new) = (number.value.old, number.value.new);
        let change = match (old, new) {
            (Some(old), Some(new)) => voice.integer(i128::from(new) - i128::from(old)),
            _ => Phrase::default(),
        };
        table.row(vec![
            Phrase::data(&number.source),
            voice.message(&number.figure)?,
            voice.known(old)?,
            voice.known(new)?,
            change,
        ]);
    }
    Ok(Some(table))
}

pub(super) fn answer_blocks(answer: &AnswerChange, voice: &Voice<'_>) -> Blocks {
    let about = [
        ("declaration", Phrase::data(&answer.declaration)),
        ("source", Phrase::data(&answer.source)),
    ];
    let heading = match answer.question {
        "winner" => "report-reasons-winner",
        _ => "report-reasons-figures",
    };
    let mut blocks = vec![Block::Question(voice.with(&Message::new(heading), &about)?)];
    for (id, statement) in [
        ("compare-column-old", &answer.statement.old),
        ("compare-column-new", &answer.statement.new),
    ] {
        let side = voice.say(id)?;
        if let Some(statement) = statement {
            blocks.push(Block::Statement(Some(side), voice.standing(statement)?));
        } else {
            let none = Phrase::words(": ").then(voice.say("compare-no-answer")?);
            blocks.push(Block::Text(side.then(none)));
        }
    }
    if !answer.reasons.is_empty() {
        let reasons = answer.reasons.iter().map(|reason| voice.message(reason));
        blocks.push(Block::Lead(voice.say("compare-reason")?));
        blocks.push(Block::List(reasons.collect::<Result<_, _>>()?));
    }
    Ok(blocks)
}

pub(super) fn link_line(link: &LinkChange, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let mut text = voice.say(&format!("chain-link-{}", link.link))?;
    let states = [
        (
            "old",
            voice.word("chain-state", chain_word(link.status.old))?,
        ),
        (
            "new",
            voice.word("chain-state", chain_word(link.status.new))?,
        ),
    ];
    text = text
        .then(Phrase::words(": "))
        .then(voice.with(&Message::new("compare-state"), &states)?);
    for code in &link.reasons {
        let reason = voice.message(&Message {
            id: format!("chain-{code}"),
            args: link.figures.clone(),
        })?;
        text = text.then(Phrase::words(" ")).then(reason);
    }
    Ok(text)
}

fn findings(comparison: &Comparison, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    for (id, findings) in [
        ("compare-findings-new", &comparison.findings_new),
        ("compare-findings-gone", &comparison.findings_gone),
        ("compare-findings-disposed", &comparison.findings_disposed),
    ] {
        let message = Message::new(id).with("count", findings.len() as u64);
        blocks.push(Block::Lead(voice.message(&message)?));
        let mut items = findings
            .iter()
            .take(LISTED)
            .map(|finding| finding_line(finding, voice))
            .collect::<Result<Vec<_>, _>>()?;
        if findings.len() > LISTED {
            let message = Message::new("report-findings-more")
                .with("listed", LISTED as u64)
                .with("count", findings.len() as u64);
            items.push(voice.message(&message)?);
        }
        blocks.push(Block::List(items));
    }
    Ok(blocks)
}

fn finding_line(finding: &Finding, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let code = Phrase::data(&finding.code).then(Phrase::words(" "));
    let about = subject(&finding.subject, voice)?.then(Phrase::words(": "));
    Ok(code.then(about).then(voice.message(&finding.message)?))
}
