//! Finds examples and real files, and feeds folders with bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use scrutineer_formats::{
    ElectionFolder, FileError, LoadError, LoadOptions, Loaded, Location, Wanted, load,
};
use scrutineer_testkit::shared;

/// The text of an example's `election.toml`.
pub fn example(name: &str) -> String {
    let path = shared::workspace_root().join("examples").join(name).join("election.toml");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub fn parse(text: &str) -> ElectionFolder {
    ElectionFolder::parse(text).unwrap_or_else(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

fn find(dir: &Path, name: &str) -> Option<PathBuf> {
    for entry in fs::read_dir(dir).ok()?.flatten() {
        let path = entry.path();
        if path.is_dir() {
            if let Some(found) = find(&path, name) {
                return Some(found);
            }
        } else if path.file_name().is_some_and(|file| file == name) {
            return Some(path);
        }
    }
    None
}

/// An example with its real files; `None`, said aloud, where they are absent.
pub fn real(name: &str) -> Option<Loaded> {
    let data = shared::dir()?.join("data");
    let folder = parse(&example(name));
    let mut files = |wanted: &Wanted| match &wanted.location {
        Location::Pinned { name, .. } => match find(&data, name) {
            Some(path) => fs::read(path).map_err(|error| FileError::Failed(error.to_string())),
            None => Err(FileError::NotFound),
        },
        Location::Path(_) => Err(FileError::NotFound),
    };
    Some(load(&folder, &mut files, &LoadOptions::default()).expect("the files are there"))
}

/// Loads a folder whose files are given by name.
pub fn load_with(text: &str, files: &[(&str, &[u8])]) -> Result<Loaded, LoadError> {
    load_folder(&parse(text), files, LoadOptions::default())
}

pub fn load_folder(
    folder: &ElectionFolder,
    files: &[(&str, &[u8])],
    options: LoadOptions,
) -> Result<Loaded, LoadError> {
    let files: BTreeMap<&str, &[u8]> = files.iter().copied().collect();
    let mut give = |wanted: &Wanted| {
        files.get(wanted.location.name()).map(|bytes| bytes.to_vec()).ok_or(FileError::NotFound)
    };
    load(folder, &mut give, &options)
}
