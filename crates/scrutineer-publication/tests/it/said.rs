//! Replies, disclosed files and withheld ones, end to end over a folder.

use std::collections::BTreeMap;
use std::fs;

use scrutineer_audit::audit;
use scrutineer_model::{Dataset, Date, Evidence, Input, InputRole};
use scrutineer_publication::batch::Publication;
use scrutineer_publication::derive::Extras;
use scrutineer_publication::entry::{MAX_RESPONSE, Respondent, Response, Text, WithheldReason};
use scrutineer_publication::publish::{
    Now, PublishError, Published, Publishing, Removal, SaidError, publish, respond, withhold,
};
use scrutineer_publication::release::Manifest;
use scrutineer_publication::state::PrivateState;
use scrutineer_publication::verify::{Verdict, Verification, WithheldCounts};
use scrutineer_tlog::Policy;
use scrutineer_tlog::hash::sha256;

use crate::entries::made::{builder, code};
use crate::tamper::place::{Place, files, lone_policy, verified};

const FILE: &[u8] = b"station,A,B\n1,2,3\n";

fn date() -> Date {
    Date::parse("2024-08-02").unwrap()
}

/// The election by hand, with one file of a party whose bytes are known.
fn dataset() -> Dataset {
    let mut builder = builder();
    builder.input(Input {
        source: Some(code("party")),
        role: InputRole::Sheets,
        file: "known.csv".to_owned(),
        sha256: sha256(FILE).to_string(),
        rows: 1,
        rejected: 0,
    });
    builder.finish().unwrap()
}

fn run(
    place: &Place,
    disclose: &[(String, Vec<u8>)],
    minutes: u64,
) -> Result<Published, PublishError> {
    let dataset = dataset();
    let findings = audit(&dataset, &Evidence::default()).unwrap().findings;
    let mut state = PrivateState::open(&place.state()).unwrap();
    let lengths = BTreeMap::from([(sha256(FILE).to_string(), FILE.len() as u64)]);
    let input = Publishing {
        dataset: &dataset,
        findings: &findings,
        lengths: &lengths,
        audits: &[],
        publication: &Publication::new([], 1, 0),
        recovery: None,
        disclose,
        close: false,
        extras: Extras::default(),
        now: Now {
            minutes,
            day: date(),
        },
    };
    publish(&mut place.writer(), &mut state, &input)
}

fn named(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    vec![("known.csv".to_owned(), bytes.to_vec())]
}

fn check(place: &Place) -> Verification {
    let policy: Policy = lone_policy().parse().unwrap();
    verified(&place.bundle(), &policy, false)
}

fn blobs(place: &Place) -> Vec<String> {
    let mut paths = files(&place.bundle());
    paths.retain(|path| path.starts_with("blob/"));
    paths
}

fn removal(place: &Place) -> Removal {
    let state = PrivateState::open(&place.state()).unwrap();
    Removal {
        commitment: state.held(sha256(FILE)).unwrap().commitment,
        reason: WithheldReason::Order,
        basis: "Order 12/2024".to_owned(),
        authority: "District court".to_owned(),
        date: date(),
    }
}

#[test]
fn a_file_is_disclosed_and_withheld_and_verification_tells_each_state_apart() {
    let place = Place::new();
    run(&place, &[], 1_000).unwrap();
    assert_eq!(check(&place).withheld, WithheldCounts::default());
    let released = run(&place, &named(FILE), 2_000).unwrap().released;
    assert!(released.is_some());
    let held = blobs(&place);
    assert_eq!(held.len(), 2, "{held:?}");
    let found = check(&place);
    assert_eq!(found.failures, []);
    assert_eq!(found.withheld.matching, 1);
    // Once disclosed, always listed, and nothing is new.
    assert_eq!(run(&place, &[], 3_000).unwrap().released, None);

    let blob = place.bundle().join(&held[0]);
    let bytes = fs::read(&blob).unwrap();
    fs::write(&blob, b"something else").unwrap();
    let found = check(&place);
    assert_eq!(
        (found.withheld.mismatch, found.result),
        (1, Verdict::Failed)
    );
    fs::write(&blob, bytes).unwrap();

    let kept: Vec<Vec<u8>> = held
        .iter()
        .map(|path| fs::read(place.bundle().join(path)).unwrap())
        .collect();
    for path in &held {
        fs::remove_file(place.bundle().join(path)).unwrap();
    }
    let found = check(&place);
    assert_eq!((found.withheld.missing, found.result), (1, Verdict::Failed));
    for (path, bytes) in held.iter().zip(kept) {
        fs::write(place.bundle().join(path), bytes).unwrap();
    }

    let removal = removal(&place);
    let mut state = PrivateState::open(&place.state()).unwrap();
    let said = withhold(&mut place.writer(), &mut state, &removal).unwrap();
    assert!(said.released.is_some());
    assert_eq!(blobs(&place), Vec::<String>::new());
    let found = check(&place);
    assert_eq!(found.failures, []);
    assert_eq!(found.withheld.with_notice, 1);
    assert_eq!(found.entries.by_kind.get("withheld"), Some(&1));
    let again = withhold(&mut place.writer(), &mut state, &removal).unwrap();
    assert_eq!((again.leaf, again.released), (said.leaf, None));
}

