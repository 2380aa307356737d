//! A bundle in which anything at all was changed does not verify, and the failure names the file.
//!
//! Which file is named: the changed one and no other, but for files below `tile/`. There one wrong
//! object may show in others that are compared with it, so that the changed one is named and all that
//! are named lie below `tile/`. A partial tile that a wider one contains may be gone: nothing is lost
//! with it, and whoever copies a bundle by its latest checkpoint never had it.

mod crash;
mod files;
mod lie;
pub(crate) mod place;
mod update;

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::thread;
use std::time::Instant;

use scrutineer_logstore::{DiskObjects, LogReader};
use scrutineer_publication::inspect::proof;
use scrutineer_publication::verify::{Verdict, Verification};
use scrutineer_tlog::{Checkpoint, Policy, ProofFile, SignedNote};

use place::{Place, cosigned_policy, files, named, superseded, verified};

fn policy() -> Policy {
    cosigned_policy().parse().unwrap()
}

/// The bundle was refused for these files.
#[track_caller]
fn assert_names(found: &Verification, changed: &[&str], what: &str) {
    assert_eq!(found.result, Verdict::Failed, "{what}");
    let named = named(found);
    if changed.iter().any(|path| path.starts_with("tile/")) {
        assert!(
            changed.iter().all(|path| named.contains(path)),
            "{what}: {named:?}"
        );
        let others = named.iter().filter(|path| !changed.contains(path));
        let mut outside = others.filter(|path| !path.starts_with("tile/"));
        assert_eq!(outside.next(), None, "{what}: {named:?}");
    } else {
        let changed: BTreeSet<&str> = changed.iter().copied().collect();
        assert_eq!(named, changed, "{what}: {:?}", found.failures);
    }
}

/// One bit of one file.
#[derive(Clone, Copy)]
struct Flip<'p> {
    path: &'p str,
    byte: usize,
    bit: u8,
}

/// Flips a bit on disk, verifies, and puts it back.
fn flip(folder: &Path, flip: Flip<'_>, policy: &Policy, skip_reaudit: bool) {
    let Flip { path, byte, bit } = flip;
    let place = folder.join(path);
    let was = fs::read(&place).unwrap()[byte];
    let mut file = File::options().write(true).open(&place).unwrap();
    let mut put = |value: u8| {
        file.seek(SeekFrom::Start(byte as u64)).unwrap();
        file.write_all(&[value]).unwrap();
    };
    put(was ^ (1 << bit));
    let found = verified(folder, policy, skip_reaudit);
    assert_names(&found, &[path], &format!("{path}, byte {byte}, bit {bit}"));
    put(was);
}

/// Every flip on one of two copies of the bundle.
fn flip_all(place: &dyn Fn() -> scrutineer_testkit::scratch::Scratch, flips: &[Flip<'_>]) {
    let policy = policy();
    let (even, odd): (Vec<_>, Vec<_>) = flips.iter().enumerate().partition(|(at, _)| at % 2 == 0);
    thread::scope(|scope| {
        for half in [even, odd] {
            let (copy, policy) = (place(), &policy);
            scope.spawn(move || {
                for (_, one) in half {
                    flip(copy.path(), *one, policy, true);
                }
                let after = verified(copy.path(), policy, false);
                assert_eq!(after.failures, [], "a flip was not put back");
            });
        }
    });
}

fn bits<'p>(folder: &Path, paths: impl IntoIterator<Item = &'p String>) -> Vec<Flip<'p>> {
    let mut flips = Vec::new();
    for path in paths {
        let length = fs::read(folder.join(path)).unwrap().len();
        let all = (0..length).flat_map(|byte| (0..8).map(move |bit| Flip { path, byte, bit }));
        flips.extend(all);
    }
    flips
}

fn report(what: &str, variants: usize, since: Instant) {
    println!(
        "{what}: {variants} variants, {:.1} s",
        since.elapsed().as_secs_f64()
    );
}

#[test]
fn every_bit_of_checkpoint_tiles_entries_manifests_and_pointer_counts() {
    let since = Instant::now();
    let place = Place::once_and_cosigned();
    let lean = place.lean();
    let paths = files(lean.path());
    let log = paths.iter().filter(|path| !path.starts_with("files/"));
    let flips = bits(lean.path(), log);
    assert!(flips.iter().filter(|flip| flip.byte == 0).count() >= 8 * 5);
    flip_all(&|| place.lean(), &flips);
    report("every bit", flips.len(), since);
}

