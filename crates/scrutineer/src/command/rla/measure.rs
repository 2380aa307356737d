//! `rla measure`: the risk so far, what is next, and the certificate.

use std::fmt::Write as _;
use std::path::Path;

use scrutineer_model::Message;
use scrutineer_rla::audit::{
    Audit, Conclusion, CountSoFar, LnP, Measure, NextStep, Plan, certificate, lambda,
};

use super::{ballots, document, files, strata};
use crate::args::RlaMeasure;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

/// Stations that the terminal lists; all of them are in the JSON document.
const LISTED: usize = 100;

pub(super) fn run(args: &RlaMeasure, session: &mut Session<'_>) -> Result<Status, Failure> {
    let dir = &args.audited.dir;
    let name = files::chosen(session, dir, args.audited.audit.as_deref())?;
    let audit = files::read(session, dir, &name)?;
    if args.audited.json {
        session.print(&crate::command::audit::document(&document::value(&audit))?)?;
        return Ok(Status::Done);
    }
    tell(&audit, dir, session)?;
    let Some(text) = certificate_of(&audit, session) else {
        return Ok(Status::Done);
    };
    let path = files::place(dir, &name).join("certificate.txt");
    files::write(session, &path, &text)?;
    let line = session.filled("cli-wrote", &[("file", &path.display())]);
    session.line(&line)?;
    Ok(Status::Done)
}

/// The certificate in the language of the session; `None` before the first draw.
pub(super) fn certificate_of(audit: &Audit, session: &Session<'_>) -> Option<String> {
    if audit.rounds().is_empty() {
        return None;
    }
    let setup = audit.setup();
    Some(match (setup.ballots(), setup.strata()) {
        (Some(held), _) => ballots::certificate_text(audit, held, session),
        (None, Some(_)) => strata::certificate_text(audit, session),
        (None, None) => text(audit, session),
    })
}

/// The state, the risk, and what to do next.
pub(super) fn tell(audit: &Audit, dir: &Path, session: &mut Session<'_>) -> Result<(), Failure> {
    let plan = audit.setup().plan();
    let winners: Vec<&str> = plan
        .outcome
        .iter()
        .map(scrutineer_model::Code::as_str)
        .collect();
    let message = Message::new("rla-state")
        .with("audit", plan.audit.as_str())
        .with("state", audit.word())
        .with("kind", plan.kind.purpose().word())
        .with("winners", winners.join(", "));
    let line = session.sentence(&message);
    session.line(&line)?;
    if let Some(measured) = audit.measure() {
        let sample = match &measured.count {
            None if audit.is_of_ballots() => {
                Message::new("rla-ballots-sample").with("drawn", measured.drawn)
            }
            None => Message::new("rla-sample").with("drawn", measured.drawn),
            Some(_) => Message::new("rla-count-sample"),
        };
        let message = sample
            .with("distinct", measured.distinct)
            .with("audited", measured.audited)
            .with("pending", measured.pending);
        let line = session.sentence(&message);
        session.line(&line)?;
        if let Some(count) = &measured.count {
            counted(audit.setup().manifest().options(), count, session)?;
        } else if measured.measured > 0 {
            let id = match measured.kaplan_markov {
                Some(_) => "rla-risk",
                None if measured.strata.is_empty() => "rla-ballots-risk",
                None => "rla-strata-risk",
            };
            let message = Message::new(id)
                .with("p", files::percent(measured.p))
                .with("limit", files::percent(plan.risk_limit.get()))
                .with("measured", measured.measured)
                .with("measure", plan.method.word())
                .with("resting", files::plan_resting(plan, session));
            let message = match (measured.kaplan_markov, measured.capped) {
                (Some(kaplan_markov), Some(capped)) => message
                    .with("kaplan", files::percent(kaplan_markov))
                    .with("capped", files::percent(capped)),
                _ => message,
            };
            let line = session.sentence(&message);
            session.line(&line)?;
            strata::tell(&measured.strata, session)?;
        }
        let findings = findings(&measured);
        for finding in findings.iter().take(LISTED) {
            let line = session.sentence(finding);
            session.line(&format!("- {line}"))?;
        }
        if let Some(more) = findings.len().checked_sub(LISTED).filter(|more| *more > 0) {
            let line =
                session.sentence(&Message::new("rla-findings-more").with("count", more as u64));
            session.line(&format!("- {line}"))?;
        }
    }
    let line = session.sentence(&next(audit, session));
    session.line(&line)?;
    let call = match audit {
        Audit::Planned(_) => Some(("commit", "")),
        Audit::Committed(_) => Some(("draw", files::first_draw(audit.setup()))),
        _ => None,
    };
    if let Some((call, options)) = call {
        let line = format!(
            "  {} rla {call} {} {options}",
            session.program,
            dir.display()
        );
        let line = line.trim_end();
        session.line(line)?;
    }
    Ok(())
}

/// Everything found at single stations and ballots.
fn findings(measured: &Measure) -> Vec<Message> {
    let differing = measured.discrepancies.iter().map(|(station, votes)| {
        let votes = i64::try_from(*votes).unwrap_or(i64::MAX);
        Message::new("rla-finding-discrepancy")
            .with("station", station.as_str())
            .with("votes", votes)
    });
    let large = measured
        .too_large
        .iter()
        .map(|station| Message::new("rla-finding-too-large").with("station", station.as_str()));
    let absent = measured.absent.iter().cloned();
    let ballots = measured.sums.iter().chain(&measured.differing).cloned();
    let boxes = measured.boxes.iter().cloned();
    let all = absent.chain(large).chain(boxes);
    all.chain(differing).chain(ballots).collect()
}

