//! Every correction of the log.

use scrutineer_model::Message;
use scrutineer_report::{Element, Phrase, TextError};

use super::pair::{replaced, source, station};
use crate::content::Correction;
use crate::frame::Page;
use crate::markup::{Table, page_numbers};
use crate::page::division::Results;

/// Corrections on one page.
const MOST: usize = 300;

/// The address of a page of corrections inside the folder of a language.
pub(super) fn path(number: usize) -> String {
    match number {
        0 => "c/errata.html".to_owned(),
        _ => format!("c/errata_{}.html", number + 1),
    }
}

/// The pages of corrections, the earliest first, so that a new one changes the last page only.
pub(super) fn pages(of: Results<'_>) -> Result<Vec<Page>, TextError> {
    let words = of.words;
    let chunks: Vec<&[Correction]> = of.content.history.corrections.chunks(MOST).collect();
    let mut pages = Vec::new();
    for (number, chunk) in chunks.iter().enumerate() {
        let mut title = words.say("changes-errata")?;
        if number > 0 {
            title = title.then(Phrase::words(format!(" ({})", number + 1)));
        }
        let mut page = Page::new(path(number), title);
        page.is_stamped = false;
        page.around = vec![(words.say("site-nav-changes")?, "changes.html".to_owned())];
        page.push(words.paragraph("changes-errata-text")?);
        page.push(table(of, chunk)?);
        // Neither the last page nor their number: a new correction changes no page but the last.
        let beside = [number.checked_sub(1), Some(number), Some(number + 1)];
        let beside = beside.into_iter().flatten().filter(|at| *at < chunks.len());
        let to = |other| format!("../{}", path(other));
        page.main
            .extend(page_numbers(words, beside.collect(), number, &to)?);
        pages.push(page);
    }
    Ok(pages)
}

fn table(of: Results<'_>, corrections: &[Correction]) -> Result<Element, TextError> {
    let words = of.words;
    let caption = Message::new("changes-errata-caption").with("count", corrections.len() as u64);
    let mut table = Table::new(words.message(&caption)?)
        .right(words.say("changes-column-entry")?)
        .left(words.say("changes-column-what")?)
        .left(words.say("changes-column-kind")?)
        .left(words.say("changes-column-subject")?)
        .left(words.say("report-column-source")?);
    for held in corrections {
        let what = if held.is_withdrawal {
            "changes-withdrawn"
        } else {
            "changes-corrected"
        };
        table.row(vec![
            words.integer(held.leaf).into(),
            replaced(words, what, held.supersedes)?.into(),
            words.kind(held.kind)?.into(),
            station(of, held.station)?,
            source(of, held.source)?.into(),
        ]);
    }
    Ok(table.finish())
}
