//! A plan with everything that follows from it: what every step of an audit rests on.

use scrutineer_model::Message;

use super::ballots::{Ballots, CastRecords};
use super::manifest::Manifest;
use super::method::bounds;
use super::plan::Plan;
use super::refused::Refused;
use super::strata::Strata;
use crate::batch::{BatchComparison, Size, initial_size};

/// A plan with everything that follows from it and its manifest.
#[derive(Clone, Debug)]
pub struct Setup {
    pub(super) plan: Plan,
    pub(super) manifest: Manifest,
    comparison: BatchComparison,
    pub(super) ballots: Option<Ballots>,
    strata: Option<Strata>,
}

impl Setup {
    pub(super) fn new(
        plan: Plan,
        manifest: Manifest,
        comparison: BatchComparison,
        cast: Option<&CastRecords>,
    ) -> Result<Self, Refused> {
        let ballots = match &plan.ballots {
            Some(held) => {
                let missing = plan.missing;
                let (bets, all) = (held.bets, &comparison);
                Some(Ballots::new(bets, &manifest, all, missing, cast)?)
            }
            None => None,
        };
        let total = match &ballots {
            Some(held) => held.total(),
            None => comparison.weights().total(),
        };
        if total > crate::sampling::MAX_TOTAL {
            return Err(Refused::because(Message::new("rla-error-range")));
        }
        let strata = plan.strata.as_ref();
        let strata = strata.map(|held| Strata::new(held, &manifest, &comparison));
        Ok(Self {
            plan,
            manifest,
            comparison,
            ballots,
            strata,
        })
    }

    /// The strata; `None` where stations are not drawn in these.
    pub fn strata(&self) -> Option<&Strata> {
        self.strata.as_ref()
    }

    /// What is asked of single ballots; `None` where stations are drawn.
    pub fn ballots(&self) -> Option<&Ballots> {
        self.ballots.as_ref()
    }

    /// What stations are drawn in proportion to.
    pub fn bounds(&self) -> &[u64] {
        bounds(self.plan.method, &self.manifest, &self.comparison)
    }

    /// Draws to begin with.
    pub fn first_size(&self) -> Size {
        let limit = self.plan.risk_limit.get();
        match (&self.ballots, &self.strata) {
            (Some(held), _) => held.first_size(limit),
            (None, Some(held)) => held.first_size(limit),
            (None, None) => initial_size(self.plan.method.bet(), self.comparison.weights(), limit),
        }
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The list that is drawn from.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// Margins and bounds.
    pub fn comparison(&self) -> &BatchComparison {
        &self.comparison
    }
}
