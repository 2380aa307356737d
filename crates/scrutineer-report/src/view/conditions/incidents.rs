//! Counts as ranges, reports by right, and what joins them with sheets and measurements.

use std::collections::BTreeMap;

use scrutineer_model::{Code, Date, Exact, Message, Real};

use super::{data, day, joined, named, table};
use crate::TextError;
use crate::conditions::{
    Conditions, IncidentSource, IncidentsPart, ObservedPlaces, PersonCount, SaidFigure, TypeGroup,
};
use crate::phrase::Phrase;
use crate::view::{Align, Block, Blocks, Table};
use crate::voice::Voice;

type Sources<'a> = BTreeMap<&'a Code, &'a IncidentSource>;

/// The name of a source; its public id where it may not be named.
fn name(id: &Code, sources: &Sources<'_>) -> Phrase {
    let held = sources.get(id).and_then(|held| held.name.as_deref());
    Phrase::data(held.unwrap_or(id.as_str()))
}

/// A number, or the word for one that is withheld.
fn shown(number: Option<u64>, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    number.map_or_else(
        || voice.say("incidents-withheld"),
        |number| Ok(voice.integer(number)),
    )
}

/// A number of named persons; that nobody is named, or that it is withheld.
fn counted(
    number: Option<u64>,
    count: &PersonCount,
    voice: &Voice<'_>,
) -> Result<Phrase, TextError> {
    if number.is_none() && count.lists == 0 {
        voice.say("incidents-no-list")
    } else {
        shown(number, voice)
    }
}

pub(super) fn counts(held: &Conditions, voice: &Voice<'_>) -> Blocks {
    let Some(part) = &held.incidents else {
        return Ok(Vec::new());
    };
    if part.counts.is_empty() {
        return Ok(Vec::new());
    }
    let sources: Sources<'_> = part.sources.iter().map(|held| (&held.id, held)).collect();
    let cut_off = Message::new("incidents-cut-off").with("date", part.cut_off.to_string());
    let mut blocks = vec![
        Block::Text(voice.message(&cut_off)?),
        Block::Note(voice.say("conditions-counts-how")?),
    ];
    let mut ranges = table(
        voice.say("conditions-counts")?,
        &[
            ("conditions-column-act", Align::Left),
            ("conditions-column-minimum", Align::Right),
            ("conditions-column-credible", Align::Right),
            ("conditions-column-maximum", Align::Right),
            ("conditions-column-maximum-by", Align::Left),
            ("conditions-column-known-by", Align::Right),
        ],
        voice,
    )?;
    for count in &part.counts {
        let by = count.maximum_sources.iter().map(|id| name(id, &sources));
        ranges.row(vec![
            act(count, voice)?,
            counted(count.minimum, count, voice)?,
            counted(count.credible, count, voice)?,
            shown(count.maximum, voice)?,
            joined(by, ", "),
            day(count.cut_off),
        ]);
    }
    blocks.push(Block::Table(ranges));
    for count in &part.counts {
        blocks.push(Block::Heading(act(count, voice)?));
        blocks.push(Block::Text(voice.message(&count.said())?));
        blocks.extend(basis(count, voice)?);
        blocks.extend(figures(count, &sources, voice)?);
        blocks.extend(groups(count, voice)?);
        blocks.extend(perpetrators(count, voice)?);
    }
    for row in &part.by_area {
        let act = voice.word("incidents-act", &row.act)?;
        let caption = voice.with(&Message::new("conditions-by-area"), &[("act", act)])?;
        let columns = [
            ("conditions-column-area", Align::Left),
            ("conditions-column-credible", Align::Right),
        ];
        let mut areas = table(caption, &columns, voice)?;
        for (area, number) in &row.areas {
            areas.row(vec![data(area), shown(*number, voice)?]);
        }
        blocks.push(Block::Table(areas));
    }
    for (id, count) in [
        ("conditions-went-down", part.went_down),
        ("conditions-insufficient", part.insufficient),
    ] {
        if count > 0 {
            blocks.push(Block::Note(
                voice.message(&Message::new(id).with("count", count))?,
            ));
        }
    }
    blocks.push(Block::Table(said_by(part, &sources, voice)?));
    Ok(blocks)
}

fn act(count: &PersonCount, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    voice.word("incidents-act", &count.act)
}

