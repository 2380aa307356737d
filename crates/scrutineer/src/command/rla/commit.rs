//! `rla commit`: one digest to announce before the dice.

use std::path::Path;

use scrutineer_audit::audit;
use scrutineer_model::{DeclaredTarget, InputRole, SheetSet};
use scrutineer_publication::entries::is_public;
use scrutineer_rla::audit::{
    Audit, Commitment, CommitmentInput, Declared, FrameOptions, Method, OptionVotes, PlanOptions,
    Planned, frame, plan,
};
use serde_json::json;

use super::{ballots, files, strata};
use crate::args::RlaCommit;
use crate::command::audit::{document, internal};
use crate::failure::Failure;
use crate::folder;
use crate::session::Session;
use crate::status::Status;

pub(super) fn run(args: &RlaCommit, session: &mut Session<'_>) -> Result<Status, Failure> {
    let dir = &args.audited.dir;
    let name = files::chosen(session, dir, args.audited.audit.as_deref())?;
    let Audit::Planned(planned) = files::read(session, dir, &name)? else {
        let file = files::place(dir, &name).display().to_string();
        return Err(Failure::input(
            session.filled("rla-committed-already", &[("file", &file)]),
        ));
    };
    let loaded = folder::open(session, dir, &args.search, args.accept_import)?;
    let cast = files::place(dir, &name).join(files::CAST);
    unchanged(&planned, &loaded.dataset, &cast, session)?;
    let evidence = files::evidence(session, dir, &loaded.dataset)?;
    let report = audit(&loaded.dataset, &evidence).map_err(internal)?;
    let dataset = &loaded.dataset;
    let votes = |declaration: &scrutineer_model::Declaration| {
        let contest = dataset.contest(declaration.contest);
        let option = |held: &scrutineer_model::DeclaredOption| match &held.target {
            DeclaredTarget::Option(option) => Some(OptionVotes {
                option: contest.options.get(option.get())?.id.to_string(),
                votes: held.votes.as_ref()?.value(),
            }),
            DeclaredTarget::Group { .. } => None,
        };
        declaration.options.iter().filter_map(option).collect()
    };
    let declared = dataset.declarations().iter().map(|held| Declared {
        id: held.id.to_string(),
        votes: votes(held),
    });
    // Announced, and published with the audit: with a copy at hand any other digest would tell whose that is.
    let inputs = dataset.inputs().iter();
    let inputs = inputs
        .filter(|input| is_public(dataset, input))
        .map(|input| CommitmentInput {
            role: role(input.role).to_owned(),
            sha256: input.sha256.clone(),
        });
    let commitment = Commitment::new(
        planned.setup(),
        [&report.report_id, &report.tool.rules, &report.tool.version],
        declared.collect(),
        inputs.collect(),
    );
    let path = files::place(dir, &name).join("commitment.json");
    let text = commitment.to_json();
    files::write_new(session, &path, &text)?;
    let committed = planned
        .commit(text.as_bytes())
        .map_err(|error| files::refused(session, None, &error))?;
    let committed = Audit::Committed(committed);
    let digest = committed
        .commitment()
        .map_or("", |(_, digest)| digest)
        .to_owned();
    if args.audited.json {
        let value = json!({
            "schema": "scrutineer/rla-commitment-report/1",
            "audit": name,
            "commitment": digest,
            "report": report.report_id,
        });
        session.print(&document(&value)?)?;
        return Ok(Status::Done);
    }
    let wrote = session.filled("cli-wrote", &[("file", &path.display())]);
    session.line(&wrote)?;
    let line = session.plain("rla-announce");
    session.line(&format!("\n{line}\n  {digest}\n"))?;
    let line = session.plain("rla-announce-check");
    session.line(&format!("{line}\n  sha256sum {}", path.display()))?;
    let first = files::first_draw(committed.setup());
    let is_all = first == "--full-count";
    let line = session.plain(if is_all { "rla-no-dice" } else { "rla-dice" });
    session.line(&format!("\n{line}"))?;
    let next = session.plain("cli-demo-next");
    let line = format!(
        "{next}\n  {} rla draw {} {first}",
        session.program,
        dir.display()
    );
    session.line(&line)?;
    Ok(Status::Done)
}

/// The records must still be those of the plan.
fn unchanged(
    planned: &Planned,
    dataset: &scrutineer_model::Dataset,
    cast: &Path,
    session: &Session<'_>,
) -> Result<(), Failure> {
    let held = planned.setup().plan();
    let is_meant = |set: &&SheetSet| dataset.source(set.source()).id == held.source;
    let changed = || Failure::input(session.plain("rla-records-changed"));
    let set = dataset.sheets().iter().find(is_meant).ok_or_else(changed)?;
    let options = FrameOptions {
        register: held.register.clone(),
    };
    let refused = |error| files::refused(session, None, &error);
    let frame = frame(dataset, set, &options).map_err(refused)?;
    let again = PlanOptions {
        audit: held.audit.clone(),
        kind: held.kind,
        independent: held.copies_origin.clone(),
        trust_registered: !held.reads_registered,
        risk_limit: held.risk_limit,
        method: held.method,
        cast: match held.method {
            Method::BallotComparison => Some(ballots::cast(cast, session)?),
            _ => None,
        },
        strata: strata::again(planned.setup()),
    };
    match plan(&frame, &again).map_err(refused)?.ready {
        Ok((again, ..)) if again == *held => Ok(()),
        _ => Err(changed()),
    }
}

fn role(role: InputRole) -> &'static str {
    match role {
        InputRole::Election => "election",
        InputRole::Sheets => "sheets",
        InputRole::Register => "register",
        InputRole::Declaration => "declaration",
        InputRole::Dispositions => "dispositions",
    }
}
