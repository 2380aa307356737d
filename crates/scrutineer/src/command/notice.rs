//! `notice`: declare the key of a log lost, one recovery key after another.

use std::path::Path;

use scrutineer_logstore::{DiskObjects, LogReader};
use scrutineer_model::Message;
use scrutineer_publication::succession::recovery_keys;
use scrutineer_tlog::compromise::CompromiseNotice;
use scrutineer_tlog::{KeyName, SignedNote, SigningKey};
use serde_json::json;

use crate::args::Notice;
use crate::command::audit::{document, internal};
use crate::command::publish::now;
use crate::command::verify::policy;
use crate::failure::Failure;
use crate::keys::{at, name_of, open, verifier};
use crate::session::Session;
use crate::status::Status;
use crate::{folder, output};

pub(crate) fn run(args: &Notice, session: &mut Session<'_>) -> Result<Status, Failure> {
    let name = name_of(&args.recovery_key, session)?;
    let (mut note, path) = match (&args.add, &args.out) {
        (Some(path), _) => (read(path, session)?, path),
        (None, Some(path)) => (made(args, &name, session)?, path),
        (None, None) => return Err(Failure::usage(session.plain("cli-notice-incomplete"))),
    };
    let said: CompromiseNotice = note
        .text()
        .parse()
        .map_err(|error| at(path, session, error))?;
    let key = signing(args, name, session)?;
    note.put(key.sign(note.text()))
        .map_err(|error| at(path, session, error))?;
    output::write(path, note.to_string().as_bytes())
        .map_err(|error| session.unwritten(path, &error))?;
    let signers: Vec<&str> = note
        .signatures()
        .iter()
        .map(|signature| signature.name().as_str())
        .collect();
    if args.json {
        let value = json!({
            "schema": "scrutineer/notice/1",
            "origin": said.key().name().as_str(),
            "size": said.size(),
            "root": said.root().to_base64(),
            "successor": said.successor().map(ToString::to_string),
            "date": said.date(),
            "signers": signers,
            "file": path.display().to_string(),
        });
        session.print(&document(&value)?)?;
        return Ok(Status::Done);
    }
    // Whoever signs sees what.
    session.print(note.text())?;
    for signer in &signers {
        let line = session.filled("cli-notice-signer", &[("name", signer)]);
        session.line(&format!("  {line}"))?;
    }
    let line = session.filled("cli-wrote", &[("file", &path.display())]);
    session.line(&line)?;
    let message = Message::new("cli-notice-next").with("count", signers.len() as u64);
    let line = session.sentence(&message);
    session.line(&line)?;
    Ok(Status::Done)
}

/// A notice without signatures: the checkpoint is one that the policy accepts and that the bundle
/// contains, and the key that will sign is among those that the log named.
fn made(args: &Notice, name: &KeyName, session: &Session<'_>) -> Result<SignedNote, Failure> {
    let (Some(bundle), Some(file), Some(trusted)) = (&args.bundle, &args.checkpoint, &args.policy)
    else {
        return Err(Failure::usage(session.plain("cli-notice-incomplete")));
    };
    let said = |error: &dyn std::fmt::Display| -> Failure { Failure::input(session.said(error)) };
    let policy = policy(trusted, session)?;
    let held = read(file, session)?;
    let accepted = policy
        .accept(&held)
        .map_err(|error| at(file, session, error))?;
    let frozen = &accepted.checkpoint;
    let objects = DiskObjects::open_existing(bundle).map_err(|error| said(&error))?;
    let reader = LogReader::new(objects);
    let root = reader.root(frozen.size()).map_err(|error| said(&error))?;
    if root != *frozen.root() {
        return Err(at(file, session, session.plain("cli-notice-other")));
    }
    let keys = recovery_keys(&reader, frozen.size()).map_err(|error| said(&error))?;
    let own = verifier(&args.recovery_key.with_extension("vkey"), session)?;
    if !keys.keys().contains(&own) {
        let why = session.filled("cli-notice-stranger", &[("name", name)]);
        return Err(Failure::input(why));
    }
    let successor = args
        .successor
        .as_deref()
        .map(|path| verifier(path, session))
        .transpose()?;
    let day = now()?.day.to_string();
    let key = accepted.log.key.clone();
    let notice =
        CompromiseNotice::new(key, frozen, successor, &day).map_err(|error| said(&error))?;
    SignedNote::new(notice.to_string()).map_err(internal)
}

fn signing(args: &Notice, name: KeyName, session: &mut Session<'_>) -> Result<SigningKey, Failure> {
    let key = open(&args.recovery_key, args.passphrase_file.as_deref(), session)?;
    key.signing_key(name)
        .map_err(|error| at(&args.recovery_key, session, error))
}

/// A signed note in a file.
pub(crate) fn read(path: &Path, session: &Session<'_>) -> Result<SignedNote, Failure> {
    let bytes = folder::read(path).map_err(|error| session.unread(path, &error))?;
    SignedNote::parse(&bytes).map_err(|error| at(path, session, error))
}