fn basis(count: &PersonCount, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    if count.lists > 0 && count.credible.is_some() {
        let message = Message::new("incidents-count-lists")
            .with("lists", count.lists)
            .with("independent", count.independent_lists)
            .with("open", count.open_pairs.unwrap_or(0));
        blocks.push(Block::Note(voice.message(&message)?));
    }
    if count.conflicts > 0 {
        let message = Message::new("incidents-count-conflicts").with("count", count.conflicts);
        blocks.push(Block::Note(voice.message(&message)?));
    }
    if count.claims > 0 {
        let message = Message::new("incidents-figures")
            .with("claims", count.claims)
            .with("sources", count.claim_sources)
            .with("independent", count.independent_sources);
        blocks.push(Block::Note(voice.message(&message)?));
    }
    if count.withheld > 0 {
        let message = Message::new("incidents-figures-withheld").with("count", count.withheld);
        blocks.push(Block::Note(voice.message(&message)?));
    }
    Ok(blocks)
}

fn figures(count: &PersonCount, sources: &Sources<'_>, voice: &Voice<'_>) -> Blocks {
    if count.figures.is_empty() && count.maximum_parts.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = Vec::new();
    for part in &count.maximum_parts {
        let message = Message::new("incidents-figure-apart")
            .with("number", part.figure)
            .with("date", part.as_of.to_string());
        let extra = [
            ("area", data(&part.area)),
            ("name", name(&part.source, sources)),
        ];
        rows.push(voice.with(&message, &extra)?);
    }
    for said in &count.figures {
        rows.push(figure(said, sources, voice)?);
    }
    Ok(vec![Block::List(rows)])
}

fn figure(
    said: &SaidFigure,
    sources: &Sources<'_>,
    voice: &Voice<'_>,
) -> Result<Phrase, TextError> {
    let number = voice.message(&said.number())?;
    let standing = voice.word("incidents-standing", &said.standing)?;
    let message = Message::new(format!("incidents-figure-{}", said.place))
        .with("date", said.as_of.to_string());
    let number = match said.of {
        Some(of) => voice.with(
            &Message::new("conditions-number-of").with("of", of),
            &[("number", number)],
        )?,
        None => number,
    };
    let outlet = said.outlet.iter().map(|outlet| data(outlet));
    let who = joined(
        [name(&said.source, sources)].into_iter().chain(outlet),
        ", ",
    );
    let mut line = voice.with(
        &message,
        &[("number", number), ("name", who), ("standing", standing)],
    )?;
    if !said.parts.is_empty() {
        let parts = by_word("conditions-group", &said.parts, voice)?;
        let message = Message::new("incidents-figure-parts");
        line = voice.with(&message, &[("figure", line), ("what", parts)])?;
    }
    if let Some(note) = &said.as_of_note {
        let message = Message::new("incidents-figure-noted");
        line = voice.with(&message, &[("figure", line), ("note", data(note))])?;
    }
    Ok(line)
}

/// Words with their numbers, `police 3, military 5`.
fn by_word(
    prefix: &str,
    numbers: &BTreeMap<String, u64>,
    voice: &Voice<'_>,
) -> Result<Phrase, TextError> {
    let mut parts = Vec::new();
    for (word, number) in numbers {
        let name = voice.word(prefix, word)?;
        parts.push(joined([name, voice.integer(*number)], " "));
    }
    Ok(joined(parts, ", "))
}

fn perpetrators(count: &PersonCount, voice: &Voice<'_>) -> Blocks {
    if count.perpetrators.is_empty() {
        return Ok(Vec::new());
    }
    let caption = voice.with(
        &Message::new("conditions-by-perpetrator"),
        &[("act", act(count, voice)?)],
    )?;
    let columns = [
        ("conditions-column-perpetrator", Align::Left),
        ("conditions-column-credible", Align::Right),
    ];
    let mut rows = table(caption, &columns, voice)?;
    for (category, number) in &count.perpetrators {
        rows.row(vec![
            voice.word("incidents-category", category)?,
            voice.integer(*number),
        ]);
    }
    Ok(vec![Block::Table(rows)])
}

