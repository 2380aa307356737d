//! A measurement as it leaves the reader: an allow-list of fields, none of which names a person or a
//! place finer than a network.

use std::ops::Range;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use crate::address::{is_name, site};
use crate::day::Day;
use crate::document::{Document, Opinion};
use crate::fingerprint::Fingerprints;
use scrutineer_model::json_parts;

use crate::lenient::{MOST_PARTS, Text};
use crate::rules::{family, judge};
use crate::verdict::{RuleId, Verdict, words};

words! {
    /// What was tested.
    Family {
        /// A page.
        Web = "web",
        /// Signal.
        Signal = "signal",
        /// Telegram.
        Telegram = "telegram",
        /// WhatsApp.
        Whatsapp = "whatsapp",
        /// Tor.
        Tor = "tor",
    }
}

words! {
    /// The kind of connection that the probe had, as it says itself.
    Access {
        /// A mobile network.
        Mobile = "mobile",
        /// A fixed line, mostly seen as wireless.
        Fixed = "fixed",
        /// Through a tunnel: such a measurement is about another network.
        Tunnel = "vpn",
        /// Not said.
        Unknown = "unknown",
    }
}

/// One measurement with its verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, schemars::JsonSchema)]
pub struct Observation {
    /// The day on which it began.
    pub day: Day,
    /// When it began, in seconds after 1970-01-01 UTC: for the order within a day. It does not leave the run,
    /// because an exact moment can point to whoever was at the device.
    #[serde(skip)]
    pub(crate) time: i64,
    /// Number of the network of the probe; 0 where it is not known, which makes it invalid.
    pub asn: u32,
    /// Country of the probe, two letters; `ZZ` where it is not known.
    pub country: String,
    /// What was tested.
    pub family: Family,
    /// The site (a host without `www.`) or the service.
    pub target: String,
    /// The id under which the probe sent it: public, and never that of a person; empty where absent.
    pub report: String,
    /// Identifies report and input, to find a submission that came twice.
    #[serde(skip)]
    pub(crate) submission: u64,
    /// What the rules say.
    pub verdict: Verdict,
    /// What the probe itself concluded; for comparison only.
    pub probe_said: &'static str,
    /// The resolver's address was foreign, and the site proved itself there.
    pub tampered_but_reachable: bool,
    /// Whether connections over IPv6 all failed; `None` where none was tried.
    pub ipv6_failed: Option<bool>,
    /// Whether the resolver is in the network of the probe; `None` where it is not known.
    pub own_resolver: Option<bool>,
    /// Kind of connection.
    pub access: Access,
    /// Whether the probe followed a campaign's link rather than its own list.
    pub is_campaign: bool,
    /// Version of the test; empty where it is no version.
    pub version: String,
}

/// Why a line was not read.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Rejection {
    /// Longer than the longest line.
    TooLong,
    /// Not UTF-8.
    Encoding,
    /// Not one JSON value.
    Syntax,
    /// JSON of another shape than a measurement.
    Shape,
}

/// What became of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A measurement, usable or not.
    Observed(Box<Observation>),
    /// It carries an address of a probe: nothing of it is kept.
    Quarantined,
    /// It is no measurement.
    Rejected(Rejection),
}

/// Bytes above which the parts of a line are counted before it is read: what a shorter one holds is small.
const LONG_LINE: usize = 1 << 20;

/// The only address of a probe that a published measurement may carry.
const NO_ADDRESS: &str = "127.0.0.1";

/// Reads one line and judges it. `hour` is the one in the name of its file, in seconds after 1970.
pub fn observe(line: &[u8], hour: Option<i64>, fingerprints: &Fingerprints) -> Outcome {
    let Ok(text) = std::str::from_utf8(line) else {
        return Outcome::Rejected(Rejection::Encoding);
    };
    // A list could fill the fields by their position, which is no measurement.
    if !text.trim_start().starts_with('{') {
        let is_json = serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
        return Outcome::Rejected(if is_json {
            Rejection::Shape
        } else {
            Rejection::Syntax
        });
    }
    if line.len() > LONG_LINE && json_parts(line) > MOST_PARTS {
        return Outcome::Rejected(Rejection::Shape);
    }
    let document: Document = match serde_json::from_str(text) {
        Ok(document) => document,
        Err(error) if error.is_data() => return Outcome::Rejected(Rejection::Shape),
        Err(_) => return Outcome::Rejected(Rejection::Syntax),
    };
    match &document.probe_ip {
        Text::Absent => {}
        Text::Is(address) if address == NO_ADDRESS => {}
        Text::Is(_) | Text::Other => return Outcome::Quarantined,
    }
    Outcome::Observed(Box::new(observed(&document, hour, fingerprints)))
}

