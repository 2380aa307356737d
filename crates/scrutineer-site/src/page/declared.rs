//! What was declared: per declaration two equal halves, then everything that follows from it.

mod by_division;
mod explained;
mod halves;

use scrutineer_audit::{ContestReport, DeclarationReport};
use scrutineer_report::{
    Element, Phrase, Picture, TextError, first_screen, pictures, result_element, sections,
};

use super::division::Results;
use crate::frame::Page;
use crate::page::charts;
use halves::Sides;

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
    // The answers alone: their tables and charts stand with each declaration.
    page.main.extend(
        first_screen(of.content.report, words.texts())?
            .into_iter()
            .take(1),
    );
    let pictures = pictures(of.content.report, words.texts())?;
    for (at, contest) in contests.iter().enumerate() {
        for declaration in &contest.declarations {
            page.push(section(of, at, contest, declaration, &pictures)?);
        }
    }
    page.main.extend(explained::section(of)?);
    page.main.extend(sections(
        of.content.report,
        words.texts(),
        &["readings", "joint", "increments", "variants", "rounding"],
    )?);
    Ok(page)
}

/// A declaration: per source its chart, then both halves.
fn section(
    of: Results<'_>,
    at: usize,
    contest: &ContestReport,
    declaration: &DeclarationReport,
    pictures: &[Picture],
) -> Result<Element, TextError> {
    let words = of.words;
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
        let source = words.source(contest, &result.source)?;
        let title = words.with("halves-source", &[("source", source)])?;
        section = section
            .child(Element::new("h3").phrase(&title))
            .children(result_element(
                of.content.report,
                words.texts(),
                contest,
                &declaration.id,
                &result.source,
            )?)
            .children(charts::downloads(words, pictures, about)?);
        let sides = Sides {
            words,
            at,
            contest,
            declaration,
            result,
        };
        section = section.children(sides.elements()?);
    }
    Ok(section)
}
