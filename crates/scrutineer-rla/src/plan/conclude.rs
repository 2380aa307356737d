//! What a number of drawn stations shows if none of them differs.

use crate::batch::{Bet, Weights};

/// Numbers of stations that observers can reach.
pub const SIZES: [u64; 8] = [50, 100, 200, 500, 1_000, 1_500, 2_000, 3_000];

/// What is concluded from stations that were drawn after a public commitment and all confirmed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Conclusion {
    /// Draws.
    pub draws: u64,
    /// Drawn in proportion to the bounds: the measured risk that the outcome is wrong.
    pub risk: f64,
    /// Drawn so: with the confidence asked for, errors take less than this part of the margin, by the bet that decides.
    /// Below 1 the outcome is confirmed. `U / U'`, where U' is the sum of the bounds at which as many draws without an
    /// error leave just the risk asked for: `1 + share / (alpha^(-1/n) - 1)`. Where everything is staked this is
    /// `U (1 - alpha^(1/n))`.
    pub margin_taken: f64,
    /// Drawn with equal probability: with the confidence asked for, a smaller share of the sheets is false.
    /// `1 - alpha^(1/n)`.
    pub false_sheets: f64,
}

/// The conclusions at the risk limit for numbers of draws, without errors, by the bet that decides. `None` for
/// a limit outside 0 to 1.
pub fn concluded(
    weights: &Weights,
    bet: Bet,
    risk_limit: f64,
    sizes: &[u64],
) -> Option<Vec<Conclusion>> {
    if !(0.0 < risk_limit && risk_limit < 1.0) {
        return None;
    }
    let goal = libm::log(risk_limit);
    let of = |&draws: &u64| {
        let left_open = if draws == 0 {
            1.0
        } else {
            -libm::expm1(goal / draws as f64)
        };
        // (1 + share / (U' - 1))^-n = alpha, solved for U'; without draws U' = 1.
        let just = if draws == 0 {
            1.0
        } else {
            1.0 + bet.share() / libm::expm1(-goal / draws as f64)
        };
        Conclusion {
            draws,
            risk: bet.clean_risk(weights, draws),
            margin_taken: weights.bound().to_f64() / just,
            false_sheets: left_open,
        }
    };
    Some(sizes.iter().map(of).collect())
}
