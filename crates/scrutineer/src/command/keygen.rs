//! `keygen`: the keys of a log or of a witness.

use std::path::PathBuf;

use scrutineer_logstore::keys::{PrivateKey, Quorum, RecoveryPolicy, write_key_file};
use scrutineer_model::Message;
use scrutineer_tlog::KeyName;
use serde_json::json;

use crate::args::Keygen;
use crate::command::audit::document;
use crate::failure::Failure;
use crate::keys::{at, new_passphrase};
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
    let failed =
        |error: &dyn std::fmt::Display, session: &Session<'_>| Failure::input(session.said(error));
    let out = &args.out;
    let key = PrivateKey::generate().map_err(|error| failed(&error, session))?;
    let word = if args.witness { "witness" } else { "log" };
    let verifier = if args.witness {
        key.cosigning_key(name.clone())
            .map(|key| key.verifier().clone())
    } else {
        key.signing_key(name.clone())
            .map(|key| key.verifier().clone())
    }
    .map_err(|error| usage(&error, session))?;
    let mut private = vec![(out.join(format!("{word}.key")), key)];
    let mut public = vec![(out.join(format!("{word}.vkey")), format!("{verifier}\n"))];
    if !args.witness {
        let text = format!("log {verifier}\nquorum none\n");
        public.push((out.join("policy.txt"), text));
    }
    if let Some(quorum) = quorum {
        let (policy, keys) =
            RecoveryPolicy::generate(name, quorum).map_err(|error| failed(&error, session))?;
        for (number, held) in (1..).zip(keys) {
            let path = out.join(format!("recovery-{number}.key"));
            let signing = held
                .key
                .signing_key(held.name.clone())
                .map_err(|error| at(&path, session, error))?;
            let verifier = format!("{}\n", signing.verifier());
            public.push((path.with_extension("vkey"), verifier));
            private.push((path, held.key));
        }
        public.push((out.join("recovery.txt"), policy.to_string()));
    }
    let written: Vec<PathBuf> = private
        .iter()
        .map(|(path, _)| path)
        .chain(public.iter().map(|(path, _)| path))
        .cloned()
        .collect();
    absent(&written, session)?;
    let secrets = passphrases(args, &private, session)?;
    std::fs::create_dir_all(out).map_err(|error| session.unwritten(out, &error))?;
    for ((path, key), secret) in private.iter().zip(&secrets) {
        write_key_file(path, key, secret).map_err(|error| at(path, session, error))?;
    }
    for (path, text) in &public {
        output::write(path, text.as_bytes()).map_err(|error| session.unwritten(path, &error))?;
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

/// A key of an earlier run is never replaced, and nothing is written beside it.
fn absent(paths: &[PathBuf], session: &Session<'_>) -> Result<(), Failure> {
    let there: Vec<String> = paths
        .iter()
        .filter(|path| path.exists())
        .map(|path| session.filled("cli-keygen-exists", &[("file", &path.display())]))
        .collect();
    if there.is_empty() {
        Ok(())
    } else {
        Err(Failure::inputs(there))
    }
}

/// A passphrase for each key: whoever has that of the log must not open what declares it lost.
fn passphrases(
    args: &Keygen,
    keys: &[(PathBuf, PrivateKey)],
    session: &mut Session<'_>,
) -> Result<Vec<Vec<u8>>, Failure> {
    let own = args.passphrase_file.clone();
    let own = own.or_else(|| session.environment.passphrase_file());
    let given = &args.recovery_passphrase_file;
    let needed = keys.len().saturating_sub(1);
    let is_asked = given.is_empty() && session.environment.err_is_terminal;
    if given.len() != needed && !is_asked {
        let message = Message::new("cli-keygen-recovery-files")
            .with("needed", needed as u64)
            .with("found", given.len() as u64);
        return Err(Failure::usage(session.sentence(&message)));
    }
    let files = std::iter::once(own).chain(given.iter().cloned().map(Some));
    let files = files.chain(std::iter::repeat(None));
    let mut secrets: Vec<Vec<u8>> = Vec::new();
    for ((path, _), file) in keys.iter().zip(files) {
        let prompt = session.filled("cli-passphrase-new", &[("file", &path.display())]);
        let secret = new_passphrase(&prompt, file.as_deref(), session)?;
        if secrets.contains(&secret) {
            let why = session.plain("cli-keygen-same-passphrase");
            return Err(at(path, session, why));
        }
        secrets.push(secret);
    }
    Ok(secrets)
}
