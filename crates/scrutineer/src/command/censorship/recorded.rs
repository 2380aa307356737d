//! The folder `measurements/` of an election: files of measurements, and the lists beside them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use scrutineer_censorship::{
    Analysis, Collection, Day, Observation, Settings, analyse, parse_networks, parse_outages,
    parse_statements, parse_targets,
};
use scrutineer_model::Date;

use super::{is_country, lists, none_of_country, read};
use crate::args::General;
use crate::command::conditions::Inputs;
use crate::failure::Failure;
use crate::folder;
use crate::session::Session;

const FOLDER: &str = "measurements";
const TARGETS: &str = "targets.csv";
const CONTROL_TARGETS: &str = "control-targets.csv";
const NETWORKS: &str = "networks.csv";
const OUTAGES: &str = "outages.csv";
const STATEMENTS: &str = "statements.csv";
const FINGERPRINTS: &str = "fingerprints.csv";
const LISTS: [&str; 6] = [
    TARGETS,
    CONTROL_TARGETS,
    NETWORKS,
    OUTAGES,
    STATEMENTS,
    FINGERPRINTS,
];

/// What the folder says about a country and the day of its vote; `None` where it has nothing.
pub(crate) fn recorded(
    dir: &Path,
    about: Option<(&str, Date)>,
    general: &General,
    inputs: &mut Inputs,
    session: &mut Session<'_>,
) -> Result<Option<Analysis>, Failure> {
    let inside = dir.join(FOLDER);
    let files = measurements(&inside, session)?;
    let list = |name: &str| Some(inside.join(name)).filter(|path| path.is_file());
    if files.is_empty() && LISTS.iter().all(|name| list(name).is_none()) {
        return Ok(None);
    }
    if let Some((country, _)) = about
        && !files.is_empty()
        && !is_country(country)
    {
        let file = dir.join(folder::ELECTION);
        let line = session.filled(
            "censorship-no-country-recorded",
            &[
                ("file", &file.display()),
                ("folder", &FOLDER),
                ("found", &country),
            ],
        );
        return Err(Failure::inputs([line]));
    }
    for path in LISTS.iter().filter_map(|name| list(name)) {
        inputs.add(dir, &path, session)?;
    }
    let (country, election) = match about {
        Some((country, date)) => (Some(country), Day::parse(&date.to_string())),
        None => (None, None),
    };
    let of = |name: &str| list(name);
    let settings = Settings {
        country: country.map(str::to_owned),
        election,
        targets: lists::list(of(TARGETS).as_deref(), session, parse_targets)?,
        control_targets: lists::list(of(CONTROL_TARGETS).as_deref(), session, parse_targets)?,
        control_countries: country.map_or_else(Vec::new, |own| others(&files, own)),
        networks: lists::list(of(NETWORKS).as_deref(), session, parse_networks)?,
        outages: lists::list(of(OUTAGES).as_deref(), session, parse_outages)?,
        statements: lists::list(of(STATEMENTS).as_deref(), session, parse_statements)?,
    };
    let fingerprints = lists::fingerprints(of(FINGERPRINTS).as_deref(), session)?;
    let mut collection = Collection::default();
    let mut each = |seen: &Observation| {
        collection.push(seen);
        Ok(())
    };
    let readings = read::files(&files, general, &fingerprints, session, &mut each)?;
    for (path, reading) in files.iter().zip(&readings) {
        inputs.digested(dir, path, reading.sha256.clone());
    }
    session.stage("cli-progress-series", &[]);
    let made = analyse(&collection.finish(), readings, &settings, &fingerprints);
    none_of_country(&made, session);
    Ok(Some(made))
}

/// The files of measurements, in order of their names.
fn measurements(folder: &Path, session: &Session<'_>) -> Result<Vec<PathBuf>, Failure> {
    if !folder.is_dir() {
        return Ok(Vec::new());
    }
    let unread = |error| session.unread(folder, &error);
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let is_meant = [".jsonl", ".jsonl.gz", ".json", ".json.gz"]
            .iter()
            .any(|end| name.ends_with(end));
        if is_meant && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// Other countries that names of files tell (`2024072800_CO_webconnectivity.n0.0.jsonl.gz`): controls.
fn others(files: &[PathBuf], own: &str) -> Vec<String> {
    let country = |path: &PathBuf| {
        let name = path.file_name()?.to_str()?;
        let code = name.split('_').nth(1)?;
        (is_country(code) && code != own).then(|| code.to_owned())
    };
    let found: BTreeSet<String> = files.iter().filter_map(country).collect();
    found.into_iter().collect()
}
