//! Before and after the day of the election.

use scrutineer_censorship::{Analysis, Contrast, Series};
use scrutineer_model::{Message, Real};

use super::{placed, text};
use crate::TextError;
use crate::phrase::Phrase;
use crate::view::{Block, Blocks, Table};
use crate::voice::Voice;

pub(super) fn blocks(held: &Analysis, voice: &Voice<'_>) -> Blocks {
    let Some(contrast) = &held.contrast else {
        return Ok(Vec::new());
    };
    let mut blocks = Vec::new();
    let [from, to, since, until] = contrast.window;
    let message = Message::new("censorship-contrast-text")
        .with("from", text(from))
        .with("to", text(to))
        .with("since", text(since))
        .with("until", text(until));
    blocks.push(Block::Text(voice.message(&message)?));
    if !contrast.is_list_given {
        blocks.push(Block::Notice(voice.say("censorship-no-list")?));
    }
    blocks.push(Block::Table(targets(contrast, voice)?));
    blocks.push(Block::Note(voice.say("censorship-contrast-note")?));
    blocks.extend(networks(held, contrast, voice)?);
    Ok(blocks)
}

/// A share in percentage points.
fn points(share: Option<Real>, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    match share {
        Some(share) => Ok(Phrase::words(format!("{:+.0}", share.get() * 100.0))),
        None => voice.say("censorship-unknown"),
    }
}

fn part(blocked: u64, of: u64) -> Phrase {
    Phrase::words(format!("{blocked}/{of}"))
}

fn level(found: Option<Real>, voice: &Voice<'_>) -> Result<Phrase, TextError> {
    match found {
        Some(found) => voice.real(found),
        None => voice.say("censorship-unknown"),
    }
}

/// Every target, with the controls and how far its difference goes beyond each.
fn targets(contrast: &Contrast, voice: &Voice<'_>) -> Result<Table, TextError> {
    let mut table = Table::new(voice.say("censorship-contrast")?)
        .left(voice.say("censorship-column-target")?)
        .right(voice.say("censorship-column-before")?)
        .right(voice.say("censorship-column-after")?)
        .right(voice.say("censorship-column-difference")?)
        .right(voice.say("censorship-column-abroad")?)
        .right(voice.say("censorship-column-controls")?)
        .right(voice.say("censorship-column-year")?)
        .right(voice.say("censorship-column-q")?);
    for target in &contrast.targets {
        let beside = |control: Option<Real>, beyond: Option<Real>| {
            let control = points(control, voice)?;
            Ok::<Phrase, TextError>(match beyond {
                Some(_) => control
                    .then(Phrase::words(" ("))
                    .then(points(beyond, voice)?)
                    .then(Phrase::words(")")),
                None => control,
            })
        };
        let counts = target.counts;
        table.row(vec![
            Phrase::data(&target.target),
            part(counts.before_blocked, counts.before_n),
            part(counts.after_blocked, counts.after_n),
            points(target.difference, voice)?,
            beside(target.in_control_countries, target.beyond_control_countries)?,
            beside(contrast.control_targets, target.beyond_control_targets)?,
            beside(target.year_before, target.beyond_year_before)?,
            level(target.q, voice)?,
        ]);
    }
    Ok(table)
}

/// Each network with a blocked measurement in either window, by Fisher's exact test.
fn networks(held: &Analysis, contrast: &Contrast, voice: &Voice<'_>) -> Blocks {
    let mut table = Table::new(voice.say("censorship-contrast-networks")?)
        .left(voice.say("censorship-column-target")?)
        .left(voice.say("censorship-column-network")?)
        .right(voice.say("censorship-column-before")?)
        .right(voice.say("censorship-column-after")?)
        .right(voice.say("censorship-column-fisher")?)
        .left(voice.say("censorship-column-enough")?);
    let mut others: u64 = 0;
    for target in &contrast.targets {
        for network in &target.networks {
            let counts = network.counts;
            if counts.before_blocked + counts.after_blocked == 0 {
                others += 1;
                continue;
            }
            let of =
                |series: &&Series| series.asn == network.asn && series.country == network.country;
            let named = held.series.iter().find(of);
            let enough = if network.has_enough {
                "censorship-yes"
            } else {
                "censorship-no"
            };
            table.row(vec![
                Phrase::data(&target.target),
                placed(
                    network.asn,
                    named.and_then(|series| series.network.as_ref()),
                    &network.country,
                    held.country.as_ref(),
                ),
                part(counts.before_blocked, counts.before_n),
                part(counts.after_blocked, counts.after_n),
                level(network.p, voice)?,
                voice.say(enough)?,
            ]);
        }
    }
    let mut blocks = Vec::new();
    if !table.rows.is_empty() {
        blocks.push(Block::Table(table));
    }
    if others > 0 {
        let message = Message::new("censorship-contrast-others").with("count", others);
        blocks.push(Block::Note(voice.message(&message)?));
    }
    Ok(blocks)
}
