//! Tests of services, which have no control and tell their own status.

use jiff::civil::{Date, date};

use crate::address::is_bogon;
use crate::document::Keys;
use crate::verdict::{Confidence, Layer, RuleId, State, Verdict};
use crate::word;

/// From this day on the certificate that Signal tests of an older version expect is not the service's.
const SIGNAL_CHANGED: Date = date(2022, 10, 19);

/// The last version of the test with the old certificate.
const SIGNAL_OLD: [u32; 3] = [0, 2, 1];

fn ok() -> Verdict {
    Verdict::of(RuleId::Service, "reached")
        .state(State::Ok)
        .confidence(Confidence::Likely)
}

fn unknown() -> Verdict {
    Verdict::of(RuleId::Service, "no_status").state(State::Insufficient)
}

fn blocked(mechanism: impl Into<String>, layer: Layer, confidence: Confidence) -> Verdict {
    Verdict::of(RuleId::Service, mechanism)
        .state(State::Blocked)
        .layer(layer)
        .confidence(confidence)
}

/// Whether a version is at most another; unreadable ones are not.
pub(super) fn is_at_most(version: &str, limit: [u32; 3]) -> bool {
    let mut parts = [0; 3];
    let mut texts = version.split('.');
    for slot in &mut parts {
        match texts.next().map(str::parse) {
            Some(Ok(number)) => *slot = number,
            Some(Err(_)) => return false,
            None => {}
        }
    }
    parts <= limit
}

pub(super) fn signal(keys: &Keys, version: &str, day: Date) -> Verdict {
    if day >= SIGNAL_CHANGED && is_at_most(version, SIGNAL_OLD) {
        return Verdict::of(RuleId::Invalid, "old_root_certificate");
    }
    match keys.signal_backend_status.as_str() {
        Some("ok") => ok(),
        Some("blocked") => {
            let queries = keys.queries.0.iter().flat_map(|query| &query.answers.0);
            let mut addresses = queries.filter_map(|answer| answer.ipv4.as_str()?.parse().ok());
            if addresses.any(is_bogon) {
                return blocked("bogon", Layer::Dns, Confidence::Likely);
            }
            let said = keys.signal_backend_failure.filled().unwrap_or_default();
            let failure = word::failure(said);
            let layer = if failure.starts_with("dns_") || failure.starts_with("android_dns") {
                Layer::Dns
            } else if failure.starts_with("ssl_") || failure == "eof_error" {
                Layer::Tls
            } else if failure.starts_with("connection_") {
                Layer::Tcp
            } else {
                Layer::Service
            };
            if word::is_local(said) {
                return Verdict::of(RuleId::Local, failure);
            }
            blocked(failure, layer, Confidence::Likely)
        }
        _ => unknown(),
    }
}

pub(super) fn telegram(keys: &Keys) -> Verdict {
    let web = keys.telegram_web_status.as_str();
    match (keys.telegram_tcp_blocking.0, keys.telegram_http_blocking.0) {
        (Some(true), _) => blocked("endpoints_unreachable", Layer::Tcp, Confidence::Likely),
        (_, Some(true)) => blocked("endpoints_unanswered", Layer::Http, Confidence::Likely),
        (Some(false), Some(false)) if web == Some("blocked") => {
            blocked("web_page_unreachable", Layer::Http, Confidence::Possible)
        }
        (Some(false), Some(false)) => ok(),
        _ => unknown(),
    }
}

pub(super) fn whatsapp(keys: &Keys) -> Verdict {
    let is_blocked = |status: &crate::lenient::Text| status.as_str() == Some("blocked");
    let known = [
        &keys.registration_server_status,
        &keys.whatsapp_endpoints_status,
    ];
    if is_blocked(&keys.whatsapp_endpoints_status) {
        blocked("endpoints_unreachable", Layer::Tcp, Confidence::Likely)
    } else if is_blocked(&keys.registration_server_status) {
        blocked("registration_unreachable", Layer::Http, Confidence::Likely)
    } else if is_blocked(&keys.whatsapp_web_status) {
        blocked("web_page_unreachable", Layer::Http, Confidence::Possible)
    } else if known.iter().all(|status| status.as_str() == Some("ok")) {
        ok()
    } else {
        unknown()
    }
}

/// Directory authorities and bridges.
pub(super) fn tor(keys: &Keys) -> Verdict {
    let (Some(reached), Some(total)) = (
        keys.or_port_dirauth_accessible.whole(),
        keys.or_port_dirauth_total
            .whole()
            .filter(|&total| total > 0),
    ) else {
        return unknown();
    };
    let bridges = keys.obfs4_total.whole().unwrap_or(0);
    let bridges_reached = keys.obfs4_accessible.whole().unwrap_or(0);
    if reached == 0 && bridges_reached == 0 && bridges > 0 {
        blocked("nothing_reached", Layer::Tcp, Confidence::Likely)
    } else if reached.saturating_mul(2) < total {
        blocked("authorities_unreachable", Layer::Tcp, Confidence::Possible)
    } else {
        ok()
    }
}

/// A bootstrap without bridges.
pub(super) fn vanilla_tor(keys: &Keys) -> Verdict {
    match keys.success.0 {
        Some(true) => ok(),
        Some(false) => {
            let error = keys.error.filled().map_or("unknown_failure", word::failure);
            blocked(error, Layer::Service, Confidence::Possible)
        }
        None => unknown(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_compare_as_numbers() {
        assert!(is_at_most("0.2.1", SIGNAL_OLD));
        assert!(is_at_most("0.2", SIGNAL_OLD));
        assert!(!is_at_most("0.2.10", SIGNAL_OLD));
        assert!(!is_at_most("0.10.0", SIGNAL_OLD));
        assert!(!is_at_most("x", SIGNAL_OLD));
    }
}
