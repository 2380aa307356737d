//! Bytes of entries: one sequence for one meaning, everything else refused with every reason.

use std::collections::BTreeMap;

use proptest::prelude::*;
use scrutineer_model::{Cell, Date, Field, Link, Publisher, SourceLabel};
use scrutineer_publication::batch::Publication;
use scrutineer_publication::entries::policy;
use scrutineer_publication::entry::{
    AuditOutcome, AuditStep, AuditStepKind, Close, Count, Counts, Entry, KeyCompromise, Kind,
    MAX_BYTES, Number, Policy, Recovery, Release, Respondent, Response, Sheet, Text, Withheld,
    WithheldPart, WithheldReason, diagnose,
};
use scrutineer_tlog::Hash;

use super::made::made;
use super::same::published;

const SHEET: &str = concat!(
    r#"{"counts":{"ballots":412,"blank":0,"valid":null},"kind":"sheet","source":"site","#,
    r#""station":"10113042:1","v":1,"votes":[412,0,null,"not-on-form"]}"#
);

fn day() -> Date {
    Date::parse("2024-08-01").unwrap()
}

fn number(value: u64) -> Number {
    Number::new(value).unwrap()
}

fn publisher() -> Publisher {
    Publisher {
        name: "Mission".to_owned(),
        contact: "https://mission.example/".to_owned(),
        reply_days: Some(365),
        licence: Some("CC-BY-4.0".to_owned()),
        site: Some("https://mission.example/site/".to_owned()),
    }
}

#[test]
fn who_publishes_is_read_within_its_limits_alone() {
    let of = |held: Publisher| {
        let entry = policy(&Publication::new([], 50, 30).by(Some(held)), None);
        let bytes = entry.to_bytes().unwrap();
        let Ok(Entry::Policy(read)) = Entry::parse(&bytes) else {
            panic!("{}", String::from_utf8_lossy(&bytes));
        };
        (read.published_by(), String::from_utf8(bytes).unwrap())
    };
    let (read, text) = of(publisher());
    assert_eq!(read, Some(publisher()));
    // A line of the folder is at most three times as long in normal form C.
    let longest = Publisher {
        name: "\u{1d160}".repeat(200),
        ..publisher()
    };
    let (read, without) = of(Publisher {
        licence: None,
        site: None,
        ..publisher()
    });
    let read = read.unwrap();
    assert_eq!((read.licence, read.site), (None, None));
    assert!(!without.contains("licence") && !without.contains("\"site\""));
    let (read, _) = of(longest);
    assert_eq!(read.unwrap().name.chars().count(), 600);
    for (from, to) in [
        (":365", ":0".to_owned()),
        (":365", ":366".to_owned()),
        ("Mission", String::new()),
        ("Mission", "x".repeat(601)),
        ("https://mission.example/", String::new()),
        ("https://mission.example/", "x".repeat(601)),
        ("CC-BY-4.0", String::new()),
        ("CC-BY-4.0", "x".repeat(601)),
        ("https://mission.example/site/", String::new()),
        (
            "https://mission.example/site/",
            "https://mission.example/site".to_owned(),
        ),
        (
            "https://mission.example/site/",
            "javascript:alert(1)/".to_owned(),
        ),
    ] {
        let wrong = text.replacen(from, &to, 1);
        assert_ne!(wrong, text);
        let error = Entry::parse(wrong.as_bytes()).unwrap_err();
        assert_eq!(error.problems.len(), 1, "{from}: {error}");
        assert!(error.problems[0].path.contains("publisher"), "{error:?}");
        assert_eq!(diagnose(wrong.as_bytes()), error.problems);
    }
}

