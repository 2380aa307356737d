//! Connections and handshakes with the addresses that resolver and control agree on.

use core::net::IpAddr;

use crate::address::endpoint;
use crate::document::{Connection, Handshake, depth};
use crate::verdict::{RuleId, State, Verdict};
use crate::word;

use super::facts::{Facts, is_https};

/// What the control found at an endpoint.
fn control_connected(facts: &Facts<'_>, tried: &[(IpAddr, &Connection)]) -> bool {
    let Some(said) = facts.said() else {
        return false;
    };
    let mut known = said.tcp_connect.0.iter().filter(|(place, _)| {
        endpoint(place).is_some_and(|ip| tried.iter().any(|(own, _)| *own == ip))
    });
    let ports: Vec<u64> = tried.iter().filter_map(|(_, at)| at.port.whole()).collect();
    let is_tried_port = |place: &str| {
        let port = place
            .rsplit_once(':')
            .and_then(|(_, port)| port.parse().ok());
        port.is_some_and(|port| ports.contains(&port))
    };
    let connected = known.any(|(place, step)| {
        is_tried_port(place) && step.status.0 == Some(true) && step.failure.filled().is_none()
    });
    // A control that fetched the page has connected, whatever else it tells.
    connected || facts.control_fetched()
}

fn failed(connection: &Connection) -> bool {
    let status = connection.status.as_ref();
    status
        .is_some_and(|status| status.failure.filled().is_some() || status.success.0 == Some(false))
}

/// Rules `local`, `tcp` and `v6`.
pub(super) fn connections(facts: &Facts<'_>) -> Option<Verdict> {
    let agreed = facts.agreed();
    let own = facts.keys.tcp_connect.0.iter().filter_map(|at| {
        let ip: IpAddr = at.ip.as_str()?.parse().ok()?;
        (depth(&at.tags).unwrap_or(0) == 0 && agreed.contains(&ip)).then_some((ip, at))
    });
    let (fourth, sixth): (Vec<_>, Vec<_>) = own.partition(|(ip, _)| ip.is_ipv4());
    let all_failed = |tried: &[(IpAddr, &Connection)]| {
        !tried.is_empty() && tried.iter().all(|(_, at)| failed(at))
    };
    let failure = |tried: &[(IpAddr, &Connection)]| {
        let mut said = tried
            .iter()
            .filter_map(|(_, at)| at.status.as_ref()?.failure.filled());
        said.next().map_or("unknown_failure", word::failure)
    };
    let is_local = |tried: &[(IpAddr, &Connection)]| {
        tried.iter().all(|(_, at)| {
            let said = at
                .status
                .as_ref()
                .and_then(|status| status.failure.filled());
            said.is_some_and(word::is_local)
        })
    };
    if fourth.is_empty() {
        return all_failed(&sixth)
            .then(|| Verdict::of(RuleId::V6, "only_ipv6_failed").state(State::Insufficient));
    }
    if !all_failed(&fourth) {
        return None;
    }
    if is_local(&fourth) {
        return Some(Verdict::of(RuleId::Local, failure(&fourth)));
    }
    let state = if control_connected(facts, &fourth) {
        State::Blocked
    } else {
        State::Down
    };
    Some(Verdict::of(RuleId::Tcp, failure(&fourth)).state(state))
}

fn control_shook_hands(facts: &Facts<'_>) -> bool {
    let Some(said) = facts.said() else {
        return false;
    };
    let shook = said
        .tls_handshake
        .0
        .values()
        .any(|step| step.status.0 == Some(true) && step.failure.filled().is_none());
    shook || (is_https(facts.input) && facts.control_fetched())
}

fn own_handshakes<'a>(facts: &'a Facts<'_>) -> impl Iterator<Item = (IpAddr, &'a Handshake)> {
    facts.keys.tls_handshakes.0.iter().filter_map(|at| {
        let ip = at.address.as_str().and_then(endpoint);
        let is_first = depth(&at.tags).unwrap_or(0) == 0;
        let is_own = at.server_name.as_str() == Some(facts.host.as_str());
        // Clients before 2021 did not write the address of a handshake.
        let only = (facts.answered.len() == 1)
            .then(|| facts.answered.first().copied())
            .flatten();
        let ip = ip.or(only)?;
        (is_first && is_own).then_some((ip, at))
    })
}

/// Rule `tls`.
pub(super) fn handshakes(facts: &Facts<'_>) -> Option<Verdict> {
    let agreed = facts.agreed();
    let tried: Vec<&Handshake> = own_handshakes(facts)
        .filter(|(ip, _)| agreed.contains(ip))
        .map(|(_, at)| at)
        .collect();
    let failures: Vec<&str> = tried.iter().filter_map(|at| at.failure.filled()).collect();
    let first = failures.first()?;
    if failures.len() < tried.len() {
        return None;
    }
    let named = word::failure(first);
    let verdict = |mechanism: String, state| Verdict::of(RuleId::Tls, mechanism).state(state);
    Some(if !control_shook_hands(facts) {
        verdict(named.to_owned(), State::Down)
    } else if word::is_certificate_error(first) {
        verdict(format!("mitm_{named}"), State::Blocked)
    } else {
        verdict(named.to_owned(), State::Blocked)
    })
}

/// Whether an address of the resolver showed a certificate that is not the site's, while the control's
/// handshake was fine.
pub(super) fn wrong_certificate(facts: &Facts<'_>) -> bool {
    let mut own = own_handshakes(facts).filter(|(ip, _)| facts.answered.contains(ip));
    let is_wrong = own.any(|(_, at)| at.failure.filled().is_some_and(word::is_certificate_error));
    // Old clients tell it only as the failure of the request.
    let mut asked = facts
        .exchanges
        .iter()
        .filter(|(depth, at)| *depth == 0 && facts.is_own_address(at));
    let in_request =
        asked.any(|(_, at)| at.failure.filled().is_some_and(word::is_certificate_error));
    (is_wrong || in_request) && control_shook_hands(facts)
}
