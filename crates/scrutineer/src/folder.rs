//! Reads an election folder: its description, its files, and pinned files wherever they are.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use scrutineer_fetch::{Digest, Limits, Lookup, Missing, Network, Pinned, Resolver};
use scrutineer_formats::geometry::{self, GeometryError, ShapeFile};
use scrutineer_formats::{
    ElectionFolder, Excerpt, FileError, FolderError, IdentityFailure, LoadError, LoadOptions,
    Loaded, Location, MissingFile, Wanted, load,
};
use scrutineer_model::{Dataset, Geometry, ImportIssue, ImportIssueKind, Locator};
use scrutineer_report::IssueView;

use crate::args::Search;
use crate::failure::Failure;
use crate::missing;
use crate::session::Session;

/// The file that describes an election.
pub(crate) const ELECTION: &str = "election.toml";

/// Reading whatever declared sums fail.
pub(crate) const ACCEPTED: LoadOptions = LoadOptions {
    accept_import: true,
    unveiled: false,
};

/// Characters of a line that are shown under an error.
const SHOWN: usize = 100;

/// Reads the description of a folder.
pub(crate) fn describe(session: &Session<'_>, dir: &Path) -> Result<ElectionFolder, Failure> {
    let path = dir.join(ELECTION);
    let bytes = read(&path).map_err(|error| session.unread(&path, &error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let line = error
            .as_bytes()
            .iter()
            .take(valid)
            .filter(|byte| **byte == b'\n')
            .count()
            + 1;
        let place = format!("{}:{line}", path.display());
        let what = session.plain("cli-why-not-text");
        Failure::input(session.filled("cli-error-at", &[("place", &place), ("what", &what)]))
    })?;
    // The mark that some editors put before the first character.
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    ElectionFolder::parse(text)
        .map_err(|errors| Failure::input(folder_errors(session, &path, text, &errors)))
}

/// Reads everything. Sources that break their declared identity end the run unless accepted.
pub(crate) fn open(
    session: &mut Session<'_>,
    dir: &Path,
    search: &Search,
    accept_import: bool,
) -> Result<Loaded, Failure> {
    let options = LoadOptions {
        accept_import,
        ..LoadOptions::default()
    };
    let loaded = read_all(session, dir, search, options)?;
    let reasons = refusals(session, dir, &loaded, accept_import);
    if reasons.is_empty() {
        Ok(loaded)
    } else {
        Err(Failure::inputs(reasons))
    }
}

/// Why what was read is not enough for an audit: sources that break their declared identity, unless
/// accepted, else files none of which can be read.
pub(crate) fn refusals(
    session: &Session<'_>,
    dir: &Path,
    loaded: &Loaded,
    accept_import: bool,
) -> Vec<String> {
    if !accept_import && !loaded.refused.is_empty() {
        return loaded
            .refused
            .iter()
            .map(|failure| refusal(session, dir, failure))
            .collect();
    }
    loaded
        .dataset
        .issues()
        .iter()
        .filter(|issue| is_whole_file(issue))
        .map(|issue| unreadable(session, dir, issue))
        .collect()
}

