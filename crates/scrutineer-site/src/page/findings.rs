//! Findings: a page of codes, a page for each code, tier and link.

mod by_division;

use std::collections::BTreeMap;

use scrutineer_checks::{CATALOGUE, CheckInfo};
use scrutineer_model::{Finding, Message, Tier};
use scrutineer_report::{Element, FindingText, Phrase, TextError, Voice};

use super::division::Results;
use crate::address::{fragment, up};
use crate::frame::Page;
use crate::markup::{Cell, Table, link};
use crate::page::stations::unnamed;
use crate::words::Words;

/// Findings by code.
type Codes<'f> = BTreeMap<&'f str, Vec<&'f Finding>>;

/// Findings on one page.
const MOST: usize = 300;

/// The address of the findings of a code inside the folder of a language.
pub(crate) fn page_of(code: &str) -> String {
    format!("f/{}.html", scrutineer_report::element_id(&name(code)))
}

fn name(code: &str) -> String {
    code.to_ascii_lowercase().replace('.', "-")
}

fn tier_word(tier: Tier) -> &'static str {
    match tier {
        Tier::Contradiction => "contradiction",
        Tier::Test => "test",
        Tier::Picture => "picture",
    }
}

pub(crate) fn info(code: &str) -> Option<&'static CheckInfo> {
    CATALOGUE.iter().find(|info| info.code == code)
}

/// A text of the catalogue, which has English and Spanish in this order.
pub(crate) fn of_catalogue(words: &Words<'_>, pair: [&'static str; 2]) -> Phrase {
    let [english, spanish] = pair;
    Phrase::words(match words.language() {
        scrutineer_report::Language::English => english,
        scrutineer_report::Language::Spanish => spanish,
    })
}

/// All pages of findings.
pub(crate) fn pages(of: Results<'_>) -> Result<Vec<Page>, TextError> {
    let words = of.words;
    let mut codes = Codes::new();
    let mut tiers: BTreeMap<Tier, Vec<&str>> = BTreeMap::new();
    let mut links: BTreeMap<u8, Vec<&str>> = BTreeMap::new();
    for finding in &of.content.report.findings {
        let code = finding.code.as_str();
        codes.entry(code).or_default().push(finding);
        for list in [
            tiers.entry(finding.tier).or_default(),
            links.entry(finding.link.number()).or_default(),
        ] {
            if !list.contains(&code) {
                list.push(code);
            }
        }
    }
    let mut page = Page::new("findings.html", words.say("site-nav-findings")?);
    page.push(words.paragraph("site-findings-text")?);
    if codes.is_empty() {
        page.push(words.paragraph("report-no-findings")?);
    } else {
        let every: Vec<&str> = codes.keys().copied().collect();
        page.push(table(
            of,
            words.say("report-findings-caption")?,
            &every,
            &codes,
            "",
        )?);
        page.push(words.note("report-findings-note")?);
        for (tier, list) in &tiers {
            let title = words.general().word("site-tier", tier_word(*tier))?;
            page.push(filter(
                of,
                &format!("tier-{}", tier_word(*tier)),
                title,
                list,
                &codes,
            )?);
        }
        for (number, list) in &links {
            let title = words.say(&format!("chain-link-{number}"))?;
            page.push(filter(of, &format!("link-{number}"), title, list, &codes)?);
        }
    }
    let (section, of_divisions) = by_division::section(of)?;
    page.main.extend(section);
    page.push(Element::new("p").child(link("catalogue.html", &words.say("site-nav-catalogue")?)));
    let mut pages = vec![page];
    pages.extend(of_divisions);
    for (code, findings) in &codes {
        pages.extend(of_code(of, code, findings)?);
    }
    Ok(pages)
}

/// The codes of one tier or link, under an anchor.
fn filter(
    of: Results<'_>,
    id: &str,
    title: Phrase,
    codes: &[&str],
    all: &Codes<'_>,
) -> Result<Element, TextError> {
    Ok(Element::new("section")
        .attr("id", id)
        .child(Element::new("h2").phrase(&title))
        .child(table(of, title, codes, all, "")?))
}

fn table(
    of: Results<'_>,
    caption: Phrase,
    codes: &[&str],
    all: &Codes<'_>,
    home: &str,
) -> Result<Element, TextError> {
    let words = of.words;
    let mut table = Table::new(caption)
        .sortable()
        .left(words.say("report-column-code")?)
        .left(words.say("report-column-rule")?)
        .right(words.say("report-column-count")?)
        .right(words.say("report-column-at-stake")?);
    for code in codes {
        let findings = all.get(code).map_or(&[][..], Vec::as_slice);
        let at_stake = findings.iter().try_fold(0u64, |sum, finding| {
            Some(sum.saturating_add(finding.votes_at_stake?))
        });
        let rule = match info(code) {
            Some(info) => of_catalogue(words, info.rule),
            None => Phrase::data(code),
        };
        table.row(vec![
            link(&format!("{home}{}", page_of(code)), &Phrase::data(code)).into(),
            rule.into(),
            words.integer(findings.len() as u64).into(),
            words.general().known(at_stake)?.into(),
        ]);
    }
    Ok(table.finish())
}

