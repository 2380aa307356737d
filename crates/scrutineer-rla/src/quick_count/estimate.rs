//! The estimate: from reports to shares with their margins, and whether they may be released.

use scrutineer_model::Real;

use super::calls::Race;
use super::collapse::{Grouped, by_stratum};
use super::design::Design;
use super::document::{
    CollapseEffect, Collapsed, Document, Flags, OpenFlag, OptionEstimate, ReleaseState, Turnout,
};
use super::draw::Draw;
use super::frame::Frame;
use super::gate;
use super::ratio::{Ratio, Sample};
use super::reports::Reports;
use super::response;
use super::station::{Figures, Judged, StationState, judge};
use super::student;
use super::timing;

/// How many keys release.
const KEYS: u64 = 2;

/// An estimate: the document, and what comparisons are made from.
#[derive(Clone, Debug, PartialEq)]
pub struct Estimate {
    /// What is printed; not released, without comparison.
    pub document: Document,
    /// Shares in ballot order; empty without a valid vote.
    pub(crate) shares: Vec<Ratio>,
    pub(crate) sample: Sample,
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

/// Columns of the received stations.
struct Received<'a> {
    figures: Vec<&'a Figures>,
    stratum: Vec<usize>,
    electors: Vec<Option<u32>>,
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
    let electors: Vec<Option<u32>> = draw
        .stations
        .iter()
        .map(|drawn| {
            frame
                .stations()
                .get(frame.position(&drawn.station)?)?
                .electors
        })
        .collect();
    let judged: Vec<Judged> = reports
        .stations
        .iter()
        .zip(&electors)
        .map(|(held, &electors)| judge(held, electors))
        .collect();
    let received = received(design, draw, &judged, &electors);
    let populations: Vec<u64> = design
        .strata
        .iter()
        .map(|stratum| stratum.stations)
        .collect();
    let group = |keep: &dyn Fn(usize) -> bool| {
        by_stratum(&populations, &received.stratum, keep).collapse(design.collapse_below)
    };
    let plain = by_stratum(&populations, &received.stratum, |_| true);
    let grouped = group(&|_| true);
    let sample = grouped.sample.clone();
    let degrees = sample.degrees();
    let votes: Vec<Vec<f64>> = (0..design.options.len())
        .map(|option| {
            let of = |figures: &&Figures| figures.votes.get(option).copied().map_or(0.0, f64::from);
            received.figures.iter().map(of).collect()
        })
        .collect();
    let valid: Vec<f64> = received
        .figures
        .iter()
        .map(|figures| figures.valid as f64)
        .collect();
    let shares: Vec<Ratio> = votes
        .iter()
        .filter_map(|column| sample.ratio(column, &valid))
        .collect();
    let margin_95 = |ratio: &Ratio| margin(ratio, degrees, 0.95);
    let lead = |a: usize, b: usize| lead(&sample, &votes, &valid, a, b);
    let race = Race {
        options: &design.options,
        shares: &shares,
        margin: &margin_95,
        lead: &lead,
    };
    let parts: Vec<Option<u32>> = received
        .figures
        .iter()
        .map(|figures| figures.part)
        .collect();
    let columns = timing::Columns {
        votes: &votes,
        valid: &valid,
        parts: &parts,
    };
    let with_margins: Vec<(f64, Option<f64>)> = shares
        .iter()
        .map(|ratio| (ratio.value, margin_95(ratio)))
        .collect();
    let is_complete = received.figures.len() == draw.stations.len();
    let stability = timing::stability(
        &columns,
        &with_margins,
        design.gate.stability_percent,
        is_complete,
        group,
    );
    let responses = response::responses(design, draw, &judged);
    let flags = flags(draw, &judged);
    let has_margins = !shares.is_empty() && with_margins.iter().all(|(_, held)| held.is_some());
    let gate = gate::judge(
        &design.gate,
        &responses,
        stability.state,
        has_margins,
        flags.open.len(),
    );
    let order = race.ranking();
    let missing_lead = match (order.first(), order.get(1)) {
        (Some(&a), Some(&b)) => {
            undoing(lead(a, b), response::weights(frame, draw, &judged, design))
        }
        _ => None,
    };
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
        degrees,
        options: options(design, &shares, degrees),
        turnout: turnout(&received, &populations, design.collapse_below),
        calls: race.calls(design.rule),
        response: responses,
        missing: response::missing(draw, &judged),
        missing_lead: missing_lead.map(Real::new),
        collapsed: collapsed(design, &grouped),
        collapse_effect: collapse_effect(design, &grouped, &plain.sample, &shares, &votes, &valid),
        timing: timing::timing(&design.options, &sample, &columns),
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
        shares,
        sample,
        plain: plain.sample,
        votes,
        valid,
    })
}

