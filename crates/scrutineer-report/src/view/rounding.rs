//! Counts that equal rounded percentages: what it shows and what it does not.

use scrutineer_audit::ContestReport;
use scrutineer_model::Message;

use super::{Block, Blocks, Table};
use crate::phrase::Phrase;
use crate::voice::Voice;

/// The adjusted p first, then the caveats, then the numbers behind it.
pub(super) fn blocks(contest: &ContestReport, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    for declaration in &contest.declarations {
        // The published numbers are the declaration's own; every source has the same ones.
        let Some(rounding) = declaration
            .results
            .iter()
            .find_map(|result| result.rounding.as_ref())
        else {
            continue;
        };
        let mut extra = vec![("declaration", Phrase::data(&declaration.id))];
        let message = match rounding.adjusted_p {
            Some(p) => {
                extra.push(("p", voice.real(p)?));
                "report-rounding-adjusted"
            }
            None => "report-rounding-no-p",
        };
        let message = Message::new(message).with("looks", rounding.looks);
        blocks.push(Block::Text(voice.with(&message, &extra)?));
        let caveats = [
            "report-rounding-press",
            "report-rounding-not-probability",
            "report-rounding-free-counts",
        ];
        let caveats = caveats
            .into_iter()
            .map(|id| voice.say(id))
            .collect::<Result<_, _>>()?;
        blocks.push(Block::List(caveats));
        if let Some(joint) = rounding.joint_p {
            let extra = [("p", voice.real(joint)?)];
            blocks.push(Block::Text(
                voice.with(&Message::new("report-rounding-joint"), &extra)?,
            ));
        }
        let caption = voice.with(
            &Message::new("report-rounding-caption"),
            &[("declaration", Phrase::data(&declaration.id))],
        )?;
        let mut table = Table::new(caption)
            .left(voice.say("report-column-pair")?)
            .right(voice.say("report-column-decimals")?)
            .right(voice.say("report-column-distance")?)
            .right(voice.say("report-column-p")?);
        for test in &rounding.tests {
            table.row(vec![
                Phrase::data(&test.pair),
                voice.integer(test.decimals),
                voice.integer(test.distance),
                voice.real(test.p)?,
            ]);
        }
        blocks.push(Block::Table(table));
    }
    Ok(blocks)
}
