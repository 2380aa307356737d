//! Tags, ranges, compression, and how long a copy may be kept.

use std::io::Read;

use flate2::read::GzDecoder;

use crate::support::Site;

#[test]
fn a_file_comes_with_its_type_its_tag_and_a_strict_policy() {
    let site = Site::new();
    let page = site.get("/");
    assert_eq!(page.status, 200);
    assert!(page.body.ends_with(b"<p>home"));
    assert_eq!(page.field("content-type"), Some("text/html; charset=utf-8"));
    assert_eq!(page.field("x-content-type-options"), Some("nosniff"));
    assert_eq!(page.field("referrer-policy"), Some("no-referrer"));
    let policy = page.field("content-security-policy").unwrap();
    assert!(
        policy.starts_with("default-src 'none'; script-src 'self'"),
        "{policy}"
    );
    assert!(
        policy.contains("'sha256-") && !policy.contains("unsafe"),
        "{policy}"
    );
    assert!(page.field("access-control-allow-origin").is_none());
    assert!(page.field("set-cookie").is_none());
    assert!(page.field("date").unwrap().ends_with("GMT"));
    let data = site.get("/data.csv");
    assert_eq!(data.field("access-control-allow-origin"), Some("*"));
    assert_eq!(data.field("content-length"), Some("4000"));
}

#[test]
fn a_copy_that_is_still_right_is_not_sent_again_in_either_form() {
    let site = Site::new();
    let plain = site.get("/data.csv");
    let packed = site.ask("GET", "/data.csv", "Accept-Encoding: gzip\r\n");
    let tags = [plain.field("etag").unwrap(), packed.field("etag").unwrap()];
    assert_ne!(tags[0], tags[1]);
    for tag in tags {
        let fields = format!("If-None-Match: \"x\", W/{tag}\r\n");
        let same = site.ask("GET", "/data.csv", &fields);
        assert_eq!((same.status, same.body.len()), (304, 0));
        assert_eq!(same.field("etag"), Some(tag));
        assert!(same.field("cache-control").is_some());
        assert!(same.field("content-length").is_none());
    }
    site.scratch.write("site/data.csv", "another\n");
    let fields = format!("If-None-Match: {}\r\n", tags[0]);
    let new = site.ask("GET", "/data.csv", &fields);
    assert_eq!((new.status, new.body.as_slice()), (200, &b"another\n"[..]));
}

#[test]
fn text_is_compressed_for_those_who_take_it() {
    let site = Site::new();
    let packed = site.ask("GET", "/data.csv", "Accept-Encoding: br, gzip\r\n");
    assert_eq!(packed.field("content-encoding"), Some("gzip"));
    assert_eq!(packed.field("vary"), Some("Accept-Encoding"));
    assert!(packed.body.len() < 200);
    let mut text = String::new();
    GzDecoder::new(packed.body.as_slice())
        .read_to_string(&mut text)
        .unwrap();
    assert_eq!(text, "a,b\n".repeat(1000));
    let plain = site.ask("GET", "/data.csv", "Accept-Encoding: gzip;q=0\r\n");
    assert_eq!(
        (plain.field("content-encoding"), plain.body.len()),
        (None, 4000)
    );
    let bytes = site.ask("GET", "/bytes.parquet", "Accept-Encoding: gzip\r\n");
    assert_eq!(
        (bytes.field("content-encoding"), bytes.body.len()),
        (None, 256)
    );
}

#[test]
fn a_large_text_is_compressed_on_the_way_and_a_large_file_comes_in_parts() {
    let site = Site::new();
    let rows: Vec<String> = (0..400_000).map(|row| row.to_string()).collect();
    let large = rows.join("\n");
    site.scratch.write("site/large.csv", &large);
    let plain = site.get("/large.csv");
    assert_eq!(plain.body, large.as_bytes());
    let packed = site.ask("GET", "/large.csv", "Accept-Encoding: gzip\r\n");
    assert_eq!(packed.field("transfer-encoding"), Some("chunked"));
    let mut text = String::new();
    GzDecoder::new(dechunked(&packed.body).as_slice())
        .read_to_string(&mut text)
        .unwrap();
    assert!(text == large);
    let old = site.raw(b"GET /large.csv HTTP/1.0\r\nAccept-Encoding: gzip\r\n\r\n");
    assert!(crate::support::reply(&old).body == large.as_bytes());
    let part = site.ask("GET", "/large.csv", "Range: bytes=1000000-1000099\r\n");
    assert_eq!(part.status, 206);
    assert_eq!(part.body, &large.as_bytes()[1_000_000..1_000_100]);
}

