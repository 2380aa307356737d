//! Following, copying and witnessing over HTTP, on the loopback address.

use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::thread;

use scrutineer_testkit::scratch::Scratch;
use scrutineer_testkit::server::Server;
use serde_json::Value;

use crate::support::{command, done, finish, json, run};
use crate::watch::{corrected, keygen, publish, published, trust};

/// A web server of the files below a folder, until the process ends.
fn serve(folder: PathBuf) -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            let folder = folder.clone();
            thread::spawn(move || answer(stream, &folder));
        }
    });
    address
}

fn answer(mut stream: TcpStream, folder: &std::path::Path) -> Option<()> {
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    let mut first = String::new();
    reader.read_line(&mut first).ok()?;
    let mut line = String::new();
    while reader.read_line(&mut line).ok()? > 2 {
        line.clear();
    }
    let path = first.split(' ').nth(1)?.trim_start_matches('/');
    let (status, body) = match fs::read(folder.join(path)) {
        Ok(bytes) => ("200 OK", bytes),
        Err(_) => ("404 Not Found", Vec::new()),
    };
    let length = body.len();
    let head =
        format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
    stream.write_all(head.as_bytes()).ok()?;
    stream.write_all(&body).ok()
}

/// The program as a witness, until it is dropped.
struct Witness {
    process: Child,
    address: String,
}

impl Witness {
    fn start(scratch: &Scratch, key: &str, state: &str) -> Self {
        let mut serving = command(
            scratch,
            &["witness", "serve", "--policy", "keys/policy.txt"],
        );
        serving.args([
            "--key",
            key,
            "--passphrase-file",
            "secret",
            "--state",
            state,
        ]);
        serving.args(["--listen", "127.0.0.1:0", "--json"]);
        let mut process = serving.stdout(Stdio::piped()).spawn().unwrap();
        let out = BufReader::new(process.stdout.take().unwrap());
        // The document ends where it is complete; the program goes on.
        let mut found = serde_json::Deserializer::from_reader(out).into_iter::<Value>();
        let said = found.next().unwrap().unwrap();
        let address = said["address"].as_str().unwrap().to_owned();
        Self { process, address }
    }
}

