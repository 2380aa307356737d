// SPDX-License-Identifier: Apache-2.0 OR MIT
//! From an election folder and its files to a [`Dataset`].

use std::collections::BTreeMap;
use std::rc::Rc;

use scrutineer_model::{
    BuildError, Code, Dataset, DatasetBuilder, Declaration, DivisionIdx, HierarchyIdx, ImportIssue,
    ImportIssueKind, Input, InputRole, Locator, Scope, Source,
};

use crate::dispositions::DispositionSink;
use crate::election::{
    DISPOSITIONS, DeclarationSpec, ElectionFolder, Location, ReadSpec, Shape, SourceSpec, Wanted,
};
use crate::map::digest::{PictureKey, sha256};
use crate::map::identity::IdentityCheck;
use crate::map::issues::Issues;
use crate::map::long::{Gathering, Long};
use crate::map::open::read_file;
use crate::map::sheets::{Counted, Target, Wide};
use crate::parts::{PartsSink, named};
use crate::register::RegisterSink;
use crate::veil::Veil;

/// What the caller decides about reading.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LoadOptions {
    /// Take in sources whose declared sums fail on more than 1 % of the readings. The decision is
    /// recorded as an issue of the data set.
    pub accept_import: bool,
    /// Keep what the folder says of sources that it marks as sensitive. Only for making another folder of
    /// it: such a data set is not to be shown.
    pub unveiled: bool,
}

/// Why a file was not given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// It is not there; for an optional file that is no error.
    #[error("not found")]
    NotFound,
    /// It is there and cannot be read, or has another digest; says why, without a path of the
    /// machine.
    #[error("{0}")]
    Failed(String),
}

/// A required file that was not given.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: {} ({error})", wanted.id, wanted.location.name())]
pub struct MissingFile {
    /// What was asked for.
    pub wanted: Wanted,
    /// Why it is missing.
    pub error: FileError,
}

/// Nothing could be loaded.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LoadError {
    /// Required files are missing; all of them are listed.
    #[error("required files are missing: {}", list(.0))]
    Missing(Vec<MissingFile>),
    /// The data is beyond what the columns can index.
    #[error(transparent)]
    Build(#[from] BuildError),
}

fn list(missing: &[MissingFile]) -> String {
    missing
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("; ")
}

/// A declared sum that fails on more than 1 % of the readings that have all its parts: usually
/// a wrong column map, and then every number of the source would be wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdentityFailure {
    /// The source.
    pub source: Code,
    /// The sum as the folder writes it.
    pub identity: String,
    /// Readings that have all the parts.
    pub readings: u64,
    /// Readings on which it fails.
    pub failing: u64,
    /// The first failing rows, at most ten.
    pub first: Vec<Locator>,
}

/// An election as read.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// Everything that was observed, with every problem of reading.
    pub dataset: Dataset,
    /// How files were read where the folder left it open, and what filters left out: the same
    /// data in another encoding gives other decisions and an equal data set.
    pub decisions: Vec<ImportIssue>,
    /// Sources that the 1 % rule refuses. Unless the caller accepts them, an audit must not use
    /// this data set.
    pub refused: Vec<IdentityFailure>,
    /// Length in bytes of every file that was given, by its SHA-256.
    pub lengths: BTreeMap<String, u64>,
}

impl Loaded {
    /// Whether a file, member or sheet could not be read at all.
    pub fn has_unreadable(&self) -> bool {
        self.dataset
            .issues()
            .iter()
            .any(|issue| issue.kind == ImportIssueKind::Unreadable)
    }
}

