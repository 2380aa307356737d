//! The conditions of the vote as sections, after everything about the count. No answer reads them.

mod censorship;
mod disclosure;
mod incidents;
mod indices;
mod timeline;

use scrutineer_model::{Date, Message};

pub(crate) use disclosure::heading as duty_line;
pub(crate) use indices::value as value_line;

use super::{Align, Block, Blocks, Depth, Section, Table};
use crate::conditions::{Conditions, Label};
use crate::phrase::Phrase;
use crate::voice::Voice;
use crate::{Language, TextError, Texts};

/// Name, depth and heading of a section, and what writes its blocks.
type Entry = (
    &'static str,
    Depth,
    &'static str,
    fn(&Conditions, &Voice<'_>) -> Blocks,
);

/// In the order of reading: what happened first, judgements of others last.
const SECTIONS: [Entry; 9] = [
    ("conditions", Depth::Core, "conditions-not-used", intro),
    (
        "conditions-timeline",
        Depth::Core,
        "conditions-section-timeline",
        timeline::blocks,
    ),
    (
        "conditions-counts",
        Depth::Core,
        "conditions-section-counts",
        incidents::counts,
    ),
    (
        "conditions-reports",
        Depth::Core,
        "conditions-section-reports",
        incidents::reports,
    ),
    (
        "conditions-blocked",
        Depth::Core,
        "conditions-section-blocked",
        censorship::blocks,
    ),
    (
        "conditions-blocked-days",
        Depth::Detail,
        "conditions-section-blocked-days",
        censorship::days,
    ),
    (
        "conditions-published",
        Depth::Core,
        "conditions-section-published",
        disclosure::blocks,
    ),
    (
        "conditions-indices",
        Depth::Core,
        "conditions-section-indices",
        indices::profiles,
    ),
    (
        "conditions-trace",
        Depth::Detail,
        "conditions-section-trace",
        indices::traces,
    ),
];

/// The sections that have something to say; those whose name is `wanted`.
pub(crate) fn sections(
    held: &Conditions,
    texts: &Texts,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Vec<Section>, TextError> {
    let voice = Voice::general(texts);
    let mut sections = Vec::new();
    for (name, depth, heading, write) in SECTIONS {
        if !wanted(name) {
            continue;
        }
        let blocks = write(held, &voice)?;
        if !blocks.is_empty() {
            sections.push(Section {
                id: name.to_owned(),
                depth,
                title: voice.say(heading)?,
                blocks,
            });
        }
    }
    Ok(sections)
}

fn intro(held: &Conditions, voice: &Voice<'_>) -> Blocks {
    let mut blocks = vec![Block::Notice(voice.say("conditions-notice")?)];
    if held.is_empty() {
        blocks.push(Block::Text(voice.say("conditions-none")?));
        return Ok(blocks);
    }
    let mut absent = Vec::new();
    for (is_absent, id) in [
        (held.incidents.is_none(), "conditions-no-incidents"),
        (held.censorship.is_none(), "conditions-no-censorship"),
        (held.disclosure.is_none(), "conditions-no-disclosure"),
        (held.indices.is_none(), "conditions-no-indices"),
    ] {
        if is_absent {
            absent.push(voice.say(id)?);
        }
    }
    if !absent.is_empty() {
        blocks.push(Block::List(absent));
    }
    let files = Message::new("conditions-files").with("count", held.inputs.len() as u64);
    blocks.push(Block::Note(voice.message(&files)?));
    Ok(blocks)
}

/// What people wrote, as one argument among others.
fn data(text: &str) -> Phrase {
    Phrase::data(text)
}

/// A label in the language of the voice.
fn label(held: &Label, voice: &Voice<'_>) -> Phrase {
    Phrase::data(match voice.language() {
        Language::English => &held.en,
        Language::Spanish => &held.es,
    })
}

/// A day as tables have it: sorted as it reads.
fn day(date: Date) -> Phrase {
    Phrase::words(date.to_string())
}

/// A day, or the word for what nobody says.
fn known_day(date: Option<Date>, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    date.map_or_else(|| voice.say("disclosure-unknown"), |date| Ok(day(date)))
}

/// A network with its name, where there is one.
fn network(asn: u32, name: Option<&str>) -> Phrase {
    let number = Phrase::words(format!("AS{asn}"));
    match name {
        Some(name) => number.then(Phrase::words(" ")).then(Phrase::data(name)),
        None => number,
    }
}

/// The words for an id of a list that users may add to; the id itself where they did.
fn named(prefix: &str, id: &str, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let message = format!("{prefix}-{id}");
    if voice.texts().has(&message) {
        voice.say(&message)
    } else {
        Ok(Phrase::data(id))
    }
}

/// Phrases one after another.
fn joined(parts: impl IntoIterator<Item = Phrase>, between: &str) -> Phrase {
    let mut out = Phrase::default();
    for (at, part) in parts.into_iter().enumerate() {
        if at > 0 {
            out = out.then(Phrase::words(between));
        }
        out = out.then(part);
    }
    out
}

/// A table with columns of these names, numbers to the right.
fn table(
    caption: Phrase,
    columns: &[(&str, Align)],
    voice: &Voice<'_>,
) -> Result<Table, TextError> {
    let mut table = Table::new(caption);
    for (id, align) in columns {
        table.columns.push((voice.say(id)?, *align));
    }
    Ok(table)
}
