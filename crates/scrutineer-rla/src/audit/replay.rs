//! From the files of a folder to the state: everything is checked again on every run.

use std::collections::BTreeMap;

use scrutineer_model::Message;
use serde::Deserialize;

use super::ballots::CAST_FILE;
use super::commitment;
use super::plan::{Plan, parsed, sha256};
use super::refused::{Problem, Refused};
use super::state::{Audit, Planned};

/// A file of the folder of an audit.
#[derive(Clone, Debug)]
pub struct AuditFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The digest of the file before, which every file after the commitment has.
#[derive(Deserialize)]
struct Follows {
    previous: String,
}

/// Whether a name belongs to the chain of an audit; other files of the folder are made from these.
fn is_step(name: &str) -> bool {
    let numbered = |prefix: &str| {
        name.strip_prefix(prefix)
            .and_then(|rest| rest.strip_suffix(".json"))
            .is_some_and(|number| {
                !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
            })
    };
    numbered("draw-") || numbered("records-") || name == "full-count.json"
}

/// Reads an audit. Files are told by their names and ordered by the digests that they name, so that a file
/// that was changed, removed or put in is found.
///
/// # Errors
/// Where a file is missing, not of its form, or does not follow from those before it.
pub fn replay(files: &[AuditFile]) -> Result<Audit, Refused> {
    let find = |name: &str| files.iter().find(|file| file.name == name);
    let needed = |name: &str| {
        find(name)
            .ok_or_else(|| Refused::from(Problem::of_file(name, Message::new("rla-error-absent"))))
    };
    let setup = Plan::read_with(
        &needed("plan.json")?.bytes,
        &needed("manifest.csv")?.bytes,
        find(CAST_FILE).map(|file| file.bytes.as_slice()),
    )?;
    let planned = Planned::new(setup);
    let mut steps: BTreeMap<String, Vec<&AuditFile>> = BTreeMap::new();
    for file in files.iter().filter(|file| is_step(&file.name)) {
        let Follows { previous } = parsed(&file.name, &file.bytes)?;
        steps.entry(previous).or_default().push(file);
    }
    let mut audit = Audit::Planned(planned.clone());
    let mut last = String::new();
    if let Some(file) = find(commitment::FILE) {
        audit = Audit::Committed(planned.commit(&file.bytes)?);
        last = sha256(&file.bytes);
    }
    while let Some(next) = steps.remove(&last) {
        let [file] = next.as_slice() else {
            let names: Vec<&str> = next.iter().map(|file| file.name.as_str()).collect();
            let message = Message::new("rla-error-fork").with("files", names.join(", "));
            return Err(Refused::because(message));
        };
        audit = audit.take(&file.name, &file.bytes)?;
        last = sha256(&file.bytes);
    }
    let strays = steps.into_values().flatten();
    let problems: Vec<Problem> = strays
        .map(|file| Problem::of_file(&file.name, Message::new("rla-error-stray")))
        .collect();
    Refused::unless_empty(problems)?;
    Ok(audit)
}
