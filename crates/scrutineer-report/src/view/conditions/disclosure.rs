//! What has been published.

use scrutineer_model::{Date, Message};

use super::{data, day, known_day, table};
use crate::TextError;
use crate::conditions::{Conditions, Duty, PublishedItem};
use crate::phrase::Phrase;
use crate::view::{Align, Block, Blocks};
use crate::voice::Voice;

pub(super) fn blocks(held: &Conditions, voice: &Voice<'_>) -> Blocks {
    let Some(part) = &held.disclosure else {
        return Ok(Vec::new());
    };
    let title = voice.with(
        &Message::new("disclosure-title"),
        &[
            ("authority", data(&part.authority)),
            ("as-of", day(part.as_of)),
        ],
    )?;
    let mut blocks = vec![
        Block::Text(title),
        Block::Note(voice.say("conditions-published-how")?),
    ];
    let mut rows = table(
        voice.say("conditions-duties")?,
        &[
            ("disclosure-column-what", Align::Left),
            ("conditions-column-state", Align::Left),
            ("conditions-column-due", Align::Right),
            ("conditions-column-late", Align::Right),
        ],
        voice,
    )?;
    for duty in &part.duties {
        let late = duty
            .days_since_due
            .map_or_else(Phrase::default, |days| voice.integer(days));
        rows.row(vec![
            data(&duty.what),
            voice.word("disclosure", &duty.state)?,
            known_day(duty.due, voice)?,
            late,
        ]);
    }
    blocks.push(Block::Table(rows));
    for duty in &part.duties {
        blocks.push(Block::Heading(heading(duty, voice)?));
        blocks.push(Block::List(notes(duty, voice)?));
        if !duty.published.is_empty() {
            blocks.push(published(&duty.published, voice)?);
        }
    }
    Ok(blocks)
}

/// The duty and its state.
pub(crate) fn heading(duty: &Duty, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let state = voice.word("disclosure", &duty.state)?;
    voice.with(
        &Message::new("disclosure-heading"),
        &[("what", data(&duty.what)), ("state", state)],
    )
}

fn date(date: Date) -> Phrase {
    day(date)
}

fn notes(duty: &Duty, voice: &Voice<'_>) -> Result<Vec<Phrase>, TextError> {
    let mut notes = vec![
        voice.word("disclosure-reason", &duty.reason)?,
        voice.with(
            &Message::new("disclosure-duty"),
            &[
                ("unit", voice.word("disclosure-unit", &duty.unit)?),
                ("basis", data(&duty.basis)),
                ("term", data(&duty.term)),
                ("due", known_day(duty.due, voice)?),
                ("source", data(&duty.source)),
                ("date", date(duty.date)),
            ],
        )?,
    ];
    let spans = [
        (
            duty.days_since_due,
            ["disclosure-days-left", "disclosure-days"],
            0,
        ),
        (
            duty.published_days_after_due,
            ["disclosure-in-time", "disclosure-late"],
            1,
        ),
    ];
    for (days, [before, after], least) in spans {
        if let Some(days) = days {
            let id = if days < least { before } else { after };
            notes.push(voice.message(&Message::new(id).with("days", days.abs()))?);
        }
    }
    for search in &duty.searches {
        notes.push(voice.with(
            &Message::new("disclosure-search"),
            &[
                ("place", data(&search.place)),
                ("date", date(search.date)),
                ("source", data(&search.source)),
            ],
        )?);
    }
    for request in &duty.requests {
        notes.push(voice.with(
            &Message::new("disclosure-request"),
            &[
                ("author", data(&request.author)),
                ("what", data(&request.what)),
                ("date", date(request.date)),
                ("source", data(&request.source)),
            ],
        )?);
        for answer in &request.answers {
            notes.push(voice.with(
                &Message::new("disclosure-response"),
                &[
                    ("author", data(&answer.author)),
                    ("outcome", voice.word("disclosure", &answer.outcome)?),
                    ("what", data(&answer.what)),
                    ("date", date(answer.date)),
                    ("source", data(&answer.source)),
                ],
            )?);
        }
        if request.answers.is_empty() {
            notes.push(voice.say("disclosure-no-response")?);
        }
    }
    Ok(notes)
}

fn published(items: &[PublishedItem], voice: &Voice<'_>) -> Result<Block, TextError> {
    let mut rows = table(
        voice.say("conditions-published")?,
        &[
            ("disclosure-column-what", Align::Left),
            ("disclosure-column-by", Align::Left),
            ("disclosure-column-unit", Align::Left),
            ("disclosure-column-amount", Align::Left),
            ("disclosure-column-address", Align::Left),
            ("disclosure-column-sha256", Align::Left),
            ("disclosure-column-captured", Align::Left),
            ("disclosure-column-seen", Align::Left),
            ("disclosure-column-source", Align::Left),
        ],
        voice,
    )?;
    let or_unknown = |text: &Option<String>| {
        text.as_ref()
            .map_or_else(|| voice.say("disclosure-unknown"), |text| Ok(data(text)))
    };
    for item in items {
        let seen = voice.with(
            &Message::new("disclosure-seen"),
            &[
                ("first", known_day(item.first_seen, voice)?),
                ("last", known_day(item.last_seen, voice)?),
            ],
        )?;
        rows.row(vec![
            data(&item.what),
            data(&item.by),
            voice.word("disclosure-unit", &item.unit)?,
            voice.word("disclosure", &item.amount)?,
            or_unknown(&item.address)?,
            or_unknown(&item.sha256)?,
            known_day(item.captured, voice)?,
            seen,
            data(&item.source),
        ]);
    }
    Ok(Block::Table(rows))
}
