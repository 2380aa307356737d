//! One measurement to one verdict: the rules of `spec/censorship.md`, first match wins.

mod facts;
mod later;
mod page;
mod service;
mod transport;
mod web;

use jiff::civil::DateTime;

use crate::address::host;
use crate::document::{Document, Keys};
use crate::fingerprint::Fingerprints;
use crate::observation::Family;
use crate::verdict::{RuleId, Verdict};
use facts::Facts;

/// A verdict with what the rules saw on the way.
pub(crate) struct Judgement {
    pub(crate) verdict: Verdict,
    pub(crate) tampered: bool,
}

/// What was tested, by the name of the test.
pub(crate) fn family(test: &str) -> Option<Family> {
    Some(match test {
        "web_connectivity" => Family::Web,
        "signal" => Family::Signal,
        "telegram" => Family::Telegram,
        "whatsapp" => Family::Whatsapp,
        "tor" | "vanilla_tor" => Family::Tor,
        _ => return None,
    })
}

/// The verdict on results that are there, of a test that is known.
pub(crate) fn judge(
    document: &Document,
    keys: &Keys,
    family: Family,
    start: DateTime,
    fingerprints: &Fingerprints,
) -> Judgement {
    let version = document.test_version.as_str().unwrap_or_default();
    let verdict = match family {
        Family::Web => {
            let input = document.input.as_str().unwrap_or_default();
            let Some(host) = host(input) else {
                return plain(Verdict::of(RuleId::Invalid, "no_host"));
            };
            let country = document.probe_cc.as_str().unwrap_or_default();
            let judged = web::judge(&Facts::new(keys, input, host, country), fingerprints);
            return Judgement {
                verdict: judged.verdict,
                tampered: judged.tampered,
            };
        }
        Family::Signal => service::signal(keys, version, start.date()),
        Family::Telegram => service::telegram(keys),
        Family::Whatsapp => service::whatsapp(keys),
        Family::Tor if document.test_name.as_str() == Some("vanilla_tor") => {
            service::vanilla_tor(keys)
        }
        Family::Tor => service::tor(keys),
    };
    plain(verdict)
}

fn plain(verdict: Verdict) -> Judgement {
    Judgement {
        verdict,
        tampered: false,
    }
}
