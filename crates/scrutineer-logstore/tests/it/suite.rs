//! What every store must give: the same suite for each.

use std::sync::Barrier;
use std::thread;

use scrutineer_logstore::{
    AppendError, Fatal, FaultPlan, Finished, Head, LogReader, MemoryWorld, ObjectPath, Objects,
    OpenError, Refused, StoreCause, Writer, check, fsck, open_disk,
};
use scrutineer_testkit::scratch::Scratch;
use scrutineer_tlog::{Checkpoint, CosigningKey, KeyName, verify_consistency, verify_inclusion};

use crate::oracle;
use crate::support::{ORIGIN, entries, entry, key, verifier};

/// A place where logs can be kept: each number is a log of its own, each call another process.
pub(crate) trait Place: Sync {
    type Objects: Objects;
    type Head: Head;

    fn open(&self, log: u32) -> (Self::Objects, Self::Head);

    /// Whether two processes can have one log open; else the second is turned away by a lock.
    fn admits_two(&self) -> bool;
}

pub(crate) struct Memory(pub(crate) Vec<MemoryWorld>);

impl Place for Memory {
    type Objects = scrutineer_logstore::MemoryObjects;
    type Head = scrutineer_logstore::MemoryHead;

    fn open(&self, log: u32) -> (Self::Objects, Self::Head) {
        self.0[log as usize].start(FaultPlan::none())
    }

    fn admits_two(&self) -> bool {
        true
    }
}

struct Disk(Scratch);

impl Place for Disk {
    type Objects = scrutineer_logstore::DiskObjects;
    type Head = scrutineer_logstore::DiskHead;

    fn open(&self, log: u32) -> (Self::Objects, Self::Head) {
        let folder = self.0.path().join(log.to_string());
        open_disk(&folder.join("bundle"), &folder.join("state")).unwrap()
    }

    fn admits_two(&self) -> bool {
        false
    }
}

#[test]
fn memory_keeps_every_promise() {
    let worlds = (0..16).map(|_| MemoryWorld::new()).collect();
    all(&Memory(worlds));
}

#[test]
fn a_disk_keeps_every_promise() {
    all(&Disk(Scratch::new()));
}

/// Runs the whole suite.
pub(crate) fn all<P: Place>(place: &P) {
    objects_are_immutable_and_replaced_only_when_unchanged(place, 0);
    a_log_has_the_files_of_the_definition(place, 1);
    a_log_goes_on_where_it_was(place, 2);
    what_is_refused_changes_nothing(place, 3);
    signatures_of_witnesses_are_added_and_survive(place, 4);
    a_lost_or_restored_head_is_refused(place, 5);
    old_partials_stay_until_they_are_collected(place, 7);
    a_reader_proves_what_it_reads(place, 8);
    if place.admits_two() {
        of_two_racing_writers_one_is_refused(place, 9);
        a_late_writer_cannot_set_the_public_checkpoint_back(place, 10);
    }
}