fn observed(document: &Document, hour: Option<i64>, fingerprints: &Fingerprints) -> Observation {
    let asn = network(&document.probe_asn);
    let test = document.test_name.as_str().unwrap_or_default();
    let family = family(test);
    let start = document.measurement_start_time.as_str().and_then(moment);
    let input = document.input.as_str();
    let target = match family {
        Some(Family::Web) | None => {
            let host = input.and_then(crate::address::host);
            host.map_or_else(|| "unknown".to_owned(), |host| site(&host).to_owned())
        }
        Some(service) => service.word().to_owned(),
    };
    let time = start.map_or(0, |(_, seconds)| seconds);
    let (verdict, tampered) = verdict(document, family, start, asn, hour, fingerprints);
    Observation {
        day: Day::of_time(time).unwrap_or(Day(0)),
        time,
        asn: asn.unwrap_or(0),
        country: country(&document.probe_cc),
        family: family.unwrap_or(Family::Web),
        target,
        report: report(&document.report_id),
        submission: submission(document),
        verdict,
        probe_said: opinion(document),
        tampered_but_reachable: tampered,
        ipv6_failed: ipv6_failed(document),
        own_resolver: network(&document.resolver_asn).map(|resolver| Some(resolver) == asn),
        access: access(document),
        is_campaign: is_campaign(document),
        version: version(&document.test_version),
    }
}

fn verdict(
    document: &Document,
    family: Option<Family>,
    start: Option<(DateTime, i64)>,
    asn: Option<u32>,
    hour: Option<i64>,
    fingerprints: &Fingerprints,
) -> (Verdict, bool) {
    const TOLERANCE: i64 = 48 * 3600;
    const YEARS: Range<i16> = 2000..2100;
    let invalid = |mechanism: &str| (Verdict::of(RuleId::Invalid, mechanism), false);
    let Some(keys) = &document.test_keys else {
        return invalid("no_test_keys");
    };
    let Some(family) = family else {
        return invalid("other_test");
    };
    if asn.is_none() {
        return invalid("no_network");
    }
    let Some((start, seconds)) = start else {
        return invalid("no_time");
    };
    // The collector opens the report by its own clock; a measurement that is sent late is older than it.
    let opened = document.report_id.as_str().and_then(moment_of_report);
    if !YEARS.contains(&start.year())
        || hour.is_some_and(|hour| (seconds - hour).abs() > TOLERANCE)
        || opened.is_some_and(|opened| seconds - opened > TOLERANCE)
    {
        return invalid("clock");
    }
    let judgement = judge(document, keys, family, start, fingerprints);
    (judgement.verdict, judgement.tampered)
}

/// The number after `AS`; `None` for 0, which stands for unknown.
fn network(text: &Text) -> Option<u32> {
    let number: u32 = text.as_str()?.strip_prefix("AS")?.parse().ok()?;
    (number > 0).then_some(number)
}

/// `2024-07-28 13:00:00`, without zone, is UTC.
fn moment(text: &str) -> Option<(DateTime, i64)> {
    let civil: DateTime = text.parse().ok()?;
    let seconds = TimeZone::UTC.to_timestamp(civil).ok()?.as_second();
    Some((civil, seconds))
}

