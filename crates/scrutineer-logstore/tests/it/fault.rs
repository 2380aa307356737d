//! A store that fails, lies or stops at every single operation, and what the log is afterwards.
//!
//! After each restart: every acknowledged entry is there, every checkpoint that was ever public is a
//! beginning of the log, the tiles are those of the definition, and `fsck` passes; or, where the store lied
//! about a write, the log is refused or `fsck` names an object.

use scrutineer_logstore::{
    AppendError, Fault, FaultPlan, MemoryWorld, ObjectPath, OpenError, Recovery, Writer, fsck,
};
use scrutineer_tlog::Checkpoint;

use crate::oracle;
use crate::support::{entries, key, open_or_create, verifier};

/// The log grows to these sizes: within a bundle, to its end, beyond it.
const SIZES: [u64; 4] = [3, 256, 258, 270];

/// One process: opens the log and appends until it is complete or something goes wrong. Returns what was
/// acknowledged before.
fn run(world: &MemoryWorld, plan: FaultPlan) -> Result<u64, (u64, String)> {
    let mut acknowledged = 0;
    run_until(world, plan, &mut acknowledged).map_err(|reason| (acknowledged, reason))?;
    Ok(acknowledged)
}

fn run_until(world: &MemoryWorld, plan: FaultPlan, acknowledged: &mut u64) -> Result<(), String> {
    let stores = world.start(plan);
    let opened = open_or_create(|| (stores.0.clone(), stores.1.clone()));
    let (mut writer, _) = opened.map_err(|error| error.to_string())?;
    *acknowledged = writer.size();
    for size in SIZES {
        if size <= writer.size() {
            continue;
        }
        let batch = entries(writer.size(), size);
        let mut outcome = writer.append(&batch);
        if matches!(outcome, Err(AppendError::Retryable(_))) {
            outcome = writer.append(&batch);
        }
        match outcome {
            Ok(appended) => *acknowledged = appended.size,
            Err(AppendError::Refused(refused)) => panic!("nothing here is refused: {refused}"),
            Err(error) => return Err(error.to_string()),
        }
    }
    writer
        .collect_partials()
        .map(|_| ())
        .map_err(|error| error.to_string())
}

/// Opens the log after the restart and checks everything that was promised. `Err` gives the reason for
/// which the log was refused or found unsound.
fn examine(world: &MemoryWorld, acknowledged: u64, when: &str) -> Result<Option<Recovery>, String> {
    let stores = world.start(FaultPlan::none());
    let (writer, recovery) = match open_or_create(|| (stores.0.clone(), stores.1.clone())) {
        Err(OpenError::Store(error)) => panic!("{when}: no operation fails here: {error}"),
        other => other.map_err(|error| error.to_string())?,
    };
    let (objects, head) = writer.into_stores();
    let report = fsck(&objects, &head, &verifier(), 1).map_err(|error| error.to_string())?;
    if !report.is_sound() {
        assert!(
            !report.state.is_empty() || !report.log.problems.is_empty(),
            "{when}"
        );
        return Err(format!("{report:?}"));
    }
    assert!(
        report.size >= acknowledged,
        "{when}: {} of {acknowledged}",
        report.size
    );

    let all = entries(0, report.size);
    let public = world.public();
    for (path, bytes) in oracle::files(&all) {
        let found = public.iter().find(|(name, _)| name.as_str() == path);
        assert_eq!(
            found.map(|(_, found)| found),
            Some(&bytes),
            "{when}: {path}"
        );
    }
    let leaves: Vec<_> = all.iter().map(|entry| oracle::leaf(entry)).collect();
    let mut largest = 0;
    for (path, bytes) in world.replaced() {
        assert_eq!(path.as_str(), "checkpoint");
        let (checkpoint, _) = Checkpoint::open(&bytes, &[verifier()]).unwrap();
        let size = usize::try_from(checkpoint.size()).unwrap();
        let beginning = leaves
            .get(..size)
            .expect("no public checkpoint is beyond the log");
        assert_eq!(
            *checkpoint.root().as_bytes(),
            oracle::root(beginning),
            "{when}"
        );
        assert!(
            checkpoint.size() >= largest,
            "{when}: the public log shrank"
        );
        largest = checkpoint.size();
    }
    Ok(recovery)
}

