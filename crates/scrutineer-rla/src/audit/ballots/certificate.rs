//! What anyone needs to replay the draws of ballots and the risk by hand.

use scrutineer_model::{Code, Exact};

use super::book::BallotStatus;
use super::claim::{BallotClaim, Recorded};
use super::measure::{order, seen};
use crate::audit::state::Audit;
use crate::sampling::{Seed, message};

/// One draw, with every number that is met on the way.
#[derive(Clone, Debug, PartialEq)]
pub struct BallotLine {
    /// The round, from 1.
    pub round: u32,
    /// The draw, from 1 over all rounds.
    pub n: u64,
    /// What is hashed.
    pub message: String,
    /// The integer below the number of ballots.
    pub value: u64,
    /// The station.
    pub station: String,
    /// The running sum before it: at most `value`.
    pub above: u64,
    /// The running sum with it: larger than `value`.
    pub cumulative: u64,
    /// The position in the box, from 1: `value - above + 1`.
    pub position: u64,
    /// The option of its record, empty for a ballot without a valid vote; `None` where it has none, or ballots are
    /// not compared.
    pub cast: Option<String>,
    /// What was seen; `None` where nothing is recorded.
    pub status: Option<BallotStatus>,
    /// The option of a valid vote.
    pub option: Option<Code>,
    /// By claim; empty from the first draw on that is not recorded.
    pub claims: Vec<BallotStep>,
}

/// What a draw says of a claim.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BallotStep {
    /// The value of the ballot (x).
    pub value: Exact,
    /// ln p after this draw, the negative logarithm of the fortune; above 0 where the draws speak against the
    /// claim. The risk is the smallest so far, and at most 1.
    pub ln_p: f64,
}

/// The draws of all rounds, in their order; empty for an audit that draws stations.
pub fn ballot_certificate(audit: &Audit) -> Vec<BallotLine> {
    let setup = audit.setup();
    let Some(ballots) = setup.ballots() else {
        return Vec::new();
    };
    let manifest = setup.manifest();
    let sums: Vec<u64> = manifest
        .ballots()
        .iter()
        .scan(0u64, |sum, &ballots| {
            *sum = sum.saturating_add(ballots);
            Some(*sum)
        })
        .collect();
    let order = order(manifest, audit.rounds());
    let mut seen = seen(manifest, &order, |at, position| {
        audit.ballot_of(at, position)
    })
    .into_iter();
    let mut risks: Vec<_> = ballots.claims().iter().map(BallotClaim::begin).collect();
    let tag = setup.plan().tag();
    let mut lines = Vec::new();
    for round in audit.rounds() {
        for drawn in &round.draws {
            let at = manifest.position(&drawn.station).unwrap_or(0);
            let position = drawn.position.unwrap_or(0);
            let cumulative = sums.get(at).copied().unwrap_or(0);
            let held = manifest.ballots().get(at).copied().unwrap_or(0);
            let record = audit.ballot_of(at, position);
            let recorded = ballots.recorded((at, position));
            let claims = seen.next().map_or_else(Vec::new, |seen| {
                let each = ballots.claims().iter().zip(&mut risks);
                each.map(|(claim, risk)| {
                    let value = claim.value(recorded, seen);
                    let _ = risk.draw(value.to_f64());
                    BallotStep {
                        value,
                        ln_p: -risk.ln_fortune(),
                    }
                })
                .collect()
            });
            lines.push(BallotLine {
                round: round.round,
                n: drawn.n,
                message: Seed::parse(&round.seed).map_or_else(
                    |_| String::new(),
                    |seed| message(&tag, &seed, drawn.n, drawn.attempt),
                ),
                value: drawn.value,
                station: drawn.station.clone(),
                above: cumulative.saturating_sub(held),
                cumulative,
                position,
                cast: match recorded {
                    Recorded::Vote(option) => manifest.options().get(option).map(Code::to_string),
                    Recorded::NoVote => Some(String::new()),
                    Recorded::Nothing => None,
                },
                status: record.map(|record| record.status),
                option: record.and_then(|record| record.option.clone()),
                claims,
            });
        }
    }
    lines
}
