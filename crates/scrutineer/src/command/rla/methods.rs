//! The methods of an audit of boxes side by side.

use scrutineer_model::Message;
use scrutineer_rla::audit::{MethodSize, Plan, Planning};
use scrutineer_rla::batch::Size;
use serde_json::{Value, json};

use super::files;
use super::plan::{rounded, size, size_value, workload};
use crate::failure::Failure;
use crate::session::Session;

/// One line a method: its first size and the work of it.
pub(super) fn tell(
    planning: &Planning,
    plan: &Plan,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let methods = &planning.methods;
    if methods.is_empty() {
        return Ok(());
    }
    let resting = files::plan_resting(plan, session);
    let heading = Message::new("rla-methods")
        .with("resting", resting.as_str())
        .with("limit", files::percent(plan.risk_limit.get()));
    let line = session.sentence(&heading);
    session.line(&format!("\n{line}"))?;
    let words = methods.iter().map(|held| held.method.word().len());
    let width = words.max().unwrap_or(0);
    for held in methods {
        let name = held.method.word();
        let message = Message::new("rla-methods-row")
            .with("name", format!("{name:width$}"))
            .with("resting", resting.as_str())
            .with("size", size_value(held.size, session))
            .with("how", certainty(held))
            .with("stations", rounded(held.work.stations))
            .with("ballots", rounded(held.work.ballots))
            .with("hours", rounded(held.work.hours))
            .with(
                "basis",
                if held.method == plan.method {
                    "yes"
                } else {
                    "no"
                },
            );
        let line = session.sentence(&message);
        session.line(&format!("  {line}"))?;
    }
    Ok(())
}

/// Whether a size is always enough if the records are right, or only in most audits: which ballots are drawn is chance.
fn certainty(held: &MethodSize) -> &'static str {
    match held.size {
        Size::Draws(_) if held.method.is_of_ballots() => "most",
        _ => "all",
    }
}

/// The methods for programs.
pub(super) fn value(held: &MethodSize) -> Value {
    json!({
        "method": held.method,
        "unit": if held.method.is_of_ballots() { "ballot" } else { "station" },
        "size": size(held.size),
        "workload": workload(&held.work),
    })
}
