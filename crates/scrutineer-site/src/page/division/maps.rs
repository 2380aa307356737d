//! The divisions inside of one as a small map, or as tiles where no geometry is given.

use std::collections::BTreeSet;

use scrutineer_model::{DivisionIdx, Geometry, Message, SheetSet};
use scrutineer_report::{Element, Phrase, TextError};
use scrutineer_tally::Leader;

use super::totals::{share, sums_of};
use super::{Results, address, counted, name, sheets_of};
use crate::layout::divisions;
use crate::map::{Drawn, map};
use crate::markup::{link, swatch};

/// The most divisions on a map or among tiles: more are too small to be told apart, and the table has them.
const MOST: usize = 80;
/// Bytes of a map without its frame.
const BYTES: usize = 18_000;
/// Bytes of a division on a map beside its path.
const EACH: usize = 190;
/// Half the side of the mark of a point.
const MARK: i64 = 7;

/// Who is ahead in a division, on the sheets of a source.
enum Ahead {
    /// The position of an option.
    One(usize),
    Tie,
    /// No sheet, or fewer than may be shown.
    Nobody,
}

/// Whether the share of who is ahead is said: the table beside has it too.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shares {
    Said,
    InTable,
}

/// Who is ahead, and that in words, with how many sheets that rests on.
fn ahead(
    of: Results<'_>,
    (contest, set): (usize, &SheetSet),
    at: DivisionIdx,
    shares: Shares,
) -> Result<(Ahead, Phrase), TextError> {
    let words = of.words;
    let Some(sums) = sums_of(of, set, Some(at)) else {
        return Ok((Ahead::Nobody, words.say("report-withheld")?));
    };
    if sums.sheets == 0 {
        return Ok((Ahead::Nobody, words.say("site-no-sheets")?));
    }
    let Leader::One { option, .. } = sums.leader() else {
        return Ok((Ahead::Tie, words.say("report-tie")?));
    };
    let mut text = option_name(of, contest, option.get());
    let votes = sums.options.get(option.get()).copied();
    if let Some(votes) = votes.filter(|_| shares == Shares::Said) {
        let share = share(of, votes, sums.valid())?;
        text = text.then(Phrase::words(" ")).then(share);
    }
    // The line above the tiles says what the number is.
    let sheets = match shares {
        Shares::Said => counted(of, sums.sheets, at)?,
        Shares::InTable => sheets_of(of, sums.sheets, at)?,
    };
    text = text.then(Phrase::words("; ")).then(sheets);
    Ok((Ahead::One(option.get()), text))
}

fn option_name(of: Results<'_>, contest: usize, option: usize) -> Phrase {
    let held = of.content.report.contests.get(contest);
    let held = held.and_then(|held| held.options.get(option));
    held.map_or_else(Phrase::default, |held| {
        of.words.contest(contest).option(&held.id)
    })
}

/// Divisions as tiles under the name of the source: name, who is ahead on its sheets, and of how many stations
/// these are. `home` leads to the folder of the language.
fn tiles(
    of: Results<'_>,
    (contest, set): (usize, &SheetSet),
    division: Option<DivisionIdx>,
    home: &str,
) -> Result<Vec<Element>, TextError> {
    let inside = of.layout.narrower(division);
    if inside.is_empty() {
        return Ok(Vec::new());
    }
    let source = [("source", source(of, contest, set)?)];
    let caption = of.words.with("site-tiles", &source)?;
    let mut list = Element::new("ul").attr("class", "tiles");
    for &at in inside {
        let (ahead, text) = ahead(of, (contest, set), at, Shares::InTable)?;
        let mut line = Element::new("small");
        if let Ahead::One(option) = ahead {
            line = line.child(swatch(option));
        }
        let tile = link(&format!("{home}{}", address(of, at)), &name(of, at));
        let tile = tile.text(" ").child(line.phrase(&text));
        list = list.child(Element::new("li").child(tile));
    }
    Ok(vec![
        Element::new("p").attr("class", "lead").phrase(&caption),
        list,
    ])
}

