//! The first page: the answers, the chain, coverage, the checkpoint, the way to one's own station.

use scrutineer_report::{Element, Phrase, TextError, chain_words, first_screen};

use super::division::{Results, doors, listing, reasons};
use crate::assets::Assets;
use crate::frame::Page;
use crate::markup::{Table, jump, link};
use crate::page::changes::recent;
use crate::page::stations::sets;
use crate::page::verify;

/// Where each link of the chain is explained, first to last.
const LINKS: [&str; 7] = [
    "evidence.html",
    "evidence.html",
    "evidence.html",
    "verify.html",
    "data.html",
    "results.html#change",
    "declared.html",
];

/// `finder` is the path of the index of polling places from the root of the site.
pub(crate) fn page(
    of: Results<'_>,
    assets: &Assets,
    finder: Option<&str>,
) -> Result<Page, TextError> {
    let words = of.words;
    let report = of.content.report;
    let election = [("election", Phrase::data(&report.election.name))];
    let mut page = Page::new("index.html", words.with("report-title", &election)?);
    let changed = recent::sections(of)?;
    let recent = (!changed.is_empty()).then_some(("changed", "changes-jump"));
    let jumps = [
        ("find", "site-find"),
        ("chain", "report-section-chain"),
        ("coverage", "site-coverage-heading"),
    ];
    let jumps = jumps.into_iter().chain(recent);
    let jumps = jumps.map(|(to, id)| Ok((to.to_owned(), words.say(id)?)));
    page.push(jump(jumps.collect::<Result<Vec<_>, TextError>>()?));
    let mut first = first_screen(report, words.texts())?.into_iter();
    page.main.extend(first.next());
    page.push(find(of, finder)?);
    if finder.is_some() {
        page.scripts.push(assets.search().path.clone());
    }
    page.push(chain(of)?);
    if !changed.is_empty() {
        page.push(Element::new("div").attr("id", "changed").children(changed));
    }
    page.push(coverage(of)?);
    page.push(checkpoint(of)?);
    page.main.extend(first);
    Ok(page)
}

/// Seven links as a row, each leading to its page.
fn chain(of: Results<'_>) -> Result<Element, TextError> {
    let mut section = Element::new("section")
        .attr("id", "chain")
        .child(of.words.heading("h2", "report-section-chain")?);
    for contest in &of.content.report.contests {
        if of.content.report.contests.len() > 1 {
            section = section.child(Element::new("h3").phrase(&Phrase::data(&contest.name)));
        }
        let mut list = Element::new("ol").attr("class", "links");
        for ((number, name, state, word), to) in chain_words(contest, of.words.texts())?
            .into_iter()
            .zip(LINKS)
        {
            let state = Element::new("b").phrase(&state);
            let item = Element::new("li").attr("class", word).child(
                link(to, &Phrase::words(number.to_string()))
                    .text(" ")
                    .child(Element::new("span").phrase(&name))
                    .text(" ")
                    .child(state),
            );
            list = list.child(item);
        }
        section = section.child(list);
    }
    Ok(section
        .child(Element::new("p").child(link("chain.html", &of.words.say("site-chain-more")?))))
}

/// The way to one's own station: divisions, or places where there are none.
fn find(of: Results<'_>, finder: Option<&str>) -> Result<Element, TextError> {
    let mut section = Element::new("section")
        .attr("id", "find")
        .child(of.words.heading("h2", "site-find")?)
        .child(of.words.paragraph("site-find-text")?);
    if let Some(finder) = finder {
        section = section.child(field(of, finder)?);
    }
    let outside = of.layout.outside.clone();
    match doors(of)? {
        Some(doors) => section = section.child(doors),
        None => {
            section = section.children(listing(of, &outside, "all", 0)?);
        }
    }
    Ok(section)
}

/// Where the script puts the field for search; without a script the lists below lead as far.
fn field(of: Results<'_>, finder: &str) -> Result<Element, TextError> {
    let mut place = Element::new("div")
        .attr("id", "finder")
        .attr("class", "search")
        .attr("data-index", &format!("../{finder}"));
    for (name, id) in [
        ("data-label", "site-find-label"),
        ("data-hint", "site-find-hint"),
        ("data-station", "site-find-station"),
        ("data-some", "site-find-some"),
        ("data-many", "site-find-many"),
        ("data-none", "site-find-none"),
        ("data-failed", "site-find-failed"),
    ] {
        place = place.attr(name, &of.words.say(id)?.to_string());
    }
    Ok(place)
}

/// Stations with and without a sheet, and why.
fn coverage(of: Results<'_>) -> Result<Element, TextError> {
    let words = of.words;
    let mut section = Element::new("section")
        .attr("id", "coverage")
        .child(words.heading("h2", "site-coverage-heading")?);
    let every = 0..of.layout.order.len();
    for (at, contest) in of.content.report.contests.iter().enumerate() {
        for set in sets(&of.content, at) {
            let id = of.content.dataset.source(set.source()).id.as_str();
            let Some(source) = contest.sources.iter().find(|held| held.id == id) else {
                continue;
            };
            let held = &source.coverage;
            let caption = words.source(contest, &source.id)?;
            let mut table = Table::new(caption)
                .left(words.say("report-column-question")?)
                .right(words.say("report-column-answer")?);
            let known = |value| words.general().known(value);
            table.row(vec![
                words.say("report-evidence-stations")?.into(),
                words.integer(held.stations_reported).into(),
            ]);
            table.row(vec![
                words.say("report-evidence-expected")?.into(),
                known(held.stations_expected)?.into(),
            ]);
            for (reason, count) in reasons(of, set, &every, true) {
                let reason = words.general().word("report-reason", reason)?;
                table.row(vec![
                    words
                        .with("report-evidence-missing", &[("reason", reason)])?
                        .into(),
                    words.integer(count).into(),
                ]);
            }
            section = section.child(table.finish());
        }
    }
    Ok(section)
}

fn checkpoint(of: Results<'_>) -> Result<Element, TextError> {
    let words = of.words;
    let section = Element::new("section")
        .attr("id", "checkpoint")
        .child(words.heading("h2", "site-checkpoint")?);
    let text = if of.content.report.log.is_some() {
        words.paragraph("site-checkpoint-text")?
    } else {
        words.paragraph("site-no-log")?
    };
    let mut section = section.child(text);
    if of.content.report.log.is_some() {
        section = section.child(verify::signed(of, "index.html")?);
    }
    Ok(section
        .child(Element::new("p").child(link("verify.html", &words.say("site-footer-verify")?))))
}
