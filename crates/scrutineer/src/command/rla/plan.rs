//! `rla plan`: what would be audited, how many stations, how much work.

use scrutineer_model::{Applies, Code, Dataset, Message, SheetSet, Value as Said};
use scrutineer_report::Language;
use scrutineer_rla::audit::{
    DeclaredOutcome, Frame, FrameOptions, JointPlan, Kind, Method, Plan, PlanOptions, PlanRow,
    Planning, RiskLimit, Workload, declared_outcomes, frame, plan,
};
use scrutineer_rla::batch::Size;
use serde_json::{Value, json};

use super::{ballots, files, joint, methods, outlook, strata};
use crate::args::RlaPlan;
use crate::command::audit::document;
use crate::failure::Failure;
use crate::folder;
use crate::session::Session;
use crate::status::Status;

pub(super) fn run(args: &RlaPlan, session: &mut Session<'_>) -> Result<Status, Failure> {
    let mut options = options(args, session)?;
    let register = match &args.register {
        Some(id) => Some(files::id(session, id)?),
        None => None,
    };
    let place = files::place(&args.audited.dir, &options.audit);
    if place.join("commitment.json").exists() {
        let file = place.display();
        return Err(Failure::input(
            session.filled("rla-committed-already", &[("file", &file)]),
        ));
    }
    let dir = &args.audited.dir;
    let loaded = folder::open(session, dir, &args.search, args.accept_import)?;
    let dataset = &loaded.dataset;
    let set = audited(dataset, args.source.as_deref(), session)?;
    // A source of the folder stands for its origin, which a derived one shares with another.
    let sources = dataset.sources().iter();
    for source in sources {
        if options.independent.as_deref() == Some(source.id.as_str()) {
            options.independent = Some(source.origin.0.to_string());
            break;
        }
    }
    options.strata = strata::options(args, dataset, options.method, session)?;
    session.stage("rla-progress-planning", &[]);
    let refused = |error| files::refused(session, None, &error);
    let frame = frame(dataset, set, &FrameOptions { register }).map_err(refused)?;
    let declared = declared_outcomes(dataset, set);
    let planning = plan(&frame, &options).map_err(refused)?;
    let joint = match (&planning.ready, args.also.as_slice()) {
        (Err(_), _) | (_, []) => None,
        (Ok(_), _) => Some(joint::planned(args, (&frame, dataset), &options, session)?),
    };
    let written = match &planning.ready {
        Err(_) => None,
        Ok((plan, manifest, _, _)) => {
            let (at, list) = (place.join("plan.json"), place.join("manifest.csv"));
            files::write(session, &list, manifest)?;
            let mut written = vec![at.clone(), list];
            if let Some(cast) = &options.cast {
                let records = place.join(files::CAST);
                files::write(session, &records, &cast.to_csv())?;
                written.push(records);
            }
            files::write(session, &at, &plan.to_json())?;
            Some(written)
        }
    };
    if args.audited.json {
        session.print(&document(&value(
            &options,
            &planning,
            (&frame, &declared, joint.as_ref()),
        ))?)?;
    } else {
        tell(&options, &planning, (&frame, &declared), session)?;
        if let Some(joint) = &joint {
            joint::tell(joint, &options, session)?;
        }
        for path in written.iter().flatten() {
            let line = session.filled("cli-wrote", &[("file", &path.display())]);
            session.line(&line)?;
        }
        if written.is_some() {
            let next = session.plain("cli-demo-next");
            let line = format!(
                "{next}\n  {} rla commit {}",
                session.program,
                args.audited.dir.display()
            );
            session.line(&line)?;
        }
    }
    match &planning.ready {
        Ok(_) => Ok(Status::Done),
        Err(error) => Err(files::refused(session, None, error)),
    }
}

/// The sheets of the source that is named, or of the only one.
pub(super) fn audited<'a>(
    dataset: &'a Dataset,
    source: Option<&str>,
    session: &Session<'_>,
) -> Result<&'a SheetSet, Failure> {
    let is_meant = |set: &&SheetSet| {
        let id = dataset.source(set.source()).id.as_str();
        source.is_none_or(|source| source == id)
    };
    let sets: Vec<&SheetSet> = dataset.sheets().iter().filter(is_meant).collect();
    if let [set] = sets.as_slice() {
        return Ok(set);
    }
    let known: Vec<&str> = dataset
        .sources()
        .iter()
        .map(|held| held.id.as_str())
        .collect();
    let known = known.join(", ");
    Err(Failure::usage(
        session.filled("rla-source", &[("known", &known)]),
    ))
}

