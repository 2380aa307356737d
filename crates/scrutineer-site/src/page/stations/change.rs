//! What it would take to change the answer: how far a single sheet could lower the lead, beside it, and under the
//! stations what that means and where the whole is told.

use std::collections::BTreeMap;

use scrutineer_audit::SourceReport;
use scrutineer_model::{Current, Dataset, OptionIdx, SheetSet, SourceIdx, SourceLabel, StationIdx};
use scrutineer_report::{Element, Phrase, TextError};
use scrutineer_tally::most_change_of;

use super::sets;
use crate::content::Content;
use crate::markup::link;
use crate::words::Words;

/// The lead of the sheets of one source: between whom.
#[derive(Debug)]
struct Pair {
    source: SourceIdx,
    leader: OptionIdx,
    rival: OptionIdx,
    /// Whose lead it is, and what a number assumes.
    line: Element,
}

/// Of one contest.
#[derive(Debug)]
pub(super) struct Change {
    pairs: Vec<Pair>,
}

/// How far a sheet could lower the lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// By at most so many votes.
    Votes(u64),
    /// Readings of the sheet rival each other, a number was not read, or nothing limits the votes of the station.
    Unknown,
}

impl Change {
    /// One leader and one runner-up make a lead; where several win, nobody leads, or several are second, no sheet has a
    /// number.
    ///
    /// The numbers are about single sheets alone. How many would have to be false together follows from a register
    /// total, its reading and what is assumed of the missing; the page that the last line leads to names them. So a page
    /// of stations stays the same when others report, unless who leads and who is second changes.
    pub(super) fn new(
        content: &Content<'_>,
        contest: usize,
        words: &Words<'_>,
    ) -> Result<Self, TextError> {
        let mut found = Self { pairs: Vec::new() };
        let own = content.dataset.contests().get(contest);
        let Some((held, options)) = content.report.contests.get(contest).zip(own) else {
            return Ok(found);
        };
        for set in sets(content, contest) {
            let id = content.dataset.source(set.source()).id.as_str();
            let mut sources = held.sources.iter();
            let Some(source) = sources.find(|source| source.id == id && is_told(source)) else {
                continue;
            };
            let Some([leader, rival]) = first_two(source) else {
                continue;
            };
            if let (Some(at), Some(other)) = (options.option(leader), options.option(rival)) {
                let voice = words.contest(contest);
                let text = words.with(
                    "site-change-sheet",
                    &[
                        ("leader", voice.option(leader)),
                        ("rival", voice.option(rival)),
                        ("source", words.source(held, id)?),
                    ],
                )?;
                found.pairs.push(Pair {
                    source: set.source(),
                    leader: at,
                    rival: other,
                    line: Element::new("p").attr("class", "note").phrase(&text),
                });
            }
        }
        Ok(found)
    }

    /// How far the sheet of a station in `set` could lower the lead; `None` where the station has no sheet or the set
    /// has no lead.
    pub(super) fn of(
        &self,
        dataset: &Dataset,
        set: &SheetSet,
        station: StationIdx,
    ) -> Option<Reach> {
        let mut pairs = self.pairs.iter();
        let pair = pairs.find(|pair| pair.source == set.source())?;
        let votes = match set.current_at(station) {
            Current::None => return None,
            Current::One(row) => most_change_of(dataset, set, row, pair.leader, pair.rival),
            Current::Rivals(_) => None,
        };
        Some(votes.map_or(Reach::Unknown, Reach::Votes))
    }

    /// What stands under these stations: a line for each source that has a sheet of one of them.
    pub(super) fn lines(&self, sets: &[&SheetSet], stations: &[StationIdx]) -> Vec<Element> {
        let is_told = |pair: &&Pair| {
            let own = sets.iter().find(|set| set.source() == pair.source);
            let has_sheet = |set: &&SheetSet| {
                let mut stations = stations.iter();
                stations.any(|&station| !set.readings(station).is_empty())
            };
            own.is_some_and(has_sheet)
        };
        let told = self.pairs.iter().filter(is_told);
        told.map(|pair| pair.line.clone()).collect()
    }
}

/// Whether the source may be named, and no count of ballots stands in the place of its sheets.
fn is_told(source: &SourceReport) -> bool {
    source.overturned_by.is_none() && source.label != SourceLabel::Withheld
}

/// The only option that wins on the sheets and the only one behind it; `None` where several share either place, since
/// the order of the ballot must decide nothing.
fn first_two(source: &SourceReport) -> Option<[&str; 2]> {
    let outcome = source.outcome.first()?;
    let [leader] = outcome.winners.as_slice() else {
        return None;
    };
    let rival = outcome.runner_up.as_deref()?;
    let least: BTreeMap<&str, u64> = match (&source.totals, &source.totals_interval) {
        (Some(held), _) => {
            let options = held.options.iter();
            options.map(|(id, votes)| (id.as_str(), *votes)).collect()
        }
        (None, Some(held)) => {
            let options = held.options.iter();
            options
                .map(|(id, [least, _])| (id.as_str(), *least))
                .collect()
        }
        (None, None) => return None,
    };
    let second = least.get(rival)?;
    let is_alone = least.values().filter(|votes| *votes == second).count() == 1;
    is_alone.then_some([leader, rival])
}

/// Where the page leads whoever asks whether a sheet decides anything.
pub(super) fn line(words: &Words<'_>) -> Result<Element, TextError> {
    let mut line = Element::new("p")
        .phrase(&words.say("site-change")?)
        .text(" ");
    for (position, (to, id)) in [
        ("../results.html#change", "site-change-numbers"),
        ("../chain.html#reasons", "site-change-reasons"),
    ]
    .into_iter()
    .enumerate()
    {
        if position > 0 {
            line = line.phrase(&Phrase::words(" · "));
        }
        line = line.child(link(to, &words.say(id)?));
    }
    Ok(line)
}
