//! The methods side by side for one contest.

use super::order::interleaved;
use crate::batch::{BatchComparison, Bet, Size, initial_size};
use crate::bravo::{Bravo, Diluted};
use crate::martingale::{MartingaleError, Null, Paper, TruncatedShrinkage, WithReplacement};
use crate::super_simple::{Errors, GAMMA, SuperSimple};

/// A method and what it draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Planned {
    /// Ballots, by BRAVO.
    Bravo,
    /// Ballots, by ALPHA with the published truncation.
    Alpha,
    /// Cards compared with their records, which must exist.
    BallotComparison,
    /// Stations, everything staked.
    BatchKaplanMarkov,
    /// Stations, a share of 0.9 staked, which survives a missing box.
    BatchSurviving,
}

/// How many draws a method needs if the report is right and nothing differs; `None` where a full count is as
/// good.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MethodSize {
    /// The method.
    pub method: Planned,
    /// Ballots, cards or stations.
    pub draws: Option<u64>,
}

/// All methods for the assertion of `audit` with the smallest margin, which is between a winner and a loser with
/// these votes among all `ballots`. Ballots are polled with replacement.
///
/// # Errors
///
/// Never for a winner who leads; the engine's otherwise.
pub fn compare_methods(
    audit: &BatchComparison,
    (winner, loser, ballots): (u64, u64, u64),
    risk_limit: f64,
) -> Result<Vec<MethodSize>, MartingaleError> {
    let all = ballots.max(winner.saturating_add(loser)).max(1);
    let diluted = Diluted {
        winner: winner as f64 / all as f64,
        loser: loser as f64 / all as f64,
    };
    let bravo = Bravo::new(winner, loser)
        .and_then(|held| held.size(risk_limit, 0.9, diluted))
        .filter(|size| *size < all);
    let other = all.saturating_sub(winner).saturating_sub(loser);
    let eta = (winner as f64 + other as f64 / 2.0) / all as f64;
    let null = Null::half(1.0)?;
    let alpha = crate::martingale::Martingale::new(
        null,
        WithReplacement,
        TruncatedShrinkage::<Paper>::usual(eta, null),
    )
    .stops_after(interleaved(winner, loser, other), risk_limit)?;
    let margin = winner.saturating_sub(loser) as f64 / all as f64;
    let cards = SuperSimple::new(margin, GAMMA)
        .and_then(|held| held.size(risk_limit, Errors::default(), all))
        .filter(|size| *size < all);
    let stations = |bet| match initial_size(bet, audit.weights(), risk_limit) {
        Size::Draws(draws) => Some(draws),
        Size::FullCount => None,
    };
    let sizes = [
        (Planned::Bravo, bravo),
        (Planned::Alpha, alpha),
        (Planned::BallotComparison, cards),
        (Planned::BatchKaplanMarkov, stations(Bet::KaplanMarkov)),
        (Planned::BatchSurviving, stations(Bet::SURVIVING)),
    ];
    Ok(sizes
        .map(|(method, draws)| MethodSize { method, draws })
        .to_vec())
}