/// RFC 9112 section 7.1.
fn dechunked(mut bytes: &[u8]) -> Vec<u8> {
    let mut all = Vec::new();
    loop {
        let end = bytes
            .windows(2)
            .position(|window| window == b"\r\n")
            .unwrap();
        let size = std::str::from_utf8(&bytes[..end]).unwrap();
        let size = usize::from_str_radix(size, 16).unwrap();
        bytes = &bytes[end + 2..];
        if size == 0 {
            assert_eq!(bytes, b"\r\n");
            return all;
        }
        all.extend_from_slice(&bytes[..size]);
        assert_eq!(&bytes[size..size + 2], b"\r\n");
        bytes = &bytes[size + 2..];
    }
}

#[test]
fn a_range_is_served_from_the_bytes_as_they_are() {
    let site = Site::new();
    let tag = site.get("/bytes.parquet").field("etag").unwrap().to_owned();
    let part = site.ask(
        "GET",
        "/bytes.parquet",
        "Range: bytes=10-13\r\nAccept-Encoding: gzip\r\n",
    );
    assert_eq!(
        (part.status, part.body.as_slice()),
        (206, &[10, 11, 12, 13][..])
    );
    assert_eq!(part.field("content-range"), Some("bytes 10-13/256"));
    let end = site.ask("GET", "/bytes.parquet", "Range: bytes=-2\r\n");
    assert_eq!(end.body, [254, 255]);
    let beyond = site.ask("GET", "/bytes.parquet", "Range: bytes=256-\r\n");
    assert_eq!(
        (beyond.status, beyond.field("content-range")),
        (416, Some("bytes */256"))
    );
    let fresh = format!("Range: bytes=0-0\r\nIf-Range: {tag}\r\n");
    assert_eq!(site.ask("GET", "/bytes.parquet", &fresh).status, 206);
    let stale = "Range: bytes=0-0\r\nIf-Range: \"other\"\r\n";
    assert_eq!(site.ask("GET", "/bytes.parquet", stale).body.len(), 256);
    let several = site.ask("GET", "/bytes.parquet", "Range: bytes=0-0,2-2\r\n");
    assert_eq!((several.status, several.body.len()), (200, 256));
    let asked = site.ask("OPTIONS", "/bytes.parquet", "Origin: http://x\r\n");
    assert_eq!(asked.status, 204);
    assert!(
        asked
            .field("access-control-allow-headers")
            .unwrap()
            .contains("Range")
    );
}

#[test]
fn the_head_alone_has_the_fields_of_the_whole() {
    let site = Site::new();
    for fields in ["", "Accept-Encoding: gzip\r\n"] {
        let whole = site.ask("GET", "/data.csv", fields);
        let head = site.ask("HEAD", "/data.csv", fields);
        assert_eq!((head.status, head.body.len()), (200, 0));
        for name in ["Content-Length", "ETag", "Content-Type", "Content-Encoding"] {
            assert_eq!(head.field(name), whole.field(name), "{name}");
        }
    }
}

#[test]
fn files_of_a_release_have_their_names_and_types() {
    let site = Site::new();
    let digest = "cd".repeat(32);
    site.scratch
        .write(&format!("site/files/{digest}"), "x,y\n1,2\n");
    let manifest = format!(
        "{{\"files\":[{{\"path\":\"data/csv/x.csv\",\"sha256\":\"{digest}\",\"bytes\":8}}]}}"
    );
    site.scratch
        .write("site/releases/5-0123abcd.json", manifest);
    site.scratch.write(
        "site/latest.json",
        "{\"manifest\":\"releases/5-0123abcd.json\"}",
    );
    let kept = site.get(&format!("/files/{digest}"));
    assert_eq!(kept.field("content-type"), Some("text/csv; charset=utf-8"));
    assert_eq!(
        kept.field("content-disposition"),
        Some("inline; filename=\"x.csv\"")
    );
    assert!(kept.field("cache-control").unwrap().contains("immutable"));
    let named = site.get("/data/csv/x.csv");
    assert_eq!(named.body, b"x,y\n1,2\n");
    assert!(!named.field("cache-control").unwrap().contains("immutable"));
    let pointer = site.get("/latest.json");
    assert!(
        pointer
            .field("cache-control")
            .unwrap()
            .contains("max-age=20")
    );
    assert!(
        site.get("/releases/5-0123abcd.json")
            .field("cache-control")
            .unwrap()
            .contains("immutable")
    );
}
