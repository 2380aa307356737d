//! H21: a probe's address ends the line, and nothing private leaves the reader (rights.md 4.4).

use scrutineer_censorship::synthetic::Plan;
use scrutineer_censorship::{
    Collection, Day, FileReading, Fingerprints, Outcome, Rejection, Settings, analyse, observe,
};
use serde_json::{Value, json};

const CANARY: &str = "kanarie 7";

fn line() -> Value {
    let plan = Plan {
        seed: 1,
        country: ['Z', 'Z'],
        first: Day(11_323),
        days: 1,
        networks: 1,
        targets: 1,
        daily: 1,
        blocked_every: 0,
        onset: 0,
        noise: 0,
        reach: 0,
    };
    serde_json::from_str(&plan.lines().next().unwrap()).unwrap()
}

fn seen(value: &Value) -> Outcome {
    observe(value.to_string().as_bytes(), None, &Fingerprints::default())
}

#[test]
fn a_line_with_an_address_of_a_probe_is_quarantined_and_nothing_of_it_is_kept() {
    for address in [
        json!("203.0.113.77"),
        json!("2001:db8::77"),
        json!(""),
        json!(7),
        json!(["203.0.113.77"]),
    ] {
        let mut value = line();
        value["probe_ip"] = address;
        assert_eq!(seen(&value), Outcome::Quarantined);
    }
    for address in [Value::Null, json!("127.0.0.1")] {
        let mut value = line();
        value["probe_ip"] = address;
        assert!(matches!(seen(&value), Outcome::Observed(_)));
    }
    // Named twice, the second time with an address: no measurement.
    let twice = line()
        .to_string()
        .replacen('{', "{\"probe_ip\":\"203.0.113.77\",", 1);
    let found = observe(twice.as_bytes(), None, &Fingerprints::default());
    assert_eq!(found, Outcome::Rejected(Rejection::Shape));
}

/// Every text below a value, replaced one at a time.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                let name = name.replace('~', "~0").replace('/', "~1");
                places(member, &format!("{at}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                places(item, &format!("{at}/{index}"), found);
            }
        }
        _ => found.push(at.to_owned()),
    }
}

#[test]
fn a_canary_in_any_field_reaches_no_output() {
    let mut clean = line();
    clean["test_keys"]["client_resolver"] = json!("x");
    clean["resolver_ip"] = json!("x");
    clean["probe_network_name"] = json!("x");
    clean["probe_city"] = json!("x");
    clean["annotations"]["note"] = json!("x");
    let mut found = Vec::new();
    places(&clean, "", &mut found);
    assert!(found.len() > 40, "{}", found.len());
    let mut observed = 0;
    for place in found {
        for canary in [
            CANARY.to_owned(),
            format!("https://user:{CANARY}@site-000.example/{CANARY}?{CANARY}"),
        ] {
            let mut value = clean.clone();
            *value.pointer_mut(&place).unwrap() = json!(canary);
            let Outcome::Observed(seen) = seen(&value) else {
                continue;
            };
            observed += 1;
            let mut collection = Collection::default();
            collection.push(&seen);
            let files = vec![FileReading::default()];
            let all = collection.finish();
            let made = analyse(&all, files, &Settings::default(), &Fingerprints::default());
            for text in [
                serde_json::to_string(&*seen).unwrap(),
                serde_json::to_string(&made).unwrap(),
            ] {
                assert!(!text.contains("kanarie"), "{place}: {text}");
            }
        }
    }
    assert!(observed > 60, "{observed}");
}

#[test]
fn the_search_for_canaries_finds_one_in_a_host() {
    let mut value = line();
    value["input"] = json!("https://kanarie.example/");
    let Outcome::Observed(seen) = seen(&value) else {
        panic!("not observed");
    };
    assert!(serde_json::to_string(&*seen).unwrap().contains("kanarie"));
}

#[test]
fn bad_lines_have_a_reason_and_are_never_fatal() {
    let none = Fingerprints::default();
    let reason = |bytes: &[u8]| match observe(bytes, None, &none) {
        Outcome::Rejected(reason) => Some(reason),
        _ => None,
    };
    assert_eq!(reason(b"\xff{}"), Some(Rejection::Encoding));
    assert_eq!(reason(b"{\"a\":"), Some(Rejection::Syntax));
    assert_eq!(reason(b"[1, 2]"), Some(Rejection::Shape));
    assert_eq!(reason(b"{\"test_keys\": 7}"), Some(Rejection::Shape));
    // Parts of another type are absent, not errors: the line is a measurement that no rule can use.
    assert_eq!(
        reason(b"{\"input\": 7, \"test_keys\": {\"queries\": \"x\", \"blocking\": {}}}"),
        None
    );
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(reason(deep.as_bytes()), Some(Rejection::Shape));
}
