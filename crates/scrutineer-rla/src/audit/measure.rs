//! The risk that is left, what follows from it, and how much work that is.

use std::collections::BTreeSet;

use scrutineer_model::{Exact, Message};

use super::manifest::{Manifest, ManifestRow, most};
use super::plan::Kind;
use super::records::{Book, Record, Status};
use super::setup::Setup;
use super::strata::StratumSoFar;
use crate::assertion::{Assertion, Claim};
use crate::batch::{Bet, Found, Size, Weights, lost, next_size};

/// What is to be done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// The risk is at most the limit and everything drawn is recorded.
    Confirmed,
    /// Stations that were drawn are not recorded.
    Record,
    /// So many further draws, if they show no error.
    Draw(u64),
    /// No number of draws below that of the stations would do.
    FullCount,
}

/// The risk of one claim.
#[derive(Clone, Debug, PartialEq)]
pub struct AssertionRisk {
    /// The claim, in positions of options.
    pub claim: Claim,
    /// Its margin over the sheets less what is missing.
    pub margin: i128,
    /// The chance of at most this size that the stations would have shown no more, were it wrong.
    pub p: f64,
    /// Whether that is at most the limit.
    pub met: bool,
}

/// What the recorded stations say, in the order of the draws.
#[derive(Clone, Debug, PartialEq)]
pub struct Measure {
    /// By claim.
    pub assertions: Vec<AssertionRisk>,
    /// The risk by the measure that decides; 1 where a station had more votes than it could hold.
    pub p: f64,
    /// Where everything is staked; `None` where ballots are drawn, or stations in strata.
    pub kaplan_markov: Option<f64>,
    /// Where a missing box is survived; `None` where ballots are drawn, or stations in strata.
    pub capped: Option<f64>,
    /// Draws of all rounds.
    pub drawn: u64,
    /// Different stations among them; different ballots where these are drawn.
    pub distinct: u64,
    /// Of these, recorded.
    pub audited: u64,
    /// Of these, still to be recorded.
    pub pending: u64,
    /// Draws that the risk rests on: those before the first that is not recorded.
    pub measured: u64,
    /// Taints of these draws, in their order; none where ballots are drawn.
    pub taints: Vec<Exact>,
    /// By stratum, in order of their ids; none where stations are not drawn in strata.
    pub strata: Vec<StratumSoFar>,
    /// Stations whose record is not what was found, in order of their ids: by how many votes it is too good for
    /// the claim that it is worst for; below 0 where it errs against the outcome.
    pub discrepancies: Vec<(String, i128)>,
    /// Stations without box or copy, or to which access was refused.
    pub absent: Vec<Message>,
    /// Ballots whose record is not what was seen, or that have none, as messages; none where ballots are not compared.
    pub differing: Vec<Message>,
    /// Stations whose count is larger than what they can hold; none where ballots are drawn.
    pub too_large: Vec<String>,
    /// Boxes with another number of ballots than their sheets say, as messages; none where stations are drawn.
    pub boxes: Vec<Message>,
    /// What the records of ballots say that the sheets do not, as a message; `None` where they agree or ballots are not
    /// compared.
    pub sums: Option<Message>,
    /// What was found so far, where every station is looked at: it replaces the outcome, and the risks above
    /// say nothing.
    pub count: Option<CountSoFar>,
    /// What follows.
    pub next: NextStep,
}

impl Measure {
    /// A box had more ballots than it can hold: no risk can be measured until that is explained.
    pub fn is_void(&self) -> bool {
        let mut boxes = self.boxes.iter();
        boxes.any(|found| found.id == BOX_FULL)
    }
}

/// What a full count found so far beside what the records say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountSoFar {
    /// Votes found, by option.
    pub found: Vec<u64>,
    /// Votes of the records of the same stations, by option.
    pub recorded: Vec<u64>,
    /// The most votes that were not counted: at stations without a record, at those where nothing could be
    /// looked at, and as many as the registered voters of the records exceed those of their sheets.
    pub uncounted: u64,
}

/// The message of a box with more ballots than it can hold.
pub(super) const BOX_FULL: &str = "rla-ballot-box-full";

