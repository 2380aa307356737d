//! Logs and witnesses that nobody here wrote, over the loopback address: they cosign ours, and ours theirs.

use std::env;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use scrutineer_logstore::{
    AskError, DiskObjects, LogReader, Outcome, Remote, TrustedState, ask, check, follow,
    merge_cosignatures,
};
use scrutineer_testkit::requirement::skip_without;
use scrutineer_testkit::scratch::Scratch;
use scrutineer_tlog::witness::AddCheckpoint;
use scrutineer_tlog::{Policy, SignedNote, VerifierKey, note};

use crate::places::{Log, witness_key};
use crate::serve::{Serving, client};
use crate::support::{ORIGIN, verifier};
use crate::witness::request;

/// Its program, which is no module that can be run.
const ACTASUM: &str = "import sys; from actasum.cli import main; sys.exit(main())";

/// A Python that has a module, as a variable or the path names it.
fn python(variable: &str, name: &str, modules: &str, requirement: &str) -> Option<String> {
    let named = env::var(variable).unwrap_or_else(|_| name.to_owned());
    let probe = Command::new(&named)
        .args(["-c", &format!("import {modules}")])
        .output();
    let found = probe.ok().filter(|run| run.status.success()).map(|_| named);
    let hint = format!("pip install the packages of {modules}, and {variable}=FILE");
    skip_without(requirement, &hint, found)
}

fn aics() -> Option<String> {
    let name = "python3.12";
    python(
        "SCRUTINEER_PYTHON312",
        name,
        "aics_witness, aics_tlog",
        "python312",
    )
}

fn actasum() -> Option<String> {
    python("SCRUTINEER_PYTHON311", "python3", "actasum.cli", "actasum")
}

fn succeed(command: &mut Command) -> String {
    let Output {
        status,
        stdout,
        stderr,
    } = command.output().unwrap();
    let (out, error) = (
        String::from_utf8_lossy(&stdout),
        String::from_utf8_lossy(&stderr),
    );
    assert!(status.success(), "{command:?}: {out}{error}");
    out.into_owned()
}

/// The witness of aics-witness on a port of its own, until it is dropped.
struct Aics {
    process: Child,
    python: String,
    config: PathBuf,
    url: String,
    verifier: VerifierKey,
}

