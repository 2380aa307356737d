//! The method in plain language, its limits, where the project comes from, how to contest a finding.

use scrutineer_report::{Element, Phrase, TextError, sections};

use super::division::Results;
use crate::frame::Page;

/// Headings and texts, in their order.
const PARTS: [(&str, &str); 5] = [
    ("site-about-does", "site-about-does-text"),
    ("site-about-neutral", "site-about-neutral-text"),
    ("site-about-origin", "site-about-origin-text"),
    ("site-about-contest", "site-about-contest-text"),
    ("site-about-people", "site-about-people-text"),
];

/// What the statement asked for and said that the project comes from.
const SAID: [&str; 4] = [
    "site-about-said-audit",
    "site-about-said-data",
    "site-about-said-tallies",
    "site-about-said-conditions",
];

pub(crate) fn page(of: Results<'_>) -> Result<Page, TextError> {
    let words = of.words;
    let mut page = Page::new("about.html", words.say("site-nav-about")?);
    for (heading, text) in PARTS {
        page.push(words.heading("h2", heading)?);
        page.push(words.paragraph(text)?);
        if heading == "site-about-origin" {
            let mut list = Element::new("ul");
            for id in SAID {
                list = list.child(Element::new("li").phrase(&words.say(id)?));
            }
            page.push(list);
        }
    }
    page.push(words.heading("h2", "site-about-runs")?);
    let text = match &of.content.report.log {
        Some(log) => words.with(
            "site-about-runs-text",
            &[("origin", Phrase::data(&log.origin))],
        )?,
        None => words.say("site-no-log")?,
    };
    page.push(Element::new("p").phrase(&text));
    page.main
        .extend(sections(of.content.report, words.texts(), &["method"])?);
    Ok(page)
}
