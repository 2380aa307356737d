//! A change of what is voted on: no release has sheets in the order of the old ballot and others in that of
//! the new one.

use std::collections::{BTreeMap, BTreeSet};

use scrutineer_audit::{AuditReport, audit};
use scrutineer_logstore::{DiskObjects, LogReader};
use scrutineer_model::{Dataset, Date, Evidence, Finding, LogEvidence};
use scrutineer_publication::batch::Publication;
use scrutineer_publication::derive::{Extras, audited, rebuild};
use scrutineer_publication::publish::{Now, Published, Publishing, index, plan, publish};
use scrutineer_publication::state::PrivateState;
use scrutineer_publication::verify::Verdict;
use scrutineer_simulate::{Plan, simulate};

use crate::tamper::place::{Place, lone_policy, verified};

/// Stations that only their sheets name, so that they wait with them.
fn election(stations: u32, options: u16) -> (Dataset, AuditReport) {
    let plan = Plan::new(stations, 3).options(options).register_file(false);
    let dataset = simulate(&plan).unwrap().to_dataset().unwrap();
    let report = audit(&dataset, &Evidence::default()).unwrap();
    (dataset, report)
}

fn with<T>(
    (dataset, report): &(Dataset, AuditReport),
    minutes: u64,
    act: impl FnOnce(&Publishing<'_>) -> T,
) -> T {
    let findings: &[Finding] = &report.findings;
    act(&Publishing {
        dataset,
        findings,
        lengths: &BTreeMap::new(),
        audits: &[],
        publication: &Publication::new([], 50, 30),
        recovery: None,
        close: false,
        extras: Extras::default(),
        disclose: &[],
        now: Now {
            minutes,
            day: Date::parse("2024-07-29").unwrap(),
        },
    })
}

fn published(place: &Place, election: &(Dataset, AuditReport), minutes: u64) -> Published {
    let mut state = PrivateState::open(&place.state()).unwrap();
    with(election, minutes, |input| {
        publish(&mut place.writer(), &mut state, input).unwrap()
    })
}

/// The bundle verifies, and its latest release has the totals of the election.
#[track_caller]
fn assert_released(place: &Place, published: &Published, (_, expected): &(Dataset, AuditReport)) {
    let found = verified(&place.bundle(), &lone_policy().parse().unwrap(), false);
    assert_eq!(
        (found.result, &found.failures[..]),
        (Verdict::Verified, &[][..])
    );
    let size = published.released.as_ref().unwrap().size;
    let reader = LogReader::new(DiskObjects::open_existing(&place.bundle()).unwrap());
    let found = audited(&rebuild(&reader, size).unwrap(), LogEvidence::NotVerified).unwrap();
    let totals = |report: &AuditReport| {
        let sources = report.contests.iter().flat_map(|contest| &contest.sources);
        sources
            .map(|source| source.totals.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(totals(&found), totals(expected));
}

#[test]
fn a_change_of_options_corrects_every_sheet_before_anything_is_released() {
    for (before, after) in [(3, 4), (4, 3)] {
        let place = Place::new();
        let (old, new) = (election(60, before), election(60, after));
        let first = published(&place, &old, 1_000);
        assert_eq!(first.waiting.records, 0);
        assert_released(&place, &first, &old);
        // No batch is due for another 29 minutes.
        let second = published(&place, &new, 1_001);
        assert_eq!(second.waiting.records, 0);
        assert!(second.appended["correction"] > 60, "{second:?}");
        assert_released(&place, &second, &new);
    }
}

#[test]
fn what_the_log_does_not_have_yet_goes_on_waiting() {
    let place = Place::new();
    let (old, new) = (election(60, 3), election(65, 4));
    published(&place, &old, 1_000);
    let second = published(&place, &new, 1_001);
    let ids = |(dataset, _): &(Dataset, AuditReport)| -> BTreeSet<String> {
        let stations = dataset.stations();
        let all = stations.indices().map(|at| stations.get(at).id.to_owned());
        all.collect()
    };
    let unknown = ids(&new).difference(&ids(&old)).count();
    assert!(unknown > 0 && unknown < 50, "{unknown}");
    assert_eq!(second.waiting.sources.values().sum::<usize>(), unknown);
    let new_records = ["sheet", "register"].map(|kind| second.appended.get(kind));
    assert_eq!(new_records, [None, None]);
    let found = verified(&place.bundle(), &lone_policy().parse().unwrap(), false);
    assert_eq!(
        (found.result, &found.failures[..]),
        (Verdict::Verified, &[][..])
    );
}

#[test]
fn a_run_that_stopped_within_the_change_is_finished_by_the_next() {
    let (old, new) = (election(60, 3), election(60, 4));
    for sixth in 1..6 {
        let place = Place::new();
        published(&place, &old, 1_000);
        let mut writer = place.writer();
        let known = index(writer.objects(), writer.size()).unwrap();
        let mut state = PrivateState::open(&place.state()).unwrap();
        let planned = with(&new, 1_001, |input| {
            plan(&known, &mut state, input).unwrap()
        });
        let entries = planned.entries();
        writer
            .append(&entries[..entries.len() * sixth / 6])
            .unwrap();
        drop((writer, state));
        let found = verified(&place.bundle(), &lone_policy().parse().unwrap(), false);
        assert_eq!(
            (found.result, &found.failures[..]),
            (Verdict::Verified, &[][..])
        );
        let second = published(&place, &new, 1_002);
        assert_eq!(second.waiting.records, 0, "{sixth}");
        assert_released(&place, &second, &new);
    }
}