impl Aics {
    fn start(python: &str, folder: &Path) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = free.local_addr().unwrap();
        drop(free);
        let config = folder.join("witness.json");
        let run = |arguments: &[&str]| {
            let mut command = Command::new(python);
            command.args(["-m", "aics_witness"]).args(arguments);
            command.args(["--config", config.to_str().unwrap()]);
            succeed(&mut command)
        };
        let listen = address.to_string();
        let name = ["--name", "witness.example/aics", "--listen", &listen];
        let said = run(&[&["init"][..], &name].concat());
        let verifier = said.split_whitespace().find_map(|word| word.parse().ok());
        let verifier = verifier.unwrap_or_else(|| panic!("no key in {said}"));
        run(&[
            "add-log",
            "--origin",
            ORIGIN,
            "--vkey",
            &crate::support::verifier().to_string(),
        ]);
        let process = Command::new(python)
            .args(["-m", "aics_witness", "serve", "--listen", &listen])
            .args(["--config", config.to_str().unwrap()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut started = Self {
            process,
            python: python.to_owned(),
            config,
            url: format!("http://{address}"),
            verifier,
        };
        let deadline = Instant::now() + Duration::from_mins(2);
        while TcpStream::connect(address).is_err() {
            let ended = started.process.try_wait().unwrap();
            assert!(ended.is_none() && Instant::now() < deadline, "{ended:?}");
            thread::sleep(Duration::from_millis(100));
        }
        started
    }

    fn evidence(&self) -> String {
        let mut command = Command::new(&self.python);
        command.args(["-m", "aics_witness", "evidence", "--config"]);
        succeed(command.arg(&self.config))
    }
}

impl Drop for Aics {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn note_of(log: &Log) -> SignedNote {
    SignedNote::parse(&log.reader().checkpoint_bytes().unwrap()).unwrap()
}

/// A policy with one log and a quorum of one witness.
fn quorum(log: &VerifierKey, witness: &VerifierKey) -> Policy {
    let text = format!("log {log}\nwitness w {witness}\nquorum w\n");
    text.parse().unwrap()
}

#[test]
fn a_witness_of_others_cosigns_our_log_and_refuses_a_fork_of_it() {
    let Some(python) = aics() else { return };
    let scratch = Scratch::new();
    let witness = Aics::start(&python, scratch.path());
    let (log, key) = (Log::honest(), witness.verifier.clone());
    let keys = [verifier(), key.clone()];
    let state = TrustedState::open(&scratch.path().join("seen")).unwrap();
    for size in [1, 5, 256, 300, 701] {
        log.grow(size);
        let mut note = note_of(&log);
        let signatures = ask(&client(), &witness.url, &log.reader(), &note, &key).unwrap();
        note.put(signatures[0].clone()).unwrap();
        let objects = DiskObjects::open_existing(&log.bundle()).unwrap();
        merge_cosignatures(&objects, &note, &keys).unwrap();
        let found = follow(&log.reader(), &quorum(&verifier(), &key), &state).unwrap();
        assert!(found.is_accepted(), "{size}: {found:?}");
        assert_eq!(found.independent_witnesses(), 1);
    }
    let forked = Log::forked(400);
    forked.grow(800);
    let refused = ask(
        &client(),
        &witness.url,
        &forked.reader(),
        &note_of(&forked),
        &key,
    );
    let is_inconsistent = matches!(refused, Err(AskError::Refused { status: 422, .. }));
    assert!(is_inconsistent, "{refused:?}");
    let kept = witness.evidence();
    assert!(kept.contains("800"), "{kept}");
}

#[test]
fn our_witness_cosigns_a_log_of_others_and_we_follow_and_check_it() {
    let Some(python) = aics() else { return };
    let scratch = Scratch::new();
    let (memory, folder) = (scratch.path().join("memory"), scratch.path().join("log"));
    fs::create_dir_all(&folder).unwrap();
    let served = Serving::start_for_others(&memory);
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/interop/aics_log.py");
    let own = witness_key().verifier().to_string();
    // The key of the shared vectors has the seed 00..1f; the log of others signs with its own.
    let theirs = crate::places::other_key().verifier().clone();
    let said = succeed(
        Command::new(python)
            .arg(script)
            .arg(&folder)
            .args([
                theirs.name().as_str(),
                crate::places::OTHER_SEED,
                &served.url(),
                &own,
            ])
            .args(["1", "5", "256", "257", "700"]),
    );
    assert_eq!(said.trim(), "5", "{said}");
    let trusted = quorum(&theirs, witness_key().verifier());
    let reader = LogReader::new(Remote::folder(&folder).unwrap());
    let state = TrustedState::open(&scratch.path().join("seen")).unwrap();
    let found = follow(&reader, &trusted, &state).unwrap();
    assert!(matches!(found.outcome, Outcome::First), "{found:?}");
    let shown = found.shown.unwrap().checkpoint;
    assert_eq!(shown.size(), 700);
    let mut entries = 0;
    let report = check(&reader, &shown, 2, |_, _| entries += 1);
    assert!(report.is_sound() && entries == 700, "{report:?}");
}

#[test]
fn the_witness_of_a_program_that_works_on_files_answers_our_requests() {
    let Some(python) = actasum() else { return };
    let scratch = Scratch::new();
    let folder = scratch.path().join("w").display().to_string();
    let run = |arguments: &[&str]| {
        let mut command = Command::new(&python);
        command.args(["-c", ACTASUM, "witness"]).args(arguments);
        command.args(["--dir", &folder]).output().unwrap()
    };
    let done = |arguments: &[&str]| {
        let run = run(arguments);
        let out = String::from_utf8_lossy(&run.stdout).into_owned();
        let error = String::from_utf8_lossy(&run.stderr).into_owned();
        assert!(run.status.success(), "{arguments:?}: {out}{error}");
        out + &error
    };
    let said = done(&["init", "--name", "witness.example/actasum"]);
    let mut words = said.split_whitespace();
    let key: VerifierKey = words
        .find_map(|word| word.trim_matches(['"', ',', '\'']).parse().ok())
        .unwrap_or_else(|| panic!("no key in {said}"));
    done(&["trust", "--log-key", &verifier().to_string()]);
    let log = Log::honest();
    let mut old = 0;
    for size in [1, 5, 256, 300] {
        log.grow(size);
        let file = scratch.write("request", request(&log, old));
        let out = scratch.path().join("reply");
        done(&[
            "add-checkpoint",
            "--request",
            file.to_str().unwrap(),
            "--out",
            out.to_str().unwrap(),
        ]);
        let mut cosigned = note_of(&log);
        for line in note::parse_signatures(&fs::read(&out).unwrap()).unwrap() {
            cosigned.put(line).unwrap();
        }
        assert!(
            quorum(&verifier(), &key).accept(&cosigned).is_ok(),
            "{size}"
        );
        old = size;
    }
    let forked = Log::forked(100);
    forked.grow(400);
    let note = note_of(&forked);
    let proof = forked.reader().prove_consistency(300, 400).unwrap();
    let body = AddCheckpoint::new(300, proof, note).unwrap().to_string();
    let file = scratch.write("request", body);
    let refused = run(&["add-checkpoint", "--request", file.to_str().unwrap()]);
    assert!(!refused.status.success());
}
