//! `witness cosign`: a witness that is never online reads the log that somebody brings.

use scrutineer_logstore::{CosignError, Cosigned, LogReader, Witness};
use scrutineer_model::Message;
use serde_json::json;

use crate::args::{Cosign, Watched};
use crate::command::audit::document;
use crate::command::follow::{files, heading, tree};
use crate::command::place;
use crate::command::publish::seconds;
use crate::failure::Failure;
use crate::keys::at;
use crate::output;
use crate::session::Session;
use crate::status::Status;

use super::remembering;

pub(super) fn run(args: &Cosign, session: &mut Session<'_>) -> Result<Status, Failure> {
    let Watched {
        place,
        policy,
        state,
    } = &args.watched;
    place::outside(state, place, session)?;
    let reader = LogReader::new(place::open(place, session)?);
    let witness = remembering(&args.cosigner, policy, state, session)?;
    session.stage("cli-progress-following", &[("place", place)]);
    match witness.cosign(&reader, seconds()?) {
        Ok(cosigned) => given(args, &witness, &cosigned, session),
        Err(CosignError::Refused(response)) => {
            let reason = response.body.trim_end();
            refused(args, &witness, (response.status, reason), session)
        }
        Err(error) => Err(Failure::input(session.said(error))),
    }
}

fn given(
    args: &Cosign,
    witness: &Witness,
    cosigned: &Cosigned,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let checkpoint = &cosigned.checkpoint;
    let is_own = witness.is_operators_own(checkpoint.origin());
    if let Some(out) = &args.out {
        let mut note = cosigned.note.clone();
        for signature in &cosigned.signatures {
            note.put(signature.clone())
                .map_err(|error| at(out, session, error))?;
        }
        output::write(out, note.to_string().as_bytes())
            .map_err(|error| session.unwritten(out, &error))?;
    }
    let lines: Vec<String> = cosigned
        .signatures
        .iter()
        .map(ToString::to_string)
        .collect();
    if args.json {
        let value = json!({
            "schema": "scrutineer/cosign/1",
            "cosigned": true,
            "checkpoint": tree(checkpoint),
            "witness": witness.verifier().name().as_str(),
            "operator": is_own,
            "signatures": lines,
            "file": args.out.as_ref().map(|out| out.display().to_string()),
        });
        session.print(&document(&value)?)?;
        return Ok(Status::Done);
    }
    let line = session.sentence(&heading(checkpoint));
    session.line(&line)?;
    let name = witness.verifier().name();
    let id = if is_own {
        "cli-verify-own-witness"
    } else {
        "cli-verify-witness"
    };
    let line = session.filled(id, &[("name", name)]);
    session.line(&format!("  {line}"))?;
    if let Some(out) = &args.out {
        let line = session.filled("cli-wrote", &[("file", &out.display())]);
        session.line(&line)?;
        let line = session.plain("cli-cosign-next");
        return session.line(&line).map(|()| Status::Done);
    }
    for line in &lines {
        session.line(line)?;
    }
    Ok(Status::Done)
}

fn refused(
    args: &Cosign,
    witness: &Witness,
    (status, reason): (u16, &str),
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let mut evidence = Vec::new();
    for origin in witness.origins() {
        let kept = witness.state().evidence(origin);
        let kept = kept.map_err(|error| Failure::input(session.said(error)))?;
        evidence.extend(files(&args.watched.state, &kept));
    }
    if args.json {
        let value = json!({
            "schema": "scrutineer/cosign/1",
            "cosigned": false,
            "witness": witness.verifier().name().as_str(),
            "status": status,
            "reason": reason,
            "evidence": evidence,
        });
        session.print(&document(&value)?)?;
        return Ok(Status::Required);
    }
    let reason = session.said(reason);
    let message = Message::new(refusal(status))
        .with("status", u64::from(status))
        .with("reason", reason.as_str());
    let line = session.sentence(&message);
    session.line(&line)?;
    for file in &evidence {
        let line = session.filled("cli-watch-evidence", &[("file", file)]);
        session.line(&format!("  {line}"))?;
    }
    if !evidence.is_empty() {
        let line = session.plain("cli-watch-pass-on");
        session.line(&line)?;
    }
    Ok(Status::Required)
}

/// What the status of a refusal means where the proof is made of the log's own tiles.
fn refusal(status: u16) -> &'static str {
    match status {
        404 => "cli-cosign-unknown",
        403 => "cli-cosign-unsigned",
        409 => "cli-cosign-older",
        422 => "cli-cosign-contradicts",
        _ => "cli-cosign-refused",
    }
}
