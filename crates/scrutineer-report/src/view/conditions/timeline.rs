//! What happened when, around the day of the vote.

use scrutineer_model::Message;

use super::{data, day, joined, named, network, table};
use crate::TextError;
use crate::conditions::{Conditions, Happened, Moment};
use crate::phrase::Phrase;
use crate::view::{Align, Block, Blocks, MomentChart, MomentMark};
use crate::voice::Voice;

/// The rows of the picture, in their order.
const LANES: [&str; 5] = [
    "conditions-lane-election",
    "conditions-lane-incidents",
    "conditions-lane-blocked",
    "conditions-lane-claimed",
    "conditions-lane-published",
];

fn lane(what: &Happened) -> usize {
    match what {
        Happened::Election => 0,
        Happened::Reports { .. } => 1,
        Happened::Blocked { .. } => 2,
        Happened::SaidBlocked { .. } => 3,
        Happened::Due { .. }
        | Happened::Published { .. }
        | Happened::LookedFor { .. }
        | Happened::Asked { .. }
        | Happened::Answered { .. } => 4,
    }
}

pub(super) fn blocks(held: &Conditions, voice: &Voice<'_>) -> Blocks {
    if held.timeline.len() < 2 {
        return Ok(Vec::new());
    }
    let mut rows = table(
        voice.say("conditions-timeline")?,
        &[
            ("conditions-column-day", Align::Right),
            ("conditions-column-offset", Align::Right),
            ("conditions-column-what", Align::Left),
        ],
        voice,
    )?;
    let mut marks = Vec::new();
    for moment in &held.timeline {
        let what = said(&moment.what, voice)?;
        let offset = moment.day.days_since(held.election.date);
        rows.row(vec![days(moment), signed(offset, voice), what.clone()]);
        marks.push(MomentMark {
            lane: lane(&moment.what),
            from: offset,
            to: moment
                .until
                .map_or(offset, |until| until.days_since(held.election.date)),
            label: joined([days(moment), what], ": ").to_string(),
        });
    }
    let lanes: Result<Vec<Phrase>, TextError> = LANES.iter().map(|id| voice.say(id)).collect();
    let ends = |pick: fn(&MomentMark) -> i64| marks.iter().map(pick);
    let low = ends(|mark| mark.from).min().unwrap_or(0);
    let high = ends(|mark| mark.to).max().unwrap_or(0);
    let first = held.timeline.iter().map(|moment| moment.day).min();
    let last = held
        .timeline
        .iter()
        .map(|moment| moment.until.unwrap_or(moment.day))
        .max();
    let chart = MomentChart {
        id: "conditions-moments".to_owned(),
        title: voice.say("conditions-timeline")?,
        description: voice.with(
            &Message::new("conditions-timeline-text"),
            &[("election", voice.date(held.election.date)?)],
        )?,
        days: [first, last].map(|day| day.map_or_else(String::new, |day| day.to_string())),
        span: [low, high],
        marked: Some(0),
        lanes: lanes?,
        marks,
    };
    Ok(vec![
        Block::Moments(chart),
        Block::Table(rows),
        Block::Note(voice.say("conditions-timeline-note")?),
    ])
}

fn days(moment: &Moment) -> Phrase {
    joined([moment.day].into_iter().chain(moment.until).map(day), " – ")
}

/// Days before or after the vote.
fn signed(offset: i64, voice: &Voice<'_>) -> Phrase {
    let number = voice.integer(offset);
    if offset > 0 {
        Phrase::words("+").then(number)
    } else {
        number
    }
}

fn said(what: &Happened, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    match what {
        Happened::Election => voice.say("conditions-election-day"),
        Happened::Reports { kind, reports } => {
            let name = named("incidents-type", kind.as_str(), voice)?;
            match reports {
                Some(reports) => voice.with(
                    &Message::new("conditions-moment-reports").with("count", *reports),
                    &[("what", name)],
                ),
                None => voice.with(
                    &Message::new("conditions-moment-withheld"),
                    &[("what", name)],
                ),
            }
        }
        Happened::Blocked { target, networks } => {
            let networks = joined(networks.iter().map(|asn| network(*asn, None)), ", ");
            voice.with(
                &Message::new("conditions-moment-blocked"),
                &[("target", data(target)), ("networks", networks)],
            )
        }
        Happened::SaidBlocked {
            source,
            targets,
            networks,
        } => voice.with(
            &Message::new("conditions-moment-claimed")
                .with("targets", *targets)
                .with("networks", *networks),
            &[("source", data(source))],
        ),
        Happened::Due { what } => voice.with(
            &Message::new("conditions-moment-due"),
            &[("what", data(what))],
        ),
        Happened::Published { what, by } => voice.with(
            &Message::new("conditions-moment-published"),
            &[("what", data(what)), ("by", data(by))],
        ),
        Happened::LookedFor { what } => voice.with(
            &Message::new("conditions-moment-looked"),
            &[("what", data(what))],
        ),
        Happened::Asked { what, author } => voice.with(
            &Message::new("conditions-moment-asked"),
            &[("what", data(what)), ("author", data(author))],
        ),
        Happened::Answered { outcome, author } => {
            let outcome = voice.word("disclosure", outcome)?;
            voice.with(
                &Message::new("conditions-moment-answered"),
                &[("outcome", outcome), ("author", data(author))],
            )
        }
    }
}