#[test]
fn older_partial_tiles_may_be_gone_but_not_changed() {
    let since = Instant::now();
    let place = Place::once_and_cosigned();
    let older = superseded(&place.bundle());
    assert!(older.len() >= 2, "{older:?}");
    let of_block = |flip: &Flip<'_>| flip.byte % 64 * 8 + usize::from(flip.bit);
    let flips: Vec<Flip<'_>> = bits(&place.bundle(), &older)
        .into_iter()
        .filter(|flip| flip.path.starts_with("tile/0/") || of_block(flip) % 128 == 77)
        .collect();
    flip_all(&|| place.copy(), &flips);
    report("older partial tiles", flips.len(), since);
    let found = verified(place.lean().path(), &policy(), false);
    assert_eq!(found.failures, []);
}

#[test]
fn one_bit_in_each_block_of_every_file_counts() {
    let since = Instant::now();
    let place = Place::twice_and_cosigned();
    let lean = place.lean();
    let paths = files(lean.path());
    let mut flips = Vec::new();
    for path in &paths {
        let length = fs::read(lean.path().join(path)).unwrap().len();
        for start in (0..length).step_by(64) {
            // Another place and bit in every block.
            let byte = start + (start / 64 * 29) % 64.min(length - start);
            let bit = u8::try_from(start / 64 % 8).unwrap();
            flips.push(Flip { path, byte, bit });
        }
    }
    flip_all(&|| place.lean(), &flips);
    report("blocks", flips.len(), since);
}

#[test]
fn a_bit_of_every_file_fails_the_whole_verification_too() {
    let since = Instant::now();
    let place = Place::twice_and_cosigned();
    let lean = place.lean();
    let paths = files(lean.path());
    for path in &paths {
        let length = fs::read(lean.path().join(path)).unwrap().len();
        let one = Flip {
            path,
            byte: length / 2,
            bit: 0,
        };
        flip(lean.path(), one, &policy(), false);
    }
    assert_eq!(verified(lean.path(), &policy(), false).failures, []);
    report("whole verification", paths.len(), since);
}

#[test]
fn every_bit_of_the_policy_counts() {
    let since = Instant::now();
    let place = Place::twice_and_cosigned();
    let mut bytes = cosigned_policy().into_bytes();
    assert_eq!(verified(&place.bundle(), &policy(), true).failures, []);
    let mut parsed = 0;
    for at in 0..bytes.len() {
        for bit in 0..8 {
            bytes[at] ^= 1 << bit;
            let read = String::from_utf8(bytes.clone());
            if let Some(policy) = read.ok().and_then(|text| text.parse::<Policy>().ok()) {
                parsed += 1;
                let found = verified(&place.bundle(), &policy, true);
                assert_names(&found, &["checkpoint"], &format!("byte {at}, bit {bit}"));
            }
            bytes[at] ^= 1 << bit;
        }
    }
    report(
        &format!("policy ({parsed} still are policies)"),
        bytes.len() * 8,
        since,
    );
}

#[test]
fn every_bit_of_a_proof_file_counts() {
    let since = Instant::now();
    let place = Place::twice_and_cosigned();
    let reader = LogReader::new(DiskObjects::open_existing(&place.bundle()).unwrap());
    let note = SignedNote::parse(&reader.checkpoint_bytes().unwrap()).unwrap();
    let checkpoint: Checkpoint = note.text().parse().unwrap();
    let leaf = checkpoint.size() / 2;
    let entry = reader.entry(leaf, checkpoint.size()).unwrap();
    let made = proof(&reader, leaf, checkpoint.size(), &note).unwrap();
    let mut bytes = made.with_extra(entry).to_string().into_bytes();
    let holds = |bytes: &[u8]| {
        ProofFile::parse(bytes).is_ok_and(|file| {
            file.verify(file.extra().unwrap_or_default(), &policy())
                .is_ok()
        })
    };
    assert!(holds(&bytes));
    for at in 0..bytes.len() {
        for bit in 0..8 {
            bytes[at] ^= 1 << bit;
            assert!(!holds(&bytes), "byte {at}, bit {bit}");
            bytes[at] ^= 1 << bit;
        }
    }
    report("proof file", bytes.len() * 8, since);
}