/// The errors of a description that is text, each with its line; none where there is no such file or it
/// is right.
pub(crate) fn description_problems(session: &Session<'_>, dir: &Path) -> Vec<IssueView> {
    let bytes = read(&dir.join(ELECTION)).unwrap_or_default();
    // What is no text is a failure of its own, with its line.
    let Ok(text) = std::str::from_utf8(&bytes) else {
        return Vec::new();
    };
    if text.is_empty() {
        return Vec::new();
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let lines: Vec<&str> = text.lines().collect();
    let Err(errors) = ElectionFolder::parse(text) else {
        return Vec::new();
    };
    errors
        .iter()
        .map(|error| {
            let column = if error.key.is_empty() {
                error.column.to_string()
            } else {
                format!("{} ({})", error.column, error.key)
            };
            let locator = Locator {
                file: ELECTION.to_owned(),
                row: Some(u64::from(error.line)),
                column: Some(column),
            };
            let mut expected = session.said(&error.expected);
            if let Some(meant) = &error.suggestion {
                expected.push_str("; ");
                expected.push_str(&session.filled("cli-usage-meant", &[("meant", meant)]));
            }
            let at = usize::try_from(error.line).unwrap_or(0);
            let line = at.checked_sub(1).and_then(|index| lines.get(index));
            let line: String = line
                .into_iter()
                .flat_map(|line| line.chars().take(SHOWN))
                .collect();
            IssueView::folder(locator, expected, error.found.clone()).with_line(line)
        })
        .collect()
}

/// Reads everything, whatever is wrong with its content.
pub(crate) fn read_all(
    session: &mut Session<'_>,
    dir: &Path,
    search: &Search,
    options: LoadOptions,
) -> Result<Loaded, Failure> {
    let folder = describe(session, dir)?;
    let resolver = resolver(session, search)?;
    let mut lookup = resolver.lookup();
    let mut gone: Vec<Missing> = Vec::new();
    let mut remarks: Vec<String> = Vec::new();
    let result = {
        let session = &*session;
        let mut files = |wanted: &Wanted| {
            let mut gone = |missing| gone.push(missing);
            given(
                session,
                dir,
                &mut lookup,
                &wanted.location,
                (&mut gone, &mut remarks),
            )
        };
        load(&folder, &mut files, &options)
    };
    for remark in remarks {
        session.note(&remark);
    }
    result.map_err(|error| match error {
        LoadError::Missing(files) => {
            Failure::inputs(files.iter().map(|file| absent(session, dir, file, &gone)))
        }
        other => Failure::input(session.said(other)),
    })
}

/// The bytes of a file of a folder; what is missing of pinned ones, and where others were found, is told
/// apart.
fn given(
    session: &Session<'_>,
    dir: &Path,
    lookup: &mut Lookup<'_>,
    location: &Location,
    (gone, remarks): (&mut dyn FnMut(Missing), &mut Vec<String>),
) -> Result<Vec<u8>, FileError> {
    session.stage("cli-progress-reading", &[("file", &location.name())]);
    match location {
        Location::Path(path) => {
            let path = within(dir, path);
            read(&path).map_err(|error| match error.kind() {
                io::ErrorKind::NotFound => FileError::NotFound,
                _ => FileError::Failed(session.reason(&error)),
            })
        }
        Location::Pinned {
            sha256,
            name,
            address,
        } => {
            let sha256: Digest = sha256.parse().map_err(failed)?;
            let pinned = Pinned {
                sha256,
                name: name.clone(),
                size: None,
                address: address.clone(),
            };
            find(session, lookup, &pinned, remarks).map_err(|missing| {
                gone(missing);
                FileError::NotFound
            })
        }
    }
}

/// The shapes of the divisions; `None` where the folder names no file of them. Every file that is missing
/// ends the run, else every error of all of them.
pub(crate) fn geometry(
    session: &mut Session<'_>,
    dir: &Path,
    search: &Search,
    described: &ElectionFolder,
    dataset: &Dataset,
) -> Result<Option<Geometry>, Failure> {
    let Some(hierarchy) = dataset.hierarchies().first() else {
        return Ok(None);
    };
    if described.geometry().is_empty() {
        return Ok(None);
    }
    let resolver = resolver(session, search)?;
    let mut lookup = resolver.lookup();
    let (mut gone, mut remarks) = (Vec::new(), Vec::new());
    let (mut held, mut failures) = (Vec::new(), Vec::new());
    for spec in described.geometry() {
        let mut missing = |missing| gone.push(missing);
        let found = (&mut missing as &mut dyn FnMut(Missing), &mut remarks);
        match given(session, dir, &mut lookup, &spec.file, found) {
            Ok(bytes) => held.push((spec, bytes)),
            Err(error) => failures.push(not_given(session, dir, &spec.file, &error, &gone)),
        }
    }
    for remark in remarks {
        session.note(&remark);
    }
    if !failures.is_empty() {
        return Err(Failure::inputs(failures));
    }
    let files: Vec<ShapeFile<'_>> = held
        .iter()
        .map(|(spec, bytes)| ShapeFile {
            name: spec.file.name(),
            codes: &spec.codes,
            bytes,
        })
        .collect();
    geometry::read(&files, &hierarchy.divisions)
        .map(Some)
        .map_err(|errors| Failure::input(geometry_errors(session, dir, &errors)))
}

/// Every error of the shapes.
fn geometry_errors(session: &Session<'_>, dir: &Path, errors: &[GeometryError]) -> String {
    let count = i64::try_from(errors.len()).unwrap_or(i64::MAX);
    let head = scrutineer_model::Message::new("cli-error-geometry").with("count", count);
    let mut out = session.sentence(&head);
    for error in errors {
        let locator = Locator {
            file: error.file.clone(),
            row: None,
            column: None,
        };
        let mut place = place(dir, &locator);
        if let Some(at) = error.feature {
            place = session.filled("cli-error-feature", &[("file", &place), ("at", &at)]);
        }
        let (expected, found) = (session.said(&error.expected), session.said(&error.found));
        let mut what = session.filled(
            "cli-expected-found",
            &[("expected", &expected), ("found", &found)],
        );
        if !error.key.is_empty() {
            what = format!("{}: {what}", Excerpt::of(&error.key));
        }
        out.push('\n');
        out.push_str(&session.filled("cli-error-at", &[("place", &place), ("what", &what)]));
    }
    out
}

fn failed(error: impl std::fmt::Display) -> FileError {
    FileError::Failed(error.to_string())
}

fn find(
    session: &Session<'_>,
    lookup: &mut Lookup<'_>,
    pinned: &Pinned,
    remarks: &mut Vec<String>,
) -> Result<Vec<u8>, Missing> {
    let found = lookup.find(pinned)?;
    remarks.extend(
        found
            .remarks
            .iter()
            .map(|place| missing::remark(session, place)),
    );
    Ok(found.bytes)
}

/// Where to look for pinned files.
fn resolver(session: &Session<'_>, search: &Search) -> Result<Resolver, Failure> {
    let mut resolver = Resolver::new();
    for mirror in &search.mirror {
        match mirror.parse::<scrutineer_fetch::Mirror>() {
            Ok(mirror) => resolver = resolver.mirror(mirror),
            Err(never) => match never {},
        }
    }
    for mirror in session.environment.mirrors() {
        resolver = resolver.mirror(mirror);
    }
    if !search.portable
        && let Some(cache) = session.environment.cache()
    {
        resolver = resolver.cache(cache);
    }
    if search.fetch {
        resolver = resolver.network(network(session)?);
    }
    Ok(resolver)
}

/// Connections to what a person named, through the proxy where there is one.
pub(crate) fn network(session: &Session<'_>) -> Result<Network, Failure> {
    let proxy = session
        .environment
        .proxy()
        .map_err(|error| Failure::usage(session.said(error)))?;
    Ok(Network::Allowed { proxy })
}

/// A path of the folder, which is written with `/` on every system.
fn within(dir: &Path, path: &str) -> PathBuf {
    let mut full = dir.to_path_buf();
    full.extend(path.split('/'));
    full
}

/// The bytes of a regular file of at most the size that pinned files may have. A pipe or a device
/// could block for ever.
pub(crate) fn read(path: &Path) -> io::Result<Vec<u8>> {
    let limit = Limits::default().max_file_bytes;
    let status = fs::metadata(path)?;
    if !status.is_file() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    let mut bytes = Vec::with_capacity(usize::try_from(status.len().min(limit)).unwrap_or(0));
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length <= limit) {
        Ok(bytes)
    } else {
        Err(io::ErrorKind::FileTooLarge.into())
    }
}

