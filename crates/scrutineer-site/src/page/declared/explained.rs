//! Where a difference comes from: stations whose sheets differ between sources, divisions whose declared figures
//! differ from the sheets.

use scrutineer_audit::ContestReport;
use scrutineer_model::{Declaration, DeclaredPart, DeclaredTarget, Message, SheetSet};
use scrutineer_report::{Element, Phrase, TextError};
use scrutineer_tally::{StationDifference, Totals, compare_sources};

use crate::address::fragment;
use crate::layout::divisions;
use crate::markup::{Table, link};
use crate::page::division::{self, Results};
use crate::page::stations::sets;
use crate::words::Words;

/// Rows of a table; the sentence before it counts them all.
const MOST: usize = 300;

/// A section with both kinds of differences; `None` where there is nothing to compare.
pub(super) fn section(of: Results<'_>) -> Result<Option<Element>, TextError> {
    let mut parts = Vec::new();
    for (at, contest) in of.content.report.contests.iter().enumerate() {
        let sets: Vec<&SheetSet> = sets(&of.content, at).collect();
        for (position, first) in sets.iter().enumerate() {
            for second in sets.iter().skip(position + 1) {
                parts.extend(stations(of, at, contest, [first, second])?);
            }
        }
        let declarations = of.content.dataset.declarations().iter();
        for declaration in declarations.filter(|held| held.contest.get() == at) {
            for set in &sets {
                parts.extend(by_division(of, at, contest, declaration, set)?);
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

/// Votes by which two sheets of a station differ.
fn size(difference: &StationDifference) -> u64 {
    let options = difference.options.iter();
    options.map(|(_, a, b)| u64::from(a.abs_diff(*b))).sum()
}

fn stations(
    of: Results<'_>,
    at: usize,
    contest: &ContestReport,
    [first, second]: [&SheetSet; 2],
) -> Result<Vec<Element>, TextError> {
    let words = of.words;
    let found = compare_sources(first, second);
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
fn cut(words: &Words<'_>, rows: usize) -> Result<Option<Element>, TextError> {
    if rows <= MOST {
        return Ok(None);
    }
    let message = Message::new("explained-cut").with("listed", MOST as u64);
    let text = words.message(&message)?;
    Ok(Some(Element::new("p").attr("class", "note").phrase(&text)))
}

/// What the sheets of a division have for a declared number; `None` where rivals leave it open.
fn on_sheets(target: &DeclaredTarget, totals: &Totals) -> Option<u64> {
    let votes = |at: usize| {
        let votes = totals.options.get(at)?;
        (votes.min == votes.max).then_some(votes.min)
    };
    match target {
        DeclaredTarget::Option(option) => votes(option.get()),
        DeclaredTarget::Group { options, .. } => options
            .iter()
            .try_fold(0u64, |sum, option| sum.checked_add(votes(option.get())?)),
    }
}

fn by_division(
    of: Results<'_>,
    at: usize,
    contest: &ContestReport,
    declaration: &Declaration,
    set: &SheetSet,
) -> Result<Vec<Element>, TextError> {
    let words = of.words;
    let (Some(divisions), Some(sums)) = (
        divisions(of.content.dataset),
        of.sums
            .get(set.source().get())
            .and_then(|sums| sums.divisions.as_ref()),
    ) else {
        return Ok(Vec::new());
    };
    if declaration.parts.is_empty() {
        return Ok(Vec::new());
    }
    let source = of.content.dataset.source(set.source()).id.as_str();
    let about = [
        ("source", words.source(contest, source)?),
        ("declaration", Phrase::data(declaration.id.as_str())),
    ];
    let mut table = Table::new(
        words
            .general()
            .with(&Message::new("explained-divisions-caption"), &about)?,
    )
    .left(words.say("report-column-division")?)
    .right(words.say("site-column-sheets")?);
    for option in &declaration.options {
        let id = match &option.target {
            DeclaredTarget::Option(option) => contest
                .options
                .get(option.get())
                .map_or("", |held| held.id.as_str()),
            DeclaredTarget::Group { id, .. } => id.as_str(),
        };
        table = table.right(words.contest(at).option(id));
    }
    let mut count = 0;
    for part in &declaration.parts {
        let held = divisions.get(part.division);
        let totals = sums.totals(part.division.get());
        let differences = differences(declaration, part, &totals);
        if differences
            .iter()
            .all(|held| matches!(held, None | Some(0)))
        {
            continue;
        }
        count += 1;
        if count > MOST {
            continue;
        }
        let to = division::path(divisions, part.division);
        let mut row = vec![
            link(&to, &Words::named(held.name, held.code)).into(),
            words.integer(totals.sheets).into(),
        ];
        for difference in differences {
            row.push(match difference {
                Some(difference) => words.contest(at).integer(difference).into(),
                None => words.say("report-unknown")?.into(),
            });
        }
        table.row(row);
    }
    let message = Message::new("explained-divisions")
        .with("count", count as u64)
        .with("parts", declaration.parts.len() as u64);
    let mut out = vec![Element::new("p").phrase(&words.general().with(&message, &about)?)];
    if count > 0 {
        out.push(table.finish());
        out.extend(cut(words, count)?);
    }
    Ok(out)
}

/// Declared votes less those on the sheets, per declared number.
fn differences(
    declaration: &Declaration,
    part: &DeclaredPart,
    totals: &Totals,
) -> Vec<Option<i128>> {
    let options = declaration.options.iter().enumerate();
    options
        .map(|(at, option)| {
            let declared = part.votes.get(at).copied().flatten()?;
            let seen = on_sheets(&option.target, totals)?;
            Some(i128::from(declared) - i128::from(seen))
        })
        .collect()
}
