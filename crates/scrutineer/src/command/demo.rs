//! `demo`: a synthetic election from its ballots to the report.

use std::path::Path;

use scrutineer_report::{Language, brief, html, json};
use scrutineer_simulate::{Plan, simulate};

use crate::args::{Demo, Search};
use crate::command::audit::{audited, internal};
use crate::failure::Failure;
use crate::folder;
use crate::output::{self, Claim};
use crate::session::Session;
use crate::status::Status;

/// Says that a folder is the result of an earlier demonstration.
const MARK: &str = ".scrutineer-demo";
/// The election folder inside the result.
const ELECTION: &str = "election";

pub(crate) fn run(args: &Demo, session: &mut Session<'_>) -> Result<Status, Failure> {
    let out = &args.out;
    claimed(session, out, Some(MARK))?;
    let election = simulate(&Plan::demo()).map_err(internal)?;
    let dir = out.join(ELECTION);
    let failed = |session: &Session<'_>, path: &Path, error| session.unwritten(path, &error);
    let mark = out.join(MARK);
    output::write(&mark, b"").map_err(|error| failed(session, &mark, error))?;
    output::write_pieces(&dir, election.folder())
        .map_err(|(path, error)| failed(session, &path, error))?;
    let search = Search {
        mirror: Vec::new(),
        fetch: false,
        portable: true,
    };
    let loaded = folder::open(session, &dir, &search, false)?;
    let report = audited(&loaded, false, None, session)?;
    let files = [
        (
            "report.html",
            html(&report, Language::English).map_err(internal)?,
        ),
        (
            "informe.html",
            html(&report, Language::Spanish).map_err(internal)?,
        ),
        ("report.json", json(&report).map_err(internal)?),
    ];
    let mut paths = Vec::new();
    for (name, text) in &files {
        let path = out.join(name);
        output::write(&path, text.as_bytes()).map_err(|error| failed(session, &path, error))?;
        paths.push(path);
    }
    if args.json {
        let [_, _, (_, text)] = &files;
        session.print(text)?;
        return Ok(Status::Done);
    }
    let text = brief(&report, session.language()).map_err(internal)?;
    session.print(&text)?;
    let heading = session.plain("cli-demo-open");
    session.line(&format!("\n{heading}"))?;
    for path in &paths {
        session.line(&format!("  {}", path.display()))?;
    }
    let heading = session.plain("cli-demo-next");
    let next = format!("{} audit {} --by region", session.program, dir.display());
    session.line(&format!("{heading}\n  {next}"))?;
    Ok(Status::Done)
}

/// Refuses a folder that holds what this command did not write.
pub(crate) fn claimed(
    session: &Session<'_>,
    folder: &Path,
    mark: Option<&str>,
) -> Result<(), Failure> {
    match output::claim(folder, mark) {
        Ok(Claim::Ours) => Ok(()),
        Ok(Claim::Foreign) => Err(Failure::input(
            session.filled("cli-error-foreign-folder", &[("file", &folder.display())]),
        )),
        Err(error) => Err(session.unread(folder, &error)),
    }
}
