//! One made line for every rule and every branch of a rule, with the id that it must meet. Expectations stand in
//! rights.md 2.3, the row of the rule.

use std::collections::BTreeSet;

use scrutineer_censorship::{
    Confidence, Fingerprints, Layer, Observation, Outcome, RULES, observe,
};
use serde_json::{Value, json};

/// Known block pages and what must not be taken for one.
const KNOWN: &str = "scope,location_found,pattern_type,pattern,expected_countries
nat,dns,full,8.8.8.8,ZZ
fp,dns,full,8.8.8.9,
nat,dns,full,8.8.8.9,ZZ
isp,body,contains,<title>Closed by order</title>,ZZ
nat,header.x-wall,full,on,ZZ
nat,header.location,prefix,http://closed.example,ZZ YY
fp,body,contains,<title>Maintenance</title>,
prod,body,contains,Silent words,ZZ
nat,body,contains,Nowhere words,
nat,body,contains,Foreign words,XX
";

/// A page that was reached, encrypted or not.
fn reached(scheme: &str) -> Value {
    let port = if scheme == "https" { 443 } else { 80 };
    let place = format!("9.9.9.9:{port}");
    let handshakes = if port == 443 {
        json!([{"address": place, "server_name": "site.example", "failure": null}])
    } else {
        json!([])
    };
    let body = "x".repeat(100);
    json!({
        "probe_asn": "AS64512", "probe_cc": "ZZ", "probe_ip": "127.0.0.1",
        "measurement_start_time": "2024-08-09 10:00:00", "test_name": "web_connectivity",
        "test_version": "0.5.28", "input": format!("{scheme}://site.example/"), "report_id": "r1",
        "test_keys": {
            "queries": [{"engine": "getaddrinfo", "hostname": "site.example", "failure": null,
                         "answers": [{"answer_type": "A", "ipv4": "9.9.9.9"}]}],
            "tcp_connect": [{"ip": "9.9.9.9", "port": port, "status": {"failure": null, "success": true}}],
            "tls_handshakes": handshakes,
            "requests": [{"failure": null, "request": {"url": format!("{scheme}://site.example/")},
                          "response": {"code": 200, "headers": {}, "body": body}}],
            "control_failure": null,
            "control": {
                "dns": {"addrs": ["9.9.9.9"], "failure": null},
                "tcp_connect": {place.clone(): {"status": true, "failure": null}},
                "tls_handshake": {place: {"status": true, "failure": null}},
                "http_request": {"status_code": 200, "failure": null, "body_length": 100,
                                 "headers": {}, "title": ""}
            }
        }
    })
}

/// With other values at places of the results.
fn with(mut page: Value, changes: &[(&str, Value)]) -> Value {
    for (place, value) in changes {
        *page["test_keys"].pointer_mut(place).unwrap() = value.clone();
    }
    page
}

fn https(changes: &[(&str, Value)]) -> Value {
    with(reached("https"), changes)
}

fn http(changes: &[(&str, Value)]) -> Value {
    with(reached("http"), changes)
}

fn service(test: &str, keys: &Value) -> Value {
    let mut page = reached("https");
    page["test_name"] = json!(test);
    page["input"] = Value::Null;
    page["test_keys"] = keys.clone();
    page
}

/// The resolver gives this address, or this failure.
fn resolved(address: &str) -> (&'static str, Value) {
    ("/queries/0/answers/0/ipv4", json!(address))
}

fn unresolved(failure: &str) -> (&'static str, Value) {
    let query = json!([{"engine": "getaddrinfo", "hostname": "site.example", "failure": failure, "answers": []}]);
    ("/queries", query)
}

const NOBODY: (&str, Value) = ("/tls_handshakes", Value::Array(Vec::new()));

fn no_fetch(failure: &str) -> (&'static str, Value) {
    let fetch =
        json!({"status_code": 0, "failure": failure, "body_length": 0, "headers": {}, "title": ""});
    ("/control/http_request", fetch)
}

fn no_address() -> (&'static str, Value) {
    let dns = json!({"addrs": [], "failure": "dns_nxdomain_error"});
    ("/control/dns", dns)
}

