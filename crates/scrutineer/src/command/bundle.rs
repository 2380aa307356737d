//! `proof`, `diff`, `unpack` and `fsck`: looking into a bundle.

use std::fs;
use std::path::Path;

use scrutineer_logstore::{DiskObjects, LogReader, fsck as check_state};
use scrutineer_model::Message;
use scrutineer_publication::inspect::{Change, Placed, changes, of_station, proof as prove};
use scrutineer_publication::release::DEMONSTRATION;
use scrutineer_publication::state::{PrivateState, StateError};
use scrutineer_publication::unpack::{latest, unpack as give};
use scrutineer_tlog::{Checkpoint, SignedNote};
use serde_json::{Value, json};

use crate::args::{Diff, Fsck, Proof, Unpack};
use crate::command::audit::document;
use crate::command::demo::claimed;
use crate::command::publish::VKEY;
use crate::failure::Failure;
use crate::keys::at;
use crate::session::Session;
use crate::status::Status;
use crate::{keys, output};

fn open(
    folder: &Path,
    session: &Session<'_>,
) -> Result<(LogReader<DiskObjects>, SignedNote, Checkpoint), Failure> {
    let fail = |error: &dyn std::fmt::Display| at(folder, session, error);
    let objects = DiskObjects::open_existing(folder).map_err(|error| fail(&error))?;
    let reader = LogReader::new(objects);
    let bytes = reader.checkpoint_bytes().map_err(|error| fail(&error))?;
    let note = SignedNote::parse(&bytes).map_err(|error| fail(&error))?;
    let checkpoint = note
        .text()
        .parse::<Checkpoint>()
        .map_err(|error| fail(&error))?;
    Ok((reader, note, checkpoint))
}

/// Says of a log that was signed with the key that everyone has that it is one.
fn label(origin: &str, session: &mut Session<'_>) -> Result<(), Failure> {
    if origin != DEMONSTRATION {
        return Ok(());
    }
    let line = session.plain("cli-demonstration");
    session.line(&line)
}

/// Writes a proof for every entry about a station: that of the station itself to the file that was named,
/// further ones beside it, named by what they prove.
pub(crate) fn proof(args: &Proof, session: &mut Session<'_>) -> Result<Status, Failure> {
    let (reader, note, checkpoint) = open(&args.bundle, session)?;
    let size = checkpoint.size();
    let said =
        |error: &dyn std::fmt::Display, session: &Session<'_>| Failure::input(session.said(error));
    let found = of_station(&reader, size, &args.station).map_err(|error| said(&error, session))?;
    if found.is_empty() {
        return Err(Failure::input(
            session.filled("cli-proof-none", &[("station", &args.station)]),
        ));
    }
    let mut paths = Vec::new();
    let first = found
        .iter()
        .position(|placed| placed.superseded_by.is_none());
    for (number, placed) in found.iter().enumerate() {
        let made =
            prove(&reader, placed.leaf, size, &note).map_err(|error| said(&error, session))?;
        let made = made.with_extra(placed.bytes.clone());
        let path = if number == first.unwrap_or_default() {
            args.out.clone()
        } else {
            beside(&args.out, placed)
        };
        output::write(&path, made.to_string().as_bytes())
            .map_err(|error| session.unwritten(&path, &error))?;
        paths.push((placed, path));
    }
    if args.json {
        let files: Vec<Value> = paths
            .iter()
            .map(|(placed, path)| {
                json!({
                    "index": placed.leaf,
                    "kind": placed.kind,
                    "source": placed.source,
                    "correction": placed.is_correction,
                    "superseded_by": placed.superseded_by,
                    "file": path.display().to_string(),
                })
            })
            .collect();
        let value = json!({
            "schema": "scrutineer/proofs/1",
            "origin": checkpoint.origin(),
            "demonstration": checkpoint.origin() == DEMONSTRATION,
            "size": size,
            "station": args.station,
            "files": files,
        });
        let text = document(&value)?;
        session.print(&text)?;
        return Ok(Status::Done);
    }
    label(checkpoint.origin(), session)?;
    for (placed, path) in &paths {
        let line = session.filled("cli-wrote", &[("file", &path.display())]);
        session.line(&line)?;
        let message = Message::new("cli-proof-of")
            .with("kind", placed.kind)
            .with("source", placed.source.as_deref().unwrap_or("-"))
            .with("index", placed.leaf);
        let mut line = session.sentence(&message);
        if let Some(by) = placed.superseded_by {
            let message = Message::new("cli-proof-superseded").with("index", by);
            line.push_str("; ");
            line.push_str(&session.sentence(&message));
        }
        session.line(&format!("  {line}"))?;
    }
    Ok(Status::Done)
}

/// The name of a further proof: kind, source and entry, and whether a later entry supersedes it.
fn beside(path: &Path, placed: &Placed) -> std::path::PathBuf {
    let mut what = format!("{}-", placed.kind);
    if let Some(source) = &placed.source {
        let plain = |c: char| {
            if c.is_ascii_alphanumeric() || c == '-' {
                c
            } else {
                '_'
            }
        };
        what.extend(source.chars().map(plain));
        what.push('-');
    }
    what.push_str(&placed.leaf.to_string());
    if let Some(by) = placed.superseded_by {
        what.extend(["-superseded-by-", &by.to_string()]);
    }
    let stem = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let extension = path.extension().map_or_else(String::new, |extension| {
        format!(".{}", extension.to_string_lossy())
    });
    path.with_file_name(format!("{stem}-{what}{extension}"))
}

