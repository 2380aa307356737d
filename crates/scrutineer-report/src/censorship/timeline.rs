//! First days of changes, one row a site and network, with the day of the election among them.

use std::collections::BTreeMap;

use scrutineer_censorship::{Analysis, Day, TimelineRow};
use scrutineer_model::Message;

use super::{day, placed, text};
use crate::TextError;
use crate::phrase::Phrase;
use crate::view::{Block, Blocks, MomentChart, MomentMark, Table};
use crate::voice::Voice;

pub(super) fn blocks(held: &Analysis, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    let mut networks: BTreeMap<(u32, &str), Vec<&TimelineRow>> = BTreeMap::new();
    for row in &held.timeline {
        networks
            .entry((row.asn, &row.country))
            .or_default()
            .push(row);
    }
    for rows in networks.values() {
        blocks.extend(chart(held, rows, voice)?.map(Block::Moments));
    }
    if !held.timeline.is_empty() {
        blocks.push(Block::Table(table(held, voice)?));
        blocks.push(Block::Note(voice.say("censorship-timeline-note")?));
    }
    let others = held.series.len().saturating_sub(held.timeline.len());
    if others > 0 {
        let message = Message::new("censorship-timeline-others").with("count", others as u64);
        blocks.push(Block::Text(voice.message(&message)?));
    }
    Ok(blocks)
}

/// The rows of one network: what the data do not tell apart as a long mark, the likeliest day inside it.
fn chart(
    held: &Analysis,
    rows: &[&TimelineRow],
    voice: &Voice<'_>,
) -> Result<Option<MomentChart>, TextError> {
    let ends = rows.iter().flat_map(|row| [row.earliest, row.latest]);
    let ends = ends.chain(held.window.into_iter().flatten());
    let ends: Vec<Day> = ends.chain(held.election).collect();
    let (Some(one), Some(first), Some(last)) = (rows.first(), ends.iter().min(), ends.iter().max())
    else {
        return Ok(None);
    };
    let from = |day: Day| i64::from(day.0) - i64::from(first.0);
    let mut marks = Vec::new();
    for (lane, row) in rows.iter().enumerate() {
        let label = Message::new("censorship-timeline-mark")
            .with("day", text(row.day))
            .with("earliest", text(row.earliest))
            .with("latest", text(row.latest));
        let label = voice.with(&label, &[("target", Phrase::data(&row.target))])?;
        for (start, end) in [(row.earliest, row.latest), (row.day, row.day)] {
            marks.push(MomentMark {
                lane,
                from: from(start),
                to: from(end),
                label: label.to_string(),
            });
        }
    }
    let network = placed(
        one.asn,
        one.network.as_ref(),
        &one.country,
        held.country.as_ref(),
    );
    let description = match held.election {
        Some(election) => voice
            .message(&Message::new("censorship-timeline-text").with("election", text(election)))?,
        None => voice.say("censorship-timeline-text-alone")?,
    };
    Ok(Some(MomentChart {
        id: format!("timeline-{}-{}", one.asn, one.country),
        title: voice.with(
            &Message::new("censorship-timeline-title"),
            &[("network", network)],
        )?,
        description,
        days: [first, last].map(Day::to_string),
        span: [0, from(*last)],
        marked: held.election.map(from),
        lanes: rows.iter().map(|row| Phrase::data(&row.target)).collect(),
        marks,
    }))
}

fn table(held: &Analysis, voice: &Voice<'_>) -> Result<Table, TextError> {
    let mut table = Table::new(voice.say("censorship-timeline")?)
        .left(voice.say("censorship-column-target")?)
        .left(voice.say("censorship-column-network")?)
        .left(voice.say("censorship-column-day")?)
        .left(voice.say("censorship-column-apart")?)
        .right(voice.say("censorship-column-offset")?)
        .left(voice.say("censorship-column-published")?);
    let mut election = held.election;
    for row in &held.timeline {
        if let Some(vote) = election.take_if(|vote| *vote <= row.day) {
            table.row(vote_row(vote, voice)?);
        }
        let published = if row.is_published {
            "censorship-yes"
        } else {
            "censorship-no"
        };
        table.row(vec![
            Phrase::data(&row.target),
            placed(
                row.asn,
                row.network.as_ref(),
                &row.country,
                held.country.as_ref(),
            ),
            day(row.day),
            Phrase::words(format!("{} – {}", row.earliest, row.latest)),
            match row.days_from_election {
                Some(days) => Phrase::words(format!("{days:+}")),
                None => voice.say("censorship-unknown")?,
            },
            voice.say(published)?,
        ]);
    }
    if let Some(vote) = election {
        table.row(vote_row(vote, voice)?);
    }
    Ok(table)
}

/// The day of the election in its place among the first days.
fn vote_row(vote: Day, voice: &Voice<'_>) -> Result<Vec<Phrase>, TextError> {
    Ok(vec![
        voice.say("censorship-election-day")?,
        Phrase::default(),
        day(vote),
        Phrase::default(),
        Phrase::words("0"),
        Phrase::default(),
    ])
}
