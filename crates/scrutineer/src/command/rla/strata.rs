//! What the steps of an audit say where stations are drawn in strata: where these come from, sizes, risk,
//! certificate.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use scrutineer_model::{
    Dataset, HierarchyIdx, Message, Real, StationIdx, Value as Said, encode_station_id,
};
use scrutineer_rla::audit::{
    Audit, Method, Plan, Rate, Setup, Status, Strata, StrataOptions, StratumOutlook, StratumSoFar,
    strata_certificate, strata_of,
};
use scrutineer_rla::batch::Size;
use serde_json::{Value, json};

use super::document::NOT_RECORDED;
use super::plan::{rounded, size_value};
use super::{files, record};
use crate::args::RlaPlan;
use crate::failure::Failure;
use crate::session::Session;

/// The stratum of stations that the folder puts into no division.
const UNASSIGNED: &str = "unassigned";
/// Strata that the terminal lists; all of them are in the JSON document.
const LISTED: usize = 40;

/// The strata that were asked for: of a file, or of a level of the first hierarchy, the widest if not named.
pub(super) fn options(
    args: &RlaPlan,
    dataset: &Dataset,
    method: Method,
    session: &Session<'_>,
) -> Result<Option<StrataOptions>, Failure> {
    let is_given = args.strata.is_some() || args.strata_file.is_some() || !args.rate.is_empty();
    if method != Method::Stratified {
        if is_given {
            return Err(Failure::usage(session.plain("rla-strata-error-needed")));
        }
        return Ok(None);
    }
    let mut rates = BTreeMap::new();
    for text in &args.rate {
        let read = text
            .rsplit_once('=')
            .and_then(|(stratum, rate)| Some((stratum.to_owned(), Rate::parse(rate)?)));
        let is_new = read.is_some_and(|(stratum, rate)| rates.insert(stratum, rate).is_none());
        if !is_new {
            let pairs: [(&str, &dyn std::fmt::Display); 2] =
                [("option", &"--rate"), ("found", text)];
            return Err(Failure::usage(session.filled("cli-usage-value", &pairs)));
        }
    }
    let (by, of) = match (&args.strata_file, &args.strata_column) {
        (Some(path), Some(column)) => {
            let table = record::table(path, session)?;
            let of = strata_of(&table, column);
            let of = of.map_err(|error| files::refused(session, None, &error))?;
            (column.clone(), of)
        }
        _ => divisions(args.strata.as_deref(), dataset, session)?,
    };
    Ok(Some(StrataOptions { by, of, rates }))
}

/// What the strata are, and that of every station.
fn divisions(
    level: Option<&str>,
    dataset: &Dataset,
    session: &Session<'_>,
) -> Result<(String, BTreeMap<String, String>), Failure> {
    let hierarchy = dataset
        .hierarchies()
        .first()
        .ok_or_else(|| Failure::usage(session.plain("rla-strata-error-none")))?;
    let level = match level {
        None => 0,
        Some(name) => hierarchy.level(name).ok_or_else(|| {
            let known = hierarchy.levels.join(", ");
            Failure::usage(session.filled(
                "cli-error-unknown-level",
                &[("found", &name), ("known", &known)],
            ))
        })?,
    };
    let name = hierarchy.levels.get(usize::from(level));
    let divisions = &hierarchy.divisions;
    let of = |station: StationIdx| -> Option<String> {
        let own = dataset.stations().division(HierarchyIdx::new(0), station)?;
        let path = divisions.path(own);
        let end = path
            .iter()
            .position(|&at| divisions.get(at).level == level)?;
        let mut id = String::new();
        let codes = path.iter().take(end + 1).map(|&at| divisions.get(at).code);
        encode_station_id(codes, &mut id);
        Some(id)
    };
    let stations = dataset.stations();
    let all = stations.indices().map(|at| {
        let stratum = of(at).unwrap_or_else(|| UNASSIGNED.to_owned());
        (stations.id(at).to_owned(), stratum)
    });
    let by = format!("{}/{}", hierarchy.id, name.map_or("", String::as_str));
    Ok((by, all.collect()))
}

