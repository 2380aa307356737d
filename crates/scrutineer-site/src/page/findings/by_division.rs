//! Findings by the widest division that their station or polling place is in: a list of divisions, a page for each.

use std::collections::BTreeMap;

use scrutineer_model::{DivisionIdx, Finding, StationIdx};
use scrutineer_report::{Element, Phrase, TextError};

use super::{Codes, table};
use crate::address::slug;
use crate::frame::Page;
use crate::layout::{divisions, first};
use crate::markup::{Table, link};
use crate::page::division::{Results, name};

/// Stations that are named for a code; where there are more, its own pages name them.
const MOST: usize = 300;

/// Findings about stations and polling places by the widest division.
type ByDivision<'f> = BTreeMap<DivisionIdx, Vec<&'f Finding>>;

fn grouped(of: Results<'_>) -> ByDivision<'_> {
    let mut groups = ByDivision::new();
    let Some(divisions) = divisions(of.content.dataset) else {
        return groups;
    };
    for finding in &of.content.report.findings {
        let at = super::head(of, finding);
        let widest = |at: StationIdx| {
            let division = of.content.dataset.stations().division(first(), at)?;
            divisions.path(division).first().copied()
        };
        if let Some(division) = at.and_then(widest) {
            groups.entry(division).or_default().push(finding);
        }
    }
    groups
}

/// The address of the findings of a division inside the folder of a language.
fn path(of: Results<'_>, division: DivisionIdx) -> String {
    let name = divisions(of.content.dataset).map_or_else(String::new, |held| slug(held, division));
    format!("f/in-{name}.html")
}

/// The anchor of the list of divisions.
pub(super) const ID: &str = "by-division";

/// The list of divisions for the page of findings, and the pages that it leads to.
pub(super) fn section(of: Results<'_>) -> Result<(Option<Element>, Vec<Page>), TextError> {
    let words = of.words;
    let groups = grouped(of);
    if groups.is_empty() {
        return Ok((None, Vec::new()));
    }
    let mut list = Table::new(words.say("findings-by-division-caption")?)
        .sortable()
        .left(words.say("report-column-division")?)
        .right(words.say("report-column-count")?);
    let mut pages = Vec::new();
    for (division, findings) in &groups {
        let to = path(of, *division);
        let name = name(of, *division);
        list.row(vec![
            link(&to, &name).into(),
            words.integer(findings.len() as u64).into(),
        ]);
        pages.push(page(of, to, name, findings)?);
    }
    let section = Element::new("section")
        .attr("id", ID)
        .child(words.heading("h2", "findings-by-division")?)
        .child(list.finish());
    Ok((Some(section), pages))
}

/// Codes of a division with their numbers there, then its findings by code, each with its station.
fn page(
    of: Results<'_>,
    path: String,
    name: Phrase,
    findings: &[&Finding],
) -> Result<Page, TextError> {
    let words = of.words;
    let mut codes = Codes::new();
    for finding in findings {
        codes
            .entry(finding.code.as_str())
            .or_default()
            .push(*finding);
    }
    let title = words.with("findings-in", &[("name", name)])?;
    let mut page = Page::new(path, title.clone());
    page.is_stamped = false;
    page.around = vec![(words.say("site-nav-findings")?, "findings.html".to_owned())];
    let every: Vec<&str> = codes.keys().copied().collect();
    page.push(table(of, title, &every, &codes, "../")?);
    let few = codes.iter().filter(|(_, held)| held.len() <= MOST);
    for (code, findings) in few {
        page.push(Element::new("h2").phrase(&Phrase::data(code)));
        let mut line = Element::new("ul").attr("class", "places");
        for finding in findings {
            if let Some(to) = super::target(of, finding) {
                let subject = &finding.subject;
                let id = subject.station.as_deref().or(subject.place.as_deref());
                let id = id.unwrap_or_default();
                let to = link(&format!("../{to}"), &Phrase::data(id));
                line = line.child(Element::new("li").child(to));
            }
        }
        page.push(line);
    }
    Ok(page)
}
