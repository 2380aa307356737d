//! What must hold before a quick count may be released.

use super::design::Gate;
use super::document::{Condition, GateState, Response, StabilityState};

/// Judges the conditions of the design.
pub(crate) fn judge(
    gate: &Gate,
    responses: &[Response],
    stability: StabilityState,
    has_margins: bool,
    open_flags: usize,
) -> GateState {
    let reached = |received: u64, drawn: u64, percent: u32| {
        100 * u128::from(received) >= u128::from(percent) * u128::from(drawn)
    };
    let drawn: u64 = responses.iter().map(|response| response.drawn).sum();
    let received: u64 = responses.iter().map(|response| response.received).sum();
    let conditions: Vec<Condition> = [
        ("response", reached(received, drawn, gate.response_percent)),
        (
            "stratum-response",
            responses
                .iter()
                .all(|response| reached(response.received, response.drawn, gate.stratum_percent)),
        ),
        ("stability", stability == StabilityState::Stable),
        ("margin", has_margins),
        ("flags", open_flags == 0),
    ]
    .into_iter()
    .map(|(condition, met)| Condition {
        condition: condition.to_owned(),
        met,
    })
    .collect();
    GateState {
        passed: conditions.iter().all(|condition| condition.met),
        conditions,
    }
}
