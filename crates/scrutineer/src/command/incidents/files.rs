//! The files of the folder `incidents/`, and words of the arguments.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;
use std::path::{Path, PathBuf};

use scrutineer_incidents::{
    ActKind, Area, Book, Forms, Problem, Stated, Table, TableName, latest_day, read_table,
};
use scrutineer_model::{Date, Message};

use crate::failure::Failure;
use crate::folder;
use crate::session::Session;

/// The folder of the tables.
const FOLDER: &str = "incidents";

/// Where a table stands.
pub(super) fn path_of(dir: &Path, name: TableName) -> PathBuf {
    dir.join(FOLDER).join(format!("{}.csv", name.name()))
}

/// Whether a folder has any table.
pub(crate) fn has_tables(dir: &Path) -> bool {
    TableName::ALL
        .into_iter()
        .any(|name| path_of(dir, name).exists())
}

/// Every table that is there, which may be none; what is wrong with any of the files is told together.
pub(super) fn present(
    dir: &Path,
    session: &Session<'_>,
) -> Result<BTreeMap<TableName, Table>, Failure> {
    let mut found = BTreeMap::new();
    let mut lines = Vec::new();
    for name in TableName::ALL {
        let path = path_of(dir, name);
        if path.exists() {
            match table(&path, session) {
                Ok(table) => {
                    found.insert(name, table);
                }
                Err(failure) => lines.push(failure.text),
            }
        }
    }
    if lines.is_empty() {
        Ok(found)
    } else {
        Err(Failure::inputs(lines))
    }
}

/// Every table of a folder that has one at least.
pub(super) fn tables(
    dir: &Path,
    session: &Session<'_>,
) -> Result<BTreeMap<TableName, Table>, Failure> {
    let found = present(dir, session)?;
    if found.is_empty() {
        let place = dir.join(FOLDER);
        let text = session.filled("cli-incidents-no-tables", &[("folder", &place.display())]);
        return Err(Failure::input(text));
    }
    Ok(found)
}

/// The book of a folder.
pub(super) fn book(
    dir: &Path,
    forms: Option<&Path>,
    session: &mut Session<'_>,
) -> Result<(Book, Forms), Failure> {
    let forms = read_forms(dir, forms, session)?;
    let tables = tables(dir, session)?;
    let book = Book::read(&tables, &forms).map_err(|found| problems(&found, session))?;
    Ok((book, forms))
}

