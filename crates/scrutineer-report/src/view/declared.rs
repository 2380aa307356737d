//! A declaration under every reading of its coverage, its growth, and figures that outlets print
//! differently.

use scrutineer_audit::{ContestReport, CoverageUse, DeclarationResult, ReadingReport};
use scrutineer_model::Message;

use super::{Block, Blocks, Table};
use crate::TextError;
use crate::phrase::Phrase;
use crate::voice::Voice;

/// Every reading of the announced coverage, per declaration and source.
pub(super) fn readings(contest: &ContestReport, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    for declaration in &contest.declarations {
        for result in &declaration.results {
            if result.readings.is_empty() {
                continue;
            }
            let about = about(&declaration.id, &result.source);
            let caption = voice.with(&Message::new("report-readings-caption"), &about)?;
            blocks.push(Block::Table(readings_table(caption, result, voice)?));
            for reading in &result.readings {
                let name = voice.word("report-reading", reading.reading.word())?;
                if let Some(fixed) = &reading.fixed_by {
                    let text = name.clone().then(Phrase::words(": "));
                    blocks.push(Block::Note(text.then(voice.message(fixed)?)));
                }
                if !reading.admissible {
                    let message = Message::new("report-reading-excluded");
                    blocks.push(Block::Note(voice.with(&message, &[("name", name)])?));
                }
            }
            if !result.consistent_up_to.is_empty() {
                let mut items = Vec::new();
                for (reading, share) in &result.consistent_up_to {
                    let text = voice.word("report-reading", reading)?;
                    let share = voice.known_share(*share)?;
                    items.push(text.then(Phrase::words(": ")).then(share));
                }
                blocks.push(Block::Lead(voice.say("report-consistent-up-to")?));
                blocks.push(Block::List(items));
            }
        }
    }
    if !blocks.is_empty() {
        blocks.push(Block::Note(voice.say("report-readings-note")?));
    }
    Ok(blocks)
}

fn about(declaration: &str, source: &str) -> [(&'static str, Phrase); 2] {
    [
        ("declaration", Phrase::data(declaration)),
        ("source", Phrase::data(source)),
    ]
}

fn readings_table(
    caption: Phrase,
    result: &DeclarationResult,
    voice: &Voice<'_>,
) -> Result<Table, TextError> {
    let mut table = Table::new(caption)
        .left(voice.say("report-column-reading")?)
        .right(voice.say("report-column-coverage")?)
        .right(voice.say("report-column-short-printed")?)
        .right(voice.say("report-column-short-favourable")?)
        .right(voice.say("report-column-short-least")?);
    for reading in &result.readings {
        table.row(reading_row(reading, voice)?);
    }
    Ok(table)
}

fn reading_row(reading: &ReadingReport, voice: &Voice<'_>) -> Result<Vec<Phrase>, TextError> {
    let coverage = reading.as_printed.as_ref().map(|used| used.coverage);
    Ok(vec![
        voice.word("report-reading", reading.reading.word())?,
        voice.known_share(coverage)?,
        short_by(reading.as_printed.as_ref(), voice)?,
        short_by(reading.favourable.as_ref(), voice)?,
        voice.known(reading.least_shortfall)?,
    ])
}

/// The largest shortfall of a reading and whose it is.
fn short_by(used: Option<&CoverageUse>, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let Some(used) = used else {
        return voice.say("report-unknown");
    };
    // The first of equal ones, so that the order of the ballot decides and not that of a sort.
    let largest = used
        .shortfall
        .iter()
        .fold(None, |best, (id, &votes)| match best {
            Some((_, most)) if most >= votes => best,
            _ => Some((id, votes)),
        });
    Ok(match largest {
        Some((id, votes)) if votes > 0 => {
            let name = Phrase::words(" (").then(Phrase::data(id));
            voice.integer(votes).then(name).then(Phrase::words(")"))
        }
        _ => voice.integer(0u64),
    })
}

/// Growth since the declaration before.
pub(super) fn increments(contest: &ContestReport, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    for declaration in &contest.declarations {
        let increments = declaration
            .results
            .iter()
            .filter_map(|result| result.increment.as_ref().map(|held| (&result.source, held)));
        for (source, increment) in increments {
            let mut extra = about(&declaration.id, source).to_vec();
            extra.push(("from", Phrase::data(&increment.from)));
            let caption = voice.with(&Message::new("report-increment-caption"), &extra)?;
            let mut table = Table::new(caption)
                .left(voice.say("report-column-option")?)
                .right(voice.say("report-column-growth")?);
            for (id, &growth) in &increment.options {
                table.row(vec![voice.option(id), voice.integer(growth)]);
            }
            table.row(vec![
                voice.say("report-total")?,
                voice.integer(increment.total),
            ]);
            blocks.push(Block::Table(table));
            blocks.push(Block::Text(voice.with(
                &Message::new(if increment.feasible {
                    "report-increment-feasible"
                } else {
                    "report-increment-infeasible"
                }),
                &[("electors", voice.known(increment.capacity)?)],
            )?));
        }
    }
    Ok(blocks)
}

/// Figures that outlets print differently.
pub(super) fn variants(contest: &ContestReport, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    for declaration in contest
        .declarations
        .iter()
        .filter(|held| !held.variants.is_empty())
    {
        let caption = voice.with(
            &Message::new("report-variants-caption"),
            &[("declaration", Phrase::data(&declaration.id))],
        )?;
        let mut table = Table::new(caption)
            .left(voice.say("report-column-figure")?)
            .right(voice.say("report-column-value")?)
            .left(voice.say("report-column-source")?)
            .left(voice.say("report-column-why")?);
        for variant in &declaration.variants {
            for (position, reading) in variant.readings.readings().enumerate() {
                let why = match (position, variant.readings.why()) {
                    (0, Some(why)) => voice
                        .say("report-chosen")?
                        .then(Phrase::words(": "))
                        .then(Phrase::data(why)),
                    (0, None) => voice.say("report-chosen")?,
                    _ => Phrase::default(),
                };
                table.row(vec![
                    voice.option(&variant.figure),
                    voice.integer(reading.value),
                    Phrase::data(&reading.source),
                    why,
                ]);
            }
        }
        blocks.push(Block::Table(table));
    }
    Ok(blocks)
}