/// Reads the files of a folder into a data set.
///
/// `files` gives the bytes of one wanted file; it is called once for each entry of
/// [`ElectionFolder::wanted`], in that order. Nothing stops at the first problem: what is wrong
/// with a cell, row or file becomes an issue of the data set.
pub fn load(
    folder: &ElectionFolder,
    files: &mut dyn FnMut(&Wanted) -> Result<Vec<u8>, FileError>,
    options: &LoadOptions,
) -> Result<Loaded, LoadError> {
    let mut loader = Loader::new(folder, files);
    if !options.unveiled {
        loader.veil = Veil::new(&folder.sources);
    }
    loader.register()?;
    for spec in &folder.sources {
        loader.source(spec, *options)?;
    }
    for spec in &folder.declarations {
        loader.declaration(spec)?;
    }
    loader.dispositions();
    if !loader.missing.is_empty() {
        return Err(LoadError::Missing(loader.missing));
    }
    loader
        .refused
        .sort_by(|a, b| (&a.source, &a.identity).cmp(&(&b.source, &b.identity)));
    Ok(Loaded {
        dataset: loader.builder.finish()?,
        decisions: loader.decisions,
        refused: loader.refused,
        lengths: loader.lengths,
    })
}

/// Bytes that a later source needs again.
struct Held {
    bytes: Rc<Vec<u8>>,
    sha256: String,
}

struct Loader<'a> {
    folder: &'a ElectionFolder,
    files: &'a mut dyn FnMut(&Wanted) -> Result<Vec<u8>, FileError>,
    wanted: Vec<Wanted>,
    builder: DatasetBuilder,
    /// What is said of sensitive sources.
    veil: Veil,
    /// Uses of every location that are still to come.
    uses: BTreeMap<Location, usize>,
    held: BTreeMap<Location, Held>,
    missing: Vec<MissingFile>,
    decisions: Vec<ImportIssue>,
    refused: Vec<IdentityFailure>,
    lengths: BTreeMap<String, u64>,
}

impl<'a> Loader<'a> {
    fn new(
        folder: &'a ElectionFolder,
        files: &'a mut dyn FnMut(&Wanted) -> Result<Vec<u8>, FileError>,
    ) -> Self {
        let hierarchies = folder
            .hierarchies
            .iter()
            .map(|hierarchy| (hierarchy.id.clone(), hierarchy.levels.clone()))
            .collect();
        let mut builder = DatasetBuilder::new(
            folder.election.clone(),
            folder.contests.clone(),
            hierarchies,
        );
        builder.input(Input {
            source: None,
            role: InputRole::Election,
            file: "election.toml".to_owned(),
            sha256: folder.sha256.clone(),
            rows: 0,
            rejected: 0,
        });
        let mut uses = BTreeMap::new();
        let sheets = folder.sources.iter().flat_map(|source| &source.files);
        let parts = folder
            .declarations
            .iter()
            .filter_map(|held| held.parts.as_ref());
        let register = folder.register.iter().map(|register| &register.file);
        for location in register.chain(sheets).chain(parts.map(|parts| &parts.file)) {
            *uses.entry(location.clone()).or_insert(0) += 1;
        }
        Self {
            folder,
            files,
            wanted: folder.wanted(),
            builder,
            veil: Veil::default(),
            uses,
            held: BTreeMap::new(),
            missing: Vec::new(),
            decisions: Vec::new(),
            refused: Vec::new(),
            lengths: BTreeMap::new(),
        }
    }

    /// The bytes of a file and their digest; `None` where it is missing, which is then listed.
    fn bytes(&mut self, location: &Location) -> Option<(Rc<Vec<u8>>, String)> {
        let left = self.uses.get_mut(location).map_or(0, |left| {
            *left = left.saturating_sub(1);
            *left
        });
        if let Some(held) = self.held.get(location) {
            let found = (held.bytes.clone(), held.sha256.clone());
            if left == 0 {
                self.held.remove(location);
            }
            return Some(found);
        }
        let wanted = self
            .wanted
            .iter()
            .find(|wanted| &wanted.location == location)?;
        if self.missing.iter().any(|missing| &missing.wanted == wanted) {
            return None;
        }
        let mut given = (self.files)(wanted).map(|bytes| {
            let digest = sha256(&bytes);
            (Rc::new(bytes), digest)
        });
        if let (Location::Pinned { sha256: pinned, .. }, Ok((_, digest))) = (location, &given)
            && digest != pinned
        {
            let why = format!("expected the digest {pinned}, found {digest}");
            given = Err(FileError::Failed(why));
        }
        match given {
            Ok((bytes, digest)) => {
                self.lengths.insert(digest.clone(), bytes.len() as u64);
                if left > 0 {
                    let held = Held {
                        bytes: bytes.clone(),
                        sha256: digest.clone(),
                    };
                    self.held.insert(location.clone(), held);
                }
                Some((bytes, digest))
            }
            Err(FileError::NotFound) if wanted.optional => None,
            Err(error) => {
                self.missing.push(MissingFile {
                    wanted: wanted.clone(),
                    error,
                });
                None
            }
        }
    }

