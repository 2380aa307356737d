//! The witness over HTTP: the status codes of the vectors, the monitoring path, many requests at a time, and
//! a restart between question and answer.

use std::collections::BTreeSet;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::UNIX_EPOCH;

use scrutineer_fetch::{Client, Network, Reply};
use scrutineer_logstore::{
    AskError, LogReader, Remote, Served, Witness, WitnessServer, ask, merge_cosignatures, open_disk,
};
use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared;
use scrutineer_tlog::hash::sha256;
use scrutineer_tlog::{Checkpoint, Policy, SignedNote};

use crate::places::{Log, other_key, policy, witness_key};
use crate::support::{ORIGIN, verifier};
use crate::witness::request;

const NOW: u64 = 1_767_225_600;
const LIMIT: u64 = 1 << 20;

/// A witness that serves on a free port of the loopback address, with its memory in a folder.
pub(crate) struct Serving {
    server: WitnessServer,
    told: Arc<Mutex<Vec<String>>>,
}

impl Serving {
    pub(crate) fn start(state: &Path) -> Self {
        Self::with(state, &policy(false), || NOW)
    }

    /// A witness of the log that another program keeps, which looks at the time of a cosignature.
    pub(crate) fn start_for_others(state: &Path) -> Self {
        let text = format!("log {}\nquorum none\n", other_key().verifier());
        let now = || UNIX_EPOCH.elapsed().unwrap().as_secs();
        Self::with(state, &text.parse().unwrap(), now)
    }

    fn with(state: &Path, policy: &Policy, clock: fn() -> u64) -> Self {
        let witness = Witness::open(witness_key(), policy, state).unwrap();
        let told = Arc::new(Mutex::new(Vec::new()));
        let kept = Arc::clone(&told);
        let tell = move |served: Served| kept.lock().unwrap().push(format!("{served:?}"));
        let address = SocketAddr::from(([127, 0, 0, 1], 0));
        let server = WitnessServer::start(address, Arc::new(witness), clock, tell).unwrap();
        Self { server, told }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.server.address())
    }

    fn post(&self, body: &str) -> Reply {
        let url = format!("{}/add-checkpoint", self.url());
        client().post(&url, body.as_bytes(), LIMIT).unwrap()
    }

    fn monitor(&self) -> Option<Vec<u8>> {
        let origin = sha256(ORIGIN.as_bytes());
        let url = format!("{}/{origin}/checkpoint", self.url());
        client().get(&url, LIMIT).unwrap()
    }

    fn stop(self) -> Vec<String> {
        self.server.stop().unwrap();
        let told = self.told.lock().unwrap();
        told.clone()
    }
}

pub(crate) fn client() -> Client {
    Network::Allowed { proxy: None }.client().unwrap()
}

fn note_of(log: &Log) -> SignedNote {
    SignedNote::parse(&log.reader().checkpoint_bytes().unwrap()).unwrap()
}

#[test]
fn the_requests_of_the_vectors_get_their_status_over_http() {
    let Some(vectors) = shared::vectors("tlog.json") else {
        return;
    };
    let cases = vectors["witness_requests"].as_array().unwrap();
    let mut met = BTreeSet::new();
    for case in cases {
        let scratch = Scratch::new();
        let served = Serving::start(scratch.path());
        let held = case["witness_state"].as_u64().unwrap();
        let log = Log::honest();
        if held > 0 {
            log.grow(held);
            assert_eq!(served.post(&request(&log, 0)).status, 200);
        }
        let reply = served.post(case["request"].as_str().unwrap());
        let expected = case["status"].as_u64().unwrap();
        assert_eq!(u64::from(reply.status), expected, "{}", case["what"]);
        let content_type = reply.content_type.unwrap();
        if reply.status == 409 {
            assert_eq!(content_type, "text/x.tlog.size");
            assert_eq!(reply.body, format!("{held}\n").as_bytes());
        } else {
            assert!(content_type.starts_with("text/plain"), "{content_type}");
        }
        met.insert(reply.status);
        let told = served.stop();
        assert_eq!(told.len(), usize::from(expected == 422), "{told:?}");
    }
    assert_eq!(cases.len(), 8, "the vectors have changed");
    assert!(met.len() >= 5, "{met:?}");
}

#[test]
fn the_monitoring_path_shows_what_was_cosigned_last_with_both_signatures() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    let served = Serving::start(scratch.path());
    assert_eq!(served.monitor(), None);
    log.grow(5);
    let reply = served.post(&request(&log, 0));
    assert_eq!(reply.status, 200);
    let shown = SignedNote::parse(&served.monitor().unwrap()).unwrap();
    let both = [verifier(), witness_key().verifier().clone()];
    assert_eq!(shown.verify(&both).unwrap().known.len(), 2);
    assert!(
        shown
            .to_string()
            .ends_with(str::from_utf8(&reply.body).unwrap())
    );
    let elsewhere = format!(
        "{}/{}/checkpoint",
        served.url(),
        sha256(b"log.example/other")
    );
    assert_eq!(client().get(&elsewhere, LIMIT).unwrap(), None);
}

#[test]
fn after_a_restart_the_witness_knows_what_it_cosigned() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    log.grow(5);
    let first = Serving::start(scratch.path());
    assert_eq!(first.post(&request(&log, 0)).status, 200);
    let shown = first.monitor();
    first.stop();
    let second = Serving::start(scratch.path());
    assert_eq!(second.monitor(), shown);
    let reply = second.post(&request(&log, 0));
    assert_eq!((reply.status, reply.body.as_slice()), (409, &b"5\n"[..]));
    let forked = Log::forked(2);
    forked.grow(9);
    assert_eq!(second.post(&request(&forked, 5)).status, 422);
    log.grow(9);
    assert_eq!(second.post(&request(&log, 5)).status, 200);
}

