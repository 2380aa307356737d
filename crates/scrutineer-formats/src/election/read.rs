// SPDX-License-Identifier: Apache-2.0 OR MIT
//! From the text of `election.toml` to an [`ElectionFolder`].

use scrutineer_model::{Contest, Date, Election};
use toml_span::{ErrorKind, Value};

use crate::election::ElectionFolder;
use crate::election::contest::contest;
use crate::election::declare::declarations;
use crate::election::keys::FOLDER;
use crate::election::kinds::Keys;
use crate::election::publication::{publication, publisher};
use crate::election::refer::{code, distinct, location, unknown_id};
use crate::election::source::{register, sources};
use crate::election::spec::{GeometrySpec, HierarchySpec};
use crate::election::walk::{Errors, FolderError, Node, check};
use crate::map::digest;

/// The most bytes of a document that people write by hand: 4 MiB. A larger one is data in the wrong place.
const MAX_BYTES: usize = 4 * 1024 * 1024;

/// The document, compared with the table of its keys; `None` where it is none, with the reason among the
/// errors.
pub(crate) fn value<'t>(
    text: &'t str,
    keys: &'static Keys,
    errors: &mut Errors<'_>,
) -> Option<Value<'t>> {
    if text.len() > MAX_BYTES {
        let found = format!("{} bytes", text.len());
        errors.push(0, "", &format!("at most {MAX_BYTES} bytes"), found);
        return None;
    }
    let document = text.strip_prefix('\u{feff}').unwrap_or(text);
    match toml_span::parse(document) {
        Ok(value) => {
            check(&value, keys, "", errors);
            Some(value)
        }
        Err(error) => {
            let mark = text.len() - document.len();
            let at = error.span.start + mark;
            let (expected, found) = syntax(&error.kind, document, error.span.start);
            errors.push(at, "", &expected, found);
            None
        }
    }
}

pub(super) fn folder(text: &str) -> Result<ElectionFolder, Vec<FolderError>> {
    let mut errors = Errors::new(text, "election.toml");
    let Some(value) = value(text, &FOLDER, &mut errors) else {
        return Err(errors.into_sorted());
    };
    let root = Node::root(&value);
    let election = root.table("election").and_then(|node| election(&node));
    let hierarchies = hierarchies(&root, &mut errors);
    let contests = contests(&root, &mut errors);
    let sources = sources(&root, &contests, &hierarchies, &mut errors);
    let register = register(&root, &hierarchies, &mut errors);
    let declarations = declarations(&root, &contests, &hierarchies, &mut errors);
    let geometry = geometry(&root, &hierarchies, &mut errors);
    match election {
        Some(election) if errors.is_empty() => Ok(ElectionFolder {
            election,
            key: root
                .table("election")
                .map(|node| node.names("key"))
                .unwrap_or_default(),
            hierarchies,
            contests,
            sources,
            register,
            declarations,
            geometry,
            publication: publication(&root),
            publisher: publisher(&root),
            sha256: digest::sha256(text.as_bytes()),
        }),
        _ => Err(errors.into_sorted()),
    }
}

fn election(node: &Node<'_>) -> Option<Election> {
    Some(Election {
        id: code(node, "id")?,
        name: node.owned("name")?,
        date: Date::parse(node.text("date")?).ok()?,
        country: node.owned("country")?,
    })
}

fn hierarchies(root: &Node<'_>, errors: &mut Errors<'_>) -> Vec<HierarchySpec> {
    let nodes = root.tables("hierarchy");
    distinct(&nodes, errors);
    let mut hierarchies = Vec::new();
    for node in &nodes {
        let levels = node.names("levels");
        let path = node.path_of("levels");
        if levels.is_empty() && node.get("levels").is_some() {
            errors.push(node.at_key("levels"), &path, "at least one level", "none");
        }
        if levels
            .iter()
            .enumerate()
            .any(|(at, level)| levels.iter().take(at).any(|l| l == level))
        {
            errors.push(
                node.at_key("levels"),
                &path,
                "each level once",
                "a name twice",
            );
        }
        hierarchies.push(HierarchySpec {
            id: node.owned("id").unwrap_or_default(),
            levels,
        });
    }
    hierarchies
}

