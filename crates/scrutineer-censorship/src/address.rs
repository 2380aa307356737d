//! Addresses and hosts.

use core::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address cannot be that of a public site: private, shared, loopback, unspecified,
/// link-local, multicast, documentation, benchmarking and reserved ranges (RFC 6890 and its updates).
pub(crate) fn is_bogon(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_bogon_v4(address),
        IpAddr::V6(address) => is_bogon_v6(address),
    }
}

fn is_bogon_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    matches!(
        (a, b, c),
        (0 | 10 | 127 | 224.., _, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 0, 0 | 2)
            | (192, 168, _)
            | (100, 64..=127, _)
            | (198, 18 | 19, _)
            | (198, 51, 100)
            | (203, 0, 113)
    )
}

fn is_bogon_v6(address: Ipv6Addr) -> bool {
    if let Some(mapped) = address.to_ipv4_mapped() {
        return is_bogon_v4(mapped);
    }
    let [first, second, ..] = address.segments();
    address.is_loopback()
        || address.is_unspecified()
        || first & 0xfe00 == 0xfc00
        || first & 0xffc0 == 0xfe80
        || first & 0xff00 == 0xff00
        || (first == 0x2001 && second == 0x0db8)
        || (first == 0x0100 && second == 0)
}

/// The address of an endpoint such as `192.0.2.1:443` or `[2001:db8::1]:443`.
pub(crate) fn endpoint(text: &str) -> Option<IpAddr> {
    let (address, _) = text.rsplit_once(':')?;
    let bare = address
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
        .unwrap_or(address);
    bare.parse().ok()
}

/// An address or a name without path, port and user, in lower case; `None` for anything that cannot be
/// one: letters, digits, hyphens and underscores between dots, or an address.
pub(crate) fn host(url: &str) -> Option<String> {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next()?;
    let place = authority
        .rsplit_once('@')
        .map_or(authority, |(_, place)| place);
    if let Some(inner) = place.strip_prefix('[') {
        let (inner, _) = inner.split_once(']')?;
        return inner.parse::<Ipv6Addr>().ok().map(|ip| ip.to_string());
    }
    let name = place.split(':').next()?.trim_end_matches('.');
    is_name(name).then(|| name.to_ascii_lowercase())
}

/// Whether a text is a host name: labels of 1 to 63 bytes, 253 in all.
pub(crate) fn is_name(name: &str) -> bool {
    const LONGEST: usize = 253;
    const LONGEST_LABEL: usize = 63;
    let is_label = |label: &str| {
        (1..=LONGEST_LABEL).contains(&label.len())
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
    };
    name.len() <= LONGEST && name.split('.').all(is_label)
}

/// The name of a site: a leading `www.` is not part of it.
pub(crate) fn site(host: &str) -> &str {
    host.strip_prefix("www.")
        .filter(|rest| rest.contains('.'))
        .unwrap_or(host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn special_ranges_are_no_public_sites() {
        // IANA's registries of special-purpose addresses.
        for text in [
            "127.0.0.1",
            "0.0.0.0",
            "10.10.34.36",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.0.1",
            "100.64.0.1",
            "100.127.255.255",
            "224.0.0.1",
            "240.0.0.1",
            "255.255.255.255",
            "198.18.0.1",
            "::1",
            "::",
            "fc00::1",
            "fe80::1",
            "ff02::1",
            "2001:db8::1",
            "::ffff:127.0.0.1",
        ] {
            assert!(is_bogon(text.parse().unwrap()), "{text}");
        }
        for text in [
            "93.184.216.34",
            "100.63.0.1",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "192.1.0.1",
            "198.20.0.1",
            "8.8.8.8",
            "2a03:2880::1",
            "::ffff:8.8.8.8",
        ] {
            assert!(!is_bogon(text.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn hosts_lose_user_port_and_path() {
        assert_eq!(
            host("https://user:word@WWW.Example.com:444/a?b#c").as_deref(),
            Some("www.example.com")
        );
        assert_eq!(
            host("http://[2001:db8::1]:80/").as_deref(),
            Some("2001:db8::1")
        );
        assert_eq!(host("example.com.").as_deref(), Some("example.com"));
        for bad in [
            "",
            "http://",
            "http://a b/",
            "http://ex\u{e1}mple/",
            "http://[x]/",
            "http://a..b/",
        ] {
            assert_eq!(host(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_site_is_the_same_with_and_without_www() {
        assert_eq!(site("www.example.com"), "example.com");
        assert_eq!(site("www.com"), "www.com");
    }

    #[test]
    fn endpoints_of_both_families() {
        assert_eq!(endpoint("192.0.2.1:443"), "192.0.2.1".parse().ok());
        assert_eq!(endpoint("[2001:db8::1]:443"), "2001:db8::1".parse().ok());
        assert_eq!(endpoint("example.com:443"), None);
    }
}
