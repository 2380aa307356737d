//! Every check that was run, whether or not it found something.

use scrutineer_checks::CATALOGUE;
use scrutineer_model::{BearsOn, Severity};
use scrutineer_report::{Element, Phrase, TextError};

use super::division::Results;
use super::findings::{of_catalogue, page_of};
use crate::frame::Page;
use crate::markup::link;

pub(crate) fn page(of: Results<'_>) -> Result<Page, TextError> {
    let words = of.words;
    let mut page = Page::new("catalogue.html", words.say("site-nav-catalogue")?);
    page.around = vec![(words.say("site-nav-findings")?, "findings.html".to_owned())];
    page.push(words.paragraph("site-catalogue-text")?);
    for info in CATALOGUE {
        let findings = of.content.report.findings.iter();
        let count = findings.filter(|held| held.code == info.code).count() as u64;
        let title = format!("{}-title", info.message_id());
        let mut title_text = Phrase::data(info.code);
        if words.texts().has(&title) {
            title_text = title_text
                .then(Phrase::words(": "))
                .then(words.say(&title)?);
        }
        let severity = words.general().word(
            "report-severity",
            match info.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Info => "info",
            },
        )?;
        let bears = words
            .general()
            .word("report-bears-on", bears_on_word(info.bears_on))?;
        let about = words.with(
            "site-check-about",
            &[
                ("severity_name", severity),
                (
                    "link_name",
                    words.say(&format!("chain-link-{}", info.link.number()))?,
                ),
                ("bears", bears),
            ],
        )?;
        let found = words.count("site-check-found", count)?;
        let found = if count > 0 {
            Element::new("p").child(link(&page_of(info.code), &found))
        } else {
            Element::new("p").phrase(&found)
        };
        page.push(
            Element::new("section")
                .attr("id", &scrutineer_report::element_id(info.code))
                .child(Element::new("h2").phrase(&title_text))
                .child(Element::new("p").phrase(&of_catalogue(words, info.rule)))
                .child(Element::new("p").attr("class", "note").phrase(&about))
                .child(found)
                .child(
                    Element::new("p")
                        .child(Element::new("b").phrase(&words.say("site-not-proven")?))
                        .text(": ")
                        .phrase(&of_catalogue(words, info.limit)),
                ),
        );
    }
    Ok(page)
}

/// The word of an answer in message ids.
pub(super) fn bears_on_word(bears_on: BearsOn) -> &'static str {
    match bears_on {
        BearsOn::Winner => "winner",
        BearsOn::Figures => "figures",
        BearsOn::Nothing => "nothing",
    }
}
