//! The proxy through which every connection and every name goes.

use std::fmt;
use std::str::FromStr;

/// The address of a proxy that can be handed names, so that none is resolved on this machine.
///
/// `socks5` and `socks` are read as `socks5h`: a person who sets up a proxy wants what they look for to
/// be asked there too. `socks4` is refused, because its requests carry only addresses.
#[derive(Clone, PartialEq, Eq)]
pub struct ProxyAddress {
    scheme: &'static str,
    rest: String,
}

/// Why a text is no proxy address. The text itself may hold a password and is not repeated.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ParseProxyError {
    /// The scheme is absent or not one that passes names on.
    #[error(
        "proxy: expected an address that starts with socks5h://, socks4a://, http:// or https://"
    )]
    Scheme,
    /// There is no host, or one with blanks.
    #[error("proxy: expected a host without blanks after the scheme")]
    Host,
}

impl FromStr for ProxyAddress {
    type Err = ParseProxyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (scheme, rest) = text
            .trim()
            .split_once("://")
            .ok_or(ParseProxyError::Scheme)?;
        let scheme = match scheme.to_ascii_lowercase().as_str() {
            "socks5h" | "socks5" | "socks" => "socks5h",
            "socks4a" => "socks4a",
            "http" => "http",
            "https" => "https",
            _ => return Err(ParseProxyError::Scheme),
        };
        let proxy = Self {
            scheme,
            rest: rest.trim_end_matches('/').to_owned(),
        };
        let host = proxy.host_and_port();
        if host.is_empty() || host.contains(char::is_whitespace) {
            return Err(ParseProxyError::Host);
        }
        Ok(proxy)
    }
}

impl ProxyAddress {
    fn host_and_port(&self) -> &str {
        self.rest
            .rsplit_once('@')
            .map_or(self.rest.as_str(), |(_, host)| host)
    }

    /// The address with its password, for the connection only.
    #[cfg(feature = "network")]
    pub(crate) fn expose(&self) -> String {
        format!("{}://{}", self.scheme, self.rest)
    }
}

impl fmt::Display for ProxyAddress {
    /// Leaves out the user name and the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme, self.host_and_port())
    }
}

impl fmt::Debug for ProxyAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ProxyAddress({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_socks5_address_hands_names_to_the_proxy() {
        let proxy: ProxyAddress = "SOCKS5://127.0.0.1:9050/".parse().unwrap();
        assert_eq!(proxy.to_string(), "socks5h://127.0.0.1:9050");
    }

    #[test]
    fn a_proxy_that_cannot_carry_names_is_refused() {
        assert_eq!(
            "http:// /".parse::<ProxyAddress>(),
            Err(ParseProxyError::Host)
        );
        for text in ["socks4://127.0.0.1:9050", "127.0.0.1:9050", "ftp://proxy"] {
            assert_eq!(text.parse::<ProxyAddress>(), Err(ParseProxyError::Scheme));
        }
        assert_eq!(
            "http://".parse::<ProxyAddress>(),
            Err(ParseProxyError::Host)
        );
        assert_eq!(
            "http://u:p@".parse::<ProxyAddress>(),
            Err(ParseProxyError::Host)
        );
    }

    #[test]
    fn a_password_is_never_shown() {
        let proxy: ProxyAddress = "http://user:p@ss@proxy:8080".parse().unwrap();
        assert_eq!(
            format!("{proxy} {proxy:?}"),
            "http://proxy:8080 ProxyAddress(http://proxy:8080)"
        );
    }
}
