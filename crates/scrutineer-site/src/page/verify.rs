//! How to check it: in the page, by the command, with someone else's program.

use scrutineer_report::{Element, Phrase, TextError};

use super::division::Results;
use crate::check::Check;
use crate::frame::Page;
use crate::markup::code;

pub(crate) fn page(of: Results<'_>, check: &Check) -> Result<Page, TextError> {
    let words = of.words;
    let mut page = Page::new("verify.html", words.say("site-nav-verify")?);
    let Some(log) = &of.content.report.log else {
        page.push(words.paragraph("site-no-log")?);
        return Ok(page);
    };
    page.push(words.paragraph("site-verify-text")?);
    let mut facts = Element::new("dl");
    let size = words.integer(log.size);
    for (id, value) in [
        ("site-column-origin", Phrase::data(&log.origin)),
        ("site-column-size", size),
        ("site-column-root", Phrase::data(&log.root)),
    ] {
        facts = facts
            .child(Element::new("dt").phrase(&words.say(id)?))
            .child(Element::new("dd").phrase(&value));
    }
    page.push(facts);
    page.push(words.heading("h2", "site-verify-command")?);
    page.push(words.paragraph("site-verify-command-text")?);
    page.push(code("scrutineer verify BUNDLE --policy election.policy"));
    page.push(words.heading("h2", "site-verify-one")?);
    page.push(words.paragraph("site-verify-one-text")?);
    page.push(code(
        "scrutineer proof BUNDLE --station STATION --out station.tlog-proof",
    ));
    page.push(code(
        "scrutineer verify station.tlog-proof --policy election.policy",
    ));
    page.push(words.heading("h2", "site-verify-page")?);
    page.push(words.paragraph("site-verify-page-text")?);
    // Where the script puts its form; without a script the text says which command does the same.
    let place = Element::new("div")
        .attr("id", "verifier")
        .child(words.note("site-verify-no-script")?);
    let place = check.on(&mut page, place, words);
    page.push(place);
    page.push(words.heading("h2", "site-verify-other")?);
    page.push(words.paragraph("site-verify-other-text")?);
    page.push(code("node cli.mjs bundle --policy election.policy BUNDLE"));
    page.push(words.heading("h2", "site-verify-keys")?);
    page.push(words.paragraph("site-verify-keys-text")?);
    page.push(words.heading("h2", "site-verify-mirror")?);
    page.push(words.paragraph("site-verify-mirror-text")?);
    page.push(code(
        "scrutineer mirror ADDRESS --policy election.policy --state SEEN --out COPY",
    ));
    Ok(page)
}
