//! `simulate`: a synthetic election as files.

use std::path::PathBuf;

use scrutineer_model::Message;
use scrutineer_simulate::{Plan, Scenario, Share, simulate};
use serde::Serialize;

use crate::args::Simulate;
use crate::command::audit::document;
use crate::command::demo::claimed;
use crate::failure::Failure;
use crate::output;
use crate::session::Session;
use crate::status::Status;

/// Says that a folder was written by this command.
const MARK: &str = ".scrutineer-simulated";

/// What was written, for programs.
#[derive(Serialize)]
struct Written<'a> {
    schema: &'static str,
    stations: u32,
    seed: u64,
    scenario: &'a str,
    files: Vec<String>,
}

pub(crate) fn run(args: &Simulate, session: &mut Session<'_>) -> Result<Status, Failure> {
    if args.list {
        return list(args, session);
    }
    let (Some(stations), Some(out)) = (args.stations, &args.out) else {
        return Err(Failure::usage(session.plain("cli-usage-no-command")));
    };
    let plan = plan(args, stations, session)?;
    claimed(session, out, Some(MARK))?;
    if let Some(truth) = &args.truth {
        claimed(session, truth, Some(MARK))?;
    }
    session.stage("cli-progress-simulating", &[]);
    let election = simulate(&plan).map_err(|error| Failure::usage(session.said(error)))?;
    let mut paths = write(session, out, election.folder())?;
    if let Some(truth) = &args.truth {
        let inside = |(name, bytes): (String, Vec<u8>)| {
            let name = name.strip_prefix("truth/").unwrap_or(&name).to_owned();
            (name, bytes)
        };
        paths.extend(write(session, truth, election.truth_files().map(inside))?);
    }
    if args.json {
        let written = Written {
            schema: "scrutineer/simulated/1",
            stations,
            seed: args.seed,
            scenario: plan.scenario_kind().word(),
            files: paths
                .iter()
                .map(|path| path.display().to_string())
                .collect(),
        };
        let text = document(&written)?;
        session.print(&text)?;
        return Ok(Status::Done);
    }
    for path in paths {
        let line = session.filled("cli-wrote", &[("file", &path.display())]);
        session.line(&line)?;
    }
    let heading = session.plain("cli-demo-next");
    let next = format!("{} audit {}", session.program, out.display());
    session.line(&format!("{heading}\n  {next}"))?;
    Ok(Status::Done)
}

fn write(
    session: &Session<'_>,
    folder: &std::path::Path,
    pieces: impl Iterator<Item = (String, Vec<u8>)>,
) -> Result<Vec<PathBuf>, Failure> {
    let mark = folder.join(MARK);
    output::write(&mark, b"").map_err(|error| session.unwritten(&mark, &error))?;
    output::write_pieces(folder, pieces).map_err(|(path, error)| session.unwritten(&path, &error))
}

fn list(args: &Simulate, session: &mut Session<'_>) -> Result<Status, Failure> {
    let words: Vec<&str> = Scenario::ALL.into_iter().map(Scenario::word).collect();
    if args.json {
        let text = document(&words)?;
        session.print(&text)?;
    } else {
        for word in words {
            session.line(word)?;
        }
    }
    Ok(Status::Done)
}

/// The plan, or everything that is wrong with the options at once.
fn plan(args: &Simulate, stations: u32, session: &Session<'_>) -> Result<Plan, Failure> {
    let mut problems = Vec::new();
    let mut share = |option: &str, text: &Option<String>| -> Option<Share> {
        let text = text.as_ref()?;
        text.parse()
            .map_err(|error: scrutineer_simulate::InvalidShare| {
                problems.push(format!("--{option}: {}", session.said(error)));
            })
            .ok()
    };
    let touching = share("touching", &args.touching);
    let turnout = share("turnout", &args.turnout);
    let missing = share("missing", &args.missing);
    let slips = share("slips", &args.slips);
    let bulletin = share("bulletin", &args.bulletin);
    let mut plan = Plan::new(stations, args.seed)
        .register_file(!args.no_register)
        .repeats(args.repeats.unwrap_or(0))
        .bulletin(bulletin);
    if let Some(scenario) = Scenario::named(&args.scenario) {
        plan = plan.scenario(touching.map_or(scenario, |share| scenario.touching(share)));
    } else {
        let known: Vec<&str> = Scenario::ALL.into_iter().map(Scenario::word).collect();
        let message = Message::new("cli-error-unknown-scenario")
            .with("found", args.scenario.as_str())
            .with("known", known.join(", "));
        problems.push(session.sentence(&message));
    }
    if let Some(options) = args.options {
        plan = plan.options(options);
    }
    if let Some(turnout) = turnout {
        plan = plan.turnout(turnout);
    }
    if let Some(missing) = missing {
        plan = plan.missing(missing);
    }
    if let Some(slips) = slips {
        plan = plan.slips(slips);
    }
    if let Err(invalid) = plan.validate() {
        problems.extend(invalid.problems.iter().map(|problem| session.said(problem)));
    }
    if problems.is_empty() {
        Ok(plan)
    } else {
        Err(Failure::usage(problems.join("\n")))
    }
}