    fn input(
        &mut self,
        source: Option<&Code>,
        role: InputRole,
        name: &str,
        digest: String,
        counted: Counted,
    ) {
        self.builder.input(Input {
            source: source.cloned(),
            role,
            file: name.to_owned(),
            sha256: digest,
            rows: counted.rows,
            rejected: counted.rejected,
        });
    }

    /// Gives the issues to the data set and keeps the decisions.
    fn close(&mut self, issues: Issues) {
        let (issues, decisions) = issues.finish();
        for issue in issues {
            self.builder.issue(issue);
        }
        self.decisions.extend(decisions);
    }

    fn register(&mut self) -> Result<(), LoadError> {
        let Some(register) = &self.folder.register else {
            return Ok(());
        };
        let Some((bytes, digest)) = self.bytes(&register.file) else {
            return Ok(());
        };
        let mut issues = Issues::new(None);
        let table = &register.table;
        let named: Vec<&str> = table.columns.named().collect();
        let hierarchies = self.folder.hierarchies.len();
        let mut sink = RegisterSink::new(&mut self.builder, table, hierarchies);
        let name = register.file.name();
        read_file(name, &bytes, &table.read, &named, &mut issues, &mut sink);
        let (counted, failed) = (sink.counted, sink.failed);
        filtered(&mut issues, name, counted);
        self.close(issues);
        self.input(None, InputRole::Register, name, digest, counted);
        failed.map_or(Ok(()), |error| Err(error.into()))
    }

    fn source(&mut self, spec: &SourceSpec, options: LoadOptions) -> Result<(), LoadError> {
        let folder = self.folder;
        let Some(contest) = folder.contests.get(spec.contest.get()) else {
            return Ok(());
        };
        let announced = spec.table.columns.announced(&spec.table.values);
        let shown = self.veil.show(spec);
        let source = self.builder.source(
            Source {
                id: shown.id.clone(),
                contest: spec.contest,
                origin: shown.origin,
                provenance: shown.provenance,
                identities: spec.identities.clone(),
                rows: 0,
                rejected: 0,
            },
            announced.clone(),
        );
        let mut checks: Vec<IdentityCheck> = spec
            .identities
            .iter()
            .map(|identity| IdentityCheck::new(identity, &announced))
            .collect();
        let named: Vec<&str> = spec.table.columns.named().collect();
        let mut issues = Issues::new(Some(source));
        let mut gathered = Gathering::default();
        for (number, file) in (1..).zip(&spec.files) {
            let Some((bytes, digest)) = self.bytes(file) else {
                continue;
            };
            let target = Target::new(&mut self.builder, source, contest, &spec.table, &mut checks);
            let pictures = PictureKey::new(folder.election.id.as_str(), spec.id.as_str());
            let name = shown.file.as_deref().unwrap_or(file.name());
            // What is said of a row names the file as well, so that whoever has the folder finds it.
            let place = match &shown.file {
                Some(name) if spec.files.len() > 1 => &format!("{name}/{number}"),
                _ => name,
            };
            let read = &spec.table.read;
            let target = match read.shape {
                Shape::Wide => {
                    let mut sink = Wide {
                        target,
                        pictures,
                        cells: Vec::new(),
                    };
                    read_file(place, &bytes, read, &named, &mut issues, &mut sink);
                    sink.target
                }
                Shape::Long => {
                    let mut sink = Long {
                        target,
                        pictures,
                        gathered: &mut gathered,
                    };
                    read_file(place, &bytes, read, &named, &mut issues, &mut sink);
                    sink.target
                }
            };
            let (counted, failed) = (target.counted, target.failed);
            if let Some(error) = failed {
                return Err(error.into());
            }
            filtered(&mut issues, place, counted);
            let held = self.builder.source_mut(source);
            held.rows += counted.rows;
            held.rejected += counted.rejected;
            self.input(Some(&shown.id), InputRole::Sheets, name, digest, counted);
        }
        let mut target = Target::new(&mut self.builder, source, contest, &spec.table, &mut checks);
        gathered.finish(&mut target);
        if let Some(error) = target.failed {
            return Err(error.into());
        }
        self.close(issues);
        for check in checks.into_iter().filter(IdentityCheck::is_refused) {
            if options.accept_import {
                self.accepted(source, &check);
            }
            self.refused.push(IdentityFailure {
                source: spec.id.clone(),
                identity: check.text,
                readings: check.readings,
                failing: check.failing,
                first: check.first,
            });
        }
        Ok(())
    }

