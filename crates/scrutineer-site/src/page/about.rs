//! The method in plain language, its limits, where the project comes from, how to contest a finding.

use scrutineer_model::Publisher;
use scrutineer_report::{Element, Phrase, TextError, sections};

use super::division::Results;
use crate::frame::Page;
use crate::names::cut;
use crate::words::Words;

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
        if heading == "site-about-contest" {
            for text in contest(of.content.publisher, words)? {
                page.push(Element::new("p").phrase(&text));
            }
        }
    }
    page.push(words.heading("h2", "site-about-runs")?);
    let text = match (&of.content.report.log, of.content.publisher) {
        (Some(log), Some(publisher)) => words.with(
            "site-about-runs-by",
            &[
                ("name", Phrase::data(&cut(&publisher.name))),
                ("origin", Phrase::data(&log.origin)),
            ],
        )?,
        (Some(log), None) => words.with(
            "site-about-runs-text",
            &[("origin", Phrase::data(&log.origin))],
        )?,
        (None, _) => words.say("site-no-log")?,
    };
    page.push(Element::new("p").phrase(&text));
    if let Some(site) = of.content.publisher.and_then(|held| held.site.as_deref()) {
        let address = [("address", Phrase::data(site))];
        let text = words.with("site-about-address", &address)?;
        page.push(Element::new("p").phrase(&text));
    }
    page.main
        .extend(sections(of.content.report, words.texts(), &["method"])?);
    Ok(page)
}

/// Where a finding is contested, and by when that is answered.
fn contest(publisher: Option<&Publisher>, words: &Words<'_>) -> Result<Vec<Phrase>, TextError> {
    let Some(publisher) = publisher else {
        return Ok(vec![words.say("site-about-contest-unsaid")?]);
    };
    let place = words.with(
        "site-about-contest-place",
        &[("contact", Phrase::data(&publisher.contact))],
    )?;
    let when = match publisher.reply_days {
        Some(days) => words.count("site-about-contest-days", u64::from(days))?,
        None => words.say("site-about-contest-no-days")?,
    };
    Ok(vec![place, when])
}