/// What a full count found, beside the records of the same stations.
fn counted(
    options: &[scrutineer_model::Code],
    count: &CountSoFar,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let line = session.sentence(&Message::new("rla-count-votes").with("missing", count.uncounted));
    session.line(&line)?;
    for ((option, found), recorded) in options.iter().zip(&count.found).zip(&count.recorded) {
        let message = Message::new("rla-count-option")
            .with("code", option.as_str())
            .with("found", *found)
            .with("recorded", *recorded);
        let line = session.sentence(&message);
        session.line(&format!("  {line}"))?;
    }
    Ok(())
}

fn next(audit: &Audit, session: &Session<'_>) -> Message {
    let plan = audit.setup().plan();
    let measured = audit.measure();
    match (audit, audit.concluded(), measured) {
        (_, Some(end), _) => {
            let by = match end.conclusion() {
                Conclusion::ByRisk { .. } => "risk",
                Conclusion::ByFullCount { .. } => "full-count",
            };
            let message = Message::new(format!("rla-end-{}", audit.word()))
                .with("how", by)
                .with("limit", files::percent(plan.risk_limit.get()))
                .with("count", plan.links().len() as u64)
                .with("links", links(plan))
                .with("resting", files::plan_resting(plan, session));
            match &plan.copies_origin {
                Some(origin) => message.with("origin", origin.as_str()),
                None => message,
            }
        }
        (Audit::FullCount(_), _, Some(measured)) => {
            Message::new("rla-next-full-count").with("pending", measured.pending)
        }
        (_, _, Some(measured)) => match measured.next {
            NextStep::Draw(draws) => Message::new(if audit.is_of_ballots() {
                "rla-ballots-next-draw"
            } else {
                "rla-next-draw"
            })
            .with("draws", draws)
            .with("resting", files::plan_resting(plan, session)),
            NextStep::FullCount if measured.is_void() => Message::new("rla-ballots-next-void"),
            NextStep::FullCount if audit.is_of_ballots() => Message::new("rla-ballots-next-all"),
            NextStep::FullCount => Message::new("rla-next-all"),
            NextStep::Record | NextStep::Confirmed if audit.is_of_ballots() => {
                Message::new("rla-ballots-next-record").with("pending", measured.pending)
            }
            NextStep::Record | NextStep::Confirmed => {
                Message::new("rla-next-record").with("pending", measured.pending)
            }
        },
        (_, _, None) => Message::new(format!("rla-next-{}", audit.word())),
    }
}

/// The numbers of the links that a conclusion settles.
fn links(plan: &Plan) -> Vec<String> {
    let numbers = plan.links().into_iter();
    numbers.map(|link| link.number().to_string()).collect()
}

/// The certificate: how to replay, then one line a draw.
fn text(audit: &Audit, session: &Session<'_>) -> String {
    let setup = audit.setup();
    let plan = setup.plan();
    let weights = setup.comparison().weights();
    let total = weights.total();
    let limit = (1u64 << 60) / total.max(1) * total;
    let digest = audit.commitment().map_or("", |(_, digest)| digest);
    let bound = format!("{:.9}", weights.bound().to_f64());
    let resting = files::plan_resting(plan, session);
    let lambda = lambda(weights).map_or_else(|| "-".to_owned(), |value| format!("{value:.9}"));
    let pairs: [(&str, &dyn std::fmt::Display); 10] = [
        ("audit", &plan.audit),
        ("digest", &digest),
        ("total", &total),
        ("denominator", &weights.denominator()),
        ("bound", &bound),
        ("limit", &limit),
        ("risk_limit", &plan.risk_limit.get()),
        ("resting", &resting),
        ("lambda", &lambda),
        ("measure", &plan.method.word()),
    ];
    let mut out = session.filled("rla-certificate", &pairs);
    out.push_str("\n\nround,n,message,value,station,above,cumulative,status,taint,ln_p_kaplan_markov,ln_p_capped\n");
    for line in certificate(audit) {
        let taint = line.taint.map_or(String::new(), |taint| {
            format!("{}/{}", taint.numerator(), taint.denominator())
        });
        let [kaplan_markov, capped] = [line.kaplan_markov, line.capped].map(|held| match held {
            None => document::NOT_RECORDED.to_owned(),
            Some(LnP::Value(value)) => format!("{value:.9}"),
            Some(end) => end.word().unwrap_or_default().to_owned(),
        });
        let status = line
            .status
            .and_then(|status| serde_json::to_value(status).ok())
            .and_then(|status| status.as_str().map(str::to_owned))
            .unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{},{},{},{},{},{},{},{status},{taint},{kaplan_markov},{capped}",
            line.round, line.n, line.message, line.value, line.station, line.above, line.cumulative
        );
    }
    if let Some(measured) = audit.measure() {
        let last = session.filled(
            "rla-certificate-risk",
            &[
                ("p", &format!("{:.9}", measured.p)),
                ("measure", &plan.method.word()),
                ("resting", &resting),
            ],
        );
        let _ = writeln!(out, "\n{last}");
    }
    out
}