fn objects_are_immutable_and_replaced_only_when_unchanged<P: Place>(place: &P, log: u32) {
    let (objects, _head) = place.open(log);
    let path = ObjectPath::parse("tile/0/000.p/7").unwrap();
    assert_eq!(objects.get(&path, 10).unwrap(), None);
    objects.put_new(&path, b"same").unwrap();
    let error = objects.put_new(&path, b"same").unwrap_err();
    assert!(matches!(error.cause(), StoreCause::Exists), "{error}");
    assert_eq!(error.path(), path.as_str());
    objects.put_same_or_new(&path, b"same").unwrap();
    let error = objects.put_same_or_new(&path, b"other").unwrap_err();
    assert!(matches!(error.cause(), StoreCause::Differs), "{error}");
    assert_eq!(
        objects.get(&path, 4).unwrap().as_deref(),
        Some(&b"same"[..])
    );
    let error = objects.get(&path, 3).unwrap_err();
    assert!(
        matches!(error.cause(), StoreCause::TooLarge { limit: 3 }),
        "{error}"
    );

    let mutable = ObjectPath::parse("checkpoint").unwrap();
    let changed = |result: Result<(), scrutineer_logstore::StoreError>| {
        let error = result.unwrap_err();
        assert!(matches!(error.cause(), StoreCause::Changed), "{error}");
    };
    changed(objects.replace(&mutable, Some(b"a"), b"b"));
    objects.replace(&mutable, None, b"a").unwrap();
    changed(objects.replace(&mutable, None, b"b"));
    changed(objects.replace(&mutable, Some(b"c"), b"b"));
    objects.replace(&mutable, Some(b"a"), b"b").unwrap();
    assert_eq!(
        objects.get(&mutable, 9).unwrap().as_deref(),
        Some(&b"b"[..])
    );

    let page = ObjectPath::parse("site/index.html").unwrap();
    for bytes in [&b"first"[..], b"a second, longer one", b""] {
        let both = [
            (mutable.clone(), bytes.to_vec()),
            (page.clone(), bytes.to_vec()),
        ];
        // What is there already is no obstacle, the same or not.
        for _ in 0..2 {
            objects.put_all(&both).unwrap();
            for path in [&mutable, &page] {
                assert_eq!(objects.get(path, 99).unwrap().as_deref(), Some(bytes));
            }
        }
    }

    let other = ObjectPath::parse("tile/entries/000").unwrap();
    let neighbour = ObjectPath::parse("tiles").unwrap();
    objects
        .put_all_same_or_new(&[
            (other.clone(), Vec::new()),
            (path.clone(), b"same".to_vec()),
            (neighbour, Vec::new()),
        ])
        .unwrap();
    let folder = ObjectPath::parse("tile").unwrap();
    assert_eq!(
        objects.list(&folder).unwrap(),
        [path.clone(), other.clone()]
    );
    objects.delete(&path).unwrap();
    objects.delete(&path).unwrap();
    assert_eq!(objects.list(&folder).unwrap(), [other]);
    let empty = ObjectPath::parse("nothing/here").unwrap();
    assert_eq!(objects.list(&empty).unwrap(), []);
}

/// Batches that end inside, at and beyond a bundle, and fill the first tile of level 1 almost.
const SIZES: [u64; 8] = [1, 3, 255, 256, 257, 511, 768, 1_030];

fn a_log_has_the_files_of_the_definition<P: Place>(place: &P, log: u32) {
    let (objects, head) = place.open(log);
    let mut writer = Writer::create(objects, head, key()).unwrap();
    let mut written = std::collections::BTreeMap::new();
    let mut base = 0;
    for size in SIZES {
        let appended = writer.append(&entries(base, size)).unwrap();
        let all = entries(0, size);
        let leaves: Vec<_> = all.iter().map(|entry| oracle::leaf(entry)).collect();
        assert_eq!(appended.first_index, base);
        assert_eq!(appended.size, size);
        assert_eq!(*appended.root.as_bytes(), oracle::root(&leaves));
        written.extend(oracle::files(&all));
        base = size;
    }
    let (objects, head) = writer.into_stores();
    let folder = ObjectPath::parse("tile").unwrap();
    let found = objects.list(&folder).unwrap();
    let names: Vec<_> = found.iter().map(|path| path.as_str().to_owned()).collect();
    assert_eq!(names, written.keys().cloned().collect::<Vec<_>>());
    for path in found {
        let bytes = objects.get(&path, 1 << 20).unwrap().unwrap();
        assert_eq!(Some(&bytes), written.get(path.as_str()), "{path}");
    }
    let report = fsck(&objects, &head, &verifier(), 2).unwrap();
    assert!(report.is_sound(), "{report:?}");
    assert_eq!(
        (report.size, report.public, report.staged),
        (1_030, Some(1_030), 0)
    );
    assert_eq!(report.log.entries, 1_030);
}

