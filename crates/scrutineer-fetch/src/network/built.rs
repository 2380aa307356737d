//! Downloads over HTTP, directly or through a proxy that resolves the names.

use std::time::Duration;

use ureq::config::{Config, ConfigBuilder};
use ureq::http::Uri;
use ureq::typestate::AgentScope;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};
use ureq::{Agent, Error, Proxy};

use crate::digest::Digest;
use crate::place::Outcome;
use crate::proxy::ProxyAddress;
use crate::read::{self, Verified};

/// Long enough for a slow anonymising network, short enough to end.
const CONNECT: Duration = Duration::from_mins(1);
/// A server that is silent for this long has gone.
const SILENCE: Duration = Duration::from_mins(1);
/// One object of a bundle over a slow network; a server that sends a byte now and then ends here.
const WHOLE: Duration = Duration::from_mins(30);
/// Public archives redirect once or twice to the machine that has the file.
const MAX_REDIRECTS: u32 = 5;

pub(super) fn fetch(
    address: &str,
    proxy: Option<&ProxyAddress>,
    sha256: Digest,
    limit: u64,
) -> Result<Vec<u8>, Outcome> {
    let failed = |error: Error| Outcome::Failed(error.to_string());
    let agent = agent(proxy).map_err(failed)?;
    let mut response = agent.get(address).call().map_err(failed)?;
    // One byte beyond the limit is let through, so that our own count finds the excess.
    let body = response
        .body_mut()
        .with_config()
        .limit(limit.saturating_add(1))
        .reader();
    match read::verified(body, sha256, limit) {
        Ok(Verified::Match(bytes)) => Ok(bytes),
        Ok(Verified::Other(found)) => Err(Outcome::OtherDigest(found)),
        Ok(Verified::TooLarge) => Err(Outcome::TooLarge { limit }),
        Err(error) => Err(Outcome::Failed(error.to_string())),
    }
}

fn agent(proxy: Option<&ProxyAddress>) -> Result<Agent, Error> {
    Ok(with_config(
        config(proxy)?.max_redirects(MAX_REDIRECTS).build(),
    ))
}

/// For [`Client`](super::Client): the status is an answer, and nothing is followed.
pub(super) fn client_agent(proxy: Option<&ProxyAddress>) -> Result<Agent, Error> {
    let config = config(proxy)?
        .max_redirects(0)
        .http_status_as_error(false)
        .timeout_global(Some(WHOLE))
        .build();
    Ok(with_config(config))
}

fn config(proxy: Option<&ProxyAddress>) -> Result<ConfigBuilder<AgentScope>, Error> {
    // Without an explicit value the library would read proxy variables of the environment.
    let proxy = proxy.map(|proxy| Proxy::new(&proxy.expose())).transpose()?;
    Ok(Agent::config_builder()
        .proxy(proxy)
        .user_agent("scrutineer")
        .timeout_connect(Some(CONNECT))
        .timeout_recv_response(Some(SILENCE))
        .timeout_per_read(Some(SILENCE)))
}

fn with_config(config: Config) -> Agent {
    Agent::with_parts(
        config,
        DefaultConnector::default(),
        OnlyTheProxy(DefaultResolver::default()),
    )
}

/// Resolves no name but the proxy's own once there is a proxy, whatever the HTTP library asks for: a
/// name looked up here would tell the local network what is being fetched.
#[derive(Debug)]
struct OnlyTheProxy(DefaultResolver);

impl Resolver for OnlyTheProxy {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        match config.proxy() {
            Some(proxy) if proxy.uri() != uri => Err(Error::HostNotFound),
            _ => self.0.resolve(uri, config, timeout),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn with_a_proxy_no_other_name_is_resolved_here() {
        let proxy = Proxy::new("socks5h://127.0.0.1:9050").unwrap();
        let config = Agent::config_builder().proxy(Some(proxy.clone())).build();
        let resolver = OnlyTheProxy(DefaultResolver::default());
        let resolve = |uri: &Uri| resolver.resolve(uri, &config, NextTimeout::default());
        assert!(resolve(proxy.uri()).is_ok());
        // An address literal would resolve without any lookup, so the refusal is the guard's.
        assert!(resolve(&Uri::from_static("http://127.0.0.2:80/")).is_err());
    }
}
