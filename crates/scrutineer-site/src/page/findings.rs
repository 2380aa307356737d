//! Findings: a page of codes, a page for each code, tier and link.

mod by_division;
mod found;

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_checks::{CATALOGUE, CheckInfo};
use scrutineer_model::{Finding, Message, Tier};
use scrutineer_report::{Element, FindingText, Phrase, TextError, Voice};

use super::catalogue::bears_on_word;
use super::division::Results;
use crate::address::{fragment, up};
use crate::frame::Page;
use crate::markup::{Cell, Table, jump, link, page_numbers, window};
use crate::page::stations::anchor;
use crate::words::Words;

pub(crate) use found::Found;

/// Findings by code.
type Codes<'f> = BTreeMap<&'f str, Vec<&'f Finding>>;

/// Findings on one page.
const MOST: usize = 300;

/// The address of the findings of a code inside the folder of a language.
pub(crate) fn page_of(code: &str) -> String {
    path(code, 0)
}

/// The address of a page of findings of a code; pages count from 0.
fn path(code: &str, number: usize) -> String {
    let name = scrutineer_report::element_id(&code.to_ascii_lowercase().replace('.', "-"));
    match number {
        0 => format!("f/{name}.html"),
        _ => format!("f/{name}_{}.html", number + 1),
    }
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
    let of_divisions = by_division::section(of)?;
    let mut page = Page::new("findings.html", words.say("site-nav-findings")?);
    page.push(words.paragraph("site-findings-text")?);
    if codes.is_empty() {
        page.push(words.paragraph("report-no-findings")?);
    } else {
        let mut ways = Vec::new();
        let mut sections = Vec::new();
        for (tier, list) in &tiers {
            let title = words.general().word("site-tier", tier_word(*tier))?;
            let id = format!("tier-{}", tier_word(*tier));
            sections.push(filter(of, &id, title.clone(), list, &codes)?);
            ways.push((id, title));
        }
        for (number, list) in &links {
            let title = words.say(&format!("chain-link-{number}"))?;
            let id = format!("link-{number}");
            sections.push(filter(of, &id, title.clone(), list, &codes)?);
            ways.push((id, title));
        }
        if of_divisions.0.is_some() {
            ways.push((
                by_division::ID.to_owned(),
                words.say("findings-by-division")?,
            ));
        }
        page.push(jump(ways));
        let every: Vec<&str> = codes.keys().copied().collect();
        let caption = words.say("report-findings-caption")?;
        page.push(table(of, caption, &every, &codes, "")?);
        page.push(words.note("report-findings-note")?);
        page.main.extend(sections);
    }
    let (section, of_divisions) = of_divisions;
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
        .attr("class", "named")
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
        .right(words.say("site-column-exceptions")?)
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
    for (number, chunk) in chunks.iter().enumerate() {
        let title = Phrase::data(code);
        let title = if chunks.len() > 1 {
            title.then(Phrase::words(format!(" ({}/{})", number + 1, chunks.len())))
        } else {
            title
        };
        let mut page = Page::new(path(code, number), title);
        page.around = vec![(words.say("site-nav-findings")?, "findings.html".to_owned())];
        if let Some(first) = chunk.first() {
            page.main.extend(about(of, code, first)?);
        }
        page.push(list(of, chunk, findings.len())?);
        let to = |other| format!("../{}", path(code, other));
        page.main.extend(page_numbers(
            words,
            window(number, chunks.len()),
            number,
            &to,
        )?);
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
        &[("level", tier), ("name", link_name.clone())],
    )?));
    let condition = format!("site-finding-if-{}", bears_on_word(first.bears_on));
    out.push(Element::new("p").phrase(&words.with(&condition, &[("name", link_name)])?));
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

/// Findings of a code, of which there are `all`.
fn list(of: Results<'_>, findings: &[&Finding], all: usize) -> Result<Element, TextError> {
    let words = of.words;
    // Names of options are those of the contest; with several contests ids would be ambiguous.
    let voice: &Voice<'_> = match of.content.report.contests.as_slice() {
        [_] => words.contest(0),
        _ => words.general(),
    };
    let caption = if findings.len() < all {
        Message::new("findings-some")
            .with("listed", findings.len() as u64)
            .with("count", all as u64)
    } else {
        Message::new("report-findings-count").with("count", all as u64)
    };
    let mut rows = BTreeSet::new();
    let mut table = Table::new(words.message(&caption)?)
        .sortable()
        .left(words.say("report-column-subject")?)
        .left(words.say("report-column-finding")?)
        .right(words.say("report-column-at-stake")?)
        .left(words.say("report-column-disposition")?);
    for finding in findings {
        let text = FindingText::new(finding, voice)?;
        let subject: Cell = match target(of, finding) {
            Some(to) => link(&format!("{}{to}", up("f/")), &text.subject).into(),
            None => text.subject.into(),
        };
        let mut sentence = vec![Element::new("span").phrase(&text.sentence)];
        for reply in of.content.replies {
            if reply.finding == finding.key.as_str() {
                sentence.push(self::reply(of, reply)?);
            }
        }
        // Two findings of one key, as of two contests, have one anchor.
        let id = Some(found::row(finding)).filter(|id| rows.insert(id.clone()));
        table.row_at(
            id.as_deref(),
            vec![
                subject,
                Cell::Of(sentence),
                text.at_stake.into(),
                text.disposition.into(),
            ],
        );
    }
    Ok(table.finish())
}

/// The row of the station or polling place of a finding, from the folder of the language.
fn target(of: Results<'_>, finding: &Finding) -> Option<String> {
    let head = head(of, finding)?;
    let shard = of.layout.shard(head)?;
    let anchor = match (&finding.subject.station, &finding.subject.place) {
        (Some(id), _) => fragment(id),
        (None, Some(place)) => anchor(place),
        (None, None) => return None,
    };
    Some(format!("{}#{anchor}", shard.path))
}

/// The station of a finding, or the first one of its polling place.
fn head(of: Results<'_>, finding: &Finding) -> Option<scrutineer_model::StationIdx> {
    match (&finding.subject.station, &finding.subject.place) {
        (Some(id), _) => station_at(of, id),
        (None, Some(place)) => of.layout.head(of.content.dataset, place),
        (None, None) => None,
    }
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