fn a_log_goes_on_where_it_was<P: Place>(place: &P, log: u32) {
    let (objects, head) = place.open(log);
    let error = Writer::open(objects, head, key()).map(|_| ()).unwrap_err();
    assert!(matches!(error, OpenError::NoLog), "{error}");
    let (objects, head) = place.open(log);
    drop(Writer::create(objects, head, key()).unwrap());
    let (objects, head) = place.open(log);
    let error = Writer::create(objects, head, key())
        .map(|_| ())
        .unwrap_err();
    assert!(matches!(error, OpenError::Exists), "{error}");

    let mut base = 0;
    for size in [256, 300, 301, 512] {
        let (objects, head) = place.open(log);
        let (mut writer, recovery) = Writer::open(objects, head, key()).unwrap();
        assert_eq!(recovery.size, base);
        assert_eq!(recovery.finished, Finished::Nothing);
        writer.append(&entries(base, size)).unwrap();
        base = size;
    }
    let (objects, _head) = place.open(log);
    let reader = LogReader::new(objects);
    let (checkpoint, _) = reader.checkpoint(&[verifier()]).unwrap();
    let mut seen = Vec::new();
    let report = check(&reader, &checkpoint, 1, |index, entry| {
        seen.push((index, entry.to_vec()));
    });
    assert!(report.is_sound(), "{report:?}");
    assert_eq!(
        seen,
        (0..512)
            .map(|index| (index, entry(index)))
            .collect::<Vec<_>>()
    );
}

fn what_is_refused_changes_nothing<P: Place>(place: &P, log: u32) {
    let (objects, head) = place.open(log);
    let mut writer = Writer::create(objects, head, key()).unwrap();
    writer.append(&entries(0, 2)).unwrap();
    let before = writer.checkpoint().clone();

    let none: [Vec<u8>; 0] = [];
    let error = writer.append(&none).unwrap_err();
    assert!(
        matches!(error, AppendError::Refused(Refused::Empty)),
        "{error}"
    );
    let long = vec![0; 65_536];
    let error = writer.append(&[long.clone(), entry(2), long]).unwrap_err();
    let AppendError::Refused(Refused::Entries(problems)) = error else {
        panic!("{error}");
    };
    let found: Vec<_> = problems
        .iter()
        .map(|problem| (problem.position, problem.found))
        .collect();
    assert_eq!(found, [(0, 65_536), (2, 65_536)]);
    assert_eq!(*writer.checkpoint(), before);
    // The longest entry and the shortest fit.
    let appended = writer.append(&[vec![7; 65_535], Vec::new()]).unwrap();
    assert_eq!((appended.first_index, appended.size), (2, 4));
}

fn signatures_of_witnesses_are_added_and_survive<P: Place>(place: &P, log: u32) {
    let (objects, head) = place.open(log);
    let mut writer = Writer::create(objects, head, key()).unwrap();
    writer.append(&entries(0, 5)).unwrap();
    let witness =
        CosigningKey::from_seed(KeyName::parse("witness.example").unwrap(), &[9; 32]).unwrap();
    let checkpoint: Checkpoint = writer.checkpoint().text().parse().unwrap();
    let mut note = writer.checkpoint().clone();
    // Times of witnesses that go back do not matter to the log.
    for time in [1_700_000_000, 5, 0] {
        note.put(witness.cosign(&checkpoint, time).unwrap())
            .unwrap();
        writer.publish_signatures(&note).unwrap();
    }
    let old = note;
    let (objects, head) = writer.into_stores();
    let cosigned = objects
        .get(&ObjectPath::parse("checkpoint").unwrap(), 1 << 20)
        .unwrap()
        .unwrap();
    let keys = [verifier(), witness.verifier().clone()];
    let (_, note) = Checkpoint::open(&cosigned, &keys).unwrap();
    assert_eq!(note.verify(&keys).unwrap().known.len(), 2);

    drop((objects, head));
    let (objects, head) = place.open(log);
    let (mut writer, recovery) = Writer::open(objects, head, key()).unwrap();
    assert_eq!(recovery.finished, Finished::Nothing);
    let kept = writer
        .objects()
        .get(&ObjectPath::parse("checkpoint").unwrap(), 1 << 20)
        .unwrap();
    assert_eq!(kept, Some(cosigned));
    writer.append(&entries(5, 6)).unwrap();
    let error = writer.publish_signatures(&old).unwrap_err();
    assert!(
        matches!(error, AppendError::Refused(Refused::OtherText)),
        "{error}"
    );
}

