//! Files of measurements through a pool: one thread reads and unpacks, the others judge, and the
//! outcomes come back in the order of the lines whatever the number of threads.

use std::collections::BTreeMap;
use std::fs::File;
use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread;

use scrutineer_censorship::{
    FileDigest, FileReading, Fingerprints, Lines, Observation, Outcome, Piece, Rejection,
    hour_of_name, observe,
};

use super::room::{Room, Share};
use crate::args::General;
use crate::failure::Failure;
use crate::session::Session;

/// Lines that one thread judges at a time, and bytes after which a batch is closed early.
const BATCH: usize = 256;
const BATCH_BYTES: usize = 4 << 20;
/// Batches that wait for each thread.
const WAITING: usize = 2;

struct Batch {
    number: u64,
    hour: Option<i64>,
    lines: Vec<(u64, Piece)>,
    /// What it takes of the room; given back when the batch goes.
    _share: Share,
}

type Judged = (u64, Vec<(u64, Outcome)>);

/// Reads one file; each observation goes to `each` in the order of the lines.
fn file(
    path: &Path,
    threads: usize,
    fingerprints: &Fingerprints,
    each: &mut dyn FnMut(&Observation) -> std::io::Result<()>,
) -> std::io::Result<FileReading> {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let opened = File::open(path)?;
    if opened.metadata()?.is_dir() {
        return Err(std::io::Error::from(std::io::ErrorKind::InvalidInput));
    }
    let hour = hour_of_name(&name);
    let mut reading = FileReading {
        file: name,
        ..FileReading::default()
    };
    let mut digest = FileDigest::default();
    let mut is_cut = false;
    let mut written = Ok(());
    let (to_judge, waiting) = sync_channel::<Batch>(threads * WAITING);
    let room = Room::new(threads * (WAITING + 1) * BATCH_BYTES);
    let waiting = Mutex::new(waiting);
    thread::scope(|scope| {
        let (to_take, judged) = sync_channel::<Judged>(threads * WAITING);
        let waiting = &waiting;
        let (digest, is_cut) = (&mut digest, &mut is_cut);
        scope.spawn(move || *is_cut = !batches(opened, hour, digest, &room, &to_judge));
        let judges: Vec<_> = (0..threads)
            .map(|_| {
                let to_take = to_take.clone();
                scope.spawn(move || judge(waiting, &to_take, fingerprints))
            })
            .collect();
        drop(to_take);
        let mut early: BTreeMap<u64, Vec<(u64, Outcome)>> = BTreeMap::new();
        let mut next = 0;
        for (number, outcomes) in judged {
            early.insert(number, outcomes);
            while let Some(outcomes) = early.remove(&next) {
                next += 1;
                for (line, outcome) in outcomes {
                    if written.is_ok() {
                        written = take(line, outcome, &mut reading, each);
                    }
                }
            }
        }
        drop(judges);
    });
    written?;
    reading.is_cut = is_cut;
    reading.sha256 = digest.finish();
    Ok(reading)
}

/// Whether the file came to its end.
fn batches(
    opened: File,
    hour: Option<i64>,
    digest: &mut FileDigest,
    room: &Arc<Room>,
    to_judge: &SyncSender<Batch>,
) -> bool {
    let Ok(mut lines) = Lines::open(digest.of(opened)) else {
        return false;
    };
    let mut number = 0;
    loop {
        let mut held = Vec::with_capacity(BATCH);
        let mut bytes = 0;
        let mut end = None;
        while held.len() < BATCH && bytes < BATCH_BYTES {
            match lines.next_line() {
                Ok(Some((line, piece))) => {
                    if let Piece::Line(text) = &piece {
                        bytes += text.len();
                    }
                    held.push((line, piece));
                }
                Ok(None) => {
                    end = Some(true);
                    break;
                }
                Err(_) => {
                    end = Some(false);
                    break;
                }
            }
        }
        let batch = Batch {
            number,
            hour,
            lines: held,
            _share: Share::of(room, bytes),
        };
        number += 1;
        if to_judge.send(batch).is_err() {
            return false;
        }
        if let Some(is_whole) = end {
            return is_whole;
        }
    }
}

