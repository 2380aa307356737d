//! Who reported and who did not.

use super::design::Design;
use super::document::{MissingStation, Response};
use super::draw::Draw;
use super::frame::Frame;
use super::station::{Judged, StationState};

/// Response by stratum, in the order of the design.
pub(crate) fn responses(design: &Design, draw: &Draw, judged: &[Judged]) -> Vec<Response> {
    let received = |stratum: &str| {
        draw.stations
            .iter()
            .zip(judged)
            .filter(|(drawn, judged)| {
                drawn.stratum == stratum && judged.state == StationState::Received
            })
            .count() as u64
    };
    design
        .strata
        .iter()
        .map(|stratum| Response {
            stratum: stratum.id.clone(),
            stations: stratum.stations,
            planned: stratum.needed,
            drawn: stratum.drawn,
            received: received(&stratum.id),
        })
        .collect()
}

/// Every drawn station that is not received, in the order of the draw.
pub(crate) fn missing(draw: &Draw, judged: &[Judged]) -> Vec<MissingStation> {
    draw.stations
        .iter()
        .zip(judged)
        .filter(|(_, judged)| judged.state != StationState::Received)
        .map(|(drawn, judged)| MissingStation {
            station: drawn.station.clone(),
            stratum: drawn.stratum.clone(),
            reason: judged.state.word().to_owned(),
        })
        .collect()
}

/// Registered voters that received and missing stations stand for; stations where no voters are
/// stated.
pub(crate) fn weights(
    frame: &Frame,
    draw: &Draw,
    judged: &[Judged],
    design: &Design,
) -> (f64, f64) {
    let (mut received, mut missing) = (0.0, 0.0);
    for stratum in &design.strata {
        let (mut in_all, mut in_received, mut all, mut have) = (0u64, 0u64, 0u64, 0u64);
        for (drawn, judged) in draw.stations.iter().zip(judged) {
            if drawn.stratum != stratum.id {
                continue;
            }
            let electors = frame.electors(&drawn.station).unwrap_or(0);
            in_all += u64::from(electors);
            all += 1;
            if judged.state == StationState::Received {
                in_received += u64::from(electors);
                have += 1;
            }
        }
        if design.frame.electors == 0 {
            (in_all, in_received) = (all, have);
        }
        let size = if design.frame.electors == 0 {
            stratum.stations
        } else {
            stratum.electors
        };
        if in_all > 0 {
            let part = in_received as f64 / in_all as f64;
            received += size as f64 * part;
            missing += size as f64 * (1.0 - part);
        }
    }
    (received, missing)
}
