//! What the commands about indices read: tables by themselves, or the folder that pins them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use scrutineer_formats::FolderError;
use scrutineer_indices::{
    CodedAnswers, Given, Library, Pinned, Problem, Rules, RulesError, Scale, Table,
};

use crate::args::IndexInputs;
use crate::failure::Failure;
use crate::folder;
use crate::session::Session;

/// Everything that was read.
pub(super) struct Held {
    pub(super) library: Library,
    /// Tables with the id under which a folder pins them; empty for a file by itself.
    pub(super) tables: Vec<(String, Table)>,
    pub(super) coded: Vec<CodedAnswers>,
    pub(super) pinned: Option<Pinned>,
}

/// What a folder pins.
pub(super) fn of_folder(folder: &Path, session: &Session<'_>) -> Result<Held, Failure> {
    let mut held = Held::new();
    pinned(&mut held, folder, session)?;
    Ok(held)
}

/// Reads every file; what is wrong with any of them is told together.
pub(super) fn held(args: &IndexInputs, session: &Session<'_>) -> Result<Held, Failure> {
    let mut held = Held::new();
    for path in &args.rules {
        add_rules(&mut held.library, path, session)?;
    }
    let scale = if args.turned {
        Scale::TurnedRound
    } else {
        Scale::AsPublished
    };
    let mut lines = Vec::new();
    for file in &args.files {
        let (index, path) = split(file, &held.library);
        if let Some(folder) = pinned_folder(&path) {
            match pinned(&mut held, &folder, session) {
                Ok(()) => {}
                Err(failure) => lines.push(failure.text),
            }
            continue;
        }
        match table(&held.library, &path, index.as_deref(), scale, session) {
            Ok(table) => held.tables.push((String::new(), table)),
            Err(failure) => lines.push(failure.text),
        }
    }
    if lines.is_empty() {
        Ok(held)
    } else {
        Err(Failure::inputs(lines))
    }
}

/// `fiw=FILE` or `FILE`.
fn split(file: &str, library: &Library) -> (Option<String>, PathBuf) {
    match file.split_once('=') {
        Some((index, path)) if library.get(index).is_some() => {
            (Some(index.to_owned()), PathBuf::from(path))
        }
        _ => (None, PathBuf::from(file)),
    }
}

/// The folder that holds `indices.toml`: the one given, or `indices` in it.
pub(super) fn pinned_folder(path: &Path) -> Option<PathBuf> {
    [path.to_path_buf(), path.join("indices")]
        .into_iter()
        .find(|folder| folder.join(Pinned::FILE).is_file())
}

fn add_rules(library: &mut Library, path: &Path, session: &Session<'_>) -> Result<(), Failure> {
    let text = text(path, session)?;
    match library.add(&text) {
        Ok(_) => Ok(()),
        Err(RulesError::Document(errors)) => Err(document_errors(path, &errors, session)),
        Err(error) => Err(at(path, &session.said(error), session)),
    }
}

/// A file as text.
pub(crate) fn text(path: &Path, session: &Session<'_>) -> Result<String, Failure> {
    let bytes = folder::read(path).map_err(|error| session.unread(path, &error))?;
    String::from_utf8(bytes).map_err(|_| at(path, &session.plain("index-not-text"), session))
}

fn at(path: &Path, what: &str, session: &Session<'_>) -> Failure {
    let place = path.display();
    Failure::input(session.filled("cli-error-at", &[("place", &place), ("what", &what)]))
}

/// Errors of a document that people write by hand, each with its place.
pub(crate) fn document_errors(
    path: &Path,
    errors: &[FolderError],
    session: &Session<'_>,
) -> Failure {
    Failure::inputs(errors.iter().map(|error| {
        let place = format!("{}:{}:{}", path.display(), error.line, error.column);
        let what = session.filled(
            "index-document-error",
            &[
                ("key", &error.key),
                ("expected", &session.said(&error.expected)),
                ("found", &session.said(&error.found)),
            ],
        );
        session.filled("cli-error-at", &[("place", &place), ("what", &what)])
    }))
}