#[test]
fn whatever_fails_or_stops_at_any_operation_nothing_acknowledged_is_lost() {
    for fault in [
        Fault::Fail,
        Fault::DoAndFail,
        Fault::Crash,
        Fault::DoAndCrash,
    ] {
        let mut number = 0;
        let mut finished = 0;
        loop {
            let world = MemoryWorld::new();
            let when = format!("{fault:?} at operation {number}");
            let acknowledged = match run(&world, FaultPlan::once(number, fault)) {
                Ok(size) | Err((size, _)) => size,
            };
            let is_reached = world.operations() > number;
            let recovery = examine(&world, acknowledged, &when)
                .unwrap_or_else(|reason| panic!("{when}: refused: {reason}"));
            finished += u32::from(
                recovery
                    .is_some_and(|found| found.finished != scrutineer_logstore::Finished::Nothing),
            );
            // What was left can be completed, and is then the log without faults.
            assert_eq!(run(&world, FaultPlan::none()), Ok(270), "{when}");
            examine(&world, 270, &when).unwrap_or_else(|reason| panic!("{when}: {reason}"));
            if !is_reached {
                break;
            }
            number += 1;
        }
        // The loop has been through staging, swap, tiles and checkpoint of every batch.
        assert!(number > 30, "{fault:?}: {number} operations");
        assert!(
            fault == Fault::Fail || finished > 10,
            "{fault:?}: {finished} batches were finished"
        );
    }
}

#[test]
fn a_crash_during_recovery_changes_nothing_either() {
    let mut recoveries = 0;
    for first in 0.. {
        let world = MemoryWorld::new();
        let acknowledged = match run(&world, FaultPlan::once(first, Fault::DoAndCrash)) {
            Ok(_) => break,
            Err((size, _)) => size,
        };
        for second in 0.. {
            // The world as the first crash left it, again and again with the second one later.
            let world = MemoryWorld::new();
            let _ = run(&world, FaultPlan::once(first, Fault::DoAndCrash));
            let stores = world.start(FaultPlan::once(second, Fault::Crash));
            let outcome = open_or_create(|| (stores.0.clone(), stores.1.clone())).map(|_| ());
            let when = format!("crash at {first}, then at {second}");
            examine(&world, acknowledged, &when)
                .unwrap_or_else(|reason| panic!("{when}: refused: {reason}"));
            recoveries += 1;
            if outcome.is_ok() && world.operations() <= second {
                break;
            }
            if second > 60 {
                break;
            }
        }
    }
    assert!(recoveries > 500, "{recoveries}");
}

#[test]
fn a_store_that_loses_a_write_silently_is_found_out() {
    let (mut sound, mut found_out) = (0, 0);
    let mut number = 0;
    loop {
        let world = MemoryWorld::new();
        let outcome = run(&world, FaultPlan::once(number, Fault::Lose));
        let is_reached = world.operations() > number;
        let acknowledged = match outcome {
            Ok(size) | Err((size, _)) => size,
        };
        match examine(&world, acknowledged, &format!("operation {number} is lost")) {
            Ok(_) => sound += 1,
            Err(reason) => {
                assert!(!reason.is_empty());
                found_out += 1;
            }
        }
        if !is_reached {
            break;
        }
        number += 1;
    }
    // Most lost tiles cannot be repaired, and lost reads, stagings and deletions do no harm.
    assert!(
        sound > 20 && found_out >= 10,
        "{sound} sound, {found_out} found out"
    );
}