fn body(text: &str) -> (&'static str, Value) {
    ("/requests/0/response/body", json!(text))
}

/// A redirection to another host that failed, with one failed operation behind it.
fn redirected(failure: &str, behind: &[(&'static str, Value)]) -> Value {
    let requests = json!([
        {"failure": failure, "request": {"url": "https://other.example/"}, "response": null},
        {"failure": null, "request": {"url": "https://site.example/"},
         "response": {"code": 302, "headers": {"Location": "https://other.example/"}, "body": ""}}
    ]);
    let mut page = https(&[("/requests", requests)]);
    for (list, operation) in behind {
        let list = page["test_keys"][*list].as_array_mut().unwrap();
        list.push(operation.clone());
    }
    page
}

struct Case {
    about: &'static str,
    line: Value,
    /// Rule, state, layer, mechanism, confidence.
    expected: [&'static str; 5],
}

fn case(about: &'static str, line: Value, expected: [&'static str; 5]) -> Case {
    Case {
        about,
        line,
        expected,
    }
}

fn unusable() -> Vec<Case> {
    let changed = |key: &str, value: Value| {
        let mut page = reached("https");
        page[key] = value;
        page
    };
    let invalid = |mechanism| ["invalid", "invalid", "-", mechanism, "-"];
    vec![
        case(
            "no results",
            changed("test_keys", Value::Null),
            invalid("no_test_keys"),
        ),
        case(
            "another test",
            changed("test_name", json!("ndt")),
            invalid("other_test"),
        ),
        case(
            "network 0",
            changed("probe_asn", json!("AS0")),
            invalid("no_network"),
        ),
        case("no host", changed("input", json!("::")), invalid("no_host")),
        case(
            "no time",
            changed("measurement_start_time", json!("soon")),
            invalid("no_time"),
        ),
        case(
            "before 2000",
            changed("measurement_start_time", json!("1999-12-31 23:59:59")),
            invalid("clock"),
        ),
    ]
}

fn known() -> Vec<Case> {
    let page = |mechanism| ["fp-http", "blocked", "http", mechanism, "confirmed"];
    let reachable = ["match", "ok", "-", "http_match", "likely"];
    let to_wall = json!([
        {"failure": null, "request": {"url": "http://closed.example/x"},
         "response": {"code": 200, "headers": {}, "body": "x"}},
        {"failure": null, "request": {"url": "http://site.example/"},
         "response": {"code": 302, "headers": {}, "body": ""}}
    ]);
    vec![
        case(
            "an address of a country",
            https(&[resolved("8.8.8.8"), NOBODY]),
            ["fp-dns", "blocked", "dns", "blockpage_ip", "confirmed"],
        ),
        case(
            "an address with evidence against a block",
            https(&[resolved("8.8.8.9"), NOBODY]),
            [
                "dns-unmatched",
                "blocked",
                "dns",
                "unmatched_answer",
                "possible",
            ],
        ),
        case(
            "a body of one network",
            http(&[body("<title>Closed by order</title>")]),
            page("blockpage_body"),
        ),
        case(
            "a header, its name in other letters",
            http(&[("/requests/0/response/headers", json!({"X-Wall": "on"}))]),
            page("blockpage_header"),
        ),
        case(
            "a header with another value",
            http(&[("/requests/0/response/headers", json!({"X-Wall": "off"}))]),
            reachable,
        ),
        case(
            "where a redirection leads",
            http(&[(
                "/requests/0/response/headers",
                json!({"Location": "http://closed.example/x"}),
            )]),
            page("blockpage_url"),
        ),
        case(
            "the request that follows a redirection",
            http(&[("/requests", to_wall)]),
            page("blockpage_url"),
        ),
        case(
            "evidence against a block on the same page",
            http(&[body(
                "<title>Closed by order</title><title>Maintenance</title>..................................",
            )]),
            reachable,
        ),
        case(
            "a scope that says nothing",
            http(&[body(&format!("Silent words{}", "x".repeat(88)))]),
            reachable,
        ),
        case(
            "a page of no country",
            http(&[body(&format!("Nowhere words{}", "x".repeat(87)))]),
            reachable,
        ),
        case(
            "a page of another country",
            http(&[body(&format!("Foreign words{}", "x".repeat(87)))]),
            reachable,
        ),
    ]
}

fn uncontrolled() -> Vec<Case> {
    let failed = ("/control_failure", json!("generic_timeout_error"));
    let empty = ("/control", json!({}));
    let came = ["no-control", "ok", "-", "https", "likely"];
    let none = ["no-control", "insufficient", "-", "no_control", "-"];
    let broken = ("/requests/0/failure", json!("connection_reset"));
    vec![
        case(
            "over HTTPS without control",
            https(std::slice::from_ref(&failed)),
            came,
        ),
        case(
            "over HTTPS, empty control",
            https(std::slice::from_ref(&empty)),
            came,
        ),
        case(
            "in the clear without control",
            http(std::slice::from_ref(&failed)),
            none,
        ),
        case("in the clear, empty control", http(&[empty]), none),
        case("a failure without control", https(&[failed, broken]), none),
    ]
}

fn names() -> Vec<Case> {
    let proved = [
        resolved("8.8.4.4"),
        (
            "/tls_handshakes",
            json!([{"address": "8.8.4.4:443", "server_name": "site.example", "failure": null}]),
        ),
    ];
    let wrong = [
        resolved("8.8.4.4"),
        (
            "/tls_handshakes",
            json!([{"address": "8.8.4.4:443", "server_name": "site.example",
                    "failure": "ssl_invalid_hostname"}]),
        ),
    ];
    let private = ("/control/dns/addrs", json!(["127.0.0.1"]));
    let came = ["https-ok", "ok", "-", "https", "likely"];
    let dns = |rule, state, mechanism, confidence| [rule, state, "dns", mechanism, confidence];
    let negative = "negative_dns_nxdomain_error";
    let ghost = [no_address(), NOBODY, no_fetch("dns_nxdomain_error")];
    vec![
        case("another address that proves itself", https(&proved), came),
        case(
            "an address inside",
            https(&[resolved("127.0.0.1"), NOBODY]),
            dns("dns-bogon", "blocked", "bogon", "likely"),
        ),
        case(
            "an address inside that the control has as well",
            https(&[resolved("127.0.0.1"), NOBODY, private]),
            came,
        ),
        case(
            "no such name",
            https(&[unresolved("dns_nxdomain_error"), NOBODY]),
            dns("dns-negative", "blocked", negative, "likely"),
        ),
        case(
            "no answer",
            https(&[unresolved("generic_timeout_error"), NOBODY]),
            dns(
                "dns-timeout",
                "blocked",
                "unanswered_generic_timeout_error",
                "possible",
            ),
        ),
        case(
            "no such name for anybody",
            https(&[&[unresolved("dns_nxdomain_error")][..], &ghost].concat()),
            dns("dns-both", "down", "nxdomain_both", "likely"),
        ),
        case(
            "no answer for anybody",
            https(&[&[unresolved("generic_timeout_error")][..], &ghost].concat()),
            dns("dns-both", "down", "dns_failure_both", "likely"),
        ),
        case(
            "a name for the probe alone",
            https(&ghost),
            dns("dns-ghost", "down", "control_cannot_resolve", "possible"),
        ),
        case(
            "a certificate of somebody else",
            https(&wrong),
            dns("dns-cert", "blocked", "wrong_ip_cert_mismatch", "likely"),
        ),
        case(
            "another address, nothing else",
            https(&[resolved("8.8.4.4"), NOBODY]),
            dns("dns-unmatched", "blocked", "unmatched_answer", "possible"),
        ),
    ]
}

fn connections() -> Vec<Case> {
    let connection = |failure: &str| {
        let status = json!({"failure": failure, "success": false});
        ("/tcp_connect/0/status", status)
    };
    let unconnected = (
        "/control/tcp_connect",
        json!({"9.9.9.9:443": {"status": false, "failure": "connection_refused"}}),
    );
    let handshake = |failure: &str| ("/tls_handshakes/0/failure", json!(failure));
    let unshaken = (
        "/control/tls_handshake",
        json!({"9.9.9.9:443": {"status": false, "failure": "ssl_invalid_certificate"}}),
    );
    let sixth = [
        (
            "/queries/0/answers/0",
            json!({"answer_type": "AAAA", "ipv6": "2a03:2880::1"}),
        ),
        ("/control/dns/addrs", json!(["2a03:2880::1"])),
        (
            "/tcp_connect/0",
            json!({"ip": "2a03:2880::1", "port": 443, "status": {"failure": "host_unreachable", "success": false}}),
        ),
        NOBODY,
    ];
    let tcp = |state| ["tcp", state, "tcp", "connection_refused", "likely"];
    let tls = |state, mechanism| ["tls", state, "tls", mechanism, "likely"];
    vec![
        case(
            "no network at the device",
            https(&[connection("network_down"), NOBODY]),
            ["local", "insufficient", "tcp", "network_down", "-"],
        ),
        case(
            "refused, the control connected",
            https(&[connection("connection_refused"), NOBODY]),
            tcp("blocked"),
        ),
        case(
            "refused for everybody",
            https(&[
                connection("connection_refused"),
                NOBODY,
                unconnected,
                no_fetch("connection_refused"),
            ]),
            tcp("down"),
        ),
        case(
            "only IPv6",
            https(&sixth),
            ["v6", "insufficient", "tcp", "only_ipv6_failed", "-"],
        ),
        case(
            "a reset handshake",
            https(&[handshake("connection_reset")]),
            tls("blocked", "connection_reset"),
        ),
        case(
            "a certificate of somebody else at the right address",
            https(&[handshake("ssl_unknown_authority")]),
            tls("blocked", "mitm_ssl_unknown_authority"),
        ),
        case(
            "a handshake that fails for everybody",
            https(&[
                handshake("ssl_invalid_certificate"),
                unshaken,
                no_fetch("ssl_invalid_certificate"),
            ]),
            tls("down", "ssl_invalid_certificate"),
        ),
    ]
}

fn hops() -> Vec<Case> {
    let query = json!({"engine": "getaddrinfo", "hostname": "other.example", "tags": ["depth=1"],
                       "failure": "dns_nxdomain_error", "answers": []});
    let answered = json!({"engine": "getaddrinfo", "hostname": "other.example", "tags": ["depth=1"],
                          "failure": null, "answers": [{"ipv4": "8.8.4.4"}]});
    let refused = json!({"ip": "8.8.4.4", "port": 443, "tags": ["depth=1"],
                         "status": {"failure": "connection_refused", "success": false}});
    let reset = json!({"address": "8.8.4.4:443", "server_name": "other.example", "tags": ["depth=1"],
                       "failure": "connection_reset"});
    let blocked = |layer, mechanism| ["later-hop", "blocked", layer, mechanism, "possible"];
    let both = with(redirected("eof_error", &[]), &[no_fetch("eof_error")]);
    vec![
        case(
            "no name behind a redirection",
            redirected("dns_nxdomain_error", &[("queries", query)]),
            blocked("dns", "redirect_hop_dns_nxdomain_error"),
        ),
        case(
            "a refusal behind a redirection",
            redirected(
                "connection_refused",
                &[("queries", answered.clone()), ("tcp_connect", refused)],
            ),
            blocked("tcp", "redirect_hop_connection_refused"),
        ),
        case(
            "a reset handshake behind a redirection",
            redirected(
                "connection_reset",
                &[("queries", answered), ("tls_handshakes", reset)],
            ),
            blocked("tls", "redirect_hop_connection_reset"),
        ),
        case(
            "a request behind a redirection",
            redirected("eof_error", &[]),
            blocked("http", "redirect_hop_eof_error"),
        ),
        case(
            "a redirection that leads nowhere for anybody",
            both,
            ["later-hop", "insufficient", "http", "broken_redirect", "-"],
        ),
    ]
}

fn requests() -> Vec<Case> {
    let failed = |failure: &str| ("/requests/0/failure", json!(failure));
    let blocked = |layer, mechanism, confidence| ["http", "blocked", layer, mechanism, confidence];
    vec![
        case(
            "a reset in the clear",
            http(&[failed("connection_reset")]),
            blocked("http", "connection_reset", "likely"),
        ),
        case(
            "an end in the clear",
            http(&[failed("eof_error")]),
            blocked("http", "eof_error", "likely"),
        ),
        case(
            "silence in the clear",
            http(&[failed("generic_timeout_error")]),
            blocked("http", "generic_timeout_error", "possible"),
        ),
        case(
            "a reset after a handshake",
            https(&[failed("connection_reset")]),
            blocked("tls", "post_handshake_connection_reset", "possible"),
        ),
        case(
            "a request that fails for everybody",
            http(&[failed("eof_error"), no_fetch("eof_error")]),
            ["http", "down", "http", "eof_error", "likely"],
        ),
    ]
}

fn answer(code: u32, headers: &Value, body: &str) -> (&'static str, Value) {
    let response = json!({"code": code, "headers": headers, "body": body});
    ("/requests/0/response", response)
}

fn control(code: u32, headers: &Value, title: &str) -> (&'static str, Value) {
    let fetch = json!({"status_code": code, "failure": null, "body_length": 100,
                       "headers": headers, "title": title});
    ("/control/http_request", fetch)
}

fn fetched() -> Vec<Case> {
    let silent = |mechanism| ["no-fetch", "insufficient", "-", mechanism, "-"];
    let other = |mechanism| ["diff", "blocked", "http", mechanism, "possible"];
    let none = json!({});
    vec![
        case(
            "refused by a delivery network",
            http(&[answer(403, &json!({"CF-Ray": "1"}), "y")]),
            ["denial", "insufficient", "http", "server_side_denial", "-"],
        ),
        case(
            "refused by nobody who signs",
            http(&[answer(403, &none, "y")]),
            other("http_diff"),
        ),
        case(
            "encrypted",
            https(&[]),
            ["https-ok", "ok", "-", "https", "likely"],
        ),
        case(
            "nobody asked the resolver",
            https(&[("/queries", json!([]))]),
            silent("no_query"),
        ),
        case(
            "nothing was fetched",
            http(&[("/requests", json!([]))]),
            silent("no_request"),
        ),
        case(
            "the control fetched nothing",
            http(&[no_fetch("eof_error")]),
            silent("control_cannot_fetch"),
        ),
        case(
            "the control got an error of its own",
            http(&[control(500, &none, "")]),
            silent("control_got_an_error"),
        ),
    ]
}

fn contents() -> Vec<Case> {
    let same = ["match", "ok", "-", "http_match", "likely"];
    let other = |mechanism| ["diff", "blocked", "http", mechanism, "possible"];
    let titled = "<title>Election results today</title>";
    let elsewhere = json!([
        {"failure": null, "request": {"url": "http://other.example/"},
         "response": {"code": 200, "headers": {}, "body": "y"}},
        {"failure": null, "request": {"url": "http://site.example/"},
         "response": {"code": 302, "headers": {}, "body": ""}}
    ]);
    let none = json!({});
    vec![
        case(
            "nearly the same length",
            http(&[answer(200, &none, &"y".repeat(71))]),
            same,
        ),
        case(
            "a length at the limit",
            http(&[answer(200, &none, &"y".repeat(70))]),
            other("http_diff"),
        ),
        case(
            "a header of its own on both sides",
            http(&[
                answer(200, &json!({"X-Own": "a", "Date": "b"}), "y"),
                control(200, &json!({"x-own": "c"}), ""),
            ]),
            same,
        ),
        case(
            "a header that every page has",
            http(&[
                answer(200, &json!({"Date": "b", "Age": "1"}), "y"),
                control(200, &json!({"Date": "c"}), ""),
            ]),
            other("http_diff"),
        ),
        case(
            "the same title",
            http(&[
                answer(200, &none, titled),
                control(200, &json!({}), "ELECTION results of today"),
            ]),
            same,
        ),
        case(
            "another page of another host",
            http(&[("/requests", elsewhere)]),
            other("http_diff_elsewhere"),
        ),
    ]
}

fn services() -> Vec<Case> {
    let blocked = |layer, mechanism| ["service", "blocked", layer, mechanism, "likely"];
    let signal = |failure: &str| json!({"signal_backend_status": "blocked", "signal_backend_failure": failure});
    vec![
        case(
            "Signal is reached",
            service("signal", &json!({"signal_backend_status": "ok"})),
            ["service", "ok", "-", "reached", "likely"],
        ),
        case(
            "Signal by its name",
            service("signal", &signal("dns_nxdomain_error")),
            blocked("dns", "dns_nxdomain_error"),
        ),
        case(
            "Signal by its handshake",
            service("signal", &signal("ssl_failed_handshake")),
            blocked("tls", "ssl_failed_handshake"),
        ),
        case(
            "Signal by its connection",
            service("signal", &signal("connection_refused")),
            blocked("tcp", "connection_refused"),
        ),
        case(
            "Signal without a network at the device",
            service("signal", &signal("network_down")),
            ["local", "insufficient", "tcp", "network_down", "-"],
        ),
        case(
            "a service that says nothing",
            service("telegram", &json!({})),
            ["service", "insufficient", "-", "no_status", "-"],
        ),
        case(
            "a bootstrap that ended early",
            service(
                "vanilla_tor",
                &json!({"success": false, "error": "timeout-reached"}),
            ),
            [
                "service",
                "blocked",
                "service",
                "timeout-reached",
                "possible",
            ],
        ),
    ]
}

fn cases() -> Vec<Case> {
    [
        unusable(),
        known(),
        uncontrolled(),
        names(),
        connections(),
        hops(),
        requests(),
        fetched(),
        contents(),
        services(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn seen(line: &Value) -> Observation {
    let fingerprints = Fingerprints::parse(KNOWN.as_bytes()).unwrap();
    match observe(line.to_string().as_bytes(), None, &fingerprints) {
        Outcome::Observed(seen) => *seen,
        other => panic!("{other:?}: {line}"),
    }
}

#[test]
fn every_branch_of_every_rule_meets_its_own_id() {
    let mut wrong = Vec::new();
    for case in cases() {
        let found = seen(&case.line).verdict;
        let told = [
            found.rule.word(),
            found.state.word(),
            found.layer.map_or("-", Layer::word),
            found.mechanism.as_str(),
            found.confidence.map_or("-", Confidence::word),
        ];
        if told != case.expected {
            wrong.push(format!(
                "{}: expected {:?}, found {told:?}",
                case.about, case.expected
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_of_the_table_is_met_by_a_line_or_only_hands_on() {
    let met: BTreeSet<&str> = cases()
        .iter()
        .map(|case| seen(&case.line).verdict.rule.word())
        .collect();
    let unmet: Vec<&str> = RULES
        .iter()
        .map(|row| row.id.word())
        .filter(|id| !met.contains(id))
        .collect();
    // An address that proved itself or that the control has as well: the connections decide.
    assert_eq!(unmet, ["dns-proved", "dns-match"]);
}

#[test]
fn what_is_reached_at_a_foreign_address_keeps_its_flag() {
    let flagged: Vec<&str> = cases()
        .iter()
        .filter(|case| seen(&case.line).tampered_but_reachable)
        .map(|case| case.about)
        .collect();
    assert_eq!(flagged, ["another address that proves itself"]);
}

#[test]
fn without_fingerprints_known_pages_are_judged_like_any_other() {
    let of = |line: &Value| {
        let bytes = line.to_string();
        match observe(bytes.as_bytes(), None, &Fingerprints::default()) {
            Outcome::Observed(seen) => seen.verdict.rule.word(),
            other => panic!("{other:?}"),
        }
    };
    let rules: BTreeSet<&str> = known().iter().map(|case| of(&case.line)).collect();
    assert_eq!(
        rules.into_iter().collect::<Vec<_>>(),
        ["diff", "dns-unmatched", "match"]
    );
}
