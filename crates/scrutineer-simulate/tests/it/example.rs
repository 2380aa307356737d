//! The committed example against the code that makes it.

use std::path::{Path, PathBuf};

use scrutineer_simulate::{EXAMPLE_FOLDER, shipped_example};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .join(EXAMPLE_FOLDER)
}

fn listed(folder: &Path, prefix: &str, into: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type().unwrap().is_dir() {
            listed(&entry.path(), &format!("{name}/"), into);
        } else {
            into.push(name);
        }
    }
}

#[test]
fn the_committed_files_are_the_generated_ones() {
    let files = shipped_example().unwrap();
    for (path, bytes) in &files {
        let committed = std::fs::read(root().join(path)).unwrap();
        assert!(
            committed == *bytes,
            "{EXAMPLE_FOLDER}/{path} is stale: run `cargo test -p scrutineer-simulate -- \
             --ignored write_the_shipped_example`"
        );
    }
    let mut expected: Vec<String> = files.into_iter().map(|(path, _)| path).collect();
    expected.sort();
    let mut found = Vec::new();
    listed(&root(), "", &mut found);
    found.sort();
    assert_eq!(found, expected);
}

#[test]
#[ignore = "writes examples/synthetic"]
fn write_the_shipped_example() {
    for (path, bytes) in shipped_example().unwrap() {
        let path = root().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }
}
