//! `merge`: laptops without a server.

use std::path::Path;

use scrutineer_formats::{
    ElectionFolder, LoadOptions, Loaded, MergeError, MergeInput, MergeReport, MergedSource, merge,
};
use scrutineer_model::{Code, Message};
use serde_json::{Value, json};

use crate::args::Merge;
use crate::command::audit::document;
use crate::command::demo::claimed;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;
use crate::{folder, output};

pub(crate) fn run(args: &Merge, session: &mut Session<'_>) -> Result<Status, Failure> {
    claimed(session, &args.out, None)?;
    let mut read = Vec::new();
    let mut failures = Vec::new();
    for dir in &args.folders {
        match one(session, dir, args) {
            Ok(one) => read.push(one),
            Err(failure) => failures.push(failure.text),
        }
    }
    if !failures.is_empty() {
        return Err(Failure::inputs(failures));
    }
    let inputs: Vec<MergeInput<'_>> = read
        .iter()
        .map(|read| MergeInput {
            name: &read.name,
            dataset: &read.loaded.dataset,
            key: read.described.key_names(),
            sensitive: &read.sensitive,
            publication: read.described.publication(),
            publisher: read.described.publisher(),
        })
        .collect();
    let (files, report) = merge(&inputs).map_err(|error| refused(session, error))?;
    let paths = output::write_pieces(&args.out, files)
        .map_err(|(path, error)| session.unwritten(&path, &error))?;
    if args.json {
        let text = document(&value(&report))?;
        session.print(&text)?;
        return Ok(Status::Done);
    }
    for path in paths {
        let line = session.filled("cli-wrote", &[("file", &path.display())]);
        session.line(&line)?;
    }
    tell(session, &report)?;
    Ok(Status::Done)
}

/// A folder that was read, with all that it says of sensitive sources: the union is a folder too.
struct Read {
    name: String,
    described: ElectionFolder,
    sensitive: Vec<Code>,
    loaded: Loaded,
}

/// Reads a folder. What is wrong with its rows is said by `check`, and by an
/// audit of the union.
fn one(session: &mut Session<'_>, dir: &Path, args: &Merge) -> Result<Read, Failure> {
    let described = folder::describe(session, dir)?;
    let sources = described.sources().iter();
    let options = LoadOptions {
        unveiled: true,
        ..folder::ACCEPTED
    };
    let sensitive = sources.filter(|source| source.sensitive);
    Ok(Read {
        name: dir.display().to_string(),
        sensitive: sensitive.map(|source| source.id.clone()).collect(),
        loaded: folder::read_all(session, dir, &args.search, options)?,
        described,
    })
}

/// Everything on which the folders disagree.
fn refused(session: &Session<'_>, error: MergeError) -> Failure {
    let MergeError::Different(differences) = error else {
        return Failure::input(session.said(error));
    };
    let mut text = session.plain("cli-merge-differ");
    for difference in differences {
        text.push_str("\n  ");
        text.push_str(&session.said(&difference.what));
        for (name, says) in difference.readings {
            text.push_str("\n    ");
            text.push_str(&session.filled("cli-error-at", &[("place", &name), ("what", &says)]));
        }
    }
    Failure::input(text)
}

fn tell(session: &mut Session<'_>, report: &MergeReport) -> Result<(), Failure> {
    for source in &report.sources {
        let head = Message::new("cli-merge-source")
            .with("source", source.source.as_str())
            .with("count", source.union)
            .with("same", source.same);
        let head = session.sentence(&head);
        session.line(&head)?;
        for (name, count) in &source.readings {
            counted(session, "cli-merge-from", name, *count)?;
        }
        let rivals = u64::try_from(source.rivals.len()).unwrap_or(u64::MAX);
        let line = session.sentence(&Message::new("cli-merge-rivals").with("count", rivals));
        session.line(&format!("  {line}"))?;
        for station in &source.rivals {
            session.line(&format!("    {station}"))?;
        }
    }
    if !report.publishers.is_empty() {
        let who = report.publishers.join(", ");
        let line = session.filled("cli-merge-publishers", &[("what", &who)]);
        session.line(&line)?;
    }
    for (name, count) in &report.rejected {
        counted(session, "cli-merge-rejected", name, *count)?;
    }
    for (name, count) in &report.issues {
        counted(session, "cli-merge-issues", name, *count)?;
    }
    Ok(())
}

fn counted(session: &mut Session<'_>, id: &str, name: &str, count: u64) -> Result<(), Failure> {
    if count == 0 {
        return Ok(());
    }
    let line = session.sentence(&Message::new(id).with("file", name).with("count", count));
    session.line(&format!("  {line}"))
}

fn value(report: &MergeReport) -> Value {
    let counts = |pairs: &[(String, u64)]| -> Value {
        pairs
            .iter()
            .map(|(name, count)| (name.clone(), json!(count)))
            .collect()
    };
    let source = |source: &MergedSource| {
        json!({
            "source": source.source.as_str(),
            "readings": counts(&source.readings),
            "union": source.union,
            "same": source.same,
            "rivals": source.rivals,
        })
    };
    json!({
        "schema": "scrutineer/merge/1",
        "stations": report.stations,
        "sources": report.sources.iter().map(source).collect::<Vec<_>>(),
        "rejected": counts(&report.rejected),
        "issues": counts(&report.issues),
        "publishers": report.publishers,
    })
}
