//! Statistics, and where the evidence comes from.

use scrutineer_report::{Element, TextError, sections};

use super::division::Results;
use crate::frame::Page;
use crate::markup::link;

pub(crate) fn statistics(of: Results<'_>) -> Result<Page, TextError> {
    let words = of.words;
    let mut page = Page::new("statistics.html", words.say("site-nav-statistics")?);
    page.push(words.paragraph("site-statistics-text")?);
    let made = sections(
        of.content.report,
        words.texts(),
        &["sheet-tests", "imputation"],
    )?;
    if of.content.report.tests.is_empty() {
        page.push(words.paragraph("site-no-tests")?);
    }
    page.main.extend(made);
    Ok(page)
}

pub(crate) fn evidence(of: Results<'_>) -> Result<Page, TextError> {
    let words = of.words;
    let mut page = Page::new("evidence.html", words.say("site-nav-evidence")?);
    page.main.extend(sections(
        of.content.report,
        words.texts(),
        &["evidence", "compared", "inputs"],
    )?);
    page.push(Element::new("p").child(link("chain.html", &words.say("site-chain-more")?)));
    Ok(page)
}