fn a_lost_or_restored_head_is_refused<P: Place>(place: &P, log: u32) {
    let (objects, head) = place.open(log);
    let mut writer = Writer::create(objects, head, key()).unwrap();
    writer.append(&entries(0, 3)).unwrap();
    let restored = writer.checkpoint().to_string();
    writer.append(&entries(3, 4)).unwrap();
    let current = writer.checkpoint().to_string();
    let (objects, head) = writer.into_stores();
    head.swap(Some(current.as_bytes()), restored.as_bytes())
        .unwrap();
    let error = Writer::open(objects, head, key()).map(|_| ()).unwrap_err();
    assert!(
        matches!(error, OpenError::HeadBehind { head: 3, public: 4 }),
        "{error}"
    );

    // Private state of another log beside this bundle: there is no head to go on from.
    let (objects, head) = place.open(log);
    let (_, empty) = place.open(log + 1);
    let report = fsck(&objects, &head, &verifier(), 1).unwrap();
    assert!(!report.is_sound());
    let error = Writer::open(&objects, empty, key())
        .map(|_| ())
        .unwrap_err();
    assert!(matches!(error, OpenError::NoHead), "{error}");
    drop(head);
    let (_, empty) = place.open(log + 1);
    let error = Writer::create(&objects, empty, key())
        .map(|_| ())
        .unwrap_err();
    assert!(matches!(error, OpenError::Exists), "{error}");
}

fn old_partials_stay_until_they_are_collected<P: Place>(place: &P, log: u32) {
    let (objects, head) = place.open(log);
    let mut writer = Writer::create(objects, head, key()).unwrap();
    writer.append(&entries(0, 10)).unwrap();
    writer.append(&entries(10, 20)).unwrap();
    assert_eq!(writer.collect_partials().unwrap(), []);
    writer.append(&entries(20, 300)).unwrap();
    let reader = LogReader::new(writer.objects());
    let before: Vec<_> = reader.entries(0..20, 20).map(Result::unwrap).collect();
    let collected = writer.collect_partials().unwrap();
    let paths: Vec<_> = collected.iter().map(ObjectPath::as_str).collect();
    assert_eq!(
        paths,
        [
            "tile/0/000.p/10",
            "tile/0/000.p/20",
            "tile/entries/000.p/10",
            "tile/entries/000.p/20"
        ]
    );
    // A reader of the old checkpoint finds all of it in the full tile.
    let reader = LogReader::new(writer.objects());
    let after: Vec<_> = reader.entries(0..20, 20).map(Result::unwrap).collect();
    assert_eq!(before, after);
    let leaves: Vec<_> = (0..20).map(|index| oracle::leaf(&entry(index))).collect();
    assert_eq!(*reader.root(20).unwrap().as_bytes(), oracle::root(&leaves));
    writer.append(&entries(300, 301)).unwrap();
}

