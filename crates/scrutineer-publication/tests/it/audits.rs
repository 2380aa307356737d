//! Files with which audits are replayed, beside a log that has the digests of their steps.

use std::collections::BTreeMap;
use std::fs;

use scrutineer_audit::audit;
use scrutineer_model::{Date, Evidence, Link};
use scrutineer_publication::batch::Publication;
use scrutineer_publication::beside::Beside;
use scrutineer_publication::derive::Extras;
use scrutineer_publication::entry::{AuditStep, AuditStepKind, Number};
use scrutineer_publication::publish::{Now, Publishing, publish};
use scrutineer_publication::release::{Manifest, ReleasedFile, Role};
use scrutineer_publication::state::PrivateState;
use scrutineer_publication::verify::{Verdict, Verification};
use scrutineer_simulate::Share;
use scrutineer_tlog::hash::sha256;

use crate::tamper::place::{Place, election, lone_policy, verified};

const LIST: &[u8] = b"station,votes\nS1,1\n";

/// The announcement of a list, and nothing more of it.
fn announced(list: &[u8]) -> Vec<u8> {
    format!("{{\"manifest\": \"{}\"}}\n", sha256(list)).into_bytes()
}

/// By name inside of the folder of an audit.
type Files = BTreeMap<&'static str, Vec<u8>>;

fn whole() -> Files {
    let certificate = b"one draw".to_vec();
    [
        ("certificate.en.txt", certificate.clone()),
        ("certificate.es.txt", certificate),
        ("commitment.json", announced(LIST)),
        ("manifest.csv", LIST.to_vec()),
    ]
    .into()
}

/// Publishes the election with an audit whose first step is the announcement of `LIST`.
fn published(place: &Place, minutes: u64, audits: &[(&str, Files)]) {
    published_as(place, minutes, audits, &announced(LIST));
}

/// The same with another announcement in the log.
fn published_as(place: &Place, minutes: u64, audits: &[(&str, Files)], announced: &[u8]) {
    let dataset = election(Share::per_million(0).unwrap());
    let source = dataset.sources()[0].id.to_string();
    let step = |name: &str| {
        AuditStep::new(
            (name.to_owned(), Number::from(1)),
            (AuditStepKind::Commitment, sha256(announced)),
            (source.clone(), vec!["A".to_owned()]),
            ("transcription-audit", &[Link::CopyToRecord]),
            Number::from(0),
        )
    };
    let steps: Vec<AuditStep<'_>> = audits.iter().map(|(name, _)| step(name)).collect();
    let paths = audits.iter().flat_map(|(audit, files)| {
        let files = files.iter();
        files.map(move |(name, bytes)| (format!("audits/{audit}/{name}"), bytes.clone()))
    });
    let input = Publishing {
        dataset: &dataset,
        findings: &audit(&dataset, &Evidence::default()).unwrap().findings,
        lengths: &BTreeMap::new(),
        audits: &steps,
        publication: &Publication::new([], 1, 0),
        recovery: None,
        disclose: &[],
        close: false,
        extras: Extras {
            beside: Beside {
                audits: paths.collect(),
                ..Beside::default()
            },
            ..Extras::default()
        },
        now: Now {
            minutes,
            day: Date::parse("2024-07-29").unwrap(),
        },
    };
    let mut state = PrivateState::open(&place.state()).unwrap();
    publish(&mut place.writer(), &mut state, &input).unwrap();
}

fn found(place: &Place) -> Verification {
    verified(&place.bundle(), &lone_policy().parse().unwrap(), false)
}

fn latest(place: &Place) -> Manifest {
    let releases = fs::read_dir(place.bundle().join("releases")).unwrap();
    let all = releases.map(|held| {
        let held = held.unwrap();
        let written = held.metadata().unwrap().modified().unwrap();
        (written, held.path())
    });
    let (_, path) = all.max().unwrap();
    Manifest::parse(&fs::read(path).unwrap()).unwrap()
}

/// The files of audits of the latest release, with their digests.
fn released(place: &Place) -> BTreeMap<String, String> {
    let files = latest(place).files.into_iter();
    files
        .filter(|file| file.role == Role::Audit)
        .map(|file| (file.path, file.sha256.0.to_string()))
        .collect()
}