fn options(args: &RlaPlan, session: &Session<'_>) -> Result<PlanOptions, Failure> {
    let kind = match args.link.as_str() {
        "boxes" => Kind::Boxes,
        _ => Kind::Transcription,
    };
    let method = match (args.method.as_deref(), kind) {
        (Some("kaplan-markov"), _) | (None, Kind::Transcription) => Method::KaplanMarkov,
        (Some("stratified"), _) => Method::Stratified,
        (Some("alpha"), _) => Method::Alpha,
        (Some("bravo"), _) => Method::Bravo,
        (Some("ballot-comparison"), _) => Method::BallotComparison,
        _ => Method::Capped,
    };
    let of_stations = [
        ("--link transcription", kind == Kind::Transcription),
        ("--also", !args.also.is_empty()),
    ];
    let is_given = |(_, given): &&(&str, bool)| *given;
    let conflict = |option: &dyn std::fmt::Display, other: &dyn std::fmt::Display| {
        let pairs = [("option", option), ("other", other)];
        Err(Failure::usage(session.filled("cli-usage-conflict", &pairs)))
    };
    let other = of_stations.iter().find(is_given);
    if let (Some((other, _)), true) = (other, method.is_of_ballots()) {
        return conflict(&format!("--method {}", method.word()), other);
    }
    if method == Method::Stratified && !args.also.is_empty() {
        return conflict(&"--method stratified", &"--also");
    }
    let risk_limit = RiskLimit::parse(&args.risk_limit).ok_or_else(|| {
        let pairs: [(&str, &dyn std::fmt::Display); 2] =
            [("option", &"--risk-limit"), ("found", &args.risk_limit)];
        Failure::usage(session.filled("cli-usage-value", &pairs))
    })?;
    let audit = files::id(session, args.audited.audit.as_deref().unwrap_or(&args.link))?;
    let of_copies = [
        ("--independent", args.independent.is_some()),
        ("--trust-registered", args.trust_registered),
    ];
    if let (Some((option, _)), Kind::Boxes) = (of_copies.iter().find(is_given), kind) {
        return conflict(option, &"--link boxes");
    }
    Ok(PlanOptions {
        audit,
        kind,
        independent: args.independent.clone(),
        trust_registered: args.trust_registered,
        risk_limit,
        method,
        cast: match &args.cvr {
            Some(path) => Some(ballots::cast(path, session)?),
            None => None,
        },
        strata: None,
    })
}

fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Transcription => "transcription",
        Kind::Boxes => "boxes",
    }
}

fn tell(
    options: &PlanOptions,
    planning: &Planning,
    (frame, declared): (&Frame, &[DeclaredOutcome]),
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let heading = Message::new("rla-plan-heading")
        .with("audit", options.audit.as_str())
        .with("kind", kind_word(options.kind))
        .with("limit", files::percent(options.risk_limit.get()))
        .with("winners", joined(&planning.outcome));
    let line = session.sentence(&heading);
    session.line(&line)?;
    for other in declared
        .iter()
        .filter(|held| !held.is_of(&planning.outcome, frame.rule))
    {
        let message =
            Message::new("rla-plan-declared").with("declaration", other.declaration.as_str());
        let message = match other.options.as_slice() {
            [] => message,
            options => message.with("declared_winners", joined(options)),
        };
        let line = session.sentence(&message);
        session.line(&line)?;
    }
    if frame.incomplete > 0 {
        let message = Message::new("rla-plan-incomplete").with("count", frame.incomplete);
        let line = session.sentence(&message);
        session.line(&line)?;
    }
    for (at, row) in planning.rows.iter().enumerate() {
        let register = row.alternative.register.as_ref();
        let resting = files::resting(register, frame.capacity, session);
        let message = row_message(row, at == planning.chosen, &resting, session.language());
        let line = session.sentence(&message);
        session.line(&format!("\n{line}"))?;
        if let Some(sizes) = row.ballots {
            ballots::sizes(&resting, sizes, options.method, session)?;
            continue;
        }
        let all = [row.kaplan_markov, row.capped].into_iter().flatten();
        let mut all = all.flatten().peekable();
        if all.peek().is_some() && all.all(|size| size == Size::FullCount) {
            let line = session.filled("rla-plan-only-full-count", &[("resting", &resting)]);
            session.line(&format!("  {line}"))?;
            continue;
        }
        for (sizes, id) in [
            (&row.kaplan_markov, "rla-plan-kaplan-markov"),
            (&row.capped, "rla-plan-capped"),
        ] {
            let Some([ten, five, one]) = sizes else {
                continue;
            };
            let message = Message::new(id)
                .with("resting", resting.as_str())
                .with("ten", size_value(*ten, session))
                .with("five", size_value(*five, session))
                .with("one", size_value(*one, session));
            let line = session.sentence(&message);
            session.line(&format!("  {line}"))?;
        }
        if let Some(sizes) = row.stratified {
            strata::sizes(&resting, sizes, session)?;
        }
        if let Some(draws) = outlook::enough(row, options.method) {
            let line =
                session.sentence(&outlook::shown(row, draws, options, (frame.rule, &resting)));
            session.line(&format!("  {line}"))?;
        }
        if let [Some(ten), Some(five), Some(one)] = row.alternative.equal {
            let message = Message::new("rla-plan-equal")
                .with("resting", resting.as_str())
                .with("ten", size_value(within(ten, planning), session))
                .with("five", size_value(within(five, planning), session))
                .with("one", size_value(within(one, planning), session));
            let line = session.sentence(&message);
            session.line(&format!("  {line}"))?;
        }
    }
    outlook::beside(planning, options, frame, session)?;
    let Ok((plan, _, size, work)) = &planning.ready else {
        return Ok(());
    };
    needed(plan, *size, work, planning, session)?;
    if plan.registered_of_records && !outlook::rests_on_records(planning, options, frame) {
        outlook::condition(plan.reads_registered, session)?;
    }
    expected(plan, *size, planning, session)
}

