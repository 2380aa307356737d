//! `notice`: declare the key of a log lost, one recovery key after another.

use std::path::Path;

use scrutineer_logstore::{DiskObjects, LogReader};
use scrutineer_model::Message;
use scrutineer_publication::succession::recovery_keys;
use scrutineer_tlog::compromise::{CompromiseNotice, RecoveryKeys};
use scrutineer_tlog::hash::sha256;
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
        (None, Some(path)) => (made(args, session)?, path),
        (None, None) => return Err(Failure::usage(session.plain("cli-notice-incomplete"))),
    };
    let said: CompromiseNotice = note
        .text()
        .parse()
        .map_err(|error| at(path, session, error))?;
    let keys = known(args, &said, &name, session)?;
    let key = signing(args, name, session)?;
    note.put(key.sign(note.text()))
        .map_err(|error| at(path, session, error))?;
    // Only keys that the log named count, and only signatures that hold.
    let signers: Vec<String> = note
        .verify(keys.keys())
        .map_err(|error| at(path, session, error))?
        .known
        .iter()
        .map(|known| known.key.name().to_string())
        .collect();
    let bytes = note.to_string().into_bytes();
    let file = format!("notices/{}.note", sha256(&bytes));
    let is_enough = signers.len() >= keys.threshold();
    if !args.into.is_empty() && !is_enough {
        let message = Message::new("cli-notice-too-few")
            .with("needed", keys.threshold() as u64)
            .with("found", signers.len() as u64);
        return Err(Failure::input(session.sentence(&message)));
    }
    let mut written = vec![path.clone()];
    written.extend(args.into.iter().map(|bundle| bundle.join(&file)));
    for path in &written {
        output::write(path, &bytes).map_err(|error| session.unwritten(path, &error))?;
    }
    if args.json {
        let value = json!({
            "schema": "scrutineer/notice/1",
            "origin": said.key().name().as_str(),
            "size": said.size(),
            "root": said.root().to_base64(),
            "successor": said.successor().map(ToString::to_string),
            "date": said.date(),
            "signers": signers,
            "needed": keys.threshold(),
            "name": file,
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
    for path in &written {
        let line = session.filled("cli-wrote", &[("file", &path.display())]);
        session.line(&line)?;
    }
    let id = if is_enough {
        "cli-notice-enough"
    } else {
        "cli-notice-next"
    };
    let message = Message::new(id)
        .with("count", signers.len() as u64)
        .with("needed", keys.threshold() as u64)
        .with("file", file.as_str());
    let line = session.sentence(&message);
    session.line(&line)?;
    Ok(Status::Done)
}

/// The recovery keys that the log named, where the bundle has the frozen tree and the key that will sign
/// is among them.
fn known(
    args: &Notice,
    notice: &CompromiseNotice,
    name: &KeyName,
    session: &Session<'_>,
) -> Result<RecoveryKeys, Failure> {
    let fail = |error: &dyn std::fmt::Display| at(&args.bundle, session, error);
    let objects = DiskObjects::open_existing(&args.bundle).map_err(|error| fail(&error))?;
    let reader = LogReader::new(objects);
    let root = reader.root(notice.size()).map_err(|error| fail(&error))?;
    if root != *notice.root() {
        return Err(fail(&session.plain("cli-notice-other")));
    }
    let keys = recovery_keys(&reader, notice.size()).map_err(|error| fail(&error))?;
    let own = verifier(&args.recovery_key.with_extension("vkey"), session)?;
    if keys.keys().contains(&own) {
        return Ok(keys);
    }
    let why = session.filled("cli-notice-stranger", &[("name", name)]);
    Err(Failure::input(why))
}

/// A notice without signatures, about a checkpoint that the policy accepts.
fn made(args: &Notice, session: &Session<'_>) -> Result<SignedNote, Failure> {
    let (Some(file), Some(trusted)) = (&args.checkpoint, &args.policy) else {
        return Err(Failure::usage(session.plain("cli-notice-incomplete")));
    };
    let said = |error: &dyn std::fmt::Display| -> Failure { Failure::input(session.said(error)) };
    let policy = policy(trusted, session)?;
    let held = read(file, session)?;
    let accepted = policy
        .accept(&held)
        .map_err(|error| at(file, session, error))?;
    let successor = args
        .successor
        .as_deref()
        .map(|path| verifier(path, session))
        .transpose()?;
    let day = now()?.day.to_string();
    let key = accepted.log.key.clone();
    let notice = CompromiseNotice::new(key, &accepted.checkpoint, successor, &day)
        .map_err(|error| said(&error))?;
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
