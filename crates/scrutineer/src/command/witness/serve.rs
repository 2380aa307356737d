//! `witness serve`: a witness that answers over HTTP.

use std::sync::{Arc, mpsc};
use std::time::{SystemTime, UNIX_EPOCH};

use scrutineer_logstore::{Served, Witness, WitnessServer};
use scrutineer_model::Message;
use serde_json::json;

use crate::args::Serve;
use crate::command::audit::document;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;

use super::remembering;

pub(super) fn run(args: &Serve, session: &mut Session<'_>) -> Result<Status, Failure> {
    let witness = remembering(&args.cosigner, &args.policy, &args.state, session)?;
    let witness = Arc::new(witness);
    let (teller, told) = mpsc::channel();
    // A cosignature says when by this clock, and nothing is decided by it.
    let clock = || {
        let since = SystemTime::now().duration_since(UNIX_EPOCH);
        since.map_or(0, |since| since.as_secs())
    };
    let tell = move |served| {
        // When nobody listens any more the process is ending.
        let _ = teller.send(served);
    };
    let server = WitnessServer::start(args.listen, Arc::clone(&witness), clock, tell)
        .map_err(|error| unheard(args, &error, session))?;
    begin(args, &server, &witness, session)?;
    session.flush()?;
    while let Ok(served) = told.recv() {
        let line = match served {
            Served::Contradicted { reason } => {
                let reason = session.said(reason);
                session.filled("cli-serve-contradicts", &[("reason", &reason)])
            }
            Served::Failed(error) => {
                let why = session.said(error);
                session.filled("cli-serve-failed", &[("why", &why)])
            }
            _ => continue,
        };
        session.note(&line);
    }
    // The other end is gone: serving ended by itself.
    server
        .wait()
        .map_err(|error| unheard(args, &error, session))?;
    Ok(Status::Done)
}

fn unheard(args: &Serve, error: &std::io::Error, session: &Session<'_>) -> Failure {
    let why = session.reason(error);
    Failure::input(session.filled("cli-error-at", &[("place", &args.listen), ("what", &why)]))
}

fn begin(
    args: &Serve,
    server: &WitnessServer,
    witness: &Witness,
    session: &mut Session<'_>,
) -> Result<(), Failure> {
    let mut logs = Vec::new();
    for origin in witness.origins() {
        let fail = |error: &dyn std::fmt::Display| Failure::input(session.said(error));
        let last = witness.last(origin).map_err(|error| fail(&error))?;
        let kept = witness.state().evidence(origin);
        logs.push((
            origin,
            last.map_or(0, |(size, _)| size),
            kept.map_err(|error| fail(&error))?.len() as u64,
            witness.is_operators_own(origin),
        ));
    }
    let address = server.address();
    if args.json {
        let logs: Vec<_> = logs
            .iter()
            .map(|(origin, size, evidence, is_own)| {
                json!({
                    "origin": origin,
                    "size": size,
                    "evidence_files": evidence,
                    "operator": is_own,
                })
            })
            .collect();
        let value = json!({
            "schema": "scrutineer/witness/1",
            "address": format!("http://{address}"),
            "verifier": witness.verifier().to_string(),
            "logs": logs,
        });
        return session.print(&document(&value)?);
    }
    let verifier = witness.verifier();
    let line = session.filled(
        "cli-serve-listening",
        &[("address", &address), ("key", verifier)],
    );
    session.line(&line)?;
    for (origin, size, evidence, is_own) in logs {
        let message = Message::new("cli-serve-log")
            .with("origin", origin)
            .with("size", size);
        let line = session.sentence(&message);
        session.line(&format!("  {line}"))?;
        if evidence > 0 {
            let state = args.state.display().to_string();
            let message = Message::new("cli-serve-evidence")
                .with("count", evidence)
                .with("folder", state.as_str());
            let line = session.sentence(&message);
            session.line(&format!("    {line}"))?;
        }
        if is_own {
            let name = verifier.name();
            let line = session.filled("cli-verify-own-witness", &[("name", name)]);
            session.line(&format!("    {line}"))?;
        }
    }
    Ok(())
}