/// The strata as the plan and its list have them.
pub(super) fn again(setup: &Setup) -> Option<StrataOptions> {
    let plan = setup.plan().strata.as_ref()?;
    let manifest = setup.manifest();
    let of = manifest.rows().iter().zip(manifest.strata());
    let rates = plan.strata.iter();
    Some(StrataOptions {
        by: plan.by.clone(),
        of: of
            .map(|(row, stratum)| (row.station.clone(), stratum.clone()))
            .collect(),
        rates: rates
            .map(|held| (held.stratum.clone(), held.rate))
            .collect(),
    })
}

/// First sizes with a register total.
pub(super) fn sizes(
    resting: &str,
    [ten, five, one]: [Size; 3],
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let message = Message::new("rla-strata-plan-sizes")
        .with("resting", resting)
        .with("ten", size_value(ten, session))
        .with("five", size_value(five, session))
        .with("one", size_value(one, session));
    let line = session.sentence(&message);
    session.line(&format!("  {line}"))
}

/// What the first size means by stratum.
pub(super) fn expect(
    plan: &Plan,
    strata: &[StratumOutlook],
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let Some(held) = &plan.strata else {
        return Ok(());
    };
    let message = Message::new("rla-strata-plan")
        .with("by", held.by.as_str())
        .with("count", strata.len() as u64);
    let line = session.sentence(&message);
    session.line(&format!("\n{line}"))?;
    for stratum in strata.iter().take(LISTED) {
        let message = Message::new("rla-strata-plan-row")
            .with("stratum", stratum.stratum.as_str())
            .with("stations", stratum.stations)
            .with("weight", files::percent(stratum.weight))
            .with("resting", files::plan_resting(plan, session))
            .with("draws", stratum.draws)
            .with("expected", rounded(stratum.expected));
        let message = match stratum.rate.times() {
            Some(1) => message.with("how", "same").with("rate", 1_u64),
            Some(times) => message.with("how", "more").with("rate", u64::from(times)),
            None => message.with("how", "all").with("rate", 0_u64),
        };
        let line = session.sentence(&message);
        session.line(&format!("  {line}"))?;
    }
    more(strata.len(), session)
}

/// How many strata the terminal does not list.
fn more(count: usize, session: &mut Session<'_>) -> Result<(), Failure> {
    let Some(more) = count.checked_sub(LISTED).filter(|more| *more > 0) else {
        return Ok(());
    };
    let line = session.sentence(&Message::new("rla-findings-more").with("count", more as u64));
    session.line(&format!("  {line}"))
}

/// Where each stratum stands.
pub(super) fn tell(strata: &[StratumSoFar], session: &mut Session<'_>) -> Result<(), Failure> {
    // Where no error can be there is nothing to say.
    for held in strata
        .iter()
        .filter(|held| held.mean.is_some())
        .take(LISTED)
    {
        let kept = held.mean.map(|mean| files::percent(1.0 - mean));
        let message = Message::new("rla-strata-so-far")
            .with("stratum", held.stratum.as_str())
            .with("weight", files::percent(held.weight))
            .with("draws", held.draws)
            .with("how", if held.is_known { "whole" } else { "drawn" })
            .with("wrong", kept.unwrap_or_else(|| Said::from("-")));
        let line = session.sentence(&message);
        session.line(&format!("  {line}"))?;
    }
    more(strata.len(), session)
}

fn word(status: Option<Status>) -> String {
    status
        .and_then(|status| serde_json::to_value(status).ok())
        .and_then(|status| status.as_str().map(str::to_owned))
        .unwrap_or_default()
}

