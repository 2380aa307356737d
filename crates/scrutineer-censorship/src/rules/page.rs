//! The requests of a page, and whether what came is what the control got.

use std::collections::BTreeSet;

use crate::document::{Answered, ControlFetch, Exchange};
use crate::lenient::{Table, Text};
use crate::verdict::{Confidence, Layer, RuleId, State, Verdict};
use crate::word;

use super::facts::{Facts, is_https, is_to, url};

/// Rule `http`: the first request failed after the connection stood.
pub(super) fn first_request(facts: &Facts<'_>) -> Option<Verdict> {
    let own = |depth: u32, at: &Exchange| depth == 0 && facts.is_own_address(at);
    let mut first = facts.exchanges.iter().filter(|(depth, at)| own(*depth, at));
    let tried: Vec<&Exchange> = first.by_ref().map(|(_, at)| *at).collect();
    let failures: Vec<&str> = tried.iter().filter_map(|at| at.failure.filled()).collect();
    let failure = failures.first().filter(|_| failures.len() == tried.len())?;
    let named = word::failure(failure);
    let is_encrypted = tried.iter().any(|at| url(at).is_some_and(is_https));
    let verdict = |mechanism: String| Verdict::of(RuleId::Http, mechanism);
    if facts.control_failed_to_fetch() {
        return Some(
            verdict(named.to_owned())
                .layer(Layer::Http)
                .state(State::Down)
                .confidence(Confidence::Likely),
        );
    }
    let blocked = |mechanism: String, layer, confidence| {
        verdict(mechanism)
            .layer(layer)
            .state(State::Blocked)
            .confidence(confidence)
    };
    Some(if is_encrypted {
        blocked(
            format!("post_handshake_{named}"),
            Layer::Tls,
            Confidence::Possible,
        )
    } else if matches!(*failure, "connection_reset" | "eof_error") {
        blocked(named.to_owned(), Layer::Http, Confidence::Likely)
    } else {
        blocked(named.to_owned(), Layer::Http, Confidence::Possible)
    })
}

/// Rules `denial`, `https-ok`, `no-fetch`, `match` and `diff`.
pub(super) fn content(facts: &Facts<'_>) -> Verdict {
    let mut own = facts
        .exchanges
        .iter()
        .filter(|(depth, at)| *depth > 0 || facts.is_own_address(at));
    let last = own
        .next_back()
        .and_then(|(_, at)| Some((*at, at.response.as_ref()?)));
    let Some((last, response)) = last.filter(|(at, _)| at.failure.filled().is_none()) else {
        return Verdict::of(RuleId::NoFetch, "no_request");
    };
    let fetch = facts.said().and_then(|said| said.http_request.as_ref());
    let control_code = fetch.and_then(|fetch| fetch.status_code.whole());
    let is_fine = |code: Option<u64>| code.is_some_and(|code| (200..300).contains(&code));
    if is_denied(response) && is_fine(control_code) && facts.control_fetched() {
        return Verdict::of(RuleId::Denial, "server_side_denial");
    }
    if url(last).is_some_and(is_https) {
        return Verdict::of(RuleId::HttpsOk, "https");
    }
    let Some(fetch) = fetch.filter(|_| facts.control_fetched()) else {
        return Verdict::of(RuleId::NoFetch, "control_cannot_fetch");
    };
    let same_code = response.code.whole() == control_code;
    let is_same = same_code
        && (same_length(response, fetch)
            || same_headers(&response.headers, &fetch.headers)
            || same_title(response, fetch));
    if is_same {
        return Verdict::of(RuleId::Match, "http_match");
    }
    if !same_code && !is_fine(control_code) {
        return Verdict::of(RuleId::NoFetch, "control_got_an_error");
    }
    let is_elsewhere = !is_to(last, &facts.host);
    Verdict::of(
        RuleId::Diff,
        if is_elsewhere {
            "http_diff_elsewhere"
        } else {
            "http_diff"
        },
    )
}

