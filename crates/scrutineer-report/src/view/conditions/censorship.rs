//! Blocked sites and services: findings, maps of days, claims, and what could not be seen.

use std::collections::BTreeMap;

use scrutineer_model::{Date, Message, Real, Value};

use super::{data, day, joined, network, table};
use crate::TextError;
use crate::conditions::{BlockedChange, CensorshipPart, Conditions, DayCell, NetworkMap};
use crate::phrase::Phrase;
use crate::view::{Align, Block, Blocks, HeatCell, HeatMap, Shade};
use crate::voice::Voice;

/// States of a day with their shades, in the order of the legend.
const STATES: [(&str, Shade); 6] = [
    ("blocked", Shade::Full),
    ("mixed", Shade::Half),
    ("possible", Shade::Hatched),
    ("down", Shade::Ring),
    ("ok", Shade::Light),
    ("insufficient", Shade::Blank),
];

/// Most days between the ends of a map.
const MOST_DAYS: i64 = 366;

fn percent(interval: Option<[Real; 2]>) -> String {
    interval.map_or_else(String::new, |[low, high]| {
        format!(" ({:.0}–{:.0} %)", low.get() * 100.0, high.get() * 100.0)
    })
}

fn text(day: Date) -> Value {
    Value::Text(day.to_string())
}

pub(super) fn blocks(held: &Conditions, voice: &Voice<'_>) -> Blocks {
    let Some(part) = &held.censorship else {
        return Ok(Vec::new());
    };
    let mut blocks = Vec::new();
    if let Some([first, last]) = part.days {
        let read = Message::new("conditions-measured")
            .with("observations", part.observations)
            .with("reports", part.reports)
            .with("looks", part.looks)
            .with("first", text(first))
            .with("last", text(last));
        blocks.push(Block::Text(voice.message(&read)?));
        if part.of_country < part.observations {
            let own = Message::new("conditions-of-country").with("count", part.of_country);
            let said = voice.message(&own)?;
            blocks.push(if part.of_country == 0 {
                Block::Notice(said)
            } else {
                Block::Text(said)
            });
        }
        if let Some([first, last]) = part.window.filter(|_| part.outside_window > 0) {
            let window = Message::new("censorship-window")
                .with("first", text(first))
                .with("last", text(last))
                .with("count", part.outside_window);
            blocks.push(Block::Text(voice.message(&window)?));
        }
        blocks.push(if part.findings.is_empty() {
            Block::Text(voice.say("censorship-no-finding")?)
        } else {
            Block::Text(voice.say("censorship-findings-intro")?)
        });
        let mut list = Vec::new();
        for finding in &part.findings {
            list.push(sentence(finding, voice)?);
        }
        if !list.is_empty() {
            blocks.push(Block::List(list));
        }
        if part.unpublished > 0 {
            let message = Message::new("conditions-unpublished").with("count", part.unpublished);
            blocks.push(Block::Note(voice.message(&message)?));
        }
        blocks.extend(maps(held, part, voice)?);
    } else {
        blocks.push(Block::Text(voice.say("conditions-not-measured")?));
    }
    blocks.extend(claims(part, voice)?);
    let unseen = Message::new("conditions-unseen")
        .with("targets", part.unseen_targets)
        .with("networks", part.unseen_networks)
        .with("days", part.unseen_days);
    blocks.push(Block::Text(voice.say("censorship-unseen-text")?));
    blocks.push(Block::Note(voice.message(&unseen)?));
    Ok(blocks)
}

fn sentence(finding: &BlockedChange, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    let concordance = if finding.is_supported {
        "strong"
    } else {
        "single"
    };
    let message = Message::new("censorship-finding")
        .with("day", text(finding.day))
        .with("before", text(finding.last_before))
        .with("earliest", text(finding.support[0]))
        .with("latest", text(finding.support[1]))
        .with("beforeblocked", finding.before[0])
        .with("beforen", finding.before[1])
        .with("afterblocked", finding.after[0])
        .with("aftern", finding.after[1])
        .with("range", Value::Text(percent(finding.interval)))
        .with("reports", finding.reports)
        .with("concordance", Value::Text(concordance.to_owned()));
    let names = [
        ("target", data(&finding.target)),
        ("network", network(finding.asn, finding.network.as_deref())),
        ("mechanism", data(&finding.mechanism)),
    ];
    voice.with(&message, &names)
}

fn maps(held: &Conditions, part: &CensorshipPart, voice: &Voice<'_>) -> Blocks {
    let mut blocks = Vec::new();
    let mut legend = Vec::new();
    for (state, shade) in STATES {
        legend.push((shade, voice.word("censorship-state", state)?));
    }
    for panel in &part.maps {
        let names = [("network", network(panel.asn, panel.network.as_deref()))];
        if panel.series.is_empty() {
            continue;
        }
        let days = || panel.series.iter().flat_map(|series| &series.days);
        let ends = days()
            .map(|cell| cell.day)
            .min()
            .zip(days().map(|cell| cell.day).max());
        let Some((first, last)) = ends else { continue };
        let length = last.days_since(first).min(MOST_DAYS);
        let marked = held.election.date.days_since(first);
        let marked = usize::try_from(marked)
            .ok()
            .filter(|_| marked <= length)
            .map(|at| Ok((at, voice.say("censorship-election-day")?)))
            .transpose()?;
        let description = Message::new("conditions-map-text")
            .with("count", panel.series.len() as u64)
            .with("others", panel.others);
        blocks.push(Block::Heat(HeatMap {
            id: format!("conditions-map-{}", panel.asn),
            title: voice.with(&Message::new("censorship-map-title"), &names)?,
            description: voice.message(&description)?,
            days: [first.to_string(), last.to_string()],
            marked,
            rows: panel
                .series
                .iter()
                .map(|series| (data(&series.target), cells(&series.days, first, length)))
                .collect(),
            legend: legend.clone(),
        }));
    }
    Ok(blocks)
}

