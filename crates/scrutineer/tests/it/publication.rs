//! The public bundle from the command line: keys, publishing, verifying, looking into it, and the drill
//! for a key that was taken.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use scrutineer_logstore::keys::{PrivateKey, read_key_file};
use scrutineer_logstore::{Writer, open_disk};
use scrutineer_testkit::scratch::Scratch;
use scrutineer_tlog::hash::sha256;
use scrutineer_tlog::{KeyName, SignedNote};
use serde_json::Value;

use crate::support::{Run, done, folder, json, run};

const ORIGIN: &str = "log.example/tiny";

pub(crate) fn keygen(scratch: &Scratch, name: &str, out: &str) {
    scratch.write("secret", "a passphrase of a test\n");
    for number in 1..=3 {
        scratch.write(
            &format!("secret-{number}"),
            format!("the passphrase of holder {number}\r\n"),
        );
    }
    let arguments = [
        "keygen",
        "--name",
        name,
        "--recovery",
        "2of3",
        "--out",
        out,
        "--passphrase-file",
        "secret",
        "--recovery-passphrase-file",
        "secret-1",
        "--recovery-passphrase-file",
        "secret-2",
        "--recovery-passphrase-file",
        "secret-3",
    ];
    done(scratch, &arguments);
}

pub(crate) fn publish(scratch: &Scratch, further: &[&str]) -> Run {
    let mut arguments = vec![
        "publish",
        "in",
        "--portable",
        "--passphrase-file",
        "secret",
        "--json",
    ];
    arguments.extend_from_slice(further);
    run(scratch, &arguments)
}

pub(crate) const FIRST: [&str; 6] = [
    "--out",
    "old",
    "--state",
    "old-state",
    "--key",
    "keys/log.key",
];
pub(crate) const POLICY: &str = "keys/policy.txt";

/// Keys, a folder, and its bundle `old`, published once.
pub(crate) fn published() -> Scratch {
    let scratch = Scratch::new();
    keygen(&scratch, ORIGIN, "keys");
    folder(&scratch, "in");
    let run = publish(&scratch, &[&FIRST[..], &["--close"]].concat());
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    scratch
}

fn verify(scratch: &Scratch, bundle: &str, policy: &str, further: &[&str]) -> (i32, Value) {
    let mut arguments = vec!["verify", bundle, "--policy", policy, "--json"];
    arguments.extend_from_slice(further);
    let run = run(scratch, &arguments);
    let found = serde_json::from_str(&run.out);
    assert!(found.is_ok(), "{}", run.err);
    (run.code, found.unwrap())
}

fn words(value: &Value) -> Vec<&str> {
    value
        .as_array()
        .unwrap()
        .iter()
        .map(|word| word.as_str().unwrap())
        .collect()
}

