//! Carrying an update, and refusing one that was changed.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use scrutineer_audit::audit;
use scrutineer_logstore::{DiskObjects, LogReader, Writer, open_disk};
use scrutineer_model::{Dataset, Date, Evidence};
use scrutineer_publication::batch::Publication;
use scrutineer_publication::delta::{DeltaError, apply, since};
use scrutineer_publication::derive::Extras;
use scrutineer_publication::publish::{Now, Publishing, publish};
use scrutineer_publication::state::PrivateState;
use scrutineer_publication::verify::{Verdict, VerifyOptions, verify};
use scrutineer_simulate::{Plan, simulate};
use scrutineer_testkit::scratch::Scratch;
use scrutineer_tlog::{KeyName, Policy, SigningKey};

const ORIGIN: &str = "log.example/delta";

fn key(seed: u8) -> SigningKey {
    SigningKey::from_seed(KeyName::parse(ORIGIN).unwrap(), &[seed; 32]).unwrap()
}

fn policy(seed: u8) -> Policy {
    format!("log {}\nquorum none\n", key(seed).verifier())
        .parse()
        .unwrap()
}

/// Appends a data set to the log in a folder, and releases.
fn publish_to(bundle: &Path, state: &Path, dataset: &Dataset, minutes: u64) {
    let (objects, head) = open_disk(bundle, state).unwrap();
    let mut writer = if bundle.join("checkpoint").exists() {
        Writer::open(objects, head, key(9)).unwrap().0
    } else {
        Writer::create(objects, head, key(9)).unwrap()
    };
    let findings = audit(dataset, &Evidence::default()).unwrap().findings;
    let input = Publishing {
        dataset,
        findings: &findings,
        lengths: &BTreeMap::new(),
        audits: &[],
        publication: &Publication::default(),
        recovery: None,
        disclose: &[],
        close: false,
        extras: Extras::default(),
        now: Now {
            minutes,
            day: Date::parse("2024-07-29").unwrap(),
        },
    };
    let mut state = PrivateState::open(state).unwrap();
    publish(&mut writer, &mut state, &input).unwrap();
}

fn every_file(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut pending = vec![folder.to_owned()];
    while let Some(inside) = pending.pop() {
        for entry in fs::read_dir(inside).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                pending.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_owned();
                found.insert(name, fs::read(path).unwrap());
            }
        }
    }
    found
}

fn copy(from: &Path, to: &Path) {
    for (name, bytes) in every_file(from) {
        let path = to.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

fn open(folder: &Path) -> LogReader<DiskObjects> {
    LogReader::new(DiskObjects::open_existing(folder).unwrap())
}

struct Carried {
    scratch: Scratch,
    delta: Vec<u8>,
}

impl Carried {
    /// A bundle `new` with two releases, its state after the first in `old`, and the delta between.
    fn new() -> Self {
        let scratch = Scratch::new();
        let [new, old, state] = ["new", "old", "state"].map(|name| scratch.path().join(name));
        let dataset = |seed| simulate(&Plan::small(seed)).unwrap().to_dataset().unwrap();
        publish_to(&new, &state, &dataset(1), 1_000);
        copy(&new, &old);
        publish_to(&new, &state, &dataset(2), 2_000);
        let older = fs::read(old.join("checkpoint")).unwrap();
        let delta = since(&open(&new), &older).unwrap().bytes;
        Self { scratch, delta }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.scratch.path().join(name)
    }

    /// Applies these bytes to the old copy, which must refuse them and stay as it is.
    fn refused(&self, bytes: &[u8], by: u8) -> DeltaError {
        let before = every_file(&self.path("old"));
        let error = apply(&open(&self.path("old")), bytes, &policy(by)).unwrap_err();
        assert!(every_file(&self.path("old")) == before, "{error}");
        error
    }
}

#[test]
fn an_older_copy_becomes_the_newer_bundle_and_verifies() {
    let carried = Carried::new();
    let (old, new) = (carried.path("old"), carried.path("new"));
    let applied = apply(&open(&old), &carried.delta, &policy(9)).unwrap();
    assert!(applied.made > 0);
    assert_eq!(applied.carried, 0);
    let found = verify(&old, &policy(9), &VerifyOptions::default()).unwrap();
    assert_eq!(found.failures, []);
    assert_eq!(found.result, Verdict::Verified);
    let (mine, theirs) = (every_file(&old), every_file(&new));
    for (path, bytes) in &theirs {
        // Partial tiles of sizes in between are not needed any more.
        if !path.starts_with("tile") {
            assert!(mine.get(path) == Some(bytes), "{}", path.display());
        }
    }
    let again = apply(&open(&old), &carried.delta, &policy(9)).unwrap();
    assert_eq!(again.from, again.to);
    assert!(every_file(&old) == mine);
}

#[test]
fn a_delta_that_was_cut_or_changed_leaves_the_bundle_as_it_was() {
    let carried = Carried::new();
    let delta = &carried.delta;
    for part in 0..8 {
        let length = delta.len() * part / 8;
        carried.refused(&delta[..length], 9);
        let mut changed = delta.clone();
        changed[length.max(10)] ^= 0x10;
        carried.refused(&changed, 9);
    }
    let longer = [delta.as_slice(), b"more"].concat();
    assert!(matches!(
        carried.refused(&longer, 9),
        DeltaError::Form { .. }
    ));
    assert!(matches!(
        carried.refused(delta, 8),
        DeltaError::Untrusted(_)
    ));
}

#[test]
fn entries_that_were_exchanged_inside_do_not_lead_to_the_signed_root() {
    use std::io::{Read, Write};
    let carried = Carried::new();
    let mut inside = Vec::new();
    flate2::read::GzDecoder::new(carried.delta.as_slice())
        .read_to_end(&mut inside)
        .unwrap();
    let sheet = b"\"kind\":\"sheet\"";
    let at = inside
        .windows(sheet.len())
        .rposition(|bytes| bytes == sheet)
        .unwrap();
    let digit = (at..inside.len())
        .find(|&at| inside[at].is_ascii_digit())
        .unwrap();
    inside[digit] = if inside[digit] == b'1' { b'2' } else { b'1' };
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(&inside).unwrap();
    let error = carried.refused(&packed.finish().unwrap(), 9);
    assert!(matches!(error, DeltaError::Root { .. }), "{error}");
}

#[test]
fn a_delta_for_another_age_of_the_bundle_is_refused() {
    let carried = Carried::new();
    let new = carried.path("new");
    let older = fs::read(carried.path("old/checkpoint")).unwrap();
    let newer = fs::read(new.join("checkpoint")).unwrap();
    let nothing = since(&open(&new), &newer).unwrap();
    assert_eq!(nothing.from, nothing.to);
    let error = carried.refused(&nothing.bytes, 9);
    assert!(matches!(error, DeltaError::Size { .. }), "{error}");
    let error = since(&open(&carried.path("old")), &newer).unwrap_err();
    assert!(matches!(error, DeltaError::Size { .. }), "{error}");
    let foreign = String::from_utf8(older)
        .unwrap()
        .replacen("/delta", "/other", 1);
    let error = since(&open(&new), foreign.as_bytes()).unwrap_err();
    assert!(matches!(error, DeltaError::Origin { .. }), "{error}");
}
