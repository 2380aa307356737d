//! The same suite on a server that speaks S3, and a server that ignores conditions.

use std::env;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use scrutineer_logstore::{S3Config, S3Head, S3Objects, StoreCause, open_s3};
use scrutineer_testkit::requirement::skip_without;

use crate::suite::{self, Place};

/// Names the program where it is not on the path.
const PROGRAM: &str = "SCRUTINEER_MOTO";
const HINT: &str =
    "pip install 'moto[server]', and SCRUTINEER_MOTO=FILE if moto_server is not on the path";

/// A server whose conditional writes are atomic, on a port of its own, until it is dropped.
struct Server {
    process: Child,
    address: SocketAddr,
}

impl Server {
    fn start() -> Option<Self> {
        let program =
            env::var_os(PROGRAM).map_or_else(|| PathBuf::from("moto_server"), PathBuf::from);
        let port = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap()
            .port();
        let mut process = Command::new(program)
            .args(["-H", "127.0.0.1", "-p", &port.to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let deadline = Instant::now() + Duration::from_mins(2);
        while Instant::now() < deadline {
            if TcpStream::connect(address).is_ok() {
                return Some(Self { process, address });
            }
            // A launcher without the package behind it ends at once.
            if process.try_wait().unwrap().is_some() {
                return None;
            }
            thread::sleep(Duration::from_millis(100));
        }
        let _ = process.kill();
        let _ = process.wait();
        None
    }

    fn create_bucket(&self, name: &str) {
        let mut stream = TcpStream::connect(self.address).unwrap();
        let host = self.address;
        write!(
            stream,
            "PUT /{name} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn config(address: SocketAddr, bucket: &str, prefix: &str) -> S3Config {
    S3Config {
        endpoint: Some(format!("http://{address}")),
        region: "us-east-1".to_owned(),
        bucket: bucket.to_owned(),
        prefix: prefix.to_owned(),
        access_key_id: "test".to_owned(),
        secret_access_key: "test-secret".to_owned(),
        allow_http: true,
    }
}

impl Place for Server {
    type Objects = S3Objects;
    type Head = S3Head;

    fn open(&self, log: u32) -> (S3Objects, S3Head) {
        let prefix = format!("logs/{log}");
        open_s3(
            &config(self.address, "public", &prefix),
            &config(self.address, "private", &prefix),
        )
        .unwrap()
    }

    fn admits_two(&self) -> bool {
        true
    }
}

#[test]
fn an_s3_server_keeps_every_promise() {
    let Some(server) = skip_without("s3", HINT, Server::start()) else {
        return;
    };
    server.create_bucket("public");
    server.create_bucket("private");
    suite::all(&server);
}

/// A server that answers every request with success, whatever its conditions say.
fn careless_server() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming().map_while(Result::ok) {
            thread::spawn(move || answer_all(stream));
        }
    });
    address
}

fn answer_all(mut stream: TcpStream) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    loop {
        let mut length = 0;
        loop {
            let mut line = String::new();
            if reader.read_line(&mut line).unwrap_or(0) == 0 {
                return;
            }
            let line = line.trim_end().to_ascii_lowercase();
            if let Some(value) = line.strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
            if line.is_empty() {
                break;
            }
        }
        let mut body = vec![0; length];
        reader.read_exact(&mut body).unwrap();
        let answer = "HTTP/1.1 200 OK\r\nETag: \"same\"\r\nContent-Length: 0\r\n\r\n";
        if stream.write_all(answer.as_bytes()).is_err() {
            return;
        }
    }
}

#[test]
fn a_store_that_ignores_conditions_is_refused_at_the_start() {
    let address = careless_server();
    let error = S3Objects::open(&config(address, "bucket", "log")).unwrap_err();
    assert!(
        matches!(error.cause(), StoreCause::Unconditional),
        "{error}"
    );
    let error = S3Head::open(&config(address, "bucket", "log")).unwrap_err();
    assert!(error.to_string().contains("could fork the log"), "{error}");
}

#[test]
fn private_state_inside_the_public_prefix_is_refused_and_credentials_are_not_shown() {
    let address = SocketAddr::from(([127, 0, 0, 1], 9));
    for (public, private) in [
        ("log", "log"),
        ("log", "log/state"),
        ("log/public", "log"),
        ("", "x"),
    ] {
        let public = config(address, "bucket", public);
        let error = open_s3(&public, &config(address, "bucket", private))
            .map(|_| ())
            .unwrap_err();
        assert!(matches!(error.cause(), StoreCause::Nested), "{error}");
    }
    let shown = format!("{:?}", config(address, "bucket", "log"));
    assert!(!shown.contains("test"), "{shown}");
}

#[test]
fn an_absent_server_is_an_error_without_its_address() {
    let free = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let error = S3Objects::open(&config(free, "bucket", "log")).unwrap_err();
    assert!(matches!(error.cause(), StoreCause::Remote(_)), "{error}");
    assert!(!error.to_string().contains("127.0.0.1"), "{error}");
}

#[test]
fn an_address_with_tls_is_greeted_in_tls() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let greeting = thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut first = [0; 6];
        stream.read_exact(&mut first).unwrap();
        first
    });
    let secure = S3Config {
        endpoint: Some(format!("https://{address}")),
        allow_http: false,
        ..config(address, "bucket", "log")
    };
    let error = S3Objects::open(&secure).unwrap_err();
    assert!(matches!(error.cause(), StoreCause::Remote(_)), "{error}");
    let [content, major, _, _, _, handshake] = greeting.join().unwrap();
    // RFC 8446, sections 4 and 5.1: a record of a handshake (22), whose message is ClientHello (1).
    assert_eq!((content, major, handshake), (22, 3, 1));
}
