//! What it would take to change the answer: what a single sheet could, beside it, and under the stations what it means
//! and where the whole is told.

use scrutineer_audit::SourceReport;
use scrutineer_model::{Current, Dataset, OptionIdx, SheetSet, SourceIdx, SourceLabel, StationIdx};
use scrutineer_report::{Element, Phrase, TextError};
use scrutineer_tally::most_change_of;

use super::sets;
use crate::content::Content;
use crate::markup::link;
use crate::words::Words;

/// The lead of the sheets of one source: between whom.
#[derive(Clone, Copy, Debug)]
struct Pair {
    source: SourceIdx,
    leader: OptionIdx,
    rival: OptionIdx,
}

/// Of one contest.
#[derive(Debug)]
pub(super) struct Change {
    pairs: Vec<Pair>,
    /// What stands under the stations.
    pub(super) lines: Vec<Element>,
}

impl Change {
    /// One leader and one runner-up make a lead; where several win, or nobody leads, no sheet has a number.
    ///
    /// The numbers are about single sheets alone. How many would have to be false together follows from a register
    /// total, its reading and what is assumed of the missing; the page that the last line leads to names them. So a page
    /// of stations stays the same when others report, as long as the same two are first.
    pub(super) fn new(
        content: &Content<'_>,
        contest: usize,
        words: &Words<'_>,
    ) -> Result<Self, TextError> {
        let mut found = Self {
            pairs: Vec::new(),
            lines: Vec::new(),
        };
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
                found.pairs.push(Pair {
                    source: set.source(),
                    leader: at,
                    rival: other,
                });
                let voice = words.contest(contest);
                let text = words.with(
                    "site-change-sheet",
                    &[
                        ("leader", voice.option(leader)),
                        ("rival", voice.option(rival)),
                        ("source", words.source(held, id)?),
                    ],
                )?;
                let line = Element::new("p").attr("class", "note").phrase(&text);
                found.lines.push(line);
            }
        }
        Ok(found)
    }

    /// By how many votes the lead would fall at most if the sheet of a station in `set` were false; `None` where that is
    /// not known, or readings of the sheet rival each other.
    pub(super) fn of(&self, dataset: &Dataset, set: &SheetSet, station: StationIdx) -> Option<u64> {
        let mut pairs = self.pairs.iter();
        let pair = pairs.find(|pair| pair.source == set.source())?;
        match set.current_at(station) {
            Current::One(row) => most_change_of(dataset, set, row, pair.leader, pair.rival),
            Current::None | Current::Rivals(_) => None,
        }
    }
}

/// Whether the source may be named, and no count of ballots stands in the place of its sheets.
fn is_told(source: &SourceReport) -> bool {
    source.overturned_by.is_none() && source.label != SourceLabel::Withheld
}

fn first_two(source: &SourceReport) -> Option<[&str; 2]> {
    let outcome = source.outcome.first()?;
    match outcome.winners.as_slice() {
        [only] => Some([only, outcome.runner_up.as_deref()?]),
        _ => None,
    }
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
