//! `incidents import`: rows of a file into a table of the folder, all of them or none.

use scrutineer_incidents::{Book, Table, TableName, merge, to_csv};
use serde_json::json;

use super::files;
use crate::args::Import;
use crate::command::audit::document;
use crate::failure::Failure;
use crate::output;
use crate::session::Session;
use crate::status::Status;

pub(super) fn run(args: &Import, session: &mut Session<'_>) -> Result<Status, Failure> {
    let known = || TableName::ALL.map(TableName::name).join(", ");
    let name = TableName::parse(&args.table)
        .filter(|name| TableName::ALL.contains(name))
        .ok_or_else(|| {
            Failure::usage(session.filled(
                "cli-incidents-argument",
                &[("option", &"--table"), ("known", &known())],
            ))
        })?;
    let forms = files::read_forms(&args.dir, args.forms.as_deref(), session)?;
    let mut tables = files::present(&args.dir, session)?;
    let held = tables.remove(&name).unwrap_or_else(Table::default);
    let (new, mut lines) = files::read(&args.from, session)?;
    let merged = merge(name, &held, &new).and_then(|merged| {
        // What is wrong is told at the place in the file that a person wrote.
        let mut candidate = merged.table.clone();
        candidate.file.clone_from(&new.file);
        tables.insert(name, candidate);
        Book::read(&tables, &forms).map(|_| merged)
    });
    let merged = match merged {
        Ok(merged) if lines.is_empty() => merged,
        Ok(_) => return Err(Failure::inputs(lines)),
        Err(found) => {
            lines.push(files::problems(&found, session).text);
            return Err(Failure::inputs(lines));
        }
    };
    let path = files::path_of(&args.dir, name);
    if merged.added > 0 {
        output::write(&path, to_csv(&merged.table).as_bytes())
            .map_err(|error| session.unwritten(&path, &error))?;
    }
    if args.json {
        let value = json!({
            "schema": "scrutineer/incidents-import/1",
            "table": name.name(),
            "added": merged.added,
            "same": merged.same,
        });
        session.print(&document(&value)?)?;
        return Ok(Status::Done);
    }
    let with = [("added", merged.added), ("same", merged.same)];
    session.line(&files::said(session, "cli-incidents-imported", &with))?;
    if merged.added > 0 {
        session.line(&session.filled("cli-wrote", &[("file", &path.display())]))?;
    }
    Ok(Status::Done)
}