/// The findings of a code, on as many pages as they need.
fn of_code(of: Results<'_>, code: &str, findings: &[&Finding]) -> Result<Vec<Page>, TextError> {
    let words = of.words;
    let mut pages = Vec::new();
    let chunks: Vec<&[&Finding]> = findings.chunks(MOST).collect();
    let path = |number: usize| {
        if number == 0 {
            page_of(code)
        } else {
            format!(
                "f/{}_{}.html",
                scrutineer_report::element_id(&name(code)),
                number + 1
            )
        }
    };
    for (number, chunk) in chunks.iter().enumerate() {
        let title = Phrase::data(code);
        let title = if chunks.len() > 1 {
            title.then(Phrase::words(format!(" ({}/{})", number + 1, chunks.len())))
        } else {
            title
        };
        let mut page = Page::new(path(number), title);
        page.around = vec![(words.say("site-nav-findings")?, "findings.html".to_owned())];
        if let Some(first) = chunk.first() {
            page.main.extend(about(of, code, first)?);
        }
        page.push(list(of, chunk)?);
        if chunks.len() > 1 {
            let mut more = Element::new("p");
            for other in 0..chunks.len() {
                let to = format!("../{}", path(other));
                more = more
                    .child(link(&to, &Phrase::words((other + 1).to_string())))
                    .text(" ");
            }
            page.push(
                Element::new("nav")
                    .attr("aria-label", &words.say("site-more-pages")?.to_string())
                    .child(more),
            );
        }
        pages.push(page);
    }
    Ok(pages)
}

/// The rule, what to do, what it does not prove.
fn about(of: Results<'_>, code: &str, first: &Finding) -> Result<Vec<Element>, TextError> {
    let words = of.words;
    let mut out = Vec::new();
    let tier = words.general().word("site-tier", tier_word(first.tier))?;
    let link_name = words.say(&format!("chain-link-{}", first.link.number()))?;
    out.push(Element::new("p").attr("class", "note").phrase(&words.with(
        "site-finding-about",
        &[("level", tier), ("name", link_name)],
    )?));
    if let Some(info) = info(code) {
        out.push(Element::new("p").phrase(&of_catalogue(words, info.rule)));
        out.push(Element::new("p").phrase(&of_catalogue(words, info.action)));
        out.push(words.heading("h2", "site-not-proven")?);
        out.push(Element::new("p").phrase(&of_catalogue(words, info.limit)));
        out.push(Element::new("p").child(link(
            &format!("../catalogue.html#{}", scrutineer_report::element_id(code)),
            &words.say("site-nav-catalogue")?,
        )));
    }
    Ok(out)
}

fn list(of: Results<'_>, findings: &[&Finding]) -> Result<Element, TextError> {
    let words = of.words;
    // Names of options are those of the contest; with several contests ids would be ambiguous.
    let voice: &Voice<'_> = match of.content.report.contests.as_slice() {
        [_] => words.contest(0),
        _ => words.general(),
    };
    let copies = words.say("site-copies")?.to_string();
    let caption = Message::new("report-findings-count").with("count", findings.len() as u64);
    let mut table = Table::new(words.message(&caption)?)
        .sortable()
        .left(words.say("report-column-subject")?)
        .left(words.say("report-column-finding")?)
        .right(words.say("report-column-at-stake")?)
        .left(words.say("report-column-disposition")?);
    for finding in findings {
        let shown = unnamed(of.content.dataset, finding, &copies);
        let finding = shown.as_ref();
        let text = FindingText::new(finding, voice)?;
        let subject: Cell = match station(of, finding) {
            Some(to) => link(&format!("{}{to}", up("f/")), &text.subject).into(),
            None => text.subject.into(),
        };
        let mut sentence = vec![Element::new("span").phrase(&text.sentence)];
        for reply in of.content.replies {
            if reply.finding == finding.key.as_str() {
                sentence.push(self::reply(of, reply)?);
            }
        }
        table.row(vec![
            subject,
            Cell::Of(sentence),
            text.at_stake.into(),
            text.disposition.into(),
        ]);
    }
    Ok(table.finish())
}

/// The row of the station of a finding, from the folder of the language.
fn station(of: Results<'_>, finding: &Finding) -> Option<String> {
    let id = finding.subject.station.as_deref()?;
    let shard = of.layout.shard(station_at(of, id)?)?;
    Some(format!("{}#{}", shard.path, fragment(id)))
}

fn station_at(of: Results<'_>, id: &str) -> Option<scrutineer_model::StationIdx> {
    let stations = of.content.dataset.stations();
    let (mut low, mut high) = (0, stations.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        if stations.id(scrutineer_model::StationIdx::new(middle)) < id {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    let at = (low < stations.len()).then(|| scrutineer_model::StationIdx::new(low))?;
    (stations.id(at) == id).then_some(at)
}

/// A reply, as received; its words may run in another direction than the page.
fn reply(of: Results<'_>, reply: &crate::content::Reply<'_>) -> Result<Element, TextError> {
    let by = of.words.general().word("reply-by", reply.by)?;
    let date = of.words.general().date(reply.date)?;
    let line = of.words.with("site-reply", &[("who", by), ("on", date)])?;
    let mut quote = Element::new("blockquote").attr("dir", "auto");
    for text in reply.text.lines() {
        quote = quote.child(Element::new("p").text(text));
    }
    Ok(Element::new("div")
        .attr("class", "reply")
        .child(Element::new("p").phrase(&line))
        .child(quote))
}
