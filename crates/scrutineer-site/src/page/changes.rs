//! Earlier releases, what changed between them, corrections, decisions on findings; and the same as a feed.

mod errata;
mod pair;
pub(crate) mod recent;

use scrutineer_model::Message;
use scrutineer_report::{Element, Phrase, TextError, decision_word};

use super::division::Results;
use crate::address::base64;
use crate::frame::Page;
use crate::markup::{Cell, Table, code, link};
use crate::page::findings::page_of;

/// All pages of changes.
pub(crate) fn pages(of: Results<'_>) -> Result<Vec<Page>, TextError> {
    let mut pages = vec![page(of)?];
    let states = &of.content.history.states;
    for from in 0..states.len() {
        for to in from + 1..states.len() {
            pages.extend(pair::pages(of, states.get(from..=to).unwrap_or(&[]))?);
        }
    }
    pages.extend(errata::pages(of)?);
    Ok(pages)
}

fn page(of: Results<'_>) -> Result<Page, TextError> {
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
            Element::new("code").text(&base64(root)).into(),
        ]);
    }
    page.push(table.finish());
    page.main.extend(pairs(of)?);
    page.push(words.paragraph("site-changes-command")?);
    let from = all.get(1).map_or(0, |held| held.0);
    page.push(code(&format!(
        "scrutineer diff BUNDLE --from {from} --to {}",
        log.size
    )));
    page.push(Element::new("p").child(link("changes.atom", &words.say("site-feed")?)));
    page.push(words.heading("h2", "changes-errata")?);
    let corrections = of.content.history.corrections.len() as u64;
    page.push(if corrections == 0 {
        words.paragraph("changes-no-errata")?
    } else {
        let name = words.count("changes-errata-caption", corrections)?;
        Element::new("p").child(link(&errata::path(0), &name))
    });
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

/// Each release that is compared with the ones before it, the latest first.
fn pairs(of: Results<'_>) -> Result<Vec<Element>, TextError> {
    let words = of.words;
    let states = &of.content.history.states;
    if states.len() < 2 {
        return Ok(Vec::new());
    }
    let mut table = Table::new(words.say("changes-pair-caption")?)
        .right(words.say("site-column-size")?)
        .left(words.say("site-column-date")?)
        .left(words.say("changes-column-with")?);
    for (at, new) in states.iter().enumerate().skip(1).rev() {
        let mut cell = Vec::new();
        for old in states.iter().take(at).rev() {
            cell.push(link(&pair::path(old, new, 0), &words.integer(old.size)));
            cell.push(Element::new("span").text(" "));
        }
        table.row(vec![
            words.integer(new.size).into(),
            words.general().date(new.report.as_of)?.into(),
            Cell::Of(cell),
        ]);
    }
    let mut out = vec![
        words.heading("h2", "changes-pairs")?,
        words.paragraph("changes-pairs-text")?,
        table.finish(),
    ];
    if of.content.releases.len() >= states.len() {
        out.push(words.note("changes-only-some")?);
    }
    Ok(out)
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
        .attr("xmlns:atom", "http://www.w3.org/2005/Atom")
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
    let states = &of.content.history.states;
    for (size, date) in all {
        let entry = words.message(&Message::new("site-feed-entry").with("size", size))?;
        let step = recent::steps(states).find(|[_, new]| new.size == size);
        let (to, about) = match step {
            Some([old, new]) => (
                pair::path(old, new, 0),
                recent::because(of, &pair::Between::new(of, old, new))?,
            ),
            None => ("changes.html".to_owned(), entry.clone()),
        };
        feed = feed.child(
            Element::new("entry")
                .child(text("id", &name(size)))
                .child(text("title", &entry.to_string()))
                .child(text("updated", &moment(date)))
                .child(
                    // With a prefix, since the writer knows `link` as an element of HTML without an end.
                    Element::new("atom:link")
                        .attr("rel", "alternate")
                        .attr("href", &to),
                )
                .child(text("content", &about.to_string())),
        );
    }
    let xml = format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{feed}\n");
    Ok((path, xml.into_bytes()))
}