    /// Records that a source was taken in although the 1 % rule refuses it.
    fn accepted(&mut self, source: scrutineer_model::SourceIdx, check: &IdentityCheck) {
        self.builder.issue(ImportIssue {
            kind: ImportIssueKind::Decision,
            source: Some(source),
            station: None,
            locator: Locator::default(),
            expected: format!("{} on at least 99 % of the readings", check.text),
            found: format!(
                "it fails on {} of {}; accepted",
                check.failing, check.readings
            ),
            count: 1,
            rejects_row: false,
        });
    }

    fn declaration(&mut self, spec: &DeclarationSpec) -> Result<(), LoadError> {
        let path: Vec<&str> = spec.scope.iter().map(String::as_str).collect();
        let scope = match self.builder.division(HierarchyIdx::new(0), &path, &[])? {
            Some(division) => Scope::Division(DivisionIdx::new(division as usize)),
            None => Scope::All,
        };
        let mut parts = Vec::new();
        if let Some(held) = &spec.parts
            && let Some((bytes, digest)) = self.bytes(&held.file)
        {
            let mut issues = Issues::new(None);
            let mut sink = PartsSink::new(&mut self.builder, held, spec.options.len());
            let name = held.file.name();
            read_file(
                name,
                &bytes,
                &held.read,
                &named(held),
                &mut issues,
                &mut sink,
            );
            let (counted, failed) = (sink.counted, sink.failed);
            parts = sink.parts;
            self.close(issues);
            self.input(None, InputRole::Declaration, name, digest, counted);
            if let Some(error) = failed {
                return Err(error.into());
            }
        }
        self.builder.declaration(Declaration {
            id: spec.id.clone(),
            contest: spec.contest,
            authority: spec.authority.clone(),
            outlet: spec.outlet.clone(),
            time: spec.time.clone(),
            status: spec.status,
            scope,
            coverage: spec.coverage.clone(),
            options: spec.options.clone(),
            winners: spec.winners.clone(),
            valid: spec.valid.clone(),
            invalid: spec.invalid.clone(),
            blank: spec.blank.clone(),
            voters: spec.voters.clone(),
            turnout: spec.turnout,
            registered: spec.registered.clone(),
            valid_of_voters: spec.valid_of_voters,
            invalid_of_voters: spec.invalid_of_voters,
            parts,
            follows: spec.follows.clone(),
        });
        Ok(())
    }

    fn dispositions(&mut self) {
        let location = Location::Path(DISPOSITIONS.to_owned());
        let Some((bytes, digest)) = self.bytes(&location) else {
            return;
        };
        let mut issues = Issues::new(None);
        let mut sink = DispositionSink::default();
        let named = crate::dispositions::COLUMNS;
        read_file(
            DISPOSITIONS,
            &bytes,
            &ReadSpec::default(),
            &named,
            &mut issues,
            &mut sink,
        );
        for disposition in sink.dispositions {
            self.builder.disposition(disposition);
        }
        self.close(issues);
        self.input(
            None,
            InputRole::Dispositions,
            DISPOSITIONS,
            digest,
            sink.counted,
        );
    }
}

/// Says how many rows the filters of the map left out.
fn filtered(issues: &mut Issues, name: &str, counted: Counted) {
    if counted.filtered > 0 {
        issues.begin(name);
        issues.decide(
            "rows that where and except keep",
            format!("{} others", counted.filtered),
        );
    }
}
