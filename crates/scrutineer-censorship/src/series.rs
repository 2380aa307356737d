//! One network in one country, one site or service: its days, and what can be said of them.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_model::Real;
use scrutineer_stats::wilson;
use serde::Serialize;

use crate::collect::{Observations, Row, name};
use crate::day::Day;
use crate::observation::Family;
use crate::onset::Count;
use crate::verdict::{State, words};

words! {
    /// What a cell of the heat map shows.
    CellState {
        /// At least half of the measurements are blocked.
        Blocked = "blocked",
        /// Some are, fewer than half.
        Mixed = "mixed",
        /// None is blocked, and at least one may be.
        Possible = "possible",
        /// Most were down for the control as well.
        Down = "down",
        /// None is blocked.
        Ok = "ok",
        /// Too few measurements or reports to say.
        Insufficient = "insufficient",
    }
}

/// Fewest valid measurements of a cell that says something.
pub(crate) const LEAST_MEASUREMENTS: u64 = 5;
/// Fewest reports of such a cell.
pub(crate) const LEAST_REPORTS: u64 = 2;

/// Measurements of one day.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Cell {
    /// The day.
    pub day: Day,
    /// Valid measurements: blocked, possibly blocked, down or reached.
    pub n: u64,
    /// Blocked, confirmed or likely.
    pub blocked: u64,
    /// Possibly blocked; in `n`, not in `blocked`.
    pub possible: u64,
    /// Down for the control as well.
    pub down: u64,
    /// Measurements that do not say.
    pub insufficient: u64,
    /// Distinct reports: at most so many probes.
    pub reports: u64,
    /// Reached although the resolver gave a foreign address.
    pub tampered: u64,
    /// 95 % interval of the blocked share (Wilson); absent without measurements.
    pub interval: Option<[Real; 2]>,
    /// What it shows.
    pub state: CellState,
}

/// How often one thing was seen on one network, for one target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Mechanism {
    /// Layer and mechanism, such as `dns bogon`.
    pub mechanism: String,
    /// Whether it is only possible.
    pub is_possible: bool,
    /// The first day.
    pub first: Day,
    /// The last day.
    pub last: Day,
    /// Measurements.
    pub n: u64,
    /// Distinct reports.
    pub reports: u64,
    /// Ids of up to five reports, by which anyone can find the measurements.
    pub witnesses: Vec<String>,
}

/// A target on a network.
#[derive(Clone, Debug, PartialEq, Serialize, schemars::JsonSchema)]
pub struct Series {
    /// Number of the network.
    pub asn: u32,
    /// Its name, from the file of names; absent where that has none.
    pub network: Option<String>,
    /// Country of the probes.
    pub country: String,
    /// What was tested.
    pub family: Family,
    /// Site or service.
    pub target: String,
    /// Days with measurements.
    pub days: Vec<Cell>,
    /// What was seen, most often first.
    pub mechanisms: Vec<Mechanism>,
    /// Valid measurements.
    pub n: u64,
    /// Blocked measurements.
    pub blocked: u64,
    /// Possibly blocked measurements.
    pub possible: u64,
}

/// Rows of each day, in order.
pub(crate) fn by_day(rows: &[Row]) -> impl Iterator<Item = (Day, &[Row])> {
    rows.chunk_by(|a, b| a.day() == b.day())
        .filter_map(|rows| Some((rows.first()?.day(), rows)))
}

/// Distinct reports among rows.
pub(crate) fn reports<'a>(rows: impl Iterator<Item = &'a Row>) -> u64 {
    rows.map(|row| row.report).collect::<BTreeSet<_>>().len() as u64
}

/// Blocked and valid measurements among rows.
pub(crate) fn count<'a>(rows: impl Iterator<Item = &'a Row>) -> Count {
    rows.filter(|row| row.is_valid())
        .fold(Count::default(), |held, row| Count {
            blocked: held.blocked + u64::from(row.is_blocked()),
            total: held.total + 1,
        })
}

fn cell(day: Day, rows: &[Row]) -> Cell {
    let number = |test: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| test(row)).count() as u64;
    let counted = count(rows.iter());
    let (possible, down) = (
        number(&Row::is_possible),
        number(&|row| row.state == State::Down),
    );
    let reports = reports(rows.iter().filter(|row| row.is_valid()));
    let state = if counted.total < LEAST_MEASUREMENTS || reports < LEAST_REPORTS {
        CellState::Insufficient
    } else if counted.blocked * 2 >= counted.total {
        CellState::Blocked
    } else if counted.blocked > 0 {
        CellState::Mixed
    } else if down * 2 > counted.total {
        CellState::Down
    } else if possible > 0 {
        CellState::Possible
    } else {
        CellState::Ok
    };
    Cell {
        day,
        n: counted.total,
        blocked: counted.blocked,
        possible,
        down,
        insufficient: number(&|row| row.state == State::Insufficient),
        reports,
        tampered: number(&|row| row.tampered),
        interval: wilson(counted.blocked, counted.total)
            .map(|(low, high)| [Real::new(low), Real::new(high)]),
        state,
    }
}

pub(crate) fn mechanisms(rows: &[Row], all: &Observations) -> Vec<Mechanism> {
    let mut groups: BTreeMap<(String, bool), Vec<&Row>> = BTreeMap::new();
    for row in rows.iter().filter(|row| row.state == State::Blocked) {
        let layer = row.layer.map_or("-", |layer| layer.word());
        let mechanism = format!("{layer} {}", name(&all.mechanisms, row.mechanism));
        groups
            .entry((mechanism, row.is_possible()))
            .or_default()
            .push(row);
    }
    let mut found: Vec<Mechanism> = groups
        .into_iter()
        .filter_map(|((mechanism, is_possible), rows)| {
            Some(Mechanism {
                mechanism,
                is_possible,
                first: rows.first()?.day(),
                last: rows.last()?.day(),
                n: rows.len() as u64,
                reports: reports(rows.iter().copied()),
                witnesses: witnesses(rows.iter().copied(), all),
            })
        })
        .collect();
    found.sort_by(|a, b| b.n.cmp(&a.n).then(a.mechanism.cmp(&b.mechanism)));
    found
}

/// Ids of the first reports; they are public, and name no probe.
pub(crate) fn witnesses<'a>(
    rows: impl Iterator<Item = &'a Row>,
    all: &Observations,
) -> Vec<String> {
    const SHOWN: usize = 5;
    let mut ids: Vec<u32> = Vec::new();
    for row in rows {
        if ids.len() == SHOWN {
            break;
        }
        if !name(&all.reports, row.report).is_empty() && !ids.contains(&row.report) {
            ids.push(row.report);
        }
    }
    ids.iter()
        .map(|id| name(&all.reports, *id).to_owned())
        .collect()
}

pub(crate) fn series(rows: &[Row], all: &Observations, network: Option<String>) -> Option<Series> {
    let first = rows.first()?;
    let counted = count(rows.iter());
    Some(Series {
        asn: first.asn,
        network,
        country: name(&all.countries, first.country).to_owned(),
        family: first.family,
        target: name(&all.targets, first.target).to_owned(),
        days: by_day(rows)
            .filter(|(_, rows)| rows.iter().any(|row| row.state != State::Invalid))
            .map(|(day, rows)| cell(day, rows))
            .collect(),
        mechanisms: mechanisms(rows, all),
        n: counted.total,
        blocked: counted.blocked,
        possible: rows.iter().filter(|row| row.is_possible()).count() as u64,
    })
}

#[cfg(test)]
mod tests;