/// An entry of every kind that a data set does not give.
fn notices() -> Vec<Entry<'static>> {
    let hash = Hash::from_bytes([0xab; 32]);
    let text = Text::new("«word»\n\"two\"");
    let recovery = Recovery {
        keys: vec![Text::new("log.example/r1+00000000+AQ==")],
        threshold: 1,
    };
    let word = scrutineer_publication::entry::SheetStatusWord;
    let seized = word(scrutineer_model::SheetStatus::Seized);
    let close = Close::new(
        day(),
        number(1),
        number(1),
        BTreeMap::from([(seized, number(1))]),
        BTreeMap::from([(seized, vec![Text::new("P2:3")])]),
    );
    vec![
        Release::new(number(9), hash, hash).into(),
        scrutineer_publication::entry::AuditReport::new(number(9), hash, Text::new("1")).into(),
        Response::new(text.clone(), Respondent::Party, day(), text.clone())
            .unwrap()
            .into(),
        Withheld::new(
            number(3),
            hash,
            WithheldPart::Blob,
            WithheldReason::Safety,
            text.clone(),
            text.clone(),
            day(),
        )
        .into(),
        Policy::new(vec![SourceLabel::Authority], 50, 30, Some(recovery)).into(),
        policy(&Publication::new([], 50, 30).by(Some(publisher())), None),
        KeyCompromise::new(text).into(),
        close.into(),
        step().ended(AuditOutcome::Confirmed, Some(0.042_7)).into(),
        step()
            .resting_on(Some("electors".to_owned()), Some("observers".to_owned()))
            .into(),
    ]
}

/// A step of an audit of copies of independent origin.
fn step() -> AuditStep<'static> {
    AuditStep::new(
        ("first".to_owned(), number(3)),
        (AuditStepKind::Records, Hash::from_bytes([0xcd; 32])),
        ("sheets".to_owned(), vec!["A".to_owned()]),
        (
            "transcription-audit",
            &[Link::SheetToCopy, Link::CopyToRecord],
        ),
        number(19),
    )
}

#[test]
fn a_step_that_ended_an_audit_gives_a_risk_for_each_link_and_others_none() {
    assert_eq!(step().risk_bounds(), []);
    let bounds = step()
        .ended(AuditOutcome::Confirmed, Some(0.042_7))
        .risk_bounds();
    let links: Vec<(Link, &str)> = bounds
        .iter()
        .map(|bound| (bound.link, bound.method.as_str()))
        .collect();
    let expected = [
        (Link::SheetToCopy, "re-check"),
        (Link::CopyToRecord, "transcription-audit"),
    ];
    assert_eq!(links, expected);
    assert!(
        bounds
            .iter()
            .all(|bound| bound.risk.to_bits() == 0.042_7_f64.to_bits())
    );
    let named = step()
        .resting_on(Some("electors".to_owned()), Some("observers".to_owned()))
        .ended(AuditOutcome::Confirmed, Some(0.5))
        .risk_bounds();
    for bound in named {
        assert_eq!(bound.register.unwrap().as_str(), "electors");
        assert_eq!(bound.copies.as_deref(), Some("observers"));
    }
    let counted = step().ended(AuditOutcome::Overturned, None).risk_bounds();
    let told = counted
        .iter()
        .all(|bound| bound.overturned && bound.method == "full-count");
    assert!(told && counted.len() == 2);
    let bytes = Entry::from(step().ended(AuditOutcome::Confirmed, Some(0.5)))
        .to_bytes()
        .unwrap();
    let text = String::from_utf8(bytes).unwrap();
    for risk in ["1.5", "-0.1", "5e-1", "0.50", "much"] {
        let wrong = text.replace("\"risk\":\"0.5\"", &format!("\"risk\":\"{risk}\""));
        assert!(!diagnose(wrong.as_bytes()).is_empty(), "{risk}");
    }
}

/// Bytes of entries of every kind.
fn all_kinds() -> Vec<Vec<u8>> {
    let mut all = published(&made());
    let first = all[0].clone();
    let sheet = all
        .iter()
        .find(|bytes| matches!(Entry::parse(bytes), Ok(Entry::Sheet(_))))
        .unwrap()
        .clone();
    let superseded = scrutineer_publication::entry::Superseded::new(4, Hash::from_bytes([1; 32]));
    for record in [Entry::parse(&first).unwrap(), Entry::parse(&sheet).unwrap()] {
        let correction =
            scrutineer_publication::entry::Correction::replacing(superseded.unwrap(), record);
        all.push(Entry::from(correction.unwrap()).to_bytes().unwrap());
    }
    let withdrawn = scrutineer_publication::entry::Correction::withdrawing(superseded.unwrap());
    all.push(Entry::from(withdrawn).to_bytes().unwrap());
    all.extend(notices().iter().map(|entry| entry.to_bytes().unwrap()));
    all
}

