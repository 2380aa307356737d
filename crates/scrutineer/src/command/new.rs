//! `new`: an election folder to start from.

use std::path::Path;

use scrutineer_formats::propose;
use scrutineer_report::Language;
use serde::Serialize;

use crate::args::New;
use crate::command::audit::document;
use crate::command::demo::claimed;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;
use crate::{folder, output};

const SHEETS: &str = include_str!("../../templates/sheets.csv");

/// What was written, for programs.
#[derive(Serialize)]
struct Written {
    schema: &'static str,
    files: Vec<String>,
    /// Why columns got their roles, and what a person has to look at.
    notes: Vec<String>,
}

pub(crate) fn run(args: &New, session: &mut Session<'_>) -> Result<Status, Failure> {
    claimed(session, &args.dir, None)?;
    let (files, notes) = match &args.from {
        None => (example(session.language()), Vec::new()),
        Some(from) => proposed(from, session)?,
    };
    let paths = output::write_pieces(&args.dir, files)
        .map_err(|(path, error)| session.unwritten(&path, &error))?;
    if args.json {
        let written = Written {
            schema: "scrutineer/new/1",
            files: paths
                .iter()
                .map(|path| path.display().to_string())
                .collect(),
            notes,
        };
        let text = document(&written)?;
        session.print(&text)?;
        return Ok(Status::Done);
    }
    for path in paths {
        let line = session.filled("cli-wrote", &[("file", &path.display())]);
        session.line(&line)?;
    }
    for note in notes {
        session.line(&format!("- {note}"))?;
    }
    let heading = session.plain("cli-new-next");
    let program = &session.program;
    let dir = args.dir.display();
    let next = format!("{heading}\n  {program} check {dir}\n  {program} audit {dir}");
    session.line(&next)?;
    Ok(Status::Done)
}

type Files = Vec<(String, Vec<u8>)>;

/// A folder for a file of sheets: the file as it is, and a description with a proposed column map.
fn proposed(from: &Path, session: &Session<'_>) -> Result<(Files, Vec<String>), Failure> {
    let bytes = folder::read(from).map_err(|error| session.unread(from, &error))?;
    let name = from
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let proposal = propose(&name, &bytes);
    let files = vec![
        (folder::ELECTION.to_owned(), proposal.toml.into_bytes()),
        (format!("sheets/{name}"), bytes),
    ];
    let notes = proposal.notes.iter().map(|note| session.said(note));
    Ok((files, notes.collect()))
}

/// A folder that explains itself and runs as it is.
fn example(language: Language) -> Files {
    let description = match language {
        Language::English => include_str!("../../templates/en/election.toml"),
        Language::Spanish => include_str!("../../templates/es/election.toml"),
    };
    [
        (folder::ELECTION, description),
        ("sheets/sheets.csv", SHEETS),
    ]
    .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
    .to_vec()
}
