//! Where the workspace is and which files it has.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// A text file of the workspace.
pub(crate) struct TextFile {
    /// Path from the root, with `/`.
    pub(crate) path: String,
    /// Its text.
    pub(crate) text: String,
}

/// Every file with one of these endings below a folder of the workspace, sorted by path. A folder that
/// does not exist has no files.
pub(crate) fn files(below: &str, endings: &[&str]) -> io::Result<Vec<TextFile>> {
    let root = root();
    let mut found = Vec::new();
    let mut folders = vec![root.join(below)];
    while let Some(folder) = folders.pop() {
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            entries => entries?,
        };
        for entry in entries {
            let entry = entry?;
            let path = entry.path();
            if entry.file_type()?.is_dir() {
                let is_output = path
                    .file_name()
                    .is_some_and(|name| name == "target" || name == ".git");
                if !is_output {
                    folders.push(path);
                }
            } else if path
                .extension()
                .is_some_and(|end| endings.iter().any(|known| end == *known))
            {
                found.push(TextFile {
                    text: fs::read_to_string(&path)?,
                    path: relative(&root, &path),
                });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

fn relative(root: &Path, path: &Path) -> String {
    let path = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/")
}

/// The name of the crate whose folder a path is in; `None` outside `crates/`.
pub(crate) fn crate_of(path: &str) -> Option<&str> {
    path.strip_prefix("crates/")?.split('/').next()
}

/// Whether a Rust file holds only tests, benchmarks or fuzz targets.
pub(crate) fn is_test_file(path: &str) -> bool {
    path.split('/')
        .any(|part| ["tests", "benches", "fuzz", "tests.rs"].contains(&part))
}
