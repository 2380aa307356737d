//! What it would take to change the answer, said under single sheets.

use scrutineer_audit::SourceReport;
use scrutineer_model::{Message, SourceLabel};
use scrutineer_report::{Element, Phrase, TextError};

use crate::content::Content;
use crate::markup::link;
use crate::words::Words;

/// A sentence for each contest and source that has one, with a link to where the whole is told; the link alone
/// where none has.
///
/// The page of a single sheet is where somebody asks whether that sheet decides anything. The fewest sheets
/// that must be false is the least over every register total and every assumption about the missing.
pub(super) fn lines(content: &Content<'_>, words: &Words<'_>) -> Result<Vec<Element>, TextError> {
    let mut lines = Vec::new();
    let contests = &content.report.contests;
    for contest in contests {
        for source in contest.sources.iter().filter(|held| is_told(held)) {
            let Some(fewest) = fewest(source) else {
                continue;
            };
            let mut lead = words.with(
                "site-change-lead",
                &[("source", words.source(contest, &source.id)?)],
            )?;
            if contests.len() > 1 {
                lead = Phrase::data(&contest.name)
                    .then(Phrase::words(" · "))
                    .then(lead);
            }
            let all = words.integer(source.coverage.stations_reported);
            let message = match fewest {
                0 => Message::new("site-change-missing"),
                fewest => Message::new("site-change-sheets").with("count", fewest),
            };
            let about = [("lead", lead), ("all", all)];
            let text = words.general().with(&message, &about)?;
            lines.push(Element::new("p").phrase(&text).text(" "));
        }
    }
    let last = lines.pop().unwrap_or_else(|| Element::new("p"));
    let to = words.say("site-station-change")?;
    lines.push(last.child(link("../results.html#change", &to)));
    Ok(lines)
}

/// Whether the source may be named, and no count of ballots or copies stands in the place of its sheets.
fn is_told(source: &SourceReport) -> bool {
    source.overturned_by.is_none() && source.label != SourceLabel::Withheld
}

/// The fewest false sheets with which the lead vanishes; 0 where the missing alone can make it up.
fn fewest(source: &SourceReport) -> Option<u64> {
    let lines = source.sheets_false_needed.iter();
    lines.filter_map(|line| line.sheets).min()
}