#[test]
fn a_destroyed_salt_does_not_come_back_with_the_next_run() {
    let place = Place::new();
    run(&place, &[], 1_000).unwrap();
    run(&place, &named(FILE), 1_500).unwrap();
    let removal = removal(&place);
    let mut state = PrivateState::open(&place.state()).unwrap();
    withhold(&mut place.writer(), &mut state, &removal).unwrap();
    let text = fs::read_to_string(place.state().join("publication.json")).unwrap();
    assert!(!text.contains(&sha256(FILE).to_string()));
    // The file is still in the folder: its record stands as it is, and nothing is appended.
    let published = run(&place, &[], 2_000).unwrap();
    assert_eq!(published.appended, BTreeMap::new());
    let state = PrivateState::open(&place.state()).unwrap();
    assert!(state.held(sha256(FILE)).is_none());
    let refused = run(&place, &named(FILE), 3_000).unwrap_err();
    assert!(matches!(
        refused,
        PublishError::Said(SaidError::NotCommitted { .. })
    ));
    assert_eq!(blobs(&place), Vec::<String>::new());
}

#[test]
fn a_file_that_no_entry_commits_to_is_not_disclosed() {
    let place = Place::new();
    run(&place, &[], 1_000).unwrap();
    let refused = run(&place, &named(b"another"), 2_000).unwrap_err();
    assert!(refused.to_string().contains("known.csv"), "{refused}");
    assert_eq!(blobs(&place), Vec::<String>::new());
}

fn finding(place: &Place) -> String {
    let latest = fs::read_to_string(place.bundle().join("latest.json")).unwrap();
    let latest: serde_json::Value = serde_json::from_str(&latest).unwrap();
    let path = latest["manifest"].as_str().unwrap();
    let manifest = Manifest::parse(&fs::read(place.bundle().join(path)).unwrap()).unwrap();
    let mut held = manifest.files.iter();
    let report = held.find(|file| file.path == "report.json").unwrap();
    let object = place.bundle().join(report.object().unwrap().as_str());
    let report: serde_json::Value = serde_json::from_slice(&fs::read(object).unwrap()).unwrap();
    report["findings"][0]["key"].as_str().unwrap().to_owned()
}

#[test]
fn a_reply_is_shown_unedited_where_people_and_programs_read() {
    let place = Place::new();
    run(&place, &[], 1_000).unwrap();
    let key = finding(&place);
    let words = "We <b>checked</b> it:\n«12» is right. \u{202e}=1+1";
    let reply = Response::new(
        Text::new(&key),
        Respondent::Authority,
        date(),
        Text::new(words),
    )
    .unwrap();
    let said = respond(&mut place.writer(), &reply).unwrap();
    assert!(said.released.is_some());
    let again = respond(&mut place.writer(), &reply).unwrap();
    assert_eq!((again.leaf, again.released), (said.leaf, None));
    let found = check(&place);
    assert_eq!(found.failures, []);
    let [held] = found.replies.as_slice() else {
        panic!("{:?}", found.replies)
    };
    assert_eq!(
        (held.text.as_str(), held.finding.as_str()),
        (words, key.as_str())
    );
    let pages = files(&place.bundle())
        .into_iter()
        .filter_map(|path| fs::read_to_string(place.bundle().join(path)).ok())
        .filter(|text| text.contains("We &lt;b&gt;checked&lt;/b&gt; it:<br>«12» is right."))
        .count();
    // The report and its brief, in both languages.
    assert_eq!(pages, 4);
}

#[test]
fn a_reply_needs_a_finding_of_the_report_and_has_a_limit() {
    let place = Place::new();
    run(&place, &[], 1_000).unwrap();
    let key = Text::new("E.101:nothing");
    let reply = |text: &str| {
        Response::new(
            key.clone(),
            Respondent::Party,
            date(),
            Text::owned(text.to_owned()),
        )
    };
    let refused = respond(&mut place.writer(), &reply("words").unwrap()).unwrap_err();
    assert!(matches!(
        refused,
        PublishError::Said(SaidError::NoFinding { .. })
    ));
    assert!(reply(&"ñ".repeat(MAX_RESPONSE)).is_some());
    assert!(reply(&"ñ".repeat(MAX_RESPONSE + 1)).is_none());
    assert!(reply("").is_none());
    let found = check(&place);
    assert_eq!((found.result, found.replies.len()), (Verdict::Verified, 0));
}
