//! What the steps of an audit say where single ballots are drawn: sizes, papers for people, documents.

mod certificate;
mod papers;

pub(super) use certificate::text as certificate_text;
pub(super) use papers::papers;

use std::path::Path;

use scrutineer_model::{Message, Real};
use scrutineer_rla::audit::{
    Audit, BallotOutlook, BallotPlan, Ballots, CastReader, CastRecords, Compared, DrawFile, Method,
    ballot_certificate,
};
use scrutineer_rla::batch::Size;
use serde_json::{Value, json};

use super::document::NOT_RECORDED;
use super::plan::{size, size_value};
use super::{files, record};
use crate::failure::Failure;
use crate::session::Session;

/// The records of single ballots in a file.
pub(super) fn cast(path: &Path, session: &Session<'_>) -> Result<CastRecords, Failure> {
    let refused = |error| files::refused(session, None, &error);
    let file = path.display().to_string();
    let begin = |header: &[String]| CastReader::new(&file, header);
    let reader = record::each_row(path, session, begin, |reader, row| {
        if let Ok(reader) = reader {
            reader.row(row.position().row, |at| row.cell(at).text());
        }
    })?;
    reader.and_then(CastReader::finish).map_err(refused)
}

/// First sizes with a register total.
pub(super) fn sizes(
    resting: &str,
    [ten, five, one]: [Size; 3],
    method: Method,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let message = Message::new("rla-ballots-plan-sizes")
        .with("resting", resting)
        .with("measure", method.word())
        .with("ten", size_value(ten, session))
        .with("five", size_value(five, session))
        .with("one", size_value(one, session));
    let line = session.sentence(&message);
    session.line(&format!("  {line}"))
}

/// What to expect of the draws with a register total.
pub(super) fn expect(
    resting: &str,
    plan: &BallotPlan,
    outlook: &BallotOutlook,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let message = Message::new("rla-ballots-plan-population").with("ballots", plan.ballots);
    let line = session.sentence(&message);
    session.line(&line)?;
    if let Some(held) = outlook.compared {
        let message = Message::new("rla-ballots-plan-compared")
            .with("recorded", held.recorded)
            .with("unrecorded", held.unrecorded);
        let line = session.sentence(&message);
        session.line(&line)?;
        let message = Message::new("rla-cast-sums")
            .with("stations", held.stations)
            .with("votes", held.votes);
        let line = session.sentence(&message);
        session.line(&line)?;
    }
    let message = Message::new("rla-ballots-plan-expected")
        .with("resting", resting)
        .with("size", size_value(outlook.expected, session));
    let line = session.sentence(&message);
    session.line(&line)?;
    if let Some(simulated) = outlook.simulated {
        let size = |draws: Option<u64>| draws.map_or(Size::FullCount, Size::Draws);
        let message = Message::new("rla-ballots-plan-simulated")
            .with("resting", resting)
            .with("half", size_value(size(simulated.q50), session))
            .with("most", size_value(size(simulated.q90), session));
        let line = session.sentence(&message);
        session.line(&line)?;
    }
    Ok(())
}

/// What was drawn in a round.
pub(super) fn drawn(audit: &Audit, round: &DrawFile) -> Message {
    let pending = audit.pending_ballots();
    let mut stations: Vec<usize> = pending.iter().map(|&(station, _)| station).collect();
    stations.dedup();
    Message::new("rla-ballots-drawn")
        .with("draws", round.draws.len() as u64)
        .with("ballots", pending.len() as u64)
        .with("stations", stations.len() as u64)
}

/// The records of ballots beside the sheets, for programs.
fn compared(held: Compared) -> Value {
    json!({
        "recorded": held.recorded,
        "unrecorded": held.unrecorded,
        "stations": held.stations,
        "votes": held.votes,
    })
}

/// What to expect, for programs.
pub(super) fn outlook(held: &BallotOutlook) -> Value {
    json!({
        "expected": size(held.expected),
        "compared": held.compared.map(compared),
        "simulated": held.simulated.map(|simulated| json!({
            "50": simulated.q50,
            "70": simulated.q70,
            "80": simulated.q80,
            "90": simulated.q90,
        })),
    })
}

/// What is asked of the ballots, for programs.
pub(super) fn value(held: &Ballots) -> Value {
    let claims = held.claims().iter().map(|claim| {
        json!({
            "t": Real::new(claim.mean()),
            "u": Real::new(claim.upper()),
            "eta": Real::new(claim.eta()),
            "lambda": Real::new(claim.lambda()),
        })
    });
    json!({
        "total": held.total(),
        "compared": held.compared().map(compared),
        "claims": claims.collect::<Vec<_>>(),
    })
}

/// The certificate, for programs.
pub(super) fn lines(audit: &Audit) -> Vec<Value> {
    let lines = ballot_certificate(audit);
    lines
        .iter()
        .map(|line| {
            let claims = line.claims.iter().map(|step| {
                json!({
                    "value": scrutineer_model::Value::from(step.value),
                    "ln_p": Real::new(step.ln_p),
                })
            });
            json!({
                "round": line.round,
                "n": line.n,
                "message": line.message,
                "value": line.value,
                "station": line.station,
                "above": line.above,
                "cumulative": line.cumulative,
                "position": line.position,
                "cast": line.cast,
                "status": line.status,
                "option": line.option,
                "claims": match line.claims.as_slice() {
                    [] => json!(NOT_RECORDED),
                    _ => json!(claims.collect::<Vec<_>>()),
                },
            })
        })
        .collect()
}
