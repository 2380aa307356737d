//! `new`: an election folder to start from.

use scrutineer_report::Language;
use serde::Serialize;

use crate::args::New;
use crate::command::audit::document;
use crate::command::demo::claimed;
use crate::failure::Failure;
use crate::folder::ELECTION;
use crate::output;
use crate::session::Session;
use crate::status::Status;

const SHEETS: &str = include_str!("../../templates/sheets.csv");

/// What was written, for programs.
#[derive(Serialize)]
struct Written {
    schema: &'static str,
    files: Vec<String>,
}

pub(crate) fn run(args: &New, session: &mut Session<'_>) -> Result<Status, Failure> {
    claimed(session, &args.dir, None)?;
    let files = match &args.from {
        None => example(session.language()),
        Some(_) => return Err(Failure::usage("--from")),
    };
    let paths = output::write_pieces(&args.dir, files)
        .map_err(|(path, error)| session.unwritten(&path, &error))?;
    if args.json {
        let files = paths
            .iter()
            .map(|path| path.display().to_string())
            .collect();
        let text = document(&Written {
            schema: "scrutineer/new/1",
            files,
        })?;
        session.print(&text)?;
        return Ok(Status::Done);
    }
    for path in paths {
        let line = session.filled("cli-wrote", &[("file", &path.display())]);
        session.line(&line)?;
    }
    let heading = session.plain("cli-new-next");
    let program = &session.program;
    let dir = args.dir.display();
    let next = format!("{heading}\n  {program} check {dir}\n  {program} audit {dir}");
    session.line(&next)?;
    Ok(Status::Done)
}

/// A folder that explains itself and runs as it is.
fn example(language: Language) -> Vec<(String, Vec<u8>)> {
    let description = match language {
        Language::English => include_str!("../../templates/en/election.toml"),
        Language::Spanish => include_str!("../../templates/es/election.toml"),
    };
    [(ELECTION, description), ("sheets/sheets.csv", SHEETS)]
        .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
        .to_vec()
}
