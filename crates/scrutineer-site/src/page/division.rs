//! A division: totals of every source, what is inside of it, what is missing and why.

mod inside;
mod maps;
mod totals;

use scrutineer_model::{DivisionIdx, Divisions};
use scrutineer_report::{Phrase, TextError};

use crate::address::slug;
use crate::content::Content;
use crate::frame::Page;
use crate::layout::{Layout, divisions};
use crate::totals::Sums;
use crate::words::Words;

use inside::address;
pub(crate) use inside::{children, doors, listing, pages_of_lists};
use inside::{counted, sheets_of};
pub(crate) use totals::{may_show, missing, of_contest, reason, reasons};

/// What pages of results are made from.
#[derive(Clone, Copy)]
pub(crate) struct Results<'c> {
    pub(crate) content: Content<'c>,
    pub(crate) layout: &'c Layout,
    pub(crate) sums: &'c [Sums],
    pub(crate) words: &'c Words<'c>,
}

/// The address of a division inside the folder of a language.
pub(crate) fn path(divisions: &Divisions, division: DivisionIdx) -> String {
    format!("r/{}.html", slug(divisions, division))
}

/// The name of a division, else its code.
pub(crate) fn name(of: Results<'_>, division: DivisionIdx) -> Phrase {
    divisions(of.content.dataset).map_or_else(Phrase::default, |divisions| {
        let held = divisions.get(division);
        Words::named(held.name, held.code)
    })
}

/// The pages around a division and its own, the widest first.
pub(crate) fn around(
    divisions: &Divisions,
    division: Option<DivisionIdx>,
    words: &Words<'_>,
) -> Result<Vec<(Phrase, String)>, TextError> {
    let mut pages = vec![(words.say("site-nav-results")?, "results.html".to_owned())];
    if let Some(division) = division {
        for at in divisions.path(division) {
            let held = divisions.get(at);
            pages.push((Words::named(held.name, held.code), path(divisions, at)));
        }
    }
    Ok(pages)
}

/// The pages of a division: its own, and lists of its stations where they are many.
pub(crate) fn pages(of: Results<'_>, division: DivisionIdx) -> Result<Vec<Page>, TextError> {
    let Some(divisions) = divisions(of.content.dataset) else {
        return Ok(Vec::new());
    };
    let held = divisions.get(division);
    let mut page = Page::new(
        path(divisions, division),
        Words::named(held.name, held.code),
    );
    page.is_stamped = false;
    page.around = around(divisions, held.parent, of.words)?;
    let range = of.layout.inside(division);
    for contest in 0..of.content.report.contests.len() {
        page.main.extend(of_contest(of, contest, Some(division))?);
        page.main.extend(children(of, contest, Some(division))?);
    }
    page.main.extend(missing(of, &range, false)?);
    let direct = of.layout.direct(of.content.dataset, division);
    let name = slug(divisions, division);
    page.main.extend(listing(of, &direct, &name, 1)?);
    let mut around = page.around.clone();
    around.push((page.title.clone(), page.path.clone()));
    let mut pages = vec![page];
    pages.extend(pages_of_lists(of, &direct, &name, &around)?);
    Ok(pages)
}
