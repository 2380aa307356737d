//! Our log and our proofs, read by a program that nobody here wrote, and its proofs read by us.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use scrutineer_logstore::{DiskObjects, LogReader};
use scrutineer_publication::inspect::{of_station, proof};
use scrutineer_testkit::requirement::skip_without;
use scrutineer_testkit::scratch::Scratch;
use scrutineer_tlog::{Checkpoint, Policy, ProofFile, SignedNote};

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

/// The key of the golden bundle.
fn key() -> String {
    let policy = fs::read_to_string(own("golden/2/policy")).unwrap();
    let mut lines = policy.lines();
    let key = lines.find_map(|line| line.strip_prefix("log "));
    key.unwrap().to_owned()
}

fn audit(python: &str, folder: &Path) -> Output {
    Command::new(python)
        .arg(own("interop/aics_audit.py"))
        .arg(folder)
        .arg(key())
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
    let run = audit(&python, &own("golden/2/bundle"));
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
    copy(&own("golden/2/bundle"), &folder);
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

fn golden() -> (LogReader<DiskObjects>, SignedNote, u64) {
    let reader = LogReader::new(DiskObjects::open_existing(&own("golden/2/bundle")).unwrap());
    let note = SignedNote::parse(&reader.checkpoint_bytes().unwrap()).unwrap();
    let checkpoint: Checkpoint = note.text().parse().unwrap();
    let size = checkpoint.size();
    (reader, note, size)
}

fn proofs(python: &str, arguments: &[&str]) -> Output {
    Command::new(python)
        .arg(own("interop/aics_proof.py"))
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn another_program_verifies_the_proof_of_every_record_of_a_station_and_no_changed_one() {
    let Some(python) = python() else { return };
    let (reader, note, size) = golden();
    let scratch = Scratch::new();
    let station = station(&reader, size);
    let placed = of_station(&reader, size, &station).unwrap();
    assert!(placed.len() >= 2, "{station}: its register and its sheet");
    for held in placed {
        let made = proof(&reader, held.leaf, size, &note).unwrap();
        let text = made.with_extra(held.bytes).to_string();
        let file = scratch.write("p.tlog-proof", &text);
        let run = proofs(&python, &["verify", file.to_str().unwrap(), &key()]);
        let error = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "{error}");
        let said = String::from_utf8_lossy(&run.stdout);
        assert_eq!(said.trim(), format!("entry {} of {size}", held.leaf));
        let index = format!("index {}\n", held.leaf);
        let moved = text.replace(&index, &format!("index {}\n", held.leaf ^ 1));
        assert_ne!(moved, text);
        let file = scratch.write("moved.tlog-proof", &moved);
        let run = proofs(&python, &["verify", file.to_str().unwrap(), &key()]);
        assert!(!run.status.success());
    }
}

/// The station of the first entry that is about one.
fn station(reader: &LogReader<DiskObjects>, size: u64) -> String {
    let about = |index: u64| {
        let entry = reader.entry(index, size).unwrap();
        let entry: serde_json::Value = serde_json::from_slice(&entry).unwrap();
        let is_register = entry["kind"] == "register";
        is_register.then(|| entry["station"].as_str().unwrap().to_owned())
    };
    (0..size).find_map(about).unwrap()
}

#[test]
fn proofs_that_another_program_makes_of_our_log_are_ours_and_hold() {
    let Some(python) = python() else { return };
    let (reader, note, size) = golden();
    let policy: Policy = fs::read_to_string(own("golden/2/policy"))
        .unwrap()
        .parse()
        .unwrap();
    let folder = own("golden/2/bundle");
    for index in [0, 1, size / 2, size - 2, size - 1] {
        let arguments = ["make", folder.to_str().unwrap(), &key(), &index.to_string()];
        let run = proofs(&python, &arguments);
        let error = String::from_utf8_lossy(&run.stderr);
        assert!(run.status.success(), "{error}");
        let theirs = ProofFile::parse(&run.stdout).unwrap();
        let entry = reader.entry(index, size).unwrap();
        assert!(theirs.verify(&entry, &policy).is_ok(), "{index}");
        assert!(theirs.verify(b"another", &policy).is_err());
        let ours = proof(&reader, index, size, &note)
            .unwrap()
            .with_extra(entry);
        assert_eq!(ours.to_string().as_bytes(), run.stdout, "{index}");
    }
}