fn geometry(
    root: &Node<'_>,
    hierarchies: &[HierarchySpec],
    errors: &mut Errors<'_>,
) -> Vec<GeometrySpec> {
    let most = hierarchies.first().map_or(0, |held| held.levels.len());
    let mut all = Vec::new();
    for node in root.tables("geometry") {
        let codes = node.names("codes");
        if node.get("codes").is_some() && !(1..=most).contains(&codes.len()) {
            let expected =
                format!("from 1 to {most} properties, one for each level of the first hierarchy");
            let found = codes.len().to_string();
            errors.push(
                node.at_key("codes"),
                &node.path_of("codes"),
                &expected,
                found,
            );
        }
        if let Some(file) = location(&node, errors) {
            all.push(GeometrySpec { file, codes });
        }
    }
    all
}

fn contests(root: &Node<'_>, errors: &mut Errors<'_>) -> Vec<Contest> {
    let nodes = root.tables("contest");
    distinct(&nodes, errors);
    if nodes.is_empty() && root.get("contest").is_some() {
        errors.push(
            root.at_key("contest"),
            "contest",
            "at least one contest",
            "none",
        );
    }
    let ids: Vec<&str> = nodes.iter().filter_map(|node| node.text("id")).collect();
    for node in &nodes {
        if let Some(id) = node.text("predecessor")
            && (!ids.contains(&id) || node.text("id") == Some(id))
        {
            let at = node.at_key("predecessor");
            let known = ids.iter().copied().filter(|known| *known != id);
            unknown_id(
                at,
                &node.path_of("predecessor"),
                "another contest",
                id,
                known,
                errors,
            );
        }
    }
    nodes
        .iter()
        .filter_map(|node| contest(node, errors))
        .collect()
}

/// What is wrong with a text that is no TOML.
fn syntax(kind: &ErrorKind, text: &str, at: usize) -> (String, String) {
    if let ErrorKind::DuplicateKey { key, .. } = kind {
        return ("each key once".to_owned(), format!("{key:?} again"));
    }
    if let ErrorKind::DuplicateTable { name, .. } = kind {
        return ("each table once".to_owned(), format!("[{name}] again"));
    }
    let mut start = at.min(text.len());
    while !text.is_char_boundary(start) {
        start -= 1;
    }
    let line_start = text
        .get(..start)
        .and_then(|before| before.rfind('\n'))
        .map_or(0, |n| n + 1);
    let line = text
        .get(line_start..)
        .unwrap_or_default()
        .lines()
        .next()
        .unwrap_or_default();
    let value = line.split_once('=').map_or("", |(_, value)| value.trim());
    let word = value.get(..10).unwrap_or_default();
    if Date::parse(word).is_ok() {
        return (
            format!("dates in quotes: \"{word}\""),
            "a date without quotes".to_owned(),
        );
    }
    ("TOML".to_owned(), no_toml(kind))
}

/// Where the parser of TOML stopped, in words.
fn no_toml(kind: &ErrorKind) -> String {
    let words = match kind {
        ErrorKind::Unexpected(found) => return format!("the character {found:?}"),
        ErrorKind::InvalidCharInString(found) => {
            return format!("the character {found:?} inside text");
        }
        ErrorKind::InvalidEscape(found) | ErrorKind::InvalidHexEscape(found) => {
            return format!("an unknown escape {found:?}");
        }
        ErrorKind::Wanted { expected, found } => {
            return format!("{} instead of {}", token(found), token(expected));
        }
        ErrorKind::InvalidEscapeValue(_) => "an escape that is no character",
        ErrorKind::UnexpectedEof => "an end inside a value",
        ErrorKind::ExceededDepthLimit => "too many levels of nesting",
        ErrorKind::UnterminatedString => "text without its closing quote",
        ErrorKind::InvalidNumber | ErrorKind::OutOfRange(_) => "a number that cannot be read",
        ErrorKind::UnquotedString => "text without quotes",
        ErrorKind::MultilineStringKey => "a key of several lines",
        ErrorKind::RedefineAsArray => "a table defined again as an array",
        ErrorKind::DottedKeyInvalidType { .. } => "a key inside something that is no table",
        _ => "something that cannot be read",
    };
    words.to_owned()
}

/// A token of TOML by the name that its parser gives it, in plain words.
fn token(name: &str) -> &str {
    match name {
        "an identifier" => "a word without quotes",
        "an equals" => "an equals sign",
        "a string" => "text in quotes",
        "a multiline string" => "text of several lines",
        "a table key" => "the key of a table",
        "newline" => "a newline",
        "eof" => "the end",
        name => name,
    }
}