/// How many draws it takes, how much work they are, and who is needed for them.
fn needed(
    plan: &Plan,
    size: Size,
    work: &Workload,
    planning: &Planning,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let is_all = size == Size::FullCount;
    let message = Message::new(if is_all {
        "rla-plan-work-all"
    } else if plan.ballots.is_some() {
        "rla-ballots-plan-work"
    } else {
        "rla-plan-work"
    })
    .with("size", size_value(size, session))
    .with("count", planning.stations)
    .with("limit", files::percent(plan.risk_limit.get()))
    .with("stations", rounded(work.stations))
    .with("ballots", rounded(work.ballots))
    .with("hours", rounded(work.hours))
    .with("kind", kind_word(plan.kind))
    .with("resting", files::plan_resting(plan, session));
    let line = session.sentence(&message);
    session.line(&format!("\n{line}"))?;
    let needed = match (plan.kind, &plan.copies_origin) {
        (Kind::Transcription, Some(origin)) => {
            session.filled("rla-need-independent", &[("origin", origin)])
        }
        (Kind::Transcription, None) => session.plain("rla-need-transcription"),
        (Kind::Boxes, _) if plan.ballots.is_some() => session.plain("rla-need-ballots"),
        (Kind::Boxes, _) => session.plain("rla-need-boxes"),
    };
    session.line(&needed)
}

/// What to expect of the draws, and the methods side by side.
fn expected(
    plan: &Plan,
    size: Size,
    planning: &Planning,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let is_all = size == Size::FullCount;
    if let (Some(held), Some(outlook)) = (&plan.ballots, &planning.ballots) {
        ballots::expect(&files::plan_resting(plan, session), held, outlook, session)?;
    }
    strata::expect(plan, &planning.strata, session)?;
    if let Some(outlook) = planning.outlook.as_ref().filter(|_| !is_all) {
        outlook::expect(outlook, plan, session)?;
    }
    if is_all {
        return Ok(());
    }
    methods::tell(planning, plan, session)
}

/// Rounded up; work is never less than it looks.
#[expect(
    clippy::cast_possible_truncation,
    reason = "hours and stations are far below 2^53"
)]
pub(super) fn rounded(value: f64) -> i64 {
    value.ceil() as i64
}

fn joined(ids: &[Code]) -> String {
    ids.iter().map(Code::as_str).collect::<Vec<_>>().join(", ")
}

/// Two decimals.
pub(super) fn decimal(value: f64, language: Language) -> String {
    let text = format!("{value:.2}");
    match language {
        Language::English => text,
        Language::Spanish => text.replace('.', ","),
    }
}

/// Work for programs.
pub(super) fn workload(work: &Workload) -> Value {
    json!({
        "stations": rounded(work.stations),
        "ballots": rounded(work.ballots),
        "hours": rounded(work.hours),
    })
}

/// A size for programs.
pub(super) fn size(size: Size) -> Value {
    match size {
        Size::Draws(draws) => json!(draws),
        Size::FullCount => json!("full-count"),
    }
}

