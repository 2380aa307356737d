//! Downloads, against servers in this process on the loopback address.

use std::fs;
use std::net::SocketAddr;

use scrutineer_fetch::{Digest, Limits, Mirror, Network, Origin, Outcome, Resolver};
use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::server::{Asked, Server};

use crate::pin;

const BYTES: &[u8] = b"bytes on a server";

fn allowed(proxy: Option<String>) -> Network {
    Network::Allowed {
        proxy: proxy.map(|text| text.parse().unwrap()),
    }
}

fn get(address: SocketAddr, limits: Limits) -> Result<Vec<u8>, Outcome> {
    let mut wanted = pin("sheets.csv", BYTES);
    wanted.address = Some(format!("http://{address}/sheets.csv"));
    match Resolver::new()
        .network(allowed(None))
        .limits(limits)
        .resolve(&wanted)
    {
        Ok(found) => Ok(found.bytes),
        Err(missing) => Err(missing.places()[0].outcome.clone()),
    }
}

#[test]
fn a_download_with_the_digest_is_used_and_kept() {
    let server = Server::http("200 OK", BYTES).unwrap();
    let address = server.address();
    let cache = Scratch::new();
    let mut wanted = pin("sheets.csv", BYTES);
    wanted.address = Some(format!("http://{address}/a/sheets.csv"));
    // The corrupted entry is told, not used, and replaced by the good bytes.
    let entry = cache.write(&format!("sha256/{}", wanted.sha256), "corrupt");
    let resolver = Resolver::new().cache(cache.path()).network(allowed(None));
    let found = resolver.resolve(&wanted).unwrap();
    assert_eq!(found.bytes, BYTES);
    assert_eq!(
        found.origin,
        Origin::Download(wanted.address.clone().unwrap())
    );
    assert_eq!(
        found.remarks[0].outcome,
        Outcome::OtherDigest(Digest::of(b"corrupt"))
    );
    assert_eq!(server.asked(), ["GET /a/sheets.csv HTTP/1.1"]);
    // The second time is from the cache.
    assert_eq!(
        resolver.resolve(&wanted).unwrap().origin,
        Origin::Cache(entry.clone())
    );
    let kept: Vec<_> = fs::read_dir(entry.parent().unwrap()).unwrap().collect();
    assert_eq!(kept.len(), 1, "no partial file is left");
    assert_eq!(server.asked(), [""; 0]);
}

#[test]
fn a_cache_that_cannot_be_written_loses_nothing() {
    let server = Server::http("200 OK", BYTES).unwrap();
    let address = server.address();
    let scratch = Scratch::new();
    let file = scratch.write("not-a-folder", "");
    let mut wanted = pin("sheets.csv", BYTES);
    wanted.address = Some(format!("http://{address}/"));
    let found = Resolver::new()
        .cache(file)
        .network(allowed(None))
        .resolve(&wanted)
        .unwrap();
    assert_eq!(found.bytes, BYTES);
    assert!(matches!(
        found.remarks.last().unwrap().outcome,
        Outcome::NotKept(_)
    ));
    assert_eq!(server.asked().len(), 1);
}

#[test]
fn a_download_with_other_bytes_is_not_used() {
    let server = Server::http("200 OK", b"other").unwrap();
    let address = server.address();
    let outcome = get(address, Limits::default());
    assert_eq!(outcome, Err(Outcome::OtherDigest(Digest::of(b"other"))));
    assert_eq!(server.asked().len(), 1);
}

#[test]
fn a_download_beyond_the_limit_is_broken_off() {
    let server = Server::http("200 OK", &vec![7; 1 << 22]).unwrap();
    let address = server.address();
    let limits = Limits {
        max_file_bytes: 100,
        ..Limits::default()
    };
    assert_eq!(get(address, limits), Err(Outcome::TooLarge { limit: 100 }));
    assert_eq!(server.asked().len(), 1);
}

#[test]
fn a_refusal_of_the_server_is_told_with_its_number() {
    let server = Server::http("404 Not Found", b"").unwrap();
    let address = server.address();
    match get(address, Limits::default()) {
        Err(Outcome::Failed(reason)) => assert!(reason.contains("404"), "{reason}"),
        other => panic!("expected a failure, found {other:?}"),
    }
    assert_eq!(server.asked().len(), 1);
}

#[test]
fn a_web_mirror_is_asked_by_digest_before_the_own_address() {
    let server = Server::http("200 OK", BYTES).unwrap();
    let address = server.address();
    let mut wanted = pin("sheets.csv", BYTES);
    wanted.address = Some("http://127.0.0.1:1/not-asked".into());
    let mirror: Mirror = format!("http://{address}/m/").parse().unwrap();
    let found = Resolver::new()
        .mirror(mirror)
        .network(allowed(None))
        .resolve(&wanted)
        .unwrap();
    assert_eq!(found.bytes, BYTES);
    let expected = format!("GET /m/sha256/{} HTTP/1.1", wanted.sha256);
    assert_eq!(server.asked(), [expected]);
}

#[test]
fn a_socks_proxy_is_handed_the_name_and_nothing_is_resolved_here() {
    // `.invalid` has no addresses anywhere (RFC 6761), so a name resolved here could not be reached.
    for scheme in ["socks5h", "socks5"] {
        let server = Server::socks5(BYTES).unwrap();
        let address = server.address();
        let mut wanted = pin("sheets.csv", BYTES);
        wanted.address = Some("http://mirror.invalid/sheets.csv".into());
        let network = allowed(Some(format!("{scheme}://{address}")));
        let found = Resolver::new().network(network).resolve(&wanted).unwrap();
        assert_eq!(found.bytes, BYTES);
        assert_eq!(
            server.asked(),
            [Asked {
                address_type: 3,
                host: "mirror.invalid".into(),
                port: 80,
                request: "GET /sheets.csv HTTP/1.1".into(),
            }]
        );
    }
}
