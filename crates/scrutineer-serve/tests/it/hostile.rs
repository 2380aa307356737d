//! Requests that nobody sends by accident.

use std::fmt::Write as _;
use std::io::{Read, Write};

use crate::support::{CANARY, Site, reply};

#[test]
fn nonsense_is_refused_and_the_next_client_is_served() {
    let site = Site::new();
    for (text, status) in [
        ("GET\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHo st: a\r\n\r\n", 400),
        (
            "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx",
            413,
        ),
        ("DELETE /index.html HTTP/1.1\r\nHost: a\r\n\r\n", 405),
        ("GET / HTTP/9.9\r\nHost: a\r\n\r\n", 505),
        ("GET / HTTP/1.1\r\n\r\n", 400),
    ] {
        assert_eq!(reply(&site.raw(text.as_bytes())).status, status, "{text:?}");
    }
    let huge = format!(
        "GET / HTTP/1.1\r\nHost: a\r\nX: {}\r\n\r\n",
        "y".repeat(1 << 20)
    );
    assert_eq!(reply(&site.raw(huge.as_bytes())).status, 431);
    let many = format!(
        "GET / HTTP/1.1\r\nHost: a\r\n{}\r\n",
        "X: y\r\n".repeat(5000)
    );
    assert_eq!(reply(&site.raw(many.as_bytes())).status, 431);
    let long = format!("GET /{} HTTP/1.1\r\nHost: a\r\n\r\n", "y".repeat(1 << 20));
    assert_eq!(reply(&site.raw(long.as_bytes())).status, 414);
    assert_eq!(site.get("/").status, 200);
}

#[test]
fn a_body_is_never_taken_for_a_request() {
    let site = Site::new();
    let hidden = "GET /data.csv HTTP/1.1\r\nHost: a\r\n\r\n";
    for framing in [
        format!("Content-Length: {}\r\n\r\n{hidden}", hidden.len()),
        format!(
            "Transfer-Encoding: chunked\r\n\r\n{:x}\r\n{hidden}\r\n0\r\n\r\n",
            hidden.len()
        ),
    ] {
        let all = site.raw(format!("GET / HTTP/1.1\r\nHost: a\r\n{framing}").as_bytes());
        let text = String::from_utf8_lossy(&all).into_owned();
        assert_eq!(text.matches("HTTP/1.1 ").count(), 1, "{text}");
        assert!(!text.contains("a,b"), "{text}");
    }
}

#[test]
fn requests_sent_at_once_are_answered_in_their_order() {
    let site = Site::new();
    let mut text = String::new();
    for path in ["/", "/en/", "/none", "/bytes.parquet", "/en/"] {
        write!(text, "HEAD {path} HTTP/1.1\r\nHost: a\r\n\r\n").unwrap();
    }
    text.push_str("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    text.push_str("GET /en/ HTTP/1.1\r\nHost: a\r\n\r\n");
    let all = String::from_utf8(site.raw(text.as_bytes())).unwrap();
    let statuses: Vec<&str> = all
        .split("HTTP/1.1 ")
        .skip(1)
        .map(|reply| &reply[..3])
        .collect();
    assert_eq!(statuses, ["200", "200", "404", "200", "200", "200"]);
    assert!(all.ends_with("<p>home"));
}

#[test]
fn a_request_in_single_bytes_is_a_request() {
    let site = Site::new();
    let mut stream = site.connect();
    for byte in b"GET /en/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n" {
        stream.write_all(&[*byte]).unwrap();
    }
    let mut all = String::new();
    stream.read_to_string(&mut all).unwrap();
    assert!(all.ends_with("english"), "{all}");
}

/// A generator with a known stream (Steele, Lea and Flood 2014, splitmix64), so that a failure comes
/// again.
struct Splitmix(u64);

impl Splitmix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % end as u64).unwrap()
    }
}

#[test]
fn any_bytes_are_answered_or_refused_and_never_stop_the_server() {
    let site = Site::new();
    site.scratch.write("site/.hidden", CANARY);
    let mut random = Splitmix(1);
    let seeds = [
        "GET / HTTP/1.1\r\nHost: a\r\nRange: bytes=0-5\r\nAccept-Encoding: gzip\r\n\r\n",
        "GET /%2e%2e/outside.txt HTTP/1.1\r\nHost: a\r\nIf-None-Match: \"x\"\r\n\r\n",
        "HEAD /.hidden HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n",
    ];
    for round in 0..600 {
        let mut bytes = if round % 3 == 0 {
            let length = random.below(300);
            (0..length)
                .map(|_| random.next().to_le_bytes()[0])
                .collect()
        } else {
            seeds[random.below(seeds.len())].as_bytes().to_vec()
        };
        for _ in 0..random.below(6) {
            let at = random.below(bytes.len() + 1);
            match random.below(3) {
                0 if at < bytes.len() => bytes[at] = random.next().to_le_bytes()[0],
                1 if at < bytes.len() => {
                    bytes.remove(at);
                }
                _ => bytes.insert(at, b"\r\n /.%:\0\xff"[random.below(9)]),
            }
        }
        let all = site.raw(&bytes);
        let text = String::from_utf8_lossy(&all).into_owned();
        assert!(
            !text.contains(CANARY),
            "{:?}",
            String::from_utf8_lossy(&bytes)
        );
        assert!(all.is_empty() || text.starts_with("HTTP/1.1 "), "{text}");
        // A panic in a thread answers nothing, and its line would say so.
        assert!(!text.contains(" 500 "), "{text}");
    }
    assert_eq!(site.get("/").status, 200);
}
