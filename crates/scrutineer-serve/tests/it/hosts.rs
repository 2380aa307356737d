//! The name under which the server is asked changes nothing, and no answer names one.

use crate::support::{Reply, Site, reply};

/// A name of an onion service, as long as those of version 3 are.
const ONION: &str = "abcdefghijklmnopqrstuvwxyz234567abcdefghijklmnopqrstuvwx.onion";

/// A file, a folder that moves to its slash, one that is absent, data, a part of it, and what leads out.
const ASKED: [(&str, &str, &str); 8] = [
    ("GET", "/", ""),
    ("GET", "/en", ""),
    ("HEAD", "/en/", "Accept-Encoding: gzip\r\n"),
    ("GET", "/none", ""),
    ("GET", "/data.csv", "Origin: http://other.example\r\n"),
    ("GET", "/data.csv", "Range: bytes=1-3\r\n"),
    ("GET", "/%2e%2e/outside.txt", ""),
    ("OPTIONS", "/data.csv", "Origin: http://other.example\r\n"),
];

fn asked(site: &Site, method: &str, target: &str, host: &str, fields: &str) -> Reply {
    let request =
        format!("{method} {target} HTTP/1.1\r\nHost: {host}\r\n{fields}Connection: close\r\n\r\n");
    reply(&site.raw(request.as_bytes()))
}

/// An answer without the time at which it was sent.
fn shape(reply: &Reply) -> (String, Vec<u8>) {
    let fields = reply.head.lines().filter(|line| !line.starts_with("Date"));
    (fields.collect::<Vec<_>>().join("\n"), reply.body.clone())
}

fn answered_the_same_under_any_name(site: &Site) -> Vec<u16> {
    let address = site.server.address();
    let hosts = [
        ONION.to_owned(),
        format!("{ONION}:80"),
        format!("{ONION}:{}", address.port()),
        "localhost".to_owned(),
        "[::1]:1".to_owned(),
        "mirror.example.".to_owned(),
        String::new(),
    ];
    let mut statuses = Vec::new();
    for (method, path, fields) in ASKED {
        let loopback = asked(site, method, path, &address.to_string(), fields);
        statuses.push(loopback.status);
        let head = loopback.head.to_lowercase();
        for name in ["127.0.0.1", "localhost", "onion", "example", "://", "test"] {
            assert!(!head.contains(name), "{path}: {name}: {head}");
        }
        for host in &hosts {
            let named = asked(site, method, path, host, fields);
            assert_eq!(shape(&named), shape(&loopback), "{method} {path} {host}");
            // As a proxy asks (RFC 9112 section 3.2.2), also where both names differ.
            let absolute = format!("http://{host}{path}");
            for beside in [host.as_str(), "127.0.0.1"] {
                let named = asked(site, method, &absolute, beside, fields);
                assert_eq!(
                    shape(&named),
                    shape(&loopback),
                    "{method} {absolute} {beside}"
                );
            }
        }
    }
    statuses
}

#[test]
fn under_an_onion_name_the_answer_is_that_of_loopback_and_names_no_host() {
    let site = Site::new();
    let statuses = answered_the_same_under_any_name(&site);
    assert_eq!(statuses, [200, 301, 200, 404, 200, 206, 404, 204]);
    // The root of a bundle, which leads to its pages.
    std::fs::remove_file(site.scratch.path().join("site/index.html")).unwrap();
    site.scratch.write("site/site/index.html", "pages");
    let statuses = answered_the_same_under_any_name(&site);
    assert_eq!(statuses[0], 303);
}