/// The taints of a station, for all claims together and for each.
fn taints(setup: &Setup, at: usize, record: &Record) -> (Exact, Vec<Exact>, bool, i128) {
    let comparison = setup.comparison();
    let claims = comparison.assertions().len();
    let found = match (record.status.has_votes(), record.registered) {
        (false, _) => Found::Missing,
        (true, None) => Found::Counted(&record.votes),
        (true, Some(registered)) => Found::ReadAgain {
            votes: &record.votes,
            registered,
        },
    };
    // The list of votes has as many options as the manifest, and the station is on it.
    let Ok(taint) = comparison.taint(at, found) else {
        return (Exact::ONE, vec![Exact::ONE; claims], true, 0);
    };
    if !record.status.has_votes() {
        return (Exact::ONE, vec![Exact::ONE; claims], false, 0);
    }
    let bound = comparison.station_bound(at);
    let mut worst: Option<i128> = None;
    let mut each = Vec::with_capacity(claims);
    for (assertion, margin) in comparison.assertions().iter().zip(comparison.margins()) {
        let lost = lost_of(setup, at, assertion, record);
        worst = worst.max(Some(lost));
        let share = Exact::new(lost, margin.margin)
            .and_then(|error| error.checked_div(bound).ok())
            .unwrap_or(Exact::ONE);
        each.push(share.clamp(Exact::ZERO, Exact::ONE));
    }
    (
        taint.share,
        each,
        taint.exceeds_capacity,
        worst.unwrap_or(0),
    )
}

/// The taint of a station for all claims together.
pub(super) fn taint(setup: &Setup, at: usize, record: &Record) -> Exact {
    let (share, ..) = taints(setup, at, record);
    share
}

/// Votes of the margin of a claim that the record has too many.
fn lost_of(setup: &Setup, at: usize, assertion: &Assertion, record: &Record) -> i128 {
    let row = setup.manifest().rows().get(at);
    row.and_then(|row| {
        let hidden = hidden(row, record);
        lost(assertion, &row.votes, &record.votes, hidden)
    })
    .unwrap_or(i128::MAX)
}

/// Registered voters that a record has above its sheet.
fn hidden(row: &ManifestRow, record: &Record) -> u64 {
    let read = record.registered;
    read.map_or(0, |read| row.capacity.saturating_sub(read))
}

/// Whether a row is what was found.
fn is_same(row: &ManifestRow, record: &Record) -> bool {
    let read = record.registered;
    row.votes == record.votes && read.is_none_or(|read| read == row.capacity)
}

/// Taints of stations of the list: of the draws in their order, and of what is looked at without one.
#[derive(Clone, Default)]
struct Taints {
    drawn: Vec<(usize, Exact)>,
    whole: Vec<(usize, Exact)>,
}

impl Taints {
    /// Those of all claims together and of each: of the draws before the first that is not recorded.
    fn of(setup: &Setup, order: &[usize], book: &Book) -> (Self, Vec<Self>) {
        let mut all = Self::default();
        let mut each = vec![Self::default(); setup.comparison().assertions().len()];
        for &at in order {
            let Some(record) = book.of(at) else { break };
            let (share, shares, _, _) = taints(setup, at, record);
            all.drawn.push((at, share));
            for (list, share) in each.iter_mut().zip(shares) {
                list.drawn.push((at, share));
            }
        }
        for at in setup.strata().iter().flat_map(|held| held.whole()) {
            let Some(record) = book.of(at) else { continue };
            let (share, shares, _, _) = taints(setup, at, record);
            all.whole.push((at, share));
            for (list, share) in each.iter_mut().zip(shares) {
                list.whole.push((at, share));
            }
        }
        (all, each)
    }

    /// Those of the draws.
    fn shares(&self) -> Vec<Exact> {
        self.drawn.iter().map(|(_, share)| *share).collect()
    }

    /// The risk by the measure that decides.
    fn p(&self, setup: &Setup) -> f64 {
        let bet = setup.plan().method.bet();
        match setup.strata() {
            None => bet.measure(setup.comparison().weights(), &self.shares()).p,
            Some(held) => held.risk(&self.drawn, &self.whole).p,
        }
    }

    /// Further draws, if they show no error.
    fn next_size(&self, setup: &Setup) -> Size {
        let (bet, limit) = (setup.plan().method.bet(), setup.plan().risk_limit.get());
        let weights = setup.comparison().weights();
        match setup.strata() {
            None => {
                let found = bet.measure(weights, &self.shares());
                next_size(bet, weights, limit, found.ln_p)
            }
            Some(held) => held.next_size(&self.drawn, &self.whole, limit),
        }
    }
}