/// The certificate: how to replay, the strata, what was looked at as a whole, then one line a draw.
pub(super) fn certificate_text(audit: &Audit, session: &Session<'_>) -> String {
    let setup = audit.setup();
    let plan = setup.plan();
    let weights = setup.comparison().weights();
    let digest = audit.commitment().map_or("", |(_, digest)| digest);
    let bound = weights.bound().to_f64();
    let resting = files::plan_resting(plan, session);
    let by = plan.strata.as_ref().map_or("", |held| held.by.as_str());
    let pairs: [(&str, &dyn std::fmt::Display); 9] = [
        ("audit", &plan.audit),
        ("digest", &digest),
        ("total", &weights.total()),
        ("denominator", &weights.denominator()),
        ("bound", &format!("{bound:.9}")),
        ("null", &format!("{:.12}", 1.0 - 1.0 / bound.max(1.0))),
        ("risk_limit", &plan.risk_limit.get()),
        ("resting", &resting),
        ("by", &by),
    ];
    let mut out = session.filled("rla-strata-certificate", &pairs);
    out.push_str("\n\nstratum,bound,rate,limit,draws,eta,ln_m\n");
    let held = strata_certificate(audit);
    let plans = setup.strata().into_iter().flat_map(Strata::plans);
    for (plan, found) in plans.zip(&held.strata) {
        let rate = plan
            .rate
            .times()
            .map_or_else(|| "all".to_owned(), |times| times.to_string());
        let limit = (1u64 << 60) / plan.bound.max(1) * plan.bound;
        let eta = found
            .mean
            .map_or_else(|| "-".to_owned(), |mean| format!("{mean:.12}"));
        // Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{},{},{rate},{limit},{},{eta},{:.9}",
            plan.stratum, plan.bound, found.draws, found.ln_fortune
        );
    }
    let taint = |taint: Option<scrutineer_model::Exact>| {
        taint.map_or_else(
            || NOT_RECORDED.to_owned(),
            |taint| format!("{}/{}", taint.numerator(), taint.denominator()),
        )
    };
    if !held.counted.is_empty() {
        out.push_str("\nstratum,station,bound,status,taint\n");
    }
    for line in &held.counted {
        let (status, taint) = (word(line.status), taint(line.taint));
        let _ = writeln!(
            out,
            "{},{},{},{status},{taint}",
            line.stratum, line.station, line.bound
        );
    }
    out.push_str(
        "\nround,n,stratum,message,value,station,above,cumulative,status,taint,ln_factor\n",
    );
    for line in &held.lines {
        let factor = line
            .ln_factor
            .map_or_else(|| "-".to_owned(), |held| format!("{held:.9}"));
        let _ = writeln!(
            out,
            "{},{},{},{},{},{},{},{},{},{},{factor}",
            line.round,
            line.n,
            line.stratum,
            line.message,
            line.value,
            line.station,
            line.above,
            line.cumulative,
            word(line.status),
            taint(line.taint),
        );
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
    }
    out
}

/// What to expect of a stratum, for programs.
pub(super) fn outlook(held: &StratumOutlook) -> Value {
    json!({
        "stratum": held.stratum,
        "stations": held.stations,
        "weight": Real::new(held.weight),
        "rate": held.rate,
        "draws": held.draws,
        "expected": rounded(held.expected),
    })
}

/// The strata and where they stand, for programs.
pub(super) fn value(audit: &Audit) -> Value {
    let setup = audit.setup();
    let (Some(plan), Some(strata)) = (&setup.plan().strata, setup.strata()) else {
        return Value::Null;
    };
    let held = strata_certificate(audit);
    let parts = strata.plans().enumerate().map(|(at, stratum)| {
        let found = held.strata.get(at);
        json!({
            "stratum": stratum.stratum,
            "stations": stratum.stations,
            "bound": stratum.bound,
            "rate": stratum.rate,
            "draws": found.map(|held| held.draws),
            "known": found.map(|held| held.is_known),
            "eta": found.and_then(|held| held.mean).map(Real::new),
            "ln_m": found.map(|held| Real::new(held.ln_fortune)),
        })
    });
    let counted = held.counted.iter().map(|line| {
        json!({
            "stratum": line.stratum,
            "station": line.station,
            "bound": line.bound,
            "status": line.status,
            "taint": line.taint.map(Said::from),
        })
    });
    json!({
        "by": plan.by,
        "combining": plan.combining,
        "order": plan.order,
        "strata": parts.collect::<Vec<_>>(),
        "counted": counted.collect::<Vec<_>>(),
    })
}

/// The draws, for programs.
pub(super) fn lines(audit: &Audit) -> Vec<Value> {
    let held = strata_certificate(audit);
    let lines = held.lines.iter().map(|line| {
        json!({
            "round": line.round,
            "n": line.n,
            "stratum": line.stratum,
            "message": line.message,
            "value": line.value,
            "station": line.station,
            "above": line.above,
            "cumulative": line.cumulative,
            "status": line.status,
            "taint": line.taint.map(Said::from),
            "ln_factor": match (line.taint, line.ln_factor) {
                (None, _) => json!(NOT_RECORDED),
                (Some(_), factor) => json!(factor.map(Real::new)),
            },
        })
    });
    lines.collect()
}
