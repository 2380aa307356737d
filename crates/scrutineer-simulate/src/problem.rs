//! What can be wrong with a plan, and with an election too large for the data set.

use scrutineer_model::BuildError;

use crate::plan::Plan;
use crate::share::Share;

/// One thing that is wrong with a plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PlanProblem {
    /// Number of stations.
    #[error("stations: expected 1 to {}, found {found}", Plan::MAX_STATIONS)]
    Stations {
        /// As given.
        found: u32,
    },
    /// Number of options.
    #[error("options: expected 2 to {}, found {found}", Plan::MAX_OPTIONS)]
    Options {
        /// As given.
        found: u16,
    },
    /// A weight for every option and no other.
    #[error("weights: expected {expected}, one per option, found {found}")]
    WeightCount {
        /// Number of options.
        expected: u16,
        /// Number of weights.
        found: usize,
    },
    /// An option that nobody can vote for.
    #[error("weights: expected numbers above 0, found 0 for option {position}")]
    ZeroWeight {
        /// From 1.
        position: usize,
    },
    /// Turnout too close to nobody or everybody.
    #[error("turnout: expected 1% to 99%, found {found}")]
    Turnout {
        /// As given.
        found: Share,
    },
    /// More invalid and blank votes than valid ones.
    #[error("invalid and blank votes: expected at most 50% together, found {invalid} and {blank}")]
    Spoilt {
        /// As given.
        invalid: Share,
        /// As given.
        blank: Share,
    },
    /// Concentration.
    #[error("kappa: expected 1 to 1000000, found {found}")]
    Kappa {
        /// As given.
        found: u32,
    },
    /// More sheets missing than there are.
    #[error(
        "missing sheets: expected at most 100% together, found {missing} and {withheld} withheld"
    )]
    Missing {
        /// By the plan.
        missing: Share,
        /// By the scenario.
        withheld: Share,
    },
    /// More repeated rows than stations.
    #[error("repeats: expected at most {stations}, the number of stations, found {found}")]
    Repeats {
        /// As given.
        found: u32,
        /// Number of stations.
        stations: u32,
    },
    /// A partial declaration over no station or over all.
    #[error("bulletin: expected at least one station and less than 100%, found {found}")]
    Bulletin {
        /// As given.
        found: Share,
    },
}

/// The plan cannot be simulated; all reasons.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the plan cannot be simulated: {}", listed(.problems))]
pub struct InvalidPlan {
    /// At least one.
    pub problems: Vec<PlanProblem>,
}

fn listed(problems: &[PlanProblem]) -> String {
    let texts: Vec<String> = problems.iter().map(ToString::to_string).collect();
    texts.join("; ")
}

/// The simulated election does not fit into a data set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the simulated election cannot be built: {0}")]
pub struct NotBuilt(#[from] pub BuildError);