fn absent(session: &Session<'_>, dir: &Path, file: &MissingFile, gone: &[Missing]) -> String {
    not_given(session, dir, &file.wanted.location, &file.error, gone)
}

/// Why a file is missing.
fn not_given(
    session: &Session<'_>,
    dir: &Path,
    location: &Location,
    error: &FileError,
    gone: &[Missing],
) -> String {
    match location {
        Location::Path(path) => {
            let why = match error {
                FileError::NotFound => session.plain("cli-why-not-found"),
                FileError::Failed(why) => session.said(why),
            };
            let path = within(dir, path);
            session.filled(
                "cli-error-read",
                &[("file", &path.display()), ("why", &why)],
            )
        }
        Location::Pinned { sha256, name, .. } => gone
            .iter()
            .find(|missing| missing.wanted().sha256.to_string() == *sha256)
            .map_or_else(
                || {
                    let why = session.said(error);
                    session.filled("cli-error-read", &[("file", name), ("why", &why)])
                },
                |missing| missing::account(session, missing),
            ),
    }
}

/// `file:line:column`, as far as it is known.
pub(crate) fn place(dir: &Path, locator: &Locator) -> String {
    let (file, member) = match locator.file.split_once('#') {
        Some((file, member)) => (file, format!("#{member}")),
        None => (locator.file.as_str(), String::new()),
    };
    // A pinned file is known by its name; where it was found does not matter.
    let path = Some(within(dir, file)).filter(|path| path.is_file());
    let mut text = path.map_or_else(|| file.to_owned(), |path| path.display().to_string());
    text.push_str(&member);
    if let Some(row) = locator.row {
        // Writing to a string cannot fail.
        let _ = write!(text, ":{row}");
    }
    if let Some(column) = &locator.column {
        let _ = write!(text, ":{}", Excerpt::of(column));
    }
    text
}