/// One table.
pub(super) fn table(
    library: &Library,
    path: &Path,
    index: Option<&str>,
    scale: Scale,
    session: &Session<'_>,
) -> Result<Table, Failure> {
    let bytes = folder::read(path).map_err(|error| session.unread(path, &error))?;
    let name = path.to_string_lossy();
    let read = Table::read(&name, &bytes, index, scale, library);
    let mut lines: Vec<String> = Vec::new();
    lines.extend(read.said.iter().map(|found| said(path, found, session)));
    lines.extend(
        read.problems
            .iter()
            .map(|found| problem(path, found, session)),
    );
    match read.table {
        Some(table) if lines.is_empty() => Ok(table),
        _ => Err(Failure::inputs(lines)),
    }
}

fn problem(path: &Path, found: &Problem, session: &Session<'_>) -> String {
    let mut place = path.display().to_string();
    if let Some(row) = found.row {
        // Writing to a string cannot fail.
        let _ = write!(place, ":{row}");
    }
    if let Some(column) = &found.column {
        let _ = write!(place, ":{}", scrutineer_formats::Excerpt::of(column));
    }
    let what = session.sentence(&found.message);
    session.filled("cli-error-at", &[("place", &place), ("what", &what)])
}

/// What the reader of bytes found, in the language of the run.
fn said(path: &Path, found: &scrutineer_formats::Problem, session: &Session<'_>) -> String {
    let place = format!("{}:{}", path.display(), found.position.row);
    let what = session.filled(
        "index-said",
        &[
            ("kind", &session.said(found.kind.name())),
            ("expected", &session.said(&found.expected)),
            ("found", &session.said(&found.found)),
        ],
    );
    session.filled("cli-error-at", &[("place", &place), ("what", &what)])
}

fn pinned(held: &mut Held, folder: &Path, session: &Session<'_>) -> Result<(), Failure> {
    let path = folder.join(Pinned::FILE);
    let parsed = Pinned::parse(&text(&path, session)?)
        .map_err(|errors| document_errors(&path, &errors, session))?;
    for rules in &parsed.rules {
        add_rules(&mut held.library, &folder.join(rules), session)?;
    }
    let mut lines = Vec::new();
    for wanted in &parsed.tables {
        let path = folder.join(&wanted.path);
        let index = Some(wanted.index.as_str());
        match table(&held.library, &path, index, wanted.scale, session) {
            Ok(found) if found.sha256 == wanted.sha256 => {
                held.tables.push((wanted.id.clone(), found));
            }
            Ok(found) => {
                let pairs: [(&str, &dyn std::fmt::Display); 2] =
                    [("wanted", &wanted.sha256), ("found", &found.sha256)];
                let what = session.filled("index-other-digest", &pairs);
                lines.push(at(&path, &what, session).text);
            }
            Err(failure) => lines.push(failure.text),
        }
    }
    for wanted in &parsed.coded {
        let Some(rules) = held.library.get(&wanted.index) else {
            let what = session.filled("index-unknown", &[("index", &wanted.index)]);
            lines.push(at(&path, &what, session).text);
            continue;
        };
        match coded(rules, folder, wanted, session) {
            Ok(found) => held.coded.push(found),
            Err(failure) => lines.push(failure.text),
        }
    }
    held.pinned = Some(parsed);
    if lines.is_empty() {
        Ok(())
    } else {
        Err(Failure::inputs(lines))
    }
}

fn coded(
    rules: &Rules,
    folder: &Path,
    wanted: &scrutineer_indices::PinnedCoded,
    session: &Session<'_>,
) -> Result<CodedAnswers, Failure> {
    let answers = folder.join(&wanted.answers);
    let decisions = wanted.decisions.as_ref().map(|path| folder.join(path));
    let read = |path: &Path| folder::read(path).map_err(|error| session.unread(path, &error));
    let bytes = read(&answers)?;
    let decided = decisions.as_deref().map(read).transpose()?;
    let (coded, problems, found) = CodedAnswers::read(rules, &bytes, decided.as_deref());
    let mut lines: Vec<String> = found
        .iter()
        .map(|found| said(&answers, found, session))
        .collect();
    lines.extend(problems.iter().map(|(file, found)| {
        let path = match (&decisions, file) {
            (Some(path), 1) => path,
            _ => &answers,
        };
        problem(path, found, session)
    }));
    if lines.is_empty() {
        Ok(coded)
    } else {
        Err(Failure::inputs(lines))
    }
}

