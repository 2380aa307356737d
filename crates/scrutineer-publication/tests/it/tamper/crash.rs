//! A publication that stops at any operation of its store is finished by the next one.

use std::path::Path;
use std::time::Instant;

use scrutineer_logstore::{Fault, FaultPlan, MemoryWorld, OpenError, Writer};
use scrutineer_model::Dataset;
use scrutineer_publication::publish::Published;
use scrutineer_publication::verify::{Matching, ReportState};
use scrutineer_simulate::Share;
use scrutineer_testkit::scratch::Scratch;
use scrutineer_tlog::Policy;

use super::place::{election, key, lone_policy, publish_into, verified};
use super::report;

/// One process: opens the log, or begins it, and publishes.
fn run(
    world: &MemoryWorld,
    state: &Path,
    dataset: &Dataset,
    plan: FaultPlan,
) -> Result<Published, String> {
    let (objects, head) = world.start(plan);
    let mut writer = match Writer::open(objects.clone(), head.clone(), key()) {
        Ok((writer, _)) => writer,
        Err(OpenError::NoLog) => {
            Writer::create(objects, head, key()).map_err(|error| error.to_string())?
        }
        Err(error) => return Err(error.to_string()),
    };
    publish_into(&mut writer, state, dataset, 1_000).map_err(|error| error.to_string())
}

fn assert_verifies(world: &MemoryWorld, when: &str) {
    let policy: Policy = lone_policy().parse().unwrap();
    let folder = Scratch::new();
    for (path, bytes) in world.public() {
        folder.write(path.as_str(), bytes);
    }
    let found = verified(folder.path(), &policy, false);
    assert_eq!(found.failures, [], "{when}");
    assert_eq!(
        (found.report, found.tables),
        (ReportState::Match, Matching::Match),
        "{when}"
    );
    assert_eq!(found.entries.after_release, 0, "{when}");
}

#[test]
fn a_publication_that_stops_anywhere_is_finished_by_the_next() {
    let since = Instant::now();
    let dataset = election(Share::NONE);
    let (world, state) = (MemoryWorld::new(), Scratch::new());
    let whole = run(&world, state.path(), &dataset, FaultPlan::none()).unwrap();
    let operations = world.operations();
    assert!(operations > 40, "{operations}");
    let mut variants = 0;
    for number in 0..operations {
        // A crash everywhere; what an error without one does differs only at few places.
        let other = match number % 3 {
            0 => Fault::DoAndCrash,
            1 => Fault::DoAndFail,
            _ => Fault::Fail,
        };
        for fault in [Fault::Crash, other] {
            let when = format!("operation {number} of {operations}, {fault:?}");
            let (world, state) = (MemoryWorld::new(), Scratch::new());
            let first = run(
                &world,
                state.path(),
                &dataset,
                FaultPlan::once(number, fault),
            );
            let second = run(&world, state.path(), &dataset, FaultPlan::none())
                .unwrap_or_else(|error| panic!("{when}: {error}"));
            if let Ok(first) = first {
                assert_eq!(second.size, first.size, "{when}");
            }
            assert!(second.size >= whole.size, "{when}");
            assert_verifies(&world, &when);
            let third = run(&world, state.path(), &dataset, FaultPlan::none()).unwrap();
            assert_eq!((third.released, third.size), (None, second.size), "{when}");
            variants += 1;
        }
    }
    report(
        "stopped publications",
        usize::try_from(variants).unwrap(),
        since,
    );
}
