//! The methods of an audit of boxes side by side, by the sizes that their own plans have.

use super::ballots::{self, BallotPlan, Ballots};
use super::manifest::Manifest;
use super::measure::Workload;
use super::method::Method;
use super::plan::{Kind, PlanOptions};
use super::strata::Strata;
use crate::batch::{BatchComparison, Size, initial_size};

/// What a method draws first, and the work of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MethodSize {
    /// The method.
    pub method: Method,
    /// Its first size at the risk limit of the plan: stations, or ballots where it draws these
    /// ([`Method::is_of_ballots`]).
    pub size: Size,
    /// The expected work; of every box, counted whole, for a full count.
    pub work: Workload,
}

/// Every method that the folder and the options allow, in one order: both bets on whole boxes, strata where there are
/// any, ALPHA, BRAVO, and comparison of ballots where these have records. Empty for a transcription.
pub(super) fn compared(
    options: &PlanOptions,
    manifest: &Manifest,
    comparison: &BatchComparison,
    (missing, strata): (u64, Option<&Strata>),
) -> Vec<MethodSize> {
    if options.kind != Kind::Boxes {
        return Vec::new();
    }
    let (weights, limit) = (comparison.weights(), options.risk_limit.get());
    let of_stations = |method: Method| {
        let size = initial_size(method.bet(), weights, limit);
        MethodSize {
            method,
            size,
            work: Workload::of(Kind::Boxes, manifest, weights, size),
        }
    };
    let in_strata = strata.map(|held| {
        let size = held.first_size(limit);
        MethodSize {
            method: Method::Stratified,
            size,
            work: held.work(Kind::Boxes, manifest, size),
        }
    });
    let cast = options.cast.as_ref();
    let of_ballots = |method: Method| {
        // Only a comparison takes the records of ballots, and it takes nothing else.
        let own = cast.filter(|_| method == Method::BallotComparison);
        let plan = BallotPlan::of(method, manifest, own)?;
        let held = Ballots::new(plan.bets, manifest, comparison, missing, own).ok();
        let size = held.map_or(Size::FullCount, |held| held.first_size(limit));
        Some(MethodSize {
            method,
            size,
            work: ballots::work(manifest, weights, size),
        })
    };
    let with_records = cast.map(|_| Method::BallotComparison);
    let polled = [Method::Alpha, Method::Bravo];
    [Method::Capped, Method::KaplanMarkov]
        .into_iter()
        .map(of_stations)
        .chain(in_strata)
        .chain(
            polled
                .into_iter()
                .chain(with_records)
                .filter_map(of_ballots),
        )
        .collect()
}