#[test]
fn every_kind_is_read_as_it_was_written() {
    let mut kinds = std::collections::BTreeSet::new();
    for bytes in all_kinds() {
        let entry = Entry::parse(&bytes).unwrap_or_else(|error| {
            panic!("{error}\n{}", String::from_utf8_lossy(&bytes));
        });
        kinds.insert(entry.kind());
        assert_eq!(entry.to_bytes().unwrap(), bytes);
    }
    let missing: Vec<&Kind> = Kind::ALL
        .iter()
        .filter(|kind| !kinds.contains(kind))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

/// Rules 2 to 6 of the specification, checked without our reader: the canonical form of a parsed
/// document with sorted maps is the document.
#[test]
fn another_writer_of_sorted_json_gives_the_same_bytes() {
    fn sorted(value: &serde_json::Value, out: &mut String) {
        match value {
            serde_json::Value::Object(map) => {
                let ordered: BTreeMap<&String, &serde_json::Value> = map.iter().collect();
                out.push('{');
                for (at, (key, value)) in ordered.into_iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    out.push_str(&serde_json::Value::from(key.as_str()).to_string());
                    out.push(':');
                    sorted(value, out);
                }
                out.push('}');
            }
            serde_json::Value::Array(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    sorted(item, out);
                }
                out.push(']');
            }
            other => {
                assert!(!other.is_boolean() && !other.is_f64(), "{other}");
                out.push_str(&other.to_string());
            }
        }
    }
    for bytes in all_kinds() {
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let mut again = String::new();
        sorted(&value, &mut again);
        assert_eq!(again.as_bytes(), bytes);
    }
}

#[test]
fn unread_zero_and_not_on_the_form_are_three_things_in_an_entry() {
    let Ok(Entry::Sheet(sheet)) = Entry::parse(SHEET.as_bytes()) else {
        panic!("a sheet");
    };
    assert_eq!(sheet.counts.get(Field::Blank), Cell::ZERO);
    assert_eq!(sheet.counts.get(Field::Valid), Cell::UNREAD);
    assert_eq!(sheet.counts.get(Field::Invalid), Cell::NOT_ON_FORM);
    let votes: Vec<Cell> = sheet.votes.iter().map(|count| count.0).collect();
    let expected = [
        Cell::new(412).unwrap(),
        Cell::ZERO,
        Cell::UNREAD,
        Cell::NOT_ON_FORM,
    ];
    assert_eq!(votes, expected);
}

fn problems(text: &str) -> Vec<(String, String)> {
    let error = Entry::parse(text.as_bytes()).unwrap_err();
    let problems = error.problems.into_iter();
    problems.map(|held| (held.path, held.found)).collect()
}

#[test]
fn every_departure_from_the_canonical_bytes_is_refused_at_its_place() {
    for (from, to, path) in [
        ("{\"counts\"", "{ \"counts\"", "$"),
        ("\"v\":1", "\"v\": 1", "$.v"),
        ("\"v\":1", "\"v\":2", "$.v"),
        ("\"v\":1", "\"v\":1.0", "$.v"),
        ("\"v\":1", "\"v\":true", "$.v"),
        ("412,0", "0412,0", "$.votes[0]"),
        ("412,0", "4.12e2,0", "$.votes[0]"),
        ("412,0", "-0,0", "$.votes[0]"),
        ("412,0", "-1,0", "$.votes[0]"),
        ("412,0", "4294967294,0", "$.votes[0]"),
        ("not-on-form", "not on form", "$.votes[3]"),
        (
            "\"valid\":null",
            "\"valid\":\"not-on-form\"",
            "$.counts.valid",
        ),
        ("\"valid\"", "\"vali\"", "$.counts.vali"),
        (
            "\"source\":\"site\"",
            "\"source\":\"s\\u0069te\"",
            "$.source",
        ),
        ("\"source\":\"site\"", "\"source\":\"e\u{301}\"", "$.source"),
        ("\"source\":\"site\"", "\"source\":7", "$.source"),
        ("\"source\":\"site\",", "", "$"),
        ("\"kind\":\"sheet\"", "\"kind\":\"sheets\"", "$.kind"),
        ("\"kind\":\"sheet\",", "", "$"),
        (
            "\"kind\":\"sheet\"",
            "\"kind\":\"sheet\",\"kind\":\"sheet\"",
            "$",
        ),
        (
            "\"kind\":\"sheet\"",
            "\"kind\":\"sheet\",\"note\":\"x\"",
            "$.note",
        ),
        (
            "\"kind\":\"sheet\"",
            "\"kind\":\"sheet\",\"sequence\":null",
            "$.sequence",
        ),
        (
            "\"kind\":\"sheet\"",
            "\"kind\":\"sheet\",\"sequence\":0",
            "$.sequence",
        ),
        ("\"kind\":\"sheet\"", "\"kind\":\"sheet\",\"copy\":2", "$"),
        ("]}", "]}\n", "$"),
        ("]}", "]}}", "$"),
        ("]}", "]", "$"),
    ] {
        let text = SHEET.replacen(from, to, 1);
        assert_ne!(text, SHEET, "{from}");
        let found = problems(&text);
        assert!(found.iter().any(|(at, _)| at == path), "{to}: {found:?}");
    }
    assert!(Entry::parse(SHEET.as_bytes()).is_ok());
}

