//! `incidents release`: reports, names and claims leave in batches, neither at the time nor in the order in which they came.

use std::collections::BTreeMap;
use std::path::Path;

use scrutineer_incidents::publish::{
    Alike, Begun, Release, claims_waiting, counted_together, look, names_waiting, waiting,
};
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

const STATE: &str = "scrutineer/incidents-release-state/3";

/// What is secret: the key that orders batches, and the batches that wait for their time.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct State {
    schema: String,
    /// 32 bytes.
    key: Vec<u8>,
    /// The reports that will leave together; nothing while fewer than five wait.
    reports: Option<Begun>,
    /// The names, likewise.
    names: Option<Begun>,
    /// The claims of sources that may not be named, likewise.
    #[serde(default)]
    claims: Option<Begun>,
}

#[derive(Serialize)]
struct Document {
    schema: &'static str,
    reports: Queue,
    names: Queue,
    claims: Queue,
}

/// What became of the records of one kind.
#[derive(Serialize)]
struct Queue {
    /// `released`, `too-few`, `too-early` or `none`.
    outcome: &'static str,
    /// Records that go on waiting.
    waiting: usize,
    /// The number of the batch that left.
    batch: Option<u64>,
    /// Its records, in an order that says nothing about arrival.
    ids: Vec<Code>,
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
    let next = 1 + book
        .releases
        .iter()
        .map(|held| held.batch)
        .max()
        .unwrap_or(0);
    let alike = counted_together(&book, &forms);
    // A name among reports would be known as the one that came, so each kind fills its own batches.
    let reports = queue(
        (&waiting(&book, &forms), &alike),
        &mut state.reports,
        (&key, hour),
        next,
    )?;
    let next = next + u64::from(reports.batch.is_some());
    let names = queue(
        (&names_waiting(&book), &alike),
        &mut state.names,
        (&key, hour),
        next,
    )?;
    let next = next + u64::from(names.batch.is_some());
    let claims = queue(
        (&claims_waiting(&book), &alike),
        &mut state.claims,
        (&key, hour),
        next,
    )?;
    for made in [&reports, &names, &claims] {
        if let Some(batch) = made.batch {
            write(&args.dir, &made.ids, batch, session)?;
        }
    }
    keep(&args.state, &state, session)?;
    let made = Document {
        schema: "scrutineer/incidents-release/3",
        reports,
        names,
        claims,
    };
    if args.json {
        session.print(&document(&made)?)?;
        return Ok(Status::Done);
    }
    say("cli-incidents-release", &made.reports, session)?;
    if made.names.outcome != "none" {
        say("cli-incidents-release-names", &made.names, session)?;
    }
    if made.claims.outcome != "none" {
        say("cli-incidents-release-claims", &made.claims, session)?;
    }
    Ok(Status::Done)
}

/// Lets the records of one kind out, or says why not.
fn queue(
    (records, alike): (&[Code], &BTreeMap<Code, Alike>),
    begun: &mut Option<Begun>,
    (key, hour): (&[u8; 32], u64),
    next: u64,
) -> Result<Queue, Failure> {
    let draw = u64::from_le_bytes(random()?);
    let (now, after) = look(records, alike, begun.as_ref(), (hour, draw), key);
    *begun = after;
    let mut made = Queue {
        outcome: "none",
        waiting: records.len(),
        batch: None,
        ids: Vec::new(),
    };
    match now {
        Release::Batch(ids) => {
            // What came after the batch was begun goes on waiting.
            made = Queue {
                outcome: "released",
                waiting: records.len().saturating_sub(ids.len()),
                batch: Some(next),
                ids,
            };
        }
        Release::TooFew if made.waiting > 0 => made.outcome = "too-few",
        Release::TooEarly => made.outcome = "too-early",
        Release::TooFew => {}
    }
    Ok(made)
}

fn say(id: &str, made: &Queue, session: &mut Session<'_>) -> Result<(), Failure> {
    let count = if made.batch.is_some() {
        made.ids.len()
    } else {
        made.waiting
    };
    let message = Message::new(format!("{id}-{}", made.outcome))
        .with("count", count as u64)
        .with("batch", made.batch.unwrap_or(0));
    session.line(&session.sentence(&message))?;
    for id in &made.ids {
        session.line(&format!("  {id}"))?;
    }
    Ok(())
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
            reports: None,
            names: None,
            claims: None,
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

/// Adds a row for each record, in the order of the batch.
fn write(dir: &Path, records: &[Code], batch: u64, session: &Session<'_>) -> Result<(), Failure> {
    let path = files::path_of(dir, TableName::Releases);
    let held = if path.exists() {
        files::table(&path, session)?
    } else {
        Table::default()
    };
    let rows = (2..).zip(records).map(|(row, id)| TableRow {
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
