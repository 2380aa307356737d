//! Rules that the samples do not reach: same network, IPv6, services, local failures (rights.md 2.3).

use scrutineer_censorship::{
    Collection, FileReading, Fingerprints, Observation, Outcome, RuleId, Settings, State, analyse,
    observe,
};
use serde_json::{Value, json};

fn web() -> Value {
    json!({
        "probe_asn": "AS64512", "probe_cc": "ZZ", "probe_ip": "127.0.0.1",
        "measurement_start_time": "2024-08-09 10:00:00", "test_name": "web_connectivity",
        "test_version": "0.5.28", "input": "https://site.example/", "report_id": "20240809T1_r1",
        "test_keys": {
            "queries": [{"engine": "getaddrinfo", "hostname": "site.example", "failure": null,
                         "answers": [{"answer_type": "A", "ipv4": "9.9.9.9", "asn": 64500}]}],
            "tcp_connect": [], "tls_handshakes": [], "requests": [],
            "control_failure": null,
            "control": {
                "dns": {"addrs": ["8.8.4.4"], "failure": null},
                "ip_info": {"8.8.4.4": {"asn": 64500}},
                "http_request": {"status_code": 200, "failure": null, "body_length": 10, "headers": {}, "title": ""}
            }
        }
    })
}

fn seen(value: &Value, hour: Option<i64>) -> Observation {
    match observe(value.to_string().as_bytes(), hour, &Fingerprints::default()) {
        Outcome::Observed(seen) => *seen,
        other => panic!("{other:?}"),
    }
}

fn rule(value: &Value) -> (RuleId, State) {
    let verdict = seen(value, None).verdict;
    (verdict.rule, verdict.state)
}

#[test]
fn an_address_of_the_same_network_agrees() {
    // Rule 10b: nothing failed, nothing was fetched; without the network it is an unmatched answer.
    assert_eq!(rule(&web()), (RuleId::NoFetch, State::Insufficient));
    let mut other = web();
    other["test_keys"]["control"]["ip_info"]["8.8.4.4"]["asn"] = json!(64501);
    assert_eq!(rule(&other), (RuleId::DnsUnmatched, State::Blocked));
}

fn with_connections(list: &Value) -> Value {
    let mut value = web();
    value["test_keys"]["tcp_connect"] = list.clone();
    value
}

#[test]
fn a_probe_without_a_network_says_nothing() {
    let failed = |failure: &str| json!([{"ip": "9.9.9.9", "port": 443, "status": {"failure": failure, "success": false}}]);
    let local = with_connections(&failed("network_unreachable"));
    assert_eq!(rule(&local), (RuleId::Local, State::Insufficient));
    let blocked = with_connections(&failed("generic_timeout_error"));
    assert_eq!(rule(&blocked), (RuleId::Tcp, State::Blocked));
}

#[test]
fn ipv6_that_fails_everywhere_is_masked_and_else_possible() {
    let sixth = |failure: &Value, input: &str| {
        let mut value = web();
        value["input"] = json!(format!("https://{input}/"));
        value["test_keys"]["queries"] = json!([{"engine": "system", "hostname": input, "failure": null,
            "answers": [{"answer_type": "AAAA", "ipv6": "2a03:2880::1"}]}]);
        value["test_keys"]["control"]["dns"]["addrs"] = json!(["2a03:2880::1"]);
        value["test_keys"]["tcp_connect"] = json!([{"ip": "2a03:2880::1", "port": 443,
            "status": {"failure": failure, "success": failure.is_null()}}]);
        value
    };
    let failed = json!("generic_timeout_error");
    let made = |values: &[Value]| {
        let mut collection = Collection::default();
        for value in values {
            collection.push(&seen(value, None));
        }
        analyse(
            &collection.finish(),
            vec![FileReading::default()],
            &Settings::default(),
            &Fingerprints::default(),
        )
    };
    let all_fail = made(&[sixth(&failed, "a.example"), sixth(&failed, "b.example")]);
    assert_eq!(all_fail.reading.ipv6_masked, 2);
    let one_fails = made(&[
        sixth(&failed, "a.example"),
        sixth(&Value::Null, "b.example"),
        sixth(&Value::Null, "c.example"),
    ]);
    assert_eq!(one_fails.reading.ipv6_masked, 0);
    let possible: u64 = one_fails.series.iter().map(|series| series.possible).sum();
    assert_eq!(possible, 1);
}

#[test]
fn a_clock_two_days_off_the_hour_of_the_file_is_invalid() {
    // date -u -d '2024-08-09 10:00' +%s
    let hour = 1_723_197_600;
    let state = |hour: i64| seen(&web(), Some(hour)).verdict.state;
    assert_eq!(state(hour + 48 * 3600), State::Insufficient);
    assert_eq!(state(hour + 48 * 3600 + 1), State::Invalid);
    let mut nowhere = web();
    nowhere["probe_asn"] = json!("AS0");
    assert_eq!(rule(&nowhere), (RuleId::Invalid, State::Invalid));
}

#[test]
fn services_are_judged_by_their_own_status() {
    use State::{Blocked, Insufficient, Ok};

    let of = |test: &str, keys: Value| {
        let mut value = web();
        value["test_name"] = json!(test);
        value["test_version"] = json!("0.2.2");
        value["input"] = Value::Null;
        value["test_keys"] = keys;
        let seen = seen(&value, None);
        (
            seen.target,
            seen.verdict.state,
            seen.verdict.counts_as_blocked(),
        )
    };
    let case = |test: &str, keys: Value, state, counts| {
        let (_, found, counted) = of(test, keys.clone());
        assert_eq!((found, counted), (state, counts), "{test} {keys}");
    };
    case("signal", json!({"signal_backend_status": "ok"}), Ok, false);
    case(
        "signal",
        json!({"signal_backend_status": "blocked", "signal_backend_failure": "dns_nxdomain_error"}),
        Blocked,
        true,
    );
    case("signal", json!({}), Insufficient, false);
    case(
        "telegram",
        json!({"telegram_tcp_blocking": false, "telegram_http_blocking": false, "telegram_web_status": "ok"}),
        Ok,
        false,
    );
    case(
        "telegram",
        json!({"telegram_tcp_blocking": true, "telegram_http_blocking": true}),
        Blocked,
        true,
    );
    case(
        "telegram",
        json!({"telegram_tcp_blocking": false, "telegram_http_blocking": false, "telegram_web_status": "blocked"}),
        Blocked,
        false,
    );
    case(
        "whatsapp",
        json!({"registration_server_status": "ok", "whatsapp_endpoints_status": "ok", "whatsapp_web_status": "ok"}),
        Ok,
        false,
    );
    case(
        "whatsapp",
        json!({"registration_server_status": "ok", "whatsapp_endpoints_status": "blocked"}),
        Blocked,
        true,
    );
    case(
        "tor",
        json!({"or_port_dirauth_accessible": 9, "or_port_dirauth_total": 10}),
        Ok,
        false,
    );
    case(
        "tor",
        json!({"or_port_dirauth_accessible": 0, "or_port_dirauth_total": 10, "obfs4_accessible": 0, "obfs4_total": 15}),
        Blocked,
        true,
    );
    case(
        "tor",
        json!({"or_port_dirauth_accessible": 3, "or_port_dirauth_total": 10, "obfs4_accessible": 9, "obfs4_total": 15}),
        Blocked,
        false,
    );
    assert_eq!(of("signal", json!({})).0, "signal");
}
