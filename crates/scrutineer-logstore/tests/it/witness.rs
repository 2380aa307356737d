//! A witness answers as the vectors say, stores before it answers, and never cosigns two trees of one size.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::thread;

use scrutineer_logstore::{Witness, is_operators_own};
use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::shared;
use scrutineer_tlog::{Checkpoint, SignedNote};

use crate::places::{Log, policy, witness_key};
use crate::support::ORIGIN;

const NOW: u64 = 1_767_225_600;

fn open(scratch: &Scratch) -> Witness {
    Witness::open(witness_key(), &policy(false), scratch.path()).unwrap()
}

/// The body of a request for what the log shows, with the proof from `old`.
pub(crate) fn request(log: &Log, old: u64) -> String {
    let reader = log.reader();
    let note = SignedNote::parse(&reader.checkpoint_bytes().unwrap()).unwrap();
    let checkpoint: Checkpoint = note.text().parse().unwrap();
    let proof = reader.prove_consistency(old, checkpoint.size()).unwrap();
    scrutineer_tlog::witness::AddCheckpoint::new(old, proof, note)
        .unwrap()
        .to_string()
}

#[test]
fn the_requests_of_the_vectors_get_their_status() {
    let Some(vectors) = shared::vectors("tlog.json") else {
        return;
    };
    let cases = vectors["witness_requests"].as_array().unwrap();
    for case in cases {
        let scratch = Scratch::new();
        let witness = open(&scratch);
        let held = case["witness_state"].as_u64().unwrap();
        let log = Log::honest();
        if held > 0 {
            log.grow(held);
            let before = request(&log, 0);
            let answer = witness.add_checkpoint(before.as_bytes(), NOW).unwrap();
            assert_eq!(answer.status, 200);
        }
        let body = case["request"].as_str().unwrap();
        let answer = witness.add_checkpoint(body.as_bytes(), NOW).unwrap();
        let expected = case["status"].as_u64().unwrap();
        assert_eq!(u64::from(answer.status), expected, "{}", case["what"]);
    }
    assert!(!cases.is_empty());
}

#[test]
fn a_reply_that_is_lost_is_found_again_after_a_restart() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    log.grow(5);
    let body = request(&log, 0);
    // Stored, and then the process ends before anybody hears of it.
    open(&scratch).add_checkpoint(body.as_bytes(), NOW).unwrap();
    let witness = open(&scratch);
    let answer = witness.add_checkpoint(body.as_bytes(), NOW).unwrap();
    assert_eq!((answer.status, answer.body.as_str()), (409, "5\n"));
    assert_eq!(answer.content_type, "text/x.tlog.size");
    let again = request(&log, 5);
    assert_eq!(
        witness
            .add_checkpoint(again.as_bytes(), NOW)
            .unwrap()
            .status,
        200
    );
}

#[test]
fn a_second_tree_of_one_size_is_refused_and_the_request_kept() {
    let (honest, forked, scratch) = (Log::honest(), Log::forked(2), Scratch::new());
    honest.grow(5);
    forked.grow(5);
    let witness = open(&scratch);
    let first = request(&honest, 0);
    assert_eq!(
        witness
            .add_checkpoint(first.as_bytes(), NOW)
            .unwrap()
            .status,
        200
    );
    let second = request(&forked, 5);
    assert_eq!(
        witness
            .add_checkpoint(second.as_bytes(), NOW)
            .unwrap()
            .status,
        422
    );
    let kept = witness.state().evidence(ORIGIN).unwrap();
    let ends = ["-a.note", "-b.note", ".request"];
    assert_eq!(kept.len(), ends.len());
    for end in ends {
        assert!(
            kept.iter().any(|path| path.as_str().ends_with(end)),
            "{end}"
        );
    }
}

#[test]
fn requests_at_the_same_time_never_cosign_two_trees_of_one_size() {
    let (honest, forked, scratch) = (Log::honest(), Log::forked(1), Scratch::new());
    honest.grow(7);
    forked.grow(7);
    let bodies = [request(&honest, 0), request(&forked, 0)];
    let witness = open(&scratch);
    let cosigned = Mutex::new(BTreeMap::new());
    thread::scope(|scope| {
        for turn in 0..8 {
            let (body, witness, cosigned) = (&bodies[turn % 2], &witness, &cosigned);
            scope.spawn(move || {
                let answer = witness.add_checkpoint(body.as_bytes(), NOW).unwrap();
                if answer.status == 200 {
                    cosigned.lock().unwrap().insert(turn % 2, answer.body);
                }
            });
        }
    });
    assert_eq!(cosigned.lock().unwrap().len(), 1);
}

#[test]
fn what_cannot_be_stored_is_not_answered() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    log.grow(5);
    let witness = open(&scratch);
    let origin = scrutineer_tlog::hash::sha256(ORIGIN.as_bytes());
    scratch.write(&format!("{origin}/checkpoint/in-the-way"), "");
    let body = request(&log, 0);
    assert!(witness.add_checkpoint(body.as_bytes(), NOW).is_err());
}

#[test]
fn a_name_with_the_host_of_the_log_is_the_operators_own() {
    assert!(is_operators_own(ORIGIN, "LOG.example/w9"));
    assert!(!is_operators_own(ORIGIN, "log.example.org/w9"));
}
