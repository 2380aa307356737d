//! Many clients, slow clients, and the end.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use scrutineer_serve::{Answer, Body, Folder, Limits, Request, Response, Server};

use crate::support::{Site, reply};

#[test]
fn a_hundred_clients_at_once_get_what_they_ask_for() {
    let site = Site::new();
    thread::scope(|scope| {
        for _ in 0..100 {
            scope.spawn(|| {
                let mut stream = site.connect();
                for _ in 0..20 {
                    stream
                        .write_all(b"GET /data.csv HTTP/1.1\r\nHost: a\r\n\r\n")
                        .unwrap();
                    let mut held = Vec::new();
                    let mut buffer = [0; 8192];
                    while !held.ends_with(&b"a,b\n".repeat(1000)) {
                        let count = stream.read(&mut buffer).unwrap();
                        assert!(count > 0);
                        held.extend_from_slice(&buffer[..count]);
                    }
                    assert_eq!(reply(&held).body.len(), 4000);
                }
            });
        }
    });
}

#[test]
fn clients_that_never_finish_a_request_cost_others_nothing() {
    let site = Site::with(Limits { connections: 8 });
    let mut slow: Vec<TcpStream> = Vec::new();
    for _ in 0..64 {
        let mut stream = site.connect();
        stream
            .write_all(b"GET / HTTP/1.1\r\nHost: a\r\nX: ")
            .unwrap();
        slow.push(stream);
        assert_eq!(site.get("/").status, 200);
    }
    // The first ones made room.
    let mut first = slow.remove(0);
    let mut rest = Vec::new();
    assert!(first.read_to_end(&mut rest).is_err() || rest.is_empty());
}

#[test]
fn a_client_that_does_not_read_its_answer_keeps_nobody_waiting() {
    let site = Site::with(Limits { connections: 4 });
    site.scratch.write("site/large.bin", vec![7; 8 << 20]);
    let mut deaf: Vec<TcpStream> = Vec::new();
    for _ in 0..12 {
        let mut stream = site.connect();
        stream
            .write_all(b"GET /large.bin HTTP/1.1\r\nHost: a\r\n\r\n")
            .unwrap();
        deaf.push(stream);
        assert_eq!(site.get("/").status, 200);
    }
}

#[test]
fn an_idle_connection_ends_with_the_server_and_a_response_is_finished_first() {
    struct Slow;
    impl Answer for Slow {
        fn answer(&self, _: &Request) -> Response {
            thread::sleep(Duration::from_millis(300));
            Response::empty(200).with_body(Body::of(&b"done"[..]))
        }
    }
    let any = SocketAddr::from(([127, 0, 0, 1], 0));
    let server = Server::start(any, Arc::new(Slow), Limits::default()).unwrap();
    let mut idle = TcpStream::connect(server.address()).unwrap();
    let mut busy = TcpStream::connect(server.address()).unwrap();
    busy.write_all(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        .unwrap();
    let reading = thread::spawn(move || {
        let mut all = Vec::new();
        busy.read_to_end(&mut all).unwrap();
        all
    });
    thread::sleep(Duration::from_millis(100));
    assert!(server.stop(Duration::from_secs(30)));
    assert_eq!(reply(&reading.join().unwrap()).body, b"done");
    let mut rest = Vec::new();
    assert!(idle.read_to_end(&mut rest).is_err() || rest.is_empty());
}

#[test]
fn after_a_restart_a_tag_of_before_still_holds() {
    let site = Site::new();
    let tag = site.get("/data.csv").field("etag").unwrap().to_owned();
    assert!(site.server.stop(Duration::from_secs(30)));
    let folder = Folder::open(&site.scratch.path().join("site")).unwrap();
    let any = SocketAddr::from(([127, 0, 0, 1], 0));
    let server = Server::start(any, Arc::new(folder), Limits::default()).unwrap();
    let again = Site {
        scratch: site.scratch,
        server,
    };
    let same = again.ask("GET", "/data.csv", &format!("If-None-Match: {tag}\r\n"));
    assert_eq!(same.status, 304);
}

#[test]
fn a_panic_while_answering_costs_one_connection() {
    struct Fragile;
    impl Answer for Fragile {
        fn answer(&self, request: &Request) -> Response {
            assert_ne!(request.path, "/panic");
            Response::empty(200).with_body(Body::of(&b"well"[..]))
        }
    }
    let any = SocketAddr::from(([127, 0, 0, 1], 0));
    let server = Server::start(any, Arc::new(Fragile), Limits { connections: 2 }).unwrap();
    for path in ["/panic", "/panic", "/panic", "/fine"] {
        let mut stream = TcpStream::connect(server.address()).unwrap();
        let text = format!("GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        stream.write_all(text.as_bytes()).unwrap();
        let mut all = Vec::new();
        let _ = stream.read_to_end(&mut all);
        assert_eq!(all.is_empty(), path == "/panic", "{path}");
    }
}

#[test]
fn nothing_can_be_added_to_a_head() {
    struct Loud;
    impl Answer for Loud {
        fn answer(&self, _: &Request) -> Response {
            Response::empty(200).with("X-Name", "a\r\nSet-Cookie: b=c\r\n\r\n<p>")
        }
    }
    let any = SocketAddr::from(([127, 0, 0, 1], 0));
    let server = Server::start(any, Arc::new(Loud), Limits::default()).unwrap();
    let mut stream = TcpStream::connect(server.address()).unwrap();
    stream
        .write_all(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        .unwrap();
    let mut all = Vec::new();
    stream.read_to_end(&mut all).unwrap();
    assert!(reply(&all).body.is_empty());
    assert_eq!(reply(&all).field("set-cookie"), None);
}
