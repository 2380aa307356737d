//! Earlier releases, decisions on findings, replies; and the same as a feed.

use scrutineer_model::Message;
use scrutineer_report::{Element, Phrase, TextError, decision_word};

use super::division::Results;
use crate::frame::Page;
use crate::markup::{Table, code, link};
use crate::page::findings::page_of;

pub(crate) fn page(of: Results<'_>) -> Result<Page, TextError> {
    let words = of.words;
    let mut page = Page::new("changes.html", words.say("site-nav-changes")?);
    page.push(words.paragraph("site-changes-text")?);
    let Some(log) = &of.content.report.log else {
        page.push(words.paragraph("site-no-log")?);
        return Ok(page);
    };
    let mut table = Table::new(words.say("site-releases-caption")?)
        .right(words.say("site-column-size")?)
        .left(words.say("site-column-date")?)
        .left(words.say("site-column-root")?);
    let own = (log.size, log.root.as_str(), of.content.report.as_of);
    let earlier = of.content.releases.iter();
    let earlier = earlier.map(|held| (held.size, held.root.as_str(), held.as_of));
    let mut all: Vec<_> = earlier.chain([own]).collect();
    all.reverse();
    for (size, root, date) in &all {
        table.row(vec![
            words.integer(*size).into(),
            words.general().date(*date)?.into(),
            Element::new("code").text(root).into(),
        ]);
    }
    page.push(table.finish());
    page.push(words.paragraph("site-changes-command")?);
    let from = all.get(1).map_or(0, |held| held.0);
    page.push(code(&format!(
        "scrutineer diff BUNDLE --from {from} --to {}",
        log.size
    )));
    page.push(Element::new("p").child(link("changes.atom", &words.say("site-feed")?)));
    page.push(words.heading("h2", "site-decisions")?);
    let dispositions = of.content.dataset.dispositions();
    if dispositions.is_empty() {
        page.push(words.paragraph("site-no-decisions")?);
    }
    let mut list = Element::new("ul");
    for held in dispositions {
        let text = words.with(
            "report-disposition",
            &[
                (
                    "decision",
                    words
                        .general()
                        .word("report-decision", decision_word(held.decision))?,
                ),
                ("reason", Phrase::data(&held.reason)),
                ("by", Phrase::data(&held.role)),
                ("on", words.general().date(held.date)?),
            ],
        )?;
        let key = held.key.as_str();
        let name = Phrase::data(key);
        let own = key.split('|').next().unwrap_or(key);
        let is_known = of
            .content
            .report
            .findings
            .iter()
            .any(|finding| finding.code == own);
        let item = Element::new("li");
        let item = if is_known {
            item.child(link(&page_of(own), &name))
        } else {
            item.phrase(&name)
        };
        list = list.child(item.text(": ").phrase(&text));
    }
    if !dispositions.is_empty() {
        page.push(list);
    }
    Ok(page)
}

/// The releases as an Atom feed (RFC 4287).
pub(crate) fn feed(of: Results<'_>) -> Result<(String, Vec<u8>), TextError> {
    let words = of.words;
    let report = of.content.report;
    let path = format!("{}/changes.atom", words.tag());
    let moment = |date: scrutineer_model::Date| format!("{date}T00:00:00Z");
    let text = |name: &'static str, value: &str| Element::new(name).text(value);
    let origin = report.log.as_ref().map_or("", |log| log.origin.as_str());
    let name = |size: u64| format!("tag:{origin},{}:{size}", report.election.date);
    let title = words.with(
        "report-title",
        &[("election", Phrase::data(&report.election.name))],
    )?;
    let mut feed = Element::new("feed")
        .attr("xmlns", "http://www.w3.org/2005/Atom")
        .attr("xml:lang", words.tag())
        .child(text("id", &name(0)))
        .child(text("title", &title.to_string()))
        .child(text("updated", &moment(report.as_of)))
        .child(Element::new("author").child(text("name", origin)));
    let own = report.log.as_ref().map(|log| (log.size, report.as_of));
    let earlier = of.content.releases.iter();
    let earlier = earlier.map(|held| (held.size, held.as_of));
    let mut all: Vec<_> = earlier.chain(own).collect();
    all.reverse();
    for (size, date) in all {
        let entry = words.message(&Message::new("site-feed-entry").with("size", size))?;
        feed = feed.child(
            Element::new("entry")
                .child(text("id", &name(size)))
                .child(text("title", &entry.to_string()))
                .child(text("updated", &moment(date)))
                .child(text("content", &entry.to_string())),
        );
    }
    let xml = format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}\n");
    Ok((path, xml.into_bytes()))
}
