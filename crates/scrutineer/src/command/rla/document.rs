//! The document `scrutineer/rla/1`.

use scrutineer_model::Real;
use scrutineer_rla::assertion::Claim;
use scrutineer_rla::audit::{
    Audit, CertificateLine, Conclusion, LnP, Measure, NextStep, certificate,
};
use serde_json::{Value, json};

use super::{ballots, strata};

/// What stands in place of a risk from the first draw on that is not recorded.
pub(super) const NOT_RECORDED: &str = "not-recorded";

/// Everything that an audit says so far.
pub(super) fn value(audit: &Audit) -> Value {
    let setup = audit.setup();
    let plan = setup.plan();
    let measured = audit.measure();
    let measured = measured.as_ref();
    json!({
        "schema": "scrutineer/rla/1",
        "audit": plan.audit,
        "state": audit.word(),
        "link": plan.kind.link(),
        "links": plan.links(),
        "copies": plan.copies,
        "copies_origin": plan.copies_origin,
        "method": plan.method,
        "risk_limit": plan.risk_limit,
        "contest": plan.contest,
        "source": plan.source,
        "register": plan.register,
        "audited_outcome": plan.outcome,
        "commitment": audit.commitment().map(|(_, digest)| digest),
        "bound": match setup.ballots() {
            None => Some(Real::new(setup.comparison().bound())),
            Some(_) => None,
        },
        "ballots": setup.ballots().map(ballots::value),
        "strata": strata::value(audit),
        "assertions": assertions(audit, measured),
        "risk": measured.filter(|held| held.count.is_none()).map(|held| json!({
            "decides": Real::new(held.p),
            "kaplan-markov": held.kaplan_markov.map(Real::new),
            "capped": held.capped.map(Real::new),
        })),
        "sample": {
            "unit": unit(audit),
            "drawn": measured.map_or(0, |held| held.drawn),
            "distinct": measured.map_or(0, |held| held.distinct),
            "audited": measured.map_or(0, |held| held.audited),
            "pending": measured.map_or(0, |held| held.pending),
        },
        "next_size": measured.and_then(|held| match held.next {
            NextStep::Draw(draws) => Some(draws),
            NextStep::FullCount if held.count.is_none() => {
                Some(setup.manifest().rows().len() as u64)
            }
            NextStep::FullCount | NextStep::Confirmed | NextStep::Record => None,
        }),
        "next_unit": measured.and_then(|held| match held.next {
            NextStep::Draw(_) => Some(unit(audit)),
            NextStep::FullCount if held.count.is_none() => Some("station"),
            NextStep::FullCount | NextStep::Confirmed | NextStep::Record => None,
        }),
        "outcome": outcome(audit, measured),
        "full_count": full_count(audit),
        "count": measured.and_then(|held| held.count.as_ref()).map(|count| json!({
            "found": by_option(audit, &count.found),
            "recorded": by_option(audit, &count.recorded),
            "uncounted": count.uncounted,
        })),
        "findings": measured.map_or_else(Vec::new, findings),
        "draws": match (setup.ballots(), setup.strata()) {
            (Some(_), _) => ballots::lines(audit),
            (None, Some(_)) => strata::lines(audit),
            (None, None) => certificate(audit).iter().map(line).collect::<Vec<_>>(),
        },
    })
}

/// What is drawn.
fn unit(audit: &Audit) -> &'static str {
    if audit.is_of_ballots() {
        "ballot"
    } else {
        "station"
    }
}

/// `confirmed`, `overturned`, `full-count` or `continue`.
pub(super) fn outcome(audit: &Audit, measured: Option<&Measure>) -> &'static str {
    match audit {
        Audit::Confirmed(_) => "confirmed",
        Audit::Overturned(_) => "overturned",
        Audit::FullCount(_) => "full-count",
        _ if measured.is_some_and(|held| held.next == NextStep::FullCount) => "full-count",
        _ => "continue",
    }
}

fn assertions(audit: &Audit, measured: Option<&Measure>) -> Vec<Value> {
    let setup = audit.setup();
    let id = |at: usize| setup.manifest().options().get(at);
    let comparison = setup.comparison();
    let claims = comparison.assertions().iter().zip(comparison.margins());
    claims
        .enumerate()
        .map(|(at, (assertion, margin))| {
            let (winner, loser) = match assertion.claim() {
                Claim::Beats { winner, loser } | Claim::SeatBefore { winner, loser, .. } => {
                    (id(*winner), id(*loser))
                }
                Claim::Above { option, .. } => (id(*option), None),
                Claim::Below { option, .. } => (None, id(*option)),
            };
            let risk = measured
                .filter(|held| held.count.is_none())
                .and_then(|held| held.assertions.get(at));
            json!({
                "winner": winner,
                "loser": loser,
                "margin": i64::try_from(margin.margin).unwrap_or(i64::MAX),
                "p": risk.map(|risk| Real::new(risk.p)),
                "met": match audit {
                    Audit::Confirmed(_) => true,
                    _ => risk.is_some_and(|risk| risk.met),
                },
            })
        })
        .collect()
}

fn full_count(audit: &Audit) -> Option<Value> {
    let Conclusion::ByFullCount { totals, .. } = audit.concluded()?.conclusion() else {
        return None;
    };
    Some(by_option(audit, totals))
}

fn by_option(audit: &Audit, totals: &[u64]) -> Value {
    let options = audit.setup().manifest().options().iter().zip(totals);
    let votes = options.map(|(option, votes)| (option.to_string(), json!(votes)));
    Value::Object(votes.collect())
}

fn findings(measured: &Measure) -> Vec<Value> {
    let absent = measured
        .absent
        .iter()
        .map(|message| json!({"finding": "absent", "args": message.args}));
    let large = measured
        .too_large
        .iter()
        .map(|station| json!({"finding": "too-large", "args": {"station": station}}));
    let differing = measured.discrepancies.iter().map(|(station, votes)| {
        let votes = i64::try_from(*votes).unwrap_or(i64::MAX);
        json!({"finding": "discrepancy", "args": {"station": station, "votes": votes}})
    });
    let ballots = measured
        .boxes
        .iter()
        .chain(&measured.sums)
        .chain(&measured.differing)
        .map(|message| {
            let finding = match message.id.as_str() {
                "rla-ballot-box-full" => "too-large",
                _ => "discrepancy",
            };
            json!({"finding": finding, "args": message.args})
        });
    absent
        .chain(large)
        .chain(differing)
        .chain(ballots)
        .collect()
}

fn line(line: &CertificateLine) -> Value {
    json!({
        "round": line.round,
        "n": line.n,
        "message": line.message,
        "value": line.value,
        "station": line.station,
        "above": line.above,
        "cumulative": line.cumulative,
        "status": line.status,
        "taint": line.taint.map(scrutineer_model::Value::from),
        "ln_p": {
            "kaplan-markov": ln_p(line.kaplan_markov),
            "capped": ln_p(line.capped),
        },
    })
}

/// A number, or the word for what is none.
fn ln_p(held: Option<LnP>) -> Value {
    match held {
        None => json!(NOT_RECORDED),
        Some(LnP::Value(value)) => json!(Real::new(value)),
        Some(end) => json!(end.word()),
    }
}