fn a_reader_proves_what_it_reads<P: Place>(place: &P, log: u32) {
    let (objects, head) = place.open(log);
    let mut writer = Writer::create(objects, head, key()).unwrap();
    writer.append(&entries(0, 200)).unwrap();
    let old = writer.root();
    writer.append(&entries(200, 700)).unwrap();
    let new = writer.root();
    let reader = LogReader::new(writer.objects());
    for index in [0, 1, 199, 255, 256, 511, 512, 699] {
        let found = reader.entry(index, 700).unwrap();
        assert_eq!(found, entry(index));
        let proof = reader.prove_inclusion(index, 700).unwrap();
        let leaf = oracle::leaf(&found).into();
        verify_inclusion(&leaf, index, 700, &proof, &new).unwrap();
    }
    let proof = reader.prove_consistency(200, 700).unwrap();
    verify_consistency(200, 700, &proof, &old, &new).unwrap();
    assert!(reader.entry(700, 700).is_err());
    assert!(reader.prove_inclusion(700, 700).is_err());
    let middle: Vec<_> = reader.entries(250..260, 700).map(Result::unwrap).collect();
    assert_eq!(
        middle,
        (250..260)
            .map(|index| (index, entry(index)))
            .collect::<Vec<_>>()
    );
    assert_eq!(reader.entries(690..9_999, 700).count(), 10);
    assert_eq!(reader.bundles(0..700, 700).count(), 3);
}

fn of_two_racing_writers_one_is_refused<P: Place>(place: &P, log: u32) {
    let (objects, head) = place.open(log);
    drop(Writer::create(objects, head, key()).unwrap());
    let mut size = 0;
    for round in 0..8_u64 {
        let start = Barrier::new(2);
        let race = |who: u64| {
            let (objects, head) = place.open(log);
            let (mut writer, _) = Writer::open(objects, head, key()).unwrap();
            start.wait();
            // Every second round both append the same bytes: equal batches must not both count.
            let number = if round % 2 == 0 { 0 } else { who };
            let batch: Vec<_> = (0..3)
                .map(|entry| format!("round {round} writer {number} entry {entry}").into_bytes())
                .collect();
            writer.append(&batch).map(|_| ())
        };
        let outcomes = thread::scope(|scope| {
            let workers = [scope.spawn(|| race(1)), scope.spawn(|| race(2))];
            workers.map(|worker| worker.join().unwrap())
        });
        let refused: Vec<_> = outcomes
            .iter()
            .filter_map(|outcome| outcome.as_ref().err())
            .collect();
        let [refused] = refused.as_slice() else {
            panic!("round {round}: expected one refusal, found {outcomes:?}");
        };
        assert!(
            matches!(refused, AppendError::Fatal(Fatal::OtherWriter(_))),
            "{refused}"
        );
        assert!(refused.to_string().contains("another writer"), "{refused}");
        size += 3;
        let (objects, head) = place.open(log);
        let (writer, _) = Writer::open(objects, head, key()).unwrap();
        assert_eq!(writer.size(), size, "round {round}");
        let (objects, head) = writer.into_stores();
        let report = fsck(&objects, &head, &verifier(), 1).unwrap();
        assert!(report.is_sound(), "round {round}: {report:?}");
    }
}

fn a_late_writer_cannot_set_the_public_checkpoint_back<P: Place>(place: &P, log: u32) {
    let (objects, head) = place.open(log);
    let mut first = Writer::create(objects, head, key()).unwrap();
    first.append(&entries(0, 2)).unwrap();
    let (objects, head) = place.open(log);
    let (mut second, _) = Writer::open(objects, head, key()).unwrap();
    second.append(&entries(2, 4)).unwrap();
    // The first does not know yet that it is no longer the writer.
    let own = first.checkpoint().clone();
    let error = first.publish_signatures(&own).unwrap_err();
    assert!(
        matches!(error, AppendError::Fatal(Fatal::Unfinished { .. })),
        "{error}"
    );
    let error = first.append(&entries(2, 3)).unwrap_err();
    assert!(
        matches!(error, AppendError::Fatal(Fatal::Stopped)),
        "{error}"
    );
    let reader = LogReader::new(second.objects());
    let (checkpoint, _) = reader.checkpoint(&[verifier()]).unwrap();
    assert_eq!((checkpoint.origin(), checkpoint.size()), (ORIGIN, 4));
}