/// Who supplied the sheets of a set.
fn source(of: Results<'_>, contest: usize, set: &SheetSet) -> Result<Phrase, TextError> {
    let source = of.content.dataset.source(set.source()).id.as_str();
    match of.content.report.contests.get(contest) {
        Some(held) => of.words.source(held, source),
        None => Ok(Phrase::data(source)),
    }
}

/// The divisions directly inside of one: a map where a shape of one of them is given, else tiles; nothing where
/// they are too many for either.
pub(super) fn picture(
    of: Results<'_>,
    (contest, set): (usize, &SheetSet),
    division: Option<DivisionIdx>,
    home: &str,
) -> Result<Vec<Element>, TextError> {
    let inside = of.layout.narrower(division);
    if inside.len() > MOST {
        return Ok(Vec::new());
    }
    if let Some(geometry) = of.content.geometry {
        let drawn = drawing(of, (contest, set, division), geometry, home)?;
        if !drawn.is_empty() {
            return Ok(drawn);
        }
    }
    // One division alone has no neighbour to stand beside: the table says what a tile would.
    if division.is_some() && inside.len() < 2 {
        return Ok(Vec::new());
    }
    tiles(of, (contest, set), division, home)
}

/// What a map has seen of its divisions, for the legend.
#[derive(Default)]
struct Seen {
    options: BTreeSet<usize>,
    tie: bool,
    nobody: bool,
}

/// The map with its legend, and what is not on it; nothing without a shape.
fn drawing(
    of: Results<'_>,
    (contest, set, division): (usize, &SheetSet, Option<DivisionIdx>),
    geometry: &Geometry,
    home: &str,
) -> Result<Vec<Element>, TextError> {
    let Some(divisions) = divisions(of.content.dataset) else {
        return Ok(Vec::new());
    };
    // Sources are numbered over all contests: their maps have names of their own.
    let key = set.source().get();
    let inside = of.layout.narrower(division);
    let shape = |at: DivisionIdx| Some((at, geometry.get(divisions, at)?));
    let held: Vec<_> = inside.iter().filter_map(|&at| shape(at)).collect();
    let shapes: Vec<_> = held.iter().map(|(_, shape)| *shape).collect();
    let most = BYTES.saturating_sub(EACH * held.len());
    let Some(made) = map(&shapes, most) else {
        return Ok(Vec::new());
    };
    let mut seen = Seen::default();
    let mut areas = Vec::new();
    for ((at, _), drawn) in held.iter().zip(&made.drawn) {
        let (ahead, text) = ahead(of, (contest, set), *at, Shares::Said)?;
        let fill = match ahead {
            Ahead::One(option) => {
                seen.options.insert(option);
                format!("url(#{})", pattern_id(key, option))
            }
            Ahead::Tie => {
                seen.tie = true;
                format!("url(#map-{key}-tie)")
            }
            Ahead::Nobody => {
                seen.nobody = true;
                "none".to_owned()
            }
        };
        let is_blank = matches!(ahead, Ahead::Nobody);
        let said = name(of, *at)
            .then(Phrase::words(": "))
            .then(text)
            .to_string();
        let title = Element::new("title").text(&said);
        let area = shape_of(drawn).attr("fill", &fill);
        let area = if is_blank {
            area.attr("stroke-dasharray", "3 3")
        } else {
            area
        };
        // The table behind the map has the same links for those who go by the keyboard.
        areas.push(
            Element::new("a")
                .attr("href", &format!("{home}{}", address(of, *at)))
                .attr("tabindex", "-1")
                .attr("aria-label", &said)
                .child(area.child(title)),
        );
    }
    let svg = frame(of, contest, (made.width, made.height), set)?
        .child(patterns(key, &seen))
        .children(areas);
    let mut out = vec![
        Element::new("figure")
            .attr("class", "map")
            .child(svg)
            .child(legend(of, contest, &seen)?),
    ];
    let missing: Vec<DivisionIdx> = inside
        .iter()
        .copied()
        .filter(|&at| geometry.get(divisions, at).is_none())
        .collect();
    if !missing.is_empty() {
        let message = Message::new("map-missing").with("count", missing.len() as u64);
        let mut line = Element::new("p")
            .attr("class", "note")
            .phrase(&of.words.message(&message)?);
        for (position, at) in missing.into_iter().enumerate() {
            line = line.text(if position > 0 { " · " } else { " " });
            line = line.child(link(&format!("{home}{}", address(of, at)), &name(of, at)));
        }
        out.push(line);
    }
    Ok(out)
}

