//! The certificate of an audit of ballots: how to replay, what is asked of each claim, one line a draw.

use std::fmt::Write as _;

use scrutineer_rla::assertion::Claim;
use scrutineer_rla::audit::{Audit, BallotClaim, Ballots, ballot_certificate};

use super::{NOT_RECORDED, files};
use crate::session::Session;

/// The text.
pub(crate) fn text(audit: &Audit, ballots: &Ballots, session: &Session<'_>) -> String {
    let plan = audit.setup().plan();
    let total = ballots.total();
    let limit = (1u64 << 60) / total.max(1) * total;
    let digest = audit.commitment().map_or("", |(_, digest)| digest);
    let resting = files::plan_resting(plan, session);
    let pairs: [(&str, &dyn std::fmt::Display); 8] = [
        ("audit", &plan.audit),
        ("digest", &digest),
        ("total", &total),
        ("missing", &plan.missing),
        ("limit", &limit),
        ("risk_limit", &plan.risk_limit.get()),
        ("resting", &resting),
        ("measure", &plan.method.word()),
    ];
    let mut out = session.filled("rla-ballots-certificate", &pairs);
    out.push('\n');
    out.push_str(&session.plain(&format!("rla-ballots-bets-{}", plan.method.word())));
    out.push_str("\n\n");
    for (number, claim) in (1..).zip(ballots.claims()) {
        let _ = writeln!(out, "{}", asked(audit, number, claim));
    }
    out.push_str("\nround,n,message,value,station,above,cumulative,position,record,status,option");
    for number in 1..=ballots.claims().len() {
        // Writing to a string cannot fail.
        let _ = write!(out, ",x_{number},ln_p_{number}");
    }
    out.push('\n');
    for line in ballot_certificate(audit) {
        let _ = write!(
            out,
            "{},{},{},{},{},{},{},{},{},{},{}",
            line.round,
            line.n,
            line.message,
            line.value,
            line.station,
            line.above,
            line.cumulative,
            line.position,
            line.cast
                .as_deref()
                .map_or("-", |option| if option.is_empty() {
                    "none"
                } else {
                    option
                }),
            line.status.map_or("", |status| status.word()),
            line.option.as_ref().map_or("", |option| option.as_str()),
        );
        if line.claims.is_empty() {
            for _ in ballots.claims() {
                let _ = write!(out, ",-,{NOT_RECORDED}");
            }
        }
        for step in &line.claims {
            let (part, whole) = (step.value.numerator(), step.value.denominator());
            let _ = write!(out, ",{part}/{whole},{:.9}", step.ln_p);
        }
        out.push('\n');
    }
    if let Some(measured) = audit.measure().filter(|held| held.count.is_none()) {
        let last = session.filled(
            "rla-certificate-risk",
            &[
                ("p", &format!("{:.9}", measured.p)),
                ("measure", &plan.method.word()),
                ("resting", &resting),
            ],
        );
        let _ = writeln!(out, "\n{last}");
        if measured.is_void() {
            for why in &measured.boxes {
                let _ = writeln!(out, "{}", session.sentence(why));
            }
        }
    }
    out
}

/// A claim with the numbers that its bets need, in one line.
fn asked(audit: &Audit, number: usize, claim: &BallotClaim) -> String {
    let options = audit.setup().manifest().options();
    let id = |at: usize| options.get(at).map_or("", |option| option.as_str());
    let what = match claim.assertion().claim() {
        Claim::Beats { winner, loser } | Claim::SeatBefore { winner, loser, .. } => {
            format!("{} > {}", id(*winner), id(*loser))
        }
        Claim::Above { option, share } => format!(
            "{} > {}/{}",
            id(*option),
            share.numerator(),
            share.denominator()
        ),
        Claim::Below { option, share } => format!(
            "{} < {}/{}",
            id(*option),
            share.numerator(),
            share.denominator()
        ),
    };
    let bets = audit.setup().plan().ballots.as_ref().map(|plan| plan.bets);
    let bet = match bets.and_then(|bets| claim.c(bets)) {
        Some(c) => format!("eta = {:.12}, c = {c:.12}", claim.eta()),
        None => format!("lambda = {:.12}", claim.lambda()),
    };
    format!(
        "{number}: {what}: t = {:.12}, u = {:.12}, {bet}",
        claim.mean(),
        claim.upper()
    )
}
