//! Logs on web servers: followed and copied, and servers that cut, redirect or hold back.

use std::fs;
use std::io::Write;
use std::path::Path;

use scrutineer_fetch::Network;
use scrutineer_logstore::{
    FollowError, LogReader, Mirror, MirrorError, MirrorLimits, Mirrored, Outcome, Remote,
    TrustedState, follow,
};
use scrutineer_testkit::scratch::Scratch;

use crate::mirror::is_sound;
use crate::places::{Log, WebServer, policy, send};

fn remote(server: &WebServer) -> Remote {
    Remote::open(&server.url(), &Network::Allowed { proxy: None }).unwrap()
}

fn copy(server: &WebServer, folder: &Path, state: &Path) -> Result<Mirrored, MirrorError> {
    let mirror = Mirror::open(folder, state).unwrap();
    mirror.update(&remote(server), &policy(false), MirrorLimits::default())
}

#[test]
fn a_log_on_a_web_server_is_copied_and_only_what_is_new_is_asked_for() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    let (folder, state) = (scratch.path().join("copy"), scratch.path().join("state"));
    let server = WebServer::of_folder(log.bundle());
    log.grow(700);
    assert!(copy(&server, &folder, &state).unwrap().is_complete());
    assert!(is_sound(&folder, 700));
    let first = server.asked();
    assert!(first.contains(&"/tile/entries/000".to_owned()), "{first:?}");
    log.grow(701);
    assert!(copy(&server, &folder, &state).unwrap().is_complete());
    assert!(is_sound(&folder, 701));
    let second = server.asked().split_off(first.len());
    assert!(
        second.contains(&"/tile/entries/002.p/189".to_owned()),
        "{second:?}"
    );
    assert!(
        !second.contains(&"/tile/entries/000".to_owned()),
        "{second:?}"
    );
}

#[test]
fn a_server_that_cuts_its_replies_gives_nothing_that_is_shown() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    log.grow(300);
    let bundle = log.bundle();
    let server = WebServer::start(move |path, stream| {
        let bytes = fs::read(bundle.join(path.trim_start_matches('/')));
        let bytes = bytes.unwrap_or_default();
        if !path.contains("entries") {
            return send(stream, "200 OK", "", &bytes);
        }
        let length = bytes.len();
        write!(
            stream,
            "HTTP/1.1 200 OK\r\ncontent-length: {length}\r\n\r\n"
        )?;
        stream.write_all(&bytes[..length / 2])?;
        stream.shutdown(std::net::Shutdown::Both)
    });
    let folder = scratch.path().join("copy");
    let error = copy(&server, &folder, &scratch.path().join("state")).unwrap_err();
    assert!(matches!(error, MirrorError::Read(_)), "{error}");
    assert!(!folder.join("checkpoint").exists());
}

#[test]
fn a_redirection_is_not_followed_and_nothing_is_remembered() {
    let (log, scratch) = (Log::honest(), Scratch::new());
    log.grow(5);
    let other = WebServer::of_folder(log.bundle());
    let location = format!("location: {}/checkpoint\r\n", other.url());
    let server = WebServer::start(move |_, stream| send(stream, "302 Found", &location, b""));
    let state = TrustedState::open(scratch.path()).unwrap();
    let found = follow(&LogReader::new(remote(&server)), &policy(false), &state);
    assert!(matches!(found, Err(FollowError::Read(_))), "{found:?}");
    assert!(other.asked().is_empty());
    let direct = follow(&LogReader::new(remote(&other)), &policy(false), &state).unwrap();
    assert!(matches!(direct.outcome, Outcome::First), "{direct:?}");
}