/// The picture with its title and description, without what is in it.
fn frame(
    of: Results<'_>,
    contest: usize,
    (width, height): (i64, i64),
    set: &SheetSet,
) -> Result<Element, TextError> {
    let words = of.words;
    let title = words.with("map-title", &[("source", source(of, contest, set)?)])?;
    let key = set.source().get();
    let (title_id, text_id) = (format!("map-{key}-title"), format!("map-{key}-text"));
    Ok(Element::new("svg")
        .attr("viewBox", &format!("0 0 {width} {height}"))
        .attr("width", &width.to_string())
        .attr("height", &height.to_string())
        .attr("role", "group")
        .attr("aria-labelledby", &title_id)
        .attr("aria-describedby", &text_id)
        .child(
            Element::new("title")
                .attr("id", &title_id)
                .text(&title.to_string()),
        )
        .child(
            Element::new("desc")
                .attr("id", &text_id)
                .text(&words.say("map-text")?.to_string()),
        ))
}

fn shape_of(drawn: &Drawn) -> Element {
    match drawn {
        Drawn::Area(path) => Element::new("path")
            .attr("class", "area")
            .attr("fill-rule", "evenodd")
            .attr("d", path),
        Drawn::Spot((x, y)) => Element::new("circle")
            .attr("class", "area")
            .attr("cx", &x.to_string())
            .attr("cy", &y.to_string())
            .attr("r", &MARK.to_string()),
    }
}

fn pattern_id(key: usize, option: usize) -> String {
    format!("map-{key}-{option}")
}

/// Colour and lines of each option by its position on the ballot, as its mark has them in tables.
fn patterns(key: usize, seen: &Seen) -> Element {
    let tile = |id: &str, class: &str, lines: &str| {
        Element::new("pattern")
            .attr("id", id)
            .attr("width", "8")
            .attr("height", "8")
            .attr("patternUnits", "userSpaceOnUse")
            .child(
                Element::new("rect")
                    .attr("class", class)
                    .attr("width", "8")
                    .attr("height", "8"),
            )
            .child(Element::new("path").attr("class", "lines").attr("d", lines))
    };
    let mut all = Element::new("defs");
    for &option in &seen.options {
        let lines = match option % 4 {
            0 => "M-1 1L1-1M0 8L8 0M7 9L9 7",
            1 => "M-1 7L1 9M0 0L8 8M7-1L9 1",
            2 => "M4 0V8",
            _ => "M0 4H8",
        };
        let class = format!("c{}", option % 6);
        all = all.child(tile(&pattern_id(key, option), &class, lines));
    }
    if seen.tie {
        let id = format!("map-{key}-tie");
        all = all.child(tile(&id, "tie", "M4 0V8M0 4H8"));
    }
    all
}

/// What colours and lines mean, in the order of the ballot.
fn legend(of: Results<'_>, contest: usize, seen: &Seen) -> Result<Element, TextError> {
    let mut caption = Element::new("figcaption");
    for &option in &seen.options {
        let name = option_name(of, contest, option);
        caption = caption
            .child(
                Element::new("span")
                    .child(swatch(option))
                    .child(Element::new("span").phrase(&name)),
            )
            .text(" ");
    }
    if seen.tie {
        caption = caption
            .child(Element::new("span").phrase(&of.words.say("map-tie")?))
            .text(" ");
    }
    if seen.nobody {
        let text = of.words.say("map-nobody")?;
        caption = caption.child(Element::new("span").phrase(&text)).text(" ");
    }
    Ok(caption.child(Element::new("small").phrase(&of.words.say("map-text")?)))
}
