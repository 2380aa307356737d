//! Watching a log from the command line: publish, follow, a fork in a copy, a mirror on a stick, and a
//! witness that is never online. Folders only: this runs in every build.

use std::fs;
use std::path::Path;

use scrutineer_logstore::Evidence;
use scrutineer_testkit::scratch::Scratch;
use scrutineer_tlog::VerifierKey;
use serde_json::Value;

use crate::browser::{chromium, made_by_scripts};
use crate::serving::Served;
use crate::support::{Run, done, folder, json, run};

pub(crate) const ORIGIN: &str = "log.example/tiny";
const POLICY: &str = "keys/policy.txt";

pub(crate) fn keygen(scratch: &Scratch, name: &str, out: &str, further: &[&str]) {
    scratch.write("secret", "a passphrase of a test\n");
    let mut arguments = vec!["keygen", "--name", name, "--out", out];
    arguments.extend_from_slice(&["--passphrase-file", "secret"]);
    arguments.extend_from_slice(further);
    done(scratch, &arguments);
}

/// Publishes the folder `in` into a bundle with its state beside it.
pub(crate) fn publish(scratch: &Scratch, bundle: &str, further: &[&str]) -> Run {
    let state = format!("{bundle}-state");
    let mut arguments = vec!["publish", "in", "--portable", "--close", "--json"];
    arguments.extend_from_slice(&["--passphrase-file", "secret", "--key", "keys/log.key"]);
    arguments.extend_from_slice(&["--out", bundle, "--state", &state]);
    arguments.extend_from_slice(further);
    run(scratch, &arguments)
}

