//! Our log, read by a program that nobody here wrote.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use scrutineer_testkit::requirement::skip_without;
use scrutineer_testkit::scratch::Scratch;

/// A Python with aics-tlog.
fn python() -> Option<String> {
    let named = env::var("SCRUTINEER_PYTHON312").unwrap_or_else(|_| "python3.12".to_owned());
    let probe = Command::new(&named)
        .args(["-c", "import aics_tlog"])
        .output();
    let found = probe.ok().filter(|run| run.status.success()).map(|_| named);
    skip_without(
        "python312",
        "pip install aics-tlog in Python 3.12, and SCRUTINEER_PYTHON312=FILE",
        found,
    )
}

fn own(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests")
        .join(path)
}

fn audit(python: &str, folder: &Path) -> Output {
    let policy = fs::read_to_string(own("golden/policy")).unwrap();
    let key = policy
        .lines()
        .find_map(|line| line.strip_prefix("log "))
        .unwrap();
    Command::new(python)
        .arg(own("interop/aics_audit.py"))
        .arg(folder)
        .arg(key)
        .output()
        .unwrap()
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn another_program_verifies_every_tile_and_entry_of_our_log() {
    let Some(python) = python() else { return };
    let run = audit(&python, &own("golden/bundle"));
    let said = String::from_utf8_lossy(&run.stdout);
    let error = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{said}{error}");
    assert!(said.contains("AuditReport(size="), "{said}");
}

#[test]
fn another_program_notices_a_changed_entry_of_our_log() {
    let Some(python) = python() else { return };
    let scratch = Scratch::new();
    let folder = scratch.path().join("bundle");
    copy(&own("golden/bundle"), &folder);
    let entries = fs::read_dir(folder.join("tile/entries")).unwrap();
    for entry in entries {
        let path = entry.unwrap().path();
        let files = if path.is_dir() {
            fs::read_dir(&path)
                .unwrap()
                .map(|file| file.unwrap().path())
                .collect()
        } else {
            vec![path]
        };
        for file in files {
            let mut bytes = fs::read(&file).unwrap();
            let last = bytes.len() - 3;
            bytes[last] ^= 1;
            fs::write(&file, bytes).unwrap();
        }
    }
    assert!(!audit(&python, &folder).status.success());
}
