//! Why each answer is what it is, and what would change it.

use scrutineer_audit::{Answer, ContestReport};
use scrutineer_model::Message;

use super::{Block, Blocks};
use crate::phrase::Phrase;
use crate::voice::Voice;

/// Reasons of every answer, the strongest first.
pub(super) fn blocks(contest: &ContestReport, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    for declaration in &contest.declarations {
        for result in &declaration.results {
            let about = [
                ("declaration", Phrase::data(&declaration.id)),
                ("source", Phrase::data(&result.source)),
            ];
            blocks.push(Block::Heading(
                voice.with(&Message::new("report-reasons-winner"), &about)?,
            ));
            blocks.extend(answer(&result.winner, voice)?);
            blocks.push(Block::Heading(
                voice.with(&Message::new("report-reasons-figures"), &about)?,
            ));
            blocks.extend(answer(&result.figures.answer, voice)?);
        }
    }
    Ok(blocks)
}

fn answer<V>(answer: &Answer<V>, voice: &Voice<'_>) -> Blocks {
    let mut blocks = vec![Block::Statement(None, voice.statement(answer)?)];
    let say_all = |messages: &[Message]| {
        messages
            .iter()
            .map(|message| voice.message(message))
            .collect::<Result<Vec<Phrase>, _>>()
    };
    let reasons = say_all(&answer.explanations)?;
    if !reasons.is_empty() {
        blocks.push(Block::List(reasons));
    }
    let links: Vec<String> = answer
        .depends_on
        .iter()
        .map(|link| link.number().to_string())
        .collect();
    if !links.is_empty() {
        let message = Message::new("report-depends-on").with("links", links);
        blocks.push(Block::Note(voice.message(&message)?));
    }
    let changes = say_all(&answer.would_change)?;
    if !changes.is_empty() {
        blocks.push(Block::Lead(voice.say("report-would-change")?));
        blocks.push(Block::List(changes));
    }
    Ok(blocks)
}
