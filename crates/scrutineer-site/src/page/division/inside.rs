//! What is inside a division: narrower divisions with their totals, polling places, pages of stations.

use std::ops::Range;

use scrutineer_model::{DivisionIdx, Message, PlaceIdx, SheetSet, StationIdx};
use scrutineer_report::{Element, Phrase, TextError};
use scrutineer_tally::Leader;

use super::maps::picture;
use super::totals::{interval, share, sums_of};
use super::{Results, name, path};
use crate::address::up;
use crate::frame::Page;
use crate::layout::{MOST, Shard, divisions};
use crate::markup::{Cell, Table, link, swatch};
use crate::page::stations::{anchor, is_withheld, sets};
use crate::words::Words;

/// Polling places that are listed one by one; where there are more, their pages are.
const PLACES: usize = 400;
/// Pages of stations in one list.
const SHARDS: usize = 400;
/// Divisions below the children that a page still names, so that one's own is a click nearer.
const BELOW: usize = 400;

pub(super) fn address(of: Results<'_>, division: DivisionIdx) -> String {
    divisions(of.content.dataset).map_or_else(String::new, |divisions| path(divisions, division))
}

/// A table per source with the totals of the divisions directly inside.
pub(crate) fn children(
    of: Results<'_>,
    contest: usize,
    division: Option<DivisionIdx>,
) -> Result<Vec<Element>, TextError> {
    let words = of.words;
    let inside = of.layout.narrower(division);
    let Some(held) = of.content.report.contests.get(contest) else {
        return Ok(Vec::new());
    };
    if inside.is_empty() {
        return Ok(Vec::new());
    }
    let home = up(&division.map_or_else(String::new, |at| address(of, at)));
    let mut out = Vec::new();
    for set in sets(&of.content, contest) {
        let source = of.content.dataset.source(set.source()).id.as_str();
        let caption = words.with(
            "site-divisions-caption",
            &[("source", words.source(held, source)?)],
        )?;
        out.extend(picture(of, (contest, set), division, &home)?);
        let mut table = Table::new(caption)
            .sortable()
            .left(words.say("report-column-division")?)
            .right(words.say(if of.content.dataset.has_register() {
                "site-column-sheets"
            } else {
                "site-column-sheets-known"
            })?);
        for (position, option) in held.options.iter().enumerate() {
            let name = words.contest(contest).option(&option.id);
            table = table.right(Cell::Of(vec![
                swatch(position),
                Element::new("span").phrase(&name),
            ]));
        }
        table = table
            .right(words.say("report-column-valid")?)
            .right(words.say("report-column-lead")?);
        for &at in inside {
            let Some(sums) = sums_of(of, set, Some(at)) else {
                continue;
            };
            let mut row: Vec<Cell> = vec![
                link(&format!("{home}{}", address(of, at)), &name(of, at)).into(),
                sheets_of(of, sums.sheets, at)?.into(),
            ];
            if sums.sheets == 0 {
                // Nothing was read there: no number stands for that.
                row.extend((0..sums.options.len() + 2).map(|_| Cell::from(Phrase::words("–"))));
                table.row(row);
                continue;
            }
            let valid = sums.valid();
            for votes in &sums.options {
                let share = share(of, *votes, valid)?;
                let share = Element::new("small").text(" ").phrase(&share);
                row.push(Cell::With(interval(of, *votes)?, share));
            }
            row.push(interval(of, valid)?.into());
            row.push(match sums.leader() {
                Leader::One { option, lead } => {
                    Cell::With(words.integer(lead), swatch(option.get()))
                }
                _ => words.say("report-none")?.into(),
            });
            table.row(row);
        }
        out.push(table.finish());
    }
    // Of the whole election they are too many for its summary, and the first page leads to the widest ones.
    if contest == 0 && division.is_some() {
        out.extend(below(of, inside, &home)?);
    }
    Ok(out)
}

/// How many stations of a division have a sheet, of how many where that is stated.
pub(super) fn sheets_of(
    of: Results<'_>,
    sheets: u64,
    division: DivisionIdx,
) -> Result<Phrase, TextError> {
    // Without an official list a division has the stations that some source names, no more.
    if !of.content.dataset.has_register() {
        return match sheets {
            0 => of.words.say("site-sheets-none"),
            _ => Ok(of.words.integer(sheets)),
        };
    }
    let id = if sheets == 0 {
        "site-sheets-none-of"
    } else {
        "site-sheets-of"
    };
    let message = Message::new(id)
        .with("count", sheets)
        .with("expected", of.layout.inside(division).len() as u64);
    of.words.message(&message)
}