pub(super) fn measure(setup: &Setup, draws: &[&str], book: &Book) -> Measure {
    let comparison = setup.comparison();
    let order: Vec<usize> = draws
        .iter()
        .filter_map(|station| setup.manifest().position(station))
        .collect();
    let strata = setup.strata();
    let whole = strata.iter().flat_map(|held| held.whole());
    let distinct: BTreeSet<usize> = order.iter().copied().chain(whole).collect();
    let recorded: Vec<(usize, &Record)> = distinct
        .iter()
        .filter_map(|&at| Some((at, book.of(at)?)))
        .collect();
    let pending = (distinct.len() - recorded.len()) as u64;
    let (all, each) = Taints::of(setup, &order, book);
    let remarks = Remarks::of(setup, &recorded);
    let limit = setup.plan().risk_limit.get();
    let is_void = !remarks.too_large.is_empty();
    let bounded = |p: f64| if is_void { 1.0 } else { p };
    let p = bounded(all.p(setup));
    let of_list = |bet: Bet| {
        let risk = || bounded(bet.measure(comparison.weights(), &all.shares()).p);
        strata.is_none().then(risk)
    };
    let assertions = comparison
        .assertions()
        .iter()
        .zip(comparison.margins())
        .zip(&each)
        .map(|((assertion, margin), taints)| {
            let p = bounded(taints.p(setup));
            AssertionRisk {
                claim: assertion.claim().clone(),
                margin: margin.margin,
                p,
                met: p <= limit,
            }
        })
        .collect();
    let next = if pending > 0 || all.drawn.is_empty() {
        NextStep::Record
    } else if is_void {
        NextStep::FullCount
    } else if p <= limit {
        NextStep::Confirmed
    } else {
        match all.next_size(setup) {
            Size::Draws(draws) => NextStep::Draw(draws.max(1)),
            Size::FullCount => NextStep::FullCount,
        }
    };
    Measure {
        assertions,
        p,
        kaplan_markov: of_list(Bet::KaplanMarkov),
        capped: of_list(Bet::SURVIVING),
        drawn: draws.len() as u64,
        distinct: distinct.len() as u64,
        audited: recorded.len() as u64,
        pending,
        measured: all.drawn.len() as u64,
        taints: all.shares(),
        strata: strata.map_or_else(Vec::new, |held| held.risk(&all.drawn, &all.whole).strata),
        discrepancies: remarks.discrepancies,
        absent: remarks.absent,
        differing: Vec::new(),
        too_large: remarks.too_large,
        boxes: Vec::new(),
        sums: None,
        count: None,
        next,
    }
}

/// The same where every station is looked at, whatever was drawn before.
pub(super) fn measure_all(setup: &Setup, draws: &[&str], book: &Book) -> Measure {
    let stations = setup.manifest().rows().len();
    let recorded: Vec<(usize, &Record)> = (0..stations)
        .filter_map(|at| Some((at, book.of(at)?)))
        .collect();
    let remarks = Remarks::of(setup, &recorded);
    let pending = (stations - recorded.len()) as u64;
    Measure {
        distinct: stations as u64,
        audited: recorded.len() as u64,
        pending,
        discrepancies: remarks.discrepancies,
        differing: Vec::new(),
        absent: remarks.absent,
        too_large: remarks.too_large,
        boxes: Vec::new(),
        sums: None,
        count: Some(so_far(setup, &recorded)),
        next: if pending > 0 {
            NextStep::Record
        } else {
            NextStep::FullCount
        },
        ..measure(setup, draws, book)
    }
}

/// What a reader of the measure has to know of single stations.
#[derive(Default)]
struct Remarks {
    absent: Vec<Message>,
    too_large: Vec<String>,
    discrepancies: Vec<(String, i128)>,
}

impl Remarks {
    fn of(setup: &Setup, recorded: &[(usize, &Record)]) -> Self {
        let mut found = Self::default();
        for &(at, record) in recorded {
            let (_, _, exceeds, votes) = taints(setup, at, record);
            if exceeds {
                found.too_large.push(record.station.clone());
            }
            if !record.status.has_votes() {
                let how = match record.status {
                    Status::Refused => "refused",
                    _ => "missing",
                };
                found.absent.push(
                    Message::new("rla-finding-absent")
                        .with("station", record.station.as_str())
                        .with("how", how),
                );
            } else if setup
                .manifest()
                .rows()
                .get(at)
                .is_none_or(|row| !is_same(row, record))
            {
                found.discrepancies.push((record.station.clone(), votes));
            }
        }
        found
    }
}

