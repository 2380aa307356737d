//! The risk over all strata.

use scrutineer_model::Exact;

use super::{Layer, Strata, share};
use crate::batch::kept;
use crate::stratified::{StratifiedAudit, Stratum};

/// Where a stratum stands, under the allocation of errors that the draws speak least against.
#[derive(Clone, Debug, PartialEq)]
pub struct StratumSoFar {
    /// Its id.
    pub stratum: String,
    /// Its part of the sum of all bounds, from 0 to 1.
    pub weight: f64,
    /// Draws that the risk rests on.
    pub draws: u64,
    /// What its stations keep of their bounds on average there: eta, from 0 to 1. `None` where no error can be in it,
    /// or in any.
    pub mean: Option<f64>,
    /// The logarithm of its martingale there; 0 where nothing is drawn.
    pub ln_fortune: f64,
    /// Whether every station was looked at, so that the mean is known.
    pub is_known: bool,
}

/// A risk over strata.
pub(in crate::audit) struct StrataRisk {
    pub(in crate::audit) p: f64,
    pub(in crate::audit) strata: Vec<StratumSoFar>,
}

/// Where the strata stand.
pub(super) enum State {
    /// No error can make an outcome wrong.
    NoRisk,
    /// The martingales, and which strata they are of.
    Open(StratifiedAudit, Vec<usize>),
    /// Something could not be taken in, so that nothing is shown.
    Refused,
}

impl Strata {
    /// The state after draws (stations of the list and their taints, in their order) and what was found at the
    /// stations that are looked at without a draw.
    pub(super) fn state(&self, drawn: &[(usize, Exact)], whole: &[(usize, Exact)]) -> State {
        let Some(null) = self.null else {
            return State::NoRisk;
        };
        let mut found = vec![(0usize, 0.0); self.layers.len()];
        for &(row, taint) in whole {
            let Some(row) = self.of.get(row) else {
                continue;
            };
            if let Some((count, sum)) = found.get_mut(row.layer) {
                *count += 1;
                *sum += row.bound as f64 * kept(taint);
            }
        }
        // By stratum, its place among those in which something can be wrong.
        let mut place = vec![None; self.layers.len()];
        let (mut strata, mut used) = (Vec::new(), Vec::new());
        for (at, held) in self.layers.iter().enumerate() {
            if held.plan.bound == 0 {
                continue;
            }
            let bound = held.plan.bound as f64;
            let stratum = match (held.plan.rate.times(), found.get(at)) {
                (None, Some(&(count, sum))) if count == held.rows.len() => {
                    Stratum::counted(1.0, sum / bound)
                }
                _ => Stratum::new(1.0, None, share()),
            };
            if let Some(held) = place.get_mut(at) {
                *held = Some(strata.len());
            }
            used.push(at);
            strata.push((bound / self.total as f64, stratum));
        }
        let Ok(mut audit) = StratifiedAudit::new(null, strata) else {
            return State::Refused;
        };
        for &(row, taint) in drawn {
            let layer = self.of.get(row).map(|row| row.layer);
            let place = layer.and_then(|layer| *place.get(layer)?);
            let stratum = place.and_then(|at| audit.strata_mut().nth(at));
            if stratum.is_none_or(|stratum| stratum.draw(kept(taint)).is_err()) {
                return State::Refused;
            }
        }
        State::Open(audit, used)
    }

    /// The risk after such draws.
    pub(in crate::audit) fn risk(
        &self,
        drawn: &[(usize, Exact)],
        whole: &[(usize, Exact)],
    ) -> StrataRisk {
        let nothing = |held: &Layer| StratumSoFar {
            stratum: held.plan.stratum.clone(),
            weight: held.plan.bound as f64 / self.total as f64,
            draws: 0,
            mean: None,
            ln_fortune: 0.0,
            is_known: false,
        };
        let mut strata: Vec<StratumSoFar> = self.layers.iter().map(nothing).collect();
        let (audit, used) = match self.state(drawn, whole) {
            State::NoRisk => return StrataRisk { p: 0.0, strata },
            State::Refused => return StrataRisk { p: 1.0, strata },
            State::Open(audit, used) => (audit, used),
        };
        let worst = audit.worst();
        let parts = audit.strata().zip(&worst.means).zip(&used);
        for (((_, stratum), &mean), &at) in parts {
            if let Some(held) = strata.get_mut(at) {
                held.draws = stratum.drawn();
                held.mean = Some(mean);
                held.ln_fortune = stratum.ln_fortune(mean);
                held.is_known = stratum.is_known();
            }
        }
        StrataRisk {
            p: libm::exp((-worst.ln_least).min(0.0)),
            strata,
        }
    }
}
