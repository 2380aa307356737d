//! The conditions of the vote, from the folders beside an election: read, summarised, put into one document.

use std::path::Path;

use scrutineer_censorship::Analysis;
use scrutineer_incidents::IncidentSummary;
use scrutineer_indices::sha256_hex;
use scrutineer_model::Dataset;
use scrutineer_report::conditions::{Conditions, ConditionsInput, ConditionsOf, Recorded};

use super::{censorship, disclosure, incidents, index};
use crate::args::General;
use crate::failure::Failure;
use crate::folder;
use crate::session::Session;

/// Files that a part was made from, with their digests.
#[derive(Default)]
pub(crate) struct Inputs(Vec<ConditionsInput>);

impl Inputs {
    /// Notes a file of the folder by its bytes as they are now.
    pub(crate) fn add(
        &mut self,
        dir: &Path,
        path: &Path,
        session: &Session<'_>,
    ) -> Result<(), Failure> {
        let bytes = folder::read(path).map_err(|error| session.unread(path, &error))?;
        self.digested(dir, path, sha256_hex(&bytes));
        Ok(())
    }

    /// Notes a file whose digest is known.
    pub(crate) fn digested(&mut self, dir: &Path, path: &Path, sha256: String) {
        let inside = path.strip_prefix(dir).unwrap_or(path);
        let parts: Vec<String> = inside
            .components()
            .map(|part| part.as_os_str().to_string_lossy().into_owned())
            .collect();
        let path = parts.join("/");
        self.0.push(ConditionsInput { path, sha256 });
    }
}

/// Everything that the folder records, with what is wrong in any part of it.
pub(crate) fn gathered(
    dir: &Path,
    dataset: &Dataset,
    general: &General,
    session: &mut Session<'_>,
) -> Result<Conditions, Failure> {
    let election = dataset.election();
    let mut inputs = Inputs::default();
    let mut failures = Vec::new();
    let mut kept = |result: Result<(), Failure>| {
        failures.extend(result.err().map(|failure| failure.text));
    };
    let (mut measured, mut reported) = (None, None);
    let (mut published, mut indexed) = (None, None);
    kept(measured_of(dir, dataset, general, &mut inputs, session).map(|held| measured = held));
    kept(
        reported_of(dir, dataset, measured.as_ref(), &mut inputs, session)
            .map(|held| reported = held),
    );
    kept(disclosure::recorded(dir, &mut inputs, session).map(|held| published = held));
    kept(index::recorded(dir, &mut inputs, session).map(|held| indexed = held));
    if !failures.is_empty() {
        return Err(Failure::inputs(failures));
    }
    let recorded = Recorded {
        incidents: reported.as_ref(),
        censorship: measured.as_ref(),
        disclosure: published.as_ref(),
        indices: indexed
            .as_ref()
            .map(|(summary, library)| (summary, library)),
    };
    let of = ConditionsOf {
        id: election.id.as_str().to_owned(),
        name: election.name.clone(),
        date: election.date,
    };
    Ok(Conditions::new(of, &recorded, inputs.0))
}

fn measured_of(
    dir: &Path,
    dataset: &Dataset,
    general: &General,
    inputs: &mut Inputs,
    session: &mut Session<'_>,
) -> Result<Option<Analysis>, Failure> {
    let election = dataset.election();
    let about = (election.country.as_str(), election.date);
    censorship::recorded(dir, Some(about), general, inputs, session)
}

fn reported_of(
    dir: &Path,
    dataset: &Dataset,
    measured: Option<&Analysis>,
    inputs: &mut Inputs,
    session: &mut Session<'_>,
) -> Result<Option<IncidentSummary>, Failure> {
    if !incidents::has_tables(dir) {
        return Ok(None);
    }
    incidents::recorded(dir, dataset, measured, inputs, session)
}
