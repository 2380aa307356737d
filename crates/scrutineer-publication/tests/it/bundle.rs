//! Publishing to a folder and verifying it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use scrutineer_audit::audit;
use scrutineer_logstore::{DiskHead, DiskObjects, Writer, open_disk};
use scrutineer_model::{Dataset, Date, Evidence};
use scrutineer_publication::batch::Publication;
use scrutineer_publication::derive::Extras;
use scrutineer_publication::publish::{Now, Published, Publishing, publish};
use scrutineer_publication::state::PrivateState;
use scrutineer_publication::verify::{
    Matching, ReportState, Verdict, Verification, VerifyOptions, verify,
};
use scrutineer_simulate::{Plan, simulate};
use scrutineer_testkit::scratch::Scratch;
use scrutineer_tlog::{KeyName, Policy, SigningKey};

const ORIGIN: &str = "log.example/election";

fn key() -> SigningKey {
    SigningKey::from_seed(KeyName::parse(ORIGIN).unwrap(), &[7; 32]).unwrap()
}

fn policy() -> Policy {
    format!("log {}\nquorum none\n", key().verifier())
        .parse()
        .unwrap()
}

struct Place {
    scratch: Scratch,
}

impl Place {
    fn new() -> Self {
        Self {
            scratch: Scratch::new(),
        }
    }

    fn bundle(&self) -> PathBuf {
        self.scratch.path().join("bundle")
    }

    fn state(&self) -> PathBuf {
        self.scratch.path().join("state")
    }

    fn writer(&self) -> Writer<DiskObjects, DiskHead> {
        let (objects, head) = open_disk(&self.bundle(), &self.state()).unwrap();
        let is_new = !self.bundle().join("checkpoint").exists();
        if is_new {
            Writer::create(objects, head, key()).unwrap()
        } else {
            Writer::open(objects, head, key()).unwrap().0
        }
    }

    fn publish(&self, dataset: &Dataset, minutes: u64) -> Published {
        self.publish_by(dataset, minutes, &Publication::default())
    }

    fn publish_by(&self, dataset: &Dataset, minutes: u64, publication: &Publication) -> Published {
        let findings = audit(dataset, &Evidence::default()).unwrap().findings;
        let mut writer = self.writer();
        let mut state = PrivateState::open(&self.state()).unwrap();
        let input = Publishing {
            dataset,
            findings: &findings,
            lengths: &BTreeMap::new(),
            audits: &[],
            publication,
            recovery: None,
            disclose: &[],
            close: false,
            extras: Extras::default(),
            now: Now {
                minutes,
                day: Date::parse("2024-07-29").unwrap(),
            },
        };
        publish(&mut writer, &mut state, &input).unwrap()
    }

    fn verify(&self) -> Verification {
        verified(&self.bundle())
    }
}

fn verified(folder: &Path) -> Verification {
    verify(folder, &policy(), &VerifyOptions::default()).unwrap()
}

fn synthetic() -> Dataset {
    simulate(&Plan::demo()).unwrap().to_dataset().unwrap()
}

#[test]
fn a_published_election_verifies_and_its_answers_follow_from_the_entries() {
    let place = Place::new();
    let dataset = synthetic();
    let published = place.publish(&dataset, 1_000);
    let released = published.released.unwrap();
    assert_eq!(published.waiting.records, 0);
    let found = place.verify();
    assert_eq!(found.failures, []);
    assert_eq!(found.result, Verdict::Verified);
    assert_eq!(found.totals, Matching::Match);
    assert_eq!(found.report, ReportState::Match);
    assert_eq!(found.tables, Matching::Match);
    assert_eq!(found.entries.read, released.size + 2);
    assert!(found.warnings.contains(&"no-witness"));
    assert!(found.warnings.contains(&"single-signer"));
    let again = place.publish(&dataset, 2_000);
    assert_eq!(again.released, None);
    assert_eq!(again.appended, BTreeMap::new());
    assert_eq!(again.size, published.size);
}

#[test]
fn a_change_of_what_is_published_when_is_logged_once() {
    let place = Place::new();
    let dataset = synthetic();
    let first = place.publish(&dataset, 1_000);
    assert_eq!(first.appended.get("policy"), Some(&1));
    let stricter = Publication::new([], 60, 45);
    let changed = place.publish_by(&dataset, 2_000, &stricter);
    assert_eq!(changed.appended, BTreeMap::from([("policy", 1)]));
    let again = place.publish_by(&dataset, 3_000, &stricter);
    assert_eq!(again.appended, BTreeMap::new());
    let found = place.verify();
    assert_eq!(found.failures, []);
}
