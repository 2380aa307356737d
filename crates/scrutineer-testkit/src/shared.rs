//! The folder of real data and vectors that stands beside the checkout and is not part of it.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::requirement::skip_without;

/// The environment variable that names the folder; else `../shared` beside the workspace root.
pub const VARIABLE: &str = "SCRUTINEER_SHARED";

const HINT: &str = "a folder `shared` beside the checkout, or SCRUTINEER_SHARED=DIR";

/// The root of this workspace.
pub fn workspace_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The shared folder; `None`, with a printed line, where it is absent.
///
/// # Panics
///
/// When it is absent and `SCRUTINEER_REQUIRE` contains `shared`.
pub fn dir() -> Option<PathBuf> {
    skip_without("shared", HINT, locate())
}

/// A file of the shared folder by its path in it, such as `data/NAME/FILE.csv`.
///
/// # Panics
///
/// As [`dir`]; a folder without the file counts as absent.
pub fn file(relative: &str) -> Option<PathBuf> {
    let path = locate()
        .map(|dir| dir.join(relative))
        .filter(|path| path.is_file());
    skip_without("shared", HINT, path)
}

/// A vector file of the shared folder by its name.
///
/// # Panics
///
/// As [`file()`], and when the file is there but is not JSON.
#[expect(
    clippy::panic,
    reason = "a vector file that cannot be read must fail the test"
)]
pub fn vectors(name: &str) -> Option<Value> {
    let path = file(&format!("vectors/{name}"))?;
    let parsed = fs::read(&path)
        .map_err(|error| error.to_string())
        .and_then(|bytes| serde_json::from_slice(&bytes).map_err(|error| error.to_string()));
    match parsed {
        Ok(value) => Some(value),
        Err(error) => panic!("{}: {error}", path.display()),
    }
}

fn locate() -> Option<PathBuf> {
    env::var_os(VARIABLE)
        .map_or_else(|| workspace_root().join("../shared"), PathBuf::from)
        .canonicalize()
        .ok()
        .filter(|dir| dir.is_dir())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_workspace_root_holds_the_workspace_manifest() {
        let manifest = fs::read_to_string(workspace_root().join("Cargo.toml")).unwrap();
        assert!(manifest.starts_with("[workspace]"));
    }

    #[test]
    fn the_vectors_are_found_beside_the_checkout() {
        let Some(value) = vectors("tlog.json") else {
            return;
        };
        assert!(value.is_object() || value.is_array());
    }
}