fn received<'a>(
    design: &Design,
    draw: &Draw,
    judged: &'a [Judged],
    electors: &[Option<u32>],
) -> Received<'a> {
    let mut found = Received {
        figures: Vec::new(),
        stratum: Vec::new(),
        electors: Vec::new(),
    };
    for ((drawn, judged), &electors) in draw.stations.iter().zip(judged).zip(electors) {
        let place = design
            .strata
            .iter()
            .position(|stratum| stratum.id == drawn.stratum);
        if let (Some(figures), Some(stratum)) = (&judged.figures, place) {
            found.figures.push(figures);
            found.stratum.push(stratum);
            found.electors.push(electors);
        }
    }
    found
}

fn lead(sample: &Sample, votes: &[Vec<f64>], valid: &[f64], a: usize, b: usize) -> Option<Ratio> {
    let difference: Vec<f64> = votes
        .get(a)?
        .iter()
        .zip(votes.get(b)?)
        .map(|(a, b)| a - b)
        .collect();
    sample.ratio(&difference, valid)
}

fn options(design: &Design, shares: &[Ratio], degrees: u64) -> Vec<OptionEstimate> {
    design
        .options
        .iter()
        .enumerate()
        .map(|(at, id)| {
            let ratio = shares.get(at);
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
            }
        })
        .collect()
}

/// Turnout over the stations that state ballots and registered voters.
fn turnout(received: &Received<'_>, populations: &[u64], below: u64) -> Option<Turnout> {
    let pairs: Vec<Option<(u32, u32)>> = received
        .figures
        .iter()
        .zip(&received.electors)
        .map(|(figures, electors)| Some((figures.ballots?, (*electors)?)))
        .collect();
    let is_kept = |at: usize| pairs.get(at).is_some_and(Option::is_some);
    let sample = by_stratum(populations, &received.stratum, is_kept)
        .collapse(below)
        .sample;
    let column = |of: fn((u32, u32)) -> u32| -> Vec<f64> {
        pairs
            .iter()
            .map(|pair| f64::from(pair.map_or(0, of)))
            .collect()
    };
    let ratio = sample.ratio(&column(|pair| pair.0), &column(|pair| pair.1))?;
    let at_level = |level| margin(&ratio, sample.degrees(), level).map(Real::new);
    Some(Turnout {
        share: Real::new(ratio.value),
        margin_95: at_level(0.95),
        margin_99: at_level(0.99),
        design_effect: ratio.design_effect().map(Real::new),
    })
}

/// The lead the other way with which the missing would undo the estimated one, -D W_r / W_m, as a
/// positive number; `None` where nothing is missing.
fn undoing(lead: Option<Ratio>, (received, missing): (f64, f64)) -> Option<f64> {
    let lead = lead?.value;
    (missing > 0.0).then(|| lead * received / missing)
}

fn collapsed(design: &Design, grouped: &Grouped) -> Vec<Collapsed> {
    let id = |at: &usize| design.strata.get(*at).map(|stratum| stratum.id.clone());
    grouped
        .joined()
        .map(|strata| Collapsed {
            into: strata.first().and_then(id).unwrap_or_default(),
            strata: strata.iter().filter_map(id).collect(),
        })
        .collect()
}

fn collapse_effect(
    design: &Design,
    grouped: &Grouped,
    plain: &Sample,
    shares: &[Ratio],
    votes: &[Vec<f64>],
    valid: &[f64],
) -> Vec<CollapseEffect> {
    if grouped.joined().next().is_none() {
        return Vec::new();
    }
    design
        .options
        .iter()
        .zip(shares)
        .zip(votes)
        .filter_map(|((option, share), column)| {
            let alone = plain.ratio(column, valid)?.value;
            Some(CollapseEffect {
                option: option.clone(),
                share_without: Real::new(alone),
                difference: Real::new(share.value - alone),
            })
        })
        .collect()
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