fn groups(count: &PersonCount, voice: &Voice<'_>) -> Blocks {
    if count.groups.is_empty() {
        return Ok(Vec::new());
    }
    let caption = voice.with(
        &Message::new("conditions-by-group"),
        &[("act", act(count, voice)?)],
    )?;
    let columns = [
        ("conditions-column-group", Align::Left),
        ("conditions-column-credible", Align::Right),
    ];
    let mut rows = table(caption, &columns, voice)?;
    for (group, number) in &count.groups {
        rows.row(vec![
            voice.word("conditions-group", group)?,
            shown(*number, voice)?,
        ]);
    }
    Ok(vec![Block::Table(rows)])
}

/// Every source with what must be known of it.
fn said_by(
    part: &IncidentsPart,
    sources: &Sources<'_>,
    voice: &Voice<'_>,
) -> Result<Table, TextError> {
    let mut rows = table(
        voice.say("conditions-sources")?,
        &[
            ("conditions-column-source", Align::Left),
            ("conditions-column-kind", Align::Left),
            ("conditions-column-standing", Align::Left),
            ("conditions-column-method", Align::Left),
            ("conditions-column-rests-on", Align::Left),
        ],
        voice,
    )?;
    for held in &part.sources {
        let method = if held.states_method {
            "censorship-yes"
        } else {
            "censorship-no"
        };
        let rests_on = held.derived_from.iter().map(|id| name(id, sources));
        rows.row(vec![
            name(&held.id, sources),
            voice.word("conditions-kind", &held.kind)?,
            voice.word("incidents-standing", &held.standing)?,
            voice.say(method)?,
            joined(rests_on, ", "),
        ]);
    }
    Ok(rows)
}

pub(super) fn reports(held: &Conditions, voice: &Voice<'_>) -> Blocks {
    let Some(part) = &held.incidents else {
        return Ok(Vec::new());
    };
    let mut blocks = Vec::new();
    for right in &part.reports {
        let name = named("incidents-right", right.right.as_str(), voice)?;
        blocks.push(Block::Heading(name));
        if !right.cites.is_empty() {
            let cites = joined(right.cites.iter().map(|cited| data(cited)), ", ");
            let message = Message::new("conditions-cites");
            blocks.push(Block::Note(voice.with(&message, &[("cites", cites)])?));
        }
        let mut rows = Vec::new();
        for held in &right.types {
            rows.extend(type_lines(held, voice)?);
        }
        blocks.push(Block::List(rows));
    }
    if part.not_called_back > 0 {
        let message = Message::new("incidents-not-called-back").with("count", part.not_called_back);
        blocks.push(Block::Note(voice.message(&message)?));
    }
    if !blocks.is_empty() {
        blocks.insert(0, Block::Text(voice.say("conditions-reports-how")?));
    }
    blocks.extend(refused(part, voice)?);
    blocks.extend(outlets(part, voice)?);
    Ok(blocks)
}

/// A number in the words of a message, or that it is withheld.
fn phrase(id: &str, number: Option<u64>, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    match number {
        Some(number) => voice.message(&Message::new(id).with("count", number)),
        None => voice.say(&format!("{id}-withheld")),
    }
}

/// First and last day of reports; one day where they are all of it.
fn days(first: Date, last: Date, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    if first == last {
        return voice.with(&Message::new("incidents-day"), &[("date", day(first))]);
    }
    voice.with(
        &Message::new("incidents-days"),
        &[("from", day(first)), ("to", day(last))],
    )
}

/// What reports say, and the words of it.
const TOLD: [(&str, &str); 5] = [
    ("units", "incidents-category"),
    ("force", "incidents-force"),
    ("responses", "incidents-response"),
    ("phases", "incidents-phase"),
    ("resolved", "incidents-resolved"),
];