/// The moment at which an id such as `20240809T130501Z_webconnectivity_VE_8048_n1_x` was given.
fn moment_of_report(id: &str) -> Option<i64> {
    let (opened, _) = id.split_once("Z_")?;
    let (day, clock) = opened.split_once('T')?;
    let is_number = |text: &str, length: usize| {
        text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !is_number(day, 8) || !is_number(clock, 6) {
        return None;
    }
    let of = |text: &str, from: usize| text.get(from..from + 2).map(str::to_owned);
    let text = format!(
        "{}-{}-{} {}:{}:{}",
        day.get(..4)?,
        of(day, 4)?,
        of(day, 6)?,
        of(clock, 0)?,
        of(clock, 2)?,
        of(clock, 4)?
    );
    moment(&text).map(|(_, seconds)| seconds)
}

fn country(text: &Text) -> String {
    let code = text.as_str().unwrap_or_default();
    let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
    if is_code {
        code.to_owned()
    } else {
        "ZZ".to_owned()
    }
}

/// An id of a report: words of letters and digits; anything else might carry a text.
fn report(text: &Text) -> String {
    const LONGEST: usize = 128;
    let id = text.as_str().unwrap_or_default();
    let is_id = id.len() <= LONGEST
        && id.starts_with(|first: char| first.is_ascii_digit())
        && id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    if is_id { id.to_owned() } else { String::new() }
}

fn submission(document: &Document) -> u64 {
    let part = |text: &Text| text.as_str().unwrap_or_default().to_owned();
    let mut hash = Sha256::new();
    for text in [&document.report_id, &document.test_name, &document.input] {
        hash.update(part(text));
        hash.update([0]);
    }
    let digest = hash.finalize();
    digest
        .iter()
        .take(8)
        .fold(0, |value, &byte| value << 8 | u64::from(byte))
}

fn opinion(document: &Document) -> &'static str {
    let Some(keys) = &document.test_keys else {
        return "unknown";
    };
    match &keys.blocking {
        Opinion::Not(false) => "not_blocked",
        Opinion::Layer(layer) => match layer.as_str() {
            "dns" => "dns",
            "tcp_ip" => "tcp_ip",
            "http-failure" => "http-failure",
            "http-diff" => "http-diff",
            _ => "unknown",
        },
        Opinion::Not(true) | Opinion::Other(_) | Opinion::Absent => "unknown",
    }
}

fn ipv6_failed(document: &Document) -> Option<bool> {
    let keys = document.test_keys.as_ref()?;
    let mut tried = false;
    for at in &keys.tcp_connect.0 {
        if at.ip.as_str().is_some_and(|ip| ip.contains(':')) {
            tried = true;
            let status = at.status.as_ref();
            if status.is_some_and(|status| status.failure.filled().is_none()) {
                return Some(false);
            }
        }
    }
    tried.then_some(true)
}

fn access(document: &Document) -> Access {
    match document
        .annotations
        .0
        .get("network_type")
        .and_then(Text::as_str)
    {
        Some("mobile") => Access::Mobile,
        Some("wifi" | "wired_ethernet" | "ethernet") => Access::Fixed,
        Some("vpn") => Access::Tunnel,
        _ => Access::Unknown,
    }
}

fn is_campaign(document: &Document) -> bool {
    let held = |name: &str| document.annotations.0.get(name).and_then(Text::filled);
    held("ooni_run_link_id").is_some() || held("origin") == Some("ooni-run")
}

fn version(text: &Text) -> String {
    const LONGEST: usize = 16;
    let version = text.as_str().unwrap_or_default();
    let is_version = version.len() <= LONGEST
        && is_name(version)
        && version
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
    if is_version {
        version.to_owned()
    } else {
        String::new()
    }
}

/// The hour in the name of a file (`2024080913_VE_...`), in seconds after 1970; `None` without one.
pub fn hour_of_name(name: &str) -> Option<i64> {
    let (hour, _) = name.split_once('_')?;
    if hour.len() != 10 || !hour.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let part = |from: usize, to: usize| hour.get(from..to);
    let text = format!(
        "{}-{}-{} {}:00:00",
        part(0, 4)?,
        part(4, 6)?,
        part(6, 8)?,
        part(8, 10)?
    );
    moment(&text).map(|(_, seconds)| seconds)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hour_of_a_file_is_in_its_name() {
        // date -u -d '2024-08-09 13:00' +%s
        assert_eq!(
            hour_of_name("2024080913_VE_webconnectivity.n1.0.jsonl.gz"),
            Some(1_723_208_400)
        );
        assert_eq!(hour_of_name("20240809_VE"), None);
        assert_eq!(hour_of_name("2024139913_VE"), None);
        assert_eq!(hour_of_name("real.jsonl"), None);
    }

    #[test]
    fn free_texts_contribute_nothing() {
        let is = |text: &str| Text::Is(text.to_owned());
        assert_eq!(
            report(&is("20240809T1_webconnectivity_VE_8048_n1_AbC")).len(),
            41
        );
        assert_eq!(report(&is("20240809 someone")), "");
        assert_eq!(version(&is("0.5.28")), "0.5.28");
        assert_eq!(version(&is("0.5-someone")), "");
        assert_eq!(country(&is("Venezuela")), "ZZ");
    }
}