#[test]
fn many_faults_in_one_life_still_leave_a_log_that_completes() {
    let kinds = [
        Fault::Fail,
        Fault::DoAndFail,
        Fault::Crash,
        Fault::DoAndCrash,
    ];
    for seed in 0..400 {
        let world = MemoryWorld::new();
        let mut acknowledged = 0;
        for start in 0..50 {
            let plan = FaultPlan::seeded(seed * 1_000 + start, 12, &kinds);
            match run(&world, plan) {
                Ok(size) => {
                    acknowledged = size;
                    break;
                }
                Err((size, _)) => acknowledged = size.max(acknowledged),
            }
        }
        let when = format!("seed {seed}");
        examine(&world, acknowledged, &when).unwrap_or_else(|reason| panic!("{when}: {reason}"));
        assert_eq!(run(&world, FaultPlan::none()), Ok(270), "{when}");
        examine(&world, 270, &when).unwrap_or_else(|reason| panic!("{when}: {reason}"));
    }
}

#[test]
fn a_writer_that_failed_fatally_signs_nothing_more() {
    let world = MemoryWorld::new();
    let (objects, head) = world.start(FaultPlan::none());
    let mut writer = Writer::create(objects, head, key()).unwrap();
    writer.append(&entries(0, 2)).unwrap();
    // After a start: staging is operation 0, the swap 1, the first tile 2.
    let _ = world.start(FaultPlan::once(2, Fault::Fail));
    let error = writer.append(&entries(2, 3)).unwrap_err();
    assert!(matches!(error, AppendError::Fatal(_)), "{error}");
    assert!(error.to_string().contains("writing its tiles"), "{error}");
    let operations = world.operations();
    for _ in 0..2 {
        assert!(matches!(
            writer.append(&entries(2, 3)),
            Err(AppendError::Fatal(scrutineer_logstore::Fatal::Stopped))
        ));
    }
    assert_eq!(
        world.operations(),
        operations,
        "a stopped writer touches nothing"
    );
    let recovery = examine(&world, 2, "after the stop").unwrap().unwrap();
    assert_eq!(recovery.size, 3);
    assert_eq!(recovery.finished, scrutineer_logstore::Finished::Batch);
}

#[test]
fn the_examination_itself_notices_a_lost_entry_and_a_lost_tile() {
    let world = MemoryWorld::new();
    assert_eq!(run(&world, FaultPlan::none()), Ok(270));
    let lost = std::panic::catch_unwind(|| examine(&world, 271, "one entry more was promised"));
    assert!(lost.is_err());
    let path = ObjectPath::parse("tile/entries/000").unwrap();
    let whole = world.public()[&path].clone();
    world.tamper(&path, None);
    let reason = examine(&world, 270, "a lost bundle").unwrap_err();
    assert!(reason.contains("tile/entries/000"), "{reason}");
    world.tamper(&path, Some(whole));
    examine(&world, 270, "nothing is lost").unwrap();
    // A head that was set back, as by a backup, is refused although every tile is there.
    world.tamper_head(None);
    assert!(examine(&world, 270, "a lost head").is_err());
}

#[test]
fn a_batch_that_another_writer_may_be_about_to_commit_is_left_alone_until_it_cannot() {
    let world = MemoryWorld::new();
    let (objects, head) = world.start(FaultPlan::none());
    let mut writer = Writer::create(objects, head, key()).unwrap();
    // Staged, and stopped before the swap.
    let _ = world.start(FaultPlan::once(1, Fault::Crash));
    assert!(writer.append(&[b"never committed"]).is_err());

    let (objects, head) = world.start(FaultPlan::none());
    let (mut other, recovery) = Writer::open(objects, head, key()).unwrap();
    assert_eq!((recovery.size, recovery.dropped), (0, 0));
    other.append(&entries(0, 1)).unwrap();
    let (objects, head) = other.into_stores();
    let report = fsck(&objects, &head, &verifier(), 1).unwrap();
    assert!(report.is_sound(), "{report:?}");
    assert_eq!(report.staged, 1);

    // The head has left the size on which it rests, so no swap can commit it any more.
    let (objects, head) = world.start(FaultPlan::none());
    let (_, recovery) = Writer::open(objects, head, key()).unwrap();
    assert_eq!((recovery.size, recovery.dropped), (1, 1));
    let (objects, head) = world.start(FaultPlan::none());
    assert_eq!(fsck(&objects, &head, &verifier(), 1).unwrap().staged, 0);
}
