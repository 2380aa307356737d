//! A bundle in a bucket: published, followed, copied out and verified, and copied in.

use std::env;
use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use scrutineer_testkit::requirement::skip_without;
use scrutineer_testkit::scratch::Scratch;
use serde_json::Value;

use crate::support::{Run, command, done, finish, folder, run};
use crate::watch::{ORIGIN, keygen, trust};

/// A server whose conditional writes are atomic, with two buckets, until it is dropped.
struct Store {
    process: Child,
    address: SocketAddr,
}

impl Store {
    fn start() -> Option<Self> {
        let named = env::var_os("SCRUTINEER_MOTO");
        let program = named.map_or_else(|| PathBuf::from("moto_server"), PathBuf::from);
        let address = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap();
        let process = Command::new(program)
            .args(["-H", "127.0.0.1", "-p", &address.port().to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn();
        let hint = "pip install 'moto[server]', and SCRUTINEER_MOTO=FILE if moto_server is not on the path";
        let process = skip_without("s3", hint, process.ok())?;
        let mut store = Self { process, address };
        let deadline = Instant::now() + Duration::from_mins(2);
        while TcpStream::connect(address).is_err() {
            let ended = store.process.try_wait().unwrap();
            assert!(ended.is_none() && Instant::now() < deadline, "{ended:?}");
            thread::sleep(Duration::from_millis(100));
        }
        for bucket in ["public", "copies"] {
            let mut stream = TcpStream::connect(address).unwrap();
            let head = format!("PUT /{bucket} HTTP/1.1\r\nHost: {address}\r\n");
            let rest = "Content-Length: 0\r\nConnection: close\r\n\r\n";
            stream.write_all((head + rest).as_bytes()).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        }
        Some(store)
    }

    /// Runs the program with the address and credentials of the store in its environment.
    fn run(&self, scratch: &Scratch, arguments: &[&str]) -> Run {
        finish(self.command(scratch, arguments))
    }

    fn command(&self, scratch: &Scratch, arguments: &[&str]) -> Command {
        let mut command = command(scratch, arguments);
        command.env("AWS_ENDPOINT_URL", format!("http://{}", self.address));
        command.env("AWS_ACCESS_KEY_ID", "test");
        command.env("AWS_SECRET_ACCESS_KEY", "a-secret-of-the-test");
        command
    }

    fn json(&self, scratch: &Scratch, arguments: &[&str]) -> Value {
        let run = self.run(scratch, &[arguments, &["--json"]].concat());
        assert_eq!(run.code, 0, "{arguments:?}: {}{}", run.out, run.err);
        serde_json::from_str(&run.out).unwrap()
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

const PUBLISH: [&str; 13] = [
    "publish",
    "in",
    "--portable",
    "--close",
    "--passphrase-file",
    "secret",
    "--key",
    "keys/log.key",
    "--state",
    "state",
    "--out",
    "s3://public/elections/tiny",
    "--accept-import",
];
const PLACE: &str = "s3://public/elections/tiny";
const POLICY: [&str; 2] = ["--policy", "keys/policy.txt"];

#[test]
fn a_bundle_lives_in_a_bucket_and_is_checked_in_a_copy() {
    let Some(store) = Store::start() else { return };
    let scratch = Scratch::new();
    keygen(&scratch, ORIGIN, "keys", &[]);
    folder(&scratch, "in");
    // A dry run writes nothing there, not even to try it.
    let planned = store.json(&scratch, &[&PUBLISH[..], &["--dry-run"]].concat());
    assert_eq!(planned["appended"]["register"], 2);
    let follow = [&["follow", PLACE, "--state", "seen"], &POLICY[..]].concat();
    assert_eq!(store.run(&scratch, &follow).code, 1);

    let first = store.json(&scratch, &PUBLISH);
    assert_eq!(first["appended"]["register"], 2);
    assert_eq!(store.json(&scratch, &PUBLISH)["released"], Value::Null);
    assert_eq!(store.json(&scratch, &follow)["outcome"], "first");
    let mirror = [
        &["mirror", PLACE, "--state", "seen", "--out", "copy"],
        &POLICY[..],
    ]
    .concat();
    assert_eq!(store.json(&scratch, &mirror)["complete"], true);
    done(&scratch, &[&["verify", "copy"], &POLICY[..]].concat());

    // A correction, and a cosignature that somebody brings.
    let sheets = fs::read_to_string(scratch.path().join("in/sheets.csv")).unwrap();
    scratch.write("in/sheets.csv", sheets.replacen(",105,55", ",106,54", 1));
    store.json(&scratch, &PUBLISH);
    keygen(&scratch, "witness.example/w1", "w", &["--witness"]);
    trust(&scratch, "w/witness.vkey", "");
    let mut cosign = vec!["witness", "cosign", PLACE, "--state", "memory"];
    cosign.extend_from_slice(&["--key", "w/witness.key", "--passphrase-file", "secret"]);
    cosign.extend_from_slice(&["--out", "cosigned", "--policy", "keys/policy.txt"]);
    store.json(&scratch, &cosign);
    let ask = [
        "witness",
        "ask",
        PLACE,
        "--state",
        "state",
        "--cosigned",
        "cosigned",
    ];
    let asked = store.json(&scratch, &[&ask[..], &["--policy", "trusted.txt"]].concat());
    assert_eq!(asked["quorum_met"], true);
    assert_eq!(store.json(&scratch, &follow)["outcome"], "grew");
    assert_eq!(store.json(&scratch, &mirror)["complete"], true);
    done(&scratch, &["verify", "copy", "--policy", "trusted.txt"]);

    // And back into another bucket.
    let back = "s3://copies/tiny";
    let into = [
        &["mirror", "copy", "--state", "s2", "--out", back],
        &POLICY[..],
    ]
    .concat();
    assert_eq!(store.json(&scratch, &into)["complete"], true);
    let out = [
        &["mirror", back, "--state", "s3", "--out", "again"],
        &POLICY[..],
    ]
    .concat();
    assert_eq!(store.json(&scratch, &out)["complete"], true);
    done(&scratch, &["verify", "again", "--policy", "trusted.txt"]);
}

#[test]
fn without_credentials_and_through_a_proxy_nothing_is_asked() {
    let scratch = Scratch::new();
    let follow = [&["follow", PLACE, "--state", "seen"], &POLICY[..]].concat();
    keygen(&scratch, ORIGIN, "keys", &[]);
    let refused = run(&scratch, &follow);
    assert_eq!(refused.code, 2);
    assert!(refused.err.contains("AWS_ACCESS_KEY_ID"), "{}", refused.err);
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    silent.set_nonblocking(true).unwrap();
    let address = silent.local_addr().unwrap();
    let mut through = command(&scratch, &follow);
    through.env("AWS_ENDPOINT_URL", format!("http://{address}"));
    through.env("AWS_ACCESS_KEY_ID", "test");
    through.env("AWS_SECRET_ACCESS_KEY", "a-secret-of-the-test");
    through.env("ALL_PROXY", "socks5h://127.0.0.1:9");
    let through = finish(through);
    assert_eq!(through.code, 2);
    assert!(!through.err.contains("a-secret-of"), "{}", through.err);
    assert!(silent.accept().is_err());
}