#[test]
fn all_problems_of_an_entry_are_listed() {
    let text = concat!(
        r#"{"votes":[-1,0.5,"x"],"kind":"sheet","#,
        r#""counts":{"ballots":"many","turnout":3},"v":1 }"#
    );
    let found = problems(text);
    let paths: Vec<&str> = found.iter().map(|(path, _)| path.as_str()).collect();
    for path in [
        "$.votes[0]",
        "$.votes[1]",
        "$.votes[2]",
        "$.counts.ballots",
        "$.counts.turnout",
    ] {
        assert!(paths.contains(&path), "{path}: {found:?}");
    }
    // Order of keys, white space, and two keys that are missing.
    assert!(
        paths.iter().filter(|path| **path == "$").count() >= 4,
        "{found:?}"
    );
}

#[test]
fn an_entry_that_a_bundle_cannot_hold_is_refused_before_it_is_signed() {
    let votes = |count: usize| vec![Count(Cell::new(4_294_967_293).unwrap()); count];
    let sheet = |count| {
        let id = |text| Text::new(text);
        Entry::from(Sheet::new(
            id("s"),
            id("1"),
            0,
            Counts::default(),
            votes(count),
        ))
    };
    let longest = (1..MAX_BYTES)
        .find(|&count| sheet(count + 1).to_bytes().is_err())
        .unwrap();
    let bytes = sheet(longest).to_bytes().unwrap();
    assert!(bytes.len() <= MAX_BYTES && bytes.len() + 11 > MAX_BYTES);
    assert!(Entry::parse(&bytes).is_ok());
    let error = sheet(longest + 1).to_bytes().unwrap_err();
    assert!(error.to_string().contains("65535"), "{error}");
}

#[test]
fn a_reply_is_not_longer_than_its_limit() {
    let reply = |length: usize| {
        let text = Text::owned("ñ".repeat(length));
        Response::new(Text::new("E.201|x"), Respondent::Authority, day(), text)
    };
    assert!(reply(0).is_none());
    assert!(reply(4_001).is_none());
    let held = Entry::from(reply(4_000).unwrap()).to_bytes().unwrap();
    assert!(Entry::parse(&held).is_ok());
    let longer = String::from_utf8(held).unwrap().replacen('ñ', "ññ", 1);
    let found = problems(&longer);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].0, "$.text");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Whatever the bytes: refused with a reason, or the same bytes again.
    #[test]
    fn bytes_are_refused_with_a_reason_or_come_back(
        which in any::<prop::sample::Index>(),
        at in any::<prop::sample::Index>(),
        byte in any::<u8>(),
        insert in any::<bool>(),
    ) {
        let all = all_kinds();
        let mut bytes = all[which.index(all.len())].clone();
        let at = at.index(bytes.len());
        if insert {
            bytes.insert(at, byte);
        } else {
            bytes[at] = byte;
        }
        match Entry::parse(&bytes) {
            Ok(entry) => prop_assert_eq!(entry.to_bytes().unwrap(), bytes),
            Err(error) => prop_assert!(!error.problems.is_empty()),
        }
    }

    #[test]
    fn any_bytes_are_refused_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Entry::parse(&bytes).is_err());
    }
}

/// The table of shapes refuses what the types refuse, with its reason, and nothing else.
#[test]
fn the_table_of_shapes_and_the_types_agree_on_every_change_of_one_byte() {
    for bytes in all_kinds() {
        for at in 0..bytes.len() {
            for byte in *b"1x0\"," {
                let mut changed = bytes.clone();
                changed[at] = byte;
                let found = diagnose(&changed);
                let text = String::from_utf8_lossy(&changed);
                let is_entry = Entry::parse(&changed).is_ok();
                assert_eq!(is_entry, found.is_empty(), "{found:?}\n{text}");
            }
        }
    }
}
