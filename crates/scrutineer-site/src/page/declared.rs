//! What was declared: per declaration two equal halves, then everything that follows from it.

mod by_division;
mod explained;

use scrutineer_audit::{ContestReport, DeclarationReport, DeclarationResult};
use scrutineer_report::{Element, Phrase, Picture, TextError, pictures, sections};

use super::division::Results;
use crate::frame::Page;
use crate::page::charts;
use crate::words::Words;

pub(crate) fn page(of: Results<'_>) -> Result<Page, TextError> {
    let words = of.words;
    let mut page = Page::new("declared.html", words.say("site-nav-declared")?);
    let contests = &of.content.report.contests;
    if contests
        .iter()
        .all(|contest| contest.declarations.is_empty())
    {
        page.push(words.paragraph("site-nothing-declared")?);
        return Ok(page);
    }
    page.push(words.paragraph("site-declared-text")?);
    let pictures = pictures(of.content.report, words.texts())?;
    for (at, contest) in contests.iter().enumerate() {
        for declaration in &contest.declarations {
            page.push(halves(words, at, contest, declaration, &pictures)?);
        }
    }
    page.main.extend(explained::section(of)?);
    page.main.extend(sections(
        of.content.report,
        words.texts(),
        &[
            "answers",
            "declared",
            "readings",
            "joint",
            "increments",
            "variants",
            "rounding",
        ],
    )?);
    Ok(page)
}

/// Two halves of one width: what must be true for the declaration, what for the sheets.
fn halves(
    words: &Words<'_>,
    at: usize,
    contest: &ContestReport,
    declaration: &DeclarationReport,
    pictures: &[Picture],
) -> Result<Element, TextError> {
    let voice = words.contest(at);
    let date = voice.date(declaration.time.date())?;
    let title = words.with(
        "site-declared-title",
        &[
            ("authority", Phrase::data(&declaration.authority)),
            ("date", date),
        ],
    )?;
    let mut section = Element::new("section")
        .attr("id", &scrutineer_report::element_id(&declaration.id))
        .child(Element::new("h2").phrase(&title));
    for result in &declaration.results {
        let about = (at, declaration.id.as_str(), result.source.as_str());
        if let Some(figure) = charts::figure(words, pictures, about)? {
            section = section.child(figure);
        }
        let source = words.source(contest, &result.source)?;
        let outside = outside(words, at, declaration, result)?;
        let given = [("source", source.clone())];
        let mut declared = Element::new("div")
            .child(words.heading("h3", "site-half-declared")?)
            .child(Element::new("p").phrase(&words.with("site-half-declared-text", &given)?));
        declared = if outside.is_empty() {
            declared.child(words.paragraph("site-half-declared-none")?)
        } else {
            declared.child(Element::new("ul").children(outside))
        };
        let mut sheets = Element::new("div")
            .child(words.heading("h3", "site-half-sheets")?)
            .child(Element::new("p").phrase(&words.with("site-half-sheets-text", &given)?));
        let conditions = [&result.winner.condition, &result.figures.answer.condition];
        let mut list = Element::new("ul");
        let mut said: Vec<Phrase> = Vec::new();
        for condition in conditions {
            let text = voice.message(condition)?;
            if !said.contains(&text) {
                list = list.child(Element::new("li").phrase(&text));
                said.push(text);
            }
        }
        let mut changes = Element::new("ul");
        for message in &result.winner.would_change {
            changes = changes.child(Element::new("li").phrase(&voice.message(message)?));
        }
        sheets = sheets.child(list);
        section = section.child(
            Element::new("div")
                .attr("class", "halves")
                .child(declared)
                .child(sheets),
        );
        if !result.winner.would_change.is_empty() {
            section = section
                .child(words.heading("h3", "site-would-change")?)
                .child(changes);
        }
    }
    Ok(section)
}

/// Declared figures outside of their possible range, and what must be true of the sheets for each.
fn outside(
    words: &Words<'_>,
    at: usize,
    declaration: &DeclarationReport,
    result: &DeclarationResult,
) -> Result<Vec<Element>, TextError> {
    let mut out = Vec::new();
    for (id, value) in &declaration.declared {
        let possible = result.possible.get(id).copied().flatten();
        let (Some(votes), Some([low, high])) = (value.votes, possible) else {
            continue;
        };
        let below = low.and_then(|low| low.checked_sub(votes));
        let above = high.and_then(|high| votes.checked_sub(high));
        for (message, gap) in [
            ("site-half-declared-below", below),
            ("site-half-declared-above", above),
        ] {
            if let Some(gap) = gap.filter(|gap| *gap > 0) {
                let name = words.contest(at).option(id);
                let text = words.with(message, &[("name", name), ("gap", words.integer(gap))])?;
                out.push(Element::new("li").phrase(&text));
            }
        }
    }
    Ok(out)
}
