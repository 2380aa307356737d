//! The glossary and the public types of the model name the same things.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use scrutineer_testkit::shared::workspace_root;

/// Names that stand in the first column of a table, between backquotes.
fn listed(glossary: &str) -> BTreeSet<String> {
    let cells = glossary.lines().filter_map(|line| line.strip_prefix("| `"));
    cells
        .filter_map(|rest| rest.split_once('`'))
        .map(|(name, _)| name.to_owned())
        .collect()
}

/// Names that a source file declares as public types.
///
/// Macros that write types are called with the name first on its line and a comma after it.
fn declared(source: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut in_index = false;
    for line in source.lines() {
        let line = line.trim();
        let types = ["pub struct ", "pub enum ", "pub type ", "pub trait "];
        if let Some(rest) = types.iter().find_map(|start| line.strip_prefix(start)) {
            let name: String = rest.chars().take_while(|at| at.is_alphanumeric()).collect();
            // A macro's own `$name` leaves nothing.
            if !name.is_empty() {
                names.insert(name);
            }
        }
        match line {
            "index!(" => in_index = true,
            ");" => in_index = false,
            _ if in_index && !line.starts_with("//") => {
                names.extend(line.split_once(',').map(|(name, _)| name.to_owned()));
            }
            _ => {}
        }
    }
    names
}

fn sources(folder: &Path) -> String {
    let mut text = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            text += &sources(&path);
        } else if path.extension().is_some_and(|end| end == "rs") {
            text += &fs::read_to_string(path).unwrap();
        }
    }
    text
}

/// Names that the crate exports from its root.
fn exported(root: &str) -> BTreeSet<String> {
    let uses = root.split("pub use ").skip(1);
    let items = uses
        .filter_map(|rest| rest.split_once(';'))
        .map(|(item, _)| item);
    items
        .flat_map(|item| {
            item.rsplit("::")
                .next()
                .unwrap_or(item)
                .split([',', '{', '}'])
        })
        .map(|name| name.trim().to_owned())
        .filter(|name| name.starts_with(char::is_uppercase))
        .collect()
}

fn compare() -> (BTreeSet<String>, BTreeSet<String>) {
    let root = workspace_root();
    let model = root.join("crates/scrutineer-model/src");
    let public = exported(&fs::read_to_string(model.join("lib.rs")).unwrap());
    let types = &declared(&sources(&model)) & &public;
    (
        types,
        listed(&fs::read_to_string(root.join("GLOSSARY.md")).unwrap()),
    )
}

#[test]
fn every_public_type_of_the_model_has_a_row() {
    let (types, rows) = compare();
    assert!(types.len() > 50, "only {} types were found", types.len());
    assert_eq!(&types - &rows, BTreeSet::new());
}

#[test]
fn every_row_of_a_type_names_a_public_type() {
    let (types, rows) = compare();
    assert_eq!(&rows - &types, BTreeSet::new());
}

#[test]
fn a_type_without_a_row_is_noticed() {
    let types =
        declared("/// X.\npub struct Unlisted<'a> {\nindex!(\n    /// Y.\n    OtherIdx, u16\n);");
    let rows = listed("| code name | x |\n|---|---|\n| `OtherIdx` | position | - | - |");
    assert_eq!(&types - &rows, BTreeSet::from(["Unlisted".to_owned()]));
}