/// The same in words that need no heading.
pub(super) fn counted(
    of: Results<'_>,
    sheets: u64,
    division: DivisionIdx,
) -> Result<Phrase, TextError> {
    let id = match (of.content.dataset.has_register(), sheets) {
        (true, _) => "site-door",
        (false, 0) => return of.words.say("site-no-sheets"),
        (false, _) => "site-door-known",
    };
    let sheets = sheets_of(of, sheets, division)?;
    of.words.with(id, &[("sheets", sheets)])
}

/// Divisions two steps inside, by the one around them.
fn below(
    of: Results<'_>,
    inside: &[DivisionIdx],
    home: &str,
) -> Result<Option<Element>, TextError> {
    let lists: Vec<(DivisionIdx, &[DivisionIdx])> = inside
        .iter()
        .map(|&at| (at, of.layout.narrower(Some(at))))
        .filter(|(_, narrower)| !narrower.is_empty())
        .collect();
    let count: usize = lists.iter().map(|(_, list)| list.len()).sum();
    if count == 0 || count > BELOW {
        return Ok(None);
    }
    let mut list = Element::new("dl").attr("class", "below");
    for (around, narrower) in lists {
        let mut item = Element::new("dd");
        for (position, &at) in narrower.iter().enumerate() {
            if position > 0 {
                item = item.text(" · ");
            }
            item = item.child(link(&format!("{home}{}", address(of, at)), &name(of, at)));
        }
        list = list
            .child(Element::new("dt").phrase(&name(of, around)))
            .child(item);
    }
    Ok(Some(
        Element::new("section")
            .child(of.words.heading("h2", "site-below")?)
            .child(list),
    ))
}

/// The widest divisions as a way to one's own station: the name, and how many stations have a sheet of any
/// source.
pub(crate) fn doors(of: Results<'_>) -> Result<Option<Element>, TextError> {
    let inside = of.layout.narrower(None);
    if inside.is_empty() {
        return Ok(None);
    }
    // Counts of sets that are marked sensitive would tell whose copies they are.
    let sets = of.content.dataset.sheets().iter();
    let is_open = |set: &&SheetSet| !is_withheld(of.content.dataset, set.source());
    let sets: Vec<&SheetSet> = sets.filter(is_open).collect();
    let mut list = Element::new("ul").attr("class", "tiles");
    for &at in inside {
        let stations = of.layout.at(of.layout.inside(at)).iter();
        let has_sheet =
            |station: &&StationIdx| sets.iter().any(|set| !set.readings(**station).is_empty());
        let sheets = stations.filter(has_sheet).count() as u64;
        let count = Element::new("small").phrase(&counted(of, sheets, at)?);
        let mut door = link(&address(of, at), &name(of, at));
        if !sets.is_empty() {
            door = door.text(" ").child(count);
        }
        list = list.child(Element::new("li").child(door));
    }
    Ok(Some(list))
}

