//! `keygen`: the keys of a log or of a witness.

use std::path::Path;

use scrutineer_logstore::keys::{PrivateKey, Quorum, RecoveryPolicy, write_key_file};
use scrutineer_tlog::KeyName;
use serde_json::json;

use crate::args::Keygen;
use crate::command::audit::document;
use crate::failure::Failure;
use crate::keys::{at, passphrase};
use crate::output;
use crate::session::Session;
use crate::status::Status;

pub(crate) fn run(args: &Keygen, session: &mut Session<'_>) -> Result<Status, Failure> {
    let usage =
        |error: &dyn std::fmt::Display, session: &Session<'_>| Failure::usage(session.said(error));
    let name = KeyName::parse(&args.name).map_err(|error| usage(&error, session))?;
    let quorum = args
        .recovery
        .as_deref()
        .map(str::parse::<Quorum>)
        .transpose()
        .map_err(|error| usage(&error, session))?;
    let prompt = session.plain("cli-passphrase-new");
    let secret = passphrase(&prompt, args.passphrase_file.as_deref(), session)?;
    let out = &args.out;
    std::fs::create_dir_all(out).map_err(|error| session.unwritten(out, &error))?;
    let key = PrivateKey::generate().map_err(|error| Failure::input(session.said(error)))?;
    let word = if args.witness { "witness" } else { "log" };
    let verifier = if args.witness {
        key.cosigning_key(name.clone())
            .map(|key| key.verifier().clone())
    } else {
        key.signing_key(name.clone())
            .map(|key| key.verifier().clone())
    }
    .map_err(|error| usage(&error, session))?;
    let mut written = Vec::new();
    let path = out.join(format!("{word}.key"));
    write_key_file(&path, &key, &secret).map_err(|error| at(&path, session, error))?;
    written.push(path);
    let public = out.join(format!("{word}.vkey"));
    text(&public, &format!("{verifier}\n"), session)?;
    written.push(public);
    if !args.witness {
        let policy = out.join("policy.txt");
        text(&policy, &format!("log {verifier}\nquorum none\n"), session)?;
        written.push(policy);
    }
    if let Some(quorum) = quorum {
        let (policy, keys) = RecoveryPolicy::generate(name, quorum)
            .map_err(|error| Failure::input(session.said(error)))?;
        for (number, held) in (1..).zip(&keys) {
            let path = out.join(format!("recovery-{number}.key"));
            write_key_file(&path, &held.key, &secret).map_err(|error| at(&path, session, error))?;
            let public = path.with_extension("vkey");
            let verifier = held
                .key
                .signing_key(held.name.clone())
                .map_err(|error| at(&path, session, error))?
                .verifier()
                .to_string();
            text(&public, &format!("{verifier}\n"), session)?;
            written.extend([path, public]);
        }
        let path = out.join("recovery.txt");
        text(&path, &policy.to_string(), session)?;
        written.push(path);
    }
    if args.json {
        let files: Vec<String> = written
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        let value = json!({
            "schema": "scrutineer/keygen/1",
            "verifier": verifier.to_string(),
            "files": files,
        });
        session.print(&document(&value)?)?;
        return Ok(Status::Done);
    }
    for path in &written {
        let line = session.filled("cli-wrote", &[("file", &path.display())]);
        session.line(&line)?;
    }
    let line = session.filled("cli-keygen-public", &[("key", &verifier)]);
    session.line(&line)?;
    if quorum.is_some() {
        let line = session.plain("cli-keygen-recovery");
        session.line(&line)?;
    }
    Ok(Status::Done)
}

/// A public file that is new: a key of an earlier run is never replaced.
fn text(path: &Path, text: &str, session: &Session<'_>) -> Result<(), Failure> {
    if path.exists() {
        let error = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
        return Err(session.unwritten(path, &error));
    }
    output::write(path, text.as_bytes()).map_err(|error| session.unwritten(path, &error))
}
