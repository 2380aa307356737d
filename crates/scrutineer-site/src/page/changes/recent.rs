//! What changed in the last days, for the first page.

use std::collections::BTreeMap;

use scrutineer_model::Message;
use scrutineer_report::{Element, Phrase, TextError, changed_section, compare};

use super::pair::{self, Between};
use crate::content::State;
use crate::markup::link;
use crate::page::division::Results;

/// Days during which a change stands on the first page, by the dates of releases.
const DAYS: i64 = 7;

/// A section for each release of the last days that changed an answer, a total or coverage, the latest
/// first.
pub(crate) fn sections(of: Results<'_>) -> Result<Vec<Element>, TextError> {
    let mut out = Vec::new();
    for [old, new] in steps(&of.content.history.states).rev() {
        if of.content.report.as_of.days_since(new.report.as_of) > DAYS {
            break;
        }
        out.extend(section(of, old, new)?);
    }
    Ok(out)
}

/// Each state with the one before it.
pub(super) fn steps(states: &[State]) -> impl DoubleEndedIterator<Item = [&State; 2]> {
    states.windows(2).filter_map(|pair| match pair {
        [old, new] => Some([old, new]),
        _ => None,
    })
}

fn section(of: Results<'_>, old: &State, new: &State) -> Result<Option<Element>, TextError> {
    let words = of.words;
    let comparison = compare(&old.report, &new.report);
    let date = words.general().date(old.report.as_of)?;
    let title = words.general().with(
        &Message::new("changes-since").with("size", old.size),
        &[("date", date)],
    )?;
    let between = Between::new(of, old, new);
    let id = format!("changed-{}", new.size);
    let because = because(of, &between)?;
    let section = changed_section(&comparison, words.texts(), &id, title, because)?;
    let more = link(&pair::path(old, new, 0), &words.say("changes-more")?);
    Ok(section.map(|section| section.child(Element::new("p").child(more))))
}

/// Whether what was declared changed, how many entries of each sort came between two releases, and of which
/// kinds the corrected ones are.
pub(super) fn because(of: Results<'_>, between: &Between) -> Result<Phrase, TextError> {
    let words = of.words;
    let [new, corrected, withdrawn, others] = between.counts();
    let [replaced, added] = between.declared();
    let mut said = Vec::new();
    if replaced > 0 {
        said.push(words.count("changes-declared-replaced", replaced)?);
    }
    if added > 0 {
        said.push(words.count("changes-declared-added", added)?);
    }
    let message = Message::new("changes-because")
        .with("new", new)
        .with("corrected", corrected)
        .with("withdrawn", withdrawn)
        .with("others", others);
    said.push(words.message(&message)?);
    for (id, kinds) in [
        ("changes-kinds-corrected", &between.corrected),
        ("changes-kinds-withdrawn", &between.withdrawn),
    ] {
        if !kinds.is_empty() {
            said.push(words.with(id, &[("kinds", by_kind(of, kinds)?)])?);
        }
    }
    let mut said = said.into_iter();
    let first = said.next().unwrap_or_default();
    Ok(said.fold(first, |all, next| all.then(Phrase::words(" ")).then(next)))
}

/// Kinds with their numbers.
fn by_kind(of: Results<'_>, kinds: &BTreeMap<&'static str, u64>) -> Result<Phrase, TextError> {
    let mut out = Phrase::default();
    for (kind, count) in kinds {
        if !out.is_empty() {
            out = out.then(Phrase::words(", "));
        }
        out = out
            .then(of.words.kind(kind)?)
            .then(Phrase::words(" "))
            .then(of.words.integer(*count));
    }
    Ok(out)
}