/// `2024` for the index itself, or `fiw=2024`; several with commas between them.
pub(super) fn editions(
    words: &[String],
    index: &str,
    session: &Session<'_>,
) -> Result<BTreeMap<String, u16>, Failure> {
    let mut editions = BTreeMap::new();
    let mut wrong = Vec::new();
    for word in words.iter().flat_map(|word| word.split(',')) {
        let (of, year) = word.split_once('=').unwrap_or((index, word));
        match year.parse() {
            Ok(year) => {
                editions.insert(of.to_owned(), year);
            }
            Err(_) => wrong.push(session.filled("index-edition", &[("found", &word)])),
        }
    }
    if wrong.is_empty() {
        Ok(editions)
    } else {
        Err(Failure::usage(wrong.join("\n")))
    }
}

impl Held {
    fn new() -> Self {
        Self {
            library: Library::shipped(),
            tables: Vec::new(),
            coded: Vec::new(),
            pinned: None,
        }
    }

    /// The rules of the index that is asked for, or of the only one there is.
    pub(super) fn rules(
        &self,
        index: Option<&str>,
        session: &Session<'_>,
    ) -> Result<&Rules, Failure> {
        let index = index.map_or_else(
            || self.tables.first().map(|(_, table)| table.index.clone()),
            |index| Some(index.to_owned()),
        );
        let index = index.unwrap_or_default();
        self.library.get(&index).ok_or_else(|| {
            let known: Vec<&str> = self.library.iter().map(|rules| rules.id.as_str()).collect();
            let pairs: [(&str, &dyn std::fmt::Display); 2] =
                [("found", &index), ("known", &known.join(", "))];
            Failure::usage(session.filled("index-unknown-asked", &pairs))
        })
    }

    /// The answers about a place, from the tables of these ids (or all), in these editions (or the newest).
    pub(super) fn given(
        &self,
        rules: &Rules,
        place: &str,
        editions: &BTreeMap<String, u16>,
        tables: &[String],
    ) -> Given {
        let mut given = Given::default();
        let own = std::iter::once(&rules.id).filter(|_| rules.own_inputs().next().is_some());
        for index in own.chain(&rules.uses) {
            let edition = editions.get(index).copied();
            let mut rows = self
                .tables
                .iter()
                .filter(|(id, table)| {
                    table.index == *index && (tables.is_empty() || tables.contains(id))
                })
                .filter_map(|(_, table)| table.find(place, edition));
            if let Some(row) = rows.next() {
                row.give(index, rules, &mut given);
            } else if let Some(edition) = edition {
                given.editions.insert(index.clone(), edition);
            }
            for coded in self.coded.iter().filter(|coded| coded.index == *index) {
                let of = coded.places().into_iter().filter(|(held, _)| held == place);
                let found = of
                    .map(|(_, held)| held)
                    .filter(|held| edition.is_none_or(|at| at == *held));
                if let Some(edition) = found.max() {
                    coded.give(place, edition, &mut given);
                }
            }
        }
        // A published whole is for comparison; what is computed comes from answers, or from published parts.
        if let Some(whole) = rules.measures.get(rules.headline)
            && given.parts.len() > 1
        {
            given.parts.remove(&whole.id);
        }
        given
    }

    /// The places of the tables that an index needs, in order.
    pub(super) fn places(&self, rules: &Rules, editions: &BTreeMap<String, u16>) -> Vec<String> {
        let own = rules.own_inputs().next().is_some();
        let first = if own {
            Some(&rules.id)
        } else {
            rules.uses.last()
        };
        let mut places: Vec<String> = self
            .tables
            .iter()
            .filter(|(_, table)| Some(&table.index) == first)
            .flat_map(|(_, table)| &table.rows)
            .filter(|row| {
                let wanted = first.and_then(|index| editions.get(index));
                wanted.is_none_or(|wanted| *wanted == row.edition)
            })
            .map(|row| row.place.id().to_owned())
            .collect();
        places.sort();
        places.dedup();
        places
    }
}
