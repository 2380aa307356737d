//! A comparison as elements, for pages that are put together elsewhere.

use super::text::{answer_blocks, link_line, numbers};
use super::{Comparison, ContestComparison};
use crate::html::section_element;
use crate::phrase::Phrase;
use crate::view::{Block, Blocks, Depth, Section};
use crate::voice::Voice;
use crate::{Element, TextError, Texts};

/// A section per contest with the answers and links that changed, or the words that none did. Totals are
/// left to the caller, who may show those that did not change as well ([`super::numbers_of`]).
///
/// # Errors
/// [`TextError`] where a message is missing.
pub fn comparison_sections(
    comparison: &Comparison,
    texts: &Texts,
) -> Result<Vec<Element>, TextError> {
    let mut sections = Vec::new();
    for (at, contest) in comparison.contests.iter().enumerate() {
        let voice = Voice::naming(texts, &contest.options);
        let mut blocks = answers(contest, &voice)?;
        if blocks.is_empty() {
            blocks.push(Block::Text(voice.say("compare-answers-same")?));
        }
        blocks.extend(links(contest, &voice)?);
        sections.push(section_element(&Section {
            id: format!("answers-{at}"),
            depth: Depth::Core,
            title: if comparison.contests.len() > 1 {
                Phrase::data(&contest.name)
            } else {
                voice.say("changes-answers")?
            },
            blocks,
        }));
    }
    Ok(sections)
}

/// One section with the answers, totals and coverage that changed, old beside new, and `why` behind them;
/// `None` where none did.
///
/// # Errors
/// [`TextError`] where a message is missing.
pub fn changed_section(
    comparison: &Comparison,
    texts: &Texts,
    id: &str,
    title: Phrase,
    why: Phrase,
) -> Result<Option<Element>, TextError> {
    let mut blocks = Vec::new();
    for contest in &comparison.contests {
        let voice = Voice::naming(texts, &contest.options);
        let mut own = answers(contest, &voice)?;
        own.extend(numbers(contest, &voice)?.map(Block::Table));
        if !own.is_empty() && comparison.contests.len() > 1 {
            blocks.push(Block::Heading(Phrase::data(&contest.name)));
        }
        blocks.extend(own);
    }
    if blocks.is_empty() {
        return Ok(None);
    }
    blocks.push(Block::Text(why));
    Ok(Some(section_element(&Section {
        id: id.to_owned(),
        depth: Depth::Core,
        title,
        blocks,
    })))
}

fn answers(contest: &ContestComparison, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    for answer in &contest.answers {
        blocks.extend(answer_blocks(answer, voice)?);
    }
    Ok(blocks)
}

fn links(contest: &ContestComparison, voice: &Voice<'_>) -> Blocks {
    if contest.chain.is_empty() {
        return Ok(Vec::new());
    }
    let links = contest.chain.iter().map(|link| link_line(link, voice));
    Ok(vec![
        Block::Lead(voice.say("compare-chain")?),
        Block::List(links.collect::<Result<_, _>>()?),
    ])
}
