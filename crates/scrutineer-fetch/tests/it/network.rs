//! Downloads, against servers in this process on the loopback address.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread::{self, JoinHandle};

use scrutineer_fetch::{Digest, Limits, Mirror, Network, Origin, Outcome, Resolver};
use scrutineer_testkit::scratch::Scratch;

use crate::pin;

const BYTES: &[u8] = b"bytes on a server";

/// Answers one connection and returns what `talk` recorded.
fn serve<T: Send + 'static>(
    talk: impl FnOnce(TcpStream) -> T + Send + 'static,
) -> (SocketAddr, JoinHandle<T>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = thread::spawn(move || talk(listener.accept().unwrap().0));
    (address, server)
}

/// Reads one HTTP request, answers it, and returns the request line.
fn answer(stream: TcpStream, status: &str, body: &[u8]) -> String {
    let mut reader = BufReader::new(stream);
    let mut request = String::new();
    reader.read_line(&mut request).unwrap();
    let mut header = String::new();
    while reader.read_line(&mut header).unwrap() > 2 {
        header.clear();
    }
    let mut stream = reader.into_inner();
    let head = format!(
        "HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).unwrap();
    // A client that has read enough closes early.
    stream.write_all(body).ok();
    request.trim_end().to_owned()
}

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
    let (address, server) = serve(|stream| answer(stream, "200 OK", BYTES));
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
    assert_eq!(server.join().unwrap(), "GET /a/sheets.csv HTTP/1.1");
    // The server answers once: the second time is from the cache.
    assert_eq!(
        resolver.resolve(&wanted).unwrap().origin,
        Origin::Cache(entry.clone())
    );
    let kept: Vec<_> = fs::read_dir(entry.parent().unwrap()).unwrap().collect();
    assert_eq!(kept.len(), 1, "no partial file is left");
}

#[test]
fn a_cache_that_cannot_be_written_loses_nothing() {
    let (address, server) = serve(|stream| answer(stream, "200 OK", BYTES));
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
    server.join().unwrap();
}

#[test]
fn a_download_with_other_bytes_is_not_used() {
    let (address, server) = serve(|stream| answer(stream, "200 OK", b"other"));
    let outcome = get(address, Limits::default());
    assert_eq!(outcome, Err(Outcome::OtherDigest(Digest::of(b"other"))));
    server.join().unwrap();
}

#[test]
fn a_download_beyond_the_limit_is_broken_off() {
    let (address, server) = serve(|stream| answer(stream, "200 OK", &vec![7; 1 << 22]));
    let limits = Limits {
        max_file_bytes: 100,
        ..Limits::default()
    };
    assert_eq!(get(address, limits), Err(Outcome::TooLarge { limit: 100 }));
    server.join().unwrap();
}

#[test]
fn a_refusal_of_the_server_is_told_with_its_number() {
    let (address, server) = serve(|stream| answer(stream, "404 Not Found", b""));
    match get(address, Limits::default()) {
        Err(Outcome::Failed(reason)) => assert!(reason.contains("404"), "{reason}"),
        other => panic!("expected a failure, found {other:?}"),
    }
    server.join().unwrap();
}

#[test]
fn a_web_mirror_is_asked_by_digest_before_the_own_address() {
    let (address, server) = serve(|stream| answer(stream, "200 OK", BYTES));
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
    assert_eq!(server.join().unwrap(), expected);
}

/// What a SOCKS5 client asked for.
#[derive(Debug, PartialEq, Eq)]
struct Asked {
    address_type: u8,
    host: String,
    port: u16,
    request: String,
}

/// A SOCKS5 server (RFC 1928) that answers HTTP itself in place of the host it was asked for.
fn socks5(mut stream: TcpStream) -> Asked {
    let mut greeting = [0; 2];
    stream.read_exact(&mut greeting).unwrap();
    let mut methods = vec![0; usize::from(greeting[1])];
    stream.read_exact(&mut methods).unwrap();
    stream.write_all(&[5, 0]).unwrap();
    let mut request = [0; 4];
    stream.read_exact(&mut request).unwrap();
    let host = match request[3] {
        3 => {
            let mut length = [0; 1];
            stream.read_exact(&mut length).unwrap();
            let mut name = vec![0; usize::from(length[0])];
            stream.read_exact(&mut name).unwrap();
            String::from_utf8(name).unwrap()
        }
        1 => {
            let mut address = [0; 4];
            stream.read_exact(&mut address).unwrap();
            format!("{address:?}")
        }
        other => panic!("expected a name or an IPv4 address, found type {other}"),
    };
    let mut port = [0; 2];
    stream.read_exact(&mut port).unwrap();
    stream.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]).unwrap();
    Asked {
        address_type: request[3],
        host,
        port: u16::from_be_bytes(port),
        request: answer(stream, "200 OK", BYTES),
    }
}

#[test]
fn a_socks_proxy_is_handed_the_name_and_nothing_is_resolved_here() {
    // `.invalid` has no addresses anywhere (RFC 6761), so a name resolved here could not be reached.
    for scheme in ["socks5h", "socks5"] {
        let (address, server) = serve(socks5);
        let mut wanted = pin("sheets.csv", BYTES);
        wanted.address = Some("http://mirror.invalid/sheets.csv".into());
        let network = allowed(Some(format!("{scheme}://{address}")));
        let found = Resolver::new().network(network).resolve(&wanted).unwrap();
        assert_eq!(found.bytes, BYTES);
        assert_eq!(
            server.join().unwrap(),
            Asked {
                address_type: 0x03,
                host: "mirror.invalid".into(),
                port: 80,
                request: "GET /sheets.csv HTTP/1.1".into(),
            }
        );
    }
}
