//! The table that `power --keep` leaves in an election folder, read again beside the results.

use std::fmt::Display;
use std::path::Path;

use scrutineer_forensics::{Null, RULES, Tables};
use scrutineer_model::Dataset;
use scrutineer_publication::sheet_tests::options;
use scrutineer_report::{KeptPower, PowerDocument};
use scrutineer_rla::quick_count::sha256_hex;
use scrutineer_simulate::Geography;

use super::exact::{Here, Wrong, differences};
use crate::command::audit::no_json;
use crate::failure::Failure;
use crate::folder;
use crate::session::Session;

/// Name of the file inside the folder.
pub(super) const FILE: &str = "power.json";
pub(super) const SCHEMA: &str = "scrutineer/power/1";

/// The digest that names a geography.
pub(super) fn digest(geography: &Geography) -> String {
    sha256_hex(geography.canonical().as_bytes())
}

/// The table that was kept; `None` where there is none, or none that can be read. Nothing depends on it, so that what is
/// wrong with it is said on standard error and stops nothing.
pub(crate) fn kept(dir: &Path, dataset: &Dataset, session: &mut Session<'_>) -> Option<KeptPower> {
    let path = dir.join(FILE);
    if !path.exists() {
        return None;
    }
    let document = match read(&path, session) {
        Ok(document) => document,
        Err(failure) => {
            left_out(&[failure.text], &path, session);
            return None;
        }
    };
    if document.rules != RULES {
        let fits = false;
        return Some(KeptPower { document, fits });
    }
    let found = is_here(&document, dataset).map(|here| differences(&document, &here));
    if let Some(wrong) = found.as_ref().filter(|wrong| !wrong.is_empty()) {
        let lines: Vec<String> = wrong.iter().map(|one| line(&path, one, session)).collect();
        left_out(&lines, &path, session);
    }
    let fits = found.is_some_and(|wrong| wrong.is_empty());
    Some(KeptPower { document, fits })
}

fn read(path: &Path, session: &Session<'_>) -> Result<PowerDocument, Failure> {
    let bytes = folder::read(path).map_err(|error| session.unread(path, &error))?;
    let document: PowerDocument = serde_json::from_slice(&bytes).map_err(|error| {
        let pairs: [(&str, &dyn Display); 2] = [
            ("place", &path.display()),
            ("what", &no_json(session, &error)),
        ];
        Failure::input(session.filled("cli-error-at", &pairs))
    })?;
    if document.schema == SCHEMA {
        return Ok(document);
    }
    let wrong = Wrong::new("schema", SCHEMA, &document.schema);
    Err(Failure::input(line(path, &wrong, session)))
}

fn line(path: &Path, wrong: &Wrong, session: &Session<'_>) -> String {
    let pairs: [(&str, &dyn Display); 2] = [("expected", &wrong.expected), ("found", &wrong.found)];
    let what = session.filled("cli-expected-found", &pairs);
    let place = format!("{}: {}", path.display(), wrong.place);
    session.filled("cli-error-at", &[("place", &place), ("what", &what)])
}

/// Says what is wrong, and that everything else goes on.
fn left_out(lines: &[String], path: &Path, session: &mut Session<'_>) {
    for line in lines {
        session.note(line);
    }
    let line = session.filled("cli-power-left-out", &[("file", &path.display())]);
    session.note(&line);
}

/// What the folder has now, where it still has the source with the geography of the table.
fn is_here(document: &PowerDocument, dataset: &Dataset) -> Option<Here> {
    let mut own = dataset
        .sheets()
        .iter()
        .filter(|set| dataset.source(set.source()).id.as_str() == document.source);
    own.find_map(|set| {
        let geography = Geography::of(dataset, set)?;
        (digest(&geography) == document.geography).then(|| Here {
            stations: geography.stations(),
            options: options(dataset, set.contest()),
            null: Null::of(dataset, &Tables::of(dataset, set)),
        })
    })
}
