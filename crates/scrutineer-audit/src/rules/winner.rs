//! The first answer: does the evidence make the declared winner win?

use scrutineer_model::{Declaration, Link, Message, Overflow, Value};
use scrutineer_tally::{Claim, ClaimAnswer, MissingVotes, Observed, Race, answer};

use super::case::Case;
use crate::report::{WinnerAnswer, WinnerVerdict};

/// The rule `winner` of `spec/verdict.md`.
pub(super) fn winner(
    case: &Case<'_>,
    observed: &Observed,
    declaration: &Declaration,
) -> Result<WinnerAnswer, Overflow> {
    let rule = &case.contest.rule;
    let claim = Claim::declared(declaration, rule, case.contest.options.len());
    let missing = case.missing();
    let (verdict, reason) = match &claim {
        _ if !case.has_sheets() => (WinnerVerdict::Undetermined, "no-sheets"),
        None => (WinnerVerdict::Undetermined, "no-declared-winner"),
        Some(claim) => {
            let race = Race::new(observed, missing);
            match answer(rule, &race, claim)? {
                ClaimAnswer::Supported if missing == MissingVotes::AtMost(0) => {
                    (WinnerVerdict::Supported, "complete")
                }
                ClaimAnswer::Supported => (WinnerVerdict::Supported, "lead-exceeds-missing"),
                ClaimAnswer::Contradicted => {
                    (WinnerVerdict::Contradicted, "other-wins-every-completion")
                }
                ClaimAnswer::Undetermined if missing.ceiling().is_none() => {
                    (WinnerVerdict::Undetermined, "not-bounded")
                }
                ClaimAnswer::Undetermined => (WinnerVerdict::Undetermined, "missing-can-change"),
            }
        }
    };
    let declared: Vec<String> = match &claim {
        Some(Claim::Winners(options) | Claim::Runoff(options)) => case.option_ids(options),
        None => Vec::new(),
    };
    let message = |id: &str| {
        let message = case
            .message(id)
            .with("declaration", declaration.id.as_str())
            .with("authority", declaration.authority.as_str());
        if declared.is_empty() {
            message
        } else {
            message.with("declared_winners", Value::List(declared.clone()))
        }
    };
    let statement = match verdict {
        WinnerVerdict::Supported => "winner-supported",
        WinnerVerdict::Contradicted => "winner-contradicted",
        WinnerVerdict::Undetermined => "winner-undetermined",
    };
    Ok(WinnerAnswer {
        answer: verdict,
        depends_on: vec![Link::BallotsToSheet, Link::SheetToCopy, Link::CopyToRecord],
        condition: message("condition-winner"),
        statement: message(statement),
        reasons: vec![reason.to_owned()],
        explanations: vec![message(&format!("reason-{reason}"))],
        would_change: would_change(verdict, reason),
    })
}

fn would_change(verdict: WinnerVerdict, reason: &str) -> Vec<Message> {
    let ids: &[&str] = match (verdict, reason) {
        (WinnerVerdict::Undetermined, "not-bounded") => {
            &["change-capacity", "change-register", "change-sheets"]
        }
        (WinnerVerdict::Undetermined, "no-declared-winner") => &["change-breakdown"],
        (WinnerVerdict::Undetermined, _) => &["change-sheets", "change-register"],
        _ => &["change-ballots", "change-copies", "change-register"],
    };
    ids.iter().map(|id| Message::new(*id)).collect()
}
