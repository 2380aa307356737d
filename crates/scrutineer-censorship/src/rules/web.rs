//! The test of a page: from a measurement and its control to a verdict.

use crate::address::is_bogon;
use crate::fingerprint::{Fingerprints, Match};
use crate::verdict::{RuleId, State, Verdict};
use crate::word;

use super::facts::{Facts, is_https, url};
use super::{later, page, transport};

/// A verdict, and what is kept beside it.
pub(super) struct Judged {
    pub(super) verdict: Verdict,
    /// The resolver gave an address that the control did not, and the site proved itself there.
    pub(super) tampered: bool,
}

pub(super) fn judge(facts: &Facts<'_>, fingerprints: &Fingerprints) -> Judged {
    let tampered = !facts.control.is_empty()
        && facts.answered.is_disjoint(&facts.control)
        && !facts.answered.is_disjoint(&facts.proved);
    let verdict = known_block(facts, fingerprints)
        .or_else(|| without_control(facts))
        .or_else(|| resolution(facts))
        .or_else(|| transport::connections(facts))
        .or_else(|| transport::handshakes(facts))
        .or_else(|| later::failure(facts))
        .or_else(|| page::first_request(facts))
        .unwrap_or_else(|| page::content(facts));
    Judged { verdict, tampered }
}

fn known_block(facts: &Facts<'_>, fingerprints: &Fingerprints) -> Option<Verdict> {
    if fingerprints.is_empty() {
        return None;
    }
    let country = facts.country;
    let addresses = facts.answered.iter();
    let by_address = addresses.filter_map(|ip| fingerprints.of_address(&ip.to_string(), country));
    let mut confirmed = false;
    for found in by_address {
        if found == Match::Against {
            return None;
        }
        confirmed = true;
    }
    let mut seen = None;
    for (depth, exchange) in &facts.exchanges {
        if *depth == 0 && !facts.is_own_address(exchange) {
            continue;
        }
        let response = exchange.response.as_ref();
        let headers = response
            .into_iter()
            .flat_map(|response| &response.headers.0);
        for (name, value) in headers {
            let name = name.to_ascii_lowercase();
            let found = fingerprints.of_header(&name, value.as_str().unwrap_or_default(), country);
            let what = if name == "location" {
                "blockpage_url"
            } else {
                "blockpage_header"
            };
            seen = note(found, what, seen)?;
        }
        if *depth > 0 {
            // Where a redirection leads is known from the request that follows it, too.
            let found =
                url(exchange).and_then(|url| fingerprints.of_header("location", url, country));
            seen = note(found, "blockpage_url", seen)?;
        }
        let body = response.and_then(|response| response.body.filled());
        let found = body.and_then(|body| fingerprints.of_body(body, country));
        seen = note(found, "blockpage_body", seen)?;
    }
    if confirmed {
        return Some(Verdict::of(RuleId::FpDns, "blockpage_ip"));
    }
    seen.map(|mechanism| Verdict::of(RuleId::FpHttp, mechanism))
}

/// The first thing seen stays; evidence against a block ends the search.
#[expect(
    clippy::option_option,
    reason = "an end of the search, and nothing seen yet, are two things"
)]
fn note(
    found: Option<Match>,
    what: &'static str,
    seen: Option<&'static str>,
) -> Option<Option<&'static str>> {
    match found {
        Some(Match::Against) => None,
        Some(Match::Confirms) => Some(seen.or(Some(what))),
        None => Some(seen),
    }
}

fn without_control(facts: &Facts<'_>) -> Option<Verdict> {
    let is_empty = facts.said().is_none_or(|said| {
        let no_dns = said
            .dns
            .as_ref()
            .is_none_or(|dns| dns.addrs.0.is_empty() && dns.failure.filled().is_none());
        let no_fetch = said.http_request.as_ref().is_none_or(|fetch| {
            fetch.failure.filled().is_none() && fetch.status_code.whole().unwrap_or(0) == 0
        });
        no_dns && no_fetch && said.tcp_connect.0.is_empty()
    });
    if facts.keys.control_failure.filled().is_none() && !is_empty {
        return None;
    }
    let last = facts.exchanges.last().map(|(_, exchange)| exchange);
    let came =
        last.is_some_and(|last| last.failure.filled().is_none() && url(last).is_some_and(is_https));
    let verdict = Verdict::of(RuleId::NoControl, if came { "https" } else { "no_control" });
    Some(if came {
        verdict
            .state(State::Ok)
            .confidence(crate::verdict::Confidence::Likely)
    } else {
        verdict.state(State::Insufficient)
    })
}

/// The rules of names; `None` where an address is agreed on and the connections decide.
fn resolution(facts: &Facts<'_>) -> Option<Verdict> {
    if !facts.was_asked {
        return Some(Verdict::of(RuleId::NoFetch, "no_query"));
    }
    if !facts.answered.is_disjoint(&facts.proved) {
        return None;
    }
    let is_foreign_bogon = |ip| is_bogon(ip) && !facts.control.contains(&ip);
    if facts.answered.iter().copied().any(is_foreign_bogon) {
        return Some(Verdict::of(RuleId::DnsBogon, "bogon"));
    }
    if facts.answered.is_empty() {
        return Some(no_address(facts));
    }
    if facts.control.is_empty() {
        return Some(Verdict::of(RuleId::DnsGhost, "control_cannot_resolve"));
    }
    if !facts.agreed().is_empty() {
        return None;
    }
    Some(if transport::wrong_certificate(facts) {
        Verdict::of(RuleId::DnsCert, "wrong_ip_cert_mismatch")
    } else {
        Verdict::of(RuleId::DnsUnmatched, "unmatched_answer")
    })
}

fn no_address(facts: &Facts<'_>) -> Verdict {
    let failure = facts.resolver_failure.unwrap_or("dns_no_answer");
    let is_negative = word::is_negative_answer(failure);
    let failure = word::failure(failure);
    if facts.control.is_empty() {
        let both = if failure == "dns_nxdomain_error" {
            "nxdomain_both"
        } else {
            "dns_failure_both"
        };
        return Verdict::of(RuleId::DnsBoth, both);
    }
    if is_negative {
        Verdict::of(RuleId::DnsNegative, format!("negative_{failure}"))
    } else {
        Verdict::of(RuleId::DnsTimeout, format!("unanswered_{failure}"))
    }
}
