//! A process that is killed while it appends to a real folder, thirty times over.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use scrutineer_logstore::{OpenError, StoreCause, Writer, fsck, open_disk};
use scrutineer_testkit::scratch::Scratch;

use crate::oracle;
use crate::support::{entries, key, open_or_create, verifier};

const FOLDER: &str = "SCRUTINEER_TEST_LOG";
const ROUNDS: u64 = 30;

/// The other process: appends batches of growing numbers of entries until it is killed, and says after each
/// how many entries are acknowledged.
#[test]
#[ignore = "run by the other tests of this module in a process of its own"]
fn child() {
    let Some(folder) = env::var_os(FOLDER) else {
        return;
    };
    let folder = Path::new(&folder);
    let (mut writer, _) =
        open_or_create(|| open_disk(&folder.join("bundle"), &folder.join("state")).unwrap())
            .unwrap();
    let mut out = std::io::stdout();
    for batch in 0.. {
        writeln!(out, "\nacknowledged {}", writer.size()).unwrap();
        out.flush().unwrap();
        let grown = writer.size() + 1 + (batch * 37) % 200;
        writer.append(&entries(writer.size(), grown)).unwrap();
    }
}

fn spawn(folder: &Path) -> Child {
    Command::new(env::current_exe().unwrap())
        .args(["--exact", "kill::child", "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

fn acknowledged(line: &str) -> Option<u64> {
    line.strip_prefix("acknowledged ")?.parse().ok()
}

#[test]
fn after_every_kill_the_log_is_whole_and_goes_on() {
    let scratch = Scratch::new();
    let folder = scratch.path();
    let mut finished = 0;
    for round in 0..ROUNDS {
        let mut child = spawn(folder);
        let output = child.stdout.take().unwrap();
        let reader = thread::spawn(move || {
            let lines = BufReader::new(output).lines().map_while(Result::ok);
            lines.filter_map(|line| acknowledged(&line)).last()
        });
        // From before the first batch to after many, at no particular step of one.
        thread::sleep(Duration::from_millis(20 + (round * 53) % 400));
        child.kill().unwrap();
        child.wait().unwrap();
        let promised = reader.join().unwrap().unwrap_or(0);

        let (bundle, state) = (folder.join("bundle"), folder.join("state"));
        let opened = open_disk(&bundle, &state).unwrap();
        let (writer, recovery) = match Writer::open(opened.0, opened.1, key()) {
            Err(OpenError::NoLog) if promised == 0 => continue,
            other => other.unwrap_or_else(|error| panic!("round {round}: {error}")),
        };
        finished += u32::from(recovery.finished != scrutineer_logstore::Finished::Nothing);
        assert!(
            writer.size() >= promised,
            "round {round}: {promised} were acknowledged"
        );
        let (objects, head) = writer.into_stores();
        let report = fsck(&objects, &head, &verifier(), 2).unwrap();
        assert!(report.is_sound(), "round {round}: {report:?}");
        for (path, bytes) in oracle::files(&entries(0, report.size)) {
            assert_eq!(
                std::fs::read(bundle.join(&path)).ok(),
                Some(bytes),
                "round {round}: {path}"
            );
        }
    }
    let (objects, head) = open_disk(&folder.join("bundle"), &folder.join("state")).unwrap();
    let report = fsck(&objects, &head, &verifier(), 2).unwrap();
    assert!(report.size > 100, "the children got nowhere: {report:?}");
    println!(
        "{} entries, {finished} of {ROUNDS} kills left a batch to finish",
        report.size
    );
}

#[test]
fn a_second_process_is_turned_away_by_the_lock() {
    let scratch = Scratch::new();
    let mut child = spawn(scratch.path());
    // What it writes to stays open: a child that cannot write ends, and gives up its lock.
    let mut lines = BufReader::new(child.stdout.take().unwrap())
        .lines()
        .map_while(Result::ok);
    assert!(lines.any(|line| acknowledged(&line).is_some()));
    let folder = scratch.path();
    let error = open_disk(&folder.join("bundle"), &folder.join("state"))
        .map(|_| ())
        .unwrap_err();
    child.kill().unwrap();
    child.wait().unwrap();
    drop(lines);
    assert!(matches!(error.cause(), StoreCause::Locked), "{error}");
    assert_eq!(
        error.to_string(),
        "cannot open the private state: another process holds its lock"
    );
}
