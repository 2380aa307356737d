//! What a running sum noticed, and sites that are gone for everybody: neither is a finding.

use scrutineer_censorship::{Analysis, Day, Watch};

use super::{day, placed};
use crate::phrase::Phrase;
use crate::view::{Block, Blocks, Table};
use crate::voice::Voice;

/// Changes of the watch.
pub(super) fn blocks(held: &Analysis, voice: &Voice<'_>) -> Blocks {
    if held.notices.is_empty() {
        return Ok(Vec::new());
    }
    let mut table = Table::new(voice.say("censorship-watch")?)
        .left(voice.say("censorship-column-target")?)
        .left(voice.say("censorship-column-network")?)
        .left(voice.say("censorship-column-noticed")?)
        .left(voice.say("censorship-column-state")?);
    for notice in &held.notices {
        let is_this = |asn: u32, country: &str| asn == notice.asn && country == notice.country;
        let mut named = held.series.iter();
        let named = named.find(|series| is_this(series.asn, &series.country));
        let state = match notice.to {
            Watch::Blocked => "censorship-verdict-blocked",
            Watch::Ok => "censorship-verdict-ok",
        };
        table.row(vec![
            Phrase::data(&notice.target),
            placed(
                notice.asn,
                named.and_then(|series| series.network.as_ref()),
                &notice.country,
                held.country.as_ref(),
            ),
            day(notice.day),
            voice.say(state)?,
        ]);
    }
    Ok(vec![
        Block::Text(voice.say("censorship-watch-text")?),
        Block::Table(table),
    ])
}

/// Sites that from one day on are down for the control as well.
pub(super) fn gone(held: &Analysis, voice: &Voice<'_>) -> Blocks {
    if held.withdrawn.is_empty() {
        return Ok(Vec::new());
    }
    let mut table = Table::new(voice.say("censorship-withdrawn")?)
        .left(voice.say("censorship-column-target")?)
        .left(voice.say("censorship-column-day")?)
        .left(voice.say("censorship-column-apart")?)
        .right(voice.say("censorship-column-down-before")?)
        .right(voice.say("censorship-column-down-after")?)
        .right(voice.say("censorship-column-networks")?);
    for site in &held.withdrawn {
        let part = |[down, all]: [u64; 2]| Phrase::words(format!("{down}/{all}"));
        let [earliest, latest] = site.support.map(|at: Day| at.to_string());
        table.row(vec![
            Phrase::data(&site.target),
            day(site.day),
            Phrase::words(format!("{earliest} – {latest}")),
            part(site.before),
            part(site.after),
            voice.integer(site.networks),
        ]);
    }
    Ok(vec![
        Block::Text(voice.say("censorship-withdrawn-text")?),
        Block::Table(table),
    ])
}