#[test]
fn they_stay_where_the_folder_has_none_and_are_replaced_where_it_has_others() {
    let place = Place::new();
    published(&place, 1_000, &[("recheck", whole())]);
    let first = released(&place);
    assert_eq!(first.len(), 4);
    assert_eq!(
        first["audits/recheck/manifest.csv"],
        sha256(LIST).to_string()
    );
    let verdict = found(&place);
    assert_eq!(verdict.failures, []);
    assert!(verdict.warnings.contains(&"audits-beside"));
    // Somebody publishes from a copy of the folder that has no audit.
    published(&place, 2_000, &[]);
    assert_eq!(released(&place), first);
    let mut other = whole();
    other.insert("certificate.en.txt", b"two draws".to_vec());
    published(&place, 3_000, &[("recheck", other), ("second", whole())]);
    let last = released(&place);
    assert_eq!(last.len(), 8);
    for (path, digest) in &first {
        let is_same = path != "audits/recheck/certificate.en.txt";
        assert_eq!(last[path] == *digest, is_same, "{path}");
    }
    assert_eq!(found(&place).failures, []);
}

#[test]
fn what_was_not_announced_does_not_verify_and_is_named() {
    let other = b"station,votes\nS1,2\n".to_vec();
    let changed = [
        (
            "the list",
            vec![("manifest.csv", other.clone())],
            "audits/recheck/manifest.csv",
        ),
        (
            "the list and the announcement of it",
            vec![
                ("manifest.csv", other.clone()),
                ("commitment.json", announced(&other)),
            ],
            "audits/recheck/commitment.json",
        ),
        (
            "an announcement that is none",
            vec![("commitment.json", b"{}".to_vec())],
            "audits/recheck/commitment.json",
        ),
    ];
    for (what, files, wrong) in changed {
        let place = Place::new();
        let mut held = whole();
        held.extend(files);
        published(&place, 1_000, &[("recheck", held)]);
        let verdict = found(&place);
        assert_eq!(verdict.result, Verdict::Failed, "{what}");
        let mut told = verdict.failures.iter();
        assert!(
            told.any(|failure| failure.why.contains(wrong) || failure.file.contains(wrong)),
            "{what}: {:?}",
            verdict.failures
        );
    }
}

#[test]
fn an_announcement_that_names_no_list_does_not_verify() {
    let place = Place::new();
    let mut held = whole();
    held.insert("commitment.json", b"{}".to_vec());
    published_as(&place, 1_000, &[("recheck", held)], b"{}");
    let told = found(&place).failures;
    let [only] = told.as_slice() else {
        panic!("{told:?}");
    };
    assert!(only.why.contains("audits/recheck/manifest.csv"), "{told:?}");
    assert!(
        only.why.contains("commitment.json has no digest of it"),
        "{told:?}"
    );
}

#[test]
fn a_certificate_without_what_it_is_replayed_with_does_not_verify() {
    for missing in ["commitment.json", "manifest.csv"] {
        let mut lone = whole();
        lone.remove(missing);
        let place = Place::new();
        published(&place, 1_000, &[("recheck", lone)]);
        let told = found(&place).failures;
        assert_eq!(told.len(), 3, "{told:?}");
        let why = "expected commitment.json and manifest.csv beside it";
        assert!(
            told.iter().all(|failure| failure.why.contains(why)),
            "{told:?}"
        );
    }
}

#[test]
fn no_other_path_has_the_role_that_follows_from_no_entry() {
    let place = Place::new();
    published(&place, 1_000, &[("recheck", whole())]);
    let made = latest(&place);
    for path in [
        "result.txt",
        "audits/result.txt",
        "audits/recheck/draw-1.csv",
        "audits/recheck/certificate.fr.txt",
        "audits/.x/manifest.csv",
        "audits/a/b/manifest.csv",
    ] {
        for role in [Role::Audit, Role::Conditions, Role::Geometry] {
            let mut files = made.files.clone();
            files.push(ReleasedFile::of(path, role, b"Option B won"));
            files.sort_by(|a, b| a.path.cmp(&b.path));
            let lie = Manifest::new(
                made.origin.clone(),
                (made.size, made.root.0),
                made.rules.clone(),
                made.as_of,
                files,
            );
            assert!(lie.is_err(), "{path} as {role:?}");
        }
    }
}