/// How a page leads to the stations of a division that are in no narrower one.
enum Way<'c> {
    /// Polling places, each with its stations.
    Places(Vec<(PlaceIdx, &'c [StationIdx])>),
    /// Pages of stations.
    Pages(&'c [Shard]),
    /// Pages that list pages of stations.
    Lists(std::slice::Chunks<'c, Shard>),
}

fn way<'c>(of: Results<'c>, range: &Range<usize>) -> Way<'c> {
    let shards = of.layout.shards(range);
    // Pages with more stations than the places could have are not looked at one by one.
    if range.len() <= PLACES * MOST {
        let places = places(of, range).into_iter();
        let places: Option<Vec<_>> = places.map(|(place, run)| Some((place?, run))).collect();
        if let Some(places) = places.filter(|places| places.len() <= PLACES) {
            return Way::Places(places);
        }
    }
    if shards.len() <= SHARDS {
        Way::Pages(shards)
    } else {
        Way::Lists(shards.chunks(SHARDS))
    }
}

/// Polling places of a division that are in no narrower one, or pages of their stations, or lists of such pages.
/// `depth` is how far the page is below the folder of the language.
pub(crate) fn listing(
    of: Results<'_>,
    range: &Range<usize>,
    name: &str,
    depth: usize,
) -> Result<Option<Element>, TextError> {
    if range.is_empty() {
        return Ok(None);
    }
    let home = "../".repeat(depth);
    let section = Element::new("section")
        .attr("id", "stations")
        .child(of.words.heading("h2", "site-places")?);
    let mut list = Element::new("ul").attr("class", "places");
    match way(of, range) {
        Way::Places(places) => {
            for (place, run) in places {
                if let Some(&head) = run.first() {
                    list = list.child(place_item(of, place, head, run.len(), &home)?);
                }
            }
        }
        Way::Pages(shards) => list = shard_list(of, shards, &home)?,
        Way::Lists(chunks) => {
            for (number, chunk) in chunks.enumerate() {
                let to = format!("{home}{}", list_path(name, number));
                list = list.child(Element::new("li").child(link(&to, &span(of, chunk)?)));
            }
        }
    }
    Ok(Some(section.child(list)))
}

/// Pages of lists, where one page cannot list all pages of stations.
pub(crate) fn pages_of_lists(
    of: Results<'_>,
    range: &Range<usize>,
    name: &str,
    around: &[(Phrase, String)],
) -> Result<Vec<Page>, TextError> {
    let Way::Lists(chunks) = way(of, range) else {
        return Ok(Vec::new());
    };
    let mut pages = Vec::new();
    for (number, chunk) in chunks.enumerate() {
        let mut page = Page::new(list_path(name, number), span(of, chunk)?);
        page.is_stamped = false;
        page.around = around.to_vec();
        page.push(shard_list(of, chunk, "../")?);
        pages.push(page);
    }
    Ok(pages)
}

fn list_path(name: &str, number: usize) -> String {
    format!("r/{name}-list-{}.html", number + 1)
}

/// Runs of stations in one polling place.
fn places<'c>(of: Results<'c>, range: &Range<usize>) -> Vec<(Option<PlaceIdx>, &'c [StationIdx])> {
    let place_of = |station: &StationIdx| {
        let places = of.content.dataset.stations().places();
        places.get(station.get()).copied().flatten()
    };
    of.layout
        .at(range.clone())
        .chunk_by(|a, b| place_of(a) == place_of(b))
        .map(|run| (run.first().and_then(place_of), run))
        .collect()
}

fn place_item(
    of: Results<'_>,
    place: PlaceIdx,
    head: StationIdx,
    stations: usize,
    home: &str,
) -> Result<Element, TextError> {
    let held = of.content.dataset.places().get(place);
    let path = of.layout.shard(head).map_or("", |shard| &shard.path);
    let to = format!("{home}{path}#{}", anchor(held.code));
    Ok(Element::new("li")
        .child(link(&to, &Words::named(held.name, held.code)))
        .text(" ")
        .child(
            Element::new("small").phrase(&of.words.count("site-stations-count", stations as u64)?),
        ))
}

fn shard_list(of: Results<'_>, shards: &[Shard], home: &str) -> Result<Element, TextError> {
    let mut list = Element::new("ul").attr("class", "places");
    for shard in shards {
        let to = format!("{home}{}", shard.path);
        let name = span(of, std::slice::from_ref(shard))?;
        list = list.child(Element::new("li").child(link(&to, &name)));
    }
    Ok(list)
}

/// The first and the last polling place, else station, of pages in a row.
fn span(of: Results<'_>, shards: &[Shard]) -> Result<Phrase, TextError> {
    let name = |at: usize| {
        let station = *of.layout.order.get(at)?;
        let stations = of.content.dataset.stations();
        let place = stations.places().get(station.get()).copied().flatten();
        Some(match place {
            Some(place) => {
                let held = of.content.dataset.places().get(place);
                Words::named(held.name, held.code)
            }
            None => Phrase::data(stations.id(station)),
        })
    };
    let from = shards.first().and_then(|shard| name(shard.stations.start));
    let to = shards
        .last()
        .and_then(|shard| name(shard.stations.end.saturating_sub(1)));
    match (from, to) {
        (Some(from), Some(to)) if from == to => Ok(from),
        (Some(from), Some(to)) => of
            .words
            .with("site-stations-from-to", &[("from", from), ("to", to)]),
        _ => of.words.say("site-stations"),
    }
}
