//! What it would take to change the answer, said under single sheets.

use scrutineer_report::{Element, Phrase, TextError};

use crate::markup::link;
use crate::words::Words;

/// Where the page of a single sheet leads whoever asks whether that sheet decides anything.
///
/// It has no number of its own: how many sheets would have to be false follows from a register total, its
/// reading and what is assumed of the missing, and the pages that it leads to name them. So a page of stations
/// stays the same when others report.
pub(super) fn line(words: &Words<'_>) -> Result<Element, TextError> {
    let mut line = Element::new("p")
        .phrase(&words.say("site-change")?)
        .text(" ");
    for (position, (to, id)) in [
        ("../results.html#change", "site-change-numbers"),
        ("../chain.html#reasons", "site-change-reasons"),
    ]
    .into_iter()
    .enumerate()
    {
        if position > 0 {
            line = line.phrase(&Phrase::words(" · "));
        }
        line = line.child(link(to, &words.say(id)?));
    }
    Ok(line)
}
