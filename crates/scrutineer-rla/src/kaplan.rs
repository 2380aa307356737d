//! The inequalities of Kaplan, as bets of the one engine.
//!
//! They are about values at least 0 without an upper bound, with null mean t. Data whose order of drawing is
//! lost has only its last p-value; a running minimum over sorted data is no p-value
//! ([`Martingale::sequential_p`] is for draws in their order).

use crate::martingale::{
    Martingale, MartingaleError, Null, Padded, Proportional, WithReplacement, WithoutReplacement,
};

/// Kaplan and Markov: `p = prod (t + g) / (x + g)` (Stark 2009; padding g of SHANGRLA).
///
/// # Errors
///
/// When `t` is not above 0 and finite.
pub fn markov(t: f64, g: f64) -> Result<Martingale<WithReplacement, Padded>, MartingaleError> {
    let null = Null::unbounded(t)?;
    Ok(Martingale::new(null, WithReplacement, Padded::new(g)))
}

/// Kaplan and Wald: `p = 1 / prod ((1 - g) x / t + g)`, `g` from 0 to 1 (Stark and Teague 2014).
///
/// # Errors
///
/// When `t` is not above 0 and finite.
pub fn wald(t: f64, g: f64) -> Result<Martingale<WithReplacement, Proportional>, MartingaleError> {
    let null = Null::unbounded(t)?;
    let bet = Proportional::new(1.0 - g);
    Ok(Martingale::new(null, WithReplacement, bet))
}

/// Kaplan and Kolmogorov, without replacement: `p = 1 / prod (x + g) / (m + g)` (SHANGRLA).
///
/// # Errors
///
/// When `t` is not above 0 and finite.
pub fn kolmogorov(
    t: f64,
    g: f64,
    draws: WithoutReplacement,
) -> Result<Martingale<WithoutReplacement, Padded>, MartingaleError> {
    Ok(Martingale::new(Null::unbounded(t)?, draws, Padded::new(g)))
}
