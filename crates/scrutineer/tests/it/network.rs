//! No connection is opened unasked; those asked for are tested where the build has them.

#[cfg(feature = "s3")]
mod bucket;
#[cfg(feature = "network")]
mod fetching;
#[cfg(feature = "network")]
mod watching;

use std::net::TcpListener;

use scrutineer_testkit::scratch::Scratch;

use crate::support::{ELECTION, command, finish};

#[test]
fn no_command_connects_to_a_mirror_an_address_or_a_proxy_without_being_asked() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let scratch = Scratch::new();
    let pin = format!(
        "sha256 = \"{}\"\nname = \"sheets.csv\"\naddress = \"{address}/sheets.csv\"",
        "0".repeat(64)
    );
    scratch.write(
        "e/election.toml",
        ELECTION.replace("path = \"sheets.csv\"", &pin),
    );
    for arguments in [
        &["audit", "e", "--mirror", &address][..],
        &["check", "e", "--mirror", &address],
        &["demo"],
        &["new", "n"],
        &["simulate", "--stations", "9", "--out", "s"],
    ] {
        let mut run = command(&scratch, arguments);
        run.env("ALL_PROXY", &address).env("HTTPS_PROXY", &address);
        let code = finish(run).code;
        assert!(code < 2, "{arguments:?}");
        let met = listener.accept();
        assert!(met.is_err(), "{arguments:?} connected");
    }
}

#[test]
fn with_fetch_an_unusable_proxy_is_an_error_and_never_passed_by() {
    let scratch = Scratch::new();
    crate::support::folder(&scratch, "e");
    let mut run = command(&scratch, &["audit", "e", "--fetch"]);
    run.env("ALL_PROXY", "socks4://user:secret@127.0.0.1:9");
    let run = finish(run);
    assert_eq!(run.code, 2);
    assert!(!run.err.contains("secret"), "{}", run.err);
}
