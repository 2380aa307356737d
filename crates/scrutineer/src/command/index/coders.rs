//! Questions on which coders differ: what each answer rests on, and what was decided.

use scrutineer_indices::{CodedAnswer, Dispute, Tier};

use super::labels::Labels;
use crate::session::Session;

/// Every question with its answers and its decision, each under a line that says of what it is.
pub(super) fn disputes(
    found: &[Dispute],
    labels: &Labels<'_, '_>,
    session: &Session<'_>,
) -> Vec<String> {
    let mut lines = Vec::new();
    for held in found {
        let index = held.question.split_once('.').map_or("", |(index, _)| index);
        let range = labels.answers(&held.question).unwrap_or_default();
        let id = if held.is_disputed {
            "index-line-dispute"
        } else {
            "index-line-decided"
        };
        lines.push(String::new());
        lines.push(session.filled(
            id,
            &[
                ("place", &held.place),
                ("edition", &labels.edition(index, held.edition)),
                ("question", &labels.of(index, &held.question)),
            ],
        ));
        for (coder, answer) in &held.coded.answers {
            lines.push(format!("  {}", said(coder, answer, &range, session)));
        }
        let decision = match &held.coded.decision {
            Some(decision) => session.filled(
                "index-line-decision",
                &[
                    ("points", &decision.points),
                    ("range", &range),
                    ("reason", &decision.reason),
                    ("role", &decision.role),
                    ("date", &decision.date),
                ],
            ),
            None => session.plain("index-line-undecided"),
        };
        lines.push(format!("  {decision}"));
    }
    lines
}

fn said(coder: &str, answer: &CodedAnswer, range: &str, session: &Session<'_>) -> String {
    let evidence = &answer.evidence;
    let tier = match evidence.tier {
        Tier::Verified => "index-tier-verified",
        Tier::Alleged => "index-tier-alleged",
        Tier::Unverified => "index-tier-unverified",
    };
    let mut line = session.filled(
        "index-line-coder",
        &[
            ("coder", &coder),
            ("points", &answer.points),
            ("range", &range),
            ("coded", &answer.coded),
            ("tier", &session.plain(tier)),
            ("source", &evidence.source),
            ("date", &evidence.date),
        ],
    );
    if !evidence.sha256.is_empty() {
        line += &session.filled("index-line-digest", &[("sha256", &evidence.sha256)]);
    }
    if !evidence.quote.is_empty() {
        line += &session.filled("index-line-quote", &[("quote", &evidence.quote)]);
    }
    line
}