impl Drop for Witness {
    fn drop(&mut self) {
        // A witness may be killed at any time.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn a_log_is_followed_and_copied_from_its_address_and_the_copy_verifies() {
    let scratch = published();
    let address = format!("http://{}", serve(scratch.path().join("log")));
    let policy = ["--policy", "keys/policy.txt", "--state", "seen"];
    let follow = [&["follow", &address, "--json"], &policy[..]].concat();
    assert_eq!(json(&scratch, &follow)["outcome"], "first");
    let mirror = [
        &["mirror", &address, "--out", "copy", "--json"],
        &policy[..],
    ]
    .concat();
    assert_eq!(json(&scratch, &mirror)["complete"], true);
    corrected(&scratch, "log", ",106,54");
    assert_eq!(json(&scratch, &follow)["outcome"], "grew");
    assert_eq!(json(&scratch, &mirror)["complete"], true);
    done(&scratch, &["verify", "copy", "--policy", "keys/policy.txt"]);
    let held = |name: &str| fs::read(scratch.path().join(name).join("checkpoint")).unwrap();
    assert!(held("copy") == held("log"));
    let nobody = run(
        &scratch,
        &[&["follow", "http://127.0.0.1:1"], &policy[..]].concat(),
    );
    assert_eq!(nobody.code, 1, "{}", nobody.out);
}

#[test]
fn the_proxy_is_handed_the_name_of_the_log() {
    let scratch = published();
    let checkpoint = fs::read(scratch.path().join("log/checkpoint")).unwrap();
    let proxy = Server::socks5(&checkpoint).unwrap();
    let arguments = [
        "follow",
        "http://log.invalid",
        "--policy",
        "keys/policy.txt",
        "--state",
        "s",
    ];
    let mut through = command(&scratch, &arguments);
    through.env("ALL_PROXY", format!("socks5h://{}", proxy.address()));
    let through = finish(through);
    assert_eq!(through.code, 0, "{}{}", through.out, through.err);
    let asked = proxy.asked();
    assert_eq!(asked[0].host, "log.invalid");
    assert_eq!(asked[0].request, "GET /checkpoint HTTP/1.1");
    let mut unusable = command(&scratch, &arguments);
    unusable.env("ALL_PROXY", "socks4://127.0.0.1:9");
    assert_eq!(finish(unusable).code, 2);
    assert_eq!(run(&scratch, &arguments).code, 1);
}

#[test]
fn witnesses_are_asked_and_one_that_is_killed_remembers() {
    let scratch = published();
    keygen(&scratch, "witness.example/w1", "w", &["--witness"]);
    let verify = ["verify", "log", "--policy", "trusted.txt"];
    {
        let witness = Witness::start(&scratch, "w/witness.key", "memory");
        trust(&scratch, "w/witness.vkey", &format!(" {}", witness.address));
        assert_eq!(run(&scratch, &verify).code, 3);
        // A copy that somebody signs differently later on.
        for name in ["", "-state"] {
            let path = |start: &str| scratch.path().join(format!("{start}{name}"));
            crate::watch::copy(&path("log"), &path("other"));
        }
        set_private(&scratch.path().join("other-state"));
        let asked = ["witness", "ask", "log", "--policy", "trusted.txt"];
        let asked = [&asked[..], &["--state", "log-state", "--json"]].concat();
        assert_eq!(json(&scratch, &asked)["witnesses"][0]["answer"], "cosigned");
        let text = done(&scratch, &verify);
        assert!(text.contains("1 independent witness."), "{text}");
    }
    let witness = Witness::start(&scratch, "w/witness.key", "memory");
    trust(&scratch, "w/witness.vkey", &format!(" {}", witness.address));
    corrected_and_asked(&scratch);
    done(&scratch, &verify);
    // The fork is signed and public in its copy, and gets no cosignature.
    corrected(&scratch, "other", ",104,56");
    let ask = ["witness", "ask", "other", "--policy", "trusted.txt"];
    let forked = run(
        &scratch,
        &[&ask[..], &["--state", "other-state", "--json"]].concat(),
    );
    assert_eq!(forked.code, 3, "{}", forked.err);
    let forked: Value = serde_json::from_str(&forked.out).unwrap();
    assert_eq!(forked["witnesses"][0]["answer"], "contradicts", "{forked}");
}

/// `publish` itself asks.
fn corrected_and_asked(scratch: &Scratch) {
    let sheets = fs::read_to_string(scratch.path().join("in/sheets.csv")).unwrap();
    scratch.write("in/sheets.csv", sheets.replacen(",105,55", ",106,54", 1));
    let run = publish(scratch, "log", &["--ask", "trusted.txt"]);
    assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    let said: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(said["asked"]["quorum_met"], true, "{said}");
    scratch.write("in/sheets.csv", sheets);
}

#[cfg(unix)]
fn set_private(folder: &std::path::Path) {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).unwrap();
}

#[test]
fn a_witness_that_never_answers_is_left_behind_at_the_deadline() {
    let scratch = published();
    keygen(&scratch, "witness.example/w1", "w", &["--witness"]);
    // It takes connections and says nothing.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = silent.local_addr().unwrap();
    thread::spawn(move || {
        let held: Vec<_> = silent.incoming().map_while(Result::ok).collect();
        drop(held);
    });
    trust(&scratch, "w/witness.vkey", &format!(" http://{address}"));
    let ask = [
        "witness",
        "ask",
        "log",
        "--policy",
        "trusted.txt",
        "--state",
        "log-state",
    ];
    let late = run(&scratch, &[&ask[..], &["--deadline", "1"]].concat());
    assert_eq!(late.code, 3);
    assert!(
        late.out.contains("did not answer within 1 seconds"),
        "{}",
        late.out
    );
    let stranger = run(&scratch, &[&ask[..], &["--witness", "nobody"]].concat());
    assert_eq!(stranger.code, 2);
}

#[test]
fn an_address_that_is_taken_is_an_error() {
    let scratch = published();
    keygen(&scratch, "witness.example/w1", "w", &["--witness"]);
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let serve = [
        "witness",
        "serve",
        "--policy",
        "keys/policy.txt",
        "--state",
        "memory",
    ];
    let more = [
        "--key",
        "w/witness.key",
        "--passphrase-file",
        "secret",
        "--listen",
        &address,
    ];
    let refused = run(&scratch, &[&serve[..], &more].concat());
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains(&address), "{}", refused.err);
}
