//! Measurements made by hand, for tests of what follows from them.

use crate::collect::{Collection, FileReading, Observations};
use crate::day::Day;
use crate::fingerprint::Fingerprints;
use crate::observation::{Access, Family, Observation};
use crate::settings::Settings;
use crate::verdict::{RuleId, Verdict};
use crate::{Analysis, analyse};

/// Blocked, likely.
pub(crate) const BLOCKED: RuleId = RuleId::DnsBogon;
/// Blocked, only possible.
pub(crate) const POSSIBLE: RuleId = RuleId::DnsUnmatched;
/// Down for the control as well.
pub(crate) const DOWN: RuleId = RuleId::DnsBoth;
/// Reached.
pub(crate) const OK: RuleId = RuleId::HttpsOk;
/// Says nothing.
pub(crate) const SILENT: RuleId = RuleId::NoFetch;

/// A measurement of the site `a.example` on network 1 of `VE` at midnight, with a report of its own day.
pub(crate) fn seen(day: i32, rule: RuleId) -> Observation {
    Observation {
        day: Day(day),
        time: i64::from(day) * 86_400,
        asn: 1,
        country: "VE".to_owned(),
        family: Family::Web,
        target: "a.example".to_owned(),
        report: format!("report-{day}"),
        submission: 0,
        verdict: Verdict::of(rule, "made"),
        probe_said: "nothing",
        tampered_but_reachable: false,
        ipv6_failed: None,
        own_resolver: None,
        access: Access::Unknown,
        is_campaign: false,
        version: "1.0.0".to_owned(),
    }
}

/// So many of the same, each its own submission.
pub(crate) fn times(count: usize, one: &Observation) -> Vec<Observation> {
    vec![one.clone(); count]
}

/// All of them, none twice.
pub(crate) fn collected(seen: &[Observation]) -> Observations {
    let mut collection = Collection::default();
    for (submission, one) in (1..).zip(seen) {
        collection.push(&Observation {
            submission,
            ..one.clone()
        });
    }
    collection.finish()
}

/// What is made of them.
pub(crate) fn analysed(seen: &[Observation], settings: &Settings) -> Analysis {
    let file = FileReading {
        sha256: "00".to_owned(),
        ..FileReading::default()
    };
    let none = Fingerprints::default();
    analyse(&collected(seen), vec![file], settings, &none)
}
