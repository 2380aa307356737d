//! Method and limits, and where to look next.

use scrutineer_audit::AuditReport;
use scrutineer_model::Message;

use super::{Block, Blocks};
use crate::Texts;
use crate::phrase::Phrase;
use crate::voice::Voice;

/// What was done, with which rules, and what it cannot show.
pub(super) fn blocks(report: &AuditReport, texts: &Texts) -> Blocks {
    let voice = Voice::general(texts);
    let extra = [
        ("tool", Phrase::data(&report.tool.name)),
        ("version", Phrase::data(&report.tool.version)),
        ("rules", Phrase::data(&report.tool.rules)),
        ("schema", Phrase::data(&report.schema)),
    ];
    let items = (1..=8)
        .map(|item| voice.say(&format!("report-method-{item}")))
        .collect::<Result<_, _>>()?;
    Ok(vec![
        Block::List(items),
        Block::Text(voice.with(&Message::new("report-method-tool"), &extra)?),
    ])
}

/// The commands that say more.
pub(super) fn deeper(_: &AuditReport, texts: &Texts) -> Blocks {
    let voice = Voice::general(texts);
    let items = ["by", "html", "json", "check", "compare"]
        .into_iter()
        .map(|option| voice.say(&format!("report-deeper-{option}")))
        .collect::<Result<_, _>>()?;
    Ok(vec![Block::List(items)])
}
