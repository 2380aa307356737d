//! A second publication: what changed is corrected, the rest stays.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use scrutineer_logstore::{DiskObjects, LogReader};
use scrutineer_publication::entry::Entry;
use scrutineer_publication::inspect::changes;
use scrutineer_publication::release::Manifest;
use scrutineer_publication::verify::{Matching, ReportState, Verdict};
use scrutineer_simulate::Share;
use scrutineer_tlog::Policy;

use super::place::{Place, election, files, lone_policy, one_in_eight, verified};

fn below(place: &Place, folder: &str) -> BTreeSet<String> {
    let all = files(&place.bundle());
    all.into_iter()
        .filter(|path| path.starts_with(folder))
        .collect()
}

fn manifests(place: &Place) -> Vec<Manifest> {
    let mut found: Vec<Manifest> = below(place, "releases/")
        .iter()
        .map(|path| Manifest::parse(&fs::read(place.bundle().join(path)).unwrap()).unwrap())
        .collect();
    found.sort_by_key(|manifest| manifest.size.get());
    found
}

#[test]
fn a_changed_sheet_is_a_correction_and_a_release_that_drops_what_it_supersedes() {
    let policy: Policy = lone_policy().parse().unwrap();
    let place = Place::new();
    let first = place.publish(&election(Share::NONE), 1_000);
    assert_eq!(first.waiting.records, 0);
    assert_eq!(first.appended.get("sheet"), Some(&8));
    let before = files(&place.bundle());

    let again = place.publish(&election(Share::NONE), 1_500);
    assert_eq!((again.released, again.size), (None, first.size));
    assert_eq!(again.appended, BTreeMap::new());
    assert_eq!(files(&place.bundle()), before);

    let second = place.publish(&election(one_in_eight()), 2_000);
    assert!(
        second
            .appended
            .get("correction")
            .is_some_and(|&count| count >= 1)
    );
    assert_eq!(second.appended.get("sheet"), None);
    assert_eq!(
        second.released.as_ref().map(|release| release.size),
        Some(second.size - 2)
    );

    let reader = LogReader::new(DiskObjects::open_existing(&place.bundle()).unwrap());
    let found = changes(&reader, first.size, second.size).unwrap();
    let sheets: Vec<_> = found
        .corrected
        .iter()
        .filter(|change| change.before.contains("\"kind\":\"sheet\""))
        .collect();
    assert_eq!(sheets.len(), 1, "{found:?}");
    assert_ne!(Some(&sheets[0].before), sheets[0].after.as_ref());

    let [old, new] = &manifests(&place)[..] else {
        panic!("two manifests");
    };
    let paths = |manifest: &Manifest| -> BTreeSet<String> {
        let objects = manifest.files.iter().map(|file| file.object().unwrap());
        objects.map(|path| path.as_str().to_owned()).collect()
    };
    assert_eq!(below(&place, "files/"), paths(new));
    assert!(paths(old).difference(&paths(new)).count() > 0);
    assert!(
        before
            .iter()
            .filter(|path| path.starts_with("releases/"))
            .all(|path| place.bundle().join(path).exists())
    );
    let found = verified(&place.bundle(), &policy, false);
    assert_eq!(found.failures, []);
    assert_eq!(
        (found.result, found.report, found.tables),
        (Verdict::Verified, ReportState::Match, Matching::Match)
    );
    assert_eq!(found.entries.after_release, 0);
}

#[test]
fn a_superseded_file_that_is_still_there_must_be_what_it_was() {
    let policy: Policy = lone_policy().parse().unwrap();
    let place = Place::new();
    place.publish(&election(Share::NONE), 1_000);
    let first = place.copy();
    place.publish(&election(one_in_eight()), 2_000);
    let gone = |path: &&String| path.starts_with("files/") && !place.bundle().join(path).exists();
    let all = files(first.path());
    let path = all.iter().find(gone).unwrap();
    let bytes = fs::read(first.path().join(path)).unwrap();
    fs::write(place.bundle().join(path), &bytes).unwrap();
    assert_eq!(verified(&place.bundle(), &policy, false).failures, []);
    fs::write(place.bundle().join(path), &bytes[1..]).unwrap();
    let found = verified(&place.bundle(), &policy, false);
    assert_eq!(super::place::named(&found), BTreeSet::from([path.as_str()]));
}

#[test]
fn records_after_the_latest_release_are_counted_and_do_not_change_its_answers() {
    let policy: Policy = lone_policy().parse().unwrap();
    let place = Place::new();
    let size = place.publish(&election(Share::NONE), 1_000).size;
    // The same salts and order, so the same log: its next records are those that this one gets.
    let other = Place::new();
    drop(other.writer());
    let secrets = "publication.json";
    fs::copy(place.state().join(secrets), other.state().join(secrets)).unwrap();
    assert_eq!(other.publish(&election(Share::NONE), 1_000).size, size);
    let after = other.publish(&election(one_in_eight()), 2_000).size;
    let reader = LogReader::new(DiskObjects::open_existing(&other.bundle()).unwrap());
    let next = reader
        .entries(size..after, after)
        .map(|entry| entry.unwrap().1);
    let is_record = |bytes: &Vec<u8>| {
        let entry = Entry::parse(bytes).unwrap();
        !matches!(entry, Entry::AuditReport(_) | Entry::Release(_))
    };
    let late: Vec<Vec<u8>> = next.filter(is_record).collect();
    let mut writer = place.writer();
    assert!(!late.is_empty());
    writer.append(&late).unwrap();
    drop(writer);
    let found = verified(&place.bundle(), &policy, false);
    assert_eq!(found.failures, []);
    assert_eq!(found.entries.after_release, late.len() as u64);
    assert!(found.warnings.contains(&"after-release"));
    assert_eq!(
        (found.report, found.tables),
        (ReportState::Match, Matching::Match)
    );
}
