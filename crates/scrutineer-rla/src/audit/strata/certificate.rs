//! What anyone needs to replay the draws of strata and their one risk by hand.

use scrutineer_model::Exact;

use super::super::records::Status;
use super::super::state::Audit;
use super::{StratumSoFar, share};
use crate::batch::kept;
use crate::sampling::{Seed, message};

/// One draw, with every number that is met on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct StrataLine {
    /// The round, from 1.
    pub round: u32,
    /// The draw, from 1 over all rounds and strata.
    pub n: u64,
    /// The stratum.
    pub stratum: String,
    /// What is hashed.
    pub message: String,
    /// The integer below the sum of the bounds of the stratum.
    pub value: u64,
    /// The station.
    pub station: String,
    /// The running sum of the stratum before it: at most `value`.
    pub above: u64,
    /// The running sum with it: larger than `value`.
    pub cumulative: u64,
    /// What was found; `None` where nothing is recorded.
    pub status: Option<Status>,
    /// The taint; `None` from the first draw on that is not recorded.
    pub taint: Option<Exact>,
    /// The logarithm of the factor of this draw under the mean of its stratum; `None` as above.
    pub ln_factor: Option<f64>,
}

/// A station that was looked at without a draw.
#[derive(Clone, Debug, PartialEq)]
pub struct CountedLine {
    /// The stratum.
    pub stratum: String,
    /// The station.
    pub station: String,
    /// Its bound.
    pub bound: u64,
    /// What was found; `None` where nothing is recorded.
    pub status: Option<Status>,
    /// The taint; `None` where nothing is recorded.
    pub taint: Option<Exact>,
}

/// Everything of the strata of an audit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StrataCertificate {
    /// The strata, under the allocation of errors that the draws speak least against.
    pub strata: Vec<StratumSoFar>,
    /// The draws of all rounds, in their order.
    pub lines: Vec<StrataLine>,
    /// Stations of strata that are looked at as a whole.
    pub counted: Vec<CountedLine>,
}

/// The certificate of an audit in strata; empty for another one.
pub fn strata_certificate(audit: &Audit) -> StrataCertificate {
    let setup = audit.setup();
    let Some(strata) = setup.strata() else {
        return StrataCertificate::default();
    };
    let measured = audit.measure();
    let found = measured.as_ref().map_or(&[][..], |held| &held.strata);
    let mean = |row: usize| {
        let layer = strata.of.get(row)?.layer;
        found.get(layer)?.mean
    };
    let taints = measured.as_ref().map_or(&[][..], |held| &held.taints);
    let mut taints = taints.iter().copied();
    let tag = setup.plan().tag();
    let kept_of_bet = 1.0 - share();
    let mut lines = Vec::new();
    for round in audit.rounds() {
        for drawn in &round.draws {
            let row = setup.manifest().position(&drawn.station).unwrap_or(0);
            let held = strata.of.get(row).copied().unwrap_or_default();
            let stratum = strata.stratum(row);
            let taint = taints.next();
            let tag = tag.within(stratum);
            lines.push(StrataLine {
                round: round.round,
                n: drawn.n,
                stratum: stratum.to_owned(),
                message: Seed::parse(&round.seed).map_or_else(
                    |_| String::new(),
                    |seed| message(&tag, &seed, drawn.n, drawn.attempt),
                ),
                value: drawn.value,
                station: drawn.station.clone(),
                above: held.cumulative.saturating_sub(held.bound),
                cumulative: held.cumulative,
                status: audit.record_of(&drawn.station).map(|record| record.status),
                taint,
                ln_factor: taint.zip(mean(row)).map(|(taint, mean)| {
                    libm::log(kept_of_bet + share() * kept(taint) / mean.max(f64::MIN_POSITIVE))
                }),
            });
        }
    }
    let counted = strata.whole().filter_map(|row| {
        let station = &setup.manifest().rows().get(row)?.station;
        Some(CountedLine {
            stratum: strata.stratum(row).to_owned(),
            station: station.clone(),
            bound: strata.of.get(row)?.bound,
            status: audit.record_of(station).map(|record| record.status),
            taint: audit.taint_of(row),
        })
    });
    StrataCertificate {
        strata: found.to_vec(),
        counted: counted.collect(),
        lines,
    }
}
