//! The whole election: totals, divisions, what is missing, what could change.

use scrutineer_report::{TextError, sections};

use super::division::{Results, children, listing, missing, of_contest, pages_of_lists};
use crate::frame::Page;
use crate::markup::link;
use scrutineer_report::Element;

pub(crate) fn pages(of: Results<'_>) -> Result<Vec<Page>, TextError> {
    let words = of.words;
    let mut page = Page::new("results.html", words.say("site-nav-results")?);
    page.push(words.paragraph("site-results-text")?);
    for contest in 0..of.content.report.contests.len() {
        page.main.extend(of_contest(of, contest, None)?);
        page.main.extend(children(of, contest, None)?);
    }
    let every = 0..of.layout.order.len();
    page.main.extend(missing(of, &every, true)?);
    page.push(Element::new("div").attr("id", "change").children(sections(
        of.content.report,
        words.texts(),
        &["bounds", "false-sheets"],
    )?));
    let outside = of.layout.outside.clone();
    page.main.extend(listing(of, &outside, "all", 0)?);
    let around = vec![(page.title.clone(), page.path.clone())];
    let mut pages = vec![page];
    pages.extend(pages_of_lists(of, &outside, "all", &around)?);
    Ok(pages)
}

/// The chain of evidence in words, with the reasons of the answers.
pub(crate) fn chain(of: Results<'_>) -> Result<Page, TextError> {
    let mut page = Page::new("chain.html", of.words.say("report-section-chain")?);
    page.main.extend(sections(
        of.content.report,
        of.words.texts(),
        &["chain", "reasons"],
    )?);
    page.push(Element::new("p").child(link("about.html", &of.words.say("site-footer-about")?)));
    Ok(page)
}
