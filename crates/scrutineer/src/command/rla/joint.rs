//! `rla plan --also`: one draw for the contests of several folders.

use std::path::Path;

use scrutineer_model::{Dataset, Message, Real};
use scrutineer_rla::audit::{
    Frame, FrameOptions, JointPlan, PlanOptions, Refused, frame, joint_plan, plan, same_stations,
};
use scrutineer_rla::batch::Size;
use serde_json::{Value, json};

use super::files;
use super::plan::{audited, rounded, size, size_value, workload};
use crate::args::RlaPlan;
use crate::failure::Failure;
use crate::folder;
use crate::session::Session;

/// The plan of the contest of the first folder together with those of the others, each of which has one
/// source, and rests on its own least favourable register total.
pub(super) fn planned(
    args: &RlaPlan,
    (first, stations): (&Frame, &Dataset),
    options: &PlanOptions,
    session: &mut Session<'_>,
) -> Result<JointPlan, Failure> {
    let mut frames = Vec::new();
    for dir in &args.also {
        let of_dir = |error: &Refused, session: &Session<'_>| {
            let lines = error.problems.iter().map(|problem| {
                let what = session.sentence(&problem.message);
                session.filled(
                    "cli-error-at",
                    &[("place", &dir.display()), ("what", &what)],
                )
            });
            Failure::inputs(lines.collect::<Vec<String>>())
        };
        let loaded = folder::open(session, dir, &args.search, args.accept_import)?;
        let of = |dir: &Path| dir.join("election.toml").display().to_string();
        let (one, other) = (of(&args.audited.dir), of(dir));
        same_stations((&one, stations), (&other, &loaded.dataset))
            .map_err(|error| files::refused(session, None, &error))?;
        let set = audited(&loaded.dataset, None, session)?;
        let made = frame(&loaded.dataset, set, &FrameOptions::default()).and_then(|frame| {
            plan(&frame, options)?.ready?;
            Ok(frame)
        });
        frames.push(made.map_err(|error| of_dir(&error, session))?);
    }
    let all: Vec<&Frame> = std::iter::once(first).chain(&frames).collect();
    joint_plan(&all, options).map_err(|error| files::refused(session, None, &error))
}

pub(super) fn tell(
    joint: &JointPlan,
    options: &PlanOptions,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let (mut hours, mut draws, mut stations) = (0.0, 0_u64, 0.0);
    for (_, size, work) in &joint.alone {
        hours += work.hours;
        stations += work.stations;
        draws += match size {
            Size::Draws(draws) => *draws,
            Size::FullCount => rounded(work.stations).unsigned_abs(),
        };
    }
    let count = joint.alone.len() as u64;
    let message = Message::new("rla-joint")
        .with("count", count)
        .with("limit", files::percent(options.risk_limit.get()))
        .with("size", size_value(joint.size, session))
        .with("stations", rounded(joint.work.stations))
        .with("hours", rounded(joint.work.hours))
        .with("draws", draws)
        .with("apart", rounded(stations))
        .with("apart-hours", rounded(hours))
        .with(
            "sum",
            files::percent((options.risk_limit.get() * count as f64).min(1.0)),
        );
    let line = session.sentence(&message);
    session.line(&format!("\n{line}"))
}

pub(super) fn value(joint: &JointPlan) -> Value {
    let sizes =
        |[ten, five, one]: [Size; 3]| json!({"10": size(ten), "5": size(five), "1": size(one)});
    let alone = joint.alone.iter().map(|(contest, draws, work)| {
        json!({
            "contest": contest,
            "size": size(*draws),
            "stations": rounded(work.stations),
            "hours": rounded(work.hours),
        })
    });
    json!({
        "stations": joint.stations,
        "bound": Real::new(joint.bound),
        "size": size(joint.size),
        "sizes": {
            "kaplan-markov": sizes(joint.kaplan_markov),
            "capped": sizes(joint.capped),
        },
        "workload": workload(&joint.work),
        "alone": alone.collect::<Vec<_>>(),
    })
}
