//! What the rules of a page look at, brought into one shape for old and new clients.

use core::net::IpAddr;
use std::collections::{BTreeMap, BTreeSet};

use crate::address::{endpoint, host};
use crate::document::{Control, Exchange, Keys, Query, depth};
use crate::lenient::{List, Text};

/// The measurement of one address, ready for the rules.
pub(super) struct Facts<'a> {
    pub(super) keys: &'a Keys,
    pub(super) input: &'a str,
    pub(super) host: String,
    pub(super) country: &'a str,
    /// Addresses that the resolver of the system gave for the host.
    pub(super) answered: BTreeSet<IpAddr>,
    /// How that resolver failed, where it did.
    pub(super) resolver_failure: Option<&'a str>,
    /// Whether the resolver was asked at all.
    pub(super) was_asked: bool,
    /// Addresses that the control got.
    pub(super) control: BTreeSet<IpAddr>,
    /// Addresses with a handshake for the host without failure.
    pub(super) proved: BTreeSet<IpAddr>,
    /// Network of an address, where anything in the measurement says it.
    pub(super) networks: BTreeMap<IpAddr, u64>,
    /// First request first; later ones are hops.
    pub(super) exchanges: Vec<(u32, &'a Exchange)>,
}

/// Engines that ask the resolver of the system; older clients name none.
fn is_system(query: &Query) -> bool {
    matches!(
        query.engine.filled(),
        None | Some("system" | "getaddrinfo" | "golang_net_resolver" | "unknown")
    )
}

/// Texts of addresses that are addresses: an alias is none.
fn addresses<'a>(texts: impl Iterator<Item = &'a Text>) -> impl Iterator<Item = IpAddr> {
    texts.filter_map(|text| text.as_str()?.parse().ok())
}

impl<'a> Facts<'a> {
    pub(super) fn new(keys: &'a Keys, input: &'a str, host: String, country: &'a str) -> Self {
        let mut facts = Self {
            keys,
            input,
            country,
            answered: BTreeSet::new(),
            resolver_failure: None,
            was_asked: false,
            control: BTreeSet::new(),
            proved: BTreeSet::new(),
            networks: BTreeMap::new(),
            exchanges: in_order(&keys.requests),
            host,
        };
        facts.resolved();
        if let Ok(own) = facts.host.parse::<IpAddr>() {
            // The input names an address, so that nobody had to resolve anything.
            facts.answered.insert(own);
            facts.control.insert(own);
            facts.was_asked = true;
        }
        if let Some(dns) = keys
            .control
            .as_ref()
            .and_then(|control| control.dns.as_ref())
        {
            facts.control.extend(addresses(dns.addrs.0.iter()));
        }
        for handshake in &keys.tls_handshakes.0 {
            let is_own = handshake.server_name.as_str() == Some(facts.host.as_str());
            if is_own && handshake.failure.filled().is_none() {
                facts
                    .proved
                    .extend(handshake.address.as_str().and_then(endpoint));
            }
        }
        facts
    }

    fn resolved(&mut self) {
        let keys = self.keys;
        for query in &keys.queries.0 {
            for answer in &query.answers.0 {
                if let Some(asn) = answer.asn.whole().filter(|&asn| asn > 0) {
                    let both = [&answer.ipv4, &answer.ipv6];
                    self.networks
                        .extend(addresses(both.into_iter()).map(|ip| (ip, asn)));
                }
            }
            let name = query.hostname.as_str().unwrap_or_default();
            if !is_system(query) || !name.trim_end_matches('.').eq_ignore_ascii_case(&self.host) {
                continue;
            }
            self.was_asked = true;
            let both = query.answers.0.iter().flat_map(|at| [&at.ipv4, &at.ipv6]);
            self.answered.extend(addresses(both));
            // That there is no address of one family says nothing where the other one failed otherwise.
            let failure = query.failure.filled();
            if self
                .resolver_failure
                .is_none_or(|held| held == "dns_no_answer")
            {
                self.resolver_failure = failure.or(self.resolver_failure);
            }
        }
        let control = keys.control.iter();
        for (address, info) in control.flat_map(|control| &control.ip_info.0) {
            if let (Ok(ip), Some(asn)) = (address.parse(), info.asn.whole().filter(|&asn| asn > 0))
            {
                self.networks.insert(ip, asn);
            }
        }
    }

    /// Addresses of the resolver that the control or a certificate confirms.
    pub(super) fn agreed(&self) -> BTreeSet<IpAddr> {
        let is_known = |ip: &&IpAddr| {
            self.control.contains(ip) || self.proved.contains(ip) || self.shares_network(**ip)
        };
        self.answered.iter().filter(is_known).copied().collect()
    }

    /// Whether an address is in the network of one that the control got.
    pub(super) fn shares_network(&self, ip: IpAddr) -> bool {
        let Some(own) = self.networks.get(&ip) else {
            return false;
        };
        let mut others = self.control.iter().filter_map(|ip| self.networks.get(ip));
        others.any(|other| other == own)
    }

    pub(super) fn said(&self) -> Option<&'a Control> {
        self.keys.control.as_ref()
    }

    /// Whether the control fetched the page, whatever it was.
    pub(super) fn control_fetched(&self) -> bool {
        let fetch = self.said().and_then(|said| said.http_request.as_ref());
        fetch.is_some_and(|fetch| {
            fetch.failure.filled().is_none()
                && fetch.status_code.whole().is_some_and(|code| code > 0)
        })
    }

    /// Whether the control could not fetch the page, as against having said nothing of it.
    pub(super) fn control_failed_to_fetch(&self) -> bool {
        let fetch = self.said().and_then(|said| said.http_request.as_ref());
        fetch.is_some_and(|fetch| fetch.failure.filled().is_some())
    }

    /// Whether the first request of the exchange is to the host itself at an address that the resolver
    /// gave: clients of 2023 and later also try the addresses of other resolvers.
    pub(super) fn is_own_address(&self, exchange: &Exchange) -> bool {
        let address = exchange.address.as_str().and_then(endpoint);
        address.is_none_or(|ip| self.answered.contains(&ip))
    }
}

/// First request first. Clients give the last one first; newer ones tag each with its depth.
fn in_order(requests: &List<Exchange>) -> Vec<(u32, &Exchange)> {
    let count = requests.0.len();
    let mut found: Vec<(u32, &Exchange)> = requests
        .0
        .iter()
        .enumerate()
        .map(|(at, exchange)| {
            let place = u32::try_from(count - 1 - at).unwrap_or(u32::MAX);
            (depth(&exchange.tags).unwrap_or(place), exchange)
        })
        .collect();
    found.sort_by_key(|(depth, _)| *depth);
    found
}

/// The address that a request asked for.
pub(super) fn url(exchange: &Exchange) -> Option<&str> {
    exchange.request.as_ref()?.url.filled()
}

/// Whether an address asks for an encrypted page.
pub(super) fn is_https(url: &str) -> bool {
    url.get(..8)
        .is_some_and(|start| start.eq_ignore_ascii_case("https://"))
}

/// Whether a request is to this host.
pub(super) fn is_to(exchange: &Exchange, name: &str) -> bool {
    url(exchange)
        .and_then(host)
        .is_some_and(|found| found == name)
}