/// Headers by which delivery networks sign what they refuse, in lower case; a value where the name is
/// common.
const DELIVERY_NETWORKS: &[(&str, &str)] = &[
    ("cf-ray", ""),
    ("server", "cloudflare"),
    ("server", "akamai"),
    ("server", "cloudfront"),
    ("server", "sucuri"),
    ("server", "imperva"),
    ("x-amz-cf-id", ""),
    ("x-iinfo", ""),
    ("x-sucuri-id", ""),
    ("x-akamai-request-id", ""),
    ("x-fastly-request-id", ""),
];

fn is_denied(response: &Answered) -> bool {
    matches!(response.code.whole(), Some(403 | 429 | 503))
        && response.headers.0.iter().any(|(name, value)| {
            let name = name.to_ascii_lowercase();
            let value = value.as_str().unwrap_or_default().to_ascii_lowercase();
            let mut known = DELIVERY_NETWORKS.iter();
            known.any(|(own, start)| *own == name && value.starts_with(start))
        })
}

/// Lengths within a factor of 0.7; unknown where a side was cut or has none (ts-017).
fn same_length(response: &Answered, fetch: &ControlFetch) -> bool {
    const LEAST: f64 = 0.7;
    let Some(theirs) = fetch.body_length.whole().filter(|&length| length > 0) else {
        return false;
    };
    if response.body_is_truncated.0 == Some(true) {
        return false;
    }
    let own = response.body.as_str().map_or(0, str::len) as f64;
    let theirs = theirs as f64;
    own.min(theirs) / own.max(theirs) > LEAST
}

/// Headers that nearly every page has and that identify none.
const COMMON: &[&str] = &[
    "accept-ranges",
    "age",
    "cache-control",
    "connection",
    "content-encoding",
    "content-language",
    "content-length",
    "content-type",
    "date",
    "etag",
    "expires",
    "keep-alive",
    "last-modified",
    "location",
    "pragma",
    "server",
    "set-cookie",
    "transfer-encoding",
    "vary",
    "via",
];

/// The names of the headers agree, or a name that is not common stands on both sides (ts-017).
fn same_headers(own: &Table<Text>, theirs: &Table<Text>) -> bool {
    let names = |headers: &Table<Text>| -> BTreeSet<String> {
        headers
            .0
            .keys()
            .map(|name| name.to_ascii_lowercase())
            .collect()
    };
    let (own, theirs) = (names(own), names(theirs));
    if !own.is_empty() && own == theirs {
        return true;
    }
    let mut both = own.intersection(&theirs);
    both.any(|name| !COMMON.contains(&name.as_str()))
}

/// Words of more than four letters agree in order, as far as the shorter title goes (ts-017).
fn same_title(response: &Answered, fetch: &ControlFetch) -> bool {
    let own = response.body.as_str().and_then(title).unwrap_or_default();
    let theirs = fetch.title.as_str().unwrap_or_default();
    let words = |text: &str| -> Vec<String> {
        let long = text
            .split_whitespace()
            .filter(|word| word.chars().count() > 4);
        long.map(str::to_lowercase).collect()
    };
    let (own, theirs) = (words(own), words(theirs));
    let pairs = own.len().min(theirs.len());
    pairs > 0 && own.iter().zip(&theirs).all(|(own, theirs)| own == theirs)
}

fn title(body: &str) -> Option<&str> {
    const LONGEST: usize = 1000;
    let lower = body
        .as_bytes()
        .windows(6)
        .position(|start| start.eq_ignore_ascii_case(b"<title"))?;
    let rest = body.get(lower..)?;
    let (_, rest) = rest.split_once('>')?;
    let end = rest.find('<')?;
    rest.get(..end).filter(|text| text.len() <= LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_found_whatever_its_letters_are() {
        assert_eq!(title("<html><TITLE lang=en>Aa Bb</TITLE>"), Some("Aa Bb"));
        assert_eq!(title("<html><title>open"), None);
        assert_eq!(title("\u{130}<title>x</title>"), Some("x"));
    }
}