/// Where a folder has forms of its own; `None` where it has none. A link that leads nowhere and a folder that cannot be
/// read are errors: the forms that ship with the program are not those of the folder, and may protect less.
pub(super) fn own_forms(dir: &Path, session: &Session<'_>) -> Result<Option<PathBuf>, Failure> {
    let path = dir.join(FOLDER).join("forms.json");
    match path.symlink_metadata() {
        Ok(_) => Ok(Some(path)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(session.unread(&path, &error)),
    }
}

/// The forms of the file that is given, else those of the folder, else those that ship with the program. Types that only
/// the file says are not about persons are told on standard error.
pub(super) fn read_forms(
    dir: &Path,
    given: Option<&Path>,
    session: &mut Session<'_>,
) -> Result<Forms, Failure> {
    let forms = quiet_forms(dir, given, session)?;
    let few: Vec<String> = forms
        .shown_however_few()
        .into_iter()
        .map(ToString::to_string)
        .collect();
    if !few.is_empty() {
        let what = few.join(", ");
        session.note(&session.filled("cli-incidents-forms-few", &[("what", &what)]));
    }
    Ok(forms)
}

/// The same, without a word about what the file decides: for who reads it again.
pub(super) fn quiet_forms(
    dir: &Path,
    given: Option<&Path>,
    session: &Session<'_>,
) -> Result<Forms, Failure> {
    let path = match given {
        Some(path) => Some(path.to_owned()),
        None => own_forms(dir, session)?,
    };
    let Some(path) = path else {
        return Ok(Forms::shipped());
    };
    let text = text(&path, session)?;
    Forms::parse(&text).map_err(|error| stated(&path, &error.problems, session))
}

/// A file as text.
pub(super) fn text(path: &Path, session: &Session<'_>) -> Result<String, Failure> {
    let bytes = folder::read(path).map_err(|error| session.unread(path, &error))?;
    String::from_utf8(bytes).map_err(|_| {
        let what = session.plain("cli-why-not-text");
        Failure::input(session.filled(
            "cli-error-at",
            &[("place", &path.display()), ("what", &what)],
        ))
    })
}

/// What is wrong with a file of settings, at the place in its own keys.
pub(super) fn stated(path: &Path, found: &[Stated], session: &Session<'_>) -> Failure {
    Failure::inputs(found.iter().map(|held| {
        let place = format!("{}: {}", path.display(), held.place);
        let what = session.sentence(&held.message);
        session.filled("cli-error-at", &[("place", &place), ("what", &what)])
    }))
}

/// A file as a table, or everything that is wrong with it.
pub(super) fn table(path: &Path, session: &Session<'_>) -> Result<Table, Failure> {
    let (table, lines) = read(path, session)?;
    if lines.is_empty() {
        Ok(table)
    } else {
        Err(Failure::inputs(lines))
    }
}

/// What could be read of a file as a table, and what could not.
pub(super) fn read(path: &Path, session: &Session<'_>) -> Result<(Table, Vec<String>), Failure> {
    let bytes = folder::read(path).map_err(|error| session.unread(path, &error))?;
    let file = path.display().to_string();
    let read = read_table(&file, &bytes);
    let mut lines = Vec::new();
    if !read.problems.is_empty() {
        lines.push(problems(&read.problems, session).text);
    }
    lines.extend(read.said.iter().map(|problem| {
        let what = session.said(problem);
        session.filled("cli-error-at", &[("place", &file), ("what", &what)])
    }));
    Ok((read.table, lines))
}

/// Every problem with its place.
pub(super) fn problems(found: &[Problem], session: &Session<'_>) -> Failure {
    Failure::inputs(found.iter().map(|problem| {
        let mut place = problem.file.clone();
        // Writing to a string cannot fail.
        if let Some(row) = problem.row {
            let _ = write!(place, ":{row}");
        }
        if let Some(column) = &problem.column {
            let _ = write!(place, ":{column}");
        }
        let what = session.sentence(&problem.message);
        session.filled("cli-error-at", &[("place", &place), ("what", &what)])
    }))
}

/// An act of the arguments.
pub(super) fn act(word: &str, session: &Session<'_>) -> Result<ActKind, Failure> {
    ActKind::parse(word).ok_or_else(|| usage("--act", &ActKind::WORDS.join(", "), session))
}

/// An area of the arguments.
pub(super) fn area(text: &str, session: &Session<'_>) -> Result<Area, Failure> {
    Area::parse(text).ok_or_else(|| {
        let what = session.plain("incidents-expected-area-argument");
        Failure::usage(what)
    })
}

/// A date of the arguments.
pub(super) fn date(option: &str, text: &str, session: &Session<'_>) -> Result<Date, Failure> {
    Date::parse(text).map_err(|_| usage(option, "2024-07-28", session))
}

fn usage(option: &str, known: &str, session: &Session<'_>) -> Failure {
    Failure::usage(session.filled(
        "cli-incidents-argument",
        &[("option", &option), ("known", &known)],
    ))
}

/// The day of the arguments, or the latest of the tables that may be told.
pub(super) fn cut_off(
    given: Option<&str>,
    (book, forms): (&Book, &Forms),
    session: &Session<'_>,
) -> Result<Date, Failure> {
    if let Some(text) = given {
        return date("--as-of", text, session);
    }
    latest_day(book, forms).ok_or_else(|| Failure::usage(session.plain("cli-incidents-no-date")))
}

/// A sentence with the words of reports for it.
pub(super) fn said(session: &Session<'_>, id: &str, with: &[(&str, u64)]) -> String {
    let message = with
        .iter()
        .fold(Message::new(id), |message, (name, value)| {
            message.with(name, *value)
        });
    session.sentence(&message)
}
