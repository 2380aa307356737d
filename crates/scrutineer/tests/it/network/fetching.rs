//! With `--fetch`, in a build that has a network.

use std::fs;

use scrutineer_fetch::Digest;
use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::server::{Asked, Server};

use crate::support::{ELECTION, Run, SHEETS, command, files, finish, folder, run};

/// The small folder with its sheets pinned by digest at an address, and no file of them.
fn pinned(scratch: &Scratch, address: &str) -> Digest {
    let digest = Digest::of(SHEETS.as_bytes());
    let pin =
        format!("sha256 = \"{digest}\"\nname = \"sheets.csv\"\naddress = \"{address}/sheets.csv\"");
    scratch.write(
        "e/election.toml",
        ELECTION.replace("path = \"sheets.csv\"", &pin),
    );
    digest
}

/// The audit of the folder with these further arguments and a cache in the scratch folder.
fn audit(scratch: &Scratch, more: &[&str], proxy: Option<&str>) -> Run {
    let mut run = command(scratch, &[&["audit", "e"], more].concat());
    run.env("SCRUTINEER_CACHE", scratch.path().join("cache"));
    run.envs(proxy.map(|address| ("ALL_PROXY", address)));
    finish(run)
}

#[test]
fn a_pinned_file_is_downloaded_once_and_answers_as_the_file_itself_does() {
    let server = Server::http("200 OK", SHEETS.as_bytes()).unwrap();
    let scratch = Scratch::new();
    let digest = pinned(&scratch, &format!("http://{}", server.address()));

    let without = audit(&scratch, &[], None);
    assert_eq!((without.code, server.asked().len()), (1, 0));
    assert!(without.err.contains(&digest.to_string()), "{}", without.err);

    let first = audit(&scratch, &["--fetch"], None);
    assert_eq!(first.code, 0, "{}", first.err);
    assert_eq!(server.asked(), ["GET /sheets.csv HTTP/1.1"]);
    let kept = scratch.path().join(format!("cache/sha256/{digest}"));
    assert_eq!(fs::read(kept).unwrap(), SHEETS.as_bytes());

    for more in [&["--fetch"][..], &[]] {
        let again = audit(&scratch, more, None);
        assert_eq!((again.code, &again.out), (0, &first.out), "{more:?}");
    }
    assert_eq!(server.asked(), [""; 0]);

    scratch.write("stick/sheets.csv", SHEETS);
    let local = run(&scratch, &["audit", "e", "--mirror", "stick"]);
    assert_eq!((local.code, &local.out), (0, &first.out));
}

#[test]
fn a_download_with_another_digest_is_refused_named_and_not_kept() {
    let other = SHEETS.replace("105", "106");
    let server = Server::http("200 OK", other.as_bytes()).unwrap();
    let scratch = Scratch::new();
    let digest = pinned(&scratch, &format!("http://{}", server.address()));
    let refused = audit(&scratch, &["--fetch"], None);
    assert_eq!((refused.code, refused.out.as_str()), (1, ""));
    for wanted in [digest, Digest::of(other.as_bytes())] {
        assert!(refused.err.contains(&wanted.to_string()), "{}", refused.err);
    }
    assert_eq!(server.asked().len(), 1);
    let cache = scratch.path().join("cache");
    assert!(!cache.exists() || files(&cache).is_empty());
}

#[test]
fn a_web_mirror_is_asked_by_digest_only_with_fetch() {
    let server = Server::http("200 OK", SHEETS.as_bytes()).unwrap();
    let mirror = format!("http://{}/m", server.address());
    let scratch = Scratch::new();
    let digest = pinned(&scratch, "http://127.0.0.1:1");
    let without = audit(&scratch, &["--mirror", &mirror], None);
    assert_eq!((without.code, server.asked().len()), (1, 0));
    let with = audit(&scratch, &["--mirror", &mirror, "--fetch"], None);
    assert_eq!(with.code, 0, "{}", with.err);
    let expected = format!("GET /m/sha256/{digest} HTTP/1.1");
    assert_eq!(server.asked(), [expected]);
}

#[test]
fn a_socks_proxy_is_handed_the_name_and_the_program_resolves_none() {
    let proxy = Server::socks5(SHEETS.as_bytes()).unwrap();
    let address = format!("socks5h://{}", proxy.address());
    let scratch = Scratch::new();
    // `.invalid` has no addresses anywhere (RFC 6761), so a name resolved here could not be reached.
    pinned(&scratch, "http://sheets.invalid");
    let without = audit(&scratch, &[], Some(&address));
    assert_eq!((without.code, proxy.asked().len()), (1, 0));
    let with = audit(&scratch, &["--fetch"], Some(&address));
    assert_eq!(with.code, 0, "{}", with.err);
    let expected = Asked {
        address_type: 3,
        host: "sheets.invalid".to_owned(),
        port: 80,
        request: "GET /sheets.csv HTTP/1.1".to_owned(),
    };
    assert_eq!(proxy.asked(), [expected]);
    let direct = audit(&scratch, &["--fetch", "--portable"], None);
    assert_eq!(direct.code, 1, "{}", direct.out);
}

#[test]
fn a_folder_that_pins_nothing_asks_for_nothing() {
    let server = Server::http("200 OK", b"").unwrap();
    let scratch = Scratch::new();
    folder(&scratch, "e");
    let mirror = format!("http://{}", server.address());
    let read = audit(&scratch, &["--mirror", &mirror, "--fetch"], None);
    assert_eq!((read.code, server.asked().len()), (0, 0), "{}", read.err);
}
