//! What anyone needs to replay a draw and the risk by hand.

use scrutineer_model::Exact;

use super::records::Status;
use super::state::Audit;
use crate::sampling::{Seed, message};

/// One draw, with every number that is met on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct CertificateLine {
    /// The round, from 1.
    pub round: u32,
    /// The draw, from 1 over all rounds.
    pub n: u64,
    /// What is hashed.
    pub message: String,
    /// The integer below the sum of the bounds.
    pub value: u64,
    /// The station.
    pub station: String,
    /// The running sum before it: at most `value`.
    pub above: u64,
    /// The running sum with it: larger than `value`.
    pub cumulative: u64,
    /// What was found; `None` where nothing is recorded.
    pub status: Option<Status>,
    /// The taint; `None` from the first draw on that is not recorded.
    pub taint: Option<Exact>,
    /// ln p after this draw where everything is staked, from which every step can be checked; `None` as
    /// above.
    pub ln_p: Option<f64>,
}

/// The draws of all rounds, in their order.
pub fn certificate(audit: &Audit) -> Vec<CertificateLine> {
    let setup = audit.setup();
    let plan = setup.plan();
    let weights = setup.comparison().weights();
    let sums: Vec<u64> = weights
        .as_slice()
        .iter()
        .scan(0u64, |sum, &bound| {
            *sum = sum.saturating_add(bound);
            Some(*sum)
        })
        .collect();
    let taints = audit.measure().map(|held| held.taints).unwrap_or_default();
    let mut taints = taints.into_iter();
    let bound = weights.bound().to_f64();
    let clean = libm::log1p(-1.0 / bound);
    let mut ln_p = 0.0;
    let mut lines = Vec::new();
    for round in audit.rounds() {
        let tag = plan.tag();
        for drawn in &round.draws {
            let at = setup.manifest().position(&drawn.station).unwrap_or(0);
            let bound = weights.as_slice().get(at).copied().unwrap_or(0);
            let cumulative = sums.get(at).copied().unwrap_or(0);
            let taint = taints.next();
            if let Some(taint) = taint {
                ln_p += clean - libm::log1p(-taint.to_f64());
            }
            lines.push(CertificateLine {
                round: round.round,
                n: drawn.n,
                message: Seed::parse(&round.seed).map_or_else(
                    |_| String::new(),
                    |seed| message(&tag, &seed, drawn.n, drawn.attempt),
                ),
                value: drawn.value,
                station: drawn.station.clone(),
                above: cumulative.saturating_sub(bound),
                cumulative,
                status: audit.record_of(&drawn.station).map(|record| record.status),
                taint,
                ln_p: taint.map(|_| ln_p),
            });
        }
    }
    lines
}
