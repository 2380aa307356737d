//! `index import`: a table becomes a pinned release of a folder, never replacing an earlier one.

use std::fmt::Write as _;

use scrutineer_formats::FolderError;
use scrutineer_indices::{Check, Pinned, Revision, Table, checks, differences};
use serde::Serialize;

use super::labels::Columns;
use super::{compare, files};
use crate::args::IndexImport;
use crate::command::audit::{document, internal};
use crate::failure::Failure;
use crate::session::Session;
use crate::status::Status;
use crate::{folder, output};

#[derive(Serialize)]
struct Document {
    schema: &'static str,
    id: String,
    index: String,
    sha256: String,
    rows: usize,
    /// Published values that are not what the answers give, by the row.
    differ: Vec<(u64, Check)>,
    revision: Option<Revision>,
}

pub(super) fn run(args: &IndexImport, session: &mut Session<'_>) -> Result<Status, Failure> {
    let [file] = args.inputs.files.as_slice() else {
        return Err(Failure::usage(session.plain("index-one-file")));
    };
    let held = files::held(&args.inputs, session)?;
    let Some((_, table)) = held.tables.first() else {
        return Err(Failure::usage(session.plain("index-one-file")));
    };
    let rules = held.rules(Some(&table.index), session)?;
    let mut differ = Vec::new();
    for row in &table.rows {
        let found = checks(rules, row).map_err(internal)?;
        let found = found
            .into_iter()
            .filter(|check| check.agrees == Some(false));
        differ.extend(found.map(|check| (row.row, check)));
    }
    let named = file.split_once('=').filter(|(id, _)| *id == table.index);
    let source = std::path::PathBuf::from(named.map_or(file.as_str(), |(_, path)| path));
    let end = source.extension().map_or_else(
        || "csv".to_owned(),
        |end| end.to_string_lossy().to_ascii_lowercase(),
    );
    let name = format!("{}.{end}", args.id);
    let path = args.into.join(Pinned::FILE);
    let before = if path.exists() {
        files::text(&path, session)?
    } else {
        let as_of = args
            .as_of
            .as_deref()
            .ok_or_else(|| Failure::usage(session.plain("index-as-of")))?;
        format!(
            "schema = \"scrutineer/indices/1\"\nas_of = {}\n",
            quoted(as_of)
        )
    };
    let parse = |text: &str| {
        Pinned::parse(text)
            .map_err(|errors: Vec<FolderError>| files::document_errors(&path, &errors, session))
    };
    let earlier = parse(&before)?;
    if let Some(same) = earlier
        .tables
        .iter()
        .find(|held| held.sha256 == table.sha256)
    {
        let said = session.filled("index-already", &[("id", &same.id)]);
        session.line(&said)?;
        return Ok(Status::Done);
    }
    let text = declared(args, table, &name, before);
    parse(&text)?;
    let revision = match &args.supersedes {
        Some(id) => {
            let old = earlier.tables.iter().find(|held| held.id == *id);
            let old = old
                .ok_or_else(|| Failure::usage(session.filled("index-no-release", &[("id", id)])))?;
            let at = args.into.join(&old.path);
            let older = files::table(&held.library, &at, Some(&old.index), old.scale, session)?;
            Some(differences(&older, table))
        }
        None => None,
    };
    let bytes = folder::read(&source).map_err(|error| session.unread(&source, &error))?;
    let copy = args.into.join(&name);
    if copy.exists() {
        return Err(Failure::input(
            session.filled("index-in-the-way", &[("file", &copy.display())]),
        ));
    }
    output::write(&copy, &bytes).map_err(|error| session.unwritten(&copy, &error))?;
    output::write(&path, text.as_bytes()).map_err(|error| session.unwritten(&path, &error))?;
    let made = Document {
        schema: "scrutineer/index-import/1",
        id: args.id.clone(),
        index: table.index.clone(),
        sha256: table.sha256.clone(),
        rows: table.rows.len(),
        differ,
        revision,
    };
    let text = if args.inputs.json {
        document(&made)?
    } else {
        let columns = Columns::new(&held.library, rules, session).map_err(internal)?;
        words(&made, table, &columns, session)
    };
    session.print(&text)?;
    Ok(Status::Done)
}

/// Texts in TOML have the escapes of JSON.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// The document of the folder with one more table.
fn declared(args: &IndexImport, table: &Table, name: &str, before: String) -> String {
    let mut text = before;
    let mut line = |key: &str, value: String| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{key} = {value}");
    };
    line("\n[[table]]\nid", quoted(&args.id));
    line("index", quoted(&table.index));
    line("path", quoted(name));
    line("sha256", quoted(&table.sha256));
    if args.inputs.turned {
        line("scale", quoted("turned-round"));
    }
    line("source", quoted(&args.source));
    line("published", quoted(&args.published));
    line("captured", quoted(&args.captured));
    line("licence", quoted(&args.licence));
    if let Some(old) = &args.supersedes {
        line("supersedes", quoted(old));
    }
    text
}

fn words(
    made: &Document,
    table: &Table,
    columns: &Columns<'_, '_>,
    session: &Session<'_>,
) -> String {
    let mut text = session.filled(
        "index-imported",
        &[
            ("id", &made.id),
            ("rows", &made.rows),
            ("differ", &made.differ.len()),
        ],
    );
    text.push('\n');
    text += &columns.head();
    text.push('\n');
    for (row, check) in &made.differ {
        let held = table.rows.iter().find(|held| held.row == *row);
        let codes: Vec<String> = check
            .computed
            .split(' ')
            .map(|code| columns.cell(&check.measure, code))
            .collect();
        text += &session.filled(
            "index-line-differs",
            &[
                ("row", row),
                ("place", &held.map_or("", |held| held.place.id())),
                (
                    "edition",
                    &held.map_or_else(String::new, |held| columns.edition(held.edition)),
                ),
                ("measure", &columns.name(&check.measure)),
                ("published", &columns.cell(&check.measure, &check.published)),
                ("computed", &codes.join(&session.plain("index-or"))),
                ("range", &columns.range(&check.measure)),
            ],
        );
        text.push('\n');
    }
    if let Some(found) = &made.revision {
        text += &compare::revision(found, columns, session);
    }
    text
}
