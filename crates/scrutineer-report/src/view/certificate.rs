//! All options at once, with the certificate that anyone can re-sum in a spreadsheet.

use scrutineer_audit::{ContestReport, JointReport};
use scrutineer_model::{Exact, Message};

use super::{Block, Blocks, Table};
use crate::TextError;
use crate::phrase::Phrase;
use crate::voice::Voice;

/// Every joint bound and how to check it by hand.
pub(super) fn blocks(contest: &ContestReport, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    for declaration in &contest.declarations {
        for result in declaration
            .results
            .iter()
            .filter(|held| !held.joint.is_empty())
        {
            let about = [
                ("declaration", Phrase::data(&declaration.id)),
                ("source", Phrase::data(&result.source)),
            ];
            let caption = voice.with(&Message::new("report-joint-caption"), &about)?;
            let mut table = Table::new(caption)
                .left(voice.say("report-column-reading")?)
                .left(voice.say("report-column-end")?)
                .right(voice.say("report-column-turnout-cap")?)
                .right(voice.say("report-column-contradicting")?);
            for joint in &result.joint {
                table.row(vec![
                    voice.word("report-reading", joint.reading.word())?,
                    end(joint, voice)?,
                    voice.share(joint.turnout_cap),
                    voice.integer(joint.votes),
                ]);
            }
            blocks.push(Block::Table(table));
            for joint in &result.joint {
                blocks.extend(certificate(joint, voice)?);
            }
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Text(voice.say("report-joint-text")?));
        blocks.push(Block::Heading(voice.say("report-resum-title")?));
        let steps = (1..=6)
            .map(|step| voice.say(&format!("report-resum-{step}")))
            .collect::<Result<_, _>>()?;
        blocks.push(Block::List(steps));
    }
    Ok(blocks)
}

fn end(joint: &JointReport, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    voice.say(if joint.favourable {
        "report-end-favourable"
    } else {
        "report-end-printed"
    })
}

/// The exact numbers of one certificate; fractions stay fractions.
fn certificate(joint: &JointReport, voice: &Voice<'_>) -> Blocks {
    let extra = [
        ("name", voice.word("report-reading", joint.reading.word())?),
        ("end", end(joint, voice)?),
        ("turnout", voice.share(joint.turnout_cap)),
    ];
    let caption = voice.with(&Message::new("report-certificate-caption"), &extra)?;
    let mut table = Table::new(caption)
        .left(voice.say("report-column-figure")?)
        .right(voice.say("report-column-exact")?);
    for (id, weight) in &joint.certificate.multipliers {
        let name = voice.with(
            &Message::new("report-certificate-weight"),
            &[("name", voice.option(id))],
        )?;
        table.row(vec![name, Phrase::words(weight.to_string())]);
    }
    let threshold = match joint.certificate.threshold {
        Some(threshold) => Phrase::words(threshold.to_string()),
        None => voice.say("report-none")?,
    };
    table.row(vec![voice.say("report-certificate-threshold")?, threshold]);
    for (id, value) in [
        ("report-certificate-counted", joint.certificate.counted),
        (
            "report-certificate-missing",
            Exact::from(joint.certificate.missing),
        ),
        ("report-certificate-constant", joint.certificate.constant),
        (
            "report-certificate-threshold-term",
            joint.certificate.threshold_term,
        ),
        (
            "report-certificate-sheets-term",
            joint.certificate.sheets_term,
        ),
        (
            "report-certificate-missing-term",
            joint.certificate.missing_term,
        ),
        ("report-certificate-value", joint.contradicting_votes),
    ] {
        table.row(vec![voice.say(id)?, Phrase::words(value.to_string())]);
    }
    Ok(vec![Block::Table(table)])
}