pub(super) fn size_value(size: Size, session: &Session<'_>) -> Said {
    match size {
        Size::Draws(draws) => {
            let message = Message::new("rla-size").with("draws", draws);
            Said::from(session.sentence(&message))
        }
        Size::FullCount => Said::from(session.plain("rla-full-count")),
    }
}

/// A number of stations, each at most once: all of them are a full count.
fn within(stations: u64, planning: &Planning) -> Size {
    if stations < planning.stations {
        Size::Draws(stations)
    } else {
        Size::FullCount
    }
}

fn row_message(row: &PlanRow, is_chosen: bool, resting: &str, language: Language) -> Message {
    let number = |value: i128| i64::try_from(value).unwrap_or(i64::MAX);
    let id = match (&row.margin, row.bound) {
        (Some(_), Some(_)) if row.ballots.is_some() => "rla-ballots-plan-row",
        (Some(_), Some(_)) => "rla-plan-row",
        (Some(_), None) => "rla-plan-row-cannot",
        _ => "rla-plan-row-not-stated",
    };
    let mut message = Message::new(id)
        .with("resting", resting)
        .with("basis", if is_chosen { "yes" } else { "no" })
        .with(
            "applies",
            match row.alternative.applies {
                Applies::Yes => "yes",
                Applies::No => "no",
                Applies::Unknown => "unknown",
            },
        );
    if let Some(register) = &row.alternative.register {
        message = message.with("register", register.as_str());
    }
    if let Some(total) = row.alternative.total {
        message = message.with("total", total);
    }
    if let Some(margin) = row.margin {
        message = message
            .with("sheets", number(margin.sheets))
            .with("missing", number(margin.missing))
            .with("margin", number(margin.margin));
    }
    if let Some(bound) = row.bound {
        message = message.with("bound", decimal(bound, language));
    }
    message
}

fn value(
    options: &PlanOptions,
    planning: &Planning,
    (frame, declared, joint): (&Frame, &[DeclaredOutcome], Option<&JointPlan>),
) -> Value {
    let sizes = |sizes: Option<[Size; 3]>| {
        sizes.map(|[ten, five, one]| json!({"10": size(ten), "5": size(five), "1": size(one)}))
    };
    let number = |value: i128| i64::try_from(value).unwrap_or(i64::MAX);
    let equal = |stations: Option<u64>| stations.map(|held| size(within(held, planning)));
    let row = |(at, row): (usize, &PlanRow)| {
        let [ten, five, one] = row.alternative.equal;
        json!({
            "register": row.alternative.register,
            "total": row.alternative.total,
            "applies": row.alternative.applies,
            "chosen": at == planning.chosen,
            "missing": row.alternative.missing,
            "margin": row.margin.map(|margin| number(margin.margin)),
            "margin_sheets": row.margin.map(|margin| number(margin.sheets)),
            "bound": row.bound.map(scrutineer_model::Real::new),
            "sizes": {
                "kaplan-markov": sizes(row.kaplan_markov),
                "capped": sizes(row.capped),
                "equal": {"10": equal(ten), "5": equal(five), "1": equal(one)},
                "ballots": sizes(row.ballots),
                "stratified": sizes(row.stratified),
            },
        })
    };
    let ready = planning.ready.as_ref().ok();
    json!({
        "schema": "scrutineer/rla-plan-report/1",
        "audit": options.audit,
        "link": kind_word(options.kind),
        "copies_origin": options.independent,
        "contest": frame.contest,
        "risk_limit": options.risk_limit,
        "method": options.method,
        "outcome": planning.outcome,
        "declared": declared.iter().map(|held| json!({
            "declaration": held.declaration,
            "outcome": held.options,
            "same": held.is_of(&planning.outcome, frame.rule),
        })).collect::<Vec<_>>(),
        "incomplete": frame.incomplete,
        "registers": planning.rows.iter().enumerate().map(row).collect::<Vec<_>>(),
        "size": ready.map(|(_, _, held, _)| size(*held)),
        "outlook": planning.outlook.as_ref().map(outlook::value),
        "ballots": ready.and_then(|(plan, ..)| plan.ballots.as_ref()),
        "strata": planning.strata.iter().map(strata::outlook).collect::<Vec<_>>(),
        "ballot_outlook": planning.ballots.as_ref().map(ballots::outlook),
        "workload": ready.map(|(_, _, _, work)| workload(work)),
        "methods": planning.methods.iter().map(methods::value).collect::<Vec<_>>(),
        "joint": joint.map(joint::value),
        "can_confirm": ready.is_some(),
    })
}
