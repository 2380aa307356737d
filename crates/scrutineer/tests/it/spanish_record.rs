//! What the public record refuses is said in Spanish in a Spanish run, whatever is wrong with it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use scrutineer_testkit::scratch::Scratch;

use crate::publication::{FIRST, POLICY, copy, publish, published};
use crate::spanish::english;
use crate::support::{Run, run};

/// Runs in Spanish and demands that it ends with `code` and says no English.
fn refused(scratch: &Scratch, arguments: &[&str], code: i32) -> String {
    let mut all = vec!["--lang", "es"];
    all.extend_from_slice(arguments);
    let Run {
        code: found,
        out,
        err,
        ..
    } = run(scratch, &all);
    let said = format!("{out}{err}");
    assert_eq!(found, code, "{arguments:?}: {said}");
    assert_eq!(
        english(&said),
        Vec::<String>::new(),
        "{arguments:?}: {said}"
    );
    said
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// What was found wrong with the bundle of `scratch` in Spanish, with the bytes of `paths` changed by `damage`; `None`
/// removes a file.
fn with_damage(
    scratch: &Scratch,
    paths: &[&PathBuf],
    damage: impl Fn(&[u8]) -> Option<Vec<u8>>,
) -> String {
    let kept: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    for (path, bytes) in paths.iter().zip(&kept) {
        match damage(bytes) {
            Some(damaged) => fs::write(path, damaged).unwrap(),
            None => fs::remove_file(path).unwrap(),
        }
    }
    let said = refused(scratch, &["verify", "old", "--policy", POLICY], 3);
    assert!(said.contains("FALLA"), "{said}");
    for (path, bytes) in paths.iter().zip(kept) {
        fs::write(path, bytes).unwrap();
    }
    said
}

#[test]
fn every_kind_of_damaged_file_of_a_bundle_is_reported_in_spanish() {
    let scratch = published();
    let bundle = scratch.path().join("old");
    let all = files(&bundle);
    assert!(all.len() > 10, "{all:?}");
    let changed = |bytes: &[u8]| {
        let mut changed = bytes.to_vec();
        changed[bytes.len() / 2] ^= 1;
        Some(changed)
    };
    let cut = |bytes: &[u8]| Some(bytes[..bytes.len() / 2].to_vec());
    let removed = |_: &[u8]| None;
    let (pages, others): (Vec<&PathBuf>, Vec<&PathBuf>) = all
        .iter()
        .partition(|path| path.starts_with(bundle.join("site")));
    for path in others {
        with_damage(&scratch, &[path], changed);
        with_damage(&scratch, &[path], cut);
        // A partial tile may go once a wider one is there.
        if !path.to_string_lossy().contains(".p/") {
            with_damage(&scratch, &[path], removed);
        }
    }
    // Pages are made again and compared one like the other, and every one that differs is named: one of each folder
    // and kind, all damaged at once.
    let mut seen = BTreeSet::new();
    let pages: Vec<&PathBuf> = pages
        .into_iter()
        .filter(|path| seen.insert((path.parent(), path.extension())))
        .collect();
    assert!(pages.len() > 10, "{pages:?}");
    let named = |said: &str| {
        for path in &pages {
            let inside = path.strip_prefix(&bundle).unwrap().to_string_lossy();
            assert!(said.contains(&*inside), "{inside}: {said}");
        }
    };
    named(&with_damage(&scratch, &pages, changed));
    named(&with_damage(&scratch, &pages, cut));
    named(&with_damage(&scratch, &pages, removed));
    scratch.write("old/files/notes", "x");
    refused(&scratch, &["verify", "old", "--policy", POLICY], 3);
}

#[test]
fn every_wrong_policy_is_explained_in_spanish() {
    let scratch = published();
    let policy = fs::read_to_string(scratch.path().join(POLICY)).unwrap();
    let log = policy
        .lines()
        .find(|line| line.starts_with("log "))
        .unwrap();
    for text in [
        String::new(),
        format!("{policy}x"),
        format!("{policy}quorum none\n"),
        format!("{policy}word\n"),
        format!("{policy}log x\n"),
        format!("{policy}log\n"),
        format!("{policy}witness w {}\n", log.trim_start_matches("log ")),
        format!("{policy}group g any w\n"),
        format!("{policy}group g 0 w\n"),
        format!("{log}\n"),
        format!("{log}\n{log}\nquorum none\n"),
        format!("{log}\nquorum w\n"),
        format!("{policy}\u{7}\n"),
    ] {
        scratch.write("wrong", &text);
        refused(&scratch, &["verify", "old", "--policy", "wrong"], 1);
    }
}

#[test]
fn keys_states_and_copies_are_refused_in_spanish() {
    let scratch = published();
    scratch.write("other", "another passphrase\n");
    scratch.write("empty", "\n");
    scratch.write("keys/none.key", "no key\n");
    let key = fs::read(scratch.path().join("keys/log.key")).unwrap();
    scratch.write("keys/cut.key", &key[..key.len() / 2]);
    fs::copy(
        scratch.path().join("keys/log.vkey"),
        scratch.path().join("keys/cut.vkey"),
    )
    .unwrap();
    let publish = |key: &str, passphrase: &str, state: &str| {
        let arguments = [
            "publish",
            "in",
            "--portable",
            "--out",
            "old",
            "--state",
            state,
            "--key",
            key,
            "--passphrase-file",
            passphrase,
        ];
        refused(&scratch, &arguments, 1)
    };
    publish("keys/log.key", "other", "old-state");
    publish("keys/cut.key", "secret", "old-state");
    publish("keys/log.key", "secret", "new-state");
    publish("keys/log.key", "secret", "old/state");
    for name in ["", "a b", "a+b"] {
        let keygen = [
            "keygen",
            "--name",
            name,
            "--out",
            "more",
            "--passphrase-file",
            "secret",
        ];
        refused(&scratch, &keygen, 2);
    }
    for quorum in ["1of3", "x", "3of2"] {
        let keygen = [
            "keygen",
            "--name",
            "n.example",
            "--out",
            "more",
            "--recovery",
            quorum,
            "--passphrase-file",
            "secret",
        ];
        refused(&scratch, &keygen, 2);
    }
    refused(&scratch, &["fsck", "--state", "none", "old"], 1);
    refused(&scratch, &["unpack", "in", "--out", "unpacked"], 1);
    refused(&scratch, &["verify", "none", "--policy", POLICY], 1);
    refused(&scratch, &["diff", "in", "--from", "1"], 1);
}

#[test]
fn a_head_that_was_set_back_and_an_unfinished_batch_are_reported_in_spanish() {
    let scratch = published();
    copy(
        &scratch.path().join("old-state"),
        &scratch.path().join("kept"),
    );
    let checkpoint = fs::read(scratch.path().join("old/checkpoint")).unwrap();
    let sheets = fs::read_to_string(scratch.path().join("in/sheets.csv")).unwrap();
    scratch.write("in/sheets.csv", sheets.replacen("105,55", "104,56", 1));
    let run = publish(&scratch, &[&FIRST[..], &["--close"]].concat());
    let grew = fs::read(scratch.path().join("old/checkpoint")).unwrap();
    assert!(
        run.code == 0 && grew != checkpoint,
        "{}{}",
        run.out,
        run.err
    );

    // The public checkpoint of before: the head is ahead of it.
    fs::write(scratch.path().join("old/checkpoint"), &checkpoint).unwrap();
    refused(&scratch, &["fsck", "--state", "old-state", "old"], 3);
    fs::write(scratch.path().join("old/checkpoint"), &grew).unwrap();
    // The head of before: the public checkpoint is ahead of it.
    let state = scratch.path().join("old-state");
    fs::remove_dir_all(&state).unwrap();
    fs::rename(scratch.path().join("kept"), &state).unwrap();
    restrict(&state);
    refused(&scratch, &["fsck", "--state", "old-state", "old"], 3);
}

/// A folder that only its owner enters.
fn restrict(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).unwrap();
}
