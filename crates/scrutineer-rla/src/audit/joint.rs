//! Several contests by one draw: how many draws it takes, beside a draw for each contest.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::{Code, Dataset, Message};

use super::frame::{Frame, RISKS};
use super::manifest::{Manifest, ManifestRow};
use super::measure::Workload;
use super::outcome::assertions_of;
use super::plan::{PlanOptions, plan};
use super::refused::{Problem, Refused};
use crate::batch::{BatchComparison, BatchError, Bet, Size, Stations, initial_size};

/// One draw for several contests.
///
/// A station is drawn by the largest of its bounds, and every contest is looked at in it. The one risk is
/// that any of the outcomes is wrong (Stark, MACRO, 2009). Where contests give a station different capacities, the
/// largest stands for all of them, which can only add draws.
#[derive(Clone, Debug)]
pub struct JointPlan {
    /// Stations with a record of at least one contest.
    pub stations: u64,
    /// U: the sum of the bounds.
    pub bound: f64,
    /// Draws where everything is staked, at 10, 5 and 1 %.
    pub kaplan_markov: [Size; 3],
    /// Draws where a missing box is survived, at 10, 5 and 1 %.
    pub capped: [Size; 3],
    /// Draws by the measure and the risk limit that were asked for.
    pub size: Size,
    /// The work of these.
    pub work: Workload,
    /// By contest, in the order given: its id, and the draws and the work of an audit of its own.
    pub alone: Vec<(Code, Size, Workload)>,
}

/// Plans one draw for the contests of several frames, each of which can be audited alone.
///
/// # Errors
/// As [`plan`] for the first frame that cannot be audited; for a contest that is given twice; for numbers beyond
/// their range.
pub fn joint_plan(frames: &[&Frame], options: &PlanOptions) -> Result<JointPlan, Refused> {
    let range = |_: BatchError| Refused::because(Message::new("rla-error-range"));
    let mut contests = BTreeSet::new();
    let mut alone = Vec::new();
    for frame in frames {
        if !contests.insert((&frame.election, &frame.contest)) {
            let message = Message::new("rla-error-contest-twice")
                .with("election", frame.election.as_str())
                .with("contest", frame.contest.as_str());
            return Err(Refused::because(message));
        }
        let (_, _, size, work) = plan(frame, options)?.ready?;
        alone.push((frame.contest.clone(), size, work));
    }
    let width: usize = frames.iter().map(|frame| options_of(frame)).sum();
    let (mut assertions, mut margins, mut first) = (Vec::new(), Vec::new(), 0);
    let mut rows: BTreeMap<&str, ManifestRow> = BTreeMap::new();
    for frame in frames {
        let manifest = &frame.manifest;
        let missing = frame.alternative().and_then(|held| held.missing);
        let missing = missing.unwrap_or(0);
        let (_, claims) = assertions_of(frame.rule, &manifest.totals())?;
        let contest = manifest.stations(missing).map_err(range)?;
        let own = BatchComparison::new(contest, claims.clone()).map_err(range)?;
        margins.extend(own.margins().iter().map(|held| held.margin));
        let placed = claims.into_iter().map(|claim| claim.among(first, width));
        assertions.extend(placed.flatten());
        for row in manifest.rows() {
            let held = rows.entry(&row.station).or_insert_with(|| ManifestRow {
                votes: vec![0; width],
                ..row.clone()
            });
            held.capacity = held.capacity.max(row.capacity);
            for (joint, votes) in held.votes.iter_mut().skip(first).zip(&row.votes) {
                *joint = *votes;
            }
        }
        first += options_of(frame);
    }
    let mut stations = Stations::new(width);
    for row in rows.values() {
        stations
            .push_sheet(&row.votes, row.capacity)
            .map_err(range)?;
    }
    let comparison =
        BatchComparison::with_margins(stations, assertions, &margins).map_err(range)?;
    let weights = comparison.weights();
    let sizes = |bet| RISKS.map(|risk| initial_size(bet, weights, risk));
    let size = initial_size(options.method.bet(), weights, options.risk_limit.get());
    let all = frames.iter().flat_map(|frame| frame.manifest.options());
    let manifest = Manifest::new(all.cloned().collect(), rows.into_values().collect());
    Ok(JointPlan {
        stations: manifest.rows().len() as u64,
        bound: comparison.bound(),
        kaplan_markov: sizes(Bet::KaplanMarkov),
        capped: sizes(Bet::SURVIVING),
        size,
        work: Workload::of(options.kind, &manifest, weights, size),
        alone,
    })
}

/// Stations that a message names of each side.
const NAMED: usize = 5;

/// Whether two folders are about the same stations, which one draw for both needs: a station on one list alone can be
/// drawn for one contest and not be looked at for the other. `first` names the first folder, `file` the other.
///
/// # Errors
/// Where the lists differ: how many stations, and the first that only one has.
pub fn same_stations(
    (first, one): (&str, &Dataset),
    (file, other): (&str, &Dataset),
) -> Result<(), Refused> {
    let ids = |dataset: &'_ Dataset| -> BTreeSet<String> {
        let stations = dataset.stations();
        stations
            .indices()
            .map(|at| stations.id(at).to_owned())
            .collect()
    };
    let (one, other) = (ids(one), ids(other));
    let lacking: Vec<&str> = one.difference(&other).map(String::as_str).collect();
    let more: Vec<&str> = other.difference(&one).map(String::as_str).collect();
    if lacking.is_empty() && more.is_empty() {
        return Ok(());
    }
    let named = |found: &[&str]| {
        found
            .iter()
            .take(NAMED)
            .copied()
            .collect::<Vec<_>>()
            .join(", ")
    };
    let message = Message::new("rla-error-stations-differ")
        .with("first", first)
        .with("count", (lacking.len() + more.len()) as u64)
        .with("lacking", lacking.len() as u64)
        .with("lacking-named", named(&lacking))
        .with("more", more.len() as u64)
        .with("more-named", named(&more));
    Err(Problem::of_file(file, message).into())
}

fn options_of(frame: &Frame) -> usize {
    frame.manifest.options().len()
}
