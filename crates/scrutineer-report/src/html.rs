//! One self-contained HTML file: no program, no request, no inline style.

mod blocks;
mod chain;
mod chart;
mod forms;
mod heat;
mod moments;
mod node;
mod picture;
mod style;

use scrutineer_audit::AuditReport;

use crate::phrase::Phrase;
use crate::power::KeptPower;
use crate::view::{Page, Section};
use crate::voice::Voice;
use crate::{Language, TextError, Texts};
pub use forms::{FormSection, forms_html};
use node::id;
pub use node::{Element, id as element_id};

/// The whole report as one HTML file in one language.
pub fn html(report: &AuditReport, language: Language) -> Result<String, TextError> {
    html_with(report, None, language)
}

/// As [`html()`], with what the tests would have found beside them where it was kept.
///
/// # Errors
/// [`TextError`] where a message is missing.
pub fn html_with(
    report: &AuditReport,
    power: Option<&KeptPower>,
    language: Language,
) -> Result<String, TextError> {
    let texts = Texts::new(language);
    document(&Page::with_power(report, power, &texts)?, &texts)
}

/// The first screen alone, for printing.
pub fn brief_html(report: &AuditReport, language: Language) -> Result<String, TextError> {
    let texts = Texts::new(language);
    document(&Page::first_screen(report, &texts)?, &texts)
}

pub(crate) fn document(page: &Page, texts: &Texts) -> Result<String, TextError> {
    document_with(page, texts, None)
}

/// The same with a menu above the heading.
pub(crate) fn document_with(
    page: &Page,
    texts: &Texts,
    menu: Option<Element>,
) -> Result<String, TextError> {
    document_beside(page, texts, menu, None)
}

/// Sections that stand beside a page and not in it.
pub(crate) fn aside(sections: &[Section]) -> Element {
    let held = Element::new("aside");
    let named = match sections.first() {
        Some(first) => held.attr("aria-labelledby", &format!("{}-title", id(&first.id))),
        None => held,
    };
    named.children(sections.iter().map(section_element))
}

/// The same with something behind the page, which changes nothing of it.
pub(crate) fn document_beside(
    page: &Page,
    texts: &Texts,
    menu: Option<Element>,
    beside: Option<Element>,
) -> Result<String, TextError> {
    let voice = Voice::general(texts);
    let head = Element::new("head")
        .child(Element::new("meta").attr("charset", "utf-8"))
        .child(
            Element::new("meta")
                .attr("name", "viewport")
                .attr("content", "width=device-width, initial-scale=1"),
        )
        .child(
            Element::new("meta")
                .attr("http-equiv", "Content-Security-Policy")
                .attr("content", &style::policy()),
        )
        .child(
            Element::new("meta")
                .attr("name", "referrer")
                .attr("content", "no-referrer"),
        )
        .child(
            Element::new("meta")
                .attr("name", "color-scheme")
                .attr("content", "light dark"),
        )
        .child(Element::new("title").text(&page.title.to_string()))
        .child(style::element());
    let mut main = Element::new("main").attr("id", "main");
    for section in &page.sections {
        main = main.child(section_element(section));
    }
    let header = menu
        .into_iter()
        .fold(Element::new("header"), Element::child);
    let mut body = Element::new("body")
        .child(
            Element::new("a")
                .attr("class", "skip")
                .attr("href", "#main")
                .phrase(&voice.say("report-skip")?),
        )
        .child(header.child(Element::new("h1").phrase(&page.title)));
    if page.sections.len() > 1 {
        body = body.child(contents(page, &voice)?);
    }
    let footer =
        Element::new("footer").child(Element::new("p").phrase(&voice.say("report-offline")?));
    let html = Element::new("html")
        .attr("lang", page.language.tag())
        .child(head)
        .child(
            beside
                .into_iter()
                .fold(body.child(main), Element::child)
                .child(footer),
        );
    Ok(format!("<!DOCTYPE html>\n{html}\n"))
}

/// Links to other pages: address, words, the language of the page where it is another one, and whether it
/// is the page itself.
pub(crate) fn menu(name: &str, links: &[(String, Phrase, Option<Language>, bool)]) -> Element {
    let mut list = Element::new("ul");
    for (address, words, language, is_current) in links {
        let mut link = Element::new("a").attr("href", address);
        if let Some(language) = language {
            link = link
                .attr("lang", language.tag())
                .attr("hreflang", language.tag());
        }
        if *is_current {
            link = link.attr("aria-current", "page");
        }
        list = list.child(Element::new("li").child(link.phrase(words)));
    }
    Element::new("nav").attr("aria-label", name).child(list)
}

fn contents(page: &Page, voice: &Voice<'_>) -> Result<Element, TextError> {
    let mut list = Element::new("ul");
    for section in &page.sections {
        let link = Element::new("a")
            .attr("href", &format!("#{}", id(&section.id)))
            .phrase(&section.title);
        list = list.child(Element::new("li").child(link));
    }
    Ok(Element::new("nav")
        .attr("aria-label", &voice.say("report-contents")?.to_string())
        .child(list))
}

pub(crate) fn chain_figure(links: &[crate::view::LinkView]) -> Element {
    chain::picture(links)
}

/// The blocks of a section without its heading.
pub(crate) fn bare_element(section: &Section) -> Element {
    blocks::write(Element::new("div"), &section.blocks)
}

pub(crate) fn section_element(section: &Section) -> Element {
    let anchor = id(&section.id);
    let title = format!("{anchor}-title");
    let head = Element::new("h2").attr("id", &title).phrase(&section.title);
    blocks::write(
        Element::new("section")
            .attr("id", &anchor)
            .attr("aria-labelledby", &title)
            .child(head),
        &section.blocks,
    )
}
