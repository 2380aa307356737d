//! One change to one object of a log, and that the check names this object.

use scrutineer_logstore::{
    CheckReport, FaultPlan, LogReader, MemoryWorld, ObjectPath, OpenError, Writer, check, fsck,
};
use scrutineer_tlog::{Checkpoint, EMPTY_ROOT, KeyName, SigningKey};

use crate::oracle;
use crate::support::{entries, key, verifier};

/// A log that grew to these sizes.
fn log(sizes: &[u64]) -> (MemoryWorld, Checkpoint) {
    let world = MemoryWorld::new();
    let (objects, head) = world.start(FaultPlan::none());
    let mut writer = Writer::create(objects, head, key()).unwrap();
    let mut base = 0;
    for &size in sizes {
        writer.append(&entries(base, size)).unwrap();
        base = size;
    }
    let note = writer.checkpoint().to_string();
    let (checkpoint, _) = Checkpoint::open(note.as_bytes(), &[verifier()]).unwrap();
    (world, checkpoint)
}

fn inspect(world: &MemoryWorld, checkpoint: &Checkpoint) -> CheckReport {
    let (objects, _) = world.start(FaultPlan::none());
    let reader = LogReader::new(objects);
    let mut visited = 0;
    let report = check(&reader, checkpoint, 2, |_, _| visited += 1);
    assert_eq!(report.entries, visited);
    let alone = check(&reader, checkpoint, 1, |_, _| {});
    assert_eq!(report, alone, "the number of threads changes the report");
    report
}

/// Whether the check fails and names this object and no other.
fn expect_named(world: &MemoryWorld, checkpoint: &Checkpoint, path: &ObjectPath, what: &str) {
    let report = inspect(world, checkpoint);
    assert!(!report.is_sound(), "{path}: {what}: not noticed");
    assert!(
        report.problems.iter().all(|problem| problem.path == *path),
        "{path}: {what}: {:?}",
        report.problems
    );
    assert!(!report.problems.is_empty(), "{path}: {what}");
}

#[test]
fn a_sound_log_has_no_problems() {
    for sizes in [&[8][..], &[10, 256], &[5, 300, 301, 700], &[66_000]] {
        let (world, checkpoint) = log(sizes);
        let report = inspect(&world, &checkpoint);
        assert!(report.is_sound(), "{sizes:?}: {report:?}");
    }
}

#[test]
fn every_single_bit_of_a_log_of_eight_entries_matters() {
    let (world, checkpoint) = log(&[8]);
    for (path, bytes) in world.public() {
        if path.as_str() == "checkpoint" {
            continue;
        }
        for bit in 0..bytes.len() * 8 {
            let mut changed = bytes.clone();
            changed[bit / 8] ^= 1 << (bit % 8);
            world.tamper(&path, Some(changed));
            expect_named(&world, &checkpoint, &path, &format!("bit {bit}"));
        }
        world.tamper(&path, Some(bytes));
    }
}

#[test]
fn every_object_that_is_dropped_cut_extended_or_swapped_is_named() {
    // Old partial tiles, full ones, two levels, a partial right edge.
    let (world, checkpoint) = log(&[10, 300, 700]);
    let original = world.public();
    assert_eq!(original.len(), 13);
    for (path, bytes) in &original {
        if path.as_str() == "checkpoint" {
            continue;
        }
        let is_current = !["000.p/10", "001.p/44", "tile/1/000.p/1"]
            .iter()
            .any(|old| path.as_str().ends_with(old));
        if is_current {
            world.tamper(path, None);
            expect_named(&world, &checkpoint, path, "dropped");
        }
        for length in [0, 1, bytes.len() / 2, bytes.len() - 1] {
            world.tamper(path, bytes.get(..length).map(<[u8]>::to_vec));
            expect_named(&world, &checkpoint, path, &format!("cut to {length}"));
        }
        world.tamper(path, Some([bytes.as_slice(), &[0]].concat()));
        expect_named(&world, &checkpoint, path, "extended");
        for byte in (0..bytes.len()).step_by(61) {
            let mut changed = bytes.clone();
            changed[byte] ^= 4;
            world.tamper(path, Some(changed));
            expect_named(&world, &checkpoint, path, &format!("byte {byte}"));
        }
        for (other, content) in &original {
            if content != bytes && other.as_str() != "checkpoint" {
                world.tamper(path, Some(content.clone()));
                expect_named(&world, &checkpoint, path, &format!("content of {other}"));
            }
        }
        world.tamper(path, Some(bytes.clone()));
    }
}

