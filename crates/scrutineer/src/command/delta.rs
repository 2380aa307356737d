//! `delta`: the smallest file to carry, made and applied.

use std::path::Path;

use scrutineer_logstore::{DiskObjects, LogReader};
use scrutineer_model::Message;
use scrutineer_publication::delta::{apply, since};
use serde_json::json;

use crate::args::Delta;
use crate::command::audit::document;
use crate::command::verify::policy;
use crate::failure::Failure;
use crate::keys::at;
use crate::session::Session;
use crate::status::Status;
use crate::{folder, output};

pub(crate) fn run(args: &Delta, session: &mut Session<'_>) -> Result<Status, Failure> {
    let objects = DiskObjects::open_existing(&args.bundle)
        .map_err(|error| Failure::input(session.said(error)))?;
    let reader = LogReader::new(objects);
    match (&args.since, &args.out, &args.apply, &args.policy) {
        (Some(older), Some(out), None, _) => make(args, &reader, (older, out), session),
        (None, _, Some(file), Some(keys)) => bring(args, &reader, (file, keys), session),
        _ => Err(Failure::usage(session.plain("cli-delta-incomplete"))),
    }
}

fn make(
    args: &Delta,
    reader: &LogReader<DiskObjects>,
    (older, out): (&Path, &Path),
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let bytes = folder::read(older).map_err(|error| session.unread(older, &error))?;
    let made = since(reader, &bytes).map_err(|error| at(&args.bundle, session, error))?;
    output::write(out, &made.bytes).map_err(|error| session.unwritten(out, &error))?;
    let count = made.bytes.len() as u64;
    if args.json {
        let value = json!({
            "schema": "scrutineer/delta-made/1",
            "from": made.from,
            "to": made.to,
            "bytes": count,
            "file": out.display().to_string(),
        });
        session.print(&document(&value)?)?;
        return Ok(Status::Done);
    }
    let line = session.filled("cli-wrote", &[("file", &out.display())]);
    session.line(&line)?;
    let message = Message::new("cli-delta-made")
        .with("from", made.from)
        .with("to", made.to)
        .with("bytes", count);
    let line = session.sentence(&message);
    session.line(&line)?;
    Ok(Status::Done)
}

fn bring(
    args: &Delta,
    reader: &LogReader<DiskObjects>,
    (file, keys): (&Path, &Path),
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let trusted = policy(keys, session)?;
    let bytes = folder::read(file).map_err(|error| session.unread(file, &error))?;
    let applied = apply(reader, &bytes, &trusted).map_err(|error| at(file, session, error))?;
    if args.json {
        let value = json!({
            "schema": "scrutineer/delta-applied/1",
            "from": applied.from,
            "to": applied.to,
            "made": applied.made,
            "carried": applied.carried,
        });
        session.print(&document(&value)?)?;
        return Ok(Status::Done);
    }
    let message = Message::new("cli-delta-applied")
        .with("to", applied.to)
        .with("made", applied.made as u64)
        .with("carried", applied.carried as u64);
    let line = session.sentence(&message);
    session.line(&line)?;
    Ok(Status::Done)
}
