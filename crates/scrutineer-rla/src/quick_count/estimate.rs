//! The estimate: from reports to shares with their margins, and whether they may be released.

use scrutineer_model::Real;

use super::calls::Race;
use super::count::Count;
use super::design::Design;
use super::document::{Document, Flags, OpenFlag, OptionEstimate, ReleaseState, Stability};
use super::draw::Draw;
use super::frame::Frame;
use super::gate;
use super::ratio::{Ratio, Sample};
use super::reports::Reports;
use super::response;
use super::station::{Judged, StationState, judge};
use super::student;
use super::timing;
use super::unseen::unseen;

/// How many keys release.
const KEYS: u64 = 2;

/// An estimate: the document, and what comparisons are made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// What is printed; not released, without comparison.
    pub document: Document,
    /// Shares in ballot order; empty without a valid vote.
    pub(crate) shares: Vec<Ratio>,
    /// Each stratum on its own.
    pub(crate) plain: Sample,
    /// Votes of each option at the received stations.
    pub(crate) votes: Vec<Vec<f64>>,
    /// Valid votes there.
    pub(crate) valid: Vec<f64>,
}

/// Half the width of an interval; `None` without a variance or without degrees of freedom.
pub(crate) fn margin(ratio: &Ratio, degrees: u64, level: f64) -> Option<f64> {
    let error = ratio.standard_error()?;
    if error <= 0.0 {
        return Some(0.0);
    }
    Some(student::quantile(0.5 + level / 2.0, degrees)? * error)
}

/// Estimates. `digests` are those of `design.json`, `draw.json` and `reports.csv`.
///
/// # Errors
/// Never with documents of this crate; the digest of the estimate is that of its JSON.
pub fn estimate(
    design: &Design,
    frame: &Frame,
    draw: &Draw,
    reports: &Reports,
    digests: [&str; 3],
) -> Result<Estimate, serde_json::Error> {
    let judged: Vec<Judged> = reports
        .stations
        .iter()
        .zip(&draw.stations)
        .map(|(held, drawn)| judge(held, frame.electors(&drawn.station)))
        .collect();
    let count = Count::new(design, frame, draw, &judged);
    let margin_95 = |ratio: &Ratio| count.margin_95(ratio);
    let lead = |a: usize, b: usize| count.lead(a, b);
    let race = Race {
        options: &design.options,
        shares: &count.shares,
        margin: &margin_95,
        lead: &lead,
    };
    let order = race.ranking();
    let missing_lead = match (order.first(), order.get(1)) {
        (Some(&a), Some(&b)) => {
            let weights = response::weights(frame, draw, &judged, design);
            undoing(count.lead(a, b), weights)
        }
        _ => None,
    };
    let columns = timing::Columns {
        votes: &count.votes,
        valid: &count.valid,
        parts: &count.parts,
    };
    let stability = stability(&count, &columns, design, draw);
    let responses = response::responses(design, draw, &judged);
    let flags = flags(draw, &judged);
    let options = options(&count, design);
    let gate = gate::judge(
        &design.gate,
        &responses,
        stability.state,
        options
            .iter()
            .all(|option| option.margin_95.is_some() || option.stations_below.is_some()),
        flags.open.len(),
    );
    let [design_digest, draw_digest, reports_digest] = digests.map(str::to_owned);
    let mut document = Document {
        schema: "scrutineer/quick-count/1".to_owned(),
        election: design.election.clone(),
        contest: design.contest.clone(),
        id: design.id.clone(),
        released: false,
        design: design_digest,
        draw: draw_digest,
        reports: reports_digest,
        estimate: String::new(),
        degrees: count.sample().degrees(),
        options,
        turnout: count.turnout(),
        calls: race.calls(design.rule),
        response: responses,
        missing: response::missing(draw, &judged),
        missing_lead: missing_lead.map(Real::new),
        collapsed: count.collapsed(),
        collapse_effect: count.collapse_effect(),
        timing: timing::timing(&design.options, count.sample(), &columns),
        stability,
        flags,
        gate,
        release: ReleaseState {
            signed_by: Vec::new(),
            needed: KEYS,
        },
        comparison: Vec::new(),
    };
    document.estimate = document.digest()?;
    Ok(Estimate {
        document,
        shares: count.shares,
        plain: count.plain.sample,
        votes: count.votes,
        valid: count.valid,
    })
}

fn stability(
    count: &Count<'_>,
    columns: &timing::Columns<'_>,
    design: &Design,
    draw: &Draw,
) -> Stability {
    let shares: Vec<(f64, Option<f64>)> = count
        .shares
        .iter()
        .map(|ratio| (ratio.value, count.margin_95(ratio)))
        .collect();
    timing::stability(
        columns,
        &shares,
        design.gate.stability_percent,
        count.received() == draw.stations.len(),
        |keep| count.group(keep),
    )
}

fn options(count: &Count<'_>, design: &Design) -> Vec<OptionEstimate> {
    let degrees = count.sample().degrees();
    design
        .options
        .iter()
        .enumerate()
        .map(|(at, id)| {
            let ratio = count.shares.get(at);
            let at_level = |level| {
                ratio
                    .and_then(|ratio| margin(ratio, degrees, level))
                    .map(Real::new)
            };
            OptionEstimate {
                id: id.clone(),
                share: ratio.map(|ratio| Real::new(ratio.value)),
                margin_95: at_level(0.95),
                margin_99: at_level(0.99),
                design_effect: ratio.and_then(Ratio::design_effect).map(Real::new),
                stations_below: ratio
                    .filter(|ratio| ratio.value <= 0.0)
                    .and_then(|_| unseen(count.sample(), 0.95))
                    .map(Real::new),
            }
        })
        .collect()
}

/// The lead the other way with which the missing would undo the estimated one, D W_r / W_m; `None`
/// where nothing is missing.
fn undoing(lead: Option<Ratio>, (received, missing): (f64, f64)) -> Option<f64> {
    let lead = lead?.value;
    (missing > 0.0).then(|| lead * received / missing)
}

fn flags(draw: &Draw, judged: &[Judged]) -> Flags {
    let mut open = Vec::new();
    for (drawn, judged) in draw.stations.iter().zip(judged) {
        if let StationState::Flagged(flags) = &judged.state {
            open.extend(flags.iter().map(|(flag, row)| OpenFlag {
                station: drawn.station.clone(),
                flag: flag.word().to_owned(),
                row: *row,
            }));
        }
    }
    Flags {
        open,
        resolved: judged.iter().map(|judged| judged.resolved).sum(),
    }
}
