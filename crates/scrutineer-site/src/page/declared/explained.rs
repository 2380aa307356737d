//! Where a difference comes from: stations whose sheets differ between sources, divisions whose declared figures
//! differ from the sheets.

use scrutineer_audit::ContestReport;
use scrutineer_model::{Message, SheetSet};
use scrutineer_report::{Element, Phrase, TextError};
use scrutineer_tally::{Comparison, StationDifference, compare_sources};

use super::by_division::by_division;
use crate::address::fragment;
use crate::markup::{Table, link};
use crate::page::division::Results;
use crate::page::stations::{is_withheld, sets};
use crate::words::Words;

/// Rows of a table; the sentence before it counts them all.
pub(super) const MOST: usize = 300;

/// A section with both kinds of differences; `None` where there is nothing to compare.
pub(super) fn section(of: Results<'_>) -> Result<Option<Element>, TextError> {
    let mut parts = Vec::new();
    for (at, contest) in of.content.report.contests.iter().enumerate() {
        let sets: Vec<&SheetSet> = sets(&of.content, at).collect();
        let mut pairs = Vec::new();
        for (position, first) in sets.iter().copied().enumerate() {
            for second in sets.iter().copied().skip(position + 1) {
                let pair = Pair {
                    sets: [first, second],
                    found: compare_sources(first, second),
                };
                parts.extend(stations(of, at, contest, &pair)?);
                pairs.push(pair);
            }
        }
        let declarations = of.content.dataset.declarations().iter();
        for declaration in declarations.filter(|held| held.contest.get() == at) {
            for set in &sets {
                parts.extend(by_division(of, (at, contest), declaration, set, &pairs)?);
            }
        }
    }
    if parts.is_empty() {
        return Ok(None);
    }
    let section = Element::new("section")
        .attr("id", "explained")
        .child(of.words.heading("h2", "explained-heading")?)
        .child(of.words.paragraph("explained-text")?);
    Ok(Some(section.children(parts)))
}

/// Two sources of a contest, and where they differ.
pub(super) struct Pair<'c> {
    pub(super) sets: [&'c SheetSet; 2],
    pub(super) found: Comparison,
}

impl Pair<'_> {
    /// Whether one of the sources is marked sensitive: a list of stations would say which station the copies
    /// of which source are of.
    pub(super) fn is_withheld(&self, of: Results<'_>) -> bool {
        let is_withheld = |set: &&SheetSet| is_withheld(of.content.dataset, set.source());
        self.sets.iter().any(is_withheld)
    }
}

/// Votes by which two sheets of a station differ.
fn size(difference: &StationDifference) -> u64 {
    let options = difference.options.iter();
    options.map(|(_, a, b)| u64::from(a.abs_diff(*b))).sum()
}

fn stations(
    of: Results<'_>,
    at: usize,
    contest: &ContestReport,
    pair: &Pair<'_>,
) -> Result<Vec<Element>, TextError> {
    let words = of.words;
    let ([first, second], found) = (pair.sets, &pair.found);
    if found.common == 0 {
        return Ok(Vec::new());
    }
    let name =
        |set: &SheetSet| words.source(contest, of.content.dataset.source(set.source()).id.as_str());
    let names = [("one", name(first)?), ("other", name(second)?)];
    let mut differing: Vec<&StationDifference> = found.differences.iter().collect();
    differing.retain(|held| !held.options.is_empty());
    let message = Message::new("explained-stations")
        .with("count", differing.len() as u64)
        .with("common", found.common);
    let text = words.general().with(&message, &names)?;
    let mut out = vec![Element::new("p").phrase(&text)];
    if differing.is_empty() {
        return Ok(out);
    }
    if pair.is_withheld(of) {
        out.push(words.note("explained-withheld")?);
        return Ok(out);
    }
    differing.sort_by_key(|held| (std::cmp::Reverse(size(held)), held.station));
    let mut table = Table::new(
        words
            .general()
            .with(&Message::new("explained-stations-caption"), &names)?,
    )
    .left(words.say("site-column-station")?)
    .right(words.say("explained-column-votes")?)
    .left(words.say("explained-column-options")?);
    for held in differing.iter().take(MOST) {
        let id = of.content.dataset.stations().id(held.station);
        let path = of
            .layout
            .shard(held.station)
            .map_or("", |shard| &shard.path);
        let mut options = Phrase::default();
        for (option, one, other) in &held.options {
            let name = contest.options.get(option.get());
            let name = name.map_or_else(Phrase::default, |held| words.contest(at).option(&held.id));
            if !options.is_empty() {
                options = options.then(Phrase::words("; "));
            }
            options = options
                .then(name)
                .then(Phrase::words(": "))
                .then(words.integer(u64::from(*one)))
                .then(Phrase::words(" / "))
                .then(words.integer(u64::from(*other)));
        }
        table.row(vec![
            link(&format!("{path}#{}", fragment(id)), &Phrase::data(id)).into(),
            words.integer(size(held)).into(),
            options.into(),
        ]);
    }
    out.push(table.finish());
    out.extend(cut(words, differing.len())?);
    Ok(out)
}

/// That a table does not have all rows.
pub(super) fn cut(words: &Words<'_>, rows: usize) -> Result<Option<Element>, TextError> {
    if rows <= MOST {
        return Ok(None);
    }
    let message = Message::new("explained-cut").with("listed", MOST as u64);
    let text = words.message(&message)?;
    Ok(Some(Element::new("p").attr("class", "note").phrase(&text)))
}
