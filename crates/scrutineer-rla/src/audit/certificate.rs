//! What anyone needs to replay a draw and the risk by hand.

use scrutineer_model::Exact;

use super::records::Status;
use super::state::Audit;
use crate::batch::{Bet, Weights};
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
    /// ln p after this draw where everything is staked; `None` as above.
    pub kaplan_markov: Option<LnP>,
    /// ln p after this draw where a missing box is survived; `None` as above.
    pub capped: Option<LnP>,
}

/// The logarithm of a risk after some draws, which is infinite at two ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LnP {
    /// The logarithm; the risk is at most 1 where it is above 0.
    Value(f64),
    /// A taint of 1 where everything was staked: the risk is 1, whatever follows.
    Ruined,
    /// No error can make the outcome wrong: the risk is 0.
    Nothing,
}

impl LnP {
    fn of(sum: f64) -> Self {
        if sum == f64::NEG_INFINITY {
            Self::Nothing
        } else if sum.is_finite() {
            Self::Value(sum)
        } else {
            Self::Ruined
        }
    }

    /// The word of an end; `None` for a number.
    pub fn word(self) -> Option<&'static str> {
        match self {
            Self::Value(_) => None,
            Self::Ruined => Some("ruined"),
            Self::Nothing => Some("no-risk"),
        }
    }
}

/// What is staked where a missing box is survived, as the certificate's formula needs it:
/// `lambda = 0.9 U / (U - 1)`; `None` where U is not above 1.
pub fn lambda(weights: &Weights) -> Option<f64> {
    let bound = weights.bound().to_f64();
    (bound > 1.0).then(|| Bet::SURVIVING.share() * bound / (bound - 1.0))
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
    let (mut kaplan_markov, mut capped) = (0.0, 0.0);
    let mut lines = Vec::new();
    for round in audit.rounds() {
        let tag = plan.tag();
        for drawn in &round.draws {
            let at = setup.manifest().position(&drawn.station).unwrap_or(0);
            let bound = weights.as_slice().get(at).copied().unwrap_or(0);
            let cumulative = sums.get(at).copied().unwrap_or(0);
            let taint = taints.next();
            if let Some(taint) = taint {
                kaplan_markov += Bet::KaplanMarkov.step(weights, taint);
                capped += Bet::SURVIVING.step(weights, taint);
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
                kaplan_markov: taint.map(|_| LnP::of(kaplan_markov)),
                capped: taint.map(|_| LnP::of(capped)),
            });
        }
    }
    lines
}
