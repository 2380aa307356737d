//! Failures behind a redirection.

use std::collections::BTreeSet;

use crate::document::depth;
use crate::verdict::{Confidence, Layer, RuleId, State, Verdict};
use crate::word;

use super::facts::Facts;

/// Rule `later-hop`: the deepest hop that did not get its page, by the operation that failed first.
pub(super) fn failure(facts: &Facts<'_>) -> Option<Verdict> {
    let hop = deepest(facts).filter(|hop| *hop > 0)?;
    let (layer, failure) = failed_operation(facts, hop)?;
    if facts.control_failed_to_fetch() {
        return Some(
            Verdict::of(RuleId::LaterHop, "broken_redirect")
                .layer(layer)
                .state(State::Insufficient),
        );
    }
    Some(
        Verdict::of(
            RuleId::LaterHop,
            format!("redirect_hop_{}", word::failure(failure)),
        )
        .layer(layer)
        .state(State::Blocked)
        .confidence(Confidence::Possible),
    )
}

fn deepest(facts: &Facts<'_>) -> Option<u32> {
    let keys = facts.keys;
    let queries = keys.queries.0.iter().filter_map(|at| depth(&at.tags));
    let connections = keys.tcp_connect.0.iter().filter_map(|at| depth(&at.tags));
    let handshakes = keys
        .tls_handshakes
        .0
        .iter()
        .filter_map(|at| depth(&at.tags));
    let requests = facts.exchanges.iter().map(|(depth, _)| *depth);
    queries
        .chain(connections)
        .chain(handshakes)
        .chain(requests)
        .max()
}

fn failed_operation<'a>(facts: &Facts<'a>, hop: u32) -> Option<(Layer, &'a str)> {
    let keys = facts.keys;
    let at_hop = |tags| depth(tags) == Some(hop);
    let requests: Vec<_> = facts
        .exchanges
        .iter()
        .filter(|(depth, _)| *depth == hop)
        .collect();
    if requests.iter().any(|(_, at)| at.failure.filled().is_none()) {
        return None;
    }
    let queries: Vec<_> = keys
        .queries
        .0
        .iter()
        .filter(|at| at_hop(&at.tags))
        .collect();
    let has_answer = queries
        .iter()
        .any(|at| at.failure.filled().is_none() && !at.answers.0.is_empty());
    let named: BTreeSet<&str> = queries.iter().filter_map(|at| at.engine.as_str()).collect();
    if !has_answer
        && let Some(failure) = queries
            .iter()
            .filter(|at| {
                !named.contains("getaddrinfo") || at.engine.as_str() == Some("getaddrinfo")
            })
            .find_map(|at| at.failure.filled())
    {
        return Some((Layer::Dns, failure));
    }
    let connections: Vec<_> = keys
        .tcp_connect
        .0
        .iter()
        .filter(|at| at_hop(&at.tags))
        .collect();
    let refused: Vec<&str> = connections
        .iter()
        .filter_map(|at| at.status.as_ref()?.failure.filled())
        .collect();
    if let Some(first) = refused
        .first()
        .filter(|_| refused.len() == connections.len())
    {
        return Some((Layer::Tcp, first));
    }
    let handshakes: Vec<_> = keys
        .tls_handshakes
        .0
        .iter()
        .filter(|at| at_hop(&at.tags))
        .collect();
    let broken: Vec<&str> = handshakes
        .iter()
        .filter_map(|at| at.failure.filled())
        .collect();
    if let Some(first) = broken.first().filter(|_| broken.len() == handshakes.len()) {
        return Some((Layer::Tls, first));
    }
    let failure = requests.iter().find_map(|(_, at)| at.failure.filled())?;
    let layer = if failure.starts_with("dns_") {
        Layer::Dns
    } else if failure.starts_with("ssl_") {
        Layer::Tls
    } else {
        Layer::Http
    };
    Some((layer, failure))
}