/// A file none of which can be read. A member of an archive that cannot be is one rejected station
/// among many, and a finding.
fn is_whole_file(issue: &ImportIssue) -> bool {
    issue.kind == ImportIssueKind::Unreadable
        && issue.locator.row.is_none()
        && !issue.locator.file.contains('#')
}

fn unreadable(session: &Session<'_>, dir: &Path, issue: &ImportIssue) -> String {
    let place = place(dir, &issue.locator);
    let (expected, found) = (session.said(&issue.expected), session.said(&issue.found));
    let why = session.filled(
        "cli-expected-found",
        &[("expected", &expected), ("found", &found)],
    );
    session.filled("cli-error-read", &[("file", &place), ("why", &why)])
}

pub(crate) fn refusal(session: &Session<'_>, dir: &Path, failure: &IdentityFailure) -> String {
    use scrutineer_model::Message;
    let message = Message::new("cli-error-identity")
        .with("source", failure.source.as_str())
        .with("identity", failure.identity.as_str())
        .with("count", failure.failing)
        .with("rows", failure.readings);
    let mut text = session.sentence(&message);
    for locator in &failure.first {
        text.push_str("\n  ");
        text.push_str(&place(dir, locator));
    }
    text
}

/// Every error of a description: place, what was expected and found, and the line itself.
fn folder_errors(session: &Session<'_>, path: &Path, text: &str, errors: &[FolderError]) -> String {
    let count = i64::try_from(errors.len()).unwrap_or(i64::MAX);
    let head = scrutineer_model::Message::new("cli-error-folder").with("count", count);
    let mut out = session.sentence(&head);
    let lines: Vec<&str> = text.lines().collect();
    for error in errors {
        let place = format!("{}:{}:{}", path.display(), error.line, error.column);
        let (expected, found) = (session.said(&error.expected), session.said(&error.found));
        let mut what = session.filled(
            "cli-expected-found",
            &[("expected", &expected), ("found", &found)],
        );
        if !error.key.is_empty() {
            what = format!("{}: {what}", error.key);
        }
        if let Some(meant) = &error.suggestion {
            what.push_str("; ");
            what.push_str(&session.filled("cli-usage-meant", &[("meant", meant)]));
        }
        out.push('\n');
        out.push_str(&session.filled("cli-error-at", &[("place", &place), ("what", &what)]));
        let at = usize::try_from(error.line).unwrap_or(0);
        if let Some(line) = at.checked_sub(1).and_then(|index| lines.get(index)) {
            let column = usize::try_from(error.column).unwrap_or(1);
            out.push_str(&pointed(line, column));
        }
    }
    out
}

/// A line with a mark under the column, shortened, with nothing that a terminal would obey.
fn pointed(line: &str, column: usize) -> String {
    // Letters, digits, blanks and ASCII pass; marks of direction and controls do not.
    let printable = |c: char| {
        if c.is_alphanumeric() || c == ' ' || c.is_ascii_graphic() {
            c
        } else {
            '\u{b7}'
        }
    };
    let shown: String = line.chars().take(SHOWN).map(printable).collect();
    let mark = column.saturating_sub(1).min(SHOWN);
    format!("\n    | {shown}\n    | {}^", " ".repeat(mark))
}