pub(crate) fn copy(from: &Path, to: &Path) {
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
fn a_folder_is_published_and_verified_and_its_answers_follow() {
    let scratch = published();
    let (code, found) = verify(&scratch, "old", POLICY, &[]);
    assert_eq!(code, 0, "{found}");
    assert_eq!(found["result"], "verified");
    assert_eq!(found["checkpoint"]["origin"], ORIGIN);
    assert_eq!(found["independent_witnesses"], 0);
    assert!(words(&found["warnings"]).contains(&"no-witness"));
    let text = done(&scratch, &["verify", "old", "--policy", POLICY]);
    assert!(text.contains("0 independent witnesses"), "{text}");
    assert!(text.contains("A single signer"), "{text}");
    let text = done(
        &scratch,
        &["--lang", "es", "verify", "old", "--policy", POLICY],
    );
    assert!(text.contains("0 testigos independientes"), "{text}");
    assert!(text.contains("VERIFICADO"), "{text}");
}

#[test]
fn a_second_run_without_news_appends_and_releases_nothing() {
    let scratch = published();
    let before = fs::read(scratch.path().join("old/checkpoint")).unwrap();
    let run = publish(&scratch, &FIRST);
    assert_eq!(run.code, 0, "{}", run.err);
    let said: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(said["released"], Value::Null);
    assert_eq!(
        fs::read(scratch.path().join("old/checkpoint")).unwrap(),
        before
    );
}

#[test]
fn a_dry_run_signs_and_writes_nothing() {
    let scratch = Scratch::new();
    keygen(&scratch, ORIGIN, "keys");
    folder(&scratch, "in");
    let run = publish(&scratch, &[&FIRST[..], &["--close", "--dry-run"]].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    let said: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(said["dry_run"], true);
    assert_eq!(said["appended"]["register"], 2);
    assert!(!scratch.path().join("old").exists());
}

#[test]
fn a_changed_file_fails_with_its_name_and_exit_code_3() {
    let scratch = published();
    let files = scratch.path().join("old/files");
    let mut paths: Vec<PathBuf> = fs::read_dir(&files)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let mut bytes = fs::read(&paths[0]).unwrap();
    bytes[0] ^= 1;
    fs::write(&paths[0], bytes).unwrap();
    let (code, found) = verify(&scratch, "old", POLICY, &[]);
    assert_eq!(code, 3);
    let name = paths[0].file_name().unwrap().to_string_lossy().into_owned();
    let failures = found["failures"].to_string();
    assert!(failures.contains(&name), "{failures}");
}

#[test]
fn a_policy_with_another_key_is_not_met() {
    let scratch = published();
    keygen(&scratch, ORIGIN, "others");
    let (code, found) = verify(&scratch, "old", "others/policy.txt", &[]);
    assert_eq!(code, 3);
    assert_eq!(found["checkpoint"], Value::Null);
}

#[test]
fn a_proof_of_a_station_holds_alone_and_not_when_changed() {
    let scratch = published();
    let made = json(
        &scratch,
        &[
            "proof",
            "old",
            "--station",
            "P1:1",
            "--out",
            "p.tlog-proof",
            "--json",
        ],
    );
    assert_eq!(made["station"], "P1:1");
    let text = done(&scratch, &["verify", "p.tlog-proof", "--policy", POLICY]);
    assert!(text.contains("\"station\":\"P1:1\""), "{text}");
    let path = scratch.path().join("p.tlog-proof");
    let proof = fs::read_to_string(&path).unwrap();
    let changed = proof.replacen("index ", "index 1", 1);
    assert_ne!(changed, proof);
    fs::write(&path, changed).unwrap();
    let run = run(&scratch, &["verify", "p.tlog-proof", "--policy", POLICY]);
    assert_ne!(run.code, 0, "{}", run.out);
}

#[test]
fn a_station_without_records_has_no_proof() {
    let scratch = published();
    let arguments = ["proof", "old", "--station", "P9:9", "--out", "p"];
    assert_eq!(run(&scratch, &arguments).code, 1);
    let missing = ["proof", "nowhere", "--station", "P1:1", "--out", "p"];
    assert_eq!(run(&scratch, &missing).code, 1);
    assert_eq!(run(&scratch, &["proof", "old"]).code, 2);
}

#[test]
fn a_correction_shows_as_a_difference_between_two_sizes() {
    let scratch = published();
    let before = json(&scratch, &["verify", "old", "--policy", POLICY, "--json"]);
    let size = before["checkpoint"]["size"].to_string();
    let sheets = fs::read_to_string(scratch.path().join("in/sheets.csv")).unwrap();
    scratch.write("in/sheets.csv", sheets.replacen(",105,55", ",106,54", 1));
    // One correction alone would wait for others.
    let run = publish(&scratch, &[&FIRST[..], &["--close"]].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    let found = json(&scratch, &["diff", "old", "--from", &size, "--json"]);
    let texts = found["corrected"].to_string();
    assert!(texts.contains("106") && texts.contains("105"), "{texts}");
    let (code, found) = verify(&scratch, "old", POLICY, &[]);
    assert_eq!(code, 0, "{found}");
}

#[test]
fn a_release_is_unpacked_under_its_names_and_the_log_is_sound() {
    let scratch = published();
    done(&scratch, &["unpack", "old", "--out", "release"]);
    assert!(scratch.path().join("release/report.json").exists());
    assert_eq!(run(&scratch, &["unpack", "old", "--out", "in"]).code, 1);
    let found = json(&scratch, &["fsck", "old", "--state", "old-state", "--json"]);
    assert_eq!(found["sound"], true);
    fs::remove_dir_all(scratch.path().join("old/tile")).unwrap();
    let run = run(&scratch, &["fsck", "old", "--state", "old-state"]);
    assert_ne!(run.code, 0, "{}", run.out);
}

fn note(scratch: &Scratch, holder: u8, further: &[&str]) -> Run {
    let secret = format!("secret-{holder}");
    let mut arguments = vec!["notice", "--bundle", "old", "--passphrase-file", &secret];
    arguments.extend_from_slice(further);
    run(scratch, &arguments)
}

/// The first holder signs a new notice about the copy `last` of the checkpoint.
fn one_signs(scratch: &Scratch) {
    let run = note(
        scratch,
        1,
        &[
            "--checkpoint",
            "last",
            "--policy",
            POLICY,
            "--successor",
            "new-keys/log.vkey",
            "--recovery-key",
            "keys/recovery-1.key",
            "--out",
            "n.note",
        ],
    );
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
}

fn another_signs(scratch: &Scratch) {
    let run = note(
        scratch,
        3,
        &[
            "--add",
            "n.note",
            "--recovery-key",
            "keys/recovery-3.key",
            "--into",
            "old",
            "--into",
            "taken",
        ],
    );
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    assert!(run.out.contains("2 signatures"), "{}", run.out);
}

/// Puts the notice into a bundle under the name of its content, as --into does when enough have signed.
fn lay(scratch: &Scratch, bundle: &str) -> PathBuf {
    let bytes = fs::read(scratch.path().join("n.note")).unwrap();
    let name = format!("{bundle}/notices/{}.note", sha256(&bytes));
    scratch.write(&name, std::str::from_utf8(&bytes).unwrap());
    scratch.path().join(name)
}

fn succeed(scratch: &Scratch, further: &[&str]) -> Run {
    let mut arguments = vec![
        "--out",
        "new",
        "--state",
        "new-state",
        "--key",
        "new-keys/log.key",
        "--predecessor",
        "old",
        "--notice",
        "n.note",
    ];
    arguments.extend_from_slice(further);
    publish(scratch, &arguments)
}

/// Whoever took key and state signs on, in a copy.
fn sign_on(scratch: &Scratch, size: u64) {
    let path = |name: &str| scratch.path().join(name);
    copy(&path("old"), &path("taken"));
    copy(&path("old-state"), &path("taken-state"));
    let secret = b"a passphrase of a test";
    let key: PrivateKey = read_key_file(&path("keys/log.key"), secret).unwrap();
    let key = key.signing_key(KeyName::parse(ORIGIN).unwrap()).unwrap();
    fs::set_permissions(path("taken-state"), fs::Permissions::from_mode(0o700)).unwrap();
    let (objects, head) = open_disk(&path("taken"), &path("taken-state")).unwrap();
    let (mut writer, _) = Writer::open(objects, head, key).unwrap();
    let first = scrutineer_logstore::LogReader::new(writer.objects())
        .entry(1, size)
        .unwrap();
    writer.append(&[first]).unwrap();
}

#[test]
fn the_drill_of_a_taken_key() {
    let scratch = published();
    let path = |name: &str| scratch.path().join(name);
    keygen(&scratch, "log.example/tiny-b", "new-keys");
    fs::copy(path("old/checkpoint"), path("last")).unwrap();
    let (_, before) = verify(&scratch, "old", POLICY, &[]);
    let size = before["checkpoint"]["size"].as_u64().unwrap();

    sign_on(&scratch, size);

    // One holder alone is not enough.
    one_signs(&scratch);
    let alone = lay(&scratch, "old");
    let (code, found) = verify(&scratch, "old", POLICY, &[]);
    assert_eq!(code, 3);
    let failures = found["failures"].to_string();
    assert!(
        failures.contains("expected 2 recovery keys to sign, found 1"),
        "{failures}"
    );
    fs::remove_file(alone).unwrap();
    let refused = succeed(&scratch, &[]);
    assert_eq!(refused.code, 1);
    assert!(
        refused
            .err
            .contains("expected 2 recovery keys to sign, found 1"),
        "{}",
        refused.err
    );
    assert!(!path("new/tile").exists());
    // Nor is one who signs twice.
    let again = note(
        &scratch,
        1,
        &["--add", "n.note", "--recovery-key", "keys/recovery-1.key"],
    );
    let signed = SignedNote::parse(&fs::read(path("n.note")).unwrap()).unwrap();
    assert_eq!(signed.signatures().len(), 1, "{}", again.out);
    // A key that the log did not name signs nothing, and one holder puts no notice into a bundle.
    let before = fs::read(path("n.note")).unwrap();
    for (holder, key, expected) in [
        (
            3,
            "new-keys/recovery-3.key",
            "is not a recovery key that the log names",
        ),
        (1, "keys/recovery-1.key", "expected 2 signatures"),
    ] {
        let arguments = ["--add", "n.note", "--recovery-key", key, "--into", "old"];
        let refused = note(&scratch, holder, &arguments);
        assert_eq!(refused.code, 1, "{}", refused.out);
        assert!(refused.err.contains(expected), "{}", refused.err);
        assert_eq!(fs::read(path("n.note")).unwrap(), before);
    }
    assert!(
        !path("old/notices")
            .read_dir()
            .is_ok_and(|mut held| held.next().is_some())
    );

    another_signs(&scratch);
    let (code, found) = verify(&scratch, "old", POLICY, &[]);
    assert_eq!(code, 0, "{found}");
    assert_eq!(found["frozen_at"], size);
    assert!(words(&found["warnings"]).contains(&"frozen"));
    let (code, found) = verify(&scratch, "taken", POLICY, &[]);
    assert_eq!(code, 3);
    let failures = found["failures"].to_string();
    assert!(failures.contains("freezes the log"), "{failures}");
    assert_eq!(found["frozen_at"], size);

    // The successor goes on, with what is new in the folder.
    let planned = succeed(&scratch, &["--dry-run"]);
    assert_eq!(planned.code, 0, "{}", planned.err);
    let planned: Value = serde_json::from_str(&planned.out).unwrap();
    assert_eq!(planned["appended"]["policy"], 1);
    assert_eq!(planned["appended"]["register"], Value::Null);
    let made = succeed(&scratch, &[]);
    assert_eq!(made.code, 0, "{}{}", made.out, made.err);
    for further in [&[][..], &["--predecessor", "old"]] {
        let (code, found) = verify(&scratch, "new", "new-keys/policy.txt", further);
        assert_eq!(code, 0, "{found}");
        assert_eq!(found["checkpoint"]["origin"], "log.example/tiny-b");
        assert!(found["checkpoint"]["size"].as_u64().unwrap() > size);
        assert_eq!(found["entries"]["by_kind"]["key-compromise"], 1);
        let is_said = words(&found["warnings"]).contains(&"predecessor-not-compared");
        assert_eq!(is_said, further.is_empty());
    }
    for entry in fs::read_dir(path("old/releases")).unwrap() {
        let name = entry.unwrap().file_name();
        assert!(path("new/releases").join(name).exists());
    }
    // It stays as it is when nothing is new.
    let checkpoint = fs::read(path("new/checkpoint")).unwrap();
    assert_eq!(succeed(&scratch, &[]).code, 0);
    assert_eq!(fs::read(path("new/checkpoint")).unwrap(), checkpoint);
    // The policy of the taken key does not vouch for it.
    assert_eq!(verify(&scratch, "new", POLICY, &[]).0, 3);
}

#[test]
fn a_notice_of_a_stranger_or_about_an_unknown_checkpoint_is_not_made() {
    let scratch = published();
    keygen(&scratch, "log.example/tiny-b", "new-keys");
    let arguments = |checkpoint: &'static str, key: &'static str| {
        [
            "--checkpoint",
            checkpoint,
            "--policy",
            POLICY,
            "--recovery-key",
            key,
            "--out",
            "n.note",
        ]
    };
    let run = note(
        &scratch,
        1,
        &arguments("old/checkpoint", "new-keys/recovery-1.key"),
    );
    assert_eq!(run.code, 1);
    assert!(
        run.err.contains("is not a recovery key that the log names"),
        "{}",
        run.err
    );
    let run = note(
        &scratch,
        1,
        &arguments("keys/log.vkey", "keys/recovery-1.key"),
    );
    assert_eq!(run.code, 1);
    let run = note(&scratch, 1, &["--recovery-key", "keys/recovery-1.key"]);
    assert_eq!(run.code, 2);
    assert!(!scratch.path().join("n.note").exists());
}

/// The most bytes that an update of 100 sheets may have to be carried in.
const CARRIED: u64 = 100_000;

#[test]
fn an_update_of_a_hundred_sheets_is_carried_in_a_hundred_kilobytes() {
    let scratch = Scratch::new();
    keygen(&scratch, ORIGIN, "keys");
    done(
        &scratch,
        &[
            "simulate",
            "--stations",
            "1200",
            "--seed",
            "7",
            "--out",
            "in",
        ],
    );
    let name = scratch.path().join("in/sheets/sheets.csv");
    let sheets = fs::read_to_string(&name).unwrap();
    let rows: Vec<&str> = sheets.split_inclusive('\n').collect();
    let kept = rows.len() - 100;
    fs::write(&name, rows[..kept].concat()).unwrap();
    let first = publish(&scratch, &FIRST);
    assert_eq!(first.code, 0, "{}{}", first.out, first.err);
    copy(&scratch.path().join("old"), &scratch.path().join("copy"));
    fs::write(&name, &sheets).unwrap();
    // The hundred are a batch of their own, for which there is no waiting at the end.
    let second = publish(&scratch, &[&FIRST[..], &["--close"]].concat());
    assert_eq!(second.code, 0, "{}{}", second.out, second.err);
    let said: Value = serde_json::from_str(&second.out).unwrap();
    assert_eq!(said["appended"]["sheet"], 100, "{said}");
    let made = json(
        &scratch,
        &[
            "delta",
            "old",
            "--since",
            "copy/checkpoint",
            "--out",
            "u.delta",
            "--json",
        ],
    );
    let bytes = made["bytes"].as_u64().unwrap();
    println!("an update of 100 sheets: {bytes} bytes");
    assert!(bytes <= CARRIED, "{bytes}");
    assert_eq!(
        bytes,
        fs::metadata(scratch.path().join("u.delta")).unwrap().len()
    );
    let text = done(
        &scratch,
        &["delta", "copy", "--apply", "u.delta", "--policy", POLICY],
    );
    assert!(text.contains("made again"), "{text}");
    let (code, found) = verify(&scratch, "copy", POLICY, &[]);
    assert_eq!(code, 0, "{found}");
    let held = |bundle: &str| fs::read(scratch.path().join(bundle).join("checkpoint")).unwrap();
    assert!(held("copy") == held("old"));
}

#[test]
fn a_delta_that_does_not_hold_is_an_error_in_both_languages() {
    let scratch = published();
    scratch.write("u.delta", "no delta");
    let arguments = ["delta", "old", "--apply", "u.delta", "--policy", POLICY];
    let refused = run(&scratch, &arguments);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("gzip"), "{}", refused.err);
    let spanish = run(&scratch, &[&["--lang", "es"], &arguments[..]].concat());
    assert_eq!(spanish.code, 1);
    assert!(spanish.err.contains("se esperaba"), "{}", spanish.err);
    assert_eq!(run(&scratch, &["delta", "old"]).code, 2);
    assert_eq!(
        run(&scratch, &["delta", "old", "--since", "old/checkpoint"]).code,
        2
    );
}

#[test]
fn every_recovery_key_has_a_passphrase_of_its_own_and_a_short_one_is_refused() {
    let scratch = Scratch::new();
    scratch.write("secret", "a passphrase of a test\r\n");
    scratch.write("short", "x\n");
    let base = ["keygen", "--name", ORIGIN, "--out", "keys"];
    let with = |further: &[&str]| run(&scratch, &[&base[..], further].concat());
    let short = with(&["--passphrase-file", "short"]);
    assert_eq!(short.code, 1);
    assert!(short.err.contains("at least 8 characters"), "{}", short.err);
    let lacking = ["--passphrase-file", "secret", "--recovery", "2of3"];
    let lacking = with(&lacking);
    assert_eq!(lacking.code, 2, "{}", lacking.out);
    assert!(lacking.err.contains("3 times"), "{}", lacking.err);
    let file = ["--recovery-passphrase-file", "secret"];
    let same = ["--passphrase-file", "secret", "--recovery", "2of3"];
    let same = with(&[&same[..], &file, &file, &file].concat());
    assert_eq!(same.code, 1);
    assert!(same.err.contains("same passphrase"), "{}", same.err);
    assert!(!scratch.path().join("keys").exists());

    keygen(&scratch, ORIGIN, "keys");
    let path = |name: &str| scratch.path().join(name);
    let own = b"a passphrase of a test";
    assert!(read_key_file(&path("keys/log.key"), own).is_ok());
    assert!(read_key_file(&path("keys/recovery-2.key"), own).is_err());
    let holder = b"the passphrase of holder 2";
    assert!(read_key_file(&path("keys/recovery-2.key"), holder).is_ok());
}

#[test]
fn keys_are_not_made_beside_a_file_of_another_key() {
    let scratch = Scratch::new();
    scratch.write("secret", "a passphrase of a test\n");
    scratch.write("keys/policy.txt", "of another log\n");
    let arguments = ["keygen", "--name", ORIGIN, "--passphrase-file", "secret"];
    let refused = run(&scratch, &arguments);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("policy.txt"), "{}", refused.err);
    assert!(!refused.err.contains("os error"), "{}", refused.err);
    assert!(!scratch.path().join("keys/log.key").exists());
}

#[test]
fn a_bundle_does_not_lie_among_what_is_private() {
    let scratch = published();
    scratch.write("full/letter", "private");
    fs::create_dir(scratch.path().join("in/out")).unwrap();
    for (out, state) in [
        ("in", "s"),
        ("in/out", "s"),
        ("s", "s"),
        ("o", "o/state"),
        ("keys", "s"),
        ("full", "s"),
    ] {
        for further in [&[][..], &["--dry-run"]] {
            let base = ["--out", out, "--state", state, "--key", "keys/log.key"];
            let run = publish(&scratch, &[&base[..], further].concat());
            assert_eq!(run.code, 1, "{out}: {}", run.out);
            assert!(run.err.contains(out), "{}", run.err);
        }
    }
    assert!(!scratch.path().join("in/checkpoint").exists());
    assert!(!scratch.path().join("s").exists());
}

#[test]
fn a_private_state_that_is_lost_stops_publishing_and_is_not_sound() {
    let scratch = published();
    let file = scratch.path().join("old-state/publication.json");
    let before = fs::read(scratch.path().join("old/checkpoint")).unwrap();
    for content in [None, Some("{")] {
        match content {
            None => fs::remove_file(&file).unwrap(),
            Some(text) => fs::write(&file, text).unwrap(),
        }
        let refused = publish(&scratch, &FIRST);
        assert_eq!(refused.code, 1, "{}", refused.out);
        assert!(refused.err.contains("publication.json"), "{}", refused.err);
        let found = run(&scratch, &["fsck", "old", "--state", "old-state"]);
        assert_eq!(found.code, 3, "{}", found.out);
        assert!(found.out.contains("publication.json"), "{}", found.out);
        assert_eq!(file.exists(), content.is_some());
    }
    assert_eq!(
        fs::read(scratch.path().join("old/checkpoint")).unwrap(),
        before
    );
}

#[test]
fn bundle_and_state_from_a_backup_are_refused_by_the_checkpoint_that_was_seen() {
    let scratch = published();
    let seen = [&FIRST[..], &["--seen", "seen"]].concat();
    fs::copy(
        scratch.path().join("old/checkpoint"),
        scratch.path().join("seen"),
    )
    .unwrap();
    copy(&scratch.path().join("old"), &scratch.path().join("backup"));
    copy(
        &scratch.path().join("old-state"),
        &scratch.path().join("backup-state"),
    );
    let sheets = fs::read_to_string(scratch.path().join("in/sheets.csv")).unwrap();
    scratch.write("in/sheets.csv", sheets.replacen(",105,55", ",106,54", 1));
    let run = publish(&scratch, &[&seen[..], &["--close"]].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    let held = |name: &str| fs::read(scratch.path().join(name)).unwrap();
    assert_eq!(held("seen"), held("old/checkpoint"));

    for (from, to) in [("backup", "old"), ("backup-state", "old-state")] {
        fs::remove_dir_all(scratch.path().join(to)).unwrap();
        copy(&scratch.path().join(from), &scratch.path().join(to));
    }
    fs::set_permissions(
        scratch.path().join("old-state"),
        fs::Permissions::from_mode(0o700),
    )
    .unwrap();
    let before = held("old/checkpoint");
    let refused = publish(&scratch, &[&seen[..], &["--close"]].concat());
    assert_eq!(refused.code, 1, "{}", refused.out);
    assert!(refused.err.contains("backup"), "{}", refused.err);
    assert_eq!(held("old/checkpoint"), before);
}

#[test]
fn a_sheet_after_the_closing_entry_is_named_with_its_row() {
    let scratch = published();
    let sheets = fs::read_to_string(scratch.path().join("in/sheets.csv")).unwrap();
    let row = sheets.lines().nth(1).unwrap().replacen("P1", "P7", 1);
    scratch.write("in/sheets.csv", format!("{}\n{row}\n", sheets.trim_end()));
    let refused = publish(&scratch, &FIRST);
    assert_eq!(refused.code, 1, "{}", refused.out);
    assert!(refused.err.contains("P7:"), "{}", refused.err);
    let place = format!("sheets.csv:{}", sheets.trim_end().lines().count() + 1);
    assert!(refused.err.contains(&place), "{}", refused.err);
    assert!(refused.err.contains("log of their own"), "{}", refused.err);
}

#[test]
fn texts_that_leave_the_machine_are_shown_before_they_do() {
    let scratch = Scratch::new();
    keygen(&scratch, ORIGIN, "keys");
    folder(&scratch, "in");
    let run = publish(&scratch, &[&FIRST[..], &["--dry-run"]].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    let said: Value = serde_json::from_str(&run.out).unwrap();
    let texts = said["texts"].as_array().unwrap();
    assert!(
        texts
            .iter()
            .any(|held| held["kind"] == "election" && held["key"] == "name"),
        "{texts:?}"
    );
}

#[test]
fn a_proof_says_what_it_proves_also_for_programs() {
    let scratch = published();
    let sheets = fs::read_to_string(scratch.path().join("in/sheets.csv")).unwrap();
    scratch.write("in/sheets.csv", sheets.replacen(",105,55", ",106,54", 1));
    let again = publish(&scratch, &[&FIRST[..], &["--close"]].concat());
    assert_eq!(again.code, 0, "{}", again.err);
    let arguments = ["proof", "old", "--station", "P1:1", "--out", "p", "--json"];
    let made = json(&scratch, &arguments);
    let files = made["files"].as_array().unwrap();
    let old = files.iter().find(|file| file["superseded_by"].is_u64());
    let old = old.unwrap();
    assert_eq!(old["kind"], "sheet");
    let name = old["file"].as_str().unwrap();
    assert!(name.contains("-superseded-by-"), "{name}");
    let held = json(&scratch, &["verify", name, "--policy", POLICY, "--json"]);
    assert_eq!(held["result"], "verified");
    assert_eq!(held["index"], old["index"]);
    let text = done(&scratch, &["verify", name, "--policy", POLICY]);
    assert!(text.contains("may supersede"), "{text}");
    scratch.write("p", "no proof");
    let refused = run(&scratch, &["verify", "p", "--policy", POLICY, "--json"]);
    assert_eq!(refused.code, 3, "{}", refused.err);
    let said: Value = serde_json::from_str(&refused.out).unwrap();
    assert_eq!(said["result"], "failed");
}

#[test]
fn exports_that_are_asked_for_later_are_made() {
    let scratch = published();
    let run = publish(&scratch, &[&FIRST[..], &["--nist"]].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    let said: Value = serde_json::from_str(&run.out).unwrap();
    assert!(said["released"]["files"].is_u64(), "{said}");
    let (code, found) = verify(&scratch, "old", POLICY, &[]);
    assert_eq!(code, 0, "{found}");
    let before = fs::read(scratch.path().join("old/checkpoint")).unwrap();
    assert_eq!(
        publish(&scratch, &[&FIRST[..], &["--nist"]].concat()).code,
        0
    );
    assert_eq!(
        fs::read(scratch.path().join("old/checkpoint")).unwrap(),
        before
    );
}