pub(crate) fn diff(args: &Diff, session: &mut Session<'_>) -> Result<Status, Failure> {
    let (reader, _, checkpoint) = open(&args.bundle, session)?;
    let to = args.to.unwrap_or(checkpoint.size());
    if args.from > to || to > checkpoint.size() {
        let message = Message::new("cli-diff-sizes").with("size", checkpoint.size());
        return Err(Failure::usage(session.sentence(&message)));
    }
    let found =
        changes(&reader, args.from, to).map_err(|error| Failure::input(session.said(error)))?;
    if args.json {
        let list = |changes: &[Change]| -> Value {
            changes
                .iter()
                .map(|change| {
                    json!({
                        "index": change.leaf,
                        "supersedes": change.supersedes,
                        "before": change.before,
                        "after": change.after,
                    })
                })
                .collect()
        };
        let value = json!({
            "schema": "scrutineer/log-diff/1",
            "demonstration": checkpoint.origin() == DEMONSTRATION,
            "from": args.from,
            "to": to,
            "new": found.new,
            "corrected": list(&found.corrected),
            "withdrawn": list(&found.withdrawn),
        });
        let text = document(&value)?;
        session.print(&text)?;
        return Ok(Status::Done);
    }
    label(checkpoint.origin(), session)?;
    let message = Message::new("cli-diff-head")
        .with("from", args.from)
        .with("to", to);
    let line = session.sentence(&message);
    session.line(&line)?;
    for (kind, count) in &found.new {
        session.line(&format!("  {kind}: {count}"))?;
    }
    for (id, list) in [
        ("cli-diff-corrected", &found.corrected),
        ("cli-diff-withdrawn", &found.withdrawn),
    ] {
        let line = session.sentence(&Message::new(id).with("count", list.len() as u64));
        session.line(&line)?;
        for change in list {
            session.line(&format!("  {} -> {}", change.supersedes, change.leaf))?;
            session.line(&format!("    - {}", change.before))?;
            if let Some(after) = &change.after {
                session.line(&format!("    + {after}"))?;
            }
        }
    }
    Ok(Status::Done)
}

pub(crate) fn unpack(args: &Unpack, session: &mut Session<'_>) -> Result<Status, Failure> {
    claimed(session, &args.out, None)?;
    let (reader, _, checkpoint) = open(&args.bundle, session)?;
    let manifest = latest(&reader).map_err(|error| Failure::input(session.said(error)))?;
    let mut count = 0u64;
    give(&reader, &manifest, &mut |file, bytes| {
        count += 1;
        let mut path = args.out.clone();
        path.extend(file.path.split('/'));
        output::write(&path, bytes)
    })
    .map_err(|error| Failure::input(session.said(error)))?;
    if args.json {
        let text = document(&manifest)?;
        session.print(&text)?;
        return Ok(Status::Done);
    }
    label(checkpoint.origin(), session)?;
    let folder = args.out.display().to_string();
    let message = Message::new("cli-unpacked")
        .with("count", count)
        .with("folder", folder.as_str());
    let line = session.sentence(&message);
    session.line(&line)?;
    Ok(Status::Done)
}

pub(crate) fn fsck(args: &Fsck, session: &mut Session<'_>) -> Result<Status, Failure> {
    let said =
        |error: &dyn std::fmt::Display, session: &Session<'_>| Failure::input(session.said(error));
    let vkey = args.state.join(VKEY);
    let key = keys::verifier(&vkey, session)?;
    fs::metadata(&args.bundle).map_err(|error| session.unread(&args.bundle, &error))?;
    let (objects, head) = scrutineer_logstore::open_disk(&args.bundle, &args.state)
        .map_err(|error| said(&error, session))?;
    let report = check_state(&objects, &head, &key, 2).map_err(|error| said(&error, session))?;
    let mut problems: Vec<String> = report
        .state
        .iter()
        .chain(&report.log.problems)
        .map(ToString::to_string)
        .collect();
    // A log without entries has committed to nothing yet.
    match PrivateState::open(&args.state) {
        Ok(state) if state.is_new() && report.size > 0 => {
            problems.push(StateError::Missing.to_string());
        }
        Ok(_) => {}
        Err(error) => problems.push(error.to_string()),
    }
    let of = open(&args.bundle, session).ok();
    let of = of.map(|(_, _, checkpoint)| checkpoint.origin().to_owned());
    let is_other = of.is_some_and(|origin| origin != key.name().as_str());
    let is_sound = problems.is_empty() && report.is_sound();
    if args.json {
        let value = json!({
            "schema": "scrutineer/fsck/1",
            "size": report.size,
            "public": report.public,
            "staged": report.staged,
            "demonstration": key.name().as_str() == DEMONSTRATION,
            "problems": problems,
            "other_bundle": is_other,
            "sound": is_sound,
        });
        let text = document(&value)?;
        session.print(&text)?;
    } else {
        label(key.name().as_str(), session)?;
        if is_other {
            let line = session.filled(
                "cli-fsck-other",
                &[("bundle", &args.bundle.display()), ("name", key.name())],
            );
            session.line(&line)?;
        }
        for problem in &problems {
            let line = session.said(problem);
            session.line(&line)?;
        }
        let id = if is_sound {
            "cli-fsck-sound"
        } else {
            "cli-fsck-not-sound"
        };
        let line = session.sentence(&Message::new(id).with("size", report.size));
        session.line(&line)?;
    }
    Ok(if is_sound {
        Status::Done
    } else {
        Status::Required
    })
}