#[test]
fn of_two_histories_that_are_offered_at_the_same_time_one_is_cosigned() {
    let (honest, forked, scratch) = (Log::honest(), Log::forked(3), Scratch::new());
    honest.grow(7);
    forked.grow(7);
    let served = Serving::start(scratch.path());
    let bodies = [request(&honest, 0), request(&forked, 0)];
    let statuses = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for turn in 0..16 {
            let (body, served, statuses) = (&bodies[turn % 2], &served, &statuses);
            scope.spawn(move || {
                let status = served.post(body).status;
                statuses.lock().unwrap().push((status, turn % 2));
            });
        }
    });
    let statuses = statuses.into_inner().unwrap();
    let cosigned: Vec<_> = statuses
        .iter()
        .filter(|(status, _)| *status == 200)
        .collect();
    // The first one; every later request states an old size that is no longer held.
    assert_eq!(cosigned.len(), 1, "{statuses:?}");
    assert!(
        statuses
            .iter()
            .all(|(status, _)| [200, 409].contains(status))
    );
    let shown = SignedNote::parse(&served.monitor().unwrap()).unwrap();
    let winner = [&honest, &forked][cosigned[0].1];
    assert_eq!(shown.text(), note_of(winner).text());
}

#[test]
fn what_is_no_request_is_refused_and_the_server_goes_on() {
    let scratch = Scratch::new();
    let served = Serving::start(scratch.path());
    for sent in [
        "GET / HTTP/1.1\r\nHost: w\r\nConnection: close\r\n\r\n",
        "GET /add-checkpoint HTTP/1.1\r\nHost: w\r\nConnection: close\r\n\r\n",
        "POST /add-checkpoint HTTP/1.1\r\nHost: w\r\nContent-Length: 99999999\r\nConnection: close\r\n\r\n",
        "nonsense\r\n\r\n",
    ] {
        let mut stream = TcpStream::connect(served.server.address()).unwrap();
        stream.write_all(sent.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 4"), "{sent}: {answer}");
    }
    let log = Log::honest();
    log.grow(2);
    assert_eq!(served.post(&request(&log, 0)).status, 200);
}

#[test]
fn a_memory_that_fails_is_told_to_who_runs_the_witness_and_nobody_else() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    log.grow(5);
    let served = Serving::start(scratch.path());
    let origin = sha256(ORIGIN.as_bytes());
    scratch.write(&format!("{origin}/checkpoint/in-the-way"), "");
    let reply = served.post(&request(&log, 0));
    assert_eq!(reply.status, 500);
    let said = String::from_utf8(reply.body).unwrap();
    assert_eq!(said, "the witness cannot store its answer\n");
    let told = served.stop();
    assert_eq!(told.len(), 1);
    assert!(told[0].starts_with("Failed"), "{told:?}");
}

#[test]
fn a_log_that_asks_publishes_the_cosignature_and_a_fork_of_it_gets_none() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    let served = Serving::start(&scratch.path().join("memory"));
    let key = witness_key().verifier().clone();
    let keys = [verifier(), key.clone()];
    for size in [1, 5, 300] {
        log.grow(size);
        let note = note_of(&log);
        let signatures = ask(&client(), &served.url(), &log.reader(), &note, &key).unwrap();
        let mut from = note.clone();
        from.put(signatures[0].clone()).unwrap();
        let objects = scrutineer_logstore::DiskObjects::open_existing(&log.bundle()).unwrap();
        merge_cosignatures(&objects, &from, &keys).unwrap();
        assert!(policy(true).accept(&note_of(&log)).is_ok(), "{size}");
        // The writer finds its own checkpoint under the added line.
        assert_eq!(log.writer().size(), size);
        assert!(policy(true).accept(&note_of(&log)).is_ok(), "{size}");
    }
    let forked = Log::forked(200);
    forked.grow(400);
    let error = ask(
        &client(),
        &served.url(),
        &forked.reader(),
        &note_of(&forked),
        &key,
    );
    assert!(
        matches!(error, Err(AskError::Refused { status: 422, .. })),
        "{error:?}"
    );
    let old = Log::honest();
    old.grow(4);
    let error = ask(
        &client(),
        &served.url(),
        &old.reader(),
        &note_of(&old),
        &key,
    );
    assert!(
        matches!(
            error,
            Err(AskError::Ahead {
                held: 300,
                size: 4,
                ..
            })
        ),
        "{error:?}"
    );
}

#[test]
fn a_cosignature_of_another_key_or_for_another_text_is_not_published() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    log.grow(3);
    let witness = Witness::open(witness_key(), &policy(false), scratch.path()).unwrap();
    let from = LogReader::new(Remote::folder(&log.bundle()).unwrap());
    let cosigned = witness.cosign(&from, NOW).unwrap();
    let mut note = cosigned.note.clone();
    note.put(cosigned.signatures[0].clone()).unwrap();
    let (objects, head) = open_disk(&log.bundle(), &log.state()).unwrap();
    let before = note_of(&log);
    // Without the key of the witness its line is left out.
    let merged = merge_cosignatures(&objects, &note, &[verifier()]).unwrap();
    assert_eq!(merged, before);
    drop(head);
    log.grow(4);
    let keys = [verifier(), witness_key().verifier().clone()];
    assert!(merge_cosignatures(&objects, &note, &keys).is_err());
    let shown: Checkpoint = note_of(&log).text().parse().unwrap();
    assert_eq!(shown.size(), 4);
}
