//! What to expect of the draws of stations, and what it would show if all of them were confirmed.

use scrutineer_model::{Applies, Exact, Message, Real, Value as Said};
use scrutineer_rla::audit::{
    Frame, Kind, Method, Outlook, Plan, PlanOptions, PlanRow, Planning, RiskLimit, RuleSpec,
};
use scrutineer_rla::batch::Size;
use serde_json::{Value, json};

use super::files;
use super::plan::{decimal, size, size_value};
use crate::failure::Failure;
use crate::session::Session;

/// What would be looked at, as the messages select it.
fn how(options: &PlanOptions) -> &'static str {
    match (options.kind, &options.independent) {
        (Kind::Boxes, _) => "boxes",
        (Kind::Transcription, Some(_)) => "independent",
        (Kind::Transcription, None) => "copies",
    }
}

/// What false sheets would have to do, as the messages select it: only one winner by plurality has one lead to remove.
fn claim(rule: RuleSpec) -> &'static str {
    match rule {
        RuleSpec::Plurality { winners: 1 } => "plurality",
        _ => "other",
    }
}

/// Draws of stations that would be enough at 5 % with a register total, by the measure of the plan; `None` where only
/// a full count would, nothing has to be drawn, the total bounds nothing, ballots are drawn, or stations in strata: a
/// stratum may be looked at whole or drawn out of proportion, and a number of draws says neither.
pub(super) fn enough(row: &PlanRow, method: Method) -> Option<u64> {
    if row.alternative.exceeded_by > 0 {
        return None;
    }
    let [_, five, _] = match method {
        Method::KaplanMarkov => row.kaplan_markov,
        Method::Capped => row.capped,
        Method::Stratified | Method::Alpha | Method::Bravo | Method::BallotComparison => None,
    }?;
    match five {
        Size::Draws(draws) => Some(draws).filter(|&draws| draws > 0),
        Size::FullCount => None,
    }
}

/// What so many draws would show with a register total, if all were confirmed.
pub(super) fn shown(
    row: &PlanRow,
    draws: u64,
    options: &PlanOptions,
    (rule, resting): (RuleSpec, &str),
) -> Message {
    let message = Message::new("rla-plan-confirmed")
        .with("resting", resting)
        .with("how", how(options))
        .with("rule", claim(rule))
        .with("count", draws)
        .with(
            "applies",
            match row.alternative.applies {
                Applies::No => "no",
                Applies::Yes | Applies::Unknown => "yes",
            },
        );
    match row.alternative.total {
        Some(total) => message.with("total", total),
        None => message,
    }
}

/// Whether a sentence on what draws would show holds only if the registered voters that the records say are right.
pub(super) fn rests_on_records(planning: &Planning, options: &PlanOptions, frame: &Frame) -> bool {
    let mut rows = planning.rows.iter();
    frame.registered_of_records
        && rows
            .any(|row| row.alternative.register.is_some() && enough(row, options.method).is_some())
}

/// What a conclusion rests on where no official list has the registered voters.
pub(super) fn condition(reads_registered: bool, session: &mut Session<'_>) -> Result<(), Failure> {
    let line = session.plain(if reads_registered {
        "rla-plan-registered-read"
    } else {
        "rla-plan-registered"
    });
    session.line(&line)
}

/// What these sentences do not say: what they rest on, that nothing was done, who could do it, and what one mismatch
/// would mean.
pub(super) fn beside(
    planning: &Planning,
    options: &PlanOptions,
    frame: &Frame,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let mut rows = planning.rows.iter();
    if !rows.any(|row| enough(row, options.method).is_some()) {
        return Ok(());
    }
    session.line("")?;
    if rests_on_records(planning, options, frame) {
        condition(options.reads_registered(), session)?;
    }
    for id in ["rla-plan-not-done", "rla-plan-who", "rla-plan-mismatch"] {
        let line = session.sentence(&Message::new(id).with("how", how(options)));
        session.line(&line)?;
    }
    Ok(())
}

/// What to expect of the draws.
pub(super) fn expect(
    outlook: &Outlook,
    plan: &Plan,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let resting = files::plan_resting(plan, session);
    for (count, size) in &outlook.differing {
        let message = Message::new("rla-plan-differing")
            .with("resting", resting.as_str())
            .with("count", u64::from(*count))
            .with("size", size_value(*size, session));
        let line = session.sentence(&message);
        session.line(&line)?;
    }
    let size = |draws: Option<u64>| draws.map_or(Size::FullCount, Size::Draws);
    let message = Message::new("rla-plan-simulated")
        .with("resting", resting.as_str())
        .with("half", size_value(size(outlook.simulated.q50), session))
        .with("most", size_value(size(outlook.simulated.q90), session));
    let line = session.sentence(&message);
    session.line(&line)?;
    if outlook.concluded.is_empty() {
        return Ok(());
    }
    let line = session.filled("rla-plan-shows", &[("resting", &resting)]);
    session.line(&format!("\n{line}"))?;
    for held in &outlook.concluded {
        let message = Message::new("rla-plan-shows-row")
            .with("resting", resting.as_str())
            .with("size", size_value(Size::Draws(held.draws), session))
            .with("risk", files::percent(held.risk))
            .with("confidence", confidence(plan.risk_limit))
            .with(
                "taken",
                decimal(above(held.margin_taken), session.language()),
            );
        let line = session.sentence(&message);
        session.line(&format!("  {line}"))?;
    }
    Ok(())
}

/// The smallest number of hundredths that is not below: what errors take less than stays true when it is rounded.
fn above(value: f64) -> f64 {
    (value * 100.0).ceil() / 100.0
}

/// One less a risk limit.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a risk limit is a number of millionths below a million"
)]
fn confidence(limit: RiskLimit) -> Said {
    let millionths = (limit.get() * 1e6).round() as i128;
    Exact::new(1_000_000 - millionths, 1_000_000).map_or_else(|| Said::from("-"), Said::from)
}

/// What to expect, for programs.
pub(super) fn value(held: &Outlook) -> Value {
    let concluded = held.concluded.iter().map(|held| {
        json!({
            "draws": held.draws,
            "risk": Real::new(held.risk),
            "margin_taken": Real::new(held.margin_taken),
            "false_sheets": Real::new(held.false_sheets),
        })
    });
    let differing = held.differing.iter();
    let differing = differing.map(|(count, held)| json!({"count": count, "size": size(*held)}));
    let simulated = held.simulated;
    json!({
        "concluded": concluded.collect::<Vec<_>>(),
        "differing": differing.collect::<Vec<_>>(),
        "simulated": {
            "50": simulated.q50,
            "70": simulated.q70,
            "80": simulated.q80,
            "90": simulated.q90,
        },
    })
}