#[test]
fn what_lies_beyond_the_log_is_named() {
    let (world, checkpoint) = log(&[10, 300]);
    let original = world.public();
    for stray in [
        "tile/0/001",
        "tile/0/001.p/45",
        "tile/0/002.p/1",
        "tile/1/000",
        "tile/2/000.p/1",
        "tile/8/000",
        "tile/entries/002",
        "tile/entries/001.bak",
        "tile/0/000.p/256",
        "tile/0/0",
        "tile/notes",
    ] {
        let path = ObjectPath::parse(stray).unwrap();
        let content = original[&ObjectPath::parse("tile/0/000").unwrap()].clone();
        world.tamper(&path, Some(content));
        expect_named(&world, &checkpoint, &path, "stray");
        world.tamper(&path, None);
    }
}

#[test]
fn a_rewritten_entry_with_its_tile_and_everything_above_does_not_reach_the_signed_root() {
    let (_, checkpoint) = log(&[300]);
    let forged = MemoryWorld::new();
    let (objects, head) = forged.start(FaultPlan::none());
    let mut writer = Writer::create(objects, head, key()).unwrap();
    let mut batch = entries(0, 300);
    batch[7] = b"another entry 7".to_vec();
    writer.append(&batch).unwrap();
    let report = inspect(&forged, &checkpoint);
    assert!(!report.is_sound());
    let [problem] = report.problems.as_slice() else {
        panic!("{report:?}");
    };
    assert_eq!(problem.path.as_str(), "checkpoint");
}

#[test]
fn all_problems_are_reported_and_not_only_the_first() {
    let (world, checkpoint) = log(&[700]);
    let names = ["tile/0/001", "tile/entries/000", "tile/entries/002.p/188"];
    for name in names {
        let path = ObjectPath::parse(name).unwrap();
        let mut bytes = world.public()[&path].clone();
        bytes[5] ^= 1;
        world.tamper(&path, Some(bytes));
    }
    let report = inspect(&world, &checkpoint);
    let mut found: Vec<_> = report
        .problems
        .iter()
        .map(|problem| problem.path.as_str())
        .collect();
    found.sort_unstable();
    assert_eq!(found, names);
    assert_eq!(report.entries, 256);
}

fn refusal(world: &MemoryWorld) -> OpenError {
    let (objects, head) = world.start(FaultPlan::none());
    Writer::open(objects, head, key()).map(|_| ()).unwrap_err()
}

#[test]
fn a_log_is_not_continued_from_a_wrong_right_edge() {
    let (world, _) = log(&[10, 300]);
    for name in ["tile/0/001.p/44", "tile/1/000.p/1", "tile/entries/001.p/44"] {
        let path = ObjectPath::parse(name).unwrap();
        let whole = world.public()[&path].clone();
        for byte in (0..whole.len()).step_by(7) {
            let mut changed = whole.clone();
            changed[byte] ^= 1;
            world.tamper(&path, Some(changed));
            let error = refusal(&world);
            assert!(
                matches!(error, OpenError::Incomplete { size: 300, .. }),
                "{name}: {error}"
            );
        }
        world.tamper(&path, None);
        let error = refusal(&world);
        assert!(
            error.to_string().contains(&format!("{name} is missing")),
            "{error}"
        );
        world.tamper(&path, Some(whole));
    }
    let (objects, head) = world.start(FaultPlan::none());
    Writer::open(objects, head, key()).unwrap();
}

#[test]
fn a_public_checkpoint_of_another_log_or_another_past_is_refused() {
    let (world, checkpoint) = log(&[10, 300]);
    let path = ObjectPath::parse("checkpoint").unwrap();
    let published = |origin: &KeyName, size, root, seed| {
        let key = SigningKey::from_seed(origin.clone(), &[seed; 32]).unwrap();
        let note = Checkpoint::new(origin, size, root)
            .unwrap()
            .sign(&key)
            .unwrap();
        world.tamper(&path, Some(note.to_string().into_bytes()));
    };
    // Signed by another key, though it says the same.
    let origin = KeyName::parse(checkpoint.origin()).unwrap();
    published(&origin, 300, *checkpoint.root(), 9);
    assert!(matches!(refusal(&world), OpenError::Public(_)));
    // Signed by the key of this log, with another root at the same and at a smaller size.
    for (size, is_beginning) in [(300, false), (10, false), (10, true)] {
        let leaves: Vec<_> = entries(0, 10)
            .iter()
            .map(|entry| oracle::leaf(entry))
            .collect();
        let root = if is_beginning {
            oracle::root(&leaves).into()
        } else {
            EMPTY_ROOT
        };
        let note = Checkpoint::new(&origin, size, root)
            .unwrap()
            .sign(&key())
            .unwrap();
        world.tamper(&path, Some(note.to_string().into_bytes()));
        let (objects, head) = world.start(FaultPlan::none());
        let report = fsck(&objects, &head, &verifier(), 1).unwrap();
        assert!(!report.is_sound(), "{size}");
        if is_beginning {
            // Only an older one: it is published again.
            Writer::open(objects, head, key()).unwrap();
        } else {
            let error = refusal(&world);
            assert!(
                matches!(error, OpenError::Forked { size: at } if at == size),
                "{error}"
            );
        }
    }
}
