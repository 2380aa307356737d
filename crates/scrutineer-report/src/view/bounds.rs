//! What the missing can change, how many sheets would have to be false, and the estimate.

use scrutineer_audit::{ContestReport, Extent, OutcomeReport, SourceReport};
use scrutineer_model::{Message, Real};

use super::{Block, Blocks, Table};
use crate::TextError;
use crate::phrase::Phrase;
use crate::voice::Voice;

fn about(source: &SourceReport) -> [(&'static str, Phrase); 1] {
    [("source", Phrase::data(&source.id))]
}

/// Lead and missing capacity under every register total.
pub(super) fn outcome(contest: &ContestReport, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    for source in contest
        .sources
        .iter()
        .filter(|source| !source.outcome.is_empty())
    {
        if !contest.declarations.is_empty() {
            let standing = voice.standing(&source.standing.statement)?;
            blocks.push(Block::Statement(Some(Phrase::data(&source.id)), standing));
        }
        let caption = voice.with(&Message::new("report-outcome-caption"), &about(source))?;
        let mut table = Table::new(caption)
            .left(voice.say("report-column-register")?)
            .left(voice.say("report-column-first")?)
            .right(voice.say("report-column-lead")?)
            .right(voice.say("report-column-missing")?)
            .left(voice.say("report-column-decided")?);
        for outcome in &source.outcome {
            table.row(outcome_row(contest, outcome, voice)?);
        }
        blocks.push(Block::Table(table));
        blocks.push(Block::Note(voice.say("report-outcome-note")?));
        blocks.extend(shares(contest, source, voice)?);
    }
    Ok(blocks)
}

fn outcome_row(
    contest: &ContestReport,
    outcome: &OutcomeReport,
    voice: &Voice<'_>,
) -> Result<Vec<Phrase>, TextError> {
    let register = match &outcome.register {
        Some(id) => {
            let held = contest.registers.iter().find(|register| register.id == *id);
            let robustness = held.is_some_and(|held| held.applies == scrutineer_model::Applies::No);
            let name = voice.register(id);
            if robustness {
                name.then(Phrase::words(" "))
                    .then(voice.say("report-robustness-only")?)
            } else {
                name
            }
        }
        None => voice.say("report-official-list")?,
    };
    let missing = match outcome.missing_capacity {
        Extent::Known(votes) => voice.integer(votes),
        Extent::Unbounded | Extent::NotStated => voice.say("report-not-bounded")?,
    };
    let decided = voice.say(if outcome.decided {
        "report-cannot-change"
    } else {
        "report-can-change"
    })?;
    Ok(vec![
        register,
        voice.options(&outcome.winners)?,
        voice.known(outcome.lead)?,
        missing,
        decided,
    ])
}

fn shares(contest: &ContestReport, source: &SourceReport, voice: &Voice<'_>) -> Blocks {
    let Some(outcome) = source
        .outcome
        .iter()
        .find(|outcome| outcome.register == source.least_favourable)
    else {
        return Ok(Vec::new());
    };
    let caption = voice.with(&Message::new("report-shares-caption"), &about(source))?;
    let mut table = Table::new(caption)
        .left(voice.say("report-column-option")?)
        .right(voice.say("report-column-share")?)
        .right(voice.say("report-column-share-least")?)
        .right(voice.say("report-column-share-most")?);
    for option in &contest.options {
        if let Some(bounds) = outcome.shares.get(&option.id) {
            table.row(vec![
                voice.option(&option.id),
                voice.known_share(bounds.observed)?,
                voice.known_share(bounds.min)?,
                voice.known_share(bounds.max)?,
            ]);
        }
    }
    if table.rows.is_empty() {
        return Ok(Vec::new());
    }
    let mut blocks = vec![Block::Table(table)];
    if let Some(needed) = outcome.needed_from_missing {
        let real = |value: Option<Real>| match value {
            Some(value) => voice.real_share(value),
            None => voice.say("report-unknown"),
        };
        let extra = [
            ("turnout", real(needed.turnout)?),
            ("share", real(needed.share)?),
        ];
        blocks.push(Block::Text(
            voice.with(&Message::new("report-needed-from-missing"), &extra)?,
        ));
    }
    Ok(blocks)
}

/// How many sheets would have to be false for the lead to vanish.
pub(super) fn sheets_false(contest: &ContestReport, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    let sources = contest.sources.iter();
    for source in sources.filter(|source| !source.sheets_false_needed.is_empty()) {
        let caption = voice.with(&Message::new("report-false-caption"), &about(source))?;
        let mut table = Table::new(caption)
            .left(voice.say("report-column-register")?)
            .left(voice.say("report-column-assumption")?)
            .right(voice.say("report-column-sheets-false")?)
            .right(voice.say("report-column-share-of-sheets")?)
            .right(voice.say("report-column-sample")?);
        for line in &source.sheets_false_needed {
            let share = match line.share {
                Some(share) => voice.real_share(share)?,
                None => voice.say("report-unknown")?,
            };
            let sheets = match line.sheets {
                Some(sheets) => voice.integer(sheets),
                None => voice.say("report-all-do-not-suffice")?,
            };
            table.row(vec![
                voice.register(&line.register),
                voice.word("report-assumption", &line.assumption)?,
                sheets,
                share,
                voice.known(line.sample_95)?,
            ]);
        }
        blocks.push(Block::Table(table));
    }
    if !blocks.is_empty() {
        blocks.push(Block::Note(voice.say("report-false-note")?));
    }
    Ok(blocks)
}

/// The estimate, with its caveat in front.
pub(super) fn imputation(contest: &ContestReport, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    for source in &contest.sources {
        let Some(imputation) = &source.imputation else {
            continue;
        };
        blocks.push(Block::Note(voice.say("report-imputation-caveat")?));
        let mut extra = about(source).to_vec();
        extra.push(("register_name", voice.register(&imputation.register)));
        let caption = voice.with(&Message::new("report-imputation-caption"), &extra)?;
        let mut table = Table::new(caption)
            .left(voice.say("report-column-option")?)
            .right(voice.say("report-column-estimate")?)
            .right(voice.say("report-column-interval")?);
        for (id, share) in &imputation.options {
            let interval = [
                ("low", voice.real_share(share.low)?),
                ("high", voice.real_share(share.high)?),
            ];
            table.row(vec![
                voice.option(id),
                voice.real_share(share.share)?,
                voice.with(&Message::new("report-interval"), &interval)?,
            ]);
        }
        blocks.push(Block::Table(table));
        let mut items = Vec::new();
        for line in &imputation.sensitivity {
            let extra = [
                ("shift", voice.real(line.shift)?),
                ("first", voice.real_share(line.leader_share)?),
                ("second", voice.real_share(line.runner_up_share)?),
            ];
            items.push(voice.with(&Message::new("report-sensitivity"), &extra)?);
        }
        items.push(match imputation.changes_at {
            Some(shift) => voice.with(
                &Message::new("report-changes-at"),
                &[("shift", voice.real(shift)?)],
            )?,
            None => voice.say("report-changes-never")?,
        });
        blocks.push(Block::List(items));
    }
    Ok(blocks)
}
