//! Where the evidence comes from.

use scrutineer_report::{Element, TextError, sections};

use super::division::Results;
use crate::frame::Page;
use crate::markup::link;

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