fn type_lines(held: &TypeGroup, voice: &Voice<'_>) -> Result<Vec<Phrase>, TextError> {
    let what = named("incidents-type", held.kind.as_str(), voice)?;
    let (Some(first), Some(last)) = (held.first, held.last) else {
        let message = Message::new("incidents-type-withheld");
        return Ok(vec![voice.with(&message, &[("what", what)])?]);
    };
    let message = Message::new("incidents-type-line");
    let line = voice.with(
        &message,
        &[
            ("what", what),
            ("number", phrase("incidents-reports", held.reports, voice)?),
            ("direct", phrase("incidents-direct", held.direct, voice)?),
            ("days", days(first, last, voice)?),
        ],
    )?;
    let mut lines = vec![line];
    if !held.means.is_empty() {
        let means = by_word("conditions-means", &held.means, voice)?;
        lines.push(voice.with(&Message::new("conditions-means"), &[("means", means)])?);
    }
    for (name, word) in TOLD {
        if let Some(numbers) = held.told.get(name) {
            let what = by_word(word, numbers, voice)?;
            let message = Message::new(format!("incidents-told-{name}"));
            lines.push(voice.with(&message, &[("what", what)])?);
        }
    }
    for (name, numbers) in &held.numbers {
        let message = Message::new(format!("incidents-told-{name}"))
            .with("count", numbers.reports)
            .with("low", numbers.low)
            .with("high", numbers.high);
        lines.push(voice.message(&message)?);
    }
    for held in &held.observed {
        lines.push(observed(held, voice)?);
    }
    Ok(lines)
}

fn share(value: Real) -> Exact {
    let units = format!("{:.0}", value.get() * 1e6).parse().unwrap_or(0);
    Exact::new(units, 1_000_000).unwrap_or(Exact::ZERO)
}

fn observed(held: &ObservedPlaces, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let sample = voice.word("incidents-sample", &held.sample)?;
    let extra = [("name", data(&held.name)), ("sample", sample)];
    // A rate is one of places, so the number before "of" is theirs.
    let message = match (held.of, held.places, held.rate) {
        (Some(of), Some(places), Some([rate, low, high])) => {
            Message::new("incidents-observed-rate")
                .with("reports", places)
                .with("of", of)
                .with("share", share(rate))
                .with("low", share(low))
                .with("high", share(high))
        }
        (Some(of), Some(places), None) => Message::new("incidents-observed-of")
            .with("reports", places)
            .with("of", of),
        (Some(of), None, _) => Message::new("incidents-observed-unplaced")
            .with("reports", held.reports)
            .with("of", of),
        (None, ..) => Message::new("incidents-observed-calls").with("reports", held.reports),
    };
    voice.with(&message, &extra)
}

fn refused(part: &IncidentsPart, voice: &Voice<'_>) -> Blocks {
    if part.refused_sheets.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = table(
        voice.say("conditions-refused")?,
        &[
            ("conditions-column-area", Align::Left),
            ("conditions-column-refused-present", Align::Right),
            ("conditions-column-refused-absent", Align::Right),
            ("conditions-column-other-present", Align::Right),
            ("conditions-column-other-absent", Align::Right),
        ],
        voice,
    )?;
    for held in &part.refused_sheets {
        let area = if held.area.is_empty() {
            voice.say("conditions-whole")?
        } else {
            data(&held.area)
        };
        rows.row(vec![
            area,
            voice.integer(held.refused_present),
            voice.integer(held.refused_absent),
            voice.integer(held.other_present),
            voice.integer(held.other_absent),
        ]);
    }
    let unknown: u64 = part
        .refused_sheets
        .iter()
        .map(|row| row.unknown_stations)
        .sum();
    let mut blocks = vec![
        Block::Text(voice.say("conditions-refused-text")?),
        Block::Table(rows),
    ];
    if unknown > 0 {
        let message = Message::new("conditions-refused-unknown").with("count", unknown);
        blocks.push(Block::Note(voice.message(&message)?));
    }
    Ok(blocks)
}

fn outlets(part: &IncidentsPart, voice: &Voice<'_>) -> Blocks {
    if part.outlets.is_empty() {
        return Ok(Vec::new());
    }
    let mut rows = table(
        voice.say("conditions-outlets")?,
        &[
            ("conditions-column-outlet", Align::Left),
            ("conditions-column-what", Align::Left),
            ("conditions-column-day", Align::Right),
            ("conditions-column-findings", Align::Right),
        ],
        voice,
    )?;
    for held in &part.outlets {
        rows.row(vec![
            data(held.outlet.as_str()),
            named("incidents-type", held.kind.as_str(), voice)?,
            day(held.from),
            voice.integer(held.findings),
        ]);
    }
    Ok(vec![
        Block::Text(voice.say("conditions-outlets-text")?),
        Block::Table(rows),
    ])
}
