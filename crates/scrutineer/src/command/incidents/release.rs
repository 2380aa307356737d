//! `incidents release`: reports leave in batches, neither at the time nor in the order in which they came.

use std::path::Path;

use scrutineer_incidents::publish::{Release, Waiting, release, waiting};
use scrutineer_incidents::{Table, TableName, TableRow, merge, to_csv};
use scrutineer_logstore::is_nested;
use scrutineer_model::{Code, Message};
use serde::{Deserialize, Serialize};

use super::files;
use crate::args::ReleaseReports;
use crate::command::audit::{document, internal};
use crate::command::publish::seconds;
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;
use crate::{folder, output};

const STATE: &str = "scrutineer/incidents-release-state/1";

/// What is secret: the key that orders batches, and how long the reports that wait have to.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct State {
    schema: String,
    /// 32 bytes.
    key: Vec<u8>,
    /// When the first of those that wait was seen, in hours since 1970; nothing while none waits.
    since: Option<u64>,
    /// The number drawn then.
    draw: u64,
}

#[derive(Serialize)]
struct Document {
    schema: &'static str,
    /// `released`, `too-few`, `too-early` or `none`.
    outcome: &'static str,
    /// Reports that go on waiting.
    waiting: usize,
    /// The number of the batch that left.
    batch: Option<u64>,
    /// Its reports, in an order that says nothing about arrival.
    reports: Vec<Code>,
}

pub(super) fn run(args: &ReleaseReports, session: &mut Session<'_>) -> Result<Status, Failure> {
    let is_inside =
        is_nested(&args.state, &args.dir).map_err(|error| session.unread(&args.state, &error))?;
    if is_inside {
        let what = session.plain("cli-incidents-release-apart");
        return Err(at(&args.state, &what, session));
    }
    let (book, forms) = files::book(&args.dir, args.forms.as_deref(), session)?;
    let hour = seconds()? / 3600;
    let mut state = state(&args.state, session)?;
    let key: [u8; 32] = state.key.as_slice().try_into().map_err(internal)?;
    let records = waiting(&book, &forms);
    let since = if records.is_empty() {
        None
    } else if state.since.is_none() {
        state.draw = u64::from_le_bytes(random()?);
        Some(hour)
    } else {
        state.since
    };
    state.since = since;
    let held = Waiting {
        hours: since.map_or(0, |since| hour.saturating_sub(since)),
        draw: state.draw,
        records,
    };
    let mut made = Document {
        schema: "scrutineer/incidents-release/1",
        outcome: "none",
        waiting: held.records.len(),
        batch: None,
        reports: Vec::new(),
    };
    match release(&held, &key) {
        Release::Batch(reports) => {
            let batch = 1 + book
                .releases
                .iter()
                .map(|held| held.batch)
                .max()
                .unwrap_or(0);
            write(&args.dir, &reports, batch, session)?;
            // The reports left already: the next one to come starts a new wait.
            state.since = None;
            made = Document {
                outcome: "released",
                waiting: 0,
                batch: Some(batch),
                reports,
                ..made
            };
        }
        Release::TooFew if made.waiting > 0 => made.outcome = "too-few",
        Release::TooEarly => made.outcome = "too-early",
        Release::TooFew => {}
    }
    keep(&args.state, &state, session)?;
    if args.json {
        session.print(&document(&made)?)?;
        return Ok(Status::Done);
    }
    let message = Message::new(format!("cli-incidents-release-{}", made.outcome))
        .with("count", made.waiting.max(made.reports.len()) as u64)
        .with("batch", made.batch.unwrap_or(0));
    session.line(&session.sentence(&message))?;
    for id in &made.reports {
        session.line(&format!("  {id}"))?;
    }
    Ok(Status::Done)
}

fn at(path: &Path, what: &str, session: &Session<'_>) -> Failure {
    let place = path.display();
    Failure::input(session.filled("cli-error-at", &[("place", &place), ("what", &what)]))
}

fn random<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(internal)?;
    Ok(bytes)
}

/// The state of earlier runs, or a new one.
fn state(path: &Path, session: &Session<'_>) -> Result<State, Failure> {
    if !path.exists() {
        return Ok(State {
            schema: STATE.to_owned(),
            key: random::<32>()?.to_vec(),
            since: None,
            draw: 0,
        });
    }
    let bytes = folder::read(path).map_err(|error| session.unread(path, &error))?;
    match serde_json::from_slice::<State>(&bytes) {
        Ok(state) if state.schema == STATE && state.key.len() == 32 => Ok(state),
        // What stands in it is secret and not repeated.
        _ => Err(at(
            path,
            &session.plain("cli-incidents-release-state"),
            session,
        )),
    }
}

fn keep(path: &Path, state: &State, session: &Session<'_>) -> Result<(), Failure> {
    let text = serde_json::to_vec(state).map_err(internal)?;
    output::write_private(path, &text).map_err(|error| session.unwritten(path, &error))
}

/// Adds a row for each report, in the order of the batch.
fn write(dir: &Path, reports: &[Code], batch: u64, session: &Session<'_>) -> Result<(), Failure> {
    let path = files::path_of(dir, TableName::Releases);
    let held = if path.exists() {
        files::table(&path, session)?
    } else {
        Table::default()
    };
    let rows = (2..).zip(reports).map(|(row, id)| TableRow {
        row,
        cells: vec![Some(id.to_string()), Some(batch.to_string())],
    });
    let new = Table {
        file: path.display().to_string(),
        header: ["id", "batch"].map(str::to_owned).to_vec(),
        rows: rows.collect(),
    };
    let merged = merge(TableName::Releases, &held, &new)
        .map_err(|found| files::problems(&found, session))?;
    output::write(&path, to_csv(&merged.table).as_bytes())
        .map_err(|error| session.unwritten(&path, &error))
}