fn judge(
    waiting: &Mutex<Receiver<Batch>>,
    to_take: &SyncSender<Judged>,
    fingerprints: &Fingerprints,
) {
    loop {
        let received = match waiting.lock() {
            Ok(waiting) => waiting.recv(),
            Err(_) => return,
        };
        let Ok(batch) = received else { return };
        let Batch {
            number,
            hour,
            lines,
            _share: share,
        } = batch;
        let outcomes = lines
            .into_iter()
            .map(|(line, piece)| {
                let outcome = match piece {
                    Piece::Line(text) => observe(&text, hour, fingerprints),
                    Piece::TooLong => Outcome::Rejected(Rejection::TooLong),
                };
                (line, outcome)
            })
            .collect();
        drop(share);
        if to_take.send((number, outcomes)).is_err() {
            return;
        }
    }
}

fn take(
    line: u64,
    outcome: Outcome,
    reading: &mut FileReading,
    each: &mut dyn FnMut(&Observation) -> std::io::Result<()>,
) -> std::io::Result<()> {
    match outcome {
        Outcome::Observed(seen) => {
            reading.lines += 1;
            reading.observed += 1;
            each(&seen)?;
        }
        Outcome::Quarantined => {
            reading.lines += 1;
            reading.quarantined += 1;
        }
        Outcome::Rejected(reason) => reading.reject(reason, line),
    }
    Ok(())
}

/// Reads every file, and says what was left out of each. A file that cannot be opened fails the run
/// after all others were tried.
pub(super) fn files(
    paths: &[std::path::PathBuf],
    general: &General,
    fingerprints: &Fingerprints,
    session: &mut Session<'_>,
    each: &mut dyn FnMut(&Observation) -> std::io::Result<()>,
) -> Result<Vec<FileReading>, Failure> {
    let threads = general.threads.map_or_else(
        || thread::available_parallelism().map_or(1, NonZero::get),
        usize::from,
    );
    let mut readings = Vec::new();
    let mut failures = Vec::new();
    for (at, path) in (1_usize..).zip(paths) {
        session.stage(
            "cli-progress-measurements",
            &[("done", &at), ("all", &paths.len())],
        );
        match file(path, threads, fingerprints, each) {
            Ok(reading) => readings.push(reading),
            Err(error) => failures.push(session.unread(path, &error).text),
        }
    }
    if !failures.is_empty() {
        return Err(Failure::inputs(failures));
    }
    for reading in &readings {
        say(reading, session);
    }
    Ok(readings)
}

fn say(reading: &FileReading, session: &mut Session<'_>) {
    let file = &reading.file;
    for rejected in &reading.rejected {
        let word = match rejected.reason {
            Rejection::TooLong => "censorship-reason-too_long",
            Rejection::Encoding => "censorship-reason-encoding",
            Rejection::Syntax => "censorship-reason-syntax",
            Rejection::Shape => "censorship-reason-shape",
            _ => "censorship-reason-other",
        };
        let reason = session.plain(word);
        let first = rejected.first.first().copied().unwrap_or_default();
        let parts: [(&str, &dyn std::fmt::Display); 4] = [
            ("file", file),
            ("count", &rejected.lines),
            ("reason", &reason),
            ("line", &first),
        ];
        let line = session.filled("censorship-line-problem", &parts);
        session.note(&line);
    }
    if reading.quarantined > 0 {
        let parts: [(&str, &dyn std::fmt::Display); 2] =
            [("file", file), ("count", &reading.quarantined)];
        let line = session.filled("censorship-quarantined", &parts);
        session.note(&line);
    }
    if reading.is_cut {
        let line = session.filled("censorship-cut", &[("file", file)]);
        session.note(&line);
    }
}
