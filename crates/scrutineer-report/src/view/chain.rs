//! The chain of evidence.

use scrutineer_audit::{ChainLink, ChainOfEvidence, ContestReport, LinkStatus};
use scrutineer_model::Message;

use super::{Block, Blocks, LinkView, Table};
use crate::TextError;
use crate::phrase::Phrase;
use crate::voice::Voice;

/// The seven links of a contest.
pub(crate) fn links(
    contest: &ContestReport,
    voice: &Voice<'_>,
) -> Result<Vec<LinkView>, TextError> {
    let links = contest.chain.links().iter();
    links.map(|link| view(link, voice)).collect()
}

/// The seven links of a contest; where results differ, the states of each.
pub(super) fn blocks(contest: &ContestReport, voice: &Voice<'_>) -> Blocks {
    let links = links(contest, voice)?;
    let mut blocks = vec![Block::Chain(links)];
    let results: Vec<(Phrase, &ChainOfEvidence)> = contest
        .declarations
        .iter()
        .flat_map(|declaration| {
            declaration.results.iter().map(move |result| {
                let name = Phrase::data(&declaration.id)
                    .then(Phrase::words(" / "))
                    .then(Phrase::data(&result.source));
                (name, &result.chain)
            })
        })
        .collect();
    let differ = results
        .iter()
        .any(|(_, chain)| chain.statuses() != contest.chain.statuses());
    if differ {
        let mut table =
            Table::new(voice.say("report-chain-results")?).left(voice.say("report-column-result")?);
        for link in contest.chain.links() {
            table = table.left(Phrase::words(link.link.number().to_string()));
        }
        for (name, chain) in results {
            let mut row = vec![name];
            for status in chain.statuses() {
                row.push(voice.word("chain-state", word(status))?);
            }
            table.row(row);
        }
        blocks.push(Block::Table(table));
    }
    blocks.push(Block::Note(voice.say("report-chain-note")?));
    Ok(blocks)
}

fn view(link: &ChainLink, voice: &Voice<'_>) -> Result<LinkView, TextError> {
    let number = link.link.number();
    let mut reasons = Vec::new();
    for code in &link.reasons {
        reasons.push(voice.message(&Message {
            id: format!("chain-{code}"),
            args: link.figures.clone(),
        })?);
    }
    if link.figures.contains_key("discrepancies") && link.figures.contains_key("votes") {
        reasons.push(voice.message(&Message {
            id: if link.status == LinkStatus::Broken {
                "chain-discrepancies-broken".to_owned()
            } else {
                "chain-discrepancies".to_owned()
            },
            args: link.figures.clone(),
        })?);
    }
    Ok(LinkView {
        number,
        name: voice.say(&format!("chain-link-{number}"))?,
        question: voice.say(&format!("chain-question-{number}"))?,
        status: link.status,
        state: voice.word("chain-state", word(link.status))?,
        reasons,
    })
}

/// The word of the interface for a state.
pub(crate) fn word(status: LinkStatus) -> &'static str {
    match status {
        LinkStatus::Broken => "broken",
        LinkStatus::Open => "open",
        LinkStatus::Bounded => "bounded",
        LinkStatus::Proven => "proven",
    }
}
