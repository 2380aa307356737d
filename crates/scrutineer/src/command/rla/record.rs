//! `rla record`: what was found at stations.

use std::path::Path;

use scrutineer_formats::Problems;
use scrutineer_formats::delimited::{DelimitedReader, Layout, Record as Row};
use scrutineer_model::Message;
use scrutineer_rla::audit::{Audit, Table, TableRow};
use serde_json::json;

use super::{document, files, measure};
use crate::args::RlaRecord;
use crate::failure::Failure;
use crate::folder;
use crate::session::Session;
use crate::status::Status;

pub(super) fn run(args: &RlaRecord, session: &mut Session<'_>) -> Result<Status, Failure> {
    let dir = &args.audited.dir;
    let name = files::chosen(session, dir, args.audited.audit.as_deref())?;
    let audit = files::read(session, dir, &name)?;
    let table = table(&args.file, session)?;
    let number = audit.next_records();
    let refused = |error| files::refused(session, None, &error);
    let file = match &audit {
        Audit::Drawn(state) => state.records(&table).map_err(refused)?,
        Audit::Auditing(state) => state.records(&table).map_err(refused)?,
        Audit::FullCount(state) => state.records(&table).map_err(refused)?,
        Audit::Planned(_) | Audit::Committed(_) => {
            return Err(Failure::input(session.plain("rla-record-before-draw")));
        }
        Audit::Confirmed(state) | Audit::Overturned(state) => {
            state.records(&table).map_err(refused)?
        }
    };
    let text = file.to_json();
    let path = files::place(dir, &name).join(format!("records-{number}.json"));
    let at = path.display().to_string();
    // The new state before the file is there: what cannot be taken is not written.
    let bytes = text.as_bytes();
    let after = match audit {
        Audit::Drawn(state) => state.record(&at, bytes),
        Audit::Auditing(state) => state.record(&at, bytes),
        Audit::FullCount(state) => state.record(&at, bytes),
        Audit::Confirmed(state) | Audit::Overturned(state) => state.record(&at, bytes),
        other => Ok(other),
    };
    let after = after.map_err(|error| files::refused(session, None, &error))?;
    files::write_new(session, &path, &text)?;
    if args.audited.json {
        let value = json!({
            "schema": "scrutineer/rla-records-report/1",
            "audit": name,
            "records": file.records,
            "ballots": file.ballots,
            "measure": document::value(&after),
        });
        session.print(&crate::command::audit::document(&value)?)?;
        return Ok(Status::Done);
    }
    let id = if file.ballots.is_empty() {
        "rla-recorded"
    } else {
        "rla-ballots-recorded"
    };
    let message = Message::new(id).with("count", file.rows() as u64);
    let line = session.sentence(&message);
    session.line(&line)?;
    let line = session.filled("cli-wrote", &[("file", &at)]);
    session.line(&line)?;
    measure::tell(&after, dir, session)?;
    Ok(Status::Done)
}

/// The rows of a file, comma-separated in UTF-8, whatever is wrong with them.
pub(super) fn table(path: &Path, session: &Session<'_>) -> Result<Table, Failure> {
    let begin = |header: &[String]| Table {
        file: path.display().to_string(),
        header: header.to_vec(),
        rows: Vec::new(),
    };
    each_row(path, session, begin, |found, row| {
        let cells = row.cells().map(|cell| cell.text().map(str::to_owned));
        found.rows.push(TableRow {
            line: row.position().row,
            cells: cells.collect(),
        });
    })
}

/// What `begin` makes of the header of a file, comma-separated in UTF-8, with every row given to `add`.
pub(super) fn each_row<T>(
    path: &Path,
    session: &Session<'_>,
    begin: impl FnOnce(&[String]) -> T,
    mut add: impl FnMut(&mut T, &Row),
) -> Result<T, Failure> {
    let bytes = folder::read(path).map_err(|error| session.unread(path, &error))?;
    let mut problems = Problems::default();
    let mut reader = DelimitedReader::open(bytes.as_slice(), &Layout::default(), &mut problems);
    let mut found = begin(reader.header());
    let mut row = Row::new();
    while reader.read_record(&mut row, &mut problems) {
        add(&mut found, &row);
    }
    let wrong: Vec<String> = problems
        .iter()
        .filter(|problem| !problem.kind.is_note() && !is_told_by_rows(problem.kind))
        .map(|problem| {
            let place = format!("{}:{}", path.display(), problem.position.row);
            let what = session.said(problem.kind.name());
            session.filled("cli-error-at", &[("place", &place), ("what", &what)])
        })
        .collect();
    if wrong.is_empty() {
        Ok(found)
    } else {
        Err(Failure::inputs(wrong))
    }
}

/// A row with too few or too many cells is told with its row by the audit itself.
fn is_told_by_rows(kind: scrutineer_formats::ProblemKind) -> bool {
    kind == scrutineer_formats::ProblemKind::RaggedRow
}
