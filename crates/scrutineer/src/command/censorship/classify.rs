//! `censorship classify`: each measurement, one verdict.

use std::collections::BTreeMap;

use scrutineer_censorship::{FileReading, Observation, RULE_SET, State};
use scrutineer_report::classified_text;
use serde::Serialize;

use super::{lists, read};
use crate::args::{Classify, General};
use crate::command::audit::{document, internal};
use crate::failure::Failure;
use crate::output::Whole;
use crate::session::Session;
use crate::status::Status;

/// How many measurements one rule judged alike.
#[derive(Serialize)]
struct Group {
    state: &'static str,
    rule: &'static str,
    mechanism: String,
    measurements: u64,
}

#[derive(Serialize)]
struct Counts {
    schema: &'static str,
    rule_set: &'static str,
    fingerprints: Option<String>,
    files: Vec<FileReading>,
    #[serde(rename = "counts")]
    groups: Vec<Group>,
}

pub(super) fn run(
    args: &Classify,
    general: &General,
    session: &mut Session<'_>,
) -> Result<Status, Failure> {
    let fingerprints = lists::fingerprints(args.fingerprints.as_deref(), session)?;
    let mut lines = match &args.lines {
        Some(path) => Some(Whole::create(path).map_err(|error| session.unwritten(path, &error))?),
        None => None,
    };
    let mut counts: BTreeMap<(State, &'static str, String), u64> = BTreeMap::new();
    let mut each = |seen: &Observation| -> std::io::Result<()> {
        let verdict = &seen.verdict;
        let key = (
            verdict.state,
            verdict.rule.word(),
            verdict.mechanism.clone(),
        );
        *counts.entry(key).or_default() += 1;
        if let Some(lines) = &mut lines {
            let mut line = serde_json::to_vec(seen)?;
            line.push(b'\n');
            lines.write_all(&line)?;
        }
        Ok(())
    };
    let files = read::files(&args.file, general, &fingerprints, session, &mut each)?;
    if let (Some(lines), Some(path)) = (lines, &args.lines) {
        lines
            .keep()
            .map_err(|error| session.unwritten(path, &error))?;
        let line = session.filled("cli-wrote", &[("file", &path.display())]);
        session.note(&line);
    }
    let text = if args.json {
        let counts = counts
            .into_iter()
            .map(|((state, rule, mechanism), measurements)| Group {
                state: state.word(),
                rule,
                mechanism,
                measurements,
            });
        document(&Counts {
            schema: "scrutineer/censorship-counts/1",
            rule_set: RULE_SET,
            fingerprints: fingerprints.digest().map(str::to_owned),
            files,
            groups: counts.collect(),
        })?
    } else {
        let rows: Vec<(State, &'static str, String, u64)> = counts
            .into_iter()
            .map(|((state, rule, mechanism), n)| (state, rule, mechanism, n))
            .collect();
        classified_text(&rows, session.language()).map_err(internal)?
    };
    session.print(&text)?;
    Ok(Status::Done)
}