/// One square for each day from the first on.
fn cells(days: &[DayCell], first: Date, length: i64) -> Vec<HeatCell> {
    let at: BTreeMap<i64, &DayCell> = days
        .iter()
        .map(|cell| (cell.day.days_since(first), cell))
        .collect();
    (0..=length)
        .map(|offset| {
            let cell = at.get(&offset);
            HeatCell {
                shade: cell.and_then(|cell| shade(&cell.state)),
                label: cell.map_or_else(String::new, |cell| {
                    format!("{}: {}/{}", cell.day, cell.blocked, cell.n)
                }),
                count: cell.map_or(0, |cell| cell.n),
            }
        })
        .collect()
}

fn shade(state: &str) -> Option<Shade> {
    let held = STATES.iter().find(|(word, _)| *word == state);
    held.map(|(_, shade)| *shade)
}

/// The table behind the maps: measured days of one state in a row stand in one line.
pub(super) fn days(held: &Conditions, voice: &Voice<'_>) -> Blocks {
    let maps = held.censorship.iter().flat_map(|part| &part.maps);
    let mut rows = table(
        voice.say("conditions-blocked-days")?,
        &[
            ("censorship-column-target", Align::Left),
            ("censorship-column-network", Align::Left),
            ("conditions-column-from-to", Align::Left),
            ("censorship-column-state", Align::Left),
            ("conditions-column-days", Align::Right),
            ("conditions-column-blocked", Align::Right),
        ],
        voice,
    )?;
    for panel in maps {
        for series in &panel.series {
            for run in series.days.chunk_by(|a, b| a.state == b.state) {
                if let Some(row) = run_of(panel, &series.target, run, voice)? {
                    rows.row(row);
                }
            }
        }
    }
    if rows.rows.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![Block::Table(rows)])
}

fn run_of(
    panel: &NetworkMap,
    target: &str,
    run: &[DayCell],
    voice: &Voice<'_>,
) -> Result<Option<Vec<Phrase>>, TextError> {
    let (Some(first), Some(last)) = (run.first(), run.last()) else {
        return Ok(None);
    };
    let sum = |pick: fn(&DayCell) -> u64| run.iter().map(pick).sum::<u64>();
    Ok(Some(vec![
        data(target),
        network(panel.asn, panel.network.as_deref()),
        joined([day(first.day), day(last.day)], " – "),
        voice.word("censorship-state", &first.state)?,
        voice.integer(run.len() as u64),
        joined(
            [sum(|cell| cell.blocked), sum(|cell| cell.n)].map(|count| voice.integer(count)),
            " / ",
        ),
    ]))
}

/// Day, site or service, method, source, and whether it rests on other measurements.
type Key<'a> = (Date, &'a str, &'a str, &'a str, bool);
/// A network with its name.
type Named<'a> = (u32, Option<&'a str>);

/// Claims, one line for each site, day, method and source.
fn claims(part: &CensorshipPart, voice: &Voice<'_>) -> Blocks {
    if part.claims.is_empty() {
        return Ok(Vec::new());
    }
    let mut lines: BTreeMap<Key<'_>, Vec<Named<'_>>> = BTreeMap::new();
    for claim in &part.claims {
        let key = (
            claim.day,
            claim.target.as_str(),
            claim.method.as_str(),
            claim.source.as_str(),
            claim.is_independent,
        );
        let network = claim.asn.map(|asn| (asn, claim.network.as_deref()));
        lines.entry(key).or_default().extend(network);
    }
    let mut rows = table(
        voice.say("censorship-claims")?,
        &[
            ("censorship-column-target", Align::Left),
            ("censorship-column-day", Align::Right),
            ("censorship-column-network", Align::Left),
            ("censorship-column-mechanism", Align::Left),
            ("censorship-column-source", Align::Left),
            ("conditions-column-independent", Align::Left),
        ],
        voice,
    )?;
    for ((from, target, method, source, is_independent), networks) in lines {
        let networks = networks.into_iter().map(|(asn, name)| network(asn, name));
        let independent = if is_independent {
            "censorship-yes"
        } else {
            "censorship-no"
        };
        rows.row(vec![
            data(target),
            day(from),
            joined(networks, ", "),
            data(method),
            data(source),
            voice.say(independent)?,
        ]);
    }
    Ok(vec![
        Block::Text(voice.say("censorship-claims-text")?),
        Block::Table(rows),
    ])
}
