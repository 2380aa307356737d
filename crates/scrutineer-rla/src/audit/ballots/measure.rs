//! The risk that is left of an audit of single ballots.

use std::collections::BTreeSet;

use scrutineer_model::Message;

use super::Ballots;
use super::book::{BallotBook, BallotRecord, BallotStatus};
use super::claim::{Recorded, Seen};
use crate::audit::draws::DrawFile;
use crate::audit::manifest::Manifest;
use crate::audit::measure::{AssertionRisk, BOX_FULL, Measure, NextStep};
use crate::audit::setup::Setup;
use crate::batch::Size;

/// The ballots of all rounds, in the order of the draws: station on the list and position in its box.
pub(super) fn order(manifest: &Manifest, rounds: &[DrawFile]) -> Vec<(usize, u64)> {
    let draws = rounds.iter().flat_map(|round| &round.draws);
    draws
        .filter_map(|drawn| Some((manifest.position(&drawn.station)?, drawn.position?)))
        .collect()
}

/// What was seen of every draw before the first that is not recorded.
pub(super) fn seen<'a>(
    manifest: &Manifest,
    order: &[(usize, u64)],
    record_of: impl Fn(usize, u64) -> Option<&'a BallotRecord>,
) -> Vec<Seen> {
    let records = order
        .iter()
        .map_while(|&(station, position)| record_of(station, position));
    records
        .map(|record| record.seen(manifest.options()))
        .collect()
}

/// What the recorded ballots say. The risk of a claim is the smallest after any of the draws, in their order
/// (Ville); that of the outcome is the largest over the claims, since all of them must hold.
pub(in crate::audit) fn measure(
    setup: &Setup,
    ballots: &Ballots,
    rounds: &[DrawFile],
    book: &BallotBook,
) -> Measure {
    let manifest = setup.manifest();
    let order = order(manifest, rounds);
    let distinct: BTreeSet<(usize, u64)> = order.iter().copied().collect();
    let audited = distinct
        .iter()
        .filter(|ballot| book.of(**ballot).is_some())
        .count();
    let pending = (distinct.len() - audited) as u64;
    let seen = seen(manifest, &order, |station, position| {
        book.of((station, position))
    });
    let limit = setup.plan().risk_limit.get();
    let (boxes, is_void) = boxes(manifest, book);
    let mut assertions = Vec::new();
    let mut fortunes = Vec::new();
    for (claim, margin) in ballots.claims().iter().zip(setup.comparison().margins()) {
        let mut risk = claim.begin();
        let mut draws = order.iter().zip(&seen);
        let is_measured = draws.all(|(&ballot, &one)| {
            let value = claim.value(ballots.recorded(ballot), one);
            risk.draw(value.to_f64()).is_ok()
        });
        let p = if is_void || !is_measured {
            1.0
        } else {
            risk.sequential_p()
        };
        fortunes.push(if p <= limit {
            f64::INFINITY
        } else {
            risk.ln_fortune()
        });
        assertions.push(AssertionRisk {
            claim: claim.assertion().claim().clone(),
            margin: margin.margin,
            p,
            met: p <= limit,
        });
    }
    let p = assertions.iter().map(|held| held.p).fold(0.0, f64::max);
    let next = if pending > 0 || seen.is_empty() {
        NextStep::Record
    } else if is_void {
        NextStep::FullCount
    } else if p <= limit {
        NextStep::Confirmed
    } else {
        match ballots.size(limit, &fortunes) {
            Size::Draws(draws) => NextStep::Draw(draws.max(1)),
            Size::FullCount => NextStep::FullCount,
        }
    };
    Measure {
        assertions,
        p,
        kaplan_markov: None,
        capped: None,
        drawn: order.len() as u64,
        distinct: distinct.len() as u64,
        audited: audited as u64,
        pending,
        measured: seen.len() as u64,
        taints: Vec::new(),
        strata: Vec::new(),
        discrepancies: Vec::new(),
        absent: absent(book),
        differing: differing(ballots, manifest, book),
        too_large: Vec::new(),
        boxes,
        sums: sums(ballots),
        count: None,
        next,
    }
}

/// Ballots that are not what their records say, with the votes by which the records are too good for the claim that this
/// is worst for.
fn differing(ballots: &Ballots, manifest: &Manifest, book: &BallotBook) -> Vec<Message> {
    let is_compared = ballots.compared().is_some();
    let current = book
        .current()
        .filter(|(_, held)| is_compared && !held.status.is_worst());
    let differing = current.filter_map(|(station, record)| {
        let recorded = ballots.recorded((station, record.position));
        let seen = record.seen(manifest.options());
        let is_same = match (recorded, seen) {
            (Recorded::Vote(a), Seen::Vote(b)) => a == b,
            (Recorded::NoVote, Seen::NoVote) => record.status != BallotStatus::Empty,
            (Recorded::Nothing, _) => record.status == BallotStatus::Empty,
            _ => false,
        };
        if is_same {
            return None;
        }
        let claims = ballots.claims().iter();
        let votes = claims.map(|claim| claim.overstated(recorded, seen)).max();
        let message = match recorded {
            Recorded::Nothing => Message::new("rla-ballot-unrecorded"),
            _ => Message::new("rla-ballot-differs"),
        };
        Some(
            message
                .with("station", record.station.as_str())
                .with("position", record.position)
                .with(
                    "votes",
                    i64::try_from(votes.unwrap_or(0)).unwrap_or(i64::MAX),
                ),
        )
    });
    differing.collect()
}

/// Ballots that nobody saw.
fn absent(book: &BallotBook) -> Vec<Message> {
    let current = book.current().map(|(_, record)| record);
    let absent = current.filter(|record| record.status.is_worst());
    absent
        .map(|record| {
            let how = match record.status {
                BallotStatus::Refused => "refused",
                _ => "missing",
            };
            Message::new("rla-ballot-absent")
                .with("station", record.station.as_str())
                .with("position", record.position)
                .with("how", how)
        })
        .collect()
}

/// Boxes with another number of ballots than their sheets say, and whether one has more than could be drawn from it.
fn boxes(manifest: &Manifest, book: &BallotBook) -> (Vec<Message>, bool) {
    let mut found = Vec::new();
    let mut is_void = false;
    let lists = manifest.rows().iter().zip(manifest.ballots());
    for (at, ((row, &most), &said)) in lists.zip(manifest.said()).enumerate() {
        let Some(in_box) = book.of_station(at).find_map(|record| record.in_box) else {
            continue;
        };
        let message = |id: &str, beside: u64| {
            Message::new(id)
                .with("station", row.station.as_str())
                .with("found", in_box)
                .with("beside", beside)
        };
        if in_box > most {
            is_void = true;
            found.push(message(BOX_FULL, most));
        } else if let Some(said) = said.filter(|said| *said != in_box) {
            let id = if in_box > said {
                "rla-ballot-box-more"
            } else {
                "rla-ballot-box-fewer"
            };
            found.push(message(id, said));
        }
    }
    (found, is_void)
}

/// Where the records of ballots have other votes than the sheets.
fn sums(ballots: &Ballots) -> Option<Message> {
    let held = ballots.compared().filter(|held| held.stations > 0)?;
    let message = Message::new("rla-cast-sums").with("stations", held.stations);
    Some(message.with("votes", held.votes))
}