/// Keys, a folder, and its bundle `log`, published once.
pub(crate) fn published() -> Scratch {
    let scratch = Scratch::new();
    keygen(&scratch, ORIGIN, "keys", &[]);
    folder(&scratch, "in");
    let run = publish(&scratch, "log", &[]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    scratch
}

/// One cell of the sheets changes, and the bundle gets the correction.
pub(crate) fn corrected(scratch: &Scratch, bundle: &str, cells: &str) {
    let sheets = fs::read_to_string(scratch.path().join("in/sheets.csv")).unwrap();
    let changed = sheets.replacen(",105,55", cells, 1);
    assert_ne!(changed, sheets);
    scratch.write("in/sheets.csv", changed);
    let run = publish(scratch, bundle, &[]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    scratch.write("in/sheets.csv", sheets);
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

fn copy_log(scratch: &Scratch, to: &str) {
    let path = |name: &str| scratch.path().join(name);
    copy(&path("log"), &path(to));
    copy(&path("log-state"), &path(&format!("{to}-state")));
    // The copy of a private folder must be as private.
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let private = fs::Permissions::from_mode(0o700);
        fs::set_permissions(path(&format!("{to}-state")), private).unwrap();
    }
}

fn follow(scratch: &Scratch, place: &str) -> (i32, Value) {
    let arguments = [
        "follow", place, "--policy", POLICY, "--state", "seen", "--json",
    ];
    let run = run(scratch, &arguments);
    let found = serde_json::from_str(&run.out);
    assert!(found.is_ok(), "{}", run.err);
    (run.code, found.unwrap())
}

fn key(scratch: &Scratch, file: &str) -> VerifierKey {
    let text = fs::read_to_string(scratch.path().join(file)).unwrap();
    text.trim().parse().unwrap()
}

/// What a stranger concludes from the files that were kept.
fn proves_a_fork(scratch: &Scratch, found: &Value) -> bool {
    let files: Vec<&str> = found["evidence"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file.as_str().unwrap())
        .collect();
    let read = |end: &str| {
        let file = files.iter().find(|file| file.ends_with(end))?;
        Some(fs::read(scratch.path().join(file)).unwrap())
    };
    let (a, b) = (read("-a.note").unwrap(), read("-b.note").unwrap());
    let evidence = Evidence::read(&a, &b, read(".proof").as_deref()).unwrap();
    evidence.proves_a_fork(&[key(scratch, "keys/log.vkey")])
}

#[test]
fn the_drill_of_a_fork_that_comes_in_a_copy() {
    let scratch = published();
    let (code, first) = follow(&scratch, "log");
    assert_eq!((code, &first["outcome"]), (0, &Value::from("first")));
    assert_eq!(first["independent_witnesses"], 0);
    assert_eq!(follow(&scratch, "log").1["outcome"], "unchanged");
    copy_log(&scratch, "other");
    copy_log(&scratch, "third");
    corrected(&scratch, "log", ",106,54");
    let (code, grown) = follow(&scratch, "log");
    assert_eq!((code, &grown["outcome"]), (0, &Value::from("grew")));
    assert_eq!(grown["held"]["size"], first["shown"]["size"]);

    // An old copy accuses nobody, and is no success either.
    let (code, old) = follow(&scratch, "other");
    assert_eq!((code, &old["outcome"]), (3, &Value::from("older")));
    assert_eq!(old["evidence"], Value::Array(Vec::new()));

    // Whoever has the key signs another history, twice.
    for (bundle, cells) in [("other", ",104,56"), ("third", ",103,57")] {
        corrected(&scratch, bundle, cells);
        let (code, forked) = follow(&scratch, bundle);
        assert_eq!((code, &forked["outcome"]), (3, &Value::from("fork")));
        assert_eq!(forked["held"]["size"], grown["shown"]["size"]);
        assert!(proves_a_fork(&scratch, &forked), "{forked}");
    }
    // Each is kept, and the memory is what it was.
    let (_, again) = follow(&scratch, "log");
    assert_eq!(again["outcome"], "unchanged");
    assert_eq!(again["shown"], grown["shown"]);
    let arguments = ["follow", "other", "--policy", POLICY, "--state", "seen"];
    let english = run(&scratch, &arguments);
    assert_eq!(english.code, 3);
    assert!(english.out.contains("FORK") && english.out.contains("-b.note"));
    let spanish = run(&scratch, &[&["--lang", "es"], &arguments[..]].concat());
    assert!(spanish.out.contains("BIFURCACIÓN"), "{}", spanish.out);
}

#[test]
fn another_key_is_not_accepted_and_a_missing_log_is_an_error() {
    let scratch = published();
    keygen(&scratch, ORIGIN, "others", &[]);
    let arguments = [
        "follow",
        "log",
        "--policy",
        "others/policy.txt",
        "--state",
        "seen",
    ];
    assert_eq!(run(&scratch, &arguments).code, 3);
    assert_eq!(
        run(
            &scratch,
            &["follow", "nowhere", "--policy", POLICY, "--state", "s"]
        )
        .code,
        1
    );
    assert_eq!(
        run(&scratch, &["follow", "log", "--policy", POLICY]).code,
        2
    );
    // Tiles that are gone say nothing about the log: an input is missing.
    follow(&scratch, "log");
    copy_log(&scratch, "other");
    corrected(&scratch, "other", ",106,54");
    fs::remove_dir_all(scratch.path().join("other/tile")).unwrap();
    let (code, unread) = follow(&scratch, "other");
    assert_eq!((code, &unread["outcome"]), (1, &Value::from("unread")));
}

#[test]
fn what_is_remembered_never_lies_inside_what_is_watched() {
    let scratch = published();
    for (place, state) in [("log", "log/seen"), ("log", "log"), ("log/tile", "log")] {
        let arguments = ["follow", place, "--policy", POLICY, "--state", state];
        let refused = run(&scratch, &arguments);
        assert_eq!(refused.code, 2, "{place} {state}");
        let further = [&arguments[..], &["--out", "copy"]].concat();
        let further = [&["mirror"], &further[1..]].concat();
        assert_eq!(run(&scratch, &further).code, 2, "{place} {state}");
    }
    assert!(!scratch.path().join("log/seen").exists());
    let same = [
        "mirror", "log", "--policy", POLICY, "--state", "s", "--out", "log",
    ];
    assert_eq!(run(&scratch, &same).code, 2);
    let inside = [
        "mirror", "log", "--policy", POLICY, "--state", "c/s", "--out", "c",
    ];
    assert_eq!(run(&scratch, &inside).code, 1);
}

#[test]
fn a_mirror_of_a_mirror_on_a_stick_verifies_and_is_the_same() {
    let scratch = published();
    let mirror = |from: &str, to: &str, state: &str| {
        let arguments = [
            "mirror", from, "--policy", POLICY, "--state", state, "--out", to,
        ];
        json(&scratch, &[&arguments[..], &["--json"]].concat())
    };
    let made = mirror("log", "copy", "seen");
    assert_eq!(made["complete"], true);
    let first = made["published"]["objects"].as_u64().unwrap();
    assert!(first > 10, "{made}");
    assert_eq!(mirror("log", "copy", "seen")["published"]["objects"], 0);
    corrected(&scratch, "log", ",106,54");
    let grown = mirror("log", "copy", "seen");
    assert_eq!(grown["followed"]["outcome"], "grew");
    mirror("copy", "stick", "stick-seen");
    for bundle in ["copy", "stick"] {
        done(&scratch, &["verify", bundle, "--policy", POLICY]);
        let held = |name: &str| fs::read(scratch.path().join(name).join("checkpoint")).unwrap();
        assert!(held(bundle) == held("log"), "{bundle}");
    }
    let text = done(
        &scratch,
        &[
            "mirror", "log", "--policy", POLICY, "--state", "seen", "--out", "copy",
        ],
    );
    assert!(text.contains("copy has all"), "{text}");
}

#[test]
fn a_mirror_names_what_is_wrong_and_shows_what_it_showed_before() {
    let scratch = published();
    let arguments = [
        "mirror", "log", "--policy", POLICY, "--state", "seen", "--out", "copy",
    ];
    let files = scratch.path().join("log/files");
    let victim = fs::read_dir(&files)
        .unwrap()
        .next()
        .unwrap()
        .unwrap()
        .path();
    let original = fs::read(&victim).unwrap();
    fs::write(&victim, b"other").unwrap();
    let wrong = run(&scratch, &arguments);
    assert_eq!(wrong.code, 3, "{}", wrong.err);
    let name = victim.file_name().unwrap().to_string_lossy();
    assert!(wrong.out.contains(&*name), "{}", wrong.out);
    assert!(!scratch.path().join("copy/checkpoint").exists());
    fs::write(&victim, original).unwrap();
    done(&scratch, &arguments);
    // A fork is not copied, and is kept as evidence.
    copy_log(&scratch, "other");
    corrected(&scratch, "log", ",106,54");
    done(&scratch, &arguments);
    corrected(&scratch, "other", ",104,56");
    let mut forked = arguments;
    forked[1] = "other";
    let refused = run(&scratch, &forked);
    assert_eq!(refused.code, 3);
    assert!(refused.out.contains("FORK"), "{}", refused.out);
    let held = |name: &str| fs::read(scratch.path().join(name).join("checkpoint")).unwrap();
    assert!(held("copy") == held("log"));
    let little = [
        "mirror", "log", "--policy", POLICY, "--state", "s2", "--out", "c2",
    ];
    let stopped = run(&scratch, &[&little[..], &["--max-bytes", "999"]].concat());
    assert_eq!(stopped.code, 1);
    assert!(!scratch.path().join("c2/checkpoint").exists());
}

/// A policy of log and witness, with a quorum of the witness.
pub(crate) fn trust(scratch: &Scratch, witness: &str, url: &str) {
    let (log, witness) = (key(scratch, "keys/log.vkey"), key(scratch, witness));
    let text = format!("log {log}\nwitness w {witness}{url}\nquorum w\n");
    scratch.write("trusted.txt", text);
}

fn cosign(scratch: &Scratch, bundle: &str, further: &[&str]) -> Run {
    let mut arguments = vec!["witness", "cosign", bundle, "--policy", POLICY];
    arguments.extend_from_slice(&["--state", "memory", "--key", "w/witness.key"]);
    arguments.extend_from_slice(&["--passphrase-file", "secret"]);
    arguments.extend_from_slice(further);
    run(scratch, &arguments)
}

fn brought(scratch: &Scratch, further: &[&str]) -> Run {
    let mut arguments = vec!["witness", "ask", "log", "--policy", "trusted.txt"];
    arguments.extend_from_slice(&["--state", "log-state", "--cosigned", "cosigned"]);
    arguments.extend_from_slice(further);
    run(scratch, &arguments)
}

#[test]
fn a_witness_that_is_never_online_cosigns_what_is_brought_and_refuses_a_fork() {
    let scratch = published();
    keygen(&scratch, "witness.example/w1", "w", &["--witness"]);
    trust(&scratch, "w/witness.vkey", "");
    let verify = ["verify", "log", "--policy", "trusted.txt"];
    assert_eq!(run(&scratch, &verify).code, 3);
    // Without an address and without a file nobody was asked.
    let nobody = [
        "witness",
        "ask",
        "log",
        "--policy",
        "trusted.txt",
        "--state",
        "log-state",
    ];
    let nobody = run(&scratch, &nobody);
    assert_eq!(nobody.code, 3);
    assert!(nobody.out.contains("no address"), "{}", nobody.out);

    let given = cosign(&scratch, "log", &["--out", "cosigned"]);
    assert_eq!(given.code, 0, "{}{}", given.out, given.err);
    let asked = brought(&scratch, &["--json"]);
    assert_eq!(asked.code, 0, "{}{}", asked.out, asked.err);
    let asked: Value = serde_json::from_str(&asked.out).unwrap();
    assert_eq!(asked["quorum_met"], true);
    assert_eq!(asked["independent_witnesses"], 1);
    let text = done(&scratch, &verify);
    assert!(text.contains("1 independent witness"), "{text}");
    the_first_page_counts_the_signature(&scratch);
    // Publishing again keeps the line; a new checkpoint needs a new one.
    assert_eq!(publish(&scratch, "log", &[]).code, 0);
    done(&scratch, &verify);
    copy_log(&scratch, "other");
    corrected(&scratch, "log", ",106,54");
    assert_eq!(brought(&scratch, &[]).code, 1);
    assert_eq!(cosign(&scratch, "log", &[]).code, 0);

    corrected(&scratch, "other", ",104,56");
    let refused = cosign(&scratch, "other", &["--json"]);
    assert_eq!(refused.code, 3, "{}", refused.err);
    let refused: Value = serde_json::from_str(&refused.out).unwrap();
    assert_eq!(refused["status"], 422);
    assert!(proves_a_fork(&scratch, &refused), "{refused}");
    let spanish = cosign(&scratch, "other", &["--lang", "es"]);
    assert!(spanish.out.contains("SE NIEGA"), "{}", spanish.out);
}

/// The page was made before anybody signed: its script reads the checkpoint beside it.
fn the_first_page_counts_the_signature(scratch: &Scratch) {
    let Some(chromium) = chromium() else { return };
    let listen = ["serve-site", "log", "--listen", "127.0.0.1:0"];
    let served = Served::start(scratch, &listen);
    let page = made_by_scripts(&chromium, scratch, &format!("{}en/index.html", served.url));
    let (_, place) = page.split_once("id=\"signed\"").unwrap();
    // The words that the script fills stand in attributes before.
    let mut told = place.split("<p>").skip(1);
    let (count, names) = (told.next().unwrap(), told.next().unwrap());
    let one = " entries and one signature beside that of the log.";
    assert!(count.contains(one), "{count}");
    assert!(
        names.starts_with("By their names: witness.example/w1<"),
        "{names}"
    );
}

#[test]
fn a_witness_of_the_operator_is_labelled_and_counts_for_nothing() {
    let scratch = published();
    keygen(&scratch, "log.example/own", "w", &["--witness"]);
    trust(&scratch, "w/witness.vkey", "");
    let given = cosign(&scratch, "log", &["--out", "cosigned"]);
    assert!(given.out.contains("operator runs"), "{}", given.out);
    let asked = brought(&scratch, &["--json"]);
    let asked: Value = serde_json::from_str(&asked.out).unwrap();
    assert_eq!(asked["witnesses"][0]["operator"], true);
    assert_eq!(asked["independent_witnesses"], 0);
    for arguments in [
        &["verify", "log", "--policy", "trusted.txt"][..],
        &[
            "follow",
            "log",
            "--policy",
            "trusted.txt",
            "--state",
            "seen",
        ],
    ] {
        let text = done(&scratch, arguments);
        assert!(text.contains("0 independent witnesses"), "{text}");
        assert!(text.contains("operator runs"), "{text}");
    }
    // Under another name whoever knows it says so.
    keygen(&scratch, "witness.example/w2", "w2", &["--witness"]);
    trust(&scratch, "w2/witness.vkey", "");
    let other = ["--state", "memory2", "--key", "w2/witness.key"];
    let mut cosign = vec!["witness", "cosign", "log", "--policy", POLICY];
    cosign.extend_from_slice(&other);
    cosign.extend_from_slice(&["--passphrase-file", "secret", "--out", "cosigned"]);
    done(&scratch, &cosign);
    let asked = brought(&scratch, &["--operator", "witness.example/w2"]);
    assert!(
        asked.out.contains("0 independent witnesses"),
        "{}",
        asked.out
    );
}

#[cfg(not(feature = "network"))]
#[test]
fn a_build_without_a_network_says_which_build_has_one() {
    let scratch = published();
    keygen(&scratch, "witness.example/w1", "w", &["--witness"]);
    trust(&scratch, "w/witness.vkey", " http://127.0.0.1:9");
    let address = "http://127.0.0.1:9/log";
    let of_a_witness = ["--key", "w/witness.key", "--passphrase-file", "secret"];
    for arguments in [
        &["follow", address, "--policy", POLICY, "--state", "s"][..],
        &[
            "mirror", address, "--policy", POLICY, "--state", "s", "--out", "c",
        ],
        &[
            &[
                "witness", "cosign", address, "--policy", POLICY, "--state", "s",
            ],
            &of_a_witness[..],
        ]
        .concat(),
        &[
            &["witness", "serve", "--policy", POLICY, "--state", "s"],
            &of_a_witness[..],
        ]
        .concat(),
        &[
            "witness",
            "ask",
            "log",
            "--policy",
            "trusted.txt",
            "--state",
            "log-state",
        ],
    ] {
        let refused = run(&scratch, arguments);
        assert_eq!(refused.code, 2, "{arguments:?}: {}", refused.err);
        assert!(refused.err.contains("feature `network`"), "{}", refused.err);
    }
}
