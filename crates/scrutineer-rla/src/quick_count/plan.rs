//! Making a design: strata, weights, sizes.

use scrutineer_model::{Message, Real};

use super::allocation::{Growing, allocate, variance_of_allocation};
use super::design::{
    Allocation, Design, FrameDigest, Gate, PreviousSummary, Rule, SCHEMA, StratumDesign, numbers,
};
use super::digest::sha256_hex;
use super::frame::Frame;
use super::previous::Spread;
use super::problem::Problem;

/// The standard normal quantile of 97.5 %, as plans of sizes use it.
const NORMAL_95: f64 = 1.959_963_984_540_054;

/// What somebody who plans a quick count asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct DesignRequest {
    /// The election.
    pub election: String,
    /// The contest.
    pub contest: String,
    /// Short id of the quick count.
    pub id: String,
    /// Ids of the options in ballot order.
    pub options: Vec<String>,
    /// Who wins.
    pub rule: Rule,
    /// What the strata are.
    pub strata_by: String,
    /// How to allocate.
    pub allocation: Allocation,
    /// How many stations.
    pub size: Size,
    /// The response to plan for, in percent.
    pub response_percent: u32,
    /// The rule of collapsing.
    pub collapse_below: u64,
    /// What a release needs.
    pub gate: Gate,
    /// Public keys of those who release.
    pub release_keys: Vec<String>,
    /// The previous election: what to say of it, and its spread. `deviations` and `margin_95` of the
    /// summary are set by [`design()`].
    pub previous: Option<(PreviousSummary, Spread)>,
}

/// How many stations are wanted in the estimate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Size {
    /// This many.
    Stations(u64),
    /// As many as this 95 % margin needs, a fraction of one, going by the previous election.
    Margin(f64),
}

/// Makes a design.
///
/// # Errors
/// Everything that cannot be: sizes, percentages, fewer than two different keys, an allocation or a
/// margin that needs a previous election where none was given.
pub fn design(frame: &Frame, request: DesignRequest) -> Result<Design, Vec<Problem>> {
    let counted = frame.sizes();
    let sizes: Vec<u64> = counted.iter().map(|&(stations, _)| stations).collect();
    let mut problems = request_problems(&request);
    let spread = request.previous.as_ref().map(|(_, spread)| spread);
    let needed = match weights(&counted, request.allocation, spread) {
        Ok(weights) => given(&sizes, &weights, request.size, spread),
        Err(problem) => Err(problem),
    };
    let needed = needed.unwrap_or_else(|problem| {
        problems.push(problem);
        Vec::new()
    });
    if !problems.is_empty() {
        return Err(problems);
    }
    let percent = u64::from(request.response_percent);
    let strata = frame
        .strata()
        .iter()
        .zip(&counted)
        .zip(&needed)
        .map(|((id, &(stations, electors)), &needed)| StratumDesign {
            id: id.clone(),
            stations,
            electors,
            needed,
            drawn: (100 * needed).div_ceil(percent).min(stations),
        })
        .collect();
    let previous = request.previous.map(|(mut summary, spread)| {
        let variance = variance_of_allocation(&sizes, &spread.deviations, &needed);
        summary.margin_95 = Real::new(NORMAL_95 * libm::sqrt(variance) / spread.valid as f64);
        summary.share = Real::new(spread.share);
        summary.valid = spread.valid;
        summary.deviations = spread
            .deviations
            .iter()
            .map(|&held| Real::new(held))
            .collect();
        summary
    });
    Ok(Design {
        schema: SCHEMA.to_owned(),
        election: request.election,
        contest: request.contest,
        id: request.id,
        options: request.options,
        rule: request.rule,
        frame: FrameDigest {
            sha256: sha256_hex(frame.to_csv().as_bytes()),
            stations: sizes.iter().sum(),
            electors: counted.iter().map(|&(_, electors)| electors).sum(),
        },
        strata_by: request.strata_by,
        allocation: request.allocation,
        previous,
        response_percent: request.response_percent,
        strata,
        collapse_below: request.collapse_below,
        gate: request.gate,
        release_keys: request.release_keys,
    })
}

fn request_problems(request: &DesignRequest) -> Vec<Problem> {
    numbers(
        request.response_percent,
        request.collapse_below,
        &request.gate,
        &request.release_keys,
        &request.options,
    )
}

/// The weights of the strata.
fn weights(
    counted: &[(u64, u64)],
    allocation: Allocation,
    spread: Option<&Spread>,
) -> Result<Vec<f64>, Problem> {
    match (allocation, spread) {
        (Allocation::Registration, _) => {
            let is_stated = counted.iter().any(|&(_, electors)| electors > 0);
            // A list without registered voters leaves the number of stations to go by.
            let weight = |&(stations, electors): &(u64, u64)| {
                if is_stated {
                    electors as f64
                } else {
                    stations as f64
                }
            };
            Ok(counted.iter().map(weight).collect())
        }
        (Allocation::Neyman, Some(spread)) => Ok(counted
            .iter()
            .zip(&spread.deviations)
            .map(|(&(stations, _), deviation)| stations as f64 * deviation)
            .collect()),
        (Allocation::Neyman, None) => {
            Err(Problem::whole(Message::new("quick-count-needs-previous")))
        }
    }
}

fn given(
    sizes: &[u64],
    weights: &[f64],
    size: Size,
    spread: Option<&Spread>,
) -> Result<Vec<u64>, Problem> {
    match (size, spread) {
        (Size::Stations(total), _) => allocate(sizes, weights, total),
        (Size::Margin(_), None) => Err(Problem::whole(Message::new("quick-count-needs-previous"))),
        (Size::Margin(margin), Some(spread)) => {
            if !(margin > 0.0 && margin < 1.0) {
                return Err(Problem::whole(Message::new("quick-count-margin")));
            }
            let wanted = margin * spread.valid as f64 / NORMAL_95;
            let mut growing = Growing::new(sizes, weights);
            while variance_of_allocation(sizes, &spread.deviations, &growing.given)
                > wanted * wanted
            {
                if !growing.grow() {
                    break;
                }
            }
            Ok(growing.given)
        }
    }
}
