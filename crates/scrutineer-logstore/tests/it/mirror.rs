//! A copy is complete and checked before it is public, goes on where it was, and never shows what is wrong.

use std::fs;
use std::path::Path;

use scrutineer_logstore::{
    DiskObjects, LogReader, Mirror, MirrorError, MirrorLimits, Mirrored, Remote, StoreCause, check,
};
use scrutineer_testkit::scratch::Scratch;

use crate::places::{Log, policy};
use crate::support::verifier;

fn limits(bytes: u64) -> MirrorLimits {
    MirrorLimits { bytes, threads: 2 }
}

fn update(mirror: &Mirror, log: &Log, bytes: u64) -> Result<Mirrored, MirrorError> {
    let from = Remote::folder(&log.bundle()).unwrap();
    mirror.update(&from, &policy(false), limits(bytes))
}

pub(crate) fn is_sound(folder: &Path, size: u64) -> bool {
    let reader = LogReader::new(DiskObjects::open_existing(folder).unwrap());
    let (checkpoint, _) = reader.checkpoint(&[verifier()]).unwrap();
    checkpoint.size() == size && check(&reader, &checkpoint, 2, |_, _| {}).is_sound()
}

#[test]
fn a_log_that_grows_is_copied_and_a_second_run_writes_nothing() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    let (folder, state) = (scratch.path().join("copy"), scratch.path().join("state"));
    let mirror = Mirror::open(&folder, &state).unwrap();
    for size in [5, 300, 301, 700] {
        log.grow(size);
        assert!(update(&mirror, &log, 1 << 30).unwrap().is_complete());
        assert!(is_sound(&folder, size), "{size}");
        let again = update(&mirror, &log, 1 << 30).unwrap();
        assert_eq!(again.published.unwrap().objects, 0);
    }
}

#[test]
fn a_copy_that_stops_again_and_again_is_not_public_until_it_is_whole() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    log.grow(1_000);
    let folder = scratch.path().join("copy");
    let mut stops = 0;
    loop {
        let mirror = Mirror::open(&folder, &scratch.path().join("state")).unwrap();
        match update(&mirror, &log, 9_000) {
            Ok(done) => {
                assert!(done.is_complete());
                break;
            }
            Err(error) => assert!(matches!(error, MirrorError::TooMuch { .. }), "{error}"),
        }
        assert!(!folder.join("checkpoint").exists());
        stops += 1;
        assert!(stops < 20, "the copy gets nowhere");
    }
    assert!(stops > 1, "the limit was not reached");
    assert!(is_sound(&folder, 1_000));
}

#[test]
fn what_is_wrong_on_the_other_side_is_named_and_nothing_is_published() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    let folder = scratch.path().join("copy");
    let mirror = Mirror::open(&folder, &scratch.path().join("state")).unwrap();
    log.grow(300);
    for name in ["tile/entries/000", "tile/0/001.p/44", "tile/1/000.p/1"] {
        let path = log.bundle().join(name);
        let original = fs::read(&path).unwrap();
        let mut changed = original.clone();
        changed[5] ^= 1;
        fs::write(&path, &changed).unwrap();
        let found = update(&mirror, &log, 1 << 30).unwrap();
        assert!(!found.is_complete() && !found.problems.is_empty(), "{name}");
        assert!(!folder.join("checkpoint").exists(), "{name}");
        fs::write(&path, &original).unwrap();
    }
    assert!(update(&mirror, &log, 1 << 30).unwrap().is_complete());
    assert!(is_sound(&folder, 300));
}

#[test]
fn a_fork_is_not_copied() {
    let (log, forked, scratch) = (Log::honest(), Log::forked(3), Scratch::new());
    let folder = scratch.path().join("copy");
    let mirror = Mirror::open(&folder, &scratch.path().join("state")).unwrap();
    log.grow(8);
    forked.grow(20);
    update(&mirror, &log, 1 << 30).unwrap();
    assert!(!update(&mirror, &forked, 1 << 30).unwrap().is_complete());
    assert!(is_sound(&folder, 8));
}

#[test]
fn the_private_folder_is_never_inside_the_public_one() {
    let scratch = Scratch::new();
    let error = Mirror::open(scratch.path(), &scratch.path().join("state")).unwrap_err();
    assert!(matches!(error.cause(), StoreCause::Nested), "{error}");
}