/// What a full count found.
pub(super) struct FullCountFound {
    /// Votes by option.
    pub(super) totals: Vec<u64>,
    /// The most votes that were not counted.
    pub(super) uncounted: u64,
    /// Whether the outcome holds whatever stations without box or sheet held; else what was counted does not
    /// carry it, whatever boxes that were not found held. Who won then, the votes and what was not counted
    /// say together.
    pub(super) confirms: bool,
}

fn so_far(setup: &Setup, recorded: &[(usize, &Record)]) -> CountSoFar {
    let options = setup.manifest().options().len();
    let mut count = CountSoFar {
        found: vec![0; options],
        recorded: vec![0; options],
        uncounted: setup.plan().missing,
    };
    for &(at, record) in recorded {
        let Some(row) = setup.manifest().rows().get(at) else {
            continue;
        };
        if !record.status.has_votes() {
            count.uncounted = count.uncounted.saturating_add(most(row));
            continue;
        }
        count.uncounted = count.uncounted.saturating_add(hidden(row, record));
        for (total, votes) in count.found.iter_mut().zip(&record.votes) {
            *total = total.saturating_add(*votes);
        }
        for (total, votes) in count.recorded.iter_mut().zip(&row.votes) {
            *total = total.saturating_add(*votes);
        }
    }
    count
}

/// The conclusion of a full count; `None` as long as a station has no record, or what could not be looked
/// at can decide it.
///
/// What is audited of every claim is its margin less what has no record. A station that could not be looked
/// at counts at the worst case for a confirmation, and at the best for the opposite.
pub(super) fn full_count(setup: &Setup, records: Option<Vec<&Record>>) -> Option<FullCountFound> {
    let recorded: Vec<(usize, &Record)> = records?.into_iter().enumerate().collect();
    let count = so_far(setup, &recorded);
    let absent: i128 = recorded
        .iter()
        .filter(|(_, record)| !record.status.has_votes())
        .filter_map(|&(at, _)| setup.manifest().rows().get(at))
        .map(|row| i128::from(most(row)))
        .sum();
    let missing = i128::from(count.uncounted) - absent;
    let comparison = setup.comparison();
    let mut confirms = true;
    let mut overturns = false;
    for assertion in comparison.assertions() {
        let left = assertion.score(&count.found) - i128::from(assertion.worst()) * missing;
        confirms &= left - i128::from(assertion.worst()) * absent > 0;
        overturns |= left + i128::from(assertion.best()) * absent <= 0;
    }
    (confirms || overturns).then_some(FullCountFound {
        totals: count.found,
        uncounted: count.uncounted,
        confirms,
    })
}

/// Minutes of a team of two for a copy that is read again.
const MINUTES_A_COPY: f64 = 3.0;
/// Minutes of a team of two to open and close a box.
const MINUTES_A_BOX: f64 = 15.0;
/// Seconds of a team of two for a ballot.
const SECONDS_A_BALLOT: f64 = 5.0;

/// The expected work of a number of draws.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Workload {
    /// Different stations.
    pub stations: f64,
    /// Votes on their sheets.
    pub ballots: f64,
    /// Hours of a team of two: 3 minutes a copy; 15 minutes a box and 5 seconds a ballot.
    pub hours: f64,
}

impl Workload {
    /// The work of a size; of all stations for a full count.
    pub fn of(kind: Kind, manifest: &Manifest, weights: &Weights, size: Size) -> Self {
        let total = weights.total() as f64;
        Self::by(kind, manifest, |row| match size {
            Size::FullCount => 1.0,
            // 1 - (1 - w/T)^n
            Size::Draws(draws) => {
                let weight = weights.as_slice().get(row).copied().unwrap_or(0) as f64;
                -libm::expm1(draws as f64 * libm::log1p(-weight / total))
            }
        })
    }

    /// The work where each station of the list is looked at with some chance.
    pub(super) fn by(kind: Kind, manifest: &Manifest, chance: impl Fn(usize) -> f64) -> Self {
        let mut found = Self {
            stations: 0.0,
            ballots: 0.0,
            hours: 0.0,
        };
        for (at, row) in manifest.rows().iter().enumerate() {
            let chance = chance(at);
            found.stations += chance;
            found.ballots += chance * row.votes.iter().sum::<u64>() as f64;
        }
        let minutes = match kind {
            Kind::Transcription => MINUTES_A_COPY * found.stations,
            Kind::Boxes => MINUTES_A_BOX * found.stations + SECONDS_A_BALLOT / 60.0 * found.ballots,
        };
        found.hours = minutes / 60.0;
        found
    }
}
